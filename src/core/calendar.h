// SPDX-License-Identifier: MIT
// The person's dosing calendar: plans and what was done, as civil days; the
// key of a day is a pure function of them. Never suggests anything.
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "base/str.h"
#include "core/day.h"

enum day_kind {
    DAY_NONE = 0,
    DAY_DOSE,
    DAY_TRANSITION,
    DAY_NORMAL,
    DAY_BREAK,
    DAY_KIND_COUNT
};

enum day_basis { BASIS_NONE = 0, BASIS_PLANNED, BASIS_LOGGED, BASIS_COUNT };

// Which day it is. cycle, week and day count from 1; 0 where they do not
// apply. round and round_days say "day 2 of 3" (place in the pattern), weeks
// the weeks of the cycle ("week 4 of 6"); 0 where there is nothing to count.
struct day_key {
    enum day_kind kind;
    enum day_basis basis;
    struct str plan;
    int cycle, week, day;
    int round, round_days, weeks;
};

struct calendar; // of one person; made by calendar_read

// Reads calendar.rec; what is passed over goes to notes. person empty: the
// marks without Person. Never fails. Lives in mem.
struct calendar *calendar_read(struct str text, struct str person,
                               struct arena *mem, struct diags *notes);

struct day_key calendar_key(const struct calendar *c, struct day d);
// The person's day at a wall clock: before Day_start it is still yesterday.
struct day calendar_day(const struct calendar *c, const struct wall *now);

struct str day_kind_word(enum day_kind k);   // "dose", "none"
struct str day_basis_word(enum day_basis b); // "logged"
// For people: "day 2 of 3, transition, week 4 of 6"; empty without a plan.
void day_key_sentence(const struct day_key *k, struct buf *out);

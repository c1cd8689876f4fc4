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
#include "base/tongue.h"
#include "core/day.h"
#include "core/plan.h"

enum day_basis { BASIS_NONE = 0, BASIS_PLANNED, BASIS_LOGGED, BASIS_COUNT };

// Which day it is. cycle, week and day count from 1; 0 where they do not
// apply. round and round_days say "day 2 of 3" (place in the pattern, or in
// the planned break when resting), weeks the weeks of the cycle ("week 4 of
// 6"); 0 where there is nothing to count.
struct day_key {
    enum day_kind kind;
    enum day_basis basis;
    struct str plan;
    int cycle, week, day;
    int round, round_days, weeks;
    bool resting; // within the break that the plan has
    bool paused;
};

struct calendar; // of one person; made by calendar_read

// Reads calendar.rec; what is passed over goes to notes. person empty: the
// marks without Person. Never fails. Lives in mem; views text.
struct calendar *calendar_read(struct str text, struct str person,
                               struct arena *mem, struct diags *notes);
// The names that calendar.rec has in Person, each once, as they come first.
struct persons {
    const struct str *names;
    size_t count;
};
struct persons calendar_persons(struct str text, struct arena *mem);
// A calendar from values, in the order of the file. Copies the arrays, not what
// they point to.
struct log {
    const struct plan *plans;
    size_t plan_count;
    const struct mark *marks;
    size_t mark_count;
};
struct calendar *calendar_make(const struct log *log, struct arena *mem);

// A few binary searches, however long the calendar.
struct day_key calendar_key(const struct calendar *c, struct day d);
// When a day begins where no plan says it, in minutes after midnight; 04:00
// until it is told.
void calendar_day_start(struct calendar *c, int minute);
// The person's day at a wall clock: before Day_start it is still yesterday.
struct day calendar_day(const struct calendar *c, const struct wall *now);

// The plan in force; NULL before the first and after a stop.
const struct plan *calendar_plan(const struct calendar *c, struct day d);
// The first plan that begins after d; NULL when there is none.
const struct plan *calendar_next_plan(const struct calendar *c, struct day d);
// The stop that keeps d without a plan; NULL when there is none.
const struct mark *calendar_stop(const struct calendar *c, struct day d);
// The taken, skipped or extra that counts on d; NULL when there is none.
const struct mark *calendar_fact(const struct calendar *c, struct day d);
// What the plan has for d whatever is logged on d: DAY_NONE without one.
// Earlier marks move it only where the plan says so (pause, Shift from_dose).
enum day_kind calendar_planned(const struct calendar *c, struct day d);
// All marks of the day, in the order of the file; returns how many.
size_t calendar_marks(const struct calendar *c, struct day d,
                      const struct mark **first);
// The first day of the pause that d lies in; false when d is not paused.
bool calendar_paused(const struct calendar *c, struct day d, struct day *since);

struct str month_name(int month);            // "March", 1 to 12
struct str weekday_name(int weekday);        // "Monday", 0 to 6
struct str weekday_short(int weekday);       // "Mon"
struct str day_basis_word(enum day_basis b); // "logged"
// For people, in their language (t NULL: English): "Thursday 5 March 2026".
void date_sentence(struct day d, const struct tongue *t, struct buf *out);
// "day 2 of 3, transition, week 4 of 6"; empty without a plan.
void day_key_sentence(const struct day_key *k, const struct tongue *t,
                      struct buf *out);
// Every mistake in a calendar.rec, as errors with their line; what is only
// worth a word (edited by hand) as warnings.
void calendar_check(struct str text, struct arena *mem, struct diags *notes);
// One plain sentence that says why the day is what it is.
void calendar_why(const struct calendar *c, struct day d, struct buf *out);
// Its core alone, where the day stands beside it: "the plan rests here".
void calendar_reason(const struct calendar *c, struct day d,
                     const struct tongue *t, struct buf *out);

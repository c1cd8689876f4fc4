// SPDX-License-Identifier: MIT
// A journal entry as a value, to and from rec text. No file, no clock: the
// append protocol is platform/append's.
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "base/rec.h"
#include "base/str.h"
#include "core/calendar.h"
#include "core/day.h"

struct rating {
    struct str name;
    int value; // 0..10
};

struct answer {
    struct str question, text;
};

// Optional numbers are -1, and optional texts empty, when they are not there:
// begin with entry_init.
struct entry {
    struct str id; // "20260301T070211Z-1f3a9c02"
    struct str at; // "2026-03-01 08:02:11 +0100"
    struct str zone, plan, session, intention, who, device, amends, text;
    struct day day_date;
    enum day_kind kind;
    enum day_basis basis;
    int cycle, week, day; // 0 where they do not apply
    int64_t planned_s, done_s;
    int breaths;
    bool ended_early;
    int mood_before, mood_after; // 1..5
    int sleep_tenths;            // hours, in tenths
    int sleep_quality;           // 1..5
    const int *hold_s;
    const struct rating *ratings;
    const struct answer *answers;
    const struct str *effects, *tags;
    size_t hold_count, rating_count, answer_count, effect_count, tag_count;
    enum rec_seal seal; // as read
    int line;           // as read
};

void entry_init(struct entry *e);
// Id, At, Zone and the day fields, from the wall clock, 32 random bits and the
// key of the person's day. Texts live in mem.
void entry_stamp(struct entry *e, const struct wall *now, uint32_t random,
                 struct day day, const struct day_key *key, struct arena *mem);
// Appends the whole record, End included, without a blank line around it.
void entry_format(const struct entry *e, struct buf *out);
// False when r is no entry (its Id or Day_date cannot be read).
bool entry_read(const struct rec *r, struct arena *mem, struct entry *out);
// The file's head: comments and descriptor, with its blank line.
struct str journal_header(void);

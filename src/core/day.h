// SPDX-License-Identifier: MIT
// Civil days and wall-clock times, proleptic Gregorian, as plain numbers. No
// time_t, no zone arithmetic: the wall clock is a value that is handed in.
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/str.h"

// Days since 1970-01-01 (which is 0).
struct day {
    int32_t number;
};

struct date {
    int year, month, day; // 1..12, 1..31
};

// A moment as a wall clock shows it, with what is known of its zone.
struct wall {
    struct day day;
    int32_t second;     // of the day, 0..86399
    int32_t offset_min; // east of UTC
    struct str zone;    // IANA name; empty when not known
};

struct day day_from_date(struct date d);
struct date day_date(struct day d);
int month_length(int year, int month);         // in days
int day_weekday(struct day d);                 // 0 Monday .. 6 Sunday
bool day_parse(struct str s, struct day *out); // "2026-11-21"
void day_print(struct day d, struct buf *out); // "2026-11-21"
// "2026-11-21T21:40", seconds and "+02:00" (or "Z") optional, a blank in
// place of T allowed. Without an offset *has_offset is false and offset 0.
bool wall_parse(struct str s, struct wall *out, bool *has_offset);
// "2026-03-01 08:02:11 +0100", as the journal writes it.
void wall_print(const struct wall *w, struct buf *out);
struct str wall_text(const struct wall *w, struct arena *mem); // the same
// UTC seconds since 1970, for Ids.
int64_t wall_utc(const struct wall *w);
// "20260301T070211Z-1f3a9c02": the moment in UTC and 32 random bits, in mem.
struct str wall_id(const struct wall *w, uint32_t random, struct arena *mem);
// The same for a record that comes behind others in a file: its Id is greater
// than the last one of the same second there, so that a merge, which orders by
// Id, leaves the later word the later.
struct str wall_id_behind(const struct wall *w, uint32_t random,
                          struct str file, struct arena *mem);
// Whether id has the form of these.
bool wall_id_valid(struct str id);

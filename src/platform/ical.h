// SPDX-License-Identifier: MIT
// The days of an iCalendar file, read by libical. Knows no plan: what the days
// mean is core/calendar_ics's.
#pragma once

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/str.h"

struct ical_date {
    int year, month, day; // 1..12, 1..31
};

struct ical_days {
    const struct ical_date *items; // sorted, each date once
    size_t count;
    size_t events;   // all-day events that were read
    size_t timed;    // events with a time of day, which were passed over
    bool shortened;  // a rule without end was followed for 24 months
    struct str name; // the title, when all events have the same; else empty
};

struct ical_file {
    struct str text;
    struct ical_date today;
    struct str modules; // the folder of the module: see struct paths
};

// The days of all all-day events, RRULE, RDATE, EXDATE and moved or cancelled
// ones taken into account. A rule without end is followed for 24 months from
// its first day, or from today when that lies before. False with a reason in
// *why when the text is no iCalendar at all.
bool ical_read(const struct ical_file *file, struct arena *mem,
               struct ical_days *out, struct str *why);

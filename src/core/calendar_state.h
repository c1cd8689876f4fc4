// SPDX-License-Identifier: MIT
// What a calendar is inside, shared by calendar.c (which asks) and
// calendar_make.c (which builds). Not for others.
#pragma once

#include "core/calendar.h"

// Day numbers in ascending order, beside the array that they index.
struct days {
    const int32_t *at;
    size_t count;
};

struct pause {
    int32_t days;   // INT32_MAX when it is still open
    int32_t before; // paused days of earlier pauses
};

struct calendar {
    struct days plan_days; // one plan a Start, the one that counts
    const struct plan *plans;
    struct days mark_days; // within a day in the order of the file
    const struct mark *marks;
    struct days fact_days; // the last taken, skipped, extra or void of a day
    const struct mark *const *facts;
    struct days stop_days; // the last stop of a day
    const struct mark *const *stops;
    struct days pause_days; // the first days of the pauses
    const struct pause *pauses;
    int day_start_min;      // where no plan says it
    struct days taken_days; // the days whose fact is MARK_TAKEN
};

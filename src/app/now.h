// SPDX-License-Identifier: MIT
// What time it is for the program: the system's wall clock, or the moment
// given by --now, from which time then goes on.
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "core/day.h"

struct now {
    struct wall start;
    int64_t start_ns; // clock_now_ns() at start
    bool given;       // by --now
};

// given may be NULL: the system's clock. Without an offset of its own a given
// wall time has the offset that the system's zone has then.
void now_init(struct now *n, const struct wall *given, bool has_offset,
              struct arena *mem);
// The wall clock at this moment. The system's own is read anew each time, so
// that a change of zone or clock is followed.
struct wall now_wall(const struct now *n, struct arena *mem);

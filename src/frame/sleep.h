// SPDX-License-Identifier: MIT
// How a session for sleep sinks: bed and light over its last ten minutes, or
// its second half.
#pragma once

#include <stdint.h>

enum { SLEEP_MS = 600000 };

// What is left of it at t_ms: 1 before it begins to sink, 0 at the end.
static inline float sleep_left(int64_t length_ms, int64_t t_ms)
{
    int64_t over_ms = length_ms / 2 < SLEEP_MS ? length_ms / 2 : SLEEP_MS;
    int64_t left_ms = length_ms - t_ms;
    return left_ms >= over_ms ? 1
           : left_ms <= 0     ? 0
                              : (float)left_ms / (float)over_ms;
}

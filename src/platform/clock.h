// SPDX-License-Identifier: MIT
// The machine's clocks. Only this file and main ask the system what time it
// is; everything else is told.
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/str.h"

#define NS_PER_MS INT64_C(1000000)
#define NS_PER_S INT64_C(1000000000)

// Nanoseconds that only go forward and do not count a suspend
// (CLOCK_MONOTONIC); from an arbitrary start.
int64_t clock_now_ns(void);
// Nanoseconds since boot with suspend counted (CLOCK_BOOTTIME where there is
// one), to notice that the machine slept.
int64_t clock_boot_ns(void);
// Sleeps until clock_now_ns() reaches until_ns; returns early on a signal.
void clock_sleep_until(int64_t until_ns);

// The wall clock as plain numbers, so that platform need not know core.
struct clock_wall {
    int year, month, day, hour, minute, second;
    int offset_min;  // east of UTC
    struct str zone; // IANA name, empty when not known
};
struct clock_wall clock_wall_now(struct arena *mem);
// The offset, in minutes east of UTC, that the system's zone has at a wall
// time: of two in an autumn hour the first; in an hour that a spring leaves
// out, the one before it.
int clock_offset_at(struct clock_wall wall);
// The machine's UTC time as "20260301T070211Z", for names of files; in mem.
struct str clock_utc_stamp(struct arena *mem);
// 32 bits from the system's random source.
uint32_t clock_random(void);

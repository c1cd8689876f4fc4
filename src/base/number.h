// SPDX-License-Identifier: MIT
// Numbers from text and to text, exactly: whole numbers, decimals as
// thousandths, and durations in milliseconds. Never through floating point or
// the locale.
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"

// A whole number in decimal digits, optionally with a leading '-', within min
// and max. False, and *out untouched, for anything else.
bool number_whole(struct str s, int64_t min, int64_t max, int64_t *out);

// A decimal like "5", "5.5", "0.125" in thousandths (5500); at most three
// digits after the point that are not zeros at the end, digits on both sides
// of it, no sign. False past 10^12 or for anything else.
bool number_thousandths(struct str s, int64_t *out);

// A whole number in decimal digits; the view is of room.
enum { NUMBER_ROOM = 24 };
struct str number_text(int64_t n, char room[NUMBER_ROOM]);

enum duration_fault {
    DURATION_OK = 0,
    DURATION_BARE,     // a number without a unit
    DURATION_TOO_FINE, // finer than 0.1 s
    DURATION_TOO_LONG, // past 10^12 ms
    DURATION_MALFORMED,
};

// "45s", "5m", "1m30s", "0.5s", "1.5m", "1h": units from large to small, each
// once. *out is in milliseconds and set only on DURATION_OK.
enum duration_fault number_duration(struct str s, int64_t *out_ms);

// SPDX-License-Identifier: MIT
// A short text made in a frame: on the stack, so that nothing is allocated.
// What does not fit is left out at a whole character. For more: base/buf.h.
#pragma once

#include <stdint.h>

#include "base/str.h"
#include "base/tongue.h"

enum { PHRASE_BYTES = 160 };

// Zeroed is an empty phrase.
struct phrase {
    char at[PHRASE_BYTES];
    size_t len;
};

void phrase_put(struct phrase *p, struct str s);
// Its first letter becomes a capital: of a name or a date that stands alone.
void phrase_capital(struct phrase *p);
void phrase_number(struct phrase *p, int64_t n);
// "0:58", "12:05", "1:02:00".
void phrase_clock(struct phrase *p, int64_t seconds);
// Seconds with at most one decimal: "4", "5.5".
void phrase_seconds(struct phrase *p, int64_t ms);
// A pattern with "{1}" to "{9}" replaced by args, as tongue_fill.
void phrase_fill(struct phrase *p, struct str pattern, const struct str *args,
                 size_t count);
struct str phrase_view(const struct phrase *p); // valid while p stands

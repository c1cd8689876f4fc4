// SPDX-License-Identifier: MIT
// Which line of guidance stands on the screen when: the texts of says and rows
// set out in time once, so that the line at t is a function of the session and
// t alone. Not the phase word (caption.h), and it speaks nothing.
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "core/timeline.h"

enum {
    GUIDANCE_IN_MS = 700,
    GUIDANCE_OUT_MS = 500,
    GUIDANCE_LEAST_MS = 3200,    // on the screen, and
    GUIDANCE_PER_LETTER_MS = 60, // more for each character
    GUIDANCE_LATE_MS = 8000,     // a say waits its turn no longer than this
    GUIDANCE_UNITS = 52,         // characters a line; wide ones count two
    GUIDANCE_LINES = 3           // two, or three in large text
};

struct guidance_item {
    int64_t show_ms, end_ms; // begins to fade in; has faded out
    struct str text;         // at most two lines of it
    struct str whole;        // all of it in its first part; else empty
    size_t order;            // of its row or say, see timeline.h
};

// Sorted, never overlapping.
struct guidance {
    const struct guidance_item *items;
    size_t count;
};

struct guidance_line {
    struct str text; // empty when there is none
    float alpha;
};

// Lives in mem; texts are views into those of tl. A text stands for its least
// time and then until the next; the texts of steps and says come in the order
// in which the script plays them. A text too long for two lines comes in
// parts. The text of a phase that has passed before its turn is left out. An
// open wait is not in it: its text stands while the clock does.
void guidance_build(struct guidance *out, const struct timeline *tl,
                    struct arena *mem);
// settled: as it looks once the fades are over.
struct guidance_line guidance_at(const struct guidance *g, int64_t t_ms,
                                 bool settled);
// Milliseconds from t until the line changes: 0 while it fades, INT64_MAX when
// it never will.
int64_t guidance_due(const struct guidance *g, int64_t t_ms);
// Breaks text at blanks into lines of at most units characters; when they are
// two, after a sentence, else evenly. Returns how many lines of at most `most`
// were filled; what is beyond them is left out.
size_t guidance_break(struct str text, int units, struct str *lines,
                      size_t most);

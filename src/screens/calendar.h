// SPDX-License-Identifier: MIT
// The Calendar: a month of days, what was planned and what was logged, moods
// and minutes, and beside it the chosen day's story. One key notes what
// happened and one takes it back; a break is drawn as rest. Suggests nothing.
#pragma once

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"
#include "frame/input.h"
#include "frame/phrase.h"
#include "screens/care.h"
#include "screens/facts.h"
#include "screens/request.h"
#include "screens/widgets.h"

enum { MONTH_DAYS_MOST = 31 };

// What the journal has of a day.
struct day_sum {
    int entries, mood; // mood 0: none
    int64_t done_s;
    bool written; // some words
};

// Read person; the rest is the Calendar's own.
struct calendar_screen {
    struct day day, today; // day: the chosen one
    size_t person;         // index in the facts
    struct day first;      // of the month that shows
    int days;
    struct day_sum sums[MONTH_DAYS_MOST];
    struct phrase reason; // why the chosen day is what it is
    struct day hidden;    // from here on the kinds of days are: see facts_hide
    struct buf words;     // of care, after the last log; shown once
    bool opened;          // the whole story in the place of the legend
    bool undoable;
    int act; // of an opened day, that Enter does; 0: none
};

void calendar_screen_finish(struct calendar_screen *c); // accepts a zeroed one
// On today's month, nothing said.
void calendar_screen_open(struct calendar_screen *c, const struct facts *f);
void calendar_screen_facts(struct calendar_screen *c, const struct facts *f);
// What the program answers to a mark: words of care, often none.
void calendar_screen_marked(struct calendar_screen *c, struct str words,
                            bool undoable);
enum wish calendar_screen_input(struct calendar_screen *c,
                                const struct facts *f, const struct page *pg,
                                const struct input *in, struct requests *ask);
void calendar_screen_draw(const struct calendar_screen *c,
                          const struct facts *f, const struct page *pg);

// SPDX-License-Identifier: MIT
// Keeps what a person notes in the Calendar: marks and their undo, a plan,
// ticks of the personal list, the support plan. Takes back by adding: the log
// that stood there before stands again, or a void.
#pragma once

#include <stdbool.h>
#include <stddef.h>

#include "app/calendar_file.h"
#include "core/support.h"
#include "core/tick.h"

#define TICKS_FILE "items.rec"
#define SUPPORT_FILE "support.txt" // in the data folder

enum { MARKING_MOST = 2 }; // marks that one key makes

// Zeroed is valid: nothing to take back.
struct marking {
    struct arena mem;
    struct mark undo[MARKING_MOST]; // what takes the last log back
    size_t undo_count;
};

// Keeps marks that belong together, in order, in the calendar of one person.
// What is to be said of the last (words of care, or why it was not kept) goes
// to words. False when one could not be kept; its words are then a draft.
bool marking_keep(struct marking *k, const struct calendar_file_options *wish,
                  struct mark *marks, size_t count, struct buf *words);
// Takes the last back, once. Whether there was something to take back.
bool marking_undo(struct marking *k, const struct calendar_file_options *wish,
                  struct buf *words);
void marking_finish(struct marking *k);

bool marking_plan(const struct calendar_file_options *wish, struct plan *p,
                  struct buf *words);
bool marking_tick(const struct calendar_file_options *wish, struct tick *t,
                  struct buf *words);
bool marking_support(const struct calendar_file_options *wish,
                     const struct support *s, struct buf *words);

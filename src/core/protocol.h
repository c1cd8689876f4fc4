// SPDX-License-Identifier: MIT
// A protocol: the days of a plan under a name, from an editable file of lines
// "Name: value". It carries days, never a substance and never an amount.
#pragma once

#include <stdbool.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/str.h"
#include "core/plan.h"

struct protocol {
    struct str name;                 // of the file, without its ending
    struct str title, about, source; // for people
    struct plan plan;                // without Id, Start and names
};

// Fields: Title, About, Source, Pattern, Weekdays, Cycle_days, Break_days,
// Shift. Lines that begin with # are comments. Mistakes go to notes; false
// when there were some. Texts are views into text or live in mem.
bool protocol_read(struct str name, struct str text, struct arena *mem,
                   struct diags *notes, struct protocol *out);
// "dose transition normal; 42 days, then a break of 14 days".
void plan_describe(const struct plan *p, struct buf *out);

// SPDX-License-Identifier: MIT
// One person's calendar as a command or a screen uses it: calendar.rec read,
// today known, a mark or plan kept. The protocol is platform/append's, the
// meaning core/calendar's.
#pragma once

#include <stdbool.h>

#include "app/now.h"
#include "base/arena.h"
#include "base/diag.h"
#include "base/str.h"
#include "core/calendar.h"
#include "platform/append.h"
#include "platform/paths.h"

struct calendar_file {
    struct ledger ledger;
    struct str text; // of calendar.rec
    struct calendar *calendar;
    struct wall now;
    struct day today;   // the person's day
    struct diags notes; // what was passed over
};

struct ledger calendar_ledger(const struct paths *p, struct arena *mem);

struct calendar_file_options {
    const struct paths *paths;
    const struct now *now;
    struct str person;                        // empty: the marks without Person
    const struct tongue *tongue;              // for what is said to the person
    void (*say)(void *self, struct str line); // as in struct ledger
    void *self;
};
// Finishes drafts, then reads the file. False, with a reason, when it cannot
// be read: *out is then an empty calendar.
bool calendar_file_open(struct calendar_file *out,
                        const struct calendar_file_options *wish,
                        struct arena *mem, struct str *why);

// Give the record its Id and At and keep it. What was read stays as it was:
// open it anew to see the mark. One that is larger than a record may be is
// refused, without a draft.
struct kept calendar_file_keep_mark(const struct calendar_file *f,
                                    struct mark *m, struct arena *mem);
struct kept calendar_file_keep_plan(const struct calendar_file *f,
                                    struct plan *p, struct arena *mem);

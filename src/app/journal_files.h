// SPDX-License-Identifier: MIT
// The journal as a command or a screen reads it: journal.rec and the files of
// other devices beside it, as one list. Adding to it: see keeper.h.
#pragma once

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/str.h"
#include "core/journal.h"
#include "platform/append.h"
#include "platform/paths.h"

struct journal_source {
    struct str name; // "journal.rec", "journal.phone.rec"
    struct str text;
    struct diags notes; // what was passed over in it
};

struct journal_files {
    struct ledger ledger;
    struct journal_source *sources;
    size_t source_count;
    struct places places;              // of the entries of all of them
    struct unfinished_list unfinished; // drafts that someone was writing
};

struct ledger journal_ledger(const struct paths *p, struct arena *mem);

struct journal_files_options {
    const struct paths *paths;
    void (*say)(void *self, struct str line); // as in struct ledger
    void *self;
};
// Finishes drafts and takes in siblings, then reads the files, and where their
// entries stand unless texts_only. False, with a reason, when journal.rec
// cannot be read: the list then has what the others hold.
bool journal_files_open(struct journal_files *out,
                        const struct journal_files_options *wish,
                        bool texts_only, struct arena *mem, struct str *why);
// As they stand: finishes nothing, takes nothing in, changes no file.
bool journal_files_read(struct journal_files *out, const struct paths *paths,
                        struct arena *mem, struct str *why);

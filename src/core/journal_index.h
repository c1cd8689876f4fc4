// SPDX-License-Identifier: MIT
// A journal as it is looked through: each entry once, in the words of its last
// correction, the newest first, with a text to search in (journal_search.h).
// Reads no file.
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/buf.h"
#include "core/journal.h"

struct journal_item {
    const struct entry_place *first; // as it was written: its day,
    enum day_kind kind;              // and what that was
    enum day_basis basis;
    const struct entry_place
        *latest;           // as it was corrected last, often the first
    int changes;           // how often it was corrected
    int elsewhere;         // the source of one of these that is not the first
                           // source; 0 when all are in that one
    size_t text, text_len; // in the index's folded text
};

// A session's file name and what it is called.
struct session_title {
    struct str name, title;
};

// Zeroed is valid and empty. What it was made of must outlive it.
struct journal_index {
    struct places places;
    struct journal_item *items;
    size_t count;
    struct buf folded; // all that a person may look for, see base/fold.h
};

struct session_titles {
    const struct session_title *items;
    size_t count;
};
// titles: found besides the names; in mem are the items.
void journal_index_make(struct journal_index *out, const struct places *list,
                        struct session_titles titles, struct arena *mem);
void journal_index_finish(struct journal_index *s); // accepts a zeroed one

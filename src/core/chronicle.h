// SPDX-License-Identifier: MIT
// A journal as it is looked through: each entry once, in the words of its last
// correction, the newest first, with a text to search in. Reads no file.
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/buf.h"
#include "core/journal.h"

struct chronicle_item {
    const struct entry *first;  // as it was written: its day
    const struct entry *latest; // as it was corrected last, often the first
    int changes;                // how often it was corrected
    int elsewhere;              // the source of one of these that is not the
                                // first source; 0 when all are in that one
    size_t text, text_len;      // in the chronicle's folded text
};

// A session's file name and what it is called.
struct chronicle_title {
    struct str name, title;
};

// Zeroed is valid and empty. What it was made of must outlive it.
struct chronicle {
    struct chronicle_item *items;
    size_t count;
    struct buf folded; // all that a person may look for, see base/fold.h
};

// titles: found besides the names; in mem are the items.
struct chronicle_titles {
    const struct chronicle_title *items;
    size_t count;
};
void chronicle_make(struct chronicle *out, const struct entries *list,
                    struct chronicle_titles titles, struct arena *mem);
void chronicle_finish(struct chronicle *s); // accepts a zeroed chronicle

// Looking for words, all of which an entry has to hold, in pieces of work so
// that who types never waits: what is found stands there as far as the search
// has come, the newest first.
enum { SEARCH_BYTES = 120 };
struct search {
    const struct chronicle *chronicle;
    uint32_t *found; // numbers of items, rising
    size_t count;    // found so far
    // Its own: the words as they are looked for; what was found by fewer
    // letters and is not yet looked at again; the item that is next.
    char words[SEARCH_BYTES];
    size_t words_len;
    size_t from, old, next;
};

// Begins over a chronicle (NULL: an empty one), for nothing: finds all. In mem.
void search_init(struct search *s, const struct chronicle *chronicle,
                 struct arena *mem);
// Looks for these words from now on; as much as fits in SEARCH_BYTES, folded.
void search_for(struct search *s, struct str words);
// Goes on through about bytes of text. False when there is nothing left to do.
bool search_step(struct search *s, size_t bytes);
bool search_done(const struct search *s);
// Where one of the words stands in a line of an entry; false where none does.
bool search_spot(const struct search *s, struct str line, size_t *from,
                 size_t *to);

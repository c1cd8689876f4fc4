// SPDX-License-Identifier: MIT
// Looking for words in a journal, all of which an entry has to hold, in pieces
// of work so that who types never waits: what is found stands there as far as
// the search has come, the newest first.
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/str.h"
#include "core/journal_index.h"

enum { SEARCH_BYTES = 120 };
struct search {
    const struct journal_index *index;
    uint32_t *found; // numbers of items, rising
    size_t count;    // found so far
    // Its own: the words as they are looked for; what was found by fewer
    // letters and is not yet looked at again; the item that is next.
    char words[SEARCH_BYTES];
    size_t words_len;
    size_t from, old, next;
};

// Begins over an index (NULL: an empty one), for nothing: finds all. In mem.
void search_init(struct search *s, const struct journal_index *index,
                 struct arena *mem);
// Looks for these words from now on; as much as fits in SEARCH_BYTES, folded.
void search_for(struct search *s, struct str words);
// Goes on through about bytes of text. False when there is nothing left to do.
bool search_step(struct search *s, size_t bytes);
bool search_done(const struct search *s);
// Where one of the words stands in a line of an entry; false where none does.
bool search_spot(const struct search *s, struct str line, size_t *from,
                 size_t *to);

// SPDX-License-Identifier: MIT
// All entries of some texts at once, and texts of entries, for tests of what is
// done with them; the program holds places alone, and reads what it shows.
#pragma once

#include "core/journal.h"

struct entries {
    struct entry *items;
    size_t count;
};

static inline struct entries journal_whole(const struct str *texts,
                                           size_t count, struct arena *mem,
                                           struct diags *notes)
{
    struct arena own = {0};
    struct places places = journal_scan(texts, count, &own, notes);
    struct rec_reader r = {.mem = mem};
    struct entries all = {.items =
                              ARENA_ARRAY(mem, struct entry, places.count + 1)};
    for (size_t i = 0; i < places.count; i++) {
        all.count +=
            place_read(&places, &places.items[i], &r, &all.items[all.count]);
    }
    arena_finish(&own);
    return all;
}

// What is written at a place.
static inline struct str journal_text_at(const struct places *list,
                                         const struct entry_place *place,
                                         struct arena *mem)
{
    struct rec_reader r = {.mem = mem};
    struct entry e;
    entry_init(&e);
    place_read(list, place, &r, &e);
    return e.text;
}

// Their places in a journal, or in one for each source. All in mem.
static inline struct places journal_written(const struct entry *items,
                                            size_t count, struct arena *mem)
{
    enum { SOURCES = 4 };
    struct str *texts = ARENA_ARRAY(mem, struct str, SOURCES);
    for (int source = 0; source < SOURCES; source++) {
        struct buf text = {0};
        for (size_t i = 0; i < count; i++) {
            if (items[i].source == source) {
                entry_format(&items[i], &text);
                buf_put_char(&text, '\n');
            }
        }
        texts[source] = arena_copy(mem, buf_view(&text));
        buf_finish(&text);
    }
    return journal_scan(texts, SOURCES, mem, NULL);
}

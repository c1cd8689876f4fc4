// SPDX-License-Identifier: MIT
// A letter more can only leave less: what the words so far have found is gone
// through again, and only then what no search has come to yet. A letter less
// begins anew.
#include "core/journal_search.h"

#include <string.h>

#include "base/fold.h"

enum { ITEM_COST = 64 }; // an item costs as much as so many bytes, at least

static size_t item_count(const struct search *s)
{
    return s->index ? s->index->count : 0;
}

void search_init(struct search *s, const struct journal_index *index,
                 struct arena *mem)
{
    *s = (struct search){.index = index};
    s->found = ARENA_ARRAY(mem, uint32_t, item_count(s) + 1);
}

// What was found and is still to be proven, behind what is already.
static void join(struct search *s)
{
    size_t left = s->old - s->from;
    memmove(s->found + s->count, s->found + s->from, left * sizeof(*s->found));
    s->old = s->count + left;
    s->from = s->count = 0;
}

void search_for(struct search *s, struct str words)
{
    struct buf folded = {0};
    fold_put(&folded, words);
    struct str now = str_trim(buf_view(&folded));
    now = str_sub(now, 0, SEARCH_BYTES);
    struct str before = {s->words, s->words_len};
    if (now.len >= before.len && str_starts(now, before)) {
        join(s);
    } else {
        s->count = s->from = s->old = s->next = 0;
    }
    if (now.len > 0) {
        memcpy(s->words, now.at, now.len);
    }
    s->words_len = now.len;
    buf_finish(&folded);
}

static bool holds(const struct search *s, const struct journal_item *item)
{
    struct str text = {s->index->folded.at + item->text, item->text_len};
    struct str words = {s->words, s->words_len};
    while (words.len > 0) {
        struct str word = str_cut(&words, ' ');
        if (word.len > 0 && fold_find(text, word) == text.len) {
            return false;
        }
    }
    return true;
}

bool search_done(const struct search *s)
{
    return s->from == s->old && s->next == item_count(s);
}

bool search_step(struct search *s, size_t bytes)
{
    for (size_t spent = 0; spent < bytes && !search_done(s);) {
        size_t i = s->from < s->old ? s->found[s->from++] : s->next++;
        const struct journal_item *item = &s->index->items[i];
        spent += item->text_len + ITEM_COST;
        if (holds(s, item)) {
            s->found[s->count++] = (uint32_t)i;
        }
        if (s->from == s->old) {
            s->from = s->old = s->count;
        }
    }
    return !search_done(s);
}

bool search_spot(const struct search *s, struct str line, size_t *from,
                 size_t *to)
{
    struct str words = {s->words, s->words_len};
    while (words.len > 0) {
        if (fold_spot(line, str_cut(&words, ' '), from, to)) {
            return true;
        }
    }
    return false;
}

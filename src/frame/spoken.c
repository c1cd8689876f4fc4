// SPDX-License-Identifier: MIT
// The lines are guidance's, so that ear and eye are given the same at once.
// A word of the breath gives way to a line: how long a line takes is not known
// before it is rendered, so it is reckoned from its letters.
#include "frame/spoken.h"

#include <stdlib.h>

#include "base/utf8.h"
#include "frame/guidance.h"

struct str spoken_word(enum phase phase)
{
    static const struct str words[PHASE_COUNT] = {
        [PHASE_IN] = {"in", 2},           [PHASE_TOP] = {"in", 2},
        [PHASE_HOLD_FULL] = {"hold", 4},  [PHASE_OUT] = {"out", 3},
        [PHASE_HOLD_EMPTY] = {"hold", 4}, [PHASE_REST] = {"rest", 4},
    };
    return words[phase];
}

bool spoken_english(struct str lang)
{
    return lang.len == 0 || str_equal(lang, STR("en")) ||
           str_starts(lang, STR("en-"));
}

// Which pass of a step was the first of its line in the script: a repeat is
// not told again. Steps are numbered from 1, 0 is none.
static size_t *first_passes(const struct timeline *tl, struct arena *mem)
{
    int most = 0;
    for (size_t i = 0; i < tl->row_count; i++) {
        most = tl->rows[i].line > most ? tl->rows[i].line : most;
    }
    size_t *first = ARENA_ARRAY(mem, size_t, (size_t)most + 1);
    for (size_t i = tl->row_count; i-- > 0;) {
        first[tl->rows[i].line] = tl->rows[i].step + 1;
    }
    return first;
}

static bool says_word(const struct row *row, const size_t *first)
{
    return row->verb == VERB_BREATHE && row->breath > 0 &&
           row->breath <= SPOKEN_BREATHS &&
           row->end_ms - row->start_ms >= 2 * SPOKEN_WORD_MS &&
           first[row->line] == row->step + 1;
}

struct list {
    struct spoken *items;
    size_t count;
};

static void add(struct list *l, struct spoken s)
{
    if (str_trim(s.text).len > 0) {
        l->items[l->count++] = s;
    }
}

// True when a word at at_ms would fall into a line, or into the moment before
// one. next: the first line after at_ms.
static bool in_a_line(const struct list *lines, size_t next, int64_t at_ms)
{
    if (next < lines->count &&
        lines->items[next].at_ms < at_ms + 2 * SPOKEN_WORD_MS) {
        return true;
    }
    if (next == 0) {
        return false;
    }
    const struct spoken *s = &lines->items[next - 1];
    return at_ms < s->at_ms + SPOKEN_WORD_MS +
                       SPOKEN_PER_LETTER_MS * (int64_t)utf8_length(s->text);
}

static int by_time(const void *a, const void *b)
{
    const struct spoken *x = a, *y = b;
    if (x->at_ms != y->at_ms) {
        return x->at_ms < y->at_ms ? -1 : 1;
    }
    return x->order < y->order ? -1 : x->order > y->order;
}

static void add_lines(struct list *l, const struct timeline *tl,
                      const struct guidance *g)
{
    for (size_t i = 0; i < g->count; i++) {
        const struct guidance_item *item = &g->items[i];
        add(l, (struct spoken){item->show_ms, item->order, false, item->whole});
    }
    for (size_t i = 0; i < tl->row_count; i++) {
        const struct row *row = &tl->rows[i];
        if (row_waits(row)) {
            add(l,
                (struct spoken){row->start_ms, row->order, false, row->text});
        }
    }
    qsort(l->items, l->count, sizeof(*l->items), by_time);
}

static void add_words(struct list *l, const struct timeline *tl,
                      const size_t *first)
{
    const struct list lines = *l;
    size_t next = 0;
    for (size_t i = 0; i < tl->row_count; i++) {
        const struct row *row = &tl->rows[i];
        int64_t at_ms = row->start_ms - SPOKEN_EARLY_MS;
        at_ms = at_ms > 0 ? at_ms : 0;
        while (next < lines.count && lines.items[next].at_ms <= at_ms) {
            next++;
        }
        if (says_word(row, first) && !in_a_line(&lines, next, at_ms)) {
            add(l, (struct spoken){at_ms, row->order, true,
                                   spoken_word(row->phase)});
        }
    }
    qsort(l->items, l->count, sizeof(*l->items), by_time);
}

void spoken_build(struct spoken_list *out, const struct timeline *tl,
                  struct str lang, struct arena *mem)
{
    struct arena scratch = {0};
    struct guidance g;
    guidance_build(&g, tl, &scratch);
    const size_t *first = first_passes(tl, &scratch);
    size_t most = g.count + 1;
    for (size_t i = 0; i < tl->row_count; i++) {
        most += row_waits(&tl->rows[i]) + says_word(&tl->rows[i], first);
    }
    struct list l = {.items = ARENA_ARRAY(mem, struct spoken, most)};
    add_lines(&l, tl, &g);
    if (spoken_english(lang)) {
        add_words(&l, tl, first);
    }
    arena_finish(&scratch);
    *out = (struct spoken_list){l.items, l.count};
}

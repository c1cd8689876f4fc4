// SPDX-License-Identifier: MIT
// Which sessions the list shows, and in what order.
#include "screens/sessions_inside.h"

bool sessions_offers(const struct sessions *s, int effect)
{
    return effect == EFFECT_NONE || s->in[effect] > 0;
}

void sessions_show(struct sessions *s)
{
    if (s->focus >= s->count) {
        s->focus = s->count > 0 ? s->count - 1 : 0;
    }
    if (s->focus < s->first) {
        s->first = s->focus;
    } else if (s->focus >= s->first + SESSIONS_SHOWN) {
        s->first = s->focus - SESSIONS_SHOWN + 1;
    }
    size_t last = s->count > SESSIONS_SHOWN ? s->count - SESSIONS_SHOWN : 0;
    s->first = s->first > last ? last : s->first;
}

// Of the recent the latest; else favourites, then those whose days fit, then
// the others, each by title.
static bool stands_before(const struct sessions *s, const struct facts *f,
                          size_t one, size_t other)
{
    const struct practice *a = &f->practices[one];
    const struct practice *b = &f->practices[other];
    if (s->which == SESSIONS_RECENT) {
        return s->done[one] > s->done[other];
    }
    bool dear = sessions_favourite(f, a->name);
    if (dear != sessions_favourite(f, b->name)) {
        return dear;
    }
    bool fits = practice_suits(a, s->kind);
    return fits != practice_suits(b, s->kind)
               ? fits
               : str_compare(a->title, b->title) < 0;
}

// Puts index where it belongs among those listed.
static void list_add(struct sessions *s, const struct facts *f, size_t index)
{
    size_t at = s->count++;
    while (at > 0 && stands_before(s, f, index, s->listed[at - 1])) {
        s->listed[at] = s->listed[at - 1];
        at--;
    }
    s->listed[at] = index;
}

static bool is_of(const struct sessions *s, const struct practice *p,
                  size_t index, enum sessions_which which)
{
    return which == SESSIONS_ALL ||
           (which == SESSIONS_RECENT
                ? s->done[index] > 0
                : (int)p->kind == (int)which - SESSIONS_KIND);
}

bool sessions_fold(const struct sessions *s)
{
    return s->kind == DAY_DOSE || s->kind == DAY_KIND_COUNT;
}

// Lists anew what the words let through; the focus stays where it can.
static void sessions_list(struct sessions *s, const struct facts *f)
{
    s->count = s->away = s->left = 0;
    for (int i = 0; i < EFFECT_COUNT; i++) {
        s->in[i] = 0;
    }
    for (size_t i = 0; i < f->practice_count; i++) {
        const struct practice *p = &f->practices[i];
        if (sessions_fold(s) && (p->classes & CLASS_FAST) && !s->unfolded) {
            s->away++;
            continue;
        }
        if (p->left_out.len > 0) {
            s->reason = s->left++ == 0 ? p->left_out : s->reason;
            if (!s->anyway) {
                continue;
            }
        }
        for (int w = 0; w < SESSIONS_WHICH_COUNT; w++) {
            s->of[w] |= is_of(s, p, i, (enum sessions_which)w);
        }
        if (is_of(s, p, i, s->which)) {
            s->in[p->effect]++;
            if (s->filter == EFFECT_NONE || s->filter == p->effect) {
                list_add(s, f, i);
            }
        }
    }
    sessions_show(s);
}

// The journal's latest entries, of the person's own.
static void find_done(struct sessions *s, const struct facts *f)
{
    s->done = ARENA_ARRAY(&s->mem, size_t, f->practice_count);
    for (size_t i = 0; i < f->practice_count; i++) {
        s->done[i] = 0;
        for (size_t e = f->entry_count; e > 0 && s->done[i] == 0; e--) {
            const struct entry *entry = &f->entries[e - 1];
            if (entry->who.len == 0 &&
                str_equal(entry->session, f->practices[i].name)) {
                s->done[i] = e;
            }
        }
    }
}

void sessions_facts(struct sessions *s, const struct facts *f,
                    enum day_kind kind)
{
    arena_finish(&s->mem);
    s->listed = ARENA_ARRAY(&s->mem, size_t, f->practice_count);
    find_done(s, f);
    for (int w = 0; w < SESSIONS_WHICH_COUNT; w++) {
        s->of[w] = w == SESSIONS_ALL;
    }
    s->unfolded &= s->kind == kind;
    s->kind = kind;
    sessions_list(s, f);
    if (!s->of[s->which]) {
        sessions_which_set(s, f, SESSIONS_ALL);
    }
    if (!sessions_offers(s, (int)s->filter)) {
        s->filter = EFFECT_NONE;
        sessions_list(s, f);
    }
}

void sessions_filter_set(struct sessions *s, const struct facts *f,
                         enum effect filter)
{
    s->filter = filter;
    s->focus = s->first = 0;
    sessions_list(s, f);
}

void sessions_which_set(struct sessions *s, const struct facts *f,
                        enum sessions_which which)
{
    s->which = which;
    sessions_filter_set(s, f, EFFECT_NONE);
}

void sessions_filter_move(struct sessions *s, const struct facts *f, int way)
{
    int e = (int)s->filter;
    do {
        e = (e + way + EFFECT_COUNT) % EFFECT_COUNT;
    } while (!sessions_offers(s, e));
    sessions_filter_set(s, f, (enum effect)e);
}

void sessions_which_move(struct sessions *s, const struct facts *f, int way)
{
    int w = (int)s->which;
    do {
        w = (w + way + SESSIONS_WHICH_COUNT) % SESSIONS_WHICH_COUNT;
    } while (!s->of[w]);
    sessions_which_set(s, f, (enum sessions_which)w);
}

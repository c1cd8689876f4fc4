// SPDX-License-Identifier: MIT
#include "core/erase.h"

#include "base/rec.h"
#include "base/set.h"

struct place {
    struct str id, amends;
    size_t from, to; // in the journal
};

static void add_place(struct buf *places, const struct rec *r)
{
    struct place p = {.id = rec_get(r, STR("Id")),
                      .amends = rec_get(r, STR("Amends")),
                      .from = r->offset,
                      .to = r->offset + r->bytes.len};
    buf_put(places, (struct str){(const char *)&p, sizeof(p)});
}

static struct place *place_at(const struct buf *places, size_t i)
{
    return (struct place *)(void *)(places->at + i * sizeof(struct place));
}

// Corrections of what goes go too, and theirs; mostly they stand behind it,
// then one round is enough and a second one finds nothing.
static void add_corrections(struct set *gone, const struct buf *places)
{
    size_t count = places->len / sizeof(struct place), before = 0;
    while (before != gone->count) {
        before = gone->count;
        for (size_t i = 0; i < count; i++) {
            const struct place *p = place_at(places, i);
            if (p->amends.len > 0 && set_find(gone, p->amends)) {
                set_add(gone, p->id);
            }
        }
    }
}

static size_t behind_blanks(struct str text, size_t at)
{
    while (at < text.len && (text.at[at] == '\n' || text.at[at] == '\r')) {
        at++;
    }
    return at;
}

bool journal_erase(struct str journal, struct str id, struct buf *out,
                   struct set *all_gone)
{
    struct arena mem = {0};
    struct rec_reader r = {0};
    struct rec rec = {0};
    struct buf places = {0};
    struct set gone = {.mem = &mem};
    bool there = false;
    rec_reader_init(&r, journal, &mem, NULL);
    r.unchecked = true;
    while (rec_next(&r, &rec)) {
        add_place(&places, &rec);
        there = there || str_equal(rec_get(&rec, STR("Id")), id);
    }
    if (there) {
        size_t at = 0;
        set_add(&gone, id);
        add_corrections(&gone, &places);
        for (size_t i = 0; i < places.len / sizeof(struct place); i++) {
            const struct place *p = place_at(&places, i);
            if (set_find(&gone, p->id)) {
                buf_put(out, str_sub(journal, at, p->from));
                at = behind_blanks(journal, p->to);
                if (all_gone) {
                    set_add(all_gone, arena_copy(all_gone->mem, p->id));
                }
            }
        }
        buf_put(out, str_sub(journal, at, journal.len));
    }
    buf_finish(&places);
    arena_finish(&mem);
    return there;
}

// SPDX-License-Identifier: MIT
#include "core/journal_index.h"

#include "base/fold.h"

// Of each entry, the number of the one that it stands for: the one that it
// corrects, through all corrections between; its own where that is not there.
static uint32_t *find_firsts(const struct places *list, struct arena *mem)
{
    enum { HOPS_MOST = 32 };
    uint32_t *firsts = ARENA_ARRAY(mem, uint32_t, list->count + 1);
    for (size_t i = 0; i < list->count; i++) {
        struct str id = list->items[i].amends;
        size_t at = id.len > 0 ? places_find(list, id) : i;
        size_t to = at < list->count ? at : i;
        firsts[i] = to < i ? firsts[to] : (uint32_t)to;
    }
    // By a clock that was wrong a correction may stand before what it
    // corrects; those that correct each other in a ring stand for themselves.
    for (size_t i = 0; i < list->count; i++) {
        uint32_t at = firsts[i];
        for (int hops = 0; hops < HOPS_MOST && firsts[at] != at; hops++) {
            at = firsts[at];
        }
        firsts[i] = firsts[at] == at ? at : (uint32_t)i;
    }
    return firsts;
}

static void put_field(struct buf *out, struct str text)
{
    if (text.len > 0) {
        fold_put(out, text);
        buf_put_char(out, '\n');
    }
}

static void put_day(struct buf *out, struct day d)
{
    struct date date = day_date(d);
    struct buf day = {0};
    day_print(d, &day);
    buf_printf(&day, " %.*s %d %.*s %d", STR_ARG(weekday_name(day_weekday(d))),
               date.day, STR_ARG(month_name(date.month)), date.year);
    put_field(out, buf_view(&day));
    buf_finish(&day);
}

static void put_tags(struct buf *out, const struct entry *e)
{
    for (size_t i = 0; i < e->tag_count; i++) {
        buf_put_char(out, '#');
        put_field(out, e->tags[i]);
    }
}

static void put_session(struct buf *out, struct str name,
                        struct session_titles titles)
{
    put_field(out, name);
    for (size_t i = 0; i < titles.count && name.len > 0; i++) {
        if (str_equal(titles.items[i].name, name)) {
            put_field(out, titles.items[i].title);
        }
    }
    if (name.len == 0) {
        put_field(out, STR("check-in"));
    }
}

// What a person may look for in an entry: of its first words the day, of the
// latest all else.
static void put_entry(struct buf *out, const struct entry *first,
                      const struct entry *e, struct session_titles titles)
{
    put_day(out, first->day_date);
    put_field(out, day_kind_word(first->kind));
    put_field(out, first->plan);
    put_session(out, e->session, titles);
    put_field(out, e->who);
    put_field(out, e->intention);
    put_tags(out, e);
    for (size_t i = 0; i < e->effect_count; i++) {
        put_field(out, e->effects[i]);
    }
    for (size_t i = 0; i < e->answer_count; i++) {
        put_field(out, e->answers[i].question);
        put_field(out, e->answers[i].text);
    }
    put_field(out, e->text);
}

static void put_texts(struct journal_index *s, struct session_titles titles)
{
    struct arena mem = {0};
    struct rec_reader r = {.mem = &mem};
    for (size_t i = 0; i < s->count; i++) {
        struct journal_item *item = &s->items[i];
        struct entry first, latest;
        rec_forget(&r);
        place_read(&s->places, item->first, &r, &first);
        latest = first;
        if (item->changes > 0) {
            place_read(&s->places, item->latest, &r, &latest);
        }
        item->kind = first.kind;
        item->basis = first.basis;
        item->text = s->folded.len;
        put_entry(&s->folded, &first, &latest, titles);
        item->text_len = s->folded.len - item->text;
    }
    arena_finish(&mem);
}

void journal_index_make(struct journal_index *out, const struct places *list,
                        struct session_titles titles, struct arena *mem)
{
    struct arena own = {0};
    const uint32_t *firsts = find_firsts(list, &own);
    uint32_t *place = ARENA_ARRAY(&own, uint32_t, list->count + 1);
    *out = (struct journal_index){
        .places = *list,
        .items = ARENA_ARRAY(mem, struct journal_item, list->count + 1)};
    for (size_t i = list->count; i > 0; i--) {
        if (firsts[i - 1] == i - 1) {
            const struct entry_place *e = &list->items[i - 1];
            place[i - 1] = (uint32_t)out->count;
            out->items[out->count++] = (struct journal_item){
                .first = e, .latest = e, .elsewhere = e->source};
        }
    }
    for (size_t i = 0; i < list->count; i++) {
        const struct entry_place *e = &list->items[i];
        struct journal_item *item = &out->items[place[firsts[i]]];
        item->elsewhere = e->source > 0 ? e->source : item->elsewhere;
        if (firsts[i] != i) {
            item->latest = e;
            item->changes++;
        }
    }
    put_texts(out, titles);
    arena_finish(&own);
}

void journal_index_finish(struct journal_index *s)
{
    buf_finish(&s->folded);
    *s = (struct journal_index){0};
}

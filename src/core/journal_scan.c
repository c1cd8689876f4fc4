// SPDX-License-Identifier: MIT
// Where the entries of a journal stand. They nearly always stand in order, each
// Id once, and are then taken as they come, without proving a single CRC; only
// a list that is out of order is sorted, and only equal Ids are proven.
#include "core/journal.h"

#include <stdlib.h>
#include <string.h>

#include "base/set.h"
#include "core/journal_field.h"

enum { LONG_ENTRY = 512 }; // bytes; of shorter ones there is room for fewer

struct scanning {
    struct places list;
    size_t cap, bytes; // bytes: of all texts
    int order; // of the moments: above 0 when each is later than the one before
               // it, 0 when some are equal, below when they are out of order
    struct arena *mem;
    struct arena scratch; // values that are looked at once
};

static struct entry_place *place_room(struct scanning *s)
{
    if (s->list.count == s->cap) {
        size_t cap = s->cap ? s->cap * 2 : 64 + s->bytes / LONG_ENTRY;
        struct entry_place *items =
            ARENA_ARRAY(s->mem, struct entry_place, cap);
        if (s->cap > 0) {
            memcpy(items, s->list.items, s->cap * sizeof(*items));
        }
        s->list.items = items;
        s->cap = cap;
    }
    return &s->list.items[s->list.count];
}

static int by_moment(const void *a, const void *b)
{
    const struct entry_place *x = a, *y = b;
    int order = str_compare(id_moment(x->id), id_moment(y->id));
    if (order == 0) {
        order = x->source - y->source;
    }
    return order != 0 ? order : x->line - y->line;
}

// How the moment of a place stands to that before it: later above 0, earlier
// below.
static int order_at(const struct places *list, size_t i)
{
    return i == 0 ? 1
                  : str_compare(id_moment(list->items[i].id),
                                id_moment(list->items[i - 1].id));
}

// Of the place that comes to the list, while its bytes are near.
static void take_order(struct scanning *s)
{
    int order = order_at(&s->list, s->list.count);
    s->order = order < s->order ? order : s->order;
}

static int order_of(const struct places *list)
{
    int least = 1;
    for (size_t i = 0; i < list->count; i++) {
        int order = order_at(list, i);
        least = order < least ? order : least;
    }
    return least;
}

// Reads the record of a place once more.
static bool read_again(const struct places *list, const struct entry_place *p,
                       struct rec_reader *r, struct rec *out)
{
    r->text = list->texts[p->source];
    r->at = (size_t)(p->bytes.at - r->text.at);
    r->line = p->line;
    r->marked = false;
    r->all = true; // it has been let in
    return rec_next(r, out);
}

static bool is_sealed(const struct places *list, const struct entry_place *p)
{
    struct arena mem = {0};
    struct rec_reader r = {.mem = &mem};
    struct rec rec = {0};
    bool sealed = read_again(list, p, &r, &rec) && rec.seal == REC_SEALED;
    arena_finish(&mem);
    return sealed;
}

bool place_read(const struct places *list, const struct entry_place *p,
                struct rec_reader *r, struct entry *out)
{
    struct rec rec = {0};
    r->unchecked = true;
    bool well = read_again(list, p, r, &rec) && entry_read(&rec, r->mem, out);
    out->seal = p->seal;
    out->source = p->source;
    out->bytes = p->bytes;
    return well;
}

// Leaves of equal Ids the one whose End matches, else the first.
static void drop_doubles(struct places *list)
{
    struct arena mem = {0};
    struct set ids = {.mem = &mem};
    size_t kept = 0;
    for (size_t i = 0; i < list->count; i++) {
        struct entry_place p = list->items[i];
        if (set_add(&ids, p.id)) {
            list->items[kept++] = p;
            continue;
        }
        struct entry_place *first = &list->items[set_find(&ids, p.id)->number];
        if (!is_sealed(list, first) && is_sealed(list, &p)) {
            *first = p;
        }
    }
    list->count = kept;
    arena_finish(&mem);
}

static void report(const struct rec *rec, struct diags *notes)
{
    if (notes) {
        diags_add(notes,
                  (struct diag){.line = rec->line,
                                .column = 1,
                                .width = 1,
                                .message = STR("no day can be read from this "
                                               "entry; passed over")});
    }
}

// Most are told apart by their second letter.
static bool is_named(const struct rec_field *f, struct str name)
{
    return f->name.len == name.len && f->name.at[1] == name.at[1] &&
           memcmp(f->name.at, name.at, name.len) == 0;
}

// The fields that a place has, when they are as we write them.
static bool look(const struct rec *rec, struct entry_place *p)
{
    bool dated = false;
    for (size_t i = 0; i < rec->count; i++) {
        const struct rec_field *f = &rec->fields[i];
        if (is_named(f, STR("Id")) && p->id.len == 0) {
            p->id = f->value;
        } else if (is_named(f, STR("Amends")) && p->amends.len == 0) {
            p->amends = f->value;
        } else if (!dated && is_named(f, STR("Day_date"))) {
            dated = day_parse(str_sub(str_trim(f->value), 0, 10), &p->day);
        }
    }
    return p->id.len > 0 && dated;
}

// By reading all of it, as entry_read does.
static bool look_closely(struct scanning *s, const struct rec *rec,
                         struct entry_place *p)
{
    struct entry e;
    bool well = entry_read(rec, &s->scratch, &e);
    p->id = e.id;
    p->amends = e.amends;
    p->day = e.day_date;
    return well;
}

static void scan_text(struct scanning *s, int source, struct diags *notes)
{
    struct rec_reader r = {0};
    struct rec rec = {0};
    rec_reader_init(&r, s->list.texts[source], s->mem, notes);
    r.unchecked = true;
    r.skim = (const struct str[]){STR("Id"), STR("Amends"), STR("Day_date"),
                                  STR("At"), STR_NONE};
    while (rec_next(&r, &rec)) {
        struct entry_place *p = place_room(s);
        *p = (struct entry_place){.bytes = rec.bytes,
                                  .line = rec.line,
                                  .source = source,
                                  .seal = rec.seal};
        if (look(&rec, p) || look_closely(s, &rec, p)) {
            take_order(s);
            s->list.count++;
        } else {
            report(&rec, notes);
        }
    }
}

struct places journal_scan(const struct str *texts, size_t count,
                           struct arena *mem, struct diags *notes)
{
    struct scanning s = {.list = {.texts = texts}, .mem = mem, .order = 1};
    for (size_t i = 0; i < count; i++) {
        s.bytes += texts[i].len;
    }
    for (size_t i = 0; i < count; i++) {
        scan_text(&s, (int)i, notes ? &notes[i] : NULL);
    }
    arena_finish(&s.scratch);
    int order = s.order;
    if (order < 0) {
        qsort(s.list.items, s.list.count, sizeof(*s.list.items), by_moment);
        order = order_of(&s.list);
    }
    if (order <= 0) {
        drop_doubles(&s.list);
    }
    return s.list;
}

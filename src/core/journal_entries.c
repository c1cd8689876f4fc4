// SPDX-License-Identifier: MIT
// A journal as a list. Entries nearly always stand in order, each Id once, and
// are then taken as they come, without proving a single CRC; only a list that
// is out of order is sorted, and only equal Ids are proven.
#include "core/journal.h"

#include <stdlib.h>

#include "base/set.h"

// How many entries texts can hold at the most.
static size_t count_ids(const struct str *texts, size_t count)
{
    size_t ids = 0;
    for (size_t i = 0; i < count; i++) {
        for (size_t at = 0; at < texts[i].len;) {
            ids += str_starts(str_sub(texts[i], at, at + 3), STR("Id:"));
            at = str_find(texts[i], '\n', at) + 1;
        }
    }
    return ids;
}

// The moment of an Id: entries of the same second stay as they were written.
static struct str moment(const struct entry *e)
{
    return str_sub(e->id, 0, STR("20260301T070211Z").len);
}

static int by_moment(const void *a, const void *b)
{
    const struct entry *x = a, *y = b;
    int order = str_compare(moment(x), moment(y));
    if (order == 0) {
        order = x->source - y->source;
    }
    return order != 0 ? order : x->line - y->line;
}

// Whether the moments rise, or rise strictly.
static bool is_ordered(const struct entries *list, bool strictly)
{
    for (size_t i = 1; i < list->count; i++) {
        int order =
            str_compare(moment(&list->items[i - 1]), moment(&list->items[i]));
        if (order > 0 || (strictly && order == 0)) {
            return false;
        }
    }
    return true;
}

static bool is_sealed(const struct entry *e)
{
    struct arena mem = {0};
    struct rec_reader r = {0};
    struct rec rec = {0};
    rec_reader_init(&r, e->bytes, &mem, NULL);
    bool sealed = rec_next(&r, &rec) && rec.seal == REC_SEALED;
    arena_finish(&mem);
    return sealed;
}

// Leaves of equal Ids the one whose End matches, else the first.
static void drop_doubles(struct entries *list)
{
    struct arena mem = {0};
    struct set ids = {.mem = &mem};
    size_t kept = 0;
    for (size_t i = 0; i < list->count; i++) {
        struct entry e = list->items[i];
        if (set_add(&ids, e.id)) {
            list->items[kept++] = e;
            continue;
        }
        struct entry *first = &list->items[set_find(&ids, e.id)->number];
        if (!is_sealed(first) && is_sealed(&e)) {
            *first = e;
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

struct entries journal_read(const struct str *texts, size_t count,
                            struct arena *mem, struct diags *notes)
{
    size_t most = count_ids(texts, count) + 1;
    struct entries list = {.items = ARENA_ARRAY(mem, struct entry, most)};
    for (size_t i = 0; i < count; i++) {
        struct rec_reader r = {0};
        struct rec rec = {0};
        rec_reader_init(&r, texts[i], mem, notes ? &notes[i] : NULL);
        r.unchecked = true;
        while (list.count < most && rec_next(&r, &rec)) {
            struct entry *e = &list.items[list.count];
            if (!entry_read(&rec, mem, e)) {
                report(&rec, notes ? &notes[i] : NULL);
                continue;
            }
            e->source = (int)i;
            e->bytes = rec.bytes;
            list.count++;
        }
    }
    if (!is_ordered(&list, false)) {
        qsort(list.items, list.count, sizeof(*list.items), by_moment);
    }
    if (!is_ordered(&list, true)) {
        drop_doubles(&list);
    }
    return list;
}

const struct entry *entries_find(const struct entries *list, struct str id)
{
    const struct entry wanted = {.id = id};
    size_t low = 0, high = list->count; // the first that is not before it
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        bool before =
            str_compare(moment(&list->items[middle]), moment(&wanted)) < 0;
        low = before ? middle + 1 : low;
        high = before ? high : middle;
    }
    for (size_t i = low; i < list->count; i++) {
        if (str_equal(list->items[i].id, id)) {
            return &list->items[i];
        }
        if (!str_equal(moment(&list->items[i]), moment(&wanted))) {
            break;
        }
    }
    return NULL;
}

bool *entries_corrected(const struct entries *list, struct arena *mem)
{
    bool *corrected = ARENA_ARRAY(mem, bool, list->count + 1);
    for (size_t i = 0; i < list->count; i++) {
        struct str id = list->items[i].amends;
        const struct entry *e = id.len > 0 ? entries_find(list, id) : NULL;
        if (e && e != &list->items[i]) {
            corrected[e - list->items] = true;
        }
    }
    return corrected;
}

const struct entry *entries_latest(const struct entries *list,
                                   const struct entry *e)
{
    // A correction is written after what it corrects, so one pass suffices;
    // of two corrections of the same entry the later counts.
    const struct entry *latest = e;
    for (size_t i = 0; i < list->count; i++) {
        const struct entry *at = &list->items[i];
        if (at->amends.len > 0 && (str_equal(at->amends, latest->id) ||
                                   str_equal(at->amends, e->id))) {
            latest = at;
        }
    }
    return latest;
}

// SPDX-License-Identifier: MIT
#include "core/journal.h"

#include "core/journal_field.h"

struct entries journal_read(const struct str *texts, size_t count,
                            struct arena *mem, struct diags *notes)
{
    struct arena own = {0};
    struct places places = journal_scan(texts, count, &own, notes);
    struct rec_reader r = {.mem = mem};
    struct entries list = {
        .items = ARENA_ARRAY(mem, struct entry, places.count + 1)};
    for (size_t i = 0; i < places.count; i++) {
        struct entry *e = &list.items[list.count];
        list.count += place_read(&places, &places.items[i], &r, e);
    }
    arena_finish(&own);
    return list;
}

const struct entry *entries_find(const struct entries *list, struct str id)
{
    size_t low = 0, high = list->count; // the first that is not before it
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        bool before =
            str_compare(id_moment(list->items[middle].id), id_moment(id)) < 0;
        low = before ? middle + 1 : low;
        high = before ? high : middle;
    }
    for (size_t i = low; i < list->count; i++) {
        if (str_equal(list->items[i].id, id)) {
            return &list->items[i];
        }
        if (!str_equal(id_moment(list->items[i].id), id_moment(id))) {
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

// The entry that e corrects, through all corrections between; of a ring, some.
static const struct entry *first_of(const struct entries *list,
                                    const struct entry *e)
{
    enum { HOPS_MOST = 256 };
    for (int hops = 0; hops < HOPS_MOST && e->amends.len > 0; hops++) {
        const struct entry *at = entries_find(list, e->amends);
        if (!at) {
            break;
        }
        e = at;
    }
    return e;
}

const struct entry *entries_latest(const struct entries *list,
                                   const struct entry *e)
{
    const struct entry *first = first_of(list, e), *latest = e;
    for (size_t i = 0; i < list->count; i++) {
        const struct entry *at = &list->items[i];
        if (at->amends.len > 0 && first_of(list, at) == first) {
            latest = at;
        }
    }
    return latest;
}

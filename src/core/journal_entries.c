// SPDX-License-Identifier: MIT
// What is asked of places in their order, and the entries at them.
#include "core/journal.h"

#include "core/journal_field.h"

size_t places_find(const struct places *list, struct str id)
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
            return i;
        }
        if (!str_equal(id_moment(list->items[i].id), id_moment(id))) {
            break;
        }
    }
    return list->count;
}

bool *places_corrected(const struct places *list, struct arena *mem)
{
    bool *corrected = ARENA_ARRAY(mem, bool, list->count + 1);
    for (size_t i = 0; i < list->count; i++) {
        struct str id = list->items[i].amends;
        size_t of = id.len > 0 ? places_find(list, id) : i;
        if (of != i) {
            corrected[of] = true; // one that is not there is behind the last
        }
    }
    return corrected;
}

// The entry that this one corrects, through all corrections between; of a ring,
// some.
static size_t first_of(const struct places *list, size_t number)
{
    enum { HOPS_MOST = 256 };
    for (int hops = 0; hops < HOPS_MOST; hops++) {
        struct str id = list->items[number].amends;
        size_t of = id.len > 0 ? places_find(list, id) : list->count;
        if (of == list->count) {
            break;
        }
        number = of;
    }
    return number;
}

size_t places_latest(const struct places *list, size_t number)
{
    size_t first = first_of(list, number), latest = number;
    for (size_t i = 0; i < list->count; i++) {
        if (list->items[i].amends.len > 0 && first_of(list, i) == first) {
            latest = i;
        }
    }
    return latest;
}

bool entry_next(struct entry_reader *r, struct entry *out)
{
    r->reader.mem = &r->mem;
    while (r->next < r->list->count) {
        rec_forget(&r->reader);
        if (place_read(r->list, &r->list->items[r->next++], &r->reader, out)) {
            return true;
        }
    }
    return false;
}

void entry_reader_finish(struct entry_reader *r)
{
    arena_finish(&r->mem);
    *r = (struct entry_reader){.list = r->list};
}

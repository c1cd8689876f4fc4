// SPDX-License-Identifier: MIT
// Open addressing, at most half full; the hash is FNV-1a (Fowler, Noll, Vo).
#include "base/set.h"

#include <stdint.h>

static struct set_item *slot_of(const struct set *s, struct str text)
{
    uint64_t hash = 0xcbf29ce484222325u;
    for (size_t i = 0; i < text.len; i++) {
        hash = (hash ^ (unsigned char)text.at[i]) * 0x100000001b3u;
    }
    size_t at = (size_t)(hash ^ hash >> 32) & (s->cap - 1);
    while (s->items[at].text.at && !str_equal(s->items[at].text, text)) {
        at = (at + 1) & (s->cap - 1);
    }
    return &s->items[at];
}

static void grow(struct set *s)
{
    struct set larger = {.mem = s->mem, .cap = s->cap ? s->cap * 2 : 64};
    larger.items = ARENA_ARRAY(s->mem, struct set_item, larger.cap);
    for (size_t i = 0; i < s->cap; i++) {
        if (s->items[i].text.at) {
            *slot_of(&larger, s->items[i].text) = s->items[i];
        }
    }
    larger.count = s->count;
    *s = larger;
}

bool set_add(struct set *s, struct str text)
{
    if (s->count * 2 >= s->cap) {
        grow(s);
    }
    text = text.at ? text : STR("");
    struct set_item *item = slot_of(s, text);
    if (item->text.at) {
        return false;
    }
    *item = (struct set_item){.text = text, .number = s->count++};
    return true;
}

struct set_item *set_find(const struct set *s, struct str text)
{
    if (s->cap == 0) {
        return NULL;
    }
    struct set_item *item = slot_of(s, text);
    return item->text.at ? item : NULL;
}

// SPDX-License-Identifier: MIT
#include "platform/labels.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"

struct label_entry {
    struct label_entry *next;
    uint64_t hash;
    struct label_key key; // its text lies behind the entry
    struct label label;
    unsigned used; // tick of the last use
};

// FNV-1a, 64 bits.
uint64_t label_hash(struct label_key key)
{
    uint64_t hash = UINT64_C(0xcbf29ce484222325);
    const uint64_t prime = UINT64_C(0x100000001b3);
    hash = (hash ^ (unsigned)key.face) * prime;
    hash = (hash ^ (unsigned)key.size_px) * prime;
    hash = (hash ^ (key.tabular ? 1u : 0u) ^ (key.rimmed ? 2u : 0u)) * prime;
    for (size_t i = 0; i < key.text.len; i++) {
        hash = (hash ^ (unsigned char)key.text.at[i]) * prime;
    }
    return hash;
}

static bool same_key(struct label_key a, struct label_key b)
{
    return a.face == b.face && a.size_px == b.size_px &&
           a.tabular == b.tabular && a.rimmed == b.rimmed &&
           str_equal(a.text, b.text);
}

const struct label *labels_find(struct labels *ls, struct label_key key)
{
    uint64_t hash = label_hash(key);
    struct label_entry *e = ls->slots[hash % LABEL_SLOTS];
    while (e && !(e->hash == hash && same_key(e->key, key))) {
        e = e->next;
    }
    if (!e) {
        return NULL;
    }
    e->used = ls->tick;
    return &e->label;
}

static size_t bytes_of(const struct label *l)
{
    size_t pixels = (size_t)l->width * (size_t)l->height;
    return l->colours ? pixels * (1 + sizeof(*l->colours)) : pixels;
}

const struct label *labels_keep(struct labels *ls, struct label_key key,
                                struct label made)
{
    struct label_entry *e = malloc(sizeof(*e) + key.text.len);
    if (!e) {
        arena_fail();
    }
    char *text = (char *)(e + 1);
    if (key.text.len > 0) {
        memcpy(text, key.text.at, key.text.len);
    }
    key.text.at = text;
    made.id = ++ls->ids;
    uint64_t hash = label_hash(key);
    struct label_entry **slot = &ls->slots[hash % LABEL_SLOTS];
    *e = (struct label_entry){*slot, hash, key, made, ls->tick};
    *slot = e;
    ls->bytes += bytes_of(&made);
    return &e->label;
}

static void remove_entry(struct labels *ls, struct label_entry **at)
{
    struct label_entry *e = *at;
    *at = e->next;
    ls->bytes -= bytes_of(&e->label);
    free((void *)(uintptr_t)e->label.coverage);
    free((void *)(uintptr_t)e->label.colours);
    free(e);
}

// Removes what was last used before the tick; returns whether it was enough.
static bool sweep(struct labels *ls, unsigned age, size_t most)
{
    for (size_t i = 0; i < LABEL_SLOTS; i++) {
        struct label_entry **at = &ls->slots[i];
        while (*at) {
            if (ls->tick - (*at)->used >= age) {
                remove_entry(ls, at);
            } else {
                at = &(*at)->next;
            }
        }
    }
    return ls->bytes <= most;
}

void labels_tick(struct labels *ls, size_t most)
{
    ls->tick++;
    // The painter still compares with what the last frame showed: age 2.
    for (unsigned age = 1024; ls->bytes > most && age >= 2; age /= 8) {
        if (sweep(ls, age, most)) {
            return;
        }
    }
}

void labels_finish(struct labels *ls)
{
    for (size_t i = 0; i < LABEL_SLOTS; i++) {
        while (ls->slots[i]) {
            remove_entry(ls, &ls->slots[i]);
        }
    }
    *ls = (struct labels){0};
}

// SPDX-License-Identifier: MIT
// A set of texts, by hash; each has a number of the caller's. Texts are views
// and must outlive it.
#pragma once

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/str.h"

struct set_item {
    struct str text;
    size_t number;
};

// Zeroed but for mem is valid and empty.
struct set {
    struct arena *mem;
    struct set_item *items;
    size_t cap, count;
};

// True when text was not yet there; its number is then count before it.
bool set_add(struct set *s, struct str text);
// The item, to read or set its number; NULL when it is not there.
struct set_item *set_find(const struct set *s, struct str text);

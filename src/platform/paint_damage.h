// SPDX-License-Identifier: MIT
// What must be drawn anew: the places where two lists of marks differ.
#pragma once

#include <stddef.h>

#include "platform/paint.h"
#include "platform/paint_mark.h"

struct mark_list {
    const struct mark *items;
    size_t count;
};

// Adds a box, joined with others where that draws no more pixels than both
// would; the smallest growth is taken when the list is full. Empty ones add
// nothing.
void damage_add(struct damage *d, struct box b);

// From inner to outer pixels away from (x, y).
struct ring {
    float x, y, inner, outer;
};
// Adds boxes that cover the ring as far as it lies within a box, a margin of
// ZONE_BLOCK and what soft edges take on both sides included.
void damage_add_ring(struct damage *d, struct ring ring, struct box within);
// The boxes of all marks of before and after that have no equal in the other
// list, in the same order. Drawing the new marks there gives what drawing all
// of them would.
void damage_between(struct damage *d, struct mark_list before,
                    struct mark_list after);

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

// From inner to outer pixels away from (x, y), as far as it lies within a box.
struct annulus {
    float x, y, inner, outer;
    struct box within;
};
// Adds boxes that cover the ring.
void damage_add_ring(struct damage *d, const struct annulus *ring);
// Its parts in a few rows: two where its hole lies between them, or one, or
// none. Returns their number.
int ring_parts(const struct annulus *ring, int top, int bottom,
               struct box parts[2]);

// What has changed: boxes, and rings that are drawn by narrow bands of rows.
enum { CHANGED_RINGS = 2 * ZONE_COUNT };
struct changes {
    struct damage damage; // without the rings
    struct annulus rings[CHANGED_RINGS];
    int ring_count;
};
// The boxes of all marks of before and after that have no equal in the other
// list, in the same order. Drawing the new marks there gives what drawing all
// of them would.
void changes_between(struct changes *c, struct mark_list before,
                     struct mark_list after);

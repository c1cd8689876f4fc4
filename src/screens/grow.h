// SPDX-License-Identifier: MIT
// Large text on the pages that are laid out in one size: what a page drew is
// set anew. Each text grows by the person's factor, is broken where it is wider
// than its room, and what stands below goes down; boxes grow with what is in
// them. Screens know nothing of it. Not for the player's words.
#pragma once

#include "screens/reflow.h"
#include "screens/widgets.h"

// Where each shape of a page belongs: its piece of the reflow, and the height
// that it goes down with; GROW_FREE: each of its ends goes by itself.
enum { GROW_NOWHERE = -1 };
#define GROW_FREE (-1e6f)
struct grown {
    signed char piece[SCENE_SHAPES]; // GROW_NOWHERE: it stays
    float anchor[SCENE_SHAPES];
};

// The shapes of pg's scene from first on; their pieces are in out. Fills the
// pushes, top and bottom of the pieces of reflow, and the anchors.
void page_grow(const struct page *pg, size_t first, struct reflow *reflow,
               struct grown *out);

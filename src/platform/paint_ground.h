// SPDX-License-Identifier: MIT
// The background: from the centre's colour to the edge's, dithered, so that a
// few dark steps over a thousand pixels make no bands.
#pragma once

#include <stdint.h>

#include "platform/paint_mark.h"
#include "platform/paint_strip.h"

enum {
    GROUND_LEVELS = 256,
    GROUND_TILE = 8, // a side of it, and the height of a block
    GROUND_BLOCK = 16,
    GROUND_FALL = 1024
};

struct ground {
    uint32_t edge, centre;
    int width, height; // of the window
    float x, y;        // look-ups to a squared pixel from the middle
    uint8_t fall[GROUND_FALL + 1]; // level by squared distance
    uint32_t tiles[GROUND_LEVELS][GROUND_TILE][GROUND_TILE];
};

// Makes the tables; does nothing when they are for the same.
void ground_make(struct ground *g, uint32_t edge, uint32_t centre, int width,
                 int height);
// Round the mark's place, reaching m->a times as far.
void ground_draw(const struct ground *g, const struct mark *m,
                 const struct strip *s);

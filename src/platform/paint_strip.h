// SPDX-License-Identifier: MIT
// A few rows of the picture in memory of the painter's own, which stay in the
// processor's cache while all marks are drawn into them; what is damaged is
// then copied out. Its columns begin and end at multiples of STRIP_ALIGN, so
// that drawing may go in whole blocks.
#pragma once

#include <stdint.h>

#include "platform/canvas.h"

enum { STRIP_ROWS = 16, STRIP_ALIGN = 8 };

struct strip {
    uint32_t *pixels; // of the corner (box.left, box.top)
    struct box box;   // in the picture; may reach beyond its right edge
    int pitch;        // at least STRIP_ALIGN more than the box is wide
    uint32_t *light;  // as long as a row: for light on its way to a row
    float *mask;      // STRIP_ROWS rows of pitch: for coverage; zero when no
                      // one uses it
    int mask_pitch;   // at least STRIP_ALIGN more than the box is wide
    // STRIP_ROWS rows of mask_pitch / STRIP_ALIGN: which blocks of the mask
    // were touched; zero when no one uses it.
    uint8_t *touched;
};

// The strip's row for the picture's y; its first pixel is at box.left.
static inline uint32_t *strip_row(const struct strip *s, int y)
{
    return s->pixels + (intptr_t)(y - s->box.top) * s->pitch;
}

static inline float *strip_mask(const struct strip *s, int y)
{
    return s->mask + (intptr_t)(y - s->box.top) * s->mask_pitch;
}

static inline uint8_t *strip_touched(const struct strip *s, int y)
{
    intptr_t pitch = s->mask_pitch / STRIP_ALIGN;
    return s->touched + (intptr_t)(y - s->box.top) * pitch;
}

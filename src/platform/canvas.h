// SPDX-License-Identifier: MIT
// Pixels of someone's own, rectangles in them, and where the 16:9 stage lies.
// Not a painter: see paint.h.
#pragma once

#include <stdbool.h>
#include <stdint.h>

// 0xXXRRGGBB, rows from top to bottom, pitch pixels apart. Owns nothing.
struct canvas {
    uint32_t *pixels;
    int width, height, pitch;
};

// From (left, top) up to, not including, (right, bottom), in pixels.
struct box {
    int left, top, right, bottom;
};

static inline bool box_empty(struct box b)
{
    return b.left >= b.right || b.top >= b.bottom;
}

// May be empty.
static inline struct box box_meet(struct box a, struct box b)
{
    return (struct box){a.left > b.left ? a.left : b.left,
                        a.top > b.top ? a.top : b.top,
                        a.right < b.right ? a.right : b.right,
                        a.bottom < b.bottom ? a.bottom : b.bottom};
}

struct box box_join(struct box a, struct box b); // an empty one adds nothing
long box_area(struct box b);

// Where the largest 16:9 stage lies in a window, and the window's edges in
// stage units, as scene_begin wants them.
struct stage {
    float px;         // pixels to a stage height
    float x_px, y_px; // the stage's corner in the window
    float left, top, right, bottom;
};
struct stage stage_fit(int width_px, int height_px);

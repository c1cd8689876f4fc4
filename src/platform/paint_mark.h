// SPDX-License-Identifier: MIT
// A shape of a scene as the painter draws it: in pixels, with its colour, and
// rounded to the steps below which a change is not worth a redraw. Two marks
// that are equal give the same pixels.
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "frame/scene.h"
#include "frame/theme.h"
#include "platform/canvas.h"
#include "platform/fonts.h"
#include "platform/paint_zone.h"

enum { ALPHA_FULL = 256 };
struct mark {
    enum shape_kind kind;
    enum role role;
    uint32_t colour;
    uint32_t ground; // of a text: what is laid behind it
    int alpha;       // 0 to ALPHA_FULL
    int strength;    // of an orb's rim and of emoji's colours, in 1/256
    bool closed;
    // In pixels; (w, h) is the other end, also of a box; a, b as in the shape.
    float x, y, w, h, r, width, a, b;
    int count;
    // Of a text; x, y is its corner, and w, h the other one.
    const struct label *label;
    const struct point *points;        // of a path, in pixels
    struct box box;                    // no pixel outside it is touched
    struct orb_zone zones[ZONE_COUNT]; // of an orb's light
};

// Texts with their pixels, colours and the stage: what making marks needs.
struct mark_maker {
    const struct scene *scene;
    const struct theme *theme;
    struct stage stage;
    struct box window;
    struct fonts *fonts;  // NULL: no texts
    struct point *points; // room for all of the scene's
    size_t points_len;
};

// Makes the mark of one shape. Points of paths are put behind those already
// made, in mk->points.
struct mark mark_make(struct mark_maker *mk, const struct shape *s);
bool mark_equal(const struct mark *a, const struct mark *b);

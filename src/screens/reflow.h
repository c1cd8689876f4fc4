// SPDX-License-Identifier: MIT
// A page in a window that is higher than its stage of 16:9. Its columns are
// laid one under the other, or the one it has, and are shown as large as the
// window takes them: a page on end fills the display. Screens are laid out as
// ever; what they drew is moved, and what a pointer does is moved back.
#pragma once

#include "frame/scene.h"
#include "screens/area.h"

// What a page consists of, on the stage; an area without width is not there. A
// shape belongs to the first that has its middle, else to the main column.
struct leaf {
    struct area sheet; // laid over the page to ask something: goes to the
                       // middle of the window, with what is drawn after it
    struct area foot,
        head;         // stay at the window's lower and upper end, and grow
                      // no further than they find room
    struct area side; // goes under the main column
    struct area main;
};

struct reflow_piece {
    struct area from;
    float x, y; // where its corner is shown
    float scale;
};

enum { REFLOW_PIECES = 5 };
struct reflow {
    float scale; // of the main column
    bool sheet;  // the first piece is one
    int count;   // 0: the page stays as it is, and scale is 1
    struct reflow_piece pieces[REFLOW_PIECES]; // the last is the main column
};

// top and bottom: how far the window reaches, in stage heights.
struct reflow reflow_make(const struct leaf *leaf, float top, float bottom);
// Moves the shapes from first on. What covers the whole window stays, but a
// ground's light goes with what it lies behind; what stands on a sheet, or a
// large box of the main column, goes with that.
void reflow_scene(const struct reflow *f, struct scene *sc, size_t first);
// Where a place of the stage is shown; and what is shown at a place, as one of
// the stage, within the nearest piece.
struct point reflow_shown(const struct reflow *f, struct point p);
struct point reflow_back(const struct reflow *f, struct point p);
// How far a text that stands there may reach to the right, and how much larger
// it is shown.
float reflow_room(const struct reflow *f, struct point p);
float reflow_scale(const struct reflow *f, struct point p);

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

// From a height on the stage all that is lower is by so much lower still, or
// higher, after letters have grown: see grow.h.
struct reflow_push {
    float at, by;
};

// What went elsewhere than what is around it: a word of a row that has been
// broken, lines that a text has become. It went down with its anchor.
struct reflow_moved {
    int piece;
    float anchor;
    struct area from, to;
};

enum { REFLOW_PIECES = 5, REFLOW_PUSHES = 96, REFLOW_MOVED = 96 };
struct reflow_piece {
    struct area from;
    float x, y; // where its corner is shown
    float scale;
    float usual;  // the same where letters do not grow
    float growth; // of its letters, besides
    // Of what it shows, on the stage, when letters grow; left: of words.
    float top, bottom, left;
    int push_count;
    struct reflow_push pushes[REFLOW_PUSHES];
};

struct reflow {
    float scale;            // of the main column
    bool sheet, foot, head; // it has one, in this order among the pieces
    bool grows;         // letters grow, and what does not fit is scrolled to
    float upper, lower; // then: between these it is seen
    int count;          // 0: the page stays as it is, and scale is 1
    struct reflow_piece pieces[REFLOW_PIECES]; // the last is the main column
    int moved_count;
    struct reflow_moved moved[REFLOW_MOVED];
};

// top and bottom: how far the window reaches, in stage heights.
struct reflow reflow_make(const struct leaf *leaf, float top, float bottom);
// With letters that are larger by growth than on the usual page: columns under
// each other, as wide as the window at most; what they are still short of is
// each piece's growth. Where they are shown is reflow_stack's.
struct reflow reflow_grow(const struct leaf *leaf, const struct reflow *usual,
                          float growth);
// After letters have grown: one piece under the other. Gives how much more of
// them there is than the window shows; scrolled is how much of that is past.
float reflow_stack(struct reflow *f, float top, float bottom, float scrolled);
// Moves the shapes from first on. What covers the whole window stays, but a
// ground's light goes with what it lies behind; what stands on a sheet, or a
// large box of the main column, goes with that.
void reflow_scene(const struct reflow *f, struct scene *sc, size_t first);
// Where the points of a path lie.
struct area reflow_path_area(const struct scene *sc, const struct shape *s);
// In two steps, where letters grow: whose each shape is, and where it goes.
struct grown;
void reflow_own(const struct reflow *f, const struct scene *sc, size_t first,
                struct grown *out);
void reflow_move(const struct reflow *f, struct scene *sc, size_t first,
                 const struct grown *grown);
// Where a place of the stage is shown; and what is shown at a place, as one of
// the stage, within the nearest piece.
struct point reflow_shown(const struct reflow *f, struct point p);
struct point reflow_back(const struct reflow *f, struct point p);
// How far a text that stands there may reach to the right, and how much larger
// it is shown.
float reflow_room(const struct reflow *f, struct point p);
float reflow_scale(const struct reflow *f, struct point p);

// SPDX-License-Identifier: MIT
// What is seen, as data: a fixed-size list of shapes and texts that a screen
// fills and a painter plays. Two scenes can be compared shape by shape, which
// is how the painter finds what changed; a printed scene is a golden test.
//
// Units: 1 is the height of the 16:9 stage that fits the window. The stage
// runs from (0, 0) to (16/9, 1); the window may reach beyond it on two sides
// (left <= 0 <= top …). Only the background is drawn outside the stage unless
// a screen asks for it.
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/str.h"
#include "base/tongue.h"
#include "frame/theme.h"

#define STAGE_WIDTH (16.0f / 9.0f)

enum shape_kind {
    SHAPE_GROUND = 0, // background of the whole window, EDGE to CENTRE; round
                      // x, y, r times as far, or where r is 0 round the middle
    SHAPE_ORB,        // x, y, r; strength in a (rim brightness, 1 = usual)
    SHAPE_GLOW,       // x, y, r: soft light, gone at r; in colours without
                      // glow a disc of a times r
    SHAPE_DISC,       // x, y, r
    SHAPE_RING,       // x, y, r, width
    SHAPE_ARC,        // x, y, r, width; from turn a to turn b, 0 = top,
                      // clockwise; round ends
    SHAPE_DOTS,       // x, y, r: count dots of radius width on a circle
    SHAPE_LINE,       // x, y to w, h (end point), width; round ends
    SHAPE_BOX,        // x, y, w, h, corner r; filled, or outlined within it
                      // when width
    SHAPE_TEXT,       // x, y (baseline), size, face, align; when r > 0, the
                      // ground's middle is laid softly behind it, as much as
                      // a says, gone r away: letters stand clear of lines
    SHAPE_PATH,       // count points, joined; see scene_path
    SHAPE_KIND_COUNT
};

enum face {
    FACE_LIGHT = 0, // Inter Light: large words
    FACE_REGULAR,   // Inter Regular
    FACE_MEDIUM,    // Inter Medium
    FACE_SEMIBOLD,  // Inter SemiBold: today's number, what a page leads to
    FACE_SERIF,     // Gentium Book Plus: guidance, journal, titles
    FACE_COUNT
};

enum align { ALIGN_LEFT = 0, ALIGN_CENTRE, ALIGN_RIGHT };

struct point {
    float x, y;
};

struct shape {
    enum shape_kind kind;
    enum role role;
    float alpha; // 0..1
    float x, y, w, h, r, width, a, b;
    int count;
    enum face face;
    enum align align;
    float size;               // of a text: its em in stage heights
    bool tabular;             // digits in cells of equal width
    bool sized;               // of a text: has the size that the person chose
    bool flows;               // of a text: goes on the line before it
    bool closed;              // of a path: the last point joins the first
    size_t text_at, text_len; // in the scene's text
    size_t points_at;         // of a path: in the scene's points
};

enum { SCENE_SHAPES = 1024, SCENE_TEXT = 32768, SCENE_POINTS = 8192 };

struct scene {
    float left, top, right, bottom; // the window, in stage units
    struct shape shapes[SCENE_SHAPES];
    size_t count;
    char text[SCENE_TEXT];
    size_t text_len;
    struct point points[SCENE_POINTS];
    size_t points_len;
    bool overflow; // something did not fit: a bug, asserted in debug builds
};

// An empty scene for a window of that many stage units.
void scene_begin(struct scene *sc, float left, float top, float right,
                 float bottom);
void scene_add(struct scene *sc, struct shape s);
// Adds s as a SHAPE_TEXT with a copy of text.
void scene_text(struct scene *sc, struct shape s, struct str text);
// Adds s as a SHAPE_PATH with a copy of count points: stroked with round joins
// and ends when s.width > 0, else filled and closed by itself: one outline that
// does not cross itself. When s.a or s.b is not 0, alpha is multiplied by a at
// the point (s.x, s.y), by b at (s.w, s.h), and evenly in between and beyond: a
// fade along a line. When s.r > 0 it runs across, from x to w, and there is
// another one down, from all at y to nothing at h. A filled path that fades is
// light: in colours without glow there is none.
void scene_path(struct scene *sc, struct shape s, const struct point *points,
                size_t count);
// Brings the light of a ground back towards the middle: 1 where it is, 0 there.
void scene_ground_back(struct shape *s, float part);
// Swaps left and right of the shapes from first on, about x = axis, for
// languages whose lines run from right to left. Letters stay as they are.
void scene_mirror(struct scene *sc, size_t first, float axis);
struct str scene_text_of(const struct scene *sc, const struct shape *s);

// A line of text as it is set, and a part of it: from its left to its right,
// counted from the line's left end.
struct ruler_line {
    enum face face;
    float size;
    struct str text;
};
struct ruler_part {
    float left, right;
    bool right_to_left;
};
enum { RULER_PARTS = 8 };

// What texts are set by. How wide one is, in stage heights: lines are broken by
// it (the platform's fonts fill it in; tests use a fixed advance). Where a part
// of a line of two directions stands (NULL: see ruler_parts). The language of
// the screens; NULL: English. Whether the window is too small for two columns
// of text, how far it reaches above and below the stage, and how much larger
// the page is shown for that (0: as it is). Letters have whole pixels, px of
// them to a stage height; 0: any size. No text of a page is set smaller than
// least; 0: as small as it is meant. growth: of what a person writes and reads,
// which sets its own lines, besides the zoom; 0: words are as large as usual.
struct ruler {
    float (*width)(void *fonts, enum face face, float size, struct str text);
    size_t (*parts)(void *fonts, const struct ruler_line *line,
                    const size_t ends[2], struct ruler_part out[RULER_PARTS]);
    void *fonts;
    const struct tongue *tongue;
    bool narrow;
    float reach, zoom, px, least, growth;
};

// The parts in which the bytes of a line from ends[0] up to ends[1] stand, from
// left to right; how many. More than RULER_PARTS are left out. Where the ruler
// cannot tell, as if all ran as the line does.
size_t ruler_parts(const struct ruler *ruler, const struct ruler_line *line,
                   const size_t ends[2], struct ruler_part out[RULER_PARTS]);
// Whether columns go one under the other: the window is so much higher than the
// stage, or letters are large.
bool ruler_on_end(const struct ruler *ruler);
// For a page that is shown zoom times as large as on a stage that is so many
// pixels high: none of its letters is too small to be read.
void ruler_fit(struct ruler *ruler, float zoom, float stage_px);
// A size of type, or the least that can be read.
float ruler_size(const struct ruler *ruler, float size);
float ruler_growth(const struct ruler *ruler);

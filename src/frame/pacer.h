// SPDX-License-Identifier: MIT
// The pacer: a moment of a session as shapes. Pure: the same timeline, moment
// and options give the same shapes. Words around it are the player's
// (caption.h, guidance.h); where they stand depends on the pacer, see
// pacer_place_at.
#pragma once

#include <stdbool.h>

#include "core/timeline.h"
#include "frame/scene.h"

// The orb, in stage heights.
#define ORB_Y 0.444f
#define ORB_LEAST 0.113f // radius with empty lungs
#define ORB_RANGE 0.156f // and more with full ones

struct pacer_options {
    enum pacer pacer;
    bool reduced_motion; // nothing scales or travels; opacity alone changes
    const struct tongue *tongue; // of its few words; NULL: English
    float level;                 // in place of the lungs' when 0..1; else -1
    float text_scale;            // of all words; 0: 1
    float least;                 // as the ruler's: no word is smaller
    float hush;                  // 0..1: how far its words have gone
};

// Where the words of a row stand by the pacer that shows it, in stage units
// (baselines).
struct pacer_place {
    float word_x, word_y, word_size, ways_y, count_y, arrow_y, arrow_size;
    enum align word_align; // of all these
    float within; // from the word's middle to what stands around it; 0: nothing
    float line_x, line_y; // guidance: its first line's baseline
    enum align line_align;
    float line_room; // how wide a line of guidance may be
    bool own_time;   // the pacer shows minutes and seconds: no count beside it
    bool arrow_beside; // on the word's left, not at arrow_y
};

// Of the pacer that shows the row of a moment; `within` follows the lungs, and
// there is room for words of the options' scale.
struct pacer_place pacer_place_at(const struct timeline *tl,
                                  const struct moment *m,
                                  const struct pacer_options *o);
// What lies behind all: the light is the middle's, or where the wave's bead is.
struct shape pacer_ground(const struct pacer_options *o);
// Draws all but the words. m.row may be an open wait.
void pacer_draw(struct scene *sc, const struct timeline *tl,
                const struct moment *m, const struct pacer_options *o);
// Whether what it shows is of another kind at two moments: a moving practice
// has the ring, and the box as many sides as a breath has phases.
bool pacer_differs(const struct timeline *tl, const struct moment *a,
                   const struct moment *b, enum pacer pacer);
// Milliseconds until what pacer_draw shows has changed by enough to be drawn: 0
// while it moves, some sixtieths of a second while it moves by less than a
// pixel of a full HD screen in each, more in holds (their swell of light), in
// slow timers and in rows where it stands.
int64_t pacer_due(const struct timeline *tl, const struct moment *m,
                  const struct pacer_options *o);
// The level that a pacer shows: the lungs' while breathing or holding; a calm
// one in other rows, reached and left slowly, so that nothing ever jumps.
float pacer_level(const struct timeline *tl, const struct moment *m);
// How strongly a moving practice is to be done, 0 to 1: rises, stays, fades.
float pacer_intensity(const struct row *r, int64_t t_ms);

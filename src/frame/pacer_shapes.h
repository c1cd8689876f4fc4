// SPDX-License-Identifier: MIT
// What the pacers share among themselves, one file each. Private to pacer*.c.
#pragma once

#include <stdbool.h>

#include "core/timeline.h"
#include "frame/scene.h"

struct pacing {
    const struct timeline *tl;
    const struct moment *m;
    const struct row *row; // the moment's
    const struct tongue *tongue;
    float level;
    float scale; // of words
    float least; // size of theirs
    float heard; // how much of them is left
    bool reduced_motion;
    bool still; // the practice is over: no shimmer, nothing travels
};

void pacer_draw_orb(struct scene *sc, const struct pacing *p);
void pacer_draw_wave(struct scene *sc, const struct pacing *p);
void pacer_draw_box(struct scene *sc, const struct pacing *p);
// Whether the path has another figure then.
bool pacer_box_differs(const struct pacing *a, const struct pacing *b);
void pacer_draw_petals(struct scene *sc, const struct pacing *p);
void pacer_draw_bar(struct scene *sc, const struct pacing *p);
void pacer_draw_ring(struct scene *sc, const struct pacing *p);
void pacer_draw_body(struct scene *sc, const struct pacing *p);

// Type of that size, as the person wishes it, and large enough to be read.
float pacing_type(const struct pacing *p, float size);

// Where the wave passes its bead.
#define WAVE_NOW_X (STAGE_WIDTH / 3)

// How much longer petals are with full lungs than with empty ones.
#define PETALS_LONGEST 0.163f
#define PETALS_RANGE (0.45f * PETALS_LONGEST)

// The word of a place stands beside the body, this far from its middle, as
// high as the place.
#define BODY_WORD_X 0.22f
float pacer_body_word_y(const struct row *r);

// The swell of light in a hold: 1 with +-6 % at 1 Hz, in so many steps; 1
// outside holds and in reduced motion.
enum { SHIMMER_STEPS_S = 15 };
float pacing_shimmer(const struct pacing *p);

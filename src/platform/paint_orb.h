// SPDX-License-Identifier: MIT
// The orb: dark in its centre, bright at its rim, lit from above, light around
// it. The outer curve is that of sound-and-look.md, 7; the inner ones are read
// off its drawing (orb.png), where the rim is broader and ends in a fine line.
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "platform/paint_mark.h"
#include "platform/paint_strip.h"
#include "platform/paint_tint.h"

enum {
    ORB_OUTSIDE = 2048, // look-ups from the rim to where the light ends
    ORB_BELL = 512,     // steps to a radius, of the highlight's bell
    ORB_BELL_RADII = 3
};

#define ORB_EDGE_PX 0.75f // half the width of the soft edge
#define ORB_LINE 0.0095f  // how wide the line at the rim is, in radii

// How far from the rim inwards soft edge and line reach.
static inline float orb_rim_px(float r)
{
    return ORB_LINE * r + ORB_EDGE_PX;
}

// The same for all orbs; 1 is the whole colour.
struct orb_curves {
    float outside[ORB_OUTSIDE + 1]; // by squared distance
    float bell[ORB_BELL * ORB_BELL_RADII];
};

// What an orb is drawn with.
struct orb_light {
    const struct tint *tint;
    uint32_t white; // of the highlight; 0 for none
    float strength; // 0 to 1
    bool on_paper;  // light is taken away, see add_light
};

// One orb's tables. Zeroed is valid and for no orb.
struct orb {
    struct mark of; // what it was made for
    struct orb_light light;
    uint32_t tint_colour;              // of the tint at that time
    uint16_t outside[ORB_OUTSIDE + 1]; // in levels of the tint
    // Inside: base in any case, and rise q^4 in the shade; of the whole colour.
    float base, rise;
    struct coat coats[TILE]; // of rows, by their place in a tile
    // The highlight's bell by column: one row for each zone inside.
    float *across;
    int across_from, across_len, across_cap;
};

void orb_curves_make(struct orb_curves *c);
// True when the tables are those that orb_make would make.
bool orb_is(const struct orb *o, const struct mark *m, struct orb_light light);
void orb_make(struct orb *o, const struct orb_curves *c, const struct mark *m,
              struct orb_light light);
void orb_finish(struct orb *o);
float orb_bell(const struct orb_curves *c, float radii);
void orb_draw(const struct orb *o, const struct orb_curves *c,
              const struct strip *s);

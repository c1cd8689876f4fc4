// SPDX-License-Identifier: MIT
// Colours by role, as data. Shapes name a role; the painter looks it up.
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"

enum role {
    ROLE_EDGE = 0, // background at the edge
    ROLE_CENTRE,   // background at its centre
    ROLE_SURFACE,
    ROLE_INK,
    ROLE_INK2,
    ROLE_INK3,
    ROLE_BREATH,
    ROLE_WARM,
    ROLE_CARE,
    ROLE_RING,
    ROLE_LINE,
    ROLE_COUNT
};

enum palette {
    PALETTE_NIGHT = 0,
    PALETTE_DUSK,
    PALETTE_PAPER,
    PALETTE_CONTRAST,
    PALETTE_COUNT
};

struct theme {
    uint32_t colour[ROLE_COUNT]; // 0xRRGGBB
    bool light;                  // dark shapes on a light ground
    bool glow;                   // orbs and beads may glow
    int taken; // per cent of the light that is gone, also of what has colours
               // of its own
};

enum { THEME_DIMMEST = 35, THEME_BRIGHTEST = 100 }; // per cent of the light

const struct theme *theme_of(enum palette p);
// Every colour at per cent of its values; beyond the ends it is taken to them.
struct theme theme_dimmed(const struct theme *th, int percent);
// From one to the other: a at 0 per cent, b at 100.
struct theme theme_mixed(const struct theme *a, const struct theme *b,
                         int percent);
struct str palette_word(enum palette p);
struct str role_word(enum role role); // "ink2"

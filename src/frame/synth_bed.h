// SPDX-License-Identifier: MIT
// The beds: ambient sound that never loops, synthesised as it is heard, at
// -34 LUFS. A bed runs on its own time and knows nothing of the session.
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/str.h"
#include "frame/synth.h"

enum bed_kind {
    BED_OCEAN = 0,
    BED_RAIN,
    BED_WIND,
    BED_BROWN,
    BED_DRONE,
    BED_COUNT
};

// False when word is no bed of ours.
bool bed_from(struct str word, enum bed_kind *out);

struct bed; // lives in the arena; the same seed sounds the same
struct bed *bed_create(enum bed_kind kind, uint64_t seed, struct arena *mem);
// For movement rather than rest: the drone opens up. Before it sounds; without
// effect on the others.
void bed_brighten(struct bed *bed);
// Writes the next frames of interleaved stereo.
void bed_render(struct bed *bed, float *stereo, size_t frames);

// One kind of bed. control sets the coming control block of SYNTH_BLOCK
// frames, render writes frames of it.
struct bed_craft {
    struct str word;
    void *(*create)(uint64_t seed, struct arena *mem);
    void (*control)(void *self);
    void (*render)(void *self, float *stereo, size_t frames);
    void (*brighten)(void *self); // may be NULL
};
const struct bed_craft *bed_craft_ocean(void);
const struct bed_craft *bed_craft_rain(void);
const struct bed_craft *bed_craft_wind(void);
const struct bed_craft *bed_craft_brown(void);
const struct bed_craft *bed_craft_drone(void);

// SPDX-License-Identifier: MIT
// Struck sounds that ring: each plays its sample once from the frame at which
// it was struck. Which sound, and when, is score.c's.
#pragma once

#include <stdbool.h>
#include <stddef.h>

#include "frame/sample.h"

enum {
    CHIMES_SOUNDING = 24, // at once; one more takes the place of the oldest
    CHIMES_FADING = 8     // room for those on their way out
};

// Zeroed is valid: a free place, and silence.
struct chime {
    struct sample sample; // frames 0: free
    struct sounding sounding;
};
struct chimes {
    struct chime all[CHIMES_SOUNDING + CHIMES_FADING];
};

void chimes_strike(struct chimes *c, struct sample sample);
// All that ring fade out in ms.
void chimes_fade(struct chimes *c, int ms);
// Adds the next frames to interleaved stereo; false when nothing rings.
bool chimes_render(struct chimes *c, float *stereo, size_t frames);
bool chimes_silent(const struct chimes *c);

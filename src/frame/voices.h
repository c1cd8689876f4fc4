// SPDX-License-Identifier: MIT
// Struck sounds that ring: each plays its sample once from the frame at which
// it was struck. Which sound, and when, is score.c's.
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// A recorded sound, decoded: interleaved stereo at 48 kHz, owned elsewhere.
struct sample {
    const int16_t *stereo;
    size_t frames;
};

enum {
    VOICES_SOUNDING = 24, // at once; one more takes the place of the oldest
    VOICES_FADING = 8     // room for those on their way out
};

struct voice {
    struct sample sample; // frames 0: free
    size_t at;
    float gain, fall; // fall a frame; 0 while it rings freely
};
struct voices {
    struct voice all[VOICES_SOUNDING + VOICES_FADING];
};

void voices_strike(struct voices *v, struct sample sample);
// All that ring fade out in ms.
void voices_fade(struct voices *v, int ms);
// Adds the next frames; false when nothing rings.
bool voices_render(struct voices *v, float *stereo, size_t frames);
bool voices_silent(const struct voices *v);

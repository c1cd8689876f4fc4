// SPDX-License-Identifier: MIT
// Volumes as they are changed while sound is mixed, and the guard at its end.
#pragma once

#include <stddef.h>

// A volume on its way through a control block.
struct level {
    float now, step; // step a frame
};

// The gain of a volume in dB; 0 from SCORE_MUTE_DB down.
float level_gain(float db);
// How far a gain goes within a control block on its way to db: 63 % in 50 ms.
float level_step(float now, float db);
// Sets the coming control block.
void level_to(struct level *l, float db);
// Adds what at that volume, frames of stereo; what may be NULL for silence.
void level_add(struct level *l, const float *what, float *stereo,
               size_t frames);
// Bends what is above -3 dB of full scale, so that nothing is cut off.
void level_guard(float *stereo, size_t frames);

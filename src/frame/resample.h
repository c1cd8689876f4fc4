// SPDX-License-Identifier: MIT
// Brings recordings of another rate to SYNTH_RATE, away from the mix.
#pragma once

#include "base/arena.h"
#include "frame/sample.h"

// in.stereo at rate frames a second, as a new recording in mem. rate > 0.
struct sample resample(struct sample in, int rate, struct arena *mem);

// The same piece by piece, for sound without end.
struct resampler; // opaque; in mem
struct resampler *resampler_create(int rate, struct arena *mem);
// Writes frames of stereo; read is asked for what that takes, in order.
void resampler_pull(struct resampler *r,
                    void (*read)(void *self, int16_t *stereo, size_t frames),
                    void *self, int16_t *stereo, size_t frames);

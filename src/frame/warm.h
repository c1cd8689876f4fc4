// SPDX-License-Identifier: MIT
// Makes a spoken line fit to be heard: a computer's voice is brought to our
// rate and warmed, and every voice to one loudness. Whole lines at once, away
// from the mix.
#pragma once

#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "frame/sample.h"

#define WARM_LUFS (-23.0f)
// The pitch falls by WARM_SEMITONES, which takes the line so much longer.
#define WARM_SEMITONES 0.9f

// A synthetic line of one channel at rate, silence at its ends cut, as it is
// to be heard: lower, warmer, in a small room, at WARM_LUFS. In mem.
struct sample warm_synthetic(const int16_t *mono, size_t frames, int rate,
                             struct arena *mem);
// A recorded line at WARM_LUFS, its peaks below WARM_PEAK; in place of s.
struct sample warm_recorded(struct sample s, struct arena *mem);
#define WARM_PEAK 0.35f // -9 dB of full scale

// ITU-R BS.1770-4: the gated loudness of stereo at 48 kHz; -120 for silence.
// What is shorter than its window of 400 ms counts as if it filled it.
float warm_loudness(const float *stereo, size_t frames);

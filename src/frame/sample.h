// SPDX-License-Identifier: MIT
// A recorded or spoken sound, decoded, and how far one that plays has come.
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// Interleaved stereo at 48 kHz, owned elsewhere.
struct sample {
    const int16_t *stereo;
    size_t frames; // 0: none
};

// 1 is full scale; what is beyond it is cut off.
int16_t sample_rounded(float x);

struct sounding {
    size_t at;        // the next frame of its sample
    float gain, fall; // fall per frame; 0 while it sounds freely
};

// Fades it out in ms, or sooner where it fades already.
void sounding_fade(struct sounding *so, int ms);
// Adds the next frames of its sample to interleaved stereo; false when it is
// over.
bool sounding_add(struct sounding *so, struct sample sample, float *stereo,
                  size_t frames);

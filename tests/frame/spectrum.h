// SPDX-License-Identifier: MIT
// What a machine can hear of the breath in sound: per tenth of a second the
// brightness and the strongest pitch.
#pragma once

#include <stddef.h>

enum { SPECTRUM_HOP = 4800 };

struct heard {
    double level;    // effective value
    double centroid; // log of the middle frequency of 250 to 6000 Hz
    double pitch;    // Hz of the strongest of 205 to 345 Hz
};

// frames / SPECTRUM_HOP of them, both channels as one.
size_t spectrum_of(const float *stereo, size_t frames, struct heard *out);
// Pearson's correlation of a and b, weighted.
double correlation(const double *a, const double *b, const double *weight,
                   size_t count);

// SPDX-License-Identifier: MIT
// How loud sound is: ITU-R BS.1770-4 (integrated, momentary, true peak) and
// EBU Tech 3342 (range), for stereo at 48 kHz.
#pragma once

#include <stddef.h>

#include "base/arena.h"

struct loudness {
    double integrated; // LUFS; -120 for silence
    double momentary;  // greatest, over 400 ms
    double range;      // LU
    double true_peak;  // dBTP
    double dc;         // dB of full scale, the greater channel
    double step;       // greatest change from one frame to the next
    double left_right; // power of left over right, dB
    size_t bad;        // frames that are not a number or denormal
};

struct loudness loudness_of(const float *stereo, size_t frames);

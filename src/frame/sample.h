// SPDX-License-Identifier: MIT
// A recorded or spoken sound, decoded.
#pragma once

#include <stddef.h>
#include <stdint.h>

// Interleaved stereo at 48 kHz, owned elsewhere.
struct sample {
    const int16_t *stereo;
    size_t frames; // 0: none
};

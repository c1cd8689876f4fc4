// SPDX-License-Identifier: MIT
// The struck sounds, rendered whole: bowl, rubbed bowl, chime and wood tick.
// Only for the program that makes assets/sounds and for tests; what plays are
// the files.
#pragma once

#include <stddef.h>

#include "base/arena.h"
#include "base/str.h"
#include "frame/synth.h"

enum struck {
    STRUCK_BOWL = 0,
    STRUCK_RUBBED,
    STRUCK_CHIME,
    STRUCK_TICK,
    STRUCK_COUNT
};

struct str struck_word(enum struck kind);
size_t struck_frames(enum struck kind);
// Writes struck_frames of interleaved stereo. Always the same.
void struck_render(enum struck kind, float *stereo);

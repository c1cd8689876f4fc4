// SPDX-License-Identifier: MIT
// When the next frame is to be drawn: on a steady beat while something moves,
// on every second beat or fewer while it moves slowly, else when something is
// due. Pure: knows neither the clock nor the window.
#pragma once

#include <stdint.h>

enum { PACE_FRAMES_PER_S = 60 };

// Zeroed is valid.
struct pace {
    int64_t beat_ns;  // that the next frame is for, or the last one was
    int64_t least_ns; // the next frame is not drawn before
};

// The moment to sleep until, unless an input comes; INT64_MAX for an input
// alone. due_ms: until something moves by itself, as program_due has it: 0 is
// the next beat, some beats are kept to the beat. After an input too the next
// frame waits for least_ns, so that a hail of inputs brings no more frames than
// a picture that moves.
int64_t pace_next(struct pace *p, int64_t now_ns, int64_t due_ms);

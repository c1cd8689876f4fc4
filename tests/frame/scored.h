// SPDX-License-Identifier: MIT
// Scores of timelines built by hand, mixed, and what can be measured of them.
#pragma once

#include <stddef.h>

#include "base/arena.h"
#include "frame/by_hand.h"
#include "frame/score.h"

// The struck sound of these scores: its first frame is plainly there, and it
// decays over this many.
enum { KNOCK = 4800 };

struct score *scored(struct by_hand *h, enum cue_mode cue, struct arena *mem);
// The first frames, asked for buffer by buffer.
float *mixed(struct score *s, size_t frames, size_t buffer, struct arena *mem);
double level_of(const float *stereo, size_t from_ms, size_t to_ms);
double greatest_step(const float *stereo, size_t frames);

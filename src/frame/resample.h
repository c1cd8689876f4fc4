// SPDX-License-Identifier: MIT
// Brings a recording of another rate to SYNTH_RATE, once, before it sounds.
#pragma once

#include "base/arena.h"
#include "frame/voices.h"

// in.stereo at rate frames a second, as a new recording in mem. rate > 0.
struct sample resample(struct sample in, int rate, struct arena *mem);

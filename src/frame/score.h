// SPDX-License-Identifier: MIT
// What sounds at a sample position: breath cue, bed, bells and ticks of one
// timeline, mixed at their exact frame. Live sound and export use the same
// score_mix. No SDL, no lock, no allocation and no file in score_mix.
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "core/timeline.h"

enum { SCORE_RATE = 48000 }; // frames a second: a millisecond is 48 exactly

enum cue_mode {
    CUE_BREATH = 0, // noise and tone
    CUE_NOISE,
    CUE_TONE,
    CUE_BELLS, // bells only
    CUE_OFF,
    CUE_COUNT
};

// A struck sound, decoded: interleaved stereo at SCORE_RATE, owned elsewhere.
struct sample {
    const float *stereo;
    size_t frames;
};

enum struck {
    STRUCK_BOWL = 0,
    STRUCK_RUBBED,
    STRUCK_CHIME,
    STRUCK_TICK,
    STRUCK_COUNT
};

struct score_options {
    enum cue_mode cue;
    struct str bed; // overrides the script's when not empty; "off"
    bool no_bells;
    float cue_db, bed_db, bells_db; // person's volumes, 0 = as planned
    uint64_t seed;
};

struct score; // opaque; lives in an arena

// Builds the plan for tl. samples: STRUCK_COUNT of them, each may be empty
// (that sound is silent). tl and samples must outlive it.
struct score *score_create(const struct timeline *tl,
                           const struct sample samples[STRUCK_COUNT],
                           const struct score_options *options,
                           struct arena *mem);
// Writes frames of interleaved stereo, the session's sound from session frame
// from_frame on. Consecutive calls continue; a jump of from_frame is a seek
// without a click. Frames after the end ring out what still rings.
void score_mix(float *stereo, size_t frames, int64_t from_frame,
               struct score *score);

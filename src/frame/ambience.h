// SPDX-License-Identifier: MIT
// The beds of one session, one at a time or crossing over with equal power.
// They run on their own time: whether the session's clock stands is not known
// here. A recorded bed comes through a ring, without end.
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/str.h"
#include "frame/ring.h"
#include "frame/synth_bed.h"

struct bed_slot {
    struct str name;
    struct bed *bed;   // synthesised; NULL for a name that is not ours
    struct ring *ring; // recorded; in place of bed unless NULL
    bool wanted;
    float share, pace;     // 0..1, changing by pace a control block
    float gain, gain_step; // of the current control block
};

struct ambience {
    struct bed_slot *slots;
    size_t count;
};

// names: the beds that may sound, each once; copied into mem.
void ambience_make(struct ambience *a, const struct str *names, size_t count,
                   uint64_t seed, struct arena *mem);
// See bed_brighten.
void ambience_brighten(struct ambience *a);
// Crosses over to the bed of that name, none when there is no such slot,
// within over_ms (0: at once).
void ambience_turn(struct ambience *a, struct str name, int64_t over_ms);
// Sets the coming control block: gain is reached at its end.
void ambience_control(struct ambience *a, float gain);
// Adds frames (at most SYNTH_BLOCK).
void ambience_render(struct ambience *a, float *stereo, size_t frames);

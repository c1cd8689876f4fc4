// SPDX-License-Identifier: MIT
// The slow fades of a score, each its own: at start and end, into sleep, and
// under writing. Stepped once a control block.
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "core/timeline.h"

struct score_fade {
    float whole; // of bed and cue: at the start, the end, and an early end
    float sleep; // of the bed in a session for sleep
    float write; // of the bed while somebody writes
};

// Where the score stands.
struct fade_moment {
    int64_t position_ms, length_ms;
    int64_t age_ms;        // since it first sounded
    int64_t end_ms;        // since its early end; 0: none
    bool sleeps;           // it is a session for sleep
    const struct row *row; // NULL outside the timeline
};

struct score_fade score_fade_start(void);
void score_fade_step(struct score_fade *f, const struct fade_moment *m);
// What they come to for the bed.
float score_fade_bed(const struct score_fade *f);

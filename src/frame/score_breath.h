// SPDX-License-Identifier: MIT
// Where the breath is at a session frame, for the cue: the timeline's rows
// through the one lung curve. Sounds nothing.
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "core/timeline.h"
#include "frame/synth_cue.h"

struct breath_cursor {
    const struct timeline *tl;
    size_t row;      // the last one that was asked for
    bool fast;       // its breath is
    float peak_fall; // the greatest slope of a falling curve
    float peak_rise;
};

void breath_cursor_make(struct breath_cursor *c, const struct timeline *tl);
// The row at frame; NULL outside the timeline. Cheap where frame goes on from
// the last.
const struct row *breath_row(struct breath_cursor *c, int64_t frame);
// Sets act, volume, flow, falling, fast, swell, held_s and pan of aim; the
// rest is the caller's.
void breath_aim(struct breath_cursor *c, int64_t frame, struct cue_aim *aim);

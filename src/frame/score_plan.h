// SPDX-License-Identifier: MIT
// What a score can know before it sounds: which recorded sounds it asks for,
// which bed stands where, and where the open waits are.
#pragma once

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "core/timeline.h"
#include "frame/score.h"

struct score_plan {
    const struct timeline *tl;
    struct str bed; // in place of the script's, as in score_options
    struct want *wants;
    struct sample *samples; // of wants
    size_t want_count;
    struct str *beds; // names that may sound
    size_t bed_count;
    size_t *gates; // rows of open waits
    size_t gate_count;
};

void score_plan_make(struct score_plan *plan, const struct timeline *tl,
                     const struct score_options *options, struct arena *mem);
// The bed that sounds at the start, and the one where the script asks for
// name; empty for none.
struct str score_plan_bed_at_start(const struct score_plan *plan);
struct str score_plan_bed(const struct score_plan *plan, struct str name);
// A practice of movement.
bool score_plan_moves(const struct score_plan *plan);
// The sound of a bell or tick; without frames for other events, and when
// there is none.
struct sample score_plan_struck(const struct score_plan *plan,
                                const struct event *e);

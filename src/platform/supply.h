// SPDX-License-Identifier: MIT
// Brings to a score what it asks for: struck sounds before it is mixed, long
// beds and spoken lines while it is. Live sound and export use the same, so
// they sound the same. One thread at a time has a supply; it may take long.
#pragma once

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/buf.h"
#include "frame/ring.h"
#include "frame/score.h"
#include "platform/loop.h"
#include "platform/narrator.h"
#include "platform/shelf.h"

struct supply_bed {
    size_t want; // of the score
    struct loop *loop;
    struct ring ring;
};

// Zeroed is one of no score.
struct supply {
    struct score *score;
    struct arena mem;
    struct supply_bed *beds;
    size_t bed_count;
    struct narrator narrator;
    struct arena said[SPEAKER_PLACES]; // of the lines that were brought
};

// Before score is mixed. Adds a line, ended by a newline, to lines for each
// sound that is missing or broken. The setup's strings are copied.
void supply_begin(struct supply *s, struct score *score, struct shelf *shelf,
                  const struct narrator_setup *voice, struct buf *lines);
// Fills up what the score will take next: to be called at least once in two
// seconds of its sound. speaks: lines are wanted.
void supply_tend(struct supply *s, bool speaks, struct buf *lines);
// Something of it is to be tended at all.
bool supply_flows(const struct supply *s);
// The score, which is still there, is mixed no more until another begin.
void supply_finish(struct supply *s);

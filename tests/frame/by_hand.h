// SPDX-License-Identifier: MIT
// Timelines built by hand, for tests of what follows from one.
#pragma once

#include <stdint.h>

#include "base/str.h"
#include "core/timeline.h"

enum { HAND_ROWS = 2000, HAND_EVENTS = 400 };

// Zeroed is an empty timeline.
struct by_hand {
    struct row rows[HAND_ROWS];
    struct event events[HAND_EVENTS];
    struct timeline tl;
    size_t order;
};

static inline struct row *by_hand_row(struct by_hand *h, enum verb verb,
                                      enum phase phase, int64_t ms)
{
    struct row *row = &h->rows[h->tl.row_count++];
    *row = (struct row){
        .start_ms = h->tl.length_ms,
        .end_ms = h->tl.length_ms + ms,
        .verb = verb,
        .phase = phase,
        .step = verb == VERB_BREATHE ? 0 : h->tl.row_count,
        .order = h->order++,
    };
    row->from = phase == PHASE_OUT || phase == PHASE_HOLD_FULL ? 1 : 0;
    row->to = phase == PHASE_IN || phase == PHASE_HOLD_FULL ? 1 : 0;
    h->tl.rows = h->rows;
    h->tl.length_ms += ms;
    return row;
}

// Adds breaths of the pattern; a phase of 0 ms gives no row.
static inline void by_hand_breathe(struct by_hand *h, int breaths, int64_t in,
                                   int64_t full, int64_t out, int64_t empty)
{
    const int64_t ms[] = {in, full, out, empty};
    static const enum phase phases[] = {PHASE_IN, PHASE_HOLD_FULL, PHASE_OUT,
                                        PHASE_HOLD_EMPTY};
    for (int i = 0; i < breaths; i++) {
        for (int p = 0; p < 4; p++) {
            if (ms[p] > 0) {
                by_hand_row(h, VERB_BREATHE, phases[p], ms[p])->breath = i + 1;
            }
        }
    }
}

// Events are added in the order of their time.
static inline struct event *by_hand_event(struct by_hand *h, int64_t at_ms,
                                          enum event_kind kind,
                                          const char *name)
{
    struct event *e = &h->events[h->tl.event_count++];
    *e = (struct event){.at_ms = at_ms,
                        .kind = kind,
                        .name = str_from(name),
                        .order = h->order++};
    h->tl.events = h->events;
    return e;
}

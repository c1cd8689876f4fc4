// SPDX-License-Identifier: MIT
// Timelines by hand, for tests of what is shown of them: rows one after the
// other, says where they are put.
#pragma once

#include "core/timeline.h"

enum { MADE_MOST = 512 };

struct made {
    struct row rows[MADE_MOST];
    struct event events[MADE_MOST];
    struct timeline tl;
    size_t steps, order;
};

// Zeroed is empty. Each adds to the end; steps take the line of their number.
static inline struct row *made_row(struct made *m, struct row r)
{
    size_t i = m->tl.row_count++;
    r.start_ms = m->tl.length_ms;
    r.end_ms += r.start_ms; // given as a length
    r.order = m->order++;
    m->rows[i] = r;
    m->tl.rows = m->rows;
    m->tl.events = m->events;
    m->tl.length_ms = r.end_ms;
    return &m->rows[i];
}

static inline struct row *made_step(struct made *m, enum verb verb, int line,
                                    int64_t length_ms, const char *text)
{
    struct row *r = made_row(m, (struct row){.verb = verb,
                                             .line = line,
                                             .end_ms = length_ms,
                                             .text = str_from(text),
                                             .step = m->steps++});
    r->step_start_ms = r->start_ms;
    r->step_end_ms = r->end_ms;
    return r;
}

// Count breaths of phases in order; lengths 0 are left out.
static inline void made_breaths(struct made *m, int line, int count,
                                const int64_t lengths_ms[4])
{
    static const enum phase phases[] = {PHASE_IN, PHASE_HOLD_FULL, PHASE_OUT,
                                        PHASE_HOLD_EMPTY};
    static const float levels[][2] = {{0, 1}, {1, 1}, {1, 0}, {0, 0}};
    size_t first = m->tl.row_count;
    int64_t start_ms = m->tl.length_ms;
    for (int b = 0; b < count; b++) {
        for (size_t k = 0; k < 4; k++) {
            if (lengths_ms[k] > 0) {
                made_row(m, (struct row){.verb = VERB_BREATHE,
                                         .phase = phases[k],
                                         .breath = b + 1,
                                         .line = line,
                                         .from = levels[k][0],
                                         .to = levels[k][1],
                                         .end_ms = lengths_ms[k],
                                         .step = m->steps});
            }
        }
    }
    m->steps++;
    m->tl.breaths += count;
    for (size_t i = first; i < m->tl.row_count; i++) {
        m->rows[i].step_start_ms = start_ms;
        m->rows[i].step_end_ms = m->tl.length_ms;
    }
}

// Says are to be added in the order of their times.
static inline void made_say(struct made *m, int64_t at_ms, const char *text)
{
    m->events[m->tl.event_count++] = (struct event){.kind = EVENT_SAY,
                                                    .at_ms = at_ms,
                                                    .text = str_from(text),
                                                    .order = m->order++};
}

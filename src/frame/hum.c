// SPDX-License-Identifier: MIT
#include "frame/hum.h"

#include "frame/pacer.h"

enum { SWELL_MS = 800 }; // after a hold

static bool moves(const struct row *r)
{
    return r->verb == VERB_BREATHE &&
           (r->phase == PHASE_IN || r->phase == PHASE_TOP ||
            r->phase == PHASE_OUT);
}

float hum_at(const struct timeline *tl, const struct moment *m)
{
    const struct row *r = &tl->rows[m->row];
    if (!moves(r)) {
        return 0;
    }
    int64_t gone_ms = m->t_ms - r->start_ms;
    bool rested = m->row == 0 || !moves(r - 1);
    float swell = rested && gone_ms < SWELL_MS ? (float)gone_ms / SWELL_MS : 1;
    return HUM_MOST * swell * pacer_level(tl, m);
}

// SPDX-License-Identifier: MIT
// A luminous ball that fills with the lungs, inside a dotted ring at its
// fullest: the inhale has a visible destination. In a hold it stays still and
// its rim swells with each second, as the tone does.
#include <math.h>

#include "frame/pacer.h"
#include "frame/pacer_shapes.h"

float pacing_shimmer(const struct pacing *p)
{
    const struct row *r = p->row;
    bool hold = r->verb == VERB_RETAIN || r->phase == PHASE_HOLD_FULL ||
                r->phase == PHASE_HOLD_EMPTY;
    if (!hold || p->reduced_motion || p->still) {
        return 1;
    }
    int64_t step = (p->m->t_ms - r->start_ms) * SHIMMER_STEPS_S / 1000;
    int64_t gone_ms = step * 1000 / SHIMMER_STEPS_S;
    int64_t left_ms = r->end_ms - r->start_ms - gone_ms;
    float swell = sinf(6.2831853f * (float)(gone_ms % 1000) / 1000);
    // A hold of no whole number of seconds must not end on a jump.
    float ease = left_ms < 250 ? (float)left_ms / 250 : 1;
    return 1 + 0.06f * swell * ease;
}

void pacer_draw_orb(struct scene *sc, const struct pacing *p)
{
    const float full = ORB_LEAST + ORB_RANGE;
    struct shape s = {.kind = SHAPE_ORB,
                      .role = ROLE_BREATH,
                      .alpha = 1,
                      .x = STAGE_WIDTH / 2,
                      .y = ORB_Y,
                      .r = ORB_LEAST + ORB_RANGE * p->level,
                      .a = pacing_shimmer(p)};
    if (p->reduced_motion) {
        s.r = full;
        s.a = 0.35f + 0.65f * p->level;
    }
    scene_add(sc, s);
    if (!p->reduced_motion) {
        scene_add(sc, (struct shape){.kind = SHAPE_DOTS,
                                     .role = ROLE_BREATH,
                                     .alpha = 0.6f,
                                     .x = s.x,
                                     .y = s.y,
                                     .r = full,
                                     .width = 0.0011f,
                                     .count = 90});
    }
}

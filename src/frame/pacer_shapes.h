// SPDX-License-Identifier: MIT
// What the pacers share among themselves, one file each. Private to pacer*.c.
#pragma once

#include <stdbool.h>

#include "core/timeline.h"
#include "frame/scene.h"

struct pacing {
    const struct timeline *tl;
    const struct moment *m;
    const struct row *row; // the moment's
    float level;
    bool reduced_motion;
    bool still; // the practice is over: no shimmer, nothing travels
};

void orb_draw(struct scene *sc, const struct pacing *p);
void ring_draw(struct scene *sc, const struct pacing *p);

// The swell of light in a hold: 1 with +-6 % at 1 Hz, 15 times a second, and
// 1 outside holds and in reduced motion.
float pacing_shimmer(const struct pacing *p);

// SPDX-License-Identifier: MIT
// A pixel's light depends on q, its distance in radii. q * q needs no root, so
// the curve of the light outside is a table over q * q.
#include "platform/paint_orb.h"

#include <math.h>
#include <stdlib.h>

#include "base/arena.h"

#define HIGHLIGHT_X (-0.25f) // radii
#define BELL 4.5f            // exp(-BELL d * d)

void orb_curves_make(struct orb_curves *c)
{
    for (int i = 0; i <= ORB_OUTSIDE; i++) {
        float part = ((float)i + 0.5f) / ORB_OUTSIDE;
        float q = sqrtf(1 + part * (ORB_REACH * ORB_REACH - 1));
        float gone = (q - 1) / (ORB_REACH - 1); // fades out towards the reach
        float fade = gone < 1 ? 1 - gone * gone : 0;
        c->outside[i] = ORB_GLOW * expf(-ORB_FALL * (q - 1)) * fade;
    }
    for (int i = 0; i < ORB_BELL * ORB_BELL_RADII; i++) {
        float d = (float)i / ORB_BELL;
        c->bell[i] = expf(-BELL * d * d);
    }
}

float orb_bell(const struct orb_curves *c, float radii)
{
    int i = (int)(fabsf(radii) * ORB_BELL);
    return i < ORB_BELL * ORB_BELL_RADII ? c->bell[i] : 0;
}

static void make_coats(struct orb *o)
{
    for (int y = 0; y < TILE; y++) {
        o->coats[y] =
            coat_of(o->tint_colour, o->light.white, y, o->light.on_paper);
    }
}

static void make_levels(struct orb *o, const struct orb_curves *c,
                        float strength)
{
    float whole = strength * (float)o->light.tint->full;
    for (int i = 0; i <= ORB_OUTSIDE; i++) {
        o->outside[i] = (uint16_t)(c->outside[i] * whole + 0.5f);
    }
}

static void make_highlight(struct orb *o, const struct orb_curves *c)
{
    const struct mark *m = &o->of;
    float reach = fmaxf(m->zones[ZONE_RIM].until, m->r);
    o->across_from = (int)floorf(m->x - reach) - 2 * TILE;
    o->across_len = (int)ceilf(2 * reach) + 6 * TILE;
    int cells = (ZONE_RIM + 1) * o->across_len;
    if (cells > o->across_cap) {
        o->across_cap = 2 * cells;
        free(o->across);
        o->across = malloc((size_t)o->across_cap * sizeof(*o->across));
        if (!o->across) {
            arena_fail();
        }
    }
    for (int zone = 0; zone <= ZONE_RIM; zone++) {
        float *across = o->across + zone * o->across_len;
        float per_px = 1 / m->zones[zone].r;
        for (int i = 0; i < o->across_len; i++) {
            float x = (float)(o->across_from + i) + 0.5f - m->x;
            across[i] = orb_bell(c, x * per_px - HIGHLIGHT_X);
        }
    }
}

static bool same_light(const struct orb *o, struct orb_light light)
{
    return o->light.tint == light.tint && o->light.white == light.white &&
           o->tint_colour == light.tint->colour &&
           o->light.on_paper == light.on_paper &&
           !(o->light.strength < light.strength) &&
           !(o->light.strength > light.strength);
}

bool orb_is(const struct orb *o, const struct mark *m, struct orb_light light)
{
    return same_light(o, light) && mark_equal(&o->of, m);
}

void orb_make(struct orb *o, const struct orb_curves *c, const struct mark *m,
              struct orb_light light)
{
    bool levels = same_light(o, light);
    o->of = *m;
    o->light = light;
    o->tint_colour = light.tint->colour;
    if (!levels) {
        make_levels(o, c, light.strength);
        make_coats(o);
    }
    o->base = ORB_BASE * light.strength;
    o->rise = ORB_RISE * light.strength * (float)m->strength / 256;
    make_highlight(o, c);
}

void orb_finish(struct orb *o)
{
    free(o->across);
    *o = (struct orb){0};
}

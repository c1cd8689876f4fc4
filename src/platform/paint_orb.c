// SPDX-License-Identifier: MIT
// A pixel's light depends on q, its distance in radii. q * q needs no root, so
// every curve is a table over q * q.
#include "platform/paint_orb.h"

#include <math.h>
#include <stdlib.h>

#include "base/arena.h"

#define HIGHLIGHT_X (-0.25f) // radii
#define HIGHLIGHT 0.15f      // of the highlight's colour
#define BELL 4.5f            // exp(-BELL d * d)
// No level may be so bright that the highlight could carry over into the next
// channel: 0.84 * 255 + 0.16 * 255 is a byte.
#define BRIGHTEST 0.84f

void orb_curves_make(struct orb_curves *c)
{
    for (int i = 0; i <= ORB_OUTSIDE; i++) {
        float part = ((float)i + 0.5f) / ORB_OUTSIDE;
        float q = sqrtf(1 + part * (ORB_REACH * ORB_REACH - 1));
        float gone = (q - 1) / (ORB_REACH - 1); // fades out towards the reach
        float fade = gone < 1 ? 1 - gone * gone : 0;
        c->outside[i] = ORB_GLOW * expf(-ORB_FALL * (q - 1)) * fade;
    }
    for (int i = 0; i < ORB_INSIDE; i++) {
        float q = sqrtf(((float)i + 0.5f) / ORB_INSIDE);
        c->inside[i] = 0.055f;
        c->shaded[i] = ORB_RISE * q * q * q * q;
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

static uint16_t level_of(float part, const struct tint *t)
{
    float most = BRIGHTEST * (float)t->full;
    float level = part * (float)t->full;
    return (uint16_t)(level < most ? level + 0.5f : most);
}

static void make_levels(struct orb *o, const struct orb_curves *c,
                        float strength)
{
    float rim = (float)o->of.strength / 256;
    for (int i = 0; i <= ORB_OUTSIDE; i++) {
        o->outside[i] = level_of(c->outside[i] * strength, o->light.tint);
    }
    for (int i = 0; i < ORB_INSIDE; i++) {
        float inside = c->inside[i] * strength;
        float all = inside + c->shaded[i] * rim * strength;
        uint32_t low = level_of(inside, o->light.tint);
        uint32_t high = level_of(all, o->light.tint);
        o->inside[i] = low | (high - low) << 16;
    }
}

static void make_highlight(struct orb *o, const struct orb_curves *c)
{
    const struct mark *m = &o->of;
    o->across_from = (int)floorf(m->x - m->r) - STRIP_ALIGN;
    o->across_len = (int)ceilf(2 * m->r) + 3 * STRIP_ALIGN;
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
        uint16_t *across = o->across + zone * o->across_len;
        float per_px = 1 / m->zones[zone].r;
        for (int i = 0; i < o->across_len; i++) {
            float x = (float)(o->across_from + i) + 0.5f - m->x;
            across[i] =
                (uint16_t)(65535 * orb_bell(c, x * per_px - HIGHLIGHT_X));
        }
    }
}

// The largest radius in pixels within which no level differs from the next
// pixel's by more than so many steps of the screen; short of the soft edge.
static float even_inside(const struct orb *o, float steps)
{
    const int stride = ORB_INSIDE / 128;
    float most = steps * TINT_STEPS, r = o->of.r;
    float before = 0;
    for (int i = stride; i < ORB_INSIDE; i += stride) {
        float now = r * sqrtf((float)i / ORB_INSIDE);
        if (now > r - orb_rim_px(r)) {
            return before;
        }
        uint32_t high = (o->inside[i] & 0xffff) + (o->inside[i] >> 16);
        uint32_t low =
            (o->inside[i - stride] & 0xffff) + (o->inside[i - stride] >> 16);
        if ((float)(high - low) > most * (now - before)) {
            return before;
        }
        before = now;
    }
    return before;
}

static bool same_light(const struct orb *o, struct orb_light light)
{
    return o->light.tint == light.tint && o->light.white == light.white &&
           o->tint_colour == light.tint->colour &&
           (!light.white || o->white_colour == light.white->colour) &&
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
    bool levels = same_light(o, light) && o->of.strength == m->strength;
    o->of = *m;
    o->light = light;
    o->tint_colour = light.tint->colour;
    o->white_colour = light.white ? light.white->colour : 0;
    if (!levels) {
        make_levels(o, c, light.strength);
    }
    o->down =
        light.white ? HIGHLIGHT * light.strength * (float)light.white->full : 0;
    make_highlight(o, c);
    o->soft = even_inside(o, 3.0f);
}

void orb_finish(struct orb *o)
{
    free(o->across);
    *o = (struct orb){0};
}

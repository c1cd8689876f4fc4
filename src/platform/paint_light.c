// SPDX-License-Identifier: MIT
#include "platform/paint_light.h"

#include <math.h>
#include <stdlib.h>

#include "base/arena.h"
#include "platform/paint_ground.h"
#include "platform/paint_orb.h"
#include "platform/paint_tint.h"

#define PAPER_STRENGTH 0.8f // of light on paper (sound-and-look.md, 7)

enum {
    GLOW = 1024,    // look-ups from a glow's centre to its end
    ORBS = 4,       // whose tables are kept at a time
    LARGE_PX = 200, // from this radius on four pixels of a glow share a level
};

struct lights {
    uint32_t colours[ROLE_COUNT]; // of light, by role
    bool on_paper;
    struct tint *tints[ROLE_COUNT]; // made when first needed
    struct ground ground;
    struct orb_curves curves;
    struct orb orbs[ORBS];
    int oldest_orb;
    float glow[GLOW + 1];
};

struct lights *lights_create(void)
{
    struct lights *l = calloc(1, sizeof(*l));
    if (!l) {
        arena_fail();
    }
    orb_curves_make(&l->curves);
    for (int i = 0; i <= GLOW; i++) {
        float left = 1 - (float)i / GLOW; // 1 - q * q
        l->glow[i] = left * left;
    }
    return l;
}

void lights_destroy(struct lights *l)
{
    if (!l) {
        return;
    }
    for (int i = 0; i < ROLE_COUNT; i++) {
        free(l->tints[i]);
    }
    for (int i = 0; i < ORBS; i++) {
        orb_finish(&l->orbs[i]);
    }
    free(l);
}

// What the brighter colour has more than the other. Light adds what it has more
// than the ground's middle or, on paper, takes away what it has less: there
// this is the same as blending the colour over it.
static uint32_t difference(uint32_t brighter, uint32_t darker)
{
    uint32_t made = 0;
    for (int shift = 16; shift >= 0; shift -= 8) {
        uint32_t has = brighter >> shift & 0xff, less = darker >> shift & 0xff;
        made |= (has > less ? has - less : 0) << shift;
    }
    return made;
}

void lights_prepare(struct lights *l, const struct theme *th, int width,
                    int height)
{
    uint32_t middle = th->colour[ROLE_CENTRE];
    ground_make(&l->ground, th->colour[ROLE_EDGE], middle, width, height);
    l->on_paper = th->light;
    for (int i = 0; i < ROLE_COUNT; i++) {
        l->colours[i] = th->light ? difference(middle, th->colour[i])
                                  : difference(th->colour[i], middle);
    }
}

static const struct tint *tint_of(struct lights *l, enum role role)
{
    struct tint **place = &l->tints[role];
    if (!*place && !(*place = calloc(1, sizeof(**place)))) {
        arena_fail();
    }
    if ((*place)->colour != l->colours[role]) {
        tint_make(*place, l->colours[role]);
    }
    return *place;
}

// A highlight's colour: half way from the light's own to the ink's, which is
// the palette's white. Pure white on a coloured ball looks like dust.
static uint32_t white_of(const struct lights *l, enum role role)
{
    uint32_t own = l->colours[role], ink = l->colours[ROLE_INK];
    return (own >> 1 & 0x7f7f7f) + (ink >> 1 & 0x7f7f7f);
}

static float strength_of(const struct lights *l, const struct mark *m)
{
    float alpha = (float)m->alpha / ALPHA_FULL;
    return l->on_paper ? alpha * PAPER_STRENGTH : alpha;
}

// The orb's tables: those made before, or new ones in the oldest place.
static const struct orb *orb_of(struct lights *l, const struct mark *m)
{
    struct orb_light light = {
        .tint = tint_of(l, m->role),
        .white = l->on_paper ? 0 : white_of(l, m->role),
        .strength = strength_of(l, m),
        .on_paper = l->on_paper,
    };
    for (int i = 0; i < ORBS; i++) {
        if (orb_is(&l->orbs[i], m, light)) {
            return &l->orbs[i];
        }
    }
    struct orb *o = &l->orbs[l->oldest_orb];
    l->oldest_orb = (l->oldest_orb + 1) % ORBS;
    orb_make(o, &l->curves, m, light);
    return o;
}

// One look-up for step pixels.
static inline void glow_span(const struct strip *s, int y, struct box own,
                             const struct mark *m, const uint16_t *levels,
                             const struct tint *tint, int step)
{
    float dy = (float)y + 0.5f - m->y;
    float scale = GLOW / (m->r * m->r);
    for (int x = own.left; x < own.right; x += step) {
        float dx = (float)x + (float)step / 2 - m->x;
        float at = (dx * dx + dy * dy) * scale;
        int i = at < GLOW ? (int)at : GLOW;
        const uint32_t *tile = tint->rows[y & (TILE - 1)][levels[i]];
        for (int k = 0; k < step; k++) {
            s->light[x - s->box.left + k] = tile[(x + k) & (TILE - 1)];
        }
    }
}

static void draw_glow(struct lights *l, const struct strip *s,
                      const struct mark *m)
{
    const struct tint *tint = tint_of(l, m->role);
    if (tint->full == 0) {
        return;
    }
    uint16_t levels[GLOW + 1];
    float most = (float)tint->full * strength_of(l, m);
    for (int i = 0; i <= GLOW; i++) {
        levels[i] = (uint16_t)(l->glow[i] * most + 0.5f);
    }
    struct flip flip = flip_of(l->on_paper);
    struct box own = box_meet(m->box, s->box);
    own.left &= ~(TILE - 1);
    own.right = (own.right + TILE - 1) & ~(TILE - 1);
    for (int y = own.top; y < own.bottom; y++) {
        if (m->r >= LARGE_PX) {
            glow_span(s, y, own, m, levels, tint, TILE);
        } else {
            glow_span(s, y, own, m, levels, tint, 1);
        }
        uint32_t *row = strip_row(s, y);
        for (int x = own.left; x < own.right; x += TILE) {
            int at = x - s->box.left;
            add_light(row + at, s->light + at, &flip);
        }
    }
}

void light_mark(struct lights *l, const struct strip *s, const struct mark *m)
{
    if (m->kind == SHAPE_GROUND) {
        ground_draw(&l->ground, s);
        return;
    }
    if (m->r <= 0) {
        return;
    }
    if (m->kind == SHAPE_ORB) {
        orb_draw(orb_of(l, m), &l->curves, s);
    } else {
        draw_glow(l, s, m);
    }
}

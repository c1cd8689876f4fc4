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
    ORBS = 4 // whose tables are kept at a time
};

struct lights {
    uint32_t colours[ROLE_COUNT]; // of light, by role
    bool on_paper;
    struct tint *tints[ROLE_COUNT]; // made when first needed
    struct ground ground;
    struct orb_curves curves;
    struct orb orbs[ORBS];
    int oldest_orb;
};

struct lights *lights_create(void)
{
    struct lights *l = calloc(1, sizeof(*l));
    if (!l) {
        arena_fail();
    }
    orb_curves_make(&l->curves);
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

// The columns of a row of a glow, and 1 less the squared way to it in radii.
struct glow_span {
    int x, end;
    float near;
};

// A row of a glow, from a multiple of TILE on. At q radii, with u = 1 - q q:
// u^2 (0.4 + 0.6 u^8) of its strength, near light and a wide halo, as the
// drawn glows have it.
static void glow_row(const struct coat *coat, const struct mark *m,
                     struct glow_span sp, uint32_t *row, float most)
{
    static const float none[TILE] = {0};
    const struct coat c = *coat;
    const float per_r2 = 1 / (m->r * m->r);
    float dx[TILE], level[TILE];
    for (int i = 0; i < TILE; i++) {
        dx[i] = (float)(sp.x + i) + 0.5f - m->x;
    }
    for (int x = sp.x; x < sp.end; x += TILE, row += TILE) {
        for (int i = 0; i < TILE; i++) {
            float left = sp.near - dx[i] * dx[i] * per_r2;
            left = (left + fabsf(left)) / 2; // none outside
            float u2 = left * left, u4 = u2 * u2;
            level[i] = u2 * (0.4f + 0.6f * u4 * u4) * most;
            dx[i] += TILE;
        }
        coat_put(&c, level, none, row);
    }
}

static void draw_glow(const struct lights *l, const struct strip *s,
                      const struct mark *m)
{
    struct box own = box_meet(m->box, s->box);
    float most = strength_of(l, m);
    for (int y = own.top; y < own.bottom; y++) {
        float dy = ((float)y + 0.5f - m->y) / m->r;
        float near = 1 - dy * dy;
        if (near <= 0) {
            continue;
        }
        float half = m->r * sqrtf(near);
        int left = (int)(m->x - half) - 1, right = (int)(m->x + half) + 2;
        struct glow_span sp = {left > own.left ? left : own.left,
                               right < own.right ? right : own.right, near};
        sp.x &= ~(TILE - 1);
        struct coat coat = coat_of(l->colours[m->role], 0, y, l->on_paper);
        glow_row(&coat, m, sp, strip_row(s, y) + (sp.x - s->box.left), most);
    }
}

void light_mark(struct lights *l, const struct strip *s, const struct mark *m)
{
    if (m->kind == SHAPE_GROUND) {
        ground_draw(&l->ground, m, s);
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

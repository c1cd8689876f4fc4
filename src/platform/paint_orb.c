// SPDX-License-Identifier: MIT
// A pixel's light depends on q, its distance in radii. q * q needs no root, so
// every curve is a table over q * q. A row falls into spans: outside, where
// four pixels share a look-up; the soft edge; near the rim, where each pixel
// has its own; and the smooth middle, four at a time again. What lies within
// the edge is put into the strip's light row first and added at once.
#include "platform/paint_orb.h"

#include <math.h>
#include <stdlib.h>

#include "base/arena.h"

#define REACH 2.6f           // radii at which the light has gone
#define EDGE_PX 0.75f        // half the width of the soft edge
#define SMOOTH 0.7f          // radii within which four pixels share a level
#define SHADE 0.3f           // how much the lower right is darker
#define HIGHLIGHT_X (-0.34f) // radii
#define HIGHLIGHT_Y (-0.80f)
#define HIGHLIGHT 0.15f // of white
#define BELL 2.4f       // exp(-BELL d * d)
// No level may be so bright that the highlight could carry over into the next
// channel: 0.84 * 255 + 0.16 * 255 is a byte.
#define BRIGHTEST 0.84f

enum { SHADE_ONE = 65536 };

// An orb's numbers for one row.
struct orb_row {
    const struct orb *orb;
    int tile;                 // the row in a tile
    float dy2;                // squared distance of the row from the centre
    float scale;              // look-ups inside, to a squared pixel
    uint32_t down;            // the highlight's strength in this row, in levels
    float shade;              // at the centre's column, of SHADE_ONE
    float shade_step;         // to the next column
    const struct tint *white; // of the highlight
    uint32_t *light;          // light[0] is at the strip's left edge
    int left;                 // of the strip
};

void orb_curves_make(struct orb_curves *c)
{
    for (int i = 0; i <= ORB_OUTSIDE; i++) {
        float part = ((float)i + 0.5f) / ORB_OUTSIDE;
        float q = sqrtf(1 + part * (REACH * REACH - 1));
        float gone = (q - 1) / (REACH - 1); // fades out towards the reach
        float fade = gone < 1 ? 1 - gone * gone : 0;
        c->outside[i] = 0.29f * expf(-2.3f * (q - 1)) * fade;
    }
    for (int i = 0; i < ORB_INSIDE; i++) {
        float q = sqrtf(((float)i + 0.5f) / ORB_INSIDE);
        c->inside[i] = 0.055f + 0.235f * powf(q, 5);
        c->shaded[i] = 0.06f * q * q + 0.42f * powf(q, 14);
    }
    for (int i = 0; i < ORB_BELL * ORB_BELL_RADII; i++) {
        float d = (float)i / ORB_BELL;
        c->bell[i] = expf(-BELL * d * d);
    }
}

static float bell_at(const struct orb_curves *c, float radii)
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
        o->inside[i] = level_of(inside, o->light.tint);
        o->shaded[i] = (uint16_t)(level_of(all, o->light.tint) - o->inside[i]);
    }
}

static void make_highlight(struct orb *o, const struct orb_curves *c)
{
    const struct mark *m = &o->of;
    o->across_from = (int)floorf(m->x - m->r) - STRIP_ALIGN;
    o->across_len = (int)ceilf(2 * m->r) + 3 * STRIP_ALIGN;
    if (o->across_len > o->across_cap) {
        o->across_cap = 2 * o->across_len;
        free(o->across);
        o->across = malloc((size_t)o->across_cap * sizeof(*o->across));
        if (!o->across) {
            arena_fail();
        }
    }
    float per_px = 1 / m->r;
    for (int i = 0; i < o->across_len; i++) {
        float x = (float)(o->across_from + i) + 0.5f - m->x;
        o->across[i] = (uint16_t)(65535 * bell_at(c, x * per_px - HIGHLIGHT_X));
    }
}

static bool same_light(const struct orb *o, struct orb_light light)
{
    return o->light.tint == light.tint && o->light.white == light.white &&
           o->tint_colour == light.tint->colour &&
           (!light.white || o->white_colour == light.white->colour) &&
           o->light.flip == light.flip &&
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
}

void orb_finish(struct orb *o)
{
    free(o->across);
    *o = (struct orb){0};
}

// The level at a point of the inside, and the highlight's there.
static inline uint32_t inside_level(const struct orb_row *r, float dx, int x,
                                    uint32_t *white)
{
    const struct orb *o = r->orb;
    int i = (int)((dx * dx + r->dy2) * r->scale);
    i = i < ORB_INSIDE ? i : ORB_INSIDE - 1;
    uint32_t shade = (uint32_t)(r->shade + dx * r->shade_step);
    *white = o->across[x - o->across_from] * r->down >> 16;
    return o->inside[i] + (o->shaded[i] * shade >> 16);
}

static void inside_pixels(const struct orb_row *r, int x, int end)
{
    const struct orb *o = r->orb;
    for (; x < end; x++) {
        uint32_t white = 0;
        float dx = (float)x + 0.5f - o->of.x;
        uint32_t level = inside_level(r, dx, x, &white);
        int column = x & (TILE - 1);
        r->light[x - r->left] = o->light.tint->tiles[level][r->tile][column] +
                                r->white->tiles[white][r->tile][column];
    }
}

// As above for whole tiles, with the level in the middle of each.
static void inside_tiles(const struct orb_row *r, int x, int end)
{
    const struct orb *o = r->orb;
    for (; x < end; x += TILE) {
        uint32_t white = 0;
        float dx = (float)x + TILE / 2 - o->of.x;
        uint32_t level = inside_level(r, dx, x + TILE / 2, &white);
        const uint32_t *tint = o->light.tint->tiles[level][r->tile];
        const uint32_t *more = r->white->tiles[white][r->tile];
        for (int i = 0; i < TILE; i++) {
            r->light[x - r->left + i] = tint[i] + more[i];
        }
    }
}

static inline uint32_t outside_level(const struct orb *o, float d2,
                                     float per_px2)
{
    float at = (d2 * per_px2 - 1) * (ORB_OUTSIDE / (REACH * REACH - 1));
    int i = at > 0 ? (int)at : 0;
    return o->outside[i < ORB_OUTSIDE ? i : ORB_OUTSIDE];
}

// Where the rim covers a part of each pixel.
static void edge_pixels(const struct orb_row *r, int x, int end)
{
    const struct orb *o = r->orb;
    for (; x < end; x++) {
        uint32_t white = 0;
        float dx = (float)x + 0.5f - o->of.x;
        float d2 = dx * dx + r->dy2;
        float in = 0.5f + (o->of.r - sqrtf(d2)) / (2 * EDGE_PX);
        in = in < 0 ? 0 : in > 1 ? 1 : in;
        float level = (float)inside_level(r, dx, x, &white) * in;
        level +=
            (float)outside_level(o, d2, 1 / (o->of.r * o->of.r)) * (1 - in);
        white = (uint32_t)((float)white * in);
        int column = x & (TILE - 1);
        r->light[x - r->left] =
            o->light.tint->tiles[(int)level][r->tile][column] +
            r->white->tiles[white][r->tile][column];
    }
}

static void outside_tiles(const struct orb_row *r, uint32_t *row, int x,
                          int end)
{
    const struct orb *o = r->orb;
    const float scale = ORB_OUTSIDE / (REACH * REACH - 1);
    const float per_px2 = scale / (o->of.r * o->of.r);
    const float from = r->dy2 * per_px2 - scale;
    for (; x < end; x += TILE) {
        float dx = (float)x + TILE / 2 - o->of.x;
        float at = dx * dx * per_px2 + from;
        int i = at > 0 ? (int)at : 0;
        i = i < ORB_OUTSIDE ? i : ORB_OUTSIDE;
        add_light(row + (x - r->left),
                  o->light.tint->tiles[o->outside[i]][r->tile], o->light.flip);
    }
}

// Half the width of a row of a disc; 0 when the row misses it.
static float half_chord(float radius, float dy2)
{
    float left = radius * radius - dy2;
    return radius > 0 && left > 0 ? sqrtf(left) : 0;
}

// Columns as whole tiles: those that hold any of [x0, x1), within the strip.
struct span {
    int x, end;
};

static struct span tiles_around(float x, float half, const struct box *within)
{
    struct span s = {(int)floorf(x - half) & ~(TILE - 1),
                     ((int)ceilf(x + half) + TILE - 1) & ~(TILE - 1)};
    s.x = s.x > within->left ? s.x : within->left;
    s.end = s.end < within->right ? s.end : within->right;
    return s;
}

static int clamped(int x, struct span s)
{
    return x < s.x ? s.x : x > s.end ? s.end : x;
}

// The inside and the edge of one row, into the light row: from the left edge
// over the rim to the middle and out again.
static void draw_inside(const struct orb_row *r, struct span all)
{
    const struct mark *m = &r->orb->of;
    float whole = half_chord(m->r - EDGE_PX, r->dy2);
    float smooth = half_chord(m->r * SMOOTH, r->dy2);
    int rim_x = clamped((int)ceilf(m->x - whole), all);
    int rim_end = clamped((int)floorf(m->x + whole), all);
    int tile_x = ((int)ceilf(m->x - smooth) + TILE - 1) & ~(TILE - 1);
    int tile_end = (int)floorf(m->x + smooth) & ~(TILE - 1);
    if (tile_x >= tile_end) {
        tile_x = tile_end = rim_x;
    }
    tile_x = clamped(tile_x, (struct span){rim_x, rim_end});
    tile_end = clamped(tile_end, (struct span){rim_x, rim_end});
    edge_pixels(r, all.x, rim_x);
    inside_pixels(r, rim_x, tile_x);
    inside_tiles(r, tile_x, tile_end);
    inside_pixels(r, tile_end, rim_end);
    edge_pixels(r, rim_end, all.end);
}

static void draw_row(struct orb_row *r, const struct strip *s, uint32_t *row)
{
    const struct mark *m = &r->orb->of;
    float reach = half_chord(m->r * REACH, r->dy2);
    float edge = half_chord(m->r + EDGE_PX, r->dy2);
    if (reach <= 0) {
        return;
    }
    struct span lit = tiles_around(m->x, reach, &s->box);
    if (edge <= 0) {
        outside_tiles(r, row, lit.x, lit.end);
        return;
    }
    struct span in = tiles_around(m->x, edge, &s->box);
    outside_tiles(r, row, lit.x, in.x < lit.end ? in.x : lit.end);
    if (in.x < in.end) {
        draw_inside(r, in);
        for (int x = in.x - r->left; x < in.end - r->left; x += TILE) {
            add_light(row + x, r->light + x, r->orb->light.flip);
        }
    }
    outside_tiles(r, row, in.end > lit.x ? in.end : lit.x, lit.end);
}

void orb_draw(const struct orb *o, const struct orb_curves *c,
              const struct strip *s)
{
    const struct mark *m = &o->of;
    if (m->r <= 0 || o->light.tint->full == 0) {
        return;
    }
    struct box own = box_meet(m->box, s->box);
    float per_px = 1 / m->r;
    for (int y = own.top; y < own.bottom; y++) {
        float dy = (float)y + 0.5f - m->y;
        // Light from the upper left: 1 there, 1 - SHADE at the lower right.
        float step = SHADE_ONE * SHADE / 2 * 0.70710678f * per_px;
        struct orb_row r = {
            .orb = o,
            .tile = y & (TILE - 1),
            .dy2 = dy * dy,
            .scale = ORB_INSIDE * per_px * per_px,
            .down = (uint32_t)(o->down * bell_at(c, dy * per_px - HIGHLIGHT_Y)),
            .shade = SHADE_ONE * (1 - SHADE / 2) - dy * step,
            .shade_step = -step,
            // Without a highlight: level 0 of any tint, which is nothing.
            .white = o->light.white ? o->light.white : o->light.tint,
            .light = s->light,
            .left = s->box.left,
        };
        draw_row(&r, s, strip_row(s, y));
    }
}

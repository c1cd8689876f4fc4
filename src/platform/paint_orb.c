// SPDX-License-Identifier: MIT
// A pixel's light depends on q, its distance in radii. q * q needs no root, so
// every curve is a table over q * q. A row falls into spans: outside, where
// four pixels share a look-up; the soft edge; near the rim, where each pixel
// has its own; and the smooth middle, four at a time again. What lies within
// the edge is put into the strip's light row first and added at once.
#include "platform/paint_orb.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"

#define REACH 2.6f           // radii at which the light has gone
#define EDGE_PX 0.75f        // half the width of the soft edge
#define SMOOTH 0.7f          // radii within which four pixels share a level
#define SOFT 0.92f           // radii within which two do
#define SHADE 0.3f           // how much the lower right is darker
#define HIGHLIGHT_X (-0.34f) // radii
#define HIGHLIGHT_Y (-0.80f)
#define HIGHLIGHT 0.15f // of white
#define BELL 2.4f       // exp(-BELL d * d)
// No level may be so bright that the highlight could carry over into the next
// channel: 0.84 * 255 + 0.16 * 255 is a byte.
#define BRIGHTEST 0.84f

enum { SHADE_ONE = 65536, FAR_TILE = 8 };

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
    float far;                // radii from which eight pixels share a level
    struct flip flip;
    uint32_t *light; // light[0] is at the strip's left edge
    int left;        // of the strip
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
}

void orb_finish(struct orb *o)
{
    free(o->across);
    *o = (struct orb){0};
}

// A row's look-ups inside, apart from what is written meanwhile, so that a
// compiler keeps them in registers.
struct inside {
    const uint32_t *levels;
    const uint16_t *across; // from the orb's across_from on
    float dy2, scale, shade, shade_step;
    uint32_t down;
};

static inline struct inside inside_of(const struct orb_row *r)
{
    const struct orb *o = r->orb;
    return (struct inside){o->inside, o->across,     r->dy2, r->scale,
                           r->shade,  r->shade_step, r->down};
}

// The level at a point of the inside; across is the highlight's bell there,
// white its level.
static inline uint32_t inside_level(struct inside in, float dx, uint32_t across,
                                    uint32_t *white)
{
    int i = (int)((dx * dx + in.dy2) * in.scale);
    uint32_t level = in.levels[i < ORB_INSIDE ? i : ORB_INSIDE - 1];
    uint32_t shade = (uint32_t)(int)(in.shade + dx * in.shade_step);
    *white = across * in.down >> 16;
    return (level & 0xffff) + ((level >> 16) * shade >> 16);
}

// Light of step pixels from a multiple of step on, all with the level in
// their middle.
static inline void inside_pixels(const struct orb_row *r, int x, int end,
                                 int step)
{
    const struct inside in = inside_of(r);
    const uint32_t(*tints)[TILE][TILE] = r->orb->light.tint->tiles;
    const uint32_t(*whites)[TILE][TILE] = r->white->tiles;
    const uint16_t *across = in.across + (x + step / 2 - r->orb->across_from);
    uint32_t *light = r->light + (x - r->left);
    const int tile = r->tile;
    float dx = (float)x + (float)step / 2 - r->orb->of.x;
    for (; x < end; x += step, light += step, across += step) {
        uint32_t white = 0;
        uint32_t level = inside_level(in, dx, *across, &white);
        int column = x & (TILE - 1);
        uint32_t sum[TILE], more[TILE];
        memcpy(sum, &tints[level][tile][column], sizeof(*sum) * (size_t)step);
        memcpy(more, &whites[white][tile][column],
               sizeof(*more) * (size_t)step);
        for (int i = 0; i < step; i++) {
            sum[i] += more[i];
        }
        memcpy(light, sum, sizeof(*sum) * (size_t)step);
        dx += (float)step;
    }
}

// Where the rim covers a part of each pixel.
static void edge_pixels(const struct orb_row *r, int x, int end)
{
    const struct orb *o = r->orb;
    const float outside = ORB_OUTSIDE / (REACH * REACH - 1);
    const float per_px2 = 1 / (o->of.r * o->of.r);
    const struct inside look = inside_of(r);
    for (; x < end; x++) {
        uint32_t white = 0;
        float dx = (float)x + 0.5f - o->of.x;
        float d2 = dx * dx + r->dy2;
        float in = 0.5f + (o->of.r - sqrtf(d2)) / (2 * EDGE_PX);
        in = in < 0 ? 0 : in > 1 ? 1 : in;
        int i = (int)((d2 * per_px2 - 1) * outside);
        i = i < 0 ? 0 : i < ORB_OUTSIDE ? i : ORB_OUTSIDE;
        uint32_t across = o->across[x - o->across_from];
        float level = (float)inside_level(look, dx, across, &white) * in;
        level += (float)o->outside[i] * (1 - in);
        white = (uint32_t)((float)white * in);
        int column = x & (TILE - 1);
        r->light[x - r->left] =
            o->light.tint->tiles[(int)level][r->tile][column] +
            r->white->tiles[white][r->tile][column];
    }
}

// Tiles of the row from x on, each step pixels, with the level in their
// middle, which lies between the rim and the reach.
static inline void outside_tiles(const struct orb_row *r, uint32_t *row, int x,
                                 int end, int step)
{
    const struct orb *o = r->orb;
    const uint16_t *levels = o->outside;
    const uint32_t(*tiles)[TILE][TILE] = o->light.tint->tiles;
    const struct flip flip = r->flip;
    const int tile = r->tile;
    const float scale = ORB_OUTSIDE / (REACH * REACH - 1);
    const float per_px2 = scale / (o->of.r * o->of.r);
    const float from = r->dy2 * per_px2 - scale;
    float dx = (float)x + (float)step / 2 - o->of.x;
    row += x - r->left;
    for (; x < end; x += step, row += step, dx += (float)step) {
        const uint32_t *light =
            tiles[levels[(int)(dx * dx * per_px2 + from)]][tile];
        for (int i = 0; i < step; i += TILE) {
            add_light(row + i, light, &flip);
        }
    }
}

// Half the width of a row of a disc; 0 when the row misses it.
static float half_chord(float radius, float dy2)
{
    float left = radius * radius - dy2;
    return radius > 0 && left > 0 ? sqrtf(left) : 0;
}

// Columns, from x up to, not including, end.
struct span {
    int x, end;
};

static int clamped(int x, struct span s)
{
    return x < s.x ? s.x : x > s.end ? s.end : x;
}

static struct span span_in(struct span s, struct span within)
{
    return (struct span){clamped(s.x, within), clamped(s.end, within)};
}

// The blocks of step columns that hold any part of a chord, or only those that
// lie within it as a whole.
static struct span blocks_around(float x, float half, int step)
{
    return (struct span){(int)floorf(x - half) & ~(step - 1),
                         ((int)ceilf(x + half) + step - 1) & ~(step - 1)};
}

static struct span blocks_within(float x, float half, int step)
{
    struct span s = {((int)ceilf(x - half) + step - 1) & ~(step - 1),
                     (int)floorf(x + half) & ~(step - 1)};
    int middle = (int)x & ~(step - 1);
    return s.x < s.end && half > 0 ? s : (struct span){middle, middle};
}

// The inside and the edge of one row, into the light row: from the left edge
// over the rim to the smooth middle and out again.
static void draw_inside(const struct orb_row *r, struct span all)
{
    const struct mark *m = &r->orb->of;
    struct span rim = span_in(
        blocks_within(m->x, half_chord(m->r - EDGE_PX, r->dy2), 1), all);
    struct span soft =
        span_in(blocks_within(m->x, half_chord(m->r * SOFT, r->dy2), 2), rim);
    struct span smooth = span_in(
        blocks_within(m->x, half_chord(m->r * SMOOTH, r->dy2), TILE), soft);
    edge_pixels(r, all.x, rim.x);
    inside_pixels(r, rim.x, soft.x, 1);
    inside_pixels(r, soft.x, smooth.x, 2);
    inside_pixels(r, smooth.x, smooth.end, TILE);
    inside_pixels(r, smooth.end, soft.end, 2);
    inside_pixels(r, soft.end, rim.end, 1);
    edge_pixels(r, rim.end, all.end);
}

// The outside of one row, on one side of the orb: far tiles, which are wide,
// and near ones.
static void draw_outside(const struct orb_row *r, uint32_t *row,
                         struct span side, struct span near)
{
    near = span_in(near, side);
    outside_tiles(r, row, side.x, near.x, FAR_TILE);
    outside_tiles(r, row, near.x, near.end, TILE);
    outside_tiles(r, row, near.end, side.end, FAR_TILE);
}

static void draw_row(const struct orb_row *r, const struct strip *s,
                     uint32_t *row)
{
    const struct mark *m = &r->orb->of;
    float reach = half_chord(m->r * REACH, r->dy2);
    float edge = half_chord(m->r + EDGE_PX, r->dy2);
    if (reach <= 0) {
        return;
    }
    struct span strip = {s->box.left, s->box.right};
    // Only blocks whose middle is lit: those beyond would be nothing.
    struct span lit =
        span_in(blocks_within(m->x, reach + FAR_TILE / 2 - 1, FAR_TILE), strip);
    float far = half_chord(m->r * r->far, r->dy2);
    struct span near = blocks_around(m->x, far > edge ? far : edge, FAR_TILE);
    if (edge <= 0) {
        draw_outside(r, row, lit, near);
        return;
    }
    struct span in = span_in(blocks_around(m->x, edge, TILE), strip);
    draw_outside(r, row, (struct span){lit.x, clamped(in.x, lit)}, near);
    if (in.x < in.end) {
        draw_inside(r, in);
        for (int x = in.x - r->left; x < in.end - r->left; x += TILE) {
            add_light(row + x, r->light + x, &r->flip);
        }
    }
    draw_outside(r, row, (struct span){clamped(in.end, lit), lit.end}, near);
}

// Where the light falls by less than an eighth of a step to a pixel.
static float far_of(float r)
{
    float part = r / (8 * 0.29f * 2.3f * 255);
    float q = part < 1 ? 1 - logf(part) / 2.3f : 1;
    return q < REACH ? q : REACH;
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
            .far = far_of(m->r),
            .flip = flip_of(o->light.on_paper),
            .light = s->light,
            .left = s->box.left,
        };
        draw_row(&r, s, strip_row(s, y));
    }
}

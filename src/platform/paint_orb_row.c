// SPDX-License-Identifier: MIT
// A row of an orb falls into spans: far outside, where eight pixels share a
// look-up; outside, where four do; then pixel by pixel the light near the rim,
// its soft edge, and what lies within; and in the smooth middle two or four at
// a time again. What is drawn pixel by pixel goes into the strip's light row
// first and is added at once.
#include <math.h>
#include <string.h>

#include "platform/paint_orb.h"

#define HIGHLIGHT_Y (-0.68f) // radii
// The line at the rim: this part of the way to the brightest of the rim.
#define LINE_PART 0.45f
#define LINE_LIGHT 0.8f

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
    float line;               // the level that the rim's line goes to
    const struct tint *white; // of the highlight
    struct flip flip;
    uint32_t *light; // light[0] is at the strip's left edge
    int left;        // of the strip
};

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
    const uint32_t(*tints)[TILE] = r->orb->light.tint->rows[r->tile];
    const uint32_t(*whites)[TILE] = r->white->rows[r->tile];
    const uint16_t *across = in.across + (x + step / 2 - r->orb->across_from);
    uint32_t *light = r->light + (x - r->left);
    float dx = (float)x + (float)step / 2 - r->orb->of.x;
    for (; x < end; x += step, light += step, across += step) {
        uint32_t white = 0;
        uint32_t level = inside_level(in, dx, *across, &white);
        int column = x & (TILE - 1);
        uint32_t sum[TILE], more[TILE];
        memcpy(sum, &tints[level][column], sizeof(*sum) * (size_t)step);
        memcpy(more, &whites[white][column], sizeof(*more) * (size_t)step);
        for (int i = 0; i < step; i++) {
            sum[i] += more[i];
        }
        memcpy(light, sum, sizeof(*sum) * (size_t)step);
        dx += (float)step;
    }
}

static inline int outside_at(const struct orb *o, float d2)
{
    const float scale = ORB_OUTSIDE / (ORB_REACH * ORB_REACH - 1);
    int i = (int)((d2 / (o->of.r * o->of.r) - 1) * scale);
    return i < 0 ? 0 : i < ORB_OUTSIDE ? i : ORB_OUTSIDE;
}

// How much of a pixel so far within the rim lies in its line.
static inline float line_cover(float in, float r)
{
    float out = ORB_LINE * r - in + 0.5f;
    in += 0.5f;
    in = in < 0 ? 0 : in > 1 ? 1 : in;
    return out < 0 ? 0 : out > 1 ? in : in * out;
}

// Where the rim covers a part of each pixel, and its line.
static void edge_pixels(const struct orb_row *r, int x, int end)
{
    const struct orb *o = r->orb;
    const struct inside look = inside_of(r);
    for (; x < end; x++) {
        uint32_t white = 0;
        float dx = (float)x + 0.5f - o->of.x;
        float d2 = dx * dx + r->dy2;
        float within = o->of.r - sqrtf(d2);
        float in = 0.5f + within / (2 * ORB_EDGE_PX);
        in = in < 0 ? 0 : in > 1 ? 1 : in;
        uint32_t across = o->across[x - o->across_from];
        float level = (float)inside_level(look, dx, across, &white);
        if (level < r->line) {
            level +=
                (r->line - level) * LINE_PART * line_cover(within, o->of.r);
        }
        level = level * in + (float)o->outside[outside_at(o, d2)] * (1 - in);
        // Beyond the rim of a very small orb the shade is more than whole.
        int most = o->light.tint->full;
        int lit = level < (float)most ? (int)level : most;
        white = (uint32_t)((float)white * in);
        int column = x & (TILE - 1);
        r->light[x - r->left] = o->light.tint->rows[r->tile][lit][column] +
                                r->white->rows[r->tile][white][column];
    }
}

// Where the light outside falls too fast to share levels.
static void outside_pixels(const struct orb_row *r, int x, int end)
{
    const struct orb *o = r->orb;
    for (; x < end; x++) {
        float dx = (float)x + 0.5f - o->of.x;
        int i = outside_at(o, dx * dx + r->dy2);
        r->light[x - r->left] =
            o->light.tint->rows[r->tile][o->outside[i]][x & (TILE - 1)];
    }
}

// Columns, from x up to, not including, end.
struct span {
    int x, end;
};

// Tiles of the row over a span, each step pixels, with the level in their
// middle, which lies between the rim and the reach of an orb of that radius.
static inline void outside_tiles(const struct orb_row *r, uint32_t *row,
                                 struct span s, int step, float radius)
{
    const struct orb *o = r->orb;
    int x = s.x;
    const uint16_t *levels = o->outside;
    const uint32_t(*tiles)[TILE] = o->light.tint->rows[r->tile];
    const struct flip flip = r->flip;
    const float scale = ORB_OUTSIDE / (ORB_REACH * ORB_REACH - 1);
    const float per_px2 = scale / (radius * radius);
    const float from = r->dy2 * per_px2 - scale;
    float dx = (float)x + (float)step / 2 - o->of.x;
    row += x - r->left;
    for (; x < s.end; x += step, row += step, dx += (float)step) {
        const uint32_t *light = tiles[levels[(int)(dx * dx * per_px2 + from)]];
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

// What is drawn pixel by pixel in one row, into the light row: from beyond the
// left edge over the rim to the smooth middle and out again.
static void draw_core(const struct orb_row *r, struct span all)
{
    const struct orb *o = r->orb;
    const struct mark *m = &o->of;
    struct span edge = {all.end, all.end};
    float half = half_chord(m->r + ORB_EDGE_PX, r->dy2);
    if (half > 0) {
        edge = span_in(blocks_around(m->x, half, 1), all);
    }
    outside_pixels(r, all.x, edge.x);
    if (half > 0) {
        struct span rim = span_in(
            blocks_within(m->x, half_chord(m->r - orb_rim_px(m->r), r->dy2), 1),
            edge);
        struct span soft =
            span_in(blocks_within(m->x, half_chord(o->soft, r->dy2), 2), rim);
        struct span smooth = span_in(
            blocks_within(m->x, half_chord(o->smooth, r->dy2), TILE), soft);
        edge_pixels(r, edge.x, rim.x);
        inside_pixels(r, rim.x, soft.x, 1);
        inside_pixels(r, soft.x, smooth.x, 2);
        inside_pixels(r, smooth.x, smooth.end, TILE);
        inside_pixels(r, smooth.end, soft.end, 2);
        inside_pixels(r, soft.end, rim.end, 1);
        edge_pixels(r, rim.end, edge.end);
    }
    outside_pixels(r, edge.end, all.end);
}

// Where in a row the outside is even enough for wide tiles and for narrow ones.
struct reaches {
    struct span calm; // within, narrow tiles that follow the orb's radius
    struct span near; // within, narrow tiles; beyond, wide ones
};

// The outside of one row, on one side of the core.
static void draw_outside(const struct orb_row *r, uint32_t *row,
                         struct span side, struct reaches reach)
{
    struct span near = span_in(reach.near, side);
    struct span calm = span_in(reach.calm, side);
    float radius = r->orb->of.r, halo = r->orb->of.halo;
    outside_tiles(r, row, (struct span){side.x, near.x}, FAR_TILE, halo);
    outside_tiles(r, row, (struct span){near.x, calm.x}, TILE, halo);
    outside_tiles(r, row, calm, TILE, radius);
    outside_tiles(r, row, (struct span){calm.end, near.end}, TILE, halo);
    outside_tiles(r, row, (struct span){near.end, side.end}, FAR_TILE, halo);
}

static float most_of(float a, float b)
{
    return a > b ? a : b;
}

static void draw_row(const struct orb_row *r, const struct strip *s,
                     uint32_t *row)
{
    const struct orb *o = r->orb;
    const struct mark *m = &o->of;
    float reach = half_chord(m->halo * ORB_REACH, r->dy2);
    if (reach <= 0) {
        return;
    }
    struct span strip = {s->box.left, s->box.right};
    struct span lit = span_in(blocks_within(m->x, reach, FAR_TILE), strip);
    float half = half_chord(most_of(o->near, m->r + ORB_EDGE_PX), r->dy2);
    // What is drawn in narrow tiles reaches around the core.
    float calm = most_of(half, half_chord(m->calm, r->dy2));
    float even = most_of(calm, half_chord(o->far, r->dy2));
    int middle = (int)m->x & ~(FAR_TILE - 1);
    struct reaches reaches = {
        .calm = calm > 0 ? blocks_around(m->x, calm, FAR_TILE)
                         : (struct span){middle, middle},
        .near = blocks_around(m->x, even, FAR_TILE),
    };
    if (half <= 0) {
        draw_outside(r, row, lit, reaches);
        return;
    }
    struct span core = span_in(blocks_around(m->x, half, TILE), strip);
    draw_outside(r, row, (struct span){lit.x, clamped(core.x, lit)}, reaches);
    if (core.x < core.end) {
        draw_core(r, core);
        for (int x = core.x - r->left; x < core.end - r->left; x += TILE) {
            add_light(row + x, r->light + x, &r->flip);
        }
    }
    draw_outside(r, row, (struct span){clamped(core.end, lit), lit.end},
                 reaches);
}

void orb_draw(const struct orb *o, const struct orb_curves *c,
              const struct strip *s)
{
    const struct mark *m = &o->of;
    if (o->light.tint->full == 0) {
        return;
    }
    struct box own = box_meet(m->box, s->box);
    float per_px = 1 / m->r;
    for (int y = own.top; y < own.bottom; y++) {
        float dy = (float)y + 0.5f - m->y;
        float v = dy * per_px;
        struct orb_row r = {
            .orb = o,
            .tile = y & (TILE - 1),
            .dy2 = dy * dy,
            .scale = ORB_INSIDE * per_px * per_px,
            .down = (uint32_t)(o->down * orb_bell(c, v - HIGHLIGHT_Y)),
            // Light from above and a little from the left: 1 there, about a
            // half at the bottom.
            .shade = SHADE_ONE * (0.89f - 0.235f * v - 0.125f * v * v),
            .shade_step = -0.05f * SHADE_ONE * per_px,
            .line = LINE_LIGHT * o->light.strength * (float)o->light.tint->full,
            // Without a highlight: level 0 of any tint, which is nothing.
            .white = o->light.white ? o->light.white : o->light.tint,
            .flip = flip_of(o->light.on_paper),
            .light = s->light,
            .left = s->box.left,
        };
        draw_row(&r, s, strip_row(s, y));
    }
}

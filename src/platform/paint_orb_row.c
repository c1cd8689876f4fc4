// SPDX-License-Identifier: MIT
// A row of an orb falls into spans by its zones: in the outer ones eight or
// four pixels share a look-up; then pixel by pixel the light near the rim, its
// soft edge, and what lies within; and in the zones inside four at a time
// again. What is drawn pixel by pixel goes into the strip's light row first and
// is added at once.
#include <math.h>
#include <string.h>

#include "platform/paint_orb.h"

#define HIGHLIGHT_Y (-0.68f) // radii
// The line at the rim: this part of the way to the brightest of the rim.
#define LINE_PART 0.45f
#define LINE_LIGHT 0.8f

enum { SHADE_ONE = 65536, FAR_TILE = ZONE_BLOCK };

// Columns, from x up to, not including, end.
struct span {
    int x, end;
};

// A row's look-ups in one zone inside, apart from what is written meanwhile,
// so that a compiler keeps them in registers.
struct inside {
    const uint32_t *levels;
    const uint16_t *across; // from the orb's across_from on
    float dy2, scale;       // scale: look-ups to a squared pixel
    float shade;            // at the centre's column, of SHADE_ONE
    float shade_step;       // to the next column
    uint32_t down;          // the highlight's strength in this row, in levels
};

// An orb's numbers for one row.
struct orb_row {
    const struct orb *orb;
    int tile;                 // the row in a tile
    float dy;                 // of the row from the centre
    float dy2;                // squared
    float line;               // the level that the rim's line goes to
    const struct tint *white; // of the highlight
    const struct orb_curves *curves;
    struct flip flip;
    uint32_t *light; // light[0] is at the strip's left edge
    int left;        // of the strip
};

static struct inside inside_of(const struct orb_row *r, int zone)
{
    const struct orb *o = r->orb;
    float per_px = 1 / o->of.zones[zone].r;
    float v = r->dy * per_px;
    return (struct inside){
        .levels = o->inside,
        .across = o->across + zone * o->across_len,
        .dy2 = r->dy2,
        .scale = ORB_INSIDE * per_px * per_px,
        // Light from above and a little from the left: 1 there, about a half
        // at the bottom.
        .shade = SHADE_ONE * (0.89f - 0.235f * v - 0.125f * v * v),
        .shade_step = -0.05f * SHADE_ONE * per_px,
        .down = (uint32_t)(o->down * orb_bell(r->curves, v - HIGHLIGHT_Y)),
    };
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
static inline void inside_pixels(const struct orb_row *r, struct inside in,
                                 struct span s, int step)
{
    const uint32_t(*tints)[TILE] = r->orb->light.tint->rows[r->tile];
    const uint32_t(*whites)[TILE] = r->white->rows[r->tile];
    int x = s.x;
    const uint16_t *across = in.across + (x + step / 2 - r->orb->across_from);
    uint32_t *light = r->light + (x - r->left);
    float dx = (float)x + (float)step / 2 - r->orb->of.x;
    for (; x < s.end; x += step, light += step, across += step) {
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

// The look-up at a squared distance from an orb of a squared radius.
static inline int outside_at(float d2, float r2)
{
    const float scale = ORB_OUTSIDE / (ORB_REACH * ORB_REACH - 1);
    int i = (int)((d2 / r2 - 1) * scale);
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
static void edge_pixels(const struct orb_row *r, struct inside look,
                        struct span s)
{
    const struct orb *o = r->orb;
    float r2 = o->of.r * o->of.r;
    for (int x = s.x; x < s.end; x++) {
        uint32_t white = 0;
        float dx = (float)x + 0.5f - o->of.x;
        float d2 = dx * dx + r->dy2;
        float within = o->of.r - sqrtf(d2);
        float in = 0.5f + within / (2 * ORB_EDGE_PX);
        in = in < 0 ? 0 : in > 1 ? 1 : in;
        uint32_t across = look.across[x - o->across_from];
        float level = (float)inside_level(look, dx, across, &white);
        if (level < r->line) {
            level +=
                (r->line - level) * LINE_PART * line_cover(within, o->of.r);
        }
        level = level * in + (float)o->outside[outside_at(d2, r2)] * (1 - in);
        // Beyond the rim of a very small orb the shade is more than whole.
        int most = o->light.tint->full;
        int lit = level < (float)most ? (int)level : most;
        white = (uint32_t)((float)white * in);
        int column = x & (TILE - 1);
        r->light[x - r->left] = o->light.tint->rows[r->tile][lit][column] +
                                r->white->rows[r->tile][white][column];
    }
}

// Light outside the rim of an orb of that radius, into the light row: step
// pixels, from a multiple of step on, share the level in their middle.
static inline void outside_pixels(const struct orb_row *r, struct span s,
                                  int step, float radius)
{
    const struct orb *o = r->orb;
    const uint32_t(*tints)[TILE] = o->light.tint->rows[r->tile];
    const uint16_t *levels = o->outside;
    const float scale = ORB_OUTSIDE / (ORB_REACH * ORB_REACH - 1);
    const float per_px2 = scale / (radius * radius);
    const float from = r->dy2 * per_px2 - scale;
    float dx = (float)s.x + (float)step / 2 - o->of.x;
    uint32_t *light = r->light + (s.x - r->left);
    for (int x = s.x; x < s.end; x += step, light += step, dx += (float)step) {
        int at = (int)(dx * dx * per_px2 + from);
        at = at < 0 ? 0 : at < ORB_OUTSIDE ? at : ORB_OUTSIDE;
        memcpy(light, &tints[levels[at]][x & (TILE - 1)],
               sizeof(*light) * (size_t)step);
    }
}

// Tiles of the row over a span, each step pixels, with the level in their
// middle, which lies outside the rim of an orb of that radius.
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
        int at = (int)(dx * dx * per_px2 + from);
        const uint32_t *light =
            tiles[levels[at < ORB_OUTSIDE ? at : ORB_OUTSIDE]];
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

// The part of the row that lies in a zone or further inside, in blocks that
// hold any of it.
static struct span zone_around(const struct orb_row *r, int zone, int step)
{
    const struct mark *m = &r->orb->of;
    float half = half_chord(m->zones[zone].until, r->dy2);
    int middle = (int)m->x & ~(step - 1);
    return half > 0 ? blocks_around(m->x, half, step)
                    : (struct span){middle, middle};
}

static struct span zone_within(const struct orb_row *r, int zone)
{
    const struct mark *m = &r->orb->of;
    return blocks_within(m->x, half_chord(m->zones[zone].until, r->dy2), TILE);
}

// What the rim encloses: its soft edges, and from there to the middle.
static void draw_inside(const struct orb_row *r, struct span edge)
{
    const struct mark *m = &r->orb->of;
    struct inside look = inside_of(r, ZONE_RIM);
    float rim_half = half_chord(m->r - orb_rim_px(m->r), r->dy2);
    struct span rim = span_in(blocks_within(m->x, rim_half, 1), edge);
    edge_pixels(r, look, (struct span){edge.x, rim.x});
    edge_pixels(r, look, (struct span){rim.end, edge.end});
    if (rim.x >= rim.end) {
        return;
    }
    struct span soft =
        span_in(blocks_within(m->x, half_chord(r->orb->soft, r->dy2), 2), rim);
    struct span inside = span_in(zone_within(r, ZONE_INSIDE), soft);
    struct span middle = span_in(zone_within(r, ZONE_MIDDLE), inside);
    inside_pixels(r, look, (struct span){rim.x, soft.x}, 1);
    inside_pixels(r, look, (struct span){soft.x, inside.x}, 2);
    inside_pixels(r, look, (struct span){inside.end, soft.end}, 2);
    inside_pixels(r, look, (struct span){soft.end, rim.end}, 1);
    if (inside.x >= inside.end) {
        return;
    }
    look = inside_of(r, ZONE_INSIDE);
    inside_pixels(r, look, (struct span){inside.x, middle.x}, TILE);
    inside_pixels(r, look, (struct span){middle.end, inside.end}, TILE);
    if (middle.x < middle.end) {
        inside_pixels(r, inside_of(r, ZONE_MIDDLE), middle, TILE);
    }
}

// One side of the rim: in the zone close to it, in its own, and the pixel that
// is left over.
static void draw_beside(const struct orb_row *r, struct span close,
                        struct span own)
{
    const struct mark *m = &r->orb->of;
    struct span pairs = {(own.x + 1) & ~1, own.end & ~1};
    outside_pixels(r, close, TILE, m->zones[ZONE_CLOSE].r);
    if (pairs.x > pairs.end) { // one pixel alone, or none
        pairs = (struct span){own.end, own.end};
    }
    outside_pixels(r, (struct span){own.x, pairs.x}, 1, m->r);
    outside_pixels(r, pairs, 2, m->r);
    outside_pixels(r, (struct span){pairs.end, own.end}, 1, m->r);
}

// What goes into the light row first.
static void draw_core(const struct orb_row *r, struct span all)
{
    const struct mark *m = &r->orb->of;
    struct span edge = {(int)m->x, (int)m->x};
    float half = half_chord(m->r + ORB_EDGE_PX, r->dy2);
    if (half > 0) {
        edge = blocks_around(m->x, half, 1);
    }
    struct span own = span_in(zone_around(r, ZONE_RIM, TILE), all);
    edge = span_in(edge, own);
    draw_beside(r, (struct span){all.x, own.x}, (struct span){own.x, edge.x});
    if (edge.x < edge.end) {
        draw_inside(r, edge);
    }
    draw_beside(r, (struct span){own.end, all.end},
                (struct span){edge.end, own.end});
}

static void draw_row(const struct orb_row *r, const struct strip *s,
                     uint32_t *row)
{
    const struct mark *m = &r->orb->of;
    float reach = half_chord(m->zones[ZONE_FARTHEST].until, r->dy2);
    struct span left_to_draw =
        span_in(blocks_within(m->x, reach, FAR_TILE),
                (struct span){s->box.left, s->box.right});
    for (int zone = ZONE_FARTHEST; zone >= ZONE_NEAR; zone--) {
        if (left_to_draw.x >= left_to_draw.end) {
            return;
        }
        struct span inner = span_in(
            zone_around(r, zone - 1, zone == ZONE_NEAR ? TILE : FAR_TILE),
            left_to_draw);
        struct span left = {left_to_draw.x, inner.x};
        struct span right = {inner.end, left_to_draw.end};
        float radius = m->zones[zone].r;
        if (zone == ZONE_NEAR) {
            outside_tiles(r, row, left, TILE, radius);
            outside_tiles(r, row, right, TILE, radius);
        } else {
            outside_tiles(r, row, left, FAR_TILE, radius);
            outside_tiles(r, row, right, FAR_TILE, radius);
        }
        left_to_draw = inner;
    }
    if (left_to_draw.x < left_to_draw.end) {
        draw_core(r, left_to_draw);
        for (int x = left_to_draw.x - r->left; x < left_to_draw.end - r->left;
             x += TILE) {
            add_light(row + x, r->light + x, &r->flip);
        }
    }
}

void orb_draw(const struct orb *o, const struct orb_curves *c,
              const struct strip *s)
{
    const struct mark *m = &o->of;
    if (o->light.tint->full == 0) {
        return;
    }
    struct box own = box_meet(m->box, s->box);
    for (int y = own.top; y < own.bottom; y++) {
        float dy = (float)y + 0.5f - m->y;
        struct orb_row r = {
            .orb = o,
            .tile = y & (TILE - 1),
            .dy = dy,
            .dy2 = dy * dy,
            .line = LINE_LIGHT * o->light.strength * (float)o->light.tint->full,
            // Without a highlight: level 0 of any tint, which is nothing.
            .white = o->light.white ? o->light.white : o->light.tint,
            .curves = c,
            .flip = flip_of(o->light.on_paper),
            .light = s->light,
            .left = s->box.left,
        };
        draw_row(&r, s, strip_row(s, y));
    }
}

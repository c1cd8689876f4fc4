// SPDX-License-Identifier: MIT
// A row of an orb falls into spans by its zones: in the outer ones eight or
// four pixels share a look-up; near the rim and within it light is reckoned
// pixel by pixel. There four pixels at a time go through loops without a
// branch, of which compilers make vector instructions.
#include <math.h>
#include <string.h>

#include "platform/paint_orb.h"

#define HIGHLIGHT 0.15f      // of the highlight's colour
#define HIGHLIGHT_Y (-0.68f) // radii
// No light may be so bright that the highlight could carry over into the next
// channel: 0.84 * 255 + 0.15 * 255 and the dither are a byte.
#define BRIGHTEST 0.84f
// The line at the rim: this part of the way to the brightest of the rim.
#define LINE_PART 0.45f
#define LINE_LIGHT 0.8f

enum { FAR_TILE = ZONE_BLOCK };

// Columns, from x up to, not including, end.
struct span {
    int x, end;
};

// What pixels of one row and one zone inside share. The loops take copies,
// apart from what is written meanwhile, so that a compiler keeps them in
// registers. Light is a part of the whole colour.
struct look {
    const float *across; // the highlight's bell, from the orb's across_from on
    float dy2, per_r2;
    float base, rise,
        rise_step; // in the shade at the centre's column, a column
    float down;    // the highlight's strength in this row
};

// The same for the soft edge, in pixels.
struct edge {
    float r, per_r, line_px;
    float line, glow; // the light that the rim's line goes to; that outside
};

// Light on its way to TILE pixels: of the orb's colour and of the highlight's.
struct four {
    float dx[TILE]; // their middles from the orb's
    float level[TILE], white[TILE];
};

// An orb's numbers for one row.
struct orb_row {
    const struct orb *orb;
    int tile;  // the row in a tile
    float dy;  // of the row from the centre
    float dy2; // squared
    const struct orb_curves *curves;
    struct flip flip;
    int left;               // of the strip
    float half[ZONE_COUNT]; // the width of the zones' chords; 0: misses them
    int outermost;          // zone that the strip has a part of
    uint32_t *pixels;       // pixels[0] is at the strip's left edge
};

static struct look look_of(const struct orb_row *r, int zone)
{
    const struct orb *o = r->orb;
    float per_px = 1 / o->of.zones[zone].r;
    float v = r->dy * per_px;
    struct look k = {
        .across = o->across + zone * o->across_len,
        .dy2 = r->dy2,
        .per_r2 = per_px * per_px,
        .base = o->base,
        // Light from above and a little from the left: 1 there, about a half
        // at the bottom.
        .rise = o->rise * (0.89f - 0.235f * v - 0.125f * v * v),
        .rise_step = o->rise * -0.05f * per_px,
        .down = HIGHLIGHT * o->light.strength *
                orb_bell(r->curves, v - HIGHLIGHT_Y),
    };
    return k;
}

static inline void light_inside(const struct look *k, const float *across,
                                struct four *f)
{
    for (int i = 0; i < TILE; i++) {
        float q2 = (f->dx[i] * f->dx[i] + k->dy2) * k->per_r2;
        float level = k->base + q2 * q2 * (k->rise + k->rise_step * f->dx[i]);
        f->level[i] = level < BRIGHTEST ? level : BRIGHTEST;
        f->white[i] = across[i] * k->down;
    }
}

// Without a branch: comparisons one after the other become some.
static inline float at_least_0(float x)
{
    return (x + fabsf(x)) / 2;
}

static inline float part_of_one(float x)
{
    return (fabsf(x) - fabsf(x - 1) + 1) / 2;
}

// Where the rim, or its line, covers a part of a pixel, and outside of it:
// exp(-x) there is reckoned as 1 / (1 + x + x^2 / 2 + x^3 / 6), near enough to
// where the next zone begins.
static inline void light_edge(const struct look *k, const struct edge *e,
                              struct four *f)
{
    for (int i = 0; i < TILE; i++) {
        float off = sqrtf(f->dx[i] * f->dx[i] + k->dy2);
        float within = e->r - off;
        float in = part_of_one(0.5f + within / (2 * ORB_EDGE_PX));
        float line = part_of_one(within + 0.5f) *
                     part_of_one(e->line_px - within + 0.5f);
        float missing = at_least_0(e->line - f->level[i]);
        float gone = at_least_0(off * e->per_r - 1);
        float x = ORB_FALL * gone;
        float fall = 1 + x * (1 + x * (1.0f / 2 + x * (1.0f / 6)));
        gone = part_of_one(gone / (ORB_REACH - 1));
        float outside = e->glow * (1 - gone * gone) / fall;
        float level = f->level[i] + missing * LINE_PART * line;
        f->level[i] = outside + (level - outside) * in;
        f->white[i] *= in;
    }
}

// Tiles from a multiple of TILE on.
static struct four four_at(const struct orb_row *r, int x)
{
    struct four f = {0};
    for (int i = 0; i < TILE; i++) {
        f.dx[i] = (float)(x + i) + 0.5f - r->orb->of.x;
    }
    return f;
}

static void inside_pixels(const struct orb_row *r, struct look k, struct span s)
{
    if (s.x >= s.end) {
        return;
    }
    const struct coat c = r->orb->coats[r->tile];
    const float *across = k.across + (s.x - r->orb->across_from);
    uint32_t *row = r->pixels + (s.x - r->left);
    struct four f = four_at(r, s.x);
    for (int x = s.x; x < s.end; x += TILE, row += TILE, across += TILE) {
        light_inside(&k, across, &f);
        coat_put(&c, f.level, f.white, row);
        for (int i = 0; i < TILE; i++) {
            f.dx[i] += TILE;
        }
    }
}

static void edge_pixels(const struct orb_row *r, struct look k, struct span s)
{
    if (s.x >= s.end) {
        return;
    }
    const struct mark *m = &r->orb->of;
    const struct coat c = r->orb->coats[r->tile];
    const float strength = r->orb->light.strength;
    const struct edge e = {.r = m->r,
                           .per_r = 1 / m->r,
                           .line_px = ORB_LINE * m->r,
                           .line = LINE_LIGHT * strength,
                           .glow = ORB_GLOW * strength};
    const float *across = k.across + (s.x - r->orb->across_from);
    uint32_t *row = r->pixels + (s.x - r->left);
    struct four f = four_at(r, s.x);
    for (int x = s.x; x < s.end; x += TILE, row += TILE, across += TILE) {
        light_inside(&k, across, &f);
        light_edge(&k, &e, &f);
        coat_put(&c, f.level, f.white, row);
        for (int i = 0; i < TILE; i++) {
            f.dx[i] += TILE;
        }
    }
}

// Tiles of the row over a span, each step pixels, with the level in their
// middle, which lies outside the rim of an orb of that radius.
static inline void outside_tiles(const struct orb_row *r, struct span s,
                                 int step, float radius)
{
    if (s.x >= s.end) {
        return;
    }
    const struct orb *o = r->orb;
    int x = s.x;
    const uint16_t *levels = o->outside;
    const uint32_t(*tiles)[TILE] = o->light.tint->rows[r->tile];
    const struct flip flip = r->flip;
    const float scale = ORB_OUTSIDE / (ORB_REACH * ORB_REACH - 1);
    const float per_px2 = scale / (radius * radius);
    const float from = r->dy2 * per_px2 - scale;
    float dx = (float)x + (float)step / 2 - o->of.x;
    uint32_t *row = r->pixels + (x - r->left);
    for (; x < s.end; x += step, row += step, dx += (float)step) {
        int at = (int)(dx * dx * per_px2 + from);
        const uint32_t *light =
            tiles[levels[at < ORB_OUTSIDE ? at : ORB_OUTSIDE]];
        for (int i = 0; i < step; i += TILE) {
            add_light(row + i, light, &flip);
        }
    }
}

static inline int floored(float x)
{
    int i = (int)x;
    return i - (x < (float)i);
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
    return (struct span){floored(x - half) & ~(step - 1),
                         (-floored(-x - half) + step - 1) & ~(step - 1)};
}

static struct span blocks_within(float x, float half, int step)
{
    struct span s = {(-floored(half - x) + step - 1) & ~(step - 1),
                     floored(x + half) & ~(step - 1)};
    int middle = (int)x & ~(step - 1);
    return s.x < s.end && half > 0 ? s : (struct span){middle, middle};
}

// The part of the row that lies in a zone or further inside, in blocks that
// hold any of it.
static struct span zone_around(const struct orb_row *r, int zone, int step)
{
    float half = r->half[zone], x = r->orb->of.x;
    int middle = (int)x & ~(step - 1);
    return half > 0 ? blocks_around(x, half, step)
                    : (struct span){middle, middle};
}

static struct span zone_within(const struct orb_row *r, int zone)
{
    return blocks_within(r->orb->of.x, r->half[zone], TILE);
}

// What lies in the rim's zone or further inside.
static void draw_core(const struct orb_row *r, struct span own)
{
    const struct mark *m = &r->orb->of;
    float calm = m->r - orb_rim_px(m->r);
    float rim2 = calm > 0 ? calm * calm - r->dy2 : 0;
    float rim_half = rim2 > 0 ? sqrtf(rim2) : 0;
    struct span rim = span_in(blocks_within(m->x, rim_half, TILE), own);
    struct span inside = span_in(zone_within(r, ZONE_INSIDE), rim);
    struct span middle = span_in(zone_within(r, ZONE_MIDDLE), inside);
    struct look look = look_of(r, ZONE_RIM);
    edge_pixels(r, look, (struct span){own.x, rim.x});
    inside_pixels(r, look, (struct span){rim.x, inside.x});
    inside_pixels(r, look, (struct span){inside.end, rim.end});
    edge_pixels(r, look, (struct span){rim.end, own.end});
    if (inside.x >= inside.end) {
        return;
    }
    look = look_of(r, ZONE_INSIDE);
    inside_pixels(r, look, (struct span){inside.x, middle.x});
    inside_pixels(r, look, (struct span){middle.end, inside.end});
    if (middle.x < middle.end) {
        inside_pixels(r, look_of(r, ZONE_MIDDLE), middle);
    }
}

static void draw_row(const struct orb_row *r, const struct strip *s)
{
    const struct mark *m = &r->orb->of;
    struct span left_to_draw = {s->box.left, s->box.right};
    if (r->outermost == ZONE_FARTHEST) {
        left_to_draw =
            span_in(blocks_within(m->x, r->half[ZONE_FARTHEST], FAR_TILE),
                    left_to_draw);
    }
    for (int zone = r->outermost; zone > ZONE_RIM; zone--) {
        if (left_to_draw.x >= left_to_draw.end) {
            return;
        }
        bool near = zone <= ZONE_NEAR;
        struct span inner = span_in(
            zone_around(r, zone - 1, near ? TILE : FAR_TILE), left_to_draw);
        struct span left = {left_to_draw.x, inner.x};
        struct span right = {inner.end, left_to_draw.end};
        float radius = m->zones[zone].r;
        if (near) {
            outside_tiles(r, left, TILE, radius);
            outside_tiles(r, right, TILE, radius);
        } else {
            outside_tiles(r, left, FAR_TILE, radius);
            outside_tiles(r, right, FAR_TILE, radius);
        }
        left_to_draw = inner;
    }
    if (left_to_draw.x < left_to_draw.end) {
        draw_core(r, left_to_draw);
    }
}

// The innermost zone that holds the whole strip, and its blocks to both sides:
// most strips are a short part of a ring, and need not ask those around it.
static int zone_holding(const struct mark *m, const struct strip *s)
{
    float left = m->x - (float)s->box.left, right = (float)s->box.right - m->x;
    float up = m->y - (float)s->box.top, down = (float)s->box.bottom - m->y;
    float dx = fmaxf(left, right) + FAR_TILE, dy = fmaxf(up, down) + FAR_TILE;
    float far2 = dx * dx + dy * dy;
    int zone = ZONE_FARTHEST;
    while (zone > ZONE_RIM &&
           m->zones[zone - 1].until * m->zones[zone - 1].until > far2) {
        zone--;
    }
    return zone;
}

void orb_draw(const struct orb *o, const struct orb_curves *c,
              const struct strip *s)
{
    const struct mark *m = &o->of;
    if (o->light.tint->full == 0) {
        return;
    }
    struct box own = box_meet(m->box, s->box);
    int outermost = zone_holding(m, s);
    float until2[ZONE_COUNT];
    for (int k = 0; k < ZONE_COUNT; k++) {
        until2[k] = m->zones[k].until * m->zones[k].until;
    }
    for (int y = own.top; y < own.bottom; y++) {
        float dy = (float)y + 0.5f - m->y;
        struct orb_row r = {
            .orb = o,
            .tile = y & (TILE - 1),
            .dy = dy,
            .dy2 = dy * dy,
            .curves = c,
            .flip = flip_of(o->light.on_paper),
            .left = s->box.left,
            .outermost = outermost,
            .pixels = strip_row(s, y),
        };
        for (int k = 0; k <= outermost; k++) {
            r.half[k] = sqrtf(at_least_0(until2[k] - r.dy2));
        }
        draw_row(&r, s);
    }
}

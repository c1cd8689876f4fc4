// SPDX-License-Identifier: MIT
// Lines and boxes. Straight edges cover a pixel by exact area, round ones by
// distance.
#include <math.h>

#include "platform/paint_ink.h"

static inline float least_of(float a, float b)
{
    return a < b ? a : b;
}

static inline float most_of(float a, float b)
{
    return a > b ? a : b;
}

// How much of the pixel at x lies between two straight edges.
static float between(float x, float from, float to)
{
    float in = least_of(x + 1, to) - most_of(x, from);
    return in > 0 ? in : 0;
}

enum { STROKE = 4 }; // pixels at a time

// From a point on, so far, and half as wide.
struct piece {
    struct point from;
    float dx, dy, per_length2, half;
};

// Without a branch: comparisons one after the other become some.
static inline float part_of_one(float x)
{
    return (fabsf(x) - fabsf(x - 1) + 1) / 2;
}

// One row of a stroke: the coverage that band_cover tells, where it is more.
static void stroke_row(const struct piece *piece, float *mask, struct span sp,
                       float y)
{
    const struct piece k = *piece;
    float qy = y - k.from.y;
    for (int x = sp.x; x < sp.end; x += STROKE, mask += STROKE) {
        for (int i = 0; i < STROKE; i++) {
            float px = (float)(x + i) + 0.5f - k.from.x;
            float part = part_of_one((px * k.dx + qy * k.dy) * k.per_length2);
            float ox = px - part * k.dx, oy = qy - part * k.dy;
            float off = sqrtf(ox * ox + oy * oy);
            float cover = part_of_one(k.half - off + 0.5f) -
                          part_of_one(0.5f - k.half - off);
            mask[i] = cover > mask[i] ? cover : mask[i];
        }
    }
}

// Where a stroke can touch rows: so far beside its line, which moves on by
// per_row, and within the reach of its ends.
struct way {
    struct point at;
    float per_row, beside;
    struct span ends;
};

static struct way way_of(struct point from, struct point to, float reach,
                         float length)
{
    float dx = to.x - from.x, dy = to.y - from.y;
    struct way w = {from,
                    0,
                    fabsf(dx) + reach,
                    {floor_px(least_of(from.x, to.x) - reach),
                     ceil_px(most_of(from.x, to.x) + reach)}};
    if (dy > 0.01f || dy < -0.01f) {
        w.per_row = dx / dy;
        w.beside = reach * length / fabsf(dy);
    }
    return w;
}

static struct span way_columns(const struct way *w, float y)
{
    float x = w->at.x + (y - w->at.y) * w->per_row;
    int left = floor_px(x - w->beside), right = ceil_px(x + w->beside);
    return (struct span){left > w->ends.x ? left : w->ends.x,
                         right < w->ends.end ? right : w->ends.end};
}

void mask_stroke(const struct strip *s, struct point from, struct point to,
                 float half)
{
    float dx = to.x - from.x, dy = to.y - from.y;
    float length2 = dx * dx + dy * dy;
    float over = length2 > 0 ? 1 / length2 : 0;
    float reach = half + 0.5f;
    const struct piece piece = {from, dx, dy, over, half};
    const struct way way = way_of(from, to, reach, sqrtf(length2));
    int left = s->box.left;
    int top = floor_px(least_of(from.y, to.y) - reach);
    int bottom = ceil_px(most_of(from.y, to.y) + reach);
    top = top > s->box.top ? top : s->box.top;
    bottom = bottom < s->box.bottom ? bottom : s->box.bottom;
    for (int y = top; y < bottom; y++) {
        float py = (float)y + 0.5f;
        struct span sp = span_within(way_columns(&way, py), s);
        if (sp.x >= sp.end) {
            continue;
        }
        stroke_row(&piece, strip_mask(s, y) + (sp.x & ~(STROKE - 1)) - left,
                   (struct span){sp.x & ~(STROKE - 1), sp.end}, py);
        uint8_t *touched = strip_touched(s, y);
        for (int i = (sp.x - left) / STRIP_ALIGN;
             i <= (sp.end - 1 - left) / STRIP_ALIGN; i++) {
            touched[i] = 1;
        }
    }
}

void ink_line(const struct strip *s, const struct mark *m)
{
    if (m->width > 0) {
        mask_stroke(s, (struct point){m->x, m->y}, (struct point){m->w, m->h},
                    m->width / 2);
        struct mark plain = *m;
        plain.a = plain.b = 0; // a line has no fade
        ink_touched(s, &plain, box_meet(m->box, s->box), false);
    }
}

// How far within a rounded box a point lies; negative outside.
static float depth(const struct mark *m, float r, float x, float y)
{
    float half_x = (m->w - m->x) / 2, half_y = (m->h - m->y) / 2;
    float qx = fabsf(x - (m->x + half_x)) - half_x + r;
    float qy = fabsf(y - (m->y + half_y)) - half_y + r;
    float ox = most_of(qx, 0), oy = most_of(qy, 0);
    float outside =
        ox > 0 && oy > 0 ? sqrtf(ox * ox + oy * oy) : most_of(ox, oy);
    return r - outside - least_of(most_of(qx, qy), 0);
}

static float box_cover(const struct mark *m, float r, int x, int y)
{
    float in = depth(m, r, (float)x + 0.5f, (float)y + 0.5f);
    if (m->width > 0) {
        return band_cover(in, m->width / 2);
    }
    float straight =
        between((float)x, m->x, m->w) * between((float)y, m->y, m->h);
    return least_of(straight, edge_cover(in));
}

static void box_pixels(const struct strip *s, const struct mark *m, float r,
                       int y, struct span sp)
{
    float *mask = strip_mask(s, y);
    sp = span_within(sp, s);
    for (int x = sp.x; x < sp.end; x++) {
        mask[x - s->box.left] = box_cover(m, r, x, y);
    }
    ink_mask(s, y, sp, (struct ink){m->colour, m->alpha});
}

// The columns of a row that are all covered like the one in its middle:
// everything but what is near the left and right edges, or near corners.
static struct span even_columns(const struct mark *m, float r, float y)
{
    float margin = m->width / 2 + 1;
    float in_y = y - m->y < m->h - y ? y - m->y : m->h - y;
    float inset = in_y < r + margin ? r + margin : margin;
    return (struct span){(int)ceilf(m->x + inset), (int)floorf(m->w - inset)};
}

void ink_box(const struct strip *s, const struct mark *m)
{
    float width = m->w - m->x, height = m->h - m->y;
    float least = width < height ? width : height;
    if (least <= 0) {
        return;
    }
    float r = m->r < least / 2 ? m->r : least / 2;
    r = r > 0 ? r : 0;
    struct box own = box_meet(m->box, s->box);
    for (int y = own.top; y < own.bottom; y++) {
        struct span all = {own.left, own.right};
        struct span even = even_columns(m, r, (float)y + 0.5f);
        if (even.x >= even.end) {
            box_pixels(s, m, r, y, all);
            continue;
        }
        float cover = box_cover(m, r, even.x, y);
        int alpha = (int)(cover * (float)m->alpha + 0.5f);
        box_pixels(s, m, r, y, (struct span){all.x, even.x});
        ink_span(s, y, even, (struct ink){m->colour, alpha});
        box_pixels(s, m, r, y, (struct span){even.end, all.end});
    }
}

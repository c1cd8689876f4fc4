// SPDX-License-Identifier: MIT
// Discs, rings, arcs and circles of dots: coverage by the distance of a
// pixel's middle to the edge, computed only near the edge.
#include <math.h>

#include "platform/paint_ink.h"

#define TURN 6.2831853f

// Half the width of a row of a disc; negative when the row misses it.
static float half_chord(float radius, float dy)
{
    float left = radius * radius - dy * dy;
    return radius > 0 && left > 0 ? sqrtf(left) : -1;
}

// The columns whose middles lie within half of x.
static struct span columns(float x, float half)
{
    return (struct span){(int)ceilf(x - half - 0.5f),
                         (int)floorf(x + half - 0.5f) + 1};
}

// A disc with a soft edge covers a little more than the disc: r * r + 1/12
// instead of r * r, in parts of pi; below half a pixel (r + 1/2)^3 / 3. Drawn
// with these its light is that of its area.
static float soft_radius(float r)
{
    return r > 0.75f ? sqrtf(r * r - 1.0f / 12) : r;
}

static float soft_strength(float r)
{
    float soft =
        r > 0.5f ? r * r + 1.0f / 12 : (r + 0.5f) * (r + 0.5f) * (r + 0.5f) / 3;
    return r > 0.75f ? 1 : r * r / soft;
}

static void disc_edge(const struct strip *s, const struct mark *m, int y,
                      struct span sp)
{
    float dy = (float)y + 0.5f - m->y;
    float most = soft_strength(m->r), r = soft_radius(m->r);
    float *mask = strip_mask(s, y);
    sp = span_within(sp, s);
    for (int x = sp.x; x < sp.end; x++) {
        float dx = (float)x + 0.5f - m->x;
        mask[x - s->box.left] = most * edge_cover(r - sqrtf(dx * dx + dy * dy));
    }
    ink_mask(s, y, sp, (struct ink){m->colour, m->alpha});
}

void ink_disc(const struct strip *s, const struct mark *m)
{
    struct box own = box_meet(m->box, s->box);
    for (int y = own.top; y < own.bottom && m->r > 0; y++) {
        float dy = (float)y + 0.5f - m->y;
        float outer = half_chord(m->r + 0.5f, dy);
        float inner = half_chord(m->r - 0.5f, dy);
        if (outer < 0) {
            continue;
        }
        struct span all = columns(m->x, outer);
        struct span whole = {all.end, all.end};
        if (inner > 0) {
            whole = columns(m->x, inner);
        }
        disc_edge(s, m, y, (struct span){all.x, whole.x});
        ink_span(s, y, whole, (struct ink){m->colour, m->alpha});
        disc_edge(s, m, y, (struct span){whole.end, all.end});
    }
}

// The ends of an arc: points on the unit circle; clockwise is from start to
// end (y grows downwards).
struct arc {
    float start_x, start_y, end_x, end_y;
    bool whole, wide; // a full ring; more than half a turn
};

static struct arc arc_of(const struct mark *m)
{
    float turns = m->b - m->a;
    struct arc arc = {
        .start_x = sinf(m->a * TURN),
        .start_y = -cosf(m->a * TURN),
        .end_x = sinf(m->b * TURN),
        .end_y = -cosf(m->b * TURN),
        .whole = m->kind == SHAPE_RING || turns >= 1,
        .wide = turns > 0.5f,
    };
    return arc;
}

// Whether a direction from the centre lies between the arc's ends.
static bool arc_spans(const struct arc *arc, float x, float y)
{
    bool after_start = arc->start_x * y - arc->start_y * x >= 0;
    bool before_end = x * arc->end_y - y * arc->end_x >= 0;
    return arc->wide ? after_start || before_end : after_start && before_end;
}

static float arc_cover(const struct mark *m, const struct arc *arc, float x,
                       float y)
{
    float half = m->width / 2;
    if (arc->whole || arc_spans(arc, x, y)) {
        return band_cover(sqrtf(x * x + y * y) - m->r, half);
    }
    float sx = x - arc->start_x * m->r, sy = y - arc->start_y * m->r;
    float ex = x - arc->end_x * m->r, ey = y - arc->end_y * m->r;
    return band_cover(sqrtf(fminf(sx * sx + sy * sy, ex * ex + ey * ey)), half);
}

static void arc_pixels(const struct strip *s, const struct mark *m,
                       const struct arc *arc, int y, struct span sp)
{
    float dy = (float)y + 0.5f - m->y;
    float *mask = strip_mask(s, y);
    sp = span_within(sp, s);
    for (int x = sp.x; x < sp.end; x++) {
        float dx = (float)x + 0.5f - m->x;
        mask[x - s->box.left] = arc_cover(m, arc, dx, dy);
    }
    ink_mask(s, y, sp, (struct ink){m->colour, m->alpha});
}

void ink_arc(const struct strip *s, const struct mark *m)
{
    struct arc arc = arc_of(m);
    struct box own = box_meet(m->box, s->box);
    if (m->width <= 0 || m->r <= 0 || (m->kind == SHAPE_ARC && m->b <= m->a)) {
        return;
    }
    for (int y = own.top; y < own.bottom; y++) {
        float dy = (float)y + 0.5f - m->y;
        float outer = half_chord(m->r + m->width / 2 + 0.5f, dy);
        float hole = half_chord(m->r - m->width / 2 - 0.5f, dy);
        if (outer < 0) {
            continue;
        }
        struct span all = columns(m->x, outer);
        struct span empty = {all.end, all.end};
        if (hole > 0) {
            empty = columns(m->x, hole);
        }
        arc_pixels(s, m, &arc, y, (struct span){all.x, empty.x});
        arc_pixels(s, m, &arc, y, (struct span){empty.end, all.end});
    }
}

// Whether a circle's line passes through a box at all.
static bool circle_meets(const struct mark *m, struct box b)
{
    float left = (float)b.left - m->x, right = (float)b.right - m->x;
    float top = (float)b.top - m->y, bottom = (float)b.bottom - m->y;
    float near_x = left > 0 ? left : right < 0 ? right : 0;
    float near_y = top > 0 ? top : bottom < 0 ? bottom : 0;
    float far_x = fmaxf(fabsf(left), fabsf(right));
    float far_y = fmaxf(fabsf(top), fabsf(bottom));
    float half = m->width + 2;
    return hypotf(near_x, near_y) <= m->r + half &&
           hypotf(far_x, far_y) >= m->r - half;
}

void ink_dots(const struct strip *s, const struct mark *m)
{
    if (m->count <= 0 || !circle_meets(m, s->box)) {
        return;
    }
    float step_x = cosf(TURN / (float)m->count);
    float step_y = sinf(TURN / (float)m->count);
    float margin = m->width + 1;
    float top = (float)s->box.top - m->y - margin;
    float bottom = (float)s->box.bottom - m->y + margin;
    float x = 0, y = -1; // from the top, clockwise
    for (int i = 0; i < m->count; i++) {
        float down = y * m->r;
        if (down > top && down < bottom) {
            struct mark dot = *m;
            dot.x = m->x + x * m->r;
            dot.y = m->y + down;
            dot.r = m->width;
            struct box around = {
                (int)floorf(dot.x - margin), (int)floorf(dot.y - margin),
                (int)ceilf(dot.x + margin), (int)ceilf(dot.y + margin)};
            dot.box = box_meet(m->box, around);
            ink_disc(s, &dot);
        }
        float next = x * step_x - y * step_y;
        y = x * step_y + y * step_x;
        x = next;
    }
}

// SPDX-License-Identifier: MIT
// Paths go through the strip's mask: a stroke is the union of its pieces (the
// fuller coverage wins, so joints do not show), a fill the sum of the areas to
// the right of its edges, counted with their direction. Each pixel row is cut
// into SLICES, across each of which an edge is taken as straight up.
#include <math.h>
#include <string.h>

#include "platform/paint_ink.h"

enum { SLICES = 16 };

static struct point path_point(const struct mark *m, int i)
{
    return m->points[i < m->count ? i : i - m->count];
}

static void mask_path_stroke(const struct strip *s, const struct mark *m,
                             struct box *touched)
{
    int pieces = m->closed ? m->count : m->count - 1;
    float half = m->width / 2;
    if (m->count == 1) {
        mask_stroke(s, m->points[0], m->points[0], half, touched);
        return;
    }
    float top = (float)s->box.top - half - 2;
    float bottom = (float)s->box.bottom + half + 2;
    for (int i = 0; i < pieces; i++) {
        struct point from = path_point(m, i), to = path_point(m, i + 1);
        if (fmaxf(from.y, to.y) >= top && fminf(from.y, to.y) <= bottom) {
            mask_stroke(s, from, to, half, touched);
        }
    }
}

// What an edge at x adds to the differences along a row: from the pixel that
// it cuts on, everything to the right is on its other side. All parts are
// multiples of 1/4096, whose sums are exact: the same in any strip.
static void add_edge(float *mask, const struct strip *s, float x, float by)
{
    float at = x - (float)s->box.left;
    if (at < 0) {
        at = 0;
    }
    if (at >= (float)(s->box.right - s->box.left)) {
        return;
    }
    int cell = (int)at;
    float before = roundf((at - (float)cell) * 256) / 256; // the edge, within
    mask[cell] += by * (1 - before);
    mask[cell + 1] += by * before;
}

static void add_edges(const struct strip *s, struct point a, struct point b,
                      int y)
{
    float by = 1.0f / SLICES;
    if (a.y >= b.y && a.y <= b.y) {
        return; // level: nothing lies beside it
    }
    if (a.y > b.y) {
        struct point swapped = a;
        a = b;
        b = swapped;
        by = -by;
    }
    float slope = (b.x - a.x) / (b.y - a.y);
    for (int i = 0; i < SLICES; i++) {
        float at = (float)y + ((float)i + 0.5f) / SLICES;
        if (at >= a.y && at < b.y) {
            add_edge(strip_mask(s, y), s, a.x + (at - a.y) * slope, by);
        }
    }
}

static void mask_path_fill(const struct strip *s, const struct mark *m,
                           struct box own)
{
    for (int i = 0; i < m->count; i++) {
        struct point a = path_point(m, i), b = path_point(m, i + 1);
        int top = (int)floorf(fminf(a.y, b.y));
        int bottom = (int)ceilf(fmaxf(a.y, b.y));
        top = top > own.top ? top : own.top;
        bottom = bottom < own.bottom ? bottom : own.bottom;
        for (int y = top; y < bottom; y++) {
            add_edges(s, a, b, y);
        }
    }
    int width = s->box.right - s->box.left;
    for (int y = own.top; y < own.bottom; y++) {
        float *mask = strip_mask(s, y);
        float sum = 0;
        for (int x = 0; x < width; x++) {
            sum += mask[x];
            mask[x] = fminf(fabsf(sum), 1);
        }
        mask[width] = 0; // the last pixel's edge wrote there
    }
}

// The part of its alpha that a path has at a pixel, along its fade.
static float fade_at(const struct mark *m, float x, float y)
{
    float dx = m->w - m->x, dy = m->h - m->y;
    float length2 = dx * dx + dy * dy;
    float part =
        length2 > 0 ? ((x - m->x) * dx + (y - m->y) * dy) / length2 : 0;
    part = part < 0 ? 0 : part > 1 ? 1 : part;
    float fade = m->a + (m->b - m->a) * part;
    return fade < 0 ? 0 : fade > 1 ? 1 : fade;
}

// Draws a row of the mask with the path's fade; evenly where it runs down.
static void ink_row(const struct strip *s, const struct mark *m, int y,
                    struct span sp)
{
    struct ink ink = {m->colour, m->alpha};
    bool fades = m->a > 0 || m->b > 0;
    float py = (float)y + 0.5f;
    if (fades && fabsf(m->w - m->x) < 0.25f) {
        // Alpha has 256 steps; rows round it up or down in turn.
        static const float turns[4] = {0.125f, 0.625f, 0.375f, 0.875f};
        ink.alpha =
            (int)(fade_at(m, m->x, py) * (float)m->alpha + turns[y & 3]);
    } else if (fades) {
        float *mask = strip_mask(s, y);
        for (int x = sp.x; x < sp.end; x++) {
            mask[x - s->box.left] *= fade_at(m, (float)x + 0.5f, py);
        }
    }
    ink_mask(s, y, sp, ink);
}

void ink_path(const struct strip *s, const struct mark *m)
{
    struct box own = box_meet(m->box, s->box);
    if (m->width > 0) {
        struct box touched = {0};
        mask_path_stroke(s, m, &touched);
        own = touched;
    } else {
        mask_path_fill(s, m, own);
        own.left = s->box.left;
        own.right = s->box.right;
    }
    for (int y = own.top; y < own.bottom; y++) {
        ink_row(s, m, y, (struct span){own.left, own.right});
    }
}

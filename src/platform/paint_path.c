// SPDX-License-Identifier: MIT
// Paths go through the strip's mask: a stroke is the union of its pieces (the
// fuller coverage wins, so joints do not show), a fill the sum of the areas to
// the right of its edges, counted with their direction. Each pixel row is cut
// into SLICES, across each of which an edge is taken as straight up.
#include <math.h>

#include "platform/paint_ink.h"

enum { SLICES = 16 };

static struct point path_point(const struct mark *m, int i)
{
    return m->points[i < m->count ? i : i - m->count];
}

static void mask_path_stroke(const struct strip *s, const struct mark *m)
{
    int pieces = m->closed ? m->count : m->count - 1;
    float half = m->width / 2;
    if (m->count == 1) {
        mask_stroke(s, m->points[0], m->points[0], half);
        return;
    }
    float top = (float)s->box.top - half - 1;
    float bottom = (float)s->box.bottom + half + 1;
    for (int i = 0; i < pieces; i++) {
        struct point from = path_point(m, i), to = path_point(m, i + 1);
        bool above = from.y < top && to.y < top;
        bool below = from.y > bottom && to.y > bottom;
        if (!above && !below) {
            mask_stroke(s, from, to, half);
        }
    }
}

// What an edge at x adds to the differences along a row: from the pixel that
// it cuts on, everything to the right is on its other side. All parts are
// multiples of 1/4096, whose sums are exact: the same in any strip.
static void add_edge(const struct strip *s, int y, float x, float by)
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
    float *mask = strip_mask(s, y);
    uint8_t *touched = strip_touched(s, y);
    mask[cell] += by * (1 - before);
    touched[cell / STRIP_ALIGN] = 1;
    if (before > 0) {
        mask[cell + 1] += by * before;
        touched[(cell + 1) / STRIP_ALIGN] = 1;
    }
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
            add_edge(s, y, a.x + (at - a.y) * slope, by);
        }
    }
}

static void mask_path_fill(const struct strip *s, const struct mark *m,
                           struct box own)
{
    for (int i = 0; i < m->count; i++) {
        struct point a = path_point(m, i), b = path_point(m, i + 1);
        int top = (int)floorf(a.y < b.y ? a.y : b.y);
        int bottom = (int)ceilf(a.y > b.y ? a.y : b.y);
        top = top > own.top ? top : own.top;
        bottom = bottom < own.bottom ? bottom : own.bottom;
        for (int y = top; y < bottom; y++) {
            add_edges(s, a, b, y);
        }
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

// How a row of the mask is to be drawn.
struct row_ink {
    struct ink ink;
    // The fade runs across the row: each block of STRIP_ALIGN pixels has its
    // own alpha, or each pixel where it is steep.
    bool across, steep;
    float turn; // what this row adds when alpha is rounded down
    int y;
};

static struct row_ink row_ink_of(const struct mark *m, int y)
{
    // Alpha has 256 steps; rows round it up or down in turn.
    static const float turns[4] = {0.125f, 0.625f, 0.375f, 0.875f};
    struct row_ink r = {
        .ink = {m->colour, m->alpha}, .turn = turns[y & 3], .y = y};
    if (m->a > 0 || m->b > 0) {
        float dx = m->w - m->x, dy = m->h - m->y;
        float rise = fabsf((m->b - m->a) * dx) * (float)m->alpha;
        r.across = dx > 0.25f || dx < -0.25f;
        r.steep = rise > (dx * dx + dy * dy) / 4; // a quarter step a pixel
        float here = fade_at(m, m->x, (float)y + 0.5f);
        r.ink.alpha =
            r.across ? m->alpha : (int)(here * (float)m->alpha + r.turn);
    }
    return r;
}

// The ink of the block that begins at x.
static struct ink block_ink(const struct mark *m, const struct row_ink *r,
                            int x)
{
    if (!r->across || r->steep) {
        return r->ink;
    }
    float here = fade_at(m, (float)(x + STRIP_ALIGN / 2), (float)r->y + 0.5f);
    return (struct ink){r->ink.colour,
                        (int)(here * (float)r->ink.alpha + r->turn)};
}

// Draws a block of the mask that holds coverage.
static void ink_covered(const struct strip *s, const struct mark *m,
                        const struct row_ink *r, int block)
{
    struct span sp = {block, block + STRIP_ALIGN};
    float *mask = strip_mask(s, r->y);
    for (int x = sp.x; r->across && r->steep && x < sp.end; x++) {
        mask[x - s->box.left] *=
            fade_at(m, (float)x + 0.5f, (float)r->y + 0.5f);
    }
    ink_mask(s, r->y, sp, block_ink(m, r, block));
}

// A run of blocks without an edge: all covered alike.
static void ink_even(const struct strip *s, const struct mark *m,
                     const struct row_ink *r, struct span sp, float cover)
{
    if (cover <= 0) {
        return;
    }
    int step = r->across ? STRIP_ALIGN : sp.end - sp.x;
    float *mask = strip_mask(s, r->y);
    for (int x = sp.x; x < sp.end; x += step) {
        if (r->across && r->steep) {
            for (int i = 0; i < STRIP_ALIGN; i++) {
                mask[x + i - s->box.left] = cover;
            }
            ink_covered(s, m, r, x);
            continue;
        }
        struct ink ink = block_ink(m, r, x);
        ink.alpha = (int)(cover * (float)ink.alpha + 0.5f);
        ink_span(s, r->y, (struct span){x, x + step}, ink);
    }
}

static float cover_of(float sum)
{
    sum = sum < 0 ? -sum : sum;
    return sum < 1 ? sum : 1;
}

// One row of blocks; sum is what the differences came to so far.
static void ink_row(const struct strip *s, const struct mark *m,
                    const struct row_ink *r, struct span blocks, bool fill)
{
    uint8_t *touched = strip_touched(s, r->y);
    float *mask = strip_mask(s, r->y);
    int left = s->box.left;
    float sum = 0;
    for (int i = blocks.x; i < blocks.end;) {
        int from = i;
        while (i < blocks.end && !touched[i]) {
            i++;
        }
        struct span even = {left + from * STRIP_ALIGN, left + i * STRIP_ALIGN};
        if (even.x < even.end) {
            ink_even(s, m, r, even, cover_of(sum));
        }
        if (i < blocks.end) {
            touched[i] = 0;
            for (int x = i * STRIP_ALIGN; fill && x < (i + 1) * STRIP_ALIGN;
                 x++) {
                sum += mask[x];
                mask[x] = cover_of(sum);
            }
            ink_covered(s, m, r, left + i * STRIP_ALIGN);
            i++;
        }
    }
}

void ink_touched(const struct strip *s, const struct mark *m, struct box own,
                 bool fill)
{
    struct span blocks = {(own.left - s->box.left) / STRIP_ALIGN,
                          (own.right - s->box.left + STRIP_ALIGN - 1) /
                              STRIP_ALIGN};
    for (int y = own.top; y < own.bottom; y++) {
        struct row_ink r = row_ink_of(m, y);
        ink_row(s, m, &r, blocks, fill);
        if (fill) {
            // An edge in the last pixel writes one behind it.
            int behind = s->box.right - s->box.left;
            strip_mask(s, y)[behind] = 0;
            strip_touched(s, y)[behind / STRIP_ALIGN] = 0;
        }
    }
}

void ink_path(const struct strip *s, const struct mark *m)
{
    struct box own = box_meet(m->box, s->box);
    if (m->width > 0) {
        mask_path_stroke(s, m);
    } else {
        mask_path_fill(s, m, own);
    }
    ink_touched(s, m, own, m->width <= 0);
}

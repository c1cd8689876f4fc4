// SPDX-License-Identifier: MIT
// Paths go through the strip's mask: a stroke is the union of its pieces (the
// fuller coverage wins, so joints do not show), a fill the sum of the areas to
// the right of its edges, counted with their direction: exact areas, as font
// rasterisers reckon them (R. Levien, "font-rs", 2016).
#include <math.h>
#include <string.h>

#include "platform/paint_ink.h"

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
    struct point from = m->points[0];
    int beside = (from.y > bottom) - (from.y < top);
    for (int i = 1; i <= pieces; i++) {
        struct point to = path_point(m, i);
        int before = beside;
        beside = (to.y > bottom) - (to.y < top);
        if (beside == 0 || beside != before) {
            mask_stroke(s, from, to, half);
        }
        from = to;
    }
}

// Adds to the differences along a row: from that pixel on, everything to the
// right is on the edge's other side by so much more. All parts are multiples of
// 1/4096, whose sums are exact: the same in any strip.
static inline float exact(float part)
{
    return (float)(int)(part * 4096 + (part < 0 ? -0.5f : 0.5f)) *
           (1.0f / 4096);
}

static inline void add_at(const struct strip *s, int y, int x, float by)
{
    int cell = x - s->box.left;
    cell = cell < 0 ? 0 : cell;
    if (x < s->box.right) {
        strip_mask(s, y)[cell] += by;
        strip_touched(s, y)[cell / STRIP_ALIGN] = 1;
    }
}

// The part of an edge in one row, from x to to, from <= to, down by a part of
// the row, or up. What it adds comes to down as a whole.
static void add_row(const struct strip *s, int y, struct point ends, float down)
{
    float from = ends.x, to = ends.y; // both columns
    int x = floor_px(from), last = ceil_px(to) - 1;
    float first = (float)x;
    if (last <= x) { // within one pixel
        float beside = exact(down * ((from + to) / 2 - first));
        add_at(s, y, x, down - beside);
        add_at(s, y, x + 1, beside);
        return;
    }
    float slope = down / (to - from), left = down;
    float in = first + 1 - from;             // of the first pixel
    float area = exact(slope * in * in / 2); // to the right of the edge in it
    add_at(s, y, x, area);
    left -= area;
    float before = area;
    for (int k = x + 1; k < last; k++) {
        area = exact(slope * ((float)k + 0.5f - from));
        add_at(s, y, k, area - before);
        left -= area - before;
        before = area;
    }
    float out = to - (float)last; // into the last pixel
    area = exact(down - slope * out * out / 2);
    add_at(s, y, last, area - before);
    left -= area - before;
    add_at(s, y, last + 1, left);
}

static void add_edge(const struct strip *s, struct point a, struct point b,
                     int y)
{
    float sign = 1;
    if (a.y > b.y) {
        struct point swapped = a;
        a = b;
        b = swapped;
        sign = -1;
    }
    float top = fmaxf(a.y, (float)y), bottom = fminf(b.y, (float)(y + 1));
    if (top >= bottom) {
        return; // level: nothing lies beside it
    }
    float slope = (b.x - a.x) / (b.y - a.y);
    float from = a.x + (top - a.y) * slope, to = a.x + (bottom - a.y) * slope;
    struct point ends = {fminf(from, to), fmaxf(from, to)};
    add_row(s, y, ends, sign * (bottom - top));
}

static void mask_path_fill(const struct strip *s, const struct mark *m,
                           struct box own)
{
    struct point a = m->points[0];
    for (int i = 1; i <= m->count; i++) {
        struct point b = path_point(m, i);
        int top = floor_px(a.y < b.y ? a.y : b.y);
        int bottom = ceil_px(a.y > b.y ? a.y : b.y);
        top = top > own.top ? top : own.top;
        bottom = bottom < own.bottom ? bottom : own.bottom;
        for (int y = top; y < bottom; y++) {
            add_edge(s, a, b, y);
        }
        a = b;
    }
}

enum { FADED_AT_ONCE = 32 }; // blocks of a fade

// How a row of the mask is to be drawn.
struct row_ink {
    struct ink ink;
    // The fade runs across the row: each block of FADE_BLOCK pixels has its
    // own alpha, or each pixel where it is steep.
    bool across, steep;
    float near, far;   // the parts of alpha at the fade's ends
    float at, at_step; // how far along it column 0 lies, and one column more
    float turn;        // what this row adds when alpha is rounded down
    int y;
};

static inline float between_0_and_1(float x)
{
    x = x > 0 ? x : 0;
    return x < 1 ? x : 1;
}

// The part of its alpha that a path has at a column, along its fade.
static inline float fade_at(const struct row_ink *r, float x)
{
    float part = between_0_and_1(r->at + x * r->at_step);
    return between_0_and_1(r->near + (r->far - r->near) * part);
}

static struct row_ink row_ink_of(const struct mark *m, int y)
{
    // Alpha has 256 steps; rows round it up or down in turn.
    static const float turns[4] = {0.125f, 0.625f, 0.375f, 0.875f};
    struct row_ink r = {
        .ink = {m->colour, m->alpha}, .turn = turns[y & 3], .y = y};
    if (m->a > 0 || m->b > 0) {
        float row = (float)y + 0.5f;
        float dx = m->w - m->x, dy = m->r > 0 ? 0 : m->h - m->y;
        float down =
            m->r > 0 ? between_0_and_1((m->h - row) / (m->h - m->y)) : 1;
        float length2 = dx * dx + dy * dy;
        float over = length2 > 0 ? 1 / length2 : 0;
        float rise = fabsf((m->b - m->a) * dx) * (float)m->alpha;
        r.near = m->a * down;
        r.far = m->b * down;
        r.at_step = dx * over;
        r.at = ((row - m->y) * dy - m->x * dx) * over;
        r.across = dx > 0.25f || dx < -0.25f;
        r.steep = rise > length2 / 4; // a quarter step a pixel
        if (!r.across) {
            float here = fade_at(&r, m->x);
            r.ink.alpha = (int)(here * (float)m->alpha + r.turn);
        }
    }
    return r;
}

// The alphas of the span's first blocks, covered so far; the span of those.
static struct span fade_alphas(const struct row_ink *r, struct span sp,
                               float cover, int alphas[FADED_AT_ONCE])
{
    enum { FOUR = 4 }; // at a time
    const struct row_ink k = *r;
    const float full = (float)k.ink.alpha;
    int from = fade_block(sp.x, r->y);
    int most = from + FADED_AT_ONCE * FADE_BLOCK;
    int end = sp.end < most ? sp.end : most;
    for (int x = from; x < end; x += FOUR * FADE_BLOCK, alphas += FOUR) {
        for (int i = 0; i < FOUR; i++) {
            int middle = x + i * FADE_BLOCK + FADE_BLOCK / 2;
            int part = (int)(fade_at(&k, (float)middle) * full + k.turn);
            alphas[i] = (int)(cover * (float)part + 0.5f);
        }
    }
    return (struct span){sp.x, end};
}

// Draws blocks of the mask that hold coverage.
static void ink_covered(const struct strip *s, const struct row_ink *r,
                        struct span sp)
{
    if (r->across && r->steep) {
        float *mask = strip_mask(s, r->y) - s->box.left;
        for (int x = sp.x; x < sp.end; x++) {
            mask[x] *= fade_at(r, (float)x + 0.5f);
        }
    }
    if (!r->across || r->steep) {
        ink_mask(s, r->y, sp, r->ink);
        return;
    }
    while (sp.x < sp.end) {
        int alphas[FADED_AT_ONCE];
        struct span part = fade_alphas(r, sp, 1, alphas);
        ink_mask_faded(s, r->y, part, r->ink.colour, alphas);
        sp.x = part.end;
    }
}

// Blocks without an edge: all covered alike.
static void ink_even(const struct strip *s, const struct row_ink *r,
                     struct span sp, float cover)
{
    if (!r->across) {
        int alpha = (int)(cover * (float)r->ink.alpha + 0.5f);
        ink_span(s, r->y, sp, (struct ink){r->ink.colour, alpha});
        return;
    }
    if (r->steep) {
        float *mask = strip_mask(s, r->y) - s->box.left;
        for (int x = sp.x; x < sp.end; x++) {
            mask[x] = cover;
        }
        ink_covered(s, r, sp);
        return;
    }
    while (sp.x < sp.end) {
        int alphas[FADED_AT_ONCE];
        struct span part = fade_alphas(r, sp, cover, alphas);
        ink_span_faded(s, r->y, part, r->ink.colour, alphas);
        sp.x = part.end;
    }
}

static float cover_of(float sum)
{
    sum = sum < 0 ? -sum : sum;
    return sum < 1 ? sum : 1;
}

// One row of blocks, a run without edges and a run with them by turns; sum is
// what the differences came to so far.
static void ink_row(const struct strip *s, const struct row_ink *r,
                    struct span blocks, bool fill)
{
    uint8_t *touched = strip_touched(s, r->y);
    float *mask = strip_mask(s, r->y);
    int left = s->box.left;
    float sum = 0;
    for (int i = blocks.x; i < blocks.end;) {
        const uint8_t *next = memchr(touched + i, 1, (size_t)(blocks.end - i));
        int first = next ? (int)(next - touched) : blocks.end;
        struct span even = {left + i * STRIP_ALIGN, left + first * STRIP_ALIGN};
        if (even.x < even.end && cover_of(sum) > 0) {
            ink_even(s, r, even, cover_of(sum));
        }
        for (i = first; i < blocks.end && touched[i]; i++) {
            touched[i] = 0;
        }
        for (int x = first * STRIP_ALIGN; fill && x < i * STRIP_ALIGN; x++) {
            sum += mask[x];
            mask[x] = cover_of(sum);
        }
        if (first < i) {
            ink_covered(s, r, (struct span){even.end, left + i * STRIP_ALIGN});
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
        ink_row(s, &r, blocks, fill);
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

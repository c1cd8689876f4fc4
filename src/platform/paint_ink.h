// SPDX-License-Identifier: MIT
// What is drawn as ink: shapes with edges, by how much of each pixel they
// cover, and texts from their masks. Blended with an ordered dither, so that
// faint ink on a dark gradient makes no bands.
#pragma once

#include "platform/paint_mark.h"
#include "platform/paint_strip.h"

void ink_mark(const struct strip *s, const struct mark *m);

// Below: shared by the files of ink.

struct ink {
    uint32_t colour;
    int alpha; // 0 to ALPHA_FULL
};

// Columns, from x up to, not including, end; empty when end <= x.
struct span {
    int x, end;
};

static inline struct span span_within(struct span sp, const struct strip *s)
{
    return (struct span){sp.x > s->box.left ? sp.x : s->box.left,
                         sp.end < s->box.right ? sp.end : s->box.right};
}

// floorf and ceilf of what an int can hold, in a few steps on any processor.
static inline int floor_px(float x)
{
    return (int)x - (x < (float)(int)x);
}

static inline int ceil_px(float x)
{
    return (int)x + (x > (float)(int)x);
}

// Blends the colour evenly into a row's span, which lies within the strip.
void ink_span(const struct strip *s, int y, struct span sp, struct ink ink);
// The same by each pixel's coverage, 0 to 1, in the strip's mask, which is
// then cleared there.
void ink_mask(const struct strip *s, int y, struct span sp, struct ink ink);
// Both for a fade: each block of FADE_BLOCK pixels has an alpha; the first is
// that of the block in which the span begins, at fade_block. Blocks begin in
// four rows at four places, or their ends would make stripes. The span is of
// whole blocks of STRIP_ALIGN.
enum { FADE_BLOCK = 16 };
static inline int fade_block(int x, int y)
{
    const int shift = (y & 1) * FADE_BLOCK / 2 + (y >> 1 & 1) * FADE_BLOCK / 4;
    return ((x + shift) & ~(FADE_BLOCK - 1)) - shift;
}

void ink_span_faded(const struct strip *s, int y, struct span sp,
                    uint32_t colour, const int *alphas);
void ink_mask_faded(const struct strip *s, int y, struct span sp,
                    uint32_t colour, const int *alphas);

// How much of a pixel lies within half of a line's middle, off pixels away;
// exact for lines thinner than a pixel, too.
float band_cover(float off, float half);

// A soft step from 1 well within an edge to 0 well outside; in is how far
// within a pixel's middle lies.
float edge_cover(float in);

void ink_disc(const struct strip *s, const struct mark *m);
void ink_arc(const struct strip *s, const struct mark *m); // and rings
void ink_dots(const struct strip *s, const struct mark *m);
void ink_line(const struct strip *s, const struct mark *m);
void ink_box(const struct strip *s, const struct mark *m);
void ink_path(const struct strip *s, const struct mark *m);
// Adds a stroke from one point to the other, half as wide to each side, with
// round ends, to the strip's mask, and marks what it touches there.
void mask_stroke(const struct strip *s, struct point from, struct point to,
                 float half);
// Draws what the mask holds within own, block by block, and clears it. A fill
// holds differences along each row, a stroke coverage.
void ink_touched(const struct strip *s, const struct mark *m, struct box own,
                 bool fill);

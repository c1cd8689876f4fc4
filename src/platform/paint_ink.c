// SPDX-License-Identifier: MIT
// How a colour meets pixels: (pixel * (256 - alpha) + colour * alpha + order)
// / 256, where order, 0 to 255, is the pixel's place in an ordered dither. With
// alpha 0 and 256 that is exact; in between it is right in the mean.
#include "platform/paint_ink.h"

#include <math.h>
#include <string.h>

#include "platform/paint_tint.h"

enum { BLEND = 4 }; // pixels a block

// The dither of 4 x 4 pixels, in 1/256: Bayer's order, in the middle of its
// sixteen steps. Each row for the channels of four pixels.
#define CHANNELS(a) a, a, a, a
static const uint16_t orders[BLEND][4 * BLEND] = {
    {CHANNELS(8), CHANNELS(136), CHANNELS(40), CHANNELS(168)},
    {CHANNELS(200), CHANNELS(72), CHANNELS(232), CHANNELS(104)},
    {CHANNELS(56), CHANNELS(184), CHANNELS(24), CHANNELS(152)},
    {CHANNELS(248), CHANNELS(120), CHANNELS(216), CHANNELS(88)}};

static inline unsigned order_at(int x, int y)
{
    return orders[y & (BLEND - 1)][4 * (x & (BLEND - 1))];
}

// The channels of BLEND pixels of one colour, the lowest byte first.
static inline void spread(uint32_t colour, uint16_t channels[4 * BLEND])
{
    uint64_t four = (uint64_t)(colour & 0xff) |
                    (uint64_t)(colour >> 8 & 0xff) << 16 |
                    (uint64_t)(colour >> 16 & 0xff) << 32;
    uint64_t all[BLEND] = {four, four, four, four};
    memcpy(channels, all, sizeof(all));
}

static inline uint32_t blend(uint32_t pixel, uint32_t colour, unsigned alpha,
                             unsigned order)
{
    const uint32_t rb = 0xff00ff, g = 0x00ff00;
    unsigned keep = ALPHA_FULL - alpha;
    uint32_t two =
        (pixel & rb) * keep + (colour & rb) * alpha + order * 0x00010001u;
    uint32_t one =
        ((pixel & g) >> 8) * keep + ((colour & g) >> 8) * alpha + order;
    return (two >> 8 & rb) | (one & g);
}

static void fill(uint32_t *row, int count, uint32_t colour)
{
    for (int i = 0; i < count; i++) {
        row[i] = colour;
    }
}

// Blocks of BLEND pixels, from a column that is a multiple of it.
static inline void blend_blocks(uint32_t *row, int blocks, unsigned alpha,
                                const uint16_t colour[4 * BLEND],
                                const uint16_t order[4 * BLEND])
{
    uint16_t add[4 * BLEND];
    const uint16_t part = (uint16_t)alpha;
    for (int i = 0; i < 4 * BLEND; i++) {
        add[i] = (uint16_t)(colour[i] * part + order[i]);
    }
    uint16_t keep = (uint16_t)(ALPHA_FULL - alpha);
    for (int b = 0; b < blocks; b++, row += BLEND) {
        uint8_t bytes[4 * BLEND];
        memcpy(bytes, row, sizeof(bytes));
        for (int i = 0; i < 4 * BLEND; i++) {
            bytes[i] = (uint8_t)((uint16_t)(bytes[i] * keep + add[i]) >> 8);
        }
        memcpy(row, bytes, sizeof(bytes));
    }
}

void ink_span(const struct strip *s, int y, struct span sp, struct ink ink)
{
    sp = span_within(sp, s);
    if (sp.x >= sp.end || ink.alpha <= 0) {
        return;
    }
    uint32_t *row = strip_row(s, y);
    uint16_t colour[4 * BLEND];
    spread(ink.colour, colour);
    if (ink.alpha >= ALPHA_FULL) {
        fill(row + (sp.x - s->box.left), sp.end - sp.x, ink.colour);
        return;
    }
    int x = sp.x;
    for (; x < sp.end && (x & (BLEND - 1)); x++) {
        uint32_t *at = &row[x - s->box.left];
        *at = blend(*at, ink.colour, (unsigned)ink.alpha, order_at(x, y));
    }
    int blocks = (sp.end - x) / BLEND;
    blend_blocks(row + (x - s->box.left), blocks, (unsigned)ink.alpha, colour,
                 orders[y & (BLEND - 1)]);
    for (x += blocks * BLEND; x < sp.end; x++) {
        uint32_t *at = &row[x - s->box.left];
        *at = blend(*at, ink.colour, (unsigned)ink.alpha, order_at(x, y));
    }
}

void ink_span_faded(const struct strip *s, int y, struct span sp,
                    uint32_t colour, const int *alphas)
{
    uint16_t channels[4 * BLEND];
    spread(colour, channels);
    uint32_t *row = strip_row(s, y) - s->box.left;
    while (sp.x < sp.end) {
        int alpha = *alphas++;
        int end = fade_block(sp.x, y) + FADE_BLOCK;
        for (; end < sp.end && *alphas == alpha; end += FADE_BLOCK) {
            alphas++;
        }
        end = end < sp.end ? end : sp.end;
        if (alpha > 0) {
            blend_blocks(row + sp.x, (end - sp.x) / BLEND, (unsigned)alpha,
                         channels, orders[y & (BLEND - 1)]);
        }
        sp.x = end;
    }
}

// BLEND pixels, each with an alpha of its own.
static inline void blend_four(uint32_t *row, const int32_t alphas[BLEND],
                              const uint16_t colour[4 * BLEND],
                              const uint16_t order[4 * BLEND])
{
    uint8_t bytes[4 * BLEND];
    uint16_t alpha[4 * BLEND];
    for (int i = 0; i < BLEND; i++) {
        uint64_t four = (uint64_t)(uint32_t)alphas[i] * 0x0001000100010001u;
        memcpy(alpha + 4 * i, &four, sizeof(four));
    }
    memcpy(bytes, row, sizeof(bytes));
    for (int i = 0; i < 4 * BLEND; i++) {
        uint16_t keep = (uint16_t)(ALPHA_FULL - alpha[i]);
        uint16_t sum = (uint16_t)(bytes[i] * keep + colour[i] * alpha[i]);
        bytes[i] = (uint8_t)((uint16_t)(sum + order[i]) >> 8);
    }
    memcpy(row, bytes, sizeof(bytes));
}

// By the coverage of BLEND pixels, which is then cleared; where they have none,
// nothing changes.
static inline void blend_mask(uint32_t *row, float *mask, float alpha,
                              const uint16_t colour[4 * BLEND],
                              const uint16_t order[4 * BLEND])
{
    int32_t alphas[BLEND];
    for (int i = 0; i < BLEND; i++) {
        alphas[i] = (int32_t)(mask[i] * alpha + 0.5f);
        mask[i] = 0;
    }
    if ((alphas[0] | alphas[1] | alphas[2] | alphas[3]) != 0) {
        blend_four(row, alphas, colour, order);
    }
}

void ink_mask(const struct strip *s, int y, struct span sp, struct ink ink)
{
    uint16_t colour[4 * BLEND];
    sp = span_within(sp, s);
    if (sp.x >= sp.end) {
        return;
    }
    spread(ink.colour, colour);
    int from = (sp.x & ~(BLEND - 1)) - s->box.left;
    int end = ((sp.end + BLEND - 1) & ~(BLEND - 1)) - s->box.left;
    uint32_t *row = strip_row(s, y);
    float *mask = strip_mask(s, y);
    for (int x = from; x < end; x += BLEND) {
        blend_mask(row + x, mask + x, (float)ink.alpha, colour,
                   orders[y & (BLEND - 1)]);
    }
}

void ink_mask_faded(const struct strip *s, int y, struct span sp,
                    uint32_t colour, const int *alphas)
{
    uint16_t channels[4 * BLEND];
    spread(colour, channels);
    uint32_t *row = strip_row(s, y) - s->box.left;
    float *mask = strip_mask(s, y) - s->box.left;
    const int first = fade_block(sp.x, y);
    for (int x = sp.x; x < sp.end; x += BLEND) {
        float alpha = (float)alphas[(x - first) / FADE_BLOCK];
        blend_mask(row + x, mask + x, alpha, channels, orders[y & (BLEND - 1)]);
    }
}

float edge_cover(float in)
{
    in += 0.5f;
    return in < 0 ? 0 : in > 1 ? 1 : in;
}

float band_cover(float off, float half)
{
    off = fabsf(off);
    return edge_cover(half - off) - edge_cover(-half - off);
}

// How many pixels of a mask from the first on are empty; most of a text is.
static int empty_run(const uint8_t *mask, int count)
{
    int i = 0;
    for (; count - i >= 8; i += 8) {
        uint64_t eight = 0;
        memcpy(&eight, mask + i, sizeof(eight));
        if (eight != 0) {
            break;
        }
    }
    while (i < count && mask[i] == 0) {
        i++;
    }
    return i;
}

// Where a row of a clearing falls off beside the text: near is how much the
// row has of it along the text, whose middle and half width are in pixels.
struct ends {
    float near, middle, half, per_r2;
};

// Fills the mask, in whole blocks from a multiple of BLEND on.
static void clear_end(const struct strip *s, int y, const struct ends *e,
                      struct span sp)
{
    const struct ends k = *e;
    float *mask = strip_mask(s, y) + (sp.x - s->box.left);
    for (int x = sp.x; x < sp.end; x += BLEND, mask += BLEND) {
        for (int i = 0; i < BLEND; i++) {
            float off = fabsf((float)(x + i) + 0.5f - k.middle) - k.half;
            off = (off + fabsf(off)) / 2; // 0 along the text
            float part = k.near - off * off * k.per_r2;
            part = (part + fabsf(part)) / 2;
            mask[i] = part * part;
        }
    }
}

static int clamped(int x, struct span sp)
{
    return x < sp.x ? sp.x : x > sp.end ? sp.end : x;
}

// The ground laid behind a text: full along the text's middle, gone r away.
static void ink_clearing(const struct strip *s, const struct mark *m)
{
    struct box own = box_meet(m->box, s->box);
    const float middle = (m->x + m->w) / 2;
    const float half = fmaxf((m->w - m->x) - (m->h - m->y), 0) / 2;
    const float per_r2 = 1 / (m->r * m->r);
    struct ink ink = {m->ground, (int)(m->a * (float)m->alpha)};
    struct span all = {own.left & ~(BLEND - 1), own.right};
    struct span even = {(int)ceilf(middle - half), (int)floorf(middle + half)};
    even.x = clamped((even.x + BLEND - 1) & ~(BLEND - 1), all);
    even.end = clamped(even.end & ~(BLEND - 1), (struct span){even.x, all.end});
    for (int y = own.top; y < own.bottom; y++) {
        float dy = (float)y + 0.5f - (m->y + m->h) / 2;
        float near = 1 - dy * dy * per_r2;
        if (near <= 0) {
            continue;
        }
        struct ends e = {near, middle, half, per_r2};
        clear_end(s, y, &e, (struct span){all.x, even.x});
        clear_end(s, y, &e, (struct span){even.end, all.end});
        ink_mask(s, y, (struct span){all.x, even.x}, ink);
        ink_mask(s, y, (struct span){even.end, all.end}, ink);
        int alpha = (int)(near * near * (float)ink.alpha + 0.5f);
        ink_span(s, y, even, (struct ink){ink.colour, alpha});
    }
}

// A pixel's own colour, of an emoji, or the text's.
static inline uint32_t letter_colour(const struct mark *m, uint32_t own)
{
    return (own & LABEL_OWN) != 0 ? blend(0, own, (unsigned)m->strength, 0)
                                  : m->colour;
}

static void ink_text(const struct strip *s, const struct mark *m)
{
    const struct label *label = m->label;
    if (!label || !label->coverage) {
        return;
    }
    if (m->r > 0) {
        ink_clearing(s, m);
    }
    struct box ink = {(int)m->x, (int)m->y, (int)m->w, (int)m->h};
    struct box own = box_meet(box_meet(m->box, s->box), ink);
    int left = (int)m->x, top = (int)m->y;
    for (int y = own.top; y < own.bottom; y++) {
        const size_t first = (size_t)(y - top) * (size_t)label->width;
        const uint8_t *from = label->coverage + first;
        const uint32_t *colours =
            label->colours ? label->colours + first : NULL;
        uint32_t *row = strip_row(s, y);
        for (int x = own.left; x < own.right; x++) {
            x += empty_run(from + (x - left), own.right - x);
            if (x < own.right) {
                uint32_t *at = &row[x - s->box.left];
                // 255 of coverage is the whole: round so that it stays so.
                unsigned cover = from[x - left];
                unsigned alpha = (cover * (unsigned)m->alpha + 127) / 255;
                uint32_t colour =
                    colours ? letter_colour(m, colours[x - left]) : m->colour;
                *at = blend(*at, colour, alpha, order_at(x, y));
            }
        }
    }
}

void ink_mark(const struct strip *s, const struct mark *m)
{
    switch (m->kind) {
    case SHAPE_DISC:
        ink_disc(s, m);
        break;
    case SHAPE_RING:
    case SHAPE_ARC:
        ink_arc(s, m);
        break;
    case SHAPE_DOTS:
        ink_dots(s, m);
        break;
    case SHAPE_LINE:
        ink_line(s, m);
        break;
    case SHAPE_BOX:
        ink_box(s, m);
        break;
    case SHAPE_TEXT:
        ink_text(s, m);
        break;
    case SHAPE_PATH:
        ink_path(s, m);
        break;
    case SHAPE_GROUND:
    case SHAPE_ORB:
    case SHAPE_GLOW:
    case SHAPE_KIND_COUNT:
        break; // light: see paint_light.h
    }
}

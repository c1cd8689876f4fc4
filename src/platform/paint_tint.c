// SPDX-License-Identifier: MIT
#include "platform/paint_tint.h"

int dither_order(int x, int y, int bits)
{
    int order = 0;
    for (int b = 0; b < bits; b++) {
        order = order << 2 | ((x ^ y) >> b & 1) << 1 | (y >> b & 1);
    }
    return order;
}

// The other way round than the ground's dither, which then evens out with this
// one instead of adding up.
static int tint_order(int x, int y)
{
    return TILE * TILE - 1 - dither_order(x, y, 2);
}

// One level's tile. sixteenths: each channel's value in sixteenths of a step:
// the whole part, and how many of the sixteen pixels get one more.
static void fill_tile(struct tint *t, int level, const unsigned sixteenths[3],
                      const unsigned orders[TILE * TILE])
{
    for (int y = 0; y < TILE; y++) {
        for (int x = 0; x < TILE; x++) {
            unsigned order = orders[y * TILE + x];
            t->rows[y][level][x] = (sixteenths[0] + order) >> 4 << 16 |
                                   (sixteenths[1] + order) >> 4 << 8 |
                                   (sixteenths[2] + order) >> 4;
        }
    }
}

void tint_make(struct tint *t, uint32_t colour)
{
    int channels[3] = {(int)(colour >> 16 & 0xff), (int)(colour >> 8 & 0xff),
                       (int)(colour & 0xff)};
    int peak = channels[0] > channels[1] ? channels[0] : channels[1];
    peak = channels[2] > peak ? channels[2] : peak;
    t->colour = colour;
    t->full = peak * TINT_STEPS;
    unsigned orders[TILE * TILE];
    for (int i = 0; i < TILE * TILE; i++) {
        orders[i] = (unsigned)tint_order(i % TILE, i / TILE);
    }
    for (int level = 0; level <= t->full; level++) {
        unsigned sixteenths[3] = {0};
        for (int c = 0; c < 3 && t->full > 0; c++) {
            sixteenths[c] =
                (unsigned)((level * channels[c] * 16 + t->full / 2) / t->full);
        }
        fill_tile(t, level, sixteenths, orders);
    }
}

struct coat coat_of(uint32_t tint, uint32_t white, int y, bool on_paper)
{
    struct coat coat = {.flip = flip_of(on_paper)};
    for (int c = 0; c < COAT_CHANNELS; c++) {
        int shift = 8 * (COAT_CHANNELS - 1 - c);
        coat.tint[c] = (float)(tint >> shift & 0xff);
        coat.white[c] = (float)(white >> shift & 0xff);
    }
    for (int x = 0; x < TILE; x++) {
        int order = tint_order(x, y & (TILE - 1));
        coat.order[x] = ((float)order + 0.5f) / (TILE * TILE);
    }
    return coat;
}

// SPDX-License-Identifier: MIT
// Ordered dither, levels of one colour as dithered tiles, and how such light
// is added to pixels.
#pragma once

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

// The place of a pixel in the order of dithering, 0 to 4^bits - 1, each once
// in every square of 2^bits pixels (Bayer 1973).
int dither_order(int x, int y, int bits);

// A level is an eighth of the smallest step of the colour's strongest channel.
enum { TINT_STEPS = 8, TINT_LEVELS = 255 * TINT_STEPS + 1, TILE = 4 };

// The pixel to add is rows[y % TILE][level][x % TILE]: a row of the screen
// looks up one part of the table alone, which stays in the cache. Mean over a
// tile: the level's colour, within 1/32 of a step.
struct tint {
    uint32_t colour;
    int full; // the level of the whole colour; 0 when it is black
    uint32_t rows[TILE][TINT_LEVELS][TILE];
};

void tint_make(struct tint *t, uint32_t colour);

// Whether light is added or, on paper, taken away: all bytes 0, or all 0xff.
struct flip {
    uint8_t bytes[4 * TILE];
};

static inline struct flip flip_of(bool on_paper)
{
    struct flip f;
    memset(f.bytes, on_paper ? 0xff : 0, sizeof(f.bytes));
    return f;
}

// Adds light to TILE pixels, channel by channel, up to white; flipped, it
// takes away, down to black. Written bytewise, so that compilers make a few
// vector instructions of it.
static inline void add_light(uint32_t *pixels, const uint32_t *light,
                             const struct flip *flip)
{
    uint8_t to[4 * TILE], from[4 * TILE];
    memcpy(to, pixels, sizeof(to));
    memcpy(from, light, sizeof(from));
    for (int i = 0; i < 4 * TILE; i++) {
        uint8_t now = (uint8_t)(to[i] ^ flip->bytes[i]);
        uint8_t room = (uint8_t)~now;
        uint8_t more = from[i] < room ? from[i] : room;
        to[i] = (uint8_t)((uint8_t)(now + more) ^ flip->bytes[i]);
    }
    memcpy(pixels, to, sizeof(to));
}

// Light that is reckoned: the colours of two lights, the order of their dither
// in one row, in steps of the screen, and whether light is taken away.
enum { COAT_CHANNELS = 3 };
struct coat {
    float tint[COAT_CHANNELS], white[COAT_CHANNELS], order[TILE];
    struct flip flip;
};

// For the row y.
struct coat coat_of(uint32_t tint, uint32_t white, int y, bool on_paper);

// Adds light to TILE pixels, dithered as tiles are; so much of each colour.
static inline void coat_put(const struct coat *c, const float level[TILE],
                            const float white[TILE], uint32_t *pixels)
{
    int32_t light[TILE];
    uint32_t bits[TILE];
    for (int i = 0; i < TILE; i++) {
        float red = level[i] * c->tint[0] + white[i] * c->white[0];
        float green = level[i] * c->tint[1] + white[i] * c->white[1];
        float blue = level[i] * c->tint[2] + white[i] * c->white[2];
        light[i] = (int32_t)(red + c->order[i]) * 65536 +
                   (int32_t)(green + c->order[i]) * 256 +
                   (int32_t)(blue + c->order[i]);
    }
    memcpy(bits, light, sizeof(bits));
    add_light(pixels, bits, &c->flip);
}

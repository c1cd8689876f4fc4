// SPDX-License-Identifier: MIT
// Ordered dither, levels of one colour as dithered tiles, and how such light
// is added to pixels.
#pragma once

#include <stdint.h>
#include <string.h>

// The place of a pixel in the order of dithering, 0 to 4^bits - 1, each once
// in every square of 2^bits pixels (Bayer 1973).
int dither_order(int x, int y, int bits);

// A level is an eighth of the smallest step of the colour's strongest channel.
enum { TINT_STEPS = 8, TINT_LEVELS = 255 * TINT_STEPS + 1, TILE = 4 };

// The tile of a level holds, at [y % TILE][x % TILE], the pixel to add. Mean
// over a tile: the level's colour, within 1/32 of a step.
struct tint {
    uint32_t colour;
    int full; // the level of the whole colour; 0 when it is black
    uint32_t tiles[TINT_LEVELS][TILE][TILE];
};

void tint_make(struct tint *t, uint32_t colour);

// Adds light to TILE pixels, channel by channel, up to white. With flip 0xff
// it takes away instead, down to black: on paper light is ink. Written
// bytewise, so that compilers make a few vector instructions of it.
static inline void add_light(uint32_t *pixels, const uint32_t *light,
                             uint8_t flip)
{
    uint8_t to[4 * TILE], from[4 * TILE];
    memcpy(to, pixels, sizeof(to));
    memcpy(from, light, sizeof(from));
    for (int i = 0; i < 4 * TILE; i++) {
        uint8_t now = (uint8_t)(to[i] ^ flip);
        uint8_t room = (uint8_t)~now;
        uint8_t more = from[i] < room ? from[i] : room;
        to[i] = (uint8_t)((uint8_t)(now + more) ^ flip);
    }
    memcpy(pixels, to, sizeof(to));
}

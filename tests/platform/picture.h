// SPDX-License-Identifier: MIT
// Small pictures to draw into and to look at, for tests of the painter.
#pragma once

#include <stdlib.h>
#include <string.h>

#include "platform/paint.h"

// A canvas with a margin of its own on all sides, which must stay untouched.
struct picture {
    uint32_t *all;
    struct canvas canvas;
};

enum { PICTURE_MARGIN = 5, PICTURE_SIGN = 0x7e57 };

static inline struct picture picture_create(int width, int height)
{
    int pitch = width + 2 * PICTURE_MARGIN;
    size_t cells = (size_t)pitch * (size_t)(height + 2 * PICTURE_MARGIN);
    struct picture p = {.all = malloc(cells * sizeof(uint32_t))};
    for (size_t i = 0; i < cells; i++) {
        p.all[i] = PICTURE_SIGN;
    }
    p.canvas = (struct canvas){p.all + PICTURE_MARGIN * pitch + PICTURE_MARGIN,
                               width, height, pitch};
    return p;
}

static inline void picture_destroy(struct picture *p)
{
    free(p->all);
}

static inline uint32_t picture_at(const struct picture *p, int x, int y)
{
    return p->canvas.pixels[y * p->canvas.pitch + x];
}

static inline int channel(uint32_t pixel, int shift)
{
    return (int)(pixel >> shift & 0xff);
}

// Whether nothing was drawn outside of the canvas.
static inline bool picture_margin_clean(const struct picture *p)
{
    const struct canvas *c = &p->canvas;
    for (int y = -PICTURE_MARGIN; y < c->height + PICTURE_MARGIN; y++) {
        for (int x = -PICTURE_MARGIN; x < c->width + PICTURE_MARGIN; x++) {
            bool inside = x >= 0 && x < c->width && y >= 0 && y < c->height;
            const uint32_t *row = p->all + (y + PICTURE_MARGIN) * c->pitch;
            if (!inside && row[x + PICTURE_MARGIN] != PICTURE_SIGN) {
                return false;
            }
        }
    }
    return true;
}

static inline bool picture_same(const struct picture *a,
                                const struct picture *b)
{
    for (int y = 0; y < a->canvas.height; y++) {
        if (memcmp(a->canvas.pixels + y * a->canvas.pitch,
                   b->canvas.pixels + y * b->canvas.pitch,
                   (size_t)a->canvas.width * sizeof(uint32_t)) != 0) {
            return false;
        }
    }
    return true;
}

// Small numbers without a pattern, the same on every run (xorshift32).
static inline uint32_t random_next(uint32_t *state)
{
    *state ^= *state << 13;
    *state ^= *state >> 17;
    *state ^= *state << 5;
    return *state;
}

static inline int random_below(uint32_t *state, int most)
{
    return (int)(random_next(state) % (uint32_t)most);
}

static inline float random_between(uint32_t *state, float from, float to)
{
    return from + (to - from) * (float)random_below(state, 10001) / 10000;
}

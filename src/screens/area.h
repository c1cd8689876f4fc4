// SPDX-License-Identifier: MIT
// A rectangle of the stage, in stage heights; the smaller and the larger of two
// lengths.
#pragma once

#include <stdbool.h>

struct area {
    float x, y, w, h;
};

static inline float smaller(float a, float b)
{
    return a < b ? a : b;
}

static inline float larger(float a, float b)
{
    return a > b ? a : b;
}

static inline bool area_has(struct area a, float x, float y)
{
    return x >= a.x && x < a.x + a.w && y >= a.y && y < a.y + a.h;
}

static inline struct area area_inset(struct area a, float across, float down)
{
    return (struct area){a.x + across, a.y + down, a.w - 2 * across,
                         a.h - 2 * down};
}

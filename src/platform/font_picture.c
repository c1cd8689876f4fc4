// SPDX-License-Identifier: MIT
// Each pixel of the result is a mean of those near its place in the old one,
// the nearer the more: along the rows first, then along the columns.
#include "platform/font_picture.h"

#include <math.h>
#include <stdint.h>
#include <stdlib.h>

#include <SDL.h>

#include "base/arena.h"
#include "platform/font_piece.h"

enum { CHANNELS = 4 };

// As Noto's: 128 px to an em of 109.
#define LINE_EMS (128.0f / 109)
// How far a mean reaches, in pixels of the smaller picture: soft, not blurred.
#define NEAR 0.7f

float picture_scale(int size_px, int height_px)
{
    return height_px > 0 ? LINE_EMS * (float)size_px / (float)height_px : 1;
}

static SDL_Surface *surface_create(int width, int height)
{
    SDL_Surface *s = SDL_CreateRGBSurfaceWithFormat(0, width, height, 32,
                                                    SDL_PIXELFORMAT_ARGB8888);
    if (!s) {
        arena_fail();
    }
    return s;
}

static float *floats_create(int width, int height)
{
    float *all =
        calloc((size_t)width * (size_t)height * CHANNELS + 1, sizeof(*all));
    if (!all) {
        arena_fail();
    }
    return all;
}

// A row or a column; the next pixel lies so many floats further on.
struct line {
    const float *pixels;
    int count, step;
};

static void mean_at(struct line line, float place, float reach, float *out)
{
    float sums[CHANNELS] = {0}, weights = 0;
    for (int i = (int)floorf(place - reach); (float)i < place + reach; i++) {
        float weight = reach - fabsf((float)i + 0.5f - place);
        if (weight <= 0) {
            continue;
        }
        weights += weight; // beyond the ends there is nothing, which counts
        if (i >= 0 && i < line.count) {
            for (int k = 0; k < CHANNELS; k++) {
                sums[k] += weight * line.pixels[i * line.step + k];
            }
        }
    }
    for (int k = 0; k < CHANNELS; k++) {
        out[k] = sums[k] / weights;
    }
}

static float *floats_of(const SDL_Surface *s)
{
    float *all = floats_create(s->w, s->h), *at = all;
    for (int y = 0; y < s->h; y++) {
        for (int x = 0; x < s->w; x++) {
            for (int k = 0; k < CHANNELS; k++) {
                *at++ = (float)(ink_row(s, y)[x] >> 8 * k & 0xff);
            }
        }
    }
    return all;
}

// With its colours whole, no longer multiplied by the coverage.
static uint32_t pixel_of(const float sums[CHANNELS])
{
    uint32_t pixel = (uint32_t)(sums[3] + 0.5f) << 24;
    for (int k = 0; k < 3 && pixel != 0; k++) {
        float whole = fminf(sums[k] * 255 / sums[3], 255);
        pixel |= (uint32_t)(whole + 0.5f) << 8 * k;
    }
    return pixel;
}

SDL_Surface *picture_fit(SDL_Surface *from, float scale, int baseline)
{
    int width = (int)ceilf((float)from->w * scale);
    int above = (int)lroundf((float)baseline * scale);
    int height = above + (int)ceilf((float)(from->h - baseline) * scale);
    float reach = fmaxf(NEAR / scale, 1);
    SDL_Surface *made = surface_create(width, height);
    float *all = floats_of(from), *narrow = floats_create(width, from->h);
    for (int y = 0; y < from->h; y++) {
        struct line row = {all + y * from->w * CHANNELS, from->w, CHANNELS};
        for (int x = 0; x < width; x++) {
            mean_at(row, ((float)x + 0.5f) / scale, reach,
                    narrow + (y * width + x) * CHANNELS);
        }
    }
    for (int y = 0; y < height; y++) {
        float place = ((float)(y - above) + 0.5f) / scale + (float)baseline;
        for (int x = 0; x < width; x++) {
            struct line column = {narrow + x * CHANNELS, from->h,
                                  width * CHANNELS};
            float sums[CHANNELS];
            mean_at(column, place, reach, sums);
            ink_row(made, y)[x] = pixel_of(sums);
        }
    }
    free(narrow);
    free(all);
    SDL_FreeSurface(from);
    return made;
}

// Of a pixel that is so far from what is covered at the nearest.
static uint32_t rim_pixel(float distance, int reach)
{
    float cover = fminf(fmaxf((float)reach + 0.5f - distance, 0), 1);
    return (uint32_t)(cover * 255 + 0.5f) << 24 | 0xffffff;
}

// Goes over the field from one corner to the other; each pixel is as far as a
// neighbour that was passed, and one step.
static void spread(float *field, int width, int height, int forth)
{
    const float aslant = 1.4142f;
    for (int i = 0; i < width * height; i++) {
        int at = forth > 0 ? i : width * height - 1 - i;
        int x = at % width, y = at / width, back_y = y - forth;
        float *here = &field[at];
        bool row = back_y >= 0 && back_y < height;
        for (int side = -1; side <= 1; side++) {
            bool column = x + side >= 0 && x + side < width;
            if (row && column) {
                float step = side == 0 ? 1 : aslant;
                *here = fminf(*here, field[at - forth * width + side] + step);
            }
        }
        if (x - forth >= 0 && x - forth < width) {
            *here = fminf(*here, field[at - forth] + 1);
        }
    }
}

SDL_Surface *picture_rim(const SDL_Surface *picture, int reach)
{
    int width = picture->w + 2 * reach, height = picture->h + 2 * reach;
    SDL_Surface *made = surface_create(width, height);
    float *field = floats_create(width, height);
    for (int i = 0; i < width * height; i++) {
        int x = i % width - reach, y = i / width - reach;
        bool within = x >= 0 && x < picture->w && y >= 0 && y < picture->h;
        bool covered = within && ink_row(picture, y)[x] >> 31;
        field[i] = covered ? 0 : (float)(width + height);
    }
    spread(field, width, height, 1);
    spread(field, width, height, -1);
    for (int i = 0; i < width * height; i++) {
        ink_row(made, i / width)[i % width] = rim_pixel(field[i], reach);
    }
    free(field);
    return made;
}

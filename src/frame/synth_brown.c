// SPDX-License-Identifier: MIT
// Brown noise: soft and low, no hiss, left and right apart, breathing a little
// over many seconds.
#include "frame/synth_bed.h"

#define LEVEL 0.084f // brings the whole to -33.5 LUFS

struct brown_bed {
    struct brown noise[2];
    struct svf cut[2], low[2];
    struct svf_shape cut_shape, low_shape;
    struct wander wander[2];
    float gain[2], step[2];
};

static void *brown_create(uint64_t seed, struct arena *mem)
{
    struct brown_bed *b = ARENA_NEW(mem, struct brown_bed);
    b->cut_shape = svf_shape(38, 0.707f);
    b->low_shape = svf_shape(520, 0.6f);
    for (int side = 0; side < 2; side++) {
        b->noise[side].noise = noise_seed(seed, 400 + (uint64_t)side);
        b->wander[side] = (struct wander){
            .low = 0.92f, .high = 1.08f, .shortest = 9, .longest = 23};
        wander_start(&b->wander[side], noise_seed(seed, 410 + (uint64_t)side));
    }
    return b;
}

static void brown_control(void *self)
{
    struct brown_bed *b = self;
    for (int side = 0; side < 2; side++) {
        float to = LEVEL * wander_next(&b->wander[side]);
        b->step[side] = (to - b->gain[side]) / SYNTH_BLOCK;
    }
}

static void brown_render(void *self, float *stereo, size_t frames)
{
    struct brown_bed *b = self;
    for (size_t i = 0; i < frames; i++) {
        for (int side = 0; side < 2; side++) {
            float x = brown_next(&b->noise[side]);
            x = svf_step(&b->cut[side], &b->cut_shape, x).high;
            x = svf_step(&b->low[side], &b->low_shape, x).low;
            b->gain[side] += b->step[side];
            stereo[2 * i + (size_t)side] = x * b->gain[side];
        }
    }
}

const struct bed_craft *bed_craft_brown(void)
{
    static const struct bed_craft craft = {
        {"brown", 5}, brown_create, brown_control, brown_render, NULL};
    return &craft;
}

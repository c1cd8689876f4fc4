// SPDX-License-Identifier: MIT
// Wind: pink noise through two resonances that rise with a gust, and a
// loudness that follows it with a will of its own.
#include "frame/synth_bed.h"

#define LEVEL 0.81f // brings the whole to -33.5 LUFS

struct wind {
    struct pink pink[2];
    struct svf body[2], whistle[2];
    struct svf_shape body_shape, whistle_shape;
    struct wander gust, force;
    float gain[2], step[2]; // of body and whistle
};

static void *wind_create(uint64_t seed, struct arena *mem)
{
    struct wind *w = ARENA_NEW(mem, struct wind);
    for (int side = 0; side < 2; side++) {
        w->pink[side].noise = noise_seed(seed, 300 + (uint64_t)side);
    }
    w->gust = (struct wander){.low = 0, .high = 1, .shortest = 4, .longest = 9};
    wander_start(&w->gust, noise_seed(seed, 310));
    w->force =
        (struct wander){.low = 0.6f, .high = 1, .shortest = 3, .longest = 8};
    wander_start(&w->force, noise_seed(seed, 311));
    return w;
}

static void wind_control(void *self)
{
    struct wind *w = self;
    float gust = wander_next(&w->gust);
    float force = wander_next(&w->force) * (0.55f + 0.45f * gust);
    w->body_shape = svf_shape(180 * powf(3.6f, gust), 1.6f);
    w->whistle_shape = svf_shape(430 * powf(2.6f, gust), 2.4f);
    w->step[0] = (LEVEL * 0.25f * force - w->gain[0]) / SYNTH_BLOCK;
    w->step[1] = (LEVEL * 0.08f * force - w->gain[1]) / SYNTH_BLOCK;
}

static void wind_render(void *self, float *stereo, size_t frames)
{
    struct wind *w = self;
    for (size_t i = 0; i < frames; i++) {
        w->gain[0] += w->step[0];
        w->gain[1] += w->step[1];
        for (int side = 0; side < 2; side++) {
            float x = pink_next(&w->pink[side]);
            float body = svf_step(&w->body[side], &w->body_shape, x).band;
            float whistle =
                svf_step(&w->whistle[side], &w->whistle_shape, x).band;
            stereo[2 * i + (size_t)side] =
                body * w->gain[0] + whistle * w->gain[1];
        }
    }
}

const struct bed_craft *bed_craft_wind(void)
{
    static const struct bed_craft craft = {
        {"wind", 4}, wind_create, wind_control, wind_render, NULL};
    return &craft;
}

// SPDX-License-Identifier: MIT
// The ocean: two waves that overlap, each with a life of its own length, over
// a floor that never leaves, so that the sea does not vanish between them. A
// wave is a body, pink noise that brightens as it swells, and the wash of its
// breaking. Body and wash have noise of their own: the same noise through both
// filters would carve a comb.
#include "frame/synth_bed.h"

enum { WAVES = 2 };
#define SWELL_END 0.38f // of a wave's life
#define WASH_START 0.32f
#define WASH_PEAK 0.44f
#define LEVEL 0.98f // brings the whole to -33.5 LUFS

struct glide { // a gain on its way through a control block
    float now, step;
};

struct wave {
    struct noise chance;
    struct pink body[2], wash[2];
    struct svf low[2], band[2];
    struct svf_shape low_shape, band_shape;
    struct wander pan;
    float age, life_s;
    struct glide body_gain[2], wash_gain[2];
};

struct ocean {
    struct wave waves[WAVES];
    struct pink floor[2];
    struct brown deep[2];
    struct svf floor_low[2], deep_low[2], cut[2];
    struct svf_shape floor_shape, deep_shape, cut_shape;
};

// A life of 12 to 18 s, so that this wave tends to come between two of the
// other's: together they would tower, and then leave a gap.
static void wave_begin(struct wave *w, float other_age)
{
    float u =
        0.5f + 1.2f * (0.5f - other_age) + 0.35f * noise_white(&w->chance);
    w->life_s = 12 + 6 * (u < 0 ? 0 : u > 1 ? 1 : u);
    w->age = 0;
}

static void *ocean_create(uint64_t seed, struct arena *mem)
{
    struct ocean *o = ARENA_NEW(mem, struct ocean);
    uint64_t stream = 100;
    for (int i = 0; i < WAVES; i++) {
        struct wave *w = &o->waves[i];
        w->chance = noise_seed(seed, stream++);
        w->pan = (struct wander){
            .low = -0.6f, .high = 0.6f, .shortest = 6, .longest = 11};
        wander_start(&w->pan, noise_seed(seed, stream++));
        for (int side = 0; side < 2; side++) {
            w->body[side].noise = noise_seed(seed, stream++);
            w->wash[side].noise = noise_seed(seed, stream++);
        }
        wave_begin(w, 0.5f);
        w->age = (float)i / WAVES;
    }
    for (int side = 0; side < 2; side++) {
        o->floor[side].noise = noise_seed(seed, stream++);
        o->deep[side].noise = noise_seed(seed, stream++);
    }
    o->floor_shape = svf_shape(480, 0.6f);
    o->deep_shape = svf_shape(120, 0.707f);
    o->cut_shape = svf_shape(90, 0.707f);
    return o;
}

static float wave_swell(float age)
{
    if (age < SWELL_END) {
        return 0.5f * (1 - cosf(SYNTH_PI * age / SWELL_END));
    }
    float fall = (age - SWELL_END) / (1 - SWELL_END);
    return (expf(-3 * fall) - expf(-3)) / (1 - expf(-3));
}

static float wave_wash(float age)
{
    if (age < WASH_START) {
        return 0;
    }
    if (age < WASH_PEAK) {
        float rise = (age - WASH_START) / (WASH_PEAK - WASH_START);
        return 0.5f * (1 - cosf(SYNTH_PI * rise));
    }
    float fall = (age - WASH_PEAK) / (1 - WASH_PEAK);
    return (expf(-3 * fall) - expf(-3)) / (1 - expf(-3));
}

static void glide_to(struct glide *g, float gain)
{
    g->step = (gain - g->now) / SYNTH_BLOCK;
}

static void wave_control(struct wave *w, const struct wave *other)
{
    w->age += (float)SYNTH_BLOCK / (SYNTH_RATE * w->life_s);
    if (w->age >= 1) {
        wave_begin(w, other->age);
    }
    float swell = wave_swell(w->age);
    float wash = wave_wash(w->age);
    w->low_shape = svf_shape(200 * powf(9, swell), 0.6f);
    w->band_shape = svf_shape(1900 + 900 * wash, 0.45f);
    float angle = SYNTH_PI / 4 * (1 + wander_next(&w->pan));
    float ear[2] = {1.41421f * cosf(angle), 1.41421f * sinf(angle)};
    for (int side = 0; side < 2; side++) {
        glide_to(&w->body_gain[side], LEVEL * 0.095f * swell * ear[side]);
        glide_to(&w->wash_gain[side], LEVEL * 0.052f * wash * ear[side]);
    }
}

static void ocean_control(void *self)
{
    struct ocean *o = self;
    for (int i = 0; i < WAVES; i++) {
        wave_control(&o->waves[i], &o->waves[1 - i]);
    }
}

static inline float wave_step(struct wave *w, int side)
{
    struct svf_out body =
        svf_step(&w->low[side], &w->low_shape, pink_next(&w->body[side]));
    struct svf_out wash =
        svf_step(&w->band[side], &w->band_shape, pink_next(&w->wash[side]));
    w->body_gain[side].now += w->body_gain[side].step;
    w->wash_gain[side].now += w->wash_gain[side].step;
    return body.low * w->body_gain[side].now +
           wash.band * w->wash_gain[side].now;
}

static void ocean_render(void *self, float *stereo, size_t frames)
{
    struct ocean *o = self;
    for (size_t i = 0; i < frames; i++) {
        for (int side = 0; side < 2; side++) {
            float floor = svf_step(&o->floor_low[side], &o->floor_shape,
                                   pink_next(&o->floor[side]))
                              .low;
            float deep = svf_step(&o->deep_low[side], &o->deep_shape,
                                  brown_next(&o->deep[side]))
                             .low;
            float all = LEVEL * (0.060f * floor + 0.008f * deep) +
                        wave_step(&o->waves[0], side) +
                        wave_step(&o->waves[1], side);
            stereo[2 * i + (size_t)side] =
                svf_step(&o->cut[side], &o->cut_shape, all).high;
        }
    }
}

const struct bed_craft *bed_craft_ocean(void)
{
    static const struct bed_craft craft = {
        {"ocean", 5}, ocean_create, ocean_control, ocean_render, NULL};
    return &craft;
}

// SPDX-License-Identifier: MIT
// Rain: a hiss, a low body, and drops. The drops are what makes it rain and
// not static: short damped sines at random moments, pitches and places.
#include "frame/synth_bed.h"

enum { DROPS = 32 };
#define DROPS_A_SECOND 70
#define LEVEL 0.80f // brings the whole to -33.5 LUFS

struct drop {
    struct phasor tone;
    struct turn by; // turns and decays
    float rise, rise_step;
    float left, right; // gains
    int frames;        // until it cannot be heard; 0: free
};

struct rain {
    struct pink hiss[2];
    struct brown body[2];
    struct svf hiss_cut[2], hiss_low[2], body_band[2];
    struct svf_shape hiss_cut_shape, hiss_low_shape, body_shape;
    struct wander wander;
    struct noise chance;
    float next_ms; // until the next drop
    float gain, step;
    struct drop drops[DROPS];
};

static void *rain_create(uint64_t seed, struct arena *mem)
{
    struct rain *r = ARENA_NEW(mem, struct rain);
    for (int side = 0; side < 2; side++) {
        r->hiss[side].noise = noise_seed(seed, 200 + (uint64_t)side);
        r->body[side].noise = noise_seed(seed, 210 + (uint64_t)side);
    }
    r->hiss_cut_shape = svf_shape(420, 0.707f);
    r->hiss_low_shape = svf_shape(5200, 0.707f);
    r->body_shape = svf_shape(160, 0.707f);
    r->wander =
        (struct wander){.low = 0.82f, .high = 1, .shortest = 6, .longest = 14};
    wander_start(&r->wander, noise_seed(seed, 220));
    r->chance = noise_seed(seed, 221);
    return r;
}

static float between(struct noise *chance, float low, float high)
{
    return low + (high - low) * noise_unit(chance);
}

static void drop_fall(struct rain *r)
{
    struct drop *d = NULL;
    for (int i = 0; i < DROPS && d == NULL; i++) {
        if (r->drops[i].frames == 0) {
            d = &r->drops[i];
        }
    }
    struct noise *chance = &r->chance;
    bool big = noise_unit(chance) < 0.045f;
    float hz = big ? between(chance, 520, 1250) : between(chance, 1400, 4500);
    float tau_s =
        big ? between(chance, 0.040f, 0.070f) : between(chance, 0.004f, 0.014f);
    // Three uniform numbers are near enough to a normal one for a level.
    float normal =
        noise_white(chance) + noise_white(chance) + noise_white(chance);
    float angle = SYNTH_PI / 2 * noise_unit(chance);
    if (d == NULL) {
        return; // a cloudburst: one drop more would not be heard
    }
    float level = 0.012f * expf(0.7f * normal) * (big ? 1.6f : 1);
    float decay = expf(-1 / (tau_s * SYNTH_RATE));
    struct turn by = turn_of(hz);
    *d = (struct drop){
        .tone = {1, 0},
        .by = {by.re * decay, by.im * decay},
        .rise_step = 1 / (0.0012f * SYNTH_RATE),
        .left = LEVEL * level * cosf(angle),
        .right = LEVEL * level * sinf(angle),
        .frames = (int)(9 * tau_s * SYNTH_RATE), // to -78 dB
    };
}

static void rain_control(void *self)
{
    struct rain *r = self;
    r->next_ms -= 1;
    while (r->next_ms <= 0) {
        drop_fall(r);
        float u = 1 - noise_unit(&r->chance); // (0, 1]
        r->next_ms -= logf(u) * 1000 / DROPS_A_SECOND;
    }
    r->step = (LEVEL * wander_next(&r->wander) - r->gain) / SYNTH_BLOCK;
}

static void drop_render(struct drop *d, float *stereo, size_t frames)
{
    size_t n = frames < (size_t)d->frames ? frames : (size_t)d->frames;
    for (size_t i = 0; i < n; i++) {
        phasor_step(&d->tone, d->by);
        d->rise = d->rise < 1 ? d->rise + d->rise_step : 1;
        stereo[2 * i] += d->tone.im * d->rise * d->left;
        stereo[2 * i + 1] += d->tone.im * d->rise * d->right;
    }
    d->frames -= (int)n;
}

static void rain_render(void *self, float *stereo, size_t frames)
{
    struct rain *r = self;
    for (size_t i = 0; i < frames; i++) {
        r->gain += r->step;
        for (int side = 0; side < 2; side++) {
            float hiss = svf_step(&r->hiss_cut[side], &r->hiss_cut_shape,
                                  pink_next(&r->hiss[side]))
                             .high;
            hiss = svf_step(&r->hiss_low[side], &r->hiss_low_shape, hiss).low;
            float body = svf_step(&r->body_band[side], &r->body_shape,
                                  brown_next(&r->body[side]))
                             .band;
            stereo[2 * i + (size_t)side] =
                r->gain * (0.075f * hiss + 0.010f * body);
        }
    }
    for (int i = 0; i < DROPS; i++) {
        if (r->drops[i].frames > 0) {
            drop_render(&r->drops[i], stereo, frames);
        }
    }
}

const struct bed_craft *bed_craft_rain(void)
{
    static const struct bed_craft craft = {
        {"rain", 4}, rain_create, rain_control, rain_render, NULL};
    return &craft;
}

// SPDX-License-Identifier: MIT
// The ocean: two waves that overlap, each with a life of its own length, over
// a floor that never leaves, so that the sea does not vanish between them. A
// wave is a body, pink noise that brightens as it swells, and the wash of its
// breaking. Body and wash have noise of their own: the same noise through both
// filters would carve a comb. What is alike runs side by side, four lanes in
// loops without a branch, of which compilers make vector instructions.
#include "frame/synth_bed.h"

enum { WAVES = 2, LANES = 4 };
#define SWELL_END 0.38f // of a wave's life
#define WASH_START 0.32f
#define WASH_PEAK 0.44f
#define LEVEL 0.98f // brings the whole to -33.5 LUFS

struct glide { // a gain on its way through a control block
    float now, step;
};

struct wave {
    struct noise chance;
    struct wander pan;
    float age, life_s;
    struct glide body_gain[2], wash_gain[2];
};

// Four noises, each with its colour, through four filters (synth.h).
struct colour {
    float keep[3][LANES], take[3][LANES], white[LANES], gain[LANES];
};
struct bank {
    uint32_t noise[LANES];
    float a[LANES], b[LANES], c[LANES];
    float ic1[LANES], ic2[LANES];
    float k[LANES], a1[LANES], a2[LANES], a3[LANES];
};

struct ocean {
    struct wave waves[WAVES];
    // Lanes: the first wave's left and right, the second's; of the base the
    // floor's, and that of the deep.
    struct bank body, wash, base;
    struct svf cut[2];
    struct svf_shape cut_shape;
};

#define FOUR(x)                                                                \
    {                                                                          \
        x, x, x, x                                                             \
    }
#define PAIRS(x, y)                                                            \
    {                                                                          \
        x, x, y, y                                                             \
    }
static const struct colour pink = {
    {FOUR(0.99765f), FOUR(0.96300f), FOUR(0.57000f)},
    {FOUR(0.0990460f), FOUR(0.2965164f), FOUR(1.0526913f)},
    FOUR(0.1848f),
    FOUR(0.22f)};
// Pink for the floor, brown for the deep.
static const struct colour pink_and_brown = {
    {PAIRS(0.99765f, 0.998f), PAIRS(0.96300f, 0), PAIRS(0.57000f, 0)},
    {PAIRS(0.0990460f, 1), PAIRS(0.2965164f, 0), PAIRS(1.0526913f, 0)},
    PAIRS(0.1848f, 0),
    PAIRS(0.22f, 0.06f)};

static void bank_shape(struct bank *b, int pair, struct svf_shape shape)
{
    for (int i = 2 * pair; i < 2 * pair + 2; i++) {
        b->k[i] = shape.k;
        b->a1[i] = shape.a1;
        b->a2[i] = shape.a2;
        b->a3[i] = shape.a3;
    }
}

// What a bank gives in one sample.
struct heard {
    float low[LANES], band[LANES];
};

// Samples of each lane, as pink_next and svf_step make them. Works on copies,
// so that a compiler keeps them in registers.
static void bank_run(struct bank *bank, const struct colour *colour,
                     struct heard *to, size_t frames)
{
    struct bank k = *bank;
    const struct colour t = *colour;
    for (size_t f = 0; f < frames; f++, to++) {
        for (int i = 0; i < LANES; i++) {
            uint32_t x = k.noise[i];
            x ^= x << 13;
            x ^= x >> 17;
            x ^= x << 5;
            k.noise[i] = x;
            float white = (float)(int32_t)x * (1.0f / 2147483648.0f);
            k.a[i] = t.keep[0][i] * k.a[i] + white * t.take[0][i];
            k.b[i] = t.keep[1][i] * k.b[i] + white * t.take[1][i];
            k.c[i] = t.keep[2][i] * k.c[i] + white * t.take[2][i];
            float in =
                t.gain[i] * (k.a[i] + k.b[i] + k.c[i] + white * t.white[i]);
            float v3 = in - k.ic2[i];
            float v1 = k.a1[i] * k.ic1[i] + k.a2[i] * v3;
            float v2 = k.ic2[i] + k.a2[i] * k.ic1[i] + k.a3[i] * v3;
            k.ic1[i] = 2 * v1 - k.ic1[i];
            k.ic2[i] = 2 * v2 - k.ic2[i];
            to->low[i] = v2;
            to->band[i] = k.k[i] * v1;
        }
    }
    *bank = k;
}

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
            o->body.noise[2 * i + side] = noise_seed(seed, stream++).state;
            o->wash.noise[2 * i + side] = noise_seed(seed, stream++).state;
        }
        wave_begin(w, 0.5f);
        w->age = (float)i / WAVES;
    }
    for (int side = 0; side < 2; side++) {
        o->base.noise[side] = noise_seed(seed, stream++).state;
        o->base.noise[2 + side] = noise_seed(seed, stream++).state;
    }
    bank_shape(&o->base, 0, svf_shape(480, 0.6f));
    bank_shape(&o->base, 1, svf_shape(120, 0.707f));
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

static void wave_control(struct ocean *o, int which)
{
    struct wave *w = &o->waves[which];
    const struct wave *other = &o->waves[1 - which];
    w->age += (float)SYNTH_BLOCK / (SYNTH_RATE * w->life_s);
    if (w->age >= 1) {
        wave_begin(w, other->age);
    }
    float swell = wave_swell(w->age);
    float wash = wave_wash(w->age);
    bank_shape(&o->body, which, svf_shape(200 * powf(9, swell), 0.6f));
    bank_shape(&o->wash, which, svf_shape(1900 + 900 * wash, 0.45f));
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
        wave_control(o, i);
    }
}

// The gains of the lanes, to be stepped once a sample.
struct gains {
    float body[LANES], wash[LANES], body_step[LANES], wash_step[LANES];
};

static struct gains gains_of(const struct ocean *o)
{
    struct gains g = {0};
    for (int i = 0; i < LANES; i++) {
        const struct wave *w = &o->waves[i / 2];
        g.body[i] = w->body_gain[i % 2].now;
        g.wash[i] = w->wash_gain[i % 2].now;
        g.body_step[i] = w->body_gain[i % 2].step;
        g.wash_step[i] = w->wash_gain[i % 2].step;
    }
    return g;
}

static void keep_gains(struct ocean *o, const struct gains *g)
{
    for (int i = 0; i < LANES; i++) {
        o->waves[i / 2].body_gain[i % 2].now = g->body[i];
        o->waves[i / 2].wash_gain[i % 2].now = g->wash[i];
    }
}

// A few frames, at most a control block.
static void render_block(struct ocean *o, float *stereo, size_t frames)
{
    struct heard body[SYNTH_BLOCK], wash[SYNTH_BLOCK], base[SYNTH_BLOCK];
    bank_run(&o->body, &pink, body, frames);
    bank_run(&o->wash, &pink, wash, frames);
    bank_run(&o->base, &pink_and_brown, base, frames);
    struct gains g = gains_of(o);
    for (size_t i = 0; i < frames; i++) {
        float waves[LANES];
        for (int lane = 0; lane < LANES; lane++) {
            g.body[lane] += g.body_step[lane];
            g.wash[lane] += g.wash_step[lane];
            waves[lane] = body[i].low[lane] * g.body[lane] +
                          wash[i].band[lane] * g.wash[lane];
        }
        const float *low = base[i].low;
        for (int side = 0; side < 2; side++) {
            float all = LEVEL * (0.060f * low[side] + 0.008f * low[2 + side]) +
                        waves[side] + waves[2 + side];
            stereo[2 * i + (size_t)side] =
                svf_step(&o->cut[side], &o->cut_shape, all).high;
        }
    }
    keep_gains(o, &g);
}

static void ocean_render(void *self, float *stereo, size_t frames)
{
    for (size_t at = 0; at < frames; at += SYNTH_BLOCK) {
        size_t left = frames - at;
        render_block(self, stereo + 2 * at,
                     left < SYNTH_BLOCK ? left : SYNTH_BLOCK);
    }
}

const struct bed_craft *bed_craft_ocean(void)
{
    static const struct bed_craft craft = {
        {"ocean", 5}, ocean_create, ocean_control, ocean_render, NULL};
    return &craft;
}

// SPDX-License-Identifier: MIT
// The drone: D A D E A, neither major nor minor, three voices a note a few
// cents apart, each note swelling in its own time. The periods share no
// divisor, so the whole comes round after more than a hundred days. Harmonics
// come from the fundamental by Clenshaw's sum, so a voice costs one phasor;
// the voices stand in lanes that a compiler can take four at a time.
#include "frame/synth_bed.h"

enum {
    NOTES = 5,
    VOICES = 3,
    LANES = 16, // NOTES * VOICES and one that stays silent
    HARMONICS = 6
};
#define LEVEL 0.043f // brings the whole to -33.5 LUFS
#define WET 0.45f

struct drone {
    float re[LANES], im[LANES], turn_re[LANES], turn_im[LANES];
    float left[LANES], right[LANES], left_step[LANES], right_step[LANES];
    float harmonic[HARMONICS];
    double age_s;
    struct svf low[2];
    struct svf_shape low_shape;
    struct reverb reverb;
};

struct note {
    float hz, level, period_s;
};
static const struct note notes[NOTES] = {
    {73.42f, 0.80f, 37},  {110, 0.62f, 29}, {146.83f, 0.50f, 23},
    {164.81f, 0.20f, 31}, {220, 0.22f, 19},
};

static void *drone_create(uint64_t seed, struct arena *mem)
{
    static const float cents[VOICES] = {-3.2f, 0, 3.2f};
    struct drone *d = ARENA_NEW(mem, struct drone);
    struct noise chance = noise_seed(seed, 500);
    for (int lane = 0; lane < LANES; lane++) {
        float phase = 2 * SYNTH_PI * noise_unit(&chance);
        d->re[lane] = cosf(phase);
        d->im[lane] = sinf(phase);
        d->turn_re[lane] = 1;
        if (lane < NOTES * VOICES) {
            float hz =
                notes[lane / VOICES].hz * powf(2, cents[lane % VOICES] / 1200);
            struct turn by = turn_of(hz);
            d->turn_re[lane] = by.re;
            d->turn_im[lane] = by.im;
        }
    }
    for (int n = 0; n < HARMONICS; n++) {
        d->harmonic[n] = powf((float)(n + 1), -1.7f);
    }
    d->low_shape = svf_shape(750, 0.6f);
    reverb_make(&d->reverb, 6.5f, 2400, mem);
    return d;
}

static void drone_control(void *self)
{
    static const float to_left[VOICES] = {1, 0.4f, 0.12f};
    struct drone *d = self;
    d->age_s += (double)SYNTH_BLOCK / SYNTH_RATE;
    for (int lane = 0; lane < NOTES * VOICES; lane++) {
        const struct note *note = &notes[lane / VOICES];
        double turns = d->age_s / (double)note->period_s;
        float at = (float)(turns - floor(turns));
        float gain = LEVEL * note->level *
                     (0.62f + 0.38f * sinf(2 * SYNTH_PI * at +
                                           1.3f * (float)(lane / VOICES)));
        float left = gain * to_left[lane % VOICES];
        float right = gain * to_left[VOICES - 1 - lane % VOICES];
        d->left_step[lane] = (left - d->left[lane]) / SYNTH_BLOCK;
        d->right_step[lane] = (right - d->right[lane]) / SYNTH_BLOCK;
        struct phasor p = {d->re[lane], d->im[lane]};
        phasor_settle(&p);
        d->re[lane] = p.re;
        d->im[lane] = p.im;
    }
}

static void drone_sum(struct drone *d, float out[2])
{
    float left[LANES], right[LANES];
    const float *a = d->harmonic;
    for (int i = 0; i < LANES; i++) {
        float re = d->re[i] * d->turn_re[i] - d->im[i] * d->turn_im[i];
        float im = d->re[i] * d->turn_im[i] + d->im[i] * d->turn_re[i];
        d->re[i] = re;
        d->im[i] = im;
        float c = 2 * re;
        float b5 = a[4] + c * a[5];
        float b4 = a[3] + c * b5 - a[5];
        float b3 = a[2] + c * b4 - b5;
        float b2 = a[1] + c * b3 - b4;
        float sum = im * (a[0] + c * b2 - b3);
        d->left[i] += d->left_step[i];
        d->right[i] += d->right_step[i];
        left[i] = sum * d->left[i];
        right[i] = sum * d->right[i];
    }
    out[0] = out[1] = 0;
    for (int i = 0; i < LANES; i++) {
        out[0] += left[i];
        out[1] += right[i];
    }
}

static void drone_render(void *self, float *stereo, size_t frames)
{
    struct drone *d = self;
    for (size_t i = 0; i < frames; i++) {
        float dry[2], wet[2];
        drone_sum(d, dry);
        for (int side = 0; side < 2; side++) {
            dry[side] = svf_step(&d->low[side], &d->low_shape, dry[side]).low;
        }
        reverb_step(&d->reverb, dry, wet);
        stereo[2 * i] = (1 - WET) * dry[0] + WET * wet[0];
        stereo[2 * i + 1] = (1 - WET) * dry[1] + WET * wet[1];
    }
}

static void drone_brighten(void *self)
{
    struct drone *d = self;
    d->low_shape = svf_shape(1400, 0.6f);
}

const struct bed_craft *bed_craft_drone(void)
{
    static const struct bed_craft craft = {{"drone", 5},
                                           drone_create,
                                           drone_control,
                                           drone_render,
                                           drone_brighten};
    return &craft;
}

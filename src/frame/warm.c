// SPDX-License-Identifier: MIT
// A lower voice is the same samples read slower; the shelves take away what
// makes a computer's voice thin and sharp, and the room what makes it near.
#include "frame/warm.h"

#include "frame/resample.h"
#include "frame/synth.h"

enum {
    HOP = 4800, // 100 ms, of which four are a window
    WINDOW = 4,
    TAIL = SYNTH_RATE, // in which the room rings out
    QUIET = 200        // of 32768: below it there is silence
};

// --- loudness -------------------------------------------------------------

// The K-weighting at 48 kHz (BS.1770-4, tables 1 and 2).
struct section {
    double b[3], a[2], x[2], y[2];
};

static double section_step(struct section *s, double x)
{
    double y = s->b[0] * x + s->b[1] * s->x[0] + s->b[2] * s->x[1] -
               s->a[0] * s->y[0] - s->a[1] * s->y[1];
    s->x[1] = s->x[0];
    s->x[0] = x;
    s->y[1] = s->y[0];
    s->y[0] = y;
    return y;
}

static const struct section weight_head = {
    .b = {1.53512485958697, -2.69169618940638, 1.19839281085285},
    .a = {-1.69065929318241, 0.73248077421585}};
static const struct section weight_low = {
    .b = {1, -2, 1}, .a = {-1.99004745483398, 0.99007225036621}};

static void add_power(double *hops, const float *stereo, size_t frames)
{
    for (size_t side = 0; side < 2; side++) {
        struct section head = weight_head, low = weight_low;
        for (size_t i = 0; i < frames; i++) {
            double x = (double)stereo[2 * i + side];
            double y = section_step(&low, section_step(&head, x));
            hops[i / HOP] += y * y;
        }
    }
}

static float lufs(double power)
{
    return power > 0 ? (float)(-0.691 + 10 * log10(power)) : -120;
}

float warm_loudness(const float *stereo, size_t frames)
{
    struct arena mem = {0};
    size_t count = frames / HOP + 1;
    double *hops = ARENA_ARRAY(&mem, double, count + WINDOW);
    add_power(hops, stereo, frames);
    size_t windows = count > WINDOW ? count - WINDOW : 1;
    size_t length = frames < WINDOW * HOP ? frames : WINDOW * HOP;
    float gate = -70;
    double mean = 0;
    for (int pass = 0; pass < 2; pass++) {
        double sum = 0;
        size_t loud = 0;
        for (size_t i = 0; i < windows; i++) {
            double power = (hops[i] + hops[i + 1] + hops[i + 2] + hops[i + 3]) /
                           (double)(length > 0 ? length : 1);
            if (lufs(power) > gate) {
                sum += power;
                loud++;
            }
        }
        mean = loud > 0 ? sum / (double)loud : 0;
        gate = lufs(mean) - 10;
        gate = gate > -70 ? gate : -70;
    }
    arena_finish(&mem);
    return lufs(mean);
}

static float peak_of(const float *stereo, size_t frames)
{
    float peak = 0;
    for (size_t i = 0; i < 2 * frames; i++) {
        peak = fmaxf(peak, fabsf(stereo[i]));
    }
    return peak;
}

// To WARM_LUFS, or as near as the peaks allow.
static struct sample levelled(const float *stereo, size_t frames,
                              struct arena *mem)
{
    float loudness = warm_loudness(stereo, frames);
    float peak = peak_of(stereo, frames);
    float gain = loudness > -70 ? synth_gain(WARM_LUFS - loudness) : 0;
    gain = gain * peak > WARM_PEAK ? WARM_PEAK / peak : gain;
    int16_t *out = ARENA_ARRAY(mem, int16_t, 2 * frames + 1);
    for (size_t i = 0; i < 2 * frames; i++) {
        out[i] = (int16_t)lrintf(gain * stereo[i] * 32767);
    }
    return (struct sample){out, frames};
}

struct sample warm_recorded(struct sample s, struct arena *mem)
{
    struct arena scratch = {0};
    float *stereo = ARENA_ARRAY(&scratch, float, 2 * s.frames + 1);
    for (size_t i = 0; i < 2 * s.frames; i++) {
        stereo[i] = (float)s.stereo[i] / 32768;
    }
    struct sample out = levelled(stereo, s.frames, mem);
    arena_finish(&scratch);
    return out;
}

// --- warmth ---------------------------------------------------------------

// Shelves as in A. Simper's state variable filter; a = 10^(dB / 40), and their
// corner lies sqrt(a) off the filter's.
struct warmth {
    struct svf cut, low, high;
    struct svf_shape cut_shape, low_shape, high_shape;
};

static struct warmth warmth_make(void)
{
    return (struct warmth){.cut_shape = svf_shape(75, 0.707f),
                           .low_shape = svf_shape(190 / 1.059f, 0.707f),
                           .high_shape = svf_shape(4200 * 0.891f, 0.707f)};
}

// Below 75 Hz nothing; 2 dB more below 190 Hz, 4 dB less above 4.2 kHz.
static float warmth_step(struct warmth *w, float x)
{
    static const float up = 1.122f, down = 0.794f;
    x = svf_step(&w->cut, &w->cut_shape, x).high;
    struct svf_out low = svf_step(&w->low, &w->low_shape, x);
    x += (up - 1) * low.band + (up * up - 1) * low.low;
    struct svf_out high = svf_step(&w->high, &w->high_shape, x);
    return down * down * x + (1 - down) * down * high.band +
           (1 - down * down) * high.low;
}

static void warm(float *stereo, size_t frames)
{
    static const float wet = 0.12f;
    struct arena mem = {0};
    struct reverb *room = ARENA_NEW(&mem, struct reverb);
    struct warmth w = warmth_make();
    reverb_make(room, 1.2f, 3000, &mem);
    for (size_t i = 0; i < frames; i++) {
        float dry = warmth_step(&w, stereo[2 * i]);
        float in[2] = {dry, dry};
        float rung[2];
        reverb_step(room, in, rung);
        // The last tenth of a second fades whatever the room still holds.
        float end = synth_ease((float)(frames - 1 - i) / HOP);
        stereo[2 * i] = end * (dry + wet * rung[0]);
        stereo[2 * i + 1] = end * (dry + wet * rung[1]);
    }
    arena_finish(&mem);
}

// What stands between the silences at its ends, with a little of them.
static void trim(const int16_t **mono, size_t *frames, int rate)
{
    size_t first = 0, last = *frames, margin = (size_t)rate / 50;
    while (first < last && (*mono)[first] < QUIET && (*mono)[first] > -QUIET) {
        first++;
    }
    while (last > first && (*mono)[last - 1] < QUIET &&
           (*mono)[last - 1] > -QUIET) {
        last--;
    }
    first = first > margin ? first - margin : 0;
    last = last + margin < *frames ? last + margin : *frames;
    *mono += first;
    *frames = last - first;
}

struct sample warm_synthetic(const int16_t *mono, size_t frames, int rate,
                             struct arena *mem)
{
    struct arena scratch = {0};
    trim(&mono, &frames, rate);
    int16_t *both = ARENA_ARRAY(&scratch, int16_t, 2 * frames + 1);
    for (size_t i = 0; i < frames; i++) {
        both[2 * i] = both[2 * i + 1] = mono[i];
    }
    int lower = (int)lrintf((float)rate * powf(2, -WARM_SEMITONES / 12));
    struct sample ours =
        resample((struct sample){both, frames}, lower, &scratch);
    size_t all = ours.frames + TAIL;
    float *stereo = ARENA_ARRAY(&scratch, float, 2 * all);
    for (size_t i = 0; i < 2 * ours.frames; i++) {
        stereo[i] = (float)ours.stereo[i] / 32768;
    }
    warm(stereo, all);
    struct sample out = levelled(stereo, all, mem);
    arena_finish(&scratch);
    return out;
}

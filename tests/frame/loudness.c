// SPDX-License-Identifier: MIT
#include "frame/loudness.h"

#include <math.h>
#include <stdlib.h>

enum { HOP = 4800, TAPS = 12 };

struct section {
    double b0, b1, b2, a1, a2, x1, x2, y1, y2;
};

static double section_step(struct section *s, double x)
{
    double y = s->b0 * x + s->b1 * s->x1 + s->b2 * s->x2 - s->a1 * s->y1 -
               s->a2 * s->y2;
    s->x2 = s->x1;
    s->x1 = x;
    s->y2 = s->y1;
    s->y1 = y;
    return y;
}

// The two sections of the K-weighting at 48 kHz, from BS.1770-4, annex 1.
static const struct section shelf = {1.53512485958697,
                                     -2.69169618940638,
                                     1.19839281085285,
                                     -1.69065929318241,
                                     0.73248077421585,
                                     0,
                                     0,
                                     0,
                                     0};
static const struct section high_pass = {
    1, -2, 1, -1.99004745483398, 0.99007225036621, 0, 0, 0, 0};

static double lufs(double power)
{
    return power > 0 ? -0.691 + 10 * log10(power) : -120;
}

// Weighted power of each 100 ms.
static double *hops_of(const float *stereo, size_t frames, size_t *count)
{
    *count = frames / HOP;
    double *hops = calloc(*count + 1, sizeof(*hops));
    for (int side = 0; side < 2; side++) {
        struct section one = shelf, two = high_pass;
        for (size_t i = 0; i < *count * HOP; i++) {
            double y = section_step(
                &two, section_step(&one, (double)stereo[2 * i + (size_t)side]));
            hops[i / HOP] += y * y / HOP;
        }
    }
    return hops;
}

static double window(const double *hops, size_t at, size_t length)
{
    double sum = 0;
    for (size_t i = 0; i < length; i++) {
        sum += hops[at + i];
    }
    return sum / (double)length;
}

// Mean power of the windows that are louder than both gates.
static double gated(const double *hops, size_t count, size_t length,
                    double below)
{
    double gate = -70, sum = 0;
    size_t n = 0;
    for (int pass = 0; pass < 2; pass++) {
        sum = 0;
        n = 0;
        for (size_t i = 0; i + length <= count; i++) {
            double power = window(hops, i, length);
            if (lufs(power) > gate) {
                sum += power;
                n++;
            }
        }
        if (n == 0) {
            return 0;
        }
        gate = fmax(gate, lufs(sum / (double)n) - below);
    }
    return sum / (double)n;
}

static int by_value(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static double range_of(const double *hops, size_t count)
{
    enum { SHORT_TERM = 30 };
    double gate = lufs(gated(hops, count, SHORT_TERM, 200)) - 20;
    double *values = calloc(count + 1, sizeof(*values));
    size_t n = 0;
    for (size_t i = 0; i + SHORT_TERM <= count; i++) {
        double value = lufs(window(hops, i, SHORT_TERM));
        if (value > gate && value > -70) {
            values[n++] = value;
        }
    }
    qsort(values, n, sizeof(*values), by_value);
    double range = n < 2 ? 0
                         : values[(size_t)(0.95 * (double)(n - 1) + 0.5)] -
                               values[(size_t)(0.10 * (double)(n - 1) + 0.5)];
    free(values);
    return range;
}

// Four times as many samples by a windowed sinc.
static double peak_between(const float *stereo, size_t i, size_t side)
{
    double peak = 0;
    for (int part = 0; part < 4; part++) {
        double sum = 0;
        for (int tap = 1 - TAPS; tap <= TAPS; tap++) {
            double x = tap - part / 4.0;
            double pi_x = 3.14159265358979 * x;
            double sinc = fabs(x) < 1e-9 ? 1 : sin(pi_x) / pi_x;
            double hann = 0.5 + 0.5 * cos(pi_x / (TAPS + 1));
            sum += sinc * hann *
                   (double)stereo[2 * (i + (size_t)(tap + TAPS)) + side];
        }
        peak = fmax(peak, fabs(sum));
    }
    return peak;
}

static double true_peak(const float *stereo, size_t frames)
{
    double peak = 0, sampled = 0;
    for (size_t i = 0; i < 2 * frames; i++) {
        sampled = fmax(sampled, fabs((double)stereo[i]));
    }
    // Only near the highest samples can the true peak lie.
    for (size_t i = TAPS; i + TAPS + 1 < frames; i++) {
        for (size_t side = 0; side < 2; side++) {
            if (fabs((double)stereo[2 * i + side]) > 0.8 * sampled) {
                peak = fmax(peak, peak_between(stereo, i - TAPS, side));
            }
        }
    }
    peak = fmax(peak, sampled);
    return peak > 0 ? 20 * log10(peak) : -120;
}

static void plain(const float *stereo, size_t frames, struct loudness *out)
{
    double sum[2] = {0}, power[2] = {0};
    for (size_t i = 0; i < 2 * frames; i++) {
        double x = (double)stereo[i];
        int kind = fpclassify(stereo[i]);
        out->bad += kind != FP_NORMAL && kind != FP_ZERO;
        sum[i & 1] += x;
        power[i & 1] += x * x;
        if (i >= 2) {
            out->step = fmax(out->step, fabs(x - (double)stereo[i - 2]));
        }
    }
    double dc = fmax(fabs(sum[0]), fabs(sum[1])) / (double)frames;
    out->dc = dc > 0 ? 20 * log10(dc) : -200;
    out->left_right = 10 * log10((power[0] + 1e-20) / (power[1] + 1e-20));
}

struct loudness loudness_of(const float *stereo, size_t frames)
{
    struct loudness out = {.momentary = -120};
    size_t count = 0;
    double *hops = hops_of(stereo, frames, &count);
    out.integrated = lufs(gated(hops, count, 4, 10));
    for (size_t i = 0; i + 4 <= count; i++) {
        out.momentary = fmax(out.momentary, lufs(window(hops, i, 4)));
    }
    out.range = range_of(hops, count);
    out.true_peak = true_peak(stereo, frames);
    plain(stereo, frames, &out);
    free(hops);
    return out;
}

// SPDX-License-Identifier: MIT
#include "frame/spectrum.h"

#include <math.h>
#include <stdbool.h>
#include <string.h>

enum { SIZE = 4096 };
#define PI 3.14159265358979323846

struct bin {
    double re, im;
};

static struct bin times(struct bin a, struct bin b)
{
    return (struct bin){a.re * b.re - a.im * b.im, a.re * b.im + a.im * b.re};
}

// The fast Fourier transform of radix 2, in place.
static void transform(struct bin *x)
{
    for (size_t i = 1, j = 0; i < SIZE; i++) {
        size_t bit = SIZE >> 1;
        for (; (j & bit) != 0; bit >>= 1) {
            j ^= bit;
        }
        j ^= bit;
        if (i < j) {
            struct bin swap = x[i];
            x[i] = x[j];
            x[j] = swap;
        }
    }
    for (size_t length = 2; length <= SIZE; length <<= 1) {
        double angle = -2 * PI / (double)length;
        struct bin turn = {cos(angle), sin(angle)};
        for (size_t i = 0; i < SIZE; i += length) {
            struct bin w = {1, 0};
            for (size_t j = i; j < i + length / 2; j++) {
                struct bin odd = times(x[j + length / 2], w);
                x[j + length / 2] =
                    (struct bin){x[j].re - odd.re, x[j].im - odd.im};
                x[j] = (struct bin){x[j].re + odd.re, x[j].im + odd.im};
                w = times(w, turn);
            }
        }
    }
}

static double bin_hz(double bin)
{
    return bin * 48000 / SIZE;
}

static struct heard hear(const struct bin *x)
{
    struct heard out = {0};
    double weight = 0, most = 0;
    double power[SIZE / 2];
    for (size_t bin = 0; bin < SIZE / 2; bin++) {
        power[bin] = x[bin].re * x[bin].re + x[bin].im * x[bin].im;
        double hz = bin_hz((double)bin);
        if (hz >= 250 && hz <= 6000) {
            out.centroid += power[bin] * log(hz);
            weight += power[bin];
        }
    }
    out.centroid = weight > 0 ? out.centroid / weight : 0;
    for (size_t bin = 1; bin + 1 < SIZE / 2; bin++) {
        double hz = bin_hz((double)bin);
        if (hz >= 205 && hz <= 345 && power[bin] > most) {
            // A parabola through the logarithms finds the top between bins.
            double a = log(power[bin - 1] + 1e-30), b = log(power[bin] + 1e-30),
                   c = log(power[bin + 1] + 1e-30);
            bool top = a < b && c < b; // not at the band's edge
            double off = top ? 0.5 * (a - c) / (a - 2 * b + c) : 0;
            out.pitch = bin_hz((double)bin + off);
            most = power[bin];
        }
    }
    return out;
}

size_t spectrum_of(const float *stereo, size_t frames, struct heard *out)
{
    static struct bin x[SIZE];
    size_t count = frames / SPECTRUM_HOP;
    for (size_t f = 0; f < count; f++) {
        double power = 0;
        for (size_t i = 0; i < SIZE; i++) {
            size_t at = f * SPECTRUM_HOP + (SPECTRUM_HOP - SIZE) / 2 + i;
            double mono =
                0.5 * ((double)stereo[2 * at] + (double)stereo[2 * at + 1]);
            power += mono * mono;
            x[i] = (struct bin){
                mono * (0.5 - 0.5 * cos(2 * PI * (double)i / SIZE)), 0};
        }
        transform(x);
        out[f] = hear(x);
        out[f].level = sqrt(power / SIZE);
    }
    return count;
}

double correlation(const double *a, const double *b, const double *weight,
                   size_t count)
{
    double sum = 0, ma = 0, mb = 0, aa = 0, bb = 0, ab = 0;
    for (size_t i = 0; i < count; i++) {
        sum += weight[i];
        ma += weight[i] * a[i];
        mb += weight[i] * b[i];
    }
    ma /= sum;
    mb /= sum;
    for (size_t i = 0; i < count; i++) {
        aa += weight[i] * (a[i] - ma) * (a[i] - ma);
        bb += weight[i] * (b[i] - mb) * (b[i] - mb);
        ab += weight[i] * (a[i] - ma) * (b[i] - mb);
    }
    return ab / sqrt(aa * bb);
}

// SPDX-License-Identifier: MIT
// A windowed sinc (Blackman, 16 zero crossings a side), tabulated finely
// enough that the nearest entry will do: error below that of 16 bits.
#include "frame/resample.h"

#include <assert.h>
#include <math.h>

#include "frame/synth.h"

enum { SIDE = 16, PER_CROSSING = 1024, TABLE = SIDE * PER_CROSSING };

static void kernel_make(float *kernel)
{
    for (int i = 0; i <= TABLE; i++) {
        double x = 3.14159265358979323846 * i / PER_CROSSING;
        double w = 3.14159265358979323846 * i / TABLE;
        double window = 0.42 + 0.5 * cos(w) + 0.08 * cos(2 * w);
        kernel[i] = (float)(i == 0 ? 1 : sin(x) / x * window);
    }
}

static int16_t rounded(float x)
{
    return (int16_t)lrintf(x > 32767 ? 32767 : x < -32768 ? -32768 : x);
}

struct sample resample(struct sample in, int rate, struct arena *mem)
{
    assert(rate > 0);
    struct arena scratch = {0};
    float *kernel = ARENA_ARRAY(&scratch, float, TABLE + 1);
    kernel_make(kernel);
    double step = (double)rate / SYNTH_RATE;
    double squeeze = step > 1 ? 1 / step : 1; // nothing above the new Nyquist
    struct sample out = {0};
    out.frames = (size_t)((double)in.frames / step);
    int16_t *stereo = ARENA_ARRAY(mem, int16_t, 2 * out.frames + 1);
    for (size_t i = 0; i < out.frames; i++) {
        double centre = (double)i * step;
        double reach = SIDE / squeeze;
        int64_t first = (int64_t)ceil(centre - reach);
        int64_t last = (int64_t)floor(centre + reach);
        last = last < (int64_t)in.frames ? last : (int64_t)in.frames - 1;
        float sum[2] = {0};
        for (int64_t j = first > 0 ? first : 0; j <= last; j++) {
            double away = fabs(centre - (double)j) * squeeze * PER_CROSSING;
            float weight = kernel[(int)(away + 0.5)] * (float)squeeze;
            sum[0] += weight * (float)in.stereo[2 * j];
            sum[1] += weight * (float)in.stereo[2 * j + 1];
        }
        stereo[2 * i] = rounded(sum[0]);
        stereo[2 * i + 1] = rounded(sum[1]);
    }
    arena_finish(&scratch);
    out.stereo = stereo;
    return out;
}

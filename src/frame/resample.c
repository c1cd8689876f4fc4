// SPDX-License-Identifier: MIT
// A windowed sinc (Blackman, 16 zero crossings a side), tabulated finely
// enough that the nearest entry will do: error below that of 16 bits.
#include "frame/resample.h"

#include <assert.h>
#include <math.h>
#include <string.h>

#include "frame/synth.h"

enum {
    SIDE = 16,
    PER_CROSSING = 1024,
    TABLE = SIDE * PER_CROSSING,
    FRESH = 1024 // frames that are read at once
};

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

// How a rate becomes ours.
struct ratio {
    float *kernel;
    double step;    // frames of the other rate for one of ours
    double squeeze; // below 1: nothing above the new Nyquist
    double reach;   // of the kernel, in frames of the other rate
};

static struct ratio ratio_of(int rate, struct arena *mem)
{
    assert(rate > 0);
    struct ratio r = {.kernel = ARENA_ARRAY(mem, float, TABLE + 1)};
    kernel_make(r.kernel);
    r.step = (double)rate / SYNTH_RATE;
    r.squeeze = r.step > 1 ? 1 / r.step : 1;
    r.reach = SIDE / r.squeeze;
    return r;
}

// One frame of ours that stands at centre among the others.
static void weigh(const struct ratio *r, struct sample in, double centre,
                  int16_t *out)
{
    int64_t first = (int64_t)ceil(centre - r->reach);
    int64_t last = (int64_t)floor(centre + r->reach);
    last = last < (int64_t)in.frames ? last : (int64_t)in.frames - 1;
    float sum[2] = {0};
    for (int64_t j = first > 0 ? first : 0; j <= last; j++) {
        double away = fabs(centre - (double)j) * r->squeeze * PER_CROSSING;
        float weight = r->kernel[(int)(away + 0.5)] * (float)r->squeeze;
        sum[0] += weight * (float)in.stereo[2 * j];
        sum[1] += weight * (float)in.stereo[2 * j + 1];
    }
    out[0] = rounded(sum[0]);
    out[1] = rounded(sum[1]);
}

struct sample resample(struct sample in, int rate, struct arena *mem)
{
    struct arena scratch = {0};
    struct ratio r = ratio_of(rate, &scratch);
    struct sample out = {0};
    out.frames = (size_t)((double)in.frames / r.step);
    int16_t *stereo = ARENA_ARRAY(mem, int16_t, 2 * out.frames + 1);
    for (size_t i = 0; i < out.frames; i++) {
        weigh(&r, in, (double)i * r.step, stereo + 2 * i);
    }
    arena_finish(&scratch);
    out.stereo = stereo;
    return out;
}

// A window of the other rate's frames; centre stands in it for the next frame
// of ours.
struct resampler {
    struct ratio ratio;
    int16_t *window;
    size_t frames, room;
    double centre;
};

struct resampler *resampler_create(int rate, struct arena *mem)
{
    struct resampler *r = ARENA_NEW(mem, struct resampler);
    r->ratio = ratio_of(rate, mem);
    size_t reach = (size_t)ceil(r->ratio.reach) + 1;
    r->room = 2 * reach + FRESH;
    r->window = ARENA_ARRAY(mem, int16_t, 2 * r->room);
    r->frames = reach; // silence before the first frame
    r->centre = (double)reach;
    return r;
}

// Drops what is behind the kernel and reads what is ahead.
static void refill(struct resampler *r,
                   void (*read)(void *self, int16_t *stereo, size_t frames),
                   void *self)
{
    size_t past = (size_t)floor(r->centre - r->ratio.reach);
    r->frames -= past;
    r->centre -= (double)past;
    memmove(r->window, r->window + 2 * past,
            2 * r->frames * sizeof(*r->window));
    read(self, r->window + 2 * r->frames, r->room - r->frames);
    r->frames = r->room;
}

void resampler_pull(struct resampler *r,
                    void (*read)(void *self, int16_t *stereo, size_t frames),
                    void *self, int16_t *stereo, size_t frames)
{
    for (size_t i = 0; i < frames; i++) {
        if (r->centre + r->ratio.reach >= (double)r->frames) {
            refill(r, read, self);
        }
        weigh(&r->ratio, (struct sample){r->window, r->frames}, r->centre,
              stereo + 2 * i);
        r->centre += r->ratio.step;
    }
}

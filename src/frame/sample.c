// SPDX-License-Identifier: MIT
#include "frame/sample.h"

#include <math.h>

#include "frame/synth.h"

int16_t sample_rounded(float x)
{
    float y = x * 32768;
    return (int16_t)lrintf(y > 32767 ? 32767 : y < -32768 ? -32768 : y);
}

void sounding_fade(struct sounding *so, int ms)
{
    float fall = so->gain / (float)(ms * (SYNTH_RATE / 1000));
    so->fall = fall > so->fall ? fall : so->fall;
}

bool sounding_add(struct sounding *so, struct sample sample, float *stereo,
                  size_t frames)
{
    const int16_t *from = sample.stereo + 2 * so->at;
    size_t left = sample.frames - so->at;
    size_t n = frames < left ? frames : left;
    for (size_t i = 0; i < n; i++) {
        float gain = so->gain * (1.0f / 32768);
        stereo[2 * i] += gain * (float)from[2 * i];
        stereo[2 * i + 1] += gain * (float)from[2 * i + 1];
        so->gain = so->gain > so->fall ? so->gain - so->fall : 0;
    }
    so->at += n;
    return so->at < sample.frames && so->gain > 0;
}

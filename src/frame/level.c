// SPDX-License-Identifier: MIT
#include "frame/level.h"

#include <math.h>

#include "frame/score.h"
#include "frame/synth.h"

float level_gain(float db)
{
    return db > SCORE_MUTE_DB ? synth_gain(db) : 0;
}

float level_step(float now, float db)
{
    float to = level_gain(db);
    float near = 0.02f; // 63 % in 50 ms
    return fabsf(to - now) < 1e-5f ? to - now : (to - now) * near;
}

void level_to(struct level *l, float db)
{
    l->step = level_step(l->now, db) / SYNTH_BLOCK;
}

void level_add(struct level *l, const float *what, float *stereo, size_t frames)
{
    for (size_t i = 0; i < frames; i++) {
        l->now += l->step;
        if (what) {
            stereo[2 * i] += l->now * what[2 * i];
            stereo[2 * i + 1] += l->now * what[2 * i + 1];
        }
    }
}

void level_guard(float *stereo, size_t frames)
{
    static const float knee = 0.7079f; // -3 dB of full scale
    for (size_t i = 0; i < 2 * frames; i++) {
        float over = fabsf(stereo[i]) - knee;
        if (over > 0) {
            float x = over / (1 - knee);
            float bent = x < 1 ? x - x * x * x / 3 : 2.0f / 3;
            stereo[i] = copysignf(knee + (1 - knee) * bent, stereo[i]);
        }
    }
}

// SPDX-License-Identifier: MIT
#include "frame/scored.h"

#include <math.h>

static struct sample knock(struct arena *mem)
{
    int16_t *stereo = ARENA_ARRAY(mem, int16_t, 2 * KNOCK);
    for (int i = 0; i < KNOCK; i++) {
        stereo[2 * i] = stereo[2 * i + 1] =
            (int16_t)(3000 * (KNOCK - i) / KNOCK * (i % 2 == 0 ? 1 : -1));
    }
    return (struct sample){stereo, KNOCK};
}

struct score *scored(struct by_hand *h, enum cue_mode cue, struct arena *mem)
{
    struct score_options o = {.levels.cue = cue, .seed = 7};
    struct score *s = score_create(&h->tl, &o, mem);
    const struct want *wants;
    size_t count = score_wants(s, &wants);
    for (size_t i = 0; i < count; i++) {
        if (wants[i].kind == WANT_STRUCK) {
            score_give(s, i, knock(mem));
        }
    }
    return s;
}

float *mixed(struct score *s, size_t frames, size_t buffer, struct arena *mem)
{
    float *out = ARENA_ARRAY(mem, float, 2 * frames);
    for (size_t at = 0; at < frames; at += buffer) {
        size_t n = frames - at < buffer ? frames - at : buffer;
        score_mix(out + 2 * at, n, (int64_t)at, s);
    }
    return out;
}

double level_of(const float *stereo, size_t from_ms, size_t to_ms)
{
    double sum = 0;
    for (size_t i = 2 * 48 * from_ms; i < 2 * 48 * to_ms; i++) {
        sum += (double)stereo[i] * (double)stereo[i];
    }
    return sqrt(sum / (double)(2 * 48 * (to_ms - from_ms)));
}

double greatest_step(const float *stereo, size_t frames)
{
    double step = 0;
    for (size_t i = 2; i < 2 * frames; i++) {
        step = fmax(step, fabs((double)stereo[i] - (double)stereo[i - 2]));
    }
    return step;
}

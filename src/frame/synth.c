// SPDX-License-Identifier: MIT
#include "frame/synth.h"

struct noise noise_seed(uint64_t seed, uint64_t stream)
{
    uint64_t z = seed + (stream + 1) * 0x9E3779B97F4A7C15u;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
    z ^= z >> 31;
    uint32_t state = (uint32_t)(z >> 16);
    return (struct noise){state != 0 ? state : 0x6D2B79F5u};
}

struct svf_shape svf_shape(float hz, float q)
{
    float g = tanf(SYNTH_PI * hz / SYNTH_RATE);
    float k = 1 / q;
    float a1 = 1 / (1 + g * (g + k));
    return (struct svf_shape){k, a1, g * a1, g * g * a1};
}

struct turn turn_of(float hz)
{
    float angle = 2 * SYNTH_PI * hz / SYNTH_RATE;
    return (struct turn){cosf(angle), sinf(angle)};
}

static float wander_pick(struct wander *w)
{
    return w->low + (w->high - w->low) * noise_unit(&w->noise);
}

static void wander_piece(struct wander *w)
{
    float length =
        w->shortest + (w->longest - w->shortest) * noise_unit(&w->noise);
    w->from = w->to;
    w->to = wander_pick(w);
    w->at = 0;
    w->step = (float)SYNTH_BLOCK / (SYNTH_RATE * length);
}

void wander_start(struct wander *w, struct noise noise)
{
    w->noise = noise;
    w->to = wander_pick(w);
    wander_piece(w);
}

float wander_next(struct wander *w)
{
    w->at += w->step;
    if (w->at >= 1) {
        wander_piece(w);
    }
    return w->from + (w->to - w->from) * 0.5f * (1 - cosf(SYNTH_PI * w->at));
}

static const int reverb_length[REVERB_LINES] = {1559, 1877, 2137, 2503,
                                                2903, 3299, 3719, 4177};

void reverb_make(struct reverb *r, float t60_s, float damp_hz,
                 struct arena *mem)
{
    *r = (struct reverb){0};
    for (int i = 0; i < REVERB_LINES; i++) {
        r->line[i] = ARENA_ARRAY(mem, float, (size_t)reverb_length[i]);
        r->gain[i] =
            powf(10, -3 * (float)reverb_length[i] / (SYNTH_RATE * t60_s));
    }
    float middle = r->gain[REVERB_LINES / 2];
    r->level = 0.5f * sqrtf(1 - middle * middle);
    r->damp = 1 - expf(-2 * SYNTH_PI * damp_hz / SYNTH_RATE);
}

void reverb_step(struct reverb *r, const float in[2], float out[2])
{
    float back[REVERB_LINES];
    float sum = 0;
    for (int i = 0; i < REVERB_LINES; i++) {
        float heard = r->line[i][r->at[i]];
        r->low[i] += r->damp * (heard - r->low[i]);
        back[i] = r->low[i] * r->gain[i];
        sum += back[i];
    }
    sum *= 2.0f / REVERB_LINES;
    out[0] = out[1] = 0;
    for (int i = 0; i < REVERB_LINES; i++) {
        r->line[i][r->at[i]] = back[i] - sum + in[i & 1];
        if (++r->at[i] == reverb_length[i]) {
            r->at[i] = 0;
        }
        out[i & 1] += (i & 2) != 0 ? -back[i] : back[i];
    }
    out[0] *= r->level;
    out[1] *= r->level;
}

float synth_gain(float db)
{
    return powf(10, db / 20);
}

float synth_ease(float x)
{
    x = x < 0 ? 0 : x > 1 ? 1 : x;
    return x * x * (3 - 2 * x);
}

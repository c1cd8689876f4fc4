// SPDX-License-Identifier: MIT
// The building blocks that every sound of ours is made of: noise, filters,
// slow random movement, a turning phasor, a reverb. They know no session.
//
// All are plain values: zeroed memory plus their _make or _seed is ready. The
// same seed gives the same samples on one build. Filters and movements are
// given new settings once a control block, a millisecond.
#pragma once

#include <math.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"

enum {
    SYNTH_RATE = 48000,
    SYNTH_BLOCK = 48 // frames between two settings: 1 ms
};
#define SYNTH_PI 3.14159265f

// White noise in [-1, 1): Marsaglia's xorshift32 (J. Stat. Soft. 8:14, 2003).
struct noise {
    uint32_t state;
};
// Streams of one seed are independent of each other (splitmix64).
struct noise noise_seed(uint64_t seed, uint64_t stream);

static inline uint32_t noise_bits(struct noise *n)
{
    uint32_t x = n->state;
    x ^= x << 13;
    x ^= x >> 17;
    x ^= x << 5;
    n->state = x;
    return x;
}

static inline float noise_white(struct noise *n)
{
    return (float)(int32_t)noise_bits(n) * (1.0f / 2147483648.0f);
}

// Uniform in [0, 1).
static inline float noise_unit(struct noise *n)
{
    return (float)(noise_bits(n) >> 8) * (1.0f / 16777216.0f);
}

// Pink noise, -3 dB an octave: Paul Kellet's three poles ("economy" filter,
// within 0.5 dB above 40 Hz), at an effective value of a third.
struct pink {
    struct noise noise;
    float a, b, c;
};

static inline float pink_next(struct pink *p)
{
    float white = noise_white(&p->noise);
    p->a = 0.99765f * p->a + white * 0.0990460f;
    p->b = 0.96300f * p->b + white * 0.2965164f;
    p->c = 0.57000f * p->c + white * 1.0526913f;
    return 0.22f * (p->a + p->b + p->c + white * 0.1848f);
}

// Brown noise, -6 dB an octave: a leaky integrator,
// at an effective value of a half.
struct brown {
    struct noise noise;
    float y;
};

static inline float brown_next(struct brown *b)
{
    b->y = 0.998f * b->y + noise_white(&b->noise);
    return 0.06f * b->y;
}

// A two-pole filter that stays stable while it is swept: the trapezoidal state
// variable filter (A. Simper, "Linear Trapezoidal SVF", 2013). The shape may
// serve several filters; the band output has unit gain at its centre.
struct svf_shape {
    float k, a1, a2, a3;
};
struct svf {
    float ic1, ic2;
};
struct svf_out {
    float low, band, high;
};
struct svf_shape svf_shape(float hz, float q);

static inline struct svf_out svf_step(struct svf *s, const struct svf_shape *c,
                                      float in)
{
    float v3 = in - s->ic2;
    float v1 = c->a1 * s->ic1 + c->a2 * v3;
    float v2 = s->ic2 + c->a2 * s->ic1 + c->a3 * v3;
    s->ic1 = 2 * v1 - s->ic1;
    s->ic2 = 2 * v2 - s->ic2;
    float band = c->k * v1;
    return (struct svf_out){v2, band, in - band - v2};
}

// A turning complex number: a sine without a sin() a sample.
struct phasor {
    float re, im;
};
struct turn {
    float re, im; // one sample's rotation
};
struct turn turn_of(float hz);

static inline void phasor_step(struct phasor *p, struct turn by)
{
    float re = p->re * by.re - p->im * by.im;
    p->im = p->re * by.im + p->im * by.re;
    p->re = re;
}

// Brings the length back to 1 (one Newton step); now and then is enough.
static inline void phasor_settle(struct phasor *p)
{
    float by = 1.5f - 0.5f * (p->re * p->re + p->im * p->im);
    p->re *= by;
    p->im *= by;
}

// Slow random movement between low and high: cosine pieces of random length
// between shortest and longest seconds, stepped once a control block.
struct wander {
    struct noise noise;
    float low, high, shortest, longest;
    float from, to, at, step;
};
void wander_start(struct wander *w, struct noise noise);
float wander_next(struct wander *w);

// A reverb: eight delay lines fed back through a Householder matrix (J.
// Stautner and M. Puckette, CMJ 6:1, 1982; J.-M. Jot, 1991), damped by a
// one-pole in each.
enum { REVERB_LINES = 8 };
struct reverb {
    float *line[REVERB_LINES];
    int at[REVERB_LINES];
    float gain[REVERB_LINES], low[REVERB_LINES];
    float damp, level;
};
// t60_s: time to fall by 60 dB; damp_hz: where the highs begin to go faster.
void reverb_make(struct reverb *r, float t60_s, float damp_hz,
                 struct arena *mem);
// One frame in, the reverberation alone out, of the power that goes in.
void reverb_step(struct reverb *r, const float in[2], float out[2]);

float synth_gain(float db);
// Smooth from 0 to 1 for x in 0..1, clamped.
float synth_ease(float x);

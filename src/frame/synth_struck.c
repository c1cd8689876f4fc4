// SPDX-License-Identifier: MIT
// A struck body is a few decaying partials, none of them harmonic. A bowl is
// not quite round, so each of its partials is a pair a little apart, which
// beats; the two stand left and right, so the beating moves. A felt mallet is a
// short dark noise. A room is added around it.
#include "frame/synth_struck.h"

enum { PARTIALS = 6 };

struct partial {
    float hz, level, t60_s, beat_hz;
};

struct recipe {
    struct str word;
    float seconds;
    float gain, attack_s;
    struct partial partials[PARTIALS];
    float mallet, mallet_hz, mallet_s;
    float room_s, room_damp_hz, wet;
};

#define BOWL_SECONDS 22
#define BOWL_PARTIALS(a, b, c, d, e, f)                                        \
    {                                                                          \
        {146.83f, (a), 24, 0.70f}, {397.9f, (b), 15, 1.15f},                   \
            {738.6f, (c), 8.5f, 1.9f}, {1162.9f, (d), 4.8f, 2.6f},             \
            {1659, (e), 2.7f, 3.3f}, {2217, (f), 1.5f, 4.1f},                  \
    }

static const struct recipe recipes[STRUCK_COUNT] = {
    [STRUCK_BOWL] = {.word = {"bowl", 4},
                     .seconds = BOWL_SECONDS,
                     .gain = 0.140f,
                     .attack_s = 0.012f,
                     .partials =
                         BOWL_PARTIALS(1, 0.52f, 0.23f, 0.085f, 0.034f, 0.012f),
                     .mallet = 0.16f,
                     .mallet_hz = 700,
                     .mallet_s = 0.006f,
                     .room_s = 4.2f,
                     .room_damp_hz = 3200,
                     .wet = 0.22f},
    // The upper partials of the struck one times .45 / (1 + .6 i).
    [STRUCK_RUBBED] = {.word = {"rubbed", 6},
                       .seconds = BOWL_SECONDS,
                       .gain = 0.225f,
                       .attack_s = 1.8f,
                       .partials = BOWL_PARTIALS(1, 0.1463f, 0.0470f, 0.0137f,
                                                 0.0045f, 0.0014f),
                       .room_s = 4.2f,
                       .room_damp_hz = 3200,
                       .wet = 0.22f},
    // A bar free at both ends.
    [STRUCK_CHIME] = {.word = {"chime", 5},
                      .seconds = 7,
                      .gain = 0.084f,
                      .attack_s = 0.006f,
                      .partials = {{587.3f, 1, 4.2f, 0},
                                   {1618.6f, 0.22f, 1.7f, 0},
                                   {3173.8f, 0.045f, 0.7f, 0}},
                      .room_s = 3,
                      .room_damp_hz = 4000,
                      .wet = 0.35f},
    [STRUCK_TICK] = {.word = {"tick", 4},
                     .seconds = 1.2f,
                     .gain = 0.161f,
                     .attack_s = 0.0025f,
                     .partials = {{392, 1, 0.110f, 0},
                                  {1066, 0.42f, 0.060f, 0},
                                  {2093, 0.10f, 0.028f, 0}},
                     .mallet = 0.10f,
                     .mallet_hz = 1200,
                     .mallet_s = 0.004f,
                     .room_s = 0.9f,
                     .room_damp_hz = 2500,
                     .wet = 0.18f},
};

struct str struck_word(enum struck kind)
{
    return recipes[kind].word;
}

size_t struck_frames(enum struck kind)
{
    return (size_t)(recipes[kind].seconds * SYNTH_RATE + 0.5f);
}

// Adds one decaying sine; attack is a raised cosine.
static void add_sine(float *stereo, size_t frames, const struct recipe *r,
                     const float sine[4])
{
    const float hz = sine[0];
    const float level = sine[1];
    const float t60_s = sine[2];
    const float angle = SYNTH_PI / 4 * (1 + sine[3]); // pan -1..1
    const float decay = powf(10, -3 / (t60_s * SYNTH_RATE));
    struct turn by = turn_of(hz);
    struct phasor p = {1, 0};
    float gain = level;
    float attack = r->attack_s * SYNTH_RATE;
    for (size_t i = 0; i < frames; i++) {
        phasor_step(&p, by);
        if (i % 4096 == 0) {
            phasor_settle(&p);
        }
        float rise = (float)i < attack
                         ? 0.5f * (1 - cosf(SYNTH_PI * (float)i / attack))
                         : 1;
        stereo[2 * i] += cosf(angle) * rise * gain * p.im;
        stereo[2 * i + 1] += sinf(angle) * rise * gain * p.im;
        gain *= decay;
    }
}

static void add_partials(float *stereo, size_t frames, const struct recipe *r)
{
    for (int i = 0; i < PARTIALS && r->partials[i].hz > 0; i++) {
        const struct partial *p = &r->partials[i];
        float side = i % 2 == 0 ? -0.45f : 0.45f;
        if (p->beat_hz <= 0) {
            float one[4] = {p->hz, p->level, p->t60_s, 0.4f * side};
            add_sine(stereo, frames, r, one);
            continue;
        }
        float low[4] = {p->hz - p->beat_hz / 2, 0.5f * p->level, p->t60_s,
                        side};
        float high[4] = {p->hz + p->beat_hz / 2, 0.5f * p->level,
                         1.07f * p->t60_s, -side};
        add_sine(stereo, frames, r, low);
        add_sine(stereo, frames, r, high);
    }
}

static void add_mallet(float *stereo, size_t frames, const struct recipe *r)
{
    struct noise noise = noise_seed(1, 600);
    float near = 1 - expf(-2 * SYNTH_PI * r->mallet_hz / SYNTH_RATE);
    float low = 0;
    float attack_s = r->attack_s < 0.005f ? r->attack_s : 0.005f;
    for (size_t i = 0; i < frames; i++) {
        float at_s = (float)i / SYNTH_RATE;
        low += near * (noise_white(&noise) - low);
        float rise =
            at_s < attack_s ? 0.5f * (1 - cosf(SYNTH_PI * at_s / attack_s)) : 1;
        float x = r->mallet * rise * expf(-at_s / r->mallet_s) * low;
        stereo[2 * i] += x;
        stereo[2 * i + 1] += x;
    }
}

static void add_room(float *stereo, size_t frames, const struct recipe *r)
{
    struct arena mem = {0};
    struct reverb *room = ARENA_NEW(&mem, struct reverb);
    reverb_make(room, r->room_s, r->room_damp_hz, &mem);
    for (size_t i = 0; i < frames; i++) {
        float wet[2];
        reverb_step(room, stereo + 2 * i, wet);
        stereo[2 * i] += r->wet * wet[0];
        stereo[2 * i + 1] += r->wet * wet[1];
    }
    arena_finish(&mem);
}

void struck_render(enum struck kind, float *stereo)
{
    const struct recipe *r = &recipes[kind];
    size_t frames = struck_frames(kind);
    size_t fade = frames / 8;
    for (size_t i = 0; i < 2 * frames; i++) {
        stereo[i] = 0;
    }
    add_partials(stereo, frames, r);
    if (r->mallet > 0) {
        add_mallet(stereo, frames, r);
    }
    add_room(stereo, frames, r);
    for (size_t i = 0; i < frames; i++) {
        size_t left = frames - i;
        float end = left < fade ? synth_ease((float)left / (float)fade) : 1;
        stereo[2 * i] *= r->gain * end;
        stereo[2 * i + 1] *= r->gain * end;
    }
}

// SPDX-License-Identifier: MIT
// Noise of a throat and a soft tone, after the lung volume v and the flow f.
// Noise: pink through a band whose centre is 300 * 7^v Hz; in is airy and
// narrow, out wide and dark, so a listener who joins midway knows the
// direction. Tone: A3 to E4, up with v, its loudness with the flow. Held: the
// tone stays, softer but above a bed, and swells once a second. All gains glide
// in 35 ms.
#include "frame/synth_cue.h"

enum { BAND_CUT = 0, BAND_CENTRE, BAND_COLOUR };

// A breath of 4-6 in both is at the upper end of -28 +- 1 LUFS, so that a
// session with its quiet ends is still at -26 +- 2.
#define NOISE_GAIN 0.136f
#define TONE_GAIN 0.0566f
#define DETUNE 1.0012f

void cue_make(struct cue *c, uint64_t seed)
{
    *c = (struct cue){0};
    for (int i = 0; i < 2; i++) {
        c->pink[i].noise = noise_seed(seed, (uint64_t)i);
    }
    c->shape[BAND_CUT] = svf_shape(150, 0.707f);
    c->half = c->beside = (struct phasor){1, 0};
    c->left = c->right = 1;
}

static void aim_filters(struct cue *c, const struct cue_aim *aim)
{
    float centre = 300 * powf(7, aim->volume);
    if (aim->falling) {
        c->shape[BAND_CENTRE] = svf_shape(centre, 0.6f);
        c->shape[BAND_COLOUR] = svf_shape(0.55f * centre, 1);
        c->band_part = 0.70f;
        c->low_part = 0.30f;
        c->colour_part = 0.45f;
    } else {
        c->shape[BAND_CENTRE] = svf_shape(centre, 1.1f);
        c->shape[BAND_COLOUR] = svf_shape(2.2f * centre, 1.6f);
        c->band_part = 0.85f;
        c->low_part = 0.15f;
        c->colour_part = 0.22f;
    }
}

static float swell(const struct cue_aim *aim)
{
    return aim->swell ? 0.72f + 0.28f * cosf(2 * SYNTH_PI * aim->held_s) : 1;
}

static float noise_aim(const struct cue_aim *aim)
{
    if (!aim->noise || aim->act == CUE_SILENT) {
        return 0;
    }
    if (aim->act == CUE_STILL) {
        // With the tone off the noise has to say that the hold goes on.
        return aim->tone || aim->fast ? 0 : NOISE_GAIN * 0.15f * swell(aim);
    }
    float gain = NOISE_GAIN * powf(aim->flow, 0.6f);
    gain *= aim->falling ? 1.05f : 1.35f;
    return aim->fast ? gain * 0.708f : gain;
}

static float tone_aim(const struct cue_aim *aim)
{
    if (!aim->tone || aim->fast || aim->act == CUE_SILENT) {
        return 0;
    }
    if (aim->act == CUE_STILL) {
        return TONE_GAIN * (0.64f + 0.28f * aim->volume) * swell(aim);
    }
    float gain = TONE_GAIN * (0.22f + 0.78f * powf(aim->flow, 0.6f));
    return aim->falling ? gain * 0.85f : gain;
}

void cue_aim(struct cue *c, const struct cue_aim *aim, size_t frames)
{
    if (aim->act != CUE_SILENT) {
        float hz = 220 * powf(2, 7 * aim->volume / 12);
        aim_filters(c, aim);
        c->half_by = turn_of(hz / 2);
        c->beside_by = turn_of(hz * DETUNE);
        c->octave = 0.04f + 0.14f * aim->volume;
    }
    phasor_settle(&c->half);
    phasor_settle(&c->beside);
    float n = (float)frames;
    float near = 1 - powf(1 - 0.0006f, n);
    float slow = 1 - powf(1 - 0.0001f, n);
    // An ear's middle is cos = sin = .707, which is taken as 1.
    float angle = SYNTH_PI / 4 * (1 + aim->pan);
    c->noise_step = (aim->gain * noise_aim(aim) - c->noise_gain) * near / n;
    c->tone_step = (aim->gain * tone_aim(aim) - c->tone_gain) * near / n;
    c->left_step = (1.41421f * cosf(angle) - c->left) * slow / n;
    c->right_step = (1.41421f * sinf(angle) - c->right) * slow / n;
    if (cue_silent(c)) {
        c->noise_gain = c->tone_gain = 0;
    }
}

bool cue_silent(const struct cue *c)
{
    // -120 dB of full scale and nothing on its way.
    return c->noise_gain < 1e-6f && c->tone_gain < 1e-6f &&
           c->noise_step <= 0 && c->tone_step <= 0;
}

static float noise_step(struct cue *c, int side)
{
    float x = pink_next(&c->pink[side]);
    x = svf_step(&c->band[BAND_CUT][side], &c->shape[BAND_CUT], x).high;
    struct svf_out centre =
        svf_step(&c->band[BAND_CENTRE][side], &c->shape[BAND_CENTRE], x);
    struct svf_out colour =
        svf_step(&c->band[BAND_COLOUR][side], &c->shape[BAND_COLOUR], x);
    return c->band_part * centre.band + c->low_part * centre.low +
           c->colour_part * colour.band;
}

void cue_render(struct cue *c, float *stereo, size_t frames)
{
    if (cue_silent(c)) {
        return;
    }
    for (size_t i = 0; i < frames; i++) {
        c->noise_gain += c->noise_step;
        c->tone_gain += c->tone_step;
        c->left += c->left_step;
        c->right += c->right_step;
        phasor_step(&c->half, c->half_by);
        phasor_step(&c->beside, c->beside_by);
        // The pitch and its octave are the squares of the half pitch.
        struct phasor h = c->half;
        struct phasor p = {h.re * h.re - h.im * h.im, 2 * h.re * h.im};
        float common = 0.5f * h.im + c->octave * 2 * p.re * p.im;
        float side[2] = {0.6f * p.im + 0.4f * c->beside.im,
                         0.6f * c->beside.im + 0.4f * p.im};
        stereo[2 * i] += c->left * (c->noise_gain * noise_step(c, 0) +
                                    c->tone_gain * (side[0] + common));
        stereo[2 * i + 1] += c->right * (c->noise_gain * noise_step(c, 1) +
                                         c->tone_gain * (side[1] + common));
    }
}

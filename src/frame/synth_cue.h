// SPDX-License-Identifier: MIT
// The breath cue: one number, the lung volume, told by pitch, brightness and
// loudness. Where the breath is, is the caller's to say (score.c).
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "frame/synth.h"

enum cue_act {
    CUE_SILENT = 0,
    CUE_FLOW, // air moves: in or out
    CUE_STILL // held or resting: never silent, it would mean "it stopped"
};

// The breath at one moment.
struct cue_aim {
    enum cue_act act;
    float volume; // of the lungs, 0..1
    float flow;   // of the air, 0..1 of its greatest in this phase
    bool falling; // out
    bool fast;    // of a breath below 3 s: no tone, softer noise
    bool swell;   // CUE_STILL: swell once a second
    float held_s; // CUE_STILL: since it began
    float pan;    // -1 left .. 1 right
    bool noise, tone;
    float gain; // over all
};

enum { CUE_BANDS = 3 }; // low cut, centre, colour

struct cue {
    struct pink pink[2];
    struct svf band[CUE_BANDS][2];
    struct svf_shape shape[CUE_BANDS];
    float low_part, band_part, colour_part; // of the noise's mix
    struct phasor half, beside;             // half pitch; pitch, detuned
    struct turn half_by, beside_by;
    float octave;
    float noise_gain, tone_gain, left, right; // as they are
    float noise_step, tone_step, left_step, right_step;
};

void cue_make(struct cue *c, uint64_t seed);
// Sets out towards aim, to be reached frames (up to SYNTH_BLOCK) later.
void cue_aim(struct cue *c, const struct cue_aim *aim, size_t frames);
// Adds frames of it, at most those that the last cue_aim was given in all.
void cue_render(struct cue *c, float *stereo, size_t frames);
bool cue_silent(const struct cue *c);

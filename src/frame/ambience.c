// SPDX-License-Identifier: MIT
#include "frame/ambience.h"

#include <assert.h>

// Where a recorded bed comes round, its end crosses into its start this long,
// or a quarter of it.
enum { SEAM_FRAMES = 4 * SYNTH_RATE };

void ambience_make(struct ambience *a, const struct str *names, size_t count,
                   uint64_t seed, struct arena *mem)
{
    *a = (struct ambience){ARENA_ARRAY(mem, struct bed_slot, count), count};
    for (size_t i = 0; i < count; i++) {
        struct bed_slot *slot = &a->slots[i];
        enum bed_kind kind;
        slot->name = names[i];
        if (bed_from(names[i], &kind)) {
            slot->bed = bed_create(kind, seed, mem);
        }
    }
}

void ambience_turn(struct ambience *a, struct str name, int64_t over_ms)
{
    for (size_t i = 0; i < a->count; i++) {
        struct bed_slot *slot = &a->slots[i];
        slot->wanted = str_equal(slot->name, name);
        slot->pace = 1 / (float)(over_ms > 0 ? over_ms : 1);
        if (over_ms <= 0) {
            slot->share = slot->wanted ? 1 : 0;
        }
    }
}

void ambience_control(struct ambience *a, float gain)
{
    for (size_t i = 0; i < a->count; i++) {
        struct bed_slot *slot = &a->slots[i];
        slot->share += slot->wanted ? slot->pace : -slot->pace;
        slot->share = slot->share < 0 ? 0 : slot->share > 1 ? 1 : slot->share;
        float to = gain * sinf(SYNTH_PI / 2 * slot->share);
        slot->gain_step = (to - slot->gain) / SYNTH_BLOCK;
        if (to <= 0 && slot->gain < 1e-6f) {
            slot->gain = slot->gain_step = 0;
        }
    }
}

static float seam_gain(size_t at, size_t seam)
{
    return sinf(SYNTH_PI / 2 * (float)at / (float)seam);
}

static void slot_record(struct bed_slot *slot, float *stereo, size_t frames)
{
    const struct sample *s = &slot->sample;
    size_t seam = s->frames / 4 < SEAM_FRAMES ? s->frames / 4 : SEAM_FRAMES;
    size_t round = s->frames - seam;
    const float scale = 1.0f / 32768;
    for (size_t i = 0; i < frames; i++) {
        bool crossing = slot->again && slot->at < seam;
        float in = crossing ? scale * seam_gain(slot->at, seam) : scale;
        float out = crossing ? scale * seam_gain(seam - slot->at, seam) : 0;
        for (size_t side = 0; side < 2; side++) {
            size_t at = 2 * slot->at + side;
            stereo[2 * i + side] = in * (float)s->stereo[at];
            if (crossing) {
                stereo[2 * i + side] += out * (float)s->stereo[2 * round + at];
            }
        }
        if (++slot->at == round) {
            slot->at = 0;
            slot->again = true;
        }
    }
}

void ambience_render(struct ambience *a, float *stereo, size_t frames)
{
    assert(frames <= SYNTH_BLOCK);
    for (size_t i = 0; i < a->count; i++) {
        struct bed_slot *slot = &a->slots[i];
        float bed[2 * SYNTH_BLOCK];
        if (slot->gain <= 0 && slot->gain_step <= 0) {
            continue;
        }
        if (slot->sample.frames > 0) {
            slot_record(slot, bed, frames);
        } else if (slot->bed != NULL) {
            bed_render(slot->bed, bed, frames);
        } else {
            continue;
        }
        for (size_t j = 0; j < frames; j++) {
            slot->gain += slot->gain_step;
            stereo[2 * j] += slot->gain * bed[2 * j];
            stereo[2 * j + 1] += slot->gain * bed[2 * j + 1];
        }
    }
}

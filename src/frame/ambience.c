// SPDX-License-Identifier: MIT
#include "frame/ambience.h"

#include <assert.h>

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

void ambience_brighten(struct ambience *a)
{
    for (size_t i = 0; i < a->count; i++) {
        if (a->slots[i].bed != NULL) {
            bed_brighten(a->slots[i].bed);
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

static void ring_render(struct ring *ring, float *stereo, size_t frames)
{
    int16_t taken[2 * SYNTH_BLOCK];
    ring_take(ring, taken, frames);
    for (size_t i = 0; i < 2 * frames; i++) {
        stereo[i] = (float)taken[i] * (1.0f / 32768);
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
        if (slot->ring != NULL) {
            ring_render(slot->ring, bed, frames);
        } else if (slot->bed != NULL) {
            bed_render(slot->bed, bed, frames);
        } else {
            continue;
        }
        for (size_t j = 0; j < frames; j++) {
            slot->gain += slot->gain_step;
            // Both were filled: the analyzer takes 2 * frames for less.
            // NOLINTBEGIN(clang-analyzer-core.UndefinedBinaryOperatorResult)
            stereo[2 * j] += slot->gain * bed[2 * j];
            stereo[2 * j + 1] += slot->gain * bed[2 * j + 1];
            // NOLINTEND(clang-analyzer-core.UndefinedBinaryOperatorResult)
        }
    }
}

// SPDX-License-Identifier: MIT
// Stereo frames on their way from a thread that may take its time to the one
// that mixes. One puts, one takes; neither waits.
#pragma once

#include <stdatomic.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "base/arena.h"

struct ring {
    int16_t *stereo;
    size_t frames;             // room for so many
    _Atomic size_t put, taken; // counts from the start
};

static inline void ring_make(struct ring *r, size_t frames, struct arena *mem)
{
    r->stereo = ARENA_ARRAY(mem, int16_t, 2 * frames);
    r->frames = frames;
}

// How many frames may be put.
static inline size_t ring_room(struct ring *r)
{
    return r->frames - (atomic_load(&r->put) - atomic_load(&r->taken));
}

// frames: at most ring_room.
static inline void ring_put(struct ring *r, const int16_t *stereo,
                            size_t frames)
{
    size_t put = atomic_load(&r->put);
    for (size_t i = 0; i < frames; i++) {
        memcpy(r->stereo + 2 * ((put + i) % r->frames), stereo + 2 * i,
               2 * sizeof(*stereo));
    }
    atomic_store(&r->put, put + frames);
}

// What is there of frames; what is not is silence.
static inline void ring_take(struct ring *r, int16_t *stereo, size_t frames)
{
    size_t taken = atomic_load(&r->taken);
    size_t there = atomic_load(&r->put) - taken;
    size_t n = frames < there ? frames : there;
    for (size_t i = 0; i < n; i++) {
        memcpy(stereo + 2 * i, r->stereo + 2 * ((taken + i) % r->frames),
               2 * sizeof(*stereo));
    }
    memset(stereo + 2 * n, 0, 2 * (frames - n) * sizeof(*stereo));
    atomic_store(&r->taken, taken + n);
}

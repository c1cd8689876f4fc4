// SPDX-License-Identifier: MIT
// What the parts of live sound share; nobody else includes it.
#pragma once

#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/buf.h"
#include "platform/shelf.h"
#include "platform/sound.h"
#include "platform/sound_module.h"
#include "platform/stream.h"
#include "platform/supply.h"

struct SDL_Thread;
struct SDL_mutex;
struct SDL_cond;

enum sound_job_what { SOUND_JOB_ORDER = 0, SOUND_JOB_VOICE, SOUND_JOB_QUIT };

struct sound_job {
    enum sound_job_what what;
    struct stream_order order;
    struct str pack, lang; // of the voice
};

struct sound {
    struct stream stream;

    struct str modules;
    struct sound_source source;
    bool (*device_open)(struct sound_source *source, const char **why);
    void (*device_close)(void);
    struct SDL_Thread *thread;
    struct SDL_mutex *lock; // jobs, lines
    struct SDL_cond *wake;
    struct buf jobs; // of struct sound_job
    struct buf lines;
    _Atomic int status;
    bool hung;         // the device, when it was to be closed
    _Atomic bool ends; // no order needs to arrive any more
    struct arena mem;  // of the folders' names
    struct str packs;
    struct shelf shelf; // the worker's, as is the voice
    struct narrator_setup voice;
    // See sound_tender.c.
    struct SDL_Thread *tender;
    struct SDL_mutex *tend_lock;
    struct SDL_cond *tend_wake;
    bool tend_ends;
    struct supply supplies[STREAM_SCORES];
    struct score *_Atomic supplied[STREAM_SCORES]; // may still be read here
    _Atomic int losses;
    _Atomic int64_t opened_ns;
    char driver[32]; // set before status is SOUND_READY first
    char *output;    // the worker's: the desktop's device as we opened it; NULL
                     // where that is not told

    // The main thread's own.
    int64_t latency_ns;
    int64_t serial; // of the last request
    int64_t asked;  // of the last that moves the time
    int64_t target; // where to
    int64_t shown;
};

// The thread that opens the device, decodes, and hands orders on; self is a
// struct sound.
int sound_worker(void *self);
// Lines for the person.
void sound_tell(struct sound *s, const struct buf *lines);

// The thread that brings scores what they ask for while they sound; the worker
// starts and ends it, and has each score begun before it is played.
void tender_start(struct sound *s);
void tender_begin(struct sound *s, struct score *score);
void tender_end(struct sound *s);

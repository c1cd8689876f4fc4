// SPDX-License-Identifier: MIT
// Four threads. The main thread writes jobs into a list and returns. The worker
// opens the device, decodes what a score asks for at its start, and hands jobs
// on to the stream, in their order. The tender brings what a score asks for
// later. The device's thread runs the stream, which knows none of them, and
// shares no lock with any.
#include "platform/sound_inside.h"

#include <SDL.h>

#include "platform/clock.h"

enum { BUFFER_FRAMES = 1024 };

// Of the device's thread.
static void device_render(void *self, float *stereo, size_t frames)
{
    struct sound *s = self;
    int64_t now_ns = clock_now_ns();
    stream_render(&s->stream, stereo, frames, now_ns);
    stream_took(&s->stream, clock_now_ns() - now_ns);
}

struct sound *sound_create(const struct sound_setup *setup)
{
    struct sound *s = SDL_calloc(1, sizeof(*s));
    if (s == NULL) {
        arena_fail();
    }
    // The worker watches events: they stay, whatever becomes of the window.
    SDL_InitSubSystem(SDL_INIT_EVENTS);
    stream_init(&s->stream);
    s->shelf.own = arena_copy(&s->mem, setup->own);
    s->shelf.shipped = arena_copy(&s->mem, setup->shipped);
    s->modules = arena_copy(&s->mem, setup->modules);
    s->packs = arena_copy(&s->mem, setup->packs);
    s->source = (struct sound_source){
        .rate = SCORE_RATE,
        .buffer_frames =
            setup->buffer_frames > 0 ? setup->buffer_frames : BUFFER_FRAMES,
        .render = device_render,
        .self = s};
    s->lock = SDL_CreateMutex();
    s->wake = SDL_CreateCond();
    s->thread = SDL_CreateThread(sound_worker, "sound", s);
    if (s->lock == NULL || s->wake == NULL || s->thread == NULL) {
        arena_fail();
    }
    return s;
}

static void ask(struct sound *s, struct sound_job r)
{
    struct str bytes = {(const char *)&r, sizeof(r)};
    SDL_LockMutex(s->lock);
    buf_put(&s->jobs, bytes);
    SDL_CondSignal(s->wake);
    SDL_UnlockMutex(s->lock);
}

static void give(struct sound *s, struct stream_order o)
{
    o.serial = ++s->serial;
    ask(s, (struct sound_job){.order = o});
}

void sound_destroy(struct sound *s)
{
    if (s == NULL) {
        return;
    }
    sound_silence(s);
    atomic_store(&s->ends, true);
    ask(s, (struct sound_job){.what = SOUND_JOB_QUIT});
    SDL_WaitThread(s->thread, NULL);
    if (s->hung) {
        return; // the device's thread may still ask: s stays, the program ends
    }
    SDL_QuitSubSystem(SDL_INIT_EVENTS);
    SDL_DestroyCond(s->wake);
    SDL_DestroyMutex(s->lock);
    buf_finish(&s->jobs);
    buf_finish(&s->lines);
    shelf_finish(&s->shelf);
    arena_finish(&s->mem);
    SDL_free(s);
}

enum sound_status sound_status(const struct sound *s)
{
    return (enum sound_status)atomic_load(&s->status);
}

bool sound_line(struct sound *s, struct buf *line)
{
    SDL_LockMutex(s->lock);
    bool there = buf_take_line(&s->lines, line);
    SDL_UnlockMutex(s->lock);
    return there;
}

static void move_to(struct sound *s, int64_t frame)
{
    s->asked = s->serial;
    s->target = frame;
    s->shown = frame;
}

void sound_play(struct sound *s, struct score *score, int64_t from_frame,
                size_t order, bool paused)
{
    if (!stream_keep(&s->stream, score)) {
        return; // far more than can sound at once are still fading
    }
    give(s, (struct stream_order){.act = STREAM_PLAY,
                                  .score = score,
                                  .frame = from_frame,
                                  .order = order,
                                  .paused = paused});
    move_to(s, from_frame);
}

bool sound_uses(const struct sound *s, const struct score *score)
{
    bool supplied = false;
    for (int i = 0; i < STREAM_SCORES; i++) {
        supplied |= atomic_load(&s->supplied[i]) == score;
    }
    return supplied || stream_uses(&s->stream, score);
}

void sound_pause(struct sound *s)
{
    give(s, (struct stream_order){.act = STREAM_PAUSE});
}

void sound_resume(struct sound *s)
{
    give(s, (struct stream_order){.act = STREAM_RESUME});
}

void sound_seek(struct sound *s, int64_t frame, size_t order, bool tap)
{
    give(s,
         (struct stream_order){
             .act = STREAM_SEEK, .frame = frame, .order = order, .tap = tap});
    move_to(s, frame);
}

void sound_pass(struct sound *s)
{
    give(s, (struct stream_order){.act = STREAM_PASS});
}

void sound_finish(struct sound *s)
{
    give(s, (struct stream_order){.act = STREAM_FINISH});
}

void sound_silence(struct sound *s)
{
    give(s, (struct stream_order){.act = STREAM_SILENCE});
}

void sound_voice(struct sound *s, struct str pack, struct str lang)
{
    ask(s, (struct sound_job){.what = SOUND_JOB_VOICE,
                              .pack = arena_copy(&s->mem, pack),
                              .lang = arena_copy(&s->mem, lang)});
}

static int centibel(float db)
{
    return (int)(db * 100);
}

void sound_levels(struct sound *s, const struct levels *levels)
{
    atomic_store(&s->stream.cue, (int)levels->cue);
    atomic_store(&s->stream.cue_centibel, centibel(levels->cue_db));
    atomic_store(&s->stream.bed_centibel, centibel(levels->bed_db));
    atomic_store(&s->stream.bells_centibel, centibel(levels->bells_db));
    atomic_store(&s->stream.voice_centibel, centibel(levels->voice_db));
    atomic_store(&s->stream.voice, levels->voice);
}

void sound_mute(struct sound *s, bool mute)
{
    atomic_store(&s->stream.mute, mute);
}

void sound_latency(struct sound *s, int latency_ms)
{
    s->latency_ns = latency_ms * NS_PER_MS;
}

static int64_t at_most(int64_t a, int64_t b)
{
    return a < b ? a : b;
}

// What is heard at now_ns left our hands one buffer ago. Time cannot pass what
// was handed over.
static int64_t sound_frame(struct sound *s, int64_t now_ns)
{
    struct stream_place p = stream_place(&s->stream);
    if (p.serial < s->asked) {
        return s->target;
    }
    int64_t since = (now_ns - s->latency_ns - p.ns) * 6 / 125000; // frames
    int64_t frame = since < p.frames
                        ? at_most(p.heard_start + since, p.heard_end)
                        : at_most(p.start + since - p.frames, p.end);
    s->shown = frame > s->shown ? frame : s->shown;
    return s->shown;
}

int64_t sound_position_ms(struct sound *s, int64_t now_ns)
{
    return sound_frame(s, now_ns) / SCORE_FRAMES_MS;
}

// SPDX-License-Identifier: MIT
// Three threads. The main thread writes requests into a list and returns. The
// worker opens the device, decodes what a score asks for, and hands requests
// on to the stream, in their order. The device's thread runs the stream, which
// knows neither. Only the first two share a lock.
#include "platform/sound.h"

#include <dlfcn.h>
#include <string.h>

#include <SDL.h>

#include "platform/clock.h"
#include "platform/paths.h"
#include "platform/sound_module.h"
#include "platform/stream.h"
#include "platform/struck.h"

enum { BUFFER_FRAMES = 1024, LONGEST_FADE_MS = 600 };

struct request {
    bool quit;
    struct stream_order order;
};

struct sound {
    struct stream stream;

    struct str modules;
    struct sound_source source;
    bool (*device_open)(struct sound_source *source, const char **why);
    void (*device_close)(void);
    SDL_Thread *thread;
    SDL_mutex *lock; // requests, lines
    SDL_cond *wake;
    struct buf requests; // of struct request
    struct buf lines;
    _Atomic int status;
    _Atomic bool ends;  // no order needs to arrive any more
    struct arena mem;   // of the folders' names
    struct shelf shelf; // the worker's

    // The main thread's own.
    int64_t serial; // of the last request
    int64_t asked;  // of the last that moves the time
    int64_t target; // where to
    int64_t shown;
};

// --- the worker -----------------------------------------------------------

static void say(struct sound *s, struct str line)
{
    SDL_LockMutex(s->lock);
    buf_put(&s->lines, line);
    buf_put_char(&s->lines, '\n');
    SDL_UnlockMutex(s->lock);
}

static void device_render(void *self, float *stereo, size_t frames)
{
    struct sound *s = self;
    stream_render(&s->stream, stereo, frames, clock_now_ns());
}

// Only of a device that is open does it say which: another that goes, a screen
// with speakers that is switched off, does not concern us.
static int SDLCALL device_event(void *self, SDL_Event *event)
{
    struct sound *s = self;
    if (event->type == SDL_AUDIODEVICEREMOVED && !event->adevice.iscapture &&
        event->adevice.which != 0) {
        int ready = SOUND_READY;
        atomic_compare_exchange_strong(&s->status, &ready, SOUND_LOST);
    }
    return 0;
}

// POSIX lets a symbol be a function; C11 has no cast for it.
static bool find_function(void *module, const char *name, void *function)
{
    void *symbol = dlsym(module, name);
    memcpy(function, &symbol, sizeof(symbol));
    return symbol != NULL;
}

static bool device_open(struct sound *s, const char **why)
{
    struct str path =
        path_join(&s->shelf.mem, s->modules, STR(SOUND_MODULE_FILE));
    void *module = dlopen(path.at, RTLD_NOW | RTLD_LOCAL);
    if (module == NULL ||
        !find_function(module, "sound_module_open", &s->device_open) ||
        !find_function(module, "sound_module_close", &s->device_close)) {
        *why = arena_printf(&s->shelf.mem, "%.*s is missing or does not fit",
                            STR_ARG(path))
                   .at;
        return false;
    }
    if (!s->device_open(&s->source, why)) {
        return false;
    }
    SDL_AddEventWatch(device_event, s);
    return true;
}

// Waits until what was told to fade has faded and been heard; not for a device
// that hangs.
static void device_drain(struct sound *s)
{
    int64_t until_ns = clock_now_ns() + LONGEST_FADE_MS * INT64_C(1000000);
    bool sounded = !stream_silent(&s->stream);
    while (!stream_silent(&s->stream) && clock_now_ns() < until_ns) {
        SDL_Delay(2);
    }
    if (sounded) {
        SDL_Delay((Uint32)(2 * s->source.buffer_frames / SCORE_FRAMES_MS));
    }
}

static void hand_on(struct sound *s, const struct stream_order *order)
{
    if (order->act == STREAM_PLAY) {
        struct buf lines = {0};
        shelf_give(&s->shelf, order->score, &lines);
        if (lines.len > 0) {
            SDL_LockMutex(s->lock);
            buf_put(&s->lines, buf_view(&lines));
            SDL_UnlockMutex(s->lock);
        }
        buf_finish(&lines);
    }
    while (!stream_send(&s->stream, *order) && !atomic_load(&s->ends)) {
        SDL_Delay(1);
    }
}

// True when the thread is to end.
static bool work(struct sound *s, const struct buf *requests, bool open)
{
    size_t count = requests->len / sizeof(struct request);
    for (size_t i = 0; i < count; i++) {
        struct request r;
        SDL_memcpy(&r, requests->at + i * sizeof(r), sizeof(r));
        if (r.quit) {
            return true;
        }
        if (open) {
            hand_on(s, &r.order);
        } else if (r.order.act == STREAM_PLAY) {
            stream_let_go(&s->stream, r.order.score);
        }
    }
    return false;
}

static int SDLCALL worker(void *self)
{
    struct sound *s = self;
    const char *why = "";
    bool open = device_open(s, &why);
    if (!open) {
        say(s, arena_printf(&s->shelf.mem, "no sound device: %s", why));
    }
    atomic_store(&s->status, open ? SOUND_READY : SOUND_NONE);
    for (bool quit = false; !quit;) {
        SDL_LockMutex(s->lock);
        while (s->requests.len == 0) {
            SDL_CondWait(s->wake, s->lock);
        }
        struct buf taken = s->requests;
        s->requests = (struct buf){0};
        SDL_UnlockMutex(s->lock);
        quit = work(s, &taken, open);
        buf_finish(&taken);
    }
    if (open) {
        device_drain(s);
        SDL_DelEventWatch(device_event, s);
        s->device_close();
    }
    return 0;
}

// --- the main thread ------------------------------------------------------

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
    s->source = (struct sound_source){
        .rate = SCORE_RATE,
        .buffer_frames =
            setup->buffer_frames > 0 ? setup->buffer_frames : BUFFER_FRAMES,
        .render = device_render,
        .self = s};
    s->lock = SDL_CreateMutex();
    s->wake = SDL_CreateCond();
    s->thread = SDL_CreateThread(worker, "sound", s);
    if (s->lock == NULL || s->wake == NULL || s->thread == NULL) {
        arena_fail();
    }
    return s;
}

static void ask(struct sound *s, struct request r)
{
    struct str bytes = {(const char *)&r, sizeof(r)};
    SDL_LockMutex(s->lock);
    buf_put(&s->requests, bytes);
    SDL_CondSignal(s->wake);
    SDL_UnlockMutex(s->lock);
}

static void order(struct sound *s, struct stream_order o)
{
    o.serial = ++s->serial;
    ask(s, (struct request){.order = o});
}

void sound_destroy(struct sound *s)
{
    if (s == NULL) {
        return;
    }
    sound_silence(s);
    atomic_store(&s->ends, true);
    ask(s, (struct request){.quit = true});
    SDL_WaitThread(s->thread, NULL);
    SDL_QuitSubSystem(SDL_INIT_EVENTS);
    SDL_DestroyCond(s->wake);
    SDL_DestroyMutex(s->lock);
    buf_finish(&s->requests);
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
    struct str rest = buf_view(&s->lines);
    bool there = rest.len > 0;
    if (there) {
        struct buf kept = {0};
        buf_clear(line);
        buf_put(line, str_cut(&rest, '\n'));
        buf_put(&kept, rest);
        buf_finish(&s->lines);
        s->lines = kept;
    }
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
                size_t place)
{
    if (!stream_keep(&s->stream, score)) {
        return; // far more than can sound at once are still fading
    }
    order(s, (struct stream_order){.act = STREAM_PLAY,
                                   .score = score,
                                   .frame = from_frame,
                                   .order = place});
    move_to(s, from_frame);
}

bool sound_uses(const struct sound *s, const struct score *score)
{
    return stream_uses(&s->stream, score);
}

void sound_pause(struct sound *s)
{
    order(s, (struct stream_order){.act = STREAM_PAUSE});
}

void sound_resume(struct sound *s)
{
    order(s, (struct stream_order){.act = STREAM_RESUME});
}

void sound_seek(struct sound *s, int64_t frame, size_t place, bool tap)
{
    order(s,
          (struct stream_order){
              .act = STREAM_SEEK, .frame = frame, .order = place, .tap = tap});
    move_to(s, frame);
}

void sound_pass(struct sound *s)
{
    order(s, (struct stream_order){.act = STREAM_PASS});
}

void sound_finish(struct sound *s)
{
    order(s, (struct stream_order){.act = STREAM_FINISH});
}

void sound_silence(struct sound *s)
{
    order(s, (struct stream_order){.act = STREAM_SILENCE});
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
}

void sound_mute(struct sound *s, bool mute)
{
    atomic_store(&s->stream.mute, mute);
}

static int64_t at_most(int64_t a, int64_t b)
{
    return a < b ? a : b;
}

// What is heard at now_ns left our hands one buffer ago. Time cannot pass what
// was handed over.
int64_t sound_frame(struct sound *s, int64_t now_ns)
{
    struct stream_place p = stream_place(&s->stream);
    if (p.serial < s->asked) {
        return s->target;
    }
    int64_t since = (now_ns - p.ns) * 6 / 125000; // 48000 in 1e9
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

bool sound_waits(const struct sound *s)
{
    struct stream_place p = stream_place(&s->stream);
    return p.serial == s->serial && p.waits;
}

int64_t sound_began_at(const struct sound *s)
{
    return atomic_load(&s->stream.began_at);
}

// SPDX-License-Identifier: MIT
// What takes time: the device is opened and opened again, sounds are decoded,
// and orders wait for room, while the main thread goes on.
#include "platform/sound_inside.h"

#include <dlfcn.h>

#include <SDL.h>

#include "platform/clock.h"
#include "platform/module.h"
#include "platform/paths.h"

enum {
    LONGEST_FADE_MS = 600,
    LOOK_MS = 500 // between two looks for a device, or at ours
};

static void say(struct sound *s, struct str line)
{
    SDL_LockMutex(s->lock);
    buf_put(&s->lines, line);
    buf_put_char(&s->lines, '\n');
    SDL_UnlockMutex(s->lock);
}

static void device_lost(struct sound *s)
{
    int ready = SOUND_READY;
    if (atomic_compare_exchange_strong(&s->status, &ready, SOUND_LOST)) {
        atomic_fetch_add(&s->losses, 1);
        SDL_LockMutex(s->lock);
        SDL_CondSignal(s->wake);
        SDL_UnlockMutex(s->lock);
    }
}

// Only of a device that is open does it say which: another that goes, a screen
// with speakers that is switched off, does not concern us.
static int SDLCALL device_event(void *self, SDL_Event *event)
{
    if (event->type == SDL_AUDIODEVICEREMOVED && !event->adevice.iscapture &&
        event->adevice.which != 0) {
        device_lost(self);
    }
    return 0;
}

// The desktop's device; NULL where it is not told. To be freed by SDL_free.
static char *output_now(void)
{
    char *name = NULL;
    SDL_AudioSpec spec;
    return SDL_GetDefaultAudioInfo(&name, &spec, 0) == 0 ? name : NULL;
}

// A sound server moves what plays to the loudspeakers when headphones are
// pulled out, and says nothing of it: the device that we opened is there no
// more, and another is the desktop's.
static void watch_output(struct sound *s)
{
    char *now = s->output ? output_now() : NULL;
    bool gone = now && SDL_strcmp(now, s->output) != 0;
    for (int i = 0; gone && i < SDL_GetNumAudioDevices(0); i++) {
        const char *name = SDL_GetAudioDeviceName(i, 0);
        gone = name == NULL || SDL_strcmp(name, s->output) != 0;
    }
    SDL_free(now);
    if (gone) {
        device_lost(s);
    }
}

static bool module_load(struct sound *s, const char **why)
{
    struct str path =
        path_join(&s->shelf.mem, s->modules, STR(SOUND_MODULE_FILE));
    void *module = dlopen(path.at, RTLD_NOW | RTLD_LOCAL);
    if (module == NULL ||
        !module_function(module, "sound_module_open", &s->device_open) ||
        !module_function(module, "sound_module_close", &s->device_close)) {
        *why = arena_printf(&s->shelf.mem, "%.*s is missing or does not fit",
                            STR_ARG(path))
                   .at;
        return false;
    }
    return true;
}

static bool device_open(struct sound *s, const char **why)
{
    if (!s->device_open(&s->source, why)) {
        return false;
    }
    if (s->driver[0] == '\0') {
        const char *driver = SDL_GetCurrentAudioDriver();
        SDL_strlcpy(s->driver, driver ? driver : "", sizeof(s->driver));
    }
    SDL_free(s->output);
    s->output = output_now();
    atomic_store(&s->opened_ns, clock_now_ns());
    atomic_store(&s->status, SOUND_READY);
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

void sound_tell(struct sound *s, const struct buf *lines)
{
    if (lines->len > 0) {
        SDL_LockMutex(s->lock);
        buf_put(&s->lines, buf_view(lines));
        SDL_UnlockMutex(s->lock);
    }
}

// --- jobs -------------------------------------------------------------------

static void hand_on(struct sound *s, const struct stream_order *order)
{
    if (order->act == STREAM_PLAY) {
        tender_begin(s, order->score);
    }
    while (!stream_send(&s->stream, *order) && !atomic_load(&s->ends) &&
           atomic_load(&s->status) == SOUND_READY) {
        SDL_Delay(1);
    }
}

// True when the thread is to end.
static bool work(struct sound *s, const struct buf *jobs, bool open)
{
    size_t count = jobs->len / sizeof(struct sound_job);
    for (size_t i = 0; i < count; i++) {
        struct sound_job job;
        SDL_memcpy(&job, jobs->at + i * sizeof(job), sizeof(job));
        if (job.what == SOUND_JOB_QUIT) {
            return true;
        }
        if (job.what == SOUND_JOB_VOICE) {
            s->voice.pack = job.pack;
            s->voice.lang = job.lang;
        } else if (open) {
            hand_on(s, &job.order);
        } else if (job.order.act == STREAM_PLAY) {
            stream_let_go(&s->stream, job.order.score);
        }
    }
    return false;
}

// Another device takes the place of the one that went, as soon as there is one.
static bool look_again(struct sound *s, bool *open)
{
    const char *why = "";
    if (*open) {
        // Where it still sounds, out of another device, it fades.
        int64_t serial = stream_place(&s->stream).serial;
        stream_send(&s->stream, (struct stream_order){.act = STREAM_SILENCE,
                                                      .serial = serial});
        device_drain(s);
        s->device_close();
        stream_reset(&s->stream);
        *open = false;
    }
    *open = device_open(s, &why);
    return *open;
}

// Waits for jobs, and meanwhile looks for another device where one was
// lost, and whether ours is still the desktop's.
static struct buf take_jobs(struct sound *s, bool *open)
{
    struct buf taken = {0};
    SDL_LockMutex(s->lock);
    while (s->jobs.len == 0) {
        bool lost = atomic_load(&s->status) == SOUND_LOST;
        bool waited = lost && *open;
        if (!waited && (lost || s->output)) {
            waited = SDL_CondWaitTimeout(s->wake, s->lock, LOOK_MS) != 0;
        } else if (!waited) {
            SDL_CondWait(s->wake, s->lock);
        }
        if (waited) {
            SDL_UnlockMutex(s->lock);
            if (lost) {
                look_again(s, open);
            } else {
                watch_output(s);
            }
            SDL_LockMutex(s->lock);
        }
    }
    taken = s->jobs;
    s->jobs = (struct buf){0};
    SDL_UnlockMutex(s->lock);
    return taken;
}

int sound_worker(void *self)
{
    struct sound *s = self;
    const char *why = "";
    s->voice =
        (struct narrator_setup){.packs = s->packs, .modules = s->modules};
    bool open = module_load(s, &why) && device_open(s, &why);
    if (open) {
        SDL_AddEventWatch(device_event, s);
    } else {
        say(s, arena_printf(&s->shelf.mem, "no sound device: %s", why));
        atomic_store(&s->status, SOUND_NONE);
    }
    tender_start(s);
    for (bool quit = false; !quit;) {
        struct buf taken = take_jobs(s, &open);
        quit = work(s, &taken, open);
        buf_finish(&taken);
    }
    SDL_DelEventWatch(device_event, s);
    if (open) {
        device_drain(s);
        s->hung = sound_deaf_ms(s, clock_now_ns()) >= LONGEST_FADE_MS;
    }
    if (s->hung) {
        // Its thread hangs somewhere, and closing would wait for it. Should it
        // ever come back, it finds nothing to play.
        atomic_store(&s->stream.dead, true);
    } else if (open) {
        s->device_close();
    }
    tender_end(s);
    SDL_free(s->output);
    return 0;
}

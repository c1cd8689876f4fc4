// SPDX-License-Identifier: MIT
// The thread is nobody's: a stale socket of the service can hold it for longer
// than a person waits for a program to end. So it shares the state, and who
// leaves last frees it.
#include "platform/speech.h"

#include <dlfcn.h>

#include <SDL.h>

#include "base/arena.h"
#include "platform/module.h"

#define LIBRARY "libspeechd.so.2"
enum {
    RATE = -35,       // of -100 to 100; 0 is as fast as a newsreader
    PRIORITY_TEXT = 3 // SPD_TEXT
};

// What is used of libspeechd.h, so that its headers need not be there.
struct library {
    void *(*open)(const char *client, const char *connection, const char *user,
                  int mode, const void *address, int autospawn, char **error);
    void (*close)(void *connection);
    int (*say)(void *connection, int priority, const char *text);
    int (*cancel)(void *connection);
    int (*set_rate)(void *connection, signed int rate);
    int (*set_language)(void *connection, const char *language);
};

struct speech {
    SDL_mutex *lock;
    SDL_cond *wake;
    int holders; // the main thread and the speaking one
    bool ends, fresh;
    struct buf text, lang; // to be said
    struct buf lines;

    // The speaking thread's own.
    struct library library;
    void *connection;
};

static void let_go(struct speech *s)
{
    SDL_LockMutex(s->lock);
    bool last = --s->holders == 0;
    SDL_UnlockMutex(s->lock);
    if (last) {
        SDL_DestroyCond(s->wake);
        SDL_DestroyMutex(s->lock);
        buf_finish(&s->text);
        buf_finish(&s->lang);
        buf_finish(&s->lines);
        SDL_free(s);
    }
}

static void tell(struct speech *s, const char *line)
{
    SDL_LockMutex(s->lock);
    buf_printf(&s->lines, "%s\n", line);
    SDL_UnlockMutex(s->lock);
}

static bool load(struct speech *s)
{
    struct library *l = &s->library;
    void *module = dlopen(LIBRARY, RTLD_NOW | RTLD_LOCAL);
    bool well = module_function(module, "spd_open2", &l->open) &&
                module_function(module, "spd_close", &l->close) &&
                module_function(module, "spd_say", &l->say) &&
                module_function(module, "spd_cancel", &l->cancel) &&
                module_function(module, "spd_set_voice_rate", &l->set_rate) &&
                module_function(module, "spd_set_language", &l->set_language);
    if (!well) {
        tell(s, "menus cannot be spoken: the library " LIBRARY
                " is missing (Speech Dispatcher)");
    }
    return well;
}

// A service that has gone is looked for anew at the next text.
static bool connect(struct speech *s)
{
    char *error = NULL;
    if (s->connection) {
        return true;
    }
    s->connection =
        s->library.open("breathmark", "menus", NULL, 0, NULL, 1, &error);
    if (!s->connection) {
        return false;
    }
    s->library.set_rate(s->connection, RATE);
    SDL_LockMutex(s->lock);
    struct buf lang = {0};
    buf_put(&lang, buf_view(&s->lang));
    SDL_UnlockMutex(s->lock);
    if (lang.len > 0) {
        s->library.set_language(s->connection, buf_cstr(&lang));
    }
    buf_finish(&lang);
    return true;
}

static bool say(struct speech *s, const char *text)
{
    if (!connect(s)) {
        return false;
    }
    s->library.cancel(s->connection);
    if (text[0] == '\0' ||
        s->library.say(s->connection, PRIORITY_TEXT, text) >= 0) {
        return true;
    }
    s->library.close(s->connection);
    s->connection = NULL;
    return connect(s) &&
           s->library.say(s->connection, PRIORITY_TEXT, text) >= 0;
}

// The newest text alone; false when there is none any more.
static bool next_text(struct speech *s, struct buf *text)
{
    SDL_LockMutex(s->lock);
    while (!s->fresh && !s->ends) {
        SDL_CondWait(s->wake, s->lock);
    }
    buf_clear(text);
    buf_put(text, buf_view(&s->text));
    s->fresh = false;
    bool goes_on = !s->ends;
    SDL_UnlockMutex(s->lock);
    return goes_on;
}

static int SDLCALL speak(void *self)
{
    struct speech *s = self;
    struct buf text = {0};
    bool told = false;
    bool loaded = false, tried = false;
    while (next_text(s, &text)) {
        loaded = tried ? loaded : load(s);
        told = told || !loaded;
        tried = true;
        if (loaded && !say(s, buf_cstr(&text)) && !told) {
            told = true;
            tell(s, "menus cannot be spoken: Speech Dispatcher does not "
                    "answer");
        }
    }
    if (s->connection) {
        s->library.cancel(s->connection);
        s->library.close(s->connection);
    }
    buf_finish(&text);
    let_go(s);
    return 0;
}

struct speech *speech_create(struct str lang)
{
    struct speech *s = SDL_calloc(1, sizeof(*s));
    if (s == NULL) {
        arena_fail();
    }
    s->lock = SDL_CreateMutex();
    s->wake = SDL_CreateCond();
    s->holders = 2;
    buf_put(&s->lang, lang);
    SDL_Thread *thread = SDL_CreateThread(speak, "speech", s);
    if (s->lock == NULL || s->wake == NULL || thread == NULL) {
        arena_fail();
    }
    SDL_DetachThread(thread);
    return s;
}

void speech_say(struct speech *s, struct str text)
{
    SDL_LockMutex(s->lock);
    buf_clear(&s->text);
    buf_put(&s->text, text);
    s->fresh = true;
    SDL_CondSignal(s->wake);
    SDL_UnlockMutex(s->lock);
}

bool speech_line(struct speech *s, struct buf *line)
{
    SDL_LockMutex(s->lock);
    bool there = buf_take_line(&s->lines, line);
    SDL_UnlockMutex(s->lock);
    return there;
}

void speech_destroy(struct speech *s)
{
    if (s == NULL) {
        return;
    }
    SDL_LockMutex(s->lock);
    s->ends = true;
    SDL_CondSignal(s->wake);
    SDL_UnlockMutex(s->lock);
    let_go(s);
}

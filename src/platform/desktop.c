// SPDX-License-Identifier: MIT
// The thread is nobody's: a bus that takes a call and stays silent can hold it
// for longer than a person waits for a program to end. So both hold the state,
// and who leaves last frees it.
#include "platform/desktop.h"

#include <dlfcn.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <SDL.h>

#include "base/arena.h"
#include "platform/clock.h"
#include "platform/module.h"

#define LIBRARY "libsystemd.so.0"
#define NS_PER_US INT64_C(1000)
#define APPEARANCE "org.freedesktop.appearance"

// What is used of systemd/sd-bus.h, so that its headers need not be there.
struct library {
    int (*open)(void **bus, const char *description);
    void *(*close)(void *bus);
    int (*limit)(void *bus, uint64_t most_us);
    int (*call)(void *bus, const char *to, const char *path,
                const char *interface, const char *member, void *error,
                void **reply, const char *types, ...);
    void *(*let_go)(void *message);
    int (*peek)(void *message, char *type, const char **inside);
    int (*enter)(void *message, char type, const char *inside);
    int (*read)(void *message, char type, void *out);
};

struct desktop {
    SDL_atomic_t holders; // the main thread and the one that asks
    SDL_atomic_t over;
    int limit_ms;
    struct desktop_wishes wishes; // its own until over
};

static void let_go(struct desktop *d)
{
    if (SDL_AtomicDecRef(&d->holders)) {
        free(d);
    }
}

static bool load(struct library *l)
{
    void *module = dlopen(LIBRARY, RTLD_NOW | RTLD_LOCAL);
    return module_function(module, "sd_bus_open_user_with_description",
                           &l->open) &&
           module_function(module, "sd_bus_close_unref", &l->close) &&
           module_function(module, "sd_bus_set_method_call_timeout",
                           &l->limit) &&
           module_function(module, "sd_bus_call_method", &l->call) &&
           module_function(module, "sd_bus_message_unref", &l->let_go) &&
           module_function(module, "sd_bus_message_peek_type", &l->peek) &&
           module_function(module, "sd_bus_message_enter_container",
                           &l->enter) &&
           module_function(module, "sd_bus_message_read_basic", &l->read);
}

// A number or a truth, however many variants it lies in.
static bool read_value(const struct library *l, void *reply, uint32_t *out)
{
    enum { DEEPEST = 4 };
    for (int depth = 0; depth < DEEPEST; depth++) {
        char type = '\0';
        const char *inside = NULL;
        if (l->peek(reply, &type, &inside) <= 0) {
            return false;
        }
        if (type == 'u' || type == 'b') {
            return l->read(reply, type, out) > 0;
        }
        if (type != 'v' || l->enter(reply, 'v', inside) <= 0) {
            return false;
        }
    }
    return false;
}

struct asking {
    struct library library;
    void *bus;
    int64_t until_ns;
};

// False as well where it is not there or the time is over.
static bool ask_one(const struct asking *a, const char *space, const char *key,
                    uint32_t *out)
{
    const struct library *l = &a->library;
    int64_t left_ns = a->until_ns - clock_now_ns();
    void *reply = NULL;
    if (left_ns <= 0) {
        return false;
    }
    l->limit(a->bus, (uint64_t)(left_ns / NS_PER_US) + 1);
    int sent = l->call(a->bus, "org.freedesktop.portal.Desktop",
                       "/org/freedesktop/portal/desktop",
                       "org.freedesktop.portal.Settings", "Read", NULL, &reply,
                       "ss", space, key);
    bool well =
        sent >= 0 && read_value(l, reply, out) && clock_now_ns() <= a->until_ns;
    l->let_go(reply); // accepts NULL
    return well;
}

static struct desktop_wishes ask_all(const struct asking *a)
{
    struct desktop_wishes w = {0};
    uint32_t value = 0;
    if (ask_one(a, APPEARANCE, "color-scheme", &value)) {
        w.scheme = value == 1   ? DESKTOP_DARK
                   : value == 2 ? DESKTOP_LIGHT
                                : DESKTOP_ANY;
    }
    if (ask_one(a, APPEARANCE, "contrast", &value)) {
        w.high_contrast = value == 1;
    }
    if (ask_one(a, APPEARANCE, "reduced-motion", &value)) {
        w.reduced_motion = value == 1;
    }
    if (ask_one(a, "org.gnome.desktop.interface", "enable-animations",
                &value)) {
        w.reduced_motion |= value == 0;
    }
    return w;
}

static int run(void *self)
{
    struct desktop *d = self;
    struct asking a = {.until_ns = clock_now_ns() + d->limit_ms * NS_PER_MS};
    if (load(&a.library) && a.library.open(&a.bus, "breathmark") >= 0) {
        d->wishes = ask_all(&a);
        a.library.close(a.bus);
    }
    SDL_AtomicSet(&d->over, 1); // a barrier: the wishes are there
    let_go(d);
    return 0;
}

bool desktop_is_local(const char *address)
{
    while (*address != '\0') {
        size_t end = strcspn(address, ";");
        if (strncmp(address, "unix:path=", 10) != 0 &&
            strncmp(address, "unix:abstract=", 14) != 0) {
            return false;
        }
        address += end + (address[end] == ';');
    }
    return true;
}

// The library would take its place below $XDG_RUNTIME_DIR by itself.
static bool has_bus(void)
{
    const char *address = getenv("DBUS_SESSION_BUS_ADDRESS");
    const char *runtime = getenv("XDG_RUNTIME_DIR");
    return address && *address ? desktop_is_local(address)
                               : runtime && *runtime;
}

struct desktop *desktop_ask(int limit_ms)
{
    if (!has_bus()) {
        return NULL;
    }
    struct desktop *d = calloc(1, sizeof(*d));
    if (!d) {
        arena_fail();
    }
    d->limit_ms = limit_ms;
    SDL_AtomicSet(&d->holders, 2);
    SDL_Thread *thread = SDL_CreateThread(run, "desktop", d);
    if (!thread) {
        free(d);
        return NULL;
    }
    SDL_DetachThread(thread);
    return d;
}

bool desktop_answer(struct desktop *d, struct desktop_wishes *out)
{
    bool there = SDL_AtomicGet(&d->over) != 0;
    *out = there ? d->wishes : (struct desktop_wishes){0};
    return there;
}

void desktop_drop(struct desktop *d)
{
    if (d) {
        let_go(d);
    }
}

// SPDX-License-Identifier: MIT
// SDL has libXrandr loaded where it draws by X; what is needed of it is named
// here as its interface has had it since version 1.5, so that building needs no
// more than SDL.
#include "platform/monitors.h"

#include <string.h>

#define SDL_MAIN_HANDLED
#include <SDL.h>
#include <SDL_syswm.h>

#include "platform/module.h"

#ifdef SDL_VIDEO_DRIVER_X11

// XRRMonitorInfo.
struct monitor_info {
    unsigned long name;
    int primary, automatic, output_count;
    int x, y, width, height, width_mm, height_mm;
    unsigned long *outputs;
};

struct randr {
    int (*version)(Display *display, int *major, int *minor);
    struct monitor_info *(*monitors)(Display *display, Window window,
                                     int active, int *count);
    void (*free)(struct monitor_info *monitors);
};

static bool has_functions(struct randr *r)
{
    static const char library[] = "libXrandr.so.2";
    return module_loaded(library, "XRRQueryVersion", &r->version) &&
           module_loaded(library, "XRRGetMonitors", &r->monitors) &&
           module_loaded(library, "XRRFreeMonitors", &r->free);
}

bool monitors_read(SDL_Window *any, struct monitors *out)
{
    SDL_SysWMinfo info = {
        .version = {SDL_MAJOR_VERSION, SDL_MINOR_VERSION, SDL_PATCHLEVEL}};
    struct randr r = {0};
    int major = 0, minor = 0, count = 0;
    *out = (struct monitors){0};
    if (!SDL_GetWindowWMInfo(any, &info) || info.subsystem != SDL_SYSWM_X11 ||
        !has_functions(&r) ||
        !r.version(info.info.x11.display, &major, &minor) ||
        major * 100 + minor < 105) {
        return false;
    }
    struct monitor_info *all =
        r.monitors(info.info.x11.display, info.info.x11.window, 1, &count);
    for (int i = 0; all && i < count && i < MONITORS_MOST; i++) {
        const struct monitor_info *m = &all[i];
        out->boxes[out->count++] =
            (struct box){m->x, m->y, m->x + m->width, m->y + m->height};
    }
    if (all) {
        r.free(all);
    }
    return true;
}

#else

bool monitors_read(SDL_Window *any, struct monitors *out)
{
    (void)any;
    *out = (struct monitors){0};
    return false;
}

#endif

void monitors_of_sdl(struct monitors *out)
{
    *out = (struct monitors){0};
    for (int i = 0; i < SDL_GetNumVideoDisplays() && i < MONITORS_MOST; i++) {
        SDL_Rect at = {0};
        if (SDL_GetDisplayBounds(i, &at) == 0) {
            out->boxes[out->count++] =
                (struct box){at.x, at.y, at.x + at.w, at.y + at.h};
        }
    }
}

static bool has(const struct monitors *m, struct box b)
{
    int i = 0;
    while (i < m->count && memcmp(&m->boxes[i], &b, sizeof(b)) != 0) {
        i++;
    }
    return i < m->count;
}

bool monitors_equal(const struct monitors *a, const struct monitors *b)
{
    bool equal = a->count == b->count;
    for (int i = 0; equal && i < a->count; i++) {
        equal = has(b, a->boxes[i]);
    }
    return equal;
}

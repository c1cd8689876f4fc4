// SPDX-License-Identifier: MIT
// On which display the window lies, and black windows over the others. When
// displays come or go, everything is put where it belongs anew.
#include <SDL.h>

#include "platform/window_inside.h"

// A desktop may still be busy with the last move: one that did not come about
// is tried again.
enum { PLACINGS = 4 };

static int display_wanted(const struct window *w)
{
    int wanted = w->options.display, count = SDL_GetNumVideoDisplays();
    if (wanted < 0) { // as the desktop has it
        wanted = SDL_GetWindowDisplayIndex(w->sdl);
    }
    return wanted >= 0 && wanted < count ? wanted : 0;
}

static void paint_black(SDL_Window *cover)
{
    SDL_Surface *surface = SDL_GetWindowSurface(cover);
    if (surface) {
        SDL_FillRect(surface, NULL, SDL_MapRGB(surface->format, 0, 0, 0));
        SDL_UpdateWindowSurface(cover);
    }
}

static void uncover(struct window *w)
{
    for (int i = 0; i < WINDOW_COVERS; i++) {
        if (w->covers[i]) {
            SDL_DestroyWindow(w->covers[i]);
            w->covers[i] = NULL;
        }
    }
}

// A black window over each display but the one with the picture. They take no
// keys: the picture's window is raised again.
static void cover(struct window *w)
{
    int own = SDL_GetWindowDisplayIndex(w->sdl);
    int count = 0;
    SDL_SetHint(SDL_HINT_WINDOW_NO_ACTIVATION_WHEN_SHOWN, "1");
    for (int i = 0; i < SDL_GetNumVideoDisplays() && count < WINDOW_COVERS;
         i++) {
        SDL_Rect at = {0};
        if (i == own || SDL_GetDisplayBounds(i, &at) != 0) {
            continue;
        }
        SDL_Window *made =
            SDL_CreateWindow("", at.x, at.y, at.w, at.h,
                             SDL_WINDOW_BORDERLESS | SDL_WINDOW_ALWAYS_ON_TOP |
                                 SDL_WINDOW_SKIP_TASKBAR);
        if (made) {
            paint_black(made);
            w->covers[count++] = made;
        }
    }
    SDL_SetHint(SDL_HINT_WINDOW_NO_ACTIVATION_WHEN_SHOWN, "0");
    if (count > 0) {
        SDL_RaiseWindow(w->sdl);
        SDL_SetWindowInputFocus(w->sdl);
    }
}

// Moves the window to the display that it should be on, if that is another.
static bool place(struct window *w)
{
    int display = display_wanted(w);
    SDL_Rect at = {0};
    bool there = SDL_GetWindowDisplayIndex(w->sdl) == display;
    if (SDL_GetDisplayBounds(display, &at) != 0) {
        return false;
    }
    int x = 0, y = 0, width = 0, height = 0;
    bool full = window_is_fullscreen(w);
    SDL_GetWindowPosition(w->sdl, &x, &y);
    SDL_GetWindowSize(w->sdl, &width, &height);
    bool fits = x == at.x && y == at.y && width == at.w && height == at.h;
    if (full ? there && fits : there) {
        return false;
    }
    if (full) {
        SDL_SetWindowFullscreen(w->sdl, 0);
        SDL_SetWindowSize(w->sdl, at.w, at.h);
        SDL_SetWindowPosition(w->sdl, at.x, at.y);
        SDL_SetWindowFullscreen(w->sdl, SDL_WINDOW_FULLSCREEN_DESKTOP);
    } else {
        int middle = (int)SDL_WINDOWPOS_CENTERED_DISPLAY((unsigned)display);
        SDL_SetWindowPosition(w->sdl, middle, middle);
    }
    w->lost = true;
    return true;
}

// SDL may not have heard that displays came, went or changed their size; then
// it is started anew.
static void follow(struct window *w)
{
    struct monitors now, known;
    if (!monitors_read(w->sdl, &now) || now.count == 0 ||
        monitors_equal(&now, &w->monitors)) {
        return; // none at all: a lid is closed, and the session goes on
    }
    bool first = w->monitors.count == 0;
    w->monitors = now;
    monitors_of_sdl(&known);
    if (!first && !monitors_equal(&now, &known)) {
        window_reopen(w);
        w->placings = PLACINGS;
    }
}

void window_show_on(struct window *w, int display)
{
    display = display < 0 ? -1 : display;
    follow(w);
    bool changed = w->options.display != display;
    w->options.display = display;
    w->placings = changed ? PLACINGS : w->placings;
    if (w->placings > 0 && (place(w) || changed) && w->black_others) {
        uncover(w);
        cover(w);
    }
    w->placings -= w->placings > 0;
}

void window_black_others(struct window *w, bool on)
{
    if (w->black_others != on) {
        w->black_others = on;
        uncover(w);
        if (on) {
            cover(w);
        }
    }
}

void window_displays_close(struct window *w)
{
    uncover(w);
}

void window_displays_open(struct window *w)
{
    if (w->black_others) {
        cover(w);
    }
}

static SDL_Rect rect_of(SDL_Window *window)
{
    SDL_Rect r = {0};
    SDL_GetWindowPosition(window, &r.x, &r.y);
    SDL_GetWindowSize(window, &r.w, &r.h);
    return r;
}

// The desktop has moved the picture onto another display, perhaps because its
// own is gone: no black window stays over it.
static void uncover_picture(struct window *w)
{
    SDL_Rect own = rect_of(w->sdl);
    for (int i = 0; i < WINDOW_COVERS; i++) {
        SDL_Rect at = w->covers[i] ? rect_of(w->covers[i]) : (SDL_Rect){0};
        if (w->covers[i] && SDL_HasIntersection(&own, &at)) {
            SDL_DestroyWindow(w->covers[i]);
            w->covers[i] = NULL;
        }
    }
}

bool window_displays_notice(struct window *w, const union SDL_Event *e)
{
    if (e->type == SDL_DISPLAYEVENT) {
        uncover(w);
        place(w);
        window_displays_open(w);
        w->lost = true;
        return true;
    }
    if (e->type != SDL_WINDOWEVENT) {
        return false;
    }
    for (int i = 0; i < WINDOW_COVERS; i++) {
        if (w->covers[i] &&
            SDL_GetWindowID(w->covers[i]) == e->window.windowID) {
            if (e->window.event == SDL_WINDOWEVENT_EXPOSED) {
                paint_black(w->covers[i]);
            }
            return true; // closing a cover is not closing the program
        }
    }
    if (e->window.event == SDL_WINDOWEVENT_MOVED ||
        e->window.event == SDL_WINDOWEVENT_SIZE_CHANGED) {
        uncover_picture(w);
    }
    return false;
}

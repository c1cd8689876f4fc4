// SPDX-License-Identifier: MIT
// What the files of the window share. For them alone.
#pragma once

#include "platform/monitors.h"
#include "platform/pads.h"
#include "platform/window.h"
#include "platform/window_events.h"

struct SDL_Window;
struct SDL_Surface;

// Which drive is being timed, and what the other took.
struct trial {
    bool over;
    int frames;
    int64_t fastest_ns, plain_ns;
};

enum { WINDOW_COVERS = 8 }; // displays that can be black

struct window {
    struct window_options options;
    struct SDL_Window *sdl;
    // Ours, where the screen's own format is another.
    struct SDL_Surface *shadow;
    enum window_drive drive; // PLAIN or CARD
    struct trial trial;
    struct event_reader events;
    struct pads pads;
    union SDL_Event *held; // the event that ended a wait
    bool is_held;
    bool lost; // what stands in the surface is not ours any more
    bool cursor_hidden, awake;
    bool black_others;
    int placings; // how often the window may yet be put where it belongs
    struct monitors monitors; // as they were last
    struct box was;           // where the window lay before it was opened anew
    struct SDL_Window *covers[WINDOW_COVERS]; // black windows
    char *pasted;
    struct buf title;
    char fault[200];
};

// Notes what SDL says went wrong; false, to be returned.
bool window_fail(struct window *w, const char *what);

// Closes the window and opens it again, with SDL's idea of the displays new. A
// window that could not be had is missed by the next window_draw.
void window_reopen(struct window *w);

// window_desk.c: the end of the terminal that the window was started from, and
// Ctrl-\ in it, close the window, as Ctrl-C does by SDL.
void window_take_signals(void);

// window_displays.c: black windows go and come with the window itself.
void window_displays_close(struct window *w);
void window_displays_open(struct window *w);
// Follows displays that come and go. True when the event concerns displays or
// a black window alone.
bool window_displays_notice(struct window *w, const union SDL_Event *e);

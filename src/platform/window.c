// SPDX-License-Identifier: MIT
// The window's surface is plain memory that the painter draws into; only the
// boxes it drew are handed on. SDL would put a texture of the graphics card
// behind that surface, which costs 20-35 ms a frame where there is no card, so
// it is told not to (SDL_HINT_FRAMEBUFFER_ACCELERATION), except where three
// frames show that the card is faster. The hint is read once a video start:
// changing it means closing the window and opening it again.
#include "platform/window.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define SDL_MAIN_HANDLED
#include <SDL.h>

#include "platform/clock.h"
#include "platform/display.h"
#include "platform/window_inside.h"

enum { TRIAL_FRAMES = 8 };
// A frame that takes longer than this to hand over is worth a trial of the
// card: half of what a frame has at 60 a second.
#define SLOW_NS (8 * NS_PER_MS)

bool window_fail(struct window *w, const char *what)
{
    snprintf(w->fault, sizeof(w->fault), "%s: %s", what, SDL_GetError());
    return false;
}

static bool video_start(struct window *w, enum window_drive drive)
{
    SDL_SetMainReady();
    SDL_SetHint(SDL_HINT_FRAMEBUFFER_ACCELERATION,
                drive == DRIVE_CARD ? "1" : "0");
    SDL_SetHint(SDL_HINT_VIDEO_ALLOW_SCREENSAVER, "1");
    SDL_SetHint(SDL_HINT_IME_INTERNAL_EDITING, "1");
    SDL_SetHint(SDL_HINT_IME_SUPPORT_EXTENDED_TEXT, "1");
    SDL_SetHint(SDL_HINT_APP_NAME, "Breathmark");
    if (!display_start()) {
        return window_fail(w, "no display");
    }
    w->drive = drive;
    return true;
}

static void measure(struct window *w, const SDL_Surface *surface)
{
    int width = 0, height = 0;
    SDL_GetWindowSize(w->sdl, &width, &height);
    w->events.stage = stage_fit(surface->w, surface->h);
    w->events.scale_x = width > 0 ? (float)surface->w / (float)width : 1;
    w->events.scale_y = height > 0 ? (float)surface->h / (float)height : 1;
}

// A fullscreen window has the display's size from the start: without a window
// manager nobody else gives it that size.
static SDL_Rect wanted_place(const struct window *w)
{
    const struct window_options *o = &w->options;
    SDL_Rect was = {w->was.left, w->was.top, w->was.right - w->was.left,
                    w->was.bottom - w->was.top};
    int display = o->display;
    if (display < 0 && !box_empty(w->was)) {
        display = SDL_GetRectDisplayIndex(&was);
    }
    bool there = display >= 0 && display < SDL_GetNumVideoDisplays();
    display = there ? display : 0;
    int at = (int)SDL_WINDOWPOS_CENTERED_DISPLAY((unsigned)display);
    SDL_Rect place = {at, at, o->width > 0 ? o->width : 1280,
                      o->height > 0 ? o->height : 720};
    SDL_Rect bounds = {0};
    if (SDL_GetDisplayBounds(display, &bounds) != 0) {
        return place;
    }
    if (!box_empty(w->was)) { // its display may have gone, or be smaller now
        place.w = SDL_min(place.w, bounds.w);
        place.h = SDL_min(place.h, bounds.h);
    }
    return o->windowed ? place : bounds;
}

static bool window_open(struct window *w, enum window_drive drive)
{
    if (!video_start(w, drive)) {
        return false;
    }
    struct window_options *o = &w->options;
    if (o->begin_beside) {
        o->begin_beside(o->self);
        o->begin_beside = NULL;
    }
    Uint32 flags = SDL_WINDOW_RESIZABLE | SDL_WINDOW_ALLOW_HIGHDPI;
    SDL_Rect place = wanted_place(w);
    if (!o->windowed) {
        flags |= SDL_WINDOW_FULLSCREEN_DESKTOP;
    }
    w->sdl = SDL_CreateWindow(buf_cstr(&w->title), place.x, place.y, place.w,
                              place.h, flags);
    if (!w->sdl) {
        return window_fail(w, "no window");
    }
    SDL_Surface *surface = SDL_GetWindowSurface(w->sdl);
    if (!surface) {
        return window_fail(w, "no picture in the window");
    }
    w->lost = true;
    measure(w, surface);
    if (w->events.typing) {
        SDL_StartTextInput();
    } else {
        SDL_StopTextInput();
    }
    window_cursor(w, !w->cursor_hidden);
    window_keep_awake(w, w->awake);
    window_displays_open(w);
    return true;
}

static void window_close(struct window *w)
{
    SDL_FreeSurface(w->shadow);
    w->shadow = NULL;
    window_displays_close(w);
    if (w->sdl) {
        w->options.windowed = !window_is_fullscreen(w);
        SDL_DestroyWindow(w->sdl);
        w->sdl = NULL;
    }
    SDL_QuitSubSystem(SDL_INIT_VIDEO);
}

void window_reopen(struct window *w)
{
    SDL_Rect was = {0};
    SDL_GetWindowPosition(w->sdl, &was.x, &was.y);
    SDL_GetWindowSize(w->sdl, &was.w, &was.h);
    w->was = (struct box){was.x, was.y, was.x + was.w, was.y + was.h};
    if (!window_is_fullscreen(w)) {
        w->options.width = was.w;
        w->options.height = was.h;
    }
    window_close(w);
    window_open(w, w->drive);
}

struct window *window_create(struct window_options options, struct arena *mem,
                             struct str *why)
{
    struct window *w = calloc(1, sizeof(*w));
    if (!w || !(w->held = calloc(1, sizeof(*w->held)))) {
        arena_fail();
    }
    w->options = options;
    window_take_signals();
    buf_put(&w->title, options.title);
    bool card = options.drive == DRIVE_CARD;
    w->trial.over = options.drive != DRIVE_AUTO;
    bool well = window_open(w, card ? DRIVE_CARD : DRIVE_PLAIN);
    if (!well && w->sdl && options.drive == DRIVE_AUTO) {
        // A window, but no memory behind it: some displays only take textures.
        window_close(w);
        w->trial.over = true;
        well = window_open(w, DRIVE_CARD);
    }
    if (!well) {
        *why = arena_copy(mem, str_from(w->fault));
        window_destroy(w);
        return NULL;
    }
    return w;
}

void window_destroy(struct window *w)
{
    if (!w) {
        return;
    }
    pads_finish(&w->pads);
    window_close(w);
    SDL_free(w->pasted);
    event_reader_finish(&w->events);
    buf_finish(&w->title);
    free(w->held);
    free(w);
}

struct stage window_stage(const struct window *w)
{
    return w->events.stage;
}

const char *window_fault(const struct window *w)
{
    return w->fault;
}

static bool is_ours(const SDL_Surface *s)
{
    return s->format->BytesPerPixel == 4 && s->format->Rmask == 0xff0000 &&
           s->format->Gmask == 0xff00 && s->format->Bmask == 0xff &&
           s->pitch % 4 == 0;
}

// The surface to draw in: the window's, or a shadow of its size.
static SDL_Surface *surface_to_draw(struct window *w, SDL_Surface *screen)
{
    if (is_ours(screen)) {
        SDL_FreeSurface(w->shadow); // of another display's format
        w->shadow = NULL;
        return screen;
    }
    if (!w->shadow || w->shadow->w != screen->w || w->shadow->h != screen->h) {
        SDL_FreeSurface(w->shadow);
        w->shadow = SDL_CreateRGBSurfaceWithFormat(0, screen->w, screen->h, 32,
                                                   SDL_PIXELFORMAT_RGB888);
        w->lost = true;
    }
    return w->shadow;
}

// Gathers the times of the first frames; may open the window anew with the
// other drive.
static bool trial_step(struct window *w, int64_t spent_ns)
{
    struct trial *t = &w->trial;
    if (t->over) {
        return true;
    }
    if (t->frames == 0 || spent_ns < t->fastest_ns) {
        t->fastest_ns = spent_ns;
    }
    if (++t->frames < TRIAL_FRAMES) {
        w->lost = true; // so that each trial hands over a whole window
        return true;
    }
    bool plain = w->drive == DRIVE_PLAIN;
    if (plain ? t->fastest_ns < SLOW_NS : t->fastest_ns <= t->plain_ns) {
        t->over = true;
        return true;
    }
    *t = (struct trial){.over = !plain, .plain_ns = t->fastest_ns};
    window_close(w);
    if (window_open(w, plain ? DRIVE_CARD : DRIVE_PLAIN)) {
        return true;
    }
    t->over = true; // back to what worked
    window_close(w);
    return window_open(w, w->drive == DRIVE_CARD ? DRIVE_PLAIN : DRIVE_CARD);
}

static bool hand_over(struct window *w, SDL_Surface *screen,
                      const struct damage *damage)
{
    SDL_Rect rects[DAMAGE_BOXES];
    for (int i = 0; i < damage->count; i++) {
        struct box b = damage->boxes[i];
        rects[i] =
            (SDL_Rect){b.left, b.top, b.right - b.left, b.bottom - b.top};
        SDL_Rect to = rects[i];
        if (w->shadow &&
            SDL_BlitSurface(w->shadow, &rects[i], screen, &to) != 0) {
            return window_fail(w, "cannot convert the picture");
        }
    }
    if (SDL_UpdateWindowSurfaceRects(w->sdl, rects, damage->count) != 0) {
        return window_fail(w, "cannot reach the screen");
    }
    return true;
}

static struct canvas canvas_of(const SDL_Surface *s)
{
    return (struct canvas){s->pixels, s->w, s->h, s->pitch / 4};
}

void window_begin(struct window *w, struct painter *p, const struct scene *sc,
                  const struct theme *th)
{
    SDL_Surface *screen = SDL_GetWindowSurface(w->sdl);
    if (screen && is_ours(screen) && !SDL_MUSTLOCK(screen)) {
        w->lost = false;
        painter_begin(p, sc, th, canvas_of(screen));
    }
}

bool window_draw(struct window *w, struct painter *p, const struct scene *sc,
                 const struct theme *th)
{
    SDL_Surface *screen = SDL_GetWindowSurface(w->sdl);
    SDL_Surface *surface = screen ? surface_to_draw(w, screen) : NULL;
    if (!surface) {
        return window_fail(w, "no picture in the window");
    }
    measure(w, screen);
    if (w->lost) {
        painter_forget(p);
        w->lost = false;
    }
    if (SDL_MUSTLOCK(surface) && SDL_LockSurface(surface) != 0) {
        return window_fail(w, "cannot reach the picture");
    }
    struct damage damage = painter_draw(p, sc, th, canvas_of(surface));
    if (SDL_MUSTLOCK(surface)) {
        SDL_UnlockSurface(surface);
    }
    if (damage.count == 0) {
        return true;
    }
    int64_t before_ns = clock_now_ns();
    return hand_over(w, screen, &damage) &&
           trial_step(w, clock_now_ns() - before_ns);
}

// Takes note of what concerns the window itself.
static void notice(struct window *w, const SDL_Event *e)
{
    if (e->type != SDL_WINDOWEVENT) {
        return;
    }
    switch (e->window.event) {
    case SDL_WINDOWEVENT_SIZE_CHANGED:
    case SDL_WINDOWEVENT_EXPOSED:
    case SDL_WINDOWEVENT_SHOWN:
    case SDL_WINDOWEVENT_RESTORED:
    case SDL_WINDOWEVENT_DISPLAY_CHANGED: {
        w->lost = true;
        SDL_Surface *surface = SDL_GetWindowSurface(w->sdl);
        if (surface) {
            measure(w, surface);
        }
        break;
    }
    }
}

// SDL_PollEvent says "none" once at the mark that ends a round of gathering,
// though more may stand behind it; taking from the queue itself does not.
static bool take_event(struct window *w, SDL_Event *e)
{
    if (w->is_held) {
        *e = *w->held;
        w->is_held = false;
        return true;
    }
    if (SDL_PeepEvents(e, 1, SDL_GETEVENT, SDL_FIRSTEVENT, SDL_LASTEVENT) > 0) {
        return true;
    }
    SDL_PumpEvents();
    return SDL_PeepEvents(e, 1, SDL_GETEVENT, SDL_FIRSTEVENT, SDL_LASTEVENT) >
           0;
}

bool window_next_input(struct window *w, struct input *in)
{
    SDL_Event e;
    if (event_rest(&w->events, in)) {
        return true;
    }
    while (take_event(w, &e)) {
        if (window_displays_notice(w, &e)) {
            continue;
        }
        notice(w, &e);
        if (event_translate(&w->events, &e, in) ||
            pads_translate(&w->pads, &e, in)) {
            return true;
        }
    }
    return false;
}

void window_touch(struct window *w, bool at_once)
{
    w->events.at_once = at_once;
}

void window_wait(struct window *w, int64_t until_ns)
{
    // SDL waits in whole milliseconds and may be late; the last stretch goes
    // by the clock's own absolute time.
    enum { LAST_STRETCH_MS = 20, LONGEST_MS = 60 * 60 * 1000 };
    if (!w->pads.started) { // not before the first picture stands
        pads_start(&w->pads);
    }
    while (!w->is_held) {
        int64_t left_ns = until_ns - clock_now_ns();
        if (left_ns <= 0) {
            return;
        }
        int64_t left_ms = left_ns / NS_PER_MS;
        if (left_ms <= LAST_STRETCH_MS) {
            clock_sleep_until(until_ns);
            return;
        }
        left_ms = left_ms > LONGEST_MS ? LONGEST_MS : left_ms - LAST_STRETCH_MS;
        w->is_held = SDL_WaitEventTimeout(w->held, (int)left_ms) == 1;
    }
}

// SPDX-License-Identifier: MIT
// What a window shares with the rest of the desktop: the keyboard's input
// method, the clipboard, the screen's edges, its saver, and the title.
#include <signal.h>

#include <SDL.h>

#include "platform/window_inside.h"

// SDL makes an event of it, as of Ctrl-C.
static void end_as_well(int number)
{
    (void)number;
    raise(SIGTERM);
}

void window_take_signals(void)
{
    static const int signals[] = {SIGHUP, SIGQUIT};
    for (size_t i = 0; i < SDL_arraysize(signals); i++) {
        struct sigaction before, taken = {.sa_handler = end_as_well};
        sigemptyset(&taken.sa_mask);
        if (sigaction(signals[i], NULL, &before) == 0 &&
            before.sa_handler == SIG_DFL) {
            sigaction(signals[i], &taken, NULL);
        }
    }
}

void window_text_input(struct window *w, bool on)
{
    if (w->events.typing == on) {
        return;
    }
    w->events.typing = on;
    w->events.composing = false;
    if (on) {
        SDL_StartTextInput();
    } else {
        SDL_StopTextInput();
    }
}

void window_text_place(struct window *w, float x, float y, float width,
                       float height)
{
    const struct event_reader *r = &w->events;
    const struct stage *st = &r->stage;
    SDL_Rect at = {(int)((x * st->px + st->x_px) / r->scale_x),
                   (int)((y * st->px + st->y_px) / r->scale_y),
                   (int)(width * st->px / r->scale_x),
                   (int)(height * st->px / r->scale_y)};
    SDL_SetTextInputRect(&at);
}

bool window_copy(struct window *w, struct str text)
{
    struct buf copy = {0};
    buf_put(&copy, text);
    bool well = SDL_SetClipboardText(buf_cstr(&copy)) == 0;
    buf_finish(&copy);
    return well || window_fail(w, "cannot reach the clipboard");
}

struct str window_paste(struct window *w)
{
    SDL_free(w->pasted);
    w->pasted = SDL_HasClipboardText() ? SDL_GetClipboardText() : NULL;
    return str_from(w->pasted);
}

void window_fullscreen(struct window *w, bool on)
{
    if (SDL_SetWindowFullscreen(w->sdl,
                                on ? SDL_WINDOW_FULLSCREEN_DESKTOP : 0) != 0) {
        window_fail(w, "cannot change to fullscreen");
    }
    w->lost = true;
}

bool window_is_fullscreen(const struct window *w)
{
    return (SDL_GetWindowFlags(w->sdl) & SDL_WINDOW_FULLSCREEN_DESKTOP) != 0;
}

void window_hum(struct window *w, float strength, int ms)
{
    pads_hum(&w->pads, strength, ms);
}

void window_cursor(struct window *w, bool shown)
{
    w->cursor_hidden = !shown;
    SDL_ShowCursor(shown ? SDL_ENABLE : SDL_DISABLE);
}

void window_keep_awake(struct window *w, bool on)
{
    w->awake = on;
    if (on) {
        SDL_DisableScreenSaver();
    } else {
        SDL_EnableScreenSaver();
    }
}

void window_title(struct window *w, struct str title)
{
    buf_clear(&w->title);
    buf_put(&w->title, title);
    SDL_SetWindowTitle(w->sdl, buf_cstr(&w->title));
}

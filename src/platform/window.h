// SPDX-License-Identifier: MIT
// The one window: pixels on the screen, and what the person does. All of SDL
// video lies behind it; sound is not its business. One thread only.
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/str.h"
#include "frame/input.h"
#include "frame/scene.h"
#include "frame/theme.h"
#include "platform/canvas.h"
#include "platform/paint.h"

struct window; // on the heap

// How pixels reach the screen. Automatic: as plain memory, unless its first
// eight frames are slow and one of eight through the card is faster than each.
enum window_drive { DRIVE_AUTO = 0, DRIVE_PLAIN, DRIVE_CARD, DRIVE_COUNT };

struct window_options {
    struct str title;
    bool windowed;     // else the whole desktop of the display
    int width, height; // when windowed; 0: 1280 x 720
    int display;       // from 0; -1: as the desktop likes; one that is not
                       // there means the first
    enum window_drive drive;
    // Called once, when the display is there, before the window opens; may be
    // NULL. The first threads begin here: X11's tables of keys, which are read
    // before, take 8 ms longer in a process that has threads.
    void (*begin_beside)(void *self);
    void *self;
};

// NULL with one clear line in *why when there is no display.
struct window *window_create(struct window_options options, struct arena *mem,
                             struct str *why);
void window_destroy(struct window *w); // accepts NULL

// The window's edges in stage units, for scene_begin, and its scale, for
// fonts_fit. Changes whenever inputs were read.
struct stage window_stage(const struct window *w);

// Before the first window_draw: begins to draw, beside what else is to be done,
// what its picture has below the words. Shows nothing yet.
void window_begin(struct window *w, struct painter *p, const struct scene *sc,
                  const struct theme *th);
// Shows the scene: draws what changed and hands it to the screen. Call it
// after every wait, also when nothing seems to have changed (the window may
// have been uncovered); that costs next to nothing. False with a line in
// window_fault when the screen could not be reached.
bool window_draw(struct window *w, struct painter *p, const struct scene *sc,
                 const struct theme *th);
const char *window_fault(const struct window *w);

// The next thing that happened; false when there is none for now. Texts in
// *in are valid until the next call. While text input is on, printing keys
// come only as INPUT_TEXT (with Ctrl held, as keys), and while something is
// being composed the input method keeps the editing keys to itself.
bool window_next_input(struct window *w, struct input *in);
// at_once: a finger presses as it goes down, for who holds it down for long
// (one switch). Else it presses as it comes up, unless it has scrolled.
void window_touch(struct window *w, bool at_once);
// Waits until an input is there or clock_now_ns() reaches until_ns, which is
// met within a tenth of a millisecond; INT64_MAX waits for an input alone.
void window_wait(struct window *w, int64_t until_ns);

// Turns typing on or off; the place, in stage units, is where an input method
// puts its own window.
void window_text_input(struct window *w, bool on);
void window_text_place(struct window *w, float x, float y, float width,
                       float height);
bool window_copy(struct window *w, struct str text); // to the clipboard
struct str window_paste(struct window *w); // valid until the next call; may be
                                           // empty
void window_fullscreen(struct window *w, bool on);
bool window_is_fullscreen(const struct window *w);
// Moves to that display, as in window_options. What is chosen holds when
// displays come and go. Call it once a second: a desktop may need a while.
void window_show_on(struct window *w, int display);
void window_black_others(struct window *w, bool on); // the other displays
void window_cursor(struct window *w, bool shown);
// Lets gamepads hum; see platform/pads.h.
void window_hum(struct window *w, float strength, int ms);
void window_keep_awake(struct window *w, bool on); // no screen saver
void window_title(struct window *w, struct str title);

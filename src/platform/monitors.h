// SPDX-License-Identifier: MIT
// Which displays there are now, asked of the X server itself: SDL 2.26 is not
// told of one that is switched off, nor of another resolution, and goes on
// with what it read at its start.
#pragma once

#include <stdbool.h>

#include "platform/canvas.h"

struct SDL_Window;

enum { MONITORS_MOST = 16 }; // more than these are left out

// Where each display lies, in pixels of the whole desktop; in no order.
struct monitors {
    int count;
    struct box boxes[MONITORS_MOST];
};

// False where nobody can say: without X, or without RandR 1.5 (2015). Under
// Wayland SDL hears of each change itself. One question and its answer.
bool monitors_read(struct SDL_Window *any, struct monitors *out);
void monitors_of_sdl(struct monitors *out); // what SDL takes them for
bool monitors_equal(const struct monitors *a, const struct monitors *b);

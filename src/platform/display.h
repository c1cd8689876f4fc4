// SPDX-License-Identifier: MIT
// What a display is, for people who look for the cause of a fault. The window
// that shows something is window.h's.
#pragma once

#include <stdbool.h>

#include "base/arena.h"
#include "base/str.h"
#include "platform/window.h"

// Starts SDL's video; each true is given back by SDL_QuitSubSystem. False, with
// SDL_GetError saying why, where nobody would see the picture: SDL falls back
// to drivers that draw into plain memory, which count only when SDL_VIDEODRIVER
// asks for them.
bool display_start(void);

struct display_facts {
    struct str driver;   // "x11", "wayland"; in mem
    int count;           // of displays
    int width, height;   // of the first, in pixels
    int refresh_hz;      // 0: not known
    double inches_to_96; // its density over 96 dots an inch; 0: not known
};

// False with a line in *why where there is no display.
bool display_probe(struct display_facts *out, struct arena *mem,
                   struct str *why);

// How long a whole picture of 960 x 540 takes to reach a small window, in ms:
// the median of nine. Below zero, with a line in *why, when that way of drawing
// cannot be had. The window is seen for a moment.
double display_time(enum window_drive drive, struct arena *mem,
                    struct str *why);

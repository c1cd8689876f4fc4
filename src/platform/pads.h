// SPDX-License-Identifier: MIT
// Gamepads, as keys: whichever is plugged in, at any time. A enters, B goes
// back, Start pauses, the cross and the left stick are the arrows, Back is
// Care, X the grounding, Y Tab, the shoulders turn pages.
#pragma once

#include <stdbool.h>

#include "frame/input.h"

union SDL_Event;
struct _SDL_GameController;

enum { PADS_MOST = 4 };

// Zeroed is valid.
struct pads {
    bool started;
    struct _SDL_GameController *open[PADS_MOST];
    int across, down; // where the stick was last pushed to: -1, 0, 1
};

// Looks for gamepads from now on; without that part of SDL there are none.
void pads_start(struct pads *p);
void pads_finish(struct pads *p);
// The slow motor of each, at a strength of 0 to 1, for so long; none for what
// has no motor.
void pads_hum(struct pads *p, float strength, int ms);
// False when the event means nothing here.
bool pads_translate(struct pads *p, const union SDL_Event *event,
                    struct input *in);

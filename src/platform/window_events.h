// SPDX-License-Identifier: MIT
// What SDL reports, as inputs. Knows no window: window.c feeds it.
#pragma once

#include <stdbool.h>

#include "base/buf.h"
#include "frame/input.h"
#include "platform/canvas.h"
#include "platform/touch.h"

union SDL_Event;

// What translating needs to remember. Zeroed is valid; finish frees the text.
struct event_reader {
    struct stage stage;
    float scale_x, scale_y; // pixels to a unit of the window's own coordinates
    bool typing;            // text input is on
    bool composing;         // an input method holds unfinished text
    bool at_once;           // a finger presses as it goes down: see window.h
    struct touch touch;
    struct buf text; // of the last input
};

// False when the event means nothing to us.
bool event_translate(struct event_reader *r, const union SDL_Event *event,
                     struct input *in);
// What an event means besides, to be asked before the next one is given.
bool event_rest(struct event_reader *r, struct input *in);
void event_reader_finish(struct event_reader *r);

// SPDX-License-Identifier: MIT
// A finger as inputs: a tap presses where it began, a finger that moves up or
// down scrolls what is long and presses nothing, one that moves sideways drags
// from where it began. A second finger is left alone.
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "frame/input.h"

enum touch_way { TOUCH_RESTS = 0, TOUCH_SCROLLS, TOUCH_DRAGS };

// Zeroed is valid: no finger is down.
struct touch {
    bool down;
    int64_t finger;
    enum touch_way way;
    float x, y;   // where it went down, in stage units
    float done_y; // how far down it has scrolled to
    bool lifted;  // a tap's second half is still to be given
    struct input up;
};

enum touch_step { TOUCH_DOWN = 0, TOUCH_MOVES, TOUCH_UP };

// The finger is at x, y now. False when nothing comes of it.
bool touch_take(struct touch *t, enum touch_step step, int64_t finger,
                const float at[2], struct input *in);
// What is left of the last step; false when nothing is.
bool touch_rest(struct touch *t, struct input *in);

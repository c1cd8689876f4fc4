// SPDX-License-Identifier: MIT
#include "platform/touch.h"

static const float still = 0.022f; // a finger that stays within this taps
static const float notch = 0.05f;  // of a wheel: so far does the finger go

static float size_of(float x)
{
    return x < 0 ? -x : x;
}

static struct input pointer(enum input_kind kind, float x, float y)
{
    return (struct input){.kind = kind, .x = x, .y = y, .clicks = 1};
}

static bool moves(struct touch *t, const float at[2], struct input *in)
{
    float across = size_of(at[0] - t->x), down = size_of(at[1] - t->y);
    if (t->way == TOUCH_RESTS && (across > still || down > still)) {
        t->way = down > across ? TOUCH_SCROLLS : TOUCH_DRAGS;
        t->done_y = t->y;
        if (t->way == TOUCH_DRAGS) {
            *in = pointer(INPUT_POINTER_DOWN, t->x, t->y);
            return true;
        }
    }
    if (t->way == TOUCH_DRAGS) {
        *in = pointer(INPUT_POINTER_MOVE, at[0], at[1]);
        return true;
    }
    int notches = (int)((at[1] - t->done_y) / notch);
    if (t->way == TOUCH_RESTS || notches == 0) {
        return false;
    }
    t->done_y += (float)notches * notch;
    *in = (struct input){.kind = INPUT_WHEEL, .y = (float)notches};
    return true;
}

static bool lifts(struct touch *t, const float at[2], struct input *in)
{
    t->down = false;
    if (t->way == TOUCH_SCROLLS) {
        return false;
    }
    t->up = pointer(INPUT_POINTER_UP, t->x, t->y);
    t->lifted = t->way == TOUCH_RESTS;
    *in = t->lifted ? pointer(INPUT_POINTER_DOWN, t->x, t->y)
                    : pointer(INPUT_POINTER_UP, at[0], at[1]);
    return true;
}

bool touch_take(struct touch *t, enum touch_step step, int64_t finger,
                const float at[2], struct input *in)
{
    if (step == TOUCH_DOWN && !t->down) {
        *t = (struct touch){
            .down = true, .finger = finger, .x = at[0], .y = at[1]};
        *in = pointer(INPUT_POINTER_MOVE, at[0], at[1]);
        return true;
    }
    if (step == TOUCH_DOWN || !t->down || finger != t->finger) {
        return false;
    }
    return step == TOUCH_MOVES ? moves(t, at, in) : lifts(t, at, in);
}

bool touch_rest(struct touch *t, struct input *in)
{
    if (t->lifted) {
        *in = t->up;
        t->lifted = false;
        return true;
    }
    return false;
}

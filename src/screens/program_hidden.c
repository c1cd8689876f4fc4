// SPDX-License-Identifier: MIT
// Someone looks over the shoulder: two keys and a letter, and there is but a
// circle that could be anything. What is written stays and goes on being kept.
#include <math.h>

#include "screens/program_inside.h"

static bool is_switch(const struct input *in)
{
    unsigned both = MOD_CTRL | MOD_SHIFT;
    return in->kind == INPUT_KEY && in->key == KEY_CHAR &&
           (in->letter == 'h' || in->letter == 'H') &&
           (in->mods & both) == both && !in->repeat;
}

static void hide(struct program *p, struct instant at, struct requests *ask)
{
    p->hidden = true;
    if (p->screen == SCREEN_PLAYER) {
        player_pause(&p->player, at, ask);
    } else if (p->screen == SCREEN_WELCOME) {
        request_add(ask, (struct request){.kind = REQUEST_LISTEN});
    }
    if (p->said.len > 0) {
        p->said = (struct phrase){0};
        request_add(ask, (struct request){.kind = REQUEST_SPEAK});
    }
}

bool program_hide(struct program *p, const struct input *in, struct instant at,
                  struct requests *ask)
{
    if (is_switch(in) && p->hidden) {
        p->hidden = false;
        if (p->screen == SCREEN_WELCOME) {
            welcome_listen(&p->welcome, ask);
        }
        return true;
    }
    if (is_switch(in)) {
        hide(p, at, ask);
        return true;
    }
    bool machine = in->kind == INPUT_CLOSE || in->kind == INPUT_STALLED ||
                   in->kind == INPUT_UNPLUGGED;
    return p->hidden && !machine;
}

bool program_still(const struct program *p)
{
    int motion = p->facts->settings->number[SETTING_MOTION];
    return motion == 2 || (motion == 0 && p->options.reduced_motion);
}

void program_hidden_draw(const struct program *p, struct scene *sc,
                         int64_t now_ms)
{
    enum { BREATH_MS = 10000 };
    const float least = 0.14f, most = 0.2f;
    float turn = 6.2831853f * (float)(now_ms % BREATH_MS) / BREATH_MS;
    float full = program_still(p) ? 0.5f : 0.5f - 0.5f * cosf(turn);
    page_ground(sc);
    scene_add(sc, (struct shape){.kind = SHAPE_RING,
                                 .role = ROLE_INK3,
                                 .alpha = 1,
                                 .x = STAGE_WIDTH / 2,
                                 .y = 0.5f,
                                 .r = least + (most - least) * full,
                                 .width = 0.004f});
}

void program_wishes(struct program *p, bool reduced_motion, struct str palette)
{
    p->options.reduced_motion = reduced_motion;
    if (p->screen == SCREEN_WELCOME) {
        welcome_propose(&p->welcome, p->facts, palette);
    }
    program_settings_changed(p);
}

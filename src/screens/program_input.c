// SPDX-License-Identifier: MIT
// Which screen an input is for, and what comes before the screens: closing,
// F1, keys held down, and words.
#include <assert.h>

#include "screens/program_inside.h"

static bool by_pointer(const struct input *in)
{
    return in->kind == INPUT_POINTER_DOWN || in->kind == INPUT_POINTER_MOVE ||
           in->kind == INPUT_POINTER_UP || in->kind == INPUT_WHEEL;
}

// What is the words' before it is the player's: the pointer on a writing
// page, and Ctrl with a digit on the Landing.
static bool words_first(struct program *p, const struct input *in,
                        struct instant at, struct requests *ask)
{
    bool tab = in->kind == INPUT_KEY && in->key == KEY_TAB &&
               p->reflection.about.shared;
    if (p->writing && (by_pointer(in) || tab)) {
        return program_write(p, in, at, ask);
    }
    bool digit = in->kind == INPUT_KEY && in->key == KEY_CHAR &&
                 (in->mods & MOD_CTRL) && in->letter >= '1' &&
                 in->letter <= '5';
    if (digit && p->player.stage == PLAYER_LANDING && !p->options.no_journal) {
        reflection_input(&p->reflection, in, at, ask);
        return true;
    }
    return false;
}

static void player_turn(struct program *p, const struct input *in,
                        struct instant at, struct requests *ask)
{
    if (words_first(p, in, at, ask)) {
        return;
    }
    size_t first = ask->count;
    bool used = player_input(&p->player, in, at, ask);
    program_take_wishes(p, first, at, ask);
    if (!used && player_writes(&p->player)) {
        program_write(p, in, at, ask);
    }
    if (p->player.stage == PLAYER_DONE) {
        program_reflect(p, at, ask);
        if (!used && p->screen == SCREEN_REFLECTION) {
            reflection_input(&p->reflection, in, at, ask);
        }
    }
    program_follow_writing(p, ask);
}

static void ground_turn(struct program *p, const struct input *in,
                        struct instant at, struct requests *ask)
{
    bool press = in->kind == INPUT_KEY && in->key == KEY_ENTER;
    if (in->kind == INPUT_KEY && in->key == KEY_ESCAPE) {
        program_go_back(p, at, ask);
    } else if (press || ground_call_at(in)) {
        program_go_care(p, at, ask);
    }
}

// A key held down does not open and close, leave or begin again and again.
// Player and Reflection have their own rules for Enter.
static bool held_down(const struct program *p, const struct input *in)
{
    bool own = p->screen == SCREEN_PLAYER || p->screen == SCREEN_REFLECTION;
    return in->kind == INPUT_KEY && in->repeat &&
           (in->key == KEY_ESCAPE || in->key == KEY_F1 || in->key == KEY_F2 ||
            (!own && (in->key == KEY_ENTER || in->key == KEY_SPACE)));
}

// The input as the screen, laid out from left to right, takes it.
static struct input mirrored(const struct input *in)
{
    struct input m = *in;
    m.x = STAGE_WIDTH - m.x;
    m.key = in->key == KEY_LEFT    ? KEY_RIGHT
            : in->key == KEY_RIGHT ? KEY_LEFT
                                   : in->key;
    return m;
}

// The pointer, where the screen that is shown larger was laid out.
static void laid_out(const struct program *p, struct input *in)
{
    if (by_pointer(in) && in->kind != INPUT_WHEEL) {
        struct point at = program_laid_out(p, (struct point){in->x, in->y});
        in->x = at.x;
        in->y = at.y;
    }
}

static void give_screen(struct program *p, const struct input *in,
                        struct instant at, struct requests *ask)
{
    struct page pg = {NULL, p->options.ruler};
    enum wish wish = WISH_NOTHING;
    switch (p->screen) {
    case SCREEN_TODAY:
        wish = today_input(&p->today, &pg, in);
        break;
    case SCREEN_SESSIONS:
        wish = sessions_input(&p->sessions, p->facts, &pg, in, ask);
        break;
    case SCREEN_PLAYER:
        player_turn(p, in, at, ask);
        break;
    case SCREEN_REFLECTION:
        program_page_at(p, in, ask);
        reflection_input(program_page(p), in, at, ask);
        program_turn_page(p, ask);
        program_reflection_over(p, at, ask);
        break;
    case SCREEN_CARE:
        wish = care_input(&p->care, p->facts, &pg, in);
        break;
    case SCREEN_GROUND:
        ground_turn(p, in, at, ask);
        break;
    case SCREEN_NOTICE:
        wish = notice_input(&p->notice, in);
        break;
    case SCREEN_SETTINGS:
        wish = settings_screen_input(&p->settings, p->facts, &pg, in, ask);
        break;
    case SCREEN_CALENDAR:
        wish = calendar_screen_input(&p->calendar, p->facts, &pg, in, ask);
        break;
    case SCREEN_PLAN:
        wish = plan_screen_input(&p->plan, p->facts, in, ask);
        break;
    case SCREEN_SETUP:
        wish = setup_input(&p->setup, p->facts, in, ask);
        break;
    case SCREEN_WELCOME:
        wish = welcome_input(&p->welcome, p->facts, in, ask);
        break;
    case SCREEN_INSIGHT:
        wish = insight_screen_input(&p->insight, &pg, in);
        break;
    case SCREEN_JOURNAL:
        wish = journal_screen_input(&p->journal, p->facts, in, ask);
        break;
    case SCREEN_CAUTIONS:
        wish = cautions_page_input(&p->cautions, p->facts, in, ask);
        break;
    case SCREEN_COUNT:
        break;
    }
    program_grant(p, wish, at, ask);
}

void program_act(struct program *p, const struct input *given,
                 struct instant at, struct requests *ask)
{
    if (program_view_input(p, given)) {
        return;
    }
    struct input plain = program_untyped(p, given);
    struct input turned = mirrored(&plain);
    struct input as_laid = program_mirrors(p, p->screen) ? turned : plain;
    laid_out(p, &as_laid);
    const struct input *in = &as_laid;
    if (in->kind == INPUT_CLOSE) {
        program_leave(p, ask);
        request_add(ask, (struct request){.kind = REQUEST_QUIT});
        return;
    }
    if (held_down(p, in)) {
        return;
    }
    if (program_wants_care(p, in)) {
        program_go_care(p, at, ask);
    } else if (program_wants_ground(p, in)) {
        program_go_ground(p, at, ask);
    } else {
        struct input back = {.kind = INPUT_KEY, .key = KEY_ESCAPE};
        give_screen(p, program_back_at(p, in) ? &back : in, at, ask);
    }
}

void program_input(struct program *p, const struct input *given,
                   struct instant at, struct requests *ask)
{
    assert(p->facts);
    if (program_hide(p, given, at, ask)) {
        return;
    }
    bool speech = given->kind == INPUT_KEY && given->key == KEY_F2;
    if (speech && !given->repeat) {
        program_speech(p, ask);
    } else {
        struct input in = *given;
        program_scan_input(p, &in, at, ask);
        program_act(p, &in, at, ask);
        program_speak(p, ask);
    }
}

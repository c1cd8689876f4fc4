// SPDX-License-Identifier: MIT
// A screen answers an input with a wish; this file grants it. Screens that lie
// over another (Care, Ground, Notice) remember which, so that Esc leads back
// exactly there; the one below stands still meanwhile.
#include "screens/program.h"

#include <assert.h>

#include "screens/writing.h"

void program_init(struct program *p, const struct program_options *options)
{
    *p = (struct program){.options = *options, .changed_ms = INT64_MIN / 2};
    reflection_init(&p->reflection, options->ruler);
}

void program_finish(struct program *p)
{
    reflection_finish(&p->reflection);
    notice_finish(&p->notice);
    sessions_finish(&p->sessions);
    arena_finish(&p->mem);
}

void program_facts(struct program *p, const struct facts *f)
{
    p->facts = f;
    today_facts(&p->today, f);
    sessions_facts(&p->sessions, f, p->today.key.kind);
}

static void ask_for(struct requests *ask, enum request_kind kind, int value)
{
    request_add(ask, (struct request){.kind = kind, .value = value});
}

static void go(struct program *p, enum screen screen, struct instant at)
{
    if (screen == p->screen) {
        return;
    }
    if (p->screen == SCREEN_TODAY) {
        p->today.kept = false;
    }
    p->before = p->screen;
    p->screen = screen;
    p->changed_ms = at.now_ms;
}

// Over the present screen, which Esc leads back to.
static void go_over(struct program *p, enum screen screen, struct instant at)
{
    if (p->screen != screen) {
        p->under[screen] = p->screen;
    }
    go(p, screen, at);
}

static void go_care(struct program *p, struct instant at)
{
    // Not back into what led to Care by itself.
    enum screen under =
        p->screen == SCREEN_GROUND ? p->under[SCREEN_GROUND] : p->screen;
    if (under != SCREEN_CARE) {
        p->under[SCREEN_CARE] = under;
    }
    care_open(&p->care);
    go(p, SCREEN_CARE, at);
}

static void go_ground(struct program *p, struct instant at)
{
    ground_open(&p->ground, at.now_ms);
    go_over(p, SCREEN_GROUND, at);
}

// After a session, or when there is nothing to go back to.
static void go_home(struct program *p, struct instant at, struct requests *ask)
{
    if (p->options.play) {
        ask_for(ask, REQUEST_QUIT, 0);
    } else {
        go(p, SCREEN_TODAY, at);
    }
}

void program_opened(struct program *p, const struct opened *o,
                    struct instant at, struct requests *ask)
{
    struct reflected about = {.session = o->session,
                              .name = o->name,
                              .day = p->today.day,
                              .key = p->today.key};
    reflection_open(&p->reflection, &about);
    p->reflecting = false;
    p->writing = false;
    arena_finish(&p->mem);
    struct player_options options = o->player;
    options.reduced_motion = p->options.reduced_motion;
    player_init(&p->player, o->session, o->timeline, &options, &p->mem);
    go(p, SCREEN_PLAYER, at);
    player_start(&p->player, at, ask);
}

void program_open_failed(struct program *p, struct str path,
                         const struct diag *mistakes, size_t count,
                         struct instant at)
{
    notice_open(&p->notice, path, mistakes, count);
    go_over(p, SCREEN_NOTICE, at);
}

static void show_mistakes(struct program *p, struct instant at)
{
    const struct practice *it =
        &p->facts->practices[sessions_chosen(&p->sessions)];
    program_open_failed(p, it->path, it->mistakes, it->mistake_count, at);
}

static void grant(struct program *p, enum wish wish, struct instant at,
                  struct requests *ask)
{
    switch (wish) {
    case WISH_NOTHING:
        break;
    case WISH_BACK:
        if (p->screen == SCREEN_TODAY ||
            (p->screen == SCREEN_NOTICE && p->options.play)) {
            ask_for(ask, REQUEST_QUIT, 0);
        } else if (p->screen == SCREEN_SESSIONS) {
            go(p, SCREEN_TODAY, at);
        } else {
            go(p, p->under[p->screen], at);
        }
        break;
    case WISH_GROUND:
        go_ground(p, at);
        break;
    case WISH_TODAY:
        go(p, SCREEN_TODAY, at);
        break;
    case WISH_SESSIONS:
        go(p, SCREEN_SESSIONS, at);
        break;
    case WISH_CARE:
        go_care(p, at);
        break;
    case WISH_NOTICE:
        show_mistakes(p, at);
        break;
    case WISH_BEGIN:
        ask_for(ask, REQUEST_OPEN,
                (int)(p->screen == SCREEN_TODAY
                          ? today_chosen(&p->today)
                          : sessions_chosen(&p->sessions)));
        break;
    }
}

static void reflect(struct program *p, struct instant at, struct requests *ask)
{
    if (p->player.cursor_hidden) {
        ask_for(ask, REQUEST_CURSOR, 1);
    }
    struct player_report report = player_report(&p->player);
    bool nothing_done = report.left && report.done_ms == 0;
    if (p->options.no_journal || nothing_done) {
        ask_for(ask, REQUEST_TYPING, 0);
        go_home(p, at, ask);
        return;
    }
    reflection_begin(&p->reflection, &report, at, ask);
    p->reflecting = true;
    struct area caret = editor_caret(&p->reflection.text);
    request_add(ask, (struct request){.kind = REQUEST_TYPING,
                                      .value = 1,
                                      .x = caret.x,
                                      .y = caret.y,
                                      .w = caret.w,
                                      .h = caret.h});
    go(p, SCREEN_REFLECTION, at);
}

static void reflection_over(struct program *p, struct instant at,
                            struct requests *ask)
{
    enum reflection_state state = p->reflection.state;
    if (!p->reflecting ||
        (state != REFLECTION_KEPT && state != REFLECTION_SKIPPED)) {
        return;
    }
    p->reflecting = false;
    ask_for(ask, REQUEST_TYPING, 0);
    go_home(p, at, ask);
    p->today.kept = state == REFLECTION_KEPT;
}

void program_kept(struct program *p, struct instant at, struct requests *ask)
{
    reflection_kept(&p->reflection);
    reflection_over(p, at, ask);
}

void program_keep_failed(struct program *p, struct str path, struct str why)
{
    reflection_failed(&p->reflection, path, why);
}

// Takes the player's wishes out of what it asked for from first on.
static void take_wishes(struct program *p, size_t first, struct instant at,
                        struct requests *ask)
{
    size_t kept = first;
    enum request_kind wish = REQUEST_NONE;
    for (size_t i = first; i < ask->count; i++) {
        enum request_kind kind = ask->items[i].kind;
        if (kind == REQUEST_CARE || kind == REQUEST_GROUND) {
            wish = kind;
        } else {
            ask->items[kept++] = ask->items[i];
        }
    }
    ask->count = kept;
    if (wish == REQUEST_CARE) {
        go_care(p, at);
    } else if (wish == REQUEST_GROUND) {
        go_ground(p, at);
    }
}

// A writing step opens and closes its page.
static void follow_writing(struct program *p, struct requests *ask)
{
    bool writes = p->screen == SCREEN_PLAYER && player_writes(&p->player);
    if (writes && !p->writing) {
        writing_place(&p->reflection.text);
        ask_for(ask, REQUEST_TYPING, 1);
    } else if (!writes && p->writing) {
        editor_settle(&p->reflection.text);
        if (p->player.stage != PLAYER_LANDING) {
            ask_for(ask, REQUEST_TYPING, 0);
        }
    }
    p->writing = writes;
}

static void player_turn(struct program *p, const struct input *in,
                        struct instant at, struct requests *ask)
{
    size_t first = ask->count;
    bool used = player_input(&p->player, in, at, ask);
    take_wishes(p, first, at, ask);
    if (!used && player_writes(&p->player)) {
        reflection_write(&p->reflection, in, at, ask);
    }
    if (p->player.stage == PLAYER_DONE) {
        reflect(p, at, ask);
        if (!used && p->screen == SCREEN_REFLECTION) {
            reflection_input(&p->reflection, in, at, ask);
        }
    }
    follow_writing(p, ask);
}

static void ground_turn(struct program *p, const struct input *in,
                        struct instant at)
{
    if (in->kind == INPUT_KEY && in->key == KEY_ESCAPE) {
        go(p, p->under[SCREEN_GROUND], at);
    } else if (in->kind == INPUT_KEY && in->key == KEY_ENTER) {
        go_care(p, at);
    }
}

// The window goes; words do not.
static void close_window(struct program *p, struct requests *ask)
{
    if (p->screen == SCREEN_PLAYER || !p->reflecting) {
        p->reflection.done =
            p->player.tl ? player_report(&p->player) : p->reflection.done;
    }
    if (p->player.tl) {
        reflection_leave(&p->reflection, ask);
    }
    ask_for(ask, REQUEST_QUIT, 0);
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

void program_input(struct program *p, const struct input *in, struct instant at,
                   struct requests *ask)
{
    assert(p->facts);
    struct page pg = {NULL, p->options.ruler};
    if (in->kind == INPUT_CLOSE) {
        close_window(p, ask);
        return;
    }
    if (held_down(p, in)) {
        return;
    }
    bool care = in->kind == INPUT_KEY && in->key == KEY_F1;
    if (care && p->screen != SCREEN_CARE && p->screen != SCREEN_PLAYER) {
        go_care(p, at);
        return;
    }
    switch (p->screen) {
    case SCREEN_TODAY:
        grant(p, today_input(&p->today, &pg, in), at, ask);
        break;
    case SCREEN_SESSIONS:
        grant(p, sessions_input(&p->sessions, p->facts, &pg, in), at, ask);
        break;
    case SCREEN_PLAYER:
        player_turn(p, in, at, ask);
        break;
    case SCREEN_REFLECTION:
        reflection_input(&p->reflection, in, at, ask);
        reflection_over(p, at, ask);
        break;
    case SCREEN_CARE:
        grant(p, care_input(&p->care, p->facts, in), at, ask);
        break;
    case SCREEN_GROUND:
        ground_turn(p, in, at);
        break;
    case SCREEN_NOTICE:
        grant(p, notice_input(&p->notice, in), at, ask);
        break;
    case SCREEN_COUNT:
        break;
    }
}

void program_tick(struct program *p, struct instant at, struct requests *ask)
{
    if (p->screen == SCREEN_PLAYER) {
        size_t first = ask->count;
        player_tick(&p->player, at, ask);
        take_wishes(p, first, at, ask);
        follow_writing(p, ask);
        if (p->player.stage == PLAYER_DONE) {
            reflect(p, at, ask);
        } else if (p->writing) {
            p->reflection.done = player_report(&p->player);
            reflection_tick(&p->reflection, at, ask);
        }
    }
    if (p->reflecting) {
        reflection_tick(&p->reflection, at, ask);
    }
    if (p->screen == SCREEN_GROUND && ground_over(&p->ground, at.now_ms)) {
        go_care(p, at);
    }
}

void program_remeasure(struct program *p)
{
    reflection_remeasure(&p->reflection);
}

int64_t program_gate_ms(const struct program *p)
{
    return p->player.tl ? player_gate_ms(&p->player) : INT64_MAX;
}

void program_entry(const struct program *p, struct entry *e, struct arena *mem)
{
    reflection_entry(&p->reflection, e, mem);
}

// SPDX-License-Identifier: MIT
// Performs what the screens ask, by a table of what answers each request.
// Answers may ask again; it ends when nothing is left to do.
#include "app/app_inside.h"

#include <assert.h>

#include "core/settings.h"
#include "platform/clock.h"

static void conduct(struct app *a, const struct request *r)
{
    conductor_do(&a->conductor, r, clock_now_ns());
}

static void change_volume(struct app *a, const struct request *r)
{
    const struct setting_rule *rule = setting_rule(SETTING_VOLUME);
    int db = a->volume_db + r->value;
    a->volume_db = db > rule->most    ? rule->most
                   : db < rule->least ? rule->least
                                      : db;
    a->volume_changed = true;
    app_apply_sound(a);
}

static void change_cue(struct app *a, const struct request *r)
{
    app_change_setting(a, SETTING_CUE, cue_mode_word((enum cue_mode)r->value));
}

static void change_light(struct app *a, const struct request *r)
{
    a->dim_percent = r->value;
    app_apply_colours(a);
}

static void change_setting(struct app *a, const struct request *r)
{
    app_change_setting(a, (enum setting)r->value, r->text);
}

static void make_settings(struct app *a, const struct request *r)
{
    (void)r;
    app_make_settings(a);
}

static void listen(struct app *a, const struct request *r)
{
    app_listen(a, r->value != 0);
}

static void speak(struct app *a, const struct request *r)
{
    if (!a->speech) {
        a->speech = speech_create(a->tongue.name);
    }
    speech_say(a->speech, r->text);
}

static void turn_fullscreen(struct app *a, const struct request *r)
{
    (void)r;
    window_fullscreen(a->window, !window_is_fullscreen(a->window));
}

static void turn_cursor(struct app *a, const struct request *r)
{
    window_cursor(a->window, r->value != 0);
}

static void await_text(struct app *a, const struct request *r)
{
    window_text_input(a->window, r->value != 0);
    if (r->value) {
        struct area at =
            program_shown(&a->program, (struct area){r->x, r->y, r->w, r->h});
        window_text_place(a->window, at.x, at.y, at.w, at.h);
    }
}

static void copy(struct app *a, const struct request *r)
{
    window_copy(a->window, r->text);
}

static void paste(struct app *a, const struct request *r)
{
    (void)r;
    struct input in = {.kind = INPUT_PASTE, .text = window_paste(a->window)};
    program_input(&a->program, &in, app_instant(a), &a->asked);
}

static void read_insight(struct app *a, const struct request *r)
{
    (void)r;
    world_insight(&a->world, a->options.paths);
}

static void quit(struct app *a, const struct request *r)
{
    (void)r;
    a->quit = true;
}

// REQUEST_CARE and _GROUND are the program's own and never come here.
static void (*const deeds[REQUEST_KIND_COUNT])(struct app *,
                                               const struct request *) = {
    [REQUEST_OPEN] = app_open_listed,
    [REQUEST_PLAY] = conduct,
    [REQUEST_PAUSE] = conduct,
    [REQUEST_RESUME] = conduct,
    [REQUEST_HOLD] = conduct,
    [REQUEST_SEEK] = conduct,
    [REQUEST_TAP] = conduct,
    [REQUEST_FINISH] = conduct,
    [REQUEST_SILENCE] = conduct,
    [REQUEST_VOLUME] = change_volume,
    [REQUEST_CUE] = change_cue,
    [REQUEST_DIM] = change_light,
    [REQUEST_CURSOR] = turn_cursor,
    [REQUEST_FULLSCREEN] = turn_fullscreen,
    [REQUEST_SETTING] = change_setting,
    [REQUEST_SETTINGS_FILE] = make_settings,
    [REQUEST_INSIGHT] = read_insight,
    [REQUEST_LISTEN] = listen,
    [REQUEST_SPEAK] = speak,
    [REQUEST_TYPING] = await_text,
    [REQUEST_COPY] = copy,
    [REQUEST_PASTE] = paste,
    [REQUEST_REFLECT] = app_begin_entry,
    [REQUEST_DRAFT] = app_draft,
    [REQUEST_RUNNING] = app_snapshot,
    [REQUEST_GO_ON] = app_take_left,
    [REQUEST_LET_GO] = app_take_left,
    [REQUEST_KEEP] = app_keep,
    [REQUEST_DISCARD] = app_discard,
    [REQUEST_MARK] = app_mark,
    [REQUEST_MOVE] = app_mark,
    [REQUEST_UNMARK] = app_mark,
    [REQUEST_PLAN] = app_keep_plan,
    [REQUEST_TICK] = app_tick,
    [REQUEST_JOURNAL] = app_read_journal,
    [REQUEST_EXPORT] = app_export_chosen,
    [REQUEST_ERASE] = app_erase_entry,
    [REQUEST_SUPPORT] = app_keep_support,
    [REQUEST_QUIT] = quit,
};

void app_perform(struct app *a)
{
    while (a->asked.count > 0 && !a->quit) {
        struct requests now = a->asked;
        a->asked.count = 0;
        for (size_t i = 0; i < now.count && !a->quit; i++) {
            const struct request *r = &now.items[i];
            assert(deeds[r->kind]);
            if (deeds[r->kind]) {
                deeds[r->kind](a, r);
            }
        }
    }
    a->asked.count = 0;
}

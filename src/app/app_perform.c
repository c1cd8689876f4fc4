// SPDX-License-Identifier: MIT
// Performs what the screens ask. Answers may ask again; it ends when nothing
// is left to do.
#include "app/app_inside.h"
#include "app/levels.h"
#include "platform/clock.h"
#include "platform/file.h"

void app_free_retired(struct app *a)
{
    struct retired **at = &a->retired;
    while (*at) {
        struct retired *old = *at;
        if (old->open || conductor_uses(&a->conductor, old->score)) {
            at = &old->before;
            continue;
        }
        struct arena mem = old->mem; // old lies in it
        *at = old->before;
        arena_finish(&mem);
    }
}

void app_close_sessions(struct app *a)
{
    for (struct retired *old = a->retired; old; old = old->before) {
        old->open = false;
    }
    app_free_retired(a);
    arena_finish(&a->open_mem);
}

void app_retire(struct app *a, struct arena next, bool same)
{
    for (struct retired *old = a->retired; old; old = old->before) {
        old->open = old->open && same;
    }
    app_free_retired(a);
    struct retired *old = ARENA_NEW(&a->open_mem, struct retired);
    *old = (struct retired){a->open_mem, a->conductor.score, a->retired, same};
    a->retired = old;
    a->open_mem = next;
}

struct score_options app_score_options(struct app *a,
                                       const struct session *session)
{
    a->session = session;
    app_apply_sound(a);
    struct score_options options = score_options_of(
        session, levels_turned(a->levels, a->volume_db), a->options.seed);
    options.bed = a->bed;
    return options;
}

void app_open(struct app *a, const struct script *script, struct str bed,
              struct requests *asked)
{
    a->script = script;
    a->script_mark = file_mark_of(script->path);
    a->listening = false;
    a->bed = bed;
    struct score_options options = app_score_options(a, &script->session);
    conductor_load(&a->conductor, &script->timeline, &options, &a->open_mem);
    struct opened opened = {
        .session = &script->session,
        .timeline = &script->timeline,
        .name = script->name,
        .player = {.cue = a->levels.cue,
                   .volume_db = a->volume_db,
                   .dim_percent = a->dim_percent,
                   .from_ms = a->options.play ? a->options.from_ms : 0}};
    a->titled = true;
    program_opened(&a->program, &opened, app_instant(a), asked);
}

static void open_number(struct app *a, const struct request *r,
                        struct requests *asked)
{
    int value = r->value;
    const struct facts *f = &a->world.facts;
    if (value < 0 || (size_t)value >= f->practice_count) {
        return;
    }
    struct arena mem = {0};
    struct script *script = ARENA_NEW(&mem, struct script);
    struct str why = STR_NONE;
    struct str path = arena_copy(&mem, f->practices[value].path);
    enum script_status status = script_read(script, path, &mem, &why);
    if (status == SCRIPT_WELL) {
        status = script_compile(script, r->choices, &mem);
    }
    if (status == SCRIPT_WELL) {
        script->name = arena_copy(&mem, f->practices[value].name);
        struct str bed = arena_copy(&mem, r->text);
        app_drop_journal(a);
        app_retire(a, mem, false);
        app_open(a, script, bed, asked);
        return;
    }
    struct diag gone = {.line = 1, .column = 1, .width = 1, .message = why};
    bool unreadable = status == SCRIPT_UNREADABLE;
    program_open_failed(&a->program, path,
                        unreadable ? &gone : script->diags.items,
                        unreadable ? 1 : script->diags.count, app_instant(a));
    arena_finish(&mem); // the notice has its own copies
}

// Of the page of the Reflection that asks.
static struct keeper *keeper_of(struct app *a, int page)
{
    if (page > 0 && !a->partner.options.paths) {
        keeper_init(&a->partner, &a->keeper.options, NULL);
    }
    return page > 0 ? &a->partner : &a->keeper;
}

static void keep(struct app *a, int page)
{
    struct arena mem = {0};
    struct entry e;
    entry_init(&e);
    program_entry_of(&a->program, page, &e, &mem);
    keeper_keep_beside(keeper_of(a, page), &e);
    a->keeping = true;
    arena_finish(&mem);
}

static void answer(struct app *a, int page, const struct kept *kept,
                   struct requests *asked)
{
    a->keeping = false;
    a->not_kept = !kept->done;
    if (kept->done) {
        if (page == 0) {
            running_over(&a->running);
        }
        app_read_world(a);
        app_freshen_journal(a);
        program_kept(&a->program, app_instant(a), asked);
        return;
    }
    struct arena mem = {0};
    app_say(a, arena_printf(
                   &mem,
                   "not saved to the journal; kept as a draft at %.*s (%.*s)",
                   STR_ARG(kept->draft), STR_ARG(kept->why)));
    program_keep_failed(&a->program, kept->draft, kept->why);
    arena_finish(&mem);
}

static void take_kept(struct app *a)
{
    struct keeper *const keepers[] = {&a->keeper, &a->partner};
    struct requests asked = {0};
    struct kept kept = {0};
    for (int page = 0; page < 2; page++) {
        if (keeper_kept(keepers[page], &kept)) {
            answer(a, page, &kept, &asked);
        }
    }
    app_perform(a, &asked);
}

void app_take_kept(struct app *a)
{
    if (a->keeping && a->program.screen == SCREEN_REFLECTION) {
        take_kept(a);
    }
}

void app_settle_kept(struct app *a)
{
    keeper_settle(&a->keeper);
    keeper_settle(&a->partner);
    take_kept(a);
}

static void draft(struct app *a, int page)
{
    struct arena mem = {0};
    struct entry e;
    entry_init(&e);
    program_entry_of(&a->program, page, &e, &mem);
    struct str why = STR_NONE;
    keeper_draft(keeper_of(a, page), &e, &why); // see app_tell_drafts
    arena_finish(&mem);
}

void app_tell_drafts(struct app *a)
{
    struct str why = STR_NONE;
    if (a->draft_fault_told || (!keeper_draft_failed(&a->keeper, &why) &&
                                !keeper_draft_failed(&a->partner, &why))) {
        return;
    }
    struct arena mem = {0};
    a->draft_fault_told = true;
    app_say(a,
            arena_printf(&mem, "no draft could be saved: %.*s", STR_ARG(why)));
    arena_finish(&mem);
}

static void snapshot(struct app *a, bool plays)
{
    struct arena mem = {0};
    struct entry e;
    if (!plays) {
        running_over(&a->running);
        return;
    }
    entry_init(&e);
    program_entry(&a->program, &e, &mem);
    running_save(&a->running, &a->keeper, &e);
    arena_finish(&mem);
}

static void discard(struct app *a, int page)
{
    keeper_discard(keeper_of(a, page));
    if (page == 0) {
        running_over(&a->running);
    }
}

// Of what an earlier run left behind.
static void take_left(struct app *a, const struct request *r,
                      struct requests *asked)
{
    size_t i = (size_t)r->value;
    struct entry e;
    if (i >= a->left.count) {
        return;
    }
    if (r->kind == REQUEST_LET_GO) {
        leftovers_let_go(&a->left, i, &a->keeper);
    } else if (leftovers_resume(&a->left, i, &a->keeper, &e)) {
        program_resume(&a->program, &e, app_instant(a), asked);
    } else {
        app_say(a, STR("the draft is gone, or another window has it"));
    }
    app_read_world(a);
}

static void begin_entry(struct app *a, int page)
{
    const struct entry *amended = program_amended(&a->program);
    if (page > 0) {
        keeper_forget(keeper_of(a, page));
    } else if (amended) {
        keeper_correct(&a->keeper, amended);
    } else {
        keeper_forget(&a->keeper);
    }
}

static void paste(struct app *a, struct requests *asked)
{
    struct input in = {.kind = INPUT_PASTE, .text = window_paste(a->window)};
    program_input(&a->program, &in, app_instant(a), asked);
}

static void change_volume(struct app *a, int steps)
{
    int db = a->volume_db + steps;
    a->volume_db = db > 6 ? 6 : db < -60 ? -60 : db;
    a->volume_changed = true;
    app_apply_sound(a);
}

static void speak(struct app *a, struct str text)
{
    if (!a->speech) {
        a->speech = speech_create(a->tongue.name);
    }
    speech_say(a->speech, text);
}

// What concerns the window.
static bool perform_window(struct app *a, const struct request *r)
{
    if (r->kind == REQUEST_FULLSCREEN) {
        window_fullscreen(a->window, !window_is_fullscreen(a->window));
    } else if (r->kind == REQUEST_CURSOR) {
        window_cursor(a->window, r->value != 0);
    } else if (r->kind == REQUEST_TYPING) {
        window_text_input(a->window, r->value != 0);
        if (r->value) {
            struct area at = program_shown(
                &a->program, (struct area){r->x, r->y, r->w, r->h});
            window_text_place(a->window, at.x, at.y, at.w, at.h);
        }
    } else if (r->kind == REQUEST_COPY) {
        window_copy(a->window, r->text);
    } else {
        return false;
    }
    return true;
}

static void perform_one(struct app *a, const struct request *r,
                        struct requests *asked)
{
    if (conductor_do(&a->conductor, r, clock_now_ns()) ||
        perform_window(a, r) || app_calendar(a, r) || app_journal(a, r)) {
        return;
    }
    if (r->kind == REQUEST_OPEN) {
        open_number(a, r, asked);
    } else if (r->kind == REQUEST_PASTE) {
        paste(a, asked);
    } else if (r->kind == REQUEST_VOLUME) {
        change_volume(a, r->value);
    } else if (r->kind == REQUEST_CUE) {
        app_change_setting(a, SETTING_CUE,
                           cue_mode_word((enum cue_mode)r->value));
    } else if (r->kind == REQUEST_DIM) {
        a->dim_percent = r->value;
        app_apply_colours(a);
    } else if (r->kind == REQUEST_SETTING) {
        app_change_setting(a, (enum setting)r->value, r->text);
    } else if (r->kind == REQUEST_SETTINGS_FILE) {
        app_make_settings(a);
    } else if (r->kind == REQUEST_LISTEN) {
        app_listen(a, r->value != 0);
    } else if (r->kind == REQUEST_INSIGHT) {
        world_insight(&a->world, a->options.paths);
    } else if (r->kind == REQUEST_SPEAK) {
        speak(a, r->text);
    } else if (r->kind == REQUEST_REFLECT) {
        begin_entry(a, r->value);
    } else if (r->kind == REQUEST_DRAFT) {
        draft(a, r->value);
    } else if (r->kind == REQUEST_RUNNING) {
        snapshot(a, r->value != 0);
    } else if (r->kind == REQUEST_GO_ON || r->kind == REQUEST_LET_GO) {
        take_left(a, r, asked);
    } else if (r->kind == REQUEST_KEEP) {
        keep(a, r->value);
    } else if (r->kind == REQUEST_DISCARD) {
        discard(a, r->value);
    } else if (r->kind == REQUEST_QUIT) {
        a->quit = true;
    }
}

void app_perform(struct app *a, struct requests *asked)
{
    while (asked->count > 0 && !a->quit) {
        struct requests now = *asked;
        asked->count = 0;
        for (size_t i = 0; i < now.count && !a->quit; i++) {
            perform_one(a, &now.items[i], asked);
        }
    }
}

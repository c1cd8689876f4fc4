// SPDX-License-Identifier: MIT
// The session that is open, and those before it, which stay in memory as long
// as the screens or the sound read them.
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

void app_open(struct app *a, const struct script *script, struct str bed)
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
    program_opened(&a->program, &opened, app_instant(a), &a->asked);
}

void app_open_listed(struct app *a, const struct request *r)
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
        app_open(a, script, bed);
        return;
    }
    struct diag gone = {.line = 1, .column = 1, .width = 1, .message = why};
    bool unreadable = status == SCRIPT_UNREADABLE;
    program_open_failed(&a->program, path,
                        unreadable ? &gone : script->diags.items,
                        unreadable ? 1 : script->diags.count, app_instant(a));
    arena_finish(&mem); // the notice has its own copies
}

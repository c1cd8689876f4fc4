// SPDX-License-Identifier: MIT
// Who writes a session hears and sees it at once: a change to the file of the
// open session is taken over at the same moment of it. One with mistakes is
// not; the first is shown until it is mended.
#include "app/app_inside.h"
#include "platform/clock.h"
#include "platform/file.h"

// The person's scripts as one mark: the folder, for what comes and goes, and
// each of them, for what is changed in place.
static struct file_mark mark_of_own(const struct app *a)
{
    struct arena mem = {0};
    const struct facts *f = &a->world.facts;
    struct file_mark all =
        file_mark_of(path_join(&mem, a->options.paths->data, STR("sessions")));
    for (size_t i = 0; i < f->practice_count; i++) {
        if (f->practices[i].own) {
            struct file_mark one = file_mark_of(f->practices[i].path);
            all.file = all.file * 31 + one.file;
            all.size += one.size;
            all.changed_s += one.changed_s;
            all.changed_ns += one.changed_ns;
        }
    }
    arena_finish(&mem);
    return all;
}

void app_look_at_scripts(struct app *a)
{
    if (program_plays(&a->program)) {
        return;
    }
    struct file_mark mark = mark_of_own(a);
    bool same = file_mark_same(mark, a->own_mark);
    bool first = !a->own_marked;
    a->own_mark = mark;
    a->own_marked = true;
    if (!same && !first) {
        app_read_world(a);
        a->own_mark = mark_of_own(a);
    }
}

// What was chosen before, as far as the script still has it.
static struct choices still_fitting(const struct choices *old,
                                    const struct session *s, struct arena *mem)
{
    struct choice *items = ARENA_ARRAY(mem, struct choice, old->count + 1);
    size_t count = 0;
    for (size_t i = 0; i < old->count; i++) {
        for (size_t k = 0; k < s->let_count; k++) {
            const struct let *let = &s->lets[k];
            int64_t value = old->items[i].value;
            if (str_equal(let->name, old->items[i].name) && value >= let->min &&
                value <= let->max) {
                items[count++] = (struct choice){let->name, value};
            }
        }
    }
    return (struct choices){items, count, old->seed};
}

static enum script_status compile(struct script *s, const struct script *old,
                                  struct arena *mem)
{
    enum script_status status = script_compile(s, NULL, mem);
    if (status == SCRIPT_WELL && (old->chosen.count > 0 || old->chosen.seed)) {
        struct choices chosen = still_fitting(&old->chosen, &s->session, mem);
        status = script_compile(s, &chosen, mem);
    }
    return status;
}

static void take_over(struct app *a, const struct script *script,
                      struct arena mem)
{
    app_retire(a, mem, true);
    a->script = script;
    struct score_options options = app_score_options(a, &script->session);
    struct opened opened = {.session = &script->session,
                            .timeline = &script->timeline,
                            .name = script->name};
    program_reloaded(&a->program, &opened, &a->asked);
    conductor_swap(&a->conductor, &script->timeline, &options, &a->open_mem);
    conductor_gate(&a->conductor, program_gate_ms(&a->program));
    conductor_go_on(&a->conductor, program_session_ms(&a->program),
                    clock_now_ns());
    app_perform(a);
}

void app_look_at_script(struct app *a)
{
    const struct script *old = a->script;
    if (!old || !program_plays(&a->program)) {
        return;
    }
    struct file_mark mark = file_mark_of(old->path);
    if (file_mark_same(mark, a->script_mark) || mark.file == 0) {
        return; // as before, or away for a moment while it is replaced
    }
    a->script_mark = mark;
    struct arena mem = {0};
    struct script *script = ARENA_NEW(&mem, struct script);
    struct str why = STR_NONE;
    struct str path = arena_copy(&mem, old->path);
    enum script_status status = script_read(script, path, &mem, &why);
    if (status == SCRIPT_WELL) {
        status = compile(script, old, &mem);
    }
    script->name = arena_copy(&mem, old->name);
    if (status == SCRIPT_WELL && script->sum != old->sum) {
        take_over(a, script, mem);
        return;
    }
    if (status == SCRIPT_FAULTY) {
        program_mistaken(&a->program, path, &script->diags.items[0]);
    } else if (status == SCRIPT_WELL) {
        program_mistaken(&a->program, path, NULL);
    }
    arena_finish(&mem);
}

// SPDX-License-Identifier: MIT
// The entry that is written: begun, drafted, kept beside the loop, or let go;
// and what an earlier run left of one.
#include "app/app_inside.h"

// Of the page of the Reflection that asks.
static struct keeper *keeper_of(struct app *a, int page)
{
    if (page > 0 && !a->partner.options.paths) {
        keeper_init(&a->partner, &a->keeper.options, NULL);
    }
    return page > 0 ? &a->partner : &a->keeper;
}

void app_keep(struct app *a, const struct request *r)
{
    struct arena mem = {0};
    struct entry e = program_entry(&a->program, r->value, &mem);
    keeper_keep_beside(keeper_of(a, r->value), &e);
    a->keeping = true;
    arena_finish(&mem);
}

static void answer(struct app *a, int page, const struct kept *kept)
{
    a->keeping = false;
    a->not_kept = !kept->done;
    if (kept->done) {
        if (page == 0) {
            running_over(&a->running);
        }
        app_read_world(a);
        app_freshen_journal(a);
        program_kept(&a->program, app_instant(a), &a->asked);
        return;
    }
    struct arena mem = {0};
    app_say(a, kept_words(kept, "journal", &mem));
    program_keep_failed(&a->program, kept->draft, kept->why);
    arena_finish(&mem);
}

static void take_kept(struct app *a)
{
    struct keeper *const keepers[] = {&a->keeper, &a->partner};
    struct kept kept = {0};
    for (int page = 0; page < 2; page++) {
        if (keeper_waits(keepers[page])) {
            program_keep_waits(&a->program);
        }
        if (keeper_kept(keepers[page], &kept)) {
            answer(a, page, &kept);
        }
    }
    app_perform(a);
}

void app_take_kept(struct app *a)
{
    if (a->keeping && a->program.screen == SCREEN_REFLECTION) {
        take_kept(a);
    }
}

void app_settle_kept(struct app *a)
{
    keeper_rest(&a->keeper);
    keeper_rest(&a->partner);
    take_kept(a);
    app_tell_drafts(a);
}

void app_draft(struct app *a, const struct request *r)
{
    struct arena mem = {0};
    struct entry e = program_entry(&a->program, r->value, &mem);
    struct str why = STR_NONE;
    keeper_draft(keeper_of(a, r->value), &e, &why); // see app_tell_drafts
    arena_finish(&mem);
}

void app_tell_drafts(struct app *a)
{
    struct keeper *const keepers[] = {&a->keeper, &a->partner};
    struct arena mem = {0};
    for (int page = 0; page < 2; page++) {
        struct str why = STR_NONE;
        bool failed = keeper_draft_failed(keepers[page], &mem, &why);
        if (failed && !a->draft_fault_told) {
            a->draft_fault_told = true;
            app_say(a, arena_printf(&mem, "no draft could be saved: %.*s",
                                    STR_ARG(why)));
        }
        a->not_kept |= failed && a->quit;
        program_undrafted(&a->program, page, failed ? why : STR_NONE);
    }
    arena_finish(&mem);
}

void app_snapshot(struct app *a, const struct request *r)
{
    bool plays = r->value != 0;
    if (!plays) {
        running_over(&a->running);
        return;
    }
    struct arena mem = {0};
    struct entry e = program_entry(&a->program, 0, &mem);
    running_save(&a->running, &a->keeper, &e);
    arena_finish(&mem);
}

void app_discard(struct app *a, const struct request *r)
{
    keeper_discard(keeper_of(a, r->value));
    if (r->value == 0) {
        running_over(&a->running);
    }
}

void app_take_left(struct app *a, const struct request *r)
{
    size_t i = (size_t)r->value;
    struct entry e;
    if (i >= a->left.count) {
        return;
    }
    if (r->kind == REQUEST_LET_GO) {
        leftovers_let_go(&a->left, i, &a->keeper);
    } else if (leftovers_resume(&a->left, i, &a->keeper, &e)) {
        program_resume(&a->program, &e, app_instant(a), &a->asked);
    } else {
        app_say(a, STR("the draft is gone, or another window has it"));
    }
    app_read_world(a);
}

void app_begin_entry(struct app *a, const struct request *r)
{
    const struct entry *amended = program_amended(&a->program);
    if (r->value == 0 && amended) {
        keeper_correct(&a->keeper, amended);
    } else {
        keeper_forget(keeper_of(a, r->value));
    }
}

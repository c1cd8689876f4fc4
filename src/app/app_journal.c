// SPDX-License-Identifier: MIT
// What the Journal asks for.
#include "app/app_inside.h"
#include "app/journal_acts.h"

static void give(struct app *a)
{
    a->world.facts.journal = journal_loader_facts(&a->journal_loader);
    program_facts(&a->program, &a->world.facts);
    journal_loader_release(&a->journal_loader);
}

void app_take_journal(struct app *a)
{
    if (journal_loader_came(&a->journal_loader)) {
        give(a);
        if (a->journal_loader.again) {
            a->journal_loader.again = false;
            app_freshen_journal(a);
        }
    }
}

void app_drop_journal(struct app *a)
{
    if (a->world.facts.journal) {
        a->world.facts.journal = NULL;
        program_journal_gone(&a->program);
    }
    journal_loader_finish(&a->journal_loader);
}

void app_freshen_journal(struct app *a)
{
    if (journal_loader_facts(&a->journal_loader)) {
        journal_loader_read(&a->journal_loader, a->options.paths,
                            &a->world.facts);
    }
}

void app_look_at_journal(struct app *a)
{
    bool up = a->program.screen == SCREEN_JOURNAL;
    if (up && !journal_loader_reads(&a->journal_loader) &&
        journal_loader_changed(&a->journal_loader)) {
        app_freshen_journal(a);
    }
}

static void say_all(struct app *a, struct buf *words)
{
    program_journal_said(&a->program, buf_view(words));
    app_say(a, buf_view(words));
    buf_finish(words);
}

static struct journal_desk desk(const struct app *a)
{
    return (struct journal_desk){a->options.paths, a->options.now, &a->tongue};
}

void app_read_journal(struct app *a, const struct request *r)
{
    (void)r;
    journal_loader_read(&a->journal_loader, a->options.paths, &a->world.facts);
}

void app_export_chosen(struct app *a, const struct request *r)
{
    struct arena mem = {0};
    struct buf words = {0};
    struct journal_chosen chosen = program_chosen(&a->program, &mem);
    struct journal_desk d = desk(a);
    journal_export_chosen(&d, &chosen, (enum journal_form)r->value, &words);
    say_all(a, &words);
    arena_finish(&mem);
}

void app_erase_entry(struct app *a, const struct request *r)
{
    struct buf words = {0};
    struct journal_desk d = desk(a);
    journal_erase_entry(&d, r->text, &words);
    leftovers_look(&a->left);
    app_read_world(a);
    journal_loader_reread(&a->journal_loader, a->options.paths,
                          &a->world.facts);
    give(a);
    say_all(a, &words);
}

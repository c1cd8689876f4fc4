// SPDX-License-Identifier: MIT
// What the Journal asks for.
#include "app/app_inside.h"

static void give(struct app *a)
{
    a->world.facts.journal = chronicler_facts(&a->chronicler);
    program_facts(&a->program, &a->world.facts);
    chronicler_settle(&a->chronicler);
}

void app_take_journal(struct app *a)
{
    if (chronicler_came(&a->chronicler)) {
        give(a);
        if (a->chronicler.again) {
            a->chronicler.again = false;
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
    chronicler_finish(&a->chronicler);
}

void app_freshen_journal(struct app *a)
{
    if (chronicler_facts(&a->chronicler)) {
        chronicler_read(&a->chronicler, a->options.paths, &a->world.facts);
    }
}

void app_look_at_journal(struct app *a)
{
    bool up = a->program.screen == SCREEN_JOURNAL;
    if (up && !chronicler_reads(&a->chronicler) &&
        chronicler_changed(&a->chronicler)) {
        app_freshen_journal(a);
    }
}

static void say_all(struct app *a, struct buf *words)
{
    program_journal_said(&a->program, buf_view(words));
    app_say(a, buf_view(words));
    buf_finish(words);
}

static struct chronicler_desk desk(const struct app *a)
{
    return (struct chronicler_desk){a->options.paths, a->options.now,
                                    &a->tongue};
}

static void export_chosen(struct app *a, enum journal_form form)
{
    struct arena mem = {0};
    struct buf words = {0};
    struct journal_chosen chosen = program_chosen(&a->program, &mem);
    struct chronicler_desk d = desk(a);
    chronicler_export(&d, &chosen, form, &words);
    say_all(a, &words);
    arena_finish(&mem);
}

static void erase(struct app *a, struct str id)
{
    struct buf words = {0};
    struct chronicler_desk d = desk(a);
    chronicler_erase(&d, id, &words);
    app_read_world(a);
    chronicler_reread(&a->chronicler, a->options.paths, &a->world.facts);
    give(a);
    say_all(a, &words);
}

bool app_chronicle(struct app *a, const struct request *r)
{
    if (r->kind == REQUEST_JOURNAL) {
        chronicler_read(&a->chronicler, a->options.paths, &a->world.facts);
    } else if (r->kind == REQUEST_EXPORT) {
        export_chosen(a, (enum journal_form)r->value);
    } else if (r->kind == REQUEST_ERASE) {
        erase(a, r->text);
    } else {
        return false;
    }
    return true;
}

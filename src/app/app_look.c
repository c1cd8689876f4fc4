// SPDX-License-Identifier: MIT
// The person's files for the screens, and, once a second, a look at what may
// have been changed from outside.
#include "app/app_inside.h"
#include "platform/clock.h"

enum { LOOK_MS = 1000 };

static void read_world(struct app *a,
                       void (*read)(struct world *, const struct world_view *))
{
    a->day_start = a->preferences.settings.number[SETTING_DAY_START];
    read(&a->world, &(struct world_view){.paths = a->options.paths,
                                         .now = a->options.now,
                                         .settings = &a->preferences.settings,
                                         .tongue = &a->tongue});
    a->world.facts.left = a->left.entries;
    a->world.facts.left_count = a->left.count;
    a->world.facts.settings_path = a->preferences.path;
    a->world.facts.settings_unsaved = phrase_view(&a->unsaved);
    a->world.facts.settings_notes = &a->preferences.notes;
    program_facts(&a->program, &a->world.facts);
}

void app_read_world(struct app *a)
{
    a->journal_mark = file_mark_of(a->keeper.ledger.path);
    read_world(a, world_read);
}

void app_begin_world(struct app *a)
{
    a->journal_mark = file_mark_of(a->keeper.ledger.path);
    read_world(a, world_begin);
}

void app_complete_world(struct app *a)
{
    read_world(a, world_complete);
}

// The person's day goes by the wall clock of now.
static bool has_new_day(struct app *a)
{
    struct arena mem = {0};
    struct wall now = now_wall(a->options.now, &mem);
    struct day today = calendar_day(a->world.facts.calendar, &now);
    arena_finish(&mem);
    return today.number != a->program.today.day.number;
}

// By another window, or a command.
static bool has_new_entry(const struct app *a)
{
    return !file_mark_same(a->journal_mark,
                           file_mark_of(a->keeper.ledger.path));
}

void app_look(struct app *a)
{
    int64_t now_ns = clock_now_ns();
    if (now_ns - a->looked_ns < LOOK_MS * NS_PER_MS) {
        return;
    }
    a->looked_ns = now_ns;
    app_remember_volume(a);
    if (program_rests(&a->program) && (has_new_day(a) || has_new_entry(a))) {
        app_read_world(a);
    }
    if (preferences_look(&a->preferences)) {
        app_tell_preferences(a);
        app_apply_settings(a);
        app_read_world(a);
    }
    app_apply_colours(a);
    window_show_on(a->window,
                   a->preferences.settings.number[SETTING_DISPLAY] - 1);
    window_touch(a->window,
                 a->preferences.settings.number[SETTING_SWITCH] == SETTING_ON);
    app_look_at_script(a);
    app_look_at_scripts(a);
    app_look_at_journal(a);
    app_tell_drafts(a);
    leftovers_join(&a->left);
}

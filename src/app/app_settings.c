// SPDX-License-Identifier: MIT
// What the person has chosen, taken over into what runs.
#include "app/app_inside.h"
#include "app/language.h"
#include "app/levels.h"
#include "platform/clock.h"

enum { LISTEN_DB = 6 };

static void say_lines(struct app *a, struct str lines)
{
    while (lines.len > 0) {
        app_say(a, str_cut(&lines, '\n'));
    }
}

void app_apply_sound(struct app *a)
{
    const struct settings *s = &a->preferences.settings;
    a->levels = levels_of(s, a->session);
    struct levels heard =
        levels_turned(a->levels, a->volume_db - (a->listening ? LISTEN_DB : 0));
    conductor_levels(&a->conductor, &heard);
    conductor_latency(&a->conductor, s->number[SETTING_LATENCY]);
    conductor_mute(&a->conductor, s->number[SETTING_MUTE] == SETTING_ON);
    conductor_voice(&a->conductor, s->text[SETTING_VOICE_PACK]);
}

// Words of before stay in memory: a screen may still show them.
bool app_apply_language(struct app *a)
{
    struct str wanted = a->preferences.settings.text[SETTING_LANGUAGE];
    if (str_equal(a->spoken, wanted)) {
        return false;
    }
    struct diags notes = {.mem = &a->mem};
    struct str path = STR_NONE;
    a->spoken = arena_copy(&a->mem, wanted);
    a->tongue = language_find(a->options.paths, wanted, &a->mem, &notes, &path);
    a->ruler.tongue = &a->tongue;
    struct buf lines = {0};
    diags_print(&notes, path, true, &lines);
    bool english = a->tongue.name.len == 0; // any font has its letters
    if (!english && !fonts_show(a->fonts, language_sample(&a->tongue))) {
        buf_printf(&lines,
                   "no font here has the letters of \"%.*s\", so the screens "
                   "speak English; fonts-noto-core has most\n",
                   STR_ARG(a->tongue.name));
        a->tongue = (struct tongue){0};
    }
    say_lines(a, buf_view(&lines));
    buf_finish(&lines);
    return true;
}

// The palette, which may be a file that has changed, or go by the hour.
void app_apply_colours(struct app *a)
{
    const struct settings *s = &a->preferences.settings;
    struct arena mem = {0};
    struct buf lines = {0};
    colours_choose(&a->colours, s, a->options.paths->data, &lines);
    say_lines(a, buf_view(&lines));
    buf_finish(&lines);
    struct wall now = now_wall(a->options.now, &mem);
    colours_at(&a->colours, s, now.second / 60, a->dim_percent,
               clock_now_ns() / NS_PER_MS);
    arena_finish(&mem);
}

void app_apply_settings(struct app *a)
{
    const struct settings *s = &a->preferences.settings;
    bool spoken_anew = app_apply_language(a);
    a->volume_db = a->volume_changed ? a->volume_db : s->number[SETTING_VOLUME];
    app_apply_sound(a);
    a->dim_percent = s->number[SETTING_LIGHT];
    app_apply_colours(a);
    program_settings_changed(&a->program);
    if (spoken_anew || a->day_start != s->number[SETTING_DAY_START]) {
        app_read_world(a);
    }
}

void app_tell_preferences(struct app *a)
{
    struct buf lines = {0};
    preferences_print(&a->preferences, &lines);
    say_lines(a, buf_view(&lines));
    buf_finish(&lines);
}

void app_change_setting(struct app *a, enum setting s, struct str value)
{
    struct arena mem = {0};
    struct str why = STR_NONE;
    a->unsaved = (struct phrase){0};
    if (!preferences_change(&a->preferences, s, value, &mem, &why)) {
        phrase_put(&a->unsaved, why);
        app_say(a, arena_printf(&mem, "%s is not saved: %.*s",
                                setting_rule(s)->name, STR_ARG(why)));
    }
    a->world.facts.settings_unsaved = phrase_view(&a->unsaved);
    app_apply_settings(a);
    if (s == SETTING_CAUTIONS || s == SETTING_COUNTRY) {
        app_read_world(a);
    }
    arena_finish(&mem);
}

// Reduced motion holds where the settings leave it to the system; colours are
// only proposed in the first run.
void app_hear_desktop(struct app *a)
{
    struct desktop_wishes w;
    if (!a->desktop || !desktop_answer(a->desktop, &w)) {
        return;
    }
    desktop_drop(a->desktop);
    a->desktop = NULL;
    program_wishes(&a->program, w.reduced_motion,
                   w.high_contrast             ? STR("contrast")
                   : w.scheme == DESKTOP_LIGHT ? STR("paper")
                                               : STR_NONE);
}

void app_make_settings(struct app *a)
{
    struct arena mem = {0};
    struct str why = STR_NONE;
    if (!preferences_make(&a->preferences, &mem, &why)) {
        app_say(a, arena_printf(&mem, "no file of settings is made: %.*s",
                                STR_ARG(why)));
    }
    app_apply_settings(a);
    arena_finish(&mem);
}

// Not at each press of a key that is held down.
void app_remember_volume(struct app *a)
{
    if (a->volume_changed) {
        struct buf text = {0};
        a->volume_changed = false;
        buf_printf(&text, "%d", a->volume_db);
        app_change_setting(a, SETTING_VOLUME, buf_view(&text));
        buf_finish(&text);
    }
}

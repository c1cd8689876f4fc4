// SPDX-License-Identifier: MIT
// The language of the screens is found by the setting and the system, own
// words before shipped ones, and no name leads out of the folder.
#include "unit.h"

#include <stdio.h>
#include <stdlib.h>

#include "app/language.h"
#include "app/script.h"
#include "app/world.h"
#include "platform/file.h"

static char folder[64];
static struct arena mem;
static struct paths paths;

static void put(const char *name, const char *text)
{
    struct str why = STR_NONE;
    struct str path = arena_printf(&mem, "%s/%s", folder, name);
    assert_true(file_replace(path, str_from(text), &mem, &why));
}

static int enter(void **state)
{
    (void)state;
    snprintf(folder, sizeof(folder), "/tmp/test_language.XXXXXX");
    if (!mkdtemp(folder)) {
        return -1;
    }
    struct str why = STR_NONE;
    paths = (struct paths){
        .data = arena_printf(&mem, "%s/data", folder),
        .assets = arena_printf(&mem, "%s/assets", folder),
        .language = STR("fr"),
    };
    folder_make(path_join(&mem, paths.data, STR("words")), &mem, &why);
    folder_make(path_join(&mem, paths.assets, STR("words")), &mem, &why);
    put("assets/words/de.txt", "Today\n  Heute\n");
    put("assets/words/fr.txt", "Today\n  Aujourd'hui\n");
    put("secret.txt", "Today\n  no\n");
    return 0;
}

static int leave(void **state)
{
    (void)state;
    char command[96];
    snprintf(command, sizeof(command), "rm -rf %s", folder);
    arena_finish(&mem);
    return system(command);
}

static struct str today_in(const char *wanted, size_t *errors)
{
    struct diags notes = {.mem = &mem};
    struct str path;
    struct tongue t =
        language_find(&paths, str_from(wanted), &mem, &notes, &path);
    *errors = notes.errors;
    return say(&t, STR("Today"));
}

static void the_setting_and_the_system_choose(void **state)
{
    (void)state;
    size_t errors = 0;
    assert_str(today_in("de", &errors), "Heute");
    assert_str(today_in("system", &errors), "Aujourd'hui");
    paths.language = STR("xx:de:fr");
    assert_str(today_in("system", &errors), "Heute");
    paths.language = STR("xx:en:fr");
    assert_str(today_in("system", &errors), "Today");
    assert_str(today_in("en", &errors), "Today");
    assert_str(today_in("xx", &errors), "Today");
    assert_str(today_in("../../secret", &errors), "Today");
    assert_int_equal(errors, 0);
    put("data/words/de.txt", "Today\n  Heut\nstray\n");
    put("data/words/fr.txt", "  stray\nToday\n  Ce jour\n");
    assert_str(today_in("de", &errors), "Heut");
    assert_str(today_in("fr", &errors), "Ce jour");
    assert_int_equal(errors, 1);
}

static struct str language_of(const char *variable)
{
    setenv("LC_ALL", variable, 1);
    return paths_find(STR("/tmp"), &mem).language;
}

static void the_system_says_its_language(void **state)
{
    (void)state;
    unsetenv("LANGUAGE");
    assert_str(language_of("de_AT.UTF-8"), "de");
    assert_str(language_of("pt"), "pt");
    assert_str(language_of("C"), "");
    assert_str(language_of("C.UTF-8"), "");
    assert_str(language_of("POSIX"), "");
    assert_str(language_of("../x"), "");
    assert_str(language_of("de.UTF-8"), "de");
    assert_str(language_of("sr@latin"), "sr");
    assert_str(language_of("deu"), "");
    setenv("LANGUAGE", "pt_BR:xxx:es", 1);
    assert_str(language_of("de_AT.UTF-8"), "pt:es:de");
    assert_str(language_of("C"), "");
    unsetenv("LANGUAGE");
}

#define SESSION(title, caution)                                                \
    "title: " title "\nkind: breathwork\nclass: gentle\ncaution: " caution     \
    "\ndays: any\nsit 10s \"Sit.\"\n"

static struct practice first_in(struct world *w, const char *language)
{
    struct now now;
    struct settings settings;
    struct diags notes = {.mem = &mem};
    struct str path = STR_NONE;
    struct tongue t =
        language_find(&paths, str_from(language), &mem, &notes, &path);
    now_init(&now, NULL, false, &mem);
    settings_init(&settings);
    settings.text[SETTING_CAUTIONS] = STR("epilepsy");
    world_read(w, &(struct world_view){.paths = &paths,
                                       .now = &now,
                                       .settings = &settings,
                                       .tongue = &t});
    assert_int_equal(w->facts.practice_count, 2);
    return w->facts.practices[1];
}

static void a_script_is_read_in_the_language(void **state)
{
    (void)state;
    struct str why = STR_NONE;
    struct world w = {0};
    paths.sessions = arena_printf(&mem, "%s/sessions", folder);
    folder_make(paths.sessions, &mem, &why);
    put("sessions/tide.session", SESSION("Tide", "Not with epilepsy."));
    put("sessions/tide.de.session", SESSION("Flut", "Nicht mit Epilepsie."));
    put("sessions/alone.de.session", SESSION("Allein", "Gut."));
    struct str tide = path_join(&mem, paths.sessions, STR("tide.session"));
    assert_str(str_sub(script_in_language(tide, STR("fr"), &mem),
                       paths.sessions.len, 999),
               "/tide.session");
    struct practice p = first_in(&w, "de");
    assert_str(p.name, "tide");
    assert_str(p.title, "Flut");
    assert_true(str_ends(p.path, STR("/tide.de.session")));
    assert_str(p.left_out, "epilepsy or seizures"); // told by the original
    p = first_in(&w, "fr");
    assert_str(p.title, "Tide");
    assert_str(p.left_out, "epilepsy or seizures");
    world_finish(&w);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_setting_and_the_system_choose),
        cmocka_unit_test(a_script_is_read_in_the_language),
        cmocka_unit_test(the_system_says_its_language),
    };
    return cmocka_run_group_tests(tests, enter, leave);
}

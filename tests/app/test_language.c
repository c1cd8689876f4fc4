// SPDX-License-Identifier: MIT
// The language of the screens is found by the setting and the system, own
// words before shipped ones, and no name leads out of the folder.
#include "unit.h"

#include <stdio.h>
#include <stdlib.h>

#include "app/language.h"
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

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_setting_and_the_system_choose),
        cmocka_unit_test(the_system_says_its_language),
    };
    return cmocka_run_group_tests(tests, enter, leave);
}

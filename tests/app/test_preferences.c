// SPDX-License-Identifier: MIT
// The settings file: read, changed by the program and by hand, missing,
// broken, and where nothing can be written; and that its words are those of
// the parts that they steer.
#include "unit.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "app/preferences.h"
#include "frame/score.h"
#include "frame/theme.h"

struct place {
    char folder[64];
    struct arena mem;
    struct str path;
    struct preferences p;
};

static int enter(void **state)
{
    struct place *at = calloc(1, sizeof(*at));
    snprintf(at->folder, sizeof(at->folder), "/tmp/test_preferences.XXXXXX");
    if (!mkdtemp(at->folder)) {
        return -1;
    }
    at->path = arena_printf(&at->mem, "%s/config/settings", at->folder);
    preferences_init(&at->p, at->path);
    *state = at;
    return 0;
}

static int leave(void **state)
{
    struct place *at = *state;
    preferences_finish(&at->p);
    struct str command = arena_printf(&at->mem, "chmod -R u+rwx %s; rm -rf %s",
                                      at->folder, at->folder);
    int status = system(command.at);
    arena_finish(&at->mem);
    free(at);
    return status;
}

static struct str text_of(struct place *at)
{
    struct str text = STR_NONE, why = STR_NONE;
    assert_true(file_read(at->path, 0, &at->mem, &text, &why));
    return text;
}

static void nothing_is_written_before_something_is_chosen(void **state)
{
    struct place *at = *state;
    assert_false(at->p.there);
    assert_int_equal(at->p.settings.number[SETTING_LIGHT], 100);
    assert_false(file_exists(at->path));
    assert_false(preferences_look(&at->p));
}

static void a_choice_is_written_and_holds(void **state)
{
    struct place *at = *state;
    struct str why = STR_NONE;
    assert_true(
        preferences_change(&at->p, SETTING_LIGHT, STR("60"), &at->mem, &why));
    assert_int_equal(at->p.settings.number[SETTING_LIGHT], 60);
    assert_false(preferences_look(&at->p)); // its own change is no news
    struct stat st;
    assert_int_equal(stat(at->path.at, &st), 0);
    assert_int_equal(st.st_mode & 0777, 0600);
    struct preferences again;
    preferences_init(&again, at->path);
    assert_int_equal(again.settings.number[SETTING_LIGHT], 60);
    assert_int_equal(again.settings.number[SETTING_CUE], 0);
    preferences_finish(&again);
    assert_false(
        preferences_change(&at->p, SETTING_LIGHT, STR("20"), &at->mem, &why));
    assert_str(why, "light takes a whole number from 35 to 100");
}

static void a_change_by_hand_is_seen(void **state)
{
    struct place *at = *state;
    struct str why = STR_NONE;
    assert_true(preferences_make(&at->p, &at->mem, &why));
    assert_true(at->p.there);
    assert_true(
        file_replace(at->path, STR("cue: off\nlihgt: 50\n"), &at->mem, &why));
    assert_true(preferences_look(&at->p));
    assert_int_equal(at->p.settings.number[SETTING_CUE], CUE_OFF);
    struct buf lines = {0};
    preferences_print(&at->p, &lines);
    struct str wanted =
        arena_printf(&at->mem, "%.*s:2:1: error: \"lihgt\" is not a setting\n",
                     STR_ARG(at->path));
    assert_str(buf_view(&lines), wanted.at);
    buf_finish(&lines);
    // What the person wrote, slip and all, outlives the program's change.
    assert_true(
        preferences_change(&at->p, SETTING_CUE, STR("tone"), &at->mem, &why));
    assert_str(text_of(at), "cue: tone\nlihgt: 50\n");
    assert_int_equal(unlink(at->path.at), 0);
    assert_true(preferences_look(&at->p));
    assert_int_equal(at->p.settings.number[SETTING_CUE], 0);
}

static void what_cannot_be_saved_holds_for_now(void **state)
{
    struct place *at = *state;
    struct str why = STR_NONE;
    assert_true(folder_make(at->path, &at->mem, &why)); // a folder in its way
    assert_true(preferences_look(&at->p));
    struct buf lines = {0};
    preferences_print(&at->p, &lines);
    assert_true(lines.len > 0);
    buf_finish(&lines);
    assert_false(
        preferences_change(&at->p, SETTING_LIGHT, STR("60"), &at->mem, &why));
    assert_str(why, "is a folder");
    assert_int_equal(at->p.settings.number[SETTING_LIGHT], 60);
}

static void the_words_are_those_of_the_parts(void **state)
{
    (void)state;
    assert_int_equal(setting_words(SETTING_CUE), CUE_COUNT);
    for (int i = 0; i < CUE_COUNT; i++) {
        struct str word = cue_mode_word((enum cue_mode)i);
        assert_str(word, setting_rule(SETTING_CUE)->words[i]);
    }
    assert_int_equal(setting_words(SETTING_PALETTE), PALETTE_COUNT);
    for (int i = 0; i < PALETTE_COUNT; i++) {
        struct str word = palette_word((enum palette)i);
        assert_str(word, setting_rule(SETTING_PALETTE)->words[i]);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(
            nothing_is_written_before_something_is_chosen, enter, leave),
        cmocka_unit_test_setup_teardown(a_choice_is_written_and_holds, enter,
                                        leave),
        cmocka_unit_test_setup_teardown(a_change_by_hand_is_seen, enter, leave),
        cmocka_unit_test_setup_teardown(what_cannot_be_saved_holds_for_now,
                                        enter, leave),
        cmocka_unit_test(the_words_are_those_of_the_parts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

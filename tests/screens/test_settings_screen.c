// SPDX-License-Identifier: MIT
// Settings: each is on the screen once and can be changed there; what cannot be
// taken is not asked for; every way leads back.
#include "unit.h"

#include "evening.h"
#include "screens/settings_inside.h"

static struct evening v; // large: a scene is in it

static void open_settings(void)
{
    evening_start(&v, false, "", 21 * 3600);
    evening_key(&v, KEY_TAB, MOD_SHIFT);
    evening_key(&v, KEY_ENTER, 0);
    assert_int_equal(v.program.screen, SCREEN_SETTINGS);
}

static void focus(enum setting s)
{
    struct settings_screen *d = &v.program.settings;
    d->group = setting_row_of(s)->group;
    for (d->focus = 1; settings_screen_focused(d) != s; d->focus++) {
        assert_true(d->focus <= SETTINGS_ROWS);
    }
}

static void each_setting_stands_once(void **state)
{
    (void)state;
    int seen[SETTING_COUNT] = {0};
    for (int g = 0; g < GROUP_COUNT; g++) {
        enum setting rows[SETTINGS_ROWS];
        size_t count = settings_screen_rows((enum settings_group)g, rows);
        for (size_t i = 0; i < count; i++) {
            seen[rows[i]]++;
        }
    }
    for (int s = 0; s < SETTING_COUNT; s++) {
        const struct setting_row *row = setting_row_of((enum setting)s);
        assert_int_equal(seen[s], 1);
        assert_non_null(row->label);
        if (setting_rule((enum setting)s)->kind == SETTING_WHOLE) {
            assert_true(row->step > 0);
        }
    }
}

// Told where one has just changed it, until another change is saved.
static void what_is_not_saved_is_told(void **state)
{
    (void)state;
    open_settings();
    v.now_ms += 1000;
    evening_draw(&v);
    assert_false(evening_shows(&v, "could not be saved"));
    v.facts.settings_unsaved = STR("the disk is full");
    evening_draw(&v);
    assert_true(evening_shows(&v, "could not be saved"));
    evening_finish(&v);
}

// Each that has words or a number comes to all it can be by Right alone, and
// never to what it cannot.
static void arrows_change_what_holds(void **state)
{
    (void)state;
    open_settings();
    for (int i = 0; i < SETTING_COUNT; i++) {
        enum setting s = (enum setting)i;
        enum setting_kind kind = setting_rule(s)->kind;
        focus(s);
        if (kind == SETTING_TEXT || s == SETTING_SWITCH) {
            continue; // with one switch on, keys are something else
        }
        struct str before = v.settings.text[s];
        evening_key(&v, KEY_LEFT, 0);
        evening_key(&v, KEY_RIGHT, 0);
        evening_key(&v, KEY_RIGHT, 0);
        evening_key(&v, KEY_LEFT, 0);
        bool at_end = kind == SETTING_WHOLE; // it stops there, and comes back
        assert_true(at_end || str_equal(v.settings.text[s], before));
        for (int k = 0; k < 200; k++) {
            evening_key(&v, KEY_RIGHT, 0); // the evening checks what is asked
        }
        if (kind == SETTING_WHOLE) {
            assert_int_equal(v.settings.number[s], setting_rule(s)->most);
        }
    }
    evening_finish(&v);
}

static void home_and_end_are_the_rows_ends(void **state)
{
    (void)state;
    open_settings();
    struct settings_screen *d = &v.program.settings;
    enum setting rows[SETTINGS_ROWS];
    size_t count = settings_screen_rows(d->group, rows);
    evening_key(&v, KEY_END, 0);
    assert_int_equal(settings_screen_focused(d), rows[count - 1]);
    evening_key(&v, KEY_HOME, 0);
    assert_int_equal(settings_screen_focused(d), rows[0]);
    evening_finish(&v);
}

static void a_text_is_taken_whole_or_not(void **state)
{
    (void)state;
    open_settings();
    focus(SETTING_DAY_START);
    evening_key(&v, KEY_ENTER, 0);
    assert_true(v.typing);
    evening_key(&v, KEY_BACKSPACE, 0);
    evening_key(&v, KEY_ENTER, 0);
    assert_true(v.program.settings.refused); // "04:0" is no time
    assert_int_equal(v.settings.number[SETTING_DAY_START], 4 * 60);
    evening_type(&v, "5");
    evening_key(&v, KEY_ENTER, 0);
    assert_int_equal(v.settings.number[SETTING_DAY_START], 4 * 60 + 5);
    assert_false(v.typing);
    focus(SETTING_PARTNER);
    evening_key(&v, KEY_ENTER, 0);
    evening_text(&v, STR("Zo\u00eb"));
    evening_key(&v, KEY_BACKSPACE, 0); // a whole letter
    evening_key(&v, KEY_ESCAPE, 0);
    assert_int_equal(v.settings.text[SETTING_PARTNER].len, 0);
    evening_key(&v, KEY_ENTER, 0);
    evening_text(&v, STR("Zo\u00eb"));
    evening_key(&v, KEY_ENTER, 0);
    assert_true(str_equal(v.settings.text[SETTING_PARTNER], STR("Zo\u00eb")));
    assert_int_equal(v.program.screen, SCREEN_SETTINGS);
    evening_key(&v, KEY_ESCAPE, 0);
    assert_int_equal(v.program.screen, SCREEN_TODAY);
    evening_finish(&v);
}

static void the_pointer_alone_does_it(void **state)
{
    (void)state;
    open_settings();
    struct page pg = {&v.scene, &fixed_ruler};
    struct area tab = settings_screen_tab(pg.ruler, GROUP_SOUND);
    evening_click(&v, tab.x + 0.01f, tab.y + 0.02f);
    assert_int_equal(v.program.settings.group, GROUP_SOUND);
    struct area row = settings_screen_row(1);
    float y = row.y + row.h / 2;
    evening_click(&v, row.x + 0.1f, y);
    evening_click(&v, row.x + row.w * 0.7f, y);
    assert_int_equal(v.settings.number[SETTING_VOLUME], -1);
    evening_click(&v, row.x + row.w * 0.9f, y);
    evening_click(&v, row.x + row.w * 0.9f, y);
    assert_int_equal(v.settings.number[SETTING_VOLUME], 1);
    assert_true(row.h >= 0.044f && tab.h >= 0.044f);
    evening_finish(&v);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_setting_stands_once),
        cmocka_unit_test(what_is_not_saved_is_told),
        cmocka_unit_test(arrows_change_what_holds),
        cmocka_unit_test(home_and_end_are_the_rows_ends),
        cmocka_unit_test(a_text_is_taken_whole_or_not),
        cmocka_unit_test(the_pointer_alone_does_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

// SPDX-License-Identifier: MIT
// Setup: what a script lets a person choose, within what it allows, and what
// they say before; all of it comes to the session and to its entry. And the
// first run, which comes once, and its care page again when it has changed.
#include "unit.h"

#include "evening.h"
#include "screens/program_inside.h"
#include "screens/setup_inside.h"
#include "screens/welcome_inside.h"

static struct evening v; // large: a scene is in it

static const char chosen[] =
    "title: Long tide\nkind: breathwork\nclass: gentle\n"
    "about: Slow breath, the longer way out.\nposture: lying\n"
    "let length = 2m (1m to 5m) \"How long\"\n"
    "let slow = 6s (4s to 7s) \"How slowly out\"\n"
    "let rounds = 2 (1 to 3)\n"
    "repeat rounds\n    breathe 4-slow for length\nend\n";

static void open_setup(void)
{
    evening_start(&v, false, "", 21 * 3600);
    struct diags ds = {.mem = &v.mem};
    assert_true(
        session_parse(&v.sessions[TIDE], str_from(chosen), &v.mem, &ds));
    assert_true(timeline_build(&v.timelines[TIDE], &v.sessions[TIDE], NULL,
                               &v.mem, &ds));
    program_facts(&v.program, &v.facts);
    v.program.screen = SCREEN_SESSIONS;
    evening_type(&v, "l");
    evening_key(&v, KEY_TAB, 0);
    assert_int_equal(v.program.screen, SCREEN_SETUP);
}

static void what_is_chosen_is_played(void **state)
{
    (void)state;
    open_setup();
    struct setup *s = &v.program.setup;
    assert_int_equal(s->length_ms, 240000);
    evening_key(&v, KEY_RIGHT, 0);
    assert_int_equal(s->all[0].value, 135000); // a quarter of a minute on
    for (int i = 0; i < 40; i++) {
        evening_key(&v, KEY_RIGHT, 0);
    }
    assert_int_equal(s->all[0].value, 300000);
    assert_int_equal(s->length_ms, 600000);
    evening_key(&v, KEY_DOWN, 0);
    evening_key(&v, KEY_LEFT, 0);
    assert_int_equal(s->all[1].value, 5500);
    evening_key(&v, KEY_DOWN, 0);
    evening_key(&v, KEY_RIGHT, 0);
    evening_key(&v, KEY_RIGHT, 0);
    assert_int_equal(s->all[2].value, 3000);
    assert_int_equal(s->length_ms, 912000); // whole breaths of 9.5 s
    evening_key(&v, KEY_ENTER, 0);
    assert_int_equal(v.program.screen, SCREEN_PLAYER);
    assert_int_equal(v.program.player.tl->length_ms, 912000);
    evening_finish(&v);
}

static void what_is_said_before_is_in_the_entry(void **state)
{
    (void)state;
    open_setup();
    evening_type(&v, "2");
    for (int i = 0; i < 6; i++) {
        evening_key(&v, KEY_DOWN, 0);
    }
    assert_true(v.typing);
    evening_type(&v, "3 calm hours");
    evening_key(&v, KEY_ENTER, 0);
    assert_false(v.typing);
    struct arena mem = {0};
    struct entry e = program_entry(&v.program, 0, &mem);
    assert_int_equal(e.mood_before, 2);
    assert_true(str_equal(e.intention, STR("3 calm hours")));
    arena_finish(&mem);
    // The next session has none of it.
    evening_key(&v, KEY_ESCAPE, 0);
    evening_key(&v, KEY_ESCAPE, 0);
    evening_open(&v, TIDE);
    e = program_entry(&v.program, 0, &mem);
    assert_int_equal(e.mood_before, -1);
    assert_int_equal(e.intention.len, 0);
    arena_finish(&mem);
    evening_finish(&v);
}

static void what_is_chosen_is_remembered(void **state)
{
    (void)state;
    open_setup();
    v.settings.text[SETTING_CHOSEN] =
        STR("box length=3m, long-tide slow=5s, other x=1");
    evening_key(&v, KEY_ESCAPE, 0);
    evening_key(&v, KEY_TAB, 0);
    struct setup *s = &v.program.setup;
    assert_int_equal(s->all[0].value, 120000); // as written
    assert_int_equal(s->all[1].value, 5000);
    evening_key(&v, KEY_RIGHT, 0);
    evening_key(&v, KEY_ENTER, 0);
    assert_int_equal(v.program.screen, SCREEN_PLAYER);
    assert_str(v.settings.text[SETTING_CHOSEN],
               "long-tide length=135s slow=5s, box length=3m, other x=1");
    // What does not fit (any more) leaves the script's own; twice, the last.
    v.settings.text[SETTING_CHOSEN] =
        STR(", long-tide length=99m slow, long-tide  slow=4.5s rounds=9 y=,,");
    v.program.screen = SCREEN_SESSIONS;
    evening_key(&v, KEY_TAB, 0);
    assert_int_equal(s->all[0].value, 120000);
    assert_int_equal(s->all[1].value, 4500);
    assert_int_equal(s->all[2].value, 2000);
    // As the script has it there is nothing to remember.
    evening_key(&v, KEY_DOWN, 0);
    for (int i = 0; i < 3; i++) {
        evening_key(&v, KEY_RIGHT, 0);
    }
    assert_int_equal(s->all[1].value, 6000);
    evening_key(&v, KEY_ENTER, 0);
    assert_int_equal(v.settings.text[SETTING_CHOSEN].len, 0);
    evening_finish(&v);
}

static void the_oldest_choices_go(void **state)
{
    (void)state;
    open_setup();
    struct buf many = {0};
    for (int i = 0; i < 500; i++) {
        buf_printf(&many, "s%d a=1,", i);
    }
    v.settings.text[SETTING_CHOSEN] = buf_view(&many);
    evening_key(&v, KEY_RIGHT, 0);
    evening_key(&v, KEY_ENTER, 0);
    struct str now = v.settings.text[SETTING_CHOSEN];
    assert_true(str_starts(now, STR("long-tide length=135s, s0 a=1, ")));
    assert_true(str_ends(now, STR("s22 a=1")));
    buf_finish(&many);
    evening_finish(&v);
}

static void setup_leads_back_to_where_one_was(void **state)
{
    (void)state;
    open_setup();
    evening_key(&v, KEY_ESCAPE, 0);
    assert_int_equal(v.program.screen, SCREEN_SESSIONS);
    evening_key(&v, KEY_ESCAPE, 0);
    evening_key(&v, KEY_RIGHT, 0);
    assert_int_equal(v.program.screen, SCREEN_SETUP);
    evening_key(&v, KEY_F1, 0);
    evening_key(&v, KEY_ESCAPE, 0);
    assert_int_equal(v.program.screen, SCREEN_SETUP);
    v.facts.practice_count = 0; // its file went meanwhile
    program_facts(&v.program, &v.facts);
    assert_int_equal(v.program.screen, SCREEN_TODAY);
    evening_finish(&v);
}

static void favourites_stand_first(void **state)
{
    (void)state;
    evening_start(&v, false, "", 21 * 3600);
    v.program.screen = SCREEN_SESSIONS;
    const struct sessions *s = &v.program.sessions;
    evening_key(&v, KEY_END, 0);
    size_t last = sessions_chosen(s);
    assert_int_not_equal(s->listed[0], last);
    evening_type(&v, "*");
    assert_int_equal(s->listed[0], last);
    assert_int_equal(sessions_chosen(s), last); // the focus went with it
    evening_key(&v, KEY_END, 0);
    evening_type(&v, "*");
    struct str two = v.settings.text[SETTING_FAVOURITES];
    assert_true(str_find(two, ',', 0) < two.len);
    evening_type(&v, "*"); // and no longer
    evening_key(&v, KEY_HOME, 0);
    assert_int_equal(sessions_chosen(s), last);
    evening_type(&v, "*");
    assert_int_equal(v.settings.text[SETTING_FAVOURITES].len, 0);
    assert_int_equal(s->listed[s->count - 1], last);
    evening_finish(&v);
}

static void print(struct buf *out, const char *name)
{
    v.now_ms += 1000;
    evening_draw(&v);
    buf_printf(out, "== %s\n", name);
    scene_print(&v.scene, out);
}

static void setup_looks_as_it_did(void **state)
{
    (void)state;
    struct buf out = {0};
    open_setup();
    print(&out, "three things to choose");
    evening_key(&v, KEY_TAB, MOD_SHIFT);
    evening_type(&v, "To sleep");
    print(&out, "an intention");
    evening_finish(&v);
    golden_check("setup.scene", &out);
    buf_finish(&out);
}

static void the_first_run_is_four_pages(void **state)
{
    (void)state;
    struct buf out = {0};
    evening_start(&v, false, "", 21 * 3600);
    program_welcome(&v.program, true);
    evening_key(&v, KEY_RIGHT, 0);
    assert_int_equal(v.settings.number[SETTING_PALETTE], 1);
    print(&out, "light");
    evening_key(&v, KEY_ENTER, 0);
    print(&out, "sound");
    evening_key(&v, KEY_ENTER, 0);
    evening_key(&v, KEY_LEFT, 0);
    assert_true(str_equal(v.settings.text[SETTING_MOTION], STR("reduced")));
    print(&out, "motion");
    evening_key(&v, KEY_ENTER, 0);
    print(&out, "care");
    assert_int_equal(v.settings.text[SETTING_CARE_READ].len, 0);
    evening_key(&v, KEY_ENTER, 0);
    assert_int_equal(v.program.screen, SCREEN_TODAY);
    assert_int_equal(v.settings.text[SETTING_CARE_READ].len, 8);
    assert_true(str_find(buf_view(&v.log), 'l', 0) < v.log.len); // was heard
    program_welcome(&v.program, false); // the second day
    assert_int_equal(v.program.screen, SCREEN_TODAY);
    v.settings.text[SETTING_CARE_READ] = STR("00000000"); // it has changed
    program_welcome(&v.program, false);
    assert_int_equal(v.program.screen, SCREEN_WELCOME);
    assert_int_equal(v.program.welcome.page, WELCOME_CARE);
    evening_finish(&v);
    golden_check("welcome.scene", &out);
    buf_finish(&out);
}

static void the_desktop_proposes_in_the_first_run(void **state)
{
    (void)state;
    evening_start(&v, false, "", 21 * 3600);
    program_welcome(&v.program, true);
    program_wishes(&v.program, true, STR("contrast"));
    assert_int_equal(v.settings.number[SETTING_PALETTE], 0); // not by itself
    assert_true(program_still(&v.program));
    evening_key(&v, KEY_ENTER, 0);
    assert_str(v.settings.text[SETTING_PALETTE], "contrast");
    evening_finish(&v);
    // What the person chooses goes before, and skipping chooses nothing.
    evening_start(&v, false, "", 21 * 3600);
    program_welcome(&v.program, true);
    program_wishes(&v.program, false, STR("paper"));
    evening_key(&v, KEY_LEFT, 0);
    assert_str(v.settings.text[SETTING_PALETTE], "dusk");
    program_wishes(&v.program, false, STR("paper"));
    evening_key(&v, KEY_ENTER, 0);
    assert_str(v.settings.text[SETTING_PALETTE], "dusk");
    evening_finish(&v);
    evening_start(&v, false, "", 21 * 3600);
    program_welcome(&v.program, true);
    program_wishes(&v.program, true, STR("paper"));
    evening_key(&v, KEY_ESCAPE, 0);
    assert_str(v.settings.text[SETTING_PALETTE], "night");
    v.settings.number[SETTING_MOTION] = 1; // full, says the person
    assert_false(program_still(&v.program));
    evening_finish(&v);
}

static void the_language_is_on_the_first_page(void **state)
{
    (void)state;
    evening_start(&v, false, "", 21 * 3600);
    program_welcome(&v.program, true);
    evening_draw(&v);
    assert_true(evening_shows(&v, "English"));
    evening_key(&v, KEY_DOWN, 0);
    assert_str(v.settings.text[SETTING_LANGUAGE], "de");
    evening_key(&v, KEY_UP, 0); // the screens speak English yet: before it
    assert_str(v.settings.text[SETTING_LANGUAGE], "ar");
    struct area a = welcome_language();
    evening_click(&v, a.x + 0.1f, a.y + 0.02f);
    assert_str(v.settings.text[SETTING_LANGUAGE], "de");
    assert_int_equal(v.program.welcome.page, WELCOME_LIGHT);
    evening_key(&v, KEY_ENTER, 0); // on the others up is more
    evening_key(&v, KEY_ENTER, 0);
    evening_key(&v, KEY_UP, 0);
    assert_str(v.settings.text[SETTING_MOTION], "full");
    assert_str(v.settings.text[SETTING_LANGUAGE], "de");
    evening_finish(&v);
}

static void the_first_run_can_be_left(void **state)
{
    (void)state;
    evening_start(&v, false, "", 21 * 3600);
    program_welcome(&v.program, true);
    evening_key(&v, KEY_ESCAPE, 0);
    assert_int_equal(v.program.screen, SCREEN_TODAY);
    assert_int_equal(v.settings.text[SETTING_CARE_READ].len, 0);
    struct str log = buf_view(&v.log);
    assert_true(str_ends(log, STR("settings file 0 0\n")));
    evening_finish(&v);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_chosen_is_played),
        cmocka_unit_test(what_is_said_before_is_in_the_entry),
        cmocka_unit_test(what_is_chosen_is_remembered),
        cmocka_unit_test(the_oldest_choices_go),
        cmocka_unit_test(setup_leads_back_to_where_one_was),
        cmocka_unit_test(favourites_stand_first),
        cmocka_unit_test(setup_looks_as_it_did),
        cmocka_unit_test(the_first_run_is_four_pages),
        cmocka_unit_test(the_desktop_proposes_in_the_first_run),
        cmocka_unit_test(the_language_is_on_the_first_page),
        cmocka_unit_test(the_first_run_can_be_left),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

// SPDX-License-Identifier: MIT
// A whole evening of two: names and what it is for, asked once; cards that say
// whose turn it is; words of both in a step of writing; two reflections.
#include "unit.h"

#include "evening.h"
#include "screens/setup_inside.h"

static struct evening v; // large: a scene is in it

static const char for_two[] =
    "title: Long tide\nkind: partner\nclass: gentle\n"
    "about: Slow breath, the longer way out.\n"
    "caution: Either of you may stop.\npacer: ring\n"
    "let each = 20s (10s to 30s) \"How long each\"\n"
    "settle 4s \"Sit so that you see each other.\"\n"
    "turn A each \"A speaks.\"\nturn B each \"B speaks.\"\n"
    "breathe 4-6 x 2\nwrite 10s \"What was it like?\"\nturn both 4s\n";

static void begin_evening(void)
{
    evening_ruler.narrow = false;
    evening_start(&v, false, "", 21 * 3600);
    struct diags ds = {.mem = &v.mem};
    struct session *s = &v.sessions[TIDE];
    assert_true(session_parse(s, str_from(for_two), &v.mem, &ds));
    assert_true(timeline_build(&v.timelines[TIDE], s, NULL, &v.mem, &ds));
    program_facts(&v.program, &v.facts);
    v.program.screen = SCREEN_SESSIONS;
    evening_type(&v, "l");
}

static void print_at(int64_t session_ms, struct buf *out)
{
    while (transport_ms(&v.transport) < session_ms) {
        evening_to(&v, v.now_ms + 20);
    }
    evening_draw(&v);
    buf_printf(out, "at %lld\n", (long long)session_ms);
    scene_print(&v.scene, out);
}

static void names_are_asked_once(void **state)
{
    (void)state;
    begin_evening();
    evening_key(&v, KEY_ENTER, 0); // two say first who they are
    assert_int_equal(v.program.screen, SCREEN_SETUP);
    assert_true(v.typing);
    evening_type(&v, "Ana");
    evening_key(&v, KEY_DOWN, 0);
    evening_type(&v, "Ben G");
    evening_key(&v, KEY_BACKSPACE, 0);
    evening_key(&v, KEY_ENTER, 0);
    assert_int_equal(v.program.screen, SCREEN_PLAYER);
    assert_false(v.typing);
    assert_str(v.settings.text[SETTING_OWN_NAME], "Ana");
    assert_str(v.settings.text[SETTING_PARTNER], "Ben");
    assert_str(v.program.player.options.names[0], "Ana");
    assert_str(v.program.player.options.names[1], "Ben");
    // The next time they stand there, and the other one may begin.
    v.program.screen = SCREEN_SESSIONS;
    evening_key(&v, KEY_ENTER, 0);
    struct setup *s = &v.program.setup;
    assert_int_equal(s->focus, 0);
    assert_false(v.typing);
    evening_to(&v, v.now_ms + 1000);
    evening_draw(&v);
    assert_true(evening_shows(&v, "Ana is A, Ben is B"));
    for (size_t i = 1; i < setup_rows(s, &v.facts); i++) {
        evening_key(&v, KEY_DOWN, 0);
    }
    evening_key(&v, KEY_RIGHT, 0);
    assert_true(evening_shows(&v, "Ben is A, Ana is B"));
    evening_key(&v, KEY_ENTER, 0);
    assert_str(v.program.player.options.names[0], "Ben");
    assert_str(v.settings.text[SETTING_OWN_NAME], "Ana");
    evening_finish(&v);
}

static void a_session_for_one_asks_for_no_names(void **state)
{
    (void)state;
    begin_evening();
    v.settings.text[SETTING_OWN_NAME] = STR("Ana");
    evening_type(&v, "t"); // Three pages
    evening_key(&v, KEY_ENTER, 0);
    assert_int_equal(v.program.screen, SCREEN_PLAYER);
    assert_int_equal(v.program.player.options.names[0].len, 0);
    v.program.screen = SCREEN_SESSIONS;
    evening_key(&v, KEY_TAB, 0);
    assert_int_equal(setup_rows(&v.program.setup, &v.facts), SETUP_OWN_NAME);
    evening_finish(&v);
}

static void names_stay_when_the_script_is_changed(void **state)
{
    (void)state;
    begin_evening();
    v.settings.text[SETTING_OWN_NAME] = STR("Ana");
    v.settings.text[SETTING_PARTNER] = STR("Ben");
    evening_open(&v, TIDE);
    evening_to(&v, 8000);
    struct requests ask = {0};
    struct opened o = {.session = &v.sessions[TIDE],
                       .timeline = &v.timelines[TIDE],
                       .name = STR("long-tide")};
    program_reloaded(&v.program, &o, &ask);
    evening_draw(&v);
    assert_true(evening_shows(&v, "Ana\u2019s turn"));
    evening_finish(&v);
}

static void an_evening_of_two_as_it_was(void **state)
{
    (void)state;
    struct buf out = {0};
    begin_evening();
    evening_key(&v, KEY_ENTER, 0);
    evening_type(&v, "Ana");
    evening_key(&v, KEY_DOWN, 0);
    evening_type(&v, "Ben");
    evening_key(&v, KEY_UP, 0);
    evening_key(&v, KEY_UP, 0);
    evening_type(&v, "to hear");
    evening_to(&v, v.now_ms + 1000);
    evening_draw(&v);
    buf_put(&out, STR("setup\n"));
    scene_print(&v.scene, &out);
    evening_key(&v, KEY_ENTER, 0);
    print_at(3500, &out);  // who is A, who is B
    print_at(10000, &out); // A's turn
    print_at(30000, &out); // B's
    print_at(66000, &out); // writing
    evening_type(&v, "mine");
    evening_key(&v, KEY_TAB, 0);
    evening_type(&v, "yours");
    evening_draw(&v);
    scene_print(&v.scene, &out);
    print_at(75500, &out); // both
    evening_to(&v, v.now_ms + 10000);
    assert_int_equal(v.program.screen, SCREEN_REFLECTION);
    buf_clear(&v.kept);
    evening_key(&v, KEY_ENTER, MOD_CTRL);
    evening_key(&v, KEY_ENTER, MOD_CTRL);
    buf_put(&out, STR("kept\n"));
    buf_put(&out, buf_view(&v.kept));
    buf_put(&out, buf_view(&v.log));
    struct entry e = program_entry(&v.program, 1, &v.mem);
    assert_str(e.who, "Ben");
    assert_str(e.intention, "to hear");
    evening_finish(&v);
    golden_check("pair.scene", &out);
    buf_finish(&out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_are_asked_once),
        cmocka_unit_test(a_session_for_one_asks_for_no_names),
        cmocka_unit_test(names_stay_when_the_script_is_changed),
        cmocka_unit_test(an_evening_of_two_as_it_was),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

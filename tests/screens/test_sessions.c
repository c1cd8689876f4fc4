// SPDX-License-Identifier: MIT
// The list of sessions: narrowed to a kind, or to what was done of late, and
// the ways about it by keys.
#include "unit.h"

#include "ways.h"

static struct evening v; // large: a scene is in it

static void begin(void)
{
    static const char *const done[] = {"box", "long-tide", "box", "fire",
                                       "long-tide"};
    static const char *const who[] = {"", "", "", "Mira", ""};
    way_to(&v, SCREEN_SESSIONS);
    for (size_t i = 0; i < 5; i++) {
        v.entries[i] = (struct entry){.session = str_from(done[i]),
                                      .who = str_from(who[i]),
                                      .mood_before = -1,
                                      .mood_after = -1};
    }
    v.facts.entry_count = 5;
    program_facts(&v.program, &v.facts);
}

static void assert_listed(const char *names_wanted)
{
    struct buf out = {0};
    const struct sessions *s = &v.program.sessions;
    for (size_t i = 0; i < s->count; i++) {
        buf_put(&out, i > 0 ? STR(" ") : STR_NONE);
        buf_put(&out, v.practices[s->listed[i]].name);
    }
    assert_str(buf_view(&out), names_wanted);
    buf_finish(&out);
}

static void a_kind_alone(void **state)
{
    (void)state;
    begin();
    assert_listed("box fire long-tide pages");
    way_walk(&v, "Up Up Right Right", way_key); // past the recent ones
    assert_listed("box fire long-tide");
    way_walk(&v, "Right", way_key);
    assert_listed("pages");
    assert_int_equal(v.program.sessions.which, SESSIONS_KIND + KIND_REFLECTION);
    way_walk(&v, "Right", way_key); // round: there is no other kind here
    assert_listed("box fire long-tide pages");
    way_walk(&v, "Left Enter Enter", way_key); // into the list, and begun
    assert_int_equal(v.program.screen, SCREEN_PLAYER);
    assert_true(v.program.player.session == &v.sessions[PAGES]);
    evening_finish(&v);
}

static void recent_ones_the_latest_first(void **state)
{
    (void)state;
    begin();
    way_click(&v, STR("Recent"));
    assert_listed("long-tide box"); // fire was another person's
    v.facts.entry_count = 3;
    program_facts(&v.program, &v.facts);
    assert_listed("box long-tide");
    v.facts.entry_count = 0; // as the journal of another folder
    program_facts(&v.program, &v.facts);
    assert_listed("box fire long-tide pages");
    assert_int_equal(v.program.sessions.which, SESSIONS_ALL);
    evening_draw(&v);
    for (size_t i = 0; i < v.scene.count; i++) { // and no word for none
        assert_false(str_equal(scene_text_of(&v.scene, &v.scene.shapes[i]),
                               STR("Recent")));
    }
    evening_finish(&v);
}

static void kind_and_effect_together(void **state)
{
    (void)state;
    begin();
    v.practices[BOX].effect = EFFECT_FOCUS;
    v.practices[PAGES].effect = EFFECT_FOCUS;
    program_facts(&v.program, &v.facts);
    way_walk(&v, "Right", way_key); // in the list, an effect
    assert_listed("box pages");
    way_walk(&v, "Up Up Right Right", way_key);
    assert_listed("box fire long-tide"); // a kind begins with all of it
    way_walk(&v, "Down Right", way_key);
    assert_listed("box");
    evening_finish(&v);
}

static void the_menu_by_keys(void **state)
{
    (void)state;
    begin();
    way_walk(&v, "End Down Right Enter", way_key);
    assert_int_equal(v.program.screen, SCREEN_SESSIONS);
    way_walk(&v, "End Down Left Enter", way_key);
    assert_int_equal(v.program.screen, SCREEN_TODAY);
    evening_finish(&v);
    begin();
    way_walk(&v, "Up Up Up Left Left Enter", way_key); // round, backwards
    assert_int_equal(v.program.screen, SCREEN_CARE);
    evening_finish(&v);
    begin();
    way_walk(&v, "Up Down", way_key);
    assert_int_equal(v.program.sessions.zone, ZONE_LIST);
    way_walk(&v, "Up Up Up Up", way_key);
    assert_int_equal(v.program.sessions.zone, ZONE_LIST);
    way_walk(&v, "Up Down l", way_key); // a letter finds a title
    assert_int_equal(v.program.sessions.zone, ZONE_LIST);
    assert_int_equal(v.program.sessions.focus, 2);
    evening_finish(&v);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_kind_alone),
        cmocka_unit_test(recent_ones_the_latest_first),
        cmocka_unit_test(kind_and_effect_together),
        cmocka_unit_test(the_menu_by_keys),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

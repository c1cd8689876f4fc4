// SPDX-License-Identifier: MIT
// A person with one switch: a session is begun, paused, gone on with, ended and
// its reflection kept by presses of one key alone, without haste.
#include "unit.h"

#include "evening.h"

static struct evening v; // large: a scene is in it

static void press(void)
{
    evening_letter(&v, "x");
}

// Waits until the act is lit, for some rounds if need be, and presses.
static void choose(size_t act)
{
    for (int i = 0; v.program.scan.lit != act; i++) {
        assert_true(i < 30);
        evening_to(&v, v.now_ms + v.settings.number[SETTING_SWITCH_PACE]);
    }
    press();
}

enum { DOWN, ENTER, RIGHT, UP, LEFT, NEXT, KEEP, BACK, CARE };

static void start(void)
{
    evening_start(&v, false, "", 21 * 3600);
    v.settings.number[SETTING_SWITCH] = SETTING_ON;
}

static void a_whole_session_by_one_switch(void **state)
{
    (void)state;
    start();
    choose(ENTER);
    assert_int_equal(v.program.screen, SCREEN_PLAYER);
    if (v.program.player.stage == PLAYER_CAUTIONS) {
        choose(ENTER);
    }
    evening_to(&v, v.now_ms + 3000);
    assert_false(v.program.player.paused);
    press();
    assert_true(v.program.player.paused);
    choose(ENTER);
    assert_false(v.program.player.paused);
    press();
    choose(BACK);
    evening_to(&v, v.now_ms + 6000);
    assert_int_equal(v.program.screen, SCREEN_REFLECTION);
    choose(KEEP);
    assert_int_equal(v.program.reflection.state, REFLECTION_KEPT);
    assert_int_equal(v.program.screen, SCREEN_TODAY);
    choose(CARE);
    assert_int_equal(v.program.screen, SCREEN_CARE);
    choose(BACK);
    assert_int_equal(v.program.screen, SCREEN_TODAY);
    evening_finish(&v);
}

static void held_long_it_ends(void **state)
{
    (void)state;
    start();
    evening_open(&v, TIDE);
    evening_to(&v, 3000);
    evening_input(&v, (struct input){.kind = INPUT_POINTER_DOWN, .clicks = 1});
    evening_to(&v, v.now_ms + 1400);
    assert_int_equal(v.program.player.stage, PLAYER_PLAYING);
    evening_to(&v, v.now_ms + 200);
    assert_int_equal(v.program.player.stage, PLAYER_LANDING);
    evening_finish(&v);
    start();
    evening_open(&v, TIDE); // the same by a key that repeats
    evening_to(&v, 3000);
    press();
    for (int i = 0; i < 40; i++) {
        evening_to(&v, v.now_ms + 50);
        evening_input(&v, (struct input){.kind = INPUT_KEY,
                                         .key = KEY_CHAR,
                                         .letter = 'x',
                                         .repeat = true});
    }
    assert_int_equal(v.program.player.stage, PLAYER_LANDING);
    evening_finish(&v);
}

static void it_is_lit_as_long_as_one_says(void **state)
{
    (void)state;
    start();
    v.settings.number[SETTING_SWITCH_PACE] = 3000;
    size_t lit = v.program.scan.lit;
    while (v.program.scan.lit == lit) {
        evening_to(&v, v.now_ms + 20);
    }
    lit = v.program.scan.lit;
    evening_to(&v, v.now_ms + 2800);
    assert_int_equal(v.program.scan.lit, lit);
    int64_t due_ms = program_due(&v.program, evening_instant(&v));
    assert_in_range(due_ms, 1, 300);
    evening_to(&v, v.now_ms + due_ms);
    assert_int_not_equal(v.program.scan.lit, lit);
    v.settings.number[SETTING_SWITCH] = SETTING_OFF;
    assert_int_equal(program_due(&v.program, evening_instant(&v)), INT64_MAX);
    evening_finish(&v);
}

// Over a page, and over the veil of a pause; while a session runs no strip.
static void looks_as_it_did(void **state)
{
    (void)state;
    struct buf out = {0};
    start();
    evening_to(&v, 2000);
    evening_key(&v, KEY_F1, 0); // by someone who helps
    evening_draw(&v);
    buf_put(&out, STR("== Care\n"));
    scene_print(&v.scene, &out);
    evening_open(&v, TIDE);
    evening_to(&v, 6000);
    evening_draw(&v);
    for (size_t i = 0; i < v.scene.count; i++) {
        assert_false(str_equal(scene_text_of(&v.scene, &v.scene.shapes[i]),
                               STR("Next")));
    }
    press();
    evening_to(&v, 7000);
    evening_draw(&v);
    buf_put(&out, STR("== a pause\n"));
    scene_print(&v.scene, &out);
    evening_finish(&v);
    golden_check("switch.scene", &out);
    buf_finish(&out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_whole_session_by_one_switch),
        cmocka_unit_test(held_long_it_ends),
        cmocka_unit_test(it_is_lit_as_long_as_one_says),
        cmocka_unit_test(looks_as_it_did),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

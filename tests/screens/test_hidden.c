// SPDX-License-Identifier: MIT
// Ctrl+Shift+H: nothing of what was there is to be seen, nothing that is done
// meanwhile has an effect, and the same keys bring it back as it was.
#include "unit.h"

#include "evening.h"

static struct evening v; // large: a scene is in it

static void press(void)
{
    evening_input(&v, (struct input){.kind = INPUT_KEY,
                                     .key = KEY_CHAR,
                                     .letter = 'h',
                                     .mods = MOD_CTRL | MOD_SHIFT});
}

static void assert_bare(void)
{
    v.now_ms += 1000;
    evening_draw(&v);
    assert_int_equal(v.scene.count, 2);
    assert_int_equal(v.scene.shapes[0].kind, SHAPE_GROUND);
    assert_int_equal(v.scene.shapes[1].kind, SHAPE_RING);
}

static void a_session_waits_behind_the_circle(void **state)
{
    (void)state;
    evening_start(&v, true, "", 21 * 3600);
    evening_open(&v, TIDE);
    evening_to(&v, 5000);
    press();
    assert_bare();
    assert_true(v.program.player.paused);
    evening_key(&v, KEY_SPACE, 0);
    evening_key(&v, KEY_ESCAPE, 0);
    evening_click(&v, 0.9f, 0.5f);
    assert_bare();
    press();
    assert_int_equal(v.program.screen, SCREEN_PLAYER);
    assert_int_equal(v.program.player.stage, PLAYER_PLAYING);
    assert_true(v.program.player.paused);
    assert_true(v.scene.count > 2);
    evening_finish(&v);
}

static void words_stay_and_are_kept(void **state)
{
    (void)state;
    evening_start(&v, true, "", 21 * 3600);
    evening_open(&v, TIDE);
    evening_to(&v, 27000);
    evening_type(&v, "mine");
    press();
    evening_type(&v, "not mine");
    evening_to(&v, v.now_ms + DRAFT_IDLE_MS);
    assert_true(str_ends(buf_view(&v.kept), STR("\"mine\"\n")));
    assert_bare();
    press();
    evening_key(&v, KEY_ENTER, MOD_CTRL);
    assert_true(str_ends(buf_view(&v.kept), STR("\"mine\"\n")));
    evening_finish(&v);
}

static void it_breathes_unless_motion_is_reduced(void **state)
{
    (void)state;
    evening_start(&v, false, "", 21 * 3600);
    press();
    assert_bare();
    float before = v.scene.shapes[1].r;
    assert_int_equal(program_due(&v.program, evening_instant(&v)), 0);
    assert_bare();
    assert_true(v.scene.shapes[1].r > before || v.scene.shapes[1].r < before);
    v.settings.number[SETTING_MOTION] = 2;
    assert_bare();
    before = v.scene.shapes[1].r;
    assert_bare();
    assert_false(v.scene.shapes[1].r > before || v.scene.shapes[1].r < before);
    assert_true(program_due(&v.program, evening_instant(&v)) > 1000);
    evening_finish(&v);
}

static void looks_as_it_did(void **state)
{
    (void)state;
    struct buf out = {0};
    evening_start(&v, false, "", 21 * 3600);
    press();
    for (int i = 0; i < 2; i++) { // empty and full
        v.now_ms = 10000 + 5000 * i;
        evening_draw(&v);
        buf_printf(&out, "== hidden, at %d s\n", 5 * i);
        scene_print(&v.scene, &out);
    }
    evening_finish(&v);
    golden_check("hidden.scene", &out);
    buf_finish(&out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_session_waits_behind_the_circle),
        cmocka_unit_test(words_stay_and_are_kept),
        cmocka_unit_test(it_breathes_unless_motion_is_reduced),
        cmocka_unit_test(looks_as_it_did),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

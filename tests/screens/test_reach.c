// SPDX-License-Identifier: MIT
// Care and the grounding are one key away on every screen, at once, and Esc
// leads exactly to where one was, a session paused.
#include "unit.h"

#include "ways.h"

static struct evening v; // large: a scene is in it

// What stands there when nothing moves: a session that was left is paused, and
// its frame is that of the pause.
static void settle(struct buf *out)
{
    if (v.program.screen == SCREEN_PLAYER && !v.program.player.paused) {
        evening_key(&v, KEY_SPACE, 0);
        evening_to(&v, v.now_ms + 6000);
    }
    way_print(&v, out);
}

static void ground_key(void)
{
    evening_input(&v, (struct input){.kind = INPUT_KEY,
                                     .key = KEY_CHAR,
                                     .letter = 'g',
                                     .mods = v.typing ? MOD_CTRL : 0});
}

static void is_the_same(const struct buf *was, enum screen s)
{
    struct buf now = {0};
    evening_to(&v, v.now_ms + 6000);
    assert_int_equal(v.program.screen, s);
    way_print(&v, &now);
    if (!str_equal(buf_view(&now), buf_view(was))) {
        fail_msg("%s looks otherwise after it", way_names[s]);
    }
    buf_finish(&now);
}

static void care_is_there_at_once_and_esc_comes_back(void **state)
{
    (void)state;
    for (int s = 0; s < SCREEN_COUNT; s++) {
        struct buf was = {0};
        if (s == SCREEN_CARE || s == SCREEN_CAUTIONS) { // a leaf of Care
            continue;
        }
        way_to(&v, (enum screen)s);
        if (s != SCREEN_GROUND) { // which goes on by itself
            settle(&was);
        }
        evening_key(&v, KEY_F1, 0);
        assert_int_equal(v.program.screen, SCREEN_CARE);
        // No fade: the next frame has all of it.
        struct buf first = {0}, later = {0};
        way_print(&v, &first);
        evening_to(&v, v.now_ms + 2000);
        way_print(&v, &later);
        assert_true(str_equal(buf_view(&first), buf_view(&later)));
        buf_finish(&first);
        buf_finish(&later);
        evening_key(&v, KEY_ESCAPE, 0);
        if (s != SCREEN_GROUND) {
            is_the_same(&was, (enum screen)s);
        }
        buf_finish(&was);
        evening_finish(&v);
    }
}

static void the_ground_too(void **state)
{
    (void)state;
    for (int s = 0; s < SCREEN_COUNT; s++) {
        struct buf was = {0};
        if (s == SCREEN_GROUND) {
            continue;
        }
        way_to(&v, (enum screen)s);
        settle(&was);
        ground_key();
        assert_int_equal(v.program.screen, SCREEN_GROUND);
        evening_to(&v, v.now_ms + 20000);
        evening_key(&v, KEY_ESCAPE, 0);
        is_the_same(&was, (enum screen)s);
        // After its ninety seconds it leads to Care, and that back.
        ground_key();
        evening_to(&v, v.now_ms + GROUND_MS + 100);
        assert_int_equal(v.program.screen, SCREEN_CARE);
        if (s != SCREEN_CARE && s != SCREEN_CAUTIONS) {
            evening_key(&v, KEY_ESCAPE, 0);
            is_the_same(&was, (enum screen)s);
        }
        buf_finish(&was);
        evening_finish(&v);
    }
}

static void a_session_that_runs_is_paused(void **state)
{
    (void)state;
    for (int by = 0; by < 2; by++) {
        way_to(&v, SCREEN_PLAYER);
        int64_t was_ms = program_session_ms(&v.program);
        if (by == 0) {
            evening_key(&v, KEY_F1, 0);
        } else {
            ground_key();
        }
        evening_to(&v, v.now_ms + 30000);
        evening_key(&v, KEY_ESCAPE, 0);
        assert_int_equal(v.program.screen, SCREEN_PLAYER);
        assert_true(v.program.player.paused);
        assert_int_equal(program_session_ms(&v.program), was_ms);
        evening_finish(&v);
    }
}

// The Landing does not go on, nor does the time that is sat on, meanwhile.
static void the_landing_stands_still(void **state)
{
    (void)state;
    way_to(&v, SCREEN_PLAYER);
    evening_key(&v, KEY_ESCAPE, 0);
    evening_to(&v, v.now_ms + 1000);
    assert_int_equal(v.program.player.stage, PLAYER_LANDING);
    evening_key(&v, KEY_F1, 0);
    evening_to(&v, v.now_ms + 60000);
    evening_key(&v, KEY_ESCAPE, 0);
    evening_to(&v, v.now_ms + 1000);
    assert_int_equal(v.program.screen, SCREEN_PLAYER);
    assert_int_equal(v.program.player.stage, PLAYER_LANDING);
    evening_to(&v, v.now_ms + 3000);
    assert_int_equal(v.program.screen, SCREEN_REFLECTION);
    evening_finish(&v);
}

// In a field G is a letter; with Ctrl it is the grounding, and what was
// written is there afterwards.
static void words_stay(void **state)
{
    (void)state;
    way_to(&v, SCREEN_REFLECTION);
    evening_type(&v, "going");
    assert_int_equal(v.program.screen, SCREEN_REFLECTION);
    ground_key();
    assert_int_equal(v.program.screen, SCREEN_GROUND);
    evening_key(&v, KEY_ESCAPE, 0);
    evening_type(&v, " on");
    assert_str(editor_text(&v.program.reflection.text), "going on");
    // What is awaited as text comes to Care as the key that it was.
    evening_key(&v, KEY_F1, 0);
    evening_text(&v, STR("g"));
    assert_int_equal(v.program.screen, SCREEN_GROUND);
    evening_finish(&v);
}

static void the_first_run_falls_silent(void **state)
{
    (void)state;
    way_to(&v, SCREEN_WELCOME);
    evening_key(&v, KEY_ENTER, 0); // to the page of sound
    assert_true(str_ends(buf_view(&v.log), STR("listen 1 0\n")));
    ground_key();
    assert_true(str_ends(buf_view(&v.log), STR("listen 0 0\n")));
    evening_key(&v, KEY_ESCAPE, 0);
    assert_true(str_ends(buf_view(&v.log), STR("listen 1 0\n")));
    assert_int_equal(v.program.screen, SCREEN_WELCOME);
    evening_finish(&v);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(care_is_there_at_once_and_esc_comes_back),
        cmocka_unit_test(the_ground_too),
        cmocka_unit_test(a_session_that_runs_is_paused),
        cmocka_unit_test(the_landing_stands_still),
        cmocka_unit_test(words_stay),
        cmocka_unit_test(the_first_run_falls_silent),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

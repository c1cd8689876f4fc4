// SPDX-License-Identifier: MIT
// What a pointer presses in the player: the words on the veil of the pause,
// and the answers to what is asked after minutes that were sat on.
#include "unit.h"

#include "ways.h"

static struct evening v; // large: a scene is in it

static void press(const char *words)
{
    way_click(&v, str_from(words));
}

static void pause_it(void)
{
    way_to(&v, SCREEN_PLAYER);
    evening_click(&v, 0.9f, 0.4f); // anywhere
    assert_true(v.program.player.paused);
    evening_to(&v, v.now_ms + 1000);
}

static void the_words_of_the_pause(void **state)
{
    (void)state;
    pause_it();
    press("Go on");
    assert_false(v.program.player.paused);
    evening_finish(&v);
    pause_it();
    press("Ground me");
    assert_int_equal(v.program.screen, SCREEN_GROUND);
    evening_finish(&v);
    pause_it();
    press("Care");
    assert_int_equal(v.program.screen, SCREEN_CARE);
    evening_finish(&v);
    pause_it();
    press("End here");
    assert_int_equal(v.program.player.stage, PLAYER_LANDING);
    assert_true(v.program.player.ended_early);
    evening_finish(&v);
}

static void elsewhere_it_goes_on(void **state)
{
    (void)state;
    pause_it();
    evening_type(&v, "?");
    evening_click(&v, 0.9f, 0.4f); // the keys go first
    assert_false(v.program.player.keys_shown);
    assert_true(v.program.player.paused);
    evening_click(&v, 0.9f, 0.4f);
    assert_false(v.program.player.paused);
    evening_finish(&v);
}

// Two minutes sat on after the end of a session that is a sit.
static void sit_on(void)
{
    static const char sit[] = "title: Sit\nkind: meditation\nclass: gentle\n"
                              "sit 10s\n";
    evening_start(&v, false, "", 21 * 3600);
    struct diags ds = {.mem = &v.mem};
    assert_true(session_parse(&v.sessions[TIDE], str_from(sit), &v.mem, &ds));
    assert_true(timeline_build(&v.timelines[TIDE], &v.sessions[TIDE], NULL,
                               &v.mem, &ds));
    evening_open(&v, TIDE);
    evening_to(&v, v.now_ms + 11000);
    evening_key(&v, KEY_SPACE, 0);
    assert_int_equal(v.program.player.stage, PLAYER_OVERTIME);
    evening_to(&v, v.now_ms + 120000);
    evening_key(&v, KEY_SPACE, 0);
    assert_true(v.program.player.asking);
}

static void assert_kept(int64_t done_ms)
{
    assert_int_equal(v.program.player.stage, PLAYER_LANDING);
    assert_int_equal(player_report(&v.program.player).done_ms, done_ms);
    evening_finish(&v);
}

static void the_answers(void **state)
{
    (void)state;
    sit_on();
    press("Keep them");
    assert_kept(130000);
    sit_on();
    press("Leave them out");
    assert_kept(10000);
    sit_on();
    evening_click(&v, 0.9f, 0.3f); // no answer
    assert_true(v.program.player.asking);
    evening_key(&v, KEY_ENTER, 0);
    assert_kept(130000);
    sit_on();
    evening_key(&v, KEY_RIGHT, 0);
    evening_key(&v, KEY_ENTER, 0);
    assert_kept(10000);
    sit_on();
    evening_key(&v, KEY_RIGHT, 0);
    evening_key(&v, KEY_LEFT, 0);
    evening_key(&v, KEY_SPACE, 0);
    assert_kept(130000);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_words_of_the_pause),
        cmocka_unit_test(elsewhere_it_goes_on),
        cmocka_unit_test(the_answers),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

// SPDX-License-Identifier: MIT
// The player as a value: recorded keys in, requests and scenes out, no window.
#include "replay.h"

#include <string.h>

static struct replay r; // large; every test begins it anew

static const int64_t box_ms[4] = {4000, 4000, 4000, 4000};

static void begin(void)
{
    memset(&r, 0, sizeof(r));
    r.session.title = STR("Box breathing");
}

// settle 20 s, box x 4, an open wait, a hold until the tap, sit 60 s.
static void make_evening(void)
{
    begin();
    made_step(&r.made, VERB_SETTLE, 20, 20000, "Sit tall. Let the jaw soften.");
    made_breaths(&r.made, 21, 4, box_ms);
    made_say(&r.made, 30000, "Let the holds be soft, not locked.");
    made_step(&r.made, VERB_WAIT, 22, 0, "Whenever you are ready.")->until_tap =
        true;
    struct row *hold =
        made_step(&r.made, VERB_RETAIN, 23, 90000, "As long as is easy.");
    hold->until_tap = true;
    hold->phase = PHASE_HOLD_EMPTY;
    made_step(&r.made, VERB_SIT, 24, 60000, "");
}

static void an_evening_replays(void **state)
{
    (void)state;
    make_evening();
    replay_start(&r, &(struct player_options){0});
    replay_key(&r, 5000, KEY_SPACE, 0); // skips the settling
    replay_key(&r, 9000, KEY_SPACE, 0); // pause, 4 s into the box
    replay_key(&r, 30000, KEY_NONE, 'm');
    replay_key(&r, 31000, KEY_NONE, '-');
    replay_key(&r, 40000, KEY_SPACE, 0);  // on
    replay_key(&r, 50000, KEY_NONE, 'g'); // 14 s in
    replay_key(&r, 60000, KEY_SPACE, 0);
    replay_key(&r, 61000, KEY_F1, 0);
    replay_key(&r, 62000, KEY_SPACE, 0);
    replay_to(&r, 120000); // stands at the wait
    assert_true(r.player.holding);
    assert_int_equal(transport_ms(&r.transport), 84000);
    replay_key(&r, 130000, KEY_SPACE, 0);
    replay_key(&r, 171600, KEY_SPACE, 0); // held 41.6 s
    replay_key(&r, 180000, KEY_NONE, '?');
    replay_key(&r, 181000, KEY_ESCAPE, 0); // closes the keys
    assert_int_equal(r.player.stage, PLAYER_PLAYING);
    replay_key(&r, 190000, KEY_ESCAPE, 0);
    assert_int_equal(r.player.stage, PLAYER_LANDING);
    replay_to(&r, 195000);
    assert_int_equal(r.player.stage, PLAYER_DONE);
    golden_check("evening.replay", &r.log);
    struct player_report report = player_report(&r.player);
    assert_int_equal(report.planned_ms, 234000);
    assert_int_equal(report.done_ms, 5000 + 64000 + 41600 + 18400);
    assert_int_equal(report.breaths, 4);
    assert_int_equal(report.hold_count, 1);
    assert_int_equal(report.holds[0].seconds, 42);
    assert_true(report.ended_early);
    assert_false(report.left);
    replay_finish(&r);
}

static void it_goes_to_the_reflection_by_itself(void **state)
{
    (void)state;
    begin();
    made_breaths(&r.made, 1, 2, box_ms);
    replay_start(&r, &(struct player_options){0});
    replay_to(&r, 31990);
    assert_int_equal(r.player.stage, PLAYER_PLAYING);
    replay_to(&r, 32020);
    assert_int_equal(r.player.stage, PLAYER_LANDING);
    replay_to(&r, 32000 + 5000);
    assert_int_equal(r.player.stage, PLAYER_DONE);
    struct player_report report = player_report(&r.player);
    assert_int_equal(report.done_ms, 32000);
    assert_int_equal(report.breaths, 2);
    assert_false(report.ended_early);
    replay_finish(&r);
}

static void what_is_typed_in_the_landing_is_given_on(void **state)
{
    (void)state;
    begin();
    made_step(&r.made, VERB_REST, 1, 10000, "");
    replay_start(&r, &(struct player_options){0});
    replay_to(&r, 10500);
    assert_int_equal(r.player.stage, PLAYER_LANDING);
    assert_true(
        replay_input(&r, (struct input){.kind = INPUT_TEXT, .text = STR(" ")}));
    assert_false(replay_key(&r, 10600, KEY_NONE, 'h'));
    assert_int_equal(r.player.stage, PLAYER_DONE);
    assert_false(
        replay_input(&r, (struct input){.kind = INPUT_TEXT, .text = STR("h")}));
    replay_finish(&r);
}

static void a_second_escape_leaves_at_once(void **state)
{
    (void)state;
    make_evening();
    replay_start(&r, &(struct player_options){0});
    replay_key(&r, 3000, KEY_ESCAPE, 0);
    assert_int_equal(r.player.stage, PLAYER_LANDING);
    replay_key(&r, 3100, KEY_ESCAPE, 0);
    assert_int_equal(r.player.stage, PLAYER_DONE);
    struct player_report report = player_report(&r.player);
    assert_true(report.left && report.ended_early);
    assert_int_equal(report.done_ms, 3000);
    replay_finish(&r);
}

static void a_key_held_down_does_it_once(void **state)
{
    (void)state;
    make_evening();
    replay_start(&r, &(struct player_options){0});
    replay_key(&r, 21000, KEY_SPACE, 0);
    assert_true(r.player.paused);
    struct input held = {.kind = INPUT_KEY, .key = KEY_SPACE, .repeat = true};
    replay_input(&r, held);
    assert_true(r.player.paused);
    replay_key(&r, 22000, KEY_ESCAPE, 0);
    held.key = KEY_ESCAPE;
    replay_input(&r, held);
    assert_int_equal(r.player.stage, PLAYER_LANDING);
    held.key = KEY_CHAR; // still down from before the Landing
    held.letter = 'm';
    assert_true(replay_input(&r, held));
    assert_int_equal(r.player.stage, PLAYER_LANDING);
    replay_finish(&r);
}

static void the_volume_goes_as_far_as_its_setting(void **state)
{
    (void)state;
    make_evening();
    replay_start(&r, &(struct player_options){.volume_db = -58});
    for (int i = 0; i < 5; i++) {
        replay_key(&r, 1000 + i, KEY_NONE, '-');
    }
    assert_int_equal(r.player.options.volume_db, -60);
    r.player.options.volume_db = 4;
    for (int i = 0; i < 5; i++) {
        replay_key(&r, 2000 + i, KEY_NONE, '+');
    }
    assert_int_equal(r.player.options.volume_db, 6);
    replay_finish(&r);
}

static void more_than_gentle_shows_its_cautions_first(void **state)
{
    (void)state;
    make_evening();
    static const struct str cautions[] = {
        {"Skip the empty hold if you feel panicky.", 40}};
    r.session.classes = CLASS_HOLDS;
    r.session.cautions = cautions;
    r.session.caution_count = 1;
    replay_start(&r, &(struct player_options){0});
    replay_to(&r, 20000);
    assert_int_equal(r.player.stage, PLAYER_CAUTIONS);
    assert_int_equal(r.log.len, 0);
    replay_draw(&r);
    bool shown = false;
    for (size_t i = 0; i < r.scene.count; i++) {
        shown = shown || (r.scene.shapes[i].kind == SHAPE_TEXT &&
                          str_equal(scene_text_of(&r.scene, &r.scene.shapes[i]),
                                    cautions[0]));
    }
    assert_true(shown);
    replay_key(&r, 20000, KEY_SPACE, 0);
    replay_key(&r, 20000, KEY_RIGHT, 0);
    assert_int_equal(r.player.stage, PLAYER_CAUTIONS);
    replay_key(&r, 20000, KEY_ENTER, 0);
    assert_int_equal(r.player.stage, PLAYER_PLAYING);
    replay_to(&r, 21000);
    assert_int_equal(player_report(&r.player).done_ms, 1000);
    replay_finish(&r);
}

static void steps_go_back_and_on(void **state)
{
    (void)state;
    make_evening();
    replay_start(&r, &(struct player_options){0});
    replay_key(&r, 10000, KEY_RIGHT, 0);
    assert_int_equal(r.player.session_ms, 20000);
    replay_key(&r, 13000, KEY_LEFT, 0); // 3 s in: its own start
    assert_int_equal(r.player.session_ms, 20000);
    replay_key(&r, 14000, KEY_LEFT, 0); // 1 s in: the one before
    assert_int_equal(r.player.session_ms, 0);
    replay_key(&r, 14500, KEY_RIGHT, 0);
    replay_key(&r, 15000, KEY_RIGHT, 0);
    assert_int_equal(r.player.session_ms, 84000);
    replay_to(&r, 20000);
    assert_true(r.player.holding);
    assert_non_null(strstr(buf_cstr(&r.log), "15000 hold 0 84000\n"));
    replay_key(&r, 20000, KEY_RIGHT, 0); // past the wait
    assert_false(r.player.holding);
    assert_non_null(strstr(buf_cstr(&r.log), "20000 resume 0 84000\n"));
    replay_to(&r, 24000);
    assert_int_equal(r.player.session_ms, 88000);
    replay_key(&r, 24000, KEY_LEFT, 0);
    replay_key(&r, 24500, KEY_LEFT, 0); // back to the wait
    replay_to(&r, 26000);
    assert_true(r.player.holding);
    struct player_report report = player_report(&r.player);
    // 10 s of settling, 3 s and 0.5 s of the box (the same), 4 s of the hold.
    assert_int_equal(report.done_ms, 10000 + 3000 + 4000);
    assert_int_equal(report.hold_count, 0);
    assert_int_equal(report.breaths, 0);
    replay_finish(&r);
}

static void waits_at_one_moment_take_a_tap_each(void **state)
{
    (void)state;
    begin();
    made_step(&r.made, VERB_WAIT, 1, 0, "One.")->until_tap = true;
    made_step(&r.made, VERB_WAIT, 2, 0, "Two.")->until_tap = true;
    made_step(&r.made, VERB_SIT, 3, 5000, "");
    made_step(&r.made, VERB_WAIT, 4, 0, "Three.")->until_tap = true;
    replay_start(&r, &(struct player_options){0});
    replay_to(&r, 1000);
    assert_int_equal(r.player.gate, 0);
    replay_key(&r, 1000, KEY_SPACE, 0);
    assert_int_equal(r.player.gate, 1);
    assert_true(r.player.holding);
    replay_key(&r, 2000, KEY_NONE, 'g'); // paused on the gate
    replay_key(&r, 3000, KEY_SPACE, 0);  // back, standing as before
    assert_true(r.player.holding && !r.player.paused);
    replay_key(&r, 4000, KEY_SPACE, 0);
    replay_to(&r, 12000);
    assert_true(r.player.holding);
    assert_int_equal(r.player.stage, PLAYER_PLAYING);
    replay_key(&r, 12000, KEY_SPACE, 0);
    replay_to(&r, 12100);
    assert_int_equal(r.player.stage, PLAYER_LANDING);
    assert_int_equal(player_report(&r.player).done_ms, 5000);
    replay_finish(&r);
}

static void a_stall_pauses_with_a_word(void **state)
{
    (void)state;
    make_evening();
    replay_start(&r, &(struct player_options){0});
    replay_to(&r, 5000);
    replay_input(&r, (struct input){.kind = INPUT_STALLED});
    assert_true(r.player.paused && r.player.stalled);
    replay_to(&r, 60000);
    assert_int_equal(r.player.session_ms, 5000);
    replay_key(&r, 60000, KEY_SPACE, 0);
    replay_to(&r, 61000);
    assert_int_equal(r.player.session_ms, 6000);
    replay_finish(&r);
}

static void an_unplugged_device_pauses_with_a_word(void **state)
{
    (void)state;
    make_evening();
    replay_start(&r, &(struct player_options){0});
    replay_to(&r, 5000);
    replay_input(&r, (struct input){.kind = INPUT_UNPLUGGED});
    assert_true(r.player.paused && r.player.unplugged && !r.player.stalled);
    replay_to(&r, 60000);
    replay_key(&r, 60000, KEY_SPACE, 0);
    replay_to(&r, 61000);
    assert_int_equal(r.player.session_ms, 6000);
    replay_to(&r, 85000);                // in the breathing
    replay_key(&r, 85000, KEY_SPACE, 0); // a pause of the person's own
    assert_true(r.player.paused && !r.player.unplugged);
    replay_finish(&r);
}

static void sitting_on_counts(void **state)
{
    (void)state;
    begin();
    made_step(&r.made, VERB_SIT, 1, 10000, "");
    replay_start(&r, &(struct player_options){0});
    replay_to(&r, 11000);
    // Text is awaited in the Landing, so Space comes as text.
    replay_input(&r, (struct input){.kind = INPUT_TEXT, .text = STR(" ")});
    assert_int_equal(r.player.stage, PLAYER_OVERTIME);
    replay_key(&r, 131000, KEY_SPACE, 0);
    assert_true(r.player.asking);
    replay_key(&r, 191000, KEY_SPACE, 0); // without haste
    assert_int_equal(r.player.stage, PLAYER_LANDING);
    replay_key(&r, 191100, KEY_SPACE, 0); // once is enough
    replay_to(&r, 196000);
    assert_int_equal(r.player.stage, PLAYER_DONE);
    assert_int_equal(player_report(&r.player).done_ms, 130000);
    replay_finish(&r);
}

static void sitting_on_may_be_left_out(void **state)
{
    (void)state;
    static const enum key keys[] = {KEY_BACKSPACE, KEY_ENTER, KEY_ESCAPE};
    for (size_t i = 0; i < 3; i++) {
        begin();
        made_step(&r.made, VERB_SIT, 1, 10000, "");
        replay_start(&r, &(struct player_options){0});
        replay_to(&r, 11000);
        replay_input(&r, (struct input){.kind = INPUT_TEXT, .text = STR(" ")});
        replay_key(&r, 131000, KEY_ESCAPE, 0);
        replay_draw(&r);
        replay_key(&r, 141000, keys[i], 0);
        assert_int_equal(r.player.stage, PLAYER_LANDING);
        assert_int_equal(player_report(&r.player).done_ms,
                         keys[i] == KEY_BACKSPACE ? 10000 : 130000);
        replay_finish(&r);
    }
}

static void writing_has_the_keys_in_its_step(void **state)
{
    (void)state;
    begin();
    made_step(&r.made, VERB_WRITE, 1, 60000, "Write without stopping.");
    made_step(&r.made, VERB_REST, 2, 60000, "");
    replay_start(&r, &(struct player_options){0});
    assert_true(player_writes(&r.player));
    assert_false(replay_key(&r, 1000, KEY_SPACE, 0));
    assert_false(replay_key(&r, 1000, KEY_NONE, 'g'));
    assert_false(r.player.paused);
    replay_input(
        &r,
        (struct input){.kind = INPUT_KEY, .key = KEY_ENTER, .mods = MOD_CTRL});
    assert_int_equal(r.player.session_ms, 60000);
    assert_false(player_writes(&r.player));
    replay_finish(&r);
}

static void the_chrome_hides_and_the_bar_stays(void **state)
{
    (void)state;
    make_evening();
    replay_start(&r, &(struct player_options){0});
    replay_to(&r, 4700);
    assert_true(r.player.cursor_hidden);
    replay_draw(&r);
    for (size_t i = 0; i < r.scene.count; i++) {
        const struct shape *s = &r.scene.shapes[i];
        struct str text = scene_text_of(&r.scene, s);
        assert_false(s->kind == SHAPE_TEXT &&
                     str_equal(text, STR("4 min left")));
        if (s->kind == SHAPE_DISC) { // the bead
            assert_float_equal(s->alpha, 0.25, 1e-3);
        }
    }
    replay_input(&r, (struct input){.kind = INPUT_POINTER_MOVE});
    assert_false(r.player.cursor_hidden);
    replay_to(&r, 4700 + 90);
    assert_float_equal(fade_at(&r.player.chrome, r.now_ms), 0.5, 1e-3);
    replay_finish(&r);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_evening_replays),
        cmocka_unit_test(it_goes_to_the_reflection_by_itself),
        cmocka_unit_test(what_is_typed_in_the_landing_is_given_on),
        cmocka_unit_test(a_second_escape_leaves_at_once),
        cmocka_unit_test(a_key_held_down_does_it_once),
        cmocka_unit_test(the_volume_goes_as_far_as_its_setting),
        cmocka_unit_test(more_than_gentle_shows_its_cautions_first),
        cmocka_unit_test(steps_go_back_and_on),
        cmocka_unit_test(waits_at_one_moment_take_a_tap_each),
        cmocka_unit_test(a_stall_pauses_with_a_word),
        cmocka_unit_test(an_unplugged_device_pauses_with_a_word),
        cmocka_unit_test(sitting_on_counts),
        cmocka_unit_test(sitting_on_may_be_left_out),
        cmocka_unit_test(writing_has_the_keys_in_its_step),
        cmocka_unit_test(the_chrome_hides_and_the_bar_stays),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

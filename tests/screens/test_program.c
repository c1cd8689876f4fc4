// SPDX-License-Identifier: MIT
// Whole evenings, by inputs alone.
#include "unit.h"

#include "evening.h"

static struct evening v; // large: a scene is in it

static const char no_calendar[] = "";
enum { EVENING = 21 * 3600 + 40 * 60 };

static void from_today_to_a_kept_word(void **state)
{
    (void)state;
    evening_start(&v, false, no_calendar, EVENING);
    assert_int_equal(v.program.screen, SCREEN_TODAY);
    v.program.today.offered[0] = TIDE;
    evening_key(&v, KEY_ENTER, 0);
    assert_int_equal(v.program.screen, SCREEN_PLAYER);
    evening_to(&v, 22000); // 20 s and the Landing
    assert_int_equal(v.program.player.stage, PLAYER_LANDING);
    evening_to(&v, 26000);
    assert_int_equal(v.program.screen, SCREEN_REFLECTION);
    evening_type(&v, "4warm hands\nquiet");
    evening_key(&v, KEY_ENTER, MOD_CTRL);
    assert_int_equal(v.program.screen, SCREEN_TODAY);
    assert_true(v.program.today.kept);
    assert_str(buf_view(&v.kept),
               "keep long-tide 20/20 s mood 4 \"warm hands\nquiet\"\n");
    golden_check("today-to-kept.replay", &v.log);
    evening_finish(&v);
}

static void play_ends_with_what_was_kept(void **state)
{
    (void)state;
    evening_start(&v, true, no_calendar, EVENING);
    evening_open(&v, TIDE);
    evening_to(&v, 23000);
    // Letters on the Landing are the text's first.
    assert_int_equal(v.program.player.stage, PLAYER_LANDING);
    evening_type(&v, "soft");
    assert_int_equal(v.program.screen, SCREEN_REFLECTION);
    evening_to(&v, 24000);
    evening_key(&v, KEY_ENTER, MOD_CTRL);
    assert_str(buf_view(&v.kept), "keep long-tide 20/20 s mood -1 \"soft\"\n");
    assert_true(str_ends(buf_view(&v.log), STR("keep 0 0\n24000 quit 0 0\n")));
    evening_finish(&v);
}

static void a_digit_on_the_landing_is_a_mood(void **state)
{
    (void)state;
    evening_start(&v, true, no_calendar, EVENING);
    evening_open(&v, TIDE);
    evening_to(&v, 23000);
    evening_type(&v, "2");
    assert_int_equal(v.program.reflection.mood, 2);
    assert_int_equal(v.program.reflection.text.text.len, 0);
    evening_finish(&v);
}

static void ctrl_and_a_digit_on_the_landing_too(void **state)
{
    (void)state;
    evening_start(&v, true, no_calendar, EVENING);
    evening_open(&v, TIDE);
    evening_to(&v, 23000);
    evening_input(&v, (struct input){.kind = INPUT_KEY,
                                     .key = KEY_CHAR,
                                     .letter = '4',
                                     .mods = MOD_CTRL});
    evening_to(&v, 27000);
    assert_int_equal(v.program.screen, SCREEN_REFLECTION);
    assert_int_equal(v.program.reflection.mood, 4);
    evening_finish(&v);
}

static void a_click_on_the_writing_page_sets_the_cursor(void **state)
{
    (void)state;
    evening_start(&v, true, no_calendar, EVENING);
    evening_open(&v, PAGES);
    evening_to(&v, 2000);
    evening_type(&v, "one two");
    evening_click(&v, 0.44f, 0.35f);
    assert_false(v.program.player.paused);
    evening_type(&v, "3");
    struct str text = editor_text(&v.program.reflection.text);
    assert_true(str_starts(text, STR("3")) || str_starts(text, STR("o3")));
    evening_click(&v, 0.1f, 0.1f); // beside it, as everywhere: a pause
    assert_true(v.program.player.paused);
    evening_finish(&v);
}

static void an_early_end_is_reflected_on(void **state)
{
    (void)state;
    evening_start(&v, true, no_calendar, EVENING);
    evening_open(&v, TIDE);
    evening_to(&v, 11000);
    evening_key(&v, KEY_ESCAPE, 0);
    evening_key(&v, KEY_ESCAPE, 0);
    assert_int_equal(v.program.screen, SCREEN_REFLECTION);
    evening_key(&v, KEY_ENTER, MOD_CTRL);
    assert_str(buf_view(&v.kept),
               "keep long-tide 10/20 s early mood -1 \"\"\n");
    evening_finish(&v);
}

static void cautions_left_are_no_session(void **state)
{
    (void)state;
    evening_start(&v, true, no_calendar, EVENING);
    evening_open(&v, BOX);
    assert_int_equal(v.program.player.stage, PLAYER_CAUTIONS);
    evening_key(&v, KEY_ESCAPE, 0);
    assert_true(str_ends(buf_view(&v.log), STR("quit 0 0\n")));
    assert_int_equal(v.kept.len, 0);
    evening_finish(&v);
}

static void care_leads_back_exactly(void **state)
{
    (void)state;
    evening_start(&v, false, no_calendar, EVENING);
    evening_key(&v, KEY_F1, 0);
    assert_int_equal(v.program.screen, SCREEN_CARE);
    evening_key(&v, KEY_F1, 0);
    assert_int_equal(v.program.screen, SCREEN_TODAY);
    evening_open(&v, TIDE);
    evening_to(&v, 6000);
    evening_key(&v, KEY_F1, 0);
    assert_int_equal(v.program.screen, SCREEN_CARE);
    evening_to(&v, 60000);
    evening_key(&v, KEY_ESCAPE, 0);
    assert_int_equal(v.program.screen, SCREEN_PLAYER);
    assert_true(v.program.player.paused);
    assert_int_equal(v.program.player.session_ms, 5000);
    evening_key(&v, KEY_SPACE, 0);
    evening_to(&v, 62000);
    assert_int_equal(v.program.player.session_ms, 7000);
    evening_finish(&v);
}

static void grounding_lands_at_care_and_leads_back(void **state)
{
    (void)state;
    evening_start(&v, false, no_calendar, EVENING);
    evening_open(&v, TIDE);
    evening_to(&v, 6000);
    evening_type(&v, "g");
    assert_int_equal(v.program.screen, SCREEN_GROUND);
    assert_true(v.program.player.paused);
    evening_to(&v, 6000 + GROUND_MS + 200);
    assert_int_equal(v.program.screen, SCREEN_CARE);
    evening_key(&v, KEY_ESCAPE, 0);
    assert_int_equal(v.program.screen, SCREEN_PLAYER);
    evening_key(&v, KEY_F1, 0);
    evening_key(&v, KEY_ENTER, 0);
    assert_int_equal(v.program.screen, SCREEN_GROUND);
    evening_key(&v, KEY_ESCAPE, 0);
    assert_int_equal(v.program.screen, SCREEN_CARE);
    evening_key(&v, KEY_ESCAPE, 0);
    assert_int_equal(v.program.screen, SCREEN_PLAYER);
    evening_finish(&v);
}

static void what_was_written_in_a_step_is_the_reflection(void **state)
{
    (void)state;
    evening_start(&v, true, no_calendar, EVENING);
    evening_open(&v, PAGES);
    evening_to(&v, 2000);
    evening_type(&v, "3 letters and g");
    assert_int_equal(v.program.screen, SCREEN_PLAYER);
    evening_to(&v, 8000); // a draft is due while the step still runs
    assert_true(str_starts(buf_view(&v.kept), STR("draft pages ")));
    assert_true(str_ends(buf_view(&v.kept), STR("\"3 letters and g\"\n")));
    evening_to(&v, 50000);
    assert_int_equal(v.program.screen, SCREEN_REFLECTION);
    assert_str(editor_text(&v.program.reflection.text), "3 letters and g");
    evening_finish(&v);
}

static void words_are_never_lost(void **state)
{
    (void)state;
    evening_start(&v, true, no_calendar, EVENING);
    evening_open(&v, TIDE);
    evening_to(&v, 23000);
    evening_type(&v, "soft");
    buf_clear(&v.log);
    evening_key(&v, KEY_ESCAPE, 0); // asks
    assert_int_equal(v.program.reflection.state, REFLECTION_ASKING);
    evening_type(&v, "er");
    assert_int_equal(v.program.reflection.state, REFLECTION_WRITING);
    evening_key(&v, KEY_ESCAPE, 0);
    evening_key(&v, KEY_ESCAPE, 0);
    assert_true(str_ends(buf_view(&v.kept), STR("\"softer\"\n")));
    assert_true(str_ends(buf_view(&v.log), STR("quit 0 0\n")));
    assert_true(str_starts(buf_view(&v.kept), STR("draft ")));
    evening_finish(&v);

    evening_start(&v, true, no_calendar, EVENING);
    evening_open(&v, TIDE);
    evening_to(&v, 23000);
    evening_type(&v, "soft");
    evening_input(&v, (struct input){.kind = INPUT_CLOSE});
    assert_str(buf_view(&v.kept), "draft long-tide 20/20 s mood -1 \"soft\"\n");
    evening_finish(&v);
}

static void drafts_come_after_idle_or_many_letters(void **state)
{
    (void)state;
    evening_start(&v, true, no_calendar, EVENING);
    evening_open(&v, TIDE);
    evening_to(&v, 26000);
    evening_type(&v, "a");
    evening_to(&v, v.now_ms + 1800);
    assert_int_equal(v.kept.len, 0);
    evening_to(&v, v.now_ms + 400);
    assert_str(buf_view(&v.kept), "draft long-tide 20/20 s mood -1 \"a\"\n");
    buf_clear(&v.kept);
    for (int i = 0; i < 199; i++) {
        evening_type(&v, "b");
        evening_to(&v, v.now_ms + 20);
    }
    assert_int_equal(v.kept.len, 0);
    evening_type(&v, "b");
    evening_to(&v, v.now_ms + 20);
    assert_true(v.kept.len > 200);
    evening_finish(&v);
}

static void a_failure_is_said_and_nothing_goes(void **state)
{
    (void)state;
    evening_start(&v, true, no_calendar, EVENING);
    evening_open(&v, TIDE);
    evening_to(&v, 26000);
    evening_type(&v, "soft");
    v.keeping_fails = true;
    evening_key(&v, KEY_ENTER, MOD_CTRL);
    assert_int_equal(v.program.screen, SCREEN_REFLECTION);
    assert_str(buf_view(&v.program.reflection.note),
               "Not saved to the journal; kept as a draft at "
               "/home/k/drafts/20261121.rec (no space left)");
    v.keeping_fails = false;
    evening_key(&v, KEY_ENTER, MOD_CTRL);
    assert_str(buf_view(&v.kept), "keep long-tide 20/20 s mood -1 \"soft\"\n");
    evening_finish(&v);
}

static void a_key_held_down_does_its_deed_once(void **state)
{
    (void)state;
    struct input held = {.kind = INPUT_KEY, .key = KEY_F1, .repeat = true};
    evening_start(&v, false, no_calendar, EVENING);
    evening_key(&v, KEY_F1, 0);
    evening_input(&v, held);
    assert_int_equal(v.program.screen, SCREEN_CARE);
    evening_key(&v, KEY_ESCAPE, 0);
    evening_open(&v, TIDE);
    evening_to(&v, 26000);
    evening_type(&v, "soft");
    evening_key(&v, KEY_ESCAPE, 0);
    held.key = KEY_ESCAPE;
    evening_input(&v, held);
    assert_int_equal(v.program.reflection.state, REFLECTION_ASKING);
    evening_type(&v, " ");
    v.keeping_fails = true;
    evening_key(&v, KEY_ENTER, MOD_CTRL);
    buf_clear(&v.log);
    held.key = KEY_ENTER;
    held.mods = MOD_CTRL;
    evening_input(&v, held);
    assert_int_equal(v.log.len, 0);
    evening_finish(&v);
}

static void without_a_journal_nothing_is_asked(void **state)
{
    (void)state;
    evening_start(&v, false, no_calendar, EVENING);
    v.program.options.no_journal = true;
    evening_open(&v, TIDE);
    evening_to(&v, 26000);
    assert_int_equal(v.program.screen, SCREEN_TODAY);
    assert_false(v.typing);
    assert_int_equal(v.kept.len, 0);
    evening_finish(&v);
}

static void mistakes_are_shown_with_their_place(void **state)
{
    (void)state;
    evening_start(&v, false, no_calendar, EVENING);
    const struct diag mistake = {.line = 14,
                                 .column = 21,
                                 .message = STR("\"4x\" is not a duration"),
                                 .hint = STR("write 4s or 4m"),
                                 .source = STR("breathe 4-4-4-4 for 4x")};
    v.practices[FIRE].mistakes = &mistake;
    v.practices[FIRE].mistake_count = 1;
    evening_click(&v, 0.24f, 0.92f); // Sessions, in the menu
    assert_int_equal(v.program.screen, SCREEN_SESSIONS);
    evening_type(&v, "f");
    evening_key(&v, KEY_ENTER, 0);
    assert_int_equal(v.program.screen, SCREEN_NOTICE);
    evening_key(&v, KEY_ESCAPE, 0);
    assert_int_equal(v.program.screen, SCREEN_SESSIONS);
    evening_key(&v, KEY_END, 0);
    evening_key(&v, KEY_UP, 0);
    evening_key(&v, KEY_ENTER, 0);
    assert_int_equal(v.program.screen, SCREEN_PLAYER);
    assert_str(v.program.reflection.about.name, "long-tide");
    evening_finish(&v);
}

static const char dose_day[] =
    "Id: 20261121T062000Z-5a10c001\nAt: 2026-11-21 07:20:00 +0100\n"
    "What: taken\nDay_date: 2026-11-21\n";

static void fast_breathing_is_put_away_on_dose_days(void **state)
{
    (void)state;
    evening_start(&v, false, dose_day, EVENING);
    assert_int_equal(v.program.today.key.kind, DAY_DOSE);
    assert_int_equal(v.program.sessions.count, SCRIPTS - 1);
    assert_int_equal(v.program.sessions.away, 1);
    for (size_t i = 0; i < v.program.sessions.count; i++) {
        assert_true(v.program.sessions.listed[i] != FIRE);
    }
    evening_finish(&v);
}

static void the_list_is_narrowed_by_words(void **state)
{
    (void)state;
    evening_start(&v, false, no_calendar, EVENING);
    v.practices[TIDE].effect = EFFECT_CALM;
    v.practices[FIRE].effect = EFFECT_ENERGY;
    program_facts(&v.program, &v.facts);
    const struct sessions *s = &v.program.sessions;
    v.program.screen = SCREEN_SESSIONS;
    evening_type(&v, "t"); // to a title: Three pages comes after Long tide
    assert_int_equal(sessions_chosen(s), PAGES);
    evening_key(&v, KEY_RIGHT, 0);
    assert_int_equal(s->filter, EFFECT_CALM);
    assert_int_equal(s->count, 1);
    assert_int_equal(sessions_chosen(s), TIDE);
    evening_key(&v, KEY_RIGHT, 0);
    assert_int_equal(sessions_chosen(s), FIRE);
    evening_key(&v, KEY_RIGHT, 0); // round
    assert_int_equal(s->count, SCRIPTS);
    evening_key(&v, KEY_LEFT, 0);
    assert_int_equal(s->filter, EFFECT_ENERGY);
    v.practices[FIRE].effect = EFFECT_NONE;
    program_facts(&v.program, &v.facts); // none left: all are listed
    assert_int_equal(s->count, SCRIPTS);
    evening_finish(&v);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(from_today_to_a_kept_word),
        cmocka_unit_test(play_ends_with_what_was_kept),
        cmocka_unit_test(a_digit_on_the_landing_is_a_mood),
        cmocka_unit_test(ctrl_and_a_digit_on_the_landing_too),
        cmocka_unit_test(a_click_on_the_writing_page_sets_the_cursor),
        cmocka_unit_test(an_early_end_is_reflected_on),
        cmocka_unit_test(cautions_left_are_no_session),
        cmocka_unit_test(care_leads_back_exactly),
        cmocka_unit_test(grounding_lands_at_care_and_leads_back),
        cmocka_unit_test(what_was_written_in_a_step_is_the_reflection),
        cmocka_unit_test(words_are_never_lost),
        cmocka_unit_test(drafts_come_after_idle_or_many_letters),
        cmocka_unit_test(a_failure_is_said_and_nothing_goes),
        cmocka_unit_test(a_key_held_down_does_its_deed_once),
        cmocka_unit_test(without_a_journal_nothing_is_asked),
        cmocka_unit_test(fast_breathing_is_put_away_on_dose_days),
        cmocka_unit_test(the_list_is_narrowed_by_words),
        cmocka_unit_test(mistakes_are_shown_with_their_place),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

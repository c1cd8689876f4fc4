// SPDX-License-Identifier: MIT
// What is written besides the Reflection after a session: what was done while
// one plays, what an earlier run left behind.
#include "unit.h"

#include "evening.h"
#include "screens/reflection_inside.h"
#include "screens/today_inside.h"

static struct evening v; // large: a scene is in it

static const char no_calendar[] = "";
enum { EVENING = 21 * 3600 + 40 * 60 };

static void
what_is_done_is_saved_at_each_step_and_every_half_minute(void **state)
{
    (void)state;
    evening_start(&v, false, no_calendar, EVENING);
    evening_open(&v, BOX);
    evening_to(&v, 3000);
    assert_int_equal(v.log.len, 0); // the cautions wait
    evening_key(&v, KEY_ENTER, 0);
    evening_to(&v, 8000);
    assert_str(buf_view(&v.snapshot),
               "snapshot box 4/36 s early mood -1 \"\"\n");
    evening_to(&v, 33020); // half a minute after the first
    assert_str(buf_view(&v.snapshot),
               "snapshot box 4/36 s early mood -1 \"\"\n");
    evening_key(&v, KEY_SPACE, 0);
    evening_to(&v, 38100);
    assert_str(buf_view(&v.snapshot),
               "snapshot box 30/36 s early mood -1 \"\"\n");
    size_t said = v.log.len;
    evening_to(&v, 99000); // what stands still is not saved again
    assert_int_equal(v.log.len, said);
    evening_input(&v, (struct input){.kind = INPUT_CLOSE});
    assert_str(buf_view(&v.snapshot),
               "snapshot box 30/36 s early mood -1 \"\"\n");
    evening_finish(&v);
}

static void a_session_that_is_over_is_no_longer_saved(void **state)
{
    (void)state;
    evening_start(&v, false, no_calendar, EVENING);
    evening_open(&v, TIDE);
    evening_to(&v, 26000);
    assert_str(buf_view(&v.snapshot), "snapshot long-tide 20/20 s mood -1 "
                                      "\"\"\n");
    evening_type(&v, "soft");
    evening_key(&v, KEY_ESCAPE, 0);
    evening_key(&v, KEY_ESCAPE, 0); // its words are a draft
    assert_true(
        str_ends(buf_view(&v.log), STR("draft 0 0\n26400 snapshot 0 0\n")));
    evening_open(&v, TIDE);
    evening_key(&v, KEY_ESCAPE, 0);
    evening_key(&v, KEY_ESCAPE, 0); // at once: nothing was done
    evening_finish(&v);
    evening_start(&v, false, no_calendar, EVENING);
    v.program.options.no_journal = true;
    evening_open(&v, TIDE);
    evening_to(&v, 26000);
    assert_int_equal(v.snapshot.len, 0);
    evening_finish(&v);
}

// An entry as an earlier run left it.
static void leave(const char *record, struct entry *e)
{
    struct rec_reader reader = {0};
    struct rec rec = {0};
    rec_reader_init(&reader, str_from(record), &v.mem, NULL);
    assert_true(rec_next(&reader, &rec));
    assert_true(entry_read(&rec, &v.mem, e));
}

static const char words_left[] =
    "Id: 20261119T204000Z-5a10c001\nAt: 2026-11-19 21:40:00 +0100\n"
    "Day_date: 2026-11-19\nDay_kind: transition\nDay_basis: planned\n"
    "Session: box\nPlanned_s: 36\nDone_s: 36\nWho: Ana\nIntention: slow\n"
    "Mood_before: 2\nMood_after: 3\nRate: steadiness 7\nTag: evening\n"
    "Text: First line.\n";
static const char cut_off[] =
    "Id: 20261121T190000Z-5a10c002\nAt: 2026-11-21 20:00:00 +0100\n"
    "Day_date: 2026-11-21\nDay_kind: none\nSession: box\nPlanned_s: 340\n"
    "Done_s: 300\nEnded: early\nMood_before: 2\n";

static struct entry left[2];

static void begin_with_left(void)
{
    evening_start(&v, false, no_calendar, EVENING);
    leave(cut_off, &left[0]);
    leave(words_left, &left[1]);
    v.facts.left = left;
    v.facts.left_count = 2;
    program_facts(&v.program, &v.facts);
}

static void words_are_offered_and_gone_on_with(void **state)
{
    (void)state;
    begin_with_left();
    struct phrase offer = {0};
    today_put_offer(&v.program.today, &v.facts, &offer);
    assert_str(phrase_view(&offer), "Box breathing (20:00) was cut off after 5 "
                                    "min. Write about it?");
    v.program.today.put_off = 1;
    program_facts(&v.program, &v.facts);
    offer.len = 0;
    today_put_offer(&v.program.today, &v.facts, &offer);
    assert_str(phrase_view(&offer),
               "You began to write (Thursday, 21:40). Go on writing?");
    evening_key(&v, KEY_UP, 0);
    evening_key(&v, KEY_RIGHT, 0);
    evening_key(&v, KEY_LEFT, 0);
    evening_key(&v, KEY_ENTER, 0);
    assert_true(str_ends(buf_view(&v.log), STR("go on 1 0\n")));
    assert_int_equal(v.program.screen, SCREEN_REFLECTION);
    evening_type(&v, " More.");
    evening_key(&v, KEY_ENTER, MOD_CTRL);
    assert_int_equal(v.program.screen, SCREEN_TODAY);
    assert_str(buf_view(&v.kept), "keep box 36/36 s mood 3 steadiness=7 "
                                  "\"First line. More.\"\n");
    struct arena mem = {0};
    struct entry e = program_entry(&v.program, 0, &mem);
    assert_str(e.id, "20261119T204000Z-5a10c001");
    assert_str(e.who, "Ana");
    assert_str(e.intention, "slow");
    assert_int_equal(e.mood_before, 2);
    arena_finish(&mem);
    evening_finish(&v);
}

static void later_hides_words_and_lets_a_session_go(void **state)
{
    (void)state;
    begin_with_left();
    struct area later = today_answer(ANSWER_LATER);
    evening_click(&v, later.x + 0.01f, later.y + 0.01f);
    assert_true(str_ends(buf_view(&v.log), STR("let go 0 0\n")));
    v.program.today.put_off = 1;
    program_facts(&v.program, &v.facts);
    size_t said = v.log.len;
    evening_click(&v, later.x + 0.01f, later.y + 0.01f);
    assert_int_equal(v.log.len, said); // it stays a draft
    assert_null(v.program.today.left);
    evening_finish(&v);
}

static void a_draft_that_is_left_again_stays(void **state)
{
    (void)state;
    begin_with_left();
    v.program.today.put_off = 1;
    program_facts(&v.program, &v.facts);
    evening_key(&v, KEY_UP, 0);
    evening_key(&v, KEY_ENTER, 0);
    size_t said = v.log.len;
    evening_key(&v, KEY_ESCAPE, 0);
    assert_int_equal(v.log.len, said); // no discard
    assert_int_equal(v.program.screen, SCREEN_TODAY);
    evening_finish(&v);
}

static void a_checkin_takes_ten_keys(void **state)
{
    (void)state;
    evening_start(&v, false, no_calendar, EVENING);
    evening_type(&v, "c");
    assert_int_equal(v.program.screen, SCREEN_REFLECTION);
    evening_key(&v, KEY_ENTER, MOD_CTRL); // of nothing
    assert_int_equal(v.kept.len, 0);
    evening_type(&v, "4");
    evening_key(&v, KEY_TAB, 0);
    evening_type(&v, "7.5");
    evening_key(&v, KEY_TAB, 0);
    evening_type(&v, "3");
    evening_key(&v, KEY_TAB, 0);
    evening_type(&v, "dry mouth\n\n headache");
    evening_key(&v, KEY_TAB, 0);
    evening_type(&v, "Slow.");
    evening_key(&v, KEY_ENTER, MOD_CTRL);
    struct arena mem = {0};
    struct entry e = program_entry(&v.program, 0, &mem);
    assert_int_equal(e.session.len, 0);
    assert_int_equal(e.done_s, -1);
    assert_int_equal(e.mood_after, 4);
    assert_int_equal(e.sleep_tenths, 75);
    assert_int_equal(e.sleep_quality, 3);
    assert_int_equal(e.effect_count, 2);
    assert_str(e.effects[0], "dry mouth");
    assert_str(e.effects[1], "headache");
    assert_str(e.text, "Slow.");
    arena_finish(&mem);
    assert_int_equal(v.program.screen, SCREEN_TODAY);
    evening_finish(&v);
}

static int hours_of(const char *typed)
{
    evening_start(&v, false, no_calendar, EVENING);
    evening_type(&v, "c");
    evening_key(&v, KEY_TAB, 0);
    evening_type(&v, typed);
    int tenths = v.program.reflection.ratings[0];
    evening_finish(&v);
    return tenths;
}

static void hours_are_typed_as_one_writes_them(void **state)
{
    (void)state;
    assert_int_equal(hours_of("7"), 70);
    assert_int_equal(hours_of("6,5"), 65);
    assert_int_equal(hours_of("10.5"), 105);
    assert_int_equal(hours_of("24"), 240);
    assert_int_equal(hours_of("25"), 50); // begins anew: no day has 25
    assert_int_equal(hours_of("7.55"), 50);
    assert_int_equal(hours_of("."), -1);
    evening_start(&v, false, no_calendar, EVENING);
    evening_type(&v, "c");
    evening_key(&v, KEY_DOWN, 0);
    evening_key(&v, KEY_RIGHT, 0);
    evening_key(&v, KEY_RIGHT, 0);
    assert_int_equal(v.program.reflection.ratings[0], 80);
    evening_key(&v, KEY_BACKSPACE, 0);
    assert_int_equal(v.program.reflection.ratings[0], -1);
    evening_key(&v, KEY_ESCAPE, 0); // changed: it asks
    assert_int_equal(v.program.reflection.state, REFLECTION_ASKING);
    evening_finish(&v);
}

static void a_checkin_is_done_by_the_pointer_alone(void **state)
{
    (void)state;
    evening_start(&v, false, no_calendar, EVENING);
    struct reflection *r = &v.program.reflection;
    struct area a = today_checkin();
    evening_click(&v, a.x + 0.05f, a.y + 0.02f);
    struct reflection_places p;
    reflection_places(r, &p);
    struct area more = scale_cell(question_area(r, &p, 0), ROW_HOURS, 2);
    evening_click(&v, more.x + 0.02f, more.y + 0.02f);
    evening_click(&v, more.x + 0.02f, more.y + 0.02f);
    assert_int_equal(r->ratings[0], 80);
    struct area five = scale_cell(question_area(r, &p, 1), ROW_QUALITY, 4);
    evening_click(&v, five.x + 0.02f, five.y + 0.02f);
    assert_int_equal(r->ratings[1], 5);
    evening_click(&v, p.keep.x + 0.05f, p.keep.y + 0.03f);
    assert_true(v.kept.len > 0);
    evening_finish(&v);
}

static const char dose_today[] =
    "Id: 20261121T062000Z-5a10c001\nAt: 2026-11-21 07:20:00 +0100\n"
    "What: taken\nDay_date: 2026-11-21\n";

// Whether the scene says a word, or has a filled disc of a dose day.
static bool scene_says(const char *word)
{
    struct buf text = {0};
    evening_draw(&v);
    scene_print(&v.scene, &text);
    bool there = strstr(buf_cstr(&text), word) != NULL;
    buf_finish(&text);
    return there;
}

static void the_kind_of_day_stays_hidden_until_something_is_kept(void **state)
{
    (void)state;
    evening_start(&v, false, dose_today, EVENING);
    assert_true(scene_says("A dose day."));
    v.settings.number[SETTING_BLINDING] = SETTING_ON;
    program_facts(&v.program, &v.facts);
    assert_false(scene_says("dose"));
    evening_type(&v, "c");
    evening_to(&v, v.now_ms + 1000);
    assert_true(scene_says("What do you think today was?"));
    assert_false(scene_says("(dose)"));
    assert_false(scene_says("remember of today")); // the prompt of a dose day
    evening_key(&v, KEY_TAB, 0);
    evening_type(&v, "2"); // not a dose day
    evening_key(&v, KEY_ENTER, MOD_CTRL);
    struct arena mem = {0};
    struct entry e = program_entry(&v.program, 0, &mem);
    assert_int_equal(e.other_count, 1);
    assert_str(e.others[0].name, "Guess");
    assert_str(e.others[0].value, "not dose");
    arena_finish(&mem);
    entry_init(&v.entries[0]);
    v.entries[0].day_date = v.program.today.day;
    v.entries[0].who = STR("Ana"); // another's page tells nothing
    v.facts.entry_count = 1;
    program_facts(&v.program, &v.facts);
    evening_to(&v, v.now_ms + 1000);
    assert_false(scene_says("dose"));
    v.entries[0].who = STR_NONE;
    program_facts(&v.program, &v.facts);
    assert_true(scene_says("A dose day."));
    evening_finish(&v);
}

static void put_scene(struct buf *out, const char *title)
{
    evening_to(&v, v.now_ms + 1000);
    evening_draw(&v);
    buf_printf(out, "== %s\n", title);
    scene_print(&v.scene, out);
}

static void written_pages_look_as_they_did(void **state)
{
    (void)state;
    struct buf out = {0};
    begin_with_left();
    put_scene(&out, "a session that was cut off");
    v.program.today.put_off = 1;
    program_facts(&v.program, &v.facts);
    evening_key(&v, KEY_UP, 0);
    put_scene(&out, "words that were left");
    evening_key(&v, KEY_ENTER, 0);
    put_scene(&out, "they are gone on with");
    evening_finish(&v);
    evening_start(&v, false, dose_today, EVENING);
    v.settings.number[SETTING_BLINDING] = SETTING_ON;
    program_facts(&v.program, &v.facts);
    evening_type(&v, "c");
    evening_type(&v, "4");
    evening_key(&v, KEY_TAB, 0);
    evening_type(&v, "1");
    evening_key(&v, KEY_TAB, 0);
    evening_type(&v, "7.");
    put_scene(&out, "a check-in, with a guess");
    evening_key(&v, KEY_TAB, 0);
    evening_key(&v, KEY_TAB, 0);
    evening_key(&v, KEY_TAB, 0);
    evening_type(&v, "A #slow morning, #warm.");
    put_scene(&out, "with tags");
    evening_finish(&v);
    golden_check("written.scene", &out);
    buf_finish(&out);
}

static const char asked_twice[] =
    "Id: 20261121T190000Z-5a10c003\nAt: 2026-11-21 20:00:00 +0100\n"
    "Day_date: 2026-11-21\nDay_kind: none\nSession: box\n"
    "Rate: calm 3\nRate: calm 5\nAnswer: How is it?\n+ Stiff.\n"
    "Answer: How is it?\n+ Loose.\n";

static void what_was_asked_twice_keeps_both_answers(void **state)
{
    (void)state;
    static const struct question twice[] = {{{"calm", 4}, {"How calm?", 9}},
                                            {.text = {"How is it?", 10}},
                                            {.text = {"How is it?", 10}}};
    for (size_t asked = 0; asked <= 3; asked++) { // by the session, now
        struct requests ask = {0};
        evening_start(&v, false, no_calendar, EVENING);
        v.sessions[BOX].questions = twice;
        v.sessions[BOX].question_count = asked;
        leave(asked_twice, &left[0]);
        program_resume(&v.program, &left[0], evening_instant(&v), &ask);
        struct entry e = program_entry(&v.program, 0, &v.mem);
        assert_int_equal(e.answer_count, 2);
        assert_str(e.answers[0].text, "Stiff.");
        assert_str(e.answers[1].text, "Loose.");
        assert_int_equal(e.rating_count, 2);
        assert_int_equal(e.ratings[0].value + 10 * e.ratings[1].value, 53);
        evening_finish(&v);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(
            what_is_done_is_saved_at_each_step_and_every_half_minute),
        cmocka_unit_test(a_session_that_is_over_is_no_longer_saved),
        cmocka_unit_test(words_are_offered_and_gone_on_with),
        cmocka_unit_test(later_hides_words_and_lets_a_session_go),
        cmocka_unit_test(a_draft_that_is_left_again_stays),
        cmocka_unit_test(a_checkin_takes_ten_keys),
        cmocka_unit_test(hours_are_typed_as_one_writes_them),
        cmocka_unit_test(a_checkin_is_done_by_the_pointer_alone),
        cmocka_unit_test(the_kind_of_day_stays_hidden_until_something_is_kept),
        cmocka_unit_test(written_pages_look_as_they_did),
        cmocka_unit_test(what_was_asked_twice_keeps_both_answers),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

// SPDX-License-Identifier: MIT
// The Calendar by inputs: what a key asks for, what is drawn of a day, and
// that nobody's days mix.
#include "unit.h"

#include "evening.h"

static struct evening v; // large: a scene is in it

enum { EVENING = 21 * 3600 + 40 * 60 };
#define MARK(id, rest)                                                         \
    "Id: 20261101T080000Z-0000000" id "\nAt: 2026-11-01 08:00:00 +0000\n" rest \
    "\n\n"
static const char calendar[] = MARK(
    "1", "What: plan\nStart: 2026-11-01\nLabel: Autumn\nPhase: baseline\n"
         "Pattern: dose transition normal\nCycle_days: 21\nBreak_days: "
         "14\nItem: Magnesium\nItem: A walk")
    MARK("2", "What: taken\nDay_date: 2026-11-19\nAmount: a bit\nNote: tea");

static void start(void)
{
    evening_start(&v, false, calendar, EVENING);
    struct day day = {0};
    assert_true(day_parse(STR("2026-11-20"), &day));
    for (size_t i = 0; i < 3; i++) {
        struct entry *e = &v.entries[i];
        entry_init(e);
        e->day_date.number = day.number + (i == 0);
        e->session = STR("long-tide");
        e->done_s = 12 * 60;
        e->mood_after = 4;
        e->text = STR("The shoulders let go.");
        e->who = i == 2 ? STR("Anna") : STR_NONE;
    }
    v.facts.entry_count = 3;
    program_facts(&v.program, &v.facts);
    for (int i = 0; i < 8 && v.program.screen == SCREEN_TODAY; i++) {
        if (v.program.today.focus ==
            v.program.today.count + (size_t)MENU_CALENDAR) {
            evening_key(&v, KEY_ENTER, 0);
        } else {
            evening_key(&v, KEY_TAB, 0);
        }
    }
    assert_int_equal(v.program.screen, SCREEN_CALENDAR);
    v.now_ms += 1000; // the fade is over
    evening_draw(&v);
}

// Whether the scene has a text with these words in it.
static bool shows(const char *words)
{
    return evening_shows(&v, words);
}

static struct str asked(void)
{
    struct str log = buf_view(&v.log);
    struct str last = STR_NONE;
    while (log.len > 0) {
        last = str_cut(&log, '\n');
    }
    return str_sub(last, str_find(last, ' ', 0) + 1, last.len);
}

static void one_key_asks_for_one_thing(void **state)
{
    (void)state;
    start(); // 21 November 2026 is day 20778, in the third week
    evening_type(&v, "t");
    assert_str(asked(), "mark 1 20778");
    evening_type(&v, "s");
    assert_str(asked(), "mark 2 20778");
    evening_type(&v, "e");
    assert_str(asked(), "mark 3 20778");
    evening_type(&v, "p");
    assert_str(asked(), "mark 5 20778");
    evening_type(&v, "x");
    assert_str(asked(), "mark 7 20778");
    size_t before = v.log.len;
    evening_type(&v, "vu"); // nothing stands there, nothing was noted
    assert_int_equal(v.log.len, before);
    evening_key(&v, KEY_LEFT, 0);
    evening_key(&v, KEY_LEFT, 0);
    evening_type(&v, "v");
    assert_str(asked(), "mark 4 20776");
    program_marked(&v.program, STR("Kind words.\n"), true);
    evening_draw(&v);
    assert_true(shows("Kind words."));
    evening_type(&v, "u");
    assert_str(asked(), "unmark 0 0");
    evening_key(&v, KEY_RIGHT, 0); // once
    assert_false(shows("Kind words."));
    evening_type(&v, "2");
    assert_str(asked(), "tick 1 20777");
    evening_finish(&v);
}

static void a_dose_moves_to_the_chosen_day(void **state)
{
    (void)state;
    start();
    size_t before = v.log.len;
    evening_type(&v, "m"); // the 19th is logged, the 22nd in the break
    assert_int_equal(v.log.len, before);
    evening_key(&v, KEY_UP, 0); // the 14th: its dose was planned for the 13th
    evening_type(&v, "m");
    assert_str(asked(), "move 20770 20771");
    evening_key(&v, KEY_LEFT, 0);
    before = v.log.len;
    evening_type(&v, "m");
    assert_int_equal(v.log.len, before);
    assert_true(shows("The plan has a dose"));
    evening_finish(&v);
}

// A month has no 31st where the one before had: its last day then.
static void leafs_to_a_shorter_month(void **state)
{
    (void)state;
    start();
    for (int i = 0; i < 21; i++) {
        evening_key(&v, KEY_LEFT, 0);
    }
    assert_true(shows("October") && shows("Saturday 31"));
    evening_key(&v, KEY_PAGE_DOWN, 0);
    assert_true(shows("November") && shows("Monday 30"));
    evening_key(&v, KEY_PAGE_DOWN, 0);
    assert_true(shows("December") && shows("Wednesday 30"));
    evening_finish(&v);
}

static void leafs_by_months(void **state)
{
    (void)state;
    start();
    assert_true(shows("November"));
    evening_key(&v, KEY_PAGE_DOWN, 0);
    assert_true(shows("December"));
    assert_true(shows("Monday 21"));
    evening_input(&v, (struct input){.kind = INPUT_WHEEL, .y = 1});
    evening_input(&v, (struct input){.kind = INPUT_WHEEL, .y = 1});
    assert_true(shows("October"));
    evening_key(&v, KEY_HOME, 0);
    assert_true(shows("Saturday 21"));
    for (int i = 0; i < 10; i++) {
        evening_key(&v, KEY_DOWN, 0);
    }
    assert_true(shows("January"));
    evening_key(&v, KEY_HOME, 0);
    evening_click(&v, 0.12f, 0.4f); // the second row's Monday
    assert_true(shows("Monday 2"));
    evening_key(&v, KEY_ESCAPE, 0);
    assert_int_equal(v.program.screen, SCREEN_TODAY);
    evening_finish(&v);
}

static void nobodys_days_mix(void **state)
{
    (void)state;
    start();
    assert_true(shows("2 days practised"));
    evening_key(&v, KEY_LEFT, 0);
    assert_true(shows("with Anna")); // the same session, the same day
    struct person_facts people[] = {
        {.calendar = v.facts.calendar},
        {.name = STR("Anna"),
         .calendar = calendar_read(STR_NONE, STR("Anna"), &v.mem, NULL)},
    };
    v.facts.people = people;
    v.facts.person_count = 2;
    program_facts(&v.program, &v.facts);
    evening_key(&v, KEY_TAB, 0);
    assert_true(shows("Anna"));
    assert_true(shows("1 day practised"));
    assert_true(shows("there is no plan"));
    assert_str(program_person(&v.program), "Anna");
    evening_key(&v, KEY_TAB, 0);
    assert_str(program_person(&v.program), "");
    evening_finish(&v);
}

static void looks_as_it_did(void **state)
{
    (void)state;
    struct buf out = {0};
    start();
    scene_print(&v.scene, &out);
    evening_key(&v, KEY_LEFT, 0);
    evening_key(&v, KEY_LEFT, 0);
    evening_key(&v, KEY_ENTER, 0);
    assert_true(shows("Taken, a bit: tea"));
    scene_print(&v.scene, &out);
    golden_check("calendar.scene", &out);
    buf_finish(&out);
    evening_finish(&v);
}

// A day's words stand in quotation marks, which close where there is no room
// for the rest.
static void a_days_words_are_quoted(void **state)
{
    (void)state;
    start();
    assert_true(shows("\u201cThe shoulders let go.\u201d"));
    for (size_t i = 0; i < 3; i++) {
        v.entries[i].text =
            STR("The shoulders let go somewhere around the sixth breath. I "
                "noticed I had been holding a conversation from this "
                "morning.\n\nWant to write to her, and to say it in so many "
                "words as it takes.");
    }
    evening_draw(&v);
    assert_true(shows("\u201cThe shoulders let go"));
    assert_true(shows("from\u2026\u201d"));
    assert_false(shows("Want"));
    evening_finish(&v);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(one_key_asks_for_one_thing),
        cmocka_unit_test(a_dose_moves_to_the_chosen_day),
        cmocka_unit_test(leafs_to_a_shorter_month),
        cmocka_unit_test(leafs_by_months),
        cmocka_unit_test(nobodys_days_mix),
        cmocka_unit_test(a_days_words_are_quoted),
        cmocka_unit_test(looks_as_it_did),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

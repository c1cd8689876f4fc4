// SPDX-License-Identifier: MIT
// A plan made by keys: the screening first, four questions, the words that
// support it; and that going back loses nothing.
#include "unit.h"

#include <string.h>

#include "evening.h"

static struct evening v; // large: a scene is in it

enum { EVENING = 21 * 3600 + 40 * 60 };
static const enum day_kind dtn[] = {DAY_DOSE, DAY_TRANSITION, DAY_NORMAL};
static struct protocol protocols[9];

static void start_with(const char *calendar)
{
    evening_start(&v, false, calendar, EVENING);
    protocols[0] = (struct protocol){.title = STR("Three days")};
    plan_init(&protocols[0].plan);
    protocols[0].plan.rule = RULE_PATTERN;
    protocols[0].plan.pattern = dtn;
    protocols[0].plan.length = 3;
    protocols[0].plan.cycle_days = 42;
    protocols[0].plan.break_days = 14;
    protocols[1] = (struct protocol){.title = STR("Weekdays")};
    plan_init(&protocols[1].plan);
    protocols[1].plan.rule = RULE_WEEKDAYS;
    protocols[1].plan.weekdays[0] = true;
    v.facts.protocols = protocols;
    v.facts.protocol_count = 2;
    program_facts(&v.program, &v.facts);
    while (v.program.today.focus !=
           v.program.today.count + (size_t)MENU_CALENDAR) {
        evening_key(&v, KEY_TAB, 0);
    }
    evening_key(&v, KEY_ENTER, 0);
    evening_type(&v, "n");
}

static void start(void)
{
    start_with("");
}

static void press(enum key key, int times)
{
    for (int i = 0; i < times; i++) {
        evening_key(&v, key, 0);
    }
}

// Through all pages of words, nothing written.
static void to_the_end(void)
{
    press(KEY_TAB, 6);
    assert_int_equal(v.program.plan.page, PAGE_KEEP);
}

static void four_quiet_questions(void **state)
{
    (void)state;
    start();
    assert_int_equal(v.program.plan.page, PAGE_SCREENING);
    press(KEY_ENTER, 2); // read; the first rhythm
    press(KEY_RIGHT, 3); // three days from now
    press(KEY_ENTER, 1);
    press(KEY_LEFT, 2); // four weeks on
    press(KEY_DOWN, 1);
    press(KEY_RIGHT, 1); // three off
    press(KEY_ENTER, 1);
    press(KEY_RIGHT, 1); // 04:30
    press(KEY_DOWN, 1);
    press(KEY_RIGHT, 2); // maintenance
    press(KEY_ENTER, 1);
    assert_int_equal(v.program.plan.page, PAGE_LIST);
    evening_type(&v, "Magnesium\n\nA walk");
    evening_key(&v, KEY_TAB, 0);
    evening_type(&v, "For us");
    press(KEY_ESCAPE, 1);
    press(KEY_TAB, 6);
    struct plan p = program_plan(&v.program);
    assert_int_equal(p.rule, RULE_PATTERN);
    assert_int_equal(p.length, 3);
    assert_int_equal(p.cycle_days, 28);
    assert_int_equal(p.break_days, 21);
    assert_int_equal(p.day_start_min, 270);
    assert_int_equal(p.start.number, v.program.today.day.number + 3);
    assert_str(p.phase, "maintenance");
    assert_int_equal(p.item_count, 2);
    assert_str(p.items[1], "A walk");
    assert_str(program_support(&v.program).fields[SUPPORT_INTENTION], "For us");
    press(KEY_ENTER, 1);
    assert_true(str_ends(buf_view(&v.log), STR("plan 0 0\n")));
    assert_int_equal(v.program.screen, SCREEN_CALENDAR);
    evening_finish(&v);
}

static void rhythms_of_ones_own(void **state)
{
    (void)state;
    start();
    press(KEY_ENTER, 1);
    press(KEY_DOWN, 1);  // weekdays
    press(KEY_SPACE, 1); // Monday off: none is left
    press(KEY_ENTER, 1);
    assert_int_equal(v.program.plan.page, PAGE_RHYTHM);
    press(KEY_RIGHT, 3);
    press(KEY_SPACE, 1);
    struct plan p = program_plan(&v.program);
    assert_true(p.rule == RULE_WEEKDAYS && p.weekdays[3] && !p.weekdays[0]);
    press(KEY_DOWN, 1); // every so many days
    press(KEY_RIGHT, 1);
    p = program_plan(&v.program);
    assert_int_equal(p.length, 4);
    assert_int_equal(p.pattern[0], DAY_DOSE);
    assert_int_equal(p.pattern[1], DAY_TRANSITION);
    assert_int_equal(p.pattern[3], DAY_NORMAL);
    press(KEY_DOWN, 1); // only notes
    press(KEY_ENTER, 2);
    assert_int_equal(v.program.plan.page, PAGE_DAY);
    press(KEY_ENTER, 1);
    to_the_end();
    p = program_plan(&v.program);
    assert_int_equal(p.rule, RULE_NONE);
    assert_int_equal(p.cycle_days, 0);
    press(KEY_ESCAPE, 7);
    assert_int_equal(v.program.plan.page, PAGE_DAY);
    press(KEY_ESCAPE, 4);
    assert_int_equal(v.program.screen, SCREEN_CALENDAR);
    assert_null(strstr(buf_cstr(&v.log), " plan "));
    evening_finish(&v);
}

static void no_answer_goes_beyond_its_ends(void **state)
{
    (void)state;
    start();
    press(KEY_ENTER, 1);
    press(KEY_DOWN, 1); // weekdays
    press(KEY_RIGHT, 9);
    press(KEY_SPACE, 1);
    assert_true(program_plan(&v.program).weekdays[6]);
    press(KEY_LEFT, 9);
    press(KEY_SPACE, 1);
    assert_false(program_plan(&v.program).weekdays[0]);
    press(KEY_DOWN, 1); // every so many days
    press(KEY_LEFT, 9);
    assert_int_equal(program_plan(&v.program).length, 2);
    press(KEY_RIGHT, 20);
    assert_int_equal(program_plan(&v.program).length, 14);
    evening_finish(&v);
}

// A word for the phase that no list has goes on into the next plan.
static void a_word_of_ones_own_stays(void **state)
{
    (void)state;
    start_with("Id: 20260228T190000Z-0b1c2d3e\nAt: 2026-02-28 20:00:00 +0100\n"
               "What: plan\nStart: 2026-03-01\nPattern: dose normal\n"
               "Phase: settling\n");
    assert_str(program_plan(&v.program).phase, "settling");
    press(KEY_ENTER, 4);
    press(KEY_DOWN, 1);
    press(KEY_RIGHT, 2); // there is none behind it
    assert_str(program_plan(&v.program).phase, "settling");
    press(KEY_LEFT, 1);
    assert_str(program_plan(&v.program).phase, "integration");
    evening_finish(&v);
}

static void the_support_plan_alone(void **state)
{
    (void)state;
    start();
    press(KEY_ESCAPE, 1);
    v.facts.support.fields[SUPPORT_TRUSTED] = STR("Anna");
    evening_type(&v, "h");
    assert_int_equal(v.program.plan.page, PAGE_INTENTION);
    press(KEY_TAB, 1);
    evening_type(&v, " B");
    press(KEY_TAB, 4);
    assert_int_equal(v.program.screen, SCREEN_CALENDAR);
    assert_false(v.typing);
    assert_true(str_ends(buf_view(&v.log), STR("support 0 0\n")));
    assert_str(program_support(&v.program).fields[SUPPORT_TRUSTED], "Anna B");
    evening_finish(&v);
}

// Whenever the window goes, and while it is in no file, until it is.
static void the_support_plan_is_not_lost(void **state)
{
    (void)state;
    start();
    press(KEY_ESCAPE, 1);
    evening_type(&v, "h");
    evening_type(&v, "For us");
    buf_clear(&v.log);
    evening_key(&v, KEY_F1, 0); // and Care lies over it
    evening_input(&v, (struct input){.kind = INPUT_CLOSE});
    assert_non_null(strstr(buf_cstr(&v.log), " support 0 0\n"));
    program_support_kept(&v.program, false);
    press(KEY_ESCAPE, 2);
    assert_int_equal(v.program.screen, SCREEN_CALENDAR);
    evening_type(&v, "h");
    assert_str(program_support(&v.program).fields[SUPPORT_INTENTION], "For us");
    program_support_kept(&v.program, true);
    press(KEY_ESCAPE, 1);
    buf_clear(&v.log);
    evening_input(&v, (struct input){.kind = INPUT_CLOSE});
    assert_null(strstr(buf_cstr(&v.log), " support "));
    evening_type(&v, "h");
    assert_str(program_support(&v.program).fields[SUPPORT_INTENTION], "");
    evening_finish(&v);
}

// More than anybody types, written into support.txt or by commands.
static void what_was_written_by_hand_stays_whole(void **state)
{
    (void)state;
    struct buf lines = {0};
    for (int i = 0; i < 1000; i++) {
        buf_printf(&lines, "%sanother line", i > 0 ? "\n" : "");
    }
    start();
    press(KEY_ESCAPE, 1);
    v.facts.support.fields[SUPPORT_LINES] = buf_view(&lines);
    evening_type(&v, "h");
    press(KEY_TAB, 5);
    assert_str(program_support(&v.program).fields[SUPPORT_LINES],
               buf_cstr(&lines));
    // So do the items of a plan.
    evening_type(&v, "n");
    press(KEY_ENTER, 5);
    for (int i = 0; i < 12; i++) {
        evening_type(&v, "item\n");
    }
    assert_int_equal(program_plan(&v.program).item_count, 12);
    buf_finish(&lines);
    evening_finish(&v);
}

// A text that is this and no more.
static bool stands_alone(const char *words)
{
    bool found = false;
    for (size_t i = 0; i < v.scene.count; i++) {
        found = found || str_equal(scene_text_of(&v.scene, &v.scene.shapes[i]),
                                   str_from(words));
    }
    return found;
}

static void more_rhythms_than_have_room_are_all_shown(void **state)
{
    (void)state;
    static const char *const titles[] = {
        "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine"};
    start();
    for (size_t i = 0; i < 9; i++) {
        protocols[i] = protocols[0];
        protocols[i].title = str_from(titles[i]);
    }
    v.facts.protocol_count = 9;
    press(KEY_ENTER, 1);
    v.now_ms += 1000;
    for (size_t i = 0; i < 9; i++) {
        evening_draw(&v);
        assert_true(evening_shows(&v, titles[i]));
        assert_true(stands_alone("\u2193"));
        press(KEY_DOWN, 1);
    }
    press(KEY_DOWN, 1);
    evening_draw(&v);
    assert_true(evening_shows(&v, "No rhythm"));
    assert_true(stands_alone("\u2191"));
    assert_false(evening_shows(&v, "One"));
    evening_click(&v, 0.2f, 0.23f); // the first that is shown
    assert_int_equal(v.program.plan.rhythm, 4);
    evening_finish(&v);
}

static void every_page_fits(void **state)
{
    (void)state;
    struct buf out = {0};
    start();
    v.now_ms += 1000;
    for (int page = 0; page < PAGE_COUNT; page++) {
        evening_draw(&v);
        scene_print(&v.scene, &out);
        if (page < PAGE_KEEP) {
            press(page < PAGE_LIST ? KEY_ENTER : KEY_TAB, 1);
        }
    }
    golden_check("plan.scene", &out);
    buf_finish(&out);
    evening_finish(&v);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(four_quiet_questions),
        cmocka_unit_test(rhythms_of_ones_own),
        cmocka_unit_test(no_answer_goes_beyond_its_ends),
        cmocka_unit_test(a_word_of_ones_own_stays),
        cmocka_unit_test(the_support_plan_alone),
        cmocka_unit_test(the_support_plan_is_not_lost),
        cmocka_unit_test(what_was_written_by_hand_stays_whole),
        cmocka_unit_test(more_rhythms_than_have_room_are_all_shown),
        cmocka_unit_test(every_page_fits),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

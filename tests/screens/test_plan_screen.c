// SPDX-License-Identifier: MIT
// A plan made by keys: the screening first, four questions, the words that
// support it; and that going back loses nothing.
#include "unit.h"

#include <string.h>

#include "evening.h"

static struct evening v; // large: a scene is in it

enum { EVENING = 21 * 3600 + 40 * 60 };
static const enum day_kind dtn[] = {DAY_DOSE, DAY_TRANSITION, DAY_NORMAL};
static struct protocol protocols[2];

static void start(void)
{
    evening_start(&v, false, "", EVENING);
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
        cmocka_unit_test(the_support_plan_alone),
        cmocka_unit_test(every_page_fits),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

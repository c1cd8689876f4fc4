// SPDX-License-Identifier: MIT
// Spoken menus: what the focus is on is told when it changes, and only where a
// person wishes it.
#include "unit.h"

#include "evening.h"

static struct evening v; // large: a scene is in it
static struct settings settings;

static void begin(const char *speech)
{
    evening_start(&v, false, "", 21 * 3600);
    settings = *v.program.facts->settings;
    settings.text[SETTING_SPEECH] = str_from(speech);
    static struct facts facts;
    facts = *v.program.facts;
    facts.settings = &settings;
    program_facts(&v.program, &facts);
}

// What one key makes the program say.
static struct str said(enum key key)
{
    static struct requests ask;
    struct input in = {.kind = INPUT_KEY, .key = key};
    ask.count = 0;
    program_input(&v.program, &in, evening_instant(&v), &ask);
    for (size_t i = 0; i < ask.count; i++) {
        if (ask.items[i].kind == REQUEST_SPEAK) {
            return ask.items[i].text;
        }
    }
    return STR("(nothing)");
}

static void the_focus_is_told_with_its_place(void **state)
{
    (void)state;
    begin("on");
    struct str first = said(KEY_DOWN);
    assert_str(first, "Today. Long tide, 20 s. 2 of 3.");
    assert_true(str_ends(said(KEY_DOWN), STR(" 3 of 3.")));
    assert_true(str_starts(said(KEY_DOWN), STR("Today. Today. 1 of ")));
    assert_true(str_starts(said(KEY_RIGHT), STR("Today. Sessions. 2 of ")));
    assert_true(str_starts(said(KEY_ENTER), STR("Sessions. ")));
    assert_str(said(KEY_F1), "Care");
    evening_finish(&v);
}

static void what_stands_is_told_once(void **state)
{
    (void)state;
    begin("on");
    said(KEY_DOWN);
    assert_str(said(KEY_NONE), "(nothing)");
    struct requests ask = {0};
    program_tick(&v.program, evening_instant(&v), &ask);
    assert_int_equal(ask.count, 0);
    evening_finish(&v);
}

static void nothing_is_told_unasked(void **state)
{
    (void)state;
    begin("off");
    assert_str(said(KEY_DOWN), "(nothing)");
    evening_finish(&v);
}

static void f2_asks_for_it_and_ends_it(void **state)
{
    (void)state;
    begin("off");
    struct requests ask = {0};
    struct input in = {.kind = INPUT_KEY, .key = KEY_F2};
    program_input(&v.program, &in, evening_instant(&v), &ask);
    assert_int_equal(ask.count, 2);
    assert_int_equal(ask.items[0].kind, REQUEST_SETTING);
    assert_int_equal(ask.items[0].value, SETTING_SPEECH);
    assert_str(ask.items[0].text, "on");
    assert_true(str_starts(ask.items[1].text, STR("Today. ")));
    settings.text[SETTING_SPEECH] = STR("on");
    ask.count = 0;
    program_input(&v.program, &in, evening_instant(&v), &ask);
    assert_str(ask.items[0].text, "off");
    assert_int_equal(ask.items[1].kind, REQUEST_SPEAK);
    assert_int_equal(ask.items[1].text.len, 0); // hush
    evening_finish(&v);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_focus_is_told_with_its_place),
        cmocka_unit_test(what_stands_is_told_once),
        cmocka_unit_test(nothing_is_told_unasked),
        cmocka_unit_test(f2_asks_for_it_and_ends_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

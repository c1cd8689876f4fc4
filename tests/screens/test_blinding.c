// SPDX-License-Identifier: MIT
// Self-blinding: until something of today is kept no screen tells what kind of
// day it is, or comes. Whatever the plan says, each draws the same, to the last
// shape; and what a dose day should not have is not offered on any of them.
#include "evening.h"

#include <stdio.h>

static struct evening v;

static const char *const patterns[] = {
    "dose transition normal", "transition normal dose",
    "normal dose transition", "normal normal dose", "dose dose dose"};
enum { PATTERNS = sizeof(patterns) / sizeof(patterns[0]), EVENING = 19 * 3600 };

static const struct {
    enum screen screen;
    const char *name;
} screens[] = {{SCREEN_TODAY, "Today"},
               {SCREEN_SESSIONS, "Sessions"},
               {SCREEN_CALENDAR, "Calendar"}};

// On the first day of a plan, so that nothing past tells of it.
static void begin(const char *pattern, bool blind, bool kept)
{
    static char calendar[300];
    snprintf(calendar, sizeof(calendar),
             "Id: 20261120T190000Z-0b1c2d3e\nAt: 2026-11-20 20:00:00 +0100\n"
             "What: plan\nStart: 2026-11-21\nLabel: Spring\nPattern: %s\n",
             pattern);
    evening_start(&v, false, calendar, EVENING);
    v.settings.number[SETTING_BLINDING] = blind ? SETTING_ON : 0;
    if (kept) {
        entry_init(&v.entries[0]);
        v.entries[0].day_date = v.facts.now.day;
        v.facts.entry_count = 1;
    }
    program_facts(&v.program, &v.facts);
}

static void print(enum screen screen, struct buf *out)
{
    v.program.screen = screen;
    evening_to(&v, v.now_ms + 2000);
    evening_draw(&v);
    scene_print(&v.scene, out);
    buf_put_char(out, '\0');
}

// How many of the patterns a screen draws otherwise than the first.
static int differing(enum screen screen, bool blind, bool kept)
{
    struct buf first = {0};
    int count = 0;
    for (int i = 0; i < PATTERNS; i++) {
        struct buf now = {0};
        begin(patterns[i], blind, kept);
        print(screen, i == 0 ? &first : &now);
        count += i > 0 && !str_equal(buf_view(&first), buf_view(&now));
        evening_finish(&v);
        buf_finish(&now);
    }
    buf_finish(&first);
    return count;
}

static void no_screen_tells_the_kind_of_day(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof(screens) / sizeof(screens[0]); i++) {
        int count = differing(screens[i].screen, true, false);
        if (count != 0) {
            fail_msg("%s tells of %d patterns", screens[i].name, count);
        }
        // The same without blinding, or later: they can tell.
        assert_true(differing(screens[i].screen, false, false) > 0);
        assert_true(differing(screens[i].screen, true, true) > 0);
    }
}

static void a_day_of_the_calendar_does_not_tell_either(void **state)
{
    (void)state;
    struct buf first = {0}, now = {0};
    for (int i = 0; i < PATTERNS; i++) {
        begin(patterns[i], true, false);
        v.program.screen = SCREEN_CALENDAR;
        evening_key(&v, KEY_RIGHT, 0); // tomorrow
        evening_key(&v, KEY_ENTER, 0);
        buf_clear(&now);
        print(SCREEN_CALENDAR, i == 0 ? &first : &now);
        assert_true(evening_shows(&v, "hidden until you"));
        assert_true(i == 0 || str_equal(buf_view(&first), buf_view(&now)));
        evening_finish(&v);
    }
    buf_finish(&first);
    buf_finish(&now);
}

static void safety_goes_by_the_strictest_day(void **state)
{
    (void)state;
    begin("normal", true, false);
    for (size_t i = 0; i < v.program.today.count; i++) {
        const struct practice *p = &v.practices[v.program.today.offered[i]];
        assert_true(practice_suits(p, DAY_DOSE));
        assert_true(practice_suits(p, DAY_NORMAL));
    }
    print(SCREEN_SESSIONS, &v.log);
    assert_true(evening_shows(&v, "may be a dose day"));
    assert_false(evening_shows(&v, "Fire"));
    evening_key(&v, KEY_TAB, 0); // and who wants it finds it
    print(SCREEN_SESSIONS, &v.log);
    assert_true(evening_shows(&v, "Fire"));
    assert_true(evening_shows(&v, "It may be a dose day"));
    evening_finish(&v);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_screen_tells_the_kind_of_day),
        cmocka_unit_test(a_day_of_the_calendar_does_not_tell_either),
        cmocka_unit_test(safety_goes_by_the_strictest_day),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

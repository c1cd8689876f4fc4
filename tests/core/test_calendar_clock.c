// SPDX-License-Identifier: MIT
// The person's day at every minute of two years in nine zones, six of which
// change their clocks (one by half an hour) and one of which leaps over the
// date line (where it has a short night of its own): the day never steps back,
// and it begins when the clock on the wall shows 04:00. As a control the
// tempting shortcut, the date of four hours ago, is counted too: it must be
// seen to be wrong where clocks change.
#include "unit.h"

#include <stdlib.h>
#include <time.h>

#include "core/calendar.h"

static const struct {
    const char *zone;
    int year;         // the first of the two
    bool clock_turns; // so the shortcut is wrong somewhere
} zones[] = {
    {"Europe/Berlin", 2027, true},       {"America/New_York", 2027, true},
    {"America/St_Johns", 2027, true},    {"America/Santiago", 2027, true},
    {"Australia/Lord_Howe", 2027, true}, {"Africa/Cairo", 2009, true},
    {"Asia/Kolkata", 2027, false},       {"Pacific/Honolulu", 2027, false},
    {"Pacific/Kwajalein", 1993, true}, // had no 21 August 1993
};

static struct tm wall_tm(time_t t)
{
    struct tm tm;
    assert_non_null(localtime_r(&t, &tm));
    return tm;
}

static struct day tm_day(const struct tm *tm)
{
    return day_from_date(
        (struct date){tm->tm_year + 1900, tm->tm_mon + 1, tm->tm_mday});
}

static int minute_of(const struct tm *tm)
{
    return tm->tm_hour * 60 + tm->tm_min;
}

// Returns the minutes for which the shortcut names another day.
static long watch_zone(const struct calendar *c, int year)
{
    enum { MINUTE = 60, DAY_MINUTES = 1440, FOUR_HOURS = 4 * 3600 };
    int64_t first = day_from_date((struct date){year, 1, 1}).number;
    int64_t last = day_from_date((struct date){year + 2, 1, 1}).number;
    long wrong = 0;
    struct day before = {INT32_MIN}, date_before = {INT32_MIN};
    for (int64_t m = first * DAY_MINUTES; m < last * DAY_MINUTES; m++) {
        struct tm tm = wall_tm((time_t)(m * MINUTE));
        struct wall w = {.day = tm_day(&tm), .second = minute_of(&tm) * MINUTE};
        struct day day = calendar_day(c, &w);
        bool leapt = w.day.number > date_before.number + 1;
        bool begins = minute_of(&tm) == PLAN_DAY_START_MIN;
        if (before.number != INT32_MIN) {
            assert_int_equal(day.number - before.number, begins || leapt);
        }
        before = day;
        date_before = w.day;
        struct tm ago = wall_tm((time_t)(m * MINUTE - FOUR_HOURS));
        wrong += tm_day(&ago).number != day.number;
    }
    return wrong;
}

static void the_day_never_steps_back(void **state)
{
    (void)state;
    struct arena mem = {0};
    struct log none = {0};
    struct calendar *c = calendar_make(&none, &mem);
    for (size_t i = 0; i < sizeof(zones) / sizeof(zones[0]); i++) {
        assert_int_equal(setenv("TZ", zones[i].zone, 1), 0);
        tzset();
        long wrong = watch_zone(c, zones[i].year);
        print_message("%s: the shortcut is wrong in %ld minutes\n",
                      zones[i].zone, wrong);
        assert_true((wrong > 0) == zones[i].clock_turns);
    }
    arena_finish(&mem);
}

static void a_day_begins_when_a_person_says(void **state)
{
    (void)state;
    struct arena mem = {0};
    struct log none = {0};
    struct calendar *c = calendar_make(&none, &mem);
    struct wall five = {.day = {20000}, .second = 5 * 3600};
    assert_int_equal(calendar_day(c, &five).number, 20000); // from 04:00 on
    calendar_day_start(c, 5 * 60 + 30);
    assert_int_equal(calendar_day(c, &five).number, 19999);
    calendar_day_start(c, 5 * 60);
    assert_int_equal(calendar_day(c, &five).number, 20000);
    arena_finish(&mem);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_day_begins_when_a_person_says),
        cmocka_unit_test(the_day_never_steps_back),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

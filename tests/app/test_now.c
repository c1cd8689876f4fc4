// SPDX-License-Identifier: MIT
// What time it is: the offset that a wall time has in a zone, in hours that
// come twice or never too, and a zone that changes while the program runs.
#include "unit.h"

#include <stdlib.h>
#include <time.h>

#include "app/now.h"

static struct arena mem;

static void move_to(const char *zone)
{
    assert_int_equal(setenv("TZ", zone, 1), 0);
}

static int utc_offset(const char *zone, const char *text)
{
    struct wall given = {0};
    struct now now = {0};
    bool has_offset = false;
    move_to(zone);
    assert_true(wall_parse(str_from(text), &given, &has_offset));
    now_init(&now, &given, has_offset, &mem);
    return now_wall(&now, &mem).offset_min;
}

// Each row twice, after the other rows too: what was asked before is no reason.
static void a_given_time_has_the_offset_of_its_zone(void **state)
{
    (void)state;
    static const struct {
        const char *zone, *text;
        int offset_min;
    } rows[] = {
        {"Europe/Berlin", "2026-10-25T01:59", 120},
        {"Europe/Berlin", "2026-10-25T02:30", 120}, // comes twice: the first
        {"Europe/Berlin", "2026-10-25T03:00", 60},
        {"Europe/Berlin", "2026-03-29T02:30", 60}, // never comes
        {"Europe/Berlin", "2026-03-29T03:00", 120},
        {"America/New_York", "2026-11-01T01:30", -240},
        {"America/New_York", "2026-11-01T02:00", -300},
        {"America/New_York", "2026-03-08T02:30", -300},
        {"Australia/Lord_Howe", "2026-04-05T01:29", 660},
        {"Australia/Lord_Howe", "2026-04-05T01:45", 660},
        {"Australia/Lord_Howe", "2026-04-05T02:00", 630},
        {"Australia/Lord_Howe", "2026-10-04T02:15", 630},
        {"Australia/Lord_Howe", "2026-10-04T02:30", 660},
        {"Pacific/Apia", "2011-12-29T23:59", -600},
        {"Pacific/Apia", "2011-12-30T12:00", -600}, // a day that never came
        {"Pacific/Apia", "2011-12-31T00:00", 840},
        {"Europe/Berlin", "1970-01-01T00:59:59", 60}, // a second before 1970
        {"Europe/Berlin", "1916-06-01T12:00", 120},
        {"Europe/Berlin", "2100-07-01T12:00", 120},
        {"Europe/Berlin", "2026-07-01T12:00-03:30", -210}, // its own
    };
    enum { COUNT = sizeof(rows) / sizeof(rows[0]) };
    for (size_t i = 0; i < (size_t)COUNT * 2; i++) {
        size_t row = i < COUNT ? i : 2 * COUNT - 1 - i;
        int got = utc_offset(rows[row].zone, rows[row].text);
        if (got != rows[row].offset_min) {
            fail_msg("%s in %s: %d", rows[row].text, rows[row].zone, got);
        }
    }
}

static void a_zone_that_changes_is_followed(void **state)
{
    (void)state;
    struct now now = {0};
    move_to("Europe/Berlin");
    now_init(&now, NULL, false, &mem);
    move_to("Asia/Kolkata");
    struct wall there = now_wall(&now, &mem);
    assert_int_equal(there.offset_min, 330);
    assert_str(there.zone, "Asia/Kolkata");
    assert_true(llabs(wall_utc(&there) - (int64_t)time(NULL)) < 60);
}

static int finish(void **state)
{
    (void)state;
    arena_finish(&mem);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_given_time_has_the_offset_of_its_zone),
        cmocka_unit_test(a_zone_that_changes_is_followed),
    };
    return cmocka_run_group_tests(tests, NULL, finish);
}

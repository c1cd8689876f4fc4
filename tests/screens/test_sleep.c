// SPDX-License-Identifier: MIT
// A session for sleep takes its light along: it sinks to its least over the
// second half, or the last ten minutes, and stays there for the reflection.
#include "unit.h"

#include "screens/evening.h"

#include "frame/sleep.h"

static struct evening v;
static const char no_calendar[] = "";
enum { EVENING = 21 * 3600 + 40 * 60 };

static void sleep_is_the_last_ten_minutes(void **state)
{
    (void)state;
    const int64_t hour_ms = 3600000;
    assert_true(sleep_left(hour_ms, 0) >= 1);
    assert_true(sleep_left(hour_ms, hour_ms - 600000) >= 1);
    assert_true(sleep_left(hour_ms, hour_ms - 300000) == 0.5f);
    assert_true(sleep_left(hour_ms, hour_ms) <= 0);
    assert_true(sleep_left(60000, 30000) >= 1);
    assert_true(sleep_left(60000, 45000) == 0.5f);
}

static void the_light_sinks_with_it(void **state)
{
    (void)state;
    evening_start(&v, true, no_calendar, EVENING);
    evening_open(&v, TIDE);
    struct session sleeping = *v.program.player.session;
    int64_t length_ms = v.program.player.tl->length_ms;
    assert_int_equal(program_dim_percent(&v.program, length_ms), 100);
    sleeping.effect = EFFECT_SLEEP;
    v.program.player.session = &sleeping;
    assert_int_equal(program_dim_percent(&v.program, 0), 100);
    assert_int_equal(program_dim_percent(&v.program, length_ms / 2), 100);
    assert_in_range(program_dim_percent(&v.program, length_ms * 3 / 4), 65, 70);
    assert_int_equal(program_dim_percent(&v.program, length_ms), 35);
    evening_to(&v, 11000);
    evening_key(&v, KEY_ESCAPE, 0);
    evening_key(&v, KEY_ESCAPE, 0);
    assert_int_equal(v.program.screen, SCREEN_REFLECTION);
    assert_int_equal(program_dim_percent(&v.program, length_ms), 35);
    v.program.screen = SCREEN_TODAY;
    assert_int_equal(program_dim_percent(&v.program, length_ms), 100);
    evening_finish(&v);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(sleep_is_the_last_ten_minutes),
        cmocka_unit_test(the_light_sinks_with_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

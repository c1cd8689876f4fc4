// SPDX-License-Identifier: MIT
// The beat of the frames: steady, without a burst after a delay, and taken up
// at once when something moves after a rest.
#include "unit.h"

#include "app/pace.h"

#define MS INT64_C(1000000)
#define BEAT (INT64_C(1000000000) / 60)

static void what_moves_keeps_the_beat(void **state)
{
    (void)state;
    struct pace p = {.beat_ns = 1000 * MS};
    int64_t now = 1000 * MS;
    for (int i = 1; i <= 600; i++) {
        now = pace_next(&p, now + 3 * MS, 0); // drawing took 3 ms
        assert_int_equal(now, 1000 * MS + i * BEAT);
    }
}

// A slow movement has every second beat, or every third, and none between.
static void what_moves_slowly_keeps_to_the_beat(void **state)
{
    (void)state;
    struct pace p = {.beat_ns = 1000 * MS};
    int64_t now = 1000 * MS;
    for (int i = 1; i <= 300; i++) {
        now = pace_next(&p, now + 3 * MS, 2 * 1000 / 60);
        assert_int_equal(now, 1000 * MS + 2 * i * BEAT);
    }
    int64_t before = now;
    assert_int_equal(pace_next(&p, now + 3 * MS, 50), before + 3 * BEAT);
    // What is due between two beats is not late.
    now = before + 3 * BEAT;
    assert_int_equal(pace_next(&p, now + MS, 25), now + BEAT);
    assert_int_equal(pace_next(&p, now + BEAT, 8), now + BEAT + 8 * MS);
}

static void after_a_delay_it_begins_anew(void **state)
{
    (void)state;
    struct pace p = {.beat_ns = 1000 * MS};
    assert_int_equal(pace_next(&p, 1100 * MS, 0), 1100 * MS);
    assert_int_equal(pace_next(&p, 1103 * MS, 0), 1100 * MS + BEAT);
}

// A key ends a long rest early, and what it sets off moves from then on.
static void a_rest_leaves_nothing_behind(void **state)
{
    (void)state;
    struct pace p = {0};
    assert_int_equal(pace_next(&p, 1000 * MS, 4000), 5000 * MS);
    assert_int_equal(pace_next(&p, 1500 * MS, 0), 1500 * MS);
    assert_int_equal(pace_next(&p, 1502 * MS, 0), 1500 * MS + BEAT);
    assert_int_equal(pace_next(&p, 1600 * MS, INT64_MAX), INT64_MAX);
    assert_int_equal(pace_next(&p, 1700 * MS, INT64_MAX / 2), INT64_MAX);
}

static void inputs_bring_no_more_frames_than_motion(void **state)
{
    (void)state;
    struct pace p = {0};
    pace_next(&p, 1000 * MS, INT64_MAX);
    assert_int_equal(p.least_ns, 1000 * MS + BEAT);
    pace_next(&p, 1000 * MS, 5);
    assert_int_equal(p.least_ns, 1005 * MS);
    pace_next(&p, 1000 * MS, 100);
    assert_int_equal(p.least_ns, 1000 * MS + BEAT);
    assert_true(pace_next(&p, 1001 * MS, 0) <= 1001 * MS + BEAT);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_moves_keeps_the_beat),
        cmocka_unit_test(what_moves_slowly_keeps_to_the_beat),
        cmocka_unit_test(after_a_delay_it_begins_anew),
        cmocka_unit_test(a_rest_leaves_nothing_behind),
        cmocka_unit_test(inputs_bring_no_more_frames_than_motion),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

// SPDX-License-Identifier: MIT
#include "unit.h"

#include "frame/fade.h"
#include "frame/played.h"
#include "frame/transport.h"

static const int64_t second_ns = 1000000000;

static void time_stands_until_it_runs(void **state)
{
    (void)state;
    struct transport t;
    transport_init(&t, second_ns, 5 * second_ns);
    assert_int_equal(transport_advance(&t, 9 * second_ns), TRANSPORT_NOTHING);
    assert_int_equal(transport_ms(&t), 0);
    transport_run(&t, 20 * second_ns);
    transport_advance(&t, 20 * second_ns + 123456789);
    assert_int_equal(transport_ms(&t), 123);
    transport_pause(&t, 20 * second_ns + 200999999);
    assert_int_equal(transport_ms(&t), 200);
    assert_int_equal(transport_advance(&t, 99 * second_ns), TRANSPORT_NOTHING);
    assert_int_equal(transport_ms(&t), 200);
    transport_run(&t, 100 * second_ns);
    transport_advance(&t, 100 * second_ns + 1); // 200.999999 + 0.000001
    assert_int_equal(transport_ms(&t), 201);
    assert_int_equal(transport_advance(&t, 99 * second_ns), TRANSPORT_NOTHING);
    assert_int_equal(transport_ms(&t), 201);
}

static void a_gap_pauses_where_it_began(void **state)
{
    (void)state;
    struct transport t;
    transport_init(&t, 48000, 0);
    transport_run(&t, 0);
    assert_int_equal(transport_advance(&t, 48000), TRANSPORT_NOTHING);
    assert_int_equal(transport_advance(&t, 96001), TRANSPORT_STALLED);
    assert_int_equal(t.state, TRANSPORT_PAUSED);
    assert_int_equal(transport_ms(&t), 1000);
    assert_int_equal(transport_advance(&t, 500000), TRANSPORT_NOTHING);
    assert_int_equal(transport_ms(&t), 1000);
}

static void a_gate_is_never_passed(void **state)
{
    (void)state;
    struct transport t;
    transport_init(&t, second_ns, 0);
    transport_gate(&t, 500);
    transport_run(&t, 0);
    assert_int_equal(transport_advance(&t, 499999999), TRANSPORT_NOTHING);
    assert_int_equal(transport_advance(&t, 700000000), TRANSPORT_AT_GATE);
    assert_int_equal(transport_ms(&t), 500);
    assert_int_equal(t.state, TRANSPORT_HELD);
    assert_int_equal(transport_advance(&t, 60 * second_ns), TRANSPORT_NOTHING);
    transport_gate(&t, TRANSPORT_NO_GATE);
    transport_run(&t, 60 * second_ns);
    transport_advance(&t, 60 * second_ns + 250000000);
    assert_int_equal(transport_ms(&t), 750);
    transport_seek(&t, 60 * second_ns + 250000000, 100);
    transport_advance(&t, 60 * second_ns + 300000000);
    assert_int_equal(transport_ms(&t), 150);
    transport_hold(&t, 61 * second_ns, 400);
    transport_advance(&t, 70 * second_ns);
    assert_int_equal(transport_ms(&t), 400);
}

// Eight hours in uneven steps, with pauses, against the sum of what ran, on
// both clocks.
static void hours_do_not_drift(void **state)
{
    (void)state;
    const int64_t rates[] = {48000, second_ns};
    for (size_t k = 0; k < 2; k++) {
        uint32_t random = 7;
        struct transport t;
        int64_t clock = 1234567;
        int64_t ran = 0;
        transport_init(&t, rates[k], clock);
        transport_run(&t, clock);
        while (ran < 8 * 3600 * rates[k]) {
            random = random * 1664525 + 1013904223;
            int64_t gap = (int64_t)(random >> 8) % (rates[k] / 4);
            clock += gap;
            if (random >> 28 == 3) {
                transport_pause(&t, clock);
                clock += 77 * rates[k];
                transport_run(&t, clock);
            }
            transport_advance(&t, clock);
            ran += gap;
            assert_int_equal(t.position, ran);
        }
    }
}

static void what_was_played_counts_once(void **state)
{
    (void)state;
    struct played p = {0};
    played_add(&p, 0, 1000);
    played_add(&p, 1000, 2000);
    assert_int_equal(p.count, 1);
    played_add(&p, 500, 700); // gone through again
    assert_int_equal(played_ms(&p), 2000);
    played_add(&p, 5000, 6000); // after a step on
    assert_int_equal(played_ms(&p), 3000);
    played_add(&p, 4000, 5500);
    assert_int_equal(p.count, 2);
    played_add(&p, 1500, 4100);
    assert_int_equal(p.count, 1);
    assert_int_equal(played_ms(&p), 6000);
    assert_true(played_all(&p, 0, 6000));
    assert_false(played_all(&p, 0, 6001));
    played_add(&p, 7000, 7000); // nothing
    assert_int_equal(p.count, 1);
    struct played many = {0};
    for (int i = 0; i < 200; i++) {
        played_add(&many, i * 100, i * 100 + 50);
    }
    assert_int_equal(many.count, PLAYED_SPANS);
    assert_true(played_all(&many, 199 * 100, 199 * 100 + 50));
}

static void a_fade_turns_round_without_a_jump(void **state)
{
    (void)state;
    struct fade f = {0};
    fade_to(&f, 1, 1000, 0);
    assert_float_equal(fade_at(&f, 250), 0.25, 1e-5);
    fade_to(&f, 1, 1000, 300); // on its way there already
    assert_float_equal(fade_at(&f, 500), 0.5, 1e-5);
    fade_to(&f, 0, 1000, 500);
    assert_float_equal(fade_at(&f, 500), 0.5, 1e-5);
    assert_float_equal(fade_at(&f, 1000), 0.25, 1e-5);
    assert_float_equal(fade_at(&f, 9000), 0, 1e-5);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(time_stands_until_it_runs),
        cmocka_unit_test(a_gap_pauses_where_it_began),
        cmocka_unit_test(a_gate_is_never_passed),
        cmocka_unit_test(hours_do_not_drift),
        cmocka_unit_test(what_was_played_counts_once),
        cmocka_unit_test(a_fade_turns_round_without_a_jump),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

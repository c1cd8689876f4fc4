// SPDX-License-Identifier: MIT
#include "unit.h"

#include "base/number.h"

static void durations_read_as_the_language_says(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        enum duration_fault fault;
        int64_t ms;
    } cases[] = {
        {"45s", DURATION_OK, 45000},
        {"5m", DURATION_OK, 300000},
        {"1m30s", DURATION_OK, 90000},
        {"0.5s", DURATION_OK, 500},
        {"1.5m", DURATION_OK, 90000},
        {"1h", DURATION_OK, 3600000},
        {"05s", DURATION_OK, 5000},
        {"1m90s", DURATION_OK, 150000},
        {"0s", DURATION_OK, 0},
        {"0.50s", DURATION_OK, 500},
        {"1.5m30s", DURATION_OK, 120000},
        {"0.1s", DURATION_OK, 100},
        {"0.05s", DURATION_TOO_FINE, 0},
        {"0.01m", DURATION_OK, 600},
        {"0.001m", DURATION_TOO_FINE, 0},
        {"5", DURATION_BARE, 0},
        {"5.5", DURATION_BARE, 0},
        {".5s", DURATION_MALFORMED, 0},
        {"5.s", DURATION_MALFORMED, 0},
        {"4x", DURATION_MALFORMED, 0},
        {"30s1m", DURATION_MALFORMED, 0},
        {"2m2m", DURATION_MALFORMED, 0},
        {"1m30", DURATION_MALFORMED, 0},
        {"", DURATION_MALFORMED, 0},
        {"-5s", DURATION_MALFORMED, 0},
        {"99999999999h", DURATION_TOO_LONG, 0},
        {"5 s", DURATION_MALFORMED, 0},
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        int64_t ms = -1;
        enum duration_fault fault =
            number_duration(str_from(cases[i].text), &ms);
        if (fault != cases[i].fault) {
            print_error("case \"%s\"\n", cases[i].text);
        }
        assert_int_equal(fault, cases[i].fault);
        assert_int_equal(ms, fault == DURATION_OK ? cases[i].ms : -1);
    }
}

static void wholes_and_thousandths_are_exact(void **state)
{
    (void)state;
    int64_t n = -7;
    assert_true(number_whole(STR("03"), 1, 10, &n));
    assert_int_equal(n, 3);
    assert_true(number_whole(STR("-5"), -5, 5, &n));
    assert_int_equal(n, -5);
    assert_false(number_whole(STR("11"), 1, 10, &n));
    assert_false(number_whole(STR("1x"), 1, 10, &n));
    assert_false(number_whole(STR(""), 0, 10, &n));
    assert_false(number_whole(STR("99999999999999999999"), 0, INT64_MAX, &n));
    assert_true(number_thousandths(STR("5.5"), &n));
    assert_int_equal(n, 5500);
    assert_true(number_thousandths(STR("0.125"), &n));
    assert_int_equal(n, 125);
    assert_true(number_thousandths(STR("4.0000"), &n));
    assert_int_equal(n, 4000);
    assert_false(number_thousandths(STR("0.0005"), &n));
    assert_false(number_thousandths(STR(".5"), &n));
    assert_false(number_thousandths(STR("5."), &n));
    assert_false(number_thousandths(STR("5s"), &n));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(durations_read_as_the_language_says),
        cmocka_unit_test(wholes_and_thousandths_are_exact),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

// SPDX-License-Identifier: MIT
#include "unit.h"

#include "core/day.h"
#include "core/lung.h"

static void day_numbers_go_there_and_back(void **state)
{
    (void)state;
    assert_int_equal(day_from_date((struct date){1970, 1, 1}).number, 0);
    assert_int_equal(day_from_date((struct date){2000, 3, 1}).number, 11017);
    struct date before = {1899, 12, 31};
    struct day first = day_from_date((struct date){1900, 1, 1});
    for (int n = first.number; n < first.number + 110000; n++) {
        struct date d = day_date((struct day){n});
        assert_int_equal(day_from_date(d).number, n);
        bool next_day = d.day == before.day + 1 && d.month == before.month;
        bool next_month = d.day == 1 && (d.month == before.month + 1 ||
                                         (d.month == 1 && before.month == 12));
        assert_true(next_day || next_month);
        before = d;
    }
    struct day saturday = day_from_date((struct date){2026, 11, 21});
    assert_int_equal(day_weekday(saturday), 5);
    assert_int_equal(day_weekday((struct day){-4}), 6);
}

// Any other byte in any place.
static void nothing_else_is_a_date(void)
{
    char text[] = "2026-11-11";
    for (size_t i = 0; i < sizeof(text) - 1; i++) {
        char right = text[i];
        for (int c = 0; c < 256; c++) {
            struct day d = {0};
            text[i] = (char)c;
            bool digit = right != '-' && c >= '0' && c <= '9';
            bool day_or_month = i == 5 || i == 6 || i == 8 || i == 9;
            if (c != right && !(digit && day_or_month)) {
                assert_int_equal(day_parse(str_from(text), &d), digit);
            }
        }
        text[i] = right;
    }
}

static void days_and_walls_are_read(void **state)
{
    (void)state;
    struct day d = {0};
    assert_true(day_parse(STR("2028-02-29"), &d));
    assert_false(day_parse(STR("2027-02-29"), &d));
    assert_false(day_parse(STR("2100-02-29"), &d));
    assert_false(day_parse(STR("2026-13-01"), &d));
    assert_false(day_parse(STR("2026-1-01"), &d));
    assert_false(day_parse(STR("2026-01-011"), &d));
    nothing_else_is_a_date();
    struct wall w = {0};
    bool offset = true;
    assert_true(wall_parse(STR("2026-11-21T21:40"), &w, &offset));
    assert_false(offset);
    assert_int_equal(w.second, 21 * 3600 + 40 * 60);
    assert_true(wall_parse(STR("2026-03-01 08:02:11 +0100"), &w, &offset));
    assert_true(offset);
    struct buf out = {0};
    wall_print(&w, &out);
    assert_str(buf_view(&out), "2026-03-01 08:02:11 +0100");
    buf_finish(&out);
    assert_int_equal(wall_utc(&w), 1772348531);
    assert_true(wall_parse(STR("2026-03-01T08:02-03:30"), &w, &offset));
    assert_int_equal(w.offset_min, -210);
    assert_true(wall_parse(STR("2026-03-01T08:02:11Z"), &w, &offset));
    assert_true(offset && w.offset_min == 0);
    static const char *const wrong[] = {
        "2026-03-01T24:00",       "2026-03-01T08:60",
        "2026-03-01T08:02:60",    "2026-03-01T08-02",
        "2026-03-01T8:02",        "2026-03-01T08:02Zulu",
        "2026-03-01T08:02+1",     "2026-03-01T08:02+15:00",
        "2026-03-01T08:02+01:60", "2026-03-01T08:02+01:00x",
    };
    for (size_t i = 0; i < sizeof(wrong) / sizeof(wrong[0]); i++) {
        assert_false(wall_parse(str_from(wrong[i]), &w, &offset));
    }
    assert_false(wall_parse(STR("2026-03-01T08:02 02:00"), &w, &offset));
    assert_false(wall_parse(STR("2026-03-01"), &w, &offset));
    assert_int_equal(month_length(2026, 12), 31);
    assert_int_equal(month_length(2026, 2), 28);
    assert_int_equal(month_length(2028, 2), 29);
}

static bool near(double a, double b)
{
    return a - b < 1e-9 && b - a < 1e-9;
}

static void the_lung_eases_at_both_ends(void **state)
{
    (void)state;
    assert_true(near(lung_level(0, 1, 0), 0));
    assert_true(near(lung_level(0, 1, 0.5), 0.5));
    assert_true(near(lung_level(0, 1, 1), 1));
    assert_true(near(lung_level(1, 0, 1), 0));
    assert_true(near(lung_level(0.5, 0.5, 0.3), 0.5));
    assert_true(lung_level(1, 0, 0.5) < 0.5); // flow peaks early
    double before = 1;
    for (int i = 1; i <= 1000; i++) {
        double level = lung_level(1, 0, i / 1000.0);
        assert_true(level < before);
        before = level;
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(day_numbers_go_there_and_back),
        cmocka_unit_test(days_and_walls_are_read),
        cmocka_unit_test(the_lung_eases_at_both_ends),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

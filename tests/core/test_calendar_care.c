// SPDX-License-Identifier: MIT
// Words of care: which log is answered with which word, each once and no more;
// and that no word ever names an amount.
#include "unit.h"

#include <string.h>

#include "core/calendar_care.h"

static const enum day_kind dtn[] = {DAY_DOSE, DAY_TRANSITION, DAY_NORMAL};
static const enum day_kind four_three[] = {
    DAY_DOSE, DAY_DOSE, DAY_DOSE, DAY_DOSE, DAY_NORMAL, DAY_NORMAL, DAY_NORMAL};

static struct day march(int day)
{
    struct day d = day_from_date((struct date){2026, 3, 1});
    d.number += day - 1;
    return d;
}

static struct plan plan_of(const enum day_kind *pattern, int length)
{
    struct plan p;
    plan_init(&p);
    p.start = march(1);
    p.rule = RULE_PATTERN;
    p.pattern = pattern;
    p.length = length;
    return p;
}

// The words for the last of the marks, in short: r a row, l long, a amount,
// b break, s skipped, e ended.
static void care_of(const struct plan *p, const struct mark *marks,
                    size_t count, char *out)
{
    static const struct {
        const char *words;
        char letter;
    } kinds[] = {{"lies in the", 'b'},         {"two days in a row", 'r'},
                 {"More than 8 weeks", 'l'},   {"amount differs", 'a'},
                 {"nothing to catch up", 's'}, {"The plan has ended", 'e'}};
    struct arena mem = {0};
    struct buf said = {0};
    struct log log = {p, p ? 1 : 0, marks, count};
    struct calendar *c = calendar_make(&log, &mem);
    calendar_care(c, &marks[count - 1], NULL, &said);
    const char *text = buf_cstr(&said);
    size_t lines = 0;
    for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++) {
        const char *found = strstr(text, kinds[i].words);
        if (found) {
            *out++ = kinds[i].letter;
            assert_null(strstr(found + 1, kinds[i].words)); // once
        }
    }
    *out = '\0';
    for (size_t i = 0; i < said.len; i++) {
        lines += text[i] == '\n';
    }
    assert_int_equal(lines, strlen(out - lines));
    assert_null(strstr(text, "0.1"));
    buf_finish(&said);
    arena_finish(&mem);
}

#define CARE(plan, want, ...)                                                  \
    do {                                                                       \
        struct mark marks_[] = {__VA_ARGS__};                                  \
        char got_[8];                                                          \
        care_of(plan, marks_, sizeof(marks_) / sizeof(marks_[0]), got_);       \
        assert_string_equal(got_, want);                                       \
    } while (0)
#define TAKEN(n)                                                               \
    {                                                                          \
        .what = MARK_TAKEN, .day = march(n)                                    \
    }
#define EXTRA(n)                                                               \
    {                                                                          \
        .what = MARK_EXTRA, .day = march(n)                                    \
    }
#define AMOUNT(n, text)                                                        \
    {                                                                          \
        .what = MARK_TAKEN, .day = march(n), .amount = STR(text)               \
    }

static void doses_in_a_row(void **state)
{
    (void)state;
    struct plan p = plan_of(dtn, 3);
    CARE(&p, "", TAKEN(1), TAKEN(4));
    CARE(&p, "r", TAKEN(1), TAKEN(2));
    CARE(&p, "r", TAKEN(2), TAKEN(1)); // logged late
    CARE(&p, "r", TAKEN(1), EXTRA(2));
    CARE(&p, "", TAKEN(1), TAKEN(2), {.what = MARK_VOID, .day = march(2)});
    CARE(&p, "", TAKEN(1), {.what = MARK_VOID, .day = march(1)}, TAKEN(2));
    CARE(NULL, "r", TAKEN(1), TAKEN(2));
    CARE(NULL, "", TAKEN(1), TAKEN(3));
    p.shift = SHIFT_FROM_DOSE;
    CARE(&p, "r", TAKEN(1), TAKEN(2));
    struct plan daily = plan_of(four_three, 7);
    CARE(&daily, "", TAKEN(1), TAKEN(2), TAKEN(3));
    CARE(&daily, "r", TAKEN(4), TAKEN(5));
}

static void more_than_eight_weeks(void **state)
{
    (void)state;
    struct plan p = plan_of(dtn, 3);
    CARE(&p, "", TAKEN(55));
    CARE(&p, "", TAKEN(56)); // the last day of the eighth week
    CARE(&p, "l", TAKEN(57));
    p.cycle_days = 42;
    p.break_days = 14;
    CARE(&p, "", TAKEN(58));
    p.break_days = 3; // too short to be a rest
    CARE(&p, "l", TAKEN(64));
    p.break_days = 0;
    CARE(&p, "l", TAKEN(58));
    CARE(&p, "", {.what = MARK_PAUSE, .day = march(30)},
         {.what = MARK_RESUME, .day = march(40)}, TAKEN(70));
    CARE(&p, "", {.what = MARK_STOP, .day = march(2)}, TAKEN(70));
    struct mark often[30];
    char got[8];
    for (int i = 0; i < 30; i++) { // without a plan, every other day
        often[i] = (struct mark){.what = MARK_TAKEN, .day = march(1 + 2 * i)};
    }
    care_of(NULL, often, 28, got);
    assert_string_equal(got, "");
    care_of(NULL, often, 29, got);
    assert_string_equal(got, "l");
    care_of(NULL, often, 30, got); // was said
    assert_string_equal(got, "");
}

static void an_amount_changed(void **state)
{
    (void)state;
    struct plan p = plan_of(dtn, 3);
    CARE(&p, "", AMOUNT(1, "0.1 g"), AMOUNT(4, "0.1 g"));
    CARE(&p, "", AMOUNT(1, "0.1 g"), AMOUNT(4, "0,1G"));
    CARE(&p, "a", AMOUNT(1, "0.1 g"), AMOUNT(4, "0.12 g"));
    CARE(&p, "", AMOUNT(1, "0.1 g"), AMOUNT(8, "0.12 g"));
    CARE(&p, "", AMOUNT(1, "0.1 g"), TAKEN(4));
    CARE(&p, "a", AMOUNT(1, "0.1 g"), TAKEN(4), AMOUNT(7, "0.12 g"));
    CARE(&p, "a", AMOUNT(4, "0.1 g"), AMOUNT(1, "0.12 g")); // logged late
    CARE(&p, "", AMOUNT(1, "0.1 g"), AMOUNT(1, "0.12 g"));  // a correction
}

static void in_the_break_and_skipped(void **state)
{
    (void)state;
    struct plan p = plan_of(dtn, 3);
    p.cycle_days = 3;
    p.break_days = 10;
    CARE(&p, "b", TAKEN(5));
    CARE(&p, "b", EXTRA(13));
    CARE(&p, "", TAKEN(14));
    CARE(&p, "b", {.what = MARK_PAUSE, .day = march(1)}, TAKEN(2));
    CARE(&p, "r", TAKEN(5), TAKEN(6));  // of the break it was said
    CARE(&p, "b", TAKEN(5), TAKEN(18)); // the next break
    CARE(&p, "s", {.what = MARK_SKIPPED, .day = march(1)});
    CARE(NULL, "s", {.what = MARK_SKIPPED, .day = march(1)});
    CARE(&p, "e", {.what = MARK_STOP, .day = march(2)});
    CARE(&p, "", {.what = MARK_PAUSE, .day = march(2)});
}

static void once_for_each_occasion(void **state)
{
    (void)state;
    struct plan p = plan_of(dtn, 3);
    CARE(&p, "", TAKEN(1), TAKEN(2), TAKEN(3));
    CARE(&p, "", TAKEN(2), TAKEN(3), TAKEN(1)); // logged late
    CARE(&p, "r", TAKEN(1), TAKEN(2), TAKEN(5), TAKEN(6));
    CARE(&p, "", TAKEN(1), TAKEN(2), TAKEN(2));
    CARE(&p, "", TAKEN(57), TAKEN(58 + 2));
    CARE(&p, "", {.what = MARK_SKIPPED, .day = march(1)},
         {.what = MARK_SKIPPED, .day = march(1)});
    CARE(&p, "s", {.what = MARK_SKIPPED, .day = march(1)},
         {.what = MARK_SKIPPED, .day = march(4)});
}

static void says_of_plan(const struct plan *p, bool wanted)
{
    struct buf said = {0};
    plan_care(p, NULL, &said);
    assert_int_equal(said.len > 0, wanted);
    buf_finish(&said);
}

static void a_long_plan(void **state)
{
    (void)state;
    struct plan p = plan_of(dtn, 3);
    says_of_plan(&p, true);
    p.cycle_days = 56;
    says_of_plan(&p, true); // cycles follow each other
    p.break_days = 14;
    says_of_plan(&p, false);
    p.cycle_days = 57;
    says_of_plan(&p, true);
    p.rule = RULE_NONE;
    says_of_plan(&p, false);
    p.rule = RULE_WEEKDAYS;
    says_of_plan(&p, true);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(doses_in_a_row),
        cmocka_unit_test(more_than_eight_weeks),
        cmocka_unit_test(an_amount_changed),
        cmocka_unit_test(in_the_break_and_skipped),
        cmocka_unit_test(once_for_each_occasion),
        cmocka_unit_test(a_long_plan),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

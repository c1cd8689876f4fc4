// SPDX-License-Identifier: MIT
// What surrounds the kind of a day: cycle, week and day, the sentences for
// people, the hour at which a day begins, and the words of plans.
#include "unit.h"

#include "core/calendar.h"

static const enum day_kind dtn[] = {DAY_DOSE, DAY_TRANSITION, DAY_NORMAL};

static struct day march(int day)
{
    struct day d = day_from_date((struct date){2026, 3, 1});
    d.number += day - 1;
    return d;
}

static struct plan spring(void)
{
    struct plan p;
    plan_init(&p);
    p.label = STR("Spring");
    p.start = march(1);
    p.rule = RULE_PATTERN;
    p.pattern = dtn;
    p.length = 3;
    p.cycle_days = 42;
    p.break_days = 14;
    return p;
}

static struct calendar *calendar_with(const struct plan *p, struct arena *mem)
{
    struct log log = {.plans = p, .plan_count = 1};
    return calendar_make(&log, mem);
}

static void counts_begin_at_one_and_restart(void **state)
{
    (void)state;
    struct arena mem = {0};
    struct plan p = spring();
    struct calendar *c = calendar_with(&p, &mem);
    struct {
        int date, cycle, week, day, round, round_days;
        bool resting;
    } rows[] = {
        {1, 1, 1, 1, 1, 3, false},     {8, 1, 2, 8, 2, 3, false},
        {42, 1, 6, 42, 3, 3, false},   {43, 1, 7, 43, 1, 14, true},
        {56, 1, 8, 56, 14, 14, true},  {57, 2, 1, 1, 1, 3, false},
        {112, 2, 8, 56, 14, 14, true},
    };
    for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
        struct day_key k = calendar_key(c, march(rows[i].date));
        assert_int_equal(k.cycle, rows[i].cycle);
        assert_int_equal(k.week, rows[i].week);
        assert_int_equal(k.day, rows[i].day);
        assert_int_equal(k.round, rows[i].round);
        assert_int_equal(k.round_days, rows[i].round_days);
        assert_int_equal(k.weeks, 6);
        assert_true(k.resting == rows[i].resting);
        assert_str(k.plan, "Spring");
    }
    struct day_key before = calendar_key(c, march(0));
    assert_int_equal(before.cycle + before.week + before.day, 0);
    assert_int_equal(before.plan.len, 0);
    arena_finish(&mem);
}

static void check_words(const struct calendar *c, int day, const char *sentence,
                        const char *why)
{
    struct buf out = {0};
    struct day_key k = calendar_key(c, march(day));
    day_key_sentence(&k, NULL, &out);
    assert_str(buf_view(&out), sentence);
    buf_clear(&out);
    calendar_why(c, march(day), &out);
    assert_str(buf_view(&out), why);
    buf_finish(&out);
}

static void a_key_reads_as_a_sentence(void **state)
{
    (void)state;
    struct arena mem = {0};
    struct plan p = spring();
    struct mark marks[] = {
        {.what = MARK_TAKEN, .day = march(4)},
        {.what = MARK_SKIPPED, .day = march(7)},
        {.what = MARK_EXTRA, .day = march(44)},
        {.what = MARK_PAUSE, .day = march(60)},
        {.what = MARK_STOP, .day = march(70)},
    };
    struct log log = {&p, 1, marks, sizeof(marks) / sizeof(marks[0])};
    struct calendar *c = calendar_make(&log, &mem);
    check_words(c, 0, "",
                "Saturday 28 February 2026: the first plan begins "
                "on Sunday 1 March 2026.");
    check_words(c, 4, "day 1 of 3, dose, week 1 of 6",
                "Wednesday 4 March 2026 is a dose day: a dose is logged "
                "(Spring, cycle 1, day 1 of 3, dose, week 1 of 6).");
    check_words(c, 5, "day 2 of 3, transition, week 1 of 6",
                "Thursday 5 March 2026 is a transition day: a dose is logged "
                "on the day before (Spring, cycle 1, day 2 of 3, transition, "
                "week 1 of 6).");
    check_words(c, 7, "day 1 of 3, normal, week 1 of 6",
                "Saturday 7 March 2026 is a normal day: its dose is logged as "
                "skipped (Spring, cycle 1, day 1 of 3, normal, week 1 of 6).");
    check_words(c, 8, "day 2 of 3, normal, week 2 of 6",
                "Sunday 8 March 2026 is a normal day: the dose of the day "
                "before is logged as skipped (Spring, cycle 1, day 2 of 3, "
                "normal, week 2 of 6).");
    check_words(
        c, 26, "day 2 of 3, transition, week 4 of 6",
        "Thursday 26 March 2026 is a transition day: the plan has "
        "it so (Spring, cycle 1, day 2 of 3, transition, week 4 of 6).");
    check_words(c, 43, "break, day 1 of 14",
                "Sunday 12 April 2026 is a break day: the plan rests here "
                "(Spring, cycle 1, break, day 1 of 14).");
    check_words(c, 44, "dose, day 2 of 14 of the break",
                "Monday 13 April 2026 is a dose day: an extra dose is logged "
                "(Spring, cycle 1, dose, day 2 of 14 of the break).");
    check_words(
        c, 61, "paused, week 1 of 6",
        "Thursday 30 April 2026 is a break day: the plan has been "
        "paused since Wednesday 29 April 2026 (Spring, cycle 2, paused, week "
        "1 of 6).");
    check_words(c, 71, "",
                "Sunday 10 May 2026: the plan was stopped on "
                "Saturday 9 May 2026.");
    arena_finish(&mem);
}

static void a_sentence_counts_only_what_there_is(void **state)
{
    (void)state;
    struct arena mem = {0};
    struct plan p = spring();
    p.cycle_days = 0;
    p.label = STR_NONE;
    p.id = STR("20260228T190000Z-0b1c2d3e");
    check_words(calendar_with(&p, &mem), 8, "day 2 of 3, transition, week 2",
                "Sunday 8 March 2026 is a transition day: the plan has it so "
                "(day 2 of 3, transition, week 2).");
    p.rule = RULE_NONE;
    check_words(
        calendar_with(&p, &mem), 8, "week 2",
        "Sunday 8 March 2026: nothing is logged, and the plan only logs "
        "(week 2).");
    p.rule = RULE_WEEKDAYS;
    p.weekdays[0] = true;
    p.label = STR("Mondays");
    struct calendar *c = calendar_with(&p, &mem);
    check_words(c, 2, "dose, week 1",
                "Monday 2 March 2026 is a dose day: Monday is a dose day of "
                "the plan (Mondays, dose, week 1).");
    check_words(c, 3, "transition, week 1",
                "Tuesday 3 March 2026 is a transition day: the day before is "
                "a dose day of the plan (Mondays, transition, week 1).");
    check_words(c, 4, "normal, week 1",
                "Wednesday 4 March 2026 is a normal day: Wednesday is no dose "
                "day of the plan (Mondays, normal, week 1).");
    struct log none = {0};
    check_words(calendar_make(&none, &mem), 4, "",
                "Wednesday 4 March 2026: there is no plan.");
    arena_finish(&mem);
}

static int day_at(const struct calendar *c, const char *text)
{
    struct wall w = {0};
    bool offset = false;
    assert_true(wall_parse(str_from(text), &w, &offset));
    return calendar_day(c, &w).number - march(1).number + 1;
}

static void the_day_begins_at_its_hour(void **state)
{
    (void)state;
    struct arena mem = {0};
    struct plan plans[] = {spring(), spring()};
    plans[0].start = march(3);
    plans[0].day_start_min = 6 * 60 + 30;
    plans[1].start = march(10);
    plans[1].day_start_min = 0;
    struct mark stop = {.what = MARK_STOP, .day = march(20)};
    struct log log = {plans, 2, &stop, 1};
    struct calendar *c = calendar_make(&log, &mem);
    assert_int_equal(day_at(c, "2026-03-01T03:59"), 0); // no plan: 04:00
    assert_int_equal(day_at(c, "2026-03-01T04:00"), 1);
    assert_int_equal(day_at(c, "2026-03-03T06:29:59"), 2);
    assert_int_equal(day_at(c, "2026-03-03T06:30"), 3);
    assert_int_equal(day_at(c, "2026-03-10T00:00"), 10);
    assert_int_equal(day_at(c, "2026-03-20T03:00"), 19); // stopped: 04:00
    assert_int_equal(day_at(c, "2026-03-21T00:00+14:00"), 20);
    calendar_day_start(c, 5 * 60); // the person's, where no plan says it
    assert_int_equal(day_at(c, "2026-03-01T04:59"), 0);
    assert_int_equal(day_at(c, "2026-03-01T05:00"), 1);
    assert_int_equal(day_at(c, "2026-03-03T06:29:59"), 2);
    arena_finish(&mem);
}

static void the_day_can_be_looked_up_in_full(void **state)
{
    (void)state;
    struct arena mem = {0};
    struct plan p = spring();
    struct mark marks[] = {
        {.what = MARK_TAKEN, .day = march(4), .amount = STR("a")},
        {.what = MARK_PAUSE, .day = march(6)},
        {.what = MARK_SKIPPED, .day = march(4), .note = STR("b")},
        {.what = MARK_TAKEN, .day = march(8)},
        {.what = MARK_VOID, .day = march(8)},
    };
    struct log log = {&p, 1, marks, sizeof(marks) / sizeof(marks[0])};
    struct calendar *c = calendar_make(&log, &mem);
    const struct mark *first = NULL;
    assert_int_equal(calendar_marks(c, march(4), &first), 2);
    assert_str(first[0].amount, "a");
    assert_str(first[1].note, "b");
    assert_int_equal(calendar_marks(c, march(5), &first), 0);
    assert_int_equal(calendar_fact(c, march(4))->what, MARK_SKIPPED);
    assert_null(calendar_fact(c, march(6)));
    assert_null(calendar_fact(c, march(8)));
    assert_int_equal(calendar_planned(c, march(4)), DAY_DOSE);
    assert_int_equal(calendar_planned(c, march(7)), DAY_BREAK);
    assert_int_equal(calendar_planned(c, march(0)), DAY_NONE);
    assert_null(calendar_plan(c, march(0)));
    assert_non_null(calendar_plan(c, march(1)));
    assert_int_equal(calendar_next_plan(c, march(0))->start.number,
                     march(1).number);
    assert_null(calendar_next_plan(c, march(1)));
    arena_finish(&mem);
}

static void words_are_read_and_written(void **state)
{
    (void)state;
    struct arena mem = {0};
    struct plan p;
    struct str fault = STR_NONE;
    struct buf out = {0};
    plan_init(&p);
    assert_true(plan_pattern_parse(STR(" dose  transition\tbreak\n"), &mem, &p,
                                   &fault));
    plan_pattern_print(&p, &out);
    assert_str(buf_view(&out), "dose transition break");
    assert_false(plan_pattern_parse(STR("dose none"), &mem, &p, &fault));
    assert_str(fault, "none");
    assert_false(plan_pattern_parse(STR("dose weekdays"), &mem, &p, &fault));
    assert_str(fault, "weekdays");
    assert_false(plan_pattern_parse(STR("  "), &mem, &p, &fault));
    assert_str(fault, "");
    assert_true(plan_pattern_parse(STR("weekdays"), &mem, &p, &fault));
    assert_int_equal(p.rule, RULE_WEEKDAYS);
    assert_true(plan_weekdays_parse(STR("thu mon"), &p, &fault));
    buf_clear(&out);
    plan_weekdays_print(&p, &out);
    assert_str(buf_view(&out), "mon thu");
    assert_false(plan_weekdays_parse(STR("mon Thursday"), &p, &fault));
    assert_str(fault, "Thursday");
    assert_false(plan_weekdays_parse(STR(""), &p, &fault));
    int minutes = -1;
    assert_true(day_start_parse(STR("23:59"), &minutes));
    assert_int_equal(minutes, 1439);
    assert_false(day_start_parse(STR("24:00"), &minutes));
    assert_false(day_start_parse(STR("4:00"), &minutes));
    assert_false(day_start_parse(STR("-1:00"), &minutes));
    enum mark_what what = MARK_NONE;
    assert_false(mark_from_word(STR(""), &what));
    assert_false(mark_from_word(STR("plan"), &what));
    buf_finish(&out);
    arena_finish(&mem);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(counts_begin_at_one_and_restart),
        cmocka_unit_test(a_key_reads_as_a_sentence),
        cmocka_unit_test(a_sentence_counts_only_what_there_is),
        cmocka_unit_test(the_day_begins_at_its_hour),
        cmocka_unit_test(the_day_can_be_looked_up_in_full),
        cmocka_unit_test(words_are_read_and_written),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

// SPDX-License-Identifier: MIT
// Figures against values reckoned by hand. Quartiles and whole tables: against
// Python's in tests/cli/insight.sh.
#include "unit.h"

#include <stdio.h>

#include "core/insight.h"

static struct arena mem;

// Three on dose days, a correction of one of them, a partner's page.
static const char journal[] =
    "Id: 20260301T070000Z-00000001\nAt: 2026-03-01 08:00:00 +0100\n"
    "Day_date: 2026-03-01\nDay_kind: dose\nSession: box\nDone_s: 300\n"
    "Mood_before: 2\nMood_after: 4\nRate: steadiness 7\nGuess: dose\n\n"
    "Id: 20260304T070000Z-00000002\nAt: 2026-03-04 08:00:00 +0100\n"
    "Day_date: 2026-03-04\nDay_kind: dose\nSession: box\nDone_s: 330\n"
    "Mood_before: 3\nMood_after: 3\nRate: steadiness 4\nGuess: normal\n\n"
    "Id: 20260306T070000Z-00000003\nAt: 2026-03-06 08:00:00 +0100\n"
    "Day_date: 2026-03-06\nDay_kind: normal\nMood_after: 5\n\n"
    "Id: 20260306T080000Z-00000004\nAt: 2026-03-06 09:00:00 +0100\n"
    "Day_date: 2026-03-06\nDay_kind: normal\nWho: Anna\nMood_after: 1\n\n"
    "Id: 20260307T070000Z-00000005\nAt: 2026-03-07 08:00:00 +0100\n"
    "Day_date: 2026-03-04\nDay_kind: dose\nSession: box\nDone_s: 330\n"
    "Amends: 20260304T070000Z-00000002\nMood_before: 3\nMood_after: 4\n"
    "Rate: steadiness 5\nGuess: normal\n\n"
    "Id: 20260308T070000Z-00000006\nAt: 2026-03-08 08:00:00 +0100\n"
    "Day_date: 2026-03-04\nDay_kind: dose\nSession: box\nDone_s: 330\n"
    "Amends: 20260307T070000Z-00000005\nMood_before: 4\nMood_after: 3\n"
    "Rate: steadiness 5\nGuess: normal\n";

static void a_guess_that_it_was_no_dose_counts(void **state)
{
    (void)state;
    struct arena own = {0};
    struct insight in;
    const struct str texts[] = {
        STR("Id: 20260301T070000Z-00000001\nAt: 2026-03-01 08:00:00 +0100\n"
            "Day_date: 2026-03-01\nDay_kind: transition\nGuess: not dose\n\n"
            "Id: 20260301T080000Z-00000001\nAt: 2026-03-01 09:00:00 +0100\n"
            "Day_date: 2026-03-01\nDay_kind: normal\nGuess: not dose\n\n"
            "Id: 20260302T070000Z-00000001\nAt: 2026-03-02 08:00:00 +0100\n"
            "Day_date: 2026-03-02\nDay_kind: dose\nGuess: not dose\n\n"
            "Id: 20260303T070000Z-00000001\nAt: 2026-03-03 08:00:00 +0100\n"
            "Day_date: 2026-03-03\nDay_kind: dose\nGuess: unknown\n\n"
            "Id: 20260304T070000Z-00000001\nAt: 2026-03-04 08:00:00 +0100\n"
            "Day_date: 2026-03-04\nDay_kind: none\nGuess: dose\n")};
    struct places list = journal_scan(texts, 1, &own, NULL);
    insight_make(&in, &list, (struct day){20520}, &own);
    assert_int_equal(in.guesses, 3);
    assert_int_equal(in.guesses_right, 2);
    arena_finish(&own);
}

static struct day day_of(const char *text)
{
    struct day d = {0};
    assert_true(day_parse(str_from(text), &d));
    return d;
}

static struct insight made(const char *text, const char *today)
{
    struct str whole = str_from(text);
    struct places list = journal_scan(&whole, 1, &mem, NULL);
    struct insight in;
    insight_make(&in, &list, day_of(today), &mem);
    return in;
}

static void the_last_correction_counts_and_a_partner_does_not(void **state)
{
    (void)state;
    struct insight in = made(journal, "2026-03-08");
    const struct insight_groups *kinds = &in.by[INSIGHT_DAY];
    assert_int_equal(in.n, 3);
    assert_int_equal(kinds->count, 2);
    assert_str(kinds->items[0].name, "dose");
    assert_int_equal(kinds->items[0].n, 2);
    assert_int_equal(kinds->items[0].seconds, 630);
    // 2 and 4 before, 4 and 3 after: +2 and -1.
    assert_int_equal(kinds->items[0].before.median, 12);
    assert_int_equal(kinds->items[0].after.median, 14);
    assert_int_equal(kinds->items[0].change.median, 2);
    assert_int_equal(kinds->items[0].change.q1, -1);
    assert_int_equal(kinds->items[0].change.q3, 5);
    assert_str(kinds->items[1].name, "normal");
    assert_int_equal(kinds->items[1].before.n, 0);
    assert_int_equal(kinds->items[1].after.median, 20);
    assert_int_equal(in.rating_count, 1);
    assert_int_equal(in.ratings[0].spread.median, 24); // 7 and 5
    assert_int_equal(in.pairs[1][3], 1);
    assert_int_equal(in.pairs[3][2], 1);
    assert_int_equal(in.guesses, 2);
    assert_int_equal(in.guesses_right, 1);
    arena_finish(&mem);
}

static void groups_have_an_order(void **state)
{
    (void)state;
    struct insight in = made(journal, "2026-03-08");
    assert_str(in.by[INSIGHT_PRACTICE].items[0].name, "box");
    assert_str(in.by[INSIGHT_PRACTICE].items[1].name, "check-in");
    assert_int_equal(in.by[INSIGHT_MONTH].count, 1);
    assert_str(in.by[INSIGHT_MONTH].items[0].name, "2026-03");
    int up = 0, same = 0, down = 0;
    insight_moved(&in, &up, &same, &down);
    assert_int_equal(up, 1);
    assert_int_equal(same, 0);
    assert_int_equal(down, 1);
    arena_finish(&mem);
}

static void days_lie_in_their_spans_and_weeks(void **state)
{
    (void)state;
    struct insight in = made(journal, "2026-03-08"); // a Sunday
    assert_int_equal(in.span_days, 1);
    assert_int_equal(in.span_count, 8);
    assert_int_equal(in.spans[0].first.number, day_of("2026-03-01").number);
    assert_int_equal(in.spans[0].mood.median, 16);
    assert_int_equal(in.spans[1].mood.n, 0);
    assert_int_equal(in.spans[5].mood.median, 20);
    assert_int_equal(in.week_first.number, day_of("2025-12-15").number);
    assert_int_equal(in.week_s[INSIGHT_WEEK_DAYS - 8], 300);
    assert_int_equal(in.week_s[INSIGHT_WEEK_DAYS - 5], 330);
    // The next day a new week begins, and the same entries lie one further up.
    in = made(journal, "2026-03-09");
    assert_int_equal(in.week_s[INSIGHT_WEEK_DAYS - 15], 300);
    // After 27 days a mark stands for a week, the last one up to today.
    in = made(journal, "2026-03-27");
    assert_int_equal(in.span_days, 7);
    assert_int_equal(in.span_count, 4);
    assert_int_equal(in.spans[0].mood.n, 3);
    // What lies after today is nowhere.
    in = made(journal, "2026-03-02");
    assert_int_equal(in.span_count, 2);
    assert_int_equal(in.week_s[INSIGHT_WEEK_DAYS - 4], 0);
    arena_finish(&mem);
}

static void nothing_is_nothing(void **state)
{
    (void)state;
    struct insight in = made("", "2026-03-08");
    assert_int_equal(in.n, 0);
    assert_int_equal(in.by[INSIGHT_DAY].count, 0);
    assert_int_equal(in.span_count, 1);
    assert_int_equal(in.spans[0].mood.n, 0);
    arena_finish(&mem);
}

static void quarters_are_written_plainly(void **state)
{
    (void)state;
    char room[QUARTERS_ROOM];
    assert_str(quarters_text(8, false, room), "2");
    assert_str(quarters_text(10, true, room), "+2.5");
    assert_str(quarters_text(-1, true, room), "-0.25");
    assert_str(quarters_text(0, true, room), "0");
    assert_str(quarters_text(43, false, room), "10.75");
}

// Many of each, and as many of one as of the other: then by name.
static void the_most_come_first_then_by_name(void **state)
{
    (void)state;
    struct buf text = {0};
    for (int i = 0; i < 40; i++) {
        buf_printf(&text,
                   "Id: 2026%02d01T070000Z-%08x\nAt: 2026-%02d-01 08:00:00 "
                   "+0100\nDay_date: 2026-%02d-01\nDay_kind: none\n"
                   "Session: s%02d\nRate: r%02d 5\nRate: often 3\n\n",
                   i % 3 + 1, (unsigned)i, i % 3 + 1, i % 3 + 1, 19 - i % 20,
                   19 - i % 20);
    }
    struct insight in = made(buf_cstr(&text), "2026-03-08");
    const struct insight_groups *by = &in.by[INSIGHT_PRACTICE];
    assert_int_equal(by->count, 20);
    assert_int_equal(in.rating_count, 21);
    assert_str(in.ratings[0].name, "often");
    assert_int_equal(in.ratings[0].spread.n, 40);
    for (int i = 0; i < 20; i++) {
        char session[16], rating[16];
        snprintf(session, sizeof(session), "s%02d", i);
        snprintf(rating, sizeof(rating), "r%02d", i);
        assert_int_equal(by->items[i].n, 2);
        assert_str(by->items[i].name, session);
        assert_int_equal(in.ratings[i + 1].spread.n, 2);
        assert_str(in.ratings[i + 1].name, rating);
    }
    by = &in.by[INSIGHT_MONTH];
    assert_int_equal(by->count, 3);
    assert_str(by->items[0].name, "2026-01");
    assert_str(by->items[2].name, "2026-03");
    // It says what such figures are worth, and that is no promise.
    assert_true(insight_expectancy().len > 0);
    buf_finish(&text);
    arena_finish(&mem);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_last_correction_counts_and_a_partner_does_not),
        cmocka_unit_test(groups_have_an_order),
        cmocka_unit_test(days_lie_in_their_spans_and_weeks),
        cmocka_unit_test(nothing_is_nothing),
        cmocka_unit_test(quarters_are_written_plainly),
        cmocka_unit_test(a_guess_that_it_was_no_dose_counts),
        cmocka_unit_test(the_most_come_first_then_by_name),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

// SPDX-License-Identifier: MIT
// What a correction writes back of an entry that people, or other programs,
// have edited: the first of a name counts, what fits its form is taken, and all
// else is kept to the letter. Nothing that was written is lost on the way.
#include "unit.h"

#include "core/journal.h"

#define ID "Id: 20260301T070211Z-1f3a9c02\n"
#define AT "At: 2026-03-01 08:02:11 +0100\n"
#define DAY "Day_date: 2026-02-28\nDay_kind: none\n"

static struct arena mem;

static bool read_one(const char *text, struct entry *out)
{
    struct rec_reader r = {0};
    struct rec rec = {0};
    rec_reader_init(&r, str_from(text), &mem, NULL);
    assert_true(rec_next(&r, &rec));
    return entry_read(&rec, &mem, out);
}

static void comes_back(const char *text, const char *want)
{
    struct entry e;
    struct buf out = {0};
    assert_true(read_one(text, &e));
    entry_format_open(&e, &out);
    assert_str(buf_view(&out), want);
    buf_finish(&out);
    arena_finish(&mem);
}

static void the_first_of_a_name_counts(void **state)
{
    (void)state;
    comes_back(ID AT "Day_date: 2026-02-28\nDay_date: 2026-03-01\n"
                     "Day_kind: dose\nDay_kind: normal\n"
                     "Day_basis: logged\nDay_basis: planned\n"
                     "Plan: S\nPlan: T\nCycle: 1\nCycle: 2\n"
                     "Planned_s: 0\nPlanned_s: 1\nDone_s: 1\nDone_s: 0\n"
                     "Ended: early\nEnded: early\nBreaths: 0\nBreaths: 3\n"
                     "Mood_after: 5\nMood_after: 4\n"
                     "Sleep_h: 0\nSleep_h: 8\nText: a\nText: b\n",
               ID AT "Day_date: 2026-02-28\nDay_kind: dose\n"
                     "Day_basis: logged\nPlan: S\nCycle: 1\n"
                     "Planned_s: 0\nDone_s: 1\nEnded: early\nBreaths: 0\n"
                     "Mood_after: 5\nSleep_h: 0.0\nText: a\n"
                     "Day_date: 2026-03-01\nDay_kind: normal\n"
                     "Day_basis: planned\nPlan: T\nCycle: 2\n"
                     "Planned_s: 1\nDone_s: 0\nEnded: early\nBreaths: 3\n"
                     "Mood_after: 4\nSleep_h: 8\nText: b\n");
    // Also where the first says that there is nothing.
    comes_back(ID AT "Day_date: 2026-02-28\nDay_kind: none\nDay_kind: dose\n"
                     "Day_basis: none\nDay_basis: logged\n",
               ID AT DAY
               "Day_basis: none\nDay_kind: dose\nDay_basis: logged\n");
}

static void a_form_has_its_limits(void **state)
{
    (void)state;
    comes_back(ID AT DAY "Cycle: 0\nWeek: 1\nDone_s: 2147483647\n"
                         "Planned_s: 2147483648\nMood_before: 1\n"
                         "Mood_after: 6\nSleep_h: 24\nSleep_quality: 0\n",
               ID AT DAY "Week: 1\nDone_s: 2147483647\nMood_before: 1\n"
                         "Sleep_h: 24.0\nCycle: 0\nPlanned_s: 2147483648\n"
                         "Mood_after: 6\nSleep_quality: 0\n");
    comes_back(ID AT DAY "Sleep_h: 24.001\nEnded: late\nDone_s: -1\n"
                         "Mood_before: two\nDay_kind: holiday\n",
               ID AT DAY "Sleep_h: 24.001\nEnded: late\nDone_s: -1\n"
                         "Mood_before: two\nDay_kind: holiday\n");
    comes_back(ID AT DAY "Sleep_h: 7.149\nSleep_h: much\n",
               ID AT DAY "Sleep_h: 7.1\nSleep_h: much\n");
    comes_back(ID AT DAY "Day_basis: felt\n", ID AT DAY "Day_basis: felt\n");
}

static void lists_keep_their_order(void **state)
{
    (void)state;
    comes_back(ID AT DAY "Weather: rain\nHold_s: 0\nRate: calm 0\nEffect: a\n"
                         "Hold_s: 80\nTag: b\nRate: hope 10\nRate: hope 11\n"
                         "Rate: 7\nHold_s: long\nEffect: c\nTag: d\n"
                         "Answer: Why?\n+ So.\nAnswer: And?\nMoon: full\n",
               ID AT DAY "Hold_s: 0\nHold_s: 80\nRate: calm 0\nRate: hope 10\n"
                         "Effect: a\nEffect: c\nAnswer: Why?\n+ So.\n"
                         "Answer: And?\n+ \nTag: b\nTag: d\nWeather: rain\n"
                         "Rate: hope 11\nRate: 7\nHold_s: long\nMoon: full\n");
    // In another order than ours, and with blanks around what is a number.
    comes_back("Text: last\nMood_after:  3 \nDay_kind: none\n"
               "Day_date: 2026-02-28 \n" AT ID,
               ID AT DAY "Mood_after: 3\nText: last\n");
}

static void the_day_is_found_where_there_is_one(void **state)
{
    (void)state;
    static const struct {
        const char *text, *day; // NULL: none, and so no entry
    } table[] = {
        {ID AT "Day_date: 2026-02-28 or so\n", "2026-02-28"},
        {ID AT "Day_date: 2026-02-30\n", "2026-03-01"},
        {ID "At: yesterday\n", "2026-03-01"},
        {ID, "2026-03-01"},
        {"Id: 19991231\n", "1999-12-31"},
        {"Id: 1999123\n", NULL},
        {"Id: 19991331T000000Z-1f3a9c02\n", NULL},
        {"Id: x\n", NULL},
        {"Id:\n" AT DAY, NULL}, // without an Id it cannot be corrected
    };
    for (size_t i = 0; i < sizeof(table) / sizeof(table[0]); i++) {
        struct entry e;
        struct buf out = {0};
        assert_int_equal(read_one(table[i].text, &e), table[i].day != NULL);
        if (table[i].day) {
            day_print(e.day_date, &out);
            assert_str(buf_view(&out), table[i].day);
        }
        buf_finish(&out);
        arena_finish(&mem);
    }
}

// The place is what a mistake is named by, the seal what "edited by hand" is
// told by.
static void an_entry_knows_its_place_and_seal(void **state)
{
    (void)state;
    struct entry e;
    assert_true(read_one("# mine\n\n" ID AT DAY "End: 00000000\n", &e));
    assert_int_equal(e.line, 3);
    assert_int_equal(e.seal, REC_EDITED);
    assert_int_equal(e.other_count, 0);
    arena_finish(&mem);
}

// Texts of several lines are joined in memory, that of one entry after the
// other: a list of years takes no more than one of days. Neither does check.
static void a_long_list_takes_little_memory(void **state)
{
    (void)state;
    enum { ENTRIES = 20000, LITTLE = 1 << 20 };
    struct buf text = {0}, said = {0};
    for (int i = 0; i < ENTRIES; i++) {
        size_t from = text.len;
        buf_printf(
            &text,
            "Id: 20260301T%02d%02d%02dZ-00000000\nAt: 2026-03-01 08:00:00 "
            "+0100\n" DAY "Answer: Where?\n+ Here, number %d.\n"
            "Rate: calm 7\nText: In the hands,\n+ and number %d.\n",
            i / 3600, i / 60 % 60, i % 60, i, i);
        rec_put_end(&text, from);
        buf_put_char(&text, '\n');
    }
    struct str whole = buf_view(&text);
    struct places places = journal_scan(&whole, 1, &mem, NULL);
    struct entry_reader r = {.list = &places};
    struct entry e;
    for (int i = 0; entry_next(&r, &e); i++) {
        buf_clear(&said);
        buf_printf(&said, "In the hands,\nand number %d.", i);
        assert_str(e.text, buf_cstr(&said));
        assert_true(r.mem.used < LITTLE);
    }
    assert_int_equal(r.next, ENTRIES);
    entry_reader_finish(&r);
    struct arena checked = {0};
    struct diags found = {.mem = &checked};
    journal_check(whole, &checked, &found);
    assert_int_equal(found.count, 0);
    assert_true(checked.used < LITTLE);
    arena_finish(&checked);
    arena_finish(&mem);
    buf_finish(&text);
    buf_finish(&said);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_first_of_a_name_counts),
        cmocka_unit_test(a_form_has_its_limits),
        cmocka_unit_test(lists_keep_their_order),
        cmocka_unit_test(the_day_is_found_where_there_is_one),
        cmocka_unit_test(an_entry_knows_its_place_and_seal),
        cmocka_unit_test(a_long_list_takes_little_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

// SPDX-License-Identifier: MIT
// The sheet for a person who accompanies one: which days and entries it has,
// and its words to the letter.
#include "unit.h"

#include "../journal_whole.h"
#include "core/sheet.h"

static struct arena mem;

static struct day day_of(const char *text)
{
    struct day d = {0};
    assert_true(day_parse(str_from(text), &d));
    return d;
}

static const struct str told[] = {{"shown", 5}};

static struct entry entry(const char *id, const char *day, const char *text)
{
    struct entry e;
    entry_init(&e);
    e.id = str_from(id);
    e.day_date = day_of(day);
    e.text = str_from(text);
    return e;
}

static void a_sheet_has_its_days_and_latest_words(void **state)
{
    (void)state;
    struct entry items[] = {entry("1", "2026-11-02", "too early"),
                            entry("2", "2026-11-03", "first"),
                            entry("3", "2026-11-03", "second thoughts"),
                            entry("4", "2026-11-09", "not to be shown"),
                            entry("5", "2026-11-10", ""),
                            entry("6", "2026-11-11", "too late")};
    items[1].done_s = 90;
    items[2].amends = STR("2");
    items[2].done_s = 100;
    for (size_t i = 0; i < 6; i++) {
        items[i].tags = told;
        items[i].tag_count = i == 3 ? 0 : 1;
    }
    struct places list = journal_written(items, 6, &mem);
    struct sheet_wish wish = {day_of("2026-11-03"), day_of("2026-11-10"),
                              STR("shown")};
    struct calendar *calendar = calendar_read(
        STR("Id: 20261101T070211Z-1f3a9c02\nAt: 2026-11-01 08:02:11 +0100\n"
            "What: plan\nDay_date: 2026-11-01\nStart: 2026-11-03\n"
            "Pattern: dose transition normal\n"),
        STR_NONE, &mem, NULL);
    struct sheet s;
    sheet_make(&s, &wish, &list, calendar, &mem);
    assert_int_equal(s.week_count, 2);
    assert_int_equal(s.days[0].day.number, day_of("2026-11-02").number);
    char kinds[15] = {0}, written[15] = {0}, inside[15] = {0};
    for (size_t i = 0; i < 14; i++) {
        kinds[i] = sheet_letter(s.days[i].kind);
        written[i] = s.days[i].written ? '*' : '.';
        inside[i] = s.days[i].inside ? '|' : '.';
    }
    assert_string_equal(kinds, ".DTNDTNDT.....");
    assert_string_equal(written, ".*.....**.....");
    assert_string_equal(inside, ".||||||||.....");
    assert_int_equal(s.count, 3);
    assert_str(s.entries[0].text, "second thoughts");
    assert_int_equal(s.note_count, 1);
    assert_str(s.notes[0]->text, "second thoughts");
    assert_int_equal(s.seconds, 100);
    struct buf out = {0};
    sheet_title(&s, &out);
    buf_put_char(&out, '\n');
    sheet_week_name(&s, 1, &out);
    buf_put_char(&out, '\n');
    sheet_total(&s, &out);
    assert_str(buf_view(&out),
               "Tuesday 3 November 2026 to Tuesday 10 November 2026\n 9 Nov\n"
               "3 entries, 2 minutes of practice. Moods: 1 heavy, 2 low, 3 "
               "even, 4 light, 5 bright.");
    assert_true(sheet_legend().len > 0);
    buf_finish(&out);
    arena_finish(&mem);
}

static void cells_are(const struct entry *e, const char *want)
{
    struct buf out = {0};
    for (size_t i = 0; i < SHEET_CELLS; i++) {
        buf_printf(&out, "%.*s=", STR_ARG(sheet_head(i)));
        sheet_cell(e, i, &out);
        buf_put_char(&out, '|');
    }
    assert_str(buf_view(&out), want);
    buf_finish(&out);
}

static void an_entry_is_six_cells(void **state)
{
    (void)state;
    struct entry e = entry("1", "2026-11-03", "");
    cells_are(&e, "Day=Tu  3 Nov|Kind=none|Practice=(check-in)|min=-|"
                  "before=-|after=-|");
    e.kind = DAY_BREAK;
    e.session = STR("box\tof\nmine");
    e.done_s = 90;
    e.mood_before = 1;
    e.mood_after = 5;
    cells_are(&e, "Day=Tu  3 Nov|Kind=break|Practice=box of mine|min=2|"
                  "before=1|after=5|");
    struct sheet s = {.count = 1, .seconds = 29};
    struct buf out = {0};
    sheet_total(&s, &out);
    assert_true(str_starts(buf_view(&out), STR("1 entry, 0 minutes")));
    buf_clear(&out);
    s.count = 0;
    sheet_total(&s, &out);
    assert_str(buf_view(&out), "nothing was written in these days");
    buf_finish(&out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_sheet_has_its_days_and_latest_words),
        cmocka_unit_test(an_entry_is_six_cells),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

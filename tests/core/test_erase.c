// SPDX-License-Identifier: MIT
// An entry leaves a journal with its corrections, and nothing else does.
#include "unit.h"

#include <stdio.h>

#include "core/erase.h"
#include "core/journal.h"

#define ID(n) "20260301T07021" n "Z-0000000" n
#define ENTRY(n, rest)                                                         \
    "Id: " ID(n) "\nAt: 2026-03-01 08:02:11 +0100\nDay_date: 2026-03-01\n"     \
                 "Day_kind: none\n" rest "End: 00000000\n"

static const char head[] = "# mine\n%rec: Entry\n\n";

static void is_without(const char *journal, const char *id, const char *wanted)
{
    struct buf out = {0};
    assert_true(journal_erase(str_from(journal), str_from(id), &out, NULL));
    assert_str(buf_view(&out), wanted);
    buf_finish(&out);
}

static void it_goes_with_its_corrections_alone(void **state)
{
    (void)state;
    char all[2048], wanted[2048];
    snprintf(all, sizeof(all), "%s%s\n# a note\n%s\n%s\n%s\n%s", head,
             ENTRY("1", "Text: a\n+ \n+ Id: " ID("2") "\n"),
             ENTRY("2", "Mood: odd\n"),
             ENTRY("3", "Amends: " ID("1") "\nText: b\n"), ENTRY("4", ""),
             ENTRY("5", "Amends: " ID("3") "\nText: c\n"));
    snprintf(wanted, sizeof(wanted), "%s# a note\n%s\n%s\n", head,
             ENTRY("2", "Mood: odd\n"), ENTRY("4", ""));
    is_without(all, ID("1"), wanted);
    snprintf(wanted, sizeof(wanted), "%s%s\n# a note\n%s\n%s\n", head,
             ENTRY("1", "Text: a\n+ \n+ Id: " ID("2") "\n"),
             ENTRY("2", "Mood: odd\n"), ENTRY("4", ""));
    is_without(all, ID("3"), wanted);
}

static void it_tells_what_went(void **state)
{
    (void)state;
    struct arena mem = {0};
    struct set gone = {.mem = &mem};
    struct buf out = {0};
    assert_true(journal_erase(
        STR(ENTRY("1", "") "\n" ENTRY("2", "Amends: " ID("1") "\n") "\n" ENTRY(
            "3", "Amends: " ID("2") "\n") "\n" ENTRY("4", "")),
        STR(ID("1")), &out, &gone));
    assert_int_equal(gone.count, 3);
    assert_non_null(set_find(&gone, STR(ID("3"))));
    assert_null(set_find(&gone, STR(ID("4"))));
    buf_finish(&out);
    arena_finish(&mem);
}

static void odd_files_keep_all_else(void **state)
{
    (void)state;
    is_without(ENTRY("1", ""), ID("1"), "");
    is_without("\xef\xbb\xbf" ENTRY("1", "") "\r\n\r\n" ENTRY("2", ""), ID("1"),
               "\xef\xbb\xbf" ENTRY("2", ""));
    is_without("junk \xff\n\n" ENTRY("1", "") "\n" ENTRY(
                   "1", "Text: x\n") "\n"
                                     "Id: odd\nno day\n",
               ID("1"), "junk \xff\n\nId: odd\nno day\n");
    is_without(ENTRY("2", "Amends: " ID("1") "\n") "\n" ENTRY("1", "") "\ntorn",
               ID("1"), "torn");
}

static void what_is_not_there_changes_nothing(void **state)
{
    (void)state;
    struct buf out = {0};
    assert_false(journal_erase(STR(ENTRY("1", "")), STR(ID("2")), &out, NULL));
    assert_false(journal_erase(STR_NONE, STR(ID("2")), &out, NULL));
    assert_int_equal(out.len, 0);
    buf_finish(&out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(it_goes_with_its_corrections_alone),
        cmocka_unit_test(it_tells_what_went),
        cmocka_unit_test(odd_files_keep_all_else),
        cmocka_unit_test(what_is_not_there_changes_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

// SPDX-License-Identifier: MIT
// data.md: "`journal check` names each of them with its line; status 0 when
// there are only notes (edited by hand), 1 for what ruins a file, a missing
// End, a duplicate Id."
#include "unit.h"

#include <stdio.h>
#include <string.h>

#include "core/journal.h"

#define ID(n) "20260301T07021" n "Z-0000000" n
#define DATED "At: 2026-03-01 08:02:11 +0100\nDay_date: 2026-03-01\n"
#define ENTRY(n, rest)                                                         \
    "Id: " ID(n) "\n" DATED "Day_kind: none\n" rest "End: 00000000\n"

// All that is found, "line severity message" a line.
static void is_found(const char *journal, size_t len, const char *wanted)
{
    struct arena mem = {0};
    struct diags found = {.mem = &mem};
    struct buf out = {0};
    journal_check((struct str){journal, len}, &mem, &found);
    for (size_t i = 0; i < found.count; i++) {
        const struct diag *d = &found.items[i];
        buf_printf(&out, "%d %s %.*s\n", d->line,
                   d->severity == SEVERITY_ERROR ? "error" : "note",
                   STR_ARG(d->message));
    }
    assert_str(buf_view(&out), wanted);
    buf_finish(&out);
    arena_finish(&mem);
}

static void finds(const char *journal, const char *wanted)
{
    is_found(journal, strlen(journal), wanted);
}

#define EDITED "note edited by hand (its End does not match); kept\n"

static void what_we_write_is_well(void **state)
{
    (void)state;
    struct buf out = {0};
    struct entry e;
    entry_init(&e);
    e.id = STR(ID("1"));
    e.at = STR("2026-03-01 08:02:11 +0100");
    assert_true(day_parse(STR("2026-03-01"), &e.day_date));
    e.text = STR("Any words.\n%rec: x\nId: y");
    buf_put(&out, journal_header());
    entry_format(&e, &out);
    is_found(out.at, out.len, "");
    buf_finish(&out);
    finds("", "");
    finds("# nothing but a comment\n\n", "");
}

static void what_a_hand_did_is_noted_and_kept(void **state)
{
    (void)state;
    finds(ENTRY("1", ""), "1 " EDITED);
    finds(ENTRY("1", "Mood_after: 6\nMood_before: 2\nMood_before: 3\n"),
          "1 " EDITED
          "5 note \"Mood_after: 6\" is not what this field holds, or stands "
          "twice; kept as it is\n"
          "7 note \"Mood_before: 3\" is not what this field holds, or stands "
          "twice; kept as it is\n");
    finds(ENTRY("1", "My_own: field\n"), "1 " EDITED);
    finds("Id: " ID("1") "\nEnd: 00000000\n",
          "1 " EDITED "1 note this entry has no At\n"
          "1 note this entry has no Day_date\n"
          "1 note this entry has no Day_kind\n");
    finds("Id: 20260301-1\n" DATED "Day_kind: none\nEnd: 00000000\n",
          "1 " EDITED "1 note the Id is not of the form "
          "20260301T070211Z-1f3a9c02\n");
    finds("Id: 20260301T070211Z-1f3a9cxx\n" DATED
          "Day_kind: none\nEnd: 00000000\n",
          "1 " EDITED "1 note the Id is not of the form "
          "20260301T070211Z-1f3a9c02\n");
}

static void what_ruins_a_file_is_an_error(void **state)
{
    (void)state;
    finds("Id: " ID("1") "\n" DATED "Day_kind: none\n",
          "1 error this entry has no End; it may be cut short\n");
    finds(ENTRY("1", "") "\n" ENTRY("2", "") "\n" ENTRY("1", ""),
          "1 " EDITED "7 " EDITED "13 " EDITED
          "13 error the Id " ID("1") " stands twice, first at line 1\n");
    finds("Id: x\nText: no day\nEnd: 00000000\n",
          "1 " EDITED "1 note the Id is not of the form "
          "20260301T070211Z-1f3a9c02\n"
          "1 error no day can be read from this entry; passed over\n");
    finds(ENTRY("1", "a slip\n"),
          "1 " EDITED "5 error neither a field nor a further line of one "
          "(\"+ \"); passed over\n");
    finds(ENTRY("1", "%rec: Other\n"),
          "1 " EDITED "5 error a line like \"%rec:\" inside an entry: for "
          "recutils the entry is gone\n");
    finds(ENTRY("1", "") ENTRY("2", ""),
          "1 " EDITED "6 error no blank line stands before this entry\n"
          "6 " EDITED);
    static const char nul[] = ENTRY("1", "Text: a\0b\n");
    is_found(nul, sizeof(nul) - 1,
             "1 " EDITED "5 error a NUL byte; other programs stop reading "
             "here\n");
    finds(ENTRY("1", "Text: a\xff\n"),
          "1 " EDITED "5 error bytes that are not UTF-8\n");
    finds("\xef\xbb\xbf# head\n",
          "1 error a byte order mark (BOM) begins the file\n");
    finds("# head\r\n", "1 error a carriage return ends the line (CRLF)\n");
    finds("# head\n# a\r\n# b\n# c\r\n#\r\n# d\r",
          "2 error a carriage return ends the line (CRLF), and 2 more\n");
    finds("<<<<<<< ours\n", "1 error a conflict mark of git\n");
    static const char wide[] = "\xff\xfe#\0\n";
    is_found(wide, sizeof(wide) - 1,
             "1 error the file is saved as UTF-16; save it as UTF-8 in an "
             "editor\n"
             "1 error neither a field nor a further line of one (\"+ \"); "
             "passed over\n"
             "1 error a NUL byte; other programs stop reading here\n"
             "1 error bytes that are not UTF-8\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_we_write_is_well),
        cmocka_unit_test(what_a_hand_did_is_noted_and_kept),
        cmocka_unit_test(what_ruins_a_file_is_an_error),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

// SPDX-License-Identifier: MIT
// The Journal's files: all of them are read beside the loop, and what cannot be
// is told; a file of chosen entries never takes another's place; an entry
// leaves with the file before kept, or nothing changes.
#include "../journal_whole.h"

#include "data_case.h"

#include <sys/stat.h>
#include <unistd.h>

#include "app/journal_acts.h"
#include "app/journal_loader.h"
#include "platform/clock.h"

static struct now now;
static struct facts facts;

#define ENTRY(n, rest)                                                         \
    "Id: 20260301T07021" n "Z-0000000" n "\nDay_date: 2026-03-01\n"            \
    "Day_kind: none\n" rest "\n\n"

static bool says(const struct buf *words, const char *what)
{
    return str_has(buf_view(words), str_from(what));
}

// Waits, as the loop does.
static void wait_for(struct journal_loader *c)
{
    for (int i = 0; !journal_loader_came(c); i++) {
        assert_true(i < 3000);
        clock_sleep_until(clock_now_ns() + 10000000);
    }
}

static struct str newest_text(const struct journal_facts *j)
{
    return journal_text_at(&j->index.places, j->index.items[0].latest, &mem);
}

static void all_files_are_read_beside_the_loop(void **state)
{
    (void)state;
    struct journal_loader c = {0};
    struct practice box = {.name = STR("box"), .title = STR("Box breathing")};
    facts = (struct facts){.practices = &box, .practice_count = 1};
    write_file("journal.rec",
               ENTRY("1", "Session: box\nText: mine") ENTRY("2", "Text: \xff"));
    write_file("journal.phone.rec",
               ENTRY("3", "Text: hers") "Id: odd\nText: no day\n");
    assert_null(journal_loader_facts(&c));
    journal_loader_read(&c, &paths, &facts);
    assert_true(journal_loader_reads(&c));
    journal_loader_read(&c, &paths, &facts); // once more, when it is there
    wait_for(&c);
    assert_true(c.again);
    const struct journal_facts *j = journal_loader_facts(&c);
    assert_int_equal(j->index.count, 3);
    assert_str(newest_text(j), "hers");
    assert_str(j->sources[j->index.items[0].elsewhere], "journal.phone.rec");
    assert_int_equal(j->why.len, 0);
    assert_true(j->note_count > 0);
    bool named = false;
    for (size_t i = 0; i < j->note_count; i++) {
        named |= str_starts(j->notes[i].message, STR("journal.phone.rec: "));
        assert_true(j->notes[i].hint.len > 0);
    }
    assert_true(named);
    struct search s;
    search_init(&s, &j->index, &mem);
    search_for(&s, STR("breathing"));
    search_step(&s, SIZE_MAX);
    assert_int_equal(s.count, 1);
    // What the screens still have stays until they have the next.
    journal_loader_reread(&c, &paths, &facts);
    assert_ptr_not_equal(journal_loader_facts(&c), j);
    assert_str(newest_text(j), "hers");
    journal_loader_release(&c);
    assert_false(journal_loader_changed(&c));
    write_file("journal.rec", ENTRY("1", "Text: another"));
    assert_true(journal_loader_changed(&c));
    journal_loader_read(&c, &paths, &facts); // and is let go in the middle
    journal_loader_finish(&c);
}

static void an_unreadable_journal_is_told(void **state)
{
    (void)state;
    struct journal_loader c = {0};
    facts = (struct facts){0};
    write_file("journal.phone.rec", ENTRY("3", "Text: hers"));
    assert_int_equal(mkdir(path_of("journal.rec").at, 0700), 0);
    journal_loader_reread(&c, &paths, &facts);
    const struct journal_facts *j = journal_loader_facts(&c);
    assert_true(j->why.len > 0);
    assert_int_equal(j->index.count, 1); // the others are there
    journal_loader_finish(&c);
}

static struct journal_desk desk(void)
{
    struct wall wall;
    bool offset = false;
    assert_true(wall_parse(STR("2026-03-02T21:05"), &wall, &offset));
    now_init(&now, &wall, offset, &mem);
    return (struct journal_desk){&paths, &now, NULL};
}

static void an_export_takes_no_files_place(void **state)
{
    (void)state;
    struct journal_loader c = {0};
    struct buf words = {0};
    struct journal_desk d = desk();
    facts = (struct facts){0};
    write_file("journal.rec",
               ENTRY("1", "Text: one, two") ENTRY("2", "Text: \"three\""));
    journal_loader_reread(&c, &paths, &facts);
    const struct journal_index *all = &journal_loader_facts(&c)->index;
    const struct journal_item *items[] = {&all->items[0], &all->items[1]};
    struct journal_chosen chosen = {&all->places, items, 2};
    journal_export_chosen(&d, &chosen, JOURNAL_AS_TEXT, &words);
    assert_true(says(&words, "exports/journal-20260302-2105.txt"));
    buf_clear(&words);
    journal_export_chosen(&d, &chosen, JOURNAL_AS_TEXT, &words);
    assert_true(says(&words, "exports/journal-20260302-2105-2.txt"));
    journal_export_chosen(&d, &chosen, JOURNAL_AS_TABLE, &words);
    struct str table = text_of("exports/journal-20260302-2105.csv");
    assert_true(str_starts(table, STR("id,at,day_date,")));
    struct buf rows = {0};
    buf_put(&rows, table);
    assert_true(says(&rows, ",\"one, two\","));
    assert_true(says(&rows, ",\"\"\"three\"\"\","));
    buf_finish(&rows);
    // Where there can be none, that is said, with the way.
    buf_clear(&words);
    struct str command = arena_printf(&mem, "rm -r %s/exports", folder);
    assert_int_equal(system(command.at), 0);
    write_file("exports", "in the way");
    journal_export_chosen(&d, &chosen, JOURNAL_AS_TEXT, &words);
    assert_true(says(&words, "Not written to "));
    assert_str(text_of("exports"), "in the way");
    buf_finish(&words);
    journal_loader_finish(&c);
}

static void an_entry_leaves_or_nothing_changes(void **state)
{
    (void)state;
    struct buf words = {0};
    struct journal_desk d = desk();
    static const char before[] =
        "# mine\n\n" ENTRY("1", "Text: one") ENTRY("2", "Text: two");
    write_file("journal.rec", before);
    journal_erase_entry(&d, STR("20260301T070219Z-00000009"), &words);
    assert_true(says(&words, "no longer in the journal"));
    assert_str(text_of("journal.rec"), before);
    assert_false(file_exists(path_of("journal.rec.bak")));
    buf_clear(&words);
    journal_erase_entry(&d, STR("20260301T070211Z-00000001"), &words);
    assert_true(says(&words, "journal.rec.bak"));
    assert_str(text_of("journal.rec"), "# mine\n\n" ENTRY("2", "Text: two"));
    assert_str(text_of("journal.rec.bak"), before);
    // The file before cannot be kept: then nothing is taken out either.
    buf_clear(&words);
    assert_int_equal(unlink(path_of("journal.rec.bak").at), 0);
    assert_int_equal(mkdir(path_of("journal.rec.bak").at, 0700), 0);
    journal_erase_entry(&d, STR("20260301T070212Z-00000002"), &words);
    assert_true(says(&words, "Not deleted: "));
    assert_str(text_of("journal.rec"), "# mine\n\n" ENTRY("2", "Text: two"));
    buf_finish(&words);
}

int main(void)
{
#define IN_A_FOLDER(test)                                                      \
    cmocka_unit_test_setup_teardown(test, make_folder, remove_folder)
    const struct CMUnitTest tests[] = {
        IN_A_FOLDER(all_files_are_read_beside_the_loop),
        IN_A_FOLDER(an_unreadable_journal_is_told),
        IN_A_FOLDER(an_export_takes_no_files_place),
        IN_A_FOLDER(an_entry_leaves_or_nothing_changes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

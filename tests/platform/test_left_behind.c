// SPDX-License-Identifier: MIT
// What a program that ended in the midst of a step has left: a save that was
// not named yet, a file that another process took away meanwhile, a sibling
// that lies on another disk than merged/.
#include "ledger_case.h"

#include <errno.h>

#include "platform/append_file.h"

// The real disk, whose next renames fail.
struct stubborn {
    struct disk disk;
    int error, times;
    bool takes; // what was to be renamed is gone, too
};

static int fail_rename(void *self, const char *from, const char *to)
{
    struct stubborn *s = self;
    if (s->times <= 0) {
        return disk_system()->rename(NULL, from, to);
    }
    s->times--;
    if (s->takes) {
        unlink(from);
    }
    return s->error;
}

static struct ledger_case *begin(struct stubborn *s)
{
    struct ledger_case *c = case_begin();
    struct str why = STR_NONE;
    s->disk = *disk_system();
    s->disk.self = s;
    s->disk.rename = fail_rename;
    c->ledger.disk = &s->disk;
    assert_true(folder_make(case_path(c, "drafts"), &c->mem, &why));
    return c;
}

static bool is_there(struct ledger_case *c, const char *name)
{
    return file_exists(case_path(c, name));
}

// The longer state counts, unless a power cut left zeros in it.
static void an_unnamed_save_counts_when_it_says_more(void **state)
{
    (void)state;
    struct stubborn s = {.times = 0};
    struct ledger_case *c = begin(&s);
    struct unfinished_list list = {0};
    case_write(c, "drafts/a.rec", STR("Id: a\nText: long words\n"));
    case_write(c, "drafts/a.rec.tmp", STR("Id: a\nText: lon"));
    case_write(c, "drafts/b.rec", STR("Id: b\nText: whole\n"));
    case_write(c, "drafts/b.rec.tmp", STR("Id: b\nText: whole \0\0\0\0\0\n"));
    case_write(c, "drafts/c.rec.tmp", STR("Id: c\nText: alone\n"));
    ledger_recover(&c->ledger, &c->mem, &list);
    assert_int_equal(list.count, 3);
    assert_str(case_read(c, "drafts/a.rec"), "Id: a\nText: long words\n");
    assert_str(case_read(c, "drafts/b.rec"), "Id: b\nText: whole\n");
    assert_str(case_read(c, "drafts/c.rec"), "Id: c\nText: alone\n");
    assert_int_equal(case_count(c, "drafts"), 3); // no .tmp is left
    case_end(c);
}

// A process that starts takes a file that has no lock yet for left behind.
static void a_save_that_is_taken_away_is_made_again(void **state)
{
    (void)state;
    struct stubborn s = {.error = -ENOENT, .times = 2, .takes = true};
    struct ledger_case *c = begin(&s);
    struct draft d = {.id = STR("a")};
    struct str why = STR_NONE;
    assert_true(
        draft_save(&c->ledger, &d, STR("Id: a\nText: x\n"), &c->mem, &why));
    assert_true(str_ends(d.path, STR("/drafts/a.rec")));
    assert_str(case_read(c, "drafts/a.rec"), "Id: a\nText: x\n");
    draft_finish(&c->ledger, &d);
    case_end(c);
}

static const char sibling[] = "journal.sync-conflict-1.rec";

static void a_sibling_goes_to_another_disk_as_a_copy(void **state)
{
    (void)state;
    struct stubborn s = {.error = -EXDEV, .times = 1};
    struct ledger_case *c = begin(&s);
    struct str theirs = case_record(c, "b", "theirs");
    case_write(c, sibling, theirs);
    ledger_recover(&c->ledger, &c->mem, NULL);
    assert_false(is_there(c, sibling));
    assert_true(
        str_equal(case_read(c, "merged/journal.sync-conflict-1.rec"), theirs));
    assert_true(append_has(case_read(c, "journal.rec"), STR("b")));
    case_end(c);
}

// What could not be moved stays where it is, is told, and is not taken in
// twice.
static void a_sibling_that_stays_is_taken_in_once(void **state)
{
    (void)state;
    struct stubborn s = {.error = -EACCES, .times = 1};
    struct ledger_case *c = begin(&s);
    case_write(c, sibling, case_record(c, "b", "theirs"));
    ledger_recover(&c->ledger, &c->mem, NULL);
    assert_true(is_there(c, sibling));
    assert_true(str_has(buf_view(&c->said), STR("is not taken in yet")));
    struct str once = case_read(c, "journal.rec");
    assert_true(append_has(once, STR("b")));
    ledger_recover(&c->ledger, &c->mem, NULL);
    assert_false(is_there(c, sibling));
    assert_true(str_equal(case_read(c, "journal.rec"), once));
    assert_int_equal(case_count(c, "merged"), 1);
    case_end(c);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_unnamed_save_counts_when_it_says_more),
        cmocka_unit_test(a_save_that_is_taken_away_is_made_again),
        cmocka_unit_test(a_sibling_goes_to_another_disk_as_a_copy),
        cmocka_unit_test(a_sibling_that_stays_is_taken_in_once),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

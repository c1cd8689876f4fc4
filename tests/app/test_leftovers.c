// SPDX-License-Identifier: MIT
// Drafts from one run to the next: what is offered, what is not, what was done
// of a session joins its words, and what was deleted does not come back.
#include "data_case.h"

#include <unistd.h>

#include "app/journal_acts.h"
#include "app/keeper.h"
#include "app/leftovers.h"
#include "app/running.h"

static struct now now;

#define ID(n) "20260301T07021" n "Z-0000000" n
#define ENTRY(n, rest)                                                         \
    "Id: " ID(n) "\nAt: 2026-03-01 08:02:11 +0100\nDay_date: 2026-03-01\n"     \
                 "Day_kind: none\n" rest

static int make_drafts(void **state)
{
    struct str why = STR_NONE;
    if (make_folder(state) != 0) {
        return -1;
    }
    now_init(&now, NULL, false, &mem);
    return folder_make(path_of("drafts"), &mem, &why) ? 0 : -1;
}

static bool has(const char *name, const char *what)
{
    return str_has(text_of(name), str_from(what));
}

static void start(struct keeper *k, struct unfinished_list *unfinished)
{
    struct keeper_options options = {
        .paths = &paths, .now = &now, .beside = true};
    keeper_init(k, &options, unfinished);
}

static void what_can_be_read_whole_is_offered_the_newest_first(void **state)
{
    (void)state;
    struct keeper k;
    struct unfinished_list unfinished = {0};
    struct leftovers left;
    struct entry e;
    write_file("drafts/" ID("1") ".rec", ENTRY("1", "Text: early\n"));
    write_file("drafts/" ID("2") ".rec", ENTRY("2", "Text: late\n"));
    // Going on with these would lose what the reader passes over.
    write_file("drafts/" ID("3") ".rec", ENTRY("3", "Text: a\na slip\n"));
    write_file("drafts/odd.rec", "Id: odd\nDay_kind: none\n");
    write_file("drafts/odd.txt", "no draft");
    start(&k, &unfinished);
    leftovers_init(&left, &unfinished);
    assert_int_equal(unfinished.count, 4);
    assert_int_equal(left.count, 2);
    assert_str(left.entries[0].text, "late");
    assert_str(left.entries[1].text, "early");
    // One that another process took meanwhile is not resumed, nor offered on.
    assert_int_equal(unlink(path_of("drafts/" ID("2") ".rec").at), 0);
    assert_false(leftovers_resume(&left, 0, &k, &e));
    assert_int_equal(left.count, 1);
    assert_true(leftovers_resume(&left, 0, &k, &e));
    assert_str(e.text, "early");
    assert_str(e.id, ID("1"));
    assert_int_equal(left.count, 0);
    leftovers_finish(&left);
    keeper_finish(&k);
    assert_true(has("drafts/" ID("1") ".rec", "Text: early"));
}

static void what_is_let_go_goes_and_what_is_gone_is_not_offered(void **state)
{
    (void)state;
    struct keeper k;
    struct unfinished_list unfinished = {0};
    struct leftovers left;
    write_file("drafts/" ID("1") ".rec", ENTRY("1", "Text: a\n"));
    write_file("drafts/" ID("2") ".rec", ENTRY("2", "Text: b\n"));
    start(&k, &unfinished);
    leftovers_init(&left, &unfinished);
    leftovers_let_go(&left, 0, &k);
    assert_false(file_exists(path_of("drafts/" ID("2") ".rec")));
    assert_int_equal(left.count, 1);
    leftovers_look(&left);
    assert_int_equal(left.count, 1);
    assert_int_equal(unlink(path_of("drafts/" ID("1") ".rec").at), 0);
    leftovers_look(&left);
    assert_int_equal(left.count, 0);
    leftovers_finish(&left);
    keeper_finish(&k);
}

static void what_was_done_later_joins_the_words(void **state)
{
    (void)state;
    struct keeper k;
    write_file("drafts/" ID("1") ".rec",
               ENTRY("1", "Session: box\nDone_s: 30\nText: mine\n"));
    write_file("running.rec", ENTRY("1", "Session: box\nPlanned_s: 600\n"
                                         "Done_s: 90\nBreaths: 9\n"));
    start(&k, NULL);
    assert_false(file_exists(path_of("running.rec")));
    assert_true(has("drafts/" ID("1") ".rec", "Done_s: 90"));
    assert_true(has("drafts/" ID("1") ".rec", "Breaths: 9"));
    assert_true(has("drafts/" ID("1") ".rec", "Text: mine"));
    keeper_finish(&k);
    // Earlier than the draft it adds nothing.
    write_file("running.rec", ENTRY("1", "Session: box\nDone_s: 60\n"));
    start(&k, NULL);
    assert_false(file_exists(path_of("running.rec")));
    assert_true(has("drafts/" ID("1") ".rec", "Done_s: 90"));
    keeper_finish(&k);
}

static void what_was_deleted_does_not_come_back_from_a_draft(void **state)
{
    (void)state;
    struct buf record = {0}, words = {0};
    struct entry e;
    struct keeper k;
    struct kept kept;
    start(&k, NULL);
    entry_init(&e);
    e.text = STR("to be deleted");
    kept = keeper_keep(&k, &e);
    assert_true(kept.done);
    struct str id = arena_copy(&mem, e.id);
    // As when the draft could not be unlinked; and a correction half written.
    entry_format(&e, &record);
    struct str draft = arena_printf(&mem, "drafts/%.*s.rec", STR_ARG(id));
    write_file(draft.at, buf_cstr(&record));
    write_file(
        "drafts/" ID("1") ".rec",
        arena_printf(&mem, ENTRY("1", "Amends: %.*s\nText: x\n"), STR_ARG(id))
            .at);
    write_file("drafts/" ID("2") ".rec", ENTRY("2", "Text: another\n"));
    struct tongue *english = NULL;
    struct journal_desk desk = {&paths, &now, english};
    journal_erase_entry(&desk, id, &words);
    keeper_finish(&k);
    assert_false(file_exists(path_of(draft.at)));
    assert_false(file_exists(path_of("drafts/" ID("1") ".rec")));
    assert_true(file_exists(path_of("drafts/" ID("2") ".rec")));
    start(&k, NULL); // takes whole drafts in
    assert_false(has("journal.rec", "to be deleted"));
    assert_true(has("journal.rec.bak", "to be deleted"));
    keeper_finish(&k);
    buf_finish(&record);
    buf_finish(&words);
}

static void drafts_beside_the_loop_end_with_what_is_kept(void **state)
{
    (void)state;
    struct keeper k;
    struct entry e;
    struct str why = STR_NONE;
    start(&k, NULL);
    entry_init(&e);
    for (int i = 0; i < 50; i++) {
        e.text = arena_printf(&mem, "word %d", i);
        assert_true(keeper_draft(&k, &e, &why));
    }
    struct str draft = arena_printf(&mem, "drafts/%.*s.rec", STR_ARG(e.id));
    struct kept kept = keeper_keep(&k, &e);
    assert_true(kept.done);
    assert_true(has("journal.rec", "Text: word 49"));
    assert_false(file_exists(path_of(draft.at)));
    // The next one is another entry; the end waits for its draft.
    entry_init(&e);
    e.text = STR("unfinished");
    assert_true(keeper_draft(&k, &e, &why));
    struct str other = arena_printf(&mem, "drafts/%.*s.rec", STR_ARG(e.id));
    assert_false(str_equal(draft, other));
    keeper_finish(&k);
    assert_true(has(other.at, "Text: unfinished"));
    assert_false(file_exists(path_of(draft.at)));
}

// What is too long stays the same entry, to be shortened and kept; what was
// kept is answered once, and the next is another.
static void an_entry_kept_beside_the_loop_is_answered(void **state)
{
    (void)state;
    struct keeper k;
    struct entry e;
    struct kept kept = {0};
    struct str why = STR_NONE;
    struct buf much = {0};
    for (int i = 0; i <= (REC_TEXT_MOST + REC_REST_MOST) / 8; i++) {
        buf_put(&much, STR("too much"));
    }
    start(&k, NULL);
    assert_false(keeper_kept(&k, &kept));
    entry_init(&e);
    e.text = buf_view(&much);
    keeper_keep_beside(&k, &e);
    struct str id = arena_copy(&mem, e.id);
    keeper_settle(&k);
    assert_true(keeper_kept(&k, &kept));
    assert_false(kept.done);
    assert_true(file_exists(kept.draft));
    e.text = STR("enough");
    assert_true(keeper_draft(&k, &e, &why));
    keeper_keep_beside(&k, &e);
    assert_true(str_equal(e.id, id));
    keeper_settle(&k);
    assert_true(keeper_kept(&k, &kept));
    assert_true(kept.done);
    assert_false(keeper_kept(&k, &kept));
    assert_true(has("journal.rec", "Text: enough"));
    assert_false(file_exists(
        path_of(arena_printf(&mem, "drafts/%.*s.rec", STR_ARG(id)).at)));
    entry_init(&e);
    e.text = STR("another");
    keeper_keep_beside(&k, &e);
    assert_false(str_equal(e.id, id));
    keeper_finish(&k); // waits for it
    assert_true(has("journal.rec", "Text: another"));
    buf_finish(&much);
}

static void a_draft_that_no_folder_takes_is_told(void **state)
{
    (void)state;
    struct keeper k;
    struct entry e;
    struct str why = STR_NONE;
    assert_int_equal(rmdir(path_of("drafts").at), 0);
    write_file("drafts", "a file");
    write_file("spare", "a file");
    start(&k, NULL);
    entry_init(&e);
    e.text = STR("x");
    keeper_draft(&k, &e, &why);
    for (int i = 0; i < 1000 && !keeper_draft_failed(&k, &k.mem, &why); i++) {
        usleep(10000);
    }
    assert_true(keeper_draft_failed(&k, &k.mem, &why));
    assert_str(why, "a file stands where a folder should be; move it away");
    keeper_discard(&k);
    keeper_finish(&k);
}

#define TEST(name)                                                             \
    cmocka_unit_test_setup_teardown(name, make_drafts, remove_folder)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(what_can_be_read_whole_is_offered_the_newest_first),
        TEST(what_is_let_go_goes_and_what_is_gone_is_not_offered),
        TEST(what_was_done_later_joins_the_words),
        TEST(what_was_deleted_does_not_come_back_from_a_draft),
        TEST(drafts_beside_the_loop_end_with_what_is_kept),
        TEST(an_entry_kept_beside_the_loop_is_answered),
        TEST(a_draft_that_no_folder_takes_is_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

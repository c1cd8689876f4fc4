// SPDX-License-Identifier: MIT
// The append protocol on the real disk, where nothing fails: new files, tails
// of every kind, drafts and siblings.
#include "ledger_case.h"

#include "platform/append_file.h"

static void a_new_file_gets_its_head(void **state)
{
    (void)state;
    struct ledger_case *c = case_begin();
    assert_true(case_keep(c, "a", "one").done);
    assert_true(case_keep(c, "b", "two").done);
    struct str want = arena_printf(&c->mem, "%s%.*s\n%.*s", head_text,
                                   STR_ARG(case_record(c, "a", "one")),
                                   STR_ARG(case_record(c, "b", "two")));
    assert_str(case_read(c, "journal.rec"), want.at);
    assert_int_equal(case_count(c, "drafts"), 0);
    assert_int_equal(case_count(c, ""), 2); // no temporary file stays
    struct stat st;
    assert_int_equal(stat(case_path(c, "journal.rec").at, &st), 0);
    assert_int_equal(st.st_mode & 0777, 0600);
    assert_int_equal(stat(case_path(c, "drafts").at, &st), 0);
    assert_int_equal(st.st_mode & 0777, 0700);
    assert_int_equal(c->said.len, 0);
    case_end(c);
}

// What stands behind the last whole record, what of it stays in the file (with
// what is added before the new record), and whether the rest goes to torn/.
struct tail {
    const char *bytes;
    size_t len;
    const char *stays;
    bool torn;
};
#define TAIL(bytes, stays, torn)                                               \
    {                                                                          \
        bytes, sizeof(bytes) - 1, stays, torn                                  \
    }

static const struct tail tails[] = {
    TAIL("", "\n", false),
    TAIL("\n", "\n", false),
    TAIL("\n\n", "\n\n", false),
    TAIL("\n# a comment", "\n# a comment\n\n", false),
    TAIL("\nId: x\nText: by hand\n", "\nId: x\nText: by hand\n\n", false),
    TAIL("\nId: x\nText: by hand\n+ more", "\nId: x\nText: by hand\n+ more\n\n",
         false),
    TAIL("Note: after End\n", "Note: after End\n\n", false),
    TAIL("\n>>>>>>> branch\n", "\n>>>>>>> branch\n\n", false),
    TAIL("\nId: x\nTe", "\n", true),
    TAIL("\nloose words\n", "\n", true),
    TAIL("\nId: x\nText: hand\n\nId: y\nText: a\n+ b\nTa",
         "\nId: x\nText: hand\n\n", true),
    TAIL("\nloose words\n\nand more", "\n", true),
    TAIL("\nloose words\n\nId: x\n", "\nloose words\n\nId: x\n\n", false),
    TAIL("\0\0\0\0", "\n", true),
    TAIL("\nId: x\nText: a\0\0\0b\n", "\n", true),
    TAIL("\nId: x\nText: a\0\0\n\nId: y\n", "\n", true),
    TAIL("\nId: draft\nText: word", "\n", true), // a draft that we hold
    TAIL("\nId: draft\nText: work", "\nId: draft\nText: work\n\n", false),
};

static void tails_are_told_apart(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof(tails) / sizeof(tails[0]); i++) {
        const struct tail *t = &tails[i];
        struct ledger_case *c = case_begin();
        struct str whole = case_record(c, "w", "whole\n+ not a plus");
        struct str bytes = {t->bytes, t->len};
        struct buf file = {0};
        buf_put(&file, str_from(head_text));
        buf_put(&file, whole);
        buf_put(&file, bytes);
        case_write(c, "journal.rec", buf_view(&file));
        struct str why = STR_NONE;
        assert_true(folder_make(case_path(c, "drafts"), &c->mem, &why));
        case_write(c, "drafts/draft.rec",
                   STR("Id: draft\nText: words words\n"));
        assert_true(case_keep(c, "new", "text").done);
        struct str want =
            arena_printf(&c->mem, "%s%.*s%s%.*s", head_text, STR_ARG(whole),
                         t->stays, STR_ARG(case_record(c, "new", "text")));
        assert_str(case_read(c, "journal.rec"), want.at);
        assert_int_equal(case_count(c, "torn"), t->torn);
        if (t->torn) {
            struct names names = {0};
            assert_true(folder_list(case_path(c, "torn"), &c->mem, &names));
            struct str saved = case_read(
                c, arena_printf(&c->mem, "torn/%s", names.items[0].at).at);
            assert_true(str_ends(bytes, saved));
            assert_true(saved.len > 0);
        }
        buf_finish(&file);
        case_end(c);
    }
}

static void without_a_whole_record_little_is_a_tear(void **state)
{
    (void)state;
    struct ledger_case *c = case_begin();
    case_write(c, "journal.rec", STR("Dear diary, prose\n\nalone"));
    assert_true(case_keep(c, "a", "text").done);
    assert_true(str_starts(case_read(c, "journal.rec"),
                           STR("Dear diary, prose\n\nalone\n\nId: a\n")));
    case_write(c, "journal.rec", STR("Dear diary\n\nzero\0\n"));
    assert_true(case_keep(c, "a", "text").done);
    assert_true(
        str_starts(case_read(c, "journal.rec"), STR("Dear diary\n\nId: a\n")));
    case_write(c, "journal.rec", STR(""));
    assert_true(case_keep(c, "a", "text").done);
    assert_true(
        str_starts(case_read(c, "journal.rec"), STR("# A head.\n%rec: Entry")));
    case_write(c, "journal.rec", STR("# A head.\n%rec: En"));
    assert_true(case_keep(c, "a", "text").done);
    assert_true(str_starts(case_read(c, "journal.rec"),
                           STR("# A head.\n%rec: Entry\n\nId: a\n")));
    case_end(c);
}

// Tails longer than the window, whose beginning has to be looked for.
static void long_tails_are_found(void **state)
{
    (void)state;
    struct ledger_case *c = case_begin();
    struct buf text = {0}, file = {0};
    while (text.len < 1000000) {
        buf_put(&text, STR("word\n"));
    }
    struct str whole = case_record(c, "w", "whole");
    struct str draft = case_record(c, "d", buf_cstr(&text)); // 1.4 MB
    buf_put(&file, str_from(head_text));
    buf_put(&file, whole);
    buf_put(&file, STR("\n"));
    size_t good = file.len - 1;
    buf_put(&file, str_sub(draft, 0, draft.len - 3));
    case_write(c, "journal.rec", buf_view(&file));
    assert_true(case_keep(c, "d", buf_cstr(&text)).done);
    struct str after = case_read(c, "journal.rec");
    assert_int_equal(after.len, good + 1 + draft.len);
    assert_int_equal(case_count(c, "torn"), 1);

    buf_clear(&file); // zeros
    buf_put(&file, whole);
    buf_reserve(&file, 3000000);
    memset(file.at + file.len, 0, 3000000);
    file.len += 3000000;
    case_write(c, "journal.rec", buf_view(&file));
    assert_true(case_keep(c, "e", "x").done);
    assert_int_equal(case_read(c, "journal.rec").len,
                     whole.len + 1 + case_record(c, "e", "x").len);

    buf_clear(&file); // a long slip of the hand, far from a whole record
    buf_put(&file, whole);
    for (int i = 0; i < 3000000; i++) {
        buf_put_char(&file, i % 1000 ? 'x' : '\n');
    }
    case_write(c, "journal.rec", buf_view(&file));
    assert_true(case_keep(c, "f", "x").done);
    assert_true(str_starts(case_read(c, "journal.rec"), buf_view(&file)));
    buf_finish(&text);
    buf_finish(&file);
    case_end(c);
}

static void what_cannot_be_kept_stays_a_draft(void **state)
{
    (void)state;
    struct ledger_case *c = case_begin();
    struct str why = STR_NONE;
    assert_true(folder_make(case_path(c, "journal.rec"), &c->mem, &why));
    struct kept k = case_keep(c, "a", "one");
    assert_false(k.done);
    assert_str(k.why, "it is a folder; move it away");
    assert_true(str_ends(k.draft, STR("/drafts/a.rec")));
    assert_str(case_read(c, "drafts/a.rec"), case_record(c, "a", "one").at);
    // The first folder for drafts cannot be: the next one takes it.
    case_write(c, "spoilt", STR(""));
    c->ledger.drafts[0] = case_path(c, "spoilt");
    k = case_keep(c, "b", "two");
    assert_true(str_ends(k.draft, STR("/spare/b.rec")));
    // Where neither can be, the reason is that of the first.
    struct draft nowhere = {.id = STR("c")};
    struct str spare = c->ledger.drafts[1];
    c->ledger.drafts[1] = STR("/proc/spare");
    assert_false(draft_save(&c->ledger, &nowhere, STR("Id: c\nText: x\n"),
                            &c->mem, &why));
    assert_str(why, "a file stands where a folder should be; move it away");
    c->ledger.drafts[1] = spare;
    c->ledger.drafts[0] = case_path(c, "drafts");
    // Once the file can be, the next start puts both in it.
    assert_int_equal(rmdir(case_path(c, "journal.rec").at), 0);
    ledger_recover(&c->ledger, &c->mem, NULL);
    struct str text = case_read(c, "journal.rec");
    assert_true(append_has(text, STR("a")));
    assert_true(append_has(text, STR("b")));
    assert_int_equal(case_count(c, "drafts"), 0);
    assert_int_equal(case_count(c, "spare"), 0);
    case_end(c);
}

static void what_is_too_long_to_read_stays_a_draft(void **state)
{
    (void)state;
    struct ledger_case *c = case_begin();
    struct buf text = {0};
    while (text.len < REC_TEXT_MOST) {
        buf_put(&text, STR("\n"));
    }
    assert_true(case_keep(c, "a", buf_cstr(&text)).done);
    while (text.len < REC_TEXT_MOST + REC_REST_MOST) {
        buf_put(&text, STR("word\n"));
    }
    struct str before = case_read(c, "journal.rec");
    struct kept k = case_keep(c, "b", buf_cstr(&text));
    assert_false(k.done);
    assert_str(k.why,
               "it has more than 1 MiB of text or 4,096 fields; split it");
    struct unfinished_list left = {0};
    ledger_recover(&c->ledger, &c->mem, &left);
    assert_true(str_equal(case_read(c, "journal.rec"), before));
    struct str record = case_record(c, "b", buf_cstr(&text));
    struct str words =
        str_sub(record, 0, record.len - STR("End: 00000000\n").len);
    assert_true(str_equal(case_read(c, "drafts/b.rec"), words));
    assert_int_equal(left.count, 1); // to be written shorter
    assert_true(str_equal(left.items[0].text, words));
    buf_finish(&text);
    case_end(c);
}

static void drafts_are_found_again(void **state)
{
    (void)state;
    struct ledger_case *c = case_begin();
    struct str why = STR_NONE;
    assert_true(case_keep(c, "a", "one").done);
    assert_true(folder_make(case_path(c, "drafts"), &c->mem, &why));
    case_write(c, "drafts/a.rec", case_record(c, "a", "one")); // is kept
    case_write(c, "drafts/b.rec.tmp", case_record(c, "b", "two"));
    case_write(c, "drafts/c.rec", STR("Id: c\nText: unfin\n"));
    case_write(c, "drafts/c.rec.tmp", STR("Id: c\nText: unfinished\n"));
    case_write(c, "drafts/d.rec", STR("Id: d\nWhat: plan\nEnd: 1\n"));
    struct draft live = {.id = STR("live")};
    assert_true(draft_save(&c->ledger, &live,
                           case_record(c, "live", "still typing"), &c->mem,
                           &why));
    struct unfinished_list list = {0};
    struct str before = case_read(c, "journal.rec");
    ledger_recover(&c->ledger, &c->mem, &list);
    struct str after = case_read(c, "journal.rec");
    assert_int_equal(after.len,
                     before.len + 1 + case_record(c, "b", "two").len);
    assert_true(append_has(after, STR("b")));
    assert_int_equal(list.count, 1);
    assert_str(list.items[0].id, "c");
    assert_str(list.items[0].text, "Id: c\nText: unfinished\n");
    assert_int_equal(case_count(c, "drafts"), 3); // c, d, live
    // Another save, then keeping it.
    assert_true(draft_save(&c->ledger, &live, STR("Id: live\nText: x\n"),
                           &c->mem, &why));
    struct kept k =
        ledger_keep(&c->ledger, &live, case_record(c, "live", "done"), &c->mem);
    assert_true(k.done);
    assert_int_equal(case_count(c, "drafts"), 2);
    case_end(c);
}

static void siblings_are_taken_in(void **state)
{
    (void)state;
    struct ledger_case *c = case_begin();
    assert_true(case_keep(c, "a", "ours").done);
    struct str theirs = arena_printf(
        &c->mem, "%s%.*s\n# note\n%.*s\nId: h\r\nText: hand\r\n\nId: n\n",
        head_text, STR_ARG(case_record(c, "a", "theirs")),
        STR_ARG(case_record(c, "b", "new")));
    case_write(c, "journal.sync-conflict-20260301-101010-ABCDEF.rec", theirs);
    case_write(c, "journal (Anna's conflicted copy 2026).rec", theirs);
    case_write(c, "settings.sync-conflict-1", STR("x"));
    case_write(c, "journal.phone.rec", case_record(c, "p", "phone"));
    ledger_recover(&c->ledger, &c->mem, NULL);
    struct str want =
        arena_printf(&c->mem, "%s%.*s\n%.*s\nId: h\nText: hand\n", head_text,
                     STR_ARG(case_record(c, "a", "ours")),
                     STR_ARG(case_record(c, "b", "new")));
    assert_str(case_read(c, "journal.rec"), want.at);
    assert_int_equal(case_count(c, "merged"), 2);
    const struct ledger_text *devices = NULL;
    assert_int_equal(ledger_read_devices(&c->ledger, &c->mem, &devices), 1);
    assert_str(devices[0].name, "journal.phone.rec");
    // The same name again does not push out what was moved before.
    case_write(c, "journal.sync-conflict-20260301-101010-ABCDEF.rec", STR("x"));
    ledger_recover(&c->ledger, &c->mem, NULL);
    assert_int_equal(case_count(c, "merged"), 3);
    assert_str(case_read(c, "journal.rec"), want.at);
    case_end(c);
}

static bool make_shout(void *self, struct str before, struct buf *after)
{
    (void)self;
    buf_put(after, before);
    buf_put(after, STR("\n# more\n"));
    return true;
}

static void a_rewrite_keeps_the_file_before(void **state)
{
    (void)state;
    struct ledger_case *c = case_begin();
    struct str why = STR_NONE;
    assert_true(case_keep(c, "a", "one").done);
    struct str before = case_read(c, "journal.rec");
    // Through a symbolic link, which stays one.
    assert_int_equal(
        rename(case_path(c, "journal.rec").at, case_path(c, "real.rec").at), 0);
    assert_int_equal(symlink("real.rec", case_path(c, "journal.rec").at), 0);
    struct rewrite how = {.make = make_shout, .backup = true};
    assert_true(ledger_rewrite(&c->ledger, &how, &c->mem, &why));
    assert_str(case_read(c, "real.rec.bak"), before.at);
    assert_str(case_read(c, "real.rec"),
               arena_printf(&c->mem, "%s\n# more\n", before.at).at);
    struct stat st;
    assert_int_equal(lstat(case_path(c, "journal.rec").at, &st), 0);
    assert_true(S_ISLNK(st.st_mode));
    assert_true(case_keep(c, "b", "two").done);
    assert_int_equal(case_count(c, ""), 4); // both names, .bak, drafts/
    case_end(c);
}

static void others_reading_it_is_said(void **state)
{
    (void)state;
    struct ledger_case *c = case_begin();
    struct str text = STR_NONE, why = STR_NONE;
    assert_true(ledger_read(&c->ledger, &c->mem, &text, &why));
    assert_int_equal(text.len, 0);
    assert_true(case_keep(c, "a", "one").done);
    assert_true(ledger_read(&c->ledger, &c->mem, &text, &why));
    assert_int_equal(c->said.len, 0);
    assert_int_equal(chmod(case_path(c, "journal.rec").at, 0640), 0);
    assert_true(ledger_read(&c->ledger, &c->mem, &text, &why));
    assert_true(c->said.len > 0);
    case_end(c);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_new_file_gets_its_head),
        cmocka_unit_test(tails_are_told_apart),
        cmocka_unit_test(without_a_whole_record_little_is_a_tear),
        cmocka_unit_test(long_tails_are_found),
        cmocka_unit_test(what_cannot_be_kept_stays_a_draft),
        cmocka_unit_test(what_is_too_long_to_read_stays_a_draft),
        cmocka_unit_test(drafts_are_found_again),
        cmocka_unit_test(siblings_are_taken_in),
        cmocka_unit_test(a_rewrite_keeps_the_file_before),
        cmocka_unit_test(others_reading_it_is_said),
    };
    disk_begin();
    return cmocka_run_group_tests(tests, NULL, NULL);
}

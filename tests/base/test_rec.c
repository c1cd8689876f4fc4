// SPDX-License-Identifier: MIT
// The rec reader and writer: what a person's hands, other programs and a torn
// write do to a file, and that nothing of it costs more than its own lines.
#include "unit.h"

#include <stdlib.h>
#include <string.h>

#include "base/crc32.h"
#include "base/rec.h"

struct reading {
    struct arena mem;
    struct diags notes;
    struct rec_reader reader;
    struct rec rec;
};

static struct reading *read_text(struct str text, bool strict)
{
    struct reading *r = calloc(1, sizeof(*r));
    assert_non_null(r);
    r->notes.mem = &r->mem;
    rec_reader_init(&r->reader, text, &r->mem, &r->notes);
    r->reader.strict = strict;
    return r;
}

static bool next(struct reading *r)
{
    return rec_next(&r->reader, &r->rec);
}

static void done(struct reading *r)
{
    arena_finish(&r->mem);
    free(r);
}

static void put_entry(struct buf *out, const char *id, const char *text)
{
    size_t from = out->len;
    rec_put(out, STR("Id"), str_from(id));
    rec_put(out, STR("Text"), str_from(text));
    rec_put_end(out, from);
}

static void assert_note(const struct reading *r, int line, const char *words)
{
    for (size_t i = 0; i < r->notes.count; i++) {
        struct str m = r->notes.items[i].message;
        struct str w = str_from(words);
        for (size_t at = 0; at + w.len <= m.len; at++) {
            if (r->notes.items[i].line == line &&
                str_equal(str_sub(m, at, at + w.len), w)) {
                return;
            }
        }
    }
    for (size_t i = 0; i < r->notes.count; i++) {
        print_error("%d: %.*s\n", r->notes.items[i].line,
                    STR_ARG(r->notes.items[i].message));
    }
    fail_msg("no note \"%s\" at line %d", words, line);
}

static void values_of_many_lines_come_back(void **state)
{
    (void)state;
    const char *text = " two blanks\n\n+ plus\n# hash\n%rec: x\n\tb\\ c";
    struct buf out = {0};
    put_entry(&out, "a", text);
    struct reading *r = read_text(buf_view(&out), true);
    assert_true(next(r));
    assert_str(rec_get(&r->rec, STR("Text")), text);
    assert_int_equal(r->rec.seal, REC_SEALED);
    assert_int_equal(r->rec.count, 3);
    assert_int_equal(r->rec.bytes.len, out.len);
    assert_false(next(r));
    assert_int_equal(r->notes.count, 0);
    done(r);
    buf_finish(&out);
}

static void writing_cleans(void **state)
{
    (void)state;
    const struct {
        struct str in;
        const char *out;
    } cases[] = {
        {STR("a\r\nb\rc"), "a\nbc"},
        {STR("a\0b"), "a\xef\xbf\xbd"
                      "b"},
        {STR("\xff\xe2\x82"), "\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd"},
        {STR("\x1b[2J\x07\tx\x7f"), "[2J\tx\x7f"},
        {STR("end\\"), "end\\ "},
        {STR("end\\\nnext\\\r\n"), "end\\ \nnext\\ \n"},
        {STR(""), ""},
        {STR("\n"), "\n"},
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        struct buf out = {0};
        size_t from = out.len;
        rec_put(&out, STR("Id"), STR("a"));
        rec_put(&out, STR("Text"), cases[i].in);
        rec_put_whole(&out, STR("Week"), -4);
        rec_put_end(&out, from);
        struct reading *r = read_text(buf_view(&out), true);
        assert_true(next(r));
        assert_str(rec_get(&r->rec, STR("Text")), cases[i].out);
        assert_str(rec_get(&r->rec, STR("Week")), "-4");
        assert_int_equal(r->rec.seal, REC_SEALED);
        done(r);
        buf_finish(&out);
    }
}

static void hand_edits_are_kept_and_named(void **state)
{
    (void)state;
    const char *text = "# head\n%rec: Entry\n\n"
                       "Id: a\nText: one\n+two\nMood_x:3\nEnd: 00000000\n\n"
                       "Id: b\nText: x \\\njoined\nWeek: 1\n\n"
                       "Id: c\nText: a\nslip\nslip\nWeek: 2\nEnd: 12\nId: d\n"
                       "\nloose words\n\nLoose: field\n\n \t\n%rec: Other\n";
    struct reading *r = read_text(str_from(text), true);
    assert_true(next(r));
    assert_int_equal(r->rec.line, 4);
    assert_str(rec_get(&r->rec, STR("Text")), "one\ntwo");
    assert_str(rec_get(&r->rec, STR("Mood_x")), "3");
    assert_int_equal(r->rec.seal, REC_EDITED);
    assert_true(next(r));
    assert_str(rec_get(&r->rec, STR("Text")), "x joined");
    assert_str(rec_get(&r->rec, STR("Week")), "1");
    assert_int_equal(r->rec.seal, REC_UNSEALED);
    assert_true(next(r));
    assert_str(rec_get(&r->rec, STR("Week")), "2");
    assert_true(next(r));
    assert_str(rec_get(&r->rec, STR("Id")), "d");
    assert_null(rec_get(&r->rec, STR("Week")).at);
    assert_false(next(r));
    assert_note(r, 4, "edited by hand");
    assert_note(r, 10, "no End");
    assert_note(r, 12, "joined");
    assert_note(r, 17, "passed over");
    assert_note(r, 21, "no blank line");
    assert_note(r, 23, "passed over");
    assert_note(r, 25, "no Id");
    assert_note(r, 28, "second head");
    assert_int_equal(r->notes.errors, 7);
    done(r);
    r = read_text(str_from(text), false);
    while (next(r)) {
    }
    assert_int_equal(r->notes.count, 3); // only what was passed over
    done(r);
}

static void a_mangled_file_still_reads(void **state)
{
    (void)state;
    struct buf out = {0}, crlf = {0};
    put_entry(&out, "a", "one\ntwo");
    buf_put(&crlf, STR("\xef\xbb\xbf%rec: Entry\r\n\r\n"));
    for (size_t i = 0; i < out.len; i++) {
        if (out.at[i] == '\n') {
            buf_put_char(&crlf, '\r');
        }
        buf_put_char(&crlf, out.at[i]);
    }
    buf_put(&crlf, STR("\nId: b\nText: \xff\n+ \0x\n%rec: in here\n"));
    struct reading *r = read_text(buf_view(&crlf), true);
    assert_true(next(r));
    assert_str(rec_get(&r->rec, STR("Text")), "one\ntwo");
    assert_int_equal(r->rec.seal, REC_SEALED);
    assert_true(next(r));
    assert_int_equal(rec_get(&r->rec, STR("Text")).len, 4);
    assert_note(r, 1, "byte order mark");
    assert_note(r, 1, "(CRLF), and");
    assert_note(r, 9, "UTF-8");
    assert_note(r, 10, "NUL");
    assert_note(r, 11, "%");
    done(r);
    buf_finish(&out);
    buf_finish(&crlf);
}

static void conflict_marks_are_passed_over_alone(void **state)
{
    (void)state;
    struct buf out = {0};
    buf_put(&out, STR("<<<<<<< HEAD\n"));
    put_entry(&out, "a", "ours");
    buf_put(&out, STR("=======\n"));
    put_entry(&out, "b", "theirs");
    buf_put(&out, STR(">>>>>>> branch\nId: c\nEnd: 00000000\n\n"));
    size_t from = out.len;
    put_entry(&out, "d", "one\n=======\ntwo");
    struct buf cut = {0}; // the same with a mark between its lines
    buf_put(&cut, str_sub(buf_view(&out), 0, from + 6));
    buf_put(&cut, STR("=======\n"));
    buf_put(&cut, str_sub(buf_view(&out), from + 6, out.len));
    struct reading *r = read_text(buf_view(&cut), false);
    r->reader.unchecked = true;
    const char *ids[] = {"a", "b", "d"};
    for (size_t i = 0; i < 3; i++) {
        assert_true(next(r));
        assert_str(rec_get(&r->rec, STR("Id")), ids[i]);
        assert_int_equal(r->rec.seal, REC_SEALED);
    }
    assert_str(rec_get(&r->rec, STR("Text")), "one\n=======\ntwo");
    assert_false(next(r));
    assert_note(r, 1, "conflict mark");
    assert_note(r, 5, "conflict mark");
    assert_note(r, 9, "conflict mark");
    assert_note(r, 10, "passed over"); // c, whose End does not match
    assert_int_equal(r->notes.count, 5);
    done(r);
    buf_finish(&out);
    buf_finish(&cut);
}

static void large_records_are_capped(void **state)
{
    (void)state;
    struct buf out = {0};
    size_t from = out.len;
    rec_put(&out, STR("Id"), STR("a"));
    for (int i = 0; i < 5000; i++) {
        rec_put(&out, STR("Tag"), STR("x"));
    }
    rec_put_end(&out, from);
    buf_put(&out, STR("\nId: b\nText: "));
    for (int i = 0; i < 900000; i++) {
        buf_put(&out, STR("\xc3\xa4\n+ "));
    }
    buf_put(&out, STR("\n\n"));
    put_entry(&out, "c", "after");
    struct reading *r = read_text(buf_view(&out), false);
    assert_true(next(r));
    assert_int_equal(r->rec.count, REC_FIELDS_MOST);
    assert_int_equal(r->rec.seal, REC_SEALED);
    assert_note(r, 4097, "4096");
    assert_true(next(r));
    struct str text = rec_get(&r->rec, STR("Text"));
    assert_true(text.len <= REC_TEXT_MOST + REC_REST_MOST);
    assert_true(text.len > REC_TEXT_MOST);
    assert_true(text.len % 3 == 0 || text.len % 3 == 2); // no half character
    assert_true(next(r));
    assert_str(rec_get(&r->rec, STR("Text")), "after");
    assert_true(r->mem.used < 4 * out.len);
    done(r);
    buf_finish(&out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(values_of_many_lines_come_back),
        cmocka_unit_test(writing_cleans),
        cmocka_unit_test(hand_edits_are_kept_and_named),
        cmocka_unit_test(a_mangled_file_still_reads),
        cmocka_unit_test(conflict_marks_are_passed_over_alone),
        cmocka_unit_test(large_records_are_capped),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

// SPDX-License-Identifier: MIT
// Lines, texts, comments and characters of the session language.
#include "mistakes.h"

static void comments_begin_after_a_blank(void **state)
{
    (void)state;
    static const struct mistake table[] = {
        {HEAD "# a comment\n   # another\nsit 1m # here\n", "", NULL},
        {HEAD "sit 1m\t# after a tab\n", "", NULL},
        {HEAD "sit 1m \"a # b\"\n", "", NULL},
        {HEAD "sit 1m#no\n", "5:5", "is not a duration"},
        {HEAD "sit 1m \"a\"#no\n", "5:11", "not expected"},
        {HEAD "scan 1m over face,#jaw\n", "5:19", "place of the body"},
        {"title:#T\nkind: breathwork # c\nclass: gentle\t# c\nsit 1m\n", "",
         NULL},
        {"title: # T\nkind: breathwork\nclass: gentle\nsit 1m\n", "1:1",
         "has no value"},
        {"title: \"a # b\"\nkind: breathwork\nclass: gentle\nsit 1m\n", "",
         NULL},
    };
    CHECK_MISTAKES(table);
}

static void blanks_are_free(void **state)
{
    (void)state;
    static const struct mistake table[] = {
        {"\n\n  title : T\n\tkind:breathwork\n class  :gentle\n\n  sit   1m\n"
         "\t\tat 5s    bell\n\n  at 6s tick\n",
         "", NULL},
        {HEAD "let a=5m(2m to 20m)\"A\"\nsit a\n", "", NULL},
        {HEAD "let a = 5m ( 2m to 20m ) \"A\"\nsit a\n", "", NULL},
        {HEAD "breathe in 4 nose,out 4,hold 2 x 3\n", "", NULL},
        {HEAD "breathe in 4 , out 4 , hold 2 x 3\n", "", NULL},
        {HEAD "scan 1m over left\t  foot,jaw\"t\" , whole\n", "", NULL},
        {HEAD "say\"x\"\nsit 1m\"x\"\n", "", NULL},
        {HEAD "breathe 4 - 4 x 3\n", "5:9", "not a pattern"},
    };
    CHECK_MISTAKES(table);
}

static void texts_are_read_to_their_end(void **state)
{
    (void)state;
    static const struct mistake table[] = {
        {HEAD "sit 1m \"\"\nsay \"\"\n", "", NULL},
        {HEAD "sit 1m \"a \\\" b \\\\ c\"\n", "", NULL},
        {HEAD "sit 1m \"a \\n b\"\n", "5:11", "no escape"},
        {HEAD "sit 1m \"\xc3\xa9\xc3\xa9 \\\xc3\xa9\"\n", "5:12", "no escape"},
        {HEAD "sit 1m \"a\n", "5:8", "does not end"},
        {HEAD "sit 1m \"a\\\"\n", "5:8", "does not end"},
        {HEAD "sit 1m \"a\\", "5:8", "does not end"},
        {HEAD "sit 1m \"a\tb\"\n", "5:10", "tab"},
        {HEAD "say \"a\"\"b\"\nsit 1m\n", "5:8", "not expected"},
        {HEAD "say \"\"\"\"\nsit 1m\n", "5:7", "not expected"},
        {HEAD "sit 1m \"a\" \"b\"\n", "5:12", "not expected"},
    };
    CHECK_MISTAKES(table);
}

static void texts_go_on_in_the_next_line(void **state)
{
    (void)state;
    static const struct mistake table[] = {
        {HEAD "sit 1m \"a\"\n  \"b\"\n\"c\" # why\nbell\n", "", NULL},
        {HEAD "sit 1m \"a\" # why\n\"b\"\n", "", NULL},
        {HEAD "let a = 5m (1m to 6m) \"a\"\n\"b\"\nsit a\n", "", NULL},
        {HEAD "sit 1m\n at 1s say \"a\"\n \"b\"\n", "", NULL},
        {HEAD "sit 1m \"a\"\n\n\"b\"\n", "7:1", "begins the line"},
        {HEAD "sit 1m \"a\"\n# c\n  \"b\"\n", "7:3", "begins the line"},
        {HEAD "\"b\"\nsit 1m\n", "5:1", "begins the line"},
        {HEAD "sit 1m\n\"b\"\n\"c\"\n", "6:1", "begins the line"},
        {HEAD "sit 1m \"a\"\n\"b\" x\n", "6:5", "nothing follows"},
        {HEAD "sit 1m \"a\"\n\"b\"#x\n", "6:4", "nothing follows"},
        {HEAD "sit 1m \"a\"\n\"b\" \"c\"\n", "6:5", "nothing follows"},
        {HEAD "scan 9s over jaw \"a\"\n\"b\", face\n", "6:4", NULL},
        {HEAD "move 9s \"a\" rising 1s\n\"b\"\n", "6:1", "begins the line"},
        {HEAD "sit 1m \"a\n\"b\"\n", "5:8", "does not end"},
        {HEAD "sit 1m \"a\"\n\"b\n\"c\"\n", "6:1", "does not end"},
        {"title: T\n\"b\"\nkind: breathwork\nclass: gentle\nsit 1m\n", "2:1",
         "begins the line"},
    };
    CHECK_MISTAKES(table);
}

static void endings_and_marks_of_order(void **state)
{
    (void)state;
    static const struct mistake table[] = {
        {"\xef\xbb\xbftitle: T\r\nkind: breathwork\r\nclass: gentle\r\n"
         "sit 1m\r\n",
         "", NULL},
        {"\xef\xbb\xbftitel: T\nkind: breathwork\nclass: gentle\nsit 1m", "1:1",
         "did you mean \"title\"?"},
        {"\xef\xbb\xbf# only\ntitle: T\nkind: breathwork\nclass: gentle\n"
         "sit 1m",
         "", NULL},
        {HEAD "sit 1m\rsit 1m\n", "5:7", "control"},
        {HEAD "sit 1m\r", "5:7", "control"},
        {HEAD "\xef\xbb\xbfsit 1m\nsit 1m\n", "5:1", "is not a step"},
    };
    CHECK_MISTAKES(table);
}

static void bad_characters_are_named_where_they_stand(void **state)
{
    (void)state;
    static const struct mistake table[] = {
        {HEAD "sit 1m \"\xc3\xa9\xff\"\n", "5:10", "UTF-8"},
        {HEAD "sit 1m \"\xc3\"\n", "5:9", "UTF-8"},
        {HEAD "sit 1m \"\xed\xa0\x80\"\n", "5:9", "UTF-8"},
        {HEAD "sit 1m \"\xff\xfe x \xff\"\n", "5:9 5:14", "UTF-8"},
        {HEAD "sit 1m \"\xff\x01\"\n", "5:9 5:10", "UTF-8"},
        {HEAD "sit 1m # \xff\n", "5:10", "UTF-8"},
        {HEAD "sit 1m \"\xff\"\n\"\xff\"\n", "5:9 6:2", "UTF-8"},
        {HEAD "# \x01\nsit 1m\n", "5:3", "control"},
        {HEAD "\x7f\nsit 1m\n", "5:1", "control"},
        {HEAD "sit 1m \"\xc2\x85\"\n", "5:9", "control"},
        {HEAD "s\x01it 1m\n at 1s bell\n", "5:2", "control"},
        {"title: T\x1b[31m\nkind: breathwork\nclass: gentle\nsit 1m\n", "1:9",
         "control"},
        {"title: T\ta\nkind: breathwork\nclass: gentle\nsit 1m\n", "", NULL},
        {HEAD "sit 1m \"a\"\n\"\x02\"\n", "6:2", "control"},
        {HEAD "let \x01 = 5m (1m to 6m)\nsit 1m\n", "5:5", "control"},
        {HEAD "let a = \x01 (1m to 6m)\nsit a\n", "5:9", "control"},
    };
    CHECK_MISTAKES(table);
}

static void a_zero_byte_is_a_control_character(void **state)
{
    (void)state;
    static const char text[] = HEAD "sit 1m \"a\0b\"\n";
    struct arena mem = {0};
    struct diags ds = {.mem = &mem};
    struct session s = {0};
    assert_false(
        session_parse(&s, (struct str){text, sizeof(text) - 1}, &mem, &ds));
    assert_int_equal(ds.errors, 1);
    assert_int_equal(ds.items[0].line, 5);
    assert_int_equal(ds.items[0].column, 10);
    assert_str(ds.items[0].source, "sit 1m \"a\xef\xbf\xbd"
                                   "b\"");
    arena_finish(&mem);
}

// A head and a body of count lines that do nothing.
static void fill(struct buf *out, const char *line, size_t count)
{
    buf_clear(out);
    buf_put(out, STR(HEAD "sit 1m\n"));
    for (size_t i = 0; i < count; i++) {
        buf_put(out, str_from(line));
    }
}

static void check_size(const struct buf *text, const char *places)
{
    struct arena mem = {0};
    struct buf copy = {0};
    buf_put(&copy, buf_view(text));
    struct mistake m = {buf_cstr(&copy), places, NULL};
    check_mistakes(&m, 1);
    buf_finish(&copy);
    arena_finish(&mem);
}

static void limits_of_the_file_are_inside(void **state)
{
    (void)state;
    struct buf text = {0};
    fill(&text, "\n", 10000 - 5);
    check_size(&text, "");
    fill(&text, "\n", 10000 - 4);
    check_size(&text, "10001:1");
    fill(&text, "\n", 10000 - 5);
    buf_put(&text, STR("# no ending"));
    check_size(&text, "10001:1");

    fill(&text, "", 0);
    buf_put(&text, STR("say \""));
    for (size_t i = 0; i < 4096 - 6; i++) {
        buf_put_char(&text, 'x');
    }
    buf_put(&text, STR("\"\r\n"));
    check_size(&text, "");
    text.len -= 3;
    buf_put(&text, STR("x\"\n"));
    check_size(&text, "6:1");

    size_t head = sizeof(HEAD "sit 1m\n") - 1;
    fill(&text, "# 45678\n", (1024 * 1024 - head) / 8);
    check_size(&text, "10001:1");
    buf_clear(&text);
    buf_put(&text, STR(HEAD "sit 1m\n"));
    while (text.len + 4096 < 1024 * 1024) {
        for (size_t i = 0; i < 4095; i++) {
            buf_put_char(&text, '#');
        }
        buf_put_char(&text, '\n');
    }
    while (text.len < 1024 * 1024) {
        buf_put_char(&text, '\n');
    }
    check_size(&text, "");
    buf_put_char(&text, '\n');
    check_size(&text, "1:1");
    buf_finish(&text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(comments_begin_after_a_blank),
        cmocka_unit_test(blanks_are_free),
        cmocka_unit_test(texts_are_read_to_their_end),
        cmocka_unit_test(texts_go_on_in_the_next_line),
        cmocka_unit_test(endings_and_marks_of_order),
        cmocka_unit_test(bad_characters_are_named_where_they_stand),
        cmocka_unit_test(a_zero_byte_is_a_control_character),
        cmocka_unit_test(limits_of_the_file_are_inside),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

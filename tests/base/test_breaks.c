// SPDX-License-Identifier: MIT
// Each text stands here as its pieces, with | between them.
#include "unit.h"

#include <string.h>

#include "base/breaks.h"

static void pieces_are(const char *const *pieces, size_t count)
{
    char text[512] = "";
    for (size_t i = 0; i < count; i++) {
        strcat(text, pieces[i]);
    }
    struct str s = str_from(text);
    size_t at = 0;
    for (size_t i = 0; i < count; i++) {
        size_t end = at + 1; // a blank is the caller's
        if (pieces[i][0] != ' ') {
            end = breaks_next(s, at, s.len);
        }
        assert_str(str_sub(s, at, end), pieces[i]);
        at = end;
    }
    assert_int_equal(at, s.len);
}

#define PIECES(...)                                                            \
    pieces_are((const char *const[]){__VA_ARGS__},                             \
               sizeof((const char *const[]){__VA_ARGS__}) / sizeof(char *))

static void words_stay_whole(void **state)
{
    (void)state;
    PIECES("Sit", " ", "down,", " ", "(softly).");
    PIECES("well-", "being", " ", "4-7-8", " ", "2026-11-28", " ", "-", " ",
           "F1-Taste");
    PIECES("dépasse", " ", "l\u2019heure");
    PIECES("천천히", " ", "내쉽니다.");
    PIECES("धीरे-", "धीरे", " ", "स्त्री,", " ", "क्षमा");
    PIECES("ضع", " ", "يديك");
}

static void no_line_begins_with_what_closes(void **state)
{
    (void)state;
    PIECES("息", "を", "吸っ", "て、", "「何", "も", "し", "な", "い」",
           "と。");
    PIECES("ゆっ", "く", "り", "コー", "ヒー");
    PIECES("把", "双", "手", "（放", "在）", "膝", "盖", "上，", "停！");
    PIECES("12", "分", "の", "Box", "呼", "吸", " ", "ok");
}

static void thai_ends_where_a_syllable_does(void **state)
{
    (void)state;
    PIECES("หาย", "ใจ", "เข้าช้าๆ", "และ", "หาย", "ใจออก");
    PIECES("ทำ", "งาน", "แล้วน้ำ");
    PIECES("ຫາຍ", "ໃຈ", "ເຂົ້າ");
}

static void it_looks_no_further_than_it_may(void **state)
{
    (void)state;
    struct str s = STR("abcdefgh\u00e9\u0301i");
    assert_int_equal(breaks_next(s, 2, 3), 5);
    assert_int_equal(breaks_next(s, 2, 7), 12); // the whole cluster
    assert_int_equal(breaks_next(s, 2, 100), s.len);
    assert_int_equal(breaks_next(s, s.len, 4), s.len);
    // Bytes that are no text are pieces of a word like any other.
    assert_int_equal(breaks_next(STR("a\xff\xe3z b"), 0, 100), 4);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_stay_whole),
        cmocka_unit_test(no_line_begins_with_what_closes),
        cmocka_unit_test(thai_ends_where_a_syllable_does),
        cmocka_unit_test(it_looks_no_further_than_it_may),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

// SPDX-License-Identifier: MIT
#include "unit.h"

#include <string.h>

#include "base/grapheme.h"

static void clusters_are(const char *text, size_t count, const size_t *ends)
{
    struct str s = str_from(text);
    size_t at = 0;
    for (size_t i = 0; i < count; i++) {
        size_t start = at;
        at = grapheme_next(s, at);
        assert_int_equal(at, ends[i]);
        assert_int_equal(grapheme_before(s, at), start);
        for (size_t inside = start; inside < at; inside++) {
            assert_int_equal(grapheme_floor(s, inside), start);
        }
    }
    assert_int_equal(at, s.len);
}

static void what_is_seen_as_one_is_one(void **state)
{
    (void)state;
    clusters_are("ab", 2, (const size_t[]){1, 2});
    clusters_are("e\u0301x", 2, (const size_t[]){3, 4});
    // woman, joiner, laptop; a thumb of a colour; a heart with its selector
    clusters_are("\U0001F469\u200D\U0001F4BB!", 2, (const size_t[]){11, 12});
    clusters_are("\U0001F44D\U0001F3FD\u2764\uFE0F", 2,
                 (const size_t[]){8, 14});
    // the flags of France and Japan, and half a flag
    clusters_are("\U0001F1EB\U0001F1F7\U0001F1EF\U0001F1F5\U0001F1EB", 3,
                 (const size_t[]){8, 16, 20});
    clusters_are("\u1112\u1161\u11AB\uAC00", 2, (const size_t[]){9, 12});
    clusters_are("\u0928\u093F\u0928", 2, (const size_t[]){6, 9});
    // a conjunct of Hindi; water in Thai
    clusters_are("\u0915\u094D\u0937\u092E\u093E", 2, (const size_t[]){9, 15});
    clusters_are("\u0E19\u0E49\u0E33\u0E01", 2, (const size_t[]){9, 12});
    clusters_are("a\n\u0301", 3, (const size_t[]){1, 2, 4});
}

static void a_long_cluster_is_cut(void **state)
{
    (void)state;
    char text[601] = "a";
    for (size_t i = 1; i + 1 < sizeof(text); i += 2) {
        memcpy(text + i, "\u0301", 2);
    }
    struct str s = {text, 599};
    size_t at = 0;
    size_t cuts = 0;
    while (at < s.len) {
        size_t next = grapheme_next(s, at);
        assert_true(next > at && next - at <= GRAPHEME_MOST);
        assert_int_equal(grapheme_before(s, next), at);
        at = next;
        cuts++;
    }
    assert_int_equal(cuts, 5);
}

static void the_ends_hold(void **state)
{
    (void)state;
    assert_int_equal(grapheme_next(STR(""), 0), 0);
    assert_int_equal(grapheme_before(STR("a"), 0), 0);
    assert_int_equal(grapheme_floor(STR("a"), 9), 1);
    assert_str(grapheme_head(STR("a\u00e9"), 2), "a");
    assert_str(grapheme_head(STR("a\u00e9"), 3), "a\u00e9");
    assert_str(grapheme_head(STR("a"), 0), "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_seen_as_one_is_one),
        cmocka_unit_test(a_long_cluster_is_cut),
        cmocka_unit_test(the_ends_hold),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

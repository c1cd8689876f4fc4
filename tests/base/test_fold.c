// SPDX-License-Identifier: MIT
// Searching: what is made alike, and that a part is found wherever it stands.
#include "unit.h"

#include "base/fold.h"

static void is_folded(const char *text, const char *wanted)
{
    struct buf out = {0};
    fold_put(&out, str_from(text));
    assert_str(buf_view(&out), wanted);
    buf_finish(&out);
}

static void case_and_accents_are_gone(void **state)
{
    (void)state;
    is_folded("Warm HANDS 7", "warm hands 7");
    is_folded("\u00c9lan na\u00efve \u00dcber stra\u00dfe \u0141\u00f3d\u017a",
              "elan naive uber strase lodz");
    is_folded("Ti\u1ebfng Vi\u1ec7t", "tieng viet");
    is_folded("e\u0301", "e"); // the accent as a character of its own
    is_folded("\u03a8\u03c5\u03c7\u03ae \u03a3\u03ac\u03c2",
              "\u03c8\u03c5\u03c7\u03b7 \u03c3\u03b1\u03c3");
    is_folded("\u0401\u043b\u043a\u0430 \u0419\u043e\u0434 \u0406\u0457",
              "\u0435\u043b\u043a\u0430 \u0438\u043e\u0434 \u0456\u0456");
    is_folded("\u3053\u3053\u306f\u9759\u304b \u0627\u0644\u0647 \U0001f642",
              "\u3053\u3053\u306f\u9759\u304b \u0627\u0644\u0647 \U0001f642");
    is_folded("a\nb\tc\xff", "a b c ");
    is_folded("\u00d7\u00f7", "\u00d7\u00f7");
}

static void every_letter_of_the_tables_is_in_reach(void **state)
{
    (void)state;
    is_folded("\u00c0\u024f\u1e00\u1eff\u0370\u052f",
              "a\u024fa\u1eff\u0370\u052f");
    is_folded("\u00c0\u00c1\u00c2\u00c3\u00c4\u00c5\u00c6\u00c7\u00c8\u00c9"
              "\u00ca\u00cb\u00cc\u00cd\u00ce\u00cf\u00d0\u00d1\u00d2\u00d3"
              "\u00d4\u00d5\u00d6\u00d8\u00d9\u00da\u00db\u00dc\u00dd\u00de",
              "aaaaaaaceeeeiiiidnoooooouuuuyt");
    is_folded("\u00e0\u00e1\u00e2\u00e3\u00e4\u00e5\u00e6\u00e7\u00e8\u00e9"
              "\u00ea\u00eb\u00ec\u00ed\u00ee\u00ef\u00f0\u00f1\u00f2\u00f3"
              "\u00f4\u00f5\u00f6\u00f8\u00f9\u00fa\u00fb\u00fc\u00fd\u00ff",
              "aaaaaaaceeeeiiiidnoooooouuuuyy");
    is_folded("\u0105\u010f\u0119\u011f\u0130\u013e\u0144\u0155\u015f",
              "adegilnrs");
    is_folded("\u0163\u016f\u017c\u01ce\u01e7\u01f5\u0229\u022f", "tuzaggeo");
    is_folded("\u0178\u017e\u1ef9\u04d8\u04d9", "yzy\u04d9\u04d9");
    // Greek and Cyrillic with their accents, by Unicode's decompositions.
    is_folded("\u0386\u0388\u0389\u038a\u038c\u038e\u038f\u0390\u03aa\u03ab"
              "\u03ac\u03ad\u03ae\u03af\u03b0\u03c2\u03ca\u03cb\u03cc\u03cd"
              "\u03ce\u0401\u0407\u040e\u0419\u0439\u0451\u0457\u045e",
              "\u03b1\u03b5\u03b7\u03b9\u03bf\u03c5\u03c9\u03b9\u03b9\u03c5"
              "\u03b1\u03b5\u03b7\u03b9\u03c5\u03c3\u03b9\u03c5\u03bf\u03c5"
              "\u03c9\u0435\u0456\u0443\u0438\u0438\u0435\u0456\u0443");
}

// Against the plainest search there is.
static size_t plain_find(struct str text, struct str part)
{
    for (size_t at = 0; at + part.len <= text.len; at++) {
        if (str_equal(str_sub(text, at, at + part.len), part)) {
            return at;
        }
    }
    return text.len;
}

static void a_part_is_found_wherever_it_is(void **state)
{
    (void)state;
    char letters[12];
    uint32_t seed = 1;
    for (int round = 0; round < 20000; round++) {
        for (size_t i = 0; i < sizeof(letters); i++) {
            seed = seed * 1664525u + 1013904223u;
            letters[i] = "aze"[(seed >> 20) % 3];
        }
        struct str text = {letters, 8};
        struct str part = {letters + 8, 1 + (seed >> 28) % 4};
        assert_int_equal(fold_find(text, part), plain_find(text, part));
    }
    assert_int_equal(fold_find(STR("abc"), STR_NONE), 0);
    assert_int_equal(fold_find(STR_NONE, STR("a")), 0);
    assert_int_equal(fold_find(STR("abc"), STR("abcd")), 3);
    assert_int_equal(fold_find(STR("abc"), STR("bc")), 1);
}

// Where it stands in the text itself is where the folded text has it.
static void a_spot_is_found_in_the_text_itself(void **state)
{
    (void)state;
    size_t from = 0, to = 0;
    struct str text = STR("Ein \u00c9lan, e\u0301lan vital \u1ec7");
    assert_true(fold_spot(text, STR("elan"), &from, &to));
    assert_str(str_sub(text, from, to), "\u00c9lan");
    assert_true(fold_spot(text, STR("elan v"), &from, &to));
    assert_str(str_sub(text, from, to), "e\u0301lan v");
    assert_true(fold_spot(text, STR("l e"), &from, &to));
    assert_str(str_sub(text, from, to), "l \u1ec7");
    assert_false(fold_spot(text, STR("elans"), &from, &to));
    assert_false(fold_spot(text, STR_NONE, &from, &to));
    assert_false(fold_spot(STR_NONE, STR("a"), &from, &to));
    struct str greek = STR("\u03a8\u03c5\u03c7\u03ae \U0001f642 \u3053");
    assert_true(fold_spot(greek, STR("\u03c7\u03b7 \U0001f642"), &from, &to));
    assert_str(str_sub(greek, from, to), "\u03c7\u03ae \U0001f642");
    // Every line that holds a part has a spot, and no other.
    uint32_t seed = 9;
    for (int round = 0; round < 20000; round++) {
        struct buf line = {0}, folded = {0};
        for (int i = 0; i < 7; i++) {
            static const char *const letters[] = {
                "a", "A", "\u00c4", "\u0301", "e", "\u03ae", "\xff"};
            seed = seed * 1664525u + 1013904223u;
            buf_put(&line, str_from(letters[(seed >> 20) % 7]));
        }
        fold_put(&folded, buf_view(&line));
        struct str part = (round & 1) ? STR("ae") : STR("a\u03b7");
        assert_int_equal(fold_spot(buf_view(&line), part, &from, &to),
                         fold_find(buf_view(&folded), part) < folded.len);
        buf_finish(&line);
        buf_finish(&folded);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(case_and_accents_are_gone),
        cmocka_unit_test(every_letter_of_the_tables_is_in_reach),
        cmocka_unit_test(a_spot_is_found_in_the_text_itself),
        cmocka_unit_test(a_part_is_found_wherever_it_is),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

// SPDX-License-Identifier: MIT
// Another language: its words are found, what is missing is said in English,
// and places are filled in any order.
#include "unit.h"

#include "base/tongue.h"

static struct arena mem;

static void what_is_known_is_said_and_the_rest_in_english(void **state)
{
    (void)state;
    struct diags notes = {.mem = &mem};
    struct tongue t;
    tongue_read(&t, STR("de"),
                STR("\xef\xbb\xbf# words\r\nToday\r\n\tHeute\r\n\n"
                    "{1} of {2}\n  von {2} noch {1}\n"
                    "One\\nand two \\\\\n    Eins\\nund zwei \\\\"),
                &mem, &notes);
    assert_int_equal(notes.errors, 0);
    assert_str(say(&t, STR("Today")), "Heute");
    assert_str(say(&t, STR("One\nand two \\")), "Eins\nund zwei \\");
    assert_str(say(&t, STR("Toda")), "Toda");
    assert_str(say(&t, STR("Todays")), "Todays");
    assert_str(say(NULL, STR("Today")), "Today");
    assert_str(say(&(struct tongue){0}, STR("Today")), "Today");
    assert_false(t.right_to_left);
    struct buf out = {0};
    tongue_fill(&out, say(&t, STR("{1} of {2}")),
                (struct str[]){STR("3"), STR("7")}, 2);
    assert_str(buf_view(&out), "von 7 noch 3");
    buf_clear(&out);
    tongue_fill(&out, STR("{1}{3} {0} {x {2"), (struct str[]){STR("a")}, 1);
    assert_str(buf_view(&out), "a {0} {x {2");
    buf_finish(&out);
    arena_finish(&mem);
}

static void mistakes_are_named_and_left_out(void **state)
{
    (void)state;
    struct diags notes = {.mem = &mem};
    struct tongue t;
    tongue_read(&t, STR("ar"),
                STR("   stray\nAlone\nOne {1}\n  Eins\nTwo\n  A\nTwo\n  B\n"),
                &mem, &notes);
    assert_int_equal(notes.errors, 4);
    assert_int_equal(notes.items[0].line, 1);
    assert_str(notes.items[0].message,
               "no English sentence stands before this translation");
    assert_int_equal(notes.items[1].line, 3);
    assert_str(notes.items[1].message,
               "the sentence before has no translation");
    assert_int_equal(notes.items[2].line, 4);
    assert_str(notes.items[2].message,
               "not the same places {1}, {2} as in English");
    assert_str(notes.items[3].message, "a sentence stands twice");
    assert_str(say(&t, STR("One {1}")), "One {1}");
    assert_true(t.right_to_left);
    tongue_read(&t, STR("ar"),
                STR("Esc goes back\n  Esc \xd8\xb4\nWell\n  \xd8\xb4 Esc\n"
                    "Enter\n  Enter\n"),
                &mem, NULL);
    assert_str(say(&t, STR("Esc goes back")), "\xe2\x80\x8f"
                                              "Esc \xd8\xb4");
    assert_str(say(&t, STR("Well")), "\xd8\xb4 Esc");
    assert_str(say(&t, STR("Enter")), "Enter");
    arena_finish(&mem);
}

static void what_tells_words_apart_is_not_shown(void **state)
{
    (void)state;
    struct tongue t;
    tongue_read(&t, STR("de"), STR("Light|mood\n  Leicht\nLight\n  Licht\n"),
                &mem, NULL);
    assert_str(say(&t, STR("Light|mood")), "Leicht");
    assert_str(say(&t, STR("Light")), "Licht");
    assert_str(say(NULL, STR("Light|mood")), "Light");
    assert_str(say(&t, STR("Back|go")), "Back");
    assert_str(say(&t, STR("left | right")), "left | right");
    assert_str(say(&t, STR("|go")), "|go");
    assert_str(say(&t, STR("Back|")), "Back|");
}

static void a_line_runs_as_its_first_letter(void **state)
{
    (void)state;
    static const struct tongue arabic = {.right_to_left = true};
    assert_false(tongue_turns(NULL, STR("21:30")));
    assert_true(tongue_turns(&arabic, STR("21:30")));
    assert_true(tongue_turns(NULL, STR("21:30 \u05e9\u05e7\u05d8 and")));
    assert_false(tongue_turns(&arabic, STR("1. \u00e9 \u05e9\u05e7\u05d8")));
    assert_false(tongue_turns(NULL, STR("\u200e1 \u05e9\u05e7\u05d8")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_known_is_said_and_the_rest_in_english),
        cmocka_unit_test(mistakes_are_named_and_left_out),
        cmocka_unit_test(a_line_runs_as_its_first_letter),
        cmocka_unit_test(what_tells_words_apart_is_not_shown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

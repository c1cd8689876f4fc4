// SPDX-License-Identifier: MIT
// The lines under a timed step, the questions, and what is only a warning.
#include "mistakes.h"

static void acts_stand_under_timed_steps(void **state)
{
    (void)state;
    static const struct mistake table[] = {
        {HEAD "sit 1m\nat 0s bell\nat 1m say \"x\"\nlast 0s tick\nlast 1m bell "
              "chime\nevery 1m tick\nevery 0.1s tick\nscatter 4 tick\n",
         "", NULL},
        {HEAD "at 1s bell\nsit 1m\n", "5:1", "no timed step"},
        {HEAD "let a = 5m (2m to 9m)\nat 1s bell\nsit 1m\n", "6:1",
         "no timed step"},
        {HEAD "sit 1m\nbell\n at 1s bell\n", "7:2", "no timed step"},
        {HEAD "sit 1m\nsay \"x\"\nat 1s bell\n", "7:1", "no timed step"},
        {HEAD "sit 1m\nbed off\nevery 1s bell\n", "7:1", "no timed step"},
        {HEAD "sit 1m\npacer orb\nlast 1s bell\n", "7:1", "no timed step"},
        {HEAD "sit 1m\nask \"x\"\nscatter 1 bell\n", "7:1", "no timed step"},
        {HEAD "sit 1m\nrate a \"x\"\nat 1s bell\n", "7:1", "no timed step"},
        {HEAD "repeat 2\nat 1s bell\nsit 1m\nend\n", "6:1", "no timed step"},
        {HEAD "repeat 2\nsit 1m\nend\nat 1s bell\n", "8:1", "no timed step"},
        {HEAD "sit 1m\nwait\nat 0s bell\n", "7:1", "wait without a length"},
        {HEAD "sit 1m\nwait at most 1m\nat 1m bell\n", "", NULL},
        {HEAD "retain full until tap at most 1m\nat 1m bell\n", "", NULL},
        {HEAD "sit 1x\nat 1s bell\n", "5:5", NULL},
        {HEAD "sit 1m\n\n# c\n  at 1s bell\n\n  at 2s bell\n", "", NULL},
        {HEAD "sit 1m\nat 1m0.1s bell\n", "6:4", "outside the step"},
        {HEAD "sit 1m\nlast 61s bell\n", "6:6", "outside the step"},
        {HEAD "sit 1m\nevery 61s bell\n", "6:7", "longer than the step"},
        {HEAD "sit 1m\nevery 0s bell\n", "6:7", "no time"},
        {HEAD "sit 1m\nscatter 5 bell\n", "6:9", "do not fit"},
        {HEAD "sit 0.1s\nscatter 1 bell\n", "", NULL},
        {HEAD "breathe 4-7-8 for 1m\nat 57s bell\n", "", NULL},
        {HEAD "breathe 4-7-8 for 1m\nat 58s bell\n", "6:4", "57s"},
        {HEAD "let a = 2m (1m to 3m)\nsit 1m\nat a bell\n", "7:4",
         "outside the step"},
        {HEAD "let a = 1m (1m to 3m)\nsit 1m\nat a bell\n", "", NULL},
        {HEAD "sit 1m\nat 1s\n", "6:1", "missing"},
        {HEAD "sit 1m\nat bell\n", "6:4", "not a duration"},
        {HEAD "sit 1m\nat 1s bed off\n", "6:7", "cannot happen here"},
        {HEAD "sit 1m\nat 1s say\n", "6:7", "missing"},
        {HEAD "sit 1m\nat 1s tick x\n", "6:12", "not expected"},
        {HEAD "sit 1m\nat 1s bell x y\n", "6:14", "not expected"},
        {HEAD "sit 1m\nat 2m bell\nat 3m bell\n at 4m bell\n", "6:4 7:4 8:5",
         "outside the step"},
    };
    CHECK_MISTAKES(table);
}

static void two_hundred_questions_are_inside(void **state)
{
    (void)state;
    struct buf text = {0};
    buf_put(&text, STR(HEAD "sit 1m\n"));
    for (int i = 0; i < 100; i++) {
        buf_printf(&text, "ask \"x\"\nrate a%d \"x\"\n", i);
    }
    struct mistake m = {buf_cstr(&text), "", NULL};
    check_mistakes(&m, 1);
    buf_put(&text, STR(" ask \"x\"\nask \"y\"\n"));
    m = (struct mistake){buf_cstr(&text), "206:2", "200"};
    check_mistakes(&m, 1);
    buf_finish(&text);
}

static void sounds_that_are_not_ours_are_warned_of(void **state)
{
    (void)state;
    struct arena mem = {0};
    struct diags ds = {.mem = &mem};
    struct session s = {0};
    struct timeline tl = {0};
    assert_true(session_parse(&s,
                              STR(HEAD "bell gong\nbed sea over 5s\nsit 1m\n"
                                       "  at 1s bell bolw\n"),
                              &mem, &ds));
    assert_true(timeline_build(&tl, &s, NULL, &mem, &ds));
    assert_int_equal(ds.errors, 0);
    assert_int_equal(ds.warnings, 3);
    static const int places[][2] = {{5, 6}, {6, 5}, {8, 14}};
    for (size_t i = 0; i < 3; i++) {
        assert_int_equal(ds.items[i].severity, SEVERITY_WARNING);
        assert_int_equal(ds.items[i].line, places[i][0]);
        assert_int_equal(ds.items[i].column, places[i][1]);
    }
    // of a line with bad characters nothing else is said
    struct diags others = {.mem = &mem};
    assert_false(
        session_parse(&s, STR(HEAD "bell g\xffng\nsit 1m\n"), &mem, &others));
    assert_int_equal(others.warnings, 0);
    assert_str(ds.items[2].message,
               "\"bolw\" is not a bell of ours; did you mean \"bowl\"?");
    arena_finish(&mem);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(acts_stand_under_timed_steps),
        cmocka_unit_test(two_hundred_questions_are_inside),
        cmocka_unit_test(sounds_that_are_not_ours_are_warned_of),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

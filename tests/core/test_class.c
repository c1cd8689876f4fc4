// SPDX-License-Identifier: MIT
// The class is checked, not believed.
#include "mistakes.h"

// The class stands in line 3, what a test adds begins at line 5.
#define GENTLE "title: T\nkind: breathwork\nclass: gentle\nabout: x\n"
#define HOLDS "title: T\nkind: breathwork\nclass:  holds\ncaution: c\n"
#define FAST "title: T\nkind: breathwork\nclass: fast\ncaution: c\n"

static void a_hold_over_four_seconds_needs_holds(void **state)
{
    (void)state;
    static const struct mistake table[] = {
        {GENTLE "breathe 4-4-4-4 x 3\n", "", NULL},
        {GENTLE "breathe 4-4.001-4 x 3\n", "3:8", "line 5 holds the breath"},
        {GENTLE "sit 1m\nbreathe 4-4-4-4.001 x 3\n", "3:8", "line 6"},
        {HOLDS "breathe 4-7-8 x 3\n", "", NULL},
        {FAST "breathe 4-7-8 x 3\n", "3:8", "class holds"},
        {GENTLE "breathe in 4, hold 3, hold 3, out 4 x 3\n", "", NULL},
        {GENTLE "breathe in 4, rest 9, out 4 x 3\n", "", NULL},
        {GENTLE "breathe 4-2-4 to 4-4.001-4 x 3\n", "3:8", NULL},
        {GENTLE "breathe 4-4.001-4 to 4-2-4 x 3\n", "3:8", NULL},
        {GENTLE "breathe 4-2-4 to 4-4-4 x 3\n", "", NULL},
        {GENTLE "retain full 1s\n", "3:8", "line 5 retains"},
        {GENTLE "retain empty until tap at most 1s\n", "3:8", "retains"},
        {HOLDS "retain full 1m\n", "", NULL},
        {GENTLE "let h = 3 (0 to 4)\nbreathe 4-h-4 x 3\n", "", NULL},
        {GENTLE "let h = 3 (0 to 5)\nbreathe 4-h-4 x 3\n", "3:8",
         "line 6 holds the breath for 5s"},
    };
    CHECK_MISTAKES(table);
}

static void fast_breaths_in_a_row_need_fast(void **state)
{
    (void)state;
    static const struct mistake table[] = {
        {GENTLE "breathe 2-1.999 x 10\n", "", NULL},
        {GENTLE "breathe 2-1.999 x 11\n", "3:8", "line 5 breathes"},
        {GENTLE "breathe 2-2 x 99\n", "", NULL},
        {FAST "breathe 2-1.999 x 99\n", "", NULL},
        {GENTLE "breathe 1-1 for 20s\n", "", NULL},
        {GENTLE "breathe 1-1 for 21s\n", "3:8", NULL},
        // in a row over steps and repeats
        {GENTLE "breathe 1-1 x 6\nbell\nsay \"x\"\nbreathe 1-1 x 5\n", "3:8",
         "line 8"},
        {GENTLE "breathe 1-1 x 6\nwait\nbreathe 1-1 x 5\n", "3:8", NULL},
        {GENTLE "breathe 1-1 x 6\nwait at most 1s\nbreathe 1-1 x 5\n", "",
         NULL},
        {GENTLE "breathe 1-1 x 6\nsit 0.1s\nbreathe 1-1 x 5\n", "", NULL},
        {HOLDS "breathe 1-1 x 6\nretain full 9s\nbreathe 1-1 x 5\n", "", NULL},
        {GENTLE "breathe 1-1 x 6\nbreathe 4-4 x 1\nbreathe 1-1 x 5\n", "",
         NULL},
        {GENTLE "repeat 11\nbreathe 1-1 x 1\nend\n", "3:8", "line 6"},
        {GENTLE "repeat 10\nbreathe 1-1 x 1\nend\n", "", NULL},
        {GENTLE "repeat 99\nbreathe 1-1 x 10\nsit 1s\nend\n", "", NULL},
        {GENTLE "repeat 2\nsit 1s\nbreathe 1-1 x 10\nend\nbreathe 1-1 x 1\n",
         "3:8", "line 9"},
        {GENTLE "repeat 2\nbreathe 1-1 x 5\nsit 1s\nbreathe 1-1 x 6\nend\n",
         "3:8", "line 6"},
        {GENTLE "repeat 2\nrepeat 3\nbreathe 1-1 x 1\nend\nask \"x\"\nend\n"
                "repeat 5\nbreathe 1-1 x 1\nend\n",
         "3:8", "line 12"},
        // from one in that begins a rise to the next
        {GENTLE "breathe in 1, top 1, out 1 x 11\n", "3:8", NULL},
        {GENTLE "breathe in 1, out 1, in 1, out 1 x 5\n", "", NULL},
        {GENTLE "breathe in 1, out 1, in 1, out 1 x 6\n", "3:8", NULL},
        {GENTLE "breathe in 1, hold 1, in 1, out 2 x 11\n", "", NULL},
        {GENTLE "breathe in 2, out 4, in 2 x 99\n", "", NULL},
        {GENTLE "breathe out 1, in 1 x 11\n", "3:8", NULL},
        {GENTLE "breathe out 1, in 1 x 10\n", "", NULL},
        {GENTLE "breathe in 1, out 1, rest 2 x 99\n", "", NULL},
        // what stands before the next in belongs to the breath
        {GENTLE "breathe 1-1 x 10\nbreathe rest 2, in 1, out 1 x 1\n", "",
         NULL},
        {GENTLE "breathe 1-1 x 10\nbreathe rest 1, in 1, out 2 x 1\n", "3:8",
         NULL},
        // the shortest breath and the greatest number that the lets allow
        {GENTLE "let s = 4 (1.9 to 5)\nlet n = 3 (3 to 11)\nbreathe s-s x n\n",
         "3:8", NULL},
        {GENTLE "let s = 4 (1.9 to 5)\nlet n = 3 (3 to 10)\nbreathe s-s x n\n",
         "", NULL},
        {GENTLE "let s = 4 (2 to 5)\nlet n = 3 (3 to 99)\nbreathe s-s x n\n",
         "", NULL},
        {GENTLE "let s = 4 (1 to 5)\nlet d = 9s (5s to 21s)\n"
                "breathe s-s for d\n",
         "3:8", NULL},
        {GENTLE "let n = 3 (3 to 11)\nrepeat n\nbreathe 1-1 x 1\nend\n", "3:8",
         NULL},
        // breaths that change
        {GENTLE "breathe 1-1 to 3-3 x 21\n", "", NULL},
        {GENTLE "breathe 1-1 to 3-3 x 22\n", "3:8", NULL},
        {GENTLE "breathe 3-3 to 1-1 x 22\n", "3:8", NULL},
        {GENTLE "breathe 3-3 to 1-1 x 21\n", "", NULL},
    };
    CHECK_MISTAKES(table);
}

static void both_are_said(void **state)
{
    (void)state;
    static const struct mistake table[] = {
        {GENTLE "breathe 1-1 x 11\nretain full 9s\n", "3:8 3:8",
         "line 6 retains"},
        {"title: T\nkind: somatic\nclass: activating\ncaution: c\n"
         "breathe 1-1 x 11\nretain full 9s\n",
         "3:8 3:8", NULL},
        {GENTLE "breathe 1-1 x 11\nsit 1s\nat 2s bell\n", "3:8 7:4", NULL},
        {GENTLE "breathe 1-1 x 11\nsit 1x\n", "6:5", NULL},
    };
    CHECK_MISTAKES(table);
}

static void nested_repeats_end_soon(void **state)
{
    (void)state;
    struct buf text = {0};
    buf_put(&text, STR(GENTLE));
    for (int i = 0; i < 8; i++) {
        buf_put(&text, STR("repeat 3\n"));
    }
    buf_put(&text, STR("breathe 0.5-0.5 x 1\nsit 0.1s\n"));
    for (int i = 0; i < 8; i++) {
        buf_put(&text, STR("end\n"));
    }
    struct mistake m = {buf_cstr(&text), "", NULL};
    check_mistakes(&m, 1);
    buf_finish(&text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_hold_over_four_seconds_needs_holds),
        cmocka_unit_test(fast_breaths_in_a_row_need_fast),
        cmocka_unit_test(both_are_said),
        cmocka_unit_test(nested_repeats_end_soon),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

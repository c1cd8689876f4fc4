// SPDX-License-Identifier: MIT
// How the mistakes that people make most are mended.
#include "compiled.h"

// The first mistake's hint, by what was written.
static void cures_take_up_what_was_written(void **state)
{
    (void)state;
    static const char *const table[][2] = {
        {"sit 5 min\n", "write 5m"},
        {"sit 1.5 hours \"t\"\n", "write 1.5h"},
        {"sit 90sec\n", "write 90s"},
        {"sit 5 \"s\"\n", "write 5s or 5m"},
        {"sit 1:30\n", "write 1m30s"},
        {"sit 1:\n", "write 1s or 1m"},
        {"sit 4x\n", "write 4s or 4m"},
        {"sit 1m\nat 50% bell\n", "write it like 45s, 5m, 1m30s or 1h"},
        {"sit 1,5m\n", "write 1.5m"},
        {"sit 1m\nbed off over 0,5s\n", "write 0.5s"},
        {"breathe 5,5-5,5 x 2\n", "write 5.5-5.5"},
        {"breathe in 5,5, out 4 x 2\n", "write 5.5"},
        {"breathe 4\xe2\x80\x93"
         "6 x 2\n",
         "write it with plain hyphens: 4-6"},
        {"breathe 4 - 6 x 2\n", "write it without blanks, like 4-7-8"},
        {"breathe in 4 out 6 x 2\n", "put a comma before \"out\""},
        {"breathe 4-6 x12\n", "write \"x 12\""},
        {"breathe 4-6 12x\n", "write \"x 12\""},
        {"breathe 4-6 out\n", "write \"for 5m\" or \"x 10\""},
        {"sit 1m \xe2\x80\x9ct\xe2\x80\x9d\n",
         "a text stands in straight double quotes: \"like this\""},
        {"sit 1m\nsay 't'\n",
         "a text stands in straight double quotes: \"like this\""},
        {"pause 10s\n", "write rest 10s, or wait \"Tap when you are ready.\""},
        {"ommm 10s\n", "a step begins with a verb: sit 5m, breathe 4-6 for 5m"},
        {"scan 1m over jaw, bell\n",
         "\"bell\" has a line of its own: end this one before it, and go on "
         "after it"},
    };
    for (size_t i = 0; i < sizeof(table) / sizeof(table[0]); i++) {
        struct compiled c = {0};
        struct buf script = {0};
        buf_printf(&script, HEAD "%s", table[i][0]);
        compile(&c, buf_cstr(&script), NULL);
        assert_true(c.ds.count > 0);
        struct str hint = c.ds.items[0].hint;
        assert_string_equal(arena_printf(&c.mem, "%.*s", STR_ARG(hint)).at,
                            table[i][1]);
        buf_finish(&script);
        release(&c);
    }
}

static void a_comma_in_a_number_is_one_mistake(void **state)
{
    (void)state;
    static const struct mistake table[] = {
        {HEAD "sit 1,5m \"t\"\n", "5:5", "not a comma"},
        {HEAD "breathe 5,5-5,5 for 5m\n", "5:9", "not a comma"},
        {HEAD "breathe in 5,5, out 5,5 x 3\n", "5:12", "not a comma"},
        {HEAD "breathe in 5,5\n", "5:12", "not a comma"},
        {HEAD "scan 9s over jaw,face\nbreathe in 4,out 4 x 2\n", "", NULL},
        {HEAD "sit 1, 5m\n", "5:5", "has no unit"},
    };
    CHECK_MISTAKES(table);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(cures_take_up_what_was_written),
        cmocka_unit_test(a_comma_in_a_number_is_one_mistake),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

// SPDX-License-Identifier: MIT
#include "unit.h"

#include "base/diag.h"

static void a_mistake_is_shown_with_its_place_and_cure(void **state)
{
    (void)state;
    struct arena mem = {0};
    struct diags list = {.mem = &mem};
    struct diag d = {.line = 14,
                     .column = 21,
                     .width = 2,
                     .message = STR("\"4x\" is not a duration"),
                     .hint = STR("write 4s or 4m"),
                     .source = STR("breathe 4-4-4-4 for 4x")};
    diags_add(&list, d);
    d.line = 2;
    d.severity = SEVERITY_WARNING;
    d.source = STR("\tb\xc3\xa9");
    d.column = 3;
    d.hint = STR_NONE;
    diags_add(&list, d);
    diags_sort(&list);
    struct buf out = {0};
    diags_print(&list, STR("box.session"), false, &out);
    assert_str(buf_view(&out),
               "box.session:2:3: warning: \"4x\" is not a duration\n"
               "    \tb\xc3\xa9\n"
               "    \t ^~\n"
               "box.session:14:21: error: \"4x\" is not a duration\n"
               "    breathe 4-4-4-4 for 4x\n"
               "                        ^~\n"
               "    write 4s or 4m\n");
    buf_clear(&out);
    diags_print(&list, STR("b"), true, &out);
    assert_str(buf_view(&out), "b:2:3: warning: \"4x\" is not a duration\n"
                               "b:14:21: error: \"4x\" is not a duration\n");
    buf_finish(&out);
    arena_finish(&mem);
}

static void all_are_counted_and_sixteen_shown(void **state)
{
    (void)state;
    struct arena mem = {0};
    struct diags list = {.mem = &mem};
    for (int i = 0; i < 40; i++) {
        diags_add(&list, (struct diag){.line = 40 - i,
                                       .column = 1,
                                       .width = 1,
                                       .message = STR("wrong")});
    }
    diags_sort(&list);
    assert_int_equal(list.errors, 40);
    assert_int_equal(list.items[0].line, 1);
    struct buf out = {0};
    diags_print(&list, STR("f"), true, &out);
    size_t lines = 0;
    for (size_t i = 0; i < out.len; i++) {
        lines += out.at[i] == '\n';
    }
    assert_int_equal(lines, DIAGS_SHOWN);
    buf_finish(&out);
    arena_finish(&mem);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_mistake_is_shown_with_its_place_and_cure),
        cmocka_unit_test(all_are_counted_and_sixteen_shown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

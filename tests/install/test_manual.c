// SPDX-License-Identifier: MIT
// The manual of the data tells every setting as the program's own table does:
// its part between the two marks is printed from that table. UPDATE=1 writes
// it anew.
#include "unit.h"

#include <stdlib.h>
#include <string.h>

#include "core/settings.h"
#include "platform/file.h"

#define PAGE BREATHMARK_TREE "/package/man/breathmark-data.5"
static const char begin[] = ".\\\" settings: written by "
                            "tests/install/test_manual.c with UPDATE=1\n";
static const char end[] = ".\\\" settings: end\n";

static void put_setting(enum setting s, struct arena *mem, struct buf *out)
{
    const struct setting_rule *rule = setting_rule(s);
    bool text = rule->kind == SETTING_TEXT;
    buf_printf(out, ".It Cm %s\n%s\n", rule->name, rule->about);
    if (!text) {
        struct str takes = setting_expects(s, mem);
        buf_printf(out, "Takes %.*s.\n", STR_ARG(takes));
    }
    if (rule->initial[0]) {
        buf_printf(out, "At first\n.Li %s .\n", rule->initial);
    }
}

static void settings_are_told(void **state)
{
    (void)state;
    struct arena mem = {0};
    struct str page = STR_NONE, why = STR_NONE;
    assert_true(file_read(STR(PAGE), 0, &mem, &page, &why));
    const char *from = strstr(page.at, begin);
    assert_non_null(from);
    from += strlen(begin);
    const char *to = strstr(from, end);
    assert_non_null(to);
    struct buf want = {0}, whole = {0};
    for (int s = 0; s < SETTING_COUNT; s++) {
        put_setting((enum setting)s, &mem, &want);
    }
    if (getenv("UPDATE")) {
        buf_put(&whole, (struct str){page.at, (size_t)(from - page.at)});
        buf_put(&whole, buf_view(&want));
        buf_put(&whole, str_from(to));
        assert_true(file_replace(STR(PAGE), buf_view(&whole), &mem, &why));
    } else {
        struct str told = {from, (size_t)(to - from)};
        assert_string_equal(arena_copy(&mem, told).at, buf_cstr(&want));
    }
    buf_finish(&whole);
    buf_finish(&want);
    arena_finish(&mem);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(settings_are_told)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}

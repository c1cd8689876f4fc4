// SPDX-License-Identifier: MIT
#include "unit.h"

#include "core/care.h"

static struct arena mem;

static void a_page_is_read(void **state)
{
    (void)state;
    struct care_page page;
    struct diags notes = {.mem = &mem};
    care_read(&page,
              STR("\xef\xbb\xbf# a comment | with a bar\r\n"
                  "country: United States\r\nchecked:  2026-11-22 \r\n\r\n"
                  "Emergency services | 911 | Danger | to life\r\n"
                  "  Friend|+49 30 123 | \n"
                  "Crisis Text Line | text HOME to 741741"),
              &mem, &notes);
    assert_str(page.country, "United States");
    assert_str(page.checked, "2026-11-22");
    assert_int_equal(page.count, 3);
    assert_str(page.contacts[0].name, "Emergency services");
    assert_str(page.contacts[0].number, "911");
    assert_str(page.contacts[0].when, "Danger | to life");
    assert_str(page.contacts[1].name, "Friend");
    assert_str(page.contacts[1].number, "+49 30 123");
    assert_str(page.contacts[1].when, "");
    assert_str(page.contacts[2].number, "text HOME to 741741");
    assert_int_equal(notes.warnings, 0);
    arena_finish(&mem);
}

static void every_line_counts_in_need(void **state)
{
    (void)state;
    struct care_page page;
    struct diags notes = {.mem = &mem};
    care_read(&page, STR("\n\nmy sister 0171 234567\n"), &mem, &notes);
    assert_int_equal(page.count, 1);
    assert_str(page.contacts[0].name, "my sister 0171 234567");
    assert_int_equal(notes.warnings, 1);
    assert_int_equal(notes.items[0].line, 3);
    care_read(&page, STR(""), &mem, NULL);
    assert_int_equal(page.count, 0);
    assert_int_equal(page.country.len, 0);
    care_read(&page, STR("|||\n"), &mem, NULL);
    assert_int_equal(page.count, 1);
    arena_finish(&mem);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_page_is_read),
        cmocka_unit_test(every_line_counts_in_need),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

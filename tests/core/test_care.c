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
    care_read(&page, STR("|\n | \n"), &mem, NULL);
    assert_int_equal(page.count, 0);
    arena_finish(&mem);
}

static void a_plan_is_read_as_contacts(void **state)
{
    (void)state;
    struct care_page page;
    care_read_plan(&page,
                   STR("# My support plan: edit it\n"
                       "Intention:\n"
                       "Trusted_person: Anna, 0171 234567\r\n"
                       "+ or her sister\n"
                       "+ |\n"
                       "Dr. Weiss | 030 1234 | mornings\n"
                       "How_to_stop: I stop, tell Anna, and throw the rest "
                       "away.\n"
                       "call home\n"),
                   &mem);
    assert_true(page.own);
    assert_int_equal(page.count, 5);
    assert_str(page.contacts[0].name, "Trusted person");
    assert_str(page.contacts[0].number, "Anna, 0171 234567");
    assert_str(page.contacts[1].name, "or her sister");
    assert_str(page.contacts[2].number, "030 1234");
    assert_str(page.contacts[3].name, "How to stop");
    assert_str(page.contacts[3].when,
               "I stop, tell Anna, and throw the rest away.");
    assert_str(page.contacts[4].name, "call home");
    arena_finish(&mem);
}

static void a_country_is_two_letters(void **state)
{
    (void)state;
    assert_str(care_country(STR("system"), STR("us")), "us");
    assert_str(care_country(STR("de"), STR("us")), "de");
    assert_int_equal(care_country(STR("../x"), STR("us")).len, 0);
    assert_int_equal(care_country(STR("deu"), STR("us")).len, 0);
    assert_int_equal(care_country(STR("system"), STR_NONE).len, 0);
}

// The page that must never be empty: what tells one to stop, then how.
static void signs_to_stop_are_there_and_differ(void **state)
{
    (void)state;
    for (int i = 0; i < CARE_STOPS; i++) {
        assert_true(care_stop(i).len > 10);
        for (int k = 0; k < i; k++) {
            assert_false(str_equal(care_stop(i), care_stop(k)));
        }
    }
    assert_true(str_starts(care_stopped(), STR("Stop, breathe")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_page_is_read),
        cmocka_unit_test(every_line_counts_in_need),
        cmocka_unit_test(a_plan_is_read_as_contacts),
        cmocka_unit_test(a_country_is_two_letters),
        cmocka_unit_test(signs_to_stop_are_there_and_differ),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

// SPDX-License-Identifier: MIT
// A person's own cautions: which are named, and what they speak against.
#include "unit.h"

#include "core/caution.h"

static struct str against(const struct practice *p, const char *own)
{
    return caution_against(p, str_from(own));
}

static void each_word_names_itself(void **state)
{
    (void)state;
    for (int c = 0; c < CAUTION_COUNT; c++) {
        unsigned named = cautions_named(caution_word((enum caution)c));
        assert_int_equal(named & 1u << c, 1u << c);
    }
    assert_int_equal(cautions_named(STR("Pregnant, HIGH blood pressure")),
                     1u << CAUTION_PREGNANCY | 1u << CAUTION_BLOOD_PRESSURE);
    assert_int_equal(cautions_named(STR("pregnancy epilepsy")),
                     1u << CAUTION_PREGNANCY | 1u << CAUTION_EPILEPSY);
    assert_int_equal(cautions_named(STR("tired")), 0);
    assert_int_equal(cautions_named(STR_NONE), 0);
}

static void fast_breath_and_long_holds_are_left_out(void **state)
{
    (void)state;
    const struct practice fast = {.classes = CLASS_FAST};
    const struct practice held = {.classes = CLASS_HOLDS,
                                  .longest_hold_ms = 7000};
    const struct practice small = {.classes = CLASS_HOLDS,
                                   .longest_hold_ms = 4000};
    const struct practice soft = {.classes = CLASS_GENTLE};
    for (int c = 0; c < CAUTION_VERTIGO; c++) {
        struct str word = caution_word((enum caution)c);
        assert_true(caution_against(&fast, word).len > 0);
        assert_true(caution_against(&held, word).len > 0);
        assert_int_equal(caution_against(&small, word).len, 0);
        assert_int_equal(caution_against(&soft, word).len, 0);
    }
    assert_str(against(&fast, "asthma"), "asthma");
    assert_int_equal(against(&fast, "vertigo").len, 0);
    assert_int_equal(against(&fast, "").len, 0);
}

static void what_a_script_names_is_left_out(void **state)
{
    (void)state;
    static const struct str lines[] = {
        {"Not with seizures, pregnancy or migraine.", 41}};
    const struct practice p = {.cautions = lines, .caution_count = 1};
    assert_str(against(&p, "glaucoma, epilepsy"), "epilepsy or seizures");
    assert_str(against(&p, "pregnant"), "pregnancy");
    assert_str(against(&p, "glaucoma, Migraine"), "Migraine");
    assert_int_equal(against(&p, "glaucoma, ,").len, 0);
    const struct practice left = {.days = SUITS_ANY, .left_out = STR("asthma")};
    const struct practice suits = {.days = SUITS_ANY};
    assert_false(practice_suits(&left, DAY_NORMAL));
    assert_true(practice_suits(&suits, DAY_NORMAL));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_word_names_itself),
        cmocka_unit_test(fast_breath_and_long_holds_are_left_out),
        cmocka_unit_test(what_a_script_names_is_left_out),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

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

static void assert_toggled(const char *own, enum caution c, const char *now)
{
    struct buf out = {0};
    cautions_toggle(str_from(own), c, &out);
    assert_str(buf_view(&out), now);
    buf_finish(&out);
}

static void a_tick_comes_and_goes(void **state)
{
    (void)state;
    assert_toggled("", CAUTION_EPILEPSY, "epilepsy or seizures");
    assert_toggled("epilepsy", CAUTION_EPILEPSY, "");
    assert_toggled("pregnant since May, migraine", CAUTION_ASTHMA,
                   "pregnant since May, migraine, asthma");
    assert_toggled("pregnant since May, migraine", CAUTION_PREGNANCY,
                   "migraine");
    // A word that names two goes, and what stays ticked comes in ours.
    assert_toggled("heart and epilepsy , ,", CAUTION_HEART,
                   "epilepsy or seizures");
    for (int c = 0; c < CAUTION_COUNT; c++) {
        struct buf on = {0}, off = {0};
        cautions_toggle(STR("migraine"), (enum caution)c, &on);
        assert_int_equal(cautions_named(buf_view(&on)), 1u << c);
        cautions_toggle(buf_view(&on), (enum caution)c, &off);
        assert_str(buf_view(&off), "migraine");
        buf_finish(&on);
        buf_finish(&off);
    }
}

static void other_words_are_told_apart(void **state)
{
    (void)state;
    struct str own = STR("migraine, heart, loud noise,");
    assert_str(cautions_other(&own), "migraine");
    assert_str(cautions_other(&own), "loud noise");
    assert_int_equal(cautions_other(&own).len, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_word_names_itself),
        cmocka_unit_test(a_tick_comes_and_goes),
        cmocka_unit_test(other_words_are_told_apart),
        cmocka_unit_test(fast_breath_and_long_holds_are_left_out),
        cmocka_unit_test(what_a_script_names_is_left_out),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

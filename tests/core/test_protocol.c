// SPDX-License-Identifier: MIT
// A rhythm in a person's words, as the lists of plans show it.
#include "unit.h"

#include "base/buf.h"
#include "core/protocol.h"

static void a_plan_is_told_in_words(void **state)
{
    (void)state;
    static const struct {
        const char *fields, *want;
    } table[] = {
        {"Pattern: dose normal\n", "dose normal; without end"},
        {"Pattern: dose normal\nCycle_days: 1\n",
         "dose normal; 1 day a cycle, without a break"},
        {"Weekdays: mon thu\nPattern: weekdays\nCycle_days: 42\n"
         "Break_days: 14\n",
         "dose on mon thu; 42 days, then a break of 14 days"},
        {"Pattern: none\n", "log only; without end"},
        {"Pattern: dose transition normal\nShift: from_dose\n",
         "dose transition normal, counted from the last dose; without end"},
    };
    for (size_t i = 0; i < sizeof(table) / sizeof(table[0]); i++) {
        struct arena mem = {0};
        struct diags notes = {.mem = &mem};
        struct protocol p;
        struct buf out = {0};
        assert_true(protocol_read(STR("own"), str_from(table[i].fields), &mem,
                                  &notes, &p));
        plan_describe(&p.plan, &out);
        assert_str(buf_view(&out), table[i].want);
        buf_finish(&out);
        arena_finish(&mem);
    }
}

static void a_long_pattern_is_counted(void **state)
{
    (void)state;
    enum day_kind days[40] = {DAY_DOSE};
    for (size_t i = 1; i < 40; i++) {
        days[i] = i % 10 == 0 ? DAY_DOSE : DAY_NORMAL;
    }
    struct plan p;
    struct buf out = {0};
    plan_init(&p);
    p.rule = RULE_PATTERN;
    p.pattern = days;
    p.length = 40;
    plan_describe(&p, &out);
    assert_str(buf_view(&out),
               "40 days one by one, 4 of them dose days; without end");
    p.length = 31; // as many as are spelt
    buf_clear(&out);
    plan_describe(&p, &out);
    assert_true(str_starts(buf_view(&out), STR("dose normal normal")));
    buf_finish(&out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_plan_is_told_in_words),
        cmocka_unit_test(a_long_pattern_is_counted),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

// SPDX-License-Identifier: MIT
#include "unit.h"

#include "core/practice.h"

static struct arena mem;

static struct practice read_one(const char *steps)
{
    struct buf text = {0};
    buf_put(&text, STR("title: T\nkind: breathwork\nclass: holds, fast\n"
                       "caution: c\ndays: transition, normal\n"));
    buf_put(&text, str_from(steps));
    struct diags ds = {.mem = &mem};
    struct session s;
    struct timeline tl;
    struct str copy = arena_copy(&mem, buf_view(&text));
    buf_finish(&text);
    bool good = session_parse(&s, copy, &mem, &ds) &&
                timeline_build(&tl, &s, NULL, &mem, &ds);
    assert_true(good);
    struct practice p = {0};
    practice_of(&p, &s, &tl, NULL, &mem);
    return p;
}

static void a_manner_says_how_it_goes(void **state)
{
    (void)state;
    static const char *const cases[][2] = {
        {"breathe 4-6 x 6\n", "slow breath, 4 in and 6 out"},
        {"breathe 4-4-4-4 x 2\n", "slow breath, 4 in, 4 hold, 4 out, 4 hold"},
        {"breathe 3.69-5.54 x 9\n", "slow breath, 3.7 in and 5.5 out"},
        {"breathe 2-2 x 9\nrest 5s\nbreathe 2-2 x 2\n",
         "steady breath, 2 in and 2 out"},
        {"breathe 1-1 x 30\n", "fast breath, 1 in and 1 out"},
        {"breathe 4-4 to 4-8 x 9\n", "slow breath"},
        {"breathe in 2, top 1, out 6, rest 0.5 x 9\n",
         "slow breath, 2 in, 1 sip, 6 out, 0.5 rest"},
        {"breathe 4-6 x 1\nsit 5m\n", "stillness"},
        {"scan 5m over face, jaw\n", "body scan"},
        {"wait\nmove 1m\n", "movement"},
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        struct practice p = read_one(cases[i][0]);
        assert_str(p.manner, cases[i][1]);
    }
    struct practice p = read_one("sit 5m\n");
    assert_int_equal(p.length_ms, 300000);
    assert_int_equal(p.phase_count, 0);
    p = read_one("breathe 4-4-6 x 2\nretain empty until tap at most 20s\n");
    assert_int_equal(p.longest_hold_ms, 20000);
    assert_int_equal(p.phase_count, 3);
    assert_int_equal(p.breath[2].length_ms, 6000);
    assert_true(p.breath[2].from > 0.99f && p.breath[2].to < 0.01f);
    arena_finish(&mem);
}

enum { LISTED = 9 };

static void make_list(struct practice *all)
{
    static const char *const names[LISTED] = {
        "a", "b", "c", "d", "hold", "fast", "pair", "dose", "broken"};
    static const struct diag mistake = {.line = 1};
    for (size_t i = 0; i < LISTED; i++) {
        all[i] =
            (struct practice){.name = str_from(names[i]), .days = SUITS_ANY};
    }
    all[4].classes = CLASS_HOLDS;
    all[5].classes = CLASS_FAST;
    all[6].kind = KIND_PARTNER;
    all[7].days = SUITS_DOSE;
    all[8].mistakes = &mistake;
    all[8].mistake_count = 1;
}

static void fast_is_never_offered_and_not_on_dose_days_at_all(void **state)
{
    (void)state;
    struct practice all[LISTED];
    make_list(all);
    for (int32_t day = 20000; day < 20400; day++) {
        for (int kind = 0; kind < DAY_KIND_COUNT; kind++) {
            size_t out[PRACTICE_OFFERED];
            size_t n = practice_offer(all, LISTED, STR_NONE, (struct day){day},
                                      (enum day_kind)kind, out);
            assert_int_equal(n, PRACTICE_OFFERED);
            assert_true(out[0] != out[1] && out[1] != out[2] &&
                        out[0] != out[2]);
            for (size_t i = 0; i < n; i++) {
                assert_true(out[i] != 5 && out[i] != 8 && out[i] != 4);
                assert_true(kind == DAY_DOSE || kind == DAY_NONE ||
                            out[i] != 7);
            }
            assert_true(kind != DAY_DOSE || out[0] == 7);
        }
    }
    size_t out[PRACTICE_OFFERED];
    size_t n =
        practice_offer(&all[4], 2, STR_NONE, (struct day){1}, DAY_NORMAL, out);
    assert_true(n == 1 && out[0] == 0); // the holds; not the fast one
    assert_false(practice_suits(&all[5], DAY_DOSE));
    assert_true(practice_suits(&all[5], DAY_NORMAL));
    assert_false(practice_suits(&all[8], DAY_NORMAL));
}

static void the_last_one_stands_first_when_it_suits(void **state)
{
    (void)state;
    struct practice all[LISTED];
    make_list(all);
    size_t out[PRACTICE_OFFERED];
    struct day day = {20500};
    practice_offer(all, LISTED, STR("fast"), day, DAY_NORMAL, out);
    assert_int_equal(out[0], 5);
    practice_offer(all, LISTED, STR("fast"), day, DAY_DOSE, out);
    assert_int_equal(out[0], 7);
    practice_offer(all, LISTED, STR("hold"), day, DAY_DOSE, out);
    assert_int_equal(out[0], 4);
    all[4].longest_hold_ms = 4001;
    practice_offer(all, LISTED, STR("hold"), day, DAY_DOSE, out);
    assert_int_equal(out[0], 7);
    practice_offer(all, LISTED, STR("hold"), day, DAY_NORMAL, out);
    assert_int_equal(out[0], 4);
    practice_offer(all, LISTED, STR("gone"), day, DAY_NORMAL, out);
    assert_true(out[0] < 4);
}

static void a_day_keeps_its_offers_and_days_differ(void **state)
{
    (void)state;
    struct practice all[LISTED];
    make_list(all);
    int changes = 0;
    for (int32_t day = 20000; day < 20100; day++) {
        size_t a[PRACTICE_OFFERED], b[PRACTICE_OFFERED], c[PRACTICE_OFFERED];
        practice_offer(all, LISTED, STR_NONE, (struct day){day}, DAY_NORMAL, a);
        practice_offer(all, LISTED, STR_NONE, (struct day){day}, DAY_NORMAL, b);
        assert_memory_equal(a, b, sizeof(a));
        practice_offer(all, LISTED, STR_NONE, (struct day){day + 1}, DAY_NORMAL,
                       c);
        changes += a[0] != c[0];
    }
    assert_true(changes > 50);
    size_t out[PRACTICE_OFFERED];
    assert_int_equal(
        practice_offer(all, 1, STR_NONE, (struct day){0}, DAY_NONE, out), 1);
    assert_int_equal(
        practice_offer(all, 0, STR_NONE, (struct day){0}, DAY_NONE, out), 0);
}

static void an_arc_rises_where_it_asks_more(void **state)
{
    (void)state;
    struct practice p = read_one("settle 1m\nbreathe 5-5 for 1m\n"
                                 "breathe 1-1 for 1m\nretain empty 1m\n"
                                 "rest 1m\nsit 1m\n");
    int part[6];
    for (int i = 0; i < 6; i++) {
        part[i] = p.arc[i * PRACTICE_ARC / 6 + 3];
    }
    assert_true(part[0] < part[1] && part[1] < part[3] && part[3] < part[2]);
    assert_true(part[4] == part[0] && part[5] > part[4] && part[5] < part[1]);
    assert_true(part[2] <= 100);
    // A sigh of seconds in half an hour of sitting is still seen.
    p = read_one("sit 15m\nbreathe 1-1 x 2\nsit 15m\n");
    int most = 0;
    for (int i = 0; i < PRACTICE_ARC; i++) {
        most = p.arc[i] > most ? p.arc[i] : most;
    }
    assert_true(most > 80);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_manner_says_how_it_goes),
        cmocka_unit_test(an_arc_rises_where_it_asks_more),
        cmocka_unit_test(fast_is_never_offered_and_not_on_dose_days_at_all),
        cmocka_unit_test(the_last_one_stands_first_when_it_suits),
        cmocka_unit_test(a_day_keeps_its_offers_and_days_differ),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

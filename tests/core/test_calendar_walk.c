// SPDX-License-Identifier: MIT
// 20,000 random calendars of 120 days, plans of every rule with all kinds of
// marks: calendar_key, which jumps to any day, must agree with a walk that
// goes from day to day and keeps a state; and what must hold for every
// calendar (a dose taken is a dose day, no mark changes an earlier day) holds.
#include "unit.h"

#include "core/calendar.h"

enum { CALENDARS = 20000, DAYS = 120, PLANS = 4, MARKS = 48, FIRST = 20400 };

static uint32_t roll(uint32_t *seed, uint32_t sides)
{
    *seed = *seed * 1664525u + 1013904223u;
    return (*seed >> 8) % sides;
}

struct made {
    struct plan plans[PLANS];
    enum day_kind patterns[PLANS][9];
    struct mark marks[MARKS];
    struct log log;
};

static void make_plan(struct made *m, size_t at, uint32_t *seed)
{
    struct plan *p = &m->plans[at];
    plan_init(p);
    p->start.number = FIRST + (int32_t)roll(seed, DAYS);
    p->rule = (enum plan_rule)roll(seed, RULE_COUNT);
    p->pattern = m->patterns[at];
    p->length = 1 + (int)roll(seed, 9);
    for (int i = 0; i < p->length; i++) {
        m->patterns[at][i] =
            (enum day_kind)(DAY_DOSE + roll(seed, DAY_KIND_COUNT - 1));
    }
    for (int i = 0; i < 7; i++) {
        p->weekdays[i] = roll(seed, 3) == 0;
    }
    p->cycle_days = roll(seed, 3) == 0 ? 0 : 1 + (int)roll(seed, 40);
    p->break_days = roll(seed, 3) == 0 ? 0 : (int)roll(seed, 20);
    p->shift = (enum plan_shift)roll(seed, SHIFT_COUNT);
}

static void make_calendar(struct made *m, uint32_t *seed)
{
    *m = (struct made){.log = {.plans = m->plans, .marks = m->marks}};
    m->log.plan_count = roll(seed, PLANS + 1);
    for (size_t i = 0; i < m->log.plan_count; i++) {
        make_plan(m, i, seed);
    }
    // Few pauses and stops, or there would be little else.
    static const enum mark_what mix[] = {MARK_TAKEN,   MARK_TAKEN, MARK_TAKEN,
                                         MARK_TAKEN,   MARK_TAKEN, MARK_TAKEN,
                                         MARK_SKIPPED, MARK_EXTRA, MARK_VOID,
                                         MARK_PAUSE,   MARK_RESUME};
    m->log.mark_count = roll(seed, MARKS);
    for (size_t i = 0; i < m->log.mark_count; i++) {
        struct mark *k = &m->marks[i];
        bool stop = roll(seed, 60) == 0;
        k->what =
            stop ? MARK_STOP : mix[roll(seed, sizeof(mix) / sizeof(mix[0]))];
        k->day.number = FIRST + (int32_t)roll(seed, DAYS);
    }
}

// What the walk knows at the end of a day.
struct walk {
    const struct plan *plan; // in force or stopped
    bool stopped, paused;
    bool dose_weekday; // the day was planned as dose by weekday
    int n, anchor;
    enum mark_what fact;
};

static void walk_marks(struct walk *w, const struct log *log, int32_t day)
{
    for (size_t i = 0; i < log->plan_count; i++) {
        if (log->plans[i].start.number == day) {
            *w = (struct walk){
                .plan = &log->plans[i], .paused = w->paused, .fact = w->fact};
        }
    }
    w->fact = MARK_NONE;
    for (size_t i = 0; i < log->mark_count; i++) {
        enum mark_what what = log->marks[i].what;
        if (log->marks[i].day.number != day) {
            continue;
        }
        if (what == MARK_PAUSE || what == MARK_RESUME) {
            w->paused = what == MARK_PAUSE;
        } else if (what == MARK_STOP) {
            w->stopped = w->stopped || (w->plan && w->plan->start.number < day);
        } else {
            w->fact = what;
        }
    }
}

static enum day_kind walk_planned(struct walk *w, int32_t day)
{
    const struct plan *p = w->plan;
    int length = p->cycle_days + p->break_days;
    int place = p->cycle_days > 0 ? w->n % length : w->n;
    bool first_of_cycle = place == 0;
    bool after = w->dose_weekday && !first_of_cycle;
    w->dose_weekday = false;
    if (first_of_cycle && w->anchor < w->n) {
        w->anchor = w->n;
    }
    if (p->shift == SHIFT_FROM_DOSE && w->fact == MARK_TAKEN) {
        w->anchor = w->n;
    }
    if (p->cycle_days > 0 && place >= p->cycle_days) {
        return DAY_BREAK;
    }
    if (p->rule == RULE_PATTERN) {
        return p->pattern[(w->n - w->anchor) % p->length];
    }
    if (p->rule == RULE_WEEKDAYS) {
        bool dose = p->weekdays[day_weekday((struct day){day})];
        w->dose_weekday = dose && !w->paused;
        return dose ? DAY_DOSE : after ? DAY_TRANSITION : DAY_NORMAL;
    }
    return DAY_NONE;
}

static bool is_dose(enum mark_what what)
{
    return what == MARK_TAKEN || what == MARK_EXTRA;
}

static struct day_key walk_day(struct walk *w, const struct log *log,
                               int32_t day)
{
    struct day_key k = {0};
    enum mark_what before = w->fact;
    walk_marks(w, log, day);
    k.kind = is_dose(w->fact) ? DAY_DOSE : DAY_NONE;
    k.basis = is_dose(w->fact) ? BASIS_LOGGED : BASIS_NONE;
    if (!w->plan || w->stopped) {
        return k;
    }
    enum day_kind planned = walk_planned(w, day);
    int length = w->plan->cycle_days + w->plan->break_days;
    k.cycle = 1 + (w->plan->cycle_days > 0 ? w->n / length : 0);
    k.day = 1 + (w->plan->cycle_days > 0 ? w->n % length : w->n);
    k.week = (k.day + 6) / 7;
    if (k.kind == DAY_NONE) {
        k.basis = BASIS_LOGGED;
        if (w->paused) {
            k.kind = DAY_BREAK;
        } else if (w->fact == MARK_SKIPPED) {
            k.kind = DAY_NORMAL;
        } else if (is_dose(before) && planned != DAY_DOSE) {
            k.kind = DAY_TRANSITION;
        } else if (before == MARK_SKIPPED && planned == DAY_TRANSITION) {
            k.kind = DAY_NORMAL;
        } else {
            k.kind = planned;
            k.basis = planned == DAY_NONE ? BASIS_NONE : BASIS_PLANNED;
        }
    }
    w->n += !w->paused;
    return k;
}

static void assert_same(struct day_key got, struct day_key want)
{
    assert_int_equal(got.kind, want.kind);
    assert_int_equal(got.basis, want.basis);
    assert_int_equal(got.cycle, want.cycle);
    assert_int_equal(got.week, want.week);
    assert_int_equal(got.day, want.day);
}

static void check_rules(const struct calendar *c, int32_t day,
                        struct day_key key, struct day_key before)
{
    const struct mark *fact = calendar_fact(c, (struct day){day});
    if (fact && is_dose(fact->what)) {
        assert_int_equal(key.kind, DAY_DOSE);
    }
    if (fact && fact->what == MARK_SKIPPED) {
        assert_int_not_equal(key.kind, DAY_DOSE);
    }
    const struct plan *p = calendar_plan(c, (struct day){day});
    if (!p) {
        assert_int_equal(key.day, 0);
    } else if (p->start.number == day) {
        assert_int_equal(key.day, 1);
        assert_int_equal(key.cycle, 1);
    } else if (before.paused) {
        assert_int_equal(key.day, before.day);
    } else {
        bool grows = key.day == before.day + 1 && key.cycle == before.cycle;
        bool anew = key.day == 1 && key.cycle == before.cycle + 1;
        assert_true(grows || anew);
    }
}

static void a_walk_from_day_to_day_agrees(void **state)
{
    (void)state;
    uint32_t seed = 20260301;
    size_t kinds[DAY_KIND_COUNT] = {0};
    for (int i = 0; i < CALENDARS; i++) {
        struct arena mem = {0};
        struct made m;
        make_calendar(&m, &seed);
        struct calendar *c = calendar_make(&m.log, &mem);
        struct walk w = {0};
        struct day_key before = {0};
        for (int32_t d = FIRST - 2; d < FIRST + DAYS + 2; d++) {
            struct day_key got = calendar_key(c, (struct day){d});
            assert_same(got, walk_day(&w, &m.log, d));
            check_rules(c, d, got, before);
            before = got;
            kinds[got.kind]++;
        }
        arena_finish(&mem);
    }
    for (int k = 0; k < DAY_KIND_COUNT; k++) { // the dice are not loaded
        assert_true(kinds[k] > (size_t)CALENDARS * DAYS / 100);
    }
}

static void no_mark_changes_an_earlier_day(void **state)
{
    (void)state;
    uint32_t seed = 7;
    for (int i = 0; i < CALENDARS; i++) {
        struct arena mem = {0};
        struct made m;
        do {
            make_calendar(&m, &seed);
        } while (m.log.mark_count == 0);
        struct log without = m.log;
        without.mark_count--;
        const struct mark *last = &m.marks[without.mark_count];
        struct calendar *c = calendar_make(&m.log, &mem);
        struct calendar *less = calendar_make(&without, &mem);
        for (int32_t d = FIRST; d < last->day.number; d++) {
            assert_same(calendar_key(c, (struct day){d}),
                        calendar_key(less, (struct day){d}));
        }
        arena_finish(&mem);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_walk_from_day_to_day_agrees),
        cmocka_unit_test(no_mark_changes_an_earlier_day),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

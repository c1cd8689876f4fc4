// SPDX-License-Identifier: MIT
// The key of a day. n counts the effective days of the plan in force: days
// since its Start less the paused ones. n falls into a cycle and a place p in
// it; the plan's rule says what p has planned; what was logged on the day and
// on the day before then has the last word. Nothing looks at days after d, so
// a mark changes no key before its own day.
#include "core/calendar_state.h"

#include <assert.h>

// Where a day stands in the plan in force.
struct place {
    const struct plan *plan;
    int32_t day;
    int32_t until; // doses up to this day can move the pattern
    int32_t n;     // effective days since Start
    int32_t first; // n of the cycle's first day
    int32_t p;     // n - first
    bool resting;  // past Cycle_days, in the break
};

// How many of the days are at most day.
static size_t days_until(struct days days, int32_t day)
{
    size_t low = 0, high = days.count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (days.at[middle] <= day) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

// The mark that counts on a day; NULL without one. A void takes it back.
static const struct mark *fact_on(const struct calendar *c, int32_t day)
{
    size_t count = days_until(c->fact_days, day);
    bool there = count > 0 && c->fact_days.at[count - 1] == day &&
                 c->facts[count - 1]->what != MARK_VOID;
    return there ? c->facts[count - 1] : NULL;
}

static enum mark_what what_on(const struct calendar *c, int32_t day)
{
    const struct mark *m = fact_on(c, day);
    return m ? m->what : MARK_NONE;
}

static bool is_dose(enum mark_what what)
{
    return what == MARK_TAKEN || what == MARK_EXTRA;
}

// The length of the pause at index up to day, day not included.
static int32_t paused_until(const struct calendar *c, size_t index, int32_t day)
{
    int32_t inside = day - c->pause_days.at[index];
    int32_t days = c->pauses[index].days;
    return inside < days ? inside : days;
}

// Paused days before day, since ever.
static int32_t paused_before(const struct calendar *c, int32_t day)
{
    size_t count = days_until(c->pause_days, day);
    return count > 0
               ? c->pauses[count - 1].before + paused_until(c, count - 1, day)
               : 0;
}

static bool is_paused(const struct calendar *c, int32_t day)
{
    size_t count = days_until(c->pause_days, day);
    return count > 0 &&
           day - c->pause_days.at[count - 1] < c->pauses[count - 1].days;
}

static int32_t effective_day(const struct calendar *c, const struct plan *plan,
                             int32_t day)
{
    int32_t start = plan->start.number;
    return day - start - (paused_before(c, day) - paused_before(c, start));
}

static struct place place_of(const struct calendar *c, const struct plan *plan,
                             int32_t day)
{
    struct place at = {.plan = plan, .day = day, .until = day};
    at.n = effective_day(c, plan, day);
    if (plan->cycle_days > 0) {
        int32_t length = plan->cycle_days + plan->break_days;
        at.first = at.n / length * length;
    }
    at.p = at.n - at.first;
    at.resting = plan->cycle_days > 0 && at.p >= plan->cycle_days;
    return at;
}

// The place in the pattern, from 0. From_dose counts from the last dose taken
// in this cycle; an extra one never moves it.
static int pattern_index(const struct calendar *c, const struct place *at)
{
    int32_t anchor = at->first;
    if (at->plan->shift == SHIFT_FROM_DOSE) {
        size_t count = days_until(c->taken_days, at->until);
        int32_t last = count > 0 ? c->taken_days.at[count - 1] : INT32_MIN;
        if (last >= at->plan->start.number) {
            int32_t n = effective_day(c, at->plan, last);
            anchor = n > anchor ? n : anchor;
        }
    }
    assert(at->plan->length > 0);
    return (at->n - anchor) % at->plan->length;
}

// A dose weekday; else the day after one that this plan and cycle had planned
// (a paused one was not); else normal.
static enum day_kind weekday_kind(const struct calendar *c,
                                  const struct place *at)
{
    int weekday = day_weekday((struct day){at->day});
    if (at->plan->weekdays[weekday]) {
        return DAY_DOSE;
    }
    bool after = at->p > 0 && !is_paused(c, at->day - 1) &&
                 at->plan->weekdays[(weekday + 6) % 7];
    return after ? DAY_TRANSITION : DAY_NORMAL;
}

static enum day_kind planned_kind(const struct calendar *c,
                                  const struct place *at)
{
    if (at->resting) {
        return DAY_BREAK;
    }
    switch (at->plan->rule) {
    case RULE_PATTERN:
        return at->plan->pattern[pattern_index(c, at)];
    case RULE_WEEKDAYS:
        return weekday_kind(c, at);
    case RULE_NONE:
    case RULE_COUNT:
        break;
    }
    return DAY_NONE;
}

static void count_place(const struct calendar *c, const struct place *at,
                        struct day_key *key)
{
    const struct plan *plan = at->plan;
    int length = plan->cycle_days + plan->break_days;
    key->plan = plan_name(plan);
    key->cycle = plan->cycle_days > 0 ? at->first / length + 1 : 1;
    key->week = at->p / 7 + 1;
    key->day = at->p + 1;
    key->weeks = (plan->cycle_days + 6) / 7;
    key->resting = at->resting;
    if (at->resting) {
        key->round = at->p - plan->cycle_days + 1;
        key->round_days = plan->break_days;
    } else if (plan->rule == RULE_PATTERN) {
        key->round = pattern_index(c, at) + 1;
        key->round_days = plan->length;
    }
}

static void decide(struct day_key *key, enum day_kind kind,
                   enum day_basis basis)
{
    key->kind = kind;
    key->basis = basis;
}

struct day_key calendar_key(const struct calendar *c, struct day d)
{
    struct day_key key = {0};
    const struct plan *plan = calendar_plan(c, d);
    enum mark_what today = what_on(c, d.number);
    if (!plan) {
        if (is_dose(today)) {
            decide(&key, DAY_DOSE, BASIS_LOGGED);
        }
        return key;
    }
    struct place at = place_of(c, plan, d.number);
    count_place(c, &at, &key);
    key.paused = is_paused(c, d.number);
    enum day_kind planned = planned_kind(c, &at);
    enum mark_what before = what_on(c, d.number - 1);
    if (is_dose(today)) {
        decide(&key, DAY_DOSE, BASIS_LOGGED);
    } else if (key.paused) {
        decide(&key, DAY_BREAK, BASIS_LOGGED);
    } else if (today == MARK_SKIPPED) {
        decide(&key, DAY_NORMAL, BASIS_LOGGED);
    } else if (is_dose(before) && planned != DAY_DOSE) {
        decide(&key, DAY_TRANSITION, BASIS_LOGGED);
    } else if (planned == DAY_TRANSITION && before == MARK_SKIPPED) {
        decide(&key, DAY_NORMAL, BASIS_LOGGED);
    } else if (planned != DAY_NONE) {
        decide(&key, planned, BASIS_PLANNED);
    }
    return key;
}

void calendar_day_start(struct calendar *c, int minute)
{
    c->day_start_min = minute;
}

struct day calendar_day(const struct calendar *c, const struct wall *now)
{
    const struct plan *plan = calendar_plan(c, now->day);
    int begin = plan ? plan->day_start_min : c->day_start_min;
    bool still_yesterday = now->second / 60 < begin;
    return (struct day){now->day.number - (still_yesterday ? 1 : 0)};
}

const struct mark *calendar_stop(const struct calendar *c, struct day d)
{
    size_t plans = days_until(c->plan_days, d.number);
    size_t stops = days_until(c->stop_days, d.number);
    if (stops == 0) {
        return NULL;
    }
    const struct mark *stop = c->stops[stops - 1];
    bool begun_since =
        plans > 0 && c->plan_days.at[plans - 1] >= stop->day.number;
    return begun_since ? NULL : stop;
}

const struct plan *calendar_plan(const struct calendar *c, struct day d)
{
    size_t count = days_until(c->plan_days, d.number);
    return count > 0 && !calendar_stop(c, d) ? &c->plans[count - 1] : NULL;
}

const struct plan *calendar_next_plan(const struct calendar *c, struct day d)
{
    size_t count = days_until(c->plan_days, d.number);
    return count < c->plan_days.count ? &c->plans[count] : NULL;
}

const struct mark *calendar_fact(const struct calendar *c, struct day d)
{
    return fact_on(c, d.number);
}

enum day_kind calendar_planned(const struct calendar *c, struct day d)
{
    const struct plan *plan = calendar_plan(c, d);
    if (!plan) {
        return DAY_NONE;
    }
    if (is_paused(c, d.number)) {
        return DAY_BREAK;
    }
    struct place at = place_of(c, plan, d.number);
    at.until = d.number - 1;
    return planned_kind(c, &at);
}

size_t calendar_marks(const struct calendar *c, struct day d,
                      const struct mark **first)
{
    size_t from = days_until(c->mark_days, d.number - 1);
    *first = c->marks + from;
    return days_until(c->mark_days, d.number) - from;
}

bool calendar_paused(const struct calendar *c, struct day d, struct day *since)
{
    if (!is_paused(c, d.number)) {
        return false;
    }
    size_t count = days_until(c->pause_days, d.number);
    since->number = c->pause_days.at[count - 1];
    return true;
}

// SPDX-License-Identifier: MIT
// What a key says in words. The sentence is short, for a screen; the why names
// the one fact that decided, in the order in which calendar_key decides.
#include "core/calendar.h"

#include <assert.h>

static const char *const basis_words[] = {
    [BASIS_NONE] = "none",
    [BASIS_PLANNED] = "planned",
    [BASIS_LOGGED] = "logged",
};
static_assert(sizeof(basis_words) / sizeof(basis_words[0]) == BASIS_COUNT,
              "a word for every basis");

static const char *const month_names[] = {
    "January", "February", "March",     "April",   "May",      "June",
    "July",    "August",   "September", "October", "November", "December"};
static const char *const weekday_names[] = {"Monday",   "Tuesday", "Wednesday",
                                            "Thursday", "Friday",  "Saturday",
                                            "Sunday"};

struct str month_name(int month)
{
    assert(month >= 1 && month <= 12);
    return str_from(month_names[month - 1]);
}

struct str weekday_name(int weekday)
{
    assert(weekday >= 0 && weekday < 7);
    return str_from(weekday_names[weekday]);
}

struct str day_basis_word(enum day_basis b)
{
    assert(b < BASIS_COUNT);
    return str_from(basis_words[b]);
}

// A long pattern that spells single days (an import) has no place worth
// counting.
enum { ROUND_SHOWN_DAYS = 31 };

static void put_week(const struct day_key *k, struct buf *out)
{
    buf_printf(out, "week %d", k->week);
    if (k->weeks > 0) {
        buf_printf(out, " of %d", k->weeks);
    }
}

void day_key_sentence(const struct day_key *k, struct buf *out)
{
    if (k->day == 0) {
        return;
    }
    struct str kind = k->kind == DAY_BREAK && k->paused
                          ? STR("paused")
                          : day_kind_word(k->kind);
    if (k->resting) {
        buf_printf(out, "%.*s, day %d of %d%s", STR_ARG(kind), k->round,
                   k->round_days, k->kind == DAY_BREAK ? "" : " of the break");
        return;
    }
    if (k->round_days > 1 && k->round_days <= ROUND_SHOWN_DAYS && !k->paused) {
        buf_printf(out, "day %d of %d, ", k->round, k->round_days);
    }
    if (k->kind != DAY_NONE) {
        buf_printf(out, "%.*s, ", STR_ARG(kind));
    }
    put_week(k, out);
}

// "Thursday 5 March 2026"
static void put_date(struct day d, struct buf *out)
{
    struct date date = day_date(d);
    buf_printf(out, "%s %d %s %d", weekday_names[day_weekday(d)], date.day,
               month_names[date.month - 1], date.year);
}

static void why_no_plan(const struct calendar *c, struct day d, struct buf *out)
{
    const struct mark *stop = calendar_stop(c, d);
    const struct plan *next = calendar_next_plan(c, d);
    if (stop) {
        buf_put(out, STR("the plan was stopped on "));
        put_date(stop->day, out);
    } else if (next) {
        buf_put(out, STR("the first plan begins on "));
        put_date(next->start, out);
    } else {
        buf_put(out, STR("there is no plan"));
    }
}

static void why_logged(const struct calendar *c, struct day d,
                       const struct day_key *k, struct buf *out)
{
    const struct mark *today = calendar_fact(c, d);
    struct day since = {0};
    if (k->kind == DAY_DOSE) {
        bool extra = today && today->what == MARK_EXTRA;
        buf_put(out, extra ? STR("an extra dose is logged")
                           : STR("a dose is logged"));
    } else if (calendar_paused(c, d, &since)) {
        buf_put(out, STR("the plan has been paused since "));
        put_date(since, out);
    } else if (today) {
        buf_put(out, STR("its dose is logged as skipped"));
    } else if (k->kind == DAY_TRANSITION) {
        buf_put(out, STR("a dose is logged on the day before"));
    } else {
        buf_put(out, STR("the dose of the day before is logged as skipped"));
    }
}

static void why_planned(const struct calendar *c, struct day d,
                        const struct day_key *k, struct buf *out)
{
    const struct plan *p = calendar_plan(c, d);
    bool weekdays = p && p->rule == RULE_WEEKDAYS;
    if (k->resting) {
        buf_put(out, STR("the plan rests here"));
    } else if (weekdays && k->kind == DAY_TRANSITION) {
        buf_put(out, STR("the day before is a dose day of the plan"));
    } else if (weekdays) {
        struct str name = weekday_name(day_weekday(d));
        buf_printf(out, "%.*s is %s dose day of the plan", STR_ARG(name),
                   k->kind == DAY_DOSE ? "a" : "no");
    } else {
        buf_put(out, STR("the plan has it so"));
    }
}

void calendar_reason(const struct calendar *c, struct day d, struct buf *out)
{
    struct day_key k = calendar_key(c, d);
    if (k.basis == BASIS_LOGGED) {
        why_logged(c, d, &k, out);
    } else if (k.basis == BASIS_PLANNED) {
        why_planned(c, d, &k, out);
    } else if (k.day > 0) {
        buf_put(out, STR("nothing is logged, and the plan only logs"));
    } else {
        why_no_plan(c, d, out);
    }
}

void calendar_why(const struct calendar *c, struct day d, struct buf *out)
{
    struct day_key k = calendar_key(c, d);
    put_date(d, out);
    if (k.kind != DAY_NONE) {
        struct str kind = day_kind_word(k.kind);
        buf_printf(out, " is a %.*s day", STR_ARG(kind));
    }
    buf_put(out, STR(": "));
    calendar_reason(c, d, out);
    if (k.day > 0) {
        struct str label = calendar_plan(c, d)->label;
        buf_put(out, STR(" ("));
        if (label.len > 0) {
            buf_printf(out, "%.*s, ", STR_ARG(label));
        }
        if (k.weeks > 0) {
            buf_printf(out, "cycle %d, ", k.cycle);
        }
        day_key_sentence(&k, out);
        buf_put(out, STR(")"));
    }
    buf_put(out, STR("."));
}

// SPDX-License-Identifier: MIT
// What a key says in words. The sentence is short, for a screen; the why names
// the one fact that decided, in the order in which calendar_key decides.
#include "core/calendar.h"

#include <assert.h>

#include "base/number.h"

static const char *const basis_words[] = {
    [BASIS_NONE] = "none",
    [BASIS_PLANNED] = "planned",
    [BASIS_LOGGED] = "logged",
};
static_assert(sizeof(basis_words) / sizeof(basis_words[0]) == BASIS_COUNT,
              "a word for every basis");

static const char *const month_names[] = {
    WORD("January"),   WORD("February"), WORD("March"),    WORD("April"),
    WORD("May"),       WORD("June"),     WORD("July"),     WORD("August"),
    WORD("September"), WORD("October"),  WORD("November"), WORD("December")};
static const char *const weekday_names[] = {
    WORD("Monday"), WORD("Tuesday"),  WORD("Wednesday"), WORD("Thursday"),
    WORD("Friday"), WORD("Saturday"), WORD("Sunday")};

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

struct str weekday_short(int weekday)
{
    static const char *const names[] = {WORD("Mon"), WORD("Tue"), WORD("Wed"),
                                        WORD("Thu"), WORD("Fri"), WORD("Sat"),
                                        WORD("Sun")};
    assert(weekday >= 0 && weekday < 7);
    return str_from(names[weekday]);
}

struct str day_basis_word(enum day_basis b)
{
    assert(b < BASIS_COUNT);
    return str_from(basis_words[b]);
}

// A long pattern that spells single days (an import) has no place worth
// counting.
enum { ROUND_SHOWN_DAYS = 31 };

// By: has a round, has a kind, the weeks are counted.
static const char *const sentences[2][2][2] = {
    {{WORD("week {4}"), WORD("week {4} of {5}")},
     {WORD("{3}, week {4}"), WORD("{3}, week {4} of {5}")}},
    {{WORD("day {1} of {2}, week {4}"),
      WORD("day {1} of {2}, week {4} of {5}")},
     {WORD("day {1} of {2}, {3}, week {4}"),
      WORD("day {1} of {2}, {3}, week {4} of {5}")}},
};

void day_key_sentence(const struct day_key *k, const struct tongue *t,
                      struct buf *out)
{
    char rooms[4][NUMBER_ROOM];
    if (k->day == 0) {
        return;
    }
    bool paused = k->kind == DAY_BREAK && k->paused;
    const struct str args[] = {
        number_text(k->round, rooms[0]), number_text(k->round_days, rooms[1]),
        say(t, paused ? STR("paused") : day_kind_word(k->kind)),
        number_text(k->week, rooms[2]), number_text(k->weeks, rooms[3])};
    bool rounds =
        k->round_days > 1 && k->round_days <= ROUND_SHOWN_DAYS && !k->paused;
    struct str pattern =
        str_from(sentences[rounds][k->kind != DAY_NONE][k->weeks > 0]);
    if (k->resting) {
        pattern = k->kind == DAY_BREAK
                      ? STR(WORD("{3}, day {1} of {2}"))
                      : STR(WORD("{3}, day {1} of {2} of the break"));
    }
    tongue_fill(out, say(t, pattern), args, 5);
}

void date_sentence(struct day d, const struct tongue *t, struct buf *out)
{
    char rooms[2][NUMBER_ROOM];
    struct date date = day_date(d);
    const struct str args[] = {
        say(t, weekday_name(day_weekday(d))), number_text(date.day, rooms[0]),
        say(t, month_name(date.month)), number_text(date.year, rooms[1])};
    tongue_fill(out, say(t, STR("{1} {2} {3} {4}")), args, 4);
}

// A sentence that ends with a date.
static void put_dated(struct str pattern, struct day d, const struct tongue *t,
                      struct buf *out)
{
    struct buf date = {0};
    date_sentence(d, t, &date);
    struct str arg = buf_view(&date);
    tongue_fill(out, say(t, pattern), &arg, 1);
    buf_finish(&date);
}

static void why_no_plan(const struct calendar *c, struct day d,
                        const struct tongue *t, struct buf *out)
{
    const struct mark *stop = calendar_stop(c, d);
    const struct plan *next = calendar_next_plan(c, d);
    if (stop) {
        put_dated(STR(WORD("the plan was stopped on {1}")), stop->day, t, out);
    } else if (next) {
        put_dated(STR(WORD("the first plan begins on {1}")), next->start, t,
                  out);
    } else {
        buf_put(out, say(t, STR("there is no plan")));
    }
}

static void why_logged(const struct calendar *c, struct day d,
                       const struct tongue *t, struct buf *out)
{
    struct day_key k = calendar_key(c, d);
    const struct mark *today = calendar_fact(c, d);
    struct day since = {0};
    if (k.kind == DAY_DOSE) {
        bool extra = today && today->what == MARK_EXTRA;
        buf_put(out, say(t, extra ? STR("an extra dose is logged")
                                  : STR("a dose is logged")));
    } else if (calendar_paused(c, d, &since)) {
        put_dated(STR(WORD("the plan has been paused since {1}")), since, t,
                  out);
    } else if (today) {
        buf_put(out, say(t, STR("its dose is logged as skipped")));
    } else if (k.kind == DAY_TRANSITION) {
        buf_put(out, say(t, STR("a dose is logged on the day before")));
    } else {
        buf_put(out, say(t, STR("the dose of the day before is logged as "
                                "skipped")));
    }
}

static void why_planned(const struct calendar *c, struct day d,
                        const struct tongue *t, struct buf *out)
{
    struct day_key k = calendar_key(c, d);
    const struct plan *p = calendar_plan(c, d);
    bool weekdays = p && p->rule == RULE_WEEKDAYS;
    struct str name = say(t, weekday_name(day_weekday(d)));
    struct str pattern =
        k.resting ? STR(WORD("the plan rests here"))
        : weekdays && k.kind == DAY_TRANSITION
            ? STR(WORD("the day before is a dose day of the plan"))
        : !weekdays          ? STR(WORD("the plan has it so"))
        : k.kind == DAY_DOSE ? STR(WORD("{1} is a dose day of the plan"))
                             : STR(WORD("{1} is no dose day of the plan"));
    tongue_fill(out, say(t, pattern), &name, 1);
}

void calendar_reason(const struct calendar *c, struct day d,
                     const struct tongue *t, struct buf *out)
{
    struct day_key k = calendar_key(c, d);
    if (k.basis == BASIS_LOGGED) {
        why_logged(c, d, t, out);
    } else if (k.basis == BASIS_PLANNED) {
        why_planned(c, d, t, out);
    } else if (k.day > 0) {
        buf_put(out, say(t, STR("nothing is logged, and the plan only logs")));
    } else {
        why_no_plan(c, d, t, out);
    }
}

void calendar_why(const struct calendar *c, struct day d, struct buf *out)
{
    struct day_key k = calendar_key(c, d);
    date_sentence(d, NULL, out);
    if (k.kind != DAY_NONE) {
        struct str kind = day_kind_word(k.kind);
        buf_printf(out, " is a %.*s day", STR_ARG(kind));
    }
    buf_put(out, STR(": "));
    calendar_reason(c, d, NULL, out);
    if (k.day > 0) {
        struct str label = calendar_plan(c, d)->label;
        buf_put(out, STR(" ("));
        if (label.len > 0) {
            buf_printf(out, "%.*s, ", STR_ARG(label));
        }
        if (k.weeks > 0) {
            buf_printf(out, "cycle %d, ", k.cycle);
        }
        day_key_sentence(&k, NULL, out);
        buf_put(out, STR(")"));
    }
    buf_put(out, STR("."));
}

// SPDX-License-Identifier: MIT
#include "core/calendar_care.h"

enum {
    WEEK_DAYS = 7,
    LONG_DAYS = 56, // 8 weeks
};

static bool is_dose(const struct mark *m)
{
    return m && (m->what == MARK_TAKEN || m->what == MARK_EXTRA);
}

static const struct mark *dose_on(const struct calendar *c, int32_t day)
{
    const struct mark *m = calendar_fact(c, (struct day){day});
    return is_dose(m) ? m : NULL;
}

static bool planned_dose(const struct calendar *c, int32_t day)
{
    return calendar_planned(c, (struct day){day}) == DAY_DOSE;
}

// Doses on this day and on the next, and not both by the plan.
static bool pair_unplanned(const struct calendar *c, int32_t day)
{
    return dose_on(c, day) && dose_on(c, day + 1) &&
           !(planned_dose(c, day) && planned_dose(c, day + 1));
}

static bool in_a_row_unplanned(const struct calendar *c, int32_t day)
{
    return pair_unplanned(c, day - 1) || pair_unplanned(c, day);
}

// Whether the run of dose days around day has such a pair without day itself.
static bool row_was_told(const struct calendar *c, int32_t day)
{
    for (int way = -1; way <= 1; way += 2) {
        for (int32_t d = day + way; dose_on(c, d + way); d += way) {
            if (pair_unplanned(c, way < 0 ? d - 1 : d)) {
                return true;
            }
        }
    }
    return false;
}

// Whether the stretch up to day is longer than 8 weeks without seven days of
// rest one after the other: days of a break or pause, or without a plan, on
// which no dose was logged.
static bool long_without_break(const struct calendar *c, int32_t day)
{
    int32_t active = day;
    for (int32_t d = day; active - d < WEEK_DAYS; d--) {
        struct day_key k = calendar_key(c, (struct day){d});
        if (k.kind != DAY_NONE && k.kind != DAY_BREAK) {
            active = d;
        }
        if (day - active >= LONG_DAYS) {
            return true;
        }
    }
    return false;
}

// Whether a dose close by in the same stretch was answered so.
static bool long_was_told(const struct calendar *c, int32_t day)
{
    for (int32_t away = 1; away < LONG_DAYS; away++) {
        for (int way = -1; way <= 1; way += 2) {
            int32_t d = day + way * away;
            if (dose_on(c, d) && long_without_break(c, d)) {
                return true;
            }
        }
    }
    return false;
}

static bool rests(const struct calendar *c, int32_t day)
{
    struct day_key k = calendar_key(c, (struct day){day});
    return k.resting || k.paused;
}

// Whether another dose was logged in the rest that day lies in.
static bool rest_was_told(const struct calendar *c, int32_t day)
{
    for (int way = -1; way <= 1; way += 2) {
        for (int32_t d = day + way;
             rests(c, d) && d - day < PLAN_DAYS_MAX && day - d < PLAN_DAYS_MAX;
             d += way) {
            if (dose_on(c, d)) {
                return true;
            }
        }
    }
    return false;
}

// Whether the same was logged for this day before: a log again is answered,
// a word of care not said again.
static bool logged_before(const struct calendar *c, const struct mark *m)
{
    const struct mark *marks = NULL;
    size_t count = calendar_marks(c, m->day, &marks);
    for (size_t i = 0; i + 1 < count; i++) {
        if (marks[i].what == m->what || (is_dose(&marks[i]) && is_dose(m))) {
            return true;
        }
    }
    return false;
}

// The next byte that counts: blanks, case and the kind of point do not.
static char plain_byte(struct str *s)
{
    while (s->len > 0) {
        char b = s->at[0];
        *s = str_sub(*s, 1, s->len);
        if (b != ' ' && b != '\t') {
            return (char)(b >= 'A' && b <= 'Z' ? b - 'A' + 'a'
                          : b == ','           ? '.'
                                               : b);
        }
    }
    return '\0';
}

static bool same_amount(struct str a, struct str b)
{
    char x, y;
    do {
        x = plain_byte(&a);
        y = plain_byte(&b);
    } while (x == y && x != '\0');
    return x == y;
}

static bool amount_changed(const struct calendar *c, const struct mark *m)
{
    for (int32_t away = 1; away < WEEK_DAYS && m->amount.len > 0; away++) {
        for (int side = -1; side <= 1; side += 2) {
            const struct mark *other = dose_on(c, m->day.number + side * away);
            if (other && other->amount.len > 0) {
                return !same_amount(m->amount, other->amount);
            }
        }
    }
    return false;
}

static void put_line(struct buf *out, const struct tongue *t, struct str line)
{
    buf_put(out, say(t, line));
    buf_put_char(out, '\n');
}

static void dose_care(const struct calendar *c, const struct mark *m,
                      const struct tongue *t, struct buf *out)
{
    struct day_key k = calendar_key(c, m->day);
    int32_t day = m->day.number;
    if ((k.resting || k.paused) && !rest_was_told(c, day)) {
        put_line(out, t,
                 k.paused ? STR(WORD("This day lies in the pause; it is noted "
                                     "as it was, and the pause goes on."))
                          : STR(WORD("This day lies in the break; it is noted "
                                     "as it was, and the break goes on.")));
    }
    if (in_a_row_unplanned(c, day) && !row_was_told(c, day)) {
        put_line(out, t,
                 STR(WORD("Doses on two days in a row, outside the plan. The "
                          "usual rhythm is a few days a week and never daily; "
                          "if it goes on, talk it over with someone you "
                          "trust.")));
    }
    if (long_without_break(c, day) && !long_was_told(c, day)) {
        put_line(out, t,
                 STR(WORD("More than 8 weeks without a break. The usual advice "
                          "is six to eight weeks, and then a rest.")));
    }
}

void calendar_care(const struct calendar *c, const struct mark *m,
                   const struct tongue *t, struct buf *out)
{
    bool again = logged_before(c, m);
    if (m->what == MARK_SKIPPED && !again) {
        put_line(out, t,
                 STR(WORD("Skipped is fine: there is nothing to catch up.")));
    }
    if (m->what == MARK_STOP) {
        put_line(out, t,
                 STR(WORD("The plan has ended. What you wrote stays; there is "
                          "nothing to finish, and a new plan can begin on any "
                          "day you like.")));
    }
    if (!is_dose(m)) {
        return;
    }
    if (!again) {
        dose_care(c, m, t, out);
    }
    if (amount_changed(c, m)) {
        put_line(out, t,
                 STR(WORD("The amount differs from another day of this week. "
                          "The usual advice is to watch for a week at least "
                          "before any change.")));
    }
}

static bool has_doses(const struct plan *p)
{
    for (int i = 0; p->rule == RULE_PATTERN && i < p->length; i++) {
        if (p->pattern[i] == DAY_DOSE) {
            return true;
        }
    }
    return p->rule == RULE_WEEKDAYS;
}

void plan_care(const struct plan *p, const struct tongue *t, struct buf *out)
{
    bool rests = p->cycle_days > 0 && p->cycle_days <= LONG_DAYS &&
                 p->break_days >= WEEK_DAYS;
    if (has_doses(p) && !rests) {
        put_line(out, t,
                 STR(WORD("This plan goes on for more than 8 weeks without a "
                          "break. The usual advice is six to eight weeks, and "
                          "then a rest.")));
    }
}

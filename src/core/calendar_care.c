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

static bool in_a_row_unplanned(const struct calendar *c, int32_t day)
{
    for (int32_t next = day - 1; next <= day + 1; next += 2) {
        if (dose_on(c, next) &&
            !(planned_dose(c, day) && planned_dose(c, next))) {
            return true;
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

void calendar_care(const struct calendar *c, const struct mark *m,
                   struct buf *out)
{
    if (m->what == MARK_SKIPPED) {
        buf_put(out, STR("Skipped is fine: there is nothing to catch up.\n"));
    }
    if (!is_dose(m)) {
        return;
    }
    struct day_key k = calendar_key(c, m->day);
    if (k.resting || k.paused) {
        buf_printf(out,
                   "This day lies in the %s; it is noted as it was, and the "
                   "%s goes on.\n",
                   k.paused ? "pause" : "break", k.paused ? "pause" : "break");
    }
    if (in_a_row_unplanned(c, m->day.number)) {
        buf_put(out, STR("Doses on two days in a row, outside the plan. The "
                         "usual rhythm is a few days a week and never daily; "
                         "if it goes on, talk it over with someone you "
                         "trust.\n"));
    }
    if (long_without_break(c, m->day.number)) {
        buf_put(out, STR("More than 8 weeks without a break. The usual advice "
                         "is six to eight weeks, and then a rest.\n"));
    }
    if (amount_changed(c, m)) {
        buf_put(out, STR("The amount differs from another day of this week. "
                         "The usual advice is to watch for a week at least "
                         "before any change.\n"));
    }
}

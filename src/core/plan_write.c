// SPDX-License-Identifier: MIT
#include "core/plan.h"

static const char header[] =
    "# Breathmark calendar. Plan = what was intended; the other marks = what "
    "happened. Format: recutils \"rec\", only ever added to.\n"
    "# Dates are civil dates of the person's own day, which begins at "
    "Day_start.\n"
    "%rec: Mark\n"
    "%doc: A plan made, or what was done on a day. A correction is a new mark "
    "for the same day.\n"
    "%type: Id regexp /^[0-9]{8}T[0-9]{6}Z-[0-9a-f]{8}$/\n"
    "%type: At,Start,Day_date date\n"
    "%type: What enum plan taken skipped extra pause resume stop void\n"
    "%type: Cycle_days,Break_days int\n"
    "%type: Shift enum fixed from_dose\n"
    "%type: End regexp /^[0-9a-f]{8}$/\n"
    "%mandatory: Id At What End\n"
    "\n";

struct str calendar_header(void)
{
    return STR(header);
}

static void put_some(struct buf *out, struct str name, struct str value)
{
    if (value.len > 0) {
        rec_put(out, name, value);
    }
}

static void put_day(struct buf *out, struct str name, struct day d)
{
    struct buf text = {0};
    day_print(d, &text);
    rec_put(out, name, buf_view(&text));
    buf_finish(&text);
}

static void put_rule(const struct plan *p, struct buf *out)
{
    struct buf text = {0};
    plan_pattern_print(p, &text);
    rec_put(out, STR("Pattern"), buf_view(&text));
    if (p->rule == RULE_WEEKDAYS) {
        buf_clear(&text);
        plan_weekdays_print(p, &text);
        rec_put(out, STR("Weekdays"), buf_view(&text));
    }
    buf_clear(&text);
    buf_printf(&text, "%02d:%02d", p->day_start_min / 60,
               p->day_start_min % 60);
    rec_put_whole(out, STR("Cycle_days"), p->cycle_days);
    rec_put_whole(out, STR("Break_days"), p->break_days);
    rec_put(out, STR("Shift"), shift_word(p->shift));
    rec_put(out, STR("Day_start"), buf_view(&text));
    buf_finish(&text);
}

void plan_format(const struct plan *p, struct buf *out)
{
    size_t from = out->len;
    rec_put(out, STR("Id"), p->id);
    rec_put(out, STR("At"), p->at);
    rec_put(out, STR("What"), STR("plan"));
    put_day(out, STR("Start"), p->start);
    put_some(out, STR("Label"), p->label);
    put_rule(p, out);
    put_some(out, STR("Phase"), p->phase);
    put_some(out, STR("Discreet"), p->discreet);
    for (size_t i = 0; i < p->item_count; i++) {
        put_some(out, STR("Item"), p->items[i]);
    }
    put_some(out, STR("Person"), p->person);
    rec_put_end(out, from);
}

void mark_format(const struct mark *m, struct buf *out)
{
    size_t from = out->len;
    rec_put(out, STR("Id"), m->id);
    rec_put(out, STR("At"), m->at);
    rec_put(out, STR("What"), mark_word(m->what));
    put_day(out, STR("Day_date"), m->day);
    put_some(out, STR("Amount"), m->amount);
    put_some(out, STR("Note"), m->note);
    put_some(out, STR("Person"), m->person);
    rec_put_end(out, from);
}

// SPDX-License-Identifier: MIT
// Plans and marks from the records of calendar.rec. Reading goes field by field
// through one table; a plan in which a field that bears on its days cannot be
// read becomes RULE_NONE, because a guess here could put a dose on a day that
// nobody meant.
#include "core/plan.h"

#include "base/number.h"

struct reading {
    const struct rec *rec;
    struct arena *mem;
    struct diags *notes;
    struct plan *plan;
    bool days_unclear; // a field that bears on the days cannot be read
};

static void mistake(struct reading *in, int line, struct str message,
                    struct str hint)
{
    if (in->notes) {
        struct diag d = {.line = line, .column = 1, .width = 1};
        d.message = message;
        d.hint = hint;
        diags_add(in->notes, d);
    }
}

static void value_mistake(struct reading *in, const struct rec_field *f,
                          struct str hint)
{
    mistake(in, f->line,
            arena_printf(in->mem, "%.*s: \"%.*s\" is not understood",
                         STR_ARG(f->name), STR_ARG(str_trim(f->value))),
            hint);
}

static void read_days(struct reading *in, const struct rec_field *f, int *out)
{
    int64_t days = 0;
    if (number_whole(str_trim(f->value), 0, PLAN_DAYS_MAX, &days)) {
        *out = (int)days;
    } else {
        value_mistake(in, f, STR("write a number of days from 0 to 3660"));
        in->days_unclear = true;
    }
}

static void read_cycle_days(struct reading *in, const struct rec_field *f)
{
    read_days(in, f, &in->plan->cycle_days);
}

static void read_break_days(struct reading *in, const struct rec_field *f)
{
    read_days(in, f, &in->plan->break_days);
}

static void read_pattern(struct reading *in, const struct rec_field *f)
{
    struct str fault = STR_NONE;
    if (!plan_pattern_parse(f->value, in->mem, in->plan, &fault)) {
        mistake(in, f->line,
                arena_printf(in->mem, "Pattern: \"%.*s\" is no kind of day",
                             STR_ARG(fault)),
                STR("write dose, transition, normal and break in order, or "
                    "weekdays, or none"));
        in->days_unclear = true;
    }
}

static void read_weekdays(struct reading *in, const struct rec_field *f)
{
    struct str fault = STR_NONE;
    if (!plan_weekdays_parse(f->value, in->plan, &fault)) {
        mistake(in, f->line,
                arena_printf(in->mem, "Weekdays: \"%.*s\" is no weekday",
                             STR_ARG(fault)),
                STR("write mon tue wed thu fri sat sun"));
        in->days_unclear = true;
    }
}

static void read_shift(struct reading *in, const struct rec_field *f)
{
    if (!shift_from_word(str_trim(f->value), &in->plan->shift)) {
        value_mistake(in, f, STR("write fixed or from_dose"));
        in->days_unclear = true;
    }
}

static void read_day_start(struct reading *in, const struct rec_field *f)
{
    if (!day_start_parse(str_trim(f->value), &in->plan->day_start_min)) {
        value_mistake(in, f, STR("write a time of day like 04:00"));
    }
}

static void read_label(struct reading *in, const struct rec_field *f)
{
    in->plan->label = str_trim(f->value);
}

static void read_phase(struct reading *in, const struct rec_field *f)
{
    in->plan->phase = str_trim(f->value);
}

static void read_discreet(struct reading *in, const struct rec_field *f)
{
    in->plan->discreet = str_trim(f->value);
}

static const struct {
    const char *name;
    void (*read)(struct reading *in, const struct rec_field *f);
} plan_fields[] = {
    {"Label", read_label},           {"Pattern", read_pattern},
    {"Weekdays", read_weekdays},     {"Cycle_days", read_cycle_days},
    {"Break_days", read_break_days}, {"Shift", read_shift},
    {"Day_start", read_day_start},   {"Phase", read_phase},
    {"Discreet", read_discreet},
};

static struct str trimmed(const struct rec *r, struct str name)
{
    return str_trim(rec_get(r, name));
}

static void read_items(struct reading *in)
{
    const struct rec *r = in->rec;
    struct str *items = ARENA_ARRAY(in->mem, struct str, r->count + 1);
    for (size_t i = 0; i < r->count; i++) {
        struct str value = str_trim(r->fields[i].value);
        if (str_equal(r->fields[i].name, STR("Item")) && value.len > 0) {
            items[in->plan->item_count++] = value;
        }
    }
    in->plan->items = items;
}

static void check_rule(struct reading *in)
{
    struct plan *p = in->plan;
    bool some = false;
    for (int i = 0; i < 7; i++) {
        some = some || p->weekdays[i];
    }
    if (!rec_get(in->rec, STR("Pattern")).at) {
        mistake(in, in->rec->line, STR("this plan has no Pattern"),
                STR("write Pattern: with day kinds, weekdays or none"));
        in->days_unclear = true;
    } else if (p->rule == RULE_WEEKDAYS && !some && !in->days_unclear) {
        mistake(in, in->rec->line, STR("this plan has no Weekdays"),
                STR("write Weekdays: like mon thu"));
        in->days_unclear = true;
    }
    if (in->days_unclear) {
        p->rule = RULE_NONE;
    }
}

// The date of a field; false, with a note, when it is missing or no date.
static bool read_date(struct reading *in, struct str name, struct day *out)
{
    struct str value = rec_get(in->rec, name);
    if (day_parse(str_trim(value), out)) {
        return true;
    }
    int line = in->rec->line;
    for (size_t i = in->rec->count; i-- > 0;) {
        if (str_equal(in->rec->fields[i].name, name)) {
            line = in->rec->fields[i].line;
        }
    }
    mistake(in, line,
            value.at
                ? arena_printf(in->mem, "%.*s: \"%.*s\" is not a date",
                               STR_ARG(name), STR_ARG(str_trim(value)))
                : arena_printf(in->mem, "this mark has no %.*s", STR_ARG(name)),
            STR("write a date like 2026-03-01"));
    return false;
}

void plan_read_fields(const struct rec *r, struct arena *mem,
                      struct diags *notes, struct plan *plan)
{
    struct reading in = {.rec = r, .mem = mem, .notes = notes, .plan = plan};
    for (size_t i = 0; i < r->count; i++) {
        struct str name = r->fields[i].name;
        for (size_t k = 0; k < sizeof(plan_fields) / sizeof(plan_fields[0]);
             k++) {
            if (str_equal(name, str_from(plan_fields[k].name))) {
                plan_fields[k].read(&in, &r->fields[i]);
            }
        }
    }
    read_items(&in);
    check_rule(&in);
}

static bool read_plan(struct reading *in)
{
    struct plan *p = in->plan;
    plan_init(p);
    plan_read_fields(in->rec, in->mem, in->notes, p);
    p->line = in->rec->line;
    p->id = trimmed(in->rec, STR("Id"));
    p->at = trimmed(in->rec, STR("At"));
    p->person = trimmed(in->rec, STR("Person"));
    return read_date(in, STR("Start"), &p->start);
}

enum mark_record mark_read(const struct rec *r, struct arena *mem,
                           struct diags *notes, struct plan *plan,
                           struct mark *mark)
{
    struct reading in = {.rec = r, .mem = mem, .notes = notes, .plan = plan};
    struct str what = trimmed(r, STR("What"));
    if (str_equal(what, STR("plan"))) {
        return read_plan(&in) ? RECORD_PLAN : RECORD_FAULTY;
    }
    *mark = (struct mark){.line = r->line,
                          .id = trimmed(r, STR("Id")),
                          .at = trimmed(r, STR("At")),
                          .person = trimmed(r, STR("Person")),
                          .amount = trimmed(r, STR("Amount")),
                          .note = rec_get(r, STR("Note"))};
    if (!mark_from_word(what, &mark->what)) {
        mistake(&in, r->line,
                arena_printf(mem, "What: \"%.*s\" is not understood",
                             STR_ARG(what)),
                STR("write plan, taken, skipped, extra, pause, resume, stop "
                    "or void"));
        return RECORD_FAULTY;
    }
    return read_date(&in, STR("Day_date"), &mark->day) ? RECORD_MARK
                                                       : RECORD_FAULTY;
}

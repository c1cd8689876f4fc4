// SPDX-License-Identifier: MIT
// Any bytes as another program's calendar: its days come sorted and once, or it
// is said to be none; and a plan is made of them, or they span too much.
#include "fuzz.h"

#include "core/calendar_ics.h"
#include "platform/ical_module.h"

static bool is_before(struct ical_date a, struct ical_date b)
{
    return a.year != b.year     ? a.year < b.year
           : a.month != b.month ? a.month < b.month
                                : a.day < b.day;
}

static void make_plan(const struct ical_days *days, struct arena *mem)
{
    struct plan plans[2];
    struct day *items = ARENA_ARRAY(mem, struct day, days->count);
    for (size_t i = 0; i < days->count; i++) {
        const struct ical_date *d = &days->items[i];
        items[i] = day_from_date((struct date){d->year, d->month, d->day});
    }
    if (plan_from_days(items, days->count, mem, plans)) {
        must(plans[0].start.number == items[0].number);
        must(plans[0].length <= PLAN_SPAN_MAX);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena mem = {0};
    struct ical_days days = {0};
    struct str text = arena_copy(&mem, (struct str){(const char *)data, size});
    if (ical_module_read(text, (struct ical_date){2026, 11, 28}, &mem, &days)) {
        for (size_t i = 0; i < days.count; i++) {
            const struct ical_date *d = &days.items[i];
            must(d->month >= 1 && d->month <= 12 && d->day >= 1 &&
                 d->day <= 31);
            must(i == 0 || is_before(days.items[i - 1], *d));
        }
        if (days.count > 0) {
            make_plan(&days, &mem);
        }
    }
    arena_finish(&mem);
    return 0;
}

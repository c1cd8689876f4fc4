// SPDX-License-Identifier: MIT
// The module that ical.c loads, the only thing that is linked with libical.
//
// Every event is spread into day numbers: its first day, its rules, its extra
// dates, less its exceptions, less the days that another event with the same
// UID and a RECURRENCE-ID replaces. All of them go into one list, which is
// sorted in the end. libical does the reading and the rules; dates are kept as
// yyyymmdd, so that nothing here depends on a zone.
#include "platform/ical_module.h"

#include <libical/ical.h>
#include <stdlib.h>
#include <string.h>

enum {
    OPEN_RULE_YEARS = 2,  // 24 months
    RULE_STEPS = 20000,   // of a rule that has an end
    EVENT_DAYS = 366,     // of one event that spans days
    DATES_MOST = 1 << 20, // of a file
};

struct dates {
    int *at; // yyyymmdd
    size_t count, cap;
    struct arena *mem;
};

struct walk {
    struct ical_days *out;
    struct dates days;
    icalcomponent **replacements; // events with a RECURRENCE-ID
    size_t replacement_count;
    int today;
    bool titled;
    struct arena *mem;
};

static int date_number(struct icaltimetype t)
{
    return t.year * 10000 + t.month * 100 + t.day;
}

// Adds a date; one that no calendar has is passed over.
static void dates_add(struct dates *list, int date)
{
    int year = date / 10000, month = date / 100 % 100, day = date % 100;
    if (list->count >= DATES_MOST || year < 1 || year > 9999 || month < 1 ||
        month > 12 || day < 1 || day > icaltime_days_in_month(month, year)) {
        return;
    }
    if (list->count == list->cap) {
        size_t cap = list->cap > 0 ? list->cap * 2 : 64;
        int *at = ARENA_ARRAY(list->mem, int, cap);
        if (list->count > 0) {
            memcpy(at, list->at, list->count * sizeof(*at));
        }
        list->at = at;
        list->cap = cap;
    }
    list->at[list->count++] = date;
}

static int compare_dates(const void *left, const void *right)
{
    const int *a = left;
    const int *b = right;
    return (*a > *b) - (*a < *b);
}

static void dates_sort(struct dates *list)
{
    if (list->count > 0) {
        qsort(list->at, list->count, sizeof(*list->at), compare_dates);
    }
}

// The list is sorted.
static bool dates_have(const struct dates *list, int date)
{
    return list->count > 0 && bsearch(&date, list->at, list->count,
                                      sizeof(*list->at), compare_dates);
}

static struct icaltimetype property_time(icalcomponent *event,
                                         icalproperty_kind kind)
{
    icalproperty *p = icalcomponent_get_first_property(event, kind);
    icalvalue *v = p ? icalproperty_get_value(p) : NULL;
    if (!v) {
        return icaltime_null_time();
    }
    return icalvalue_isa(v) == ICAL_DATE_VALUE ? icalvalue_get_date(v)
                                               : icalvalue_get_datetime(v);
}

static bool same_uid(icalcomponent *a, icalcomponent *b)
{
    const char *left = icalcomponent_get_uid(a);
    const char *right = icalcomponent_get_uid(b);
    return left && right && strcmp(left, right) == 0;
}

static bool is_replacement(icalcomponent *event)
{
    return icalcomponent_get_first_property(event,
                                            ICAL_RECURRENCEID_PROPERTY) != NULL;
}

// The days that do not hold: EXDATE, and what another event replaces.
static void collect_exceptions(const struct walk *w, icalcomponent *event,
                               struct dates *out)
{
    icalproperty *p =
        icalcomponent_get_first_property(event, ICAL_EXDATE_PROPERTY);
    while (p) {
        icalvalue *v = icalproperty_get_value(p);
        if (v) {
            dates_add(out, date_number(icalvalue_isa(v) == ICAL_DATE_VALUE
                                           ? icalvalue_get_date(v)
                                           : icalvalue_get_datetime(v)));
        }
        p = icalcomponent_get_next_property(event, ICAL_EXDATE_PROPERTY);
    }
    for (size_t i = 0; i < w->replacement_count; i++) {
        icalcomponent *other = w->replacements[i];
        if (!is_replacement(event) && same_uid(event, other)) {
            dates_add(out, date_number(property_time(
                               other, ICAL_RECURRENCEID_PROPERTY)));
        }
    }
    dates_sort(out);
}

static void follow_rule(struct walk *w, struct icalrecurrencetype rule,
                        struct icaltimetype first, struct dates *starts)
{
    if (rule.freq < ICAL_DAILY_RECURRENCE || rule.freq >= ICAL_NO_RECURRENCE) {
        return; // nothing finer than a day is said of a whole day
    }
    bool endless = rule.count == 0 && icaltime_is_null_time(rule.until);
    int from = date_number(first);
    int limit = (from > w->today ? from : w->today) + OPEN_RULE_YEARS * 10000;
    icalrecur_iterator *it = icalrecur_iterator_new(rule, first);
    for (int i = 0; it && (endless || i < RULE_STEPS); i++) {
        struct icaltimetype t = icalrecur_iterator_next(it);
        if (icaltime_is_null_time(t)) {
            break;
        }
        if (endless && date_number(t) >= limit) {
            w->out->shortened = true;
            break;
        }
        dates_add(starts, date_number(t));
    }
    icalrecur_iterator_free(it);
}

static void collect_starts(struct walk *w, icalcomponent *event,
                           struct icaltimetype first, struct dates *starts)
{
    dates_add(starts, date_number(first));
    icalproperty *p =
        icalcomponent_get_first_property(event, ICAL_RRULE_PROPERTY);
    while (p) {
        follow_rule(w, icalproperty_get_rrule(p), first, starts);
        p = icalcomponent_get_next_property(event, ICAL_RRULE_PROPERTY);
    }
    p = icalcomponent_get_first_property(event, ICAL_RDATE_PROPERTY);
    while (p) {
        struct icaldatetimeperiodtype r = icalproperty_get_rdate(p);
        struct icaltimetype t =
            icaltime_is_null_time(r.time) ? r.period.start : r.time;
        if (!icaltime_is_null_time(t)) {
            dates_add(starts, date_number(t));
        }
        p = icalcomponent_get_next_property(event, ICAL_RDATE_PROPERTY);
    }
}

// How many days the event covers; DTEND is the first day after it.
static int days_covered(icalcomponent *event, struct icaltimetype first)
{
    struct icaltimetype end = icalcomponent_get_dtend(event);
    int days = 1;
    if (icaltime_is_null_time(end) || !icaltime_is_valid_time(end)) {
        return days;
    }
    icaltime_adjust(&first, 1, 0, 0, 0);
    while (days < EVENT_DAYS && date_number(first) < date_number(end)) {
        icaltime_adjust(&first, 1, 0, 0, 0);
        days++;
    }
    return days;
}

static struct icaltimetype date_of(int number)
{
    struct icaltimetype t = icaltime_null_date();
    t.year = number / 10000;
    t.month = number / 100 % 100;
    t.day = number % 100;
    return t;
}

static void take_title(struct walk *w, icalcomponent *event)
{
    struct str title = str_from(icalcomponent_get_summary(event));
    if (!w->titled) {
        w->out->name = arena_copy(w->mem, title);
    } else if (!str_equal(w->out->name, title)) {
        w->out->name = STR_NONE;
    }
    w->titled = true;
}

static void take_event(struct walk *w, icalcomponent *event)
{
    struct icaltimetype first = property_time(event, ICAL_DTSTART_PROPERTY);
    if (icaltime_is_null_time(first) ||
        icalcomponent_get_status(event) == ICAL_STATUS_CANCELLED) {
        return;
    }
    if (!first.is_date) {
        w->out->timed++;
        return;
    }
    struct dates starts = {.mem = w->mem}, exceptions = {.mem = w->mem};
    collect_starts(w, event, first, &starts);
    collect_exceptions(w, event, &exceptions);
    int covered = days_covered(event, first);
    for (size_t i = 0; i < starts.count; i++) {
        if (dates_have(&exceptions, starts.at[i])) {
            continue;
        }
        struct icaltimetype t = date_of(starts.at[i]);
        for (int day = 0; day < covered; day++) {
            dates_add(&w->days, date_number(t));
            icaltime_adjust(&t, 1, 0, 0, 0);
        }
    }
    w->out->events++;
    take_title(w, event);
}

// All VEVENTs of a file, which may hold several calendars.
static size_t find_events(icalcomponent *root, icalcomponent **events)
{
    size_t count = 0;
    icalcompiter calendars =
        icalcomponent_begin_component(root, ICAL_VCALENDAR_COMPONENT);
    icalcomponent *calendar =
        icalcomponent_isa(root) == ICAL_VCALENDAR_COMPONENT
            ? root
            : icalcompiter_deref(&calendars);
    while (calendar) {
        icalcompiter it =
            icalcomponent_begin_component(calendar, ICAL_VEVENT_COMPONENT);
        for (icalcomponent *e = icalcompiter_deref(&it); e;
             e = icalcompiter_next(&it)) {
            if (events) {
                events[count] = e;
            }
            count++;
        }
        calendar = calendar == root ? NULL : icalcompiter_next(&calendars);
    }
    return count;
}

static void keep_days(struct walk *w)
{
    struct dates *list = &w->days;
    struct ical_date *days =
        ARENA_ARRAY(w->mem, struct ical_date, list->count + 1);
    dates_sort(list);
    size_t count = 0;
    for (size_t i = 0; i < list->count; i++) {
        int date = list->at[i];
        if (i == 0 || date != list->at[i - 1]) {
            days[count++] =
                (struct ical_date){date / 10000, date / 100 % 100, date % 100};
        }
    }
    w->out->items = days;
    w->out->count = count;
}

static void take_events(struct walk *w, icalcomponent *root)
{
    size_t count = find_events(root, NULL);
    icalcomponent **events = ARENA_ARRAY(w->mem, icalcomponent *, count + 1);
    w->replacements = ARENA_ARRAY(w->mem, icalcomponent *, count + 1);
    find_events(root, events);
    for (size_t i = 0; i < count; i++) {
        if (is_replacement(events[i])) {
            w->replacements[w->replacement_count++] = events[i];
        }
    }
    for (size_t i = 0; i < count; i++) {
        take_event(w, events[i]);
    }
}

// libical speaks on standard error about text that is none of its own.
static bool begins_well(struct str text)
{
    static const char first[] = "begin:vcalendar";
    if (str_starts(text, STR("\xef\xbb\xbf"))) {
        text = str_sub(text, 3, text.len);
    }
    while (text.len > 0 && (text.at[0] == '\r' || text.at[0] == '\n')) {
        text = str_sub(text, 1, text.len);
    }
    for (size_t i = 0; i < sizeof(first) - 1; i++) {
        if (i >= text.len || (text.at[i] | 0x20) != (first[i] | 0x20)) {
            return false;
        }
    }
    return true;
}

bool ical_module_read(struct str text, struct ical_date today,
                      struct arena *mem, struct ical_days *out)
{
    *out = (struct ical_days){0};
    icalerror_set_errors_are_fatal(0);
    struct str copy = arena_copy(mem, text); // ends in a zero byte
    icalcomponent *root =
        begins_well(text) ? icalcomponent_new_from_string(copy.at) : NULL;
    icalcomponent_kind kind =
        root ? icalcomponent_isa(root) : ICAL_NO_COMPONENT;
    bool well =
        kind == ICAL_VCALENDAR_COMPONENT || kind == ICAL_XROOT_COMPONENT;
    if (well) {
        struct walk w = {.out = out, .days = {.mem = mem}, .mem = mem};
        w.today = today.year * 10000 + today.month * 100 + today.day;
        take_events(&w, root);
        keep_days(&w);
    }
    if (root) {
        icalcomponent_free(root);
    }
    icalmemory_free_ring();
    return well;
}

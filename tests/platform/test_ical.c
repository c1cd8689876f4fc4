// SPDX-License-Identifier: MIT
// The days of iCalendar files as calendars of others write them: rules, extra
// dates, exceptions, moved and cancelled events, folded lines, nonsense.
#include "unit.h"

#include "base/buf.h"
#include "platform/ical.h"

#define CALENDAR(events)                                                       \
    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//x//EN\r\n" events          \
    "END:VCALENDAR\r\n"
#define EVENT(uid, lines)                                                      \
    "BEGIN:VEVENT\r\nUID:" uid "\r\nDTSTAMP:20260101T000000Z\r\n" lines        \
    "END:VEVENT\r\n"

static const struct {
    const char *name, *text, *want; // days as mmdd of 2026
    size_t timed;
} files[] = {
    {"one day", CALENDAR(EVENT("a", "DTSTART;VALUE=DATE:20260301\r\n")), "0301",
     0},
    {"end is the day after",
     CALENDAR(EVENT("a", "DTSTART;VALUE=DATE:20260301\r\n"
                         "DTEND;VALUE=DATE:20260302\r\n")),
     "0301", 0},
    {"several days",
     CALENDAR(EVENT("a", "DTSTART;VALUE=DATE:20260227\r\n"
                         "DTEND;VALUE=DATE:20260302\r\n")),
     "0227 0228 0301", 0},
    {"a duration",
     CALENDAR(EVENT("a", "DTSTART;VALUE=DATE:20260301\r\nDURATION:P2D\r\n")),
     "0301 0302", 0},
    {"an end before the start",
     CALENDAR(EVENT("a", "DTSTART;VALUE=DATE:20260301\r\n"
                         "DTEND;VALUE=DATE:20260201\r\n")),
     "0301", 0},
    {"every third day, four times",
     CALENDAR(EVENT("a", "DTSTART;VALUE=DATE:20260301\r\n"
                         "RRULE:FREQ=DAILY;INTERVAL=3;COUNT=4\r\n")),
     "0301 0304 0307 0310", 0},
    {"weekdays until a day",
     CALENDAR(EVENT("a", "DTSTART;VALUE=DATE:20260302\r\n"
                         "RRULE:FREQ=WEEKLY;BYDAY=MO,TH;UNTIL=20260312\r\n")),
     "0302 0305 0309 0312", 0},
    {"exceptions, together and apart",
     CALENDAR(EVENT("a", "DTSTART;VALUE=DATE:20260301\r\n"
                         "RRULE:FREQ=DAILY;COUNT=6\r\n"
                         "EXDATE;VALUE=DATE:20260302,20260304\r\n"
                         "EXDATE;VALUE=DATE:20260305\r\n")),
     "0301 0303 0306", 0},
    {"an exception with a time",
     CALENDAR(EVENT("a", "DTSTART;VALUE=DATE:20260301\r\n"
                         "RRULE:FREQ=DAILY;COUNT=3\r\n"
                         "EXDATE:20260302T000000Z\r\n")),
     "0301 0303", 0},
    {"extra dates",
     CALENDAR(EVENT("a", "DTSTART;VALUE=DATE:20260301\r\n"
                         "RDATE;VALUE=DATE:20260315,20260310\r\n"
                         "RDATE;VALUE=DATE:20260301\r\n")),
     "0301 0310 0315", 0},
    {"a moved event and a cancelled one",
     CALENDAR(EVENT("a", "DTSTART;VALUE=DATE:20260301\r\n"
                         "RRULE:FREQ=WEEKLY;COUNT=3\r\n")
                  EVENT("a", "RECURRENCE-ID;VALUE=DATE:20260308\r\n"
                             "DTSTART;VALUE=DATE:20260310\r\n")
                      EVENT("a", "RECURRENCE-ID;VALUE=DATE:20260315\r\n"
                                 "DTSTART;VALUE=DATE:20260315\r\n"
                                 "STATUS:CANCELLED\r\n")),
     "0301 0310", 0},
    {"a moved event of another",
     CALENDAR(EVENT("a", "DTSTART;VALUE=DATE:20260308\r\n")
                  EVENT("b", "RECURRENCE-ID;VALUE=DATE:20260308\r\n"
                             "DTSTART;VALUE=DATE:20260310\r\n")),
     "0308 0310", 0},
    {"events with a time are left out",
     CALENDAR(EVENT("a", "DTSTART:20260301T080000Z\r\n")
                  EVENT("b", "DTSTART;TZID=Europe/Berlin:20260302T080000\r\n")
                      EVENT("c", "DTSTART;VALUE=DATE:20260303\r\n")),
     "0303", 2},
    {"the same day twice",
     CALENDAR(EVENT("a", "DTSTART;VALUE=DATE:20260301\r\n")
                  EVENT("b", "DTSTART;VALUE=DATE:20260301\r\n")),
     "0301", 0},
    {"two calendars in one file",
     CALENDAR(EVENT("a", "DTSTART;VALUE=DATE:20260301\r\n"))
         CALENDAR(EVENT("b", "DTSTART;VALUE=DATE:20260303\r\n")),
     "0301 0303", 0},
    {"a folded line",
     CALENDAR(EVENT("a", "DTSTART;VALUE=DA\r\n TE:20260301\r\n"
                         "RRULE:FREQ=DAILY;\r\n COUNT=2\r\n")),
     "0301 0302", 0},
    {"bare newlines",
     "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART;VALUE=DATE:20260301\n"
     "END:VEVENT\nEND:VCALENDAR\n",
     "0301", 0},
    {"leap day each year",
     CALENDAR(EVENT("a", "DTSTART;VALUE=DATE:20260228\r\n"
                         "RRULE:FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=2\r\n")),
     "0228 0331", 0},
    {"a rule of hours says nothing of days",
     CALENDAR(EVENT("a", "DTSTART;VALUE=DATE:20260301\r\n"
                         "RRULE:FREQ=SECONDLY\r\n")),
     "0301", 0},
    {"no start", CALENDAR(EVENT("a", "SUMMARY:x\r\n")), "", 0},
    {"no date", CALENDAR(EVENT("a", "DTSTART;VALUE=DATE:2026\r\n")), "", 0},
    {"an impossible day",
     CALENDAR(EVENT("a", "DTSTART;VALUE=DATE:20260230\r\n")), "", 0},
};

static bool read_file(const char *text, struct ical_date today,
                      struct arena *mem, struct ical_days *days,
                      struct str *why)
{
    struct ical_file file = {str_from(text), today, STR(MODULES)};
    return ical_read(&file, mem, days, why);
}

static void every_file_gives_its_days(void **state)
{
    (void)state;
    int wrong = 0;
    for (size_t i = 0; i < sizeof(files) / sizeof(files[0]); i++) {
        struct arena mem = {0};
        struct ical_days days;
        struct str why = STR_NONE;
        struct buf got = {0};
        struct ical_date today = {2026, 1, 1};
        bool well = read_file(files[i].text, today, &mem, &days, &why);
        for (size_t k = 0; well && k < days.count; k++) {
            const struct ical_date *d = &days.items[k];
            buf_printf(&got, "%s%02d%02d", k > 0 ? " " : "", d->month, d->day);
            wrong += d->year != 2026;
        }
        if (!str_equal(buf_view(&got), str_from(files[i].want)) || !well ||
            days.timed != files[i].timed) {
            print_error("%s:\n  got  %s\n  want %s\n", files[i].name,
                        buf_cstr(&got), files[i].want);
            wrong++;
        }
        buf_finish(&got);
        arena_finish(&mem);
    }
    assert_int_equal(wrong, 0);
}

static struct ical_days read_days(const char *text, struct ical_date today,
                                  struct arena *mem)
{
    struct ical_days days;
    struct str why = STR_NONE;
    assert_true(read_file(text, today, mem, &days, &why));
    return days;
}

static void a_rule_without_end_ends(void **state)
{
    (void)state;
    const char *text = CALENDAR(EVENT("a", "DTSTART;VALUE=DATE:20260301\r\n"
                                           "SUMMARY:Tea\\, slow\r\n"
                                           "RRULE:FREQ=DAILY\r\n"));
    struct arena mem = {0};
    struct ical_days days =
        read_days(text, (struct ical_date){2026, 1, 1}, &mem);
    assert_int_equal(days.count, 731); // 2028 is a leap year
    assert_int_equal(days.items[730].day, 29);
    assert_true(days.shortened);
    assert_str(days.name, "Tea, slow");
    // Begun long ago it still reaches two years ahead.
    days = read_days(text, (struct ical_date){2030, 6, 1}, &mem);
    assert_int_equal(days.items[days.count - 1].year, 2032);
    assert_int_equal(days.items[days.count - 1].month, 5);
    assert_int_equal(days.items[days.count - 1].day, 31);
    arena_finish(&mem);
}

static void titles_that_differ_are_none(void **state)
{
    (void)state;
    struct arena mem = {0};
    struct ical_days days = read_days(
        CALENDAR(EVENT("a", "DTSTART;VALUE=DATE:20260301\r\nSUMMARY:x\r\n")
                     EVENT("b", "DTSTART;VALUE=DATE:20260302\r\n")),
        (struct ical_date){2026, 1, 1}, &mem);
    assert_int_equal(days.name.len, 0);
    assert_int_equal(days.events, 2);
    arena_finish(&mem);
}

static void what_is_no_calendar_is_refused(void **state)
{
    (void)state;
    const char *texts[] = {"",
                           "hello",
                           "BEGIN:VEVENT\r\nEND:VEVENT\r\n",
                           "\x01\x02\x03",
                           "Id: 1\nWhat: plan\n",
                           "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n"};
    for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
        struct arena mem = {0};
        struct ical_days days;
        struct str why = STR_NONE;
        assert_false(
            read_file(texts[i], (struct ical_date){0}, &mem, &days, &why));
        assert_true(why.len > 0);
        arena_finish(&mem);
    }
}

static void a_missing_module_is_said(void **state)
{
    (void)state;
    struct arena mem = {0};
    struct ical_days days;
    struct str why = STR_NONE;
    struct ical_file file = {.text = STR("BEGIN:VCALENDAR\nEND:VCALENDAR\n"),
                             .modules = STR("/nowhere")};
    assert_false(ical_read(&file, &mem, &days, &why));
    assert_true(str_starts(why, STR("cannot be read here: /nowhere/")));
    assert_int_equal(days.count, 0);
    arena_finish(&mem);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_file_gives_its_days),
        cmocka_unit_test(a_rule_without_end_ends),
        cmocka_unit_test(titles_that_differ_are_none),
        cmocka_unit_test(what_is_no_calendar_is_refused),
        cmocka_unit_test(a_missing_module_is_said),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

// SPDX-License-Identifier: MIT
// The iCalendar text, byte by byte: which days, how lines fold, that nothing
// of what is taken stands in it; and plans from a list of days.
#include "unit.h"

#include <string.h>

#include "core/calendar_ics.h"

static const enum day_kind dtn[] = {DAY_DOSE, DAY_TRANSITION, DAY_NORMAL};

static struct day march(int day)
{
    struct day d = day_from_date((struct date){2026, 3, 1});
    d.number += day - 1;
    return d;
}

static struct plan spring(void)
{
    struct plan p;
    plan_init(&p);
    p.id = STR("20260228T190000Z-0b1c2d3e");
    p.label = STR("Spring");
    p.start = march(1);
    p.rule = RULE_PATTERN;
    p.pattern = dtn;
    p.length = 3;
    return p;
}

// The days of DTSTART as days of March 2026: "1 4 7 ".
static void days_of(const struct log *log, int today, struct buf *out)
{
    struct arena mem = {0};
    struct buf text = {0};
    struct wall now = {.day = march(today)};
    struct calendar *c = calendar_make(log, &mem);
    size_t events = calendar_ics(c, march(today), &now, &text), seen = 0;
    for (struct str rest = buf_view(&text); rest.len > 0;) {
        struct str line = str_cut(&rest, '\n');
        struct str lead = STR("DTSTART;VALUE=DATE:");
        if (str_starts(line, lead)) {
            struct buf date = {0};
            struct day d = {0};
            buf_printf(&date, "%.4s-%.2s-%.2s", line.at + lead.len,
                       line.at + lead.len + 4, line.at + lead.len + 6);
            assert_true(day_parse(buf_view(&date), &d));
            buf_printf(out, "%d ", d.number - march(1).number + 1);
            buf_finish(&date);
            seen++;
        }
    }
    assert_int_equal(events, seen);
    buf_finish(&text);
    arena_finish(&mem);
}

static void check_days(const struct log *log, int today, const char *want)
{
    struct buf got = {0};
    days_of(log, today, &got);
    assert_str(buf_view(&got), want);
    buf_finish(&got);
}

static void an_event_is_written_to_the_letter(void **state)
{
    (void)state;
    struct arena mem = {0};
    struct plan p = spring();
    struct mark skipped[] = {
        {.what = MARK_SKIPPED, .day = march(4), .amount = STR("0.1 g")},
        {.what = MARK_STOP, .day = march(5)}};
    struct log log = {&p, 1, skipped, 2};
    struct buf text = {0};
    struct wall now = {.day = march(1), .second = 1800, .offset_min = 60};
    p.discreet = STR("Tea; slow, at \\ home\nwith Zoë");
    calendar_ics(calendar_make(&log, &mem), march(1), &now, &text);
    assert_str(buf_view(&text),
               "BEGIN:VCALENDAR\r\n"
               "VERSION:2.0\r\n"
               "PRODID:-//Breathmark//Breathmark//EN\r\n"
               "CALSCALE:GREGORIAN\r\n"
               "BEGIN:VEVENT\r\n"
               "UID:20260301-20260228T190000Z-0b1c2d3e@breathmark\r\n"
               "DTSTAMP:20260228T233000Z\r\n"
               "DTSTART;VALUE=DATE:20260301\r\n"
               "DTEND;VALUE=DATE:20260302\r\n"
               "SUMMARY:Tea\\; slow\\, at \\\\ home\\nwith Zo\xc3\xab\r\n"
               "CLASS:PRIVATE\r\n"
               "TRANSP:TRANSPARENT\r\n"
               "END:VEVENT\r\n"
               "END:VCALENDAR\r\n");
    buf_finish(&text);
    arena_finish(&mem);
}

static void lines_fold_at_75_octets(void **state)
{
    (void)state;
    for (int shift = 0; shift < 8; shift++) {
        struct arena mem = {0};
        struct plan p = spring();
        struct buf title = {0}, text = {0}, joined = {0};
        struct wall now = {.day = march(1)};
        struct log log = {.plans = &p, .plan_count = 1};
        buf_printf(&title, "%*s", shift + 1, "x");
        for (int i = 0; i < 80; i++) { // 1, 2, 3 and 4 octets
            buf_put(&title, STR("aë€🙂"));
        }
        p.discreet = str_trim(buf_view(&title));
        p.cycle_days = 2;
        calendar_ics(calendar_make(&log, &mem), march(1), &now, &text);
        for (struct str rest = buf_view(&text); rest.len > 0;) {
            struct str line = str_cut(&rest, '\n');
            assert_true(str_ends(line, STR("\r")));
            assert_true(line.len - 1 <= 75);
            bool more = str_starts(line, STR(" "));
            // No character is cut in two.
            assert_true(((unsigned char)line.at[more] & 0xc0) != 0x80);
            joined.len -= more && joined.len > 0;
            buf_put(&joined, str_sub(line, more, line.len - 1));
            buf_put_char(&joined, '\n');
        }
        assert_non_null(strstr(buf_cstr(&joined), buf_cstr(&title) + shift));
        buf_finish(&title);
        buf_finish(&text);
        buf_finish(&joined);
        arena_finish(&mem);
    }
}

static void the_days_ahead(void **state)
{
    (void)state;
    struct plan plans[] = {spring(), spring()};
    struct mark marks[] = {{.what = MARK_TAKEN, .day = march(5)},
                           {.what = MARK_PAUSE, .day = march(7)}};
    struct log log = {plans, 1, NULL, 0};
    plans[0].cycle_days = 4;
    plans[0].break_days = 3;
    check_days(&log, 1, "1 4 8 11 ");
    check_days(&log, 2, "4 8 11 ");
    check_days(&log, 6, "8 11 "); // in the break
    check_days(&log, 8, "8 11 15 18 ");
    check_days(&log, -30, "1 4 8 11 "); // begins later
    plans[1].start = march(10);
    plans[1].cycle_days = 1;
    plans[1].break_days = 1;
    log.plan_count = 2;
    check_days(&log, 1, "1 4 8 10 12 ");
    plans[1].rule = RULE_NONE;
    check_days(&log, 1, "1 4 8 ");
    log.plan_count = 1;
    log.marks = marks;
    log.mark_count = 1;
    check_days(&log, 1, "1 4 5 8 11 "); // a dose in the break
    log.mark_count = 2;
    check_days(&log, 1, "1 4 5 ");
    check_days(&log, 9, "");
    plans[0].cycle_days = 0;
    log.mark_count = 0;
    struct buf got = {0};
    days_of(&log, 1, &got);
    assert_true(str_ends(buf_view(&got), STR(" 79 82 "))); // 84 days
    buf_finish(&got);
}

static void a_plan_from_days(void **state)
{
    (void)state;
    struct arena mem = {0};
    struct day days[] = {march(1), march(2), march(5)};
    struct plan plans[2];
    struct buf text = {0};
    assert_true(plan_from_days(days, 3, &mem, plans));
    plan_pattern_print(&plans[0], &text);
    assert_str(buf_view(&text), "dose dose normal normal dose");
    assert_int_equal(plans[0].start.number, march(1).number);
    assert_int_equal(plans[1].start.number, march(6).number);
    assert_int_equal(plans[1].rule, RULE_NONE);
    days[2] = march(PLAN_SPAN_MAX);
    assert_true(plan_from_days(days, 3, &mem, plans));
    days[2] = march(PLAN_SPAN_MAX + 1);
    assert_false(plan_from_days(days, 3, &mem, plans));
    buf_finish(&text);
    arena_finish(&mem);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_event_is_written_to_the_letter),
        cmocka_unit_test(lines_fold_at_75_octets),
        cmocka_unit_test(the_days_ahead),
        cmocka_unit_test(a_plan_from_days),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

// SPDX-License-Identifier: MIT
// Plans and marks as text: what we write reads back the same, what a hand or a
// torn write did to the file costs no more than its own record and is named
// with its line, and a plan that cannot be read in full projects nothing.
#include "unit.h"

#include <string.h>

#include "core/calendar.h"
#include "core/protocol.h"

static const char spring[] = "Id: 20260228T190000Z-0b1c2d3e\n"
                             "At: 2026-02-28 20:00:00 +0100\n"
                             "What: plan\n"
                             "Start: 2026-03-01\n"
                             "Label: Spring\n"
                             "Pattern: dose transition normal\n"
                             "Cycle_days: 42\n"
                             "Break_days: 14\n"
                             "Shift: fixed\n"
                             "Day_start: 04:00\n"
                             "Phase: baseline\n"
                             "Discreet: Breathing practice\n"
                             "Item: Lion's Mane\n"
                             "Item: Magnesium\n"
                             "End: 4937ff80\n";

static struct rec only_record(const char *text, struct arena *mem)
{
    struct rec_reader reader;
    struct rec r;
    rec_reader_init(&reader, str_from(text), mem, NULL);
    assert_true(rec_next(&reader, &r));
    return r;
}

static void a_plan_goes_there_and_back(void **state)
{
    (void)state;
    struct arena mem = {0};
    struct rec r = only_record(spring, &mem);
    struct plan p;
    struct mark m;
    struct buf out = {0};
    assert_int_equal(mark_read(&r, &mem, NULL, &p, &m), RECORD_PLAN);
    assert_str(p.label, "Spring");
    assert_str(p.phase, "baseline");
    assert_str(p.discreet, "Breathing practice");
    assert_int_equal(p.rule, RULE_PATTERN);
    assert_int_equal(p.length, 3);
    assert_int_equal(p.item_count, 2);
    assert_str(p.items[1], "Magnesium");
    plan_format(&p, &out);
    assert_str(buf_view(&out), spring);
    buf_finish(&out);
    arena_finish(&mem);
}

static void weekdays_and_persons_go_there_and_back(void **state)
{
    (void)state;
    struct arena mem = {0};
    struct plan p, q;
    struct mark m;
    struct buf out = {0};
    plan_init(&p);
    p.id = STR("20260228T190000Z-0b1c2d3e");
    p.at = STR("2026-02-28 20:00:00 +0100");
    p.rule = RULE_WEEKDAYS;
    p.weekdays[1] = p.weekdays[6] = true;
    p.shift = SHIFT_FROM_DOSE;
    p.day_start_min = 1439;
    p.person = STR("Ada");
    plan_format(&p, &out);
    struct rec r = only_record(buf_cstr(&out), &mem);
    assert_int_equal(r.seal, REC_SEALED);
    assert_int_equal(mark_read(&r, &mem, NULL, &q, &m), RECORD_PLAN);
    assert_int_equal(q.rule, RULE_WEEKDAYS);
    assert_true(q.weekdays[1] && q.weekdays[6] && !q.weekdays[0]);
    assert_int_equal(q.shift, SHIFT_FROM_DOSE);
    assert_int_equal(q.day_start_min, 1439);
    assert_int_equal(q.start.number, 0);
    assert_str(q.person, "Ada");
    assert_str(plan_name(&q), "20260228T190000Z-0b1c2d3e");
    buf_finish(&out);
    arena_finish(&mem);
}

static void a_mark_goes_there_and_back(void **state)
{
    (void)state;
    struct arena mem = {0};
    struct wall now = {.second = 100};
    struct mark m = {.what = MARK_EXTRA, .amount = STR("0.1 g")}, n;
    struct plan p;
    struct buf out = {0};
    now.day = day_from_date((struct date){2026, 1, 1});
    now.offset_min = 60; // so in UTC it is still last year
    m.id = wall_id(&now, 0xc001, &mem);
    assert_str(m.id, "20251231T230140Z-0000c001");
    assert_true(wall_id_valid(m.id));
    m.at = STR("2026-01-01 00:01:40 +0100");
    m.day = now.day;
    m.note = STR("with breakfast\n%rec: and tea\\");
    mark_format(&m, &out);
    struct rec r = only_record(buf_cstr(&out), &mem);
    assert_int_equal(mark_read(&r, &mem, NULL, &p, &n), RECORD_MARK);
    assert_int_equal(n.what, MARK_EXTRA);
    assert_int_equal(n.day.number, m.day.number);
    assert_str(n.amount, "0.1 g");
    assert_str(n.note, "with breakfast\n%rec: and tea\\ ");
    assert_false(wall_id_valid(STR("20251231T230140Z-0000C001")));
    assert_false(wall_id_valid(STR("20251231T230140-0000c001")));
    assert_false(wall_id_valid(STR("")));
    buf_finish(&out);
    arena_finish(&mem);
}

// The mistakes of text, one a line: "7: message".
static void mistakes_of(const char *text, struct buf *out)
{
    struct arena mem = {0};
    struct diags notes = {.mem = &mem};
    calendar_check(str_from(text), &mem, &notes);
    for (size_t i = 0; i < notes.count; i++) {
        const struct diag *d = &notes.items[i];
        buf_printf(out, "%s%d: %.*s\n",
                   d->severity == SEVERITY_WARNING ? "note " : "", d->line,
                   STR_ARG(d->message));
    }
    arena_finish(&mem);
}

#define STAMP                                                                  \
    "Id: 20260301T062000Z-5a10c001\n"                                          \
    "At: 2026-03-01 07:20:00 +0100\n"
#define PLAN STAMP "What: plan\nStart: 2026-03-01\n"

static const struct {
    const char *text, *mistakes; // of records without End, left out of these
} slips[] = {
    {STAMP "What: taken\nDay_date: 2026-03-01\n", ""},
    {STAMP "What: taken\nDay_date: 2026-02-29\n",
     "4: Day_date: \"2026-02-29\" is not a date\n"},
    {"Id: 20260301T062000Z-5a10c001\nWhat: taken\nDay_date: 2026-03-01\n",
     "1: this mark has no At\n"},
    {STAMP "What: taken\n", "1: this mark has no Day_date\n"},
    {STAMP "What: eaten\nDay_date: 2026-03-01\n",
     "1: What: \"eaten\" is not understood\n"},
    {STAMP "Day_date: 2026-03-01\n", "1: What: \"\" is not understood\n"},
    {"Id: 1\nAt: yesterday\nWhat: stop\nDay_date: 2026-03-01\n",
     "1: Id: \"1\" is not of the form 20260301T070211Z-1f3a9c02\n"
     "1: At: \"yesterday\" is not a moment\n"},
    {PLAN "Pattern: dose, normal\n",
     "5: Pattern: \"dose,\" is no kind of day\n"},
    {PLAN "Pattern: dose none\n", "5: Pattern: \"none\" is no kind of day\n"},
    {PLAN "Pattern:\n", "5: Pattern: \"\" is no kind of day\n"},
    {PLAN, "1: this plan has no Pattern\n"},
    {PLAN "Pattern: weekdays\n", "1: this plan has no Weekdays\n"},
    {PLAN "Pattern: weekdays\nWeekdays: mon, thu\n",
     "6: Weekdays: \"mon,\" is no weekday\n"},
    {PLAN "Pattern: dose\nCycle_days: six weeks\n",
     "6: Cycle_days: \"six weeks\" is not understood\n"},
    {PLAN "Pattern: dose\nCycle_days: -1\nBreak_days: 99999\n",
     "6: Cycle_days: \"-1\" is not understood\n"
     "7: Break_days: \"99999\" is not understood\n"},
    {PLAN "Pattern: dose\nShift: from-dose\nDay_start: 4\n",
     "6: Shift: \"from-dose\" is not understood\n"
     "7: Day_start: \"4\" is not understood\n"},
    {STAMP "What: plan\nPattern: dose\n", "1: this mark has no Start\n"},
    {STAMP "What: plan\nStart: soon\nPattern: dose\n",
     "4: Start: \"soon\" is not a date\n"},
    {STAMP "What: stop\nDay_date: 2026-03-01\n\n" STAMP
           "What: stop\nDay_date: 2026-03-01\n",
     "6: the Id 20260301T062000Z-5a10c001 stands in line 1 already\n"},
};

static void every_slip_is_named_with_its_line(void **state)
{
    (void)state;
    int wrong = 0;
    for (size_t i = 0; i < sizeof(slips) / sizeof(slips[0]); i++) {
        struct buf said = {0}, got = {0};
        mistakes_of(slips[i].text, &said);
        for (struct str rest = buf_view(&said); rest.len > 0;) {
            struct str line = str_cut(&rest, '\n');
            if (!str_ends(line, STR("it may be cut short"))) {
                buf_put(&got, line);
                buf_put_char(&got, '\n');
            }
        }
        if (!str_equal(buf_view(&got), str_from(slips[i].mistakes))) {
            print_error("%s:\n  got  %s  want %s\n", slips[i].text,
                        buf_cstr(&got), slips[i].mistakes);
            wrong++;
        }
        buf_finish(&said);
        buf_finish(&got);
    }
    assert_int_equal(wrong, 0);
}

static void seals_are_looked_at(void **state)
{
    (void)state;
    struct buf said = {0}, text = {0};
    mistakes_of(spring, &said);
    assert_str(buf_view(&said), "");
    buf_put(&text, str_from(spring));
    text.at[text.len - 2] = '1';
    mistakes_of(buf_cstr(&text), &said);
    assert_str(buf_view(&said), "note 1: edited by hand (its End does not "
                                "match); kept\n");
    buf_clear(&said);
    buf_clear(&text);
    buf_put(&text, calendar_header());
    buf_put(&text, str_from(spring));
    mistakes_of(buf_cstr(&text), &said);
    assert_str(buf_view(&said), "");
    buf_finish(&said);
    buf_finish(&text);
}

static struct day_key key_of(const char *text, const char *person,
                             const char *date)
{
    struct arena mem = {0};
    struct day d = {0};
    assert_true(day_parse(str_from(date), &d));
    struct calendar *c =
        calendar_read(str_from(text), str_from(person), &mem, NULL);
    struct day_key k = calendar_key(c, d);
    arena_finish(&mem);
    return k;
}

static void what_cannot_be_read_projects_nothing(void **state)
{
    (void)state;
    const char *faulty[] = {
        PLAN "Pattern: dose tranistion\n",
        PLAN "Pattern: weekdays\nWeekdays: sun monday\n",
        PLAN "Pattern: dose\nCycle_days: 6 weeks\n",
        PLAN "Pattern: dose\nShift: from dose\n",
        PLAN "Weekdays: sun\n",
    };
    for (size_t i = 0; i < sizeof(faulty) / sizeof(faulty[0]); i++) {
        struct day_key k = key_of(faulty[i], "", "2026-03-01");
        assert_int_equal(k.kind, DAY_NONE);
        assert_int_equal(k.day, 1);
    }
    assert_int_equal(key_of(PLAN "Pattern: dose\n", "", "2026-03-01").kind,
                     DAY_DOSE);
    struct day_key late =
        key_of(PLAN "Pattern: dose\nDay_start: 4\n", "", "2026-03-01");
    assert_int_equal(late.kind, DAY_DOSE);
}

static void a_broken_file_costs_only_what_is_broken(void **state)
{
    (void)state;
    const char *text =
        "\xef\xbb\xbf# a comment\r\n"
        "%rec: Mark\r\n\r\n"
        "Id: 20260301T062000Z-00000001\r\nWhat: plan\r\nStart: 2026-03-01\r\n"
        "Pattern: dose transition normal\r\n\r\n"
        "Id: 20260301T062000Z-00000002\nWhat: taken\nDay_date: 2026-03-0\n\n"
        "<<<<<<< HEAD\n"
        "Id: 20260301T062000Z-00000003\nWhat: nonsense\n\n"
        "this is nothing\n"
        "Id: 20260301T062000Z-00000004\nWhat: skipped\n"
        "Day_date: 2026-03-04\nMood: good\n\n"
        "Id: 20260301T062000Z-00000005\nWhat: tak";
    assert_int_equal(key_of(text, "", "2026-03-01").kind, DAY_DOSE);
    assert_int_equal(key_of(text, "", "2026-03-01").basis, BASIS_PLANNED);
    assert_int_equal(key_of(text, "", "2026-03-04").kind, DAY_NORMAL);
    assert_int_equal(key_of(text, "", "2026-03-04").basis, BASIS_LOGGED);
    assert_int_equal(key_of("", "", "2026-03-04").kind, DAY_NONE);
    assert_int_equal(key_of("\n\n\x01\x02", "", "2026-03-04").kind, DAY_NONE);
}

static void each_person_has_a_calendar(void **state)
{
    (void)state;
    const char *text = PLAN "Pattern: dose\nPerson: Ada\n\n" STAMP
                            "What: taken\nDay_date: 2026-03-02\n\n" STAMP
                            "What: stop\nDay_date: 2026-03-03\nPerson: Ada\n";
    assert_int_equal(key_of(text, "Ada", "2026-03-01").kind, DAY_DOSE);
    assert_int_equal(key_of(text, "", "2026-03-01").kind, DAY_NONE);
    assert_int_equal(key_of(text, "", "2026-03-02").kind, DAY_DOSE);
    assert_int_equal(key_of(text, "Ada", "2026-03-02").basis, BASIS_PLANNED);
    assert_int_equal(key_of(text, "Ada", "2026-03-03").kind, DAY_NONE);
    assert_int_equal(key_of(text, "ada", "2026-03-01").kind, DAY_NONE);
}

// Each once, as they come; as many as there are.
static void persons_are_named_as_they_come(void **state)
{
    (void)state;
    enum { MANY = 40 };
    struct arena mem = {0};
    struct buf text = {0};
    for (int i = 0; i < 2 * MANY; i++) {
        buf_printf(&text, PLAN "Pattern: dose\nPerson: P%d\n\n", i % MANY);
        buf_put(&text, STR(STAMP "What: extra\nDay_date: 2026-03-02\n\n"));
    }
    struct persons all = calendar_persons(buf_view(&text), &mem);
    assert_int_equal(all.count, MANY);
    assert_str(all.names[0], "P0");
    assert_str(all.names[MANY - 1], "P39");
    struct calendar *c = calendar_read(buf_view(&text), STR_NONE, &mem, NULL);
    const struct mark *first = NULL;
    struct day extra = {0};
    assert_true(day_parse(STR("2026-03-02"), &extra));
    assert_int_equal(calendar_marks(c, extra, &first), 2 * MANY);
    assert_int_equal(calendar_persons(STR("%rec: Mark\n"), &mem).count, 0);
    buf_finish(&text);
    arena_finish(&mem);
}

static void a_protocol_is_a_file_of_days(void **state)
{
    (void)state;
    struct arena mem = {0};
    struct diags notes = {.mem = &mem};
    struct protocol p;
    struct buf out = {0};
    assert_true(protocol_read(
        STR("own"),
        STR("# mine\nTitle: Mine\r\n\nPattern: weekdays\nWeekdays: sun\n"
            "Cycle_days: 28\nBreak_days: 1"),
        &mem, &notes, &p));
    assert_str(p.name, "own");
    assert_str(p.title, "Mine");
    plan_describe(&p.plan, &out);
    assert_str(buf_view(&out), "dose on sun; 28 days, then a break of 1 day");
    assert_false(protocol_read(STR("own"), STR("Pattern: dose\nAmount: 1\n"),
                               &mem, &notes, &p));
    assert_int_equal(notes.items[0].line, 2);
    assert_false(
        protocol_read(STR("own"), STR("Title: x\n"), &mem, &notes, &p));
    buf_finish(&out);
    arena_finish(&mem);
}

// However many records there are, and whatever stands between.
static void an_id_that_stands_twice_is_found_among_many(void **state)
{
    (void)state;
    struct buf text = {0}, out = {0};
    for (int i = 0; i < 200; i++) {
        buf_printf(&text,
                   "Id: 20260301T062000Z-%08x\nAt: 2026-03-01 07:20:00 +0100\n"
                   "What: skipped\nDay_date: 2026-03-01\n\n",
                   (unsigned)(i == 180 ? 3 : i));
    }
    mistakes_of(buf_cstr(&text), &out);
    assert_non_null(strstr(buf_cstr(&out),
                           "901: the Id 20260301T062000Z-00000003 stands in "
                           "line 16 already\n"));
    assert_null(strstr(strstr(buf_cstr(&out), "already") + 1, "already"));
    buf_finish(&text);
    buf_finish(&out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_plan_goes_there_and_back),
        cmocka_unit_test(weekdays_and_persons_go_there_and_back),
        cmocka_unit_test(a_mark_goes_there_and_back),
        cmocka_unit_test(every_slip_is_named_with_its_line),
        cmocka_unit_test(seals_are_looked_at),
        cmocka_unit_test(what_cannot_be_read_projects_nothing),
        cmocka_unit_test(a_broken_file_costs_only_what_is_broken),
        cmocka_unit_test(each_person_has_a_calendar),
        cmocka_unit_test(persons_are_named_as_they_come),
        cmocka_unit_test(a_protocol_is_a_file_of_days),
        cmocka_unit_test(an_id_that_stands_twice_is_found_among_many),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

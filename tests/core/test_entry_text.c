// SPDX-License-Identifier: MIT
// An entry outside the journal, to the letter: as people read it, as a row that
// other programs read back, whatever its words are.
#include "unit.h"

#include "core/entry_text.h"
#include "practised_entry.h"

static const struct rating ratings[] = {{{"calm, mostly", 12}, 7},
                                        {{"hope", 4}, 10}};
static const struct answer answers[] = {
    {{"What did you notice?", 20}, {"Warm hands.\nQuiet.", 18}},
    {{"And then?", 9}, {"", 0}}};
static const struct rec_field others[] = {
    {.name = {"Weather", 7}, .value = {"rain\tand wind", 13}}};

static struct entry whole_entry(void)
{
    struct entry e = practised_entry();
    e.id = STR("20260301T070211Z-1f3a9c02");
    e.at = STR("2026-03-01 08:02:11 +0100");
    e.zone = STR("Europe/Berlin");
    assert_true(day_parse(STR("2026-02-28"), &e.day_date));
    e.kind = DAY_DOSE;
    e.basis = BASIS_LOGGED;
    e.plan = STR("Spring");
    e.cycle = 1;
    e.week = 2;
    e.day = 9;
    e.amends = STR("20260228T070211Z-1f3a9c02");
    e.ratings = ratings;
    e.rating_count = 2;
    e.answers = answers;
    e.answer_count = 2;
    e.others = others;
    e.other_count = 1;
    e.text = STR("He said \"go\",\nand I went.");
    return e;
}

static struct entry bare_entry(void)
{
    struct entry e;
    entry_init(&e);
    e.id = STR("20260301T070211Z-1f3a9c02");
    e.at = STR("2026-03-01 08:02:11 +0100");
    assert_true(day_parse(STR("2026-03-01"), &e.day_date));
    return e;
}

static void reads(const struct entry *e, const char *want)
{
    struct buf out = {0};
    entry_put_text(e, &out);
    assert_str(buf_view(&out), want);
    buf_finish(&out);
}

static void people_read_every_field(void **state)
{
    (void)state;
    struct entry e = whole_entry();
    reads(&e, "Saturday 28 February 2026, 2026-03-01 08:02:11 +0100\n"
              "Id        20260301T070211Z-1f3a9c02\n"
              "Corrects  20260228T070211Z-1f3a9c02\n"
              "Day       dose, logged; cycle 1, week 2, day 9; Spring\n"
              "Who       Anna\n"
              "Intention to be here\n"
              "Practice  box\n"
              "Done      5 min of 5 min 40 s, ended early\n"
              "Breaths   19\n"
              "Held      1 min 14 s\n"
              "Held      2 min\n"
              "Mood      2 before, 4 after\n"
              "Sleep     7.5 h, 3 of 5\n"
              "Rated     calm, mostly 7\n"
              "Rated     hope 10\n"
              "Effect    dry mouth\n"
              "Effect    tired\n"
              "Tag       morning\n"
              "Device    laptop\n"
              "Weather rain and wind\n"
              "\nWhat did you notice?\nWarm hands.\nQuiet.\n"
              "\nAnd then?\n\n"
              "\nHe said \"go\",\nand I went.\n");
}

static void what_is_not_there_takes_no_line(void **state)
{
    (void)state;
    struct entry e = bare_entry();
    static const char head[] =
        "Sunday 1 March 2026, 2026-03-01 08:02:11 +0100\n"
        "Id        20260301T070211Z-1f3a9c02\n";
    reads(&e, head);
    struct buf want = {0};
    e.plan = STR("Spring");
    e.done_s = 45;
    e.planned_s = 45;
    e.mood_after = 5;
    e.sleep_quality = 1;
    buf_printf(&want,
               "%sDay       none, none; Spring\nDone      45 s\n"
               "Mood      5 after\nSleep     1 of 5\n",
               head);
    reads(&e, buf_cstr(&want));
    buf_clear(&want);
    e = bare_entry();
    e.done_s = 0;
    e.mood_before = 1;
    e.sleep_tenths = 0;
    buf_printf(&want, "%sDone      0 s\nMood      1 before\nSleep     0.0 h\n",
               head);
    reads(&e, buf_cstr(&want));
    buf_finish(&want);
}

static void row_is(const struct entry *e, enum entry_table table,
                   const char *want)
{
    struct buf out = {0};
    entry_put_head(table, &out);
    entry_put_row(e, table, &out);
    assert_str(buf_view(&out), want);
    buf_finish(&out);
}

#define COLUMNS(by)                                                            \
    "id" by "at" by "day_date" by "kind" by "basis" by "cycle" by "week" by    \
    "day" by "session" by "planned_s" by "done_s" by "mood_before" by          \
    "mood_after" by "text"

static void commas_quote_what_they_must(void **state)
{
    (void)state;
    struct entry e = whole_entry();
    row_is(&e, ENTRY_COMMAS,
           COLUMNS(",") ",zone,plan,amends,who,device,ended,breaths,hold_s,"
                        "intention,sleep_h,sleep_quality,rate,effect,answer,"
                        "tag\n"
                        "20260301T070211Z-1f3a9c02,2026-03-01 08:02:11 +0100,"
                        "2026-02-28,dose,logged,1,2,9,box,340,300,2,4,"
                        "\"He said \"\"go\"\",\nand I went.\","
                        "Europe/Berlin,Spring,20260228T070211Z-1f3a9c02,Anna,"
                        "laptop,early,19,74; 120,to be here,7.5,3,"
                        "\"calm, mostly 7; hope 10\",dry mouth; tired,"
                        "\"What did you notice?\nWarm hands.\nQuiet.\n"
                        "And then?\n\",morning\n");
    e = bare_entry();
    e.session = STR("a,b");
    row_is(
        &e, ENTRY_COMMAS,
        COLUMNS(",") ",zone,plan,amends,who,device,ended,breaths,hold_s,"
                     "intention,sleep_h,sleep_quality,rate,effect,answer,"
                     "tag\n"
                     "20260301T070211Z-1f3a9c02,2026-03-01 08:02:11 +0100,"
                     "2026-03-01,none,none,,,,\"a,b\",,,,,,,,,,,,,,,,,,,,\n");
}

static void tabs_are_one_line_each(void **state)
{
    (void)state;
    struct entry e = whole_entry();
    row_is(&e, ENTRY_TABS,
           COLUMNS("\t") "\n20260301T070211Z-1f3a9c02\t"
                         "2026-03-01 08:02:11 +0100\t2026-02-28\tdose\tlogged\t"
                         "1\t2\t9\tbox\t340\t300\t2\t4\tHe said \"go\",\n");
    e = bare_entry();
    e.text = STR("a\ttab\nand more");
    row_is(&e, ENTRY_TABS,
           COLUMNS("\t") "\n20260301T070211Z-1f3a9c02\t"
                         "2026-03-01 08:02:11 +0100\t2026-03-01\tnone\tnone\t"
                         "-\t-\t-\t-\t-\t-\t-\t-\ta tab\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(people_read_every_field),
        cmocka_unit_test(what_is_not_there_takes_no_line),
        cmocka_unit_test(commas_quote_what_they_must),
        cmocka_unit_test(tabs_are_one_line_each),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

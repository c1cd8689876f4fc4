// SPDX-License-Identifier: MIT
// The key of a day: the check values of the format, its edges one by one, and
// days from real life. A calendar is spelt by its plans and by marks like
// "4 skipped, 5 taken" (days of March 2026); what is wanted is a letter a day:
// d t n b planned, D T N B logged, "." for no kind.
#include "unit.h"

#include <string.h>

#include "base/number.h"
#include "core/calendar.h"

static const enum day_kind dtn[] = {DAY_DOSE, DAY_TRANSITION, DAY_NORMAL};
static const enum day_kind dn[] = {DAY_DOSE, DAY_NORMAL};
static const enum day_kind four_three[] = {
    DAY_DOSE, DAY_DOSE, DAY_DOSE, DAY_DOSE, DAY_NORMAL, DAY_NORMAL, DAY_NORMAL};

#define DTN .rule = RULE_PATTERN, .pattern = dtn, .length = 3
#define DN .rule = RULE_PATTERN, .pattern = dn, .length = 2
#define FOUR_THREE .rule = RULE_PATTERN, .pattern = four_three, .length = 7
#define MON_THU .rule = RULE_WEEKDAYS, .weekdays = {true, false, false, true}
#define FROM_DOSE .shift = SHIFT_FROM_DOSE

enum { PLANS = 3, MARKS = 64 };

struct scene_of_days {
    const char *name;
    struct plan plans[PLANS]; // start counts from 1 March; a zeroed one ends
    const char *marks;
    int from; // the first day of want; 0 is 1
    const char *want;
};

static struct day march(int day)
{
    struct day d = day_from_date((struct date){2026, 3, 1});
    d.number += day - 1;
    return d;
}

static size_t read_marks(const char *text, struct mark *marks)
{
    struct str rest = str_from(text);
    size_t count = 0;
    while (rest.len > 0) {
        struct str word = str_trim(str_cut(&rest, ','));
        struct str day = str_cut(&word, ' ');
        int64_t number = 0;
        assert_true(number_whole(day, -999, 9999, &number));
        assert_true(count < MARKS);
        marks[count] = (struct mark){.day = march((int)number)};
        assert_true(mark_from_word(str_trim(word), &marks[count].what));
        count++;
    }
    return count;
}

static struct calendar *calendar_of(const struct scene_of_days *s,
                                    struct arena *mem)
{
    struct plan plans[PLANS];
    struct mark *marks = ARENA_ARRAY(mem, struct mark, MARKS);
    struct log log = {.plans = plans, .marks = marks};
    while (log.plan_count < PLANS && s->plans[log.plan_count].start.number) {
        struct plan p = s->plans[log.plan_count];
        p.start = march(p.start.number);
        plans[log.plan_count++] = p;
    }
    log.mark_count = read_marks(s->marks, marks);
    return calendar_make(&log, mem);
}

static char letter(const struct day_key *k)
{
    if (k->kind == DAY_NONE) {
        assert_int_equal(k->basis, BASIS_NONE);
        return '.';
    }
    assert_int_not_equal(k->basis, BASIS_NONE);
    const char *letters = k->basis == BASIS_LOGGED ? ".DTNB" : ".dtnb";
    return letters[k->kind];
}

static const struct scene_of_days scenes[] = {
    {"check value, fixed",
     {{.start = {1}, DTN}},
     "1 taken, 4 skipped, 5 taken",
     .want = "DTnNDTdtn"},
    {"check value, from_dose",
     {{.start = {1}, DTN, FROM_DOSE}},
     "1 taken, 4 skipped, 5 taken",
     .want = "DTnNDTndtnd"},
    {"no plan", {{.line = 0}}, "", .want = "..."},
    {"nothing is projected backwards",
     {{.start = {4}, DTN}},
     "",
     -1,
     ".....dtn"},
    {"as planned", {{.start = {1}, DTN}}, "", .want = "dtndtnd"},
    {"a missed day that nobody logged",
     {{.start = {1}, DTN}},
     "1 taken",
     .want = "DTndtnd"},
    {"a late dose", {{.start = {1}, DTN}}, "2 taken", .want = "dDTdtn"},
    {"a late dose moves from_dose",
     {{.start = {1}, DTN, FROM_DOSE}},
     "2 taken",
     .want = "dDTndtnd"},
    {"a skipped dose has no transition after it",
     {{.start = {1}, DTN}},
     "1 skipped",
     .want = "NNndtn"},
    {"an extra dose shifts nothing",
     {{.start = {1}, DTN, FROM_DOSE}},
     "1 taken, 3 extra",
     .want = "DTDdtnd"},
    {"an extra dose on a transition day",
     {{.start = {1}, DTN}},
     "2 extra",
     .want = "dDTdtn"},
    {"two doses on one date", // travel east over the date line
     {{.start = {1}, DTN}},
     "1 taken, 1 taken, 1 extra",
     .want = "DTndtn"},
    {"a later mark corrects",
     {{.start = {1}, DTN}},
     "1 taken, 1 skipped, 4 skipped, 4 taken",
     .want = "NNnDTn"},
    {"void takes back",
     {{.start = {1}, DTN, FROM_DOSE}},
     "2 taken, 2 void, 4 skipped, 4 void, 8 extra, 8 void",
     .want = "dtndtndtnd"},
    {"void of nothing", {{.start = {1}, DTN}}, "2 void", .want = "dtn"},
    {"from_dose before the first dose is as fixed",
     {{.start = {1}, DTN, FROM_DOSE}},
     "-2 taken, 0 taken",
     -2,
     "D.Ddtndtn"},
    {"a pause stands still",
     {{.start = {1}, DTN}},
     "3 pause, 6 resume",
     .want = "dtBBBndtn"},
    {"a pause not yet over",
     {{.start = {1}, DTN}},
     "2 pause",
     .want = "dBBBBB"},
    {"a pause resumed on its own day",
     {{.start = {1}, DTN}},
     "2 pause, 2 resume",
     .want = "dtndtn"},
    {"resumed and paused again on one day",
     {{.start = {1}, DTN}},
     "2 pause, 4 resume, 4 pause, 6 resume",
     .want = "dBBBBtnd"},
    {"a pause within a pause, a resume without one",
     {{.start = {1}, DTN}},
     "1 resume, 2 pause, 3 pause, 4 resume, 5 resume",
     .want = "dBBtnd"},
    {"a dose in a pause is a dose",
     {{.start = {1}, DTN}},
     "2 pause, 3 taken, 5 resume",
     .want = "dBDBtnd"},
    {"the day after a dose in a pause",
     {{.start = {1}, DTN}},
     "2 pause, 4 taken, 5 resume",
     .want = "dBBDTnd"},
    {"skipped in a pause stays break",
     {{.start = {1}, DTN}},
     "2 pause, 3 skipped, 5 resume",
     .want = "dBBBtnd"},
    {"skipped on the last paused day",
     {{.start = {1}, DTN}},
     "2 pause, 3 skipped, 4 resume",
     .want = "dBBNnd"},
    {"a pause before the plan",
     {{.start = {4}, DTN}},
     "1 pause, 6 resume",
     .want = "...BBdtn"},
    {"a pause over two plans",
     {{.start = {1}, DTN}, {.start = {4}, DN}},
     "3 pause, 6 resume",
     .want = "dtBBBdndn"},
    {"stopped", {{.start = {1}, DTN}}, "3 stop", .want = "dt....."},
    {"a dose after the stop, and the day after it",
     {{.start = {1}, DTN}},
     "3 stop, 5 taken",
     .want = "dt..D.."},
    {"taken on the day of the stop",
     {{.start = {1}, DTN}},
     "3 stop, 3 taken",
     .want = "dtD.."},
    {"skipped after the stop",
     {{.start = {1}, DTN}},
     "2 stop, 3 skipped",
     .want = "d..."},
    {"a plan that begins on the day of the stop",
     {{.start = {1}, DTN}, {.start = {3}, DN}},
     "3 stop",
     .want = "dtdndn"},
    {"a plan after the stop",
     {{.start = {1}, DTN}, {.start = {5}, DN}},
     "3 stop",
     .want = "dt..dndn"},
    {"a stop ends only what began before it",
     {{.start = {1}, DTN}, {.start = {5}, DN}},
     "7 stop, 3 stop",
     .want = "dt..dn..."},
    {"a stop in a pause, then a plan: the pause ends by resume",
     {{.start = {1}, DTN}, {.start = {5}, DN}},
     "2 pause, 4 stop, 6 resume",
     .want = "dBB.Bdn"},
    {"dose without a plan",
     {{.line = 0}},
     "2 taken, 4 extra, 5 skipped",
     .want = ".D.D.."},
    {"the plan changes in the middle of a cycle",
     {{.start = {1}, DTN, .cycle_days = 6, .break_days = 2},
      {.start = {3}, DN, .cycle_days = 4, .break_days = 1}},
     "",
     .want = "dtdndnbdndnb"},
    {"of two plans with one Start the later in the file counts",
     {{.start = {1}, DTN}, {.start = {1}, DN}},
     "",
     .want = "dndn"},
    {"plans stand in any order",
     {{.start = {4}, DN}, {.start = {1}, DTN}},
     "",
     .want = "dtndndn"},
    {"cycle and break",
     {{.start = {1}, DTN, .cycle_days = 4, .break_days = 2}},
     "",
     .want = "dtndbbdtndbb"},
    {"a dose in the break, and the day after it",
     {{.start = {1}, DTN, .cycle_days = 3, .break_days = 3}},
     "4 taken",
     .want = "dtnDTbdtn"},
    {"skipped in the break",
     {{.start = {1}, DTN, .cycle_days = 3, .break_days = 3}},
     "4 skipped",
     .want = "dtnNbbdtn"},
    {"from_dose begins anew with the cycle",
     {{.start = {1}, DTN, FROM_DOSE, .cycle_days = 5, .break_days = 1}},
     "2 taken, 6 taken",
     .want = "dDTndDdtndtb"},
    {"a cycle without a break",
     {{.start = {1}, DTN, .cycle_days = 4}},
     "",
     .want = "dtnddtnd"},
    {"a break without a cycle is none",
     {{.start = {1}, DTN, .break_days = 4}},
     "",
     .want = "dtndtn"},
    {"a pause in the break",
     {{.start = {1}, DTN, .cycle_days = 3, .break_days = 2}},
     "4 pause, 6 resume",
     .want = "dtnBBbbdtn"},
    {"weekdays", {{.start = {1}, MON_THU}}, "", .want = "ndtndtnndtndtn"},
    {"weekdays, one after the other",
     {{.start = {1}, .rule = RULE_WEEKDAYS, .weekdays = {true, true}}},
     "",
     .want = "nddtnnnnddt"},
    {"weekdays begin with the plan",
     {{.start = {3}, MON_THU}},
     "",
     .want = "..nndtnn"},
    {"weekdays begin with the cycle",
     {{.start = {2}, MON_THU, .cycle_days = 7, .break_days = 1}},
     "",
     .want = ".dtndtnnbnnd"},
    {"the day after a paused dose weekday",
     {{.start = {1}, MON_THU}},
     "2 pause, 3 resume",
     .want = "nBnndtn"},
    {"the day after a skipped dose weekday",
     {{.start = {1}, MON_THU}},
     "2 skipped",
     .want = "nNNndtn"},
    {"four on and three off, all taken",
     {{.start = {1}, FOUR_THREE}},
     "1 taken, 2 taken, 3 taken, 4 taken",
     .want = "DDDDTnndddd"},
    {"four on and three off, one taken",
     {{.start = {1}, FOUR_THREE}},
     "1 taken",
     .want = "Ddddnnn"},
    {"log only",
     {{.start = {1}, .rule = RULE_NONE}},
     "2 taken, 4 extra, 7 skipped, 9 pause, 10 resume",
     .want = ".DTDT.N.B."},
    {"log only, with a break",
     {{.start = {1}, .rule = RULE_NONE, .cycle_days = 3, .break_days = 2}},
     "",
     .want = "...bb...bb"},
    {"a dose on the eve of the plan",
     {{.start = {2}, DN}},
     "1 taken",
     .want = "Ddndn"},
    {"a dose on the eve of a plan that begins with a normal day",
     {{.start = {2}, MON_THU}, {.start = {4}, MON_THU}},
     "3 taken",
     .want = ".dDTdtn"},
    {"log only after an import",
     {{.start = {1}, DN}, {.start = {5}, .rule = RULE_NONE}},
     "",
     .want = "dndn..."},
};

static void every_scene_reads_as_wanted(void **state)
{
    (void)state;
    int wrong = 0;
    for (size_t i = 0; i < sizeof(scenes) / sizeof(scenes[0]); i++) {
        const struct scene_of_days *s = &scenes[i];
        struct arena mem = {0};
        struct calendar *c = calendar_of(s, &mem);
        char got[MARKS] = {0};
        int first = s->from != 0 ? s->from : 1;
        for (size_t k = 0; k < strlen(s->want); k++) {
            struct day_key key = calendar_key(c, march(first + (int)k));
            got[k] = letter(&key);
        }
        if (strcmp(got, s->want) != 0) {
            print_error("%s:\n  got  %s\n  want %s\n", s->name, got, s->want);
            wrong++;
        }
        arena_finish(&mem);
    }
    assert_int_equal(wrong, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_scene_reads_as_wanted),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

// SPDX-License-Identifier: MIT
// Questions to a timeline, choices, chance and limits. What rows a script
// gives stands in tests/golden.
#include "compiled.h"

#include <time.h>

#include "core/lung.h"

static void a_moment_is_found_by_its_time(void **state)
{
    (void)state;
    struct compiled c;
    compile(&c, HEAD "wait\nsit 10s\nwait\nbreathe 4-2-6 x 2\nwait\n", NULL);
    assert_true(c.well);
    assert_int_equal(c.tl.length_ms, 34000);
    assert_int_equal(c.tl.breaths, 2);
    static const struct {
        int64_t t;
        size_t row;
        enum phase phase;
        int breath;
        int64_t left;
    } table[] = {
        {-5, 1, PHASE_NONE, 0, 10000},   {0, 1, PHASE_NONE, 0, 10000},
        {9999, 1, PHASE_NONE, 0, 1},     {10000, 3, PHASE_IN, 1, 4000},
        {13999, 3, PHASE_IN, 1, 1},      {14000, 4, PHASE_HOLD_FULL, 1, 2000},
        {16000, 5, PHASE_OUT, 1, 6000},  {22000, 6, PHASE_IN, 2, 4000},
        {33999, 8, PHASE_OUT, 2, 1},     {34000, 8, PHASE_OUT, 2, 0},
        {INT64_MAX, 8, PHASE_OUT, 2, 0},
    };
    for (size_t i = 0; i < sizeof(table) / sizeof(table[0]); i++) {
        struct moment m = timeline_at(&c.tl, table[i].t);
        assert_int_equal(m.row, table[i].row);
        assert_int_equal(m.phase, table[i].phase);
        assert_int_equal(m.breath, table[i].breath);
        assert_int_equal(m.left_ms, table[i].left);
        assert_int_equal(m.finished, table[i].t >= 34000);
    }
    struct moment m = timeline_at(&c.tl, 11000);
    assert_true(m.progress == 0.25f);
    assert_true(m.level == (float)lung_level(0, 1, 0.25));
    m = timeline_at(&c.tl, 15000);
    assert_true(m.level == 1.0f);
    m = timeline_at(&c.tl, 5000);
    assert_true(m.level == 0.0f && m.progress == 0.5f);
    m = timeline_at(&c.tl, 34000);
    assert_true(m.level == 0.0f && m.progress == 1.0f);
    assert_int_equal(m.t_ms, 34000);
    release(&c);
}

static void events_stand_in_the_order_of_their_times(void **state)
{
    (void)state;
    static const struct {
        enum event_kind kind;
        int64_t at_ms;
    } due[] = {{EVENT_BELL, 0},
               {EVENT_TICK, 0},
               {EVENT_SAY, 5000},
               {EVENT_TICK, 10000},
               {EVENT_BELL, 10000}};
    struct compiled c;
    compile(&c,
            HEAD "bell\nsit 10s\nat 0s tick\nat 5s say \"x\"\nlast 0s tick\n"
                 "bell\n",
            NULL);
    assert_int_equal(c.tl.event_count, 5);
    for (size_t i = 0; i < 5; i++) {
        assert_int_equal(c.tl.events[i].kind, due[i].kind);
        assert_int_equal(c.tl.events[i].at_ms, due[i].at_ms);
    }
    assert_str(c.tl.events[2].text, "x");
    release(&c);
}

static void waits_and_holds_stand_until_a_tap(void **state)
{
    (void)state;
    struct compiled c;
    compile(&c,
            HEAD "wait\nsit 10s\nwait\nwait\nsit 5s\nwait at most 5s\n"
                 "retain full until tap at most 5s\nwait\n",
            NULL);
    static const bool waits[] = {true,  false, true, true,
                                 false, true,  true, true};
    assert_int_equal(c.tl.row_count, 8);
    for (size_t i = 0; i < 8; i++) {
        const struct row *r = &c.tl.rows[i];
        assert_int_equal(r->until_tap, waits[i]);
        // Without "at most" it has no length.
        assert_int_equal(r->start_ms == r->end_ms,
                         i == 0 || i == 2 || i == 3 || i == 7);
    }
    release(&c);
}

static void pacer_and_bed_follow_their_events(void **state)
{
    (void)state;
    struct compiled c;
    compile(&c,
            "title: T\nkind: somatic\nclass: gentle\nbed: rain\npacer: wave\n"
            "sit 10s\nbed off\npacer box\nsit 10s\nbed drone over 5s\n"
            "pacer none\n",
            NULL);
    assert_str(c.tl.bed, "rain");
    assert_str(c.tl.events[0].name, "off");
    assert_str(c.tl.events[2].name, "drone");
    assert_int_equal(timeline_pacer(&c.tl, 0), PACER_WAVE);
    assert_int_equal(timeline_pacer(&c.tl, 10000), PACER_BOX);
    assert_int_equal(timeline_pacer(&c.tl, 20000), PACER_NONE);
    assert_int_equal(c.tl.events[2].over_ms, 5000);
    release(&c);
    compile(&c, HEAD "bed: off\nsit 10s\n", NULL);
    assert_str(c.tl.bed, "off");
    assert_int_equal(timeline_pacer(&c.tl, 0), PACER_ORB);
    release(&c);
}

static void rows_know_their_step(void **state)
{
    (void)state;
    struct compiled c;
    compile(&c,
            HEAD "repeat 2\nbreathe in 2 nose left, out 2 lips x 2\nend\n"
                 "move 1m rising 10s fading 20s\nsqueeze left hand 5s\n",
            NULL);
    assert_int_equal(c.tl.row_count, 10);
    for (size_t i = 0; i < 8; i++) {
        const struct row *row = &c.tl.rows[i];
        assert_int_equal(row->step, i / 4);
        assert_int_equal(row->step_start_ms, (int)(i / 4) * 8000);
        assert_int_equal(row->step_end_ms, (int)(i / 4 + 1) * 8000);
        assert_int_equal(row->ways, i % 2 ? WAY_LIPS : WAY_NOSE | WAY_LEFT);
    }
    assert_int_equal(c.tl.rows[8].rising_ms, 10000);
    assert_int_equal(c.tl.rows[8].fading_ms, 20000);
    assert_str(c.tl.rows[9].place, "left hand");
    assert_int_equal(c.tl.rows[9].verb, VERB_SQUEEZE);
    release(&c);
}

static void choices_fit_their_lets(void **state)
{
    (void)state;
    struct compiled c;
    compile(&c,
            HEAD "let d = 5m (2m to 20m)\nlet n = 6 (3 to 9)\n"
                 "let s = 5.5 (4 to 7)\nbreathe s-s for d\nrepeat n\nsit 1s\n"
                 "end\n",
            NULL);
    static const struct {
        const char *text;
        int64_t value; // -1: does not fit
    } table[] = {
        {"d=10m", 600000},  {"d=1m60s", 120000},
        {"d=20m", 1200000}, {"d=20m0.1s", -1},
        {"d=5", -1},        {"d=", -1},
        {"d", -1},          {"n=3", 3000},
        {"n=9", 9000},      {"n=10", -1},
        {"n=5.5", -1},      {"n=5.0", -1},
        {"n=5s", -1},       {"s=4.25", 4250},
        {"s=4", 4000},      {"s=3.999", -1},
        {"s=4.0001", -1},   {"x=4", -1},
        {"=4", -1},         {"", -1},
        {"s =4", -1},
    };
    for (size_t i = 0; i < sizeof(table) / sizeof(table[0]); i++) {
        struct choice choice = {.value = -1};
        struct str why = {0};
        bool fits = choice_parse(&c.session, str_from(table[i].text), &c.mem,
                                 &choice, &why);
        assert_int_equal(fits, table[i].value >= 0);
        assert_true(fits ? choice.value == table[i].value : why.len > 0);
    }
    release(&c);
}

static void another_choice_leaves_out_what_does_not_fit(void **state)
{
    (void)state;
    static const char script[] =
        HEAD "let d = 2m (6s to 5m)\nlet n = 3 (1 to 9)\n"
             "move 1m rising 20s fading 10s\n"
             "sit d\nat 1m tick\nlast 1m tick\nevery 30s tick\n"
             "scatter 3 tick\nscatter n tick\n"
             "breathe 4-4 to 6-6 x n\n";
    struct compiled c;
    compile_with(&c, script, 1, (const char *const[]){"d=6s", "n=1", NULL});
    assert_true(c.well);
    assert_int_equal(c.tl.event_count, 1); // the one that is scattered
    assert_int_equal(c.tl.row_count, 2 + 4);
    assert_int_equal(c.tl.length_ms, 60000 + 6000 + 20000);
    release(&c);
    compile_with(&c, script, 1, (const char *const[]){"d=30s", "d=1m", NULL});
    assert_int_equal(c.tl.event_count, 1 + 1 + 1 + 3 + 3);
    release(&c);

    compile_with(&c,
                 HEAD "let d = 2m (6s to 5m)\nmove d rising 20s fading 10s\n"
                      "move d rising 10s fading 0.1s\nmove d fading 7s\n",
                 1, (const char *const[]){"d=10s", NULL});
    assert_int_equal(c.tl.rows[0].rising_ms, 6667);
    assert_int_equal(c.tl.rows[0].fading_ms, 3333);
    assert_int_equal(c.tl.rows[1].rising_ms, 9901);
    assert_int_equal(c.tl.rows[1].fading_ms, 99);
    assert_int_equal(c.tl.rows[2].rising_ms, 0);
    assert_int_equal(c.tl.rows[2].fading_ms, 7000);
    release(&c);
    compile_with(
        &c, HEAD "let d = 1s (1s to 200000h)\nmove 24h rising d fading d\n", 1,
        (const char *const[]){"d=200000h", NULL});
    assert_int_equal(c.tl.rows[0].rising_ms, 43200000);
    assert_int_equal(c.tl.rows[0].fading_ms, 43200000);
    release(&c);
}

static void scattered_moments_are_apart_and_repeatable(void **state)
{
    (void)state;
    static const char script[] = HEAD "sit 1s\nsit 3m\nscatter 5 bell\n";
    int64_t least = INT64_MAX, most = 0;
    for (uint64_t seed = 0; seed < 300; seed++) {
        struct compiled c, again;
        compile_with(&c, script, seed, NULL);
        compile_with(&again, script, seed, NULL);
        assert_int_equal(c.tl.event_count, 5);
        for (size_t i = 0; i < 5; i++) {
            int64_t at = c.tl.events[i].at_ms - 1000;
            assert_int_equal(at + 1000, again.tl.events[i].at_ms);
            assert_true(at >= 0 && at <= 180000);
            assert_true(i == 0 ||
                        at - 20000 >= c.tl.events[i - 1].at_ms - 1000);
            least = at < least ? at : least;
            most = at > most ? at : most;
        }
        release(&c);
        release(&again);
    }
    assert_true(least < 2000 && most > 178000); // all of the step is used
}

static void limits_of_the_timeline_are_inside(void **state)
{
    (void)state;
    static const struct mistake table[] = {
        {HEAD "breathe 0.5-0.5 x 50000\n", "", NULL},
        {HEAD "settle 1s\nbreathe 0.5-0.5 x 50000\n", "", NULL},
        {HEAD "breathe 0.5-0.5 x 50001\n", "5:19", "100,000 phases"},
        {HEAD "breathe 0.5-0-0.5-0 x 50000\n", "", NULL},
        {HEAD "repeat 25000\nbreathe 0.5-0.5 x 2\nend\n", "", NULL},
        {HEAD "repeat 25001\nbreathe 0.5-0.5 x 2\nend\n", "5:8",
         "100,000 phases"},
        {HEAD "breathe 0.5-0.5 to 0.6-0.6 x 50000\n", "", NULL},
        {HEAD "breathe 0.5-0.5 to 0.6-0.6 x 50001\n", "5:30", "100,000 phases"},
        {HEAD "repeat 100000\nsit 0.1s\nend\n", "", NULL},
        {HEAD "repeat 100001\nsit 0.1s\nend\n", "5:8", "100,000 steps"},
        {HEAD "repeat 100001\nwait\nend\nsit 1s\n", "5:8", "100,000 steps"},
        {HEAD "repeat 100000\nbell\nend\nsit 1s\n", "", NULL},
        {HEAD "repeat 100001\nbell\nend\nsit 1s\n", "5:8", "100,000 events"},
        {HEAD "repeat 100000\nbell\nend\nsit 1s\nbell\n", "9:1",
         "100,000 events"},
        {HEAD "sit 10000s\nevery 0.1s tick\n", "", NULL},
        {HEAD "sit 10000.2s\nevery 0.1s tick\n", "6:7", "100,000 events"},
        {HEAD "sit 12h\nsit 12h\n", "", NULL},
        {HEAD "sit 12h\nsit 12h\nsit 0.1s\n", "7:5", "24 h"},
        {HEAD "repeat 24\nsit 1h\nend\n", "", NULL},
        {HEAD "repeat 25\nsit 1h\nend\n", "5:8", "24 h"},
        {HEAD "sit 23h\nrepeat 2\nsit 1h\nsit 1s\nend\n", "8:5", "24 h"},
        {HEAD "breathe 60-60 x 720\n", "", NULL},
        {HEAD "breathe 60-60 x 721\n", "5:17", "24 h"},
        {HEAD "breathe 60-60 to 59.999-60 x 721\n", "5:30", "24 h"},
        {HEAD "breathe 60-60 x 99999999999999999999\n", "5:17 5:17", "24 h"},
        {HEAD "repeat 99999999999999999999\nrepeat 99999999999999999999\n"
              "repeat 99999999999999999999\nsit 1m\nend\nend\nend\n",
         "7:8 7:8", "24 h"},
        {HEAD "repeat 99999999999999999999\nrepeat 99999999999999999999\n"
              "ask \"x\"\nend\nend\nsit 1s\n",
         "", NULL},
        {HEAD "let n = 2 (1 to 25)\nrepeat n\nsit 1h\nend\n", "6:8",
         "24 h in all, with every let at its greatest"},
        {HEAD "let n = 2 (1 to 24)\nrepeat n\nsit 1h\nend\n", "", NULL},
        {HEAD "let s = 4 (0.5 to 4)\nbreathe s-s for 14h\n", "6:17",
         "100,000 phases in all, with every let at its least"},
        {HEAD "let n = 2 (1 to 200000)\nrepeat n\nbell\nend\nsit 1s\n", "",
         NULL},
    };
    CHECK_MISTAKES(table);
    struct compiled c;
    compile_with(&c,
                 HEAD "let n = 2 (1 to 200000)\nrepeat n\nbell\nend\nsit 1s\n",
                 1, (const char *const[]){"n=100001", NULL});
    assert_false(c.well);
    assert_int_equal(c.ds.items[0].line, 6);
    release(&c);
}

// A hundred thousand phases, half of them with an act, in a small part of a
// second (a second is allowed here, under sanitizers) and of 200 MiB.
static void the_longest_script_is_compiled_at_once(void **state)
{
    (void)state;
    struct compiled c;
    clock_t start = clock();
    compile(&c,
            HEAD "repeat 25000\nbreathe 0.5-0.5 to 0.6-0.6 x 2\n"
                 "at 0.6s tick\nlast 0s tick\nevery 0.9s bell\nend\n",
            NULL);
    assert_true(c.well);
    assert_int_equal(c.tl.row_count, 100000);
    assert_int_equal(c.tl.event_count, 100000);
    struct buf out = {0};
    timeline_print(&c.tl, &out);
    assert_true(clock() - start < CLOCKS_PER_SEC);
    assert_true(c.mem.used + out.cap < 64 * 1024 * 1024);
    buf_finish(&out);
    release(&c);
}

// A choice that does not fit is told what would, as the script writes it.
static void a_let_says_what_it_may_be(void **state)
{
    (void)state;
    struct compiled c;
    compile(&c,
            HEAD "let d = 5m (30s to 2h1m5.5s)\nlet n = 6 (3 to 9)\n"
                 "let s = 5 (0.25 to 7.5)\nbreathe s-s for d\nrepeat n\n"
                 "sit 1s\nend\n",
            NULL);
    static const char *const table[][2] = {
        {"d=3h", "d may be 30s to 2h1m5.5s, not \"3h\""},
        {"n=2", "n may be 3 to 9, not \"2\""},
        {"s=8", "s may be 0.25 to 7.5, not \"8\""},
        {"x=8", "the script has no let \"x\"; it has d, n, s"},
        {"s", "\"s\" is not NAME=VALUE"},
    };
    for (size_t i = 0; i < sizeof(table) / sizeof(table[0]); i++) {
        struct choice choice = {0};
        struct str why = {0};
        assert_false(choice_parse(&c.session, str_from(table[i][0]), &c.mem,
                                  &choice, &why));
        assert_str(why, table[i][1]);
    }
    release(&c);
}

// The list of pacers holds what it names and no more, also among beds.
static void the_list_of_pacers_holds_them_alone(void **state)
{
    (void)state;
    struct compiled c;
    compile(&c,
            HEAD "bed: rain\nsit 10s\nscatter 1 bell\nbed off\npacer box\n"
                 "bed wind\nwait\nbed drone\nsit 30s\n",
            NULL);
    assert_true(c.well);
    assert_int_equal(c.tl.pacer_count, 1);
    assert_int_equal(c.tl.events[c.tl.pacers[0]].kind, EVENT_PACER);
    // A single moment is drawn by chance too.
    assert_int_equal(c.tl.events[0].kind, EVENT_BELL);
    assert_true(c.tl.events[0].at_ms > 0 && c.tl.events[0].at_ms <= 10000);
    release(&c);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_moment_is_found_by_its_time),
        cmocka_unit_test(events_stand_in_the_order_of_their_times),
        cmocka_unit_test(waits_and_holds_stand_until_a_tap),
        cmocka_unit_test(pacer_and_bed_follow_their_events),
        cmocka_unit_test(rows_know_their_step),
        cmocka_unit_test(choices_fit_their_lets),
        cmocka_unit_test(another_choice_leaves_out_what_does_not_fit),
        cmocka_unit_test(scattered_moments_are_apart_and_repeatable),
        cmocka_unit_test(limits_of_the_timeline_are_inside),
        cmocka_unit_test(the_longest_script_is_compiled_at_once),
        cmocka_unit_test(a_let_says_what_it_may_be),
        cmocka_unit_test(the_list_of_pacers_holds_them_alone),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

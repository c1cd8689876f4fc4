// SPDX-License-Identifier: MIT
// Values, patterns and steps of the session language: what is right, and where
// what is wrong is said to stand.
#include "mistakes.h"

static void durations_have_units(void **state)
{
    (void)state;
    static const struct mistake table[] = {
        {HEAD "sit 45s\nsit 5m\nsit 1m30s\nsit 0.5s\nsit 1.5m\nsit 1h\n"
              "sit 05s\nsit 1m90s\nsit 1.5m30s\nsit 0.50s\nsit 1h2m3s\n"
              "sit 0.1s\nsit 24h\n",
         "17:5", "24 h in all"},
        {HEAD "sit 0.25m\nsit 0.001h\nsit 1h0.5s\n", "", NULL},
        {HEAD "sit 5\n", "5:5", "has no unit"},
        {HEAD "sit 999999h\n", "5:5", "is too long"},
        {HEAD "sit 4x\n", "5:5", "\"4x\" is not a duration"},
        {HEAD "sit .5s\n", "5:5", "not a duration"},
        {HEAD "sit 5.s\n", "5:5", "not a duration"},
        {HEAD "sit 30s1m\n", "5:5", "not a duration"},
        {HEAD "sit 2m2m\n", "5:5", "not a duration"},
        {HEAD "sit 1m30\n", "5:5", "not a duration"},
        {HEAD "sit 5S\n", "5:5", "not a duration"},
        {HEAD "sit -5s\n", "5:5", "not a duration"},
        {HEAD "sit 0.05s\n", "5:5", "finer than 0.1 s"},
        {HEAD "sit 1.25s\n", "5:5", "finer than 0.1 s"},
        {HEAD "sit 0.001m\n", "5:5", "finer than 0.1 s"},
        {HEAD "sit 0s\n", "5:5", "no time"},
        {HEAD "sit 0m0s\n", "5:5", "no time"},
        {HEAD "sit 24h\n", "", NULL},
        {HEAD "sit 1440m\n", "", NULL},
        {HEAD "sit 24h0.1s\n", "5:5", "24 h"},
        {HEAD "sit 99999999999999999999h\n", "5:5", "not a duration"},
        {HEAD "sit 5 m \"t\"\n", "5:5", "has no unit"},
        {HEAD "sit\n", "5:1", "missing"},
        {HEAD "sit \"text\"\n", "5:5", "stands where a duration is due"},
        {HEAD "sit lenght\n", "5:5", "not a duration"},
        {HEAD "let length = 5m (2m to 9m)\nsit lenght\n", "6:5",
         "did you mean \"length\"?"},
    };
    CHECK_MISTAKES(table);
}

static void counts_are_whole(void **state)
{
    (void)state;
    static const struct mistake table[] = {
        {HEAD "breathe 4-4 x 03\nrepeat 2\nsit 1m\nend\n", "", NULL},
        {HEAD "breathe 4-4 x 0\n", "5:15", "less than 1"},
        {HEAD "breathe 4-4 x 1.5\n", "5:15", "not a whole number"},
        {HEAD "breathe 4-4 x -1\n", "5:15", "not a whole number"},
        {HEAD "breathe 4-4 x 5m\n", "5:15", "not a whole number"},
        {HEAD "breathe 4-4 x\n", "5:13", "missing"},
        {HEAD "repeat 0\nsit 1m\nend\n", "5:8", "less than 1"},
        {HEAD "repeat\nsit 1m\nend\n", "5:1", "missing"},
        {HEAD "sit 1m\nscatter 0 tick\n", "6:9", "less than 1"},
        {HEAD "let n = 3 (1 to 9)\nbreathe 4-4 x n\n", "", NULL},
        {HEAD "let n = 3 (0 to 9)\nbreathe 4-4 x n\n", "6:15", "less than 1"},
        {HEAD "let n = 3.5 (1 to 9)\nbreathe 4-4 x n\n", "6:15",
         "number of seconds"},
        {HEAD "let n = 3 (1 to 9.5)\nbreathe 4-4 x n\n", "6:15",
         "number of seconds"},
        {HEAD "let n = 3s (1s to 9s)\nbreathe 4-4 x n\n", "6:15",
         "is a duration"},
        {HEAD "let n = 3 (1 to 9)\nsit n\n", "6:5", "bare number"},
    };
    CHECK_MISTAKES(table);
}

static void lets_stand_where_their_values_could(void **state)
{
    (void)state;
    static const struct mistake table[] = {
        {HEAD "let d = 5s (1s to 9s)\nlet n = 3 (1 to 4)\nsettle d\n"
              "breathe d-d for d\nbreathe in d, out n x n\nretain full d\n"
              "retain empty until tap at most d\nmove 1m rising d fading d\n"
              "squeeze jaw d\nscan d over face\nturn A d\nwrite d\n"
              "wait at most d\nbed rain over d\nrepeat n\nrest d\nend\n"
              "sit 3m\nat d tick\nevery d tick\nlast d tick\nscatter n tick\n",
         "", NULL},
        {HEAD "let d = 5s (0s to 9s)\nsit d\n", "6:5", "no time"},
        {HEAD "let d = 5s (0s to 9s)\nbreathe 4-4 for d\n", "6:17", "no time"},
        {HEAD "let d = 5s (0s to 9s)\nwait at most d\nsit 1m\n", "6:14",
         "no time"},
        {HEAD "let d = 5s (0s to 9s)\nsit 1m\nevery d tick\n", "7:7",
         "no time"},
        {HEAD "let d = 5s (0s to 9s)\nsit 1m\nat d tick\nlast d tick\n"
              "bed off over d\nmove 1m rising d\n",
         "", NULL},
        {HEAD "let d = 5h (1h to 25h)\nsit d\n", "6:5", "longer than 24 h"},
        {HEAD "let s = 4 (0.4 to 5)\nbreathe s-4 x 3\n", "6:9", "too short"},
        {HEAD "let s = 4 (4 to 61)\nbreathe 4-4-s x 3\n", "6:13", "too long"},
        {HEAD "let s = 4 (0 to 61)\nbreathe 4-s-4-s x 3\n", "", NULL},
        {HEAD "let s = 4 (0 to 121)\nbreathe 4-s-4-s x 3\n", "6:11 6:15",
         "too long"},
        {HEAD "let s = 4s (1s to 61s)\nbreathe in s, out 4 x 3\n", "6:12",
         "too long"},
        {HEAD "let a = x (1 to 2)\nbreathe a-a for a\nrepeat a\nsit a\nend\n",
         "5:9", "neither"},
    };
    CHECK_MISTAKES(table);
}

static void short_patterns(void **state)
{
    (void)state;
    static const struct mistake table[] = {
        {HEAD "breathe 5.5-5.5 x 3\nbreathe 4-7-8 x 3\nbreathe 4-4-4-4 x 3\n"
              "breathe 0.501-0.5 x 3\nbreathe 60-120-60-120 x 3\n"
              "breathe 4-0-4-0 x 3\n",
         "", NULL},
        {HEAD "breathe 4 x 3\n", "5:9", "not a pattern"},
        {HEAD "breathe 4-4-4-4-4 x 3\n", "5:9", "not a pattern"},
        {HEAD "breathe 4--4 x 3\n", "5:11", "not a number of seconds"},
        {HEAD "breathe -4-4 x 3\n", "5:9", "not a number of seconds"},
        {HEAD "breathe 4-4- x 3\n", "5:13", "not a number of seconds"},
        {HEAD "breathe 4s-x-4 for 5 y\n", "5:9 5:12 5:20", "not a number"},
        {HEAD "breathe 4-4s x 3\n", "5:11", "not a number of seconds"},
        {HEAD "breathe 4-x-8 x 3\n", "5:11", "not a number of seconds"},
        {HEAD "breathe 4-.5 x 3\n", "5:11", "not a number of seconds"},
        {HEAD "breathe 4-4.0001 x 3\n", "5:11", "not a number of seconds"},
        {HEAD "breathe 0.4-4 x 3\n", "5:9", "too short"},
        {HEAD "breathe 4-0.499 x 3\n", "5:11", "too short"},
        {HEAD "breathe 60.001-4 x 3\n", "5:9", "too long"},
        {HEAD "breathe 4-120.001-4 x 3\n", "5:11", "too long"},
        {HEAD "breathe 0-0 x 3\n", "5:9 5:11", "too short"},
        {HEAD "let side = 4 (3 to 5)\nbreathe side-sdie x 3\n", "6:14",
         "did you mean \"side\"?"},
        {HEAD "breathe\n", "5:1", "missing"},
        {HEAD "breathe \"t\"\n", "5:9", "stands where"},
        {HEAD "breathe for 5m\n", "5:9", "not a pattern"},
    };
    CHECK_MISTAKES(table);
}

static void long_patterns(void **state)
{
    (void)state;
    static const struct mistake table[] = {
        {HEAD "breathe in 2 nose, top 1 nose, out 6 mouth sigh \"ah\", rest 0.5"
              " for 5m \"text\"\n",
         "", NULL},
        {HEAD "breathe in 2 nose nose belly, hold 1, top 1, out 3 x 3\n", "",
         NULL},
        {HEAD "breathe out 4, in 4 x 3\nbreathe hold 2, in 4, out 4 x 3\n", "",
         NULL},
        {HEAD "breathe in 4 x 3\n", "5:9", "no \"out\""},
        {HEAD "breathe out 4, rest 2 x 3\n", "5:9", "no \"in\""},
        {HEAD "breathe top 1, in 2, out 4 x 3\n", "5:9", "\"top\" has no"},
        {HEAD "breathe in 2, out 3, top 1, out 2 x 3\n", "5:22",
         "\"top\" has no"},
        {HEAD "breathe in 2, rest 1, top 1, top 1, out 4 x 3\n", "", NULL},
        {HEAD "breathe in 0.3, out 4 x 3\n", "5:12", "too short"},
        {HEAD "breathe in 2, top 0.3, out 4 x 3\n", "5:19", "too short"},
        {HEAD "breathe in 2, out 4, rest 121 x 3\n", "5:27", "too long"},
        {HEAD "breathe in 2, hold 0, out 4, rest 0 x 3\n", "", NULL},
        {HEAD "breathe in 4s, out 4 x 3\n", "5:12", "not a number of seconds"},
        {HEAD "breathe in nose, out 4 x 3\n", "5:12", "number of seconds"},
        {HEAD "breathe in, out 4 x 3\n", "5:11", "stands where a number"},
        {HEAD "breathe in 4, out 6, x 3\n", "5:22", "is not a phase"},
        {HEAD "breathe in 4, outt 6 x 3\n", "5:15", "did you mean \"out\"?"},
        {HEAD "breathe in 4, out 6,\n", "5:20", "missing"},
        {HEAD "breathe in 4 nos, out 6 x 3\n", "5:14", "did you mean \"nose\""},
        {HEAD "breathe in 4 \"t\" nose, out 6 x 3\n", "5:18", "stands where"},
        {HEAD "breathe in 4 \"a\" \"b\", out 6 x 3\n", "5:18", "stands where"},
    };
    CHECK_MISTAKES(table);
}

static void breathing_takes_an_amount(void **state)
{
    (void)state;
    static const struct mistake table[] = {
        {HEAD "breathe 4-4 for 5m \"t\"\nbreathe 4-4 x 3 \"t\"\n", "", NULL},
        {HEAD "breathe 4-4\n", "5:1", "for how long"},
        {HEAD "breathe 4-4 \"t\"\n", "5:13", "for, x or to"},
        {HEAD "breathe 4-4 fro 5m\n", "5:13", "did you mean \"for\"?"},
        {HEAD "breathe 4-4 5m\n", "5:13", "for, x or to"},
        {HEAD "breathe 4-4 x3\n", "5:13", "for, x or to"},
        {HEAD "breathe 4-4 for\n", "5:13", "missing"},
        {HEAD "breathe 4-4 for 4x\n", "5:17", "\"4x\" is not a duration"},
        {HEAD "breathe 4-4 for 0s\n", "5:17", "no time"},
        {HEAD "breathe 4-4 for 5m x 3\n", "5:20", "not expected"},
        {HEAD "breathe 4-4 to 6-6 for 5m \"t\"\n", "", NULL},
        {HEAD "breathe 4-4 to in 6, out 6 nose x 2 \"t\"\n", "", NULL},
        {HEAD "breathe 4-0-4 to 4-4-4 x 9\n", "", NULL},
        {HEAD "breathe 4-4 to 6-6\n", "5:1", "for how long"},
        {HEAD "breathe 4-4 to 6-6 to 7-7 x 3\n", "5:20", "for or x"},
        {HEAD "breathe 4-4 to x 3\n", "5:16", "not a pattern"},
        {HEAD "breathe 4-4 to\n", "5:13", "missing"},
        {HEAD "breathe 4-4 to 4-4-4 x 3\n", "5:16", "same phases"},
        {HEAD "breathe in 4, out 4 to out 4, in 4 x 3\n", "5:24",
         "same phases"},
        {HEAD "breathe in 4, hold 1, out 4 to in 4, rest 1, out 4 x 3\n",
         "5:32", "same phases"},
        {HEAD "breathe in 4, in 1, out 4 to in 4, top 1, out 4 x 3\n", "5:30",
         "same phases"},
        {HEAD "breathe 4-4 to 6-6 x 1\n", "5:22", "at least 2"},
        {HEAD "let n = 1 (1 to 9)\nbreathe 4-4 to 6-6 x n\n", "6:22",
         "at least 2"},
        {HEAD "let n = 2 (1 to 9)\nbreathe 4-4 to 6-6 x n\n", "", NULL},
    };
    CHECK_MISTAKES(table);
}

static void the_other_timed_steps(void **state)
{
    (void)state;
    static const struct mistake table[] = {
        {HEAD "settle 20s\nsettle 20s \"t\"\nrest 1m\nwrite 1m \"t\"\n"
              "retain full 15s\nretain empty 15s \"t\"\n"
              "retain full until tap at most 90s \"t\"\n"
              "move 5m \"t\" rising 1m fading 4m\nmove 5m fading 1m\n"
              "move 5m rising 0s\nsqueeze left hand 5s \"t\"\n"
              "release right   foot 30s\nsqueeze whole 5s\nturn A 1m\n"
              "turn B 1m \"t\"\nturn both 1m\nwait\nwait \"t\"\n"
              "wait at most 1m\nwait \"t\" at most 1m\n",
         "", NULL},
        {HEAD "retain 15s\n", "5:8", "neither full nor empty"},
        {HEAD "retain\n", "5:1", "missing"},
        {HEAD "retain full\n", "5:1", "missing"},
        {HEAD "retain full until 5m\n", "5:19", "\"tap\" is due"},
        {HEAD "retain full until tap\n", "5:19", "\"at\" is missing"},
        {HEAD "retain full until tap at 5m\n", "5:26", "\"most\" is due"},
        {HEAD "retain full until tap at most\n", "5:26", "missing"},
        {HEAD "retain full until tap at most 0s\n", "5:31", "no time"},
        {HEAD "move 5m rising 6m\n", "5:16", "longer than the step"},
        {HEAD "move 5m rising 3m fading 3m\n", "5:26", "longer than the step"},
        {HEAD "move 5m fading 6m\n", "5:16", "longer than the step"},
        {HEAD "move 5m fading 1m rising 1m\n", "5:19", "not expected"},
        {HEAD "move 5m rising 1m \"t\"\n", "5:19", "too late"},
        {HEAD "move 5m rising\n", "5:9", "missing"},
        {HEAD "squeeze hads 5x\n", "5:9 5:14", "did you mean"},
        {HEAD "squeeze left feet 5\n", "5:9 5:19", NULL},
        {HEAD "turn C 5\n", "5:6 5:8", NULL},
        {HEAD "squeeze 5s\n", "5:9", "place of the body"},
        {HEAD "squeeze jaw\n", "5:1", "missing"},
        {HEAD "squeeze left feet 5s\n", "5:9", "\"left feet\""},
        {HEAD "squeeze right face 5s\n", "5:9", "\"right face\""},
        {HEAD "squeeze left 5s\n", "5:9", "place of the body"},
        {HEAD "squeeze left\n", "5:9", "place of the body"},
        {HEAD "squeeze foot 5s\n", "5:9", "place of the body"},
        {HEAD "squeeze hads 5s\n", "5:9", "did you mean \"hands\"?"},
        {HEAD "scan 1m over face \"a\", left foot\"b\",whole\n", "", NULL},
        {HEAD "scan 1m face\n", "5:9", "\"over\" is due"},
        {HEAD "scan 1m over\n", "5:9", "missing"},
        {HEAD "scan 1m over face,\n", "5:18", "missing"},
        {HEAD "scan 1m over face jaw\n", "5:19", "not expected"},
        {HEAD "scan 1m over face, nose\n", "5:20", "place of the body"},
        {HEAD "turn C 1m\n", "5:6", "nobody's turn"},
        {HEAD "turn a 1m\n", "5:6", "nobody's turn"},
        {HEAD "turn 1m\n", "5:6", "nobody's turn"},
        {HEAD "turn A\n", "5:1", "missing"},
        {HEAD "wait 30s\n", "5:6", "not expected"},
        {HEAD "wait at most 0s\n", "5:14", "no time"},
        {HEAD "wait at 30s\n", "5:9", "\"most\" is due"},
        {HEAD "wait at most 30s \"t\"\n", "5:18", "not expected"},
    };
    CHECK_MISTAKES(table);
}

static void steps_at_once(void **state)
{
    (void)state;
    static const struct mistake table[] = {
        {HEAD "say \"x\"\nbell\nbell bowl\nbell rubbed\nbell chime\nbed ocean\n"
              "bed off over 10s\nbed rain over 0s\npacer none\nsit 1m\n",
         "", NULL},
        {HEAD "sit 1m\nsay\n", "6:1", "missing"},
        {HEAD "sit 1m\nsay x\n", "6:5", "stands where a text"},
        {HEAD "sit 1m\nbell \"x\"\n", "6:6", "not expected"},
        {HEAD "sit 1m\nbell Bowl\n", "6:6", "not a name of a bell"},
        {HEAD "sit 1m\nbell gong\nbed my_sea-2\n", "", NULL},
        {HEAD "sit 1m\nbed\n", "6:1", "missing"},
        {HEAD "sit 1m\nbed rain over\n", "6:10", "missing"},
        {HEAD "sit 1m\nbed rain 10s\n", "6:10", "not expected"},
        {HEAD "sit 1m\npacer\n", "6:1", "missing"},
        {HEAD "sit 1m\npacer box2\n", "6:7", "did you mean \"box\"?"},
        {HEAD "sit 1m\nask \"x\"\nrate a \"x\"\nrate b_2 \"x\"\n", "", NULL},
        {HEAD "sit 1m\nask\n", "6:1", "missing"},
        {HEAD "sit 1m\nask x\n", "6:5", "a text"},
        {HEAD "sit 1m\nrate \"x\"\n", "6:6", "a name is due"},
        {HEAD "sit 1m\nrate a\n", "6:1", "missing"},
        {HEAD "sit 1m\nrate A \"x\"\n", "6:6", "not a name"},
        {HEAD "sit 1m\nrate a \"x\"\nrate a \"y\"\n", "7:6", "rated twice"},
        {HEAD "sit 1m\ntick\n", "6:1", "is not a step"},
        {HEAD "sit 1m\nbrethe 4-4 x 3\n at 1s bell\n", "6:1",
         "did you mean \"breathe\"?"},
        {HEAD "Sit 1m\n", "5:1", "did you mean \"sit\"?"},
        {HEAD "sit 1m\ntitle x\n", "6:1", "is not a step"},
        {HEAD "= 3\nsit 1m\n", "5:1", "is not a step"},
    };
    CHECK_MISTAKES(table);
}

static void repeats_hold_steps(void **state)
{
    (void)state;
    static const struct mistake table[] = {
        {HEAD "repeat 2\nbell\nend\nsit 1m\n", "", NULL},
        {HEAD "repeat 2\nask \"x\"\nend\nsit 1m\n", "", NULL},
        {HEAD "repeat 2\nend\nsit 1m\n", "5:1", "nothing stands"},
        {HEAD "repeat 2\n# none\n\nend\nsit 1m\n", "5:1", "nothing stands"},
        {HEAD "repeat 2\nrepeat 2\nend\nend\nsit 1m\n", "6:1",
         "nothing stands"},
        {HEAD "repeat 2\nsit 1m\n", "5:1", "no end"},
        {HEAD "repeat 2\n repeat 3\nsit 1m\nend\n", "5:1", "no end"},
        {HEAD "repeat 2\n repeat 3\nsit 1m\n", "5:1 6:2", "no end"},
        {HEAD "sit 1m\nend\n", "6:1", "ends no repeat"},
        {HEAD "sit 1m\nend sit 1m\n", "6:1", "ends no repeat"},
        {HEAD "repeat 2\nsit 1m\nend 2\n", "7:5", "not expected"},
        {HEAD "repeat 2 x\nsit 1m\nend\n", "5:10", "not expected"},
        {HEAD "repeat 2x\nsit 1m\nend\n", "5:8", "not a whole number"},
        {HEAD "repaet 2\nsit 1m\nend\n", "5:1", "did you mean \"repeat\"?"},
        {HEAD "repeat 2\nsit 1m\nedn\n", "7:1", "did you mean \"end\"?"},
        {HEAD "repeat 2\nsti 1m\nend\n", "6:1", "did you mean \"sit\"?"},
        {HEAD "repeat 1\nrepeat 1\nrepeat 1\nrepeat 1\nrepeat 1\nrepeat 1\n"
              "repeat 1\nrepeat 1\nsit 1m\nend\nend\nend\nend\nend\nend\nend\n"
              "end\n",
         "", NULL},
        {HEAD "repeat 1\nrepeat 1\nrepeat 1\nrepeat 1\nrepeat 1\nrepeat 1\n"
              "repeat 1\nrepeat 1\n repeat 1\nsit 1m\nend\nend\nend\nend\nend\n"
              "end\nend\nend\nend\n",
         "13:2", "8 deep"},
    };
    CHECK_MISTAKES(table);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(durations_have_units),
        cmocka_unit_test(counts_are_whole),
        cmocka_unit_test(lets_stand_where_their_values_could),
        cmocka_unit_test(short_patterns),
        cmocka_unit_test(long_patterns),
        cmocka_unit_test(breathing_takes_an_amount),
        cmocka_unit_test(the_other_timed_steps),
        cmocka_unit_test(steps_at_once),
        cmocka_unit_test(repeats_hold_steps),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

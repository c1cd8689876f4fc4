// SPDX-License-Identifier: MIT
// A person's own beds: round and round without a seam, by their loop points to
// the frame, and a broken file is told of before the session starts.
#include "platform/recordings.h"

#include <math.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "frame/by_hand.h"
#include "frame/synth.h"
#include "platform/file.h"
#include "platform/loop.h"
#include "platform/supply.h"

#define PI 3.14159265358979323846

// Low noise, as a bed is.
static float *noise(size_t frames, struct arena *mem)
{
    struct noise source = noise_seed(5, 1);
    float *stereo = ARENA_ARRAY(mem, float, 2 * frames);
    float low[2] = {0};
    for (size_t i = 0; i < 2 * frames; i++) {
        low[i & 1] += 0.05f * (noise_white(&source) - low[i & 1]);
        stereo[i] = 0.25f * low[i & 1];
    }
    return stereo;
}

static double level(const int16_t *stereo, size_t frames)
{
    double sum = 0;
    for (size_t i = 0; i < 2 * frames; i++) {
        sum += (double)stereo[i] * stereo[i];
    }
    return sqrt(sum / (double)(2 * frames));
}

static double greatest_step_of(const int16_t *stereo, size_t frames)
{
    double step = 0;
    for (size_t i = 2; i < 2 * frames; i++) {
        step = fmax(step, abs(stereo[i] - stereo[i - 2]));
    }
    return step;
}

static void it_goes_round_without_a_seam(void **state)
{
    struct place *p = *state;
    enum { ROUND = 3 * 48000, ALL = 20 * 48000 };
    struct str path = place_record(p, "bed.ogg", noise(ROUND, &p->mem), ROUND);
    struct loop *loop = loop_open(path, &p->mem);
    assert_non_null(loop);
    int16_t *stereo = ARENA_ARRAY(&p->mem, int16_t, 2 * ALL);
    for (size_t at = 0; at < ALL; at += 960) {
        loop_read(loop, stereo + 2 * at, 960);
    }
    loop_close(loop);
    double plain = level(stereo, ROUND / 2);
    double step = greatest_step_of(stereo, ROUND / 2);
    for (size_t at = 0; at + 12000 <= ALL; at += 12000) {
        assert_true(fabs(level(stereo + 2 * at, 12000) / plain - 1) < 0.2);
    }
    assert_true(greatest_step_of(stereo, ALL) < 1.5 * step);
    // A round is the file less its seam, a quarter: it comes again exactly.
    size_t round = ROUND - ROUND / 4;
    size_t from = ROUND / 4 + 100; // behind the crossing
    assert_memory_equal(stereo + 2 * (from + round), stereo + 2 * from,
                        4 * (size_t)(round - ROUND / 4 - 200));
}

// Vorbis comments are put in by hand: the recorder writes none of these.
static struct str with_points(struct place *p, struct str path,
                              const char *points)
{
    char command[512];
    struct str tagged = place_path(p, "tagged.ogg");
    snprintf(command, sizeof(command),
             "python3 %s/platform/loop_points.py %s %s %s", TESTS, path.at,
             tagged.at, points);
    assert_int_equal(system(command), 0);
    return tagged;
}

static void loop_points_hold_to_the_frame(void **state)
{
    struct place *p = *state;
    enum { ALL = 96000, START = 12345, LENGTH = 50000 };
    float *stereo = noise(ALL, &p->mem);
    struct str plain = place_record(p, "bed.ogg", stereo, ALL);
    struct str path = with_points(p, plain, "LOOPSTART=12345 LOOPLENGTH=50000");
    struct loop *loop = loop_open(path, &p->mem);
    assert_non_null(loop);
    int16_t *got = ARENA_ARRAY(&p->mem, int16_t, 2 * 200000);
    loop_read(loop, got, 200000);
    loop_close(loop);
    for (int round = 1; round < 3; round++) {
        assert_memory_equal(got + 2 * (START + round * LENGTH), got + 2 * START,
                            4 * 30000);
    }
    // Points beyond the file's end are none.
    path = with_points(p, plain, "LOOPSTART=90000 LOOPLENGTH=50000");
    loop = loop_open(path, &p->mem);
    assert_non_null(loop);
    loop_read(loop, got, 200000);
    loop_close(loop);
    const size_t seam = ALL / 4, round = ALL - seam;
    assert_memory_equal(got + 2 * (seam + 100 + round), got + 2 * (seam + 100),
                        4 * 30000);
}

static void another_rate_is_brought_to_ours(void **state)
{
    struct place *p = *state;
    // The recorder writes 48 kHz; python makes a sine of 22.05 kHz from it.
    enum { FRAMES = 48000 };
    float *stereo = ARENA_ARRAY(&p->mem, float, 2 * FRAMES);
    for (size_t i = 0; i < FRAMES; i++) {
        stereo[2 * i] = stereo[2 * i + 1] =
            (float)(0.3 * sin(2 * PI * 1000 * (double)i / 48000));
    }
    struct str path = place_record(p, "bed.ogg", stereo, FRAMES);
    char command[512];
    struct str slow = place_path(p, "slow.ogg");
    snprintf(command, sizeof(command),
             "python3 %s/platform/loop_points.py --rate 24000 %s %s", TESTS,
             path.at, slow.at);
    assert_int_equal(system(command), 0);
    struct loop *loop = loop_open(slow, &p->mem);
    assert_non_null(loop);
    int16_t *got = ARENA_ARRAY(&p->mem, int16_t, 2 * 48000);
    loop_read(loop, got, 48000);
    loop_close(loop);
    int crossings = 0;
    for (size_t i = 4801; i < 28800; i++) {
        crossings += (got[2 * i] >= 0) != (got[2 * i - 2] >= 0);
    }
    assert_in_range(crossings, 498, 502); // 500 Hz in half a second
}

// Whoever waits for a pipe waits for ever, and a window with it.
static void a_pipe_is_no_sound(void **state)
{
    struct place *p = *state;
    struct str path = place_path(p, "pipe.ogg");
    struct sample none = {0};
    assert_int_equal(mkfifo(path.at, 0600), 0);
    alarm(20);
    assert_null(loop_open(path, &p->mem));
    assert_false(recording_load(path, &p->mem, &none));
    alarm(0);
}

static void broken_sounds_are_told_before_they_sound(void **state)
{
    struct place *p = *state;
    struct str why = STR_NONE;
    struct by_hand *h = ARENA_NEW(&p->mem, struct by_hand);
    struct score_options o = {.levels.cue = CUE_OFF};
    by_hand_row(h, VERB_SIT, PHASE_NONE, 10000);
    by_hand_event(h, 0, EVENT_BELL, "gong");
    by_hand_event(h, 0, EVENT_BELL, "bad");
    by_hand_event(h, 0, EVENT_BELL, "deep");
    by_hand_event(h, 0, EVENT_BED, "forest");
    by_hand_event(h, 0, EVENT_BED, "ocean");
    by_hand_event(h, 0, EVENT_BED, "stream");
    struct score *score = score_create(&h->tl, &o, &p->mem);
    float *stereo = noise(48000, &p->mem);
    place_record(p, "bell-deep.ogg", stereo, 48000);
    place_record(p, "bed-stream.ogg", stereo, 48000);
    file_replace(place_path(p, "bell-bad.ogg"), STR("not a sound"), &p->mem,
                 &why);
    file_replace(place_path(p, "bed-ocean.ogg"), STR(""), &p->mem, &why);
    struct shelf shelf = {.own = str_from(p->folder)};
    struct narrator_setup voice = {0};
    struct supply supply;
    struct buf lines = {0};
    supply_begin(&supply, score, &shelf, &voice, &lines);
    struct str rest = buf_view(&lines);
    assert_true(str_starts(str_cut(&rest, '\n'),
                           STR("there is no sound bell-gong.ogg in ")));
    assert_true(str_ends(
        str_cut(&rest, '\n'),
        STR("bell-bad.ogg cannot be read as Ogg Vorbis; it stays silent")));
    assert_true(str_starts(str_cut(&rest, '\n'),
                           STR("there is no sound bed-forest.ogg in ")));
    assert_true(str_ends(
        str_cut(&rest, '\n'),
        STR("bed-ocean.ogg cannot be read as Ogg Vorbis; ours plays instead")));
    assert_int_equal(rest.len, 0);
    assert_int_equal(supply.bed_count, 1);
    float *out = ARENA_ARRAY(&p->mem, float, 2 * 96000);
    supply_tend(&supply, false, &lines);
    score_mix(out, 96000, 0, score);
    double sum = 0;
    for (size_t i = 2 * 72000; i < 2 * 96000; i++) {
        sum += (double)fabsf(out[i]);
    }
    assert_true(sum > 100); // the stream runs
    supply_finish(&supply);
    buf_finish(&lines);
    shelf_finish(&shelf);
}

#define PLACE_TEST(name)                                                       \
    cmocka_unit_test_setup_teardown(name, place_enter, place_leave)

int main(void)
{
    const struct CMUnitTest tests[] = {
        PLACE_TEST(it_goes_round_without_a_seam),
        PLACE_TEST(loop_points_hold_to_the_frame),
        PLACE_TEST(another_rate_is_brought_to_ours),
        PLACE_TEST(a_pipe_is_no_sound),
        PLACE_TEST(broken_sounds_are_told_before_they_sound),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

// SPDX-License-Identifier: MIT
// When things sound: bells at their exact frame, whatever the buffers; open
// waits, holds and seeks. What sounds there is test_score_sound's.
#include "unit.h"

#include <math.h>

#include "frame/scored.h"

static void bells_sound_at_their_frame(void **state)
{
    (void)state;
    static const int64_t at_ms[] = {0, 137, 1001, 2500, 7777};
    static const size_t buffers[] = {1, 512, 1000, 1024, 2048, 4096};
    for (size_t b = 0; b < 6; b++) {
        struct arena mem = {0};
        struct by_hand *h = ARENA_NEW(&mem, struct by_hand);
        by_hand_row(h, VERB_SIT, PHASE_NONE, 9000);
        for (size_t i = 0; i < 5; i++) {
            by_hand_event(h, at_ms[i], EVENT_BELL, i % 2 != 0 ? "chime" : "");
        }
        float *out =
            mixed(scored(h, CUE_BREATH, &mem), 400000, buffers[b], &mem);
        size_t found = 0;
        for (size_t i = 0; i < 400000; i++) {
            bool before = i > 0 && out[2 * (i - 1)] != 0;
            if (out[2 * i] != 0 && !before) {
                assert_true(found < 5);
                assert_int_equal(i, at_ms[found] * 48);
                found++;
            }
        }
        assert_int_equal(found, 5);
        arena_finish(&mem);
    }
}

static void buffers_do_not_change_a_bit(void **state)
{
    (void)state;
    struct arena mem = {0};
    float *first = NULL;
    static const size_t buffers[] = {480, 1, 1024, 4096, 77};
    for (size_t b = 0; b < 5; b++) {
        struct by_hand *h = ARENA_NEW(&mem, struct by_hand);
        h->tl.bed = STR("ocean");
        by_hand_breathe(h, 2, 1600, 1500, 2000, 0);
        by_hand_event(h, 333, EVENT_BELL, "");
        by_hand_event(h, 3000, EVENT_BED, "brown")->over_ms = 1000;
        float *out =
            mixed(scored(h, CUE_BREATH, &mem), 300000, buffers[b], &mem);
        first = first == NULL ? out : first;
        assert_memory_equal(first, out, 2 * 300000 * sizeof(float));
    }
    arena_finish(&mem);
}

// The bells of one moment, an open wait between them.
static void an_open_wait_holds_to_the_frame(void **state)
{
    (void)state;
    struct arena mem = {0};
    struct by_hand *h = ARENA_NEW(&mem, struct by_hand);
    h->tl.bed = STR("brown");
    by_hand_row(h, VERB_SIT, PHASE_NONE, 5000);
    by_hand_event(h, 5000, EVENT_BED, "off");
    by_hand_row(h, VERB_WAIT, PHASE_NONE, 0)->until_tap = true;
    by_hand_event(h, 5000, EVENT_BELL, "");
    by_hand_row(h, VERB_WAIT, PHASE_NONE, 0)->until_tap = true;
    by_hand_row(h, VERB_SIT, PHASE_NONE, 20000);
    struct score *s = scored(h, CUE_BREATH, &mem);
    assert_int_equal(score_gate(s), 5000 * 48);
    score_pass(s); // not there yet
    float *out = mixed(s, 5000 * 48, 1000, &mem);
    assert_int_equal(score_gate(s), 5000 * 48);
    score_hold(out, 48000, s); // the bed goes
    score_hold(out, 48000, s);
    assert_true(level_of(out, 0, 1000) == 0);
    assert_int_equal(score_position(s), 5000 * 48);
    score_pass(s);
    assert_int_equal(score_gate(s), 5000 * 48);
    score_hold(out, 4800, s); // the bell before the second wait
    assert_true(out[0] != 0);
    score_pass(s);
    assert_int_equal(score_gate(s), INT64_MAX);
    score_mix(out, 48000, 5000 * 48, s);
    assert_true(level_of(out, 0, 1000) == 0);
    assert_int_equal(score_position(s), 6000 * 48);
    // Back before the second wait, the first being past: order 3 is the bell.
    score_seek(s, 5000 * 48, 3, false);
    assert_int_equal(score_gate(s), 5000 * 48);
    score_hold(out, 48000, s);
    assert_true(out[0] != 0);
    score_pass(s);
    assert_int_equal(score_gate(s), INT64_MAX);
    arena_finish(&mem);
}

static void the_bed_goes_on_while_time_stands(void **state)
{
    (void)state;
    struct arena mem = {0};
    struct by_hand *h = ARENA_NEW(&mem, struct by_hand);
    h->tl.bed = STR("brown");
    by_hand_row(h, VERB_WAIT, PHASE_NONE, 0)->until_tap = true;
    by_hand_breathe(h, 4, 4000, 0, 4000, 0);
    struct score *s = scored(h, CUE_BREATH, &mem);
    float *out = ARENA_ARRAY(&mem, float, 2 * 8 * 48000);
    score_hold(out, 8 * 48000, s); // it fades in, though time stands at 0
    double held = level_of(out, 4000, 8000);
    assert_true(held > 0.005);
    assert_true(level_of(out, 0, 100) < 0.05 * held);
    // In the middle of a breath the cue stays with it.
    score_pass(s);
    score_mix(out, 2 * 48000, 0, s);
    score_hold(out, 4 * 48000, s);
    assert_true(level_of(out, 3000, 4000) > 1.5 * held);
    arena_finish(&mem);
}

static void a_seek_makes_no_click(void **state)
{
    (void)state;
    struct arena mem = {0};
    struct by_hand *h = ARENA_NEW(&mem, struct by_hand);
    h->tl.bed = STR("ocean");
    by_hand_breathe(h, 12, 4000, 2000, 4000, 0);
    by_hand_event(h, 60000, EVENT_BED, "drone")->over_ms = 4000;
    struct score *s = scored(h, CUE_BREATH, &mem);
    static const int64_t to_ms[] = {0, 8000, 41000, 90000, 5000, 115000, 64000};
    size_t frames = 48000 * 2;
    float *out = ARENA_ARRAY(&mem, float, 2 * 7 * frames);
    for (size_t i = 0; i < 7; i++) {
        score_mix(out + 2 * i * frames, frames, to_ms[i] * 48 + 17, s);
    }
    double step = greatest_step(out, 7 * frames);
    float *plain = mixed(scored(h, CUE_BREATH, &mem), 7 * frames, 1024, &mem);
    assert_true(step < 1.6 * greatest_step(plain, 7 * frames));
    arena_finish(&mem);
}

static void a_seek_crosses_to_the_bed_of_its_place(void **state)
{
    (void)state;
    struct arena mem = {0};
    struct by_hand *h = ARENA_NEW(&mem, struct by_hand);
    h->tl.bed = STR("brown");
    by_hand_row(h, VERB_SIT, PHASE_NONE, 60000);
    by_hand_event(h, 30000, EVENT_BED, "off")->over_ms = 8000;
    struct score *s = scored(h, CUE_BREATH, &mem);
    float *out = mixed(s, 10 * 48000, 1024, &mem);
    double before = level_of(out, 5000, 10000);
    score_mix(out, 48000, 30000 * 48 + 1, s);
    assert_true(level_of(out, 0, 50) > 0.6 * before);
    assert_true(level_of(out, 200, 300) > 0.2 * before);
    assert_true(level_of(out, 405, 1000) < 1e-6);
    score_mix(out, 48000, 5000 * 48, s);
    assert_true(level_of(out, 0, 50) < 0.3 * before);
    assert_true(level_of(out, 500, 1000) > 0.6 * before);
    arena_finish(&mem);
}

static void what_was_struck_is_cut_by_a_seek_but_not_by_a_tap(void **state)
{
    (void)state;
    struct arena mem = {0};
    struct by_hand *h = ARENA_NEW(&mem, struct by_hand);
    by_hand_row(h, VERB_SIT, PHASE_NONE, 30000);
    by_hand_event(h, 0, EVENT_BELL, "");
    float out[2 * 4800];
    for (int tap = 0; tap < 2; tap++) {
        struct score *s = scored(h, CUE_BREATH, &mem);
        score_mix(out, 480, 0, s);
        score_seek(s, 10000 * 48, 0, tap == 1);
        score_mix(out, 4300, 10000 * 48, s);
        assert_true(fabsf(out[0]) > 0.08f);
        assert_true(tap == 1 ? out[2 * 3000] != 0 : out[2 * 3000] == 0);
        assert_int_equal(score_rings(s), tap == 1);
    }
    arena_finish(&mem);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(bells_sound_at_their_frame),
        cmocka_unit_test(buffers_do_not_change_a_bit),
        cmocka_unit_test(an_open_wait_holds_to_the_frame),
        cmocka_unit_test(the_bed_goes_on_while_time_stands),
        cmocka_unit_test(a_seek_makes_no_click),
        cmocka_unit_test(a_seek_crosses_to_the_bed_of_its_place),
        cmocka_unit_test(what_was_struck_is_cut_by_a_seek_but_not_by_a_tap),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

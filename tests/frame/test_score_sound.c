// SPDX-License-Identifier: MIT
// What sounds where: the cue in its rows, its sides and its speed; the fades of
// beds and volumes. How it sounds is test_synth's.
#include "unit.h"

#include <math.h>

#include "frame/scored.h"

static void the_script_decides_what_sounds(void **state)
{
    (void)state;
    struct arena mem = {0};
    struct by_hand *h = ARENA_NEW(&mem, struct by_hand);
    by_hand_row(h, VERB_SETTLE, PHASE_NONE, 6000);
    by_hand_breathe(h, 1, 4000, 4000, 4000, 0); // 6 to 18 s
    by_hand_row(h, VERB_REST, PHASE_NONE, 4000);
    by_hand_row(h, VERB_RETAIN, PHASE_HOLD_EMPTY, 4000); // 22 to 26 s
    by_hand_row(h, VERB_SIT, PHASE_NONE, 10000);
    float *out = mixed(scored(h, CUE_BREATH, &mem), 36 * 48000, 1024, &mem);
    assert_true(level_of(out, 0, 5990) == 0);
    assert_true(level_of(out, 7000, 9000) > 0.01);
    for (size_t ms = 10000; ms < 14000; ms += 100) {
        assert_true(level_of(out, ms, ms + 100) > 0.002); // held, full
    }
    assert_true(level_of(out, 19000, 21990) < 1e-6); // resting
    for (size_t ms = 22200; ms < 26000; ms += 100) {
        assert_true(level_of(out, ms, ms + 100) > 0.0015); // held, empty
    }
    assert_true(level_of(out, 27000, 36000) < 1e-6);
    // A held breath swells once a second.
    assert_true(level_of(out, 11950, 12050) >
                1.7 * level_of(out, 12450, 12550));
    arena_finish(&mem);
}

static void fast_breaths_have_no_tone(void **state)
{
    (void)state;
    struct arena mem = {0};
    for (int fast = 0; fast < 2; fast++) {
        struct by_hand *h = ARENA_NEW(&mem, struct by_hand);
        int64_t half = fast == 1 ? 1400 : 1600;
        by_hand_breathe(h, 10, half, 0, half, 0);
        float *out = mixed(scored(h, CUE_TONE, &mem), 20 * 48000, 1024, &mem);
        double level = level_of(out, 4000, 20000);
        assert_true(fast == 1 ? level == 0 : level > 0.005);
    }
    arena_finish(&mem);
}

static void a_hold_between_fast_breaths_is_heard(void **state)
{
    (void)state;
    struct arena mem = {0};
    struct by_hand *h = ARENA_NEW(&mem, struct by_hand);
    by_hand_breathe(h, 6, 1200, 3000, 1200, 500);
    float *out = mixed(scored(h, CUE_TONE, &mem), 20 * 48000, 1024, &mem);
    // The second breath: in from 5.9 s, held from 7.1 to 10.1, out, rest.
    assert_true(level_of(out, 6400, 7090) < 1e-6);
    for (size_t ms = 7300; ms < 10000; ms += 100) {
        assert_true(level_of(out, ms, ms + 100) > 0.001);
    }
    assert_true(level_of(out, 10600, 11790) < 1e-5);
    arena_finish(&mem);
}

static void many_bells_at_once_stay_below_full_scale(void **state)
{
    (void)state;
    struct arena mem = {0};
    struct by_hand *h = ARENA_NEW(&mem, struct by_hand);
    by_hand_row(h, VERB_SIT, PHASE_NONE, 2000);
    for (int i = 0; i < 60; i++) {
        by_hand_event(h, 0, EVENT_BELL, "");
    }
    float *out = mixed(scored(h, CUE_OFF, &mem), 48000, 1024, &mem);
    float most = 0;
    for (size_t i = 0; i < 2 * 48000; i++) {
        most = fmaxf(most, fabsf(out[i]));
    }
    assert_true(most > 0.8f && most < 0.91f);
    arena_finish(&mem);
}

static void a_nostril_is_heard_on_its_side(void **state)
{
    (void)state;
    struct arena mem = {0};
    struct by_hand *h = ARENA_NEW(&mem, struct by_hand);
    by_hand_breathe(h, 4, 4000, 0, 4000, 0);
    for (size_t i = 0; i < h->tl.row_count; i++) {
        h->rows[i].ways = i % 4 < 2 ? WAY_LEFT : WAY_RIGHT;
    }
    float *out = mixed(scored(h, CUE_BREATH, &mem), 24 * 48000, 1024, &mem);
    double left[2] = {0}, right[2] = {0};
    for (size_t i = 0; i < 6 * 48000; i++) {
        for (size_t side = 0; side < 2; side++) {
            const float *at = out + 2 * (i + (side == 0 ? 1u : 9u) * 48000);
            left[side] += (double)at[0] * (double)at[0];
            right[side] += (double)at[1] * (double)at[1];
        }
    }
    assert_true(left[0] > 4 * right[0] && right[0] > 0);
    assert_true(right[1] > 4 * left[1] && left[1] > 0);
    arena_finish(&mem);
}

static void bed_and_cue_fade_but_not_bells(void **state)
{
    (void)state;
    struct arena mem = {0};
    struct by_hand *h = ARENA_NEW(&mem, struct by_hand);
    h->tl.bed = STR("brown");
    by_hand_row(h, VERB_SIT, PHASE_NONE, 30000);
    float *out = mixed(scored(h, CUE_BREATH, &mem), 32 * 48000, 1024, &mem);
    double full = level_of(out, 5000, 20000);
    assert_true(level_of(out, 0, 100) < 0.02 * full);
    assert_true(fabs(level_of(out, 1400, 1600) / full - 0.5) < 0.12);
    assert_true(level_of(out, 3000, 4000) > 0.9 * full);
    assert_true(level_of(out, 21000, 22000) > 0.9 * full);
    assert_true(fabs(level_of(out, 25900, 26100) / full - 0.5) < 0.12);
    assert_true(level_of(out, 29900, 30000) < 0.01 * full);
    assert_true(level_of(out, 30001, 32000) == 0);
    // The knock at the start and at the very end are as loud.
    struct by_hand *bells = ARENA_NEW(&mem, struct by_hand);
    by_hand_row(bells, VERB_SIT, PHASE_NONE, 30000);
    by_hand_event(bells, 0, EVENT_TICK, "");
    by_hand_event(bells, 30000, EVENT_BELL, "");
    out = mixed(scored(bells, CUE_BREATH, &mem), 31 * 48000, 1024, &mem);
    assert_memory_equal(out, out + 2 * 30 * 48000, 2 * KNOCK * sizeof(float));
    arena_finish(&mem);
}

static void beds_cross_over_with_equal_power(void **state)
{
    (void)state;
    struct arena mem = {0};
    struct by_hand *h = ARENA_NEW(&mem, struct by_hand);
    h->tl.bed = STR("brown");
    by_hand_row(h, VERB_SIT, PHASE_NONE, 60000);
    by_hand_event(h, 10000, EVENT_BED, "rain")->over_ms = 4000;
    by_hand_event(h, 20000, EVENT_BED, "off")->over_ms = 4000;
    by_hand_event(h, 30000, EVENT_BED, "brown")->over_ms = 4000;
    float *out = mixed(scored(h, CUE_BREATH, &mem), 40 * 48000, 1024, &mem);
    double brown = level_of(out, 5000, 10000);
    double rain = level_of(out, 15000, 20000);
    double middle = sqrt((brown * brown + rain * rain) / 2);
    assert_true(fabs(level_of(out, 11500, 12500) / middle - 1) < 0.15);
    assert_true(level_of(out, 24000, 30000) < 1e-6);
    assert_true(level_of(out, 35000, 40000) > 0.8 * brown);
    assert_true(greatest_step(out, 40 * 48000) < 0.1);
    arena_finish(&mem);
}

static void an_early_end_fades_and_rings_out(void **state)
{
    (void)state;
    struct arena mem = {0};
    struct by_hand *h = ARENA_NEW(&mem, struct by_hand);
    h->tl.bed = STR("brown");
    by_hand_breathe(h, 12, 4000, 0, 4000, 0);
    struct score *s = scored(h, CUE_TONE, &mem);
    float *out = mixed(s, 10 * 48000, 1024, &mem);
    double before = level_of(out, 8000, 9000);
    score_end(s);
    out = ARENA_ARRAY(&mem, float, 2 * 10 * 48000);
    score_hold(out, 10 * 48000, s);
    assert_true(level_of(out, 0, 50) > 0.5 * before);
    assert_true(level_of(out, 3900, 4100) > 0.001);
    assert_true(level_of(out, 8100, 10000) < 1e-6);
    assert_true(score_silent(s));
    assert_int_equal(score_position(s), 10 * 48000);
    arena_finish(&mem);
}

static void volumes_change_without_a_step(void **state)
{
    (void)state;
    struct arena mem = {0};
    struct by_hand *h = ARENA_NEW(&mem, struct by_hand);
    h->tl.bed = STR("brown");
    by_hand_row(h, VERB_SIT, PHASE_NONE, 60000);
    struct score *s = scored(h, CUE_BREATH, &mem);
    float *out = mixed(s, 10 * 48000, 1024, &mem);
    double before = level_of(out, 5000, 10000);
    double step = greatest_step(out, 10 * 48000);
    struct levels levels = {.bed_db = -6};
    score_levels(s, &levels);
    score_mix(out, 4 * 48000, 10 * 48000, s);
    assert_true(fabs(level_of(out, 1000, 4000) / before - 0.5) < 0.08);
    assert_true(greatest_step(out, 4 * 48000) < 1.3 * step);
    levels.bed_db = SCORE_MUTE_DB;
    score_levels(s, &levels);
    score_mix(out, 4 * 48000, 14 * 48000, s);
    assert_true(level_of(out, 2000, 4000) == 0);
    arena_finish(&mem);
}

// Over half the session where it is short; the cue does not sink with it.
static void for_sleep_the_bed_sinks(void **state)
{
    (void)state;
    struct arena mem = {0};
    double level[2][3];
    for (int sleep = 0; sleep < 2; sleep++) {
        struct by_hand *h = ARENA_NEW(&mem, struct by_hand);
        struct score_options o = {.sleep = sleep == 1, .seed = 7};
        o.levels.cue = CUE_OFF;
        h->tl.bed = STR("brown");
        by_hand_row(h, VERB_SIT, PHASE_NONE, 60000);
        struct score *s = score_create(&h->tl, &o, &mem);
        float *out = mixed(s, 60 * 48000, 1024, &mem);
        level[sleep][0] = level_of(out, 20000, 30000);
        level[sleep][1] = level_of(out, 44000, 46000);
        level[sleep][2] = level_of(out, 50000, 52000);
        assert_true(greatest_step(out, 60 * 48000) < 0.1);
    }
    assert_true(fabs(level[1][0] / level[0][0] - 1) < 0.001);
    assert_true(fabs(level[1][1] / level[0][1] - 0.5) < 0.02);
    assert_true(level[1][2] / level[0][2] < 0.27);
    arena_finish(&mem);
}

static void under_writing_the_bed_steps_back(void **state)
{
    (void)state;
    struct arena mem = {0};
    struct by_hand *h = ARENA_NEW(&mem, struct by_hand);
    h->tl.bed = STR("brown");
    by_hand_row(h, VERB_SIT, PHASE_NONE, 20000);
    by_hand_row(h, VERB_WRITE, PHASE_NONE, 120000);
    by_hand_row(h, VERB_SIT, PHASE_NONE, 30000);
    struct score *s = scored(h, CUE_OFF, &mem);
    float *out = mixed(s, 160 * 48000, 1024, &mem);
    double before = level_of(out, 10000, 20000);
    assert_true(fabs(level_of(out, 25000, 100000) / before - 0.5) < 0.05);
    assert_true(level_of(out, 121000, 139000) < 1e-6);
    assert_true(fabs(level_of(out, 145000, 155000) / before - 1) < 0.1);
    assert_true(greatest_step(out, 160 * 48000) < 0.1);
    arena_finish(&mem);
}

// More of its highs, and as loud.
static void a_drone_for_movement_is_brighter(void **state)
{
    (void)state;
    struct arena mem = {0};
    double level[2], edge[2];
    for (int moves = 0; moves < 2; moves++) {
        struct by_hand *h = ARENA_NEW(&mem, struct by_hand);
        h->tl.bed = STR("drone");
        by_hand_row(h, moves == 1 ? VERB_MOVE : VERB_SIT, PHASE_NONE, 60000);
        float *out = mixed(scored(h, CUE_OFF, &mem), 40 * 48000, 1024, &mem);
        level[moves] = level_of(out, 10000, 40000);
        for (int times = 0; times < 3; times++) {
            for (size_t i = 2 * 40 * 48000 - 1; i >= 2; i--) {
                out[i] -= out[i - 2]; // 18 dB an octave
            }
        }
        edge[moves] = level_of(out, 10000, 40000);
    }
    assert_true(edge[1] > 1.2 * edge[0]);
    assert_true(fabs(level[1] / level[0] - 1) < 0.06);
    arena_finish(&mem);
}

static void a_bed_may_be_chosen(void **state)
{
    (void)state;
    struct arena mem = {0};
    struct by_hand *h = ARENA_NEW(&mem, struct by_hand);
    const struct want *wants;
    h->tl.bed = STR("ocean");
    by_hand_row(h, VERB_SIT, PHASE_NONE, 20000);
    by_hand_event(h, 9000, EVENT_BED, "forest");
    by_hand_event(h, 9000, EVENT_BELL, "gong");
    struct score_options o = {0};
    assert_int_equal(score_wants(score_create(&h->tl, &o, &mem), &wants), 3);
    assert_str(wants[0].name, "ocean");
    assert_true(wants[0].ours && !wants[1].ours && !wants[2].ours);
    o.bed = STR("rain");
    assert_int_equal(score_wants(score_create(&h->tl, &o, &mem), &wants), 2);
    assert_str(wants[0].name, "rain");
    assert_str(wants[1].name, "gong");
    o.bed = STR("off");
    o.no_bells = true;
    assert_int_equal(score_wants(score_create(&h->tl, &o, &mem), &wants), 0);
    arena_finish(&mem);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_script_decides_what_sounds),
        cmocka_unit_test(fast_breaths_have_no_tone),
        cmocka_unit_test(a_hold_between_fast_breaths_is_heard),
        cmocka_unit_test(many_bells_at_once_stay_below_full_scale),
        cmocka_unit_test(a_nostril_is_heard_on_its_side),
        cmocka_unit_test(bed_and_cue_fade_but_not_bells),
        cmocka_unit_test(beds_cross_over_with_equal_power),
        cmocka_unit_test(an_early_end_fades_and_rings_out),
        cmocka_unit_test(volumes_change_without_a_step),
        cmocka_unit_test(for_sleep_the_bed_sinks),
        cmocka_unit_test(under_writing_the_bed_steps_back),
        cmocka_unit_test(a_drone_for_movement_is_brighter),
        cmocka_unit_test(a_bed_may_be_chosen),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

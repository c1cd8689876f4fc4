// SPDX-License-Identifier: MIT
// How things sound, without ears: each element at its planned loudness, no
// peaks, no clicks, no DC; and a machine that hears only the sound can tell
// where the breath is.
#include "unit.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "core/lung.h"
#include "frame/by_hand.h"
#include "frame/loudness.h"
#include "frame/score.h"
#include "frame/spectrum.h"
#include "frame/synth_bed.h"
#include "frame/synth_struck.h"

enum { SECOND = 48000 };

static void assert_clean(const struct loudness *l)
{
    assert_true(l->true_peak < -6);
    assert_true(l->dc < -60);
    assert_true(l->step < 0.1);
    assert_int_equal(l->bad, 0);
}

static void assert_near(const char *what, double got, double want,
                        double within)
{
    if (!(fabs(got - want) <= within)) {
        fail_msg("%s: %.2f, not %.2f within %.2f", what, got, want, within);
    }
}

static void beds_are_at_34_below(void **state)
{
    (void)state;
    static const char *const names[] = {"ocean", "rain", "wind", "brown",
                                        "drone"};
    const size_t frames = 120 * SECOND;
    float *stereo = malloc(frames * 2 * sizeof(*stereo));
    for (int i = 0; i < BED_COUNT; i++) {
        for (uint64_t seed = 1; seed <= 2; seed++) {
            struct arena mem = {0};
            enum bed_kind kind;
            assert_true(bed_from(str_from(names[i]), &kind));
            struct bed *bed = bed_create(kind, seed, &mem);
            bed_render(bed, stereo, frames);
            struct loudness l = loudness_of(stereo, frames);
            print_message("%s: %.1f LUFS, range %.1f LU, peak %.1f dBTP\n",
                          names[i], l.integrated, l.range, l.true_peak);
            assert_near(names[i], l.integrated, -34, 1);
            assert_true(l.range <= 8);
            assert_near("left to right", l.left_right, 0, 1.5);
            assert_clean(&l);
            arena_finish(&mem);
        }
    }
    free(stereo);
}

static void struck_sounds_are_as_planned(void **state)
{
    (void)state;
    static const double momentary[STRUCK_COUNT] = {-22, -22, -27, -37};
    for (int i = 0; i < STRUCK_COUNT; i++) {
        size_t frames = struck_frames((enum struck)i);
        float *stereo = calloc((frames + SECOND) * 2, sizeof(*stereo));
        struck_render((enum struck)i, stereo);
        struct loudness l = loudness_of(stereo, frames + SECOND);
        const char *name = struck_word((enum struck)i).at;
        assert_near(name, l.momentary, momentary[i], 1);
        assert_clean(&l);
        assert_true(stereo[0] == 0 || fabsf(stereo[0]) < 0.001f);
        assert_true(fabsf(stereo[2 * frames - 2]) < 0.0001f);
        free(stereo);
    }
}

// A minute of 4-6 (or another pattern), from its fourth second on.
struct take {
    float *stereo;
    size_t frames;
    struct by_hand *h;
};

static struct take record(struct by_hand *h, const struct score_options *o,
                          int seconds, struct arena *mem)
{
    struct take t = {.frames = (size_t)seconds * SECOND, .h = h};
    struct score *s = score_create(&h->tl, o, mem);
    t.stereo = ARENA_ARRAY(mem, float, t.frames * 2);
    for (size_t at = 0; at < t.frames; at += 4800) {
        score_mix(t.stereo + 2 * at, 4800, (int64_t)at, s);
    }
    return t;
}

static void the_cue_is_at_28_below(void **state)
{
    (void)state;
    struct arena mem = {0};
    struct by_hand *h = ARENA_NEW(&mem, struct by_hand);
    struct score_options o = {.seed = 5};
    by_hand_breathe(h, 8, 4000, 0, 6000, 0);
    struct take t = record(h, &o, 60, &mem);
    struct loudness l =
        loudness_of(t.stereo + 2 * 10 * SECOND, t.frames - 10 * SECOND);
    print_message("cue: %.1f LUFS\n", l.integrated);
    assert_near("cue", l.integrated, -28, 1);
    assert_true(l.momentary <= l.integrated + 8);
    assert_clean(&l);
    arena_finish(&mem);
}

static void a_session_is_at_26_below(void **state)
{
    (void)state;
    struct arena mem = {0};
    struct by_hand *h = ARENA_NEW(&mem, struct by_hand);
    struct score_options o = {.seed = 5};
    h->tl.bed = STR("ocean");
    by_hand_breathe(h, 9, 4000, 0, 6000, 0);
    struct take t = record(h, &o, 90, &mem);
    struct loudness l = loudness_of(t.stereo, t.frames);
    assert_near("session", l.integrated, -26, 2);
    assert_true(l.momentary <= l.integrated + 8);
    assert_clean(&l);
    arena_finish(&mem);
}

// Half of a box is held, and a session has its quiet ends: box.session in
// small, at the plan's loudness all the same.
static void a_box_is_at_26_below(void **state)
{
    (void)state;
    struct arena mem = {0};
    struct by_hand *h = ARENA_NEW(&mem, struct by_hand);
    struct score_options o = {.seed = 1};
    h->tl.bed = STR("ocean");
    by_hand_row(h, VERB_SETTLE, PHASE_NONE, 10000);
    by_hand_breathe(h, 9, 4000, 4000, 4000, 4000);
    by_hand_row(h, VERB_REST, PHASE_NONE, 16000);
    struct take t = record(h, &o, 170, &mem);
    struct loudness l = loudness_of(t.stereo, t.frames);
    print_message("box: %.1f LUFS\n", l.integrated);
    assert_near("box", l.integrated, -26, 2);
    assert_true(l.momentary <= l.integrated + 8);
    assert_clean(&l);
    arena_finish(&mem);
}

// --- the follow test ------------------------------------------------------

static double volume_at(const struct timeline *tl, double ms)
{
    for (size_t i = 0; i < tl->row_count; i++) {
        const struct row *row = &tl->rows[i];
        if (ms < (double)row->end_ms) {
            double u = (ms - (double)row->start_ms) /
                       (double)(row->end_ms - row->start_ms);
            return lung_level((double)row->from, (double)row->to, u);
        }
    }
    return 0;
}

// How well the lung volume can be told from pitch or brightness.
static double followed(enum cue_mode cue, const char *bed, bool by_pitch,
                       bool bell)
{
    enum { SECONDS = 36, FIRST = 40 };
    struct arena mem = {0};
    struct by_hand *h = ARENA_NEW(&mem, struct by_hand);
    struct score_options o = {.levels.cue = cue, .seed = 9};
    static float bowl[2 * 22 * SECOND];
    static int16_t bowl_pcm[2 * 22 * SECOND];
    double v[SECONDS * 10], seen[SECONDS * 10], weight[SECONDS * 10];
    h->tl.bed = str_from(bed);
    by_hand_breathe(h, 5, 4000, 0, 6000, 0);
    if (bell) {
        by_hand_event(h, 0, EVENT_BELL, "");
    }
    struct score *s = score_create(&h->tl, &o, &mem);
    const struct want *wants;
    size_t want_count = score_wants(s, &wants);
    struck_render(STRUCK_BOWL, bowl);
    for (size_t i = 0; i < 2 * 22 * SECOND; i++) {
        bowl_pcm[i] = (int16_t)(bowl[i] * 32767);
    }
    for (size_t i = 0; i < want_count; i++) {
        if (wants[i].kind == WANT_STRUCK) {
            score_give(s, i, (struct sample){bowl_pcm, 22 * SECOND});
        }
    }
    float *stereo = ARENA_ARRAY(&mem, float, 2 * SECONDS * SECOND);
    score_mix(stereo, SECONDS * SECOND, 0, s);
    struct heard heard[SECONDS * 10];
    size_t count = spectrum_of(stereo, SECONDS * SECOND, heard) - FIRST;
    for (size_t i = 0; i < count; i++) {
        v[i] = volume_at(&h->tl, (double)(i + FIRST) * 100 + 50);
        seen[i] =
            by_pitch ? log(heard[i + FIRST].pitch) : heard[i + FIRST].centroid;
        weight[i] = heard[i + FIRST].level;
    }
    double r = correlation(v, seen, weight, count);
    arena_finish(&mem);
    return r;
}

static void the_breath_can_be_told_from_the_sound(void **state)
{
    (void)state;
    double noise = followed(CUE_NOISE, "off", false, false);
    double tone = followed(CUE_TONE, "off", true, false);
    double mix = followed(CUE_BREATH, "ocean", true, true);
    print_message("follow: noise %.3f, tone %.3f, mix %.3f\n", noise, tone,
                  mix);
    assert_true(noise >= 0.85);
    assert_true(tone >= 0.97);
    assert_true(mix >= 0.85);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(beds_are_at_34_below),
        cmocka_unit_test(struck_sounds_are_as_planned),
        cmocka_unit_test(the_cue_is_at_28_below),
        cmocka_unit_test(a_session_is_at_26_below),
        cmocka_unit_test(a_box_is_at_26_below),
        cmocka_unit_test(the_breath_can_be_told_from_the_sound),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

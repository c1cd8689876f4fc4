// SPDX-License-Identifier: MIT
// A person's own recordings: brought to our rate without a change of pitch or
// level, and a bed of them that goes round without a seam.
#include "unit.h"

#include <math.h>
#include <stdlib.h>

#include "frame/resample.h"
#include "frame/scored.h"
#include "frame/synth.h"

#define PI 3.14159265358979323846

static struct sample sine(double hz, int rate, int seconds, struct arena *mem)
{
    size_t frames = (size_t)(rate * seconds);
    int16_t *stereo = ARENA_ARRAY(mem, int16_t, 2 * frames);
    for (size_t i = 0; i < frames; i++) {
        double x = 10000 * sin(2 * PI * hz * (double)i / rate);
        stereo[2 * i] = (int16_t)lrint(x);
        stereo[2 * i + 1] = (int16_t)lrint(-x / 2);
    }
    return (struct sample){stereo, frames};
}

// The greatest difference from the sine that it should be, away from its ends.
static double error_of(struct sample s, double hz)
{
    double worst = 0;
    for (size_t i = 1000; i + 1000 < s.frames; i++) {
        double x = 10000 * sin(2 * PI * hz * (double)i / 48000);
        worst = fmax(worst, fabs(s.stereo[2 * i] - x));
        worst = fmax(worst, fabs(s.stereo[2 * i + 1] + x / 2));
    }
    return worst;
}

static void other_rates_keep_pitch_and_level(void **state)
{
    (void)state;
    static const int rates[] = {8000, 22050, 44100, 48000, 96000, 192000};
    struct arena mem = {0};
    for (size_t i = 0; i < sizeof(rates) / sizeof(rates[0]); i++) {
        struct sample got =
            resample(sine(440, rates[i], 2, &mem), rates[i], &mem);
        assert_int_equal(got.frames, 96000);
        // 16 bits of noise and the interpolation's: -60 dB of the sine.
        assert_true(error_of(got, 440) < 10);
    }
    arena_finish(&mem);
}

static void what_is_too_high_is_left_out(void **state)
{
    (void)state;
    struct arena mem = {0};
    struct sample got = resample(sine(30000, 96000, 1, &mem), 96000, &mem);
    for (size_t i = 1000; i < 47000; i++) {
        assert_true(abs(got.stereo[2 * i]) < 30);
    }
    arena_finish(&mem);
}

static void a_recorded_bed_goes_round_without_a_seam(void **state)
{
    (void)state;
    struct arena mem = {0};
    struct noise noise = noise_seed(5, 1);
    enum { ROUND = 3 * 48000 };
    int16_t *stereo = ARENA_ARRAY(&mem, int16_t, 2 * ROUND);
    float low[2] = {0};
    for (size_t i = 0; i < 2 * ROUND; i++) {
        low[i & 1] += 0.05f * (noise_white(&noise) - low[i & 1]);
        stereo[i] = (int16_t)(8000 * low[i & 1]);
    }
    struct by_hand *h = ARENA_NEW(&mem, struct by_hand);
    h->tl.bed = STR("ocean"); // the person's own replaces ours
    by_hand_row(h, VERB_SIT, PHASE_NONE, 60000);
    struct score *s = scored(h, CUE_OFF, &mem);
    const struct want *wants;
    assert_int_equal(score_wants(s, &wants), 1);
    assert_int_equal(wants[0].kind, WANT_BED);
    score_give(s, 0, (struct sample){stereo, ROUND});
    float *out = mixed(s, 50 * 48000, 1024, &mem);
    double plain = 0;
    for (size_t i = 0; i < 2 * ROUND; i++) {
        plain += (double)stereo[i] * (double)stereo[i] / (32768.0 * 32768.0);
    }
    plain = sqrt(plain / (2 * ROUND));
    double step = 0;
    for (size_t i = 2; i < 2 * ROUND; i++) {
        step = fmax(step, fabs((double)(stereo[i] - stereo[i - 2])) / 32768);
    }
    // As loud in every quarter second of many rounds, and without a jump.
    for (size_t ms = 4000; ms < 50000; ms += 250) {
        assert_true(fabs(level_of(out, ms, ms + 250) / plain - 1) < 0.2);
    }
    assert_true(greatest_step(out, 50 * 48000) < 1.5 * step);
    arena_finish(&mem);
}

static void a_name_of_no_sound_is_silent(void **state)
{
    (void)state;
    struct arena mem = {0};
    struct by_hand *h = ARENA_NEW(&mem, struct by_hand);
    h->tl.bed = STR("forest");
    by_hand_row(h, VERB_SIT, PHASE_NONE, 20000);
    float *out = mixed(scored(h, CUE_OFF, &mem), 10 * 48000, 1024, &mem);
    assert_true(level_of(out, 0, 10000) == 0);
    arena_finish(&mem);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(other_rates_keep_pitch_and_level),
        cmocka_unit_test(what_is_too_high_is_left_out),
        cmocka_unit_test(a_recorded_bed_goes_round_without_a_seam),
        cmocka_unit_test(a_name_of_no_sound_is_silent),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

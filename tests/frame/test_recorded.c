// SPDX-License-Identifier: MIT
// A person's own recordings: brought to our rate without a change of pitch or
// level, at once or piece by piece, and a bed of them in the mix.
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

// Reads a sine of its own rate piece by piece.
struct source {
    struct sample sine;
    size_t at;
};

static void read_on(void *self, int16_t *stereo, size_t frames)
{
    struct source *from = self;
    for (size_t i = 0; i < 2 * frames; i++) {
        size_t at = 2 * from->at + i;
        stereo[i] = at < 2 * from->sine.frames ? from->sine.stereo[at] : 0;
    }
    from->at += frames;
}

static void piece_by_piece_it_is_the_same(void **state)
{
    (void)state;
    static const int rates[] = {22050, 44100, 96000};
    struct arena mem = {0};
    for (size_t i = 0; i < sizeof(rates) / sizeof(rates[0]); i++) {
        struct source from = {sine(440, rates[i], 4, &mem), 0};
        struct resampler *r = resampler_create(rates[i], &mem);
        int16_t *stereo = ARENA_ARRAY(&mem, int16_t, 2 * 140000);
        size_t at = 0;
        for (size_t n = 1; at + n <= 140000; at += n, n = n * 7 % 4093 + 1) {
            resampler_pull(r, read_on, &from, stereo + 2 * at, n);
        }
        assert_true(at > 130000);
        assert_true(error_of((struct sample){stereo, at}, 440) < 10);
    }
    arena_finish(&mem);
}

static void a_bed_comes_through_a_ring(void **state)
{
    (void)state;
    struct arena mem = {0};
    struct by_hand *h = ARENA_NEW(&mem, struct by_hand);
    h->tl.bed = STR("ocean"); // the person's own replaces ours
    by_hand_row(h, VERB_SIT, PHASE_NONE, 60000);
    struct score *s = scored(h, CUE_OFF, &mem);
    const struct want *wants;
    assert_int_equal(score_wants(s, &wants), 1);
    assert_int_equal(wants[0].kind, WANT_BED);
    struct ring *ring = ARENA_NEW(&mem, struct ring);
    ring_make(ring, 5000, &mem);
    score_give_ring(s, 0, ring);
    struct sample tone = sine(300, 48000, 10, &mem);
    float *out = ARENA_ARRAY(&mem, float, 2 * 480000);
    size_t put = 0, at = 0;
    while (at < 400000) {
        size_t room = ring_room(ring);
        ring_put(ring, tone.stereo + 2 * put, room);
        put += room;
        score_mix(out + 2 * at, 1000, (int64_t)at, s);
        at += 1000;
    }
    for (size_t i = 200000; i < 400000; i++) {
        float want = (float)tone.stereo[2 * i] / 32768;
        assert_true(fabsf(out[2 * i] - want) < 0.0001f);
    }
    // One that runs dry is silent.
    score_mix(out, 48000, 400000, s);
    assert_true(level_of(out, 200, 1000) == 0);
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
        cmocka_unit_test(piece_by_piece_it_is_the_same),
        cmocka_unit_test(a_bed_comes_through_a_ring),
        cmocka_unit_test(a_name_of_no_sound_is_silent),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

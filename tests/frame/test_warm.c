// SPDX-License-Identifier: MIT
// A voice made fit to be heard: at its loudness by a second measure, lower by
// its part of a semitone, without hum and hiss, and no silence before it.
#include "unit.h"

#include <math.h>
#include <stdlib.h>

#include "frame/loudness.h"
#include "frame/synth.h"
#include "frame/warm.h"

#define PI 3.14159265358979323846

static int16_t *tone(double hz, int rate, size_t frames, struct arena *mem)
{
    int16_t *mono = ARENA_ARRAY(mem, int16_t, frames + 1);
    for (size_t i = 0; i < frames; i++) {
        mono[i] = (int16_t)(9000 * sin(2 * PI * hz * (double)i / rate));
    }
    return mono;
}

static float *floats(struct sample s, struct arena *mem)
{
    float *stereo = ARENA_ARRAY(mem, float, 2 * s.frames + 1);
    for (size_t i = 0; i < 2 * s.frames; i++) {
        stereo[i] = (float)s.stereo[i] / 32768;
    }
    return stereo;
}

static double power_at(struct sample s, double hz)
{
    double re = 0, im = 0;
    for (size_t i = 0; i < 48000 && i < s.frames; i++) {
        re += s.stereo[2 * i] * cos(2 * PI * hz * (double)i / 48000);
        im += s.stereo[2 * i] * sin(2 * PI * hz * (double)i / 48000);
    }
    return re * re + im * im;
}

static void every_line_has_one_loudness(void **state)
{
    (void)state;
    struct arena mem = {0};
    for (int i = 0; i < 3; i++) {
        static const double hz[] = {180, 440, 1200};
        struct sample s =
            warm_synthetic(tone(hz[i], 16000, 48000, &mem), 48000, 16000, &mem);
        struct loudness l = loudness_of(floats(s, &mem), s.frames);
        assert_true(fabs(l.integrated + 23) < 0.5);
        assert_true(l.true_peak < -6);
        assert_true(fabsf(warm_loudness(floats(s, &mem), s.frames) -
                          (float)l.integrated) < 0.1f);
    }
    // A recording, and a word that is shorter than the measure's window.
    int16_t *quiet = ARENA_ARRAY(&mem, int16_t, 2 * 14400);
    for (size_t i = 0; i < 2 * 14400; i++) {
        quiet[i] = (int16_t)(100 * sin(2 * PI * 0.02 * (double)(i / 2)));
    }
    struct sample s = warm_recorded((struct sample){quiet, 14400}, &mem);
    assert_int_equal(s.frames, 14400);
    assert_true(fabsf(warm_loudness(floats(s, &mem), s.frames) + 23) < 0.5f);
    arena_finish(&mem);
}

static void the_voice_is_a_little_lower(void **state)
{
    (void)state;
    struct arena mem = {0};
    struct sample s =
        warm_synthetic(tone(400, 16000, 48000, &mem), 48000, 16000, &mem);
    double best = 0, pitch = 0;
    for (double hz = 360; hz < 420; hz += 0.5) {
        double power = power_at(s, hz);
        pitch = power > best ? hz : pitch;
        best = fmax(best, power);
    }
    assert_true(fabs(pitch - 400 * pow(2, -0.9 / 12)) < 1);
    // It takes that much longer, and the room rings a second more.
    double seconds = (double)s.frames / 48000;
    assert_true(fabs(seconds - 3 * pow(2, 0.9 / 12) - 1) < 0.02);
    arena_finish(&mem);
}

// Against a middle tone: less high, more low, nothing below.
static double shelf(double hz, struct arena *mem)
{
    size_t frames = 48000;
    int16_t *both = tone(hz, 16000, frames, mem);
    int16_t *middle = tone(1000, 16000, frames, mem);
    for (size_t i = 0; i < frames; i++) {
        both[i] = (int16_t)(both[i] / 2 + middle[i] / 2);
    }
    double down = pow(2, -0.9 / 12);
    struct sample s = warm_synthetic(both, frames, 16000, mem);
    return 10 * log10(power_at(s, hz * down) / power_at(s, 1000 * down));
}

// Of five tones near hz, as the room colours each a little.
static double shelf_around(double hz, struct arena *mem)
{
    double sum = 0;
    for (int i = -2; i <= 2; i++) {
        sum += shelf(hz * (1 + 0.07 * i), mem);
    }
    return sum / 5;
}

static void the_voice_is_warmer(void **state)
{
    (void)state;
    struct arena mem = {0};
    double low = shelf_around(150, &mem), high = shelf_around(6300, &mem);
    print_message("low %.2f dB, high %.2f dB\n", low, high);
    assert_true(fabs(low - 1.1) < 0.5);
    assert_true(fabs(high + 4.0) < 0.5);
    assert_true(shelf(30, &mem) < -10);
    arena_finish(&mem);
}

static void silence_before_a_line_is_cut(void **state)
{
    (void)state;
    struct arena mem = {0};
    int16_t *mono = ARENA_ARRAY(&mem, int16_t, 64000);
    int16_t *sound = tone(300, 16000, 16000, &mem);
    for (size_t i = 0; i < 16000; i++) {
        mono[16000 + i] = sound[i];
    }
    struct sample s = warm_synthetic(mono, 64000, 16000, &mem);
    size_t first = 0;
    while (first < s.frames && abs(s.stereo[2 * first]) < 300) {
        first++;
    }
    assert_true(first < 48000 / 20);
    assert_true(abs(s.stereo[2 * s.frames - 2]) < 3);
    s = warm_synthetic(mono, 100, 16000, &mem); // nothing but silence
    for (size_t i = 0; i < 2 * s.frames; i++) {
        assert_int_equal(s.stereo[i], 0);
    }
    arena_finish(&mem);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_line_has_one_loudness),
        cmocka_unit_test(the_voice_is_a_little_lower),
        cmocka_unit_test(the_voice_is_warmer),
        cmocka_unit_test(silence_before_a_line_is_cut),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

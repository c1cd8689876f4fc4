// SPDX-License-Identifier: MIT
// When things sound: bells at their exact frame, whatever the buffers; open
// waits, seeks and endings. How they sound is test_synth's.
#include "unit.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "frame/by_hand.h"
#include "frame/score.h"

// A struck sound whose first frame is plainly there, and which then decays.
enum { KNOCK = 4800 };
static struct sample knock(struct arena *mem)
{
    int16_t *stereo = ARENA_ARRAY(mem, int16_t, 2 * KNOCK);
    for (int i = 0; i < KNOCK; i++) {
        stereo[2 * i] = stereo[2 * i + 1] =
            (int16_t)(3000 * (KNOCK - i) / KNOCK * (i % 2 == 0 ? 1 : -1));
    }
    return (struct sample){stereo, KNOCK};
}

static struct score *make(struct by_hand *h, enum cue_mode cue,
                          struct arena *mem)
{
    struct score_options o = {.levels.cue = cue, .seed = 7};
    struct score *s = score_create(&h->tl, &o, mem);
    const struct want *wants;
    size_t count = score_wants(s, &wants);
    for (size_t i = 0; i < count; i++) {
        if (wants[i].kind == WANT_STRUCK) {
            score_give(s, i, knock(mem));
        }
    }
    return s;
}

static float *mix(struct score *s, size_t frames, size_t buffer,
                  struct arena *mem)
{
    float *out = ARENA_ARRAY(mem, float, 2 * frames);
    for (size_t at = 0; at < frames; at += buffer) {
        size_t n = frames - at < buffer ? frames - at : buffer;
        score_mix(out + 2 * at, n, (int64_t)at, s);
    }
    return out;
}

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
        float *out = mix(make(h, CUE_BREATH, &mem), 400000, buffers[b], &mem);
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
        float *out = mix(make(h, CUE_BREATH, &mem), 300000, buffers[b], &mem);
        first = first == NULL ? out : first;
        assert_memory_equal(first, out, 2 * 300000 * sizeof(float));
    }
    arena_finish(&mem);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(bells_sound_at_their_frame),
        cmocka_unit_test(buffers_do_not_change_a_bit),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

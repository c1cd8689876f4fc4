// SPDX-License-Identifier: MIT
// The struck sounds that ship are those of the recipes: each is rendered anew
// and compared with its file by what an ear goes by, as encoders differ from
// build to build.
#include "unit.h"

#include <math.h>
#include <stdlib.h>

#include "frame/loudness.h"
#include "frame/synth_struck.h"
#include "platform/paths.h"
#include "platform/shelf.h"

static double likeness(const float *a, const float *b, size_t frames)
{
    double dot = 0, aa = 0, bb = 0;
    for (size_t i = 0; i < 2 * frames; i++) {
        dot += (double)a[i] * (double)b[i];
        aa += (double)a[i] * (double)a[i];
        bb += (double)b[i] * (double)b[i];
    }
    return dot / sqrt(aa * bb);
}

// Where the sound has fallen by 20 dB for good, in ms.
static size_t length_ms(const float *stereo, size_t frames)
{
    double most = 0;
    size_t last = 0;
    for (size_t at = 0; at + 480 <= frames; at += 480) {
        double sum = 0;
        for (size_t i = 2 * at; i < 2 * (at + 480); i++) {
            sum += (double)stereo[i] * (double)stereo[i];
        }
        most = fmax(most, sum);
        last = sum > most / 100 ? at : last;
    }
    return last / 48;
}

static void the_files_are_the_recipes(void **state)
{
    (void)state;
    for (int i = 0; i < STRUCK_COUNT; i++) {
        struct arena mem = {0};
        enum struck kind = (enum struck)i;
        size_t frames = struck_frames(kind);
        size_t all = frames + 48000; // the measure wants a second
        struct str name =
            arena_printf(&mem, "%.*s.ogg", STR_ARG(struck_word(kind)));
        struct str path = path_join(&mem, STR(SOUNDS), name);
        struct sample file;
        assert_true(recording_load(path, &mem, &file));
        assert_int_equal(file.frames, frames);
        float *want = ARENA_ARRAY(&mem, float, 2 * all);
        float *got = ARENA_ARRAY(&mem, float, 2 * all);
        struck_render(kind, want);
        for (size_t at = 0; at < 2 * frames; at++) {
            got[at] = (float)file.stereo[at] / 32768;
        }
        struct loudness w = loudness_of(want, all);
        struct loudness g = loudness_of(got, all);
        print_message("%s: alike %.4f, loudness %.2f of %.2f\n", name.at,
                      likeness(want, got, frames), g.momentary, w.momentary);
        assert_true(likeness(want, got, frames) > 0.99);
        assert_true(fabs(g.momentary - w.momentary) < 0.3);
        assert_true(fabs(g.true_peak - w.true_peak) < 1);
        assert_true(labs((long)length_ms(got, frames) -
                         (long)length_ms(want, frames)) <= 100);
        arena_finish(&mem);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_files_are_the_recipes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

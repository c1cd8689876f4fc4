// SPDX-License-Identifier: MIT
// How often a pacer asks to be drawn while it moves: as seldom as it may, and
// never so seldom that a step is seen.
#include "unit.h"

#include <math.h>

#include "by_hand.h"
#include "frame/pacer.h"

struct motion {
    int frames;      // in the whole
    float widest_px; // of a full HD screen, that the rim moved at once
};

// As the loop has it: drawn when due, else on the next of sixty frames.
static struct motion watch(const struct timeline *tl,
                           const struct pacer_options *o)
{
    struct motion seen = {0};
    float before = -1;
    for (int64_t sixtieths = 0;; seen.frames++) {
        int64_t t_ms = sixtieths * 1000 / 60;
        struct moment m = timeline_at(tl, t_ms);
        if (m.finished || t_ms >= tl->length_ms) {
            return seen;
        }
        float px = pacer_level(tl, &m) * ORB_RANGE * 1080;
        if (before >= 0) {
            seen.widest_px = fmaxf(seen.widest_px, fabsf(px - before));
        }
        before = px;
        int64_t due_ms = pacer_due(tl, &m, o);
        int64_t wait = (due_ms + 1) * 60 / 1000;
        sixtieths += wait > 0 ? wait : 1;
    }
}

static void a_slow_breath_is_drawn_seldom_and_smoothly(void **state)
{
    (void)state;
    static const struct {
        int64_t in_ms, out_ms;
        float frames_s; // at most, on average
    } breaths[] = {{4000, 6000, 30},
                   {5500, 5500, 28},
                   {8000, 12000, 18},
                   {2000, 2000, 60}};
    struct pacer_options o = {.pacer = PACER_ORB, .level = -1};
    for (size_t i = 0; i < sizeof(breaths) / sizeof(breaths[0]); i++) {
        static struct by_hand h;
        h = (struct by_hand){0};
        by_hand_breathe(&h, 6, breaths[i].in_ms, 0, breaths[i].out_ms, 0);
        struct motion seen = watch(&h.tl, &o);
        float frames_s = (float)seen.frames * 1000 / (float)h.tl.length_ms;
        print_message("%d-%d: %.1f frames a second, steps to %.2f px\n",
                      (int)breaths[i].in_ms, (int)breaths[i].out_ms,
                      (double)frames_s, (double)seen.widest_px);
        assert_true(frames_s <= breaths[i].frames_s);
        assert_true(seen.widest_px <= 2.2f || breaths[i].in_ms < 4000);
    }
}

// What travels, and light that changes, has every frame it needs.
static void what_travels_has_every_frame(void **state)
{
    (void)state;
    static struct by_hand h;
    h = (struct by_hand){0};
    by_hand_breathe(&h, 6, 4000, 0, 6000, 0);
    struct moment m = timeline_at(&h.tl, 12000);
    static const enum pacer travel[] = {PACER_WAVE, PACER_BOX, PACER_RING};
    for (int i = 0; i < 3; i++) {
        struct pacer_options o = {.pacer = travel[i], .level = -1};
        assert_int_equal(pacer_due(&h.tl, &m, &o), 0);
    }
    struct pacer_options calm = {
        .pacer = PACER_ORB, .level = -1, .reduced_motion = true};
    struct motion seen = watch(&h.tl, &calm);
    assert_true(seen.frames > 60 * 10); // ten a second: light has no edge
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_slow_breath_is_drawn_seldom_and_smoothly),
        cmocka_unit_test(what_travels_has_every_frame),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

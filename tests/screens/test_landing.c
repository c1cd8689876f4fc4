// SPDX-License-Identifier: MIT
// Where one picture gives way to another: the practice's own pacer to the orb
// that sinks, whose words stand below it; and a
// pacer is silent where the pause has its words.
#include "unit.h"

#include <math.h>

#include "evening.h"

static struct evening v; // large: a scene is in it

static void play_the_wave(int64_t for_ms)
{
    evening_start(&v, true, "", 21 * 3600);
    evening_open(&v, TIDE);
    evening_to(&v, v.now_ms + 3000);
    evening_type(&v, "p");
    assert_int_equal(v.program.player.options.pacer, PACER_WAVE);
    evening_to(&v, v.now_ms + for_ms);
    evening_draw(&v);
}

// How much is seen of the first shape of a kind.
static float shown(enum shape_kind kind)
{
    for (size_t i = 0; i < v.scene.count; i++) {
        if (v.scene.shapes[i].kind == kind) {
            return v.scene.shapes[i].alpha;
        }
    }
    return 0;
}

static void the_wave_gives_way_to_the_orb(void **state)
{
    (void)state;
    play_the_wave(5000);
    float glow = shown(SHAPE_GLOW), far = v.scene.shapes[0].r;
    evening_key(&v, KEY_ESCAPE, 0);
    int64_t began_ms = v.now_ms;
    for (int64_t gone_ms = 0; gone_ms <= LANDING_CROSS_MS; gone_ms += 100) {
        evening_to(&v, began_ms + gone_ms);
        evening_draw(&v);
        float in = (float)gone_ms / LANDING_CROSS_MS;
        assert_true(fabsf(shown(SHAPE_GLOW) - (1 - in) * glow) < 0.05f);
        assert_true(fabsf(shown(SHAPE_ORB) - in) < 0.05f);
        float out = 1 + (1 - in) * (far - 1);
        assert_true(fabsf(v.scene.shapes[0].r - out) < 0.02f);
    }
    evening_to(&v, began_ms + 1200);
    evening_draw(&v);
    for (size_t i = 0; i < v.scene.count; i++) {
        const struct shape *s = &v.scene.shapes[i];
        assert_true(s->kind != SHAPE_TEXT || s->face != FACE_SERIF ||
                    (s->align == ALIGN_CENTRE && s->y > 0.75f));
    }
    evening_finish(&v);
}

// How much is seen of a text; 0 when it is not there.
static float said(const char *text)
{
    for (size_t i = 0; i < v.scene.count; i++) {
        const struct shape *s = &v.scene.shapes[i];
        if (s->kind == SHAPE_TEXT &&
            str_equal(scene_text_of(&v.scene, s), str_from(text))) {
            return s->alpha;
        }
    }
    return 0;
}

static void its_words_go_before_the_last_line_comes(void **state)
{
    (void)state;
    play_the_wave(5000);
    assert_true(said("Breathe out") > 0.99f);
    evening_key(&v, KEY_ESCAPE, 0);
    int64_t began_ms = v.now_ms;
    for (int64_t gone_ms = 0; gone_ms < 1000; gone_ms += 100) {
        evening_to(&v, began_ms + gone_ms);
        evening_draw(&v);
        float left = 1 - (float)gone_ms / LANDING_WORDS_MS;
        assert_true(fabsf(said("Breathe out") - fmaxf(left, 0)) < 0.05f);
        assert_true(left < 0 || said("Let the breath be its own.") < 0.05f);
    }
    assert_true(said("Let the breath be its own.") > 0.5f);
    evening_finish(&v);
}

static void the_veil_of_a_pause_goes_and_what_it_hid_stays_hidden(void **state)
{
    (void)state;
    play_the_wave(5000);
    assert_true(said("Breathe out") > 0.99f);
    evening_key(&v, KEY_SPACE, 0);
    evening_to(&v, v.now_ms + 1000);
    evening_key(&v, KEY_ESCAPE, 0);
    int64_t began_ms = v.now_ms;
    for (int64_t gone_ms = 0; gone_ms <= 400; gone_ms += 100) {
        evening_to(&v, began_ms + gone_ms);
        evening_draw(&v);
        float left = 1 - (float)gone_ms / LANDING_WORDS_MS;
        assert_true(fabsf(said("Paused") - left) < 0.05f);
        assert_true(said("Breathe out") < 0.01f);
    }
    evening_finish(&v);
}

static void the_pause_hushes_the_wave(void **state)
{
    (void)state;
    play_the_wave(3000);
    assert_true(evening_shows(&v, "out 6"));
    evening_key(&v, KEY_SPACE, 0);
    evening_to(&v, v.now_ms + 1000);
    evening_draw(&v);
    assert_true(evening_shows(&v, "Paused"));
    assert_false(evening_shows(&v, "out 6"));
    evening_finish(&v);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_wave_gives_way_to_the_orb),
        cmocka_unit_test(its_words_go_before_the_last_line_comes),
        cmocka_unit_test(the_veil_of_a_pause_goes_and_what_it_hid_stays_hidden),
        cmocka_unit_test(the_pause_hushes_the_wave),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

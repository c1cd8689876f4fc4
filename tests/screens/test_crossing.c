// SPDX-License-Identifier: MIT
// A pacer gives way to another by light alone: at the person's P, however often
// it is pressed, and where a step shows another figure than the one before it.
#include "replay.h"

#include <math.h>
#include <string.h>

static struct replay r; // large; every test begins it anew

enum { SETTLE_MS = 5000, FRAME_MS = 16 };

// Settling, then breaths of three phases, and of four from 41 s on.
static void start(enum pacer pacer)
{
    static const int64_t three_ms[4] = {4000, 4000, 4000, 0};
    static const int64_t four_ms[4] = {4000, 4000, 4000, 4000};
    memset(&r, 0, sizeof(r));
    r.session.title = STR("Three and four");
    made_step(&r.made, VERB_SETTLE, 1, SETTLE_MS, "");
    made_breaths(&r.made, 2, 3, three_ms);
    made_breaths(&r.made, 3, 2, four_ms);
    replay_start(
        &r, &(struct player_options){.pacer_chosen = true, .pacer = pacer});
}

static float light_of(enum shape_kind kind)
{
    float sum = 0;
    for (size_t i = 0; i < r.scene.count; i++) {
        const struct shape *s = &r.scene.shapes[i];
        sum += s->kind == kind ? s->alpha : 0;
    }
    return sum;
}

static float light_of_word(const char *word)
{
    float sum = 0;
    for (size_t i = 0; i < r.scene.count; i++) {
        const struct shape *s = &r.scene.shapes[i];
        bool it = s->kind == SHAPE_TEXT &&
                  str_equal(scene_text_of(&r.scene, s), str_from(word));
        sum += it ? s->alpha : 0;
    }
    return sum;
}

// Of the outlines of a box, with a corner after corner where corners is not 0.
static float light_of_figure(size_t corners)
{
    enum { CORNER_POINTS = 13 };
    float sum = 0;
    for (size_t i = 0; i < r.scene.count; i++) {
        const struct shape *s = &r.scene.shapes[i];
        bool it = s->kind == SHAPE_PATH && s->closed && s->role == ROLE_RING;
        bool so = corners == 0 || (size_t)s->count == corners * CORNER_POINTS;
        sum += it && so ? s->alpha : 0;
    }
    return sum;
}

static void at(int64_t t_ms)
{
    replay_to(&r, t_ms);
    replay_draw(&r);
}

static void p_fades_from_one_to_the_next(void **state)
{
    (void)state;
    const int64_t pressed_ms = SETTLE_MS + 1000;
    start(PACER_ORB);
    replay_key(&r, pressed_ms, KEY_NONE, 'p');
    for (int64_t gone_ms = 0; gone_ms <= PLAYER_CROSS_MS; gone_ms += 50) {
        at(pressed_ms + gone_ms);
        float in = (float)gone_ms / PLAYER_CROSS_MS;
        assert_true(fabsf(light_of(SHAPE_ORB) - (1 - in)) < 0.01f);
        assert_true(fabsf(light_of_word("Breathe in") - 1) < 0.01f);
        bool moved = r.scene.shapes[0].r > 1 + 0.3f * in;
        assert_true(moved || gone_ms == 0); // the ground's light goes along
        assert_int_equal(gone_ms < PLAYER_CROSS_MS,
                         player_due(&r.player, replay_instant(&r)) == 0 &&
                             light_of(SHAPE_ORB) > 0);
    }
    replay_finish(&r);
}

// More than one may be on its way; each turns round where it stands.
static void p_pressed_often_never_jumps(void **state)
{
    (void)state;
    const float most = 1.01f * FRAME_MS / PLAYER_CROSS_MS;
    for (int64_t every_ms = 16; every_ms <= 400; every_ms *= 2) {
        start(PACER_NONE);
        at(SETTLE_MS + 1000);
        float before = light_of(SHAPE_ORB);
        int64_t from_ms = r.now_ms;
        for (int64_t gone_ms = 0; gone_ms < 4000; gone_ms += FRAME_MS) {
            if (gone_ms % every_ms < FRAME_MS) {
                replay_key(&r, r.now_ms, KEY_NONE, 'p');
            }
            at(from_ms + gone_ms + FRAME_MS); // asserts that all fits
            float now = light_of(SHAPE_ORB);
            assert_true(fabsf(now - before) <= most);
            before = now;
        }
        at(r.now_ms + PLAYER_CROSS_MS);
        assert_true(light_of(SHAPE_ORB) <= 1);
        replay_finish(&r);
    }
}

static void a_box_takes_its_sides_softly(void **state)
{
    (void)state;
    static const struct {
        int64_t at_ms;
        size_t from, to;
    } turns[] = {{SETTLE_MS, 4, 3}, {SETTLE_MS + 36000, 3, 4}};
    start(PACER_BOX);
    for (size_t i = 0; i < sizeof(turns) / sizeof(turns[0]); i++) {
        at(turns[i].at_ms - 1);
        float all = light_of_figure(0);
        assert_true(all > 0.7f);
        assert_true(fabsf(light_of_figure(turns[i].from) - all) < 0.001f);
        for (int64_t gone_ms = 0; gone_ms <= PLAYER_CROSS_MS; gone_ms += 50) {
            at(turns[i].at_ms + gone_ms);
            float in = all * (float)gone_ms / PLAYER_CROSS_MS;
            assert_true(fabsf(light_of_figure(turns[i].to) - in) < 0.01f);
            assert_true(fabsf(light_of_figure(0) - all) < 0.01f);
        }
    }
    replay_finish(&r);
}

static void what_stays_the_same_is_drawn_once(void **state)
{
    (void)state;
    start(PACER_ORB);
    for (int64_t gone_ms = 0; gone_ms <= PLAYER_CROSS_MS; gone_ms += 50) {
        at(SETTLE_MS + gone_ms);
        assert_true(fabsf(light_of(SHAPE_ORB) - 1) < 0.001f);
    }
    replay_finish(&r);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(p_fades_from_one_to_the_next),
        cmocka_unit_test(p_pressed_often_never_jumps),
        cmocka_unit_test(a_box_takes_its_sides_softly),
        cmocka_unit_test(what_stays_the_same_is_drawn_once),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

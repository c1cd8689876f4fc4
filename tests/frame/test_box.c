// SPDX-License-Identifier: MIT
// The path of the box for breaths of three to six phases: it stands straight,
// holds are level sides, and there is room in it for the words.
#include "unit.h"

#include <math.h>

#include "by_hand.h"
#include "frame/pacer.h"

enum { PHASES_MOST = 6, PHASE_MS = 4000 };

static const enum phase rounds[][PHASES_MOST] = {
    {PHASE_IN, PHASE_HOLD_FULL, PHASE_OUT},
    {PHASE_IN, PHASE_OUT, PHASE_REST},
    {PHASE_IN, PHASE_HOLD_FULL, PHASE_OUT, PHASE_HOLD_EMPTY},
    {PHASE_IN, PHASE_TOP, PHASE_HOLD_FULL, PHASE_OUT, PHASE_REST},
    {PHASE_IN, PHASE_TOP, PHASE_HOLD_FULL, PHASE_OUT, PHASE_HOLD_EMPTY,
     PHASE_REST},
};
enum { ROUNDS = sizeof(rounds) / sizeof(rounds[0]) };

static struct by_hand h;
static struct scene sc;

static void breathe(const enum phase *phases)
{
    h = (struct by_hand){0};
    for (int i = 0; i < PHASES_MOST && phases[i] != PHASE_NONE; i++) {
        by_hand_row(&h, VERB_BREATHE, phases[i], PHASE_MS)->breath = 1;
    }
}

static void draw(int64_t t_ms)
{
    const struct pacer_options o = {.pacer = PACER_BOX, .level = -1};
    struct moment m = timeline_at(&h.tl, t_ms);
    scene_begin(&sc, 0, 0, STAGE_WIDTH, 1);
    pacer_draw(&sc, &h.tl, &m, &o);
}

static const struct shape *first_of(enum shape_kind kind)
{
    size_t i = 0;
    while (i < sc.count && sc.shapes[i].kind != kind) {
        i++;
    }
    assert_true(i < sc.count);
    return &sc.shapes[i];
}

static void it_stands_straight(void **state)
{
    (void)state;
    for (int k = 0; k < ROUNDS; k++) {
        breathe(rounds[k]);
        draw(PHASE_MS / 2);
        const struct shape *path = first_of(SHAPE_PATH);
        const struct point *at = sc.points + path->points_at;
        for (int i = 0; i < path->count; i++) {
            float nearest = 1;
            for (int j = 0; j < path->count; j++) {
                float x = STAGE_WIDTH - at[j].x - at[i].x;
                nearest = fminf(nearest, hypotf(x, at[j].y - at[i].y));
            }
            assert_true(nearest < 0.0001f);
        }
    }
}

static float bead_y(int64_t t_ms)
{
    draw(t_ms);
    return first_of(SHAPE_DISC)->y;
}

static void the_first_hold_is_level_and_breaths_are_not(void **state)
{
    (void)state;
    for (int k = 0; k < ROUNDS; k++) {
        breathe(rounds[k]);
        for (size_t i = 0; i < h.tl.row_count; i++) {
            const struct row *r = &h.rows[i];
            float climbed = bead_y(r->start_ms + PHASE_MS * 3 / 8) -
                            bead_y(r->start_ms + PHASE_MS * 5 / 8);
            switch (r->phase) {
            case PHASE_HOLD_FULL:
                assert_true(fabsf(climbed) < 0.0001f);
                break;
            case PHASE_IN:
            case PHASE_TOP:
                assert_true(climbed > 0.01f);
                break;
            case PHASE_OUT:
                assert_true(climbed < -0.01f);
                break;
            default:
                break;
            }
        }
    }
}

// As wide as "Breathe out" from its baseline to its capitals, and the bead.
static void words_have_room(void **state)
{
    (void)state;
    const float room = 0.11f + 0.0175f;
    const struct pacer_options o = {.pacer = PACER_BOX, .level = -1};
    for (int k = 0; k < ROUNDS; k++) {
        breathe(rounds[k]);
        struct moment m = timeline_at(&h.tl, 0);
        struct pacer_place place = pacer_place_at(&h.tl, &m, &o);
        float low = place.word_y, high = low - 0.7f * place.word_size;
        draw(PHASE_MS / 2);
        const struct shape *path = first_of(SHAPE_PATH);
        const struct point *at = sc.points + path->points_at;
        for (int i = 0; i < path->count; i++) {
            struct point a = at[i], b = at[(i + 1) % path->count];
            for (int part = 0; part <= 100; part++) {
                float u = (float)part / 100;
                float y = a.y + u * (b.y - a.y);
                float x = a.x + u * (b.x - a.x) - place.word_x;
                assert_true(y < high || y > low || fabsf(x) > room);
            }
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(it_stands_straight),
        cmocka_unit_test(the_first_hold_is_level_and_breaths_are_not),
        cmocka_unit_test(words_have_room),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

// SPDX-License-Identifier: MIT
// What a pointer and a finger do comes out in stage units, on displays of any
// scale and in windows of any shape; a finger taps, scrolls or drags.
#include "unit.h"

#include <math.h>

#include <SDL.h>

#include "frame/scene.h"
#include "platform/window_events.h"

static struct event_reader r;
static struct input in;

static void start(int width_px, int height_px, float scale)
{
    r = (struct event_reader){.scale_x = scale, .scale_y = scale};
    r.stage = stage_fit(width_px, height_px);
}

static bool click(int x, int y, Uint32 which)
{
    SDL_Event e = {.button = {.type = SDL_MOUSEBUTTONDOWN,
                              .which = which,
                              .button = SDL_BUTTON_LEFT,
                              .clicks = 1,
                              .x = x,
                              .y = y}};
    return event_translate(&r, &e, &in);
}

static bool finger(Uint32 type, int id, float x, float y)
{
    SDL_Event e = {.tfinger = {.type = type, .fingerId = id, .x = x, .y = y}};
    return event_translate(&r, &e, &in);
}

static void check_at(float x, float y)
{
    assert_true(fabsf(in.x - x) < 0.001f);
    assert_true(fabsf(in.y - y) < 0.001f);
}

// A window of 960 by 540 points is drawn in as many pixels, or in four times as
// many: what is pressed is the same.
static void sizes_are_those_of_what_is_drawn(void **state)
{
    (void)state;
    for (int scale = 1; scale <= 3; scale++) {
        start(960 * scale, 540 * scale, (float)scale);
        assert_true(click(480, 270, 0));
        assert_int_equal(in.kind, INPUT_POINTER_DOWN);
        check_at(STAGE_WIDTH / 2, 0.5f);
        start(1024 * scale, 768 * scale, (float)scale); // 4:3: bars above
        assert_true(click(0, 96, 0));
        check_at(0, 0);
        assert_true(click(512, 0, 0));
        check_at(STAGE_WIDTH / 2, -1.0f / 6);
        start(540 * scale, 960 * scale, (float)scale); // on end
        assert_true(click(270, 480, 0));
        check_at(STAGE_WIDTH / 2, 0.5f);
    }
}

static void a_tap_presses_as_it_is_lifted(void **state)
{
    (void)state;
    start(1024, 768, 1);
    assert_true(finger(SDL_FINGERDOWN, 7, 0.5f, 0.5f));
    assert_int_equal(in.kind, INPUT_POINTER_MOVE);
    assert_false(event_rest(&r, &in));
    assert_false(click(512, 384, SDL_TOUCH_MOUSEID)); // the same finger
    assert_false(finger(SDL_FINGERMOTION, 7, 0.505f, 0.505f));
    assert_false(finger(SDL_FINGERDOWN, 8, 0.1f, 0.1f)); // another one
    assert_false(finger(SDL_FINGERUP, 8, 0.1f, 0.1f));
    assert_true(finger(SDL_FINGERUP, 7, 0.505f, 0.505f));
    assert_int_equal(in.kind, INPUT_POINTER_DOWN);
    check_at(STAGE_WIDTH / 2, 0.5f); // where it went down
    assert_true(event_rest(&r, &in));
    assert_int_equal(in.kind, INPUT_POINTER_UP);
    assert_false(event_rest(&r, &in));
}

static void up_and_down_scrolls(void **state)
{
    (void)state;
    start(960, 540, 1);
    float notches = 0;
    finger(SDL_FINGERDOWN, 1, 0.5f, 0.8f);
    for (int i = 1; i <= 40; i++) {
        if (finger(SDL_FINGERMOTION, 1, 0.5f, 0.8f - 0.01f * (float)i)) {
            assert_int_equal(in.kind, INPUT_WHEEL);
            notches += in.y;
        }
    }
    assert_true(notches > -8.5f && notches < -6.5f); // 0.4 heights up
    assert_false(finger(SDL_FINGERUP, 1, 0.5f, 0.4f));
    assert_false(event_rest(&r, &in));
}

static void sideways_drags(void **state)
{
    (void)state;
    start(960, 540, 1);
    finger(SDL_FINGERDOWN, 1, 0.2f, 0.5f);
    assert_true(finger(SDL_FINGERMOTION, 1, 0.3f, 0.5f));
    assert_int_equal(in.kind, INPUT_POINTER_DOWN);
    check_at(0.2f * STAGE_WIDTH, 0.5f);
    assert_true(finger(SDL_FINGERMOTION, 1, 0.4f, 0.6f));
    assert_int_equal(in.kind, INPUT_POINTER_MOVE);
    check_at(0.4f * STAGE_WIDTH, 0.6f);
    assert_true(finger(SDL_FINGERUP, 1, 0.4f, 0.6f));
    assert_int_equal(in.kind, INPUT_POINTER_UP);
    assert_false(event_rest(&r, &in));
}

static void with_one_switch_a_finger_presses_at_once(void **state)
{
    (void)state;
    start(960, 540, 1);
    r.at_once = true;
    assert_false(finger(SDL_FINGERDOWN, 1, 0.5f, 0.5f));
    assert_true(click(480, 270, SDL_TOUCH_MOUSEID));
    assert_int_equal(in.kind, INPUT_POINTER_DOWN);
    assert_false(finger(SDL_FINGERUP, 1, 0.5f, 0.5f));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(sizes_are_those_of_what_is_drawn),
        cmocka_unit_test(a_tap_presses_as_it_is_lifted),
        cmocka_unit_test(up_and_down_scrolls),
        cmocka_unit_test(sideways_drags),
        cmocka_unit_test(with_one_switch_a_finger_presses_at_once),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

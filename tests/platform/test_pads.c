// SPDX-License-Identifier: MIT
// A gamepad is as good as the keys: plugged in while the program runs (a
// virtual one of SDL's), each button a key, a push of the stick one arrow.
#include "unit.h"

#include <SDL.h>

#include "platform/pads.h"

enum { AXES = 6, BUTTONS = 15 };

static struct pads pads;

// The next key that comes of what SDL reports; KEY_NONE when there is none.
static struct input next(void)
{
    SDL_Event e;
    struct input in = {0};
    SDL_GameControllerUpdate();
    while (SDL_PollEvent(&e)) {
        if (pads_translate(&pads, &e, &in)) {
            return in;
        }
    }
    return (struct input){0};
}

static void push(Uint8 axis, int value, enum key want)
{
    SDL_Event e = {.type = SDL_CONTROLLERAXISMOTION};
    struct input in = {0};
    e.caxis.axis = axis;
    e.caxis.value = (Sint16)value;
    bool is_key = pads_translate(&pads, &e, &in);
    assert_int_equal(is_key, want != KEY_NONE);
    assert_int_equal(is_key ? in.key : KEY_NONE, want);
}

static void a_pad_is_plugged_in_and_used(void **state)
{
    (void)state;
    static const struct {
        SDL_GameControllerButton button;
        enum key key;
    } cases[] = {{SDL_CONTROLLER_BUTTON_A, KEY_ENTER},
                 {SDL_CONTROLLER_BUTTON_B, KEY_ESCAPE},
                 {SDL_CONTROLLER_BUTTON_START, KEY_SPACE},
                 {SDL_CONTROLLER_BUTTON_BACK, KEY_F1},
                 {SDL_CONTROLLER_BUTTON_DPAD_UP, KEY_UP},
                 {SDL_CONTROLLER_BUTTON_DPAD_RIGHT, KEY_RIGHT}};
    pads_start(&pads);
    assert_int_equal(next().key, KEY_NONE);
    int device = SDL_JoystickAttachVirtual(SDL_JOYSTICK_TYPE_GAMECONTROLLER,
                                           AXES, BUTTONS, 0);
    if (device < 0) {
        skip(); // this SDL has no virtual ones
    }
    next();
    assert_non_null(pads.open[0]);
    SDL_Joystick *stick = SDL_GameControllerGetJoystick(pads.open[0]);
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        SDL_JoystickSetVirtualButton(stick, (int)cases[i].button, 1);
        assert_int_equal(next().key, cases[i].key);
        SDL_JoystickSetVirtualButton(stick, (int)cases[i].button, 0);
        assert_int_equal(next().key, KEY_NONE);
    }
    SDL_JoystickSetVirtualButton(stick, SDL_CONTROLLER_BUTTON_X, 1);
    assert_int_equal(next().letter, 'g');
    assert_int_equal(SDL_JoystickDetachVirtual(device), 0);
    SDL_JoystickUpdate();
    next();
    next();
    assert_null(pads.open[0]);
    pads_finish(&pads);
}

static void a_push_of_the_stick_is_one_arrow(void **state)
{
    (void)state;
    Uint8 x = SDL_CONTROLLER_AXIS_LEFTX, y = SDL_CONTROLLER_AXIS_LEFTY;
    push(x, 15000, KEY_NONE);
    push(x, 25000, KEY_RIGHT);
    push(x, 32767, KEY_NONE); // held
    push(x, 15000, KEY_NONE); // trembling
    push(x, 25000, KEY_NONE);
    push(x, 0, KEY_NONE);
    push(x, -32768, KEY_LEFT);
    push(y, -25000, KEY_UP);
    push(y, 25000, KEY_DOWN);
    push(SDL_CONTROLLER_AXIS_RIGHTX, 30000, KEY_NONE);
    pads_finish(&pads);
}

#if SDL_VERSION_ATLEAST(2, 24, 0)
static Uint16 slow, quick;

static int SDLCALL rumble(void *self, Uint16 low, Uint16 high)
{
    (void)self;
    slow = low;
    quick = high;
    return 0;
}

static void it_hums_with_the_slow_motor_alone(void **state)
{
    (void)state;
    SDL_VirtualJoystickDesc pad = {.version = SDL_VIRTUAL_JOYSTICK_DESC_VERSION,
                                   .type = SDL_JOYSTICK_TYPE_GAMECONTROLLER,
                                   .naxes = AXES,
                                   .nbuttons = BUTTONS,
                                   .Rumble = rumble};
    pads_start(&pads);
    int device = SDL_JoystickAttachVirtualEx(&pad);
    if (device < 0) {
        skip();
    }
    next();
    next();
    assert_non_null(pads.open[0]);
    pads_hum(&pads, 0.15f, 200);
    assert_in_range(slow, 9700, 9900);
    assert_int_equal(quick, 0);
    pads_hum(&pads, 7, 200); // never past the whole
    assert_int_equal(slow, 65535);
    pads_hum(&pads, 0, 200);
    assert_int_equal(slow, 0);
    assert_int_equal(SDL_JoystickDetachVirtual(device), 0);
    SDL_JoystickUpdate();
    next();
    pads_hum(&pads, 1, 200); // nobody there
    assert_int_equal(slow, 0);
    pads_finish(&pads);
}
#endif

int main(void)
{
    SDL_SetHint(SDL_HINT_JOYSTICK_ALLOW_BACKGROUND_EVENTS, "1");
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_pad_is_plugged_in_and_used),
        cmocka_unit_test(a_push_of_the_stick_is_one_arrow),
#if SDL_VERSION_ATLEAST(2, 24, 0)
        cmocka_unit_test(it_hums_with_the_slow_motor_alone),
#endif
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

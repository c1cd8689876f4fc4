// SPDX-License-Identifier: MIT
// A stick is one push of an arrow, however long it is held: nothing here needs
// timing. It has to come back towards the middle before it counts again.
#include "platform/pads.h"

#include <SDL.h>

enum { PUSHED = 20000, RELEASED = 12000 };

static const struct {
    SDL_GameControllerButton button;
    enum key key;
    uint32_t letter;
} buttons[] = {
    {SDL_CONTROLLER_BUTTON_A, KEY_ENTER, 0},
    {SDL_CONTROLLER_BUTTON_B, KEY_ESCAPE, 0},
    {SDL_CONTROLLER_BUTTON_X, KEY_CHAR, 'g'},
    {SDL_CONTROLLER_BUTTON_Y, KEY_TAB, 0},
    {SDL_CONTROLLER_BUTTON_START, KEY_SPACE, 0},
    {SDL_CONTROLLER_BUTTON_BACK, KEY_F1, 0},
    {SDL_CONTROLLER_BUTTON_LEFTSHOULDER, KEY_PAGE_UP, 0},
    {SDL_CONTROLLER_BUTTON_RIGHTSHOULDER, KEY_PAGE_DOWN, 0},
    {SDL_CONTROLLER_BUTTON_DPAD_UP, KEY_UP, 0},
    {SDL_CONTROLLER_BUTTON_DPAD_DOWN, KEY_DOWN, 0},
    {SDL_CONTROLLER_BUTTON_DPAD_LEFT, KEY_LEFT, 0},
    {SDL_CONTROLLER_BUTTON_DPAD_RIGHT, KEY_RIGHT, 0},
};

void pads_start(struct pads *p)
{
    p->started = true;
    SDL_InitSubSystem(SDL_INIT_GAMECONTROLLER);
}

void pads_finish(struct pads *p)
{
    for (int i = 0; i < PADS_MOST; i++) {
        SDL_GameControllerClose(p->open[i]);
    }
    if (p->started && SDL_WasInit(SDL_INIT_GAMECONTROLLER)) {
        SDL_QuitSubSystem(SDL_INIT_GAMECONTROLLER);
    }
    *p = (struct pads){0};
}

static void plug(struct pads *p, int device)
{
    for (int i = 0; i < PADS_MOST; i++) {
        if (!p->open[i]) {
            p->open[i] = SDL_GameControllerOpen(device);
            return;
        }
    }
}

static void unplug(struct pads *p, SDL_JoystickID id)
{
    SDL_GameController *gone = SDL_GameControllerFromInstanceID(id);
    for (int i = 0; i < PADS_MOST && gone; i++) {
        if (p->open[i] == gone) {
            SDL_GameControllerClose(gone);
            p->open[i] = NULL;
        }
    }
}

void pads_hum(struct pads *p, float strength, int ms)
{
    strength = strength < 0 ? 0 : strength > 1 ? 1 : strength;
    for (int i = 0; i < PADS_MOST; i++) {
        if (p->open[i]) {
            SDL_GameControllerRumble(p->open[i], (Uint16)(strength * 65535), 0,
                                     (Uint32)ms);
        }
    }
}

static bool button(Uint8 pressed, struct input *in)
{
    for (size_t i = 0; i < SDL_arraysize(buttons); i++) {
        if ((int)buttons[i].button == pressed) {
            *in = (struct input){.kind = INPUT_KEY,
                                 .key = buttons[i].key,
                                 .letter = buttons[i].letter};
            return true;
        }
    }
    return false;
}

static bool stick(int *was, int value, const enum key keys[2], struct input *in)
{
    int size = value < 0 ? -value : value;
    int way = value < 0 ? -1 : 1;
    if (size < RELEASED) {
        *was = 0;
    } else if (size > PUSHED && *was != way) {
        *was = way;
        *in = (struct input){.kind = INPUT_KEY, .key = keys[way > 0]};
        return true;
    }
    return false;
}

bool pads_translate(struct pads *p, const SDL_Event *e, struct input *in)
{
    static const enum key across[2] = {KEY_LEFT, KEY_RIGHT};
    static const enum key down[2] = {KEY_UP, KEY_DOWN};
    switch (e->type) {
    case SDL_CONTROLLERDEVICEADDED:
        plug(p, e->cdevice.which);
        break;
    case SDL_CONTROLLERDEVICEREMOVED:
        unplug(p, e->cdevice.which);
        break;
    case SDL_CONTROLLERBUTTONDOWN:
        return button(e->cbutton.button, in);
    case SDL_CONTROLLERAXISMOTION:
        if (e->caxis.axis == SDL_CONTROLLER_AXIS_LEFTX) {
            return stick(&p->across, e->caxis.value, across, in);
        }
        if (e->caxis.axis == SDL_CONTROLLER_AXIS_LEFTY) {
            return stick(&p->down, e->caxis.value, down, in);
        }
        break;
    }
    return false;
}

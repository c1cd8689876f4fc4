// SPDX-License-Identifier: MIT
// What a person can do, as values. A key that prints comes once: as text where
// text is awaited (REQUEST_TYPING) and no Ctrl is held, else as a key.
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"

enum input_kind {
    INPUT_NONE = 0,
    INPUT_KEY,          // key, mods
    INPUT_TEXT,         // text: committed by the keyboard or an input method
    INPUT_COMPOSE,      // text: being composed, not committed yet; mark
    INPUT_POINTER_MOVE, // x, y
    INPUT_POINTER_DOWN, // x, y, clicks, mods
    INPUT_POINTER_UP,
    INPUT_WHEEL,     // y: notches, up positive
    INPUT_PASTE,     // text: the clipboard, as the screens asked
    INPUT_STALLED,   // the window or machine stood still: pause
    INPUT_UNPLUGGED, // the sound device went: pause
    INPUT_CLOSE      // the window was asked to close
};

enum key {
    KEY_NONE = 0,
    KEY_CHAR, // a printing key; its letter, lower case, in letter
    KEY_ENTER,
    KEY_ESCAPE,
    KEY_SPACE,
    KEY_TAB,
    KEY_BACKSPACE,
    KEY_DELETE,
    KEY_LEFT,
    KEY_RIGHT,
    KEY_UP,
    KEY_DOWN,
    KEY_HOME,
    KEY_END,
    KEY_PAGE_UP,
    KEY_PAGE_DOWN,
    KEY_F1,
    KEY_F2,
    KEY_COUNT
};

enum { MOD_SHIFT = 1, MOD_CTRL = 2, MOD_ALT = 4 };

struct input {
    enum input_kind kind;
    enum key key;
    uint32_t letter; // of KEY_CHAR
    unsigned mods;
    bool repeat;     // of INPUT_KEY: the key is held down, not pressed anew
    struct str text; // valid during the call
    int mark;        // INPUT_COMPOSE: cursor in the composition, in characters
    int clicks;
    float x, y; // stage units
};

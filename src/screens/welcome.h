// SPDX-License-Identifier: MIT
// The first run: four quiet pages, for light, sound, motion and care. Each has
// one thing to choose and Enter; Esc leaves them all. What is chosen holds at
// once. The first has the language besides, by up and down, quietly in its
// corner. Never before `play`.
#pragma once

#include <stdbool.h>

#include "frame/input.h"
#include "frame/phrase.h"
#include "screens/facts.h"
#include "screens/request.h"
#include "screens/widgets.h"

enum welcome_page {
    WELCOME_LIGHT = 0,
    WELCOME_SOUND,
    WELCOME_MOTION,
    WELCOME_CARE,
    WELCOME_PAGE_COUNT
};

struct welcome {
    enum welcome_page page;
    struct str wished;  // a palette that the desktop likes; holds by Enter
    struct phrase read; // the mark of the care text, as it was asked for
};

// Whether the care text is another than the person has read; false where
// nobody has read any.
bool welcome_care_changed(const struct settings *s);
void welcome_open(struct welcome *w, enum welcome_page page);
// On the page of light, as long as nothing else was chosen: the palette that
// has the focus. A word of the setting, or empty.
void welcome_propose(struct welcome *w, const struct facts *f,
                     struct str palette);
// Asks for the breath on the page of sound, for silence on the others.
void welcome_listen(const struct welcome *w, struct requests *ask);
// WISH_TODAY when it is over.
enum wish welcome_input(struct welcome *w, const struct facts *f,
                        const struct input *in, struct requests *ask);
void welcome_draw(const struct welcome *w, const struct facts *f,
                  const struct page *pg);
// What stands there, in words; see screens/aloud.h.
void welcome_aloud(const struct welcome *w, const struct facts *f,
                   const struct tongue *tongue, struct phrase *out);

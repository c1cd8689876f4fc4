// SPDX-License-Identifier: MIT
// The Settings screen: what a person has chosen, in groups, each with a line
// that explains it. What is changed is asked for at once (REQUEST_SETTING);
// what the file says is shown, and its mistakes with their line.
#pragma once

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"
#include "frame/input.h"
#include "frame/phrase.h"
#include "screens/facts.h"
#include "screens/request.h"
#include "screens/widgets.h"

enum settings_group {
    GROUP_LIGHT = 0,
    GROUP_WORDS,
    GROUP_SOUND,
    GROUP_VOICE,
    GROUP_WAYS, // ways in
    GROUP_JOURNAL,
    GROUP_YOURSELF,
    GROUP_COUNT
};

struct settings_screen {
    enum settings_group group;
    // 0: the line of groups; then the rows of the group; then the menu's words.
    size_t focus;
    bool editing;        // the focused text has the keys
    bool refused;        // it was not taken
    struct buf text;     // as edited
    struct phrase asked; // a number as it was asked for
};

void settings_screen_open(struct settings_screen *c);
void settings_screen_finish(struct settings_screen *c); // accepts a zeroed one
enum wish settings_screen_input(struct settings_screen *c,
                                const struct facts *f, const struct page *pg,
                                const struct input *in, struct requests *ask);
void settings_screen_draw(const struct settings_screen *c,
                          const struct facts *f, const struct page *pg);
// A language by its own name, which whoever looks for it can read; the code
// itself where it is none of ours.
struct str settings_language_name(struct str code);
// What has the focus, in words; see screens/aloud.h.
void settings_screen_aloud(const struct settings_screen *c,
                           const struct facts *f, const struct tongue *tongue,
                           struct phrase *out);

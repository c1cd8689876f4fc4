// SPDX-License-Identifier: MIT
// The Settings screen: what a person has chosen, in groups, each with a line
// that explains it. What is changed is asked for at once (REQUEST_SETTING); what
// the file says is shown, and its mistakes with their line.
#pragma once

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"
#include "frame/input.h"
#include "frame/phrase.h"
#include "screens/facts.h"
#include "screens/request.h"
#include "screens/widgets.h"

enum dial_group {
    DIALS_LIGHT = 0,
    DIALS_WORDS,
    DIALS_SOUND,
    DIALS_VOICE,
    DIALS_WAYS, // ways in
    DIALS_JOURNAL,
    DIALS_YOURSELF,
    DIALS_GROUP_COUNT
};

struct dials {
    enum dial_group group;
    // 0: the line of groups; then the rows of the group; then the menu's words.
    size_t focus;
    bool editing;        // the focused text has the keys
    bool refused;        // it was not taken
    struct buf text;     // as edited
    struct phrase asked; // a number as it was asked for
};

void dials_open(struct dials *c);
void dials_finish(struct dials *c); // accepts a zeroed one
enum wish dials_input(struct dials *c, const struct facts *f,
                      const struct page *pg, const struct input *in,
                      struct requests *ask);
void dials_draw(const struct dials *c, const struct facts *f,
                const struct page *pg);
// What has the focus, in words; see screens/aloud.h.
void dials_aloud(const struct dials *c, const struct facts *f,
                 const struct tongue *tongue, struct phrase *out);

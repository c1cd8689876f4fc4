// SPDX-License-Identifier: MIT
// The page of a timed writing step: what to write about, and the field; for two
// a field for each, side by side where there is room. What is written is the
// Reflection's text.
#pragma once

#include "screens/editor.h"
#include "screens/player.h"
#include "screens/reflection.h"
#include "screens/widgets.h"

struct writing_page {
    const struct reflection *page;
    enum reflection_side side;
    bool writes; // it has the keys
};

void writing_place(struct editor *e, enum reflection_side side, float scale);
// One page, or two of different sides.
void writing_draw(const struct player *p, const struct writing_page *pages,
                  size_t count, const struct page *pg);

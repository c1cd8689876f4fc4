// SPDX-License-Identifier: MIT
// Insight: what the journal's entries have in common, in five views. Figures
// stand beside every chart, and a word where there are too few of them. No
// scores, no streaks, nothing that is read into words.
#pragma once

#include "frame/input.h"
#include "screens/facts.h"
#include "screens/widgets.h"
#include "screens/wish.h"

enum insight_view {
    INSIGHT_VIEW_TIME = 0,
    INSIGHT_VIEW_CHANGE, // before and after
    INSIGHT_VIEW_PRACTICE,
    INSIGHT_VIEW_KIND, // of day
    INSIGHT_VIEW_WEEKS,
    INSIGHT_VIEW_COUNT
};

struct insight_screen {
    enum insight_view view;
    int focus; // a word of the menu; MENU_NONE: the views
};

void insight_screen_open(struct insight_screen *v); // the view stays
enum wish insight_screen_input(struct insight_screen *v, const struct page *pg,
                               const struct input *in);
void insight_screen_draw(const struct insight_screen *v, const struct facts *f,
                         const struct page *pg);
void insight_screen_aloud(const struct insight_screen *v, const struct facts *f,
                          const struct tongue *t, struct phrase *out);

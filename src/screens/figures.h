// SPDX-License-Identifier: MIT
// Insight: what the journal's entries have in common, in five views. Figures
// stand beside every chart, and a word where there are too few of them. No
// scores, no streaks, nothing that is read into words.
#pragma once

#include "frame/input.h"
#include "screens/facts.h"
#include "screens/widgets.h"
#include "screens/wish.h"

enum figures_view {
    FIGURES_TIME = 0,
    FIGURES_CHANGE, // before and after
    FIGURES_PRACTICE,
    FIGURES_KIND, // of day
    FIGURES_WEEKS,
    FIGURES_COUNT
};

struct figures {
    enum figures_view view;
    int focus; // a word of the menu; MENU_NONE: the views
};

void figures_open(struct figures *v); // the view stays
enum wish figures_input(struct figures *v, const struct page *pg,
                        const struct input *in);
void figures_draw(const struct figures *v, const struct facts *f,
                  const struct page *pg);
void figures_aloud(const struct figures *v, const struct facts *f,
                   const struct tongue *t, struct phrase *out);

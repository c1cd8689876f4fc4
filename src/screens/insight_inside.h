// SPDX-License-Identifier: MIT
// What the drawing of Insight shares.
#pragma once

#include "screens/insight.h"

// The charts stand on the left, what they say in figures on the right.
static const struct area insight_chart = {0.111f, 0.31f, 0.94f, 0.44f};
static const float insight_side = 1.13f, insight_side_wide = 0.54f;

// The row of the views: closer, and then smaller, where its words are long.
struct insight_tabs {
    float size;
    struct area at[INSIGHT_VIEW_COUNT];
};
struct insight_tabs insight_tabs(const struct ruler *ruler);
struct str insight_few(void); // how little few entries tell
struct str insight_name(enum insight_view view);

// A mood in quarters as a height or a place along a scale: 0 Heavy, 1 Bright.
float insight_mood(int quarters);
// "2.5 (2 to 3)", as far as there are values; "-" without.
void insight_spread(const struct page *pg, const struct spread *s, bool signs,
                    struct phrase *out);
struct str insight_number(struct phrase *room, int64_t n);
// A median: a disc, or a ring where there are too few to tell from.
void insight_point(const struct page *pg, float x, float y, bool few);

// By practice and by kind of day: a row for each group.
void insight_rows(const struct page *pg, const struct facts *f,
                  enum insight_by by);

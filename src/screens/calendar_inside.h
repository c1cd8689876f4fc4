// SPDX-License-Identifier: MIT
// What the Calendar's own files share.
#pragma once

#include "screens/calendar.h"

struct person_facts calendar_screen_person(const struct calendar_screen *c,
                                           const struct facts *f);
struct area calendar_cell(const struct calendar_screen *c, struct day d);

// What one key, or one button of an opened day, does.
enum calendar_act {
    ACT_TAKEN = 0,
    ACT_SKIPPED,
    ACT_EXTRA,
    ACT_MOVED,
    ACT_VOID,
    ACT_UNDO,
    ACT_PAUSE,
    ACT_STOP,
    ACT_PLAN,
    ACT_SUPPORT,
    ACT_COUNT
};
// Where a pointer leafs, goes to the other person, ticks off the list.
struct area calendar_leaf_area(const struct ruler *ruler, bool on);
struct area calendar_person_area(const struct ruler *ruler);
struct area calendar_item_area(const struct calendar_screen *c,
                               const struct facts *f, const struct ruler *ruler,
                               size_t i);
struct area calendar_act_area(const struct ruler *ruler, enum calendar_act act);
// Its word; a paused calendar resumes.
struct str calendar_act_word(enum calendar_act act, bool paused);

// Right of the grid, or below it and wider.
float calendar_panel_wide(const struct ruler *ruler);
void calendar_panel_draw(const struct calendar_screen *c, const struct facts *f,
                         const struct page *pg);
// Within it, what can be noted on an opened day.
void calendar_acts_draw(const struct calendar_screen *c, const struct facts *f,
                        const struct page *pg);
// The items of the plan in force on the chosen day; how many.
size_t calendar_items(const struct calendar_screen *c, const struct facts *f,
                      const struct str **items);

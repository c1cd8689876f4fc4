// SPDX-License-Identifier: MIT
// What the plan's own files share.
#pragma once

#include "screens/plan.h"

// Rhythms behind the protocols: a dose day every so many days, and none.
enum own_rhythm { OWN_EVERY = 0, OWN_LOG, OWN_COUNT };
struct str plan_phase(const struct plan_screen *s); // empty: none

// The rule that is chosen, as the rhythm page shows it.
bool plan_rhythm_has_weekdays(const struct plan_screen *s,
                              const struct facts *f);
void plan_rhythm_set(struct plan_screen *s, const struct facts *f, size_t i);
// --- plan_support.c: what was written of it stays when someone goes.
unsigned plan_support_changes(const struct plan_screen *s);
void plan_keep_support(struct plan_screen *s, struct requests *ask);
// --- plan_press.c
size_t plan_rhythms(const struct facts *f); // that have room on the page,
size_t plan_rhythm_first(const struct plan_screen *s,
                         const struct facts *f); // from this one on
struct area plan_rhythm_area(size_t place);
struct area plan_weekday_area(const struct facts *f, size_t i);
// Less and more of a row, on pages that have some.
struct area plan_step_area(const struct plan_screen *s, const struct facts *f,
                           int row, bool more);
int plan_steps(const struct plan_screen *s, const struct facts *f);
// The key that a pointer down comes to, perhaps none; a rhythm, a row or a
// weekday is chosen by it.
struct input plan_pressed(struct plan_screen *s, const struct facts *f,
                          const struct input *in);
// --- plan.c
// The field that the page writes; NULL for the others.
const struct editor *plan_field(const struct plan_screen *s);

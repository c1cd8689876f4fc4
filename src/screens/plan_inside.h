// SPDX-License-Identifier: MIT
// What the plan's own files share.
#pragma once

#include "screens/plan.h"

// Rhythms behind the protocols: a dose day every so many days, and none.
enum own_rhythm { OWN_EVERY = 0, OWN_LOG, OWN_COUNT };
enum { PHASES = 4 };
struct str plan_phase(size_t phase); // empty: none

// The rule that is chosen, as the rhythm page shows it.
bool plan_rhythm_has_weekdays(const struct plan_screen *s,
                              const struct facts *f);
// The field that the page writes; NULL for the others.
const struct editor *plan_field(const struct plan_screen *s);

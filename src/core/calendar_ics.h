// SPDX-License-Identifier: MIT
// The plan's days to and from other calendars: iCalendar text (RFC 5545) of
// the dose days to come, with neutral titles; and a plan from a list of days.
// Reading iCalendar is platform/ical's.
#pragma once

#include <stddef.h>

#include "base/arena.h"
#include "base/buf.h"
#include "core/calendar.h"

// One all-day event per dose day from today on: of each plan the current and
// the next cycle, 12 weeks without cycles, up to the next plan's Start. Titles
// are the plan's Discreet; no description, no alarm, nothing of what is taken.
// Returns the number of events.
size_t calendar_ics(const struct calendar *c, struct day today,
                    const struct wall *now, struct buf *out);

enum { PLAN_SPAN_MAX = 3660 }; // days that a plan from days may span

// Two plans from at least one day: dose on these days (sorted, each once) and
// normal between, then one that only logs. False when they span more than
// PLAN_SPAN_MAX days. out[0] and out[1] have Start and rule; the rest is as
// plan_init leaves it.
bool plan_from_days(const struct day *days, size_t count, struct arena *mem,
                    struct plan out[2]);

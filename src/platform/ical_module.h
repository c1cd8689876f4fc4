// SPDX-License-Identifier: MIT
// Between ical.c and the module that it loads: libical, and the Unicode tables
// behind it, cost a few milliseconds of every start if the program itself were
// linked with them.
#pragma once

#include "platform/ical.h"

#define ICAL_MODULE_FILE "breathmark-ical.so"

// As ical_read; false when text is no iCalendar.
bool ical_module_read(struct str text, struct ical_date today,
                      struct arena *mem, struct ical_days *out);

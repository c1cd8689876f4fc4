// SPDX-License-Identifier: MIT
// What the screens know of the world: made by app from the person's files and
// the clock, handed in as one value, never changed by a screen.
#pragma once

#include <stddef.h>

#include "base/diag.h"
#include "core/calendar.h"
#include "core/care.h"
#include "core/day.h"
#include "core/journal.h"
#include "core/practice.h"
#include "core/settings.h"

struct facts {
    struct wall now;
    const struct calendar *calendar; // never NULL; may be empty
    const struct practice *practices;
    size_t practice_count;
    const struct entry *entries; // the newest last; some weeks are enough
    size_t entry_count;
    const struct care_page *care; // the person's own country first
    size_t care_count;
    const struct settings *settings;    // never NULL; app changes them in place
    struct str settings_path;           // of their file
    const struct diags *settings_notes; // its mistakes; NULL: none
};

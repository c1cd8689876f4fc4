// SPDX-License-Identifier: MIT
// What the screens know of the world: made by app from the person's files and
// the clock, handed in as one value, never changed by a screen.
#pragma once

#include <stdbool.h>
#include <stddef.h>

#include "base/diag.h"
#include "core/calendar.h"
#include "core/care.h"
#include "core/day.h"
#include "core/insight.h"
#include "core/journal.h"
#include "core/journal_index.h"
#include "core/practice.h"
#include "core/protocol.h"
#include "core/settings.h"
#include "core/support.h"
#include "core/tick.h"

// One of those whose calendars lie in the data folder. Nobody's plans, marks,
// ticks or entries mix.
struct person_facts {
    struct str name; // as in Person and Who; empty: the one without a name
    const struct calendar *calendar;
    struct ticks ticks;
};

// The whole journal, as it was last read. sources[0] is "journal.rec".
struct journal_facts {
    struct journal_index index;
    const struct str *sources; // names of files, by an entry's source
    size_t source_count;
    struct str path;          // of journal.rec
    struct str why;           // it cannot be read; empty: it could
    const struct diag *notes; // what was passed over
    size_t note_count;
};

struct facts {
    struct wall now;
    bool partly; // scripts, plans and Care are still to be read
    const struct calendar *calendar; // never NULL; may be empty
    const struct practice *practices;
    size_t practice_count;
    const struct entry *entries; // the newest last; some weeks are enough
    size_t entry_count;
    const struct entry *left; // words that someone was writing when an earlier
                              // run ended, or what was done of a session that
                              // was cut off; the newest first
    size_t left_count;
    const struct insight *insight; // of the whole journal, once it is asked
                                   // for (REQUEST_INSIGHT); NULL before
    const struct journal_facts *journal; // once it is asked for
                                         // (REQUEST_JOURNAL) and read
    const struct care_page *care;        // the person's own country first
    size_t care_count;
    const struct person_facts *people; // the one without a name first
    size_t person_count;
    const struct protocol *protocols; // by name
    size_t protocol_count;
    struct support support;
    const struct tongue *tongue;     // of the screens; NULL: English
    const struct settings *settings; // never NULL; app changes them in place
    struct str settings_path;        // of their file
    struct str settings_unsaved;     // why the last change of one could not be
                                     // written into it; empty: it could
    const struct diags *settings_notes; // its mistakes; NULL: none
};

// Whether the kind of day d is hidden from the person, who wishes not to know
// (self-blinding): today and all that comes, until something of today is kept.
bool facts_hide(const struct facts *f, struct day d);
// The title of the session of that name; the name itself where it is not there.
struct str facts_title(const struct facts *f, struct str name);

// SPDX-License-Identifier: MIT
// Reads the whole journal for the Journal screen, beside the loop: what the
// screen has stays as it is until the new reading is there. And what else that
// screen asks for: a file of chosen entries, an entry deleted.
#pragma once

#include <stdbool.h>

#include "app/now.h"
#include "base/buf.h"
#include "platform/paths.h"
#include "screens/facts.h"
#include "screens/journal.h"

struct errand;
struct chronicled;

// Zeroed is valid: nothing was read yet.
struct chronicler {
    struct chronicled *now, *coming;
    struct errand *errand;
    bool again; // it is to be read once more when it is there
};

// Begins to read. Titles of sessions are copied from the facts.
void chronicler_read(struct chronicler *s, const struct paths *paths,
                     const struct facts *f);
bool chronicler_reads(const struct chronicler *s);
// Whether journal.rec is no longer what was read last.
bool chronicler_changed(const struct chronicler *s);
// Whether a reading has come in: what chronicler_facts gives is new, and
// chronicler_settle frees what it gave before.
bool chronicler_came(struct chronicler *s);
const struct journal_facts *chronicler_facts(const struct chronicler *s);
// Reads at once, in this thread; then as chronicler_came.
void chronicler_reread(struct chronicler *s, const struct paths *paths,
                       const struct facts *f);
// The screens have what chronicler_facts gives.
void chronicler_settle(struct chronicler *s);
void chronicler_finish(struct chronicler *s);

// Where the person's files are, and in which language they are told of it.
struct chronicler_desk {
    const struct paths *paths;
    const struct now *now;
    const struct tongue *tongue;
};
// Writes the chosen into a new file of the folder exports/ in the data folder;
// its path, or why it could not be, in words.
void chronicler_export(const struct chronicler_desk *desk,
                       const struct journal_chosen *chosen,
                       enum journal_form form, struct buf *words);
// Takes the entry and its corrections out of journal.rec; the file before stays
// as journal.rec.bak.
void chronicler_erase(const struct chronicler_desk *desk, struct str id,
                      struct buf *words);

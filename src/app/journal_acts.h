// SPDX-License-Identifier: MIT
// What the Journal screen asks for besides reading: chosen entries as a file of
// their own, an entry deleted.
#pragma once

#include "app/now.h"
#include "base/buf.h"
#include "base/str.h"
#include "base/tongue.h"
#include "platform/paths.h"
#include "screens/journal.h"

// Where the person's files are, and in which language they are told of it.
struct journal_desk {
    const struct paths *paths;
    const struct now *now;
    const struct tongue *tongue;
};
// Writes the chosen into a new file of the folder exports/ in the data folder;
// its path, or why it could not be, in words.
void journal_export_chosen(const struct journal_desk *desk,
                           const struct journal_chosen *chosen,
                           enum journal_form form, struct buf *words);
// Takes the entry and its corrections out of journal.rec; the file before stays
// as journal.rec.bak.
void journal_erase_entry(const struct journal_desk *desk, struct str id,
                         struct buf *words);

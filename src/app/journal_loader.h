// SPDX-License-Identifier: MIT
// Reads the whole journal for the Journal screen, beside the loop: what the
// screen has stays as it is until the new reading is there.
#pragma once

#include <stdbool.h>

#include "platform/paths.h"
#include "screens/facts.h"

struct task;
struct loaded_journal;

// Zeroed is valid: nothing was read yet.
struct journal_loader {
    struct loaded_journal *now, *coming;
    struct task *task;
    bool again; // it is to be read once more when it is there
};

// Begins to read. Titles of sessions are copied from the facts.
void journal_loader_read(struct journal_loader *s, const struct paths *paths,
                         const struct facts *f);
bool journal_loader_reads(const struct journal_loader *s);
// Whether journal.rec is no longer what was read last.
bool journal_loader_changed(const struct journal_loader *s);
// Whether a reading has come in: what journal_loader_facts gives is new, and
// journal_loader_release frees what it gave before.
bool journal_loader_came(struct journal_loader *s);
const struct journal_facts *
journal_loader_facts(const struct journal_loader *s);
// Reads at once, in this thread; then as journal_loader_came.
void journal_loader_reread(struct journal_loader *s, const struct paths *paths,
                           const struct facts *f);
// The screens have what journal_loader_facts gives.
void journal_loader_release(struct journal_loader *s);
void journal_loader_finish(struct journal_loader *s);

// SPDX-License-Identifier: MIT
// The session that plays, as running.rec in the state folder: the entry that it
// would be if all ended now. After a crash or a power cut the next start makes
// a draft of it, which is offered: the reflection of what was done.
#pragma once

#include "app/keeper.h"
#include "platform/snapshot.h"

// Zeroed is valid: no session was played.
struct running {
    struct snapshot *snapshot;
};

// e so far, as the entry that the keeper is at.
void running_save(struct running *r, struct keeper *k, struct entry *e);
// Kept, skipped or left without anything done: there is nothing to offer.
void running_over(struct running *r);
// Waits for the disk; what was saved last stays.
void running_finish(struct running *r);

// Makes a draft of what an earlier run left, unless there is one of the same
// entry or it stands in the journal; says so by the ledger. Whatever stands in
// the file, nothing is stopped by it.
void running_recover(const struct paths *paths, const struct ledger *l);

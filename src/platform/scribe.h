// SPDX-License-Identifier: MIT
// Saves drafts and keeps records in a thread of its own, so that whoever draws
// and listens waits for no disk. Of states that come faster than the disk takes
// them the last one counts.
#pragma once

#include <stdbool.h>

#include "base/arena.h"
#include "base/str.h"
#include "platform/append.h"

struct scribe;

// For drafts of this ledger, whose texts outlive it and whose words may be said
// from the thread. yields: a file that another process holds, and that the
// draft does not hold yet, is left to that one.
struct scribe *scribe_create(const struct ledger *l, bool yields);
// text in place of what the draft has, begun at once. From here to
// scribe_settle *d is the scribe's; one draft at a time.
void scribe_put(struct scribe *s, struct draft *d, struct str text);
// The draft goes, with what was put and is not saved yet.
void scribe_remove(struct scribe *s, struct draft *d);
// Keeps the record that was written in the draft, as ledger_keep, begun at
// once; what was put and is not saved yet is older. Nothing is put until it has
// ended.
void scribe_keep(struct scribe *s, struct draft *d, struct str record);
// Whether that has come to an end since; how, in mem. Does not wait.
bool scribe_kept(struct scribe *s, struct arena *mem, struct kept *out);
// Whether what is kept now waits for another program that has the file's lock.
// Does not wait. Accepts NULL.
bool scribe_waits(struct scribe *s);
// Waits until all that was asked is done: *d is the caller's again. Its path
// lives as long as the scribe. Accepts NULL.
void scribe_settle(struct scribe *s);
// Whether the last save that ended failed, or a keep left no draft either; why,
// in mem. Does not wait. Accepts NULL.
bool scribe_failed(struct scribe *s, struct arena *mem, struct str *why);
// Settles first. The draft stays as it is. Accepts NULL.
void scribe_destroy(struct scribe *s);

// SPDX-License-Identifier: MIT
// The latest state of something that goes on, safe on disk: one file, replaced
// as a whole by a scribe, so that nobody who saves it waits for a disk. The
// file is held against other processes while this one lives, which tells what a
// process left behind from what one still writes.
#pragma once

#include <stdbool.h>

#include "base/str.h"
#include "platform/append.h"

enum { SNAPSHOT_MOST = 2 * 1024 * 1024 }; // bytes that are read

struct snapshot;

// Of the file NAME.rec in the first folder that takes it. Folders are copied;
// disk outlives it.
struct snapshot *snapshot_create(const struct disk *disk, struct str name,
                                 const struct str folders[LEDGER_FOLDERS]);
// text in place of what was there, soon. Where another process that lives holds
// the file, it is left to that one.
void snapshot_put(struct snapshot *s, struct str text);
void snapshot_remove(struct snapshot *s); // what was put goes
// Waits until what was put or removed last is so. Accepts NULL.
void snapshot_destroy(struct snapshot *s);

// What a process that is gone left in a folder: text in mem, and the file held
// until draft_finish or draft_remove. False when there is none, it is no plain
// file of the person's own, larger than SNAPSHOT_MOST, or someone holds it.
bool snapshot_take(const struct ledger *l, struct str path, struct arena *mem,
                   struct draft *held, struct str *text);

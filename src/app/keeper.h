// SPDX-License-Identifier: MIT
// Keeps journal entries: stamps them with their moment and the key of the
// person's day, holds them as a draft while they are written, and adds them to
// journal.rec. The one way in for every command and screen.
#pragma once

#include "app/journal_files.h"
#include "app/now.h"
#include "base/arena.h"
#include "core/journal.h"
#include "platform/append.h"
#include "platform/paths.h"

struct keeper_options {
    const struct paths *paths;
    const struct now *now;
    bool beside;       // of a window: drafts are saved beside the loop, by a
                       // scribe, and held while they cannot be kept; the
                       // start waits for no other program
    struct str person; // whose calendar gives the day; empty: the first one's
    void (*say)(void *self, struct str line); // as in struct ledger
    void *self;
};

// Zeroed is valid for keeper_finish.
struct keeper {
    struct keeper_options options;
    struct arena mem;
    struct ledger ledger;
    struct draft draft;    // while the scribe has nothing to do
    struct scribe *scribe; // NULL: none was needed yet
    struct wall began;     // the moment of the entry that is being written
    uint32_t random;
    bool late;          // what an earlier run left behind waits for another
                        // program that has the journal: see leftovers_join
    bool open;          // an entry has been begun
    bool keeping;       // beside the loop
    bool drafted;       // beside the loop, or at least it was tried
    bool stamped;       // its stamp is made
    struct entry stamp; // Id, At, Zone and the day fields
};

// Finishes what an earlier run left behind; unfinished drafts to offer go to
// *out (may be NULL), in the keeper's memory.
void keeper_init(struct keeper *k, const struct keeper_options *options,
                 struct unfinished_list *out);
void keeper_finish(struct keeper *k);

// A new entry that corrects e, of which a changed copy is to be kept.
void keeper_correct(struct keeper *k, const struct entry *e);
// An unfinished draft is taken up again: *e is what it holds, and stays the
// entry that it was begun as. False when it cannot be read any more.
bool keeper_resume(struct keeper *k, const struct unfinished *draft,
                   struct entry *e);
// Gives e its stamp, of the entry that is being written; begins one first when
// none was begun: its Id and At are of that moment. An entry with Who is keyed
// to the calendar of that person.
void keeper_stamp(struct keeper *k, struct entry *e);
// Saves what is written so far. False with a reason when no folder takes it; a
// keeper whose drafts are saved beside the loop tells of the save before.
bool keeper_draft(struct keeper *k, struct entry *e, struct str *why);
// Whether what is written is in no draft, since the last one that was saved
// beside the loop could not be; why, in mem.
bool keeper_draft_failed(struct keeper *k, struct arena *mem, struct str *why);
// Adds it to the journal. On failure the words lie in kept.draft, and another
// try is the same entry. Begins one first when none was begun.
struct kept keeper_keep(struct keeper *k, struct entry *e);
// The same beside the loop: begun, and told by keeper_kept how it ended.
// Whatever else is asked of the keeper waits for that.
void keeper_keep_beside(struct keeper *k, struct entry *e);
// Whether that waits for another program that writes to the journal.
bool keeper_waits(const struct keeper *k);
// Whether that has come to an end since; how, in the keeper's memory.
bool keeper_kept(struct keeper *k, struct kept *out);
void keeper_settle(struct keeper *k); // waits for it
void keeper_rest(struct keeper *k);   // and for the last draft
// The next draft or entry is a new one; a draft that lies there stays.
void keeper_forget(struct keeper *k);
// Nothing of it is to be kept: the draft goes.
void keeper_discard(struct keeper *k);
// What is said of an entry, or a mark, that is not kept in the file called what
// ("journal"): where its words lie, and why. In mem.
struct str kept_words(const struct kept *kept, const char *what,
                      struct arena *mem);

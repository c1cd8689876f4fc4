// SPDX-License-Identifier: MIT
// Adding a record to a person's rec file so that no acknowledged word is lost:
// draft, lock, check of the tail, one write, fsync, read back. For the journal
// and the calendar alike; knows the form of a record, not its meaning.
//
// A command: ledger_at, ledger_recover, then ledger_read or ledger_keep.
#pragma once

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/rec.h"
#include "base/str.h"
#include "platform/disk.h"
#include "platform/paths.h"

enum { LEDGER_FOLDERS = 2 }; // of drafts

// A file that is only ever added to, and what belongs to it. Paths are
// zero-terminated.
struct ledger {
    const struct disk *disk;
    struct str path; // ".../journal.rec"
    struct str head; // comments and descriptor, with their blank line: what a
                     // new file begins with
    struct str sign; // a field that each of its records has and no record of
                     // another ledger ("Day_kind", "What"): drafts share a
                     // folder
    // Folders of drafts, best first; the second for when the disk of the first
    // cannot be written.
    struct str drafts[LEDGER_FOLDERS];
    struct str torn;   // folder of salvaged tails
    struct str merged; // folder of siblings that were taken in
    // A draft that could not be kept stays held: its words may still change,
    // and another process would keep them as they were.
    bool holds;
    // Words for the person, one line without its ending: waiting for the lock,
    // a tail salvaged, a draft now kept. May be NULL.
    void (*say)(void *self, struct str line);
    void *self;
    bool hurries; // a lock that another program holds is not waited for
    // Another program has the file's lock and is waited for. May be NULL.
    void (*waits)(void *waiter);
    void *waiter;
};

// The ledger called name ("journal.rec") in the folders of p, on the real
// disk. head and sign are used as they are.
struct ledger ledger_at(const struct paths *p, struct str name, struct str head,
                        struct str sign, struct arena *mem);

// The file; empty when there is none. Says when others may read it. False,
// with a reason, when it cannot be read.
bool ledger_read(const struct ledger *l, struct arena *mem, struct str *text,
                 struct str *why);
// Whether the file has a whole record with this Id.
bool ledger_has(const struct ledger *l, struct str id);
// The files "stem.DEVICE.rec" beside it, that another device writes: names
// without the folder. What cannot be read is left out with a word.
struct ledger_text {
    struct str name, text;
};
size_t ledger_read_devices(const struct ledger *l, struct arena *mem,
                           const struct ledger_text **out);

// A text that is being written, safe on disk: drafts/ID.rec. The descriptor
// holds it against other processes until draft_finish. Zeroed is valid.
struct draft {
    struct str id;
    struct str path; // empty before the first save
    int fd;          // of a saved draft
    bool held;
};

// Where the draft of that id lies in the folder with this number; empty where
// the ledger has no such folder.
struct str draft_path(const struct ledger *l, size_t folder, struct str id,
                      struct arena *mem);
// Saves text (a record, sealed or not) as the draft id in place of what *d
// holds. False when no folder takes it, with the reason of the first; the last
// state that was saved is then still there.
bool draft_save(const struct ledger *l, struct draft *d, struct str text,
                struct arena *mem, struct str *why);
// Lets go of it; the file stays. Accepts a zeroed draft.
void draft_finish(const struct ledger *l, struct draft *d);
// Deletes it: its words are kept elsewhere, or the person let them go.
void draft_remove(const struct ledger *l, struct draft *d);

struct kept {
    bool done;        // on disk, read back and found whole
    struct str draft; // else: where the words lie, empty when nowhere
    struct str why;   // else: "the disk is full; make room on it"
};

// Keeps one record: from "Id: ID" to its "End:" line. d is the draft it was
// written in, or zeroed with id set; it is finished afterwards, unless the
// ledger holds what is not kept. A record that is larger than one may be stays
// a draft without End, which no start takes in. Never ends the program and
// never changes what was in the file.
struct kept ledger_keep(const struct ledger *l, struct draft *d,
                        struct str record, struct arena *mem);

// A draft without its End: words that someone was writing when the program
// ended.
struct unfinished {
    struct str id, path;
    struct str text; // the record as far as it goes
};
struct unfinished_list {
    const struct unfinished *items;
    size_t count;
};

// Takes one up again: *d holds it from now on. False when it is gone or held
// by another process.
bool draft_resume(const struct ledger *l, const struct unfinished *from,
                  struct draft *d);

// At the start of every command that reads or writes the file: drafts with
// their End go into it, siblings that a file synchroniser left ("stem
// *sync-conflict*", "*conflicted copy*") give it their missing records. *out
// (may be NULL): drafts to offer. False when another program held the lock:
// what could not wait for that lies as it was.
bool ledger_recover(const struct ledger *l, struct arena *mem,
                    struct unfinished_list *out);

// Whether no other program holds the lock at this moment.
bool ledger_is_free(const struct ledger *l);

// Deletes the drafts, whole or not, of which goes says so: words that the
// person has deleted. What another process holds stays.
void ledger_drop_drafts(const struct ledger *l,
                        bool (*goes)(const void *self, const struct rec *r),
                        const void *self);

// Replaces the whole file: temporary file, fsync, rename, fsync of the folder,
// under the lock. make gives the new text from the old one. backup: the
// previous file stays as PATH.bak.
struct rewrite {
    bool (*make)(void *self, struct str before, struct buf *after);
    void *self;
    bool backup;
};
bool ledger_rewrite(const struct ledger *l, const struct rewrite *how,
                    struct arena *mem, struct str *why);

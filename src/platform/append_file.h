// SPDX-License-Identifier: MIT
// The steps of the append protocol on an open ledger. For append*.c alone:
// what the rest of the program calls is append.h.
#pragma once

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "platform/append.h"

// A ledger that is open, locked and has a sound tail.
struct append_file {
    const struct ledger *ledger;
    struct arena *mem;
    int *waits; // how often the lock was waited for, of a bounded number
    int fd;
    struct disk_stat st; // of fd
    int64_t size;        // of the file now
    struct str lead;     // what must stand before the next record
    struct str window;   // the file's last bytes, from window_at on
    int64_t window_at;
};

// So often is begun anew when another file has come to stand at the path.
enum { APPEND_ROUNDS = 100 };

// Steps 1 to 3. Makes the file when it is missing. 0 or -errno; on -errno
// nothing is open and nothing was changed.
int append_open(struct append_file *f);
void append_close(struct append_file *f);
// Steps 5 to 7: lead and bytes in one buffer. On an error the file is as it
// was. *at: where bytes begin.
int append_write(struct append_file *f, struct str bytes, int64_t *at);
// Step 8. -ESTALE when another file stands at the path by now, -EIO when what
// is read back is not what was written.
int append_verify(struct append_file *f, struct str bytes, int64_t at);
int append_is_current(struct append_file *f); // 0, -ESTALE or -errno

// Step 3, on a file that is open and locked: fills window and lead, moves a
// torn tail out of the file.
int append_tail(struct append_file *f);

// Keeps a record that reads back whole and whose words are safe elsewhere (a
// draft, a sibling). search:
// look through the whole file for its Id, not only at its end. waits: as in
// struct append_file, 0 at first; those that share it wait for a lock once.
int append_record(const struct ledger *l, struct str record, bool search,
                  int *waits);

// Whether text has a whole record with this Id.
bool append_has(struct str text, struct str id);

// All drafts, in all of the ledger's folders. 0 or -errno; a folder that is not
// there or not ours has none.
struct draft_file {
    struct str path, id;
    bool unnamed; // "ID.rec.tmp", left by a save that did not end
};
struct draft_files {
    struct draft_file *items;
    size_t count, cap;
};
int draft_list(const struct ledger *l, struct arena *mem,
               struct draft_files *out);

void ledger_take_in(const struct ledger *l, int *waits, struct arena *mem);
// Sets *prefix when block begins a record of a sibling that is not taken in
// yet, and is not all of it.
int sibling_is_prefix(const struct append_file *f, struct str block,
                      bool *prefix);

struct str ledger_name(const struct ledger *l); // "journal.rec"
struct str ledger_folder(const struct ledger *l, struct arena *mem);
#if defined(__GNUC__)
__attribute__((format(printf, 2, 3)))
#endif
void ledger_say(const struct ledger *l, const char *format, ...);

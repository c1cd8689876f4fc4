// SPDX-License-Identifier: MIT
// A disk in memory that keeps a log of what was done to it, so that every
// state which a crash can leave may be made from the log: data that was not
// synced is there, lost, cut or zeros; names that were not synced are there or
// not. Any call can be made to fail.
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/buf.h"
#include "platform/disk.h"

enum fake_kind {
    FAKE_WRITE = 0,
    FAKE_TRUNCATE,
    FAKE_MAKE, // a file or folder gets a name
    FAKE_LINK,
    FAKE_RENAME,
    FAKE_UNLINK,
    FAKE_SYNC,
};

// One thing that was done. Data belongs to node; names to the folders of from
// and to.
struct fake_op {
    enum fake_kind kind;
    int node;
    int64_t size;
    bool folder;
    struct str bytes, from, to;
};

struct fake_node {
    struct buf data;
    bool folder;
    int lock; // descriptor that holds it, -1
};

struct fake_name {
    struct str path;
    int node; // -1: removed
};

enum { FAKE_NODES = 64, FAKE_NAMES = 64, FAKE_OPS = 512, FAKE_FDS = 32 };

struct fake_disk {
    struct disk disk;
    struct arena mem;
    struct fake_node nodes[FAKE_NODES];
    int node_count;
    struct fake_name names[FAKE_NAMES];
    int name_count;
    int fds[FAKE_FDS]; // node, -1 when free
    struct fake_op ops[FAKE_OPS];
    int op_count;
    int calls;         // so far
    int fail_at;       // the call that fails, from 1; 0: none
    int fail_with;     // -errno
    bool fail_on;      // all calls after it fail as well
    int failures;      // calls that failed so
    bool short_writes; // a write takes half at first
    int lie_at;        // the call, if a write, puts a wrong byte on the disk
    int replace_at;    // at this call an editor renames what it read over
    struct str replace_path, replace_text; // the file at this path
    int stat_call;  // the last call that asked what stands there
    int write_call; // the last call that wrote to it
};

struct fake_disk *fake_create(void);
void fake_destroy(struct fake_disk *f); // accepts NULL
// Files as they are at the start, durable.
void fake_put(struct fake_disk *f, const char *path, struct str text);
void fake_put_folder(struct fake_disk *f, const char *path);
// A view of the file; at NULL when there is none.
struct str fake_get(const struct fake_disk *f, const char *path);

// What becomes of what was not synced when the crash comes.
enum fate {
    FATE_KEPT = 0,
    FATE_LOST,
    FATE_CUT,   // the first `cut` bytes of it are there
    FATE_ZEROS, // its length is there, the bytes from `cut` on are zeros
    FATE_HOLE,  // 16 bytes from `cut` on are zeros: a page that did not come
    FATE_COUNT
};
struct crash {
    int ops;        // of the log that were done
    int write;      // which unsynced write has the fate; -1: all
    enum fate fate; // of data
    int64_t cut;
    int names; // so many of the unsynced changes of names came through
};
// The disk after the crash, made from start (never written to) and f's log.
struct fake_disk *fake_crash(const struct fake_disk *start,
                             const struct fake_disk *f,
                             const struct crash *crash);
// Whether op i is made safe by a sync among the first `ops`.
bool fake_is_synced(const struct fake_disk *f, int i, int ops);
bool fake_is_data(const struct fake_op *op);

// For fake_*.c: names and nodes, and what an op does to them. A node that is
// not there is -1.
int fake_name_find(const struct fake_disk *f, struct str path);
int fake_node_at(const struct fake_disk *f, struct str path);
int fake_node_add(struct fake_disk *f, bool folder);
void fake_name_set(struct fake_disk *f, struct str path, int node);
struct str fake_folder_of(struct str path);
void fake_apply(struct fake_disk *f, const struct fake_op *op);

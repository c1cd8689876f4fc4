// SPDX-License-Identifier: MIT
// The one seam to the file system for all that must not be lost: a struct of
// functions, so that a test can stand in for the disk and fail any call. Not
// for reading scripts or pictures: see file.h.
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/str.h"
#include "platform/file.h"

enum disk_open {
    DISK_READ = 0, // must be there
    DISK_APPEND,   // to read and to append; must be there
    DISK_NEW,      // made empty, mode 0600; must not be there
    DISK_FRESH,    // made empty, mode 0600, or emptied
};

struct disk_stat {
    uint64_t device, inode;
    uint64_t links;
    int64_t size;
    bool is_file, is_folder;
    bool is_mine;     // belongs to who runs the program
    bool others_read; // the group or others may read it
    unsigned mode;    // of access, as chmod takes it: 0700
};

// Each gives 0 (or a descriptor, or bytes) when it went well, else -errno; open
// gives -ENOLINK for a link that leads to nothing.
// Texts are zero-terminated paths; self is the struct's own.
struct disk {
    void *self;
    int (*open)(void *self, const char *path, enum disk_open how);
    int (*close)(void *self, int fd);
    int64_t (*read)(void *self, int fd, char *to, size_t most, int64_t at);
    int64_t (*write)(void *self, int fd, struct str bytes); // at the end
    int (*sync)(void *self, int fd);
    int (*truncate)(void *self, int fd, int64_t size);
    int (*stat)(void *self, const char *path, struct disk_stat *out);
    int (*stat_open)(void *self, int fd, struct disk_stat *out);
    int (*link)(void *self, const char *from, const char *to);
    int (*rename)(void *self, const char *from, const char *to);
    int (*unlink)(void *self, const char *path);
    // Where symbolic links lead; zero-terminated, in mem.
    int (*resolve)(void *self, const char *path, struct arena *mem,
                   struct str *out);
    int (*make_folder)(void *self, const char *path); // mode 0700
    int (*list)(void *self, const char *path, struct arena *mem,
                struct names *out);
    int (*lock)(void *self, int fd); // exclusive; -EWOULDBLOCK when held
    void (*wait)(void *self, int ms);
};

// The real one.
const struct disk *disk_system(void);
// Once, before any file is opened: umask 077; a file-size limit or a closed
// pipe becomes an error that is seen instead of a signal that kills; a crash
// leaves no core file, since that would hold what the person wrote; and no file
// gets the number of a standard input or output that was closed.
void disk_begin(void);

// On any disk, with EINTR and short counts seen to; 0 or -errno.
int disk_write_all(const struct disk *disk, int fd, struct str bytes);
// Bytes of a file: from one up to, not including, another.
struct disk_range {
    int64_t from, to;
};
// These bytes of an open file, as far as they go; in mem.
int disk_read_range(const struct disk *disk, int fd, struct disk_range range,
                    struct arena *mem, struct str *out);
// The whole file; out is empty when there is none, which is not said of a link
// that leads to nothing, the file's own or its folder's.
int disk_read_file(const struct disk *disk, const char *path, struct arena *mem,
                   struct str *out);
// Makes path, which must not be there or may be replaced (DISK_NEW or
// DISK_FRESH), with these bytes, synced. The descriptor stays open.
int disk_make_file(const struct disk *disk, struct str path, enum disk_open how,
                   struct str bytes);
// fsync of the folder that a path lies in.
int disk_sync_folder_of(const struct disk *disk, struct str path,
                        struct arena *mem);
// Makes the folder and those above it.
int disk_make_folders(const struct disk *disk, struct str path,
                      struct arena *mem);
// A reason for people, and its cure: "the disk is full; make room on it".
struct str disk_reason(int error, struct arena *mem);

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
    bool is_folder;
    bool is_mine;     // belongs to who runs the program
    bool others_read; // the group or others may read it
};

// Each gives 0 (or a descriptor, or bytes) when it went well, else -errno.
// Texts are zero-terminated paths; self is the struct's own.
struct disk {
    void *self;
    int (*open)(void *self, const char *path, enum disk_open how);
    int (*close)(void *self, int fd);
    int64_t (*read)(void *self, int fd, struct str room, int64_t at);
    int64_t (*write)(void *self, int fd, struct str bytes); // at the end
    int (*sync)(void *self, int fd);
    int (*truncate)(void *self, int fd, int64_t size);
    int (*stat)(void *self, const char *path, struct disk_stat *out);
    int (*stat_open)(void *self, int fd, struct disk_stat *out);
    int (*link)(void *self, const char *from, const char *to);
    int (*rename)(void *self, const char *from, const char *to);
    int (*unlink)(void *self, const char *path);
    int (*make_folder)(void *self, const char *path); // mode 0700
    int (*list)(void *self, const char *path, struct arena *mem,
                struct names *out);
    int (*lock)(void *self, int fd); // exclusive; -EWOULDBLOCK when held
    void (*wait)(void *self, int ms);
};

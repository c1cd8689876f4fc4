// SPDX-License-Identifier: MIT
// Whole files and folders. Appending to a person's log is append.h's.
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/str.h"

// The whole file, in mem, with a zero byte behind it. False with a short
// reason in *why ("no such file", "is a folder", "larger than 64 KiB") when it
// cannot be read, is no plain file or has more than most bytes (0: no limit).
bool file_read(struct str path, size_t most, struct arena *mem,
               struct str *text, struct str *why);
// The same of whatever a person names: a pipe or a device is waited for.
bool file_read_any(struct str path, size_t most, struct arena *mem,
                   struct str *text, struct str *why);
// The same, but of a larger file only its first most bytes.
bool file_read_head(struct str path, size_t most, struct arena *mem,
                    struct str *text, struct str *why);
// Replaces or makes the file as a whole, mode 0600: temporary file beside it,
// fsync, rename, fsync of the folder. False with a reason in *why; the old
// file is then untouched. Of a link, what it leads to is replaced; a device or
// a pipe is written into.
bool file_replace(struct str path, struct str text, struct arena *mem,
                  struct str *why);
// To an open file, through signals and short counts; 0 or an errno.
int file_write_all(int fd, struct str bytes);
// As file_read, but of a larger file only its last most bytes.
bool file_read_tail(struct str path, size_t most, struct arena *mem,
                    struct str *text, struct str *why);
bool file_exists(struct str path);
bool file_is_plain(struct str path); // no folder, no pipe that is waited for
bool file_writable(struct str path); // or a folder; it is there, too
// What tells that a file is no longer the one that was read: which file it is,
// its size and when it changed. All zero when there is none.
struct file_mark {
    uint64_t file, size;
    int64_t changed_s, changed_ns; // in two parts: no year is too far
};
struct file_mark file_mark_of(struct str path);
bool file_mark_same(struct file_mark a, struct file_mark b);
// Why a call on a file that a person named failed, in a few plain words, from
// its errno; what is no fault of the name is said as disk_reason says it.
struct str file_reason(int error, struct arena *mem);
// The same of a file that was to be made.
struct str file_reason_to_make(int error, struct arena *mem);
// Makes the folder and those above it, mode 0700. True when it is there.
bool folder_make(struct str path, struct arena *mem, struct str *why);

// The names of the files and folders in a folder, without "." and "..", sorted
// bytewise; folders end in '/'. False when it cannot be read.
struct names {
    const struct str *items;
    size_t count;
};
bool folder_list(struct str path, struct arena *mem, struct names *out);

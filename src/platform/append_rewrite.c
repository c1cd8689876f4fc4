// SPDX-License-Identifier: MIT
// The one way to change what stands in a ledger (a merge, a deletion): a whole
// new file under the old one's lock, so that a writer who waits for the lock
// finds another file at the path and begins anew.
#include "platform/append_file.h"

#include <errno.h>
#include <unistd.h>

// The previous file under a second name; by a copy where there are no links.
static int keep_backup(struct append_file *f, struct str path,
                       struct str before)
{
    const struct disk *disk = f->ledger->disk;
    struct str backup = arena_printf(f->mem, "%.*s.bak", STR_ARG(path));
    struct str temporary =
        arena_printf(f->mem, "%.*s.%ld.tmp", STR_ARG(backup), (long)getpid());
    disk->unlink(disk->self, temporary.at);
    int error = disk->link(disk->self, path.at, temporary.at);
    if (error != 0) {
        int fd = disk_make_file(disk, temporary, DISK_FRESH, before);
        error = fd < 0 ? fd : disk->close(disk->self, fd);
    }
    if (error == 0) {
        error = disk->rename(disk->self, temporary.at, backup.at);
    }
    return error;
}

// Whether the file has these bytes and no more, looked at piece by piece.
static int read_back(const struct disk *disk, int fd, struct str bytes)
{
    enum { PIECE = 1 << 20 };
    int error = 0;
    for (size_t at = 0; at <= bytes.len && error == 0; at += PIECE) {
        struct arena mem = {0};
        struct str piece = str_sub(bytes, at, at + PIECE), back = STR_NONE;
        struct disk_range range = {(int64_t)at, (int64_t)at + PIECE};
        error = disk_read_range(disk, fd, range, &mem, &back);
        if (error == 0 && !str_equal(back, piece)) {
            error = -EIO;
        }
        arena_finish(&mem);
    }
    return error;
}

static int put_in_place(struct append_file *f, struct str path,
                        struct str after)
{
    const struct disk *disk = f->ledger->disk;
    struct str temporary =
        arena_printf(f->mem, "%.*s.%ld.tmp", STR_ARG(path), (long)getpid());
    int fd = disk_make_file(disk, temporary, DISK_FRESH, after);
    if (fd < 0) {
        return fd;
    }
    int error = read_back(disk, fd, after);
    disk->close(disk->self, fd);
    if (error == 0) {
        error = append_is_current(f);
    }
    if (error == 0) {
        error = disk->rename(disk->self, temporary.at, path.at);
    }
    if (error != 0) {
        disk->unlink(disk->self, temporary.at);
        return error;
    }
    return disk_sync_folder_of(disk, path, f->mem);
}

static int rewrite_once(struct append_file *f, const struct rewrite *how)
{
    const struct ledger *l = f->ledger;
    struct buf after = {0};
    struct str before = STR_NONE, path = STR_NONE;
    int error = append_open(f);
    if (error != 0) {
        return error;
    }
    struct disk_range range = {0, f->size};
    error = disk_read_range(l->disk, f->fd, range, f->mem, &before);
    if (error == 0) {
        error = l->disk->resolve(l->disk->self, l->path.at, f->mem, &path);
    }
    if (error == 0 && how->make(how->self, before, &after)) {
        if (how->backup) {
            error = keep_backup(f, path, before);
        }
        if (error == 0) {
            error = put_in_place(f, path, buf_view(&after));
        }
    }
    buf_finish(&after);
    append_close(f);
    return error;
}

bool ledger_rewrite(const struct ledger *l, const struct rewrite *how,
                    struct arena *mem, struct str *why)
{
    struct arena scratch = {0};
    int error = -ESTALE, waits = 0;
    for (int round = 0; round < APPEND_ROUNDS && error == -ESTALE; round++) {
        struct append_file f = {
            .ledger = l, .mem = &scratch, .waits = &waits, .fd = -1};
        error = rewrite_once(&f, how);
    }
    if (error != 0) {
        *why = disk_reason(error, mem);
    }
    arena_finish(&scratch);
    return error == 0;
}

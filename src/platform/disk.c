// SPDX-License-Identifier: MIT
#include "platform/disk.h"

#include <errno.h>
#include <string.h>

int disk_write_all(const struct disk *disk, int fd, struct str bytes)
{
    while (bytes.len > 0) {
        int64_t put = disk->write(disk->self, fd, bytes);
        if (put == -EINTR) {
            continue;
        }
        if (put < 0) {
            return (int)put;
        }
        if (put == 0) {
            return -ENOSPC;
        }
        bytes = str_sub(bytes, (size_t)put, bytes.len);
    }
    return 0;
}

int disk_read_range(const struct disk *disk, int fd, int64_t range[2],
                    struct arena *mem, struct str *out)
{
    size_t most = range[1] > range[0] ? (size_t)(range[1] - range[0]) : 0;
    char *to = arena_alloc(mem, most + 1, 1);
    size_t len = 0;
    while (len < most) {
        int64_t got = disk->read(disk->self, fd, to + len, most - len,
                                 range[0] + (int64_t)len);
        if (got == -EINTR) {
            continue;
        }
        if (got < 0) {
            return (int)got;
        }
        if (got == 0) {
            break;
        }
        len += (size_t)got;
    }
    *out = (struct str){to, len};
    return 0;
}

int disk_read_file(const struct disk *disk, const char *path, struct arena *mem,
                   struct str *out)
{
    *out = STR("");
    int fd = disk->open(disk->self, path, DISK_READ);
    if (fd < 0) {
        return fd == -ENOENT ? 0 : fd;
    }
    struct disk_stat st = {0};
    int error = disk->stat_open(disk->self, fd, &st);
    if (error == 0 && !st.is_file) {
        error = st.is_folder ? -EISDIR : -EINVAL;
    }
    if (error == 0) {
        int64_t range[2] = {0, st.size};
        error = disk_read_range(disk, fd, range, mem, out);
    }
    disk->close(disk->self, fd);
    return error;
}

int disk_make_file(const struct disk *disk, struct str path, enum disk_open how,
                   struct str bytes)
{
    int fd = disk->open(disk->self, path.at, how);
    if (fd < 0) {
        return fd;
    }
    int error = disk_write_all(disk, fd, bytes);
    if (error == 0) {
        error = disk->sync(disk->self, fd);
    }
    if (error != 0) {
        disk->close(disk->self, fd);
        disk->unlink(disk->self, path.at);
        return error;
    }
    return fd;
}

static struct str folder_of(struct str path, struct arena *mem)
{
    while (path.len > 0 && path.at[path.len - 1] != '/') {
        path.len--;
    }
    if (path.len == 0) {
        return STR(".");
    }
    return arena_copy(mem, str_sub(path, 0, path.len > 1 ? path.len - 1 : 1));
}

int disk_sync_folder_of(const struct disk *disk, struct str path,
                        struct arena *mem)
{
    struct str folder = folder_of(path, mem);
    int fd = disk->open(disk->self, folder.at, DISK_READ);
    if (fd < 0) {
        return fd;
    }
    int error = disk->sync(disk->self, fd);
    disk->close(disk->self, fd);
    // Some file systems have no such thing as a folder to sync.
    return error == -EINVAL || error == -EBADF ? 0 : error;
}

int disk_make_folders(const struct disk *disk, struct str path,
                      struct arena *mem)
{
    struct disk_stat st = {0};
    if (disk->stat(disk->self, path.at, &st) == 0) {
        return st.is_folder ? 0 : -ENOTDIR;
    }
    for (size_t end = 1; end <= path.len; end++) {
        if (end < path.len && path.at[end] != '/') {
            continue;
        }
        struct str part = arena_copy(mem, str_sub(path, 0, end));
        if (disk->stat(disk->self, part.at, &st) == 0 && st.is_folder) {
            continue;
        }
        int error = disk->make_folder(disk->self, part.at);
        if (error != 0 && error != -EEXIST) {
            return error;
        }
        if (error == 0) {
            error = disk_sync_folder_of(disk, part, mem);
        }
        if (error != 0 && error != -EEXIST && error != -EACCES) {
            return error;
        }
    }
    return 0;
}

struct str disk_reason(int error, struct arena *mem)
{
    static const struct {
        int error;
        const char *words;
    } known[] = {
        {E2BIG, "it is longer than 1 MiB"},
        {ESTALE, "another program keeps replacing it"},
        {EINVAL, "it is no plain file"},
        {ENOENT, "no such file or folder"},
        {EISDIR, "it is a folder"},
        {ENOTDIR, "a file stands where a folder should be"},
        {EACCES, "it may not be written"},
        {EPERM, "it may not be written"},
        {EROFS, "the disk is read-only"},
        {ENOSPC, "the disk is full"},
        {EDQUOT, "your share of the disk is full"},
        {EFBIG, "the file may not grow larger"},
        {EIO, "the disk reports a fault"},
        {EMFILE, "too many files are open"},
        {ENFILE, "too many files are open"},
        {EWOULDBLOCK, "another program holds it"},
    };
    error = error < 0 ? -error : error;
    for (size_t i = 0; i < sizeof(known) / sizeof(known[0]); i++) {
        if (known[i].error == error) {
            return str_from(known[i].words);
        }
    }
    return arena_copy(mem, str_from(strerror(error)));
}

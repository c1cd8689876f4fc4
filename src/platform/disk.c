// SPDX-License-Identifier: MIT
#include "platform/disk.h"

#include <errno.h>
#include <string.h>

#include "platform/paths.h"

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

int disk_read_range(const struct disk *disk, int fd, struct disk_range range,
                    struct arena *mem, struct str *out)
{
    uint64_t wanted =
        range.to > range.from ? (uint64_t)(range.to - range.from) : 0;
    size_t most = (size_t)wanted, len = 0;
    char *to = most == wanted ? arena_try(mem, most + 1) : NULL;
    if (!to) {
        return -ENOMEM;
    }
    while (len < most) {
        int64_t got = disk->read(disk->self, fd, to + len, most - len,
                                 range.from + (int64_t)len);
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

// Nothing is there: true of a folder that was not made yet, but not of one
// whose disk is away.
static int look_at_folder_of(const struct disk *disk, struct str path,
                             struct arena *mem)
{
    struct str folder = path_folder(path, mem);
    int fd = disk->open(disk->self, folder.at, DISK_READ);
    if (fd >= 0) {
        disk->close(disk->self, fd);
    }
    return fd == -ENOLINK || fd == -ELOOP ? fd : 0;
}

int disk_read_file(const struct disk *disk, const char *path, struct arena *mem,
                   struct str *out)
{
    *out = STR("");
    int fd = disk->open(disk->self, path, DISK_READ);
    if (fd == -ENOENT) {
        return look_at_folder_of(disk, str_from(path), mem);
    }
    if (fd < 0) {
        return fd;
    }
    struct disk_stat st = {0};
    int error = disk->stat_open(disk->self, fd, &st);
    if (error == 0 && !st.is_file) {
        error = st.is_folder ? -EISDIR : -EINVAL;
    }
    if (error == 0) {
        struct disk_range range = {0, st.size};
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

int disk_sync_folder_of(const struct disk *disk, struct str path,
                        struct arena *mem)
{
    struct str folder = path_folder(path, mem);
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
        if (error == -EEXIST &&
            disk->stat(disk->self, part.at, &st) == -ENOENT) {
            return -ENOLINK;
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
        {E2BIG, "it has more than 1 MiB of text or 4,096 fields; split it"},
        {ESTALE, "another program keeps replacing it; try again later"},
        {EINVAL, "it is no plain file; move it away"},
        {ENOENT, "no such file or folder"},
        {EISDIR, "it is a folder; move it away"},
        {ENOTDIR, "a file stands where a folder should be; move it away"},
        {ENOLINK, "the link leads to nothing that is there; bring back what it "
                  "leads to, or remove it"},
        {ELOOP, "the link leads back to itself; remove it"},
        {EACCES, "its permissions forbid it; chmod -R u+rwX gives them back"},
        {EPERM, "its permissions forbid it; chmod -R u+rwX gives them back"},
        {EROFS, "the disk is read-only; make it writable, or name another "
                "folder with --data"},
        {ENOSPC, "the disk is full; make room on it"},
        {EDQUOT, "your share of the disk is full; make room in it"},
        {EFBIG, "the file may not grow larger; raise its limit (ulimit -f)"},
        {EIO, "the disk reports a fault; save a copy of its files now"},
        {EILSEQ, "it is saved as UTF-16; save it as UTF-8 in an editor"},
        {ENOMEM, "it is larger than the memory of this computer"},
        {EMFILE, "too many files are open"},
        {ENFILE, "too many files are open"},
        {EWOULDBLOCK, "another program holds it; try again when that is done"},
    };
    error = error < 0 ? -error : error;
    for (size_t i = 0; i < sizeof(known) / sizeof(known[0]); i++) {
        if (known[i].error == error) {
            return str_from(known[i].words);
        }
    }
    return arena_copy(mem, str_from(strerror(error)));
}

// SPDX-License-Identifier: MIT
#include "platform/file.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/buf.h"
#include "platform/disk.h"
#include "platform/paths.h"

struct str file_reason(int error, struct arena *mem)
{
    switch (error) {
    case ENOENT:
        return STR("no such file");
    case EISDIR:
        return STR("is a folder");
    case EINVAL:
        return STR("is no plain file");
    case EACCES:
        return STR("may not be opened");
    default:
        return disk_reason(error, mem);
    }
}

struct str file_reason_to_make(int error, struct arena *mem)
{
    return error == ENOENT ? STR("there is no such folder")
                           : file_reason(error, mem);
}

static bool read_all(int fd, size_t most, struct buf *bytes, int *error)
{
    for (;;) {
        buf_reserve(bytes, 65536);
        ssize_t got = read(fd, bytes->at + bytes->len, bytes->cap - bytes->len);
        if (got < 0 && errno == EINTR) {
            continue;
        }
        if (got < 0) {
            *error = errno;
            return false;
        }
        bytes->len += (size_t)got;
        if (got == 0 || (most > 0 && bytes->len > most)) {
            return true;
        }
    }
}

// A pipe that nobody writes to must hold nobody up, where a plain file is
// looked for; one that a person names is waited for.
static int open_plain(const char *path)
{
    struct stat st;
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (fd >= 0 && fstat(fd, &st) == 0 && !S_ISREG(st.st_mode)) {
        close(fd);
        fd = -1;
        errno = S_ISDIR(st.st_mode) ? EISDIR : EINVAL;
    }
    return fd;
}

// Reads into bytes until a little past most; false with the reason.
static bool read_path(struct str path, size_t most, bool any, struct buf *bytes,
                      int *error)
{
    struct arena mem = {0};
    const char *name = arena_copy(&mem, path).at;
    int fd = any ? open(name, O_RDONLY | O_CLOEXEC) : open_plain(name);
    *error = errno;
    arena_finish(&mem);
    if (fd < 0) {
        return false;
    }
    bool well = read_all(fd, most, bytes, error);
    close(fd);
    return well;
}

static bool read_whole(struct str path, size_t most, bool any,
                       struct arena *mem, struct str *text, struct str *why)
{
    int error = 0;
    struct buf bytes = {0};
    bool well = read_path(path, most, any, &bytes, &error);
    if (!well) {
        *why = file_reason(error, mem);
    } else if (most > 0 && bytes.len > most) {
        *why = arena_printf(mem, "larger than %zu KiB", most / 1024);
        well = false;
    } else {
        *text = arena_copy(mem, buf_view(&bytes));
    }
    buf_finish(&bytes);
    return well;
}

bool file_read(struct str path, size_t most, struct arena *mem,
               struct str *text, struct str *why)
{
    return read_whole(path, most, false, mem, text, why);
}

bool file_read_any(struct str path, size_t most, struct arena *mem,
                   struct str *text, struct str *why)
{
    return read_whole(path, most, true, mem, text, why);
}

bool file_read_head(struct str path, size_t most, struct arena *mem,
                    struct str *text, struct str *why)
{
    int error = 0;
    struct buf bytes = {0};
    bool well = read_path(path, most, true, &bytes, &error);
    if (well) {
        *text = arena_copy(mem, str_sub(buf_view(&bytes), 0, most));
    } else {
        *why = file_reason(error, mem);
    }
    buf_finish(&bytes);
    return well;
}

bool file_read_tail(struct str path, size_t most, struct arena *mem,
                    struct str *text, struct str *why)
{
    struct stat st;
    struct buf bytes = {0};
    int fd = open_plain(arena_copy(mem, path).at);
    bool well = fd >= 0 && fstat(fd, &st) == 0;
    if (well && st.st_size > (off_t)most) {
        well = lseek(fd, st.st_size - (off_t)most, SEEK_SET) >= 0;
    }
    int error = errno;
    well = well && read_all(fd, most, &bytes, &error);
    if (fd >= 0) {
        close(fd);
    }
    if (well) {
        *text = arena_copy(mem, str_sub(buf_view(&bytes), 0, most));
    } else {
        *why = file_reason(error, mem);
    }
    buf_finish(&bytes);
    return well;
}

int file_write_all(int fd, struct str bytes)
{
    while (bytes.len > 0) {
        ssize_t put = write(fd, bytes.at, bytes.len);
        if (put == 0 || (put < 0 && errno != EINTR)) {
            return put == 0 ? ENOSPC : errno;
        }
        bytes = str_sub(bytes, put > 0 ? (size_t)put : 0, bytes.len);
    }
    return 0;
}

// The name that a link's file has: with a new file in its place the link would
// be gone, and what it led to as it was.
static int behind_link(struct str path, struct arena *mem, struct str *out)
{
    char real[PATH_MAX];
    struct stat st;
    *out = arena_copy(mem, path);
    if (lstat(out->at, &st) != 0 || !S_ISLNK(st.st_mode)) {
        return 0;
    }
    if (!realpath(out->at, real)) {
        return errno == ENOENT ? ENOLINK : errno;
    }
    *out = arena_copy(mem, str_from(real));
    return 0;
}

// Writes all and closes; 0 or why not.
static int write_out(int fd, struct str text, bool sync)
{
    int error = file_write_all(fd, text);
    if (error == 0 && sync && fsync(fd) != 0) {
        error = errno;
    }
    if (close(fd) != 0 && error == 0) {
        error = errno;
    }
    return error;
}

// A new file beside it, renamed over it.
static int put_in_place(struct str path, struct str text, struct arena *mem)
{
    struct str temporary =
        arena_printf(mem, "%.*s.%ld.tmp", STR_ARG(path), (long)getpid());
    unlink(temporary.at); // of a run that had our number, or someone's trap
    int fd = open(temporary.at, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (fd < 0) {
        return errno;
    }
    int error = write_out(fd, text, true);
    if (error == 0 && rename(temporary.at, path.at) != 0) {
        error = errno;
    }
    if (error != 0) {
        unlink(temporary.at);
        return error;
    }
    int folder = open(path_folder(path, mem).at, O_RDONLY | O_CLOEXEC);
    if (folder >= 0) {
        fsync(folder);
        close(folder);
    }
    return 0;
}

bool file_replace(struct str path, struct str text, struct arena *mem,
                  struct str *why)
{
    struct stat there;
    struct str name = STR_NONE;
    int error = behind_link(path, mem, &name);
    if (error == 0 && stat(name.at, &there) == 0 && !S_ISREG(there.st_mode)) {
        // A device or a pipe: put in its place, a file would be its end.
        int fd = open(name.at, O_WRONLY | O_CLOEXEC);
        error = fd < 0 ? errno : write_out(fd, text, false);
    } else if (error == 0) {
        error = put_in_place(name, text, mem);
    }
    if (error != 0) {
        *why = file_reason_to_make(error, mem);
    }
    return error == 0;
}

bool file_writable(struct str path)
{
    struct arena mem = {0};
    bool well = access(arena_copy(&mem, path).at, W_OK) == 0;
    arena_finish(&mem);
    return well;
}

static bool stat_of(struct str path, struct stat *st)
{
    struct arena mem = {0};
    bool there = stat(arena_copy(&mem, path).at, st) == 0;
    arena_finish(&mem);
    return there;
}

bool file_exists(struct str path)
{
    struct stat st;
    return stat_of(path, &st);
}

bool file_is_plain(struct str path)
{
    struct stat st;
    return stat_of(path, &st) && S_ISREG(st.st_mode);
}

struct file_mark file_mark_of(struct str path)
{
    struct stat st;
    if (!stat_of(path, &st)) {
        return (struct file_mark){0};
    }
    return (struct file_mark){.file = (uint64_t)st.st_ino,
                              .size = (uint64_t)st.st_size,
                              .changed_s = (int64_t)st.st_mtim.tv_sec,
                              .changed_ns = (int64_t)st.st_mtim.tv_nsec};
}

bool file_mark_same(struct file_mark a, struct file_mark b)
{
    return a.file == b.file && a.size == b.size && a.changed_s == b.changed_s &&
           a.changed_ns == b.changed_ns;
}

bool folder_make(struct str path, struct arena *mem, struct str *why)
{
    for (size_t end = 1; end <= path.len; end++) {
        if (end < path.len && path.at[end] != '/') {
            continue;
        }
        struct str part = arena_copy(mem, str_sub(path, 0, end));
        if (mkdir(part.at, 0700) != 0 && errno != EEXIST) {
            int error = errno;
            struct stat st;
            if (stat(part.at, &st) == 0 && S_ISDIR(st.st_mode)) {
                continue;
            }
            *why = file_reason(error, mem);
            return false;
        }
    }
    struct stat st;
    if (stat(arena_copy(mem, path).at, &st) != 0 || !S_ISDIR(st.st_mode)) {
        *why = STR("is not a folder");
        return false;
    }
    return true;
}

static int by_name(const void *a, const void *b)
{
    return str_compare(*(const struct str *)a, *(const struct str *)b);
}

bool folder_list(struct str path, struct arena *mem, struct names *out)
{
    DIR *folder = opendir(arena_copy(mem, path).at);
    if (!folder) {
        return false;
    }
    struct buf all = {0}; // the views, as bytes
    for (struct dirent *item = readdir(folder); item; item = readdir(folder)) {
        struct str name = str_from(item->d_name);
        if (str_equal(name, STR(".")) || str_equal(name, STR(".."))) {
            continue;
        }
        struct stat st;
        bool there = fstatat(dirfd(folder), item->d_name, &st, 0) == 0;
        bool is_folder = there && S_ISDIR(st.st_mode);
        if (there && !is_folder && !S_ISREG(st.st_mode)) {
            continue; // a pipe, a device: to open it might take for ever
        }
        struct str kept =
            arena_printf(mem, "%s%s", item->d_name, is_folder ? "/" : "");
        buf_put(&all, (struct str){(const char *)&kept, sizeof(kept)});
    }
    closedir(folder);
    size_t count = all.len / sizeof(struct str);
    struct str *items = ARENA_ARRAY(mem, struct str, count + 1);
    if (count > 0) {
        memcpy(items, all.at, all.len);
        qsort(items, count, sizeof(*items), by_name);
    }
    buf_finish(&all);
    *out = (struct names){items, count};
    return true;
}

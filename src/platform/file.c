// SPDX-License-Identifier: MIT
#include "platform/file.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
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

static bool write_all(int fd, struct str text)
{
    while (text.len > 0) {
        ssize_t put = write(fd, text.at, text.len);
        if (put < 0 && errno == EINTR) {
            continue;
        }
        if (put < 0) {
            return false;
        }
        text = str_sub(text, (size_t)put, text.len);
    }
    return true;
}

// Into a device or a pipe: put in its place, a file would be the end of it.
static bool write_into(struct str path, struct str text, struct arena *mem,
                       struct str *why)
{
    int fd = open(arena_copy(mem, path).at, O_WRONLY | O_CLOEXEC);
    bool well = fd >= 0 && write_all(fd, text);
    int error = errno;
    if (fd >= 0 && close(fd) != 0 && well) {
        well = false;
        error = errno;
    }
    if (!well) {
        *why = file_reason(error, mem);
    }
    return well;
}

bool file_replace(struct str path, struct str text, struct arena *mem,
                  struct str *why)
{
    struct str temporary =
        arena_printf(mem, "%.*s.%ld.tmp", STR_ARG(path), (long)getpid());
    struct str name = arena_copy(mem, path);
    struct stat there;
    if (stat(name.at, &there) == 0 && !S_ISREG(there.st_mode)) {
        return write_into(name, text, mem, why);
    }
    int fd = open(temporary.at, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    if (fd < 0) {
        *why = file_reason_to_make(errno, mem);
        return false;
    }
    bool well = write_all(fd, text) && fsync(fd) == 0;
    int error = errno;
    if (close(fd) != 0 && well) {
        well = false;
        error = errno;
    }
    if (well && rename(temporary.at, name.at) != 0) {
        well = false;
        error = errno;
    }
    if (!well) {
        unlink(temporary.at);
        *why = file_reason(error, mem);
        return false;
    }
    int folder = open(path_folder(path, mem).at, O_RDONLY | O_CLOEXEC);
    if (folder >= 0) {
        fsync(folder);
        close(folder);
    }
    return true;
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
    struct arena mem = {0};
    bool there = stat(arena_copy(&mem, path).at, &st) == 0;
    arena_finish(&mem);
    if (!there) {
        return (struct file_mark){0};
    }
    return (struct file_mark){.file = (uint64_t)st.st_ino,
                              .size = (uint64_t)st.st_size,
                              .changed_ns =
                                  (int64_t)st.st_mtim.tv_sec * 1000000000 +
                                  st.st_mtim.tv_nsec};
}

bool file_mark_same(struct file_mark a, struct file_mark b)
{
    return a.file == b.file && a.size == b.size && a.changed_ns == b.changed_ns;
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

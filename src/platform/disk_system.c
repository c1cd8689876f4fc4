// SPDX-License-Identifier: MIT
// The real disk: one system call a function.
#include "platform/disk.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/file.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

static int result(int got)
{
    return got < 0 ? -errno : got;
}

static int system_open(void *self, const char *path, enum disk_open how)
{
    static const int flags[] = {
        [DISK_READ] = O_RDONLY,
        [DISK_APPEND] = O_RDWR | O_APPEND,
        [DISK_NEW] = O_RDWR | O_APPEND | O_CREAT | O_EXCL,
        [DISK_FRESH] = O_RDWR | O_APPEND | O_CREAT | O_TRUNC,
    };
    (void)self;
    int fd = -1;
    do {
        // O_NONBLOCK: a pipe with the journal's name must not hold us.
        fd = open(path, flags[how] | O_CLOEXEC | O_NONBLOCK, 0600);
    } while (fd < 0 && errno == EINTR);
    if (fd < 0 && errno == ENOENT) {
        // A link whose target is away is not the same as no file at all.
        struct stat st;
        errno = lstat(path, &st) == 0 ? ENOLINK : ENOENT;
    }
    return result(fd);
}

static int system_close(void *self, int fd)
{
    (void)self;
    return result(close(fd));
}

static int64_t system_read(void *self, int fd, char *to, size_t most,
                           int64_t at)
{
    (void)self;
    ssize_t got = pread(fd, to, most, (off_t)at);
    return got < 0 ? -errno : got;
}

static int64_t system_write(void *self, int fd, struct str bytes)
{
    (void)self;
    ssize_t put = write(fd, bytes.at, bytes.len);
    return put < 0 ? -errno : put;
}

static int system_sync(void *self, int fd)
{
    (void)self;
    int error = 0;
    do {
        error = result(fsync(fd));
    } while (error == -EINTR);
    return error;
}

static int system_truncate(void *self, int fd, int64_t size)
{
    (void)self;
    int error = 0;
    do {
        error = result(ftruncate(fd, (off_t)size));
    } while (error == -EINTR);
    return error;
}

static void stat_fill(const struct stat *st, struct disk_stat *out)
{
    *out = (struct disk_stat){.is_file = S_ISREG(st->st_mode),
                              .device = (uint64_t)st->st_dev,
                              .inode = (uint64_t)st->st_ino,
                              .links = (uint64_t)st->st_nlink,
                              .size = (int64_t)st->st_size,
                              .is_folder = S_ISDIR(st->st_mode),
                              .is_mine = st->st_uid == geteuid(),
                              .others_read = (st->st_mode & 044) != 0,
                              .mode = st->st_mode & 0777};
}

static int system_stat(void *self, const char *path, struct disk_stat *out)
{
    struct stat st = {0};
    (void)self;
    int error = result(stat(path, &st));
    if (error == 0) {
        stat_fill(&st, out);
    }
    return error;
}

static int system_stat_open(void *self, int fd, struct disk_stat *out)
{
    struct stat st = {0};
    (void)self;
    int error = result(fstat(fd, &st));
    if (error == 0) {
        stat_fill(&st, out);
    }
    return error;
}

static int system_link(void *self, const char *from, const char *to)
{
    (void)self;
    return result(link(from, to));
}

static int system_rename(void *self, const char *from, const char *to)
{
    (void)self;
    return result(rename(from, to));
}

static int system_unlink(void *self, const char *path)
{
    (void)self;
    return result(unlink(path));
}

static int system_make_folder(void *self, const char *path)
{
    (void)self;
    return result(mkdir(path, 0700));
}

static int system_resolve(void *self, const char *path, struct arena *mem,
                          struct str *out)
{
    char real[PATH_MAX];
    (void)self;
    if (!realpath(path, real)) {
        return -errno;
    }
    *out = arena_copy(mem, str_from(real));
    return 0;
}

static int system_list(void *self, const char *path, struct arena *mem,
                       struct names *out)
{
    (void)self;
    errno = ENOENT;
    return folder_list(str_from(path), mem, out) ? 0 : -errno;
}

static int system_lock(void *self, int fd)
{
    (void)self;
    int error = 0;
    do {
        error = result(flock(fd, LOCK_EX | LOCK_NB));
    } while (error == -EINTR);
    return error;
}

static void system_wait(void *self, int ms)
{
    (void)self;
    struct timespec pause = {ms / 1000, (long)(ms % 1000) * 1000000};
    nanosleep(&pause, NULL);
}

const struct disk *disk_system(void)
{
    static const struct disk disk = {
        .open = system_open,
        .close = system_close,
        .read = system_read,
        .write = system_write,
        .sync = system_sync,
        .truncate = system_truncate,
        .stat = system_stat,
        .stat_open = system_stat_open,
        .link = system_link,
        .rename = system_rename,
        .unlink = system_unlink,
        .resolve = system_resolve,
        .make_folder = system_make_folder,
        .list = system_list,
        .lock = system_lock,
        .wait = system_wait,
    };
    return &disk;
}

// Whoever starts us with an input or output closed leaves its number to the
// first file opened: what is then said would be written into the journal. Each
// gets what refuses it, as if it were still closed.
static void take_closed(void)
{
    for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++) {
        if (fcntl(fd, F_GETFD) < 0) {
            open("/dev/null", fd == STDIN_FILENO ? O_WRONLY : O_RDONLY);
        }
    }
}

void disk_begin(void)
{
    // One byte is less than any core file, and a program that collects them
    // is not started for a limit of one either (core(5), core_pattern). Not
    // PR_SET_DUMPABLE: it hides our /proc from the services that give the sound
    // its real time and the window its portals, and from nobody who could not
    // read the journal itself.
    const struct rlimit none = {.rlim_cur = 1, .rlim_max = 1};
    setrlimit(RLIMIT_CORE, &none);
    take_closed();
    umask(077);
    signal(SIGXFSZ, SIG_IGN);
    signal(SIGPIPE, SIG_IGN);
}

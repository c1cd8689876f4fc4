// SPDX-License-Identifier: MIT
// The protocol, step by step. One write is not atomic, a lock does not bind an
// editor, and an fsync that failed proves nothing: so every step is checked,
// the draft goes only when the bytes were read back from the file that stands
// at the path, and any doubt leaves the draft where it is.
#include "platform/append_file.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "platform/paths.h"

enum { LOCK_TRIES = 50, LOCK_PAUSE_MS = 100 };

struct str ledger_name(const struct ledger *l)
{
    return str_behind(l->path, '/');
}

struct str ledger_folder(const struct ledger *l, struct arena *mem)
{
    return path_folder(l->path, mem);
}

void ledger_say(const struct ledger *l, const char *format, ...)
{
    char line[1024];
    va_list args;
    va_start(args, format);
    int len = vsnprintf(line, sizeof(line), format, args);
    va_end(args);
    if (l->say && len > 0) {
        l->say(l->self, str_from(line));
    }
}

struct ledger ledger_at(const struct paths *p, struct str name, struct str head,
                        struct str sign, struct arena *mem)
{
    return (struct ledger){
        .disk = disk_system(),
        .path = path_join(mem, p->data, name),
        .head = head,
        .sign = sign,
        .drafts = {path_join(mem, p->state, STR("drafts")), p->spare},
        .torn = path_join(mem, p->state, STR("torn")),
        .merged = path_join(mem, p->state, STR("merged")),
    };
}

// A new file with its head: seen only when it is whole, and never in place of
// one that another process made meanwhile.
static int make_head(const struct ledger *l, struct arena *mem)
{
    const struct disk *disk = l->disk;
    struct str temporary =
        arena_printf(mem, "%.*s.%ld.tmp", STR_ARG(l->path), (long)getpid());
    int error = disk_make_folders(disk, ledger_folder(l, mem), mem);
    if (error != 0) {
        return error;
    }
    int fd = disk_make_file(disk, temporary, DISK_FRESH, l->head);
    if (fd < 0) {
        return fd;
    }
    disk->close(disk->self, fd);
    error = disk->link(disk->self, temporary.at, l->path.at);
    if (error == -EPERM || error == -EOPNOTSUPP || error == -ENOSYS) {
        // No links on this file system: an empty file gets its head with the
        // first record, under the lock.
        fd = disk->open(disk->self, l->path.at, DISK_NEW);
        error = fd < 0 ? fd : disk->close(disk->self, fd);
    }
    disk->unlink(disk->self, temporary.at);
    if (error == 0) {
        error = disk_sync_folder_of(disk, l->path, mem);
    }
    return error == -EEXIST ? 0 : error;
}

static int lock_wait(struct append_file *f)
{
    const struct disk *disk = f->ledger->disk;
    for (;;) {
        int error = disk->lock(disk->self, f->fd);
        if (error == -EOPNOTSUPP || error == -ENOSYS || error == -ENOLCK) {
            return 0; // no locks here: the other steps must do
        }
        if (error != -EWOULDBLOCK && error != -EAGAIN) {
            return error;
        }
        if ((*f->waits)++ >= (f->ledger->hurries ? 0 : LOCK_TRIES)) {
            return -EWOULDBLOCK;
        }
        if (*f->waits == 1) {
            ledger_say(f->ledger,
                       "waiting for another program that writes to %.*s",
                       STR_ARG(ledger_name(f->ledger)));
        }
        if (f->ledger->waits) {
            f->ledger->waits(f->ledger->waiter);
        }
        disk->wait(disk->self, LOCK_PAUSE_MS);
    }
}

int append_is_current(struct append_file *f)
{
    const struct disk *disk = f->ledger->disk;
    struct disk_stat st = {0};
    int error = disk->stat(disk->self, f->ledger->path.at, &st);
    if (error == -ENOENT) {
        return -ESTALE;
    }
    bool same = st.device == f->st.device && st.inode == f->st.inode;
    return error != 0 ? error : same ? 0 : -ESTALE;
}

// Steps 1 to 3 once.
static int open_once(struct append_file *f)
{
    const struct disk *disk = f->ledger->disk;
    f->fd = disk->open(disk->self, f->ledger->path.at, DISK_APPEND);
    if (f->fd == -ENOENT) {
        int error = make_head(f->ledger, f->mem);
        return error != 0 ? error : -ESTALE;
    }
    if (f->fd < 0) {
        return f->fd;
    }
    int error = lock_wait(f);
    if (error == 0) {
        error = disk->stat_open(disk->self, f->fd, &f->st);
    }
    if (error == 0 && !f->st.is_file) {
        error = -EINVAL;
    }
    if (error == 0) {
        error = append_is_current(f);
    }
    if (error == 0) {
        f->size = f->st.size;
        error = append_tail(f);
    }
    if (error != 0) {
        append_close(f);
    }
    return error;
}

int append_open(struct append_file *f)
{
    int error = -ESTALE;
    for (int round = 0; round < APPEND_ROUNDS && error == -ESTALE; round++) {
        error = open_once(f);
    }
    return error;
}

void append_close(struct append_file *f)
{
    if (f->fd >= 0) {
        f->ledger->disk->close(f->ledger->disk->self, f->fd);
    }
    f->fd = -1;
}

// Takes back what a failed write left, unless someone else wrote behind it.
static void take_back(struct append_file *f, size_t most)
{
    const struct disk *disk = f->ledger->disk;
    struct disk_stat st = {0};
    if (disk->stat_open(disk->self, f->fd, &st) == 0 && st.size > f->size &&
        st.size <= f->size + (int64_t)most) {
        disk->truncate(disk->self, f->fd, f->size);
        disk->sync(disk->self, f->fd);
    }
}

int append_write(struct append_file *f, struct str bytes, int64_t *at)
{
    const struct disk *disk = f->ledger->disk;
    struct buf all = {0};
    buf_put(&all, f->lead);
    buf_put(&all, bytes);
    int error = disk_write_all(disk, f->fd, buf_view(&all));
    if (error != 0) {
        take_back(f, all.len);
    } else {
        error = disk->sync(disk->self, f->fd);
    }
    *at = f->size + (int64_t)f->lead.len;
    buf_finish(&all);
    return error;
}

int append_verify(struct append_file *f, struct str bytes, int64_t at)
{
    int error = append_is_current(f);
    struct str back = STR_NONE;
    struct disk_range range = {at, at + (int64_t)bytes.len};
    if (error == 0) {
        error = disk_read_range(f->ledger->disk, f->fd, range, f->mem, &back);
    }
    if (error == 0 && !str_equal(back, bytes)) {
        error = -EIO;
    }
    return error;
}

bool append_has(struct str text, struct str id)
{
    struct arena mem = {0};
    bool found = false;
    struct buf wanted = {0};
    buf_printf(&wanted, "Id: %.*s", STR_ARG(id));
    struct str w = buf_view(&wanted);
    for (size_t at = 0; at < text.len && !found;) {
        if (str_starts(str_sub(text, at, text.len), w)) {
            struct rec_reader r = {0};
            struct rec rec = {0};
            rec_reader_init(&r, str_sub(text, at, text.len), &mem, NULL);
            found = rec_next(&r, &rec) && rec.seal == REC_SEALED &&
                    str_equal(rec_get(&rec, STR("Id")), id);
            arena_finish(&mem);
        }
        at = str_find(text, '\n', at) + 1;
    }
    buf_finish(&wanted);
    return found;
}

static struct str record_id(struct str record)
{
    struct str line = str_cut(&record, '\n');
    return str_trim(str_sub(line, STR("Id:").len, line.len));
}

static int has_already(struct append_file *f, struct str id, bool search,
                       bool *found)
{
    struct str text = f->window;
    struct disk_range range = {0, f->size};
    int error = 0;
    if (search && f->window_at > 0) {
        error = disk_read_range(f->ledger->disk, f->fd, range, f->mem, &text);
    }
    *found = error == 0 && append_has(text, id);
    return error;
}

// Steps 1 to 8 once.
static int record_once(struct append_file *f, struct str record, bool search)
{
    bool found = false;
    int64_t at = 0;
    int error = append_open(f);
    if (error != 0) {
        return error;
    }
    error = has_already(f, record_id(record), search, &found);
    if (error == 0 && found) {
        // Written before, but perhaps not by a run that lived to sync it.
        error = f->ledger->disk->sync(f->ledger->disk->self, f->fd);
        error = error != 0 ? error : append_is_current(f);
    } else if (error == 0) {
        error = append_write(f, record, &at);
        error = error != 0 ? error : append_verify(f, record, at);
    }
    append_close(f);
    return error;
}

// The check does not see that what is pointed to is counted in the file.
// NOLINTBEGIN(readability-non-const-parameter)
int append_record(const struct ledger *l, struct str record, bool search,
                  int *waits)
// NOLINTEND(readability-non-const-parameter)
{
    struct arena mem = {0};
    int error = -ESTALE;
    for (int round = 0; round < APPEND_ROUNDS && error == -ESTALE; round++) {
        struct append_file f = {
            .ledger = l, .mem = &mem, .waits = waits, .fd = -1};
        error = record_once(&f, record, search || round > 0);
    }
    arena_finish(&mem);
    return error;
}

// Without its End no start takes it in: it is offered to be written shorter.
static struct str unsealed(struct str record)
{
    struct str end = str_behind(str_sub(record, 0, record.len - 1), '\n');
    return str_sub(record, 0, record.len - end.len - 1);
}

struct kept ledger_keep(const struct ledger *l, struct draft *d,
                        struct str record, struct arena *mem)
{
    struct str why = STR_NONE;
    int waits = 0;
    bool readable = rec_reads_back(record);
    bool saved =
        draft_save(l, d, readable ? record : unsealed(record), mem, &why);
    int error = readable ? append_record(l, record, false, &waits) : -E2BIG;
    if (error == 0) {
        draft_remove(l, d);
        return (struct kept){.done = true};
    }
    struct str draft = saved ? arena_copy(mem, d->path) : STR_NONE;
    if (!l->holds) {
        draft_finish(l, d);
    }
    return (struct kept){.draft = draft, .why = disk_reason(error, mem)};
}

bool ledger_read(const struct ledger *l, struct arena *mem, struct str *text,
                 struct str *why)
{
    struct disk_stat st = {0};
    if (l->disk->stat(l->disk->self, l->path.at, &st) == 0 && st.others_read &&
        st.is_file) {
        ledger_say(l, "%.*s can be read by others; chmod 600 keeps it yours",
                   STR_ARG(l->path));
    }
    int error = disk_read_file(l->disk, l->path.at, mem, text);
    if (error != 0) {
        *why = disk_reason(error, mem);
    }
    return error == 0;
}

bool ledger_is_free(const struct ledger *l)
{
    int fd = l->disk->open(l->disk->self, l->path.at, DISK_READ);
    if (fd < 0) {
        return true; // not there yet, or what writes to it says why not
    }
    int error = l->disk->lock(l->disk->self, fd);
    l->disk->close(l->disk->self, fd);
    return error != -EWOULDBLOCK && error != -EAGAIN;
}

bool ledger_has(const struct ledger *l, struct str id)
{
    struct arena mem = {0};
    struct str text = STR_NONE;
    bool there = disk_read_file(l->disk, l->path.at, &mem, &text) == 0 &&
                 append_has(text, id);
    arena_finish(&mem);
    return there;
}

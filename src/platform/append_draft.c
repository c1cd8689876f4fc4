// SPDX-License-Identifier: MIT
// Drafts: words that are safe before they are in the file. Each save is a new
// file renamed over the old one, so that there is always one whole state; the
// descriptor stays open and locked, so that another process that starts does
// not take a text for left behind while someone is still writing it.
#include "platform/append_file.h"

#include <errno.h>

enum { TAKEN_MOST = 3 };

// A new file under the name path. It is held before it has words, so that no
// other process takes it for one that a crash left.
static int put_file(const struct disk *disk, struct str temporary,
                    struct str path, struct str text, struct draft *out)
{
    int fd = disk->open(disk->self, temporary.at, DISK_FRESH);
    if (fd < 0) {
        return fd;
    }
    bool held = disk->lock(disk->self, fd) == 0;
    int error = disk_write_all(disk, fd, text);
    if (error == 0) {
        error = disk->sync(disk->self, fd);
    }
    if (error == 0) {
        error = disk->rename(disk->self, temporary.at, path.at);
    }
    if (error != 0) {
        disk->close(disk->self, fd);
        disk->unlink(disk->self, temporary.at);
        return error;
    }
    *out = (struct draft){.path = path, .fd = fd, .held = held};
    return 0;
}

// Gives the draft the name path, which may be another than it had.
static int save_in(const struct ledger *l, struct draft *d, struct str path,
                   struct str text)
{
    const struct disk *disk = l->disk;
    struct arena mem = {0};
    struct str temporary = arena_printf(&mem, "%.*s.tmp", STR_ARG(path));
    struct draft now = {0};
    int error = -ENOENT;
    for (int i = 0; i < TAKEN_MOST && error == -ENOENT; i++) {
        // Gone from under us: a process that started took it for left behind.
        error = put_file(disk, temporary, path, text, &now);
    }
    if (error == 0) {
        if (d->path.len > 0) {
            disk->close(disk->self, d->fd);
        }
        struct str before = d->path;
        now.id = d->id;
        *d = now; // whatever the sync says, this file has the name
        error = disk_sync_folder_of(disk, path, &mem);
        if (error == 0 && before.len > 0 && !str_equal(before, path)) {
            disk->unlink(disk->self, before.at);
        }
    }
    arena_finish(&mem);
    return error;
}

// A folder that is there (or can be made) and is the person's own.
static int folder_ready(const struct ledger *l, struct str folder,
                        struct arena *mem)
{
    struct disk_stat st = {0};
    int error = disk_make_folders(l->disk, folder, mem);
    if (error == 0) {
        error = l->disk->stat(l->disk->self, folder.at, &st);
    }
    return error != 0 ? error : st.is_mine ? 0 : -EPERM;
}

struct str draft_path(const struct ledger *l, size_t folder, struct str id,
                      struct arena *mem)
{
    return l->drafts[folder].len == 0
               ? STR_NONE
               : arena_printf(mem, "%.*s/%.*s.rec", STR_ARG(l->drafts[folder]),
                              STR_ARG(id));
}

bool draft_save(const struct ledger *l, struct draft *d, struct str text,
                struct arena *mem, struct str *why)
{
    int first = 0, error = -ENOENT;
    if (d->path.len > 0) {
        error = save_in(l, d, d->path, text);
    }
    for (size_t i = 0; i < LEDGER_FOLDERS && error != 0 && l->drafts[i].len > 0;
         i++) {
        struct str path = draft_path(l, i, d->id, mem);
        error = folder_ready(l, l->drafts[i], mem);
        error = error != 0 ? error : save_in(l, d, path, text);
        first = first == 0 ? error : first;
    }
    if (error != 0) {
        *why = disk_reason(first != 0 ? first : error, mem);
    }
    return error == 0;
}

bool draft_resume(const struct ledger *l, const struct unfinished *from,
                  struct draft *d)
{
    int fd = l->disk->open(l->disk->self, from->path.at, DISK_READ);
    if (fd < 0) {
        return false;
    }
    int error = l->disk->lock(l->disk->self, fd);
    if (error == -EWOULDBLOCK) {
        l->disk->close(l->disk->self, fd);
        return false;
    }
    *d = (struct draft){
        .id = from->id, .path = from->path, .fd = fd, .held = error == 0};
    return true;
}

void draft_finish(const struct ledger *l, struct draft *d)
{
    if (d->path.len > 0) {
        l->disk->close(l->disk->self, d->fd);
    }
    *d = (struct draft){.id = d->id};
}

void draft_remove(const struct ledger *l, struct draft *d)
{
    if (d->path.len > 0) {
        l->disk->unlink(l->disk->self, d->path.at);
    }
    draft_finish(l, d);
}

static void list_add(struct draft_files *list, struct draft_file file,
                     struct arena *mem)
{
    ARENA_GROW(mem, list->items, list->count, list->cap);
    list->items[list->count++] = file;
}

// Adds the drafts of one folder; nothing when there is none or it is others',
// where anyone may have put words.
static int list_folder(const struct ledger *l, struct str folder,
                       struct arena *mem, struct draft_files *out)
{
    struct names names = {0};
    struct disk_stat st = {0};
    int error = l->disk->stat(l->disk->self, folder.at, &st);
    if (error == -ENOENT || error == -ENOTDIR ||
        (error == 0 && !(st.is_folder && st.is_mine))) {
        return 0;
    }
    if (error == 0) {
        error = l->disk->list(l->disk->self, folder.at, mem, &names);
    }
    for (size_t i = 0; error == 0 && i < names.count; i++) {
        struct str name = names.items[i];
        bool unnamed = str_ends(name, STR(".rec.tmp"));
        if (unnamed || str_ends(name, STR(".rec"))) {
            struct draft_file file = {
                .path = path_join(mem, folder, name),
                .id = str_sub(name, 0, name.len - (unnamed ? 8 : 4)),
                .unnamed = unnamed};
            list_add(out, file, mem);
        }
    }
    return error;
}

int draft_list(const struct ledger *l, struct arena *mem,
               struct draft_files *out)
{
    *out = (struct draft_files){0};
    int error = 0;
    for (size_t i = 0; error == 0 && i < LEDGER_FOLDERS && l->drafts[i].len > 0;
         i++) {
        error = list_folder(l, l->drafts[i], mem, out);
    }
    return error;
}

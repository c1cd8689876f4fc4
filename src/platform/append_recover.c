// SPDX-License-Identifier: MIT
// What a program that ended left behind: a whole draft goes into the file, an
// unfinished one is offered, and one that another process still holds is left
// alone.
#include "platform/append_file.h"

#include <errno.h>

// An entry may have 1 MiB, and a line of it a mark of two bytes; what was read
// and is too large to keep lies as a draft too.
enum { DRAFT_MOST = 16 << 20 };

struct found {
    const struct ledger *l;
    struct arena *mem;
    struct unfinished *items;
    size_t count, cap;
    int waits; // for the ledger's lock, of all drafts together
};

static void offer(struct found *f, const struct draft_file *d, struct str text)
{
    ARENA_GROW(f->mem, f->items, f->count, f->cap);
    f->items[f->count++] =
        (struct unfinished){.path = d->path, .id = d->id, .text = text};
}

// A save that did not end: its file is given the name, unless the state before
// it says more, or a power cut left zeros in it.
static void name_unnamed(const struct ledger *l, const struct draft_file *d,
                         struct str text)
{
    const struct disk *disk = l->disk;
    struct arena mem = {0};
    struct str path =
        arena_copy(&mem, str_sub(d->path, 0, d->path.len - STR(".tmp").len));
    struct str before = STR_NONE;
    int error = disk_read_file(disk, path.at, &mem, &before);
    bool spoilt = before.len > 0 && str_find(text, '\0', 0) < text.len;
    if (error == 0 && (before.len >= text.len || spoilt)) {
        disk->unlink(disk->self, d->path.at);
    } else if (error == 0 &&
               disk->rename(disk->self, d->path.at, path.at) == 0) {
        disk_sync_folder_of(disk, path, &mem);
    }
    arena_finish(&mem);
}

static void recover_text(struct found *f, const struct draft_file *d,
                         struct str text)
{
    const struct ledger *l = f->l;
    struct rec_reader r = {0};
    struct rec rec = {0};
    rec_reader_init(&r, text, f->mem, NULL);
    if (!rec_next(&r, &rec) || !rec_get(&rec, l->sign).at) {
        return; // another ledger's, or not yet anything
    }
    if (rec.seal != REC_SEALED) {
        offer(f, d, text);
        return;
    }
    int error = append_record(l, rec.bytes, true, &f->waits);
    if (error == 0) {
        l->disk->unlink(l->disk->self, d->path.at);
        ledger_say(l, "%.*s, found as a draft, is now in %.*s", STR_ARG(d->id),
                   STR_ARG(ledger_name(l)));
    } else {
        struct str why = disk_reason(error, f->mem);
        ledger_say(l, "not yet in %.*s (%.*s); still a draft at %.*s",
                   STR_ARG(ledger_name(l)), STR_ARG(why), STR_ARG(d->path));
    }
}

// A draft that no other process holds: its descriptor, which holds it, and its
// text. -1 when it is another's, gone, or too large to be a draft.
static int take_left(const struct ledger *l, const struct draft_file *d,
                     struct arena *mem, struct str *text)
{
    const struct disk *disk = l->disk;
    struct disk_stat held = {0}, there = {0};
    int fd = disk->open(disk->self, d->path.at, DISK_READ);
    if (fd < 0) {
        return -1;
    }
    int error = disk->lock(disk->self, fd);
    bool free = error != -EWOULDBLOCK && error != -EAGAIN;
    free = free && disk->stat_open(disk->self, fd, &held) == 0 &&
           disk->stat(disk->self, d->path.at, &there) == 0 &&
           held.inode == there.inode && held.is_file;
    if (free && held.size > DRAFT_MOST) {
        ledger_say(l, "%.*s is too large to be a draft of ours; look at it",
                   STR_ARG(d->path));
        free = false;
    }
    struct disk_range range = {0, held.size};
    error = free ? disk_read_range(disk, fd, range, mem, text) : 0;
    if (error != 0) {
        struct str why = disk_reason(error, mem);
        ledger_say(l, "the draft %.*s cannot be read (%.*s); it stays there",
                   STR_ARG(d->path), STR_ARG(why));
    }
    if (!free || error != 0) {
        disk->close(disk->self, fd);
        return -1;
    }
    return fd;
}

static void recover_one(struct found *f, const struct draft_file *d)
{
    struct str text = STR_NONE;
    int fd = take_left(f->l, d, f->mem, &text);
    if (fd < 0) {
        return;
    }
    if (d->unnamed) {
        name_unnamed(f->l, d, text);
    } else {
        recover_text(f, d, text);
    }
    f->l->disk->close(f->l->disk->self, fd);
}

void ledger_drop_drafts(const struct ledger *l,
                        bool (*goes)(const void *self, const struct rec *r),
                        const void *self)
{
    struct arena mem = {0};
    struct draft_files drafts = {0};
    if (draft_list(l, &mem, &drafts) != 0) {
        drafts.count = 0;
    }
    for (size_t i = 0; i < drafts.count; i++) {
        struct str text = STR_NONE;
        struct rec_reader r = {0};
        struct rec rec = {0};
        int fd = take_left(l, &drafts.items[i], &mem, &text);
        if (fd < 0) {
            continue;
        }
        rec_reader_init(&r, text, &mem, NULL);
        if (rec_next(&r, &rec) && goes(self, &rec)) {
            l->disk->unlink(l->disk->self, drafts.items[i].path.at);
            disk_sync_folder_of(l->disk, drafts.items[i].path, &mem);
        }
        l->disk->close(l->disk->self, fd);
    }
    arena_finish(&mem);
}

bool ledger_recover(const struct ledger *l, struct arena *mem,
                    struct unfinished_list *out)
{
    struct found f = {.l = l, .mem = mem};
    struct draft_files drafts = {0};
    for (int unnamed = 1; unnamed >= 0; unnamed--) {
        int error = draft_list(l, mem, &drafts);
        if (error != 0) {
            struct str why = disk_reason(error, mem);
            ledger_say(l, "drafts cannot be looked for: %.*s", STR_ARG(why));
            break;
        }
        for (size_t i = 0; i < drafts.count; i++) {
            if (drafts.items[i].unnamed == (unnamed == 1)) {
                recover_one(&f, &drafts.items[i]);
            }
        }
    }
    ledger_take_in(l, &f.waits, mem);
    if (out) {
        *out = (struct unfinished_list){f.items, f.count};
    }
    return f.waits == 0;
}

// SPDX-License-Identifier: MIT
// Files beside the ledger. A copy that a file synchroniser set aside gives its
// missing records, under the lock, and is moved to merged/; the file of another
// device is only read.
#include "platform/append_file.h"

#include <errno.h>
#include <string.h>

#include "base/set.h"

// "journal" of "journal.rec".
static struct str stem_of(const struct ledger *l)
{
    struct str name = ledger_name(l);
    return str_ends(name, STR(".rec")) ? str_sub(name, 0, name.len - 4) : name;
}

static bool ledger_is_sibling(const struct ledger *l, struct str name)
{
    return str_starts(name, stem_of(l)) && !str_ends(name, STR("/")) &&
           (str_has(name, STR("sync-conflict")) ||
            str_has(name, STR("conflicted copy")));
}

// "journal.phone.rec"
static bool is_device(const struct ledger *l, struct str name)
{
    struct str stem = stem_of(l);
    return name.len > stem.len + STR("..rec").len && str_starts(name, stem) &&
           name.at[stem.len] == '.' && str_ends(name, STR(".rec")) &&
           !ledger_is_sibling(l, name);
}

// The records of text that f's file has not, as the bytes to append.
static int missing_in(struct append_file *f, struct str text, struct buf *out,
                      size_t *count)
{
    struct str ours = STR_NONE;
    struct disk_range range = {0, f->size};
    int error = disk_read_range(f->ledger->disk, f->fd, range, f->mem, &ours);
    if (error != 0) {
        return error;
    }
    struct set ids = {.mem = f->mem};
    struct rec_reader r = {0};
    struct rec rec = {0};
    rec_reader_init(&r, ours, f->mem, NULL);
    r.unchecked = true;
    r.skim = (const struct str[]){STR("Id"), STR_NONE};
    while (rec_next(&r, &rec)) {
        set_add(&ids, rec_get(&rec, STR("Id")));
    }
    rec_reader_init(&r, text, f->mem, NULL);
    while (rec_next(&r, &rec)) {
        struct str id = rec_get(&rec, STR("Id"));
        bool usable = id.len > 0 && rec_get(&rec, f->ledger->sign).at &&
                      !memchr(rec.bytes.at, 0, rec.bytes.len);
        if (usable && set_add(&ids, id)) {
            buf_put(out, out->len > 0 ? STR("\n") : STR(""));
            rec_put_copy(out, &rec);
            ++*count;
        }
    }
    return 0;
}

static bool begins_record(struct str text, struct str block)
{
    struct arena mem = {0};
    struct buf copy = {0};
    struct rec_reader r = {0};
    struct rec rec = {0};
    bool begins = false;
    rec_reader_init(&r, text, &mem, NULL);
    while (!begins && rec_next(&r, &rec)) {
        buf_clear(&copy);
        rec_put_copy(&copy, &rec);
        begins = copy.len > block.len && str_starts(buf_view(&copy), block);
        rec_forget(&r);
    }
    buf_finish(&copy);
    arena_finish(&mem);
    return begins;
}

int sibling_is_prefix(const struct append_file *f, struct str block,
                      bool *prefix)
{
    const struct ledger *l = f->ledger;
    struct names names = {0};
    struct str folder = ledger_folder(l, f->mem);
    int error = l->disk->list(l->disk->self, folder.at, f->mem, &names);
    for (size_t i = 0; i < names.count && error == 0 && !*prefix; i++) {
        struct str text = STR_NONE;
        if (ledger_is_sibling(l, names.items[i])) {
            struct str path = path_join(f->mem, folder, names.items[i]);
            error = disk_read_file(l->disk, path.at, f->mem, &text);
            *prefix = error == 0 && begins_record(text, block);
        }
    }
    return error;
}

// The check does not see that what is pointed to is counted in the file.
// NOLINTBEGIN(readability-non-const-parameter)
static int add_missing(const struct ledger *l, struct str text, int *waits,
                       size_t *count)
// NOLINTEND(readability-non-const-parameter)
{
    struct arena mem = {0};
    struct buf missing = {0};
    int error = -ESTALE;
    for (int round = 0; round < APPEND_ROUNDS && error == -ESTALE; round++) {
        struct append_file f = {
            .ledger = l, .mem = &mem, .waits = waits, .fd = -1};
        int64_t at = 0;
        *count = 0;
        buf_clear(&missing);
        error = append_open(&f);
        if (error != 0) {
            continue;
        }
        error = missing_in(&f, text, &missing, count);
        if (error == 0 && *count > 0) {
            error = append_write(&f, buf_view(&missing), &at);
        }
        if (error == 0 && *count > 0) {
            error = append_verify(&f, buf_view(&missing), at);
        }
        append_close(&f);
    }
    buf_finish(&missing);
    arena_finish(&mem);
    return error;
}

// To another file system there is no rename: a synced copy, then the removal.
static int move_by_copy(const struct ledger *l, struct str from, struct str to,
                        struct str text)
{
    int fd = disk_make_file(l->disk, to, DISK_NEW, text);
    if (fd < 0) {
        return fd;
    }
    l->disk->close(l->disk->self, fd);
    return l->disk->unlink(l->disk->self, from.at);
}

static int move_to_merged(const struct ledger *l, struct str path,
                          struct str name, struct str text)
{
    struct arena mem = {0};
    struct disk_stat st = {0};
    int error = disk_make_folders(l->disk, l->merged, &mem);
    struct str to = path_join(&mem, l->merged, name);
    for (int i = 2; error == 0; i++) {
        if (l->disk->stat(l->disk->self, to.at, &st) != 0) {
            break;
        }
        to = arena_printf(&mem, "%.*s/%.*s.%d", STR_ARG(l->merged),
                          STR_ARG(name), i);
    }
    if (error == 0) {
        error = l->disk->rename(l->disk->self, path.at, to.at);
    }
    if (error == -EXDEV) {
        error = move_by_copy(l, path, to, text);
    }
    if (error == 0) {
        error = disk_sync_folder_of(l->disk, path, &mem);
    }
    arena_finish(&mem);
    return error;
}

static void take_in_one(const struct ledger *l, struct str name, int *waits,
                        struct arena *mem)
{
    size_t count = 0;
    struct str text = STR_NONE;
    struct str path = path_join(mem, ledger_folder(l, mem), name);
    int error = disk_read_file(l->disk, path.at, mem, &text);
    if (error == 0) {
        error = add_missing(l, text, waits, &count);
    }
    if (error == 0) {
        error = move_to_merged(l, path, name, text);
    }
    if (error == 0) {
        ledger_say(l, "%zu missing from %.*s came from %.*s", count,
                   STR_ARG(ledger_name(l)), STR_ARG(name));
    } else {
        struct str why = disk_reason(error, mem);
        ledger_say(l, "%.*s is not taken in yet: %.*s", STR_ARG(name),
                   STR_ARG(why));
    }
}

void ledger_take_in(const struct ledger *l, int *waits, struct arena *mem)
{
    struct names names = {0};
    struct str folder = ledger_folder(l, mem);
    if (l->disk->list(l->disk->self, folder.at, mem, &names) != 0) {
        return;
    }
    for (size_t i = 0; i < names.count; i++) {
        if (ledger_is_sibling(l, names.items[i])) {
            take_in_one(l, names.items[i], waits, mem);
        }
    }
}

size_t ledger_read_devices(const struct ledger *l, struct arena *mem,
                           const struct ledger_text **out)
{
    struct names names = {0};
    struct str folder = ledger_folder(l, mem);
    if (l->disk->list(l->disk->self, folder.at, mem, &names) != 0) {
        return 0;
    }
    struct ledger_text *items =
        ARENA_ARRAY(mem, struct ledger_text, names.count + 1);
    size_t count = 0;
    for (size_t i = 0; i < names.count; i++) {
        struct str text = STR_NONE;
        if (!is_device(l, names.items[i])) {
            continue;
        }
        struct str path = path_join(mem, folder, names.items[i]);
        int error = disk_read_file(l->disk, path.at, mem, &text);
        if (error != 0) {
            struct str why = disk_reason(error, mem);
            ledger_say(l, "%.*s cannot be read: %.*s", STR_ARG(path),
                       STR_ARG(why));
            continue;
        }
        items[count++] =
            (struct ledger_text){.name = names.items[i], .text = text};
    }
    *out = items;
    return count;
}

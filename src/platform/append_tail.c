// SPDX-License-Identifier: MIT
// What stands behind the last whole record: nothing, words that a person
// wrote, or a tear. Only a tear is moved, and only after it was saved. The
// window grows from small to large, since nearly always the last record ends
// the file and a full window would be read and summed for nothing.
#include "platform/append_file.h"

#include <errno.h>
#include <string.h>

#include "platform/clock.h"

enum {
    WINDOW_FIRST = 16 << 10,
    WINDOW_FULL = (1 << 20) + (64 << 10),
    WINDOW_MOST = 8 << 20, // holds the longest record there can be
};

// Behind the last whole record, or from the window's start without one.
struct rest {
    struct str text;
    bool whole;      // a whole record stands before it
    bool whole_near; // and that in the window of the contract
    bool torn;
    size_t good;  // bytes of it that stay, when torn
    bool cut_off; // its part that counts may begin before the window
};

static int read_window(struct append_file *f, int64_t most)
{
    struct disk_range range = {f->size > most ? f->size - most : 0, f->size};
    f->window_at = range.from;
    return disk_read_range(f->ledger->disk, f->fd, range, f->mem, &f->window);
}

static bool is_whole(const struct rec *r)
{
    return r->seal == REC_SEALED && !memchr(r->bytes.at, 0, r->end - r->offset);
}

// Whether a whole record ends the file, as nearly always: then only that one is
// read and summed. A blank line begins a record wherever reading began.
static bool ends_whole(const struct append_file *f, struct rest *out)
{
    struct str w = f->window, mark = STR("\n\nId:");
    size_t at = w.len > mark.len ? w.len - mark.len : 0;
    while (at > 0 &&
           (w.at[at] != '\n' || memcmp(w.at + at, mark.at, mark.len) != 0)) {
        at--;
    }
    if (at == 0) {
        return false;
    }
    struct arena mem = {0};
    struct rec_reader r = {0};
    struct rec rec = {0};
    struct str last = str_sub(w, at + 2, w.len);
    rec_reader_init(&r, last, &mem, NULL);
    bool whole = rec_next(&r, &rec) && rec.offset == 0 && is_whole(&rec);
    arena_finish(&mem);
    for (size_t i = rec.end; whole && i < last.len; i++) {
        whole = last.at[i] == '\n';
    }
    *out = (struct rest){.whole = whole};
    return whole;
}

static void find_rest(const struct append_file *f, struct rest *out)
{
    if (ends_whole(f, out)) {
        return;
    }
    struct arena mem = {0};
    struct rec_reader r = {0};
    struct rec rec = {0};
    size_t end = 0;
    rec_reader_init(&r, f->window, &mem, NULL);
    while (rec_next(&r, &rec)) {
        end = is_whole(&rec) ? rec.end : end;
    }
    arena_finish(&mem);
    *out = (struct rest){.text = str_sub(f->window, end, f->window.len),
                         .whole = end > 0};
}

// Whether the block begins a draft that we hold (or a sibling's record, which
// serves as its own draft). A draft that cannot be read is
// an error: without it a tear could pass for words that a person wrote.
static int is_draft_prefix(const struct append_file *f, struct str block,
                           bool *prefix)
{
    const struct ledger *l = f->ledger;
    struct draft_files drafts = {0};
    int error = draft_list(l, f->mem, &drafts);
    for (size_t i = 0; i < drafts.count && error == 0; i++) {
        struct str text = STR_NONE;
        error = disk_read_file(l->disk, drafts.items[i].path.at, f->mem, &text);
        *prefix = *prefix || (error == 0 && str_starts(text, block));
    }
    return error == 0 ? sibling_is_prefix(f, block, prefix) : error;
}

// Where the parts of a rest begin and end, line by line. A part is what stands
// between blank lines.
struct parts {
    size_t end;      // behind the last line that is not blank
    size_t start;    // of the part at hand
    size_t before;   // end of what stands before it
    size_t bad, nul; // such an end for the first part with a bad line, a NUL
    bool last_bad;
};

static struct parts parts_of(struct str rest)
{
    struct parts p = {.bad = SIZE_MAX, .nul = SIZE_MAX};
    bool inside = false;
    for (size_t at = 0; at < rest.len;) {
        size_t end = str_find(rest, '\n', at);
        struct str line = str_sub(rest, at, end);
        size_t start = at;
        at = end < rest.len ? end + 1 : end;
        if (str_trim(line).len == 0 || str_equal(line, STR("\r"))) {
            inside = false;
            continue;
        }
        p.before = inside ? p.before : p.end;
        p.start = inside ? p.start : start;
        inside = true;
        p.last_bad = !rec_line_is_valid(line);
        if (p.last_bad && p.bad == SIZE_MAX) {
            p.bad = p.before;
        }
        if (p.nul == SIZE_MAX && str_find(line, '\0', 0) < line.len) {
            p.nul = p.before;
        }
        p.end = at;
    }
    return p;
}

static size_t least(size_t a, size_t b)
{
    return a < b ? a : b;
}

static int judge(const struct append_file *f, struct rest *out)
{
    struct parts p = parts_of(out->text);
    bool prefix = false;
    if (p.end == 0) {
        return 0;
    }
    size_t cut = p.nul;
    int error =
        is_draft_prefix(f, str_sub(out->text, p.start, out->text.len), &prefix);
    if (prefix) {
        cut = least(cut, p.before);
    }
    if (p.last_bad && out->whole_near) {
        cut = least(cut, p.bad);
    }
    out->torn = cut != SIZE_MAX;
    out->good = cut;
    out->cut_off =
        f->window_at > 0 && !out->whole && (cut == 0 || p.start == 0);
    return error;
}

// Saves bytes as torn/UTC.txt.
static int salvage(const struct append_file *f, struct str bytes)
{
    const struct ledger *l = f->ledger;
    int error = disk_make_folders(l->disk, l->torn, f->mem);
    if (error != 0) {
        return error;
    }
    struct str stamp = clock_utc_stamp(f->mem);
    struct str path = STR_NONE;
    int fd = -EEXIST;
    for (int i = 0; i < 100 && fd == -EEXIST; i++) {
        struct str more = i ? arena_printf(f->mem, "-%d", i) : STR("");
        path = arena_printf(f->mem, "%.*s/%.*s%.*s.txt", STR_ARG(l->torn),
                            STR_ARG(stamp), STR_ARG(more));
        fd = disk_make_file(l->disk, path, DISK_NEW, bytes);
    }
    if (fd < 0) {
        return fd;
    }
    l->disk->close(l->disk->self, fd);
    error = disk_sync_folder_of(l->disk, path, f->mem);
    if (error == 0) {
        ledger_say(l, "%.*s ended in a tear; it was moved to %.*s",
                   STR_ARG(ledger_name(l)), STR_ARG(path));
    }
    return error;
}

static int mend(struct append_file *f, const struct rest *rest)
{
    const struct disk *disk = f->ledger->disk;
    int error = salvage(f, str_sub(rest->text, rest->good, rest->text.len));
    if (error != 0) {
        return error;
    }
    size_t gone = rest->text.len - rest->good;
    error = disk->truncate(disk->self, f->fd, f->size - (int64_t)gone);
    if (error == 0) {
        error = disk->sync(disk->self, f->fd);
    }
    if (error == 0) {
        f->size -= (int64_t)gone;
        f->window.len -= gone;
    }
    return error;
}

// What must stand before a record: the head in an empty file, else as many
// newlines as make a blank line.
static struct str lead_of(const struct append_file *f)
{
    struct str w = f->window;
    if (f->size == 0) {
        return f->ledger->head;
    }
    if (!str_ends(w, STR("\n"))) {
        return STR("\n\n");
    }
    return w.len == 1 || str_ends(w, STR("\n\n")) ? STR("") : STR("\n");
}

// A head that was cut short while the file was made (see make_head) is ours
// to take away.
static int drop_partial_head(struct append_file *f)
{
    const struct disk *disk = f->ledger->disk;
    struct str head = f->ledger->head;
    if (f->window_at > 0 || f->size == 0 || f->window.len >= head.len ||
        !str_starts(head, f->window)) {
        return 0;
    }
    int error = disk->truncate(disk->self, f->fd, 0);
    f->size = error == 0 ? 0 : f->size;
    f->window.len = error == 0 ? 0 : f->window.len;
    return error;
}

// An editor that saves as UTF-16 puts a NUL beside each letter: to a check of
// the tail all of it would be a tear.
static int refuse_wide(const struct append_file *f)
{
    struct str mark = STR_NONE;
    struct disk_range range = {0, f->size < 2 ? f->size : 2};
    int error = disk_read_range(f->ledger->disk, f->fd, range, f->mem, &mark);
    return error == 0 && rec_is_wide(mark) ? -EILSEQ : error;
}

int append_tail(struct append_file *f)
{
    int wide = refuse_wide(f);
    if (wide != 0) {
        return wide;
    }
    struct rest rest = {0};
    for (int64_t most = WINDOW_FIRST; most <= WINDOW_MOST;) {
        int error = read_window(f, most);
        if (error != 0) {
            return error;
        }
        find_rest(f, &rest);
        if (!rest.whole && f->window_at > 0 && most < WINDOW_FULL) {
            most = most * 8 < WINDOW_FULL ? most * 8 : WINDOW_FULL;
            continue;
        }
        rest.whole_near = rest.whole && most <= WINDOW_FULL;
        error = judge(f, &rest);
        if (error != 0) {
            return error;
        }
        if (!rest.cut_off) {
            break;
        }
        most *= 2;
    }
    int error = 0;
    if (rest.torn && !rest.cut_off) {
        error = mend(f, &rest);
    }
    if (error == 0) {
        error = drop_partial_head(f);
    }
    f->lead = lead_of(f);
    return error;
}

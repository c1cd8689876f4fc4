// SPDX-License-Identifier: MIT
// A union by Id. What stands between two records (comments, slips of the
// hand) is the lead of the second and travels with it; a lead that only theirs
// has is added line by line, so that no word of either side is dropped.
#include "core/journal.h"

#include <stdlib.h>

struct part {
    struct rec rec; // its fields are not used
    struct str id, lead;
    size_t order; // over both sides, ours first
};

struct side {
    struct str head, trail;
    struct part *parts;
    size_t count;
};

// Without the blank lines around it, but with its final newline.
static struct str trim_lines(struct str s)
{
    while (s.len > 0 && (s.at[0] == '\n' || s.at[0] == '\r')) {
        s = str_sub(s, 1, s.len);
    }
    while (s.len > 1 && (s.at[s.len - 1] == '\n' || s.at[s.len - 1] == '\r') &&
           (s.at[s.len - 2] == '\n' || s.at[s.len - 2] == '\r')) {
        s.len--;
    }
    return s;
}

// Where the descriptor, a part that begins with '%', ends in what stands
// before the first record; 0 without one.
static size_t head_end(struct str gap)
{
    size_t end = 0;
    bool inside = false;
    for (size_t at = 0; at < gap.len;) {
        size_t next = str_find(gap, '\n', at) + 1;
        bool blank = str_trim(str_sub(gap, at, next - 1)).len == 0;
        inside = !blank && (inside || gap.at[at] == '%');
        end = inside ? next : end;
        at = next;
    }
    return end < gap.len ? end : gap.len;
}

static size_t count_records(struct str text)
{
    size_t count = 0;
    for (size_t at = 0; at < text.len; at = str_find(text, '\n', at) + 1) {
        count += str_starts(str_sub(text, at, at + 3), STR("Id:"));
    }
    return count;
}

static void read_side(struct side *s, struct str text, size_t order,
                      struct arena *mem)
{
    struct rec_reader r = {0};
    struct rec rec = {0};
    s->parts = ARENA_ARRAY(mem, struct part, count_records(text) + 1);
    rec_reader_init(&r, text, mem, NULL);
    r.all = true;
    size_t from = str_starts(text, STR("\xef\xbb\xbf")) ? 3 : 0;
    bool first = true;
    while (rec_next(&r, &rec)) {
        struct str gap = str_sub(text, from, rec.offset);
        if (first) {
            size_t end = head_end(gap);
            s->head = str_sub(gap, 0, end);
            gap = str_sub(gap, end, gap.len);
        }
        first = false;
        s->parts[s->count] = (struct part){.rec = rec,
                                           .id = rec_get(&rec, STR("Id")),
                                           .lead = trim_lines(gap),
                                           .order = order + s->count};
        s->count++;
        from = rec.offset + rec.bytes.len;
    }
    struct str rest = str_sub(text, from, text.len);
    size_t end = first ? head_end(rest) : 0;
    s->head = first ? str_sub(rest, 0, end) : s->head;
    s->trail = trim_lines(str_sub(rest, end, rest.len));
}

static int by_id(const void *a, const void *b)
{
    const struct part *x = a, *y = b;
    int order = str_compare(x->id, y->id);
    return order != 0 ? order : (x->order > y->order) - (x->order < y->order);
}

struct lines {
    struct str *at; // in order
    size_t count;
};

// The next line without its end, however that is written.
static struct str cut_line(struct str *text)
{
    struct str line = str_cut(text, '\n');
    while (line.len > 0 && line.at[line.len - 1] == '\r') {
        line.len--;
    }
    return line;
}

static int by_bytes(const void *a, const void *b)
{
    const struct str *x = a, *y = b;
    return str_compare(*x, *y);
}

static struct lines sort_lines(struct str text, struct arena *mem)
{
    struct lines l = {0};
    size_t count = 0;
    for (struct str rest = text; rest.len > 0; count++) {
        cut_line(&rest);
    }
    l.at = count > 0 ? ARENA_ARRAY(mem, struct str, count) : NULL;
    while (text.len > 0) {
        l.at[l.count++] = cut_line(&text);
    }
    if (l.count > 1) {
        qsort(l.at, l.count, sizeof(*l.at), by_bytes);
    }
    return l;
}

// The lines of text that had has not, conflict marks left out.
static void put_lines(struct buf *out, struct str text, struct lines had)
{
    while (text.len > 0) {
        struct str line = cut_line(&text);
        bool there = had.count > 0 &&
                     bsearch(&line, had.at, had.count, sizeof(line), by_bytes);
        if (!there && !rec_is_conflict_mark(line)) {
            buf_put(out, line);
            buf_put_char(out, '\n');
        }
    }
}

static void put_blank(struct buf *out, size_t from)
{
    if (out->len > from) {
        buf_put_char(out, '\n');
    }
}

// The records of one Id: the one that counts, under the leads of all.
static void put_same(struct buf *out, const struct part *parts, size_t count,
                     struct arena *mem)
{
    const struct part *chosen = &parts[0];
    for (size_t i = 1; i < count && chosen->rec.seal != REC_SEALED; i++) {
        chosen = parts[i].rec.seal == REC_SEALED ? &parts[i] : chosen;
    }
    put_blank(out, 0);
    size_t from = out->len;
    put_lines(out, chosen->lead, (struct lines){0});
    struct lines had = sort_lines(chosen->lead, mem);
    for (size_t i = 0; i < count; i++) {
        if (&parts[i] != chosen) {
            put_lines(out, parts[i].lead, had);
        }
    }
    bool apart = chosen->lead.len > 0 &&
                 chosen->lead.at + chosen->lead.len < chosen->rec.bytes.at;
    if (apart) {
        put_blank(out, from);
    }
    rec_put_copy(out, &chosen->rec);
}

void journal_merge(struct str ours, struct str theirs, struct buf *out)
{
    struct arena mem = {0};
    struct side a = {0}, b = {0};
    read_side(&a, ours, 0, &mem);
    read_side(&b, theirs, a.count, &mem);
    size_t count = a.count + b.count;
    struct part *all = ARENA_ARRAY(&mem, struct part, count + 1);
    for (size_t i = 0; i < count; i++) {
        all[i] = i < a.count ? a.parts[i] : b.parts[i - a.count];
    }
    qsort(all, count, sizeof(*all), by_id);
    put_lines(out, a.head.len > 0 ? a.head : b.head, (struct lines){0});
    for (size_t i = 0, same = 0; i < count; i += same) {
        same = 1;
        while (i + same < count && str_equal(all[i].id, all[i + same].id)) {
            same++;
        }
        put_same(out, &all[i], same, &mem);
    }
    struct buf trail = {0};
    put_lines(&trail, a.trail, (struct lines){0});
    put_lines(&trail, b.trail, sort_lines(a.trail, &mem));
    if (trail.len > 0) {
        put_blank(out, 0);
        buf_put(out, buf_view(&trail));
    }
    buf_finish(&trail);
    arena_finish(&mem);
}

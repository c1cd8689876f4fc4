// SPDX-License-Identifier: MIT
// A union by Id. What stands between two records (comments, slips of the
// hand) is the lead of the second and travels with it; a lead that only theirs
// has is added line by line, so that no word of either side is dropped.
#include "core/journal.h"

#include <stdlib.h>

#include "base/set.h"

struct part {
    struct str bytes, id, lead;
    size_t order; // over all texts, the first before the others
    bool sealed;
};

struct merging {
    struct arena mem;
    struct part *parts;
    size_t count;
    struct str head;   // the first that is not empty
    struct str *trail; // of each text
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

// Without the blank lines around it, but with its final newline. A return
// before an "Id:" stays: without it that would begin an entry.
static struct str trim_lines(struct str s)
{
    struct str rest = s;
    while (s.len > 0 && cut_line(&rest).len == 0) {
        s = rest;
    }
    size_t end = s.len;
    while (end > 0 && (s.at[end - 1] == '\n' || s.at[end - 1] == '\r')) {
        end--;
    }
    return str_sub(s, 0, str_find(s, '\n', end) + 1);
}

// Where the descriptor, a part that begins with '%', ends in what stands
// before the first record; 0 without one.
static size_t head_end(struct str gap)
{
    size_t end = 0;
    bool inside = false;
    for (struct str rest = gap; rest.len > 0;) {
        bool begins = rest.at[0] == '%';
        bool blank = str_trim(cut_line(&rest)).len == 0;
        inside = !blank && (inside || begins);
        end = inside ? gap.len - rest.len : end;
    }
    return end;
}

// At the most: one may stand behind a byte order mark.
static size_t count_records(struct str text)
{
    size_t count = 1;
    for (size_t at = 0; at < text.len; at = str_find(text, '\n', at) + 1) {
        count += str_starts(str_sub(text, at, at + 3), STR("Id:"));
    }
    return count;
}

static void take_head(struct merging *m, struct str *gap)
{
    size_t end = head_end(*gap);
    m->head = m->head.len > 0 ? m->head : str_sub(*gap, 0, end);
    *gap = str_sub(*gap, end, gap->len);
}

static void read_text(struct merging *m, struct str text, struct str *trail)
{
    struct rec_reader r = {0};
    struct rec rec = {0};
    rec_reader_init(&r, text, &m->mem, NULL);
    r.all = true;
    r.skim = (const struct str[]){STR("Id"), STR_NONE};
    size_t from = str_starts(text, STR("\xef\xbb\xbf")) ? 3 : 0;
    bool first = true;
    while (rec_next(&r, &rec)) {
        struct str gap = str_sub(text, from, rec.offset);
        if (first) {
            take_head(m, &gap);
        }
        first = false;
        m->parts[m->count] = (struct part){.bytes = rec.bytes,
                                           .id = rec_get(&rec, STR("Id")),
                                           .lead = trim_lines(gap),
                                           .order = m->count,
                                           .sealed = rec.seal == REC_SEALED};
        m->count++;
        from = rec.offset + rec.bytes.len;
    }
    struct str rest = str_sub(text, from, text.len);
    if (first) {
        take_head(m, &rest);
    }
    *trail = trim_lines(rest);
}

static int by_id(const void *a, const void *b)
{
    const struct part *x = a, *y = b;
    int order = str_compare(x->id, y->id);
    return order != 0 ? order : (x->order > y->order) - (x->order < y->order);
}

// The lines of text that had has not, conflict marks left out; had (may be
// NULL) then has them too.
static void put_lines(struct buf *out, struct str text, struct set *had)
{
    for (struct str rest = text; rest.len > 0;) {
        struct str line = cut_line(&rest);
        bool there = had && set_find(had, line);
        if (!there && !rec_is_conflict_mark(line)) {
            buf_put(out, line);
            buf_put_char(out, '\n');
        }
    }
    while (had && text.len > 0) {
        set_add(had, cut_line(&text));
    }
}

static void put_blank(struct buf *out, size_t from)
{
    if (out->len > from) {
        buf_put_char(out, '\n');
    }
}

// The records of one Id: the one that counts, under the leads of all.
static void put_same(struct buf *out, const struct part *parts, size_t count)
{
    struct arena mem = {0};
    struct set had = {.mem = &mem};
    const struct part *chosen = &parts[0];
    for (size_t i = 1; i < count && !chosen->sealed; i++) {
        chosen = parts[i].sealed ? &parts[i] : chosen;
    }
    put_blank(out, 0);
    size_t from = out->len;
    put_lines(out, chosen->lead, count > 1 ? &had : NULL);
    for (size_t i = 0; i < count; i++) {
        if (&parts[i] != chosen) {
            put_lines(out, parts[i].lead, &had);
        }
    }
    bool apart = chosen->lead.len > 0 &&
                 chosen->lead.at + chosen->lead.len < chosen->bytes.at;
    if (apart) {
        put_blank(out, from);
    }
    rec_put_copy(out, &(struct rec){.bytes = chosen->bytes});
    arena_finish(&mem);
}

static void put_trails(struct buf *out, const struct str *trails, size_t count)
{
    struct arena mem = {0};
    struct set had = {.mem = &mem};
    struct buf all = {0};
    for (size_t i = 0; i < count; i++) {
        put_lines(&all, trails[i], &had);
    }
    if (all.len > 0) {
        put_blank(out, 0);
        buf_put(out, buf_view(&all));
    }
    buf_finish(&all);
    arena_finish(&mem);
}

void journal_merge(const struct str *texts, size_t count, struct buf *out)
{
    struct merging m = {0};
    size_t most = 0;
    for (size_t i = 0; i < count; i++) {
        most += count_records(texts[i]);
    }
    m.parts = ARENA_ARRAY(&m.mem, struct part, most);
    m.trail = ARENA_ARRAY(&m.mem, struct str, count);
    for (size_t i = 0; i < count; i++) {
        read_text(&m, texts[i], &m.trail[i]);
    }
    qsort(m.parts, m.count, sizeof(*m.parts), by_id);
    put_lines(out, m.head, NULL);
    for (size_t i = 0, same = 0; i < m.count; i += same) {
        same = 1;
        while (i + same < m.count &&
               str_equal(m.parts[i].id, m.parts[i + same].id)) {
            same++;
        }
        put_same(out, &m.parts[i], same);
    }
    put_trails(out, m.trail, count);
    arena_finish(&m.mem);
}

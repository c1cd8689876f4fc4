// SPDX-License-Identifier: MIT
// Lines are cached as offsets. Where a line ends depends on nothing before its
// start, so after an edit wrapping goes on only until a new line starts where
// an old one did; from there the old ones hold, shifted. Each line remembers
// how far it looked (reach), which says where to begin. Widths of words are
// added up, one call of the ruler a word.
#include "screens/editor_inside.h"

#include <string.h>

#include "base/breaks.h"
#include "base/grapheme.h"

static struct wrapped *lines_of(const struct editor *e)
{
    return (struct wrapped *)(void *)e->lines.at;
}

size_t editor_lines(const struct editor *e)
{
    return e->lines.len / sizeof(struct wrapped);
}

size_t wrap_start(const struct editor *e, size_t line)
{
    return lines_of(e)[line].start;
}

size_t wrap_end(const struct editor *e, size_t line)
{
    return line + 1 < editor_lines(e) ? wrap_start(e, line + 1) : e->text.len;
}

size_t wrap_shown(const struct editor *e, size_t line)
{
    size_t end = wrap_end(e, line);
    bool newline = end > wrap_start(e, line) && e->text.at[end - 1] == '\n';
    return newline ? end - 1 : end;
}

size_t wrap_line_of(const struct editor *e, size_t at)
{
    size_t low = 0;
    size_t high = editor_lines(e);
    while (high - low > 1) {
        size_t middle = (low + high) / 2;
        if (wrap_start(e, middle) <= at) {
            low = middle;
        } else {
            high = middle;
        }
    }
    return low;
}

struct str wrap_spaced(struct str text, char *room, size_t cap)
{
    size_t len = 0;
    for (size_t i = 0; i < text.len && len + 4 <= cap; i++) {
        if (text.at[i] == '\t') {
            memcpy(room + len, "    ", 4);
            len += 4;
        } else {
            room[len++] = text.at[i];
        }
    }
    return (struct str){room, len};
}

float wrap_width(const struct editor *e, size_t from, size_t to)
{
    if (from >= to) {
        return 0;
    }
    char room[4 * (LINE_MOST + GRAPHEME_MOST)];
    struct str text = str_sub(buf_view(&e->text), from, to);
    if (memchr(text.at, '\t', text.len)) {
        text = wrap_spaced(text, room, sizeof(room));
    }
    return e->ruler->width(e->ruler->fonts, e->type.face, e->type.size, text);
}

// A blank that bears no mark: a line may end behind it.
static bool blank(struct str s, size_t at)
{
    return at < s.len && (s.at[at] == ' ' || s.at[at] == '\t') &&
           grapheme_next(s, at) == at + 1;
}

// A piece of a line: a word, then the blanks after it.
struct piece {
    size_t word, end;
};

static struct piece next_piece(struct str s, size_t at, size_t limit)
{
    bool none = at >= s.len || blank(s, at) || s.at[at] == '\n';
    size_t word = none ? at : breaks_next(s, at, limit - at);
    size_t end = word;
    while (end < limit && blank(s, end)) {
        end++;
    }
    return (struct piece){word, end};
}

// The most of [from, to) that fits in width; one cluster at least.
static size_t fitting(const struct editor *e, size_t from, size_t to,
                      float width)
{
    uint16_t ends[LINE_MOST + GRAPHEME_MOST];
    size_t count = 0;
    size_t at = from;
    do {
        at = grapheme_next(buf_view(&e->text), at);
        ends[count++] = (uint16_t)(at - from);
    } while (at < to);
    size_t low = 0;
    size_t high = count;
    while (high - low > 1) {
        size_t middle = (low + high) / 2;
        if (wrap_width(e, from, from + ends[middle]) <= width) {
            low = middle;
        } else {
            high = middle;
        }
    }
    return from + ends[low];
}

// Where the line that begins at start ends; *reach as in struct wrapped.
static size_t line_end(const struct editor *e, size_t start, size_t *reach)
{
    struct str s = buf_view(&e->text);
    size_t limit = start + LINE_MOST;
    float used = 0;
    for (size_t at = start;;) {
        struct piece p = next_piece(s, at, limit);
        *reach = p.end + 4 * 2; // the clusters around an end look this far
        float word = wrap_width(e, at, p.word);
        if (used + word > e->box.w && p.word > at) {
            return at > start ? at : fitting(e, start, p.word, e->box.w);
        }
        used += word + wrap_width(e, p.word, p.end);
        at = p.end;
        if (at >= s.len || at >= limit) {
            return at;
        }
        if (s.at[at] == '\n') {
            return at + 1;
        }
    }
}

static void line_put(struct buf *out, size_t start)
{
    struct wrapped line = {.start = (uint32_t)start};
    buf_put(out, (struct str){(const char *)&line, sizeof(line)});
}

static struct wrapped *line_last(struct buf *out)
{
    return (struct wrapped *)(void *)(out->at + out->len) - 1;
}

// Whether another line begins where one ends: not at the text's end, unless a
// newline stands there.
static bool goes_on(const struct editor *e, size_t end)
{
    return end < e->text.len || (end > 0 && e->text.at[end - 1] == '\n');
}

// Wraps from start on into out, until a line starts at one of old (shifted by
// shift) that begins at or after settled. Gives that old line's index, or
// old_count when the text ended first.
struct resume {
    const struct wrapped *old;
    size_t count, next;
    size_t settled;
    ptrdiff_t shift;
};

static size_t wrap_from(const struct editor *e, size_t start,
                        struct resume *old, struct buf *out)
{
    for (;;) {
        line_put(out, start);
        size_t reach = 0;
        size_t end = line_end(e, start, &reach);
        line_last(out)->reach = (uint32_t)reach;
        if (!goes_on(e, end) || end == start) {
            return old->count;
        }
        start = end;
        while (old->next < old->count &&
               (old->old[old->next].start < old->settled ||
                (ptrdiff_t)old->old[old->next].start + old->shift <
                    (ptrdiff_t)start)) {
            old->next++;
        }
        if (old->next < old->count &&
            (ptrdiff_t)old->old[old->next].start + old->shift ==
                (ptrdiff_t)start) {
            return old->next;
        }
    }
}

void wrap_all(struct editor *e)
{
    struct resume none = {0};
    buf_clear(&e->lines);
    wrap_from(e, 0, &none, &e->lines);
}

void wrap_edit(struct editor *e, size_t at, size_t removed, size_t inserted)
{
    size_t first = wrap_line_of(e, at);
    while (first > 0 && lines_of(e)[first - 1].reach >= at) {
        first--;
    }
    struct resume old = {
        .old = lines_of(e),
        .count = editor_lines(e),
        .next = first + 1,
        .settled = at + removed,
        .shift = (ptrdiff_t)inserted - (ptrdiff_t)removed,
    };
    buf_clear(&e->redone);
    size_t resumed = wrap_from(e, wrap_start(e, first), &old, &e->redone);
    for (size_t i = resumed; i < old.count; i++) {
        struct wrapped line = old.old[i];
        line.start = (uint32_t)((ptrdiff_t)line.start + old.shift);
        line.reach = (uint32_t)((ptrdiff_t)line.reach + old.shift);
        buf_put(&e->redone, (struct str){(const char *)&line, sizeof(line)});
    }
    e->lines.len = first * sizeof(struct wrapped);
    buf_put(&e->lines, buf_view(&e->redone));
}

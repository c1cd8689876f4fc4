// SPDX-License-Identifier: MIT
// A text of 200 KB is opened as fast as a line: only what shows is wrapped at
// once, and a line is looked for in the next few hundred bytes alone.
#include <string.h>

#include "base/grapheme.h"
#include "screens/journal_inside.h"

enum { LINE_BYTES = 640 }; // more than fits in a line

static const struct style {
    struct words words;
    float leading, above; // above: before the first line of a block
} styles[JOURNAL_STYLES] = {
    [JOURNAL_TITLE] = {{.face = FACE_SERIF, .role = ROLE_INK, .size = 0.042f},
                       0.05f,
                       0},
    [JOURNAL_FACT] =
        {{.face = FACE_REGULAR, .role = ROLE_INK2, .size = 0.0215f}, 0.032f, 0},
    [JOURNAL_LABEL] = {{.face = FACE_MEDIUM,
                        .role = ROLE_INK2,
                        .size = 0.0215f},
                       0.036f,
                       0.024f},
    [JOURNAL_WORDS] = {{.face = FACE_SERIF, .role = ROLE_INK, .size = 0.032f},
                       0.0464f,
                       0.012f},
    [JOURNAL_QUIET] = {{.face = FACE_REGULAR,
                        .role = ROLE_INK3,
                        .size = 0.0195f},
                       0.03f,
                       0.016f},
};

static struct words words_of(const struct journal_reading *r,
                             enum journal_style style)
{
    struct words w = styles[style].words;
    w.size *= r->scale;
    w.size = w.size > r->least ? w.size : r->least;
    w.sized = true;
    return w;
}

static float leading_of(const struct journal_reading *r,
                        enum journal_style style)
{
    const struct style *s = &styles[style];
    return s->leading * words_of(r, style).size / s->words.size;
}

static const struct journal_line *line_at(const struct journal_reading *r,
                                          size_t i)
{
    const void *at = r->lines.at + i * sizeof(struct journal_line);
    return at;
}

static size_t line_count(const struct journal_reading *r)
{
    return r->lines.len / sizeof(struct journal_line);
}

void journal_reading_finish(struct journal_reading *r)
{
    arena_finish(&r->mem);
    buf_finish(&r->lines);
    *r = (struct journal_reading){0};
}

void journal_reading_open(struct journal_reading *r,
                          const struct journal_item *item,
                          const struct facts *f, const struct ruler *ruler)
{
    struct buf lines = r->lines;
    arena_finish(&r->mem);
    buf_clear(&lines);
    *r = (struct journal_reading){.item = item,
                                  .lines = lines,
                                  .scale = ruler_growth(ruler),
                                  .least = ruler->least};
    if (item) {
        const struct places *places = &f->journal->index.places;
        struct rec_reader reader = {.mem = &r->mem};
        place_read(places, item->first, &reader, &r->first);
        place_read(places, item->latest, &reader, &r->latest);
        journal_blocks(r, f, ruler->tongue);
        r->rest = r->blocks[0].text;
        journal_reading_lay(r, ruler, journal_reading_rows(r, 0) + 1);
    }
}

bool journal_reading_whole(const struct journal_reading *r)
{
    return r->block == r->block_count;
}

// The next line of what is left; false at its end.
static bool take_line(struct journal_reading *r, const struct ruler *ruler,
                      enum journal_style style, struct str *line)
{
    if (r->rest.len == 0) {
        return false;
    }
    struct str near = grapheme_head(r->rest, LINE_BYTES);
    size_t most = near.len;
    *line = words_line(ruler, words_of(r, style), journal_right.w, &near);
    // What was trimmed off the end of the piece is looked at again.
    size_t used = near.len > 0 ? (size_t)(near.at - r->rest.at) : most;
    r->rest = str_sub(r->rest, used, r->rest.len);
    return true;
}

void journal_reading_lay(struct journal_reading *r, const struct ruler *ruler,
                         size_t count)
{
    bool first = r->block < r->block_count &&
                 r->rest.len == r->blocks[r->block].text.len;
    while (count > 0 && !journal_reading_whole(r)) {
        struct journal_line line = {.style = r->blocks[r->block].style,
                                    .first = first};
        first = !take_line(r, ruler, line.style, &line.text);
        if (!first) {
            buf_put(&r->lines, (struct str){(const char *)&line, sizeof(line)});
            count--;
        } else if (++r->block < r->block_count) {
            r->rest = r->blocks[r->block].text;
        }
    }
}

static float height_of(const struct journal_reading *r, size_t i, bool top)
{
    const struct journal_line *line = line_at(r, i);
    float above = r->scale * styles[line->style].above;
    return leading_of(r, line->style) + (line->first && !top ? above : 0);
}

size_t journal_reading_rows(const struct journal_reading *r, size_t top)
{
    float left = journal_right.h;
    size_t i = top;
    while (i < line_count(r)) {
        left -= height_of(r, i, i == top);
        if (left < 0) {
            break;
        }
        i++;
    }
    // Lines that are not wrapped yet count as the smallest ones.
    return i - top +
           (left > 0 ? (size_t)(left / leading_of(r, JOURNAL_QUIET)) : 0);
}

static size_t last_top(const struct journal_reading *r)
{
    float left = journal_right.h;
    size_t i = line_count(r);
    while (i > 0) {
        left -= height_of(r, i - 1, false);
        if (left < 0) {
            break;
        }
        i--;
    }
    return i;
}

void journal_reading_scroll(struct journal_reading *r,
                            const struct ruler *ruler, int lines)
{
    if (lines < 0) {
        size_t up = (size_t)-lines;
        r->top = r->top > up ? r->top - up : 0;
        return;
    }
    size_t rows = journal_reading_rows(r, r->top);
    size_t wanted = r->top + rows + (size_t)lines;
    if (wanted > line_count(r)) {
        size_t more = wanted - line_count(r);
        journal_reading_lay(r, ruler, more < 2 * rows ? more : 2 * rows);
    }
    size_t last = last_top(r);
    r->top = r->top + (size_t)lines < last ? r->top + (size_t)lines : last;
}

// A line under each part of what is found.
static void mark_found(const struct search *search, struct words w,
                       struct str text, float y, const struct page *pg)
{
    size_t ends[2];
    const struct ruler *ruler = pg->ruler;
    if (!search_spot(search, text, &ends[0], &ends[1])) {
        return;
    }
    const struct ruler_line line = {w.face, w.size, text};
    struct ruler_part parts[RULER_PARTS];
    size_t count = ruler_parts(ruler, &line, ends, parts);
    float wide = ruler->width(ruler->fonts, w.face, w.size, text);
    float x = journal_right.x, under = y + 0.25f * w.size, way = 1;
    x += words_against(ruler, text) ? journal_right.w - wide : 0;
    if (tongue_turns(ruler->tongue, STR_NONE)) { // the page will be turned
        x += wide;
        way = -1;
    }
    for (size_t i = 0; i < count; i++) {
        line_draw(pg->sc, ROLE_BREATH, 0.0025f,
                  (float[]){x + way * parts[i].left, under,
                            x + way * parts[i].right, under});
    }
}

void journal_reading_draw(const struct journal_reading *r,
                          const struct search *search, const struct page *pg)
{
    float y = journal_right.y;
    size_t i = r->top;
    for (; i < line_count(r); i++) {
        const struct journal_line *line = line_at(r, i);
        float high = height_of(r, i, i == r->top);
        if (y + high > journal_right.y + journal_right.h + 0.001f) {
            break;
        }
        y += high;
        struct words w = words_of(r, line->style);
        float base = y - 0.3f * leading_of(r, line->style);
        words_own(pg, w,
                  (struct area){journal_right.x, base, journal_right.w, 0},
                  line->text);
        mark_found(search, w, line->text, base, pg);
    }
    struct words more = {.face = FACE_REGULAR,
                         .role = ROLE_INK3,
                         .align = ALIGN_RIGHT,
                         .size = 0.0195f};
    float x = journal_right.x + journal_right.w + 0.045f;
    if (r->top > 0) {
        words_draw(pg->sc, more, x, journal_right.y + 0.03f, STR("\u2191"));
    }
    if (i < line_count(r) || !journal_reading_whole(r)) {
        words_draw(pg->sc, more, x, journal_right.y + journal_right.h,
                   STR("\u2193"));
    }
}

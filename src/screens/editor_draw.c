// SPDX-License-Identifier: MIT
#include "screens/editor_inside.h"

#include "base/grapheme.h"

// Of the em, for the faces that we use: where the baseline stands in a line,
// and how far letters reach around it.
static const float rise = 0.80f, drop = 0.26f;

static float line_top(const struct editor *e, size_t line)
{
    return e->box.y + (float)(line - e->top) * e->type.line;
}

static float baseline(const struct editor *e, size_t line)
{
    float room = e->type.line - (rise + drop) * e->type.size;
    return line_top(e, line) + room / 2 + rise * e->type.size;
}

static float within(const struct editor *e, float x)
{
    return x > e->box.w ? e->box.w : x;
}

struct area editor_caret(const struct editor *e)
{
    size_t line = cursor_line(e);
    line = line < e->top ? e->top : line;
    float x = wrap_width(e, wrap_start(e, line), e->cursor);
    float y = baseline(e, line) - rise * e->type.size;
    return (struct area){way_place(e, line, within(e, x)), y, 0.0028f,
                         (rise + drop) * e->type.size};
}

// The part of [from, to) in a line, as a box around its letters.
static bool part_of(const struct editor *e, size_t line, size_t from, size_t to,
                    struct area *out)
{
    size_t start = wrap_start(e, line);
    size_t end = wrap_end(e, line);
    from = from < start ? start : from;
    to = to > end ? end : to;
    if (from >= to) {
        return false;
    }
    size_t shown = wrap_shown(e, line);
    float left = within(e, wrap_width(e, start, from));
    float right = within(e, wrap_width(e, start, to < shown ? to : shown));
    if (to > shown) {
        right += 0.3f * e->type.size; // the newline is chosen too
    }
    float x = way_place(e, line, way_turned(e, line) ? right : left);
    *out = (struct area){x, baseline(e, line) - rise * e->type.size,
                         right - left, (rise + drop) * e->type.size};
    return true;
}

static void draw_line(const struct editor *e, struct scene *sc, size_t line)
{
    char room[4 * (LINE_MOST + GRAPHEME_MOST)];
    struct str text =
        str_sub(buf_view(&e->text), wrap_start(e, line), wrap_shown(e, line));
    scene_text(
        sc,
        (struct shape){.role = ROLE_INK,
                       .alpha = 1,
                       .x = way_place(e, line, 0),
                       .y = baseline(e, line),
                       .face = e->type.face,
                       .align = way_turned(e, line) ? ALIGN_RIGHT : ALIGN_LEFT,
                       .size = e->type.size,
                       .sized = true},
        wrap_spaced(text, room, sizeof(room)));
}

static void draw_scroll(const struct editor *e, struct scene *sc, size_t rows)
{
    size_t lines = editor_lines(e);
    if (lines <= rows) {
        return;
    }
    float x = e->box.x + e->box.w + 0.016f;
    float part = e->box.h / (float)lines;
    float from = e->box.y + part * (float)e->top;
    scene_add(sc, (struct shape){.kind = SHAPE_LINE,
                                 .role = ROLE_INK3,
                                 .alpha = 0.6f,
                                 .x = x,
                                 .y = from,
                                 .w = x,
                                 .h = from + part * (float)rows,
                                 .width = 0.003f});
}

void editor_draw(const struct editor *e, struct scene *sc, bool focused)
{
    size_t rows = editor_rows(e);
    size_t first = sc->count;
    size_t from = e->cursor < e->anchor ? e->cursor : e->anchor;
    size_t to = e->cursor < e->anchor ? e->anchor : e->cursor;
    struct area part;
    for (size_t line = e->top; line < editor_lines(e) && line < e->top + rows;
         line++) {
        if (focused && part_of(e, line, from, to, &part)) {
            scene_add(sc, (struct shape){.kind = SHAPE_BOX,
                                         .role = ROLE_RING,
                                         .alpha = 0.45f,
                                         .x = part.x,
                                         .y = part.y,
                                         .w = part.w,
                                         .h = part.h,
                                         .r = 0.003f});
        }
        draw_line(e, sc, line);
        if (part_of(e, line, e->compose_at, e->compose_at + e->compose_len,
                    &part)) {
            float y = part.y + part.h;
            scene_add(sc, (struct shape){.kind = SHAPE_LINE,
                                         .role = ROLE_INK2,
                                         .alpha = 1,
                                         .x = part.x,
                                         .y = y,
                                         .w = part.x + part.w,
                                         .h = y,
                                         .width = 0.0018f});
        }
    }
    draw_scroll(e, sc, rows);
    size_t line = cursor_line(e);
    if (focused && line >= e->top && line < e->top + rows) {
        struct area caret = editor_caret(e);
        scene_add(sc, (struct shape){.kind = SHAPE_LINE,
                                     .role = ROLE_BREATH,
                                     .alpha = 1,
                                     .x = caret.x,
                                     .y = caret.y,
                                     .w = caret.x,
                                     .h = caret.y + caret.h,
                                     .width = caret.w});
    }
    if (editor_turned(e)) { // with the page it is turned once more
        scene_mirror(sc, first, e->box.x + e->box.w / 2);
    }
}

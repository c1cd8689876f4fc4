// SPDX-License-Identifier: MIT
#include "screens/editor_inside.h"

#include "base/grapheme.h"
#include "screens/widgets.h"

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
    float end = e->box.x + e->box.w;
    return x < e->box.x ? e->box.x : x > end ? end : x;
}

struct area editor_caret(const struct editor *e)
{
    size_t line = cursor_line(e);
    line = line < e->top ? e->top : line;
    float y = baseline(e, line) - rise * e->type.size;
    return (struct area){within(e, way_caret(e, line, e->cursor)), y, 0.0028f,
                         (rise + drop) * e->type.size};
}

// A line's newline, beside what is chosen before it.
static size_t put_newline(const struct editor *e, size_t line,
                          struct ruler_part *parts, size_t count)
{
    const float wide = 0.3f * e->type.size, near = 0.0005f;
    const bool turned = way_turned(e, line);
    float along = wrap_width(e, wrap_start(e, line), wrap_shown(e, line));
    float at = within(e, way_place(e, line, along));
    for (size_t i = 0; i < count; i++) {
        float *edge = turned ? &parts[i].left : &parts[i].right;
        if (*edge > at - near && *edge < at + near) {
            *edge += turned ? -wide : wide;
            return count;
        }
    }
    float left = turned ? at - wide : at;
    parts[count] = (struct ruler_part){.left = left, .right = left + wide};
    return count + 1;
}

// The parts of [ends[0], ends[1]) in a line, as boxes around its letters; how
// many.
static size_t parts_of(const struct editor *e, size_t line,
                       const size_t ends[2], struct area out[RULER_PARTS + 1])
{
    const size_t start = wrap_start(e, line), shown = wrap_shown(e, line);
    const size_t own[] = {ends[0] < start ? start : ends[0],
                          ends[1] > shown ? shown : ends[1]};
    struct ruler_part parts[RULER_PARTS + 1];
    size_t count = own[0] < own[1] ? way_parts(e, line, own, parts) : 0;
    for (size_t i = 0; i < count; i++) {
        parts[i].left = within(e, parts[i].left);
        parts[i].right = within(e, parts[i].right);
    }
    if (ends[0] < wrap_end(e, line) && ends[1] > shown && ends[0] < ends[1]) {
        count = put_newline(e, line, parts, count);
    }
    for (size_t i = 0; i < count; i++) {
        out[i] = (struct area){
            parts[i].left, baseline(e, line) - rise * e->type.size,
            parts[i].right - parts[i].left, (rise + drop) * e->type.size};
    }
    return count;
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

static void draw_chosen(const struct editor *e, struct scene *sc, size_t line,
                        const size_t ends[2])
{
    struct area parts[RULER_PARTS + 1];
    size_t count = parts_of(e, line, ends, parts);
    for (size_t i = 0; i < count; i++) {
        box_fill(sc, parts[i], 0.003f, ROLE_RING, 0.45f);
    }
}

// A line under what is not said yet.
static void draw_composed(const struct editor *e, struct scene *sc, size_t line,
                          const size_t ends[2])
{
    struct area parts[RULER_PARTS + 1];
    size_t count = parts_of(e, line, ends, parts);
    for (size_t i = 0; i < count; i++) {
        float y = parts[i].y + parts[i].h;
        line_draw(sc, ROLE_INK2, 0.0018f,
                  (float[]){parts[i].x, y, parts[i].x + parts[i].w, y});
    }
}

void editor_draw(const struct editor *e, struct scene *sc, bool focused)
{
    size_t rows = editor_rows(e);
    size_t first = sc->count;
    size_t from = e->cursor < e->anchor ? e->cursor : e->anchor;
    size_t to = e->cursor < e->anchor ? e->anchor : e->cursor;
    const size_t chosen[] = {from, to};
    const size_t composed[] = {e->compose_at, e->compose_at + e->compose_len};
    for (size_t line = e->top; line < editor_lines(e) && line < e->top + rows;
         line++) {
        if (focused) {
            draw_chosen(e, sc, line, chosen);
        }
        draw_line(e, sc, line);
        draw_composed(e, sc, line, composed);
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

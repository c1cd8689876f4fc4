// SPDX-License-Identifier: MIT
#include "frame/scene.h"

#include <assert.h>
#include <string.h>

static const char *const kind_words[] = {
    [SHAPE_GROUND] = "ground", [SHAPE_ORB] = "orb",   [SHAPE_GLOW] = "glow",
    [SHAPE_DISC] = "disc",     [SHAPE_RING] = "ring", [SHAPE_ARC] = "arc",
    [SHAPE_DOTS] = "dots",     [SHAPE_LINE] = "line", [SHAPE_BOX] = "box",
    [SHAPE_TEXT] = "text",     [SHAPE_PATH] = "path",
};
static_assert(sizeof(kind_words) / sizeof(kind_words[0]) == SHAPE_KIND_COUNT,
              "a word for each shape");

void scene_begin(struct scene *sc, float left, float top, float right,
                 float bottom)
{
    sc->left = left;
    sc->top = top;
    sc->right = right;
    sc->bottom = bottom;
    sc->count = 0;
    sc->text_len = 0;
    sc->points_len = 0;
    sc->overflow = false;
}

void scene_add(struct scene *sc, struct shape s)
{
    assert(s.kind < SHAPE_KIND_COUNT && s.role < ROLE_COUNT);
    if (sc->count == SCENE_SHAPES) {
        sc->overflow = true;
        return;
    }
    sc->shapes[sc->count++] = s;
}

void scene_text(struct scene *sc, struct shape s, struct str text)
{
    if (text.len == 0) {
        return;
    }
    if (text.len > SCENE_TEXT - sc->text_len) {
        sc->overflow = true;
        return;
    }
    s.kind = SHAPE_TEXT;
    s.text_at = sc->text_len;
    s.text_len = text.len;
    memcpy(sc->text + sc->text_len, text.at, text.len);
    sc->text_len += text.len;
    scene_add(sc, s);
}

void scene_path(struct scene *sc, struct shape s, const struct point *points,
                size_t count)
{
    if (count == 0) {
        return;
    }
    if (count > SCENE_POINTS - sc->points_len) {
        sc->overflow = true;
        return;
    }
    s.kind = SHAPE_PATH;
    s.count = (int)count;
    s.points_at = sc->points_len;
    memcpy(sc->points + sc->points_len, points, count * sizeof(*points));
    sc->points_len += count;
    scene_add(sc, s);
}

static void mirror_shape(struct shape *s, float axis)
{
    static const enum align other[] = {
        [ALIGN_LEFT] = ALIGN_RIGHT,
        [ALIGN_CENTRE] = ALIGN_CENTRE,
        [ALIGN_RIGHT] = ALIGN_LEFT,
    };
    s->x = 2 * axis - s->x;
    if (s->kind == SHAPE_BOX) {
        s->x -= s->w;
    } else if (s->kind == SHAPE_LINE || s->kind == SHAPE_PATH) {
        s->w = 2 * axis - s->w;
    } else if (s->kind == SHAPE_TEXT) {
        s->align = other[s->align];
    } else if (s->kind == SHAPE_ARC) { // clockwise still
        float from = 1 - s->b;
        s->b = 1 - s->a;
        s->a = from;
    }
}

void scene_mirror(struct scene *sc, size_t first, float axis)
{
    for (size_t i = first; i < sc->count; i++) {
        struct shape *s = &sc->shapes[i];
        struct point *points = sc->points + s->points_at;
        mirror_shape(s, axis);
        for (int k = 0; s->kind == SHAPE_PATH && k < s->count; k++) {
            points[k].x = 2 * axis - points[k].x;
        }
    }
}

struct str scene_text_of(const struct scene *sc, const struct shape *s)
{
    return (struct str){sc->text + s->text_at, s->text_len};
}

static void print_figure(struct buf *out, const char *name, float value)
{
    if (value > 0 || value < 0) {
        buf_printf(out, " %s=%.4f", name, (double)value);
    }
}

static void print_points(struct buf *out, const struct scene *sc,
                         const struct shape *s)
{
    buf_printf(out, "%s", s->closed ? " closed" : "");
    for (int i = 0; i < s->count; i++) {
        struct point p = sc->points[s->points_at + (size_t)i];
        buf_printf(out, " %.4f,%.4f", (double)p.x, (double)p.y);
    }
}

void scene_print(const struct scene *sc, struct buf *out)
{
    static const char *const faces[] = {"light", "regular", "medium", "serif"};
    static const char *const aligns[] = {"left", "centre", "right"};
    static_assert(sizeof(faces) / sizeof(faces[0]) == FACE_COUNT, "faces");
    for (size_t i = 0; i < sc->count; i++) {
        const struct shape *s = &sc->shapes[i];
        buf_printf(out, "%s %.*s", kind_words[s->kind],
                   STR_ARG(role_word(s->role)));
        print_figure(out, "alpha", s->alpha);
        print_figure(out, "x", s->x);
        print_figure(out, "y", s->y);
        print_figure(out, "w", s->w);
        print_figure(out, "h", s->h);
        print_figure(out, "r", s->r);
        print_figure(out, "width", s->width);
        print_figure(out, "a", s->a);
        print_figure(out, "b", s->b);
        if (s->count > 0) {
            buf_printf(out, " count=%d", s->count);
        }
        if (s->kind == SHAPE_TEXT) {
            struct str text = scene_text_of(sc, s);
            print_figure(out, "size", s->size);
            buf_printf(out, " %s %s%s \"%.*s\"", faces[s->face],
                       aligns[s->align], s->tabular ? " tabular" : "",
                       STR_ARG(text));
        }
        if (s->kind == SHAPE_PATH) {
            print_points(out, sc, s);
        }
        buf_put_char(out, '\n');
    }
}

// SPDX-License-Identifier: MIT
// A scene as text, for tests of what is shown: one line a shape, numbers to 4
// places.
#pragma once

#include <assert.h>

#include "base/buf.h"
#include "frame/scene.h"

static inline void scene_print_figure(struct buf *out, const char *name,
                                      float value)
{
    if (value > 0 || value < 0) {
        buf_printf(out, " %s=%.4f", name, (double)value);
    }
}

static inline void scene_print_points(struct buf *out, const struct scene *sc,
                                      const struct shape *s)
{
    buf_printf(out, "%s", s->closed ? " closed" : "");
    for (int i = 0; i < s->count; i++) {
        struct point p = sc->points[s->points_at + (size_t)i];
        buf_printf(out, " %.4f,%.4f", (double)p.x, (double)p.y);
    }
}

static inline void scene_print(const struct scene *sc, struct buf *out)
{
    static const char *const kinds[] = {
        [SHAPE_GROUND] = "ground", [SHAPE_ORB] = "orb",   [SHAPE_GLOW] = "glow",
        [SHAPE_DISC] = "disc",     [SHAPE_RING] = "ring", [SHAPE_ARC] = "arc",
        [SHAPE_DOTS] = "dots",     [SHAPE_LINE] = "line", [SHAPE_BOX] = "box",
        [SHAPE_TEXT] = "text",     [SHAPE_PATH] = "path",
    };
    static_assert(sizeof(kinds) / sizeof(kinds[0]) == SHAPE_KIND_COUNT,
                  "kinds");
    static const char *const faces[] = {"light", "regular", "medium",
                                        "semibold", "serif"};
    static const char *const aligns[] = {"left", "centre", "right"};
    static_assert(sizeof(faces) / sizeof(faces[0]) == FACE_COUNT, "faces");
    for (size_t i = 0; i < sc->count; i++) {
        const struct shape *s = &sc->shapes[i];
        buf_printf(out, "%s %.*s", kinds[s->kind], STR_ARG(role_word(s->role)));
        scene_print_figure(out, "alpha", s->alpha);
        scene_print_figure(out, "x", s->x);
        scene_print_figure(out, "y", s->y);
        scene_print_figure(out, "w", s->w);
        scene_print_figure(out, "h", s->h);
        scene_print_figure(out, "r", s->r);
        scene_print_figure(out, "width", s->width);
        scene_print_figure(out, "a", s->a);
        scene_print_figure(out, "b", s->b);
        if (s->count > 0) {
            buf_printf(out, " count=%d", s->count);
        }
        if (s->kind == SHAPE_TEXT) {
            struct str text = scene_text_of(sc, s);
            scene_print_figure(out, "size", s->size);
            buf_printf(out, " %s %s%s \"%.*s\"", faces[s->face],
                       aligns[s->align], s->tabular ? " tabular" : "",
                       STR_ARG(text));
        }
        if (s->kind == SHAPE_PATH) {
            scene_print_points(out, sc, s);
        }
        buf_put_char(out, '\n');
    }
}

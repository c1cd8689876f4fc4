// SPDX-License-Identifier: MIT
#include "frame/scene.h"

#include <assert.h>
#include <string.h>

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

void scene_ground_back(struct shape *s, float part)
{
    if (s->r > 0) {
        s->x = STAGE_WIDTH / 2 + part * (s->x - STAGE_WIDTH / 2);
        s->y = 0.5f + part * (s->y - 0.5f);
        s->r = 1 + part * (s->r - 1);
    }
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

size_t ruler_parts(const struct ruler *ruler, const struct ruler_line *line,
                   const size_t ends[2], struct ruler_part out[RULER_PARTS])
{
    if (ruler->parts) {
        return ruler->parts(ruler->fonts, line, ends, out);
    }
    float place[2];
    for (int i = 0; i < 2; i++) {
        place[i] = ruler->width(ruler->fonts, line->face, line->size,
                                str_sub(line->text, 0, ends[i]));
    }
    out[0] = (struct ruler_part){.left = place[0], .right = place[1]};
    if (tongue_turns(ruler->tongue, line->text)) {
        float whole =
            ruler->width(ruler->fonts, line->face, line->size, line->text);
        out[0] = (struct ruler_part){whole - place[1], whole - place[0], true};
    }
    return ends[0] < ends[1] ? 1 : 0;
}

bool ruler_on_end(const struct ruler *ruler)
{
    return ruler->reach > 0.5f || ruler->growth > 0;
}

void ruler_fit(struct ruler *ruler, float zoom, float stage_px)
{
    const float readable_px = 14, most = readable_px / 450; // in 800x600
    ruler->zoom = zoom;
    ruler->px = stage_px * zoom;
    ruler->least = readable_px / ruler->px;
    ruler->least = ruler->least < most ? ruler->least : most;
}

float ruler_size(const struct ruler *ruler, float size)
{
    return size > ruler->least ? size : ruler->least;
}

float ruler_growth(const struct ruler *ruler)
{
    return ruler->growth > 1 ? ruler->growth : 1;
}

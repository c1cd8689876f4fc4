// SPDX-License-Identifier: MIT
// What a page consists of, for grow.c: texts, edges of boxes, and marks, whose
// shapes keep together.
#include <math.h>

#include "screens/grow_inside.h"

static const float mark_most = 0.07f; // a mark is no larger
static const float flat = 0.036f;     // a box that holds no words

static struct item *add(struct growing *g, size_t shape, enum item_kind kind)
{
    if (g->count == GROW_ITEMS) {
        return NULL;
    }
    struct item *it = &g->items[g->count++];
    *it = (struct item){.kind = kind,
                        .shape = shape,
                        .count = 1,
                        .piece = g->out->piece[shape],
                        .lines = 1,
                        .scale = 1};
    return it;
}

static void place(struct item *it, struct area a, float anchor)
{
    it->anchor = anchor;
    it->up = a.y - anchor;
    it->down = a.y + a.h - anchor;
    it->left = a.x;
    it->right = a.x + a.w;
}

static struct area area_of(const struct scene *sc, const struct shape *s)
{
    float r = s->r + s->width / 2;
    switch (s->kind) {
    case SHAPE_ORB:
    case SHAPE_DISC:
    case SHAPE_RING:
    case SHAPE_ARC:
        return (struct area){s->x - r, s->y - r, 2 * r, 2 * r};
    case SHAPE_LINE:
        return (struct area){smaller(s->x, s->w), smaller(s->y, s->h),
                             fabsf(s->x - s->w), fabsf(s->y - s->h)};
    case SHAPE_BOX:
        return (struct area){s->x, s->y, s->w, s->h};
    case SHAPE_PATH:
        return reflow_path_area(sc, s);
    case SHAPE_GROUND:
    case SHAPE_GLOW:
    case SHAPE_DOTS:
    case SHAPE_TEXT:
    case SHAPE_KIND_COUNT:
        break;
    }
    return (struct area){0};
}

// The line goes on a text that was begun before it.
static bool goes_on(struct growing *g, size_t i)
{
    const struct shape *s = &g->pg->sc->shapes[i];
    struct item *it = g->count > 0 ? &g->items[g->count - 1] : NULL;
    if (!s->flows || !it || it->kind != ITEM_TEXT ||
        it->shape + it->count != i) {
        return false;
    }
    float wide = g->pg->ruler->width(g->pg->ruler->fonts, s->face, s->size,
                                     scene_text_of(g->pg->sc, s));
    it->pitch = it->count == 1 ? s->y - it->anchor : it->pitch;
    it->count++;
    it->down = s->y + 0.2f * s->size - it->anchor;
    it->right = larger(it->right, s->x + wide);
    return true;
}

static void add_text(struct growing *g, size_t i)
{
    const struct shape *s = &g->pg->sc->shapes[i];
    struct item *it = goes_on(g, i) ? NULL : add(g, i, ITEM_TEXT);
    if (!it) {
        return;
    }
    float wide = g->pg->ruler->width(g->pg->ruler->fonts, s->face, s->size,
                                     scene_text_of(g->pg->sc, s));
    float part = s->align == ALIGN_LEFT    ? 0
                 : s->align == ALIGN_RIGHT ? 1
                                           : 0.5f;
    place(it,
          (struct area){s->x - part * wide, s->y - 0.74f * s->size, wide,
                        0.94f * s->size},
          s->y);
    it->pitch = 1.25f * s->size;
}

static void add_edges(struct growing *g, size_t i, struct area a)
{
    for (int lower = 0; lower < 2; lower++) {
        struct item *it = add(g, i, ITEM_EDGE);
        float y = a.y + (lower ? a.h : 0);
        if (it) {
            place(it, (struct area){a.x, y, a.w, 0}, y);
        }
    }
    g->out->anchor[i] = GROW_FREE;
}

static bool is_mark(float width, float height)
{
    return width < mark_most && height < mark_most;
}

// Of a mark that was begun before it.
static bool joins(struct growing *g, size_t i, struct area a)
{
    const float near = 0.004f;
    struct item *it = g->count > 0 ? &g->items[g->count - 1] : NULL;
    if (!it || it->kind != ITEM_SOLID || it->shape + it->count != i) {
        return false;
    }
    float left = smaller(it->left, a.x), right = larger(it->right, a.x + a.w);
    float top = smaller(it->anchor + it->up, a.y);
    float bottom = larger(it->anchor + it->down, a.y + a.h);
    bool meet = a.x < it->right + near && it->left < a.x + a.w + near &&
                a.y < it->anchor + it->down + near &&
                it->anchor + it->up < a.y + a.h + near;
    if (!meet || !is_mark(right - left, bottom - top)) {
        return false;
    }
    it->count++;
    place(it, (struct area){left, top, right - left, bottom - top},
          (top + bottom) / 2);
    return true;
}

static void add_shape(struct growing *g, size_t i)
{
    const struct shape *s = &g->pg->sc->shapes[i];
    struct area a = area_of(g->pg->sc, s);
    bool tall = a.h > mark_most;
    if (a.y < 0 && s->kind == SHAPE_ORB) {
        g->out->anchor[i] = s->y; // light at the edge of the page
    } else if (s->kind == SHAPE_BOX && a.h > flat) {
        add_edges(g, i, a);
    } else if (s->kind == SHAPE_LINE && tall) {
        add_edges(g, i, a);
    } else if (a.w > 0 || a.h > 0) {
        struct item *it = joins(g, i, a) ? NULL : add(g, i, ITEM_SOLID);
        if (it) {
            place(it, a, a.y + a.h / 2);
        }
    } else {
        g->out->anchor[i] = s->y;
    }
}

// What stands in one row goes down together.
static void keep_rows(struct growing *g)
{
    const float near = 0.006f;
    for (int i = 0; i < g->count; i++) {
        struct item *it = &g->items[i];
        bool small = is_mark(it->right - it->left, it->down - it->up);
        float best = 1;
        const struct item *row = NULL;
        for (int k = 0; k < g->count && it->kind != ITEM_EDGE; k++) {
            const struct item *t = &g->items[k];
            float size = grow_shape(g, t)->size;
            bool same = it->kind == ITEM_TEXT
                            ? k < i && fabsf(t->anchor - it->anchor) < near
                            : small && it->anchor < t->anchor + 0.3f * size &&
                                  it->anchor > t->anchor - 0.85f * size;
            float far = fabsf(t->anchor - it->anchor);
            if (t->kind == ITEM_TEXT && t->piece == it->piece && same &&
                far < best) {
                best = far;
                row = t;
            }
        }
        if (row) {
            it->up += it->anchor - row->anchor;
            it->down += it->anchor - row->anchor;
            it->anchor = row->anchor;
        }
    }
}

void grow_collect(struct growing *g)
{
    const struct scene *sc = g->pg->sc;
    for (size_t i = g->first; i < sc->count; i++) {
        const struct shape *s = &sc->shapes[i];
        g->out->anchor[i] = s->y;
        if (g->out->piece[i] == GROW_NOWHERE || s->kind == SHAPE_GROUND) {
            continue;
        }
        if (s->kind == SHAPE_TEXT) {
            add_text(g, i);
        } else {
            add_shape(g, i);
        }
    }
    // Texts are in the order of drawing: a row has the first one's height.
    keep_rows(g);
    for (int i = 0; i < g->count; i++) {
        struct item *it = &g->items[i];
        for (size_t k = 0; k < it->count && it->kind != ITEM_EDGE; k++) {
            g->out->anchor[it->shape + k] = it->anchor;
        }
        it->to_up = it->up;
        it->to_down = it->down;
        it->to_left = it->left;
        it->to_right = it->right;
    }
}

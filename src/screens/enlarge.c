// SPDX-License-Identifier: MIT
// Texts begin as large as they must be, and each pair that would touch, and
// each text that would touch something else, is taken back step by step: a text
// that has become smaller never touches what it did not touch before, so that
// once through all pairs is enough. What touched at its own size already is
// left as it was meant.
#include "screens/enlarge.h"

#include <math.h>

enum { TEXTS_MOST = 256 };

struct text {
    size_t shape;
    float width;  // at its own size
    int family;   // the first of those that grow together
    size_t sheet; // that it stands on: what was drawn before it lies below
};

struct work {
    struct scene *sc;
    const struct reflow *reflow;
    float px; // of the ruler
    struct text texts[TEXTS_MOST];
    float scales[TEXTS_MOST]; // of families
    int count;
};

static const float step = 0.05f;
static const float across = 0.014f; // between neighbours in a line, at least
static const float down = 0.0035f;  // and from line to line
static const float margin = 0.05f;  // of the stage

static const struct shape *shape_of(const struct work *w, int i)
{
    return &w->sc->shapes[w->texts[i].shape];
}

static bool same(float a, float b)
{
    return a - b < 0.0005f && b - a < 0.0005f;
}

// What has the focus is set in a stronger face, and is no larger for it.
static bool kin(enum face a, enum face b)
{
    bool plain = a != FACE_LIGHT && a != FACE_SERIF;
    return a == b || (plain && b != FACE_LIGHT && b != FACE_SERIF);
}

// Of one kind, and in one row or column.
static bool related(const struct shape *a, const struct shape *b)
{
    return !a->sized && !b->sized && same(a->size, b->size) &&
           kin(a->face, b->face) && a->align == b->align &&
           (same(a->x, b->x) || same(a->y, b->y));
}

static void adopt(struct work *w, int i)
{
    w->texts[i].family = i;
    for (int k = 0; k < i; k++) {
        int from = w->texts[k].family;
        int to = w->texts[i].family;
        if (from == to || !related(shape_of(w, i), shape_of(w, k))) {
            continue;
        }
        for (int j = 0; j <= i; j++) {
            if (w->texts[j].family == from || w->texts[j].family == to) {
                w->texts[j].family = from < to ? from : to;
            }
        }
    }
}

// How much wider letters become: they come in whole pixels.
static float growth(const struct work *w, float size, float scale)
{
    float px = w->px > 0 ? roundf(size * w->px) : 0;
    float most = px > 0 ? 1.01f * roundf(size * scale * w->px) / px : 1;
    return scale <= 1 ? 1 : most > 1.03f * scale ? most : 1.03f * scale;
}

// Capitals reach up to three quarters of an em, tails a fifth of it down.
static struct area box_of(const struct work *w, int i, float scale)
{
    const struct shape *s = shape_of(w, i);
    float wide = w->texts[i].width * growth(w, s->size, scale);
    float size = s->size * scale;
    float left = s->align == ALIGN_LEFT    ? s->x
                 : s->align == ALIGN_RIGHT ? s->x - wide
                                           : s->x - wide / 2;
    return (struct area){left, s->y - 0.74f * size, wide, 0.94f * size};
}

static bool touch(struct area a, struct area b, float beside, float below)
{
    return a.x < b.x + b.w + beside && b.x < a.x + a.w + beside &&
           a.y < b.y + b.h + below && b.y < a.y + a.h + below;
}

static bool within(struct area a, struct area b)
{
    return a.x >= b.x && a.x + a.w <= b.x + b.w && a.y >= b.y &&
           a.y + a.h <= b.y + b.h;
}

static float *scale_of(struct work *w, int i)
{
    return &w->scales[w->texts[i].family];
}

static void shrink(float *scale)
{
    *scale = *scale - step > 1 + step / 2 ? *scale - step : 1;
}

// The larger one gives way: it is the small ones that are hard to read.
static void part(struct work *w, int i, int k)
{
    float *a = scale_of(w, i);
    float *b = scale_of(w, k);
    while ((*a > 1 || *b > 1) &&
           touch(box_of(w, i, *a), box_of(w, k, *b), across, down)) {
        bool larger = *a * shape_of(w, i)->size >= *b * shape_of(w, k)->size;
        shrink(*b <= 1 || (larger && *a > 1) ? a : b);
    }
}

// Where a shape that is no text lies; nothing for light and for the ground.
static struct area place_of(const struct shape *s)
{
    float r = s->r + s->width;
    switch (s->kind) {
    case SHAPE_ORB:
    case SHAPE_DISC:
    case SHAPE_RING:
    case SHAPE_ARC:
        return (struct area){s->x - r, s->y - r, 2 * r, 2 * r};
    case SHAPE_LINE: {
        float left = s->x < s->w ? s->x : s->w;
        float top = s->y < s->h ? s->y : s->h;
        return (struct area){left, top, s->x + s->w - 2 * left,
                             s->y + s->h - 2 * top};
    }
    case SHAPE_BOX:
        return (struct area){s->x, s->y, s->w, s->h};
    case SHAPE_PATH:
    case SHAPE_GROUND:
    case SHAPE_GLOW:
    case SHAPE_DOTS:
    case SHAPE_TEXT:
    case SHAPE_KIND_COUNT:
        break;
    }
    return (struct area){0};
}

// Stays in the box that it stands in; leaves free what stands beside it. What
// marks a part of a text (a caret, what was found) holds it as it is.
static void heed(struct work *w, int i, const struct shape *s)
{
    float *scale = scale_of(w, i);
    struct area place = place_of(s);
    struct area own = box_of(w, i, 1);
    bool there = place.w > 0 || place.h > 0;
    bool behind = s->kind == SHAPE_ORB && touch(own, place, 0, 0);
    if (!there || behind) {
        return;
    }
    bool inside = s->kind != SHAPE_LINE && within(own, place);
    if (!inside && touch(own, place, 0, 0)) {
        *scale = 1;
    }
    struct area room = area_inset(place, across / 2, 0);
    while (inside && *scale > 1 && !within(box_of(w, i, *scale), room)) {
        shrink(scale);
    }
    while (!inside && *scale > 1 &&
           touch(box_of(w, i, *scale), place, across / 2, down)) {
        shrink(scale);
    }
}

static void stay_in_stage(struct work *w, int i)
{
    const struct shape *s = shape_of(w, i);
    float right = reflow_room(w->reflow, (struct point){s->x, s->y});
    right = right < STAGE_WIDTH - margin ? right : STAGE_WIDTH - margin;
    struct area stage = {margin, 0.012f, right - margin, 0.976f};
    float *scale = scale_of(w, i);
    while (*scale > 1 && !within(box_of(w, i, *scale), stage)) {
        shrink(scale);
    }
}

// Letters of a button stay in its middle.
static bool in_button(const struct work *w, int i)
{
    const float highest = 0.08f;
    const struct shape *t = shape_of(w, i);
    for (size_t k = 0; k < w->sc->count && t->align == ALIGN_CENTRE; k++) {
        const struct shape *s = &w->sc->shapes[k];
        if (s->kind == SHAPE_BOX && s->h < highest &&
            within(box_of(w, i, 1), place_of(s))) {
            return true;
        }
    }
    return false;
}

static void collect(struct work *w, const struct ruler *ruler, size_t first)
{
    for (size_t i = first; i < w->sc->count; i++) {
        const struct shape *s = &w->sc->shapes[i];
        struct str text = scene_text_of(w->sc, s);
        if (s->kind == SHAPE_TEXT && text.len > 0 && w->count < TEXTS_MOST) {
            float wide = ruler->width(ruler->fonts, s->face, s->size, text);
            w->texts[w->count] = (struct text){.shape = i, .width = wide};
            adopt(w, w->count++);
        }
    }
}

// The last sheet that it stands on, laid over the page to ask something.
static size_t sheet_of(const struct work *w, int i, size_t first)
{
    const float wide = 1, high = 0.35f;
    size_t on = first;
    for (size_t k = first; k < w->texts[i].shape; k++) {
        const struct shape *s = &w->sc->shapes[k];
        bool sheet = s->kind == SHAPE_BOX && s->role == ROLE_SURFACE &&
                     !(s->width > 0) && s->w > wide && s->h > high;
        on = sheet && within(box_of(w, i, 1), place_of(s)) ? k : on;
    }
    return on;
}

// Gives way to what is on the same sheet.
static void fit(struct work *w, int i)
{
    size_t sheet = w->texts[i].sheet;
    stay_in_stage(w, i);
    for (size_t k = sheet; k < w->sc->count; k++) {
        heed(w, i, &w->sc->shapes[k]);
    }
    for (int k = 0; k < i; k++) {
        if (w->texts[k].sheet == sheet) {
            part(w, i, k);
        }
    }
}

void page_enlarge(const struct page *pg, size_t first,
                  const struct reflow *reflow)
{
    struct work w = {.sc = pg->sc, .reflow = reflow, .px = pg->ruler->px};
    collect(&w, pg->ruler, first);
    for (int i = 0; i < w.count; i++) {
        const struct shape *s = shape_of(&w, i);
        float shown = reflow_scale(reflow, (struct point){s->x, s->y});
        float least = pg->ruler->least * reflow->scale / shown;
        w.scales[i] = s->size > least ? 1 : least / s->size;
    }
    for (int i = 0; i < w.count; i++) {
        *scale_of(&w, i) = shape_of(&w, i)->sized ? 1 : *scale_of(&w, i);
    }
    for (int i = 0; i < w.count; i++) {
        w.texts[i].sheet = sheet_of(&w, i, first);
        fit(&w, i);
    }
    for (int i = 0; i < w.count; i++) {
        struct shape *s = &w.sc->shapes[w.texts[i].shape];
        float by = *scale_of(&w, i);
        s->y += in_button(&w, i) ? 0.36f * s->size * (by - 1) : 0;
    }
    for (int i = 0; i < w.count; i++) {
        w.sc->shapes[w.texts[i].shape].size *= *scale_of(&w, i);
    }
}

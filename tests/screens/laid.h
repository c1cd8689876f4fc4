// SPDX-License-Identifier: MIT
// What is laid out well, for tests that look at every screen set by the real
// fonts: no text reaches out of the window or of the box that it stands in, no
// two lie over each other, no sentence of ours is cut off with an ellipsis, and
// no letter is too small to be read. A page that is larger than the window is
// looked at from its beginning to its end.
#pragma once

#include "unit.h"

#include "views.h"

static struct evening v; // large: a scene is in it

enum { TEXTS_MOST = 512 };
struct laid {
    struct area at;
    size_t shape;
    struct str text;
};
static struct laid laid[TEXTS_MOST];
static size_t laid_count, last_sheet;
static int faults;
static const char *told_view, *told_language;
static int told_size, told_width, told_height;

static inline void tell(const struct laid *l, const char *what)
{
    faults++;
    print_error("%s, %s, size %d, %dx%d: \"%.*s\" %s\n", told_view,
                told_language, told_size, told_width, told_height,
                STR_ARG(l->text), what);
}

// Where the letters of a text lie: capitals above the baseline, tails below.
static inline struct area box_of(const struct shape *s, struct str text)
{
    float wide =
        evening_ruler.width(evening_ruler.fonts, s->face, s->size, text);
    float left = s->align == ALIGN_LEFT    ? s->x
                 : s->align == ALIGN_RIGHT ? s->x - wide
                                           : s->x - wide / 2;
    return (struct area){left, s->y - 0.72f * s->size, wide, 0.92f * s->size};
}

static inline bool meet(struct area a, struct area b)
{
    const float near = 0.002f;
    return a.x + near < b.x + b.w && b.x + near < a.x + a.w &&
           a.y + near < b.y + b.h && b.y + near < a.y + a.h;
}

static inline bool within(struct area a, struct area b)
{
    const float near = 0.001f;
    return a.x >= b.x - near && a.x + a.w <= b.x + b.w + near &&
           a.y >= b.y - near && a.y + a.h <= b.y + b.h + near;
}

static inline struct area area_of(const struct shape *s)
{
    return (struct area){s->x, s->y, s->w, s->h};
}

// A sheet that is laid over what was drawn before it.
static inline void cover(const struct shape *s)
{
    size_t kept = 0;
    for (size_t i = 0; i < laid_count; i++) {
        if (s->alpha < 0.5f || !meet(laid[i].at, area_of(s))) {
            laid[kept++] = laid[i];
        }
    }
    laid_count = kept;
}

static inline void collect(void)
{
    laid_count = last_sheet = 0;
    for (size_t i = 0; i < v.scene.count; i++) {
        const struct shape *s = &v.scene.shapes[i];
        struct str text = str_trim(scene_text_of(&v.scene, s));
        bool sheet = s->kind == SHAPE_BOX && !(s->width > 0) && s->h > 0.3f &&
                     s->w > 0.1f && s->role != ROLE_LINE;
        if (sheet) {
            cover(s);
            last_sheet = i;
        } else if (s->kind == SHAPE_TEXT && s->alpha > 0.05f && text.len > 0) {
            assert_true(laid_count < TEXTS_MOST);
            laid[laid_count++] = (struct laid){box_of(s, text), i, text};
        }
    }
}

// The boxes that a text stands in the middle of, on its own sheet.
static inline void check_box(const struct laid *l)
{
    struct area at = l->at;
    size_t first = l->shape > last_sheet ? last_sheet : 0;
    for (size_t i = first; i < l->shape; i++) {
        const struct shape *s = &v.scene.shapes[i];
        bool holds = s->kind == SHAPE_BOX && s->h > 0.02f &&
                     area_has(area_of(s), at.x + at.w / 2, at.y + at.h / 2) &&
                     s->y <= at.y + at.h / 2;
        if (holds && !within(at, area_of(s))) {
            tell(l, "reaches out of its box");
        }
    }
}

// What is drawn after a text, and is no sheet, leaves it free.
static inline void check_free(const struct laid *l)
{
    for (size_t i = l->shape + 1; i < v.scene.count; i++) {
        const struct shape *s = &v.scene.shapes[i];
        bool fills = s->kind == SHAPE_BOX && !(s->width > 0) &&
                     s->alpha > 0.5f && s->w > 0.01f && i >= last_sheet;
        if (fills && meet(l->at, area_of(s))) {
            tell(l, "lies under a box");
        }
    }
}

static inline void check_view(bool cut_well)
{
    struct area window = {v.scene.left, v.scene.top,
                          v.scene.right - v.scene.left,
                          v.scene.bottom - v.scene.top};
    collect();
    for (size_t i = 0; i < laid_count; i++) {
        const struct laid *l = &laid[i];
        if (!within(l->at, window)) {
            tell(l, "reaches out of the window");
        }
        if (!cut_well && str_ends(l->text, STR("\u2026"))) {
            tell(l, "is cut off");
        }
        check_box(l);
        check_free(l);
        for (size_t k = 0; k < i; k++) {
            if (meet(l->at, laid[k].at)) {
                tell(l, "lies over the next");
                tell(&laid[k], "lies below it");
            }
        }
    }
}

// A person's own words may be cut in a list of entries.
static inline bool may_cut(const struct view *view)
{
    return view->screen == SCREEN_JOURNAL;
}

// In no window of 800x600 and above, in no language. Letters are drawn in whole
// pixels.
static inline void check_sizes(float stage_px)
{
    const int least_px = 12;
    for (size_t i = 0; i < laid_count; i++) {
        int px = font_px(v.scene.shapes[laid[i].shape].size, stage_px);
        if (px < least_px) {
            print_error("%d pixels: ", px);
            tell(&laid[i], "is too small");
        }
    }
}

static inline void laid_draw(struct stage stage)
{
    scene_begin(&v.scene, stage.left, stage.top, stage.right, stage.bottom);
    program_draw(&v.program, &v.scene, evening_instant(&v));
    assert_false(v.scene.overflow);
}

// The view in a window of that size, all of its parts one after the other;
// each, where that is given, is told to every.
static inline void laid_look(const struct view *view, int width, int height,
                             void (*every)(void))
{
    enum { PARTS_MOST = 40 };
    struct stage stage = stage_fit(width, height);
    told_view = view->name;
    told_width = width;
    told_height = height;
    views_zoom(&v, stage);
    laid_draw(stage);
    v.program.view.scrolled = 0;
    for (int i = 0; i < PARTS_MOST; i++) {
        laid_draw(stage);
        check_view(may_cut(view));
        check_sizes(stage.px);
        if (every) {
            every();
        }
        struct requests ask = {0};
        if (!v.program.view.reflow.grows || v.program.view.reflow.sheet ||
            v.program.view.scrolled >= v.program.view.more) {
            break;
        }
        program_input(&v.program, &(struct input){.kind = INPUT_WHEEL, .y = -3},
                      evening_instant(&v), &ask);
        assert_true(i + 1 < PARTS_MOST);
    }
}

// SPDX-License-Identifier: MIT
// A scene becomes marks (paint_mark.c); marks are compared with those of the
// last scene (paint_damage.c); each damaged box is drawn strip by strip: all
// marks that touch a few rows go into them one after the other, while these
// rows are in the processor's cache, and then once to the canvas.
#include "platform/paint.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "platform/paint_damage.h"
#include "platform/paint_ink.h"
#include "platform/paint_light.h"
#include "platform/paint_mark.h"
#include "platform/paint_strip.h"
#include "platform/task.h"

// One scene as marks.
struct drawing {
    struct mark marks[SCENE_SHAPES];
    size_t count;
    struct point points[SCENE_POINTS];
};

struct painter {
    struct fonts *fonts;
    struct lights *lights;
    struct drawing drawings[2]; // the last one and the one being made
    int now;                    // which of them is being made
    struct canvas canvas;       // of the last draw
    struct theme theme;
    bool whole;         // nothing is known of the canvas: draw everything
    bool unshown;       // what was drawn last was not handed on
    struct task *begun; // draws it; NULL: it is drawn
    uint32_t *pixels, *light;
    float *mask;
    uint8_t *touched;
    int pitch;
};

struct painter *painter_create(struct fonts *fonts)
{
    struct painter *p = calloc(1, sizeof(*p));
    if (!p) {
        arena_fail();
    }
    p->fonts = fonts;
    p->lights = lights_create();
    p->whole = true;
    return p;
}

static void finish_begun(struct painter *p)
{
    task_finish(p->begun);
    p->begun = NULL;
}

void painter_destroy(struct painter *p)
{
    if (!p) {
        return;
    }
    finish_begun(p);
    lights_destroy(p->lights);
    free(p->pixels);
    free(p->light);
    free(p->mask);
    free(p->touched);
    free(p);
}

void painter_forget(struct painter *p)
{
    p->whole = true;
}

// Room for strips across the whole canvas.
static void make_room(struct painter *p, int width)
{
    int pitch = (width + 2 * STRIP_ALIGN) / STRIP_ALIGN * STRIP_ALIGN;
    if (pitch <= p->pitch) {
        return;
    }
    size_t cells = (size_t)pitch * STRIP_ROWS;
    free(p->pixels);
    free(p->light);
    free(p->mask);
    free(p->touched);
    p->pixels = calloc(cells, sizeof(*p->pixels));
    p->light = calloc((size_t)pitch, sizeof(*p->light));
    p->mask = calloc(cells, sizeof(*p->mask));
    p->touched = calloc(cells / STRIP_ALIGN, 1);
    if (!p->pixels || !p->light || !p->mask || !p->touched) {
        arena_fail();
    }
    p->pitch = pitch;
}

static void draw_mark(struct painter *p, const struct strip *s,
                      const struct mark *m)
{
    switch (m->kind) {
    case SHAPE_GROUND:
    case SHAPE_ORB:
    case SHAPE_GLOW:
        light_mark(p->lights, s, m);
        break;
    case SHAPE_DISC:
    case SHAPE_RING:
    case SHAPE_ARC:
    case SHAPE_DOTS:
    case SHAPE_LINE:
    case SHAPE_BOX:
    case SHAPE_TEXT:
    case SHAPE_PATH:
    case SHAPE_KIND_COUNT:
        ink_mark(s, m);
        break;
    }
}

static void copy_out(const struct strip *s, struct box b, struct canvas to)
{
    for (int y = b.top; y < b.bottom; y++) {
        memcpy(to.pixels + (ptrdiff_t)y * to.pitch + b.left,
               strip_row(s, y) + (b.left - s->box.left),
               (size_t)(b.right - b.left) * sizeof(*to.pixels));
    }
}

// For scenes that bring no ground of their own.
static void fill_strip(const struct strip *s, uint32_t colour)
{
    for (int y = s->box.top; y < s->box.bottom; y++) {
        uint32_t *row = strip_row(s, y);
        for (int x = 0; x < s->box.right - s->box.left; x++) {
            row[x] = colour;
        }
    }
}

static void draw_box(struct painter *p, const struct drawing *d, struct box b)
{
    const struct canvas to = p->canvas;
    struct strip s = {.pixels = p->pixels,
                      .pitch = p->pitch,
                      .light = p->light,
                      .mask = p->mask,
                      .mask_pitch = p->pitch,
                      .touched = p->touched};
    s.box.left = b.left & ~(STRIP_ALIGN - 1);
    s.box.right = (b.right + STRIP_ALIGN - 1) & ~(STRIP_ALIGN - 1);
    // Where whole blocks fit into the canvas, it is drawn in at once, a little
    // to the sides of the box as well.
    bool direct = s.box.right <= to.width;
    for (int y = b.top; y < b.bottom; y = s.box.bottom) {
        s.box.top = y;
        s.box.bottom = y + STRIP_ROWS < b.bottom ? y + STRIP_ROWS : b.bottom;
        struct box part =
            box_meet(s.box, (struct box){0, 0, to.width, to.height});
        if (direct) {
            s.pixels = to.pixels + (ptrdiff_t)y * to.pitch + s.box.left;
            s.pitch = to.pitch;
        }
        if (d->count == 0 || d->marks[0].kind != SHAPE_GROUND) {
            fill_strip(&s, p->theme.colour[ROLE_EDGE]);
        }
        for (size_t i = 0; i < d->count; i++) {
            if (!box_empty(box_meet(d->marks[i].box, part))) {
                draw_mark(p, &s, &d->marks[i]);
            }
        }
        if (!direct) {
            copy_out(&s, part, to);
        }
    }
}

static struct box window_of(const struct painter *p)
{
    return (struct box){0, 0, p->canvas.width, p->canvas.height};
}

static void make_marks(struct painter *p, const struct scene *sc)
{
    struct drawing *d = &p->drawings[p->now];
    struct box window = window_of(p);
    struct mark_maker maker = {
        .scene = sc,
        .theme = &p->theme,
        .stage = stage_fit(window.right, window.bottom),
        .window = window,
        .fonts = p->fonts,
        .points = d->points,
    };
    for (size_t i = 0; i < sc->count; i++) {
        d->marks[i] = mark_make(&maker, &sc->shapes[i]);
    }
    d->count = sc->count;
}

// A part of a ring, without what the boxes from the i-th on, which are drawn,
// have of it.
static void draw_part(struct painter *p, struct box part,
                      const struct damage *drawn, int i)
{
    for (; i < drawn->count; i++) {
        const struct box *b = &drawn->boxes[i];
        if (b->top <= part.top && b->bottom >= part.bottom &&
            b->left < part.right && b->right > part.left) {
            struct box left = part;
            left.right = b->left;
            part.left = b->right;
            if (!box_empty(left)) {
                draw_part(p, left, drawn, i + 1);
            }
            if (box_empty(part)) {
                return;
            }
        }
    }
    draw_box(p, &p->drawings[p->now], part);
}

// By bands of a few rows, whose parts follow the ring closely. They begin where
// a tile of the ground does.
static void draw_ring(struct painter *p, const struct annulus *ring,
                      const struct damage *drawn)
{
    enum { ROWS = 8 };
    int end = ring->within.bottom;
    for (int y = ring->within.top; y < end;) {
        int next = (y + ROWS) & ~(ROWS - 1);
        struct box parts[2];
        next = next < end ? next : end;
        int count = ring_parts(ring, y, next, parts);
        for (int i = 0; i < count; i++) {
            draw_part(p, parts[i], drawn, 0);
        }
        y = next;
    }
}

static bool same_canvas(struct canvas a, struct canvas b)
{
    return a.pixels == b.pixels && a.width == b.width && a.height == b.height &&
           a.pitch == b.pitch;
}

static bool same_theme(const struct theme *a, const struct theme *b)
{
    return memcmp(a->colour, b->colour, sizeof(a->colour)) == 0 &&
           a->light == b->light && a->glow == b->glow && a->taken == b->taken;
}

// What the next drawing goes by.
static void prepare(struct painter *p, const struct theme *th, struct canvas to)
{
    if (same_canvas(p->canvas, to) && same_theme(&p->theme, th)) {
        return;
    }
    finish_begun(p);
    p->whole = true;
    p->canvas = to;
    p->theme = *th;
    make_room(p, to.width);
    lights_prepare(p->lights, th, to.width, to.height);
}

static void draw_last(void *self)
{
    struct painter *p = self;
    draw_box(p, &p->drawings[1 - p->now], window_of(p));
}

void painter_begin(struct painter *p, const struct scene *sc,
                   const struct theme *th, struct canvas to)
{
    finish_begun(p);
    prepare(p, th, to);
    make_marks(p, sc);
    p->now = 1 - p->now;
    p->whole = false;
    p->unshown = true;
    p->begun = task_start(draw_last, p);
}

struct damage painter_draw(struct painter *p, const struct scene *sc,
                           const struct theme *th, struct canvas to)
{
    struct changes changes = {0};
    struct damage *damage = &changes.damage;
    struct box window = {0, 0, to.width, to.height};
    if (box_empty(window)) {
        return (struct damage){0};
    }
    prepare(p, th, to);
    if (p->fonts) {
        fonts_tick(p->fonts);
    }
    make_marks(p, sc);
    finish_begun(p);
    const struct drawing *after = &p->drawings[p->now];
    const struct drawing *before = &p->drawings[1 - p->now];
    if (p->whole) {
        damage_add(damage, window);
    } else {
        changes_between(&changes,
                        (struct mark_list){before->marks, before->count},
                        (struct mark_list){after->marks, after->count});
    }
    for (int i = 0; i < damage->count; i++) {
        draw_box(p, after, damage->boxes[i]);
    }
    for (int i = 0; i < changes.ring_count; i++) {
        draw_ring(p, &changes.rings[i], damage);
    }
    for (int i = 0; i < changes.ring_count; i++) {
        damage_add_ring(damage, &changes.rings[i]);
    }
    if (p->unshown) {
        *damage = (struct damage){0};
        damage_add(damage, window);
    }
    p->whole = false;
    p->unshown = false;
    p->now = 1 - p->now;
    return *damage;
}

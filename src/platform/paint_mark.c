// SPDX-License-Identifier: MIT
// Rounding: an orb and a glow in half pixels (performance.md: a shape that has
// moved by less is not drawn again), a large orb in whole ones, everything else
// in quarters, texts in whole ones; outlines and level lines cover whole pixels
// from edge to edge, or they would be soft. Rounding here, before anything is
// compared or drawn, keeps a redraw of a part equal to a redraw of all.
#include "platform/paint_mark.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

// Without glow an orb is a ring this wide, in stage heights (9 px of 1080).
#define PLAIN_RING 0.0083f
// There lines are this much wider and no letters are light ones.
#define PLAIN_WIDER 1.5f
// From this radius on an orb grows by whole pixels.
#define LARGE_ORB_PX 300
// As many steps has what is laid behind a word.
#define CLEARINGS 16.0f
// Far enough outside of any window; keeps numbers from a scene in range.
#define FARTHEST_PX 100000.0f

static float within(float value, float most)
{
    return value > most ? most : value >= -most ? value : -most;
}

static float rounded(float value, float steps)
{
    return roundf(within(value, FARTHEST_PX) * steps) / steps;
}

static bool same_float(float a, float b)
{
    return !(a < b) && !(a > b);
}

static int alpha_of(float alpha)
{
    float full = alpha * ALPHA_FULL;
    return full >= ALPHA_FULL ? ALPHA_FULL : full > 0 ? (int)lroundf(full) : 0;
}

static struct box box_around(float left, float top, float right, float bottom)
{
    return (struct box){(int)floorf(left), (int)floorf(top), (int)ceilf(right),
                        (int)ceilf(bottom)};
}

// A box around (x, y) and (w, h) with a margin, one pixel for soft edges.
static struct box box_of(const struct mark *m, float margin)
{
    return box_around(
        fminf(m->x, m->w) - margin - 1, fminf(m->y, m->h) - margin - 1,
        fmaxf(m->x, m->w) + margin + 1, fmaxf(m->y, m->h) + margin + 1);
}

static struct box disc_box(const struct mark *m, float reach)
{
    return box_around(m->x - reach - 1, m->y - reach - 1, m->x + reach + 1,
                      m->y + reach + 1);
}

// The brightest channel of light: what the colour has more than the ground, or
// less.
static int peak_of(uint32_t a, uint32_t b)
{
    int peak = 0;
    for (int shift = 0; shift <= 16; shift += 8) {
        int off = abs((int)(a >> shift & 0xff) - (int)(b >> shift & 0xff));
        peak = off > peak ? off : peak;
    }
    return peak;
}

static void make_ground(struct mark *m, const struct mark_maker *mk,
                        const struct shape *s)
{
    m->alpha = ALPHA_FULL;
    m->x = s->r > 0 ? roundf(m->x) : (float)mk->window.right / 2;
    m->y = s->r > 0 ? roundf(m->y) : (float)mk->window.bottom / 2;
    m->a = s->r > 0 ? within(s->r, 2) : 1;
    m->box = mk->window;
}

static void make_orb(struct mark *m, const struct mark_maker *mk, float rim)
{
    bool large = m->r >= LARGE_ORB_PX;
    m->strength = rim > 0 ? (int)lroundf(within(rim, 2) * 256) : 0;
    m->r = rounded(m->r, large ? 1 : 2);
    if (mk->theme->glow) {
        zones_make(m->zones, m->r,
                   peak_of(m->colour, mk->theme->colour[ROLE_CENTRE]));
        m->box = disc_box(m, m->zones[ZONE_FARTHEST].until);
        return;
    }
    m->kind = SHAPE_RING;
    m->width = rounded(PLAIN_RING * mk->stage.px, 4);
    m->box = disc_box(m, m->r + m->width / 2);
}

static void make_text(struct mark *m, const struct mark_maker *mk,
                      const struct shape *s)
{
    if (!mk->fonts) {
        return;
    }
    bool plain = !mk->theme->glow && s->face == FACE_LIGHT;
    struct label_key key = {plain ? FACE_MEDIUM : s->face,
                            font_px(s->size, mk->stage.px), s->tabular,
                            scene_text_of(mk->scene, s), !mk->theme->glow};
    m->label = fonts_label(mk->fonts, key);
    m->strength = (100 - mk->theme->taken) * ALPHA_FULL / 100;
    float ahead[] = {
        [ALIGN_LEFT] = 0, [ALIGN_CENTRE] = 0.5f, [ALIGN_RIGHT] = 1};
    float x = m->x - m->label->advance * ahead[s->align];
    m->x = roundf(x) + (float)m->label->left;
    m->y = roundf(m->y) + (float)m->label->top;
    m->w = m->x + (float)m->label->width;
    m->h = m->y + (float)m->label->height;
    // Less than a step of alpha behind it is nothing.
    m->r = m->a * (float)m->alpha >= 1 ? m->r : 0;
    m->a = m->r > 0 ? roundf(m->a * CLEARINGS) / CLEARINGS : 0;
    m->ground = mk->theme->colour[ROLE_CENTRE];
    m->box = box_around(m->x - m->r, m->y - m->r, m->w + m->r, m->h + m->r);
}

static void make_path(struct mark *m, struct mark_maker *mk,
                      const struct shape *s)
{
    const struct stage *st = &mk->stage;
    struct point *to = mk->points + mk->points_len;
    const struct point *from = mk->scene->points + s->points_at;
    m->points = to;
    float left = FARTHEST_PX, top = FARTHEST_PX;
    float right = -FARTHEST_PX, bottom = -FARTHEST_PX;
    for (int i = 0; i < s->count; i++) {
        to[i].x = rounded(from[i].x * st->px + st->x_px, 4);
        to[i].y = rounded(from[i].y * st->px + st->y_px, 4);
        left = fminf(left, to[i].x);
        right = fmaxf(right, to[i].x);
        top = fminf(top, to[i].y);
        bottom = fmaxf(bottom, to[i].y);
    }
    mk->points_len += (size_t)s->count;
    float margin = m->width / 2 + 1;
    m->box = box_around(left - margin, top - margin, right + margin,
                        bottom + margin);
}

// A hair stays one, in the middle of its pixel. Tells half of what it covers.
static float make_width(struct mark *m)
{
    m->width = m->width < 1 ? m->width : roundf(m->width);
    return fmaxf(m->width, 1) / 2;
}

// An outline lies within its box.
static void make_outline(struct mark *m)
{
    float half = make_width(m);
    m->x = roundf(m->x) + half;
    m->y = roundf(m->y) + half;
    m->w = fmaxf(roundf(m->w) - half, m->x);
    m->h = fmaxf(roundf(m->h) - half, m->y);
    m->r = fmaxf(m->r - half, 0);
}

// Not a short one: that is part of a sign, and stands where that wants it.
static void make_line(struct mark *m)
{
    const float shortest = 4; // in widths
    bool level = same_float(m->y, m->h), upright = same_float(m->x, m->w);
    float length = fmaxf(fabsf(m->w - m->x), fabsf(m->h - m->y));
    if (level == upright || length < shortest * m->width) {
        return;
    }
    float half = make_width(m);
    if (level) {
        m->y = m->h = roundf(m->y - half) + half;
    } else {
        m->x = m->w = roundf(m->x - half) + half;
    }
}

// Turns of an arc, rounded to quarter pixels of its length.
static float turn_of(float turn, float r)
{
    float steps = 4 * 6.2831853f * fmaxf(r, 1);
    return roundf(within(turn, 16) * steps) / steps;
}

static void make_box(struct mark *m, struct mark_maker *mk,
                     const struct shape *s)
{
    switch (s->kind) {
    case SHAPE_GROUND:
        make_ground(m, mk, s);
        break;
    case SHAPE_ORB:
        make_orb(m, mk, s->a);
        break;
    case SHAPE_GLOW:
        m->kind = mk->theme->glow ? SHAPE_GLOW : SHAPE_DISC;
        m->r = rounded(mk->theme->glow ? m->r : m->r * m->a, 2);
        m->box = disc_box(m, m->r);
        break;
    case SHAPE_DISC:
        m->box = disc_box(m, m->r);
        break;
    case SHAPE_ARC:
        m->a = turn_of(s->a, m->r);
        m->b = turn_of(s->b, m->r);
        m->box = disc_box(m, m->r + m->width / 2);
        break;
    case SHAPE_RING:
        m->box = disc_box(m, m->r + m->width / 2);
        break;
    case SHAPE_DOTS:
        m->box = disc_box(m, m->r + m->width);
        break;
    case SHAPE_LINE:
        make_line(m);
        m->box = box_of(m, m->width / 2);
        break;
    case SHAPE_BOX:
        if (m->width > 0) {
            make_outline(m);
        }
        m->box = box_of(m, m->width / 2);
        break;
    case SHAPE_TEXT:
        make_text(m, mk, s);
        break;
    case SHAPE_PATH:
        make_path(m, mk, s);
        if (!mk->theme->glow && s->width <= 0 && (s->a > 0 || s->b > 0)) {
            m->alpha = 0;
        }
        break;
    case SHAPE_KIND_COUNT:
        break;
    }
}

struct mark mark_make(struct mark_maker *mk, const struct shape *s)
{
    const struct stage *st = &mk->stage;
    // Of a mark, w and h are always the other end; a shape's box has lengths.
    bool lengths = s->kind == SHAPE_BOX;
    float end_x = lengths ? s->x + s->w : s->w;
    float end_y = lengths ? s->y + s->h : s->h;
    float wider = mk->theme->glow || s->kind == SHAPE_BOX ? 1 : PLAIN_WIDER;
    struct mark m = {
        .kind = s->kind,
        .role = s->role,
        .colour = mk->theme->colour[s->role],
        .alpha = alpha_of(s->alpha),
        .closed = s->closed,
        .x = rounded(s->x * st->px + st->x_px, 4),
        .y = rounded(s->y * st->px + st->y_px, 4),
        .w = rounded(end_x * st->px + st->x_px, 4),
        .h = rounded(end_y * st->px + st->y_px, 4),
        .r = rounded(s->r > 0 ? s->r * st->px : 0, 4),
        .width = rounded(s->width > 0 ? s->width * wider * st->px : 0, 8),
        .a = within(s->a, FARTHEST_PX),
        .b = within(s->b, FARTHEST_PX),
        .count = s->count,
    };
    make_box(&m, mk, s);
    m.box = box_meet(m.box, mk->window);
    if (m.alpha == 0) {
        m.box = (struct box){0};
    }
    return m;
}

// By number: another label may stand where one that was let go stood.
static bool same_label(const struct label *a, const struct label *b)
{
    return a == b ? !a || a->id == b->id : false;
}

static bool same_points(const struct mark *a, const struct mark *b)
{
    return a->kind != SHAPE_PATH ||
           memcmp(a->points, b->points,
                  (size_t)a->count * sizeof(*a->points)) == 0;
}

bool mark_equal(const struct mark *a, const struct mark *b)
{
    return a->kind == b->kind && a->colour == b->colour &&
           a->ground == b->ground && a->alpha == b->alpha &&
           a->strength == b->strength && a->closed == b->closed &&
           same_float(a->x, b->x) && same_float(a->y, b->y) &&
           same_float(a->w, b->w) && same_float(a->h, b->h) &&
           same_float(a->r, b->r) && same_float(a->width, b->width) &&
           same_float(a->a, b->a) && same_float(a->b, b->b) &&
           a->count == b->count && same_label(a->label, b->label) &&
           same_points(a, b);
}

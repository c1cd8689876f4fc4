// SPDX-License-Identifier: MIT
// A page whose letters grow is larger than the window. What has the focus is
// always seen: the page follows it. It is moved, too, by a wheel, by Ctrl with
// an arrow, and by an arrow alone that nothing else comes of. A line is seen
// whole or not at all.
#include <string.h>

#include "screens/grow.h"
#include "screens/program_inside.h"

static const float about = 0.05f; // is seen above and below the focus
static const float by_wheel = 0.12f, by_key = 0.4f;

// Pages of one screen that are read from their beginning.
static int page_of(const struct program *p, enum screen screen)
{
    return screen == SCREEN_WELCOME   ? (int)p->welcome.page
           : screen == SCREEN_PLAN    ? (int)p->plan.page
           : screen == SCREEN_INSIGHT ? (int)p->insight.view
           : screen == SCREEN_REFLECTION || screen == SCREEN_PLAYER ? p->page
                                                                    : 0;
}

// Its first words are read before what has the focus.
static bool begins(enum screen screen)
{
    return screen == SCREEN_CARE || screen == SCREEN_WELCOME ||
           screen == SCREEN_PLAN || screen == SCREEN_REFLECTION;
}

static struct area area_of(const struct shape *s)
{
    return (struct area){s->x, s->y, s->w, s->h};
}

// The ring of what has the focus, or the caret in it.
static const struct shape *find_held(const struct scene *sc, size_t first)
{
    const float ring = 0.0026f, caret = 0.004f;
    const struct shape *held = NULL;
    for (size_t i = first; i < sc->count; i++) {
        const struct shape *s = &sc->shapes[i];
        bool breath = s->kind == SHAPE_BOX && s->role == ROLE_BREATH;
        bool thin = s->width <= 0 && s->w < caret && s->h > 2 * s->w;
        held = breath && (s->width > ring || thin) ? s : held;
    }
    return held;
}

static bool equal(struct area a, struct area b)
{
    const float near = 0.0005f;
    struct area d = {a.x - b.x, a.y - b.y, a.w - b.w, a.h - b.h};
    return d.x * d.x + d.y * d.y + d.w * d.w + d.h * d.h < near * near;
}

static float within(float x, float low, float high)
{
    return x < low ? low : x > high ? high : x;
}

// How far the page is past when the focus is seen.
static float follow(const struct seen_part *v, struct area held)
{
    const struct reflow *f = &v->reflow;
    float top = reflow_shown(f, (struct point){held.x, held.y}).y - about;
    struct point end = {held.x + held.w / 2, held.y + held.h};
    float bottom = reflow_shown(f, end).y + about;
    float past = v->scrolled;
    past += bottom > f->lower ? bottom - f->lower : 0;
    float above = top - (past - v->scrolled);
    past -= above < f->upper ? f->upper - above : 0;
    return past;
}

static void look(struct program *p, enum screen screen,
                 const struct shape *focus, const struct grown *grown,
                 const struct scene *sc)
{
    struct seen_part *v = &p->view;
    float top = program_top(p), bottom = sc->bottom;
    bool fresh = v->screen != screen || v->page != page_of(p, screen);
    struct area held = focus ? area_of(focus) : (struct area){0};
    v->scrolled = fresh ? 0 : v->scrolled;
    v->more = reflow_stack(&v->reflow, top, bottom, v->scrolled);
    int piece = focus ? grown->piece[focus - sc->shapes] : GROW_NOWHERE;
    bool moves = piece >= v->reflow.sheet + v->reflow.foot;
    if (!fresh && equal(held, v->held)) {
        v->scrolled += (float)v->step * by_key;
    } else if (moves && !(fresh && begins(screen))) {
        v->scrolled = follow(v, held);
    }
    v->scrolled = within(v->scrolled, 0, v->more);
    reflow_stack(&v->reflow, top, bottom, v->scrolled);
    v->screen = screen;
    v->page = page_of(p, screen);
    v->held = held;
    v->step = 0;
}

// From where to where a shape reaches, down the page; a line as it is drawn.
struct reach {
    float top, bottom;
};

static struct reach reach_of(const struct shape *s)
{
    bool box = s->kind == SHAPE_BOX;
    if (s->kind == SHAPE_TEXT) {
        return (struct reach){s->y - 0.72f * s->size, s->y + 0.2f * s->size};
    }
    if (box || s->kind == SHAPE_LINE) {
        return (struct reach){s->y, box ? s->y + s->h : s->h};
    }
    return (struct reach){s->y - s->r, s->y + s->r};
}

// Whether it lies between the ends. What is large goes on behind them; half a
// card without its words would look like a button.
static bool is_seen(const struct reflow *f, struct shape *s)
{
    const float large = 0.3f, near = 0.001f;
    bool box = s->kind == SHAPE_BOX, line = s->kind == SHAPE_LINE;
    struct reach r = reach_of(s);
    if ((box || line) && r.bottom - r.top > large) {
        r.top = within(r.top, f->upper, f->lower);
        r.bottom = within(r.bottom, f->upper, f->lower);
        s->y = r.top;
        s->h = box ? r.bottom - r.top : r.bottom;
        return r.bottom > r.top;
    }
    float high = r.bottom > r.top ? r.bottom : r.top;
    float low = r.bottom > r.top ? r.top : r.bottom;
    return low >= f->upper - near && high <= f->lower + near;
}

// Shapes that make one mark.
static size_t mark_end(const struct scene *sc, const struct grown *grown,
                       size_t i)
{
    float anchor = grown->anchor[i];
    size_t end = i + 1;
    while (end < sc->count && sc->shapes[i].kind != SHAPE_TEXT &&
           sc->shapes[end].kind != SHAPE_TEXT && anchor > GROW_FREE &&
           grown->anchor[end] >= anchor && grown->anchor[end] <= anchor) {
        end++;
    }
    return end;
}

// Whether the box that the text stands in is left out.
static bool holds(const struct shape *box, const struct shape *text)
{
    float y = text->y - 0.3f * text->size;
    return box->kind == SHAPE_BOX && box->x < text->x &&
           box->x + box->w > text->x && box->y < y && box->y + box->h > y;
}

// Whether a shape stands in the row of another: both went down together, and
// the middle of one is beside the other.
static bool in_row(const struct scene *sc, const struct grown *grown, size_t i,
                   size_t k)
{
    float anchor = grown->anchor[i];
    struct reach a = reach_of(&sc->shapes[i]), b = reach_of(&sc->shapes[k]);
    float middle_a = (a.top + a.bottom) / 2, middle_b = (b.top + b.bottom) / 2;
    bool beside = (middle_a > b.top && middle_a < b.bottom) ||
                  (middle_b > a.top && middle_b < a.bottom);
    return grown->piece[i] == grown->piece[k] && anchor > GROW_FREE &&
           grown->anchor[k] >= anchor && grown->anchor[k] <= anchor && beside;
}

// A row is seen whole or not at all: a tick without its word, or one word of
// five, is none.
static void leave_rows(const struct scene *sc, size_t first,
                       const struct grown *grown, bool seen[SCENE_SHAPES])
{
    bool before[SCENE_SHAPES];
    memcpy(before, seen, sizeof(before));
    for (size_t i = first; i < sc->count; i++) {
        for (size_t k = first; k < sc->count && !before[i]; k++) {
            seen[k] &= !before[k] || !in_row(sc, grown, i, k);
        }
    }
}

static void leave_out(const struct reflow *f, struct scene *sc, size_t first,
                      const struct grown *grown)
{
    bool seen[SCENE_SHAPES] = {false};
    for (size_t i = first, end; i < sc->count; i = end) {
        end = mark_end(sc, grown, i);
        bool all = true;
        for (size_t k = i; k < end; k++) {
            bool stays = grown->piece[k] < f->sheet + f->foot;
            all = (stays || is_seen(f, &sc->shapes[k])) && all;
        }
        for (size_t k = i; k < end; k++) {
            seen[k] = all;
        }
    }
    for (size_t i = first; i < sc->count; i++) {
        struct shape s = sc->shapes[i];
        bool stays = grown->piece[i] < f->sheet + f->foot;
        for (size_t k = first; k < i && s.kind == SHAPE_TEXT && !stays; k++) {
            bool same = grown->piece[k] == grown->piece[i];
            seen[i] &= seen[k] || !same || !holds(&sc->shapes[k], &s);
        }
    }
    leave_rows(sc, first, grown, seen);
    size_t kept = first;
    for (size_t i = first; i < sc->count; i++) {
        if (seen[i]) {
            sc->shapes[kept++] = sc->shapes[i];
        }
    }
    sc->count = kept;
}

// Where in the page this is.
static void draw_bar(const struct seen_part *v, struct scene *sc)
{
    const float wide = 0.008f, rim = 0.012f, beside = 0.016f;
    float top = v->reflow.upper + rim, all = v->reflow.lower - rim - top;
    float part = all / (all + v->more);
    struct area a = {sc->right - beside, top, wide, all};
    box_fill(sc, a, wide / 2, ROLE_LINE, 1);
    a.y += all * (1 - part) * v->scrolled / v->more;
    a.h = all * part;
    box_fill(sc, a, wide / 2, ROLE_RING, 1);
}

void program_view_draw(struct program *p, enum screen screen,
                       const struct page *pg, size_t first,
                       struct reflow *reflow)
{
    struct grown grown;
    struct seen_part *v = &p->view;
    reflow_own(reflow, pg->sc, first, &grown);
    page_grow(pg, first, reflow, &grown);
    v->reflow = *reflow;
    look(p, screen, find_held(pg->sc, first), &grown, pg->sc);
    reflow_move(&v->reflow, pg->sc, first, &grown);
    leave_out(&v->reflow, pg->sc, first, &grown);
    if (v->more > 0) {
        draw_bar(v, pg->sc);
    }
}

bool program_view_input(struct program *p, const struct input *in)
{
    struct seen_part *v = &p->view;
    if (!v->reflow.grows || v->screen != p->screen || v->reflow.sheet) {
        return false;
    }
    bool key = in->kind == INPUT_KEY, wheel = in->kind == INPUT_WHEEL;
    int way = key ? (in->key == KEY_DOWN) - (in->key == KEY_UP) : 0;
    bool moves = wheel || (way != 0 && in->mods == MOD_CTRL);
    float by = wheel ? -in->y * by_wheel : (float)way * by_key;
    float to = within(v->scrolled + by, 0, v->more);
    bool moved = moves && (to < v->scrolled || to > v->scrolled);
    v->scrolled = moved ? to : v->scrolled;
    v->step = moves ? 0 : way;
    return moved;
}

// SPDX-License-Identifier: MIT
// Columns of a page whose letters grow: each becomes as wide as the window has
// room for, and they stand under each other; the foot stays at the lower end.
#include "screens/reflow.h"

static const float rim = 0.05f;    // on each side of the window
static const float space = 0.025f; // above and below what is shown

// How much larger the usual page shows what begins there.
static float usual_scale(const struct reflow *usual, struct area a)
{
    float scale = 1;
    for (int i = 0; i < usual->count; i++) {
        const struct area *from = &usual->pieces[i].from;
        bool same = from->x >= a.x && from->x <= a.x && from->y >= a.y &&
                    from->y <= a.y;
        scale = same ? usual->pieces[i].scale : scale;
    }
    return scale;
}

static void add(struct reflow *f, const struct reflow *usual, struct area a,
                float growth)
{
    if (a.w <= 0) {
        return;
    }
    float own = usual_scale(usual, a), wants = growth * own;
    float scale = larger(1, smaller(wants, (STAGE_WIDTH - 2 * rim) / a.w));
    f->pieces[f->count++] =
        (struct reflow_piece){.from = a,
                              .x = (STAGE_WIDTH - scale * a.w) / 2,
                              .scale = scale,
                              .usual = own,
                              .growth = wants / scale,
                              .top = a.y,
                              .bottom = a.y + a.h};
}

struct reflow reflow_grow(const struct leaf *leaf, const struct reflow *usual,
                          float growth)
{
    struct reflow f = {.scale = 1,
                       .sheet = leaf->sheet.w > 0,
                       .foot = leaf->foot.w > 0,
                       .head = leaf->head.w > 0,
                       .grows = leaf->main.w > 0};
    if (!f.grows) {
        return f;
    }
    add(&f, usual, leaf->sheet, growth);
    add(&f, usual, leaf->foot, growth);
    add(&f, usual, leaf->head, growth);
    add(&f, usual, leaf->side, growth);
    add(&f, usual, leaf->main, growth);
    f.scale = f.pieces[f.count - 1].scale;
    return f;
}

// Its upper end comes to y; gives its lower one.
static float put(struct reflow_piece *p, float y)
{
    p->y = y - (p->top - p->from.y) * p->scale;
    return y + (p->bottom - p->top) * p->scale;
}

static float height_of(const struct reflow_piece *p)
{
    return larger(0, p->bottom - p->top) * p->scale;
}

// Words of all columns begin at the left of the main one's.
static void align(struct reflow *f)
{
    const struct reflow_piece *main = &f->pieces[f->count - 1];
    float left = main->x + (main->left - main->from.x) * main->scale;
    for (int i = f->sheet; i < f->count - 1; i++) {
        struct reflow_piece *p = &f->pieces[i];
        float most = STAGE_WIDTH - rim - p->from.w * p->scale;
        float x = left - (p->left - p->from.x) * p->scale;
        bool has = p->left < STAGE_WIDTH && main->left < STAGE_WIDTH;
        x = larger(rim, smaller(x, larger(most, p->x)));
        p->x = has ? x : p->x;
    }
}

static float put_next(struct reflow_piece *p, float y)
{
    return p->bottom > p->top ? put(p, y) + 2 * space : y;
}

float reflow_stack(struct reflow *f, float top, float bottom, float scrolled)
{
    int first = f->sheet + f->foot; // of those that are scrolled
    float high = 0;
    align(f);
    if (f->sheet) {
        float middle = (top + bottom - height_of(&f->pieces[0])) / 2;
        put(&f->pieces[0], larger(middle, top + space));
    }
    if (f->foot) {
        struct reflow_piece *foot = &f->pieces[f->sheet];
        bottom -= height_of(foot) + space;
        put(foot, bottom);
        bottom -= space;
    }
    for (int i = first; i < f->count; i++) {
        bool shows = f->pieces[i].bottom > f->pieces[i].top;
        high += shows ? height_of(&f->pieces[i]) + 2 * space : 0;
    }
    f->upper = top;
    f->lower = bottom;
    float more = larger(0, high - (bottom - top));
    float y = top + space - smaller(scrolled, more) +
              larger(0, bottom - top - high) / 3;
    int last = f->count - 1;
    for (int i = first; i < first + f->head; i++) {
        y = put_next(&f->pieces[i], y);
    }
    y = put_next(&f->pieces[last], y);
    for (int i = first + f->head; i < last; i++) {
        y = put_next(&f->pieces[i], y);
    }
    return more;
}

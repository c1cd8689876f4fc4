// SPDX-License-Identifier: MIT
// What stands below a text that has grown goes down as far as it must, and all
// that is at its height or lower with it. From the upper end to the lower: each
// item comes below what it was below, and where a page was empty it closes up.
#include "screens/grow_inside.h"

static const float near = 0.007f;  // letters seldom fill their line
static const float gap = 0.018f;   // is kept at least, where there was one
static const float hole = 0.042f;  // more than this is closed up
static const float same = 0.0005f; // height

struct column {
    struct growing *g;
    struct item *items[GROW_ITEMS]; // by their anchors
    int count;
};

static float bottom_of(const struct item *it)
{
    return it->at + it->to_down;
}

// How far down it must be at least, for what is above it among the first.
static float needed(const struct column *c, int first, const struct item *it)
{
    float at = -1e3f;
    for (int k = 0; k < first; k++) {
        const struct item *over = c->items[k];
        float free = it->anchor + it->up - over->anchor - over->down;
        bool beside =
            over->to_right <= it->to_left || it->to_right <= over->to_left;
        if (free < -near || beside) {
            continue;
        }
        bool anew = over->scale > 1 || it->scale > 1;
        free = free < 0 && anew ? 0 : free < gap ? free : gap;
        float least = bottom_of(over) + free - it->to_up;
        at = least > at ? least : at;
    }
    return at;
}

// Whether a box, or a mark, reaches over that height.
static bool crossed(const struct column *c, float y)
{
    for (int k = 0; k < c->count; k++) {
        const struct item *it = c->items[k];
        const struct item *next = it + 1;
        bool upper = it->kind == ITEM_EDGE &&
                     it - c->g->items < c->g->count - 1 &&
                     next->kind == ITEM_EDGE && next->shape == it->shape;
        float top = it->anchor + it->up;
        float bottom = upper ? next->anchor : it->anchor + it->down;
        if (top < y - same && bottom > y + same) {
            return true;
        }
    }
    return false;
}

static void push(struct reflow_piece *p, float at, float by)
{
    if (p->push_count == REFLOW_PUSHES) {
        p->pushes[REFLOW_PUSHES - 1].by = by;
        return;
    }
    p->pushes[p->push_count++] = (struct reflow_push){at, by};
}

// From the first item of a height on; gives the first of the next one.
static int row_end(const struct column *c, int i)
{
    int end = i + 1;
    while (end < c->count &&
           c->items[end]->anchor - c->items[i]->anchor < same) {
        end++;
    }
    return end;
}

static void sweep(struct column *c, struct reflow_piece *p)
{
    float by = 0, low = -1e3f, was_low = -1e3f;
    for (int i = 0, end; i < c->count; i = end) {
        end = row_end(c, i);
        float top = 1e3f, was_top = 1e3f, before = by;
        for (int k = i; k < end; k++) {
            const struct item *it = c->items[k];
            float was = it->anchor + it->up;
            float y = it->anchor + it->to_up;
            was_top = was < was_top ? was : was_top;
            top = y < top ? y : top;
        }
        float free = top + by - low;
        if (i > 0 && free > hole && was_top > was_low &&
            !crossed(c, (was_top + was_low) / 2)) {
            by -= free - hole;
        }
        for (int k = i; k < end; k++) {
            const struct item *it = c->items[k];
            float more = needed(c, i, it) - it->anchor;
            by = more > by ? more : by;
        }
        for (int k = i; k < end; k++) {
            struct item *it = c->items[k];
            float was = it->anchor + it->down;
            it->at = it->anchor + by;
            low = bottom_of(it) > low ? bottom_of(it) : low;
            was_low = was > was_low ? was : was_low;
            p->top = it->at + it->to_up < p->top ? it->at + it->to_up : p->top;
            bool words = it->kind == ITEM_TEXT &&
                         grow_shape(c->g, it)->align == ALIGN_LEFT;
            p->left = words && it->left < p->left ? it->left : p->left;
        }
        if (by > before || by < before) {
            // A hole closes above letters, room opens at their line.
            float at = by < before ? was_top : c->items[i]->anchor;
            push(p, at - same / 2, by);
        }
    }
    p->bottom = low;
}

static void sort_in(struct column *c, struct item *it)
{
    int k = c->count++;
    for (; k > 0 && c->items[k - 1]->anchor > it->anchor; k--) {
        c->items[k] = c->items[k - 1];
    }
    c->items[k] = it;
}

void grow_down(struct growing *g)
{
    struct column c = {.g = g};
    for (int piece = 0; piece < g->reflow->count; piece++) {
        struct reflow_piece *p = &g->reflow->pieces[piece];
        c.count = 0;
        for (int i = 0; i < g->count; i++) {
            if (g->items[i].piece == piece) {
                sort_in(&c, &g->items[i]);
            }
        }
        p->push_count = 0;
        p->top = p->left = 1e3f;
        sweep(&c, p);
        p->top = c.count > 0 ? p->top : p->bottom;
    }
}

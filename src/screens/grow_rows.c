// SPDX-License-Identifier: MIT
// Rows of words side by side (a menu, buttons) that have not the room when they
// grow: they are broken as a line of words is. What clasps a word, a button's
// box or a ring or a line below it, goes with it.
#include <math.h>

#include "screens/grow_inside.h"

enum { ROW_MOST = 16 };
static const float gap_least = 0.02f, between = 0.016f;
static const float button_pad = 0.02f;

struct word {
    struct item *it;
    float left, right; // of the word and what clasps it, as they were
    float high, wide;  // as they will be
    bool button;
};

// What clasps the word: the box of a button, too, which it is in the middle of.
static bool clasps(const struct item *it, const struct shape *text,
                   const struct shape *s)
{
    const float near = 0.004f;
    bool box = s->kind == SHAPE_BOX && s->h < GROW_BUTTON &&
               s->y < it->anchor && s->y + s->h > it->anchor;
    bool centred = text->align == ALIGN_CENTRE && s->x <= it->left &&
                   s->x + s->w >= it->right &&
                   fabsf(s->x + s->w / 2 - text->x) < near;
    return grow_clasps(it, s) || (box && centred);
}

static struct word word_of(const struct growing *g, struct item *it)
{
    const struct shape *text = grow_shape(g, it);
    struct word w = {it, it->left, it->right, 1.3f * text->size * it->scale,
                     0,  false};
    for (size_t i = g->first; i < g->pg->sc->count; i++) {
        const struct shape *s = &g->pg->sc->shapes[i];
        if (g->out->piece[i] != it->piece || g->taken[i] ||
            !clasps(it, text, s)) {
            continue;
        }
        bool box = s->kind == SHAPE_BOX;
        w.left = box ? smaller(w.left, s->x) : w.left;
        w.right = box ? larger(w.right, s->x + s->w) : w.right;
        w.high = box ? larger(w.high, s->h) : w.high;
        w.button |= box && text->align == ALIGN_CENTRE;
    }
    float own = grow_width(g, it);
    float pads = w.right - w.left - (it->right - it->left);
    w.wide =
        w.button ? larger(w.right - w.left, own + 2 * button_pad) : own + pads;
    return w;
}

// The words of one row, from left to right; 0 where it has something else.
static int words_of(struct growing *g, struct item *first,
                    struct word out[ROW_MOST])
{
    int count = 0;
    for (int i = 0; i < g->count; i++) {
        struct item *it = &g->items[i];
        bool here = it->piece == first->piece && it->anchor >= first->anchor &&
                    it->anchor <= first->anchor;
        if (!here || it->kind == ITEM_EDGE) {
            continue;
        }
        const struct shape *s = grow_shape(g, it);
        struct word w =
            it->kind == ITEM_TEXT ? word_of(g, it) : (struct word){.it = it};
        bool good = it->kind == ITEM_TEXT && it->count == 1 && !s->sized &&
                    (s->align == ALIGN_LEFT || w.button);
        if (!good || count == ROW_MOST) {
            return 0;
        }
        int at = count++;
        for (; at > 0 && out[at - 1].left > w.left; at--) {
            out[at] = out[at - 1];
        }
        out[at] = w;
    }
    return count;
}

// The right end of the box that the row stands in, or of its column.
static float end_of(const struct growing *g, const struct word *words,
                    int count)
{
    const float pad = 0.012f;
    const struct item *it = words[0].it;
    const struct area *from = &g->reflow->pieces[it->piece].from;
    float end = larger(from->x + from->w, words[count - 1].right);
    for (size_t i = g->first; i < g->pg->sc->count; i++) {
        const struct shape *s = &g->pg->sc->shapes[i];
        bool holds = s->kind == SHAPE_BOX && g->out->piece[i] == it->piece &&
                     s->x < words[0].left - pad / 2 &&
                     s->x + s->w > words[count - 1].right + pad / 2 &&
                     s->y < it->anchor && s->y + s->h > it->anchor;
        end = holds ? smaller(end, s->x + s->w - pad) : end;
    }
    return end;
}

static bool has_room(const struct word *words, int count, float end)
{
    for (int i = 0; i < count; i++) {
        const struct word *w = &words[i];
        float half = (w->wide - (w->right - w->left)) / 2;
        float right = w->button ? w->right + half : w->left + w->wide;
        float next = i + 1 < count ? words[i + 1].left - 0.01f : end;
        if (right > next || (w->button && half > 0.004f)) {
            return false;
        }
    }
    return true;
}

// An item of what clasps a word goes down with the word's row.
static void take_along(struct item *hold, const struct item *it, float right,
                       float down)
{
    hold->up += hold->anchor - it->anchor;
    hold->down += hold->anchor - it->anchor;
    hold->anchor = it->anchor;
    hold->to_up = hold->up + down;
    hold->to_down = hold->down + down;
    hold->to_left += right;
    hold->to_right += right;
}

// Puts the word, with what clasps it, to x in a line of the row.
static void put(struct growing *g, const struct word *w, float x, float down)
{
    struct item *it = w->it;
    const struct shape text = *grow_shape(g, it);
    float own = grow_width(g, it), more = w->wide - (w->right - w->left);
    float by = x - w->left;
    for (size_t i = g->first; i < g->pg->sc->count; i++) {
        struct shape *s = &g->pg->sc->shapes[i];
        bool line = s->kind == SHAPE_LINE;
        if (g->out->piece[i] != it->piece || g->taken[i] ||
            !clasps(it, &text, s)) {
            continue;
        }
        for (int k = 0; k < g->count; k++) {
            if (g->items[k].shape == i) {
                take_along(&g->items[k], it, by, down);
            }
        }
        g->taken[i] = true;
        g->out->anchor[i] = it->anchor;
        s->x += by;
        s->y += down;
        s->w += line ? by + more : more;
        s->h += line ? down : 0;
    }
    float off = text.y - it->anchor, up = 0.36f * text.size * (it->scale - 1);
    float size = text.size * it->scale;
    it->set = true;
    it->right_by = w->button ? by + more / 2 : by;
    it->down_by = down;
    it->to_up = off + up + down - 0.74f * size;
    it->to_down = off + up + down + 0.2f * size;
    float half = (own - (it->right - it->left)) / 2;
    it->to_left = it->left + it->right_by - (w->button ? half : 0);
    it->to_right = it->to_left + own;
    grow_moved(g, it);
}

// All in one line where their gaps may be smaller for it, else in several.
static void break_row(struct growing *g, struct word *words, int count,
                      float end)
{
    float left = words[0].left, all = 0, high = 0;
    for (int i = 0; i < count; i++) {
        struct word *w = &words[i];
        char kept[GROW_BYTES];
        float own = w->it->right - w->it->left;
        float pads = w->button ? 2 * button_pad : w->right - w->left - own;
        grow_whole_words(g, w->it, grow_words(g, w->it, kept),
                         end - left - pads);
        w->wide = word_of(g, w->it).wide;
        all += w->wide;
        high = larger(high, w->high);
    }
    float gap = count > 1 ? (end - left - all) / (float)(count - 1) : 0;
    float x = left, down = 0;
    for (int i = 0; i < count; i++) {
        float own = i > 0 ? words[i].left - words[i - 1].right : 0;
        own = gap >= gap_least ? smaller(gap, larger(own, gap_least))
                               : larger(gap_least, smaller(own, 2 * gap_least));
        x += i > 0 ? own : 0;
        if (i > 0 && x + words[i].wide > end + 0.001f) {
            x = left;
            down += high + between;
        }
        put(g, &words[i], x, down);
        x += words[i].wide;
    }
}

void grow_rows(struct growing *g)
{
    for (int i = 0; i < g->count; i++) {
        struct item *it = &g->items[i];
        struct word words[ROW_MOST] = {0};
        if (it->kind != ITEM_TEXT || it->set || it->scale <= 1) {
            continue;
        }
        int count = words_of(g, it, words);
        if (count < 2 || words[0].it->set) {
            continue;
        }
        float end = end_of(g, words, count);
        if (!has_room(words, count, end)) {
            break_row(g, words, count, end);
        }
    }
}

// SPDX-License-Identifier: MIT
// In three steps: what the page consists of (grow_collect.c), how wide each
// text becomes and in how many lines (here), and what goes down for it
// (grow_down.c). A word that is wider than all its room is the one thing that
// grows less.
#include "screens/grow_inside.h"

#include <math.h>
#include <string.h>

static const float gap_least = 0.012f; // between neighbours in a row
static const float spare = 0.985f;     // letters have whole pixels

struct str grow_words(const struct growing *g, const struct item *it,
                      char out[GROW_BYTES])
{
    size_t len = 0;
    for (size_t i = 0; i < it->count; i++) {
        const struct shape *s = &g->pg->sc->shapes[it->shape + i];
        struct str line = scene_text_of(g->pg->sc, s);
        if (len + line.len + 1 < GROW_BYTES) {
            memcpy(out + len, line.at, line.len);
            len += line.len;
            out[len++] = ' ';
        }
    }
    return (struct str){out, len > 0 ? len - 1 : 0};
}

static struct words type_of(const struct growing *g, const struct item *it)
{
    const struct shape *s = grow_shape(g, it);
    return (struct words){.face = s->face, .size = s->size * it->scale};
}

float grow_width(const struct growing *g, const struct item *it)
{
    const struct shape *s = grow_shape(g, it);
    const struct ruler *ruler = g->pg->ruler;
    float most = 0;
    for (size_t i = 0; i < it->count; i++) {
        struct str text = scene_text_of(g->pg->sc, s + i);
        float wide =
            ruler->width(ruler->fonts, s->face, s->size * it->scale, text) /
            spare;
        most = larger(most, wide);
    }
    return most;
}

void grow_moved(struct growing *g, const struct item *it)
{
    struct reflow *f = g->reflow;
    if (f->moved_count < REFLOW_MOVED) {
        f->moved[f->moved_count++] = (struct reflow_moved){
            .piece = it->piece,
            .anchor = it->anchor,
            .from = {it->left, it->anchor + it->up, it->right - it->left,
                     it->down - it->up},
            .to = {it->to_left, it->anchor + it->to_up,
                   it->to_right - it->to_left, it->to_down - it->to_up}};
    }
}

// How much of a text's width lies to the right, or the left, of where it is.
static float share(const struct growing *g, const struct item *it, bool right)
{
    enum align align = grow_shape(g, it)->align;
    bool whole = align == (right ? ALIGN_LEFT : ALIGN_RIGHT);
    return align == ALIGN_CENTRE ? 0.5f : whole ? 1 : 0;
}

bool grow_clasps(const struct item *it, const struct shape *s)
{
    const float pad = 0.024f, near = 0.004f, below = 0.04f;
    float left = it->left, right = it->right, y = it->anchor;
    if (s->kind == SHAPE_LINE) {
        return s->y > y && s->y < y + below && s->y >= s->h && s->y <= s->h &&
               fabsf(s->x - left) < near && fabsf(s->w - right) < near;
    }
    return s->kind == SHAPE_BOX && s->h < GROW_BUTTON && s->y < y &&
           s->y + s->h > y && s->x <= left && s->x > left - pad &&
           s->x + s->w >= right && s->x + s->w < right + pad;
}

// What clasps the text becomes wider with it.
static void widen(struct growing *g, const struct item *it)
{
    float left = it->to_left - it->left, right = it->to_right - it->right;
    for (int k = 0; k < g->count; k++) {
        struct item *hold = &g->items[k];
        struct shape *s = &g->pg->sc->shapes[hold->shape];
        if (hold->kind == ITEM_TEXT || hold->piece != it->piece ||
            !grow_clasps(it, s)) {
            continue;
        }
        hold->to_left += left;
        hold->to_right += right;
        if (hold->kind == ITEM_EDGE && hold->anchor > s->y) {
            continue; // once for both of its edges
        }
        s->x += left;
        s->w += s->kind == SHAPE_LINE ? right : right - left;
    }
}

// What a box or an orb leaves of the room of a text that stands in it.
static void stay_inside(const struct growing *g, const struct item *it,
                        float ends[2])
{
    const float near = 0.004f, pad_most = 0.012f;
    float top = it->anchor + it->up, bottom = it->anchor + it->down;
    for (size_t i = g->first; i < g->pg->sc->count; i++) {
        const struct shape *s = &g->pg->sc->shapes[i];
        bool box = s->kind == SHAPE_BOX && s->h > 0.02f;
        struct area a = {s->x, s->y, s->w, s->h};
        if (s->kind == SHAPE_ORB) {
            float r = 0.9f * s->r;
            a = (struct area){s->x - r, s->y - r, 2 * r, 2 * r};
        }
        bool holds = (box || s->kind == SHAPE_ORB) && !grow_clasps(it, s) &&
                     g->out->piece[i] == it->piece;
        bool in = holds && it->left > a.x - near &&
                  it->right < a.x + a.w + near && top > a.y - near &&
                  bottom < a.y + a.h + near;
        if (in) {
            float left = it->left - a.x, right = a.x + a.w - it->right;
            float pad = larger(smaller(smaller(left, right), pad_most), near);
            ends[0] = larger(ends[0], a.x + pad);
            ends[1] = smaller(ends[1], a.x + a.w - pad);
        }
    }
}

static bool in_one_row(const struct item *a, const struct item *b)
{
    float top = larger(a->anchor + a->up, b->anchor + b->up);
    float bottom = smaller(a->anchor + a->down, b->anchor + b->down);
    float high = smaller(a->down - a->up, b->down - b->up);
    return bottom - top > 0.25f * high;
}

// What is left to it of the span to its neighbour, which wants so much, too.
static float portion(float span, float own, float other)
{
    float half = span / 2;
    return own + other <= span ? span - other
           : own <= half       ? 1.002f * own
           : other <= half     ? span - other
                               : half;
}

// The neighbour on the right, or on the left, may want to grow, too.
static void leave_neighbour(const struct growing *g, const struct item *it,
                            const struct item *to, float ends[2])
{
    const struct shape *s = grow_shape(g, it), *n = grow_shape(g, to);
    bool right = to->left >= it->right - 0.002f;
    bool left = to->right <= it->left + 0.002f;
    if ((!right && !left) || to->piece != it->piece || !in_one_row(it, to)) {
        return;
    }
    bool text = to->kind == ITEM_TEXT;
    float gap = right ? to->left - it->right : it->left - to->right;
    gap = larger(smaller(gap, text ? gap_least : gap_least / 2), 0);
    float end = text ? n->x : right ? to->left : to->right;
    float wants = text ? share(g, to, !right) * grow_width(g, to) : 0;
    float fixed = text && share(g, to, !right) <= 0 ? 1.0f : 0;
    end = fixed > 0 ? (right ? to->left : to->right) : end;
    float span = (right ? end - s->x : s->x - end) - gap;
    float own = share(g, it, right) * grow_width(g, it);
    float most = portion(span, own, wants);
    if (right) {
        ends[1] = smaller(ends[1], s->x + most);
    } else {
        ends[0] = larger(ends[0], s->x - most);
    }
}

static float room_of(const struct growing *g, const struct item *it)
{
    const struct shape *s = grow_shape(g, it);
    const struct reflow_piece *p = &g->reflow->pieces[it->piece];
    float end = p->from.x + p->from.w;
    float ends[2] = {smaller(p->from.x, it->left),
                     it->left < end ? end : it->right};
    stay_inside(g, it, ends);
    for (int k = 0; k < g->count; k++) {
        struct item to = g->items[k];
        const struct shape *other = grow_shape(g, &to);
        if (to.kind == ITEM_EDGE) { // a box, once for both of its edges
            to.down = other->h;
        }
        bool lower = to.kind == ITEM_EDGE &&
                     (other->kind != SHAPE_BOX || to.anchor > other->y);
        bool own = &g->items[k] == it || lower ||
                   (to.kind != ITEM_TEXT && grow_clasps(it, other));
        if (!own) {
            leave_neighbour(g, it, &to, ends);
        }
    }
    float left = s->x - ends[0], right = ends[1] - s->x;
    return s->align == ALIGN_LEFT    ? right
           : s->align == ALIGN_RIGHT ? left
                                     : 2 * smaller(left, right);
}

void grow_whole_words(const struct growing *g, struct item *it, struct str text,
                      float room)
{
    const struct ruler *ruler = g->pg->ruler;
    for (int tries = 0; tries < 16 && it->scale > 1; tries++) {
        struct words w = type_of(g, it);
        float widest = 0;
        for (size_t at = 0; at < text.len;) {
            size_t end = str_find(text, ' ', at);
            struct str word = str_sub(text, at, end);
            widest =
                larger(widest, word.len > 0 ? ruler->width(ruler->fonts, w.face,
                                                           w.size, word)
                                            : 0);
            at = end + 1;
        }
        if (widest <= room) {
            return;
        }
        it->scale = larger(1, it->scale * smaller(0.97f, room / widest));
    }
}

static void set_text(struct growing *g, struct item *it)
{
    const struct shape *s = grow_shape(g, it);
    char kept[GROW_BYTES];
    struct str rest = grow_words(g, it, kept);
    float room = room_of(g, it) * spare;
    grow_whole_words(g, it, rest, room);
    struct words w = type_of(g, it);
    float widest = 0;
    it->lines = 0;
    while (rest.len > 0) {
        struct str line = words_line(g->pg->ruler, w, room, &rest);
        float wide =
            g->pg->ruler->width(g->pg->ruler->fonts, w.face, w.size, line);
        widest = larger(widest, wide);
        it->lines++;
    }
    float more = 0.36f * s->size * (it->scale - 1);
    float off = s->y - it->anchor;
    it->pitch *= it->scale;
    it->to_up = off + more - 0.74f * w.size;
    it->to_down =
        off + more + 0.2f * w.size + (float)(it->lines - 1) * it->pitch;
    it->to_left = s->x - share(g, it, false) * widest;
    it->to_right = s->x + share(g, it, true) * widest;
    if (it->lines > (int)it->count) {
        grow_moved(g, it);
    }
}

// Whether the text is set anew: it grows, or reaches out of its column.
static bool is_anew(const struct growing *g, const struct item *it)
{
    const struct area *from = &g->reflow->pieces[it->piece].from;
    return it->kind == ITEM_TEXT && !grow_shape(g, it)->sized &&
           (it->scale > 1 || it->right > from->x + from->w);
}

static void across(struct growing *g)
{
    const struct ruler *ruler = g->pg->ruler;
    for (int i = 0; i < g->count; i++) {
        struct item *it = &g->items[i];
        const struct shape *s = grow_shape(g, it);
        const struct reflow_piece *p = &g->reflow->pieces[it->piece];
        float least = ruler->least * g->reflow->scale / p->usual;
        bool grows = it->kind == ITEM_TEXT && !s->sized;
        it->scale = !grows             ? 1
                    : s->size >= least ? p->growth
                                       : p->growth * least / s->size;
    }
    grow_rows(g);
    for (int i = 0; i < g->count; i++) {
        struct item *it = &g->items[i];
        if (is_anew(g, it) && !it->set) {
            set_text(g, it);
        }
    }
    for (int i = 0; i < g->count; i++) {
        if (g->items[i].kind == ITEM_TEXT && !g->items[i].set) {
            widen(g, &g->items[i]);
        }
    }
}

static void shift(struct growing *g, size_t at, size_t by)
{
    struct scene *sc = g->pg->sc;
    size_t count = sc->count - by - at;
    struct shape last = sc->shapes[sc->count - 1];
    memmove(&sc->shapes[at + by], &sc->shapes[at], count * sizeof(last));
    sc->shapes[at] = last;
    memmove(&g->out->piece[at + by], &g->out->piece[at],
            count * sizeof(g->out->piece[0]));
    memmove(&g->out->anchor[at + by], &g->out->anchor[at],
            count * sizeof(g->out->anchor[0]));
}

// Writes the lines over those that were there, and more behind them.
static void put_lines(struct growing *g, const struct item *it)
{
    struct scene *sc = g->pg->sc;
    struct shape model = *grow_shape(g, it);
    char kept[GROW_BYTES];
    struct str rest = grow_words(g, it, kept);
    struct words w = type_of(g, it);
    float room = it->to_right - it->to_left + 0.0005f;
    model.x += it->right_by;
    model.y += it->down_by + 0.36f * model.size * (it->scale - 1);
    model.size *= it->scale;
    model.r *= it->scale;
    for (size_t i = 0; i < it->count || rest.len > 0; i++) {
        struct str line = words_line(g->pg->ruler, w, room, &rest);
        size_t at = it->shape + i;
        if (line.len == 0 || sc->count == SCENE_SHAPES) {
            sc->shapes[at].text_len = i < it->count ? 0 : 1;
            rest = i < it->count ? rest : STR_NONE;
            continue;
        }
        scene_text(sc, model, line);
        if (i < it->count) {
            sc->shapes[at] = sc->shapes[--sc->count];
        } else {
            shift(g, at, 1);
            g->out->piece[at] = g->out->piece[it->shape];
            g->out->anchor[at] = g->out->anchor[it->shape];
        }
        model.y += it->pitch;
    }
}

void page_grow(const struct page *pg, size_t first, struct reflow *reflow,
               struct grown *out)
{
    struct growing g = {.pg = pg, .reflow = reflow, .out = out, .first = first};
    grow_collect(&g);
    across(&g);
    grow_down(&g);
    for (int i = g.count - 1; i >= 0; i--) { // what follows is shifted
        if (is_anew(&g, &g.items[i])) {
            put_lines(&g, &g.items[i]);
        }
    }
}

// SPDX-License-Identifier: MIT
#include "screens/reflow.h"

#include "screens/grow.h"

static const float rim = 0.05f;     // on each side of the window
static const float margin = 0.111f; // where the words of a page begin
static const float least = 1.05f;   // a page that grows by less stays as it is
static const float beside = 1.25f;  // a side grows by so much more, at most

// Of an end of the page.
static float end_scale(struct area end, float most)
{
    float fits = end.w > 0 ? (STAGE_WIDTH - 2 * rim) / end.w : 1;
    float scale = smaller(fits, most);
    return scale > 1 ? scale : 1;
}

static void put(struct reflow *f, struct area from, float scale,
                struct point corner)
{
    if (from.w > 0) {
        f->pieces[f->count++] = (struct reflow_piece){.from = from,
                                                      .x = corner.x,
                                                      .y = corner.y,
                                                      .scale = scale,
                                                      .usual = scale,
                                                      .growth = 1};
    }
}

static void put_sheet(struct reflow *f, struct area sheet, float middle)
{
    float scale = end_scale(sheet, f->scale);
    f->sheet = sheet.w > 0;
    put(f, sheet, scale,
        (struct point){(STAGE_WIDTH - scale * sheet.w) / 2,
                       middle - scale * sheet.h / 2});
}

// A side that is narrower than its column takes what height is left.
static float side_scale(const struct leaf *leaf, float scale, float room)
{
    float wide = (STAGE_WIDTH - 2 * rim) / leaf->side.w;
    float high = (room - rim - scale * leaf->main.h) / leaf->side.h;
    return smaller(smaller(wide, high), beside * scale);
}

// The words of the foot begin below those of the column.
static float foot_left(const struct leaf *leaf, float left, float foot,
                       float scale)
{
    bool whole = leaf->foot.w >= STAGE_WIDTH;
    float most = STAGE_WIDTH - rim - foot * leaf->foot.w;
    float below =
        left + scale * (margin - leaf->main.x) - foot * (margin - leaf->foot.x);
    return whole ? 0 : smaller(below, most);
}

struct reflow reflow_make(const struct leaf *leaf, float top, float bottom)
{
    const struct area *main = &leaf->main, *side = &leaf->side;
    struct reflow f = {.scale = 1};
    float wide = main->w > side->w ? main->w : side->w;
    float tall = main->h + side->h;
    if (wide <= 0) {
        return f;
    }
    float scale = (STAGE_WIDTH - 2 * rim) / wide;
    float head = end_scale(leaf->head, scale);
    float foot = end_scale(leaf->foot, scale);
    float room = bottom - top - head * leaf->head.h - foot * leaf->foot.h;
    scale = smaller(scale, (room - rim) / tall);
    if (scale < least) {
        return f;
    }
    foot = smaller(foot, scale);
    float left = (STAGE_WIDTH - wide * scale) / 2;
    float below = side->w > 0 ? side_scale(leaf, scale, room) : scale;
    float free =
        (room - scale * main->h - below * side->h) / (side->w > 0 ? 3 : 2);
    float y = top + head * leaf->head.h + free;
    f.scale = scale;
    put_sheet(&f, leaf->sheet, (top + bottom) / 2);
    put(&f, leaf->foot, foot,
        (struct point){foot_left(leaf, left, foot, scale),
                       bottom - foot * leaf->foot.h});
    put(&f, leaf->head, head, (struct point){0, top});
    put(&f, *side, below, (struct point){left, y + scale * main->h + free});
    put(&f, *main, scale, (struct point){(STAGE_WIDTH - scale * wide) / 2, y});
    return f;
}

// Of the pieces from first on.
static const struct reflow_piece *piece_from(const struct reflow *f, int first,
                                             struct point p)
{
    int i = first;
    while (i < f->count - 1 && !area_has(f->pieces[i].from, p.x, p.y)) {
        i++;
    }
    return &f->pieces[i];
}

static const struct reflow_piece *piece_at(const struct reflow *f,
                                           struct point p)
{
    return piece_from(f, 0, p);
}

// How much lower what is at that height has gone.
static float pushed(const struct reflow_piece *piece, float y)
{
    float by = 0;
    for (int i = 0; i < piece->push_count && piece->pushes[i].at <= y; i++) {
        by = piece->pushes[i].by;
    }
    return by;
}

static struct point shown_by(const struct reflow_piece *piece, struct point p)
{
    float y = p.y + pushed(piece, p.y);
    return (struct point){piece->x + (p.x - piece->from.x) * piece->scale,
                          piece->y + (y - piece->from.y) * piece->scale};
}

// The height that has gone to y; of a place that nothing went to, the nearest.
static float pushed_back(const struct reflow_piece *piece, float y)
{
    float by = 0;
    for (int i = 0; i < piece->push_count; i++) {
        const struct reflow_push *p = &piece->pushes[i];
        if (y < p->at + p->by) {
            return smaller(y - by, p->at);
        }
        by = p->by;
    }
    return y - by;
}

struct area reflow_path_area(const struct scene *sc, const struct shape *s)
{
    const struct point *points = sc->points + s->points_at;
    struct point low = points[0], high = points[0];
    for (int i = 1; i < s->count; i++) {
        low.x = smaller(low.x, points[i].x);
        low.y = smaller(low.y, points[i].y);
        high.x = -smaller(-high.x, -points[i].x);
        high.y = -smaller(-high.y, -points[i].y);
    }
    return (struct area){low.x, low.y, high.x - low.x, high.y - low.y};
}

static struct point middle_of(const struct scene *sc, const struct shape *s)
{
    struct point p = {s->x, s->y};
    if (s->kind == SHAPE_BOX) {
        p = (struct point){s->x + s->w / 2, s->y + s->h / 2};
    } else if (s->kind == SHAPE_LINE) {
        p = (struct point){(s->x + s->w) / 2, (s->y + s->h) / 2};
    } else if (s->kind == SHAPE_PATH && s->count > 0) {
        struct area a = reflow_path_area(sc, s);
        p = (struct point){a.x + a.w / 2, a.y + a.h / 2};
    }
    return p;
}

// Of a shape that goes down with an anchor, or by itself.
static struct point gone(const struct reflow_piece *piece, struct point p,
                         float anchor)
{
    float y = p.y + pushed(piece, anchor <= GROW_FREE ? p.y : anchor);
    return (struct point){piece->x + (p.x - piece->from.x) * piece->scale,
                          piece->y + (y - piece->from.y) * piece->scale};
}

static void move(const struct reflow_piece *piece, struct scene *sc,
                 struct shape *s, float anchor)
{
    struct point at = gone(piece, (struct point){s->x, s->y}, anchor);
    struct point end = gone(piece, (struct point){s->w, s->h}, anchor);
    struct point corner =
        gone(piece, (struct point){s->x + s->w, s->y + s->h}, anchor);
    bool to_end = s->kind == SHAPE_LINE || s->kind == SHAPE_PATH;
    s->x = at.x;
    s->y = at.y;
    s->w = to_end ? end.x : corner.x - at.x;
    s->h = to_end ? end.y : corner.y - at.y;
    s->r *= piece->scale;
    s->width *= piece->scale;
    s->size *= piece->scale;
    struct point *points = sc->points + s->points_at;
    for (int i = 0; s->kind == SHAPE_PATH && i < s->count; i++) {
        points[i] = gone(piece, points[i], anchor);
    }
}

void reflow_own(const struct reflow *f, const struct scene *sc, size_t first,
                struct grown *out)
{
    const float sheet_width = 0.5f, sheet_height = 0.35f;
    int main = f->count - 1, sheet = GROW_NOWHERE; // that the rest stands on
    for (size_t i = first; i < sc->count; i++) {
        const struct shape *s = &sc->shapes[i];
        bool box = s->kind == SHAPE_BOX && !(s->width > 0);
        bool stays = s->kind == SHAPE_GROUND ||
                     (box && s->w >= sc->right - sc->left - 0.001f);
        out->anchor[i] = s->y;
        out->piece[i] = GROW_NOWHERE;
        if (stays || f->count == 0) {
            continue;
        }
        const struct reflow_piece *piece =
            piece_from(f, f->sheet, middle_of(sc, s));
        int own = (int)(piece - f->pieces);
        bool large = box && s->w > sheet_width && s->h > sheet_height &&
                     s->role == ROLE_SURFACE;
        if (large && (f->sheet || own == main)) {
            sheet = f->sheet ? 0 : main;
        }
        out->piece[i] = (signed char)(sheet == GROW_NOWHERE ? own : sheet);
    }
}

void reflow_move(const struct reflow *f, struct scene *sc, size_t first,
                 const struct grown *grown)
{
    for (size_t i = first; i < sc->count && f->count > 0; i++) {
        struct shape *s = &sc->shapes[i];
        if (s->kind == SHAPE_GROUND && s->r > 0) {
            struct point light = {s->x, s->y};
            light = shown_by(piece_from(f, f->sheet, light), light);
            s->x = light.x;
            s->y = light.y;
        }
        if (grown->piece[i] != GROW_NOWHERE) {
            move(&f->pieces[grown->piece[i]], sc, s, grown->anchor[i]);
        }
    }
}

void reflow_scene(const struct reflow *f, struct scene *sc, size_t first)
{
    struct grown grown;
    reflow_own(f, sc, first, &grown);
    reflow_move(f, sc, first, &grown);
}

struct point reflow_shown(const struct reflow *f, struct point p)
{
    return f->count > 0 ? shown_by(piece_at(f, p), p) : p;
}

// How far above or below of what the piece shows.
static float away(const struct reflow *f, const struct reflow_piece *piece,
                  struct point p)
{
    float from = f->grows ? piece->top - piece->from.y : 0;
    float to = f->grows ? piece->bottom - piece->from.y : piece->from.h;
    float low = piece->y + from * piece->scale - p.y;
    float high = p.y - piece->y - to * piece->scale;
    float out = low > high ? low : high;
    return out > 0 ? out : 0;
}

// Whether something is shown there that has moved; *p becomes where it was.
static bool moved_back(const struct reflow *f, struct point *p)
{
    const float near = 0.004f;
    for (int i = 0; i < f->moved_count; i++) {
        const struct reflow_moved *m = &f->moved[i];
        const struct reflow_piece *piece = &f->pieces[m->piece];
        struct point low =
            gone(piece, (struct point){m->to.x, m->to.y}, m->anchor);
        float w = m->to.w * piece->scale, h = m->to.h * piece->scale;
        struct area at = {low.x - near, low.y - near, w + 2 * near,
                          h + 2 * near};
        if (area_has(at, p->x, p->y) && (!f->sheet || m->piece == 0)) {
            *p = (struct point){m->from.x + m->from.w * (p->x - at.x) / at.w,
                                m->from.y + m->from.h * (p->y - at.y) / at.h};
            return true;
        }
    }
    return false;
}

struct point reflow_back(const struct reflow *f, struct point p)
{
    if (f->count == 0 || moved_back(f, &p)) {
        return p;
    }
    // While a sheet asks, all else is out of reach.
    int last = f->sheet ? 0 : f->count - 1;
    last = !f->sheet && f->grows && f->foot && p.y > f->lower ? 0 : last;
    const struct reflow_piece *near = &f->pieces[last];
    for (int i = 0; i < last; i++) {
        if (away(f, &f->pieces[i], p) < away(f, near, p)) {
            near = &f->pieces[i];
        }
    }
    float y = near->from.y + (p.y - near->y) / near->scale;
    struct point back = {near->from.x + (p.x - near->x) / near->scale,
                         pushed_back(near, y)};
    struct area from = near->from;
    if (f->count > 1) { // not into what stands beside it on the stage
        back.x = smaller(back.x, from.x + from.w - 0.001f);
        back.x = -smaller(-back.x, -from.x);
        back.y = smaller(back.y, from.y + from.h - 0.001f);
        back.y = -smaller(-back.y, -from.y);
    }
    return back;
}

float reflow_room(const struct reflow *f, struct point p)
{
    const struct reflow_piece *piece = f->count > 0 ? piece_at(f, p) : NULL;
    return piece ? piece->from.x + piece->from.w : STAGE_WIDTH;
}

float reflow_scale(const struct reflow *f, struct point p)
{
    return f->count > 0 ? piece_at(f, p)->scale : 1;
}

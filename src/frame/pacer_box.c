// SPDX-License-Identifier: MIT
// A path with as many sides as the breath has phases (two phases: two sides of
// the square each), gone round once a breath: the corners are the turns. The
// way up is the inhale, the way down the exhale, level sides are holds. In
// reduced motion the sides fill in steps of a second and nothing travels.
#include <math.h>

#include "frame/pacer.h"
#include "frame/pacer_shapes.h"

enum { TRAIL_FADE_MS = 500 };
enum { SIDES_MOST = 8, CORNER_POINTS = 13, ROUND = CORNER_POINTS * SIDES_MOST };

static const float half = 0.153f;
static const float corner = 0.041f;
static const float trail_width = 0.0065f;

struct path { // corner after corner, clockwise from the lower left
    struct point points[ROUND];
    size_t count;
    size_t sides;
};

// The rows of the current breath, as a span.
struct cycle {
    size_t first, count;
};

struct figure {
    size_t sides;
    bool point_below;
};

static struct cycle cycle_of(const struct pacing *p)
{
    const struct row *rows = p->tl->rows;
    size_t first = p->m->row;
    while (first > 0 && rows[first - 1].step == p->row->step &&
           rows[first - 1].breath == p->row->breath) {
        first--;
    }
    size_t end = p->m->row + 1;
    while (end < p->tl->row_count && rows[end].step == p->row->step &&
           rows[end].breath == p->row->breath) {
        end++;
    }
    return (struct cycle){first, end - first};
}

// Lies so that holds are level: a side is below but where the way up begins the
// round at a point, as with five, or three whose second is a hold.
static struct figure figure_of(const struct pacing *p, struct cycle c)
{
    bool given = c.count >= 3 && c.count <= SIDES_MOST;
    size_t sides = given ? c.count : 4;
    return (struct figure){
        sides, sides % 2 == 1 &&
                   (sides > 3 || p->tl->rows[c.first + 1].phase != PHASE_OUT)};
}

bool pacer_box_differs(const struct pacing *a, const struct pacing *b)
{
    struct figure one = figure_of(a, cycle_of(a));
    struct figure other = figure_of(b, cycle_of(b));
    return one.sides != other.sides || one.point_below != other.point_below;
}

// A regular figure about the words, wide enough for them.
static size_t corners_of(struct figure f, struct point *out)
{
    const float half_turn = 3.14159265f;
    size_t sides = f.sides;
    float away = half * (sides == 3 ? 1.63f : sides == 4 ? 1.41421356f : 1.25f);
    float each = 2 * half_turn / (float)sides;
    float first = f.point_below ? half_turn : half_turn + each / 2;
    for (size_t i = 0; i < sides; i++) {
        float turn = first + each * (float)i;
        out[i].x = STAGE_WIDTH / 2 + away * sinf(turn);
        out[i].y = ORB_Y - away * cosf(turn);
    }
    return sides;
}

static struct point between(struct point a, struct point b, float u)
{
    return (struct point){a.x + (b.x - a.x) * u, a.y + (b.y - a.y) * u};
}

static float distance(struct point a, struct point b)
{
    return hypotf(b.x - a.x, b.y - a.y);
}

// A point of the arc of a circle from a to b whose tangents there meet in c: a
// rational curve of second degree, c weighing half the angle's sine.
static struct point on_arc(const struct point *abc, float u)
{
    struct point a = abc[0], b = abc[1], c = abc[2];
    float v = 1 - u;
    float weight = distance(a, b) / (2 * distance(a, c));
    float middle = 2 * u * v * weight;
    float all = v * v + middle + u * u;
    return (struct point){(v * v * a.x + middle * c.x + u * u * b.x) / all,
                          (v * v * a.y + middle * c.y + u * u * b.y) / all};
}

// Each corner is an arc between the points `corner` away on its two sides.
static void lay(struct path *out, const struct point *c, size_t sides)
{
    out->sides = sides;
    out->count = 0;
    for (size_t i = 0; i < sides; i++) {
        struct point before = c[(i + sides - 1) % sides];
        struct point after = c[(i + 1) % sides];
        struct point a = between(c[i], before, corner / distance(c[i], before));
        struct point b = between(c[i], after, corner / distance(c[i], after));
        const struct point abc[] = {a, b, c[i]};
        for (int k = 0; k < CORNER_POINTS; k++) {
            float u = (float)k / (CORNER_POINTS - 1);
            out->points[out->count++] = on_arc(abc, u);
        }
    }
}

// The stretch from the first corner's middle to `sides` sides along.
static size_t cut(const struct path *path, float sides, struct point *out)
{
    const size_t middle = CORNER_POINTS / 2;
    size_t count = 0;
    size_t whole = (size_t)sides;
    for (size_t side = 0; side <= whole && side < path->sides; side++) {
        float length = 0;
        struct point way[CORNER_POINTS + 1];
        for (size_t k = 0; k <= CORNER_POINTS; k++) {
            size_t at = side * CORNER_POINTS + middle + k;
            way[k] = path->points[at % path->count];
            length += k > 0 ? distance(way[k - 1], way[k]) : 0;
        }
        float left = side < whole ? length : length * (sides - (float)whole);
        out[count++] = way[0];
        for (size_t k = 1; k <= CORNER_POINTS && left > 0; k++) {
            float piece = distance(way[k - 1], way[k]);
            float u = left < piece ? left / piece : 1;
            out[count++] = between(way[k - 1], way[k], u);
            left -= piece;
        }
    }
    return count;
}

// How many sides of the round are behind.
static float sides_done(const struct pacing *p, struct cycle c, size_t sides)
{
    float each = (float)sides / (float)c.count;
    float done = (float)(p->m->row - c.first);
    float u = p->m->progress;
    int64_t length_ms = p->row->end_ms - p->row->start_ms;
    if (p->reduced_motion && length_ms > 0) {
        int64_t gone_ms = (p->m->t_ms - p->row->start_ms) / 1000 * 1000;
        u = (float)gone_ms / (float)length_ms;
    }
    return (done + u) * each;
}

// The last round's trail goes while the next one begins.
static void draw_last_round(struct scene *sc, const struct pacing *p,
                            struct cycle c, const struct path *path)
{
    int64_t gone_ms = p->m->t_ms - p->tl->rows[c.first].start_ms;
    bool again = c.first > 0 && p->tl->rows[c.first - 1].step == p->row->step;
    if (again && gone_ms < TRAIL_FADE_MS) {
        scene_path(sc,
                   (struct shape){.role = ROLE_BREATH,
                                  .alpha = 1 - (float)gone_ms / TRAIL_FADE_MS,
                                  .width = trail_width,
                                  .closed = true},
                   path->points, path->count);
    }
}

// The bead, or the light around it, which lies below the path.
static void draw_bead(struct scene *sc, struct point at, bool light)
{
    scene_add(sc, (struct shape){.kind = light ? SHAPE_GLOW : SHAPE_DISC,
                                 .role = light ? ROLE_BREATH : ROLE_INK,
                                 .alpha = light ? 0.36f : 1,
                                 .x = at.x,
                                 .y = at.y,
                                 .r = light ? 0.0694f : 0.0175f});
}

void pacer_draw_box(struct scene *sc, const struct pacing *p)
{
    struct cycle c = cycle_of(p);
    struct point corners[SIDES_MOST];
    struct path path;
    size_t sides = corners_of(figure_of(p, c), corners);
    lay(&path, corners, sides);
    struct shape s = {
        .role = ROLE_RING, .alpha = 0.8f, .width = 0.0028f, .closed = true};
    struct point trail[2 * ROUND];
    bool travels = p->row->verb == VERB_BREATHE && !p->still;
    size_t count = travels ? cut(&path, sides_done(p, c, sides), trail) : 0;
    bool bead = count > 0 && !p->reduced_motion;
    if (bead) {
        draw_bead(sc, trail[count - 1], true);
    }
    scene_path(sc, s, path.points, path.count);
    if (!travels) {
        return;
    }
    draw_last_round(sc, p, c, &path);
    s.closed = false;
    s.role = ROLE_BREATH;
    s.alpha = 1;
    s.width = trail_width * pacing_shimmer(p);
    scene_path(sc, s, trail, count);
    if (bead) {
        draw_bead(sc, trail[count - 1], false);
    }
}

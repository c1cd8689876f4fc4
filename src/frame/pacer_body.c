// SPDX-License-Identifier: MIT
// The outline of a body, and light where attention rests: a place of a scan or
// of muscle work, else where the breath is felt. It is seen as in a mirror, so
// the person's left is on the left. Places cross-fade in two seconds.
#include <math.h>

#include "frame/pacer.h"
#include "frame/pacer_shapes.h"

enum { CURVE_POINTS = 10, CROSS_MS = 2000, CROSS_STILL_MS = 400 };

static const float top = 0.135f;
static const float tall = 0.57f; // of the body; the figures below are of it
static const float least_light = 0.07f;

// One half from the crown to the crotch: the end of each curve after its two
// control points. A head of a seventh: a larger one reads as a door sign.
static const struct point half_body[][3] = {
    {{0.036f, 0}, {0.056f, 0.028f}, {0.056f, 0.07f}},
    {{0.056f, 0.105f}, {0.042f, 0.13f}, {0.025f, 0.145f}},
    {{0.023f, 0.155f}, {0.022f, 0.168f}, {0.028f, 0.176f}},
    {{0.045f, 0.2f}, {0.106f, 0.196f}, {0.13f, 0.24f}},
    {{0.148f, 0.275f}, {0.157f, 0.36f}, {0.17f, 0.43f}},
    {{0.185f, 0.5f}, {0.205f, 0.55f}, {0.221f, 0.6f}},
    {{0.226f, 0.622f}, {0.203f, 0.632f}, {0.195f, 0.612f}},
    {{0.175f, 0.56f}, {0.158f, 0.53f}, {0.147f, 0.48f}},
    {{0.134f, 0.42f}, {0.118f, 0.38f}, {0.106f, 0.335f}},
    {{0.104f, 0.39f}, {0.089f, 0.42f}, {0.088f, 0.47f}},
    {{0.09f, 0.52f}, {0.112f, 0.56f}, {0.113f, 0.62f}},
    {{0.113f, 0.7f}, {0.1f, 0.75f}, {0.095f, 0.82f}},
    {{0.092f, 0.88f}, {0.085f, 0.93f}, {0.078f, 0.982f}},
    {{0.074f, 1.004f}, {0.034f, 1.004f}, {0.03f, 0.982f}},
    {{0.03f, 0.9f}, {0.034f, 0.84f}, {0.028f, 0.78f}},
    {{0.026f, 0.72f}, {0.018f, 0.67f}, {0, 0.636f}},
};
enum {
    CURVES = sizeof(half_body) / sizeof(half_body[0]),
    HALF = CURVES * CURVE_POINTS + 1
};

struct region {
    const char *one, *many; // many alone: it has no sides
    float x, y, r;          // x: of the right one of a pair, 0 of a middle
};

static const struct region regions[] = {
    {"", "face", 0, 0.075f, 0.06f},
    {"", "jaw", 0, 0.125f, 0.045f},
    {"", "neck", 0, 0.165f, 0.04f},
    {"shoulder", "shoulders", 0.105f, 0.225f, 0.05f},
    {"arm", "arms", 0.158f, 0.4f, 0.06f},
    {"hand", "hands", 0.211f, 0.6f, 0.045f},
    {"", "chest", 0, 0.285f, 0.07f},
    {"", "ribs", 0, 0.35f, 0.07f},
    {"", "back", 0, 0.36f, 0.09f},
    {"", "belly", 0, 0.45f, 0.07f},
    {"hip", "hips", 0.08f, 0.57f, 0.05f},
    {"thigh", "thighs", 0.066f, 0.7f, 0.055f},
    {"knee", "knees", 0.062f, 0.79f, 0.045f},
    {"calf", "calves", 0.06f, 0.87f, 0.045f},
    {"foot", "feet", 0.054f, 0.975f, 0.045f},
    {"", "whole", 0, 0.45f, 0.42f},
};

struct spot { // a region, and which of its sides: -1 left, 1 right, 0 both
    const struct region *region;
    int side;
};

struct lit { // a spot and how it is shown
    struct spot spot;
    float alpha;
    bool dots;
};

static struct spot find_spot(struct str place)
{
    struct spot s = {0};
    struct str word = place;
    if (str_starts(place, STR("left ")) || str_starts(place, STR("right "))) {
        s.side = place.at[0] == 'l' ? -1 : 1;
        str_cut(&word, ' ');
    }
    for (size_t i = 0; i < sizeof(regions) / sizeof(regions[0]); i++) {
        if (str_equal(word, str_from(regions[i].many)) ||
            str_equal(word, str_from(regions[i].one))) {
            s.region = &regions[i];
        }
    }
    return s;
}

static struct spot spot_of(const struct row *r)
{
    if (r->verb == VERB_SCAN || r->verb == VERB_SQUEEZE ||
        r->verb == VERB_RELEASE) {
        return find_spot(r->place);
    }
    if (r->verb != VERB_BREATHE && r->verb != VERB_RETAIN) {
        return (struct spot){0};
    }
    return find_spot(r->ways & WAY_BELLY  ? STR("belly")
                     : r->ways & WAY_RIBS ? STR("ribs")
                                          : STR("chest"));
}

static struct point at_curve(const struct point *c, struct point from, float u)
{
    float v = 1 - u;
    float a = v * v * v;
    float b = 3 * v * v * u;
    float d = 3 * v * u * u;
    float e = u * u * u;
    return (struct point){a * from.x + b * c[0].x + d * c[1].x + e * c[2].x,
                          a * from.y + b * c[0].y + d * c[1].y + e * c[2].y};
}

enum { OUTLINE = 2 * HALF - 2 };

static void outline_points(struct point *points)
{
    struct point from = {0, 0};
    points[0] = from;
    size_t count = 1;
    for (size_t i = 0; i < CURVES; i++) {
        for (int k = 1; k <= CURVE_POINTS; k++) {
            points[count++] =
                at_curve(half_body[i], from, (float)k / CURVE_POINTS);
        }
        from = half_body[i][2];
    }
    for (size_t i = 1; i < HALF - 1; i++) { // the other half, back to the crown
        struct point q = points[HALF - 1 - i];
        points[count++] = (struct point){-q.x, q.y};
    }
    for (size_t i = 0; i < count; i++) {
        points[i].x = STAGE_WIDTH / 2 + tall * points[i].x;
        points[i].y = top + tall * points[i].y;
    }
}

// Around a place: light, which lies within the outline, or the ring of dots.
static void draw_mark(struct scene *sc, const struct region *g, float x,
                      const struct lit *lit)
{
    bool wide = g->r > 0.2f; // as bright it would light up the room
    struct shape s = {.kind = SHAPE_GLOW,
                      .role = ROLE_WARM,
                      .alpha = 0.66f * lit->alpha * (wide ? 0.2f : 1),
                      .x = STAGE_WIDTH / 2 + tall * x,
                      .y = top + tall * g->y,
                      .r = 3.1f * tall * g->r,
                      .a = 0.18f};
    s.r = s.r > least_light ? s.r : least_light;
    if (lit->dots) {
        s.kind = SHAPE_DOTS;
        s.role = ROLE_INK;
        s.a = 0;
        s.alpha = 0.8f * lit->alpha;
        s.r = 0.93f * tall * g->r;
        s.width = 0.0016f;
        s.count = (int)(s.r * 650);
    }
    scene_add(sc, s);
}

static void draw_spot(struct scene *sc, const struct lit *lit)
{
    const struct spot *s = &lit->spot;
    if (!s->region || lit->alpha < 0.002f) {
        return;
    }
    bool pair = s->region->x > 0;
    if (!pair || s->side >= 0) {
        draw_mark(sc, s->region, s->region->x, lit);
    }
    if (pair && s->side <= 0) {
        draw_mark(sc, s->region, -s->region->x, lit);
    }
}

float pacer_body_word_y(const struct row *r)
{
    struct spot s = spot_of(r);
    return s.region && r->verb != VERB_BREATHE && r->verb != VERB_RETAIN
               ? top + tall * s.region->y
               : ORB_Y;
}

// Dots from the place to its word.
static void draw_leader(struct scene *sc, const struct row *r, struct spot s,
                        float alpha)
{
    if (!s.region || pacer_body_word_y(r) != top + tall * s.region->y) {
        return;
    }
    float reach = s.side < 0 ? -s.region->x : s.region->x;
    float x = STAGE_WIDTH / 2 + tall * (reach + 0.93f * s.region->r) + 0.0153f;
    for (; x < STAGE_WIDTH / 2 + BODY_WORD_X - 0.015f; x += 0.0112f) {
        scene_add(sc, (struct shape){.kind = SHAPE_DISC,
                                     .role = ROLE_INK2,
                                     .alpha = 0.7f * alpha,
                                     .x = x,
                                     .y = pacer_body_word_y(r),
                                     .r = 0.0014f});
    }
}

// The spot that was, going, and the one that is; returns how far it has come.
static float find_lit(const struct pacing *p, struct lit *lit)
{
    const struct row *r = p->row;
    bool breathes = r->verb == VERB_BREATHE || r->verb == VERB_RETAIN;
    int64_t over_ms = p->reduced_motion ? CROSS_STILL_MS : CROSS_MS;
    int64_t length_ms = r->end_ms - r->start_ms;
    over_ms = over_ms < length_ms ? over_ms : length_ms;
    float in =
        over_ms > 0 ? (float)(p->m->t_ms - r->start_ms) / (float)over_ms : 1;
    in = in > 1 ? 1 : in;
    struct spot now = spot_of(r);
    struct spot before = p->m->row > 0 ? spot_of(r - 1) : (struct spot){0};
    float light = breathes ? 0.3f + 0.7f * p->level : 1;
    if (now.region == before.region && now.side == before.side) {
        lit[1] = (struct lit){now, light * pacing_shimmer(p), false};
        return 1;
    }
    lit[0] = (struct lit){before, (breathes ? 0.3f : 1) * (1 - in), false};
    lit[1] = (struct lit){now, light * in, false};
    return in;
}

void pacer_draw_body(struct scene *sc, const struct pacing *p)
{
    struct point outline[OUTLINE];
    struct lit lit[2] = {0};
    outline_points(outline);
    scene_path(sc,
               (struct shape){.role = ROLE_INK2,
                              .alpha = 1,
                              .y = top,
                              .h = top + tall,
                              .a = 0.165f,
                              .b = 0.02f},
               outline, OUTLINE);
    float in = p->still ? 0 : find_lit(p, lit);
    draw_spot(sc, &lit[0]);
    draw_spot(sc, &lit[1]);
    struct shape line = {
        .role = ROLE_INK2, .alpha = 1, .width = 0.0029f, .closed = true};
    scene_path(sc, line, outline, OUTLINE);
    lit[0].dots = lit[1].dots = true;
    draw_spot(sc, &lit[0]);
    draw_spot(sc, &lit[1]);
    draw_leader(sc, p->row, lit[1].spot, in);
}

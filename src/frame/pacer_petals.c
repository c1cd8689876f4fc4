// SPDX-License-Identifier: MIT
// Three rows of eight petals that open with the lungs, inside the dotted ring
// that they reach when full. Slim and pointed, and never turning: rounder ones
// look like a cog. In reduced motion they stand open and their light changes.
#include <math.h>

#include "frame/pacer.h"
#include "frame/pacer_shapes.h"

enum { SIDE_POINTS = 9, PETAL_POINTS = 2 * SIDE_POINTS - 1, PETALS = 8 };

static const float longest = PETALS_LONGEST;

// One side of a petal of length 1 that stands up from the origin: a cubic
// Bezier curve by (0.46, -0.26) and (0.20, -0.72).
static struct point side(int k)
{
    float u = (float)k / (SIDE_POINTS - 1);
    float v = 1 - u;
    return (struct point){3 * v * v * u * 0.46f + 3 * v * u * u * 0.20f,
                          -3 * v * v * u * 0.26f - 3 * v * u * u * 0.72f -
                              u * u * u};
}

static void draw_petal(struct scene *sc, float length, float turn, float light)
{
    struct point points[PETAL_POINTS];
    float sine = sinf(turn);
    float cosine = cosf(turn);
    for (int i = 0; i < PETAL_POINTS; i++) {
        bool back = i >= SIDE_POINTS;
        struct point q = side(back ? PETAL_POINTS - 1 - i : i);
        q.x = back ? -q.x : q.x;
        points[i].x = STAGE_WIDTH / 2 + length * (q.x * cosine - q.y * sine);
        points[i].y = ORB_Y + length * (q.x * sine + q.y * cosine);
    }
    struct shape s = {.role = ROLE_BREATH, .alpha = 0.095f * light};
    scene_path(sc, s, points, PETAL_POINTS);
    s.alpha = 0.45f * light;
    s.width = 0.0017f;
    s.closed = true;
    scene_path(sc, s, points, PETAL_POINTS);
}

void pacer_draw_petals(struct scene *sc, const struct pacing *p)
{
    static const float lengths[] = {1, 0.785f, 0.546f}; // .163 .128 .089
    float open = p->reduced_motion ? 1 : 0.55f + 0.45f * p->level;
    float light = p->reduced_motion ? 0.35f + 0.65f * p->level : 1;
    light *= pacing_shimmer(p);
    for (int layer = 0; layer < 3; layer++) {
        for (int i = 0; i < PETALS; i++) {
            float turn = 6.2831853f * (float)i / PETALS;
            turn += layer == 1 ? 6.2831853f / (2 * PETALS) : 0;
            draw_petal(sc, longest * lengths[layer] * open, turn, light);
        }
    }
    // Where all petals meet it would glare.
    scene_add(sc, (struct shape){.kind = SHAPE_DISC,
                                 .role = ROLE_CENTRE,
                                 .alpha = 0.75f,
                                 .x = STAGE_WIDTH / 2,
                                 .y = ORB_Y,
                                 .r = 0.38f * longest * open});
    scene_add(sc, (struct shape){.kind = SHAPE_DOTS,
                                 .role = ROLE_RING,
                                 .alpha = 1,
                                 .x = STAGE_WIDTH / 2,
                                 .y = ORB_Y,
                                 .r = longest + 0.0018f,
                                 .width = 0.0013f,
                                 .count = 93});
}

// SPDX-License-Identifier: MIT
// Moods and day kinds as silhouettes, told apart without colour, from shapes
// alone.
#include "screens/widgets.h"

#include <assert.h>
#include <math.h>

static const float pi = 3.14159265f;

struct str mood_word(int mood)
{
    static const char *const words[] = {WORD("Heavy|mood"), WORD("Low|mood"),
                                        WORD("Even|mood"), WORD("Light|mood"),
                                        WORD("Bright|mood")};
    static_assert(sizeof(words) / sizeof(words[0]) == MOOD_MOST, "moods");
    assert(mood >= MOOD_LEAST && mood <= MOOD_MOST);
    return str_from(words[mood - 1]);
}

static void arc_draw(struct scene *sc, struct shape s, float r, float width)
{
    s.kind = SHAPE_ARC;
    s.r = r;
    s.width = width;
    scene_add(sc, s);
}

// From turn a to turn b of the shape.
static void half_disc(struct scene *sc, struct shape s, float r)
{
    enum { POINTS = 25 };
    struct point points[POINTS];
    for (int i = 0; i < POINTS; i++) {
        float turn = s.a + (s.b - s.a) * (float)i / (POINTS - 1);
        points[i].x = s.x + r * sinf(2 * pi * turn);
        points[i].y = s.y - r * cosf(2 * pi * turn);
    }
    s.a = s.b = 0;
    scene_path(sc, s, points, POINTS);
}

static void bar(struct scene *sc, enum role role, const float at[3],
                float width)
{
    line_draw(sc, role, width,
              (float[]){at[0] - at[2], at[1], at[0] + at[2], at[1]});
}

static void rays(struct scene *sc, float x, float y, float scale,
                 enum role role)
{
    for (int i = 0; i < 8; i++) {
        float turn = (float)i * pi / 4;
        float dx = cosf(turn) * scale;
        float dy = sinf(turn) * scale;
        line_draw(sc, role, 0.0042f * scale,
                  (float[]){x + dx * 0.0245f, y + dy * 0.0245f,
                            x + dx * 0.0315f, y + dy * 0.0315f});
    }
}

void mood_draw(struct scene *sc, float x, float y, float scale, int mood,
               enum role role)
{
    float stroke = 0.0046f * (0.2f + 0.8f * scale); // no hair when small
    struct shape sun = {.role = role,
                        .alpha = 1,
                        .x = x,
                        .y = y + 0.014f * scale,
                        .a = -0.25f,
                        .b = 0.25f};
    struct shape disc = {
        .kind = SHAPE_DISC, .role = role, .alpha = 1, .x = x, .y = y};
    switch (mood) {
    case 1:
        bar(sc, role, (float[]){x, y + 0.002f * scale, 0.031f * scale}, stroke);
        bar(sc, role, (float[]){x, y + 0.017f * scale, 0.019f * scale}, stroke);
        bar(sc, role, (float[]){x, y + 0.029f * scale, 0.0095f * scale},
            stroke);
        break;
    case 2:
        sun.y -= 0.0022f * scale;
        arc_draw(sc, sun, 0.0135f * scale, 0.0036f * scale);
        bar(sc, role, (float[]){x, sun.y, 0.031f * scale}, stroke);
        break;
    case 3:
        sun.alpha = 0.45f;
        half_disc(sc, sun, 0.0198f * scale);
        sun.alpha = 1;
        arc_draw(sc, sun, 0.0208f * scale, 0.0036f * scale);
        bar(sc, role, (float[]){x, sun.y, 0.031f * scale}, stroke);
        break;
    case 4:
        disc.y -= 0.0014f * scale;
        disc.r = 0.0165f * scale;
        scene_add(sc, disc);
        bar(sc, role, (float[]){x, y + 0.0228f * scale, 0.031f * scale},
            stroke);
        break;
    case 5:
        disc.r = 0.0148f * scale;
        scene_add(sc, disc);
        rays(sc, x, y, scale, role);
        break;
    default: // no mood, nothing to draw
        break;
    }
}

void day_kind_sized(struct scene *sc, struct point at, float r,
                    enum day_kind kind, bool planned)
{
    struct shape s = {.kind = SHAPE_DISC,
                      .role = ROLE_WARM,
                      .alpha = 1,
                      .x = at.x,
                      .y = at.y,
                      .r = r,
                      .a = 0,
                      .b = 0.5f};
    struct shape ring = s;
    ring.kind = SHAPE_RING;
    ring.width = r / 4;
    ring.r = r - ring.width / 2;
    switch (kind) {
    case DAY_DOSE:
        scene_add(sc, planned ? ring : s);
        break;
    case DAY_TRANSITION:
        scene_add(sc, ring);
        if (planned) {
            line_draw(sc, ROLE_WARM, ring.width,
                      (float[]){at.x, at.y - ring.r, at.x, at.y + ring.r});
        } else {
            half_disc(sc, s, ring.r);
        }
        break;
    case DAY_NORMAL:
        s.role = ROLE_INK3;
        s.r = 0.003f;
        scene_add(sc, s);
        break;
    case DAY_BREAK: // as a rest in a score
        bar(sc, ROLE_INK3, (float[]){at.x, at.y, 0.006f}, 0.0026f);
        break;
    case DAY_NONE:
    case DAY_KIND_COUNT:
        break;
    }
}

void day_kind_draw(struct scene *sc, float x, float y, enum day_kind kind,
                   bool planned)
{
    day_kind_sized(sc, (struct point){x, y}, 0.0072f, kind, planned);
}

void care_sign(struct scene *sc, float x, float y, float r)
{
    struct shape s = {.kind = SHAPE_RING,
                      .role = ROLE_CARE,
                      .alpha = 1,
                      .x = x,
                      .y = y,
                      .r = r,
                      .width = r / 6};
    scene_add(sc, s);
    line_draw(sc, ROLE_CARE, r / 6,
              (float[]){x, y - r * 0.45f, x, y + r * 0.1f});
    s.kind = SHAPE_DISC;
    s.y = y + r * 0.45f;
    s.r = r / 9;
    scene_add(sc, s);
}

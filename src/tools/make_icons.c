// SPDX-License-Identifier: MIT
// make_icons FOLDER: draws the program's icon into FOLDER/SIZE.png, by the
// painter that draws the sessions: a night, the orb in it, and the breath mark
// of a score, a comma. Run by hand when the drawing changes; not installed.
#include <math.h>
#include <stdbool.h>
#include <stdio.h>

#include "base/arena.h"
#include "frame/scene.h"
#include "platform/paint.h"
#include "platform/paths.h"
#include "platform/png.h"

// In a square window the stage reaches from side to side and the window
// beyond it above and below. HALF is from the middle to a side.
#define MIDDLE_X (STAGE_WIDTH / 2)
#define MIDDLE_Y 0.5f
#define HALF (STAGE_WIDTH / 2)

enum { COMMA_POINTS = 64 };

// Round corners as wide as those of the desktops' own icons.
static struct shape tile(enum role role)
{
    return (struct shape){.kind = SHAPE_BOX,
                          .role = role,
                          .alpha = 1,
                          .x = MIDDLE_X - HALF * 0.96f,
                          .y = MIDDLE_Y - HALF * 0.96f,
                          .w = HALF * 1.92f,
                          .h = HALF * 1.92f,
                          .r = HALF * 0.44f};
}

// A comma: a head, and a tail whose two sides are curves with one control
// point each, from the head's right side to the tip and back to its left.
static void draw_comma(struct scene *sc, float size)
{
    const float r = 0.26f * size;
    const struct point head = {MIDDLE_X, MIDDLE_Y - 0.16f * size};
    const struct point tip = {head.x - 0.62f * r, head.y + 3.0f * r};
    const struct point right = {head.x + r, head.y};
    const struct point left = {head.x - 0.1f * r, head.y + r};
    const struct point out = {head.x + 1.05f * r, head.y + 1.9f * r};
    const struct point in = {head.x + 0.5f * r, head.y + 1.75f * r};
    struct point points[COMMA_POINTS];
    const int part = COMMA_POINTS / 3;
    for (int i = 0; i < COMMA_POINTS; i++) {
        if (i < 2 * part) {
            bool down = i < part;
            float u = (float)(down ? i : i - part) / (float)(part - 1);
            float v = 1 - u;
            struct point a = down ? right : tip, c = down ? out : in;
            struct point b = down ? tip : left;
            points[i].x = v * v * a.x + 2 * u * v * c.x + u * u * b.x;
            points[i].y = v * v * a.y + 2 * u * v * c.y + u * u * b.y;
            continue;
        }
        // From the left end over the top to the right side: 264 degrees.
        float u = (float)(i - 2 * part + 1) / (float)(COMMA_POINTS - 2 * part);
        float angle = 1.6707f + u * (6.2832f - 1.6707f);
        points[i].x = head.x + r * cosf(angle);
        points[i].y = head.y + r * sinf(angle);
    }
    struct shape s = {.kind = SHAPE_PATH, .role = ROLE_INK, .alpha = 1};
    scene_path(sc, s, points, COMMA_POINTS);
}

static void draw_icon(struct scene *sc, int size_px)
{
    // Below that the orb's inner light is no more than a blur.
    bool small = size_px < 48;
    struct shape ball = {.kind = SHAPE_ORB,
                         .role = ROLE_BREATH,
                         .alpha = 1,
                         .x = MIDDLE_X,
                         .y = MIDDLE_Y,
                         .r = HALF * 0.66f,
                         .a = 1.15f};
    scene_add(sc, (struct shape){.kind = SHAPE_GROUND, .alpha = 1});
    if (small) {
        ball.kind = SHAPE_RING;
        ball.width = HALF * 0.17f;
    }
    scene_add(sc, ball);
    draw_comma(sc, HALF * (small ? 0.86f : 0.72f));
}

static bool make(int size_px, struct str folder, struct arena *mem,
                 struct str *why)
{
    struct theme night = *theme_of(PALETTE_NIGHT);
    struct theme black = night;
    black.colour[ROLE_EDGE] = black.colour[ROLE_CENTRE] = 0;
    black.colour[ROLE_SURFACE] = 0xffffff;
    size_t pixels = (size_t)size_px * (size_t)size_px;
    struct stage stage = stage_fit(size_px, size_px);
    struct scene *sc = ARENA_NEW(mem, struct scene);
    struct canvas canvases[2];
    for (int i = 0; i < 2; i++) {
        canvases[i] = (struct canvas){ARENA_ARRAY(mem, uint32_t, pixels),
                                      size_px, size_px, size_px};
        scene_begin(sc, stage.left, stage.top, stage.right, stage.bottom);
        if (i == 0) {
            draw_icon(sc, size_px);
        } else {
            scene_add(sc, (struct shape){.kind = SHAPE_GROUND, .alpha = 1});
            scene_add(sc, tile(ROLE_SURFACE));
        }
        struct painter *painter = painter_create(NULL);
        painter_draw(painter, sc, i == 0 ? &night : &black, canvases[i]);
        painter_destroy(painter);
    }
    struct str name = arena_printf(mem, "%d.png", size_px);
    return png_write_masked(path_join(mem, folder, name), canvases, mem, why);
}

int main(int argc, char **argv)
{
    // Those of the hicolor theme.
    static const int sizes[] = {16, 22, 24, 32, 48, 64, 128, 256, 512};
    struct arena mem = {0};
    struct str why = STR_NONE;
    int status = 0;
    if (argc != 2) {
        fputs("usage: make_icons FOLDER\n", stderr);
        return 2;
    }
    for (size_t i = 0; i < sizeof(sizes) / sizeof(sizes[0]); i++) {
        if (status == 0 && !make(sizes[i], str_from(argv[1]), &mem, &why)) {
            fprintf(stderr, "make_icons: %.*s\n", STR_ARG(why));
            status = 1;
        }
    }
    arena_finish(&mem);
    return status;
}

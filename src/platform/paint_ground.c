// SPDX-License-Identifier: MIT
// Blocks of 16 x 8 pixels share a level: on a full HD screen the steepest
// palette changes by a third of a step over them, which the dither hides.
#include "platform/paint_ground.h"

#include <math.h>
#include <string.h>

#include "platform/paint_tint.h"

// Where the edge's colour is reached, in widths and heights from the middle,
// and how far the tip of the cone is rounded: read off the drawn screens.
#define RADIUS_X 0.58f
#define RADIUS_Y 0.72f
#define TIP 0.1f

static void make_fall(struct ground *g)
{
    for (int i = 0; i <= GROUND_FALL; i++) {
        float q2 = (float)i / GROUND_FALL;
        float level = (1 - sqrtf(q2 + TIP * TIP)) / (1 - TIP);
        level = level > 0 ? level : 0;
        g->fall[i] = (uint8_t)lroundf(level * (GROUND_LEVELS - 1));
    }
}

enum { CELLS = GROUND_TILE * GROUND_TILE };

// A channel of a level, in 1/64 of a step, rounded; the dither then rounds down
// or up.
static int part_at(const struct ground *g, int level, int shift)
{
    int edge = (int)(g->edge >> shift & 0xff);
    int centre = (int)(g->centre >> shift & 0xff);
    int part = ((centre - edge) * level * CELLS + GROUND_LEVELS / 2) /
               (GROUND_LEVELS - 1);
    return edge * CELLS + part;
}

static void fill_tile(struct ground *g, int level, const unsigned orders[CELLS])
{
    const unsigned red = (unsigned)part_at(g, level, 16);
    const unsigned green = (unsigned)part_at(g, level, 8);
    const unsigned blue = (unsigned)part_at(g, level, 0);
    for (int y = 0; y < GROUND_TILE; y++) {
        for (int x = 0; x < GROUND_TILE; x++) {
            unsigned order = orders[y * GROUND_TILE + x];
            g->tiles[level][y][x] = (red + order) / CELLS << 16 |
                                    (green + order) / CELLS << 8 |
                                    (blue + order) / CELLS;
        }
    }
}

static void make_tiles(struct ground *g)
{
    unsigned orders[CELLS];
    for (int i = 0; i < CELLS; i++) {
        orders[i] = (unsigned)dither_order(i % GROUND_TILE, i / GROUND_TILE, 3);
    }
    for (int level = 0; level < GROUND_LEVELS; level++) {
        fill_tile(g, level, orders);
    }
}

void ground_make(struct ground *g, uint32_t edge, uint32_t centre, int width,
                 int height)
{
    if (g->width != width || g->height != height) {
        float rx = RADIUS_X * (float)width, ry = RADIUS_Y * (float)height;
        g->x = GROUND_FALL / (rx * rx);
        g->y = GROUND_FALL / (ry * ry);
        g->width = width;
        g->height = height;
    }
    if (g->fall[0] > 0 && g->edge == edge && g->centre == centre) {
        return;
    }
    g->edge = edge;
    g->centre = centre;
    make_fall(g);
    make_tiles(g);
}

// One row of blocks: their levels, whose tiles are then copied row by row. The
// first block may begin to the left of the strip, the last end to its right.
static void draw_blocks(const struct ground *g, const struct strip *s,
                        struct box rows, const uint8_t *levels)
{
    int width = s->box.right - s->box.left;
    int first = s->box.left & (GROUND_BLOCK - 1);
    for (int y = rows.top; y < rows.bottom; y++) {
        uint32_t *to = strip_row(s, y), *end = to + width;
        const uint32_t(*tiles)[GROUND_TILE][GROUND_TILE] = g->tiles;
        const uint8_t *level = levels;
        const size_t len = GROUND_TILE * sizeof(*to);
        int in_tile = y & (GROUND_TILE - 1);
        if (first) {
            memcpy(to, tiles[*level++][in_tile], len);
            to += GROUND_TILE;
        }
        for (; to + GROUND_BLOCK <= end; to += GROUND_BLOCK, level++) {
            memcpy(to, tiles[*level][in_tile], len);
            memcpy(to + GROUND_TILE, tiles[*level][in_tile], len);
        }
        if (to < end) {
            memcpy(to, tiles[*level][in_tile], len);
        }
    }
}

void ground_draw(const struct ground *g, const struct mark *m,
                 const struct strip *s)
{
    const float per_x = g->x / (m->a * m->a), per_y = g->y / (m->a * m->a);
    int from = s->box.left & ~(GROUND_BLOCK - 1);
    int blocks = (s->box.right - from + GROUND_BLOCK - 1) / GROUND_BLOCK;
    // The light row is not in use yet, and long enough.
    uint8_t *levels = (uint8_t *)s->light;
    for (int y = s->box.top; y < s->box.bottom;) {
        int block = y & ~(GROUND_TILE - 1);
        int end = block + GROUND_TILE;
        end = end < s->box.bottom ? end : s->box.bottom;
        float dy = (float)block + GROUND_TILE / 2 - m->y;
        float from_y = dy * dy * per_y;
        float dx = (float)from + GROUND_BLOCK / 2 - m->x;
        for (int i = 0; i < blocks; i++, dx += GROUND_BLOCK) {
            float at = dx * dx * per_x + from_y;
            levels[i] = g->fall[at < GROUND_FALL ? (int)at : GROUND_FALL];
        }
        draw_blocks(g, s, (struct box){.top = y, .bottom = end}, levels);
        y = end;
    }
}

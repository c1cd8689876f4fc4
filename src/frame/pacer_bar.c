// SPDX-License-Identifier: MIT
// A cell for each second of the phase, filling one after the other. Nothing
// moves but light, so this is also the calmest of the pacers.
#include "frame/pacer.h"
#include "frame/pacer_shapes.h"

enum { CELLS_MOST = 12 };

static const float high = 0.0415f;
static const float gap = 0.01f;
static const float widest = 0.08f;
static const float room = 1.1f; // of all cells together

static float filled(float seconds, int cell)
{
    float u = seconds - (float)cell;
    return u < 0 ? 0 : u > 1 ? 1 : u;
}

static void draw_cells(struct scene *sc, int cells, float seconds, float light)
{
    float wide = (room - gap * (float)(cells - 1)) / (float)cells;
    wide = wide < widest ? wide : widest;
    float all = wide * (float)cells + gap * (float)(cells - 1);
    struct shape box = {.kind = SHAPE_BOX,
                        .x = STAGE_WIDTH / 2 - all / 2,
                        .y = ORB_Y - high / 2,
                        .w = wide,
                        .h = high,
                        .r = 0.0122f};
    for (int i = 0; i < cells; i++) {
        box.role = ROLE_BREATH;
        box.alpha = filled(seconds, i) * light;
        box.width = 0;
        if (box.alpha > 0) {
            scene_add(sc, box);
        }
        box.role = ROLE_RING;
        box.alpha = 1;
        box.width = 0.0019f;
        scene_add(sc, box);
        box.x += wide + gap;
    }
}

void pacer_draw_bar(struct scene *sc, const struct pacing *p)
{
    const struct row *r = p->row;
    bool breathes = r->verb == VERB_BREATHE || r->verb == VERB_RETAIN ||
                    r->verb == VERB_SQUEEZE;
    int64_t length_ms = r->end_ms - r->start_ms;
    int cells = (int)((length_ms + 999) / 1000);
    float light = 0.9f * pacing_shimmer(p);
    if (!breathes || r->until_tap || p->still) {
        draw_cells(sc, 1, 0, light); // no time to count
        return;
    }
    float seconds = (float)(p->m->t_ms - r->start_ms) / 1000;
    if (cells > CELLS_MOST) {
        seconds *= (float)CELLS_MOST / ((float)length_ms / 1000);
        cells = CELLS_MOST;
    } else {
        // The last cell of a phase of no whole number of seconds fills sooner.
        seconds *= (float)cells / ((float)length_ms / 1000);
    }
    draw_cells(sc, cells, seconds, light);
}

// SPDX-License-Identifier: MIT
// A cell for each second of the phase, filling one after the other. Nothing
// moves but light, so this is also the calmest of the pacers.
#include "frame/pacer.h"
#include "frame/pacer_shapes.h"

enum { CELLS_MOST = 12 };

static const float high = 0.0407f;
static const float gap = 0.0111f;
static const float widest = 0.0778f;
static const float room = 1.1f; // of all cells together
static const float line = 0.0023f;
static const float long_cell = 0.5f;

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
                        .r = 0.013f};
    for (int i = 0; i < cells; i++) {
        box.role = ROLE_BREATH;
        box.alpha = filled(seconds, i) * light;
        box.width = 0;
        if (box.alpha > 0) {
            scene_add(sc, box);
        }
        box.role = ROLE_RING;
        box.alpha = 1;
        box.width = line;
        scene_add(sc, box);
        box.x += wide + gap;
    }
}

// A step that has no seconds to count: one long cell for all of its time.
static void draw_step(struct scene *sc, const struct pacing *p)
{
    const struct row *r = p->row;
    int64_t length_ms = r->step_end_ms - r->step_start_ms;
    struct shape box = {.kind = SHAPE_BOX,
                        .role = ROLE_RING,
                        .alpha = 1,
                        .x = STAGE_WIDTH / 2 - long_cell / 2,
                        .y = ORB_Y - high / 4,
                        .w = long_cell,
                        .h = high / 2,
                        .r = high / 4,
                        .width = line};
    scene_add(sc, box);
    float u = 0;
    if (length_ms > 0 && !r->until_tap && !p->still) {
        u = (float)(p->m->t_ms - r->step_start_ms) / (float)length_ms;
    }
    if (u > 0) {
        box.role = ROLE_WARM;
        box.alpha = 0.9f;
        box.width = 0;
        box.w = long_cell * u > box.h ? long_cell * u : box.h;
        scene_add(sc, box);
    }
}

void pacer_draw_bar(struct scene *sc, const struct pacing *p)
{
    const struct row *r = p->row;
    bool counts = r->verb == VERB_BREATHE || r->verb == VERB_RETAIN ||
                  r->verb == VERB_SQUEEZE;
    int64_t length_ms = r->end_ms - r->start_ms;
    if (!counts || r->until_tap || p->still) {
        draw_step(sc, p);
        return;
    }
    // The last cell of a phase of no whole number of seconds fills sooner; the
    // cells of a long one stand for more than a second.
    int64_t cells = (length_ms + 999) / 1000;
    cells = cells < CELLS_MOST ? cells : CELLS_MOST;
    float u = (float)(p->m->t_ms - r->start_ms) / (float)length_ms;
    draw_cells(sc, (int)cells, u * (float)cells, 0.9f * pacing_shimmer(p));
}

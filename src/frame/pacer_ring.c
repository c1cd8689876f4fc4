// SPDX-License-Identifier: MIT
// A timer: the ring fills with the step's time, minutes and seconds stand in
// it. A moving practice that rises or fades shows how strongly to move as a
// second ring that widens and narrows, and says so. While breathing the ring
// fills and empties with the lungs.
#include "frame/pacer.h"
#include "frame/pacer_shapes.h"
#include "frame/phrase.h"

#include <math.h>

static const float ring_r = 0.153f;
static const float ring_width = 0.00926f;
static const float turn = 6.2831853f;

static void draw_marks(struct scene *sc, const struct shape *centre)
{
    for (int i = 0; i < 12; i++) {
        float x = sinf(turn * (float)i / 12);
        float y = -cosf(turn * (float)i / 12);
        struct shape mark = *centre;
        mark.kind = SHAPE_LINE;
        mark.role = ROLE_RING;
        mark.x += x * (ring_r - 0.0277f);
        mark.y += y * (ring_r - 0.0277f);
        mark.w = centre->x + x * (ring_r - 0.0199f);
        mark.h = centre->y + y * (ring_r - 0.0199f);
        mark.width = 0.0023f;
        scene_add(sc, mark);
    }
}

static void draw_intensity(struct scene *sc, const struct pacing *p,
                           const struct shape *centre)
{
    float strength = pacer_intensity(p->row, p->m->t_ms);
    struct shape s = *centre;
    s.kind = SHAPE_RING;
    s.role = ROLE_WARM;
    s.width = 0.0028f;
    s.r = ring_r + 0.025f + (p->reduced_motion ? 0.07f : 0.07f * strength);
    s.alpha = 0.15f + 0.55f * strength;
    scene_add(sc, s);
}

// Of a moving practice: whether it grows or calms down.
static struct str intensity_word(const struct row *r, int64_t t_ms)
{
    if (r->verb != VERB_MOVE) {
        return STR_NONE;
    }
    if (t_ms < r->step_start_ms + r->rising_ms) {
        return STR(WORD("rising"));
    }
    return t_ms >= r->step_end_ms - r->fading_ms ? STR(WORD("fading"))
                                                 : STR_NONE;
}

// The filled part with its bead.
static void draw_arc(struct scene *sc, const struct shape *centre, float u)
{
    struct shape s = *centre;
    s.r = ring_r;
    s.width = ring_width;
    s.kind = SHAPE_ARC;
    s.b = u;
    if (u > 0) {
        scene_add(sc, s);
    }
    s.kind = SHAPE_DISC;
    s.role = ROLE_INK;
    s.alpha = 1;
    s.x += ring_r * sinf(turn * u);
    s.y -= ring_r * cosf(turn * u);
    s.r = 0.0139f;
    scene_add(sc, s);
}

static void draw_texts(struct scene *sc, const struct pacing *p,
                       const struct shape *centre)
{
    struct phrase clock = {0};
    phrase_clock(&clock, (p->row->step_end_ms - p->m->t_ms + 999) / 1000);
    struct shape text = *centre;
    text.alpha = p->heard;
    text.role = ROLE_INK;
    text.align = ALIGN_CENTRE;
    text.face = FACE_LIGHT;
    text.size = 0.066f;
    text.tabular = true;
    text.y = 0.4528f;
    scene_text(sc, text, phrase_view(&clock));
    text.tabular = false;
    text.face = FACE_REGULAR;
    text.role = ROLE_INK2;
    text.size = pacing_type(p, 0.022f);
    text.y = 0.53f + 0.035f * (p->scale - 1);
    scene_text(sc, text, say(p->tongue, intensity_word(p->row, p->m->t_ms)));
}

static float time_gone(const struct pacing *p)
{
    const struct row *r = p->row;
    int64_t length_ms = r->step_end_ms - r->step_start_ms;
    int64_t gone_ms = p->m->t_ms - r->step_start_ms;
    if (p->reduced_motion) { // redrawn every 5 s
        gone_ms = gone_ms / 5000 * 5000;
    }
    return length_ms > 0 ? (float)gone_ms / (float)length_ms : 0;
}

void pacer_draw_ring(struct scene *sc, const struct pacing *p)
{
    const struct row *r = p->row;
    bool breathes = r->verb == VERB_BREATHE || r->verb == VERB_RETAIN;
    bool timed = !breathes && !p->still && r->step_end_ms > r->step_start_ms;
    struct shape centre = {.alpha = 1, .x = STAGE_WIDTH / 2, .y = ORB_Y};
    struct shape s = centre;
    s.r = ring_r;
    s.width = ring_width;
    s.kind = SHAPE_RING;
    s.role = ROLE_LINE;
    scene_add(sc, s);
    if (timed) {
        draw_marks(sc, &centre);
        if (r->rising_ms > 0 || r->fading_ms > 0) {
            draw_intensity(sc, p, &centre);
        }
        draw_texts(sc, p, &centre);
        centre.role = ROLE_WARM;
        draw_arc(sc, &centre, time_gone(p));
        return;
    }
    centre.role = ROLE_BREATH;
    centre.alpha = 0.94f * pacing_shimmer(p);
    if (p->reduced_motion) { // light alone changes
        s.role = ROLE_BREATH;
        s.alpha = 0.2f + 0.75f * p->level;
        scene_add(sc, s);
    } else {
        draw_arc(sc, &centre, p->level);
    }
}

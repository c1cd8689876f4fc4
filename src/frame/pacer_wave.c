// SPDX-License-Identifier: MIT
// The breath as a line that comes from the right and passes a bead: what was
// is thin, what comes is broad and fades with distance, each phase has its
// name under it. Points stand at fixed moments of the session, so the line
// keeps its shape while it travels. In reduced motion one breath stands still
// and the bead alone moves.
#include "core/lung.h"
#include "frame/pacer.h"
#include "frame/pacer_shapes.h"
#include "frame/phrase.h"

enum { STEP_MS = 100, POINTS = 640 };

static const float base_y = 0.683f; // empty lungs
static const float amplitude = 0.243f;
static const float per_ms = 0.0889f / 1000;
static const float now_x = STAGE_WIDTH / 3;
static const float label_y = 0.82f;

struct wave { // the stretch of time that is drawn, and its scale
    const struct pacing *p;
    int64_t from_ms, to_ms, zero_ms;
    float zero_x, scale;
};

static float x_of(const struct wave *w, int64_t t_ms)
{
    return w->zero_x + (float)(t_ms - w->zero_ms) * w->scale;
}

static float y_of(const struct wave *w, int64_t t_ms)
{
    struct moment m = timeline_at(w->p->tl, t_ms);
    return base_y - amplitude * pacer_level(w->p->tl, &m);
}

// Points from a to b, both included; their number.
static size_t trace(const struct wave *w, int64_t a_ms, int64_t b_ms,
                    struct point *out)
{
    size_t count = 0;
    int64_t t_ms = a_ms;
    while (t_ms < b_ms && count + 1 < POINTS) {
        out[count++] = (struct point){x_of(w, t_ms), y_of(w, t_ms)};
        t_ms = (t_ms / STEP_MS + 1) * STEP_MS;
    }
    out[count++] = (struct point){x_of(w, b_ms), y_of(w, b_ms)};
    return count;
}

static void draw_fill(struct scene *sc, struct point *points, size_t count)
{
    if (count + 2 > POINTS) {
        return;
    }
    points[count] = (struct point){points[count - 1].x, base_y + 0.11f};
    points[count + 1] = (struct point){points[0].x, base_y + 0.11f};
    scene_path(sc,
               (struct shape){.role = ROLE_BREATH,
                              .alpha = 1,
                              .y = base_y - amplitude,
                              .h = base_y + 0.1f,
                              .a = 0.2f,
                              .b = 0.004f},
               points, count + 2);
}

static void draw_echo(struct scene *sc, struct point *points, size_t count,
                      float down, float alpha)
{
    for (size_t i = 0; i < count; i++) {
        points[i].y += down;
    }
    scene_path(
        sc,
        (struct shape){.role = ROLE_BREATH, .alpha = alpha, .width = 0.0014f},
        points, count);
}

static void draw_line(struct scene *sc, const struct wave *w)
{
    struct point points[POINTS];
    int64_t now_ms = w->p->m->t_ms;
    size_t count = trace(w, w->from_ms, w->to_ms, points);
    draw_fill(sc, points, count);
    draw_echo(sc, points, count, 0.031f, 0.2f);
    draw_echo(sc, points, count, 0.036f, 0.1f); // 0.067 below the line
    count = trace(w, w->from_ms, now_ms, points);
    scene_path(sc,
               (struct shape){.role = ROLE_BREATH,
                              .alpha = 0.55f,
                              .width = 0.0028f,
                              .x = x_of(w, w->from_ms),
                              .w = now_x,
                              .a = w->p->reduced_motion ? 1 : 0.1f,
                              .b = 1},
               points, count);
    count = trace(w, now_ms, w->to_ms, points);
    scene_path(sc,
               (struct shape){.role = ROLE_BREATH,
                              .alpha = 1,
                              .width = 0.0065f,
                              .x = x_of(w, now_ms),
                              .w = x_of(w, w->to_ms),
                              .a = 1,
                              .b = w->p->reduced_motion ? 1 : 0.06f},
               points, count);
}

static struct phrase label_of(const struct row *r, const struct tongue *t)
{
    // Before the phase's seconds.
    static const char *const names[PHASE_COUNT] = {
        [PHASE_IN] = WORD("in {1}"),           [PHASE_TOP] = WORD("sip {1}"),
        [PHASE_HOLD_FULL] = WORD("hold {1}"),  [PHASE_OUT] = WORD("out {1}"),
        [PHASE_HOLD_EMPTY] = WORD("hold {1}"), [PHASE_REST] = WORD("rest {1}"),
    };
    struct phrase text = {0}, seconds = {0};
    bool retain = r->verb == VERB_RETAIN;
    if (r->verb != VERB_BREATHE && !retain) {
        return text;
    }
    if (!r->until_tap) {
        phrase_seconds(&seconds, r->end_ms - r->start_ms);
    }
    enum phase phase = retain ? PHASE_HOLD_FULL : r->phase;
    phrase_fill(&text, say(t, str_from(names[phase])),
                (struct str[]){phrase_view(&seconds)}, 1);
    return text;
}

static void draw_labels(struct scene *sc, const struct wave *w)
{
    const struct timeline *tl = w->p->tl;
    size_t i = timeline_at(tl, w->from_ms).row;
    for (; i < tl->row_count && tl->rows[i].start_ms < w->to_ms; i++) {
        const struct row *r = &tl->rows[i];
        float left = x_of(w, r->start_ms);
        float right = x_of(w, r->end_ms);
        struct phrase text = label_of(r, w->p->tongue);
        if (right - left < 0.06f || left > sc->right - 0.1f) {
            continue;
        }
        bool now = r == w->p->row;
        scene_text(sc,
                   (struct shape){.role = ROLE_INK2,
                                  .alpha = now ? 1 : 0.7f,
                                  .x = (left + right) / 2,
                                  .y = label_y,
                                  .size = 0.024f,
                                  .align = ALIGN_CENTRE},
                   phrase_view(&text));
    }
}

static void draw_bead(struct scene *sc, float x, float y, bool still)
{
    struct shape s = {.kind = SHAPE_GLOW,
                      .role = ROLE_BREATH,
                      .alpha = 0.28f,
                      .x = x,
                      .y = y,
                      .r = 0.139f};
    scene_add(sc, s);
    for (int i = 0; i < 19 && !still; i++) { // the dotted line of now
        scene_add(sc, (struct shape){.kind = SHAPE_DISC,
                                     .role = ROLE_BREATH,
                                     .alpha = 0.4f,
                                     .x = x,
                                     .y = 0.4f + 0.018f * (float)i,
                                     .r = 0.0011f});
    }
    s.kind = SHAPE_RING;
    s.role = ROLE_INK;
    s.alpha = 0.6f;
    s.r = 0.0333f;
    s.width = 0.0014f;
    scene_add(sc, s);
    s.kind = SHAPE_DISC;
    s.alpha = 1;
    s.r = 0.0222f;
    s.width = 0;
    scene_add(sc, s);
}

static struct wave travelling(const struct scene *sc, const struct pacing *p)
{
    struct wave w = {
        .p = p, .zero_ms = p->m->t_ms, .zero_x = now_x, .scale = per_ms};
    w.from_ms = w.zero_ms - (int64_t)((now_x - sc->left) / per_ms);
    w.to_ms = w.zero_ms + (int64_t)((sc->right - now_x) / per_ms);
    return w;
}

// The current breath, or row, over the width of the text.
static struct wave standing(const struct pacing *p)
{
    struct wave w = {.p = p, .zero_x = 0.3f};
    size_t i = p->m->row;
    size_t end = i;
    const struct row *rows = p->tl->rows;
    while (i > 0 && rows[i - 1].step == rows[i].step &&
           rows[i - 1].breath == rows[i].breath) {
        i--;
    }
    while (end + 1 < p->tl->row_count && rows[end + 1].step == rows[i].step &&
           rows[end + 1].breath == rows[i].breath) {
        end++;
    }
    w.from_ms = w.zero_ms = rows[i].start_ms;
    w.to_ms = rows[end].end_ms;
    int64_t length_ms = w.to_ms - w.from_ms;
    w.scale = (STAGE_WIDTH - 0.6f) / (float)(length_ms > 0 ? length_ms : 1);
    return w;
}

void pacer_draw_wave(struct scene *sc, const struct pacing *p)
{
    struct wave w = p->reduced_motion ? standing(p) : travelling(sc, p);
    int64_t length_ms = p->tl->length_ms;
    w.from_ms = w.from_ms > 0 ? w.from_ms : 0;
    w.to_ms = w.to_ms < length_ms ? w.to_ms : length_ms;
    draw_line(sc, &w);
    draw_labels(sc, &w);
    draw_bead(sc, x_of(&w, p->m->t_ms), base_y - amplitude * p->level,
              p->reduced_motion);
}

// SPDX-License-Identifier: MIT
// The breath as a line that comes from the right and passes a bead: what was
// is thin, what comes is broad and fades with distance, each phase has its
// name under it. Points stand at fixed moments of the session, so the line
// keeps its shape while it travels. In reduced motion one breath stands still
// and the bead alone moves.
#include <math.h>

#include "core/lung.h"
#include "frame/pacer.h"
#include "frame/pacer_shapes.h"
#include "frame/phrase.h"

enum { STEP_MS = 100, POINTS = 640, POINTS_LONG = POINTS / 2 };

static const float base_y = 0.683f; // empty lungs
static const float amplitude = 0.243f;
static const float per_ms = 0.0889f / 1000;
static const float now_x = WAVE_NOW_X;
static const float label_y = 0.8235f;
static const float label_size = 0.0222f;
static const float label_room = 0.1f; // of a phase; a narrower one has a dot
static const float edge_fade = 0.2f;  // labels come in over this, on the right

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

// What was, or what comes: how it looks, from now to where it ends.
struct side {
    int64_t near_ms, end_ms;
    float far;         // of the light, there
    float alpha, wide; // of the line
};

// Points from the earlier to the later end, both included; their number.
static size_t trace(const struct wave *w, const struct side *s,
                    struct point *out)
{
    bool was = s->end_ms < s->near_ms;
    int64_t t_ms = was ? s->end_ms : s->near_ms;
    int64_t to_ms = was ? s->near_ms : s->end_ms;
    int64_t step_ms = (w->to_ms - w->from_ms) / POINTS_LONG;
    step_ms = step_ms > STEP_MS ? step_ms : STEP_MS;
    size_t count = 0;
    while (t_ms < to_ms && count + 1 < POINTS) {
        out[count++] = (struct point){x_of(w, t_ms), y_of(w, t_ms)};
        t_ms = (t_ms / step_ms + 1) * step_ms;
    }
    out[count++] = (struct point){x_of(w, to_ms), y_of(w, to_ms)};
    return count;
}

// Light under the line, strongest at its near end.
static void draw_fill(struct scene *sc, const struct wave *w,
                      const struct side *s)
{
    const float low = base_y + 0.127f;
    struct point points[POINTS + 2];
    size_t count = trace(w, s, points);
    points[count] = (struct point){points[count - 1].x, low};
    points[count + 1] = (struct point){points[0].x, low};
    struct shape fill = {.role = ROLE_BREATH,
                         .alpha = 0.31f,
                         .x = x_of(w, s->near_ms),
                         .y = base_y - amplitude,
                         .w = x_of(w, s->end_ms),
                         .h = low,
                         .r = 1,
                         .a = 1,
                         .b = s->far};
    scene_path(sc, fill, points, count + 2);
}

// Echoes of the line below it, then the line, which fade to the end.
static void draw_strokes(struct scene *sc, const struct wave *w,
                         const struct side *s)
{
    static const float down[] = {0.031f, 0.036f}; // the second below the first
    static const float light[] = {0.2f, 0.1f};
    struct point points[POINTS];
    size_t count = trace(w, s, points);
    struct shape stroke = {.role = ROLE_BREATH,
                           .x = x_of(w, s->near_ms),
                           .w = x_of(w, s->end_ms),
                           .a = 1,
                           .b = s->far,
                           .alpha = s->alpha,
                           .width = s->wide};
    scene_path(sc, stroke, points, count);
    stroke.width = 0.0014f;
    for (int echo = 0; echo < 2; echo++) {
        for (size_t i = 0; i < count; i++) {
            points[i].y += down[echo];
        }
        stroke.alpha = light[echo];
        scene_path(sc, stroke, points, count);
    }
}

static void draw_line(struct scene *sc, const struct wave *w)
{
    bool still = w->p->reduced_motion;
    int64_t now_ms = w->p->m->t_ms;
    const struct side sides[] = {
        {now_ms, w->from_ms, still ? 1 : 0.02f, 0.55f, 0.0028f},
        {now_ms, w->to_ms, still ? 1 : 0.06f, 1, 0.0065f},
    };
    for (int i = 0; i < 2; i++) {
        struct side fill = sides[i];
        if (still) { // the light stands as well, and has no edges
            fill.near_ms = (w->from_ms + w->to_ms) / 2;
            fill.far = 0;
        }
        draw_fill(sc, w, &fill);
    }
    for (int i = 0; i < 2; i++) {
        draw_strokes(sc, w, &sides[i]);
    }
}

static struct phrase label_of(const struct row *r, float room, float scale,
                              const struct tongue *t)
{
    // Before the phase's seconds.
    static const char *const names[PHASE_COUNT] = {
        [PHASE_IN] = WORD("in {1}"),           [PHASE_TOP] = WORD("sip {1}"),
        [PHASE_HOLD_FULL] = WORD("hold {1}"),  [PHASE_OUT] = WORD("out {1}"),
        [PHASE_HOLD_EMPTY] = WORD("hold {1}"), [PHASE_REST] = WORD("rest {1}"),
    };
    struct phrase text = {0}, seconds = {0};
    bool retain = r->verb == VERB_RETAIN;
    if (room < label_room * scale) {
        phrase_put(&text, STR("\xc2\xb7"));
        return text;
    }
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

static float part(float value)
{
    return value < 0 ? 0 : value > 1 ? 1 : value;
}

// The phase that is and those that come have a name; one that has passed
// loses it.
static float label_alpha(const struct wave *w, const struct row *r)
{
    const float over_ms = 400;
    float begun = (float)(w->p->m->t_ms - r->start_ms) / over_ms;
    float over = (float)(w->p->m->t_ms - r->end_ms) / over_ms;
    if (w->p->reduced_motion) {
        over = 0;
    }
    return (0.7f + 0.3f * part(begun)) * (1 - part(over));
}

static void draw_labels(struct scene *sc, const struct wave *w)
{
    const struct timeline *tl = w->p->tl;
    float size = pacing_type(w->p, label_size);
    size_t i = timeline_at(tl, w->from_ms).row;
    for (; i < tl->row_count && tl->rows[i].start_ms < w->to_ms; i++) {
        const struct row *r = &tl->rows[i];
        float left = x_of(w, r->start_ms);
        float right = x_of(w, r->end_ms);
        if (right - left > sc->right - sc->left) { // of what can be seen
            left = left > sc->left ? left : sc->left;
            right = right < sc->right ? right : sc->right;
        }
        float x = (left + right) / 2;
        struct phrase text =
            label_of(r, right - left, size / label_size, w->p->tongue);
        float alpha = label_alpha(w, r) * w->p->heard;
        alpha *= part((sc->right - 0.05f - x) / edge_fade);
        if (right - left < 0.03f || alpha < 0.01f) {
            continue;
        }
        scene_text(sc,
                   (struct shape){.role = ROLE_INK2,
                                  .alpha = alpha,
                                  .x = x,
                                  .y = label_y,
                                  .size = size,
                                  .face = FACE_REGULAR,
                                  .align = ALIGN_CENTRE},
                   str_trim(phrase_view(&text)));
    }
}

// Light around the bead, below the line.
static void draw_glow(struct scene *sc, float x, float y)
{
    scene_add(sc, (struct shape){.kind = SHAPE_GLOW,
                                 .role = ROLE_BREATH,
                                 .alpha = 0.42f,
                                 .x = x,
                                 .y = y,
                                 .r = 0.139f});
}

// The broken line of now.
static void draw_now(struct scene *sc, float x)
{
    const float high = 0.0037f;
    const float pitch = 0.013f;
    const float wide = 0.0019f;
    for (float y = 0.396f; y < 0.74f; y += pitch) {
        scene_add(sc, (struct shape){.kind = SHAPE_BOX,
                                     .role = ROLE_BREATH,
                                     .alpha = 0.4f,
                                     .x = x - wide / 2,
                                     .y = y,
                                     .w = wide,
                                     .h = high});
    }
}

static void draw_bead(struct scene *sc, float x, float y)
{
    struct shape s = {.kind = SHAPE_RING,
                      .role = ROLE_INK,
                      .alpha = 0.6f,
                      .x = x,
                      .y = y,
                      .r = 0.0333f,
                      .width = 0.0014f};
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
    float x = x_of(&w, p->m->t_ms);
    float y = base_y - amplitude * p->level;
    draw_glow(sc, x, y);
    draw_line(sc, &w);
    if (!p->reduced_motion) {
        draw_now(sc, x);
    }
    draw_labels(sc, &w);
    draw_bead(sc, x, y);
}

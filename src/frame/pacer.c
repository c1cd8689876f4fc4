// SPDX-License-Identifier: MIT
#include "frame/pacer.h"

#include <assert.h>
#include <math.h>

#include "core/lung.h"
#include "frame/pacer_shapes.h"

enum { EASE_MS = 2000, CATCH_UP_MS = 800, CALM_BREATH_MS = 2000 };

static const float calm_level = 0.3f;

static bool row_breathes(const struct row *r)
{
    return r->verb == VERB_BREATHE || r->verb == VERB_RETAIN;
}

static bool same_breath(const struct row *a, const struct row *b)
{
    return a->step == b->step && a->breath == b->breath;
}

// A breath shorter than two seconds is shown smaller, down to half at one: a
// light of the screen's height would flash with it (WCAG 2.3.1).
static float damped(const struct timeline *tl, size_t i, float level)
{
    const struct row *rows = tl->rows;
    if (rows[i].verb != VERB_BREATHE) {
        return level;
    }
    int64_t length_ms = rows[i].end_ms - rows[i].start_ms;
    for (size_t k = i; k > 0 && length_ms < CALM_BREATH_MS &&
                       same_breath(&rows[k - 1], &rows[i]);
         k--) {
        length_ms += rows[k - 1].end_ms - rows[k - 1].start_ms;
    }
    for (size_t k = i + 1; k < tl->row_count && length_ms < CALM_BREATH_MS &&
                           same_breath(&rows[k], &rows[i]);
         k++) {
        length_ms += rows[k].end_ms - rows[k].start_ms;
    }
    if (length_ms >= CALM_BREATH_MS) {
        return level;
    }
    return 0.5f + (level - 0.5f) * (float)length_ms / CALM_BREATH_MS;
}

// The level at the edge before row i, looking past open waits.
static float level_before(const struct timeline *tl, size_t i)
{
    while (i > 0 && tl->rows[i - 1].start_ms == tl->rows[i - 1].end_ms) {
        i--;
    }
    if (i > 0 && row_breathes(&tl->rows[i - 1])) {
        return damped(tl, i - 1, tl->rows[i - 1].to);
    }
    while (i < tl->row_count && tl->rows[i].start_ms == tl->rows[i].end_ms) {
        i++;
    }
    return i < tl->row_count && row_breathes(&tl->rows[i])
               ? damped(tl, i, tl->rows[i].from)
               : calm_level;
}

static float smooth(int64_t gone_ms, int64_t over_ms)
{
    return over_ms <= 0
               ? 1
               : (float)lung_level(0, 1, (double)gone_ms / (double)over_ms);
}

float pacer_level(const struct timeline *tl, const struct moment *m)
{
    const struct row *r = &tl->rows[m->row];
    int64_t length_ms = r->end_ms - r->start_ms;
    int64_t gone_ms = m->t_ms - r->start_ms;
    float before = level_before(tl, m->row);
    if (length_ms == 0) {
        return before;
    }
    if (row_breathes(r)) {
        int64_t over_ms =
            length_ms / 2 < CATCH_UP_MS ? length_ms / 2 : CATCH_UP_MS;
        float from = damped(tl, m->row, r->from);
        return damped(tl, m->row, m->level) +
               (before - from) * (1 - smooth(gone_ms, over_ms));
    }
    float after = level_before(tl, m->row + 1);
    int64_t over_ms = length_ms / 2 < EASE_MS ? length_ms / 2 : EASE_MS;
    return calm_level + (before - calm_level) * (1 - smooth(gone_ms, over_ms)) +
           (after - calm_level) *
               smooth(gone_ms - (length_ms - over_ms), over_ms);
}

float pacer_intensity(const struct row *r, int64_t t_ms)
{
    float rising = smooth(t_ms - r->step_start_ms, r->rising_ms);
    float fading = smooth(r->step_end_ms - t_ms, r->fading_ms);
    return rising < fading ? rising : fading;
}

// The pacer that shows row r when the person or the script chose p: a moving
// practice has the ring with its minutes and seconds, whatever is chosen but
// none.
static enum pacer pacer_for(const struct row *r, enum pacer p)
{
    if (p == PACER_NONE) {
        return p;
    }
    return r->verb == VERB_MOVE ? PACER_RING : p;
}

// By pacer: word x, y and size; ways, count and arrow y, arrow size; align of
// these; within; line x, y, align and room.
static const float middle = STAGE_WIDTH / 2;
#define ROOM (STAGE_WIDTH - 2 * 0.074f)
static const struct pacer_place places[PACER_COUNT] = {
    [PACER_ORB] = {middle, 0.4545f, 0.054f, 0.392f, 0.5025f, 0.531f, 0.021f,
                   ALIGN_CENTRE, 0, middle, 0.79f, ALIGN_CENTRE, ROOM, false,
                   false},
    [PACER_WAVE] = {WAVE_NOW_X, 0.329f, 0.052f, 0.225f, 0.373f, 0.258f, 0.021f,
                    ALIGN_CENTRE, 0, STAGE_WIDTH - 0.074f, 0.19f, ALIGN_RIGHT,
                    0.91f, false, false},
    [PACER_BOX] = {middle, 0.449f, 0.041f, 0.387f, 0.4915f, 0.522f, 0.021f,
                   ALIGN_CENTRE, 0.153f, middle, 0.79f, ALIGN_CENTRE, ROOM,
                   false, false},
    [PACER_PETALS] = {middle, 0.675f, 0.044f, 0.24f, 0.455f, 0.66f, 0.021f,
                      ALIGN_CENTRE, 0, middle, 0.805f, ALIGN_CENTRE, ROOM,
                      false, false},
    [PACER_BAR] = {middle, 0.37f, 0.041f, 0.31f, 0.6f, 0.516f, 0.0417f,
                   ALIGN_CENTRE, 0, middle, 0.79f, ALIGN_CENTRE, ROOM, false,
                   false},
    [PACER_RING] = {middle, 0.449f, 0.044f, 0.387f, 0.4915f, 0.522f, 0.021f,
                    ALIGN_CENTRE, 0.153f, middle, 0.79f, ALIGN_CENTRE, ROOM,
                    false, false},
    [PACER_BODY] = {middle + BODY_WORD_X, ORB_Y, 0.044f, 0.39f, 0.49f, 0.522f,
                    0.021f, ALIGN_LEFT, 0, middle, 0.79f, ALIGN_CENTRE, ROOM,
                    false, false},
    [PACER_NONE] = {middle, 0.4545f, 0.054f, 0.392f, 0.5025f, 0.531f, 0.021f,
                    ALIGN_CENTRE, 0, middle, 0.79f, ALIGN_CENTRE, ROOM, false,
                    false},
};

#undef ROOM

float pacing_type(const struct pacing *p, float size)
{
    return size * p->scale > p->least ? size * p->scale : p->least;
}

static struct pacer_place pacer_place(const struct row *r, enum pacer p)
{
    struct pacer_place place = places[p];
    if (p == PACER_RING && !row_breathes(r) && r->end_ms > r->start_ms) {
        place.word_size = 0.0245f; // below the minutes and seconds
        place.word_y = 0.492f;
        place.within = 0;
        place.own_time = true;
    }
    if (p == PACER_BODY) {
        float down = pacer_body_word_y(r) - ORB_Y + 0.012f;
        place.word_y += down;
        place.ways_y += down;
        place.count_y += down;
        place.arrow_y += down;
    }
    return place;
}

// What stands about the word moves with its size, as far as there is room.
static void enlarge(struct pacer_place *p, float scale)
{
    const float about = 0.11f; // what is further away stands by the pacer
    float *const heights[] = {&p->ways_y, &p->count_y, &p->arrow_y};
    for (int i = 0; i < 3; i++) {
        float away = *heights[i] - p->word_y;
        *heights[i] += fabsf(away) < about ? away * (scale - 1) : 0;
    }
    if (p->own_time) {
        p->word_y += 0.02f * (scale - 1); // clear of the time above it
    }
    float lowest = ORB_Y + p->within - 0.025f;
    if (p->within > 0 && p->arrow_y > lowest) {
        p->arrow_y = lowest;
    }
}

struct pacer_place pacer_place_at(const struct timeline *tl,
                                  const struct moment *m,
                                  const struct pacer_options *o)
{
    const struct row *r = &tl->rows[m->row];
    enum pacer pacer = pacer_for(r, o->pacer);
    struct pacer_place place = pacer_place(r, pacer);
    enlarge(&place, o->text_scale > 1 ? o->text_scale : 1);
    place.arrow_beside = pacer == PACER_PETALS;
    if (pacer == PACER_ORB) {
        float level = o->reduced_motion ? 1
                      : o->level >= 0   ? o->level
                                        : pacer_level(tl, m);
        place.within = ORB_LEAST + ORB_RANGE * level;
    }
    return place;
}

bool pacer_differs(const struct timeline *tl, const struct moment *a,
                   const struct moment *b, enum pacer pacer)
{
    const struct row *of_a = &tl->rows[a->row], *of_b = &tl->rows[b->row];
    enum pacer one = pacer_for(of_a, pacer), other = pacer_for(of_b, pacer);
    const struct pacing at_a = {.tl = tl, .m = a, .row = of_a};
    const struct pacing at_b = {.tl = tl, .m = b, .row = of_b};
    return one != other ||
           (one == PACER_BOX && pacer_box_differs(&at_a, &at_b));
}

struct shape pacer_ground(const struct pacer_options *o)
{
    struct shape s = {.kind = SHAPE_GROUND, .alpha = 1};
    if (o->pacer == PACER_WAVE) {
        s.x = o->reduced_motion ? middle : WAVE_NOW_X;
        s.y = 0.61f;
        s.r = 1.35f;
    }
    return s;
}

void pacer_draw(struct scene *sc, const struct timeline *tl,
                const struct moment *m, const struct pacer_options *o)
{
    static void (*const draw[])(struct scene *, const struct pacing *) = {
        [PACER_ORB] = pacer_draw_orb,   [PACER_WAVE] = pacer_draw_wave,
        [PACER_BOX] = pacer_draw_box,   [PACER_PETALS] = pacer_draw_petals,
        [PACER_BAR] = pacer_draw_bar,   [PACER_RING] = pacer_draw_ring,
        [PACER_BODY] = pacer_draw_body, [PACER_NONE] = NULL,
    };
    static_assert(sizeof(draw) / sizeof(draw[0]) == PACER_COUNT,
                  "a drawing for each pacer");
    const struct row *r = &tl->rows[m->row];
    struct pacing p = {
        .tl = tl,
        .m = m,
        .row = r,
        .level = o->level >= 0 ? o->level : pacer_level(tl, m),
        .tongue = o->tongue,
        .reduced_motion = o->reduced_motion,
        .scale = o->text_scale > 1 ? o->text_scale : 1,
        .least = o->least,
        .heard = 1 - o->hush,
        .still = o->level >= 0,
    };
    enum pacer pacer = pacer_for(r, o->pacer);
    if (draw[pacer]) {
        draw[pacer](sc, &p);
    }
}

// What changes by less is not worth a frame: a pixel of a full HD screen, or a
// step of light.
#define PIXEL (1.0f / 1080)
#define STEP_OF_LIGHT 0.01f

// How much the lungs must change for that; 0 where something else moves.
static float worth_a_frame(enum pacer pacer, bool reduced_motion)
{
    bool shines = pacer == PACER_ORB || pacer == PACER_PETALS;
    if (pacer == PACER_BODY || (shines && reduced_motion)) {
        return STEP_OF_LIGHT;
    }
    return pacer == PACER_ORB      ? PIXEL / ORB_RANGE
           : pacer == PACER_PETALS ? PIXEL / PETALS_RANGE
                                   : 0;
}

// Whole frames until the lungs have changed by so much, a few at most.
static int64_t change_due(const struct timeline *tl, const struct moment *m,
                          float much)
{
    enum { FRAMES_S = 60, FRAMES_MOST = 8 };
    float now = pacer_level(tl, m);
    for (int frames = 1; frames <= FRAMES_MOST && much > 0; frames++) {
        int64_t over_ms = frames * 1000 / FRAMES_S;
        struct moment then = timeline_at(tl, m->t_ms + over_ms);
        float change = fabsf(pacer_level(tl, &then) - now);
        if (change >= much || then.finished || frames == FRAMES_MOST) {
            return frames > 1 ? over_ms : 0;
        }
    }
    return 0;
}

int64_t pacer_due(const struct timeline *tl, const struct moment *m,
                  const struct pacer_options *o)
{
    const struct row *r = &tl->rows[m->row];
    enum pacer pacer = pacer_for(r, o->pacer);
    int64_t gone_ms = m->t_ms - r->start_ms;
    int64_t left_ms = r->end_ms - m->t_ms;
    bool travels =
        pacer == PACER_WAVE || pacer == PACER_BOX || pacer == PACER_BAR;
    if (pacer == PACER_NONE) {
        return left_ms;
    }
    if (row_breathes(r)) {
        bool still = r->verb == VERB_RETAIN || r->phase == PHASE_HOLD_FULL ||
                     r->phase == PHASE_HOLD_EMPTY || r->phase == PHASE_REST;
        if (!still || travels || gone_ms < CATCH_UP_MS) {
            int64_t due_ms =
                change_due(tl, m, worth_a_frame(pacer, o->reduced_motion));
            return due_ms < left_ms ? due_ms : left_ms;
        }
        if (o->reduced_motion || r->phase == PHASE_REST) {
            return left_ms;
        }
        int64_t step = gone_ms * SHIMMER_STEPS_S / 1000 + 1;
        return (step * 1000 + SHIMMER_STEPS_S - 1) / SHIMMER_STEPS_S - gone_ms;
    }
    if (gone_ms < EASE_MS || left_ms < EASE_MS || pacer == PACER_WAVE) {
        return 0;
    }
    return pacer == PACER_RING || pacer == PACER_BAR ? 50 : left_ms - EASE_MS;
}

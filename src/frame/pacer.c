// SPDX-License-Identifier: MIT
#include "frame/pacer.h"

#include <assert.h>

#include "core/lung.h"
#include "frame/pacer_shapes.h"

enum { EASE_MS = 2000, CATCH_UP_MS = 800 };

static const float calm_level = 0.3f;

static bool row_breathes(const struct row *r)
{
    return r->verb == VERB_BREATHE || r->verb == VERB_RETAIN;
}

// The level at the edge before row i, looking past open waits.
static float level_before(const struct timeline *tl, size_t i)
{
    while (i > 0 && tl->rows[i - 1].start_ms == tl->rows[i - 1].end_ms) {
        i--;
    }
    if (i > 0 && row_breathes(&tl->rows[i - 1])) {
        return tl->rows[i - 1].to;
    }
    while (i < tl->row_count && tl->rows[i].start_ms == tl->rows[i].end_ms) {
        i++;
    }
    return i < tl->row_count && row_breathes(&tl->rows[i]) ? tl->rows[i].from
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
        return m->level + (before - r->from) * (1 - smooth(gone_ms, over_ms));
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

enum pacer pacer_for(const struct row *r, enum pacer p)
{
    if (p == PACER_NONE) {
        return p;
    }
    return r->verb == VERB_MOVE ? PACER_RING : p;
}

static const struct pacer_place places[PACER_COUNT] = {
    [PACER_ORB] = {.word_x = STAGE_WIDTH / 2,
                   .word_y = 0.4545f,
                   .word_size = 0.054f,
                   .ways_y = 0.392f,
                   .count_y = 0.5025f,
                   .arrow_y = 0.534f,
                   .line_x = STAGE_WIDTH / 2,
                   .line_y = 0.79f,
                   .line_align = ALIGN_CENTRE},
    [PACER_RING] = {.word_x = STAGE_WIDTH / 2,
                    .word_y = 0.503f,
                    .word_size = 0.027f,
                    .ways_y = 0.392f,
                    .count_y = 0.541f,
                    .arrow_y = 0.572f,
                    .line_x = STAGE_WIDTH / 2,
                    .line_y = 0.79f,
                    .line_align = ALIGN_CENTRE},
};

struct pacer_place pacer_place(enum pacer p)
{
    return places[p].word_x > 0 ? places[p] : places[PACER_ORB];
}

void pacer_draw(struct scene *sc, const struct timeline *tl,
                const struct moment *m, const struct pacer_options *o)
{
    static void (*const draw[])(struct scene *, const struct pacing *) = {
        [PACER_ORB] = orb_draw,
        [PACER_RING] = ring_draw,
    };
    const struct row *r = &tl->rows[m->row];
    struct pacing p = {
        .tl = tl,
        .m = m,
        .row = r,
        .level = o->level >= 0 ? o->level : pacer_level(tl, m),
        .reduced_motion = o->reduced_motion,
        .still = o->level >= 0,
    };
    enum pacer pacer = pacer_for(r, o->pacer);
    if (pacer == PACER_NONE) {
        return;
    }
    if (pacer < (int)(sizeof(draw) / sizeof(draw[0])) && draw[pacer]) {
        draw[pacer](sc, &p);
    } else {
        orb_draw(sc, &p);
    }
}

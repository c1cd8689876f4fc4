// SPDX-License-Identifier: MIT
// Flow is the slope of the lung curve over the greatest slope of its phase,
// taken from the curve itself, so that no second formula can drift from it.
#include "frame/score_breath.h"

#include "core/lung.h"

enum { FRAMES_MS = 48, FAST_BREATH_MS = 3000, SWELL_LEAST_MS = 1500 };
#define PAN_SIDE 0.6f

static float slope(double from, double to, double u)
{
    static const double near = 1e-4;
    return (float)(fabs(lung_level(from, to, u + near) -
                        lung_level(from, to, u - near)) /
                   (2 * near));
}

static float slope_peak(double from, double to)
{
    float peak = 0;
    for (int i = 1; i < 1000; i++) {
        float at = slope(from, to, i / 1000.0);
        peak = at > peak ? at : peak;
    }
    return peak;
}

static bool moves_air(const struct row *row)
{
    return row->verb == VERB_BREATHE &&
           (row->phase == PHASE_IN || row->phase == PHASE_TOP ||
            row->phase == PHASE_OUT);
}

// In and out of the breath that row i belongs to take less than 3 s.
static bool is_fast(const struct timeline *tl, size_t i)
{
    const struct row *row = &tl->rows[i];
    int64_t moving_ms = 0;
    size_t first = i;
    while (first > 0 && tl->rows[first - 1].step == row->step &&
           tl->rows[first - 1].breath == row->breath) {
        first--;
    }
    for (size_t j = first; j < tl->row_count && tl->rows[j].step == row->step &&
                           tl->rows[j].breath == row->breath;
         j++) {
        if (moves_air(&tl->rows[j])) {
            moving_ms += tl->rows[j].end_ms - tl->rows[j].start_ms;
        }
    }
    return row->verb == VERB_BREATHE && moving_ms < FAST_BREATH_MS;
}

// The last row that starts at or before ms, rows without length skipped.
static size_t row_at(const struct timeline *tl, int64_t ms, size_t near)
{
    size_t low = 0;
    size_t high = tl->row_count;
    for (size_t i = near; i < tl->row_count && i < near + 3; i++) {
        if (tl->rows[i].start_ms <= ms && ms < tl->rows[i].end_ms) {
            return i;
        }
    }
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (tl->rows[middle].start_ms <= ms) {
            low = middle;
        } else {
            high = middle;
        }
    }
    return low;
}

void breath_cursor_make(struct breath_cursor *c, const struct timeline *tl)
{
    *c = (struct breath_cursor){
        .tl = tl,
        .row = SIZE_MAX,
        .peak_rise = slope_peak(0, 1),
        .peak_fall = slope_peak(1, 0),
    };
}

static float pan_of(unsigned ways)
{
    unsigned sides = ways & (WAY_LEFT | WAY_RIGHT);
    return sides == WAY_LEFT ? -PAN_SIDE : sides == WAY_RIGHT ? PAN_SIDE : 0;
}

const struct row *breath_row(struct breath_cursor *c, int64_t frame)
{
    const struct timeline *tl = c->tl;
    if (frame < 0 || frame >= tl->length_ms * FRAMES_MS) {
        return NULL;
    }
    size_t near = c->row == SIZE_MAX ? 0 : c->row;
    size_t i = row_at(tl, frame / FRAMES_MS, near);
    if (i != c->row) {
        c->row = i;
        c->fast = is_fast(tl, i);
    }
    return &tl->rows[i];
}

void breath_aim(struct breath_cursor *c, int64_t frame, struct cue_aim *aim)
{
    const struct row *row = breath_row(c, frame);
    aim->act = CUE_SILENT;
    if (row == NULL) {
        return;
    }
    if (row->verb != VERB_BREATHE && row->verb != VERB_RETAIN) {
        return;
    }
    int64_t into = frame - row->start_ms * FRAMES_MS;
    int64_t length = (row->end_ms - row->start_ms) * FRAMES_MS;
    double u = (double)into / (double)length;
    double from = (double)row->from;
    double to = (double)row->to;
    aim->volume = (float)lung_level(from, to, u);
    aim->fast = c->fast;
    aim->pan = pan_of(row->ways);
    if (moves_air(row) && row->from != row->to) {
        bool falling = row->to < row->from;
        float peak = falling ? c->peak_fall : c->peak_rise;
        float flow = slope(from, to, u) / (peak * fabsf(row->to - row->from));
        aim->act = CUE_FLOW;
        aim->falling = falling;
        aim->flow = flow < 1 ? flow : 1;
    } else {
        // A real hold between fast breaths is a hold like any other.
        aim->act = CUE_STILL;
        aim->swell = length >= SWELL_LEAST_MS * FRAMES_MS;
        aim->fast = c->fast && !aim->swell;
        aim->held_s = (float)into / SYNTH_RATE;
    }
}

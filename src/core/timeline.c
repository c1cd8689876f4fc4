// SPDX-License-Identifier: MIT
// Questions to a timeline, each answered by bisection.
#include "core/timeline.h"

#include "core/lung.h"
#include "core/words.h"

// The first row that starts after t; row_count when none does.
static size_t row_after(const struct timeline *tl, int64_t t_ms)
{
    size_t low = 0, high = tl->row_count;
    while (low < high) {
        size_t mid = low + (high - low) / 2;
        if (tl->rows[mid].start_ms > t_ms) {
            high = mid;
        } else {
            low = mid + 1;
        }
    }
    return low;
}

bool row_waits(const struct row *row)
{
    return row->until_tap && row->start_ms == row->end_ms;
}

static bool has_level(const struct row *row)
{
    return row->verb == VERB_BREATHE || row->verb == VERB_RETAIN;
}

struct moment timeline_at(const struct timeline *tl, int64_t t_ms)
{
    t_ms = t_ms < 0 ? 0 : t_ms > tl->length_ms ? tl->length_ms : t_ms;
    struct moment m = {.t_ms = t_ms, .finished = t_ms >= tl->length_ms};
    if (tl->row_count == 0) {
        return m;
    }
    size_t after = row_after(tl, t_ms);
    m.row = after > 0 ? after - 1 : 0;
    while (m.row > 0 && tl->rows[m.row].start_ms == tl->rows[m.row].end_ms) {
        m.row--; // at the end only: elsewhere a row with a length comes last
    }
    const struct row *row = &tl->rows[m.row];
    int64_t length = row->end_ms - row->start_ms;
    m.breath = row->breath;
    m.phase = row->phase;
    m.left_ms = row->end_ms - t_ms;
    double u = length > 0 ? (double)(t_ms - row->start_ms) / (double)length : 1;
    m.progress = (float)u;
    if (has_level(row)) {
        m.level = (float)lung_level((double)row->from, (double)row->to, u);
    }
    return m;
}

// The last pacer event at or before t; NULL when there is none.
static const struct event *pacer_event(const struct timeline *tl, int64_t t_ms)
{
    size_t low = 0, high = tl->pacer_count;
    while (low < high) {
        size_t mid = low + (high - low) / 2;
        if (tl->events[tl->pacers[mid]].at_ms > t_ms) {
            high = mid;
        } else {
            low = mid + 1;
        }
    }
    return low > 0 ? &tl->events[tl->pacers[low - 1]] : NULL;
}

enum pacer timeline_pacer(const struct timeline *tl, int64_t t_ms)
{
    const struct event *e = pacer_event(tl, t_ms);
    const struct word *w = e ? word_find(WORDS_PACERS, e->name) : NULL;
    return w ? (enum pacer)w->value : tl->pacer;
}

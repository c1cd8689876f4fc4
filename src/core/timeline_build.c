// SPDX-License-Identifier: MIT
// From steps to rows and events. It was counted beforehand how many there will
// be, so this only writes them down, in the order in which they are played.
#include <assert.h>
#include <stdlib.h>

#include "core/timing.h"

struct writer {
    const struct timing *timing;
    struct row *rows;
    struct event *events;
    size_t row_count, event_count;
    size_t order, pass; // of steps
    int64_t now_ms;
    int breaths;
};

static struct row row_of(const struct writer *w, const struct step *s)
{
    return (struct row){.line = s->spot.line,
                        .verb = s->verb,
                        .until_tap = s->until_tap,
                        .place = s->name,
                        .step = w->pass,
                        .step_start_ms = w->now_ms};
}

static bool rises(enum phase phase)
{
    return phase == PHASE_IN || phase == PHASE_TOP;
}

static bool moves(enum phase phase)
{
    return rises(phase) || phase == PHASE_OUT;
}

// In thousandths, half up: what is printed is also what is drawn.
static float share(int64_t part, int64_t whole)
{
    return (float)((2000 * part + whole) / (2 * whole)) / 1000.0f;
}

// One pass of a pattern, and where it is in its rise or fall.
struct pass {
    const struct step *step;
    int64_t i, n;
    int64_t total_ms, done_ms;
    size_t group_end; // the phase after the rise or fall
    float level;
};

static void begin_group(const struct writer *w, struct pass *p, size_t from)
{
    const struct pattern *pattern = &p->step->first;
    bool rising = rises(pattern->phases[from].phase);
    p->total_ms = 0;
    p->done_ms = 0;
    size_t k = from;
    for (; k < pattern->count; k++) {
        enum phase phase = pattern->phases[k].phase;
        if (moves(phase) && rises(phase) != rising) {
            break;
        }
        if (moves(phase)) {
            p->total_ms += timing_phase_ms(w->timing, p->step, k, p->i, p->n);
        }
    }
    p->group_end = k;
}

// Sets the levels at the ends of phase k, which takes ms.
static void follow_lung(const struct writer *w, struct pass *p, size_t k,
                        int64_t ms, struct row *row)
{
    enum phase phase = p->step->first.phases[k].phase;
    row->from = p->level;
    if (moves(phase)) {
        if (k >= p->group_end) {
            begin_group(w, p, k);
        }
        int64_t before = p->done_ms;
        p->done_ms += ms;
        bool up = rises(phase);
        row->from = share(up ? before : p->total_ms - before, p->total_ms);
        p->level =
            share(up ? p->done_ms : p->total_ms - p->done_ms, p->total_ms);
    }
    row->to = p->level;
}

static float level_at_end(const struct pattern *pattern)
{
    float level = 0;
    for (size_t k = 0; k < pattern->count; k++) {
        enum phase phase = pattern->phases[k].phase;
        level = rises(phase) ? 1 : phase == PHASE_OUT ? 0 : level;
    }
    return level;
}

static int64_t write_breaths(struct writer *w, const struct step *s)
{
    int64_t at_ms = w->now_ms;
    bool text_given = s->text.len == 0;
    struct pass p = {.step = s, .n = timing_breaths(w->timing, s)};
    for (; p.i < p.n; p.i++) {
        p.group_end = 0;
        p.level = level_at_end(&s->first);
        for (size_t k = 0; k < s->first.count; k++) {
            const struct breath_phase *phase = &s->first.phases[k];
            int64_t ms = timing_phase_ms(w->timing, s, k, p.i, p.n);
            struct row row = row_of(w, s);
            follow_lung(w, &p, k, ms, &row);
            if (ms == 0) {
                continue;
            }
            row.start_ms = at_ms;
            row.end_ms = at_ms += ms;
            row.phase = phase->phase;
            row.ways = phase->ways;
            row.breath = (int)p.i + 1;
            row.text = phase->text;
            if (row.text.len == 0 && !text_given) {
                row.text = s->text;
                text_given = true;
            }
            w->rows[w->row_count++] = row;
        }
    }
    w->breaths += (int)p.n;
    return at_ms;
}

static int64_t write_scan(struct writer *w, const struct step *s)
{
    int64_t length = timing_value(w->timing, &s->duration);
    int64_t n = (int64_t)s->place_count;
    for (int64_t i = 0; i < n; i++) {
        struct row row = row_of(w, s);
        row.start_ms = w->now_ms + (2 * i * length + n) / (2 * n);
        row.end_ms = w->now_ms + (2 * (i + 1) * length + n) / (2 * n);
        row.place = s->places[i].place;
        row.text = s->places[i].text;
        w->rows[w->row_count++] = row;
    }
    return w->now_ms + length;
}

// Rising and fading shrink in proportion when a choice made the step short.
static void set_slopes(const struct timing *p, const struct step *s,
                       struct row *row)
{
    int64_t length = row->end_ms - row->start_ms;
    int64_t rising = timing_value(p, &s->rising);
    int64_t fading = timing_value(p, &s->fading);
    while (rising + fading > INT64_MAX / 4 / LIMIT_LENGTH_MS) {
        rising /= 2; // years: halved, they keep their proportion
        fading /= 2;
    }
    int64_t both = rising + fading;
    if (both > length) {
        rising = (2 * rising * length + both) / (2 * both);
        fading = length - rising;
    }
    row->rising_ms = rising;
    row->fading_ms = fading;
}

static int64_t write_plain(struct writer *w, const struct step *s)
{
    struct row row = row_of(w, s);
    row.start_ms = w->now_ms;
    row.end_ms =
        w->now_ms + (s->open ? 0 : timing_value(w->timing, &s->duration));
    row.text = s->text;
    if (s->verb == VERB_RETAIN) {
        row.phase = s->full ? PHASE_HOLD_FULL : PHASE_HOLD_EMPTY;
        row.from = row.to = s->full ? 1 : 0;
    }
    set_slopes(w->timing, s, &row);
    w->rows[w->row_count++] = row;
    return row.end_ms;
}

// SplitMix64 (Steele, Lea and Flood 2014): well mixed from any seed.
static uint64_t random_next(uint64_t *state)
{
    uint64_t z = *state += UINT64_C(0x9e3779b97f4a7c15);
    z = (z ^ z >> 30) * UINT64_C(0xbf58476d1ce4e5b9);
    z = (z ^ z >> 27) * UINT64_C(0x94d049bb133111eb);
    return z ^ z >> 31;
}

static int by_moment(const void *left, const void *right)
{
    const struct event *a = left, *b = right;
    if (a->at_ms != b->at_ms) {
        return a->at_ms < b->at_ms ? -1 : 1;
    }
    return (a->line > b->line) - (a->line < b->line);
}

// Moments at random but apart: drawn from what is left when the gaps are taken
// out, sorted, and the gaps put back.
static void scatter(struct event *events, int64_t count, int64_t length_ms,
                    uint64_t state)
{
    int64_t room = length_ms - (count - 1) * SCATTER_APART_MS;
    for (int64_t i = 0; i < count; i++) {
        uint64_t pick = random_next(&state) % (uint64_t)(room + 1);
        events[i].at_ms += (int64_t)pick;
    }
    qsort(events, (size_t)count, sizeof(*events), by_moment);
    for (int64_t i = 0; i < count; i++) {
        events[i].at_ms += i * SCATTER_APART_MS;
    }
}

static void write_act(struct writer *w, const struct act *a, int64_t end_ms)
{
    int64_t length = end_ms - w->now_ms;
    int64_t times = timing_act_times(w->timing, a, length);
    int64_t value = timing_value(w->timing, &a->value);
    struct event *first = &w->events[w->event_count];
    for (int64_t i = 0; i < times; i++) {
        int64_t at = a->when == ACT_AT      ? value
                     : a->when == ACT_LAST  ? length - value
                     : a->when == ACT_EVERY ? (i + 1) * value
                                            : 0;
        w->events[w->event_count++] = (struct event){.at_ms = w->now_ms + at,
                                                     .line = a->line,
                                                     .kind = a->kind,
                                                     .name = a->name,
                                                     .text = a->text};
    }
    if (a->when == ACT_SCATTER && times > 0) {
        uint64_t state = w->timing->seed;
        state = random_next(&state) ^ (uint64_t)a->line << 32 ^ w->pass;
        scatter(first, times, length, state);
    }
}

// Numbers the rows and events of one step as they are played: an event comes
// before the row that starts with it.
static void order_step(struct writer *w, size_t row, size_t event)
{
    while (row < w->row_count || event < w->event_count) {
        bool first = row == w->row_count ||
                     (event < w->event_count &&
                      w->events[event].at_ms <= w->rows[row].start_ms);
        if (first) {
            w->events[event++].order = w->order++;
        } else {
            w->rows[row++].order = w->order++;
        }
    }
}

static void write_timed(struct writer *w, const struct step *s)
{
    size_t row = w->row_count, event = w->event_count;
    int64_t end_ms = s->verb == VERB_BREATHE ? write_breaths(w, s)
                     : s->verb == VERB_SCAN  ? write_scan(w, s)
                                             : write_plain(w, s);
    for (size_t i = row; i < w->row_count; i++) {
        w->rows[i].step_end_ms = end_ms;
    }
    for (size_t i = 0; i < s->act_count; i++) {
        write_act(w, &s->acts[i], end_ms);
    }
    if (w->event_count > event) {
        qsort(&w->events[event], w->event_count - event, sizeof(*w->events),
              by_moment);
    }
    order_step(w, row, event);
    w->now_ms = end_ms;
    w->pass++;
}

static void write_event(struct writer *w, const struct step *s)
{
    w->events[w->event_count++] =
        (struct event){.at_ms = w->now_ms,
                       .line = s->spot.line,
                       .kind = s->event,
                       .name = s->name,
                       .text = s->text,
                       .over_ms = timing_value(w->timing, &s->over),
                       .order = w->order++};
}

static void write_range(struct writer *w, size_t from, size_t to)
{
    for (size_t i = from; i < to; i++) {
        const struct step *s = &w->timing->session->steps[i];
        if (s->kind == STEP_TIMED) {
            write_timed(w, s);
        } else if (s->kind == STEP_EVENT) {
            write_event(w, s);
        } else {
            int64_t times = timing_value(w->timing, &s->count) / 1000;
            size_t before = w->order;
            do {
                write_range(w, i + 1, i + 1 + s->inside);
            } while (--times > 0 && w->order > before);
            i += s->inside;
        }
    }
}

static void list_pacers(const struct writer *w, struct timeline *out)
{
    size_t *list = ARENA_ARRAY(w->timing->mem, size_t, w->event_count + 1);
    for (size_t i = 0; i < w->event_count; i++) {
        if (w->events[i].kind == EVENT_PACER) {
            list[out->pacer_count++] = i;
        }
    }
    out->pacers = list;
}

void timing_write(const struct timing *p, const struct totals *t,
                  struct timeline *out)
{
    size_t rows = (size_t)(t->phases + t->others);
    struct writer w = {
        .timing = p,
        .rows = ARENA_ARRAY(p->mem, struct row, rows + 1),
        .events = ARENA_ARRAY(p->mem, struct event, (size_t)t->events + 1),
    };
    write_range(&w, 0, p->session->step_count);
    assert(w.row_count == rows && w.event_count == (size_t)t->events);
    *out = (struct timeline){.rows = w.rows,
                             .row_count = w.row_count,
                             .events = w.events,
                             .event_count = w.event_count,
                             .length_ms = w.now_ms,
                             .breaths = w.breaths,
                             .bed = p->session->bed,
                             .pacer = p->session->pacer};
    list_pacers(&w, out);
}

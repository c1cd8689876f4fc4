// SPDX-License-Identifier: MIT
// Any bytes as a session script: the parser must end, say where what is wrong
// stands, and what it accepts must give a timeline that holds together.
#include <assert.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include "base/utf8.h"
#include "core/session.h"
#include "core/timeline.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

// Not assert: it must speak in a release build too.
static void must(bool holds)
{
    if (!holds) {
        abort();
    }
}

static void check_diags(const struct diags *ds, bool well)
{
    must(well == (ds->errors == 0));
    for (size_t i = 0; i < ds->count; i++) {
        const struct diag *d = &ds->items[i];
        must(d->line >= 1 && d->column >= 1 && d->width >= 1);
        must(d->message.len > 0);
        must(utf8_invalid(d->source) == d->source.len);
        must(utf8_invalid(d->message) == d->message.len);
        must(utf8_invalid(d->hint) == d->hint.len);
        for (size_t at = 0; at < d->source.len;) {
            uint32_t c = utf8_next(d->source, &at);
            must(c == '\t' || !utf8_is_control(c));
        }
        if (i > 0) {
            const struct diag *before = d - 1;
            must(before->line < d->line ||
                 (before->line == d->line && before->column <= d->column));
        }
    }
}

static void check_rows(const struct timeline *tl)
{
    int64_t now = 0;
    for (size_t i = 0; i < tl->row_count; i++) {
        const struct row *row = &tl->rows[i];
        must(row->start_ms == now && row->end_ms >= now);
        must(row->from >= 0 && row->from <= 1 && row->to >= 0 && row->to <= 1);
        must(row->step_start_ms <= row->start_ms);
        must(row->step_end_ms >= row->end_ms);
        must(row->rising_ms >= 0 && row->fading_ms >= 0);
        must(row->rising_ms + row->fading_ms <= row->end_ms - row->start_ms);
        must(row->line >= 1 && row->verb < VERB_COUNT);
        must(i == 0 || row->order > tl->rows[i - 1].order);
        now = row->end_ms;
    }
    must(now == tl->length_ms && now > 0 && now <= INT64_C(86400000));
    must(tl->row_count <= 200000 && tl->event_count <= 100000);
}

static void check_events(const struct timeline *tl)
{
    for (size_t i = 0; i < tl->event_count; i++) {
        const struct event *e = &tl->events[i];
        must(e->at_ms >= 0 && e->at_ms <= tl->length_ms);
        if (i > 0) {
            must(e->at_ms >= (e - 1)->at_ms && e->order > (e - 1)->order);
        }
    }
    const struct event *first = NULL;
    must(timeline_events(tl, -1, tl->length_ms, &first) == tl->event_count);
}

static void check_moments(const struct timeline *tl)
{
    enum { MOMENTS = 97 };
    for (int i = 0; i <= MOMENTS; i++) {
        int64_t t = tl->length_ms * i / MOMENTS;
        struct moment m = timeline_at(tl, t);
        must(m.row < tl->row_count && m.t_ms == t);
        const struct row *row = &tl->rows[m.row];
        must(t >= row->start_ms && t <= row->end_ms);
        must(m.finished || t < row->end_ms);
        must(m.level >= 0 && m.level <= 1);
        must(m.progress >= 0 && m.progress <= 1);
        must(m.left_ms == row->end_ms - t);
        must(timeline_pacer(tl, t) < PACER_COUNT);
    }
    size_t gate = timeline_gate(tl, -1, tl->length_ms);
    must(gate == tl->row_count || tl->rows[gate].until_tap);
}

static void check_timeline(const struct timeline *tl)
{
    check_rows(tl);
    check_events(tl);
    check_moments(tl);
    struct buf out = {0};
    timeline_print(tl, &out);
    size_t lines = 0;
    for (size_t i = 0; i < out.len; i++) {
        lines += out.at[i] == '\n';
    }
    must(lines == 1 + tl->row_count + tl->event_count);
    buf_finish(&out);
}

// The lets at a corner that the bits of seed choose.
static void check_choice(const struct session *s, uint64_t seed)
{
    struct arena mem = {0};
    struct diags ds = {.mem = &mem};
    struct choice *items = ARENA_ARRAY(&mem, struct choice, s->let_count + 1);
    for (size_t i = 0; i < s->let_count; i++) {
        const struct let *l = &s->lets[i];
        items[i].name = l->name;
        items[i].value = seed >> (i % 64) & 1 ? l->max : l->min;
    }
    struct choices choices = {items, s->let_count, seed};
    struct timeline tl = {0};
    bool well = timeline_build(&tl, s, &choices, &mem, &ds);
    check_diags(&ds, well);
    if (well) {
        check_timeline(&tl);
    }
    arena_finish(&mem);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena mem = {0};
    struct diags ds = {.mem = &mem};
    struct session s = {0};
    struct str text = {(const char *)data, size};
    bool well = session_parse(&s, text, &mem, &ds);
    check_diags(&ds, well);
    must(utf8_invalid(s.title) == s.title.len);
    if (well) {
        struct timeline tl = {0};
        well = timeline_build(&tl, &s, NULL, &mem, &ds);
        check_diags(&ds, well);
        if (well) {
            check_timeline(&tl);
            check_choice(&s, 0);
            check_choice(&s, UINT64_MAX);
            check_choice(&s, UINT64_C(0x5555555555555555));
        }
    }
    arena_finish(&mem);
    return 0;
}

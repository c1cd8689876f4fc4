// SPDX-License-Identifier: MIT
// Any bytes as a session script: the parser must end, say where what is wrong
// stands, and what it accepts must give a timeline that holds together.
#include "fuzz.h"

#include "base/utf8.h"
#include "core/session.h"
#include "core/timeline.h"

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

// What a text comes to: its mistakes, and its timeline when it has none.
struct outcome {
    struct arena mem;
    struct diags ds;
    bool parsed, well;
    struct buf table;
};

static void outcome_of(struct outcome *o, struct str text)
{
    *o = (struct outcome){0};
    o->ds.mem = &o->mem;
    struct session s = {0};
    struct timeline tl = {0};
    o->parsed = session_parse(&s, text, &o->mem, &o->ds);
    o->well = o->parsed && timeline_build(&tl, &s, NULL, &o->mem, &o->ds);
    if (o->well) {
        timeline_print(&tl, &o->table);
    }
}

static void outcome_finish(struct outcome *o)
{
    buf_finish(&o->table);
    arena_finish(&o->mem);
}

static bool has_mistake(const struct diags *ds, const struct diag *d)
{
    for (size_t i = 0; i < ds->count; i++) {
        const struct diag *other = &ds->items[i];
        if (other->line == d->line && other->column == d->column &&
            str_equal(other->message, d->message)) {
            return true;
        }
    }
    return false;
}

// A line that means nothing, after all others, hides no mistake before it. (At
// the very start stands what the whole script lacks, which it may yet bring.)
static void check_more(const struct outcome *o, struct str text)
{
    struct buf longer = {0};
    struct outcome more;
    buf_put(&longer, text);
    buf_put(&longer, STR("\n@\n"));
    outcome_of(&more, buf_view(&longer));
    must(more.ds.errors > 0);
    if (more.ds.errors < DIAGS_SHOWN) {
        for (size_t i = 0; !o->parsed && i < o->ds.count; i++) {
            const struct diag *d = &o->ds.items[i];
            bool lacks = d->line == 1 && d->column == 1;
            must(lacks || has_mistake(&more.ds, d));
        }
    }
    outcome_finish(&more);
    buf_finish(&longer);
}

// Other line endings and a comment at the end change nothing.
static void check_endings(const struct outcome *o, struct str text)
{
    struct buf other = {0};
    struct outcome same;
    for (size_t i = 0; i < text.len; i++) {
        if (text.at[i] == '\r') {
            buf_finish(&other);
            return;
        }
        buf_put(&other,
                text.at[i] == '\n' ? STR("\r\n") : str_sub(text, i, i + 1));
    }
    buf_put(&other, STR("\r\n# the end\r\n"));
    outcome_of(&same, buf_view(&other));
    must(same.well == o->well && same.ds.errors == o->ds.errors);
    must_equal(buf_view(&same.table), buf_view(&o->table));
    outcome_finish(&same);
    buf_finish(&other);
}

// Long texts leave the limits of a file and of a line to the other checks.
static void check_variants(struct str text)
{
    enum { LONGEST = 2000 };
    // A return at the very end is a mistake that a newline behind it mends.
    if (text.len > LONGEST || str_ends(text, STR("\r"))) {
        return;
    }
    struct outcome o;
    outcome_of(&o, text);
    check_more(&o, text);
    check_endings(&o, text);
    outcome_finish(&o);
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
    check_variants(text);
    return 0;
}

// SPDX-License-Identifier: MIT
// What a script comes to, worked out before a row is made: each step once, a
// repeat by multiplication, so that no count in a script can make us hang.
#include "core/timing.h"

#include "base/utf8.h"

int64_t timing_value(const struct timing *p, const struct value *v)
{
    return v->let > 0 ? p->values[v->let - 1] : v->fixed;
}

static int64_t pattern_ms(const struct timing *p, const struct pattern *pattern)
{
    int64_t sum = 0;
    for (size_t i = 0; i < pattern->count; i++) {
        sum += timing_value(p, &pattern->phases[i].seconds);
    }
    return sum;
}

int64_t timing_breaths(const struct timing *p, const struct step *s)
{
    int64_t least = s->changes ? 2 : 1;
    int64_t n = 0;
    if (s->by_count) {
        n = timing_value(p, &s->count) / 1000;
    } else {
        // Half up of D over the mean of the first and the last breath.
        int64_t first = pattern_ms(p, &s->first);
        int64_t both = first + (s->changes ? pattern_ms(p, &s->last) : first);
        n = (4 * timing_value(p, &s->duration) + both) / (2 * both);
    }
    n = n < least ? least : n;
    return n > LIMIT_PHASES ? LIMIT_PHASES + 1 : n;
}

int64_t timing_phase_ms(const struct timing *p, const struct step *s,
                        size_t phase, int64_t i, int64_t n)
{
    int64_t first = timing_value(p, &s->first.phases[phase].seconds);
    if (!s->changes) {
        return first;
    }
    int64_t last = timing_value(p, &s->last.phases[phase].seconds);
    int64_t scaled = first * (n - 1) + (last - first) * i;
    return (2 * scaled + (n - 1)) / (2 * (n - 1));
}

// In how many of the n passes the phase has a length.
static int64_t passes_with(const struct timing *p, const struct step *s,
                           size_t phase, int64_t n)
{
    int64_t first = timing_value(p, &s->first.phases[phase].seconds);
    int64_t last =
        s->changes ? timing_value(p, &s->last.phases[phase].seconds) : first;
    if (first > 0 && last > 0) {
        return n;
    }
    int64_t most = first > last ? first : last;
    if (most == 0) {
        return 0;
    }
    // Counted from the end that is 0: pass i has most * i / (n - 1), which
    // rounds to 0 while 2 * most * i < n - 1.
    return n - ((n - 2) / (2 * most) + 1);
}

static struct totals timing_breathe(const struct timing *p,
                                    const struct step *s)
{
    struct totals t = {0};
    int64_t n = timing_breaths(p, s);
    for (size_t phase = 0; phase < s->first.count; phase++) {
        t.phases += passes_with(p, s, phase, n);
    }
    if (!s->changes || t.phases > LIMIT_PHASES) {
        int64_t first = pattern_ms(p, &s->first);
        int64_t last = s->changes ? pattern_ms(p, &s->last) : first;
        t.length_ms = n * (first + last) / 2;
        return t;
    }
    for (size_t phase = 0; phase < s->first.count; phase++) {
        if (passes_with(p, s, phase, n) == 0) {
            continue;
        }
        for (int64_t i = 0; i < n; i++) {
            t.length_ms += timing_phase_ms(p, s, phase, i, n);
        }
    }
    return t;
}

// What a step without a repeat comes to, without its acts.
static struct totals timing_step(const struct timing *p, const struct step *s)
{
    if (s->kind == STEP_EVENT) {
        return (struct totals){.events = 1};
    }
    if (s->verb == VERB_BREATHE) {
        return timing_breathe(p, s);
    }
    int64_t rows = s->verb == VERB_SCAN ? (int64_t)s->place_count : 1;
    int64_t ms = s->open ? 0 : timing_value(p, &s->duration);
    return (struct totals){.length_ms = ms, .others = rows};
}

int64_t timing_act_times(const struct timing *p, const struct act *a,
                         int64_t length_ms)
{
    int64_t value = timing_value(p, &a->value);
    switch (a->when) {
    case ACT_AT:
    case ACT_LAST:
        return value <= length_ms ? 1 : -1;
    case ACT_EVERY:
        return value <= length_ms ? (length_ms - 1) / value : -1;
    case ACT_SCATTER:
        value /= 1000;
        return value - 1 <= length_ms / SCATTER_APART_MS ? value : -1;
    }
    return -1;
}

// The words at a spot, cut out of their line.
static struct str spot_words(const struct timing *p, const struct spot *at)
{
    struct str line = p->session->lines[at->line - 1];
    size_t from = 0;
    for (int column = 1; column < at->column && from < line.len; column++) {
        utf8_next(line, &from);
    }
    size_t to = from;
    for (int i = 0; i < at->width && to < line.len; i++) {
        utf8_next(line, &to);
    }
    return str_sub(line, from, to);
}

void timing_fault(const struct timing *p, const struct spot *at,
                  struct str message, struct str hint)
{
    struct diag d = {.line = at->line,
                     .column = at->column,
                     .width = at->width > 0 ? at->width : 1,
                     .message = message,
                     .hint = hint,
                     .source = p->session->lines[at->line - 1]};
    diags_add(p->ds, d);
}

struct str timing_duration(const struct timing *p, int64_t ms)
{
    struct buf out = {0};
    if (ms >= 3600000) {
        buf_printf(&out, "%lldh", (long long)(ms / 3600000));
    }
    if (ms / 60000 % 60 > 0) {
        buf_printf(&out, "%lldm", (long long)(ms / 60000 % 60));
    }
    int64_t rest = ms % 60000;
    if (rest > 0 || ms == 0) {
        buf_printf(&out, "%lld", (long long)(rest / 1000));
        if (rest % 1000 > 0) {
            buf_printf(&out, ".%03lld", (long long)(rest % 1000));
            while (out.at[out.len - 1] == '0') {
                out.len--;
            }
        }
        buf_put_char(&out, 's');
    }
    struct str text = arena_copy(p->mem, buf_view(&out));
    buf_finish(&out);
    return text;
}

static void say_outside(const struct timing *p, const struct act *a,
                        int64_t length_ms)
{
    struct str word = spot_words(p, &a->value.spot);
    struct str length = timing_duration(p, length_ms);
    struct str hint = STR("choose a moment within it, or make the step longer");
    const char *what = "lies outside the step";
    if (a->when == ACT_EVERY) {
        what = "is longer than the step";
        hint = STR("shorten it, or make the step longer");
    } else if (a->when == ACT_SCATTER) {
        what = "moments, 20 s apart, do not fit into the step";
        hint = STR("ask for fewer, or make the step longer");
    }
    if (a->value.let > 0) {
        hint =
            arena_printf(p->mem, "\"%.*s\" is given in line %d", STR_ARG(word),
                         p->session->lets[a->value.let - 1].line);
    }
    timing_fault(p, &a->value.spot,
                 arena_printf(p->mem, "\"%.*s\" %s, which takes %.*s",
                              STR_ARG(word), what, STR_ARG(length)),
                 hint);
}

// The limits, as a table over the totals.
enum { LIMIT_KINDS = 4 };

struct counting {
    const struct timing *timing;
    enum timing_scope scope;
    const char *when;
    int64_t sums[LIMIT_KINDS];
    bool over;
};

static const struct {
    int64_t most;
    const char *text;
} limits[LIMIT_KINDS] = {
    {LIMIT_LENGTH_MS, "24 h"},
    {LIMIT_PHASES, "100,000 phases"},
    {LIMIT_PHASES, "100,000 steps"},
    {LIMIT_EVENTS, "100,000 events"},
};

static void check_limits(struct counting *c, const struct spot *at)
{
    for (size_t i = 0; i < LIMIT_KINDS; i++) {
        if (c->sums[i] > limits[i].most) {
            c->over = true;
            timing_fault(c->timing, at,
                         arena_printf(c->timing->mem,
                                      "here the session passes %s in all%s",
                                      limits[i].text, c->when),
                         STR("make it shorter, or repeat it less often"));
        }
    }
}

static void count_acts(struct counting *c, const struct step *s,
                       int64_t length_ms)
{
    for (size_t i = 0; i < s->act_count && !c->over; i++) {
        int64_t times = timing_act_times(c->timing, &s->acts[i], length_ms);
        if (times >= 0) {
            c->sums[3] += times;
            check_limits(c, &s->acts[i].value.spot);
        } else if (c->scope == TIMING_CHECKED) {
            say_outside(c->timing, &s->acts[i], length_ms);
        }
    }
}

static void count_step(struct counting *c, const struct step *s)
{
    struct totals t = timing_step(c->timing, s);
    bool extreme = c->scope == TIMING_EXTREME;
    c->sums[0] += t.length_ms;
    c->sums[1] += t.phases;
    c->sums[2] += t.others;
    c->sums[3] += extreme ? 0 : t.events;
    const struct spot *at = &s->duration.spot;
    if (s->kind == STEP_EVENT || s->open) {
        at = &s->spot;
    } else if (s->by_count) {
        at = &s->count.spot;
    }
    check_limits(c, at);
    if (!extreme) {
        count_acts(c, s, t.length_ms);
    }
}

// The body was counted once; adds its further passes.
static void count_again(struct counting *c, const struct step *s,
                        const int64_t *before)
{
    int64_t more = timing_value(c->timing, &s->count) / 1000 - 1;
    for (size_t i = 0; i < LIMIT_KINDS; i++) {
        int64_t body = c->sums[i] - before[i];
        int64_t room = limits[i].most - c->sums[i];
        if (body > 0 && more > room / body) {
            c->sums[i] = limits[i].most + 1;
        } else {
            c->sums[i] += more * body;
        }
    }
    check_limits(c, &s->count.spot);
}

static void count_range(struct counting *c, size_t from, size_t to)
{
    for (size_t i = from; i < to && !c->over; i++) {
        const struct step *s = &c->timing->session->steps[i];
        if (s->kind != STEP_REPEAT) {
            count_step(c, s);
            continue;
        }
        int64_t before[LIMIT_KINDS];
        for (size_t k = 0; k < LIMIT_KINDS; k++) {
            before[k] = c->sums[k];
        }
        count_range(c, i + 1, i + 1 + s->inside);
        if (!c->over) {
            count_again(c, s, before);
        }
        i += s->inside;
    }
}

bool timing_totals(const struct timing *p, enum timing_scope scope,
                   const char *when, struct totals *out, bool *within)
{
    size_t errors = p->ds->errors;
    struct counting c = {.timing = p, .scope = scope, .when = when};
    count_range(&c, 0, p->session->step_count);
    *out = (struct totals){c.sums[0], c.sums[1], c.sums[2], c.sums[3]};
    *within = !c.over;
    return p->ds->errors == errors;
}

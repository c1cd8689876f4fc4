// SPDX-License-Identifier: MIT
// How one breath goes, in its short form (4-7-8) and its long one
// (in 2 nose, top 1, out 6 mouth). Both become the same list of phases.
#include <string.h>

#include "base/number.h"
#include "base/utf8.h"
#include "core/session_reader.h"

enum { SHORT_MOST = 4 };

struct bounds {
    int64_t least, most; // thousandths of a second
    const char *text;
};

static struct bounds bounds_of(enum phase phase)
{
    bool moves = phase == PHASE_IN || phase == PHASE_TOP || phase == PHASE_OUT;
    return moves ? (struct bounds){500, 60000, "0.5 s to 60 s"}
                 : (struct bounds){0, 120000, "0 s to 120 s"};
}

static struct str phase_word(enum phase phase)
{
    return word_of(WORDS_PHASES,
                   (int)(phase == PHASE_HOLD_FULL ? PHASE_HOLD_EMPTY : phase));
}

static void check_bounds(struct reader *r, const struct token *t,
                         enum phase phase, const struct let *l)
{
    struct bounds b = bounds_of(phase);
    if (l->min >= b.least && l->max <= b.most) {
        return;
    }
    const char *how = l->min < b.least ? "short" : "long";
    const char *is = l->name.len > 0 ? "may be" : "is";
    reader_fault(r, t,
                 arena_printf(r->mem, "%.*s %s too %s for \"%.*s\"",
                              STR_ARG(reader_quote(r, t->raw)), is, how,
                              STR_ARG(phase_word(phase))),
                 arena_printf(r->mem, "\"%.*s\" takes %s",
                              STR_ARG(phase_word(phase)), b.text));
}

static void say_not_seconds(struct reader *r, const struct token *t)
{
    struct str hint = STR("write seconds, down to 0.001, or the name of a let");
    int64_t ms = 0;
    if (number_duration(t->raw, &ms) == DURATION_OK) {
        hint = STR("a pattern is in seconds: write the number alone");
    }
    reader_not_a(r, t, "a number of seconds", hint);
}

static struct value read_seconds(struct reader *r, const struct token *t,
                                 enum phase phase)
{
    struct value v = {.spot = token_spot(t)};
    v.let = reader_let(r, t->raw);
    if (v.let > 0) {
        const struct let *l = &r->lets[v.let - 1];
        v.fixed = l->value;
        if (!r->let_broken[v.let - 1]) {
            check_bounds(r, t, phase, l);
        }
    } else if (!number_thousandths(t->raw, &v.fixed)) {
        say_not_seconds(r, t);
    } else {
        check_bounds(r, t, phase,
                     &(struct let){.min = v.fixed, .max = v.fixed});
    }
    return v;
}

static bool moves_in(enum phase phase)
{
    return phase == PHASE_IN || phase == PHASE_TOP;
}

static bool moves(enum phase phase)
{
    return moves_in(phase) || phase == PHASE_OUT;
}

// Each hold is full or empty by what moved last before it; before the first
// phase stands the pattern's end.
static void settle_holds(struct breath_phase *phases, size_t count)
{
    bool full = false;
    for (size_t i = 0; i < 2 * count; i++) {
        struct breath_phase *p = &phases[i % count];
        if (moves(p->phase)) {
            full = moves_in(p->phase);
        } else if (p->phase != PHASE_REST) {
            p->phase = full ? PHASE_HOLD_FULL : PHASE_HOLD_EMPTY;
        }
    }
}

static void read_short(struct reader *r, struct pattern *out)
{
    static const enum phase order[SHORT_MOST] = {PHASE_IN, PHASE_HOLD_FULL,
                                                 PHASE_OUT, PHASE_HOLD_EMPTY};
    struct token word = *reader_peek(r);
    reader_skip(r);
    if (cure_comma(r, &word)) {
        return;
    }
    size_t places = 1;
    for (size_t i = 0; i < word.raw.len; i++) {
        places += word.raw.at[i] == '-';
    }
    out->spot = token_spot(&word);
    if (places < 2 || places > SHORT_MOST) {
        struct str nearest = word_nearest(WORDS_PHASES, word.raw);
        reader_bad_value(r, &word,
                         arena_printf(r->mem, "%.*s is not a pattern%.*s",
                                      STR_ARG(reader_quote(r, word.raw)),
                                      STR_ARG(reader_meant(r, nearest))),
                         cure_pattern(r, &word));
        return;
    }
    struct breath_phase *phases =
        ARENA_ARRAY(r->mem, struct breath_phase, places);
    struct str rest = word.raw;
    for (size_t i = 0; i < places; i++) {
        size_t from = (size_t)(rest.at - word.raw.at);
        struct token t = word;
        t.raw = str_cut(&rest, '-');
        t.column += (int)utf8_length(str_sub(word.raw, 0, from));
        t.width = t.raw.len > 0 ? (int)utf8_length(t.raw) : 1;
        phases[i].phase = places == 2 && i == 1 ? PHASE_OUT : order[i];
        phases[i].seconds = read_seconds(r, &t, phases[i].phase);
    }
    out->phases = phases;
    out->count = places;
}

static void read_phase(struct reader *r, struct breath_phase *out)
{
    struct token verb = {0}, seconds = {0};
    if (!reader_need(r, reader_last(r), STR("a phase"), &verb)) {
        return;
    }
    const struct word *w = word_find(WORDS_PHASES, verb.raw);
    if (!w) {
        reader_fail(r, &verb,
                    arena_printf(r->mem, "%.*s is not a phase%.*s",
                                 STR_ARG(reader_quote(r, verb.raw)),
                                 STR_ARG(reader_meant(
                                     r, word_nearest(WORDS_PHASES, verb.raw)))),
                    STR("a phase begins with in, top, hold, out or rest"));
        return;
    }
    out->phase = (enum phase)w->value;
    if (!reader_need(r, &verb, STR("a number of seconds"), &seconds) ||
        cure_comma(r, &seconds)) {
        return;
    }
    out->seconds = read_seconds(r, &seconds, out->phase);
    for (;;) {
        const struct token *t = reader_peek(r);
        const struct word *way =
            t->kind == TOKEN_WORD ? word_find(WORDS_WAYS, t->raw) : NULL;
        if (!way) {
            break;
        }
        out->ways |= (unsigned)way->value;
        reader_skip(r);
    }
    out->text = reader_text(r);
}

static void check_shape(struct reader *r, const struct pattern *p,
                        const struct token *verbs)
{
    bool in = false, out = false, rising = false;
    for (size_t i = 0; i < p->count; i++) {
        enum phase phase = p->phases[i].phase;
        if (phase == PHASE_TOP && !rising) {
            reader_fault(r, &verbs[i],
                         STR("\"top\" has no \"in\" before it in this breath"),
                         STR("top is a second sip on top of an inhale"));
        }
        rising = moves(phase) ? moves_in(phase) : rising;
        in = in || phase == PHASE_IN;
        out = out || phase == PHASE_OUT;
    }
    if (!in || !out) {
        struct token t = verbs[0];
        t.width = p->spot.width;
        reader_fault(r, &t,
                     arena_printf(r->mem, "this breath has no \"%s\"",
                                  in ? "out" : "in"),
                     STR("a breath has at least one in and one out"));
    }
}

// Else a phase was not read to its end, and its shape is not known.
static bool pattern_ends(struct reader *r)
{
    return reader_peek(r)->kind == TOKEN_NONE || reader_at_word(r, STR("to")) ||
           reader_at_word(r, STR("for")) || reader_at_word(r, STR("x"));
}

static void read_long(struct reader *r, struct pattern *out)
{
    size_t most = 1;
    for (size_t i = r->at; i < r->tokens.count; i++) {
        most += r->tokens.items[i].kind == TOKEN_MARK;
    }
    struct breath_phase *phases =
        ARENA_ARRAY(r->mem, struct breath_phase, most);
    struct token *verbs = ARENA_ARRAY(r->mem, struct token, most);
    out->spot = token_spot(reader_peek(r));
    do {
        verbs[out->count] = *reader_peek(r);
        read_phase(r, &phases[out->count++]);
    } while (reader_take_mark(r, ','));
    out->phases = phases;
    if (r->failed || r->shaky) {
        return;
    }
    const struct token *last = reader_last(r);
    if (last->line == out->spot.line) {
        out->spot.width = last->column + last->width - out->spot.column;
    }
    if (pattern_ends(r)) {
        check_shape(r, out, verbs);
    }
    settle_holds(phases, out->count);
}

struct pattern session_read_pattern(struct reader *r, const struct token *whose)
{
    struct pattern p = {0};
    const struct token *t = reader_peek(r);
    if (t->kind == TOKEN_WORD && !word_find(WORDS_PHASES, t->raw)) {
        read_short(r, &p);
        return p;
    }
    if (t->kind == TOKEN_WORD) {
        read_long(r, &p);
        return p;
    }
    struct token none = {0};
    reader_need(r, whose, STR("a pattern"), &none);
    return p;
}

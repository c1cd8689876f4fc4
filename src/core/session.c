// SPDX-License-Identifier: MIT
// The parser's frame: lines -> statements -> head, lets and steps. What each
// part does stands in session_*.c; what they share in session_reader.h.
#include "core/session.h"

#include "core/session_reader.h"

static void make_room(struct reader *r)
{
    size_t most = r->line_count + 1;
    r->steps = ARENA_ARRAY(r->mem, struct step, most);
    r->acts = ARENA_ARRAY(r->mem, struct act, most);
    r->open = ARENA_ARRAY(r->mem, struct open_repeat, most);
    r->lets = ARENA_ARRAY(r->mem, struct let, most);
    r->let_broken = ARENA_ARRAY(r->mem, bool, most);
    r->asks = ARENA_ARRAY(r->mem, struct question, most);
    r->rates = ARENA_ARRAY(r->mem, struct question, most);
    r->sources = ARENA_ARRAY(r->mem, struct str, most);
    r->cautions = ARENA_ARRAY(r->mem, struct str, most);
}

static void hand_over(struct reader *r)
{
    struct session *s = r->out;
    s->sources = r->sources;
    s->source_count = r->source_count;
    s->cautions = r->cautions;
    s->caution_count = r->caution_count;
    s->lets = r->lets;
    s->let_count = r->let_count;
    s->steps = r->steps;
    s->step_count = r->step_count;
    s->lines = r->lines;
    s->line_count = r->line_count;
    s->class_column = r->class_value.column;
    s->class_width = r->class_value.width;
}

static void say_too_much(struct reader *r, int line, struct str most)
{
    r->failed = false;
    reader_fault(
        r, &(struct token){.line = line, .column = 1},
        arena_printf(r->mem, "the script has more than %.*s", STR_ARG(most)),
        STR("part the practice into several scripts"));
}

bool session_parse(struct session *out, struct str text, struct arena *mem,
                   struct diags *ds)
{
    *out = (struct session){
        .days = SUITS_ANY, .lang = STR("en"), .posture = POSTURE_ANY};
    struct reader r = {.mem = mem, .ds = ds, .out = out};
    size_t errors = ds->errors;
    bool more = false;
    if (text.len > SESSION_MOST_BYTES) {
        say_too_much(&r, 1, STR("1 MiB"));
        return false;
    }
    r.lines = lexer_lines(text, LIMIT_LINES, mem, &r.line_count, &more);
    make_room(&r);
    while (reader_next(&r)) {
        if (r.is_key) {
            session_read_key(&r);
        } else {
            session_read_statement(&r);
        }
    }
    if (more) {
        say_too_much(&r, LIMIT_LINES + 1, STR("10,000 lines"));
    } else {
        session_finish_head(&r);
    }
    session_finish_steps(&r, !more);
    hand_over(&r);
    diags_sort(ds);
    return ds->errors == errors;
}

struct str session_kind_word(enum session_kind k)
{
    return word_of(WORDS_KINDS, (int)k);
}

struct str session_effect_word(enum effect e)
{
    return word_of(WORDS_EFFECTS, (int)e);
}

struct str session_pacer_word(enum pacer p)
{
    return word_of(WORDS_PACERS, (int)p);
}

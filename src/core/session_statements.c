// SPDX-License-Identifier: MIT
// A table of statements by their first word. A statement that cannot be read
// keeps its place, so that what stands under or in it is not wrong as well.
#include "core/session_reader.h"

static const struct {
    enum step_kind kind;
    enum verb verb;
    void (*read)(struct reader *r, struct step *s, const struct token *word);
} rules[] = {
    [STATEMENT_SETTLE] = {STEP_TIMED, VERB_SETTLE, session_read_plain},
    [STATEMENT_BREATHE] = {STEP_TIMED, VERB_BREATHE, session_read_breathe},
    [STATEMENT_RETAIN] = {STEP_TIMED, VERB_RETAIN, session_read_retain},
    [STATEMENT_SIT] = {STEP_TIMED, VERB_SIT, session_read_plain},
    [STATEMENT_MOVE] = {STEP_TIMED, VERB_MOVE, session_read_move},
    [STATEMENT_SQUEEZE] = {STEP_TIMED, VERB_SQUEEZE, session_read_muscle},
    [STATEMENT_RELEASE] = {STEP_TIMED, VERB_RELEASE, session_read_muscle},
    [STATEMENT_SCAN] = {STEP_TIMED, VERB_SCAN, session_read_scan},
    [STATEMENT_TURN] = {STEP_TIMED, VERB_TURN, session_read_turn},
    [STATEMENT_REST] = {STEP_TIMED, VERB_REST, session_read_plain},
    [STATEMENT_WRITE] = {STEP_TIMED, VERB_WRITE, session_read_plain},
    [STATEMENT_WAIT] = {STEP_TIMED, VERB_WAIT, session_read_wait},
    [STATEMENT_SAY] = {STEP_EVENT, 0, session_read_say},
    [STATEMENT_BELL] = {STEP_EVENT, 0, session_read_chime},
    [STATEMENT_BED] = {STEP_EVENT, 0, session_read_bed},
    [STATEMENT_PACER] = {STEP_EVENT, 0, session_read_pacer},
    [STATEMENT_COUNT] = {0},
};

static void read_step(struct reader *r, enum statement which,
                      const struct token *word)
{
    struct step *s = &r->steps[r->step_count++];
    s->kind = rules[which].kind;
    s->verb = rules[which].verb;
    s->spot = token_spot(word);
    s->acts = &r->acts[r->act_count];
    reader_skip(r);
    rules[which].read(r, s, word);
    if (s->kind != STEP_TIMED) {
        r->under = UNDER_INSTANT;
        return;
    }
    r->under = r->failed || r->shaky ? UNDER_BAD
               : s->open             ? UNDER_OPEN_WAIT
                                     : UNDER_TIMED;
    r->length_seen = r->length_seen || r->under != UNDER_OPEN_WAIT;
}

static struct step *open_repeat(struct reader *r, const struct token *word)
{
    struct step *s = &r->steps[r->step_count];
    r->open[r->depth++] = (struct open_repeat){*word, r->step_count, false};
    r->step_count++;
    s->kind = STEP_REPEAT;
    s->spot = token_spot(word);
    return s;
}

static void read_repeat(struct reader *r, const struct token *word)
{
    if (r->depth == LIMIT_DEPTH) {
        reader_fault(
            r, word,
            arena_printf(r->mem, "repeats nest at most %d deep", LIMIT_DEPTH),
            STR("write out one of them, or multiply two counts"));
    }
    struct step *s = open_repeat(r, word);
    reader_skip(r);
    s->count = reader_value(r, word, VALUE_COUNT);
    reader_end(r);
}

static void read_end(struct reader *r, const struct token *word)
{
    if (r->depth == 0) {
        reader_fault(r, word, STR("\"end\" ends no repeat"),
                     STR("remove it, or write its repeat above"));
        return;
    }
    reader_skip(r);
    reader_end(r);
    struct open_repeat o = r->open[--r->depth];
    r->steps[o.step].inside = r->step_count - o.step - 1;
    if (!o.filled) {
        reader_fault(r, &o.word, STR("nothing stands in this repeat"),
                     STR("put the steps between repeat and end"));
    }
}

static void count_question(struct reader *r, const struct token *word)
{
    if (r->ask_count + r->rate_count == LIMIT_QUESTIONS) {
        reader_fault(
            r, word,
            arena_printf(r->mem, "more than %d questions", LIMIT_QUESTIONS),
            STR("keep the ones that matter most"));
    }
    reader_skip(r);
}

static void read_ask(struct reader *r, const struct token *word)
{
    count_question(r, word);
    r->asks[r->ask_count++].text = reader_need_text(r, word);
    reader_end(r);
}

static void check_rating(struct reader *r, const struct token *name)
{
    if (!word_is_name(name->raw, false)) {
        reader_fault(r, name,
                     arena_printf(r->mem, "%.*s is not a name",
                                  STR_ARG(reader_quote(r, name->raw))),
                     STR("a name has a-z, 0-9 and _ and begins with a letter"));
    }
    for (size_t i = 0; i < r->rate_count; i++) {
        if (str_equal(r->rates[i].name, name->raw)) {
            reader_fault(r, name,
                         arena_printf(r->mem, "%.*s is rated twice",
                                      STR_ARG(reader_quote(r, name->raw))),
                         STR("give one of the two ratings another name"));
            return;
        }
    }
}

static void read_rate(struct reader *r, const struct token *word)
{
    struct token name = {0};
    count_question(r, word);
    if (reader_need(r, word, STR("a name"), &name)) {
        check_rating(r, &name);
    }
    struct str text = reader_need_text(r, word);
    r->rates[r->rate_count++] = (struct question){name.raw, text};
    reader_end(r);
}

// A misspelt repeat, end or let still opens, closes and declares, so that what
// belongs to it is not wrong as well.
static void read_as_meant(struct reader *r, const struct token *word,
                          struct str meant)
{
    const struct word *w = word_find(WORDS_STATEMENTS, meant);
    if (w && w->value == STATEMENT_REPEAT) {
        open_repeat(r, word);
    } else if (w && w->value == STATEMENT_END && r->depth > 0) {
        r->depth--;
    } else if (w && w->value == STATEMENT_LET) {
        session_declare_broken(r);
    }
}

static void say_unknown(struct reader *r, const struct token *word)
{
    struct str hint = cure_step(word->raw);
    struct str nearest =
        hint.len > 0 ? STR_NONE : word_nearest(WORDS_STATEMENTS, word->raw);
    if (hint.len == 0 && nearest.len == 0) {
        hint = STR("a step begins with a verb: sit 5m, breathe 4-6 for 5m");
    }
    if (word_find(WORDS_KEYS, word->raw)) {
        nearest = STR_NONE;
        hint = arena_printf(r->mem, "a key of the head has a colon: \"%.*s:\"",
                            STR_ARG(word->raw));
        r->misspelt[word_find(WORDS_KEYS, word->raw)->value] = true;
    }
    read_as_meant(r, word, nearest);
    reader_fail(r, word,
                arena_printf(r->mem, "%.*s is not a step%.*s",
                             STR_ARG(reader_quote(r, word->raw)),
                             STR_ARG(reader_meant(r, nearest))),
                hint);
    r->under = UNDER_BAD;
    r->length_seen = true;
}

static void read_instant(struct reader *r, enum statement which,
                         const struct token *word)
{
    r->under = UNDER_INSTANT;
    if (which == STATEMENT_REPEAT) {
        read_repeat(r, word);
    } else if (which == STATEMENT_END) {
        read_end(r, word);
    } else if (which == STATEMENT_ASK) {
        read_ask(r, word);
    } else {
        read_rate(r, word);
    }
}

void session_read_statement(struct reader *r)
{
    // Looked at even when the line has bad characters: its first word stands.
    const struct token word = r->tokens.items[0];
    const struct word *w = word_find(WORDS_STATEMENTS, word.raw);
    if (!w || word.kind != TOKEN_WORD) {
        if (r->depth > 0) {
            r->open[r->depth - 1].filled = true;
        }
        say_unknown(r, &word);
        return;
    }
    enum statement which = (enum statement)w->value;
    if (which == STATEMENT_LET) {
        session_read_let(r);
        return;
    }
    if (which >= STATEMENT_AT) {
        session_read_act(r, (enum act_when)(which - STATEMENT_AT));
        return;
    }
    r->steps_begun = true;
    if (r->depth > 0 && which != STATEMENT_END) {
        r->open[r->depth - 1].filled = true;
    }
    if (rules[which].read) {
        read_step(r, which, &word);
    } else {
        read_instant(r, which, &word);
    }
}

static void hand_over_questions(struct reader *r)
{
    struct question *all =
        ARENA_ARRAY(r->mem, struct question, r->rate_count + r->ask_count + 1);
    for (size_t i = 0; i < r->rate_count; i++) {
        all[i] = r->rates[i];
    }
    for (size_t i = 0; i < r->ask_count; i++) {
        all[r->rate_count + i] = r->asks[i];
    }
    r->out->questions = all;
    r->out->question_count = r->rate_count + r->ask_count;
}

void session_finish_steps(struct reader *r, bool whole)
{
    hand_over_questions(r);
    r->failed = !whole;
    for (size_t i = 0; i < r->depth; i++) {
        reader_fault(r, &r->open[i].word, STR("this repeat has no end"),
                     STR("close it with a line \"end\""));
    }
    if (!r->length_seen) {
        reader_fault(r, &(struct token){.line = 1, .column = 1},
                     STR("no step takes time"),
                     STR("a practice has at least one step like sit 5m"));
    }
}

// SPDX-License-Identifier: MIT
// let NAME = VALUE (MIN to MAX) ["label"]
#include "base/number.h"
#include "core/session_reader.h"

static bool is_language(struct str name)
{
    static const enum word_table tables[] = {WORDS_STATEMENTS, WORDS_PHASES,
                                             WORDS_WAYS,       WORDS_PLACES,
                                             WORDS_PARTS,      WORDS_GRAMMAR};
    for (size_t i = 0; i < sizeof(tables) / sizeof(tables[0]); i++) {
        if (word_find(tables[i], name)) {
            return true;
        }
    }
    return false;
}

static void check_name(struct reader *r, const struct token *t)
{
    struct str word = reader_quote(r, t->raw);
    size_t first = reader_let(r, t->raw);
    if (!word_is_name(t->raw, false)) {
        reader_fault(r, t,
                     arena_printf(r->mem, "%.*s is not a name", STR_ARG(word)),
                     STR("a name has a-z, 0-9 and _ and begins with a letter"));
    } else if (is_language(t->raw)) {
        reader_fault(r, t,
                     arena_printf(r->mem, "%.*s is a word of the language",
                                  STR_ARG(word)),
                     STR("choose another name"));
    } else if (first > 0) {
        reader_fault(r, t,
                     arena_printf(r->mem, "%.*s was declared in line %d",
                                  STR_ARG(word), r->lets[first - 1].line),
                     STR("give one of the two another name"));
    }
}

struct let_number {
    enum let_unit unit;
    int64_t value;
    struct token at;
};

static void say_not_a_value(struct reader *r, const struct token *t)
{
    struct str word = reader_quote(r, t->raw);
    if (reader_let(r, t->raw) > 0) {
        reader_bad_value(r, t,
                         arena_printf(r->mem,
                                      "%.*s is a let; a let names no other let",
                                      STR_ARG(word)),
                         STR("write its value here"));
        return;
    }
    reader_bad_value(r, t,
                     arena_printf(r->mem,
                                  "%.*s is neither a duration nor a number",
                                  STR_ARG(word)),
                     STR("write it like 5m, 45s, 6 or 5.5"));
}

static struct let_number read_number(struct reader *r)
{
    struct let_number n = {0};
    if (!reader_need(r, reader_last(r), STR("a value"), &n.at)) {
        return n;
    }
    enum duration_fault fault = number_duration(n.at.raw, &n.value);
    if (fault == DURATION_TOO_FINE) {
        reader_bad_value(r, &n.at,
                         arena_printf(r->mem, "%.*s is finer than 0.1 s",
                                      STR_ARG(reader_quote(r, n.at.raw))),
                         STR("durations go down to tenths of a second"));
    } else if (fault != DURATION_OK) {
        bool whole = str_find(n.at.raw, '.', 0) == n.at.raw.len;
        n.unit = whole ? LET_WHOLE : LET_SECONDS;
        if (!number_thousandths(n.at.raw, &n.value)) {
            say_not_a_value(r, &n.at);
        }
    }
    return n;
}

// All three are durations or all three are bare; whole only if all are.
static enum let_unit common_unit(struct reader *r,
                                 const struct let_number *value,
                                 const struct let_number *bound)
{
    bool duration = value->unit == LET_DURATION;
    if (duration != (bound->unit == LET_DURATION)) {
        const char *is = duration ? "a bare number" : "a duration";
        const char *value_is = duration ? "a duration" : "a bare number";
        reader_fail(r, &bound->at,
                    arena_printf(r->mem, "%.*s is %s, but the value is %s",
                                 STR_ARG(reader_quote(r, bound->at.raw)), is,
                                 value_is),
                    STR("write all three alike: 5m (2m to 20m), 6 (3 to 9)"));
    }
    return value->unit > bound->unit ? value->unit : bound->unit;
}

static void check_bounds(struct reader *r, const struct let_number *value,
                         const struct let_number *min,
                         const struct let_number *max)
{
    if (min->value > max->value) {
        reader_fault(r, &min->at,
                     arena_printf(r->mem, "%.*s is more than %.*s",
                                  STR_ARG(reader_quote(r, min->at.raw)),
                                  STR_ARG(reader_quote(r, max->at.raw))),
                     STR("the least stands first: (2m to 20m)"));
    } else if (value->value < min->value || value->value > max->value) {
        reader_fault(r, &value->at,
                     arena_printf(r->mem, "%.*s is not within %.*s to %.*s",
                                  STR_ARG(reader_quote(r, value->at.raw)),
                                  STR_ARG(min->at.raw), STR_ARG(max->at.raw)),
                     STR("choose a value within, or widen the range"));
    }
}

static void read_rest(struct reader *r, struct let *l)
{
    reader_need_mark(r, '=');
    struct let_number value = read_number(r);
    reader_need_mark(r, '(');
    struct let_number min = read_number(r);
    reader_need_word(r, STR("to"));
    struct let_number max = read_number(r);
    reader_need_mark(r, ')');
    if (!r->failed && !r->shaky) {
        l->unit = common_unit(r, &value, &min);
        enum let_unit unit = common_unit(r, &value, &max);
        l->unit = unit > l->unit ? unit : l->unit;
        l->value = value.value;
        l->min = min.value;
        l->max = max.value;
        check_bounds(r, &value, &min, &max);
    }
    l->label = reader_text(r);
    reader_end(r);
}

void session_declare_broken(struct reader *r)
{
    if (r->tokens.count > 1) {
        r->let_broken[r->let_count] = true;
        r->lets[r->let_count++].name = r->tokens.items[1].raw;
    }
}

void session_read_let(struct reader *r)
{
    const struct token word = *reader_peek(r);
    if (r->steps_begun) {
        reader_fault(r, &word, STR("\"let\" stands after the first step"),
                     STR("lets stand in the head"));
    }
    if (r->let_count == LIMIT_LETS) {
        reader_fault(r, &word,
                     arena_printf(r->mem, "more than %d lets", LIMIT_LETS),
                     STR("write fixed values in some places"));
    }
    if (r->failed) {
        session_declare_broken(r);
        return;
    }
    size_t errors = r->ds->errors;
    reader_skip(r);
    struct token name = {0};
    struct let l = {.line = word.line};
    if (reader_need(r, &word, STR("a name"), &name)) {
        check_name(r, &name);
        l.name = name.raw;
        read_rest(r, &l);
    }
    r->let_broken[r->let_count] = r->ds->errors > errors;
    r->lets[r->let_count++] = l;
}

// SPDX-License-Identifier: MIT
// Durations and counts, written out or by the name of a let.
#include "base/number.h"
#include "core/session_reader.h"

size_t reader_let(const struct reader *r, struct str name)
{
    for (size_t i = 0; i < r->let_count; i++) {
        if (str_equal(r->lets[i].name, name)) {
            return i + 1;
        }
    }
    return 0;
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

// The number from 1 of the let that the word may have meant; 0 for none.
static size_t nearest_let(const struct reader *r, struct str word)
{
    size_t nearest = 0;
    size_t least = word_slack(word) + 1;
    for (size_t i = 0; i < r->let_count && i < LIMIT_LETS; i++) {
        size_t distance = str_distance(word, r->lets[i].name, least);
        if (distance < least && distance < word.len) {
            least = distance;
            nearest = i + 1;
        }
    }
    return nearest;
}

void reader_not_a(struct reader *r, const struct token *t, const char *what,
                  struct str hint)
{
    size_t let = nearest_let(r, t->raw);
    if (let > 0 && r->let_broken[let - 1]) {
        r->shaky = true;
        return;
    }
    struct str meant = let > 0 ? r->lets[let - 1].name : STR_NONE;
    struct str word = t->raw.len > 0 ? reader_quote(r, t->raw) : STR("nothing");
    reader_bad_value(r, t,
                     arena_printf(r->mem, "%.*s is not %s%.*s", STR_ARG(word),
                                  what, STR_ARG(reader_meant(r, meant))),
                     hint);
}

static void say_duration_fault(struct reader *r, const struct token *t,
                               enum duration_fault fault)
{
    struct str hint = cure_duration(r, t);
    const char *what = NULL;
    switch (fault) {
    case DURATION_OK:
        return;
    case DURATION_MALFORMED:
        reader_not_a(r, t, "a duration", hint);
        return;
    case DURATION_BARE:
        what = "has no unit";
        break;
    case DURATION_TOO_FINE:
        what = "is finer than 0.1 s";
        hint = STR("durations go down to tenths of a second");
        break;
    case DURATION_TOO_LONG:
        what = "is too long";
        hint = STR("a step takes up to 24 h");
        break;
    }
    reader_bad_value(
        r, t,
        arena_printf(r->mem, "%.*s %s", STR_ARG(reader_quote(r, t->raw)), what),
        hint);
}

static int64_t read_duration(struct reader *r, const struct token *t)
{
    int64_t ms = 0;
    enum duration_fault fault = number_duration(t->raw, &ms);
    say_duration_fault(r, t, fault);
    return ms;
}

// In thousandths; past any limit when the digits do not fit.
static int64_t read_count(struct reader *r, const struct token *t)
{
    static const int64_t most = INT64_C(1000000000000);
    int64_t count = 0;
    size_t digits = 0;
    for (; digits < t->raw.len && is_digit(t->raw.at[digits]); digits++) {
        count = count * 10 + (t->raw.at[digits] - '0');
        count = count > most ? most : count;
    }
    if (digits == t->raw.len) {
        return count * 1000;
    }
    int64_t ms = 0;
    bool length = number_duration(t->raw, &ms) == DURATION_OK;
    reader_not_a(r, t, "a whole number",
                 length ? STR("a length of time stands after \"for\"")
                        : STR("write a number from 1, like 3"));
    return 1000;
}

static void check_range(struct reader *r, const struct token *t,
                        enum value_kind kind, const struct let *l)
{
    bool named = l->name.len > 0;
    struct str word = reader_quote(r, t->raw);
    const char *may = named ? "may be" : "is";
    if (kind == VALUE_COUNT && l->min < 1000) {
        reader_fault(
            r, t,
            arena_printf(r->mem, "%.*s %s less than 1", STR_ARG(word), may),
            STR("a count is a whole number from 1"));
    }
    if ((kind == VALUE_LENGTH || kind == VALUE_EVERY) && l->min <= 0) {
        reader_fault(
            r, t,
            arena_printf(r->mem, "%.*s %s no time at all", STR_ARG(word), may),
            STR("the duration here is more than 0 s"));
    }
    if (kind == VALUE_LENGTH && l->max > LIMIT_LENGTH_MS) {
        reader_fault(r, t,
                     arena_printf(r->mem, "%.*s %s longer than 24 h",
                                  STR_ARG(word), may),
                     STR("a step takes up to 24 h"));
    }
}

static void read_name(struct reader *r, const struct token *t,
                      enum value_kind kind, struct value *v)
{
    const struct let *l = &r->lets[v->let - 1];
    bool fits = (l->unit == LET_DURATION) == (kind != VALUE_COUNT) &&
                (kind != VALUE_COUNT || l->unit == LET_WHOLE);
    v->fixed = l->value;
    if (r->let_broken[v->let - 1]) {
        return;
    }
    if (!fits) {
        static const char *const units[] = {"a duration", "a bare number",
                                            "a number of seconds"};
        const char *due = kind == VALUE_COUNT ? "a whole number" : "a duration";
        reader_fault(r, t,
                     arena_printf(r->mem, "%.*s is %s; %s is due here",
                                  STR_ARG(reader_quote(r, t->raw)),
                                  units[l->unit], due),
                     STR("declare a let of that kind for it"));
        return;
    }
    check_range(r, t, kind, l);
}

struct value reader_value(struct reader *r, const struct token *whose,
                          enum value_kind kind)
{
    struct value v = {0};
    struct token t = {0};
    struct str what = kind == VALUE_COUNT ? STR("a count") : STR("a duration");
    if (!reader_need(r, whose, what, &t)) {
        return v;
    }
    if (kind != VALUE_COUNT && cure_comma(r, &t)) {
        return v;
    }
    v.spot = token_spot(&t);
    v.let = reader_let(r, t.raw);
    if (v.let > 0) {
        read_name(r, &t, kind, &v);
        return v;
    }
    v.fixed = kind == VALUE_COUNT ? read_count(r, &t) : read_duration(r, &t);
    if (!r->shaky) {
        check_range(r, &t, kind, &(struct let){.min = v.fixed, .max = v.fixed});
    }
    return v;
}

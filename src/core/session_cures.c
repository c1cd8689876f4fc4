// SPDX-License-Identifier: MIT
// How the mistakes that people make most are mended, with their own numbers in
// the answer: a unit apart from its number, a decimal comma, a count glued to
// its x, a dash that is no hyphen, quotes that are not straight.
#include "base/number.h"
#include "base/utf8.h"
#include "core/session_reader.h"

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static size_t digits_at(struct str s, size_t at)
{
    size_t end = at;
    while (end < s.len && is_digit(s.at[end])) {
        end++;
    }
    return end - at;
}

// The whole or decimal number that s begins with.
static struct str leading_number(struct str s)
{
    size_t end = digits_at(s, 0);
    size_t part =
        end > 0 && end < s.len && s.at[end] == '.' ? digits_at(s, end + 1) : 0;
    return str_sub(s, 0, part > 0 ? end + 1 + part : end);
}

// The language's letter for a unit that is written out; 0 for none.
static char unit_letter(struct str word)
{
    static const struct {
        const char *word;
        char letter;
    } units[] = {
        {"s", 's'},       {"sec", 's'},     {"secs", 's'}, {"second", 's'},
        {"seconds", 's'}, {"m", 'm'},       {"min", 'm'},  {"mins", 'm'},
        {"minute", 'm'},  {"minutes", 'm'}, {"h", 'h'},    {"hour", 'h'},
        {"hours", 'h'},
    };
    for (size_t i = 0; i < sizeof(units) / sizeof(units[0]); i++) {
        if (str_equal(word, str_from(units[i].word))) {
            return units[i].letter;
        }
    }
    return 0;
}

// Minutes and seconds with a colon between, like 1:30.
static bool is_clock(struct str s)
{
    size_t colon = digits_at(s, 0);
    return colon > 0 && colon < s.len && s.at[colon] == ':' &&
           digits_at(s, colon + 1) > 0 &&
           digits_at(s, colon + 1) == s.len - colon - 1;
}

struct str cure_duration(struct reader *r, const struct token *t)
{
    const struct str example = STR("write it like 45s, 5m, 1m30s or 1h");
    struct str number = leading_number(t->raw);
    struct str rest = str_sub(t->raw, number.len, t->raw.len);
    bool bare = rest.len == 0;
    char unit = unit_letter(bare ? reader_peek(r)->raw : rest);
    if (number.len == 0 || number.len > 9) {
        return example;
    }
    if (is_clock(t->raw)) {
        return arena_printf(r->mem, "write %.*sm%.*ss", STR_ARG(number),
                            (int)rest.len - 1, rest.at + 1);
    }
    if (unit != 0) {
        return arena_printf(r->mem, "write %.*s%c", STR_ARG(number), unit);
    }
    if (bare || (rest.at[0] != '%' && rest.at[0] != 'h' && rest.at[0] != 'm' &&
                 rest.at[0] != 's')) {
        return arena_printf(r->mem, "write %.*ss or %.*sm", STR_ARG(number),
                            STR_ARG(number));
    }
    return example;
}

// Whether b stands right behind a.
static bool touches(const struct token *a, const struct token *b)
{
    return b->kind != TOKEN_NONE && a->line == b->line &&
           a->column + a->width == b->column;
}

bool cure_comma(struct reader *r, const struct token *t)
{
    struct token all = *t;
    struct buf cured = {0};
    buf_put(&cured, t->raw);
    for (size_t i = r->at; !r->failed && i + 1 < r->tokens.count; i += 2) {
        const struct token *comma = &r->tokens.items[i];
        const struct token *next = &r->tokens.items[i + 1];
        if (!touches(&all, comma) || comma->raw.at[0] != ',' ||
            !touches(comma, next) || !is_digit(next->raw.at[0])) {
            break;
        }
        all.width += 1 + next->width;
        buf_put_char(&cured, '.');
        buf_put(&cured, next->raw);
    }
    bool found = all.width > t->width && is_digit(t->raw.at[0]);
    if (found) {
        struct str mended = buf_view(&cured);
        reader_bad_value(r, &all, STR("a number has a point, not a comma"),
                         arena_printf(r->mem, "write %.*s", STR_ARG(mended)));
        r->failed = true;
    }
    buf_finish(&cured);
    return found;
}

struct str cure_pattern(struct reader *r, const struct token *t)
{
    static const char *const dashes[] = {"\xe2\x80\x93", "\xe2\x80\x94",
                                         "\xe2\x88\x92"};
    struct buf plain = {0};
    size_t found = 0;
    for (size_t at = 0; at < t->raw.len;) {
        bool dash = false;
        for (size_t i = 0; i < sizeof(dashes) / sizeof(dashes[0]); i++) {
            dash = dash || str_starts(str_sub(t->raw, at, t->raw.len),
                                      str_from(dashes[i]));
        }
        buf_put(&plain, dash ? STR("-") : str_sub(t->raw, at, at + 1));
        at += dash ? 3 : 1;
        found += dash;
    }
    struct str hint = STR("write IN-OUT, IN-HOLD-OUT or IN-HOLD-OUT-HOLD in "
                          "seconds: 5.5-5.5, 4-7-8");
    if (found > 0) {
        hint = arena_printf(r->mem, "write it with plain hyphens: %.*s",
                            STR_ARG(buf_view(&plain)));
    } else if (str_starts(reader_peek(r)->raw, STR("-"))) {
        hint = STR("write it without blanks, like 4-7-8");
    }
    buf_finish(&plain);
    return hint;
}

struct str cure_amount(struct reader *r, const struct token *t)
{
    bool phases = word_find(WORDS_PHASES, r->tokens.items[1].raw) != NULL;
    struct str raw = t->raw;
    struct str number = str_sub(raw, 0, digits_at(raw, 0));
    if (phases && word_find(WORDS_PHASES, raw)) {
        return arena_printf(r->mem, "put a comma before \"%.*s\"",
                            STR_ARG(raw));
    }
    if (raw.len > 1 && raw.at[0] == 'x' && digits_at(raw, 1) == raw.len - 1) {
        return arena_printf(r->mem, "write \"x %.*s\"", (int)raw.len - 1,
                            raw.at + 1);
    }
    if (number.len > 0 && number.len < raw.len && raw.at[number.len] == 'x') {
        return arena_printf(r->mem, "write \"x %.*s\"", STR_ARG(number));
    }
    return STR("write \"for 5m\" or \"x 10\"");
}

struct str cure_quotes(const struct token *t, struct str hint)
{
    static const char *const quotes[] = {
        "\xe2\x80\x9c",
        "\xe2\x80\x9d",
        "\xe2\x80\x9e",
        "\xe2\x80\x98",
        "\xe2\x80\x99",
        "\xe2\x80\x9a",
        "\xc2\xab",
        "\xc2\xbb",
        "\xe2\x80\xba",
        "\xe2\x80\xb9",
        "'",
    };
    for (size_t i = 0; i < sizeof(quotes) / sizeof(quotes[0]); i++) {
        if (str_starts(t->raw, str_from(quotes[i]))) {
            return STR(
                "a text stands in straight double quotes: \"like this\"");
        }
    }
    return hint;
}

struct str cure_step(struct str word)
{
    static const struct {
        const char *word, *cure;
    } others[] = {
        {"inhale", "write breathe in 4, out 6 for 5m"},
        {"exhale", "write breathe in 4, out 6 for 5m"},
        {"in", "write breathe in 4, out 6 for 5m"},
        {"out", "write breathe in 4, out 6 for 5m"},
        {"hold", "write retain full 15s, or a pattern like 4-4-6"},
        {"pause", "write rest 10s, or wait \"Tap when you are ready.\""},
        {"silence", "write sit 5m"},
        {"meditate", "write sit 5m"},
        {"gong", "write bell, bell rubbed or bell chime"},
        {"chime", "write bell chime"},
        {"tick", "write it under a step: every 10s tick"},
        {"speak", "write say \"Let it be easy.\""},
        {"text", "write say \"Let it be easy.\""},
        {"shake", "write move 5m \"Shake.\""},
        {"walk", "write move 5m \"Walk.\""},
        {"relax", "write rest 1m, or release shoulders 10s"},
    };
    for (size_t i = 0; i < sizeof(others) / sizeof(others[0]); i++) {
        if (str_equal(word, str_from(others[i].word))) {
            return str_from(others[i].cure);
        }
    }
    return STR_NONE;
}

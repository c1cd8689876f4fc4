// SPDX-License-Identifier: MIT
// Taking words off a statement. Every function may be called after a failure:
// it then takes nothing and says nothing, so that the readers of steps need
// not ask after each word whether all is well.
#include "core/session_reader.h"

#include "base/utf8.h"

enum { QUOTE_LONGEST = 40 };

struct str reader_clean(struct reader *r, struct str s)
{
    struct buf out = {0};
    bool clean = true;
    for (size_t at = 0; at < s.len;) {
        uint32_t c = utf8_next(s, &at);
        bool bad = c == UTF8_INVALID || (utf8_is_control(c) && c != '\t');
        clean = clean && !bad;
        utf8_put(&out, bad ? UTF8_REPLACEMENT : c);
    }
    struct str shown = clean ? s : arena_copy(r->mem, buf_view(&out));
    buf_finish(&out);
    return shown;
}

static struct str shown_line(struct reader *r, int number)
{
    bool there = number >= 1 && (size_t)number <= r->line_count;
    return there ? reader_clean(r, r->lines[number - 1]) : STR_NONE;
}

static void add(struct reader *r, enum severity severity, const struct token *t,
                struct diag d)
{
    d.severity = severity;
    d.line = t->line;
    d.column = t->column;
    d.width = t->width > 0 ? t->width : 1;
    d.source = t->width > 0 ? shown_line(r, t->line) : STR_NONE;
    diags_add(r->ds, d);
}

void reader_fault(struct reader *r, const struct token *t, struct str message,
                  struct str hint)
{
    if (!r->failed) {
        add(r, SEVERITY_ERROR, t,
            (struct diag){.message = message, .hint = hint});
    }
}

void reader_fail(struct reader *r, const struct token *t, struct str message,
                 struct str hint)
{
    if (!r->shaky) {
        reader_fault(r, t, message, hint);
    }
    r->failed = true;
}

void reader_bad_value(struct reader *r, const struct token *t,
                      struct str message, struct str hint)
{
    reader_fault(r, t, message, hint);
    r->shaky = true;
}

void reader_warn(struct reader *r, const struct token *t, struct str message,
                 struct str hint)
{
    if (!r->failed) {
        add(r, SEVERITY_WARNING, t,
            (struct diag){.message = message, .hint = hint});
    }
}

struct str reader_quote(struct reader *r, struct str word)
{
    size_t at = 0;
    for (int i = 0; i < QUOTE_LONGEST && at < word.len; i++) {
        utf8_next(word, &at);
    }
    const char *rest = at < word.len ? "\xe2\x80\xa6" : "";
    struct str shown = str_sub(word, 0, at);
    const char *quote = str_starts(word, STR("\"")) ? "" : "\"";
    return arena_printf(r->mem, "%s%.*s%s%s", quote, STR_ARG(shown), rest,
                        quote);
}

struct str reader_meant(struct reader *r, struct str word)
{
    if (word.len == 0) {
        return STR("");
    }
    return arena_printf(r->mem, "; did you mean \"%.*s\"?", STR_ARG(word));
}

const struct token *reader_peek(struct reader *r)
{
    static const struct token none = {0};
    bool over = r->failed || r->at >= r->tokens.count;
    return over ? &none : &r->tokens.items[r->at];
}

const struct token *reader_last(struct reader *r)
{
    return &r->tokens.items[r->at > 0 ? r->at - 1 : 0];
}

void reader_skip(struct reader *r)
{
    if (reader_peek(r)->kind != TOKEN_NONE) {
        r->at++;
    }
}

bool reader_at_word(struct reader *r, struct str word)
{
    const struct token *t = reader_peek(r);
    return t->kind == TOKEN_WORD && str_equal(t->raw, word);
}

bool reader_take_word(struct reader *r, struct str word)
{
    bool there = reader_at_word(r, word);
    r->at += there;
    return there;
}

bool reader_take_mark(struct reader *r, char mark)
{
    const struct token *t = reader_peek(r);
    bool there = t->kind == TOKEN_MARK && t->raw.at[0] == mark;
    r->at += there;
    return there;
}

// Says that what stands where something else is due.
static void fail_due(struct reader *r, const struct token *whose,
                     struct str what)
{
    const struct token *t = reader_peek(r);
    if (t->kind == TOKEN_NONE) {
        reader_fail(r, whose,
                    arena_printf(r->mem, "%.*s is missing after %.*s",
                                 STR_ARG(what),
                                 STR_ARG(reader_quote(r, whose->raw))),
                    STR("write it there"));
    } else {
        reader_fail(r, t,
                    arena_printf(r->mem, "%.*s stands where %.*s is due",
                                 STR_ARG(reader_quote(r, t->raw)),
                                 STR_ARG(what)),
                    cure_quotes(t, arena_printf(r->mem, "write %.*s before it",
                                                STR_ARG(what))));
    }
}

bool reader_need_word(struct reader *r, struct str word)
{
    if (!reader_take_word(r, word)) {
        fail_due(r, reader_last(r),
                 arena_printf(r->mem, "\"%.*s\"", STR_ARG(word)));
    }
    return !r->failed;
}

bool reader_need_mark(struct reader *r, char mark)
{
    if (!reader_take_mark(r, mark)) {
        fail_due(r, reader_last(r), arena_printf(r->mem, "\"%c\"", mark));
    }
    return !r->failed;
}

struct str reader_text(struct reader *r)
{
    const struct token *t = reader_peek(r);
    if (t->kind != TOKEN_TEXT) {
        return STR_NONE;
    }
    r->at++;
    return t->text;
}

struct str reader_need_text(struct reader *r, const struct token *whose)
{
    if (reader_peek(r)->kind != TOKEN_TEXT) {
        fail_due(r, whose, STR("a text in quotes"));
    }
    return reader_text(r);
}

void reader_end(struct reader *r)
{
    const struct token *t = reader_peek(r);
    if (t->kind == TOKEN_NONE) {
        return;
    }
    struct str hint =
        cure_quotes(t, STR("the line is whole before it; remove it"));
    if (t->kind == TOKEN_TEXT && r->at > 0 &&
        reader_last(r)->kind == TOKEN_TEXT) {
        hint = STR("one text a place; a long one goes on in the next line");
    } else if (t->raw.at[0] == '#') {
        hint = STR("a comment needs a blank before its #");
    }
    reader_fail(r, t,
                arena_printf(r->mem, "%.*s is not expected here",
                             STR_ARG(reader_quote(r, t->raw))),
                hint);
}

bool reader_need(struct reader *r, const struct token *whose, struct str what,
                 struct token *word)
{
    *word = *reader_peek(r);
    if (word->kind != TOKEN_WORD) {
        fail_due(r, whose, what);
        return false;
    }
    r->at++;
    return true;
}

struct spot token_spot(const struct token *t)
{
    return (struct spot){t->line, t->column, t->width};
}

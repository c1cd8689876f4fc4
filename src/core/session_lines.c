// SPDX-License-Identifier: MIT
// From lines to statements: comments and blank lines passed over, texts that
// go on in the next line joined, characters checked where they stand.
#include <string.h>

#include "base/utf8.h"
#include "core/session_reader.h"

enum { BAD_RUNS_SHOWN = 16 }; // a line: a file of other bytes is not a script

enum character { CHARACTER_GOOD = 0, CHARACTER_INVALID, CHARACTER_CONTROL };

static enum character judge(uint32_t c)
{
    if (c == UTF8_INVALID) {
        return CHARACTER_INVALID;
    }
    bool control = c != '\t' && utf8_is_control(c);
    return control ? CHARACTER_CONTROL : CHARACTER_GOOD;
}

static void say_bad_run(struct reader *r, const struct token *t,
                        enum character what)
{
    bool invalid = what == CHARACTER_INVALID;
    reader_fault(r, t,
                 invalid ? STR("this is not UTF-8")
                         : STR("a control character stands here"),
                 invalid ? STR("save the file as UTF-8")
                         : STR("remove it or write a blank"));
}

// Says where the line has characters that no script may have. The words of
// such a line are read, but nothing more is said of them.
static bool check_characters(struct reader *r, struct str line, int number)
{
    int column = 0, runs = 0;
    enum character before = CHARACTER_GOOD;
    struct token run = {0};
    for (size_t at = 0; at < line.len;) {
        enum character what = judge(utf8_next(line, &at));
        column++;
        if (what != before && before != CHARACTER_GOOD) {
            say_bad_run(r, &run, before);
        }
        if (what != before && what != CHARACTER_GOOD) {
            if (++runs > BAD_RUNS_SHOWN) {
                return false;
            }
            run = (struct token){.line = number, .column = column};
        }
        run.width++;
        before = what;
    }
    if (before != CHARACTER_GOOD) {
        say_bad_run(r, &run, before);
    }
    return runs == 0;
}

// The next line, checked; marks the statement as failed when it is bad.
static struct str take_line(struct reader *r)
{
    struct str line = r->lines[r->next_line++];
    int number = (int)r->next_line;
    bool failed = r->failed;
    r->failed = false; // a bad character is always said
    bool good = check_characters(r, line, number);
    if (line.len > LIMIT_LINE_BYTES) {
        reader_fault(
            r, &(struct token){.line = number, .column = 1},
            arena_printf(r->mem, "the line has %zu bytes; at most %d a line",
                         line.len, LIMIT_LINE_BYTES),
            STR("a long text goes on in the next line as a text of its own"));
        good = false;
    }
    r->failed = failed || !good;
    return line;
}

static void say_lexer_fault(struct reader *r)
{
    const struct token *t = &r->tokens.fault_at;
    switch (r->tokens.fault) {
    case LEXER_OK:
        return;
    case LEXER_UNCLOSED:
        reader_fail(r, t, STR("the text does not end"),
                    STR("close it with a quote; it may go on in the next line "
                        "as a text of its own"));
        return;
    case LEXER_ESCAPE:
        reader_fail(r, t,
                    arena_printf(r->mem, "%.*s is no escape", STR_ARG(t->raw)),
                    STR("in a text write \\\" for a quote and \\\\ for a "
                        "backslash"));
        return;
    case LEXER_TAB:
        reader_fail(r, t, STR("a tab stands in the text"),
                    STR("write blanks instead"));
        return;
    }
}

static void read_tokens(struct reader *r, struct str line)
{
    r->tokens.fault = LEXER_OK;
    lexer_read(&r->tokens, line, (int)r->next_line, r->mem);
    say_lexer_fault(r);
}

static bool next_begins_with_quote(const struct reader *r)
{
    if (r->next_line >= r->line_count) {
        return false;
    }
    struct str line = r->lines[r->next_line];
    size_t at = lexer_skip_blanks(line, 0);
    return at < line.len && line.at[at] == '"';
}

static bool ends_in_text(const struct reader *r)
{
    size_t count = r->tokens.count;
    return count > 0 && r->tokens.items[count - 1].kind == TOKEN_TEXT;
}

// Joins the lines that go on with the text at the end of the statement.
static void join_texts(struct reader *r)
{
    if (!ends_in_text(r) || !next_begins_with_quote(r)) {
        return;
    }
    size_t last = r->tokens.count - 1;
    struct buf joined = {0};
    buf_put(&joined, r->tokens.items[last].text);
    while (next_begins_with_quote(r) && r->tokens.count == last + 1) {
        read_tokens(r, take_line(r));
        const struct token *piece = &r->tokens.items[last + 1];
        buf_put_char(&joined, ' ');
        buf_put(&joined, piece->text);
        if (r->tokens.count > last + 2) {
            reader_fail(r, piece + 1,
                        STR("nothing follows a text that goes on in a line of "
                            "its own"),
                        STR("put it before the text, or in the line above"));
        }
        r->tokens.count = last + 1;
    }
    r->tokens.items[last].text = arena_copy(r->mem, buf_view(&joined));
    buf_finish(&joined);
}

static struct token part(struct str line, size_t from, size_t to, int number)
{
    struct str raw = str_sub(line, from, to);
    size_t before = utf8_length(str_sub(line, 0, from));
    return (struct token){.kind = TOKEN_WORD,
                          .raw = raw,
                          .line = number,
                          .column = (int)before + 1,
                          .width = (int)utf8_length(raw)};
}

// "key: value": the first word is followed by a colon.
static bool read_key(struct reader *r, struct str line)
{
    size_t from = lexer_skip_blanks(line, 0);
    size_t to = from;
    while (to < line.len && !lexer_is_blank(line.at[to]) &&
           memchr(":\"=(),#", line.at[to], 7) == NULL) {
        to++;
    }
    size_t colon = lexer_skip_blanks(line, to);
    if (to == from || colon >= line.len || line.at[colon] != ':') {
        return false;
    }
    r->key = part(line, from, to, (int)r->next_line);
    struct str value = str_sub(line, 0, lexer_comment(line));
    size_t end = value.len;
    while (end > colon + 1 && lexer_is_blank(value.at[end - 1])) {
        end--;
    }
    size_t start = lexer_skip_blanks(str_sub(value, 0, end), colon + 1);
    r->rest = part(line, start, end, (int)r->next_line);
    return true;
}

// Says it once for all the lines that go on with that text.
static void pass_stray_quote(struct reader *r, struct str line)
{
    struct token t =
        part(line, lexer_skip_blanks(line, 0), line.len, (int)r->next_line);
    reader_fault(r, &t, STR("a text begins the line"),
                 STR("only a text that ends the line above goes on here"));
    while (next_begins_with_quote(r)) {
        take_line(r);
    }
}

bool reader_next(struct reader *r)
{
    while (r->next_line < r->line_count) {
        r->failed = r->shaky = false;
        r->is_key = false;
        r->at = 0;
        r->tokens.count = 0;
        struct str line = take_line(r);
        size_t at = lexer_skip_blanks(line, 0);
        if (at == line.len || line.at[at] == '#') {
            continue;
        }
        if (line.at[at] == '"') {
            pass_stray_quote(r, line);
            continue;
        }
        r->is_key = read_key(r, line);
        if (!r->is_key) {
            read_tokens(r, line);
            join_texts(r);
        }
        return true;
    }
    return false;
}

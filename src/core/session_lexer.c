// SPDX-License-Identifier: MIT
// One pass over the bytes of a line. A cursor carries the byte and its column
// together, so that counting characters stays linear.
#include "core/session_lexer.h"

#include "base/buf.h"
#include "base/utf8.h"

struct cursor {
    struct str line;
    size_t at;
    int column;
};

bool lexer_is_blank(char c)
{
    return c == ' ' || c == '\t';
}

size_t lexer_skip_blanks(struct str line, size_t at)
{
    while (at < line.len && lexer_is_blank(line.at[at])) {
        at++;
    }
    return at;
}

struct str *lexer_lines(struct str text, size_t most, struct arena *mem,
                        size_t *count, bool *more)
{
    if (str_starts(text, STR("\xef\xbb\xbf"))) {
        text = str_sub(text, 3, text.len);
    }
    size_t lines = 0;
    for (size_t at = 0; at < text.len; lines++) {
        at = str_find(text, '\n', at) + 1;
    }
    *more = lines > most;
    *count = *more ? most : lines;
    struct str *out = ARENA_ARRAY(mem, struct str, *count + 1);
    for (size_t i = 0; i < *count; i++) {
        bool ended = str_find(text, '\n', 0) < text.len;
        struct str line = str_cut(&text, '\n');
        if (ended && line.len > 0 && line.at[line.len - 1] == '\r') {
            line.len--;
        }
        out[i] = line;
    }
    return out;
}

size_t lexer_comment(struct str line)
{
    for (size_t at = str_find(line, '#', 0); at < line.len;
         at = str_find(line, '#', at + 1)) {
        if (at == 0 || lexer_is_blank(line.at[at - 1])) {
            return at;
        }
    }
    return line.len;
}

static void step_on(struct cursor *c)
{
    utf8_next(c->line, &c->at);
    c->column++;
}

static bool is_mark(char c)
{
    return c == '=' || c == '(' || c == ')' || c == ',';
}

static bool ends_word(char c)
{
    return lexer_is_blank(c) || is_mark(c) || c == '"';
}

static void add(struct tokens *out, struct token t, struct arena *mem)
{
    ARENA_GROW(mem, out->items, out->count, out->cap);
    out->items[out->count++] = t;
}

static void note_fault(struct tokens *out, enum lexer_fault fault,
                       struct token at)
{
    if (out->fault == LEXER_OK) {
        out->fault = fault;
        out->fault_at = at;
    }
}

// What the text between its quotes says: escapes taken out.
static struct str unescape(struct str inner, struct arena *mem)
{
    if (str_find(inner, '\\', 0) == inner.len) {
        return inner;
    }
    struct buf out = {0};
    for (size_t i = 0; i < inner.len; i++) {
        if (inner.at[i] == '\\' && i + 1 < inner.len) {
            i++;
        }
        buf_put_char(&out, inner.at[i]);
    }
    struct str text = arena_copy(mem, buf_view(&out));
    buf_finish(&out);
    return text;
}

// Notes an escape that is none, or a tab, at the cursor.
static void check_inside(struct tokens *out, const struct cursor *c, int number)
{
    struct token here = {.line = number, .column = c->column, .width = 1};
    if (c->line.at[c->at] == '\t') {
        note_fault(out, LEXER_TAB, here);
    } else if (c->line.at[c->at] == '\\') {
        char next = c->at + 1 < c->line.len ? c->line.at[c->at + 1] : '"';
        size_t end = c->at + 1;
        if (next != '"' && next != '\\') {
            utf8_next(c->line, &end);
            here.width = 2;
            here.raw = str_sub(c->line, c->at, end);
            note_fault(out, LEXER_ESCAPE, here);
        }
    }
}

static void read_text(struct tokens *out, struct cursor *c, int number,
                      struct arena *mem)
{
    size_t start = c->at;
    struct token t = {.kind = TOKEN_TEXT, .line = number, .column = c->column};
    step_on(c);
    while (c->at < c->line.len && c->line.at[c->at] != '"') {
        check_inside(out, c, number);
        bool escape = c->line.at[c->at] == '\\';
        step_on(c);
        if (escape && c->at < c->line.len) {
            step_on(c);
        }
    }
    bool closed = c->at < c->line.len;
    t.text = unescape(str_sub(c->line, start + 1, c->at), mem);
    if (closed) {
        step_on(c);
    }
    t.raw = str_sub(c->line, start, c->at);
    t.width = c->column - t.column;
    if (!closed) {
        note_fault(out, LEXER_UNCLOSED, t);
    }
    add(out, t, mem);
}

static void read_word(struct tokens *out, struct cursor *c, int number,
                      struct arena *mem)
{
    size_t start = c->at;
    struct token t = {.kind = TOKEN_WORD, .line = number, .column = c->column};
    if (is_mark(c->line.at[c->at])) {
        t.kind = TOKEN_MARK;
        step_on(c);
    } else {
        while (c->at < c->line.len && !ends_word(c->line.at[c->at])) {
            step_on(c);
        }
    }
    t.raw = str_sub(c->line, start, c->at);
    t.width = c->column - t.column;
    add(out, t, mem);
}

void lexer_read(struct tokens *out, struct str line, int number,
                struct arena *mem)
{
    struct cursor c = {.line = line, .column = 1};
    bool after_blank = true;
    while (c.at < line.len) {
        char next = line.at[c.at];
        if (lexer_is_blank(next)) {
            step_on(&c);
            after_blank = true;
            continue;
        }
        if (next == '#' && after_blank) {
            return;
        }
        if (next == '"') {
            read_text(out, &c, number, mem);
        } else {
            read_word(out, &c, number, mem);
        }
        after_blank = false;
    }
}

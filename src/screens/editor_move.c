// SPDX-License-Identifier: MIT
// Places in the text. An offset where a line wraps is both the end of one line
// and the start of the next; at_wrap says that the cursor is seen at the end.
#include "screens/editor_inside.h"

#include "base/grapheme.h"
#include "base/utf8.h"

// Japanese puts no blanks between words: they mostly end where its letters
// change.
enum letter {
    LETTER_BLANK = 0,
    LETTER_MARK,
    LETTER_WORD,
    LETTER_HIRAGANA,
    LETTER_KATAKANA,
    LETTER_HAN,
};

static enum letter letter_of(uint32_t c)
{
    if (c >= 0x3041 && c <= 0x309f) {
        return LETTER_HIRAGANA;
    }
    if ((c >= 0x30a0 && c <= 0x30ff && c != 0x30fb) ||
        (c >= 0x31f0 && c <= 0x31ff)) {
        return LETTER_KATAKANA;
    }
    if ((c >= 0x3400 && c <= 0x9fff) || (c >= 0xf900 && c <= 0xfaff) ||
        (c >= 0x20000 && c <= 0x3ffff) || c == 0x3005) {
        return LETTER_HAN;
    }
    bool mark = (c >= 0x2010 && c <= 0x206f) || (c >= 0x3001 && c <= 0x3020) ||
                (c >= 0xff01 && c <= 0xff0f) || (c >= 0xff1a && c <= 0xff20) ||
                (c >= 0xff3b && c <= 0xff40) || (c >= 0xff5b && c <= 0xff65) ||
                c == 0x30fb;
    return mark ? LETTER_MARK : LETTER_WORD;
}

static enum letter letter_at(struct str s, size_t at)
{
    uint32_t c = utf8_next(s, &at);
    if (c <= ' ' || c == 0xa0 || c == 0x3000) {
        return LETTER_BLANK;
    }
    if (c >= 0x80) {
        return letter_of(c);
    }
    bool letter = (c | 32) >= 'a' && (c | 32) <= 'z';
    bool word = letter || (c >= '0' && c <= '9') || c == '_' || c == '\'';
    return word ? LETTER_WORD : LETTER_MARK;
}

size_t move_word(const struct editor *e, size_t at, int direction)
{
    struct str s = buf_view(&e->text);
    if (direction == MOVE_RIGHT) {
        while (at < s.len && letter_at(s, at) == LETTER_BLANK) {
            at = grapheme_next(s, at);
        }
        for (size_t first = at;
             at < s.len && letter_at(s, at) == letter_at(s, first);) {
            at = grapheme_next(s, at);
        }
        return at;
    }
    while (at > 0 && letter_at(s, grapheme_before(s, at)) == LETTER_BLANK) {
        at = grapheme_before(s, at);
    }
    if (at == 0) {
        return 0;
    }
    enum letter last = letter_at(s, grapheme_before(s, at));
    while (at > 0 && letter_at(s, grapheme_before(s, at)) == last) {
        at = grapheme_before(s, at);
    }
    return at;
}

size_t cursor_line(const struct editor *e)
{
    size_t line = wrap_line_of(e, e->cursor);
    bool end = e->at_wrap && line > 0 && wrap_start(e, line) == e->cursor;
    return end ? line - 1 : line;
}

size_t editor_rows(const struct editor *e)
{
    float rows = e->type.line > 0 ? e->box.h / e->type.line + 0.01f : 1;
    return rows < 1 ? 1 : (size_t)rows;
}

static void top_clamp(struct editor *e)
{
    size_t lines = editor_lines(e);
    size_t rows = editor_rows(e);
    size_t last = lines > rows ? lines - rows : 0;
    e->top = e->top > last ? last : e->top;
}

void cursor_show(struct editor *e)
{
    size_t line = cursor_line(e);
    size_t rows = editor_rows(e);
    top_clamp(e);
    if (line < e->top) {
        e->top = line;
    } else if (line >= e->top + rows) {
        e->top = line - rows + 1;
    }
}

void cursor_scroll(struct editor *e, long lines)
{
    size_t by = (size_t)(lines < 0 ? -lines : lines);
    if (lines < 0) {
        e->top = e->top > by ? e->top - by : 0;
    } else {
        e->top += by;
    }
    top_clamp(e);
}

void cursor_set(struct editor *e, size_t at, bool select)
{
    e->cursor = at;
    if (!select) {
        e->anchor = at;
    }
    e->at_wrap = false;
    e->column = -1;
    e->sealed = true;
    cursor_show(e);
}

// The place at x of a line, in the stage; at_wrap as in struct editor.
static size_t place_at(const struct editor *e, size_t line, float x,
                       bool *at_wrap)
{
    size_t at = way_at(e, line, x);
    *at_wrap =
        at > wrap_start(e, line) && at == wrap_end(e, line) && at < e->text.len;
    return at;
}

size_t cursor_under(const struct editor *e, float x, float y, bool *at_wrap)
{
    float row = e->type.line > 0 ? (y - e->box.y) / e->type.line : 0;
    size_t line = e->top + (row > 0 ? (size_t)row : 0);
    if (row < 0 && e->top > 0) {
        line = e->top - 1; // dragging upwards past the box
    }
    size_t last = editor_lines(e) - 1;
    line = line > last ? last : line;
    return place_at(e, line, x, at_wrap);
}

void move_lines(struct editor *e, long lines)
{
    size_t line = cursor_line(e);
    size_t last = editor_lines(e) - 1;
    if (e->column < 0) {
        e->column = way_along(e, line, way_caret(e, line, e->cursor));
    }
    size_t by = (size_t)(lines < 0 ? -lines : lines);
    if (lines < 0 && by > line) {
        e->cursor = 0;
        e->at_wrap = false;
    } else if (lines > 0 && by > last - line) {
        e->cursor = e->text.len;
        e->at_wrap = false;
    } else {
        line = lines < 0 ? line - by : line + by;
        float x = way_place(e, line, e->column);
        e->cursor = place_at(e, line, x, &e->at_wrap);
    }
    e->sealed = true;
    cursor_show(e);
}

// SPDX-License-Identifier: MIT
// What a person does to the text. What prints comes as text; keys move, erase
// and command.
#include "screens/editor_inside.h"

#include "base/grapheme.h"

static bool key_erase(struct editor *e, const struct input *in)
{
    struct str s = buf_view(&e->text);
    bool words = in->mods & MOD_CTRL;
    if (in->key == KEY_BACKSPACE) {
        size_t to = words ? move_word(e, e->cursor, MOVE_LEFT)
                          : grapheme_before(s, e->cursor);
        editor_erase(e, to, words ? EDIT_OTHER : EDIT_BACK);
    } else {
        size_t to = words ? move_word(e, e->cursor, MOVE_RIGHT)
                          : grapheme_next(s, e->cursor);
        editor_erase(e, to, words ? EDIT_OTHER : EDIT_FORWARD);
    }
    return true;
}

static void key_sideways(struct editor *e, const struct input *in, bool select)
{
    struct str s = buf_view(&e->text);
    bool left = in->key == KEY_LEFT;
    size_t low = e->cursor < e->anchor ? e->cursor : e->anchor;
    size_t high = e->cursor < e->anchor ? e->anchor : e->cursor;
    if (in->mods & MOD_CTRL) {
        cursor_set(e, move_word(e, e->cursor, left ? MOVE_LEFT : MOVE_RIGHT),
                   select);
    } else if (low != high && !select) {
        cursor_set(e, left ? low : high, false);
    } else if (left) {
        cursor_set(e, grapheme_before(s, e->cursor), select);
    } else {
        cursor_set(e, grapheme_next(s, e->cursor), select);
    }
}

static void key_line_end(struct editor *e, bool home, bool select)
{
    size_t line = cursor_line(e);
    size_t end = wrap_shown(e, line);
    cursor_set(e, home ? wrap_start(e, line) : end, select);
    e->at_wrap = !home && end == wrap_end(e, line) && end < e->text.len;
    cursor_show(e);
}

static void key_lines(struct editor *e, long lines, bool select)
{
    move_lines(e, lines);
    if (!select) {
        e->anchor = e->cursor;
    }
}

static bool key_move(struct editor *e, const struct input *in)
{
    bool select = in->mods & MOD_SHIFT;
    bool whole = in->mods & MOD_CTRL;
    long page = (long)editor_rows(e);
    page = page > 1 ? page - 1 : 1;
    switch ((int)in->key) {
    case KEY_LEFT:
    case KEY_RIGHT:
        key_sideways(e, in, select);
        return true;
    case KEY_UP:
        key_lines(e, -1, select);
        return true;
    case KEY_DOWN:
        key_lines(e, 1, select);
        return true;
    case KEY_PAGE_UP:
        key_lines(e, -page, select);
        return true;
    case KEY_PAGE_DOWN:
        key_lines(e, page, select);
        return true;
    case KEY_HOME:
    case KEY_END:
        if (whole) {
            cursor_set(e, in->key == KEY_HOME ? 0 : e->text.len, select);
        } else {
            key_line_end(e, in->key == KEY_HOME, select);
        }
        return true;
    }
    return false;
}

static void copy(struct editor *e, struct requests *out)
{
    struct str chosen = editor_selected(e);
    if (chosen.len > 0) {
        buf_clear(&e->clip);
        buf_put(&e->clip, chosen);
        request_add(out, (struct request){.kind = REQUEST_COPY,
                                          .text = buf_view(&e->clip)});
    }
}

static bool key_command(struct editor *e, const struct input *in,
                        struct requests *out)
{
    switch (in->letter) {
    case 'a':
        e->anchor = 0;
        e->cursor = e->text.len;
        e->at_wrap = false;
        e->sealed = true;
        cursor_show(e);
        return true;
    case 'c':
        copy(e, out);
        return true;
    case 'x':
        copy(e, out);
        if (e->cursor != e->anchor) {
            editor_erase(e, e->cursor, EDIT_OTHER);
        }
        return true;
    case 'v':
        request_add(out, (struct request){.kind = REQUEST_PASTE});
        return true;
    case 'z':
        e->full = false;
        if (in->mods & MOD_SHIFT) {
            edit_redo(e);
        } else {
            edit_undo(e);
        }
        return true;
    case 'y':
        edit_redo(e);
        return true;
    }
    return false;
}

static bool key_input(struct editor *e, const struct input *in,
                      struct requests *out)
{
    switch ((int)in->key) {
    case KEY_CHAR:
        if (!(in->mods & MOD_CTRL) || (in->mods & MOD_ALT)) {
            return !(in->mods & MOD_ALT); // its text follows
        }
        editor_settle(e);
        return key_command(e, in, out);
    case KEY_SPACE:
        return !(in->mods & (MOD_CTRL | MOD_ALT));
    case KEY_ENTER:
        if (in->mods & (MOD_CTRL | MOD_ALT)) {
            return false;
        }
        editor_put(e, STR("\n"), EDIT_TYPED);
        return true;
    case KEY_BACKSPACE:
    case KEY_DELETE:
        editor_settle(e);
        return key_erase(e, in);
    }
    if (in->key >= KEY_LEFT && in->key <= KEY_PAGE_DOWN) {
        editor_settle(e);
        return key_move(e, in);
    }
    return false;
}

// Two clicks choose a word, three what stands between two newlines.
static void choose_around(struct editor *e, int clicks)
{
    struct str s = buf_view(&e->text);
    size_t from = e->cursor;
    size_t to = from;
    if (clicks == 2) {
        size_t left = move_word(e, from, MOVE_LEFT);
        bool last = from == s.len || s.at[from] == ' ' || s.at[from] == '\n';
        bool ends = last && move_word(e, left, MOVE_RIGHT) == from;
        to = ends ? from : move_word(e, from, MOVE_RIGHT);
        from = move_word(e, to, MOVE_LEFT);
    } else {
        while (from > 0 && s.at[from - 1] != '\n') {
            from--;
        }
        to = str_find(s, '\n', to);
    }
    cursor_set(e, to, false);
    e->anchor = from;
}

static bool pointer_input(struct editor *e, const struct input *in)
{
    bool at_wrap = false;
    if (in->kind == INPUT_POINTER_UP) {
        bool was = e->dragging;
        e->dragging = false;
        return was;
    }
    if (in->kind == INPUT_POINTER_MOVE) {
        if (e->dragging) {
            cursor_set(e, cursor_under(e, in->x, in->y, &at_wrap), true);
            e->at_wrap = at_wrap;
        }
        return e->dragging;
    }
    if (!area_has(e->box, in->x, in->y)) {
        return false;
    }
    editor_settle(e);
    cursor_set(e, cursor_under(e, in->x, in->y, &at_wrap),
               in->mods & MOD_SHIFT);
    e->at_wrap = at_wrap;
    e->dragging = true;
    if (in->clicks > 1) {
        choose_around(e, in->clicks);
        e->dragging = false;
    }
    return true;
}

bool editor_input(struct editor *e, const struct input *given,
                  struct requests *out)
{
    struct input own = way_input(e, given);
    const struct input *in = &own;
    switch (in->kind) {
    case INPUT_KEY:
        return key_input(e, in, out);
    case INPUT_TEXT:
        editor_put(e, in->text, EDIT_TYPED);
        return true;
    case INPUT_PASTE:
        editor_insert(e, in->text);
        return true;
    case INPUT_COMPOSE:
        editor_compose(e, in->text, in->mark);
        return true;
    case INPUT_POINTER_MOVE:
    case INPUT_POINTER_DOWN:
    case INPUT_POINTER_UP:
        return pointer_input(e, in);
    case INPUT_WHEEL:
        cursor_scroll(e, (long)(-in->y * 3));
        return true;
    case INPUT_NONE:
    case INPUT_STALLED:
    case INPUT_UNPLUGGED:
    case INPUT_CLOSE:
        break;
    }
    return false;
}

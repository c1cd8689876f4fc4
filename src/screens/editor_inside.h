// SPDX-License-Identifier: MIT
// What the editor's own files share. Not for screens.
#pragma once

#include "screens/editor.h"

// --- editor_wrap.c: text to lines.

// One line as it shows. reach: the furthest byte that its end depends on, so
// that an edit behind it need not wrap it anew.
struct wrapped {
    uint32_t start, reach;
};

// A line is cut at this many bytes, whatever its width.
enum { LINE_MOST = 512 };

void wrap_all(struct editor *e);
// After removed bytes at at were replaced by inserted ones.
void wrap_edit(struct editor *e, size_t at, size_t removed, size_t inserted);
size_t wrap_line_of(const struct editor *e, size_t at); // downstream
size_t wrap_start(const struct editor *e, size_t line);
size_t wrap_end(const struct editor *e, size_t line); // start of the next
// End of what shows of line: without its newline.
size_t wrap_shown(const struct editor *e, size_t line);
float wrap_width(const struct editor *e, size_t from, size_t to);
// text with each tab as four blanks, in room (clipped to cap).
struct str wrap_spaced(struct str text, char *room, size_t cap);

// --- editor_way.c: lines from right to left.

bool editor_turned(const struct editor *e); // the page around it is
bool way_turned(const struct editor *e, size_t line);
// Where in the stage, on a page that is not turned, lies what is that far along
// a line; and back.
float way_place(const struct editor *e, size_t line, float along);
float way_along(const struct editor *e, size_t line, float x);
// Where a boundary in line stands: before its letter, or behind the last one.
float way_caret(const struct editor *e, size_t line, size_t at);
// The boundary in line whose place is nearest to x.
size_t way_at(const struct editor *e, size_t line, float x);
// The parts in which [ends[0], ends[1]) of what shows of line stands, in the
// stage.
size_t way_parts(const struct editor *e, size_t line, const size_t ends[2],
                 struct ruler_part out[RULER_PARTS]);
// An input to the page as one to the editor: left and right as they look.
struct input way_input(const struct editor *e, const struct input *in);

// --- editor.c: changes by what was done.

// As editor_insert, joining with the edit before by its kind.
bool editor_put(struct editor *e, struct str text, enum editor_edit kind);
// Shows text, not yet said, at the cursor; mark as in struct input.
void editor_compose(struct editor *e, struct str text, int mark);
// Removes the selection, else what lies between the cursor and to.
void editor_erase(struct editor *e, size_t to, enum editor_edit kind);
struct str editor_selected(const struct editor *e);

// --- editor_undo.c: edits, there and back.

// Replaces [from, to) by text, which must be clean; remembers it for undo.
// The cursor stands behind it, with nothing selected.
void edit_replace(struct editor *e, size_t from, size_t to, struct str text,
                  enum editor_edit kind);
// The same without a memory of it, and the cursor left alone.
void edit_splice(struct editor *e, size_t from, size_t to, struct str text);
bool edit_undo(struct editor *e); // false: nothing to undo
bool edit_redo(struct editor *e);

// --- editor_move.c: places in the text.

enum { MOVE_LEFT = 0, MOVE_RIGHT };
size_t move_word(const struct editor *e, size_t at, int direction);
void move_lines(struct editor *e, long lines); // keeps the column
size_t cursor_line(const struct editor *e);    // minding at_wrap
void cursor_set(struct editor *e, size_t at, bool select);
void cursor_show(struct editor *e); // scrolls it into view
void cursor_scroll(struct editor *e, long lines);
size_t cursor_under(const struct editor *e, float x, float y, bool *at_wrap);

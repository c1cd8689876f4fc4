// SPDX-License-Identifier: MIT
// A field of text that a person writes in, as a model: text, cursor,
// selection, undo, soft wrapping, scrolling, input methods. Draws itself into
// a scene; knows no clipboard and no window (it asks by requests). Works on
// one line as on 200 KB: a key costs the lines that it changes, a frame those
// that show.
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/str.h"
#include "frame/input.h"
#include "frame/scene.h"
#include "screens/area.h"
#include "screens/request.h"

// How the text is set: em and distance of lines in stage heights.
struct editor_type {
    enum face face;
    float size, line;
};

enum editor_edit { // kinds of edits that join into one step of undo
    EDIT_OTHER = 0,
    EDIT_TYPED,
    EDIT_BACK,
    EDIT_FORWARD
};

// Zeroed and then given to editor_init. Read freely; change by calls alone.
struct editor {
    struct buf text;       // valid UTF-8, lines end in '\n'
    size_t cursor, anchor; // boundaries of clusters; between them, what is
                           // selected
    bool at_wrap;          // cursor shows at the end of the line it wraps from
    float column;          // x that up and down aim at; below 0: none yet
    size_t compose_at, compose_len; // of text: being composed, not yet said
    size_t most;                    // bytes that fit
    bool full;         // the last insertion did not fit and was left out
    unsigned versions; // counts every change of the text

    const struct ruler *ruler;
    struct area box;
    struct editor_type type;
    struct buf lines, redone; // see editor_inside.h
    size_t top;               // first line that shows

    struct buf edits, kept; // undo: the edits, and the bytes they need
    size_t done;            // edits in force; those after it can be redone
    bool sealed;            // the next edit begins a step of its own
    struct buf clip;        // what was cut or copied last
    struct buf clean;       // what is being inserted
    bool dragging;
};

// ruler must outlive e; most is the number of bytes that e takes.
void editor_init(struct editor *e, const struct ruler *ruler, size_t most);
void editor_finish(struct editor *e); // accepts a zeroed editor
void editor_clear(struct editor *e);  // empty, and nothing to undo
// The text that it begins with: nothing to undo, the cursor at its end. Taken
// whole, even where it is longer than most.
void editor_fill(struct editor *e, struct str text);

// Where and how the text shows. Wraps anew only when width or type changed.
void editor_place(struct editor *e, struct area box, struct editor_type type);

// The ruler measures differently now: wraps all anew.
void editor_remeasure(struct editor *e);

// Whether in was used. What is typed, pasted or composed, the keys that move,
// select, cut and undo, and the pointer within the box. Not Tab, Escape, or
// Enter with Ctrl: those are the screen's.
bool editor_input(struct editor *e, const struct input *in,
                  struct requests *out);

// Puts text in place of the selection, cleaned: bad bytes and NUL become
// U+FFFD, CRLF a newline, other controls but newline and tab vanish. False,
// e->full set and nothing changed when it does not fit.
bool editor_insert(struct editor *e, struct str text);

// Drops what is being composed. Before the text is kept.
void editor_settle(struct editor *e);

struct str editor_text(const struct editor *e); // valid until e changes
size_t editor_lines(const struct editor *e);    // as wrapped, at least 1
size_t editor_rows(const struct editor *e);     // that the box shows
struct area editor_caret(const struct editor *e);

// The lines that show, selection, caret (when focused), composition.
void editor_draw(const struct editor *e, struct scene *sc, bool focused);

// SPDX-License-Identifier: MIT
// The text lies in one flat buffer: moving 200 KB for a key takes a few
// microseconds, less than drawing one letter, and every part of it is a view.
// What is composed by an input method stands in the text while it is composed,
// so that it wraps and shows like the rest, but no undo knows of it.
#include "screens/editor_inside.h"

#include <assert.h>

#include "base/grapheme.h"
#include "base/utf8.h"

void editor_init(struct editor *e, const struct ruler *ruler, size_t most)
{
    assert(most < UINT32_MAX / 2);
    *e = (struct editor){.ruler = ruler, .most = most, .column = -1};
    buf_reserve(&e->text, 64); // views into it are never of nothing
    wrap_all(e);
}

void editor_finish(struct editor *e)
{
    struct buf *bufs[] = {&e->text, &e->lines, &e->redone, &e->edits,
                          &e->kept, &e->clip,  &e->clean};
    for (size_t i = 0; i < sizeof(bufs) / sizeof(bufs[0]); i++) {
        buf_finish(bufs[i]);
    }
}

void editor_clear(struct editor *e)
{
    struct buf *bufs[] = {&e->text, &e->edits, &e->kept, &e->clip};
    for (size_t i = 0; i < sizeof(bufs) / sizeof(bufs[0]); i++) {
        buf_clear(bufs[i]);
    }
    e->cursor = e->anchor = e->top = e->done = e->compose_len = 0;
    e->at_wrap = e->full = e->sealed = e->dragging = false;
    e->column = -1;
    e->versions++;
    wrap_all(e);
}

void editor_fill(struct editor *e, struct str text)
{
    size_t most = e->most;
    editor_clear(e);
    e->most = UINT32_MAX / 2;
    editor_put(e, text, EDIT_OTHER);
    e->most = most > e->text.len ? most : e->text.len;
    buf_clear(&e->edits);
    buf_clear(&e->kept);
    e->done = 0;
}

void editor_place(struct editor *e, struct area box, struct editor_type type)
{
    bool same = e->box.w == box.w && e->type.face == type.face &&
                e->type.size == type.size;
    bool moved = e->box.h != box.h || e->type.line != type.line || !same;
    e->box = box;
    e->type = type;
    if (!same) {
        wrap_all(e);
    }
    if (moved) {
        cursor_show(e);
    }
}

void editor_remeasure(struct editor *e)
{
    wrap_all(e);
    cursor_show(e);
}

// Appends text to out as the journal keeps it.
static void clean_into(struct buf *out, struct str text)
{
    for (size_t at = 0; at < text.len;) {
        uint32_t c = utf8_next(text, &at);
        if (c == '\r') {
            if (at < text.len && text.at[at] == '\n') {
                at++;
            }
            c = '\n';
        }
        if (c == UTF8_INVALID || c == 0) {
            c = UTF8_REPLACEMENT;
        }
        if (c >= ' ' || c == '\n' || c == '\t') {
            utf8_put(out, c);
        }
    }
}

static size_t selection_start(const struct editor *e)
{
    return e->cursor < e->anchor ? e->cursor : e->anchor;
}

static size_t selection_end(const struct editor *e)
{
    return e->cursor > e->anchor ? e->cursor : e->anchor;
}

bool editor_put(struct editor *e, struct str text, enum editor_edit kind)
{
    editor_settle(e);
    buf_clear(&e->clean);
    clean_into(&e->clean, text);
    size_t from = selection_start(e);
    size_t to = selection_end(e);
    e->full = e->text.len - (to - from) + e->clean.len > e->most;
    if (e->full) {
        return false;
    }
    edit_replace(e, from, to, buf_view(&e->clean), kind);
    return true;
}

bool editor_insert(struct editor *e, struct str text)
{
    e->sealed = true;
    bool fits = editor_put(e, text, EDIT_OTHER);
    e->sealed = true;
    return fits;
}

void editor_settle(struct editor *e)
{
    if (e->compose_len == 0) {
        return;
    }
    size_t from = e->compose_at;
    size_t to = from + e->compose_len;
    e->compose_len = 0;
    edit_splice(e, from, to, STR_NONE);
    e->cursor = e->anchor = from;
    cursor_show(e);
}

void editor_compose(struct editor *e, struct str text, int mark)
{
    editor_settle(e);
    if (text.len == 0) {
        return;
    }
    if (e->cursor != e->anchor) {
        edit_replace(e, selection_start(e), selection_end(e), STR_NONE,
                     EDIT_OTHER);
    }
    buf_clear(&e->clean);
    clean_into(&e->clean, text);
    struct str composed = buf_view(&e->clean);
    if (composed.len == 0 || e->text.len + composed.len > e->most) {
        return;
    }
    e->compose_at = e->cursor;
    e->compose_len = composed.len;
    edit_splice(e, e->cursor, e->cursor, composed);
    size_t at = 0;
    for (int i = 0; i < mark && at < composed.len; i++) {
        utf8_next(composed, &at);
    }
    at = e->compose_at + (mark < 0 ? composed.len : at);
    e->cursor = e->anchor = grapheme_floor(buf_view(&e->text), at);
    e->at_wrap = false;
    e->column = -1;
    e->sealed = true;
    cursor_show(e);
}

void editor_erase(struct editor *e, size_t to, enum editor_edit kind)
{
    size_t from = e->cursor;
    if (e->cursor != e->anchor) {
        from = selection_start(e);
        to = selection_end(e);
        kind = EDIT_OTHER;
    }
    edit_replace(e, from < to ? from : to, from < to ? to : from, STR_NONE,
                 kind);
    e->full = false;
}

struct str editor_selected(const struct editor *e)
{
    return str_sub(buf_view(&e->text), selection_start(e), selection_end(e));
}

struct str editor_text(const struct editor *e)
{
    return buf_view(&e->text);
}

// SPDX-License-Identifier: MIT
// An edit is a place, the bytes that stood there and the bytes put in their
// place; both lie one after the other in e->kept. Undo plays the last one
// backwards. Typing joins into one edit up to the next word, a run of
// Backspace or Delete likewise, so that undo takes back what was meant.
#include "screens/editor_inside.h"

#include <string.h>

#include "base/grapheme.h"

enum { KEPT_MOST = 4 * 1024 * 1024, JOINED_MOST = 256 };

struct edit {
    enum editor_edit kind;
    size_t at;                // of the text
    size_t kept;              // offset of what was removed, then inserted
    size_t removed, inserted; // bytes
    size_t cursor, anchor;    // before it
};

static struct edit *edits_of(const struct editor *e)
{
    return (struct edit *)(void *)e->edits.at;
}

static size_t edit_count(const struct editor *e)
{
    return e->edits.len / sizeof(struct edit);
}

// Moves the bytes so that [from, to) becomes text.
static void bytes_splice(struct buf *b, size_t from, size_t to, struct str text)
{
    buf_reserve(b, text.len);
    if (to < b->len) {
        memmove(b->at + from + text.len, b->at + to, b->len - to);
    }
    if (text.len > 0) {
        memcpy(b->at + from, text.at, text.len);
    }
    b->len = b->len - (to - from) + text.len;
}

void edit_splice(struct editor *e, size_t from, size_t to, struct str text)
{
    bytes_splice(&e->text, from, to, text);
    wrap_edit(e, from, to - from, text.len);
    e->versions++;
}

// Forgets what was undone, and the oldest edits when too much is kept.
static void edits_trim(struct editor *e)
{
    if (e->done < edit_count(e)) {
        e->kept.len = edits_of(e)[e->done].kept;
        e->edits.len = e->done * sizeof(struct edit);
    }
    if (e->kept.len <= KEPT_MOST) {
        return;
    }
    size_t gone = 0;
    while (gone < e->done &&
           e->kept.len - edits_of(e)[gone].kept > KEPT_MOST / 2) {
        gone++;
    }
    size_t bytes = gone < e->done ? edits_of(e)[gone].kept : e->kept.len;
    bytes_splice(&e->kept, 0, bytes, STR_NONE);
    bytes_splice(&e->edits, 0, gone * sizeof(struct edit), STR_NONE);
    e->done -= gone;
    for (size_t i = 0; i < e->done; i++) {
        edits_of(e)[i].kept -= bytes;
    }
}

static bool blank(char c)
{
    return c == ' ' || c == '\t' || c == '\n';
}

// Whether an edit of that kind goes on where the last one left off.
static bool joins(const struct editor *e, const struct edit *last, size_t from,
                  size_t to, struct str text)
{
    if (last->removed + last->inserted + text.len + (to - from) > JOINED_MOST) {
        return false;
    }
    switch (last->kind) {
    case EDIT_OTHER:
        return false;
    case EDIT_TYPED: {
        if (from != to || from != last->at + last->inserted || text.len == 0) {
            return false;
        }
        char before = e->kept.at[e->kept.len - 1];
        return !(blank(before) && !blank(text.at[0]));
    }
    case EDIT_BACK:
        return text.len == 0 && to == last->at;
    case EDIT_FORWARD:
        return text.len == 0 && from == last->at;
    }
    return false;
}

static void edit_extend(struct editor *e, struct edit *last, size_t from,
                        size_t to, struct str text)
{
    struct str removed = str_sub(buf_view(&e->text), from, to);
    if (last->kind == EDIT_BACK) {
        bytes_splice(&e->kept, last->kept, last->kept, removed);
        last->at = from;
    } else {
        buf_put(&e->kept, removed);
    }
    buf_put(&e->kept, text);
    last->removed += removed.len;
    last->inserted += text.len;
}

static void edit_remember(struct editor *e, size_t from, size_t to,
                          struct str text, enum editor_edit kind)
{
    edits_trim(e);
    struct edit *last = e->done > 0 ? &edits_of(e)[e->done - 1] : NULL;
    if (last && !e->sealed && kind == last->kind &&
        joins(e, last, from, to, text)) {
        edit_extend(e, last, from, to, text);
        return;
    }
    struct edit edit = {.kind = kind,
                        .at = from,
                        .kept = e->kept.len,
                        .removed = to - from,
                        .inserted = text.len,
                        .cursor = e->cursor,
                        .anchor = e->anchor};
    buf_put(&e->kept, str_sub(buf_view(&e->text), from, to));
    buf_put(&e->kept, text);
    buf_put(&e->edits, (struct str){(const char *)&edit, sizeof(edit)});
    e->done++;
}

void edit_replace(struct editor *e, size_t from, size_t to, struct str text,
                  enum editor_edit kind)
{
    if (from == to && text.len == 0) {
        return;
    }
    edit_remember(e, from, to, text, kind);
    e->sealed = false;
    edit_splice(e, from, to, text);
    // What now stands side by side may be seen as one.
    size_t end = from + text.len;
    size_t at = grapheme_floor(buf_view(&e->text), end);
    if (at < end && text.len > 0) {
        at = grapheme_next(buf_view(&e->text), at);
    }
    e->cursor = e->anchor = at;
    e->at_wrap = false;
    e->column = -1;
    cursor_show(e);
}

bool edit_undo(struct editor *e)
{
    if (e->done == 0) {
        return false;
    }
    const struct edit *edit = &edits_of(e)[--e->done];
    struct str removed =
        str_sub(buf_view(&e->kept), edit->kept, edit->kept + edit->removed);
    edit_splice(e, edit->at, edit->at + edit->inserted, removed);
    e->cursor = edit->cursor;
    e->anchor = edit->anchor;
    e->at_wrap = false;
    e->column = -1;
    e->sealed = true;
    cursor_show(e);
    return true;
}

bool edit_redo(struct editor *e)
{
    if (e->done == edit_count(e)) {
        return false;
    }
    const struct edit *edit = &edits_of(e)[e->done++];
    size_t from = edit->kept + edit->removed;
    struct str inserted =
        str_sub(buf_view(&e->kept), from, from + edit->inserted);
    edit_splice(e, edit->at, edit->at + edit->removed, inserted);
    size_t at = edit->at + edit->inserted;
    e->cursor = e->anchor = grapheme_floor(buf_view(&e->text), at);
    e->at_wrap = false;
    e->column = -1;
    e->sealed = true;
    cursor_show(e);
    return true;
}

// SPDX-License-Identifier: MIT
// Which way a line runs: as its first letter does, and without one as the
// language of the screens. What runs from right to left stands at the right of
// the box, and its cursor goes left. Where letters of both directions stand in
// one line the ruler says where each is. A page that is turned as a whole (see
// program_mirrors) has the editor's own lines turned back.
#include "screens/editor_inside.h"

#include "base/grapheme.h"

bool editor_turned(const struct editor *e)
{
    return e->ruler->tongue && e->ruler->tongue->right_to_left;
}

static struct str shown_of(const struct editor *e, size_t line)
{
    return str_sub(buf_view(&e->text), wrap_start(e, line),
                   wrap_shown(e, line));
}

bool way_turned(const struct editor *e, size_t line)
{
    return tongue_turns(e->ruler->tongue, shown_of(e, line));
}

float way_place(const struct editor *e, size_t line, float along)
{
    return way_turned(e, line) ? e->box.x + e->box.w - along : e->box.x + along;
}

float way_along(const struct editor *e, size_t line, float x)
{
    return way_turned(e, line) ? e->box.x + e->box.w - x : x - e->box.x;
}

// Only there a place has to be asked for: elsewhere widths tell it.
static bool runs_back(const struct editor *e, size_t line)
{
    return way_turned(e, line) || tongue_runs_back(shown_of(e, line));
}

// How long the first bytes of text are with each tab as four blanks.
static size_t spaced_len(struct str text, size_t count)
{
    size_t len = count;
    for (size_t i = 0; i < count; i++) {
        len += text.at[i] == '\t' ? 3 : 0;
    }
    return len;
}

size_t way_parts(const struct editor *e, size_t line, const size_t ends[2],
                 struct ruler_part out[RULER_PARTS])
{
    char room[4 * (LINE_MOST + GRAPHEME_MOST)];
    struct str text = shown_of(e, line);
    size_t start = wrap_start(e, line);
    if (!runs_back(e, line)) {
        out[0] = (struct ruler_part){
            .left = e->box.x + wrap_width(e, start, ends[0]),
            .right = e->box.x + wrap_width(e, start, ends[1])};
        return 1;
    }
    size_t spaced[] = {spaced_len(text, ends[0] - start),
                       spaced_len(text, ends[1] - start)};
    struct ruler_line all = {e->type.face, e->type.size,
                             wrap_spaced(text, room, sizeof(room))};
    float left = e->box.x;
    left += way_turned(e, line)
                ? e->box.w - wrap_width(e, start, start + text.len)
                : 0;
    size_t count = ruler_parts(e->ruler, &all, spaced, out);
    for (size_t i = 0; i < count; i++) {
        out[i].left += left;
        out[i].right += left;
    }
    return count;
}

float way_caret(const struct editor *e, size_t line, size_t at)
{
    struct str s = buf_view(&e->text);
    size_t start = wrap_start(e, line), end = wrap_shown(e, line);
    bool last = at >= end;
    at = last ? end : at;
    if (start == end || !runs_back(e, line)) {
        return way_place(e, line, wrap_width(e, start, at));
    }
    const size_t ends[] = {last ? grapheme_before(s, end) : at,
                           last ? end : grapheme_next(s, at)};
    struct ruler_part parts[RULER_PARTS];
    if (way_parts(e, line, ends, parts) == 0) {
        return way_place(e, line, wrap_width(e, start, at));
    }
    return parts[0].right_to_left == last ? parts[0].left : parts[0].right;
}

size_t way_at(const struct editor *e, size_t line, float x)
{
    size_t best = wrap_start(e, line), end = wrap_shown(e, line);
    float best_off = -1;
    for (size_t at = best;;) {
        float off = way_caret(e, line, at) - x;
        off = off < 0 ? -off : off;
        if (best_off < 0 || off < best_off) {
            best = at;
            best_off = off;
        }
        if (at >= end) {
            return best;
        }
        at = grapheme_next(buf_view(&e->text), at);
    }
}

struct input way_input(const struct editor *e, const struct input *in)
{
    struct input own = *in;
    bool pointer = in->kind == INPUT_POINTER_DOWN ||
                   in->kind == INPUT_POINTER_MOVE ||
                   in->kind == INPUT_POINTER_UP;
    bool sideways =
        in->kind == INPUT_KEY && (in->key == KEY_LEFT || in->key == KEY_RIGHT);
    if (pointer && editor_turned(e)) {
        own.x = 2 * e->box.x + e->box.w - in->x;
    }
    if (sideways && editor_turned(e) != way_turned(e, cursor_line(e))) {
        own.key = in->key == KEY_LEFT ? KEY_RIGHT : KEY_LEFT;
    }
    return own;
}

// SPDX-License-Identifier: MIT
// Which way a line runs: as its first letter does, and without one as the
// language of the screens. What runs from right to left stands at the right of
// the box, and its cursor goes left. A page that is turned as a whole (see
// program_mirrors) has the editor's own lines turned back.
#include "screens/editor_inside.h"

bool editor_turned(const struct editor *e)
{
    return e->ruler->tongue && e->ruler->tongue->right_to_left;
}

bool way_turned(const struct editor *e, size_t line)
{
    return tongue_turns(
        e->ruler->tongue,
        str_sub(buf_view(&e->text), wrap_start(e, line), wrap_shown(e, line)));
}

float way_place(const struct editor *e, size_t line, float along)
{
    return way_turned(e, line) ? e->box.x + e->box.w - along : e->box.x + along;
}

float way_along(const struct editor *e, size_t line, float x)
{
    return way_turned(e, line) ? e->box.x + e->box.w - x : x - e->box.x;
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

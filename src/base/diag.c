// SPDX-License-Identifier: MIT
#include "base/diag.h"

#include <string.h>

#include "base/utf8.h"

void diags_add(struct diags *list, struct diag d)
{
    if (d.severity == SEVERITY_ERROR) {
        list->errors++;
    } else {
        list->warnings++;
    }
    ARENA_GROW(list->mem, list->items, list->count, list->cap);
    list->items[list->count++] = d;
}

static bool stands_after(const struct diag *a, const struct diag *b)
{
    return a->line != b->line ? a->line > b->line : a->column > b->column;
}

static void merge(struct diag *items, size_t half, size_t count,
                  struct diag *room)
{
    size_t a = 0, b = half;
    for (size_t i = 0; i < count; i++) {
        bool right =
            a == half || (b < count && stands_after(&items[a], &items[b]));
        room[i] = right ? items[b++] : items[a++];
    }
    memcpy(items, room, count * sizeof(*items));
}

static void merge_sort(struct diag *items, size_t count, struct diag *room)
{
    if (count < 2) {
        return;
    }
    size_t half = count / 2;
    merge_sort(items, half, room);
    merge_sort(items + half, count - half, room);
    merge(items, half, count, room);
}

void diags_sort(struct diags *list)
{
    struct diag *room = ARENA_ARRAY(list->mem, struct diag, list->count + 1);
    merge_sort(list->items, list->count, room);
}

// The line at fault and a caret under the words, indented by four. Tabs stay
// tabs in the caret line so that both line up in any terminal.
static void print_source(const struct diag *d, struct buf *out)
{
    if (d->source.len == 0) {
        return;
    }
    buf_put(out, STR("    "));
    buf_put(out, d->source);
    buf_put(out, STR("\n    "));
    size_t at = 0;
    for (int column = 1; column < d->column; column++) {
        uint32_t c = at < d->source.len ? utf8_next(d->source, &at) : ' ';
        buf_put_char(out, c == '\t' ? '\t' : ' ');
    }
    buf_put_char(out, '^');
    for (int i = 1; i < d->width; i++) {
        buf_put_char(out, '~');
    }
    buf_put_char(out, '\n');
}

void diags_print(const struct diags *list, struct str path, bool brief,
                 struct buf *out)
{
    size_t shown = 0;
    for (size_t i = 0; i < list->count; i++) {
        const struct diag *d = &list->items[i];
        bool error = d->severity == SEVERITY_ERROR;
        if (error && shown++ >= DIAGS_SHOWN) {
            continue;
        }
        buf_printf(out, "%.*s:%d:%d: %s: %.*s\n", STR_ARG(path), d->line,
                   d->column, error ? "error" : "warning", STR_ARG(d->message));
        if (brief) {
            continue;
        }
        print_source(d, out);
        if (d->hint.len > 0) {
            buf_printf(out, "    %.*s\n", STR_ARG(d->hint));
        }
    }
}

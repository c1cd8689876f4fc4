// SPDX-License-Identifier: MIT
#include "base/buf.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"

void buf_reserve(struct buf *b, size_t more)
{
    if (more > SIZE_MAX / 4 - b->len) {
        arena_fail();
    }
    if (b->cap - b->len >= more && b->at) {
        return;
    }
    size_t cap = b->cap < 64 ? 64 : b->cap * 2;
    cap = cap < b->len + more ? b->len + more : cap;
    char *at = realloc(b->at, cap);
    if (!at) {
        arena_fail();
    }
    b->at = at;
    b->cap = cap;
}

void buf_put(struct buf *b, struct str s)
{
    buf_reserve(b, s.len);
    if (s.len > 0) {
        memcpy(b->at + b->len, s.at, s.len);
    }
    b->len += s.len;
}

void buf_put_char(struct buf *b, char c)
{
    buf_reserve(b, 1);
    b->at[b->len++] = c;
}

#if defined(__GNUC__)
__attribute__((format(printf, 2, 0)))
#endif
void buf_vprintf(struct buf *b, const char *format, va_list args)
{
    va_list again;
    va_copy(again, args);
    int len = vsnprintf(NULL, 0, format, args);
    if (len > 0) {
        buf_reserve(b, (size_t)len + 1);
        vsnprintf(b->at + b->len, (size_t)len + 1, format, again);
        b->len += (size_t)len;
    }
    va_end(again);
}

void buf_printf(struct buf *b, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    buf_vprintf(b, format, args);
    va_end(args);
}

struct str buf_view(const struct buf *b)
{
    return (struct str){b->at, b->len};
}

const char *buf_cstr(struct buf *b)
{
    buf_reserve(b, 1);
    b->at[b->len] = '\0';
    return b->at;
}

bool buf_take_line(struct buf *from, struct buf *line)
{
    struct str rest = buf_view(from);
    if (rest.len == 0) {
        return false;
    }
    struct buf kept = {0};
    buf_clear(line);
    buf_put(line, str_cut(&rest, '\n'));
    buf_put(&kept, rest);
    buf_finish(from);
    *from = kept;
    return true;
}

void buf_clear(struct buf *b)
{
    b->len = 0;
}

void buf_finish(struct buf *b)
{
    free(b->at);
    *b = (struct buf){0};
}

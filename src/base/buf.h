// SPDX-License-Identifier: MIT
// A growing buffer of bytes on the heap, for text that is being made.
#pragma once

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/str.h"

// Zeroed is a valid, empty buffer.
struct buf {
    char *at;
    size_t len, cap;
};

void buf_put(struct buf *b, struct str s);
void buf_put_char(struct buf *b, char c);
#if defined(__GNUC__)
__attribute__((format(printf, 2, 3)))
#endif
void buf_printf(struct buf *b, const char *format, ...);
void buf_vprintf(struct buf *b, const char *format, va_list args);
// Room for at least more bytes after len; the caller may write there and then
// raise len.
void buf_reserve(struct buf *b, size_t more);
struct str buf_view(const struct buf *b); // valid until b next changes
// A zero-terminated view, for the edge to libc.
const char *buf_cstr(struct buf *b);
// Takes the first line of from, without its ending, into line; false, and line
// untouched, when from is empty.
bool buf_take_line(struct buf *from, struct buf *line);
void buf_clear(struct buf *b);  // keeps the memory
void buf_finish(struct buf *b); // frees; accepts a zeroed buffer

// SPDX-License-Identifier: MIT
#include "base/utf8.h"

#include <string.h>

// Length and least code point of the form that a first byte begins.
static size_t form_length(unsigned char first, uint32_t *least)
{
    if (first < 0x80) {
        *least = 0;
        return 1;
    }
    if (first >= 0xc2 && first <= 0xdf) {
        *least = 0x80;
        return 2;
    }
    if (first >= 0xe0 && first <= 0xef) {
        *least = 0x800;
        return 3;
    }
    if (first >= 0xf0 && first <= 0xf4) {
        *least = 0x10000;
        return 4;
    }
    return 0;
}

uint32_t utf8_next(struct str s, size_t *at)
{
    size_t start = *at;
    unsigned char first = (unsigned char)s.at[start];
    uint32_t least = 0;
    size_t len = form_length(first, &least);
    *at = start + 1;
    if (len == 0 || s.len - start < len) {
        return UTF8_INVALID;
    }
    uint32_t c = len == 1 ? first : first & (0xffu >> (len + 1));
    for (size_t i = 1; i < len; i++) {
        unsigned char next = (unsigned char)s.at[start + i];
        if ((next & 0xc0) != 0x80) {
            return UTF8_INVALID;
        }
        c = c << 6 | (next & 0x3fu);
    }
    if (c < least || c > 0x10ffff || (c >= 0xd800 && c <= 0xdfff)) {
        return UTF8_INVALID;
    }
    *at = start + len;
    return c;
}

size_t utf8_before(struct str s, size_t at)
{
    at = at > s.len ? s.len : at;
    for (size_t back = 1; back <= 4 && back <= at; back++) {
        size_t next = at - back;
        if (utf8_next(s, &next) != UTF8_INVALID && next == at) {
            return at - back;
        }
    }
    return at > 0 ? at - 1 : 0;
}

// Whether the eight bytes at at are ASCII.
static bool is_ascii_word(struct str s, size_t at)
{
    uint64_t word = UINT64_MAX;
    if (s.len - at >= sizeof(word)) {
        memcpy(&word, s.at + at, sizeof(word));
    }
    return (word & UINT64_C(0x8080808080808080)) == 0;
}

size_t utf8_invalid(struct str s)
{
    for (size_t at = 0; at < s.len;) {
        size_t start = at;
        if (is_ascii_word(s, at)) {
            at += sizeof(uint64_t);
            continue;
        }
        if (utf8_next(s, &at) == UTF8_INVALID) {
            return start;
        }
    }
    return s.len;
}

size_t utf8_length(struct str s)
{
    size_t count = 0;
    for (size_t at = 0; at < s.len; count++) {
        utf8_next(s, &at);
    }
    return count;
}

void utf8_put(struct buf *out, uint32_t c)
{
    if (c < 0x80) {
        buf_put_char(out, (char)c);
        return;
    }
    int more = c < 0x800 ? 1 : c < 0x10000 ? 2 : 3;
    uint32_t mark = 0xff00u >> (more + 1) & 0xffu;
    buf_put_char(out, (char)(mark | c >> (6 * more)));
    for (int i = more - 1; i >= 0; i--) {
        buf_put_char(out, (char)(0x80u | (c >> (6 * i) & 0x3fu)));
    }
}

bool utf8_is_control(uint32_t c)
{
    return c < 0x20 || (c >= 0x7f && c <= 0x9f);
}

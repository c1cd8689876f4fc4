// SPDX-License-Identifier: MIT
// UTF-8 as in RFC 3629: no overlong forms, no surrogates, up to U+10FFFF.
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/str.h"

#define UTF8_INVALID ((uint32_t)0xffffffff)
#define UTF8_REPLACEMENT ((uint32_t)0xfffd)

// The code point at byte *at, which then points behind it. Bytes that are not
// valid give UTF8_INVALID and move *at on by one. *at must be below s.len.
uint32_t utf8_next(struct str s, size_t *at);
// Start of the code point before byte at (0 at the start); for editors.
size_t utf8_before(struct str s, size_t at);
// Index of the first byte that is not valid; s.len when all are.
size_t utf8_invalid(struct str s);
// Characters in s; a byte that is not valid counts as one.
size_t utf8_length(struct str s);
// Appends c, which must be a valid code point.
void utf8_put(struct buf *out, uint32_t c);
// Category Cc: U+0000-001F, U+007F-009F.
bool utf8_is_control(uint32_t c);

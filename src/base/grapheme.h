// SPDX-License-Identifier: MIT
// What a person sees as one character: clusters of UTF-8 that a cursor passes
// in one move. Unicode's UAX #29 in short (marks, joined emoji, flags, Hangul
// syllables), not its letter.
#pragma once

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"

enum { GRAPHEME_MOST = 128 }; // bytes; a longer cluster is cut

// End of the cluster that begins at byte at; s.len at most.
size_t grapheme_next(struct str s, size_t at);
// The last boundary at or before byte at, which may be any byte.
size_t grapheme_floor(struct str s, size_t at);
// What stands before that boundary: at most so many bytes of s.
struct str grapheme_head(struct str s, size_t most);
// Start of the cluster before the boundary at; 0 at the start.
size_t grapheme_before(struct str s, size_t at);

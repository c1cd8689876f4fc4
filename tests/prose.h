// SPDX-License-Identifier: MIT
// A long text of shuffled words, the same each time.
#pragma once

#include "base/buf.h"

// Adds words until text has size bytes, in paragraphs of so many words; 0: none
// ends.
static inline void prose_put(struct buf *text, size_t size, size_t words)
{
    static const char *const some[] = {"breath ", "and ", "the ", "shoulders ",
                                       "let ",    "go ",  "of ",  "morning "};
    uint32_t seed = 1;
    for (size_t i = 1; text->len < size; i++) {
        seed = seed * 1664525 + 1013904223;
        buf_put(text, str_from(some[seed >> 29]));
        if (words > 0 && i % words == 0) {
            buf_put_char(text, '\n');
        }
    }
}

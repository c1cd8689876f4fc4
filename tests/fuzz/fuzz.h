// SPDX-License-Identifier: MIT
// What fuzz targets share.
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/buf.h"
#include "base/diag.h"
#include "base/str.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

// Not assert: it must speak in a release build too.
#define must(holds) must_hold(holds, #holds, __LINE__)
static inline void must_hold(bool holds, const char *what, int line)
{
    if (!holds) {
        fprintf(stderr, "line %d: %s\n", line, what);
        abort();
    }
}

#define must_equal(a, b) must_be(a, b, __LINE__)
static inline void must_be(struct str got, struct str wanted, int line)
{
    if (!str_equal(got, wanted)) {
        fprintf(stderr, "line %d:\n%.*s\nis not\n%.*s\n", line, STR_ARG(got),
                STR_ARG(wanted));
        abort();
    }
}

// The text with carriage returns before its newlines.
static inline void put_returns(struct buf *out, struct str text)
{
    for (size_t i = 0; i < text.len; i++) {
        buf_put(out,
                text.at[i] == '\n' ? STR("\r\n") : str_sub(text, i, i + 1));
    }
}

// A view that lies within another.
static inline bool is_within(struct str part, struct str whole)
{
    return part.len == 0 ||
           (part.at >= whole.at && part.at + part.len <= whole.at + whole.len);
}

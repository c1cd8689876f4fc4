// SPDX-License-Identifier: MIT
// The parts of a session as its bar shows them: one for each step that takes
// time, or for each round where steps repeat.
#pragma once

#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "core/timeline.h"

enum { SECTIONS_MOST = 24 };

struct section {
    int64_t start_ms, end_ms;
};

// Without gap, from 0 to the session's end.
struct sections {
    struct section items[SECTIONS_MOST];
    size_t count;
};

// Uses mem only while it works.
void sections_build(struct sections *out, const struct timeline *tl,
                    struct arena *mem);

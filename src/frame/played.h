// SPDX-License-Identifier: MIT
// What of a session was really played, as spans of its time: what was skipped
// is not in it, what was gone through twice is in it once.
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "core/timeline.h"

enum {
    PLAYED_SPANS = 64,
    PLAYED_SNAPSHOT_MS = 30000 // so often is saved what would be kept if all
                               // ended now
};

struct played_span {
    int64_t from_ms, to_ms;
};

// Zeroed is nothing played. Spans are sorted and apart from each other. Should
// there ever be more than PLAYED_SPANS, the two with the least between them
// count as one.
struct played {
    struct played_span spans[PLAYED_SPANS + 1];
    size_t count;
};

void played_add(struct played *p, int64_t from_ms, int64_t to_ms);
int64_t played_ms(const struct played *p);
bool played_all(const struct played *p, int64_t from_ms, int64_t to_ms);
// Passes of patterns that were played from their first phase to their last.
int played_breaths(const struct played *p, const struct timeline *tl);

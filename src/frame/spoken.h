// SPDX-License-Identifier: MIT
// What a voice says when: each line of guidance as a whole at the moment at
// which it appears on the screen, and the words of the first two breaths. Says
// nothing itself; the text always stays on the screen.
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "core/timeline.h"

enum {
    SPOKEN_BREATHS = 2,       // of a step, that are said in words
    SPOKEN_EARLY_MS = 150,    // a word begins before its phase
    SPOKEN_WORD_MS = 600,     // and takes no longer
    SPOKEN_LATE_MS = 8000,    // a line that waits longer stays unsaid
    SPOKEN_PER_LETTER_MS = 95 // of a line, at 105 to 120 words a minute
};

struct spoken {
    int64_t at_ms;
    size_t order;    // of its row or say, see timeline.h
    bool word;       // of the breath: in time, or not at all
    struct str text; // a view into the timeline's, or a spoken_word
};

struct spoken_list {
    const struct spoken *items; // sorted by at_ms, then order
    size_t count;
};

// Lives in mem. Words only where the language is English ("en", "en-GB", or
// none given), as they are English words.
void spoken_build(struct spoken_list *out, const struct timeline *tl,
                  struct str lang, struct arena *mem);
// English, or no language given.
bool spoken_english(struct str lang);
// The word of a phase; empty for one without.
struct str spoken_word(enum phase phase);

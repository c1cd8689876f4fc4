// SPDX-License-Identifier: MIT
// What a moment is called: the word of its phase, the ways, the count and the
// arrow. The same act has the same word everywhere, and no phase is told by
// colour or size alone. Not the guidance line (guidance.h).
#pragma once

#include <stdbool.h>

#include "core/timeline.h"
#include "frame/phrase.h"
#include "frame/scene.h"

enum {
    CAPTION_FADE_MS = 220, // the word's cross-fade
    CAPTION_LEAD_MS = 80   // of which before the phase
};

// The bar of a hold lies where the arrow before it pointed: full high, empty
// low.
enum arrow {
    ARROW_NONE = 0,
    ARROW_UP,
    ARROW_DOWN,
    ARROW_BAR_HIGH,
    ARROW_BAR_LOW,
    ARROW_COUNT
};

struct caption {
    struct phrase word, other; // other: the one that fades in or out
    float alpha, other_alpha;
    struct phrase ways;  // "left nostril"; the place of a squeeze
    struct phrase count; // may be empty
    enum arrow arrow;
};

// By what words are chosen.
struct caption_style {
    const struct tongue *tongue; // the screens' language; NULL: English
    struct str names[2];         // of A and B; empty: not known
    bool settled;                // as it looks once the fades are over
};

// Of the row m.row, which may be an open wait that t alone never gives.
void caption_at(struct caption *out, const struct timeline *tl,
                const struct moment *m, const struct caption_style *style);
// The word alone: "Breathe in", "Left foot", "Ana's turn".
struct phrase caption_word(const struct row *r,
                           const struct caption_style *style);
// "4 in, 6 out" or "4 – 4 – 4 – 4": the breath of the row, empty for other rows
// and for patterns that no such figure tells.
struct phrase caption_pattern(const struct timeline *tl, size_t row,
                              const struct tongue *t);
// How much is left of what takes a while: "5 min left".
struct phrase caption_left(int64_t left_ms, const struct tongue *t);
// The arrow of lines, height high, about (x, y).
void arrow_draw(struct scene *sc, enum arrow arrow, const struct shape *at);

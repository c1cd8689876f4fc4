// SPDX-License-Identifier: MIT
// A cache of rasterised texts by what they say and how they are set. Knows no
// font: fonts.c makes what is not here.
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/str.h"
#include "frame/scene.h"

// One text as coverage, 0 to 255. Its first row and column lie at (left, top)
// from the point on the baseline where the text begins.
struct label {
    const uint8_t *coverage; // NULL when there is nothing to draw
    const uint32_t *colours; // LABEL_OWN and 0xRRGGBB where a pixel has a
                             // colour of its own, as emoji have; NULL: none has
    int width, height;       // pitch is width
    int left, top;
    float advance; // from the beginning to the end, in pixels
    unsigned id;   // never given twice
};

enum { LABEL_OWN = 1 << 24 };

struct label_key {
    enum face face;
    int size_px;
    bool tabular; // digits in cells of equal width
    struct str text;
    bool rimmed; // a line of the text's colour stands round each emoji
};

enum { LABEL_SLOTS = 512 };

// Zeroed is a valid, empty cache.
struct labels {
    struct label_entry *slots[LABEL_SLOTS]; // chains by hash
    size_t bytes;                           // of all pixels
    unsigned tick;                          // raised by each labels_tick
    unsigned ids;                           // given so far
};

uint64_t label_hash(struct label_key key);
// NULL when it is not kept. What is found stays at least until the second
// labels_tick from now.
const struct label *labels_find(struct labels *ls, struct label_key key);
// Takes over made.coverage and made.colours, which malloc gave, and copies the
// key's text.
const struct label *labels_keep(struct labels *ls, struct label_key key,
                                struct label made);
// Lets the oldest go while more than most bytes are held.
void labels_tick(struct labels *ls, size_t most);
void labels_finish(struct labels *ls);

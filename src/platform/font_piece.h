// SPDX-License-Identifier: MIT
// The parts of a text, each rasterised by its font, and how they are put
// together into one mask, cut to its ink.
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "platform/canvas.h"
#include "platform/labels.h"

struct SDL_Surface; // ARGB; the coverage is its alpha

// A part of a text, rasterised, with its place in the whole.
struct piece {
    struct SDL_Surface *ink;
    int x, baseline; // of its first column, and of the baseline within it
    bool coloured;   // its ink has colours of its own, else the text's
    struct box box;  // of its pixels that are not empty, from the text's origin
};

uint32_t *ink_row(const struct SDL_Surface *ink, int y);
// Fills in the box.
void piece_measure(struct piece *p);
// One mask of them all, and their colours where there are; no advance.
struct label pieces_join(const struct piece *pieces, size_t count);
void pieces_free(struct piece *pieces, size_t count);

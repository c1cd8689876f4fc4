// SPDX-License-Identifier: MIT
// How a text is set: its runs one after the other, as they stand on the screen,
// each measured or rasterised by its font.
#pragma once

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "frame/scene.h"
#include "platform/font_piece.h"
#include "platform/font_pool.h"
#include "platform/labels.h"

// A text that is being put together.
struct setting {
    struct font_pool *pool;
    int file, size_px; // the file of the text's face
    bool draw;         // else only measured
    bool rimmed;       // as in the key
    struct piece *pieces;
    size_t count;
    int advance;
};

// Sets the whole text. The pieces live in mem, their ink until pieces_free.
void setting_put(struct setting *set, struct label_key key, struct arena *mem);
// Where the bytes from ends[0] up to ends[1] of a text stand, as ruler_parts
// says, in pixels. Draws nothing.
size_t setting_parts(struct setting *set, struct str text, const size_t ends[2],
                     struct ruler_part out[RULER_PARTS]);

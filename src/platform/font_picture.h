// SPDX-License-Identifier: MIT
// Emoji in colour: a font has them in one size only, far larger than most
// texts; here they are brought to the size that is asked for.
#pragma once

struct SDL_Surface; // as in font_piece.h

// How many pixels a picture's line of so many (TTF_FontHeight) is high at the
// size of a text, over them.
float picture_scale(int size_px, int height_px);
// Takes the surface over, whose colours are multiplied by their coverage as
// FreeType gives them, and returns it larger or smaller, its colours whole. A
// row of the result has whole pixels from row baseline of the old one on.
// Never NULL.
struct SDL_Surface *picture_fit(struct SDL_Surface *from, float scale,
                                int baseline);
// A line of reach pixels round what the picture covers, under it as well. The
// picture lies reach pixels from each of its sides. Never NULL.
struct SDL_Surface *picture_rim(const struct SDL_Surface *picture, int reach);

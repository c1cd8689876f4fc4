// SPDX-License-Identifier: MIT
// SDL_ttf, loaded when texts are to be set. Linked with, it would bring FreeType,
// HarfBuzz and all behind them into every start: a fifth of bare SDL's, for
// commands that set no text as well, and before anything else could begin.
#pragma once

#include <stdbool.h>
#include <stdint.h>

struct SDL_Color;
struct SDL_RWops;
struct SDL_Surface;

// Its functions, by what they do here. A font is a TTF_Font, whose struct has
// another name in each version.
struct font_library {
    int (*begin)(void);
    void (*end)(void);
    void *(*open)(struct SDL_RWops *from, int free_it, int size_px, long index);
    void (*close)(void *font);
    void (*set_hinting)(void *font, int hinting);
    int (*set_size)(void *font, int size_px);
    int (*set_direction)(void *font, unsigned direction);
    int (*set_script)(void *font, const char *code);
    int (*has_letter)(void *font, uint32_t letter);
    int (*letter_size)(void *font, uint32_t letter, int *left, int *right,
                       int *bottom, int *top, int *advance);
    int (*text_size)(void *font, const char *text, int *width, int *height);
    struct SDL_Surface *(*draw)(void *font, const char *text,
                                struct SDL_Color colour);
    int (*height)(const void *font);
    int (*ascent)(const void *font);
};

// Loads it; it stays loaded. False when it is not there, or too old.
bool font_library_load(struct font_library *l);

// SPDX-License-Identifier: MIT
// Font files and the fonts opened from them.
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/str.h"
#include "frame/scene.h"
#include "platform/font_files.h"

enum { FONT_OTHERS = 9, FONT_FILES = FACE_COUNT + FONT_OTHERS };
// Zeroed is valid and has no file.
struct font_pool {
    struct font_bytes files[FONT_FILES]; // the faces, then the others
    bool searched[FONT_FILES];
    void *open[FONT_FILES];  // once they were needed, see font_pool_open
    int size_px[FONT_FILES]; // that each is set to
};

// Finds the faces in folder, else in the system; names in *why, in one line,
// what is missing.
void font_pool_find(struct font_pool *pool, struct str folder,
                    struct arena *mem, struct str *why);
void font_pool_finish(struct font_pool *pool);

// The file for a face, or the one that stands in for it.
int font_pool_file(const struct font_pool *pool, enum face face);
// The file that has the character: the given one, else one of the others,
// else the given one all the same.
int font_pool_choose(struct font_pool *pool, int file, uint32_t c);
// Whether any of them has it.
bool font_pool_has(struct font_pool *pool, int file, uint32_t c);
// The name of the file that has the character, "NotoSansThai-Regular.ttf"; empty
// when none has it.
struct str font_pool_name(struct font_pool *pool, int file, uint32_t c);
// The file's font, set to that size until the next call for the same file;
// NULL when it cannot be opened. A TTF_Font, whose struct has another name in
// each version of SDL_ttf.
void *font_pool_open(struct font_pool *pool, int file, int size_px);

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
#include "platform/font_system.h"

enum {
    FONT_NAMED = 10, // well-known fonts, for where fontconfig is not
    FONT_FOUND = 16, // those that fontconfig names, as they are needed
    FONT_FILES = FACE_COUNT + FONT_NAMED + FONT_FOUND,
    FONT_MISSED = 64 // characters that are remembered as nobody's
};
// Zeroed is valid and has no file.
struct font_pool {
    // The faces, those that fontconfig named, the well-known ones.
    struct font_bytes files[FONT_FILES];
    int index[FONT_FILES]; // within the file
    bool searched[FONT_FILES];
    int pictures;            // the file of emoji in colour; 0: not looked for,
                             // FONT_FILES: there is none
    void *open[FONT_FILES];  // once they were needed, see font_pool_open
    int size_px[FONT_FILES]; // that each is set to
    struct font_system *system; // NULL where there is no fontconfig
    bool asked;                 // whether there is
    int found;                  // files that it named
    struct arena paths;         // and their paths
    struct str found_path[FONT_FOUND];
    uint32_t missed[FONT_MISSED]; // lately
    size_t missed_count;          // ever
};

// Finds the faces in folder, else in the system; names in *why, in one line,
// what is missing.
void font_pool_find(struct font_pool *pool, struct str folder,
                    struct arena *mem, struct str *why);
void font_pool_finish(struct font_pool *pool);

// The file for a face, or the one that stands in for it.
int font_pool_file(const struct font_pool *pool, enum face face);
// The file that has the character: the given one, else one of the others,
// else the given one all the same; of an emoji first that of pictures.
int font_pool_choose(struct font_pool *pool, int file, uint32_t c, bool emoji);
// Whether a file's letters are pictures of one size, whatever is asked for.
bool font_pool_pictures(const struct font_pool *pool, int file);
// Whether any of them has it.
bool font_pool_has(struct font_pool *pool, int file, uint32_t c);
// The name of the file that has the character, "NotoSansThai-Regular.ttf";
// empty when none has it.
struct str font_pool_name(struct font_pool *pool, int file, uint32_t c,
                          bool emoji);
// The file's font, set to that size until the next call for the same file;
// NULL when it cannot be opened. A TTF_Font, whose struct has another name in
// each version of SDL_ttf.
void *font_pool_open(struct font_pool *pool, int file, int size_px);

// SPDX-License-Identifier: MIT
// Files are mapped once and shared by all sizes; the font that was idle for
// the longest time is closed when the places run out. Characters that our
// faces lack are looked for in well-known fonts of the system, whose files are
// only searched when such a character appears.
#include "platform/font_pool.h"

#include <assert.h>

#include <SDL_ttf.h>

#include "base/buf.h"
#include "platform/paths.h"

static const char *const face_files[] = {
    [FACE_LIGHT] = "Inter-Light.otf",
    [FACE_REGULAR] = "Inter-Regular.otf",
    [FACE_MEDIUM] = "Inter-Medium.otf",
    [FACE_SERIF] = "GentiumBookPlus-Regular.ttf",
};
static_assert(sizeof(face_files) / sizeof(face_files[0]) == FACE_COUNT,
              "a file for each face");

// For characters that the faces lack, in this order, where installed.
static const char *const other_files[] = {
    "NotoSans-Regular.ttf",           "DejaVuSans.ttf",
    "NotoSansHebrew-Regular.ttf",     "NotoNaskhArabic-Regular.ttf",
    "NotoSansCJK-Regular.ttc",        "DroidSansFallbackFull.ttf",
    "NotoSansDevanagari-Regular.ttf", "NotoSansThai-Regular.ttf",
    "NotoSansSymbols2-Regular.ttf",
};

static_assert(sizeof(other_files) / sizeof(other_files[0]) == FONT_OTHERS,
              "as many as the pool has places for");

void font_pool_find(struct font_pool *pool, struct str folder,
                    struct arena *mem, struct str *why)
{
    struct buf missing = {0};
    int found = 0;
    for (int i = 0; i < FACE_COUNT; i++) {
        pool->searched[i] = true;
        struct str name = str_from(face_files[i]);
        if (font_bytes_map(&pool->files[i], path_join(mem, folder, name)) ||
            font_bytes_map(&pool->files[i], font_file_of_system(name, mem))) {
            found++;
        } else {
            buf_printf(&missing, "%s%s", missing.len > 0 ? ", " : "",
                       face_files[i]);
        }
    }
    if (missing.len > 0) {
        *why = arena_printf(
            mem, "fonts missing in %.*s and in the system: %.*s; %s",
            STR_ARG(folder), STR_ARG(missing),
            found > 0 ? "another face stands in" : "no text can be shown");
    }
    buf_finish(&missing);
}

void font_pool_finish(struct font_pool *pool)
{
    for (int i = 0; i < FONTS_OPEN; i++) {
        if (pool->open[i].font) {
            TTF_CloseFont(pool->open[i].font);
        }
    }
    for (int i = 0; i < FONT_FILES; i++) {
        font_bytes_unmap(&pool->files[i]);
    }
    *pool = (struct font_pool){0};
}

int font_pool_file(const struct font_pool *pool, enum face face)
{
    static const int stand_ins[] = {FACE_REGULAR, FACE_LIGHT, FACE_MEDIUM,
                                    FACE_SERIF};
    if (pool->files[face].at) {
        return (int)face;
    }
    for (int i = 0; i < FACE_COUNT; i++) {
        if (pool->files[stand_ins[i]].at) {
            return stand_ins[i];
        }
    }
    return (int)face;
}

static TTF_Font *open_file(struct font_pool *pool, int file, int size_px)
{
    const struct font_bytes *bytes = &pool->files[file];
    SDL_RWops *from = SDL_RWFromConstMem(bytes->at, (int)bytes->len);
    TTF_Font *font = from ? TTF_OpenFontRW(from, 1, size_px) : NULL;
    if (font) {
        TTF_SetFontHinting(font, TTF_HINTING_LIGHT_SUBPIXEL);
    }
    return font;
}

TTF_Font *font_pool_open(struct font_pool *pool, int file, int size_px)
{
    struct font_open *place = &pool->open[0];
    for (int i = 0; i < FONTS_OPEN; i++) {
        struct font_open *o = &pool->open[i];
        if (o->font && o->file == file && o->size_px == size_px) {
            o->used = ++pool->uses;
            return o->font;
        }
        if (place->font && (!o->font || o->used < place->used)) {
            place = o;
        }
    }
    if (!pool->files[file].at) {
        return NULL;
    }
    TTF_Font *font = open_file(pool, file, size_px);
    if (!font) {
        font_bytes_unmap(&pool->files[file]); // no font: do not try again
        return NULL;
    }
    if (place->font) {
        TTF_CloseFont(place->font);
    }
    *place = (struct font_open){font, file, size_px, ++pool->uses};
    return font;
}

static bool has_character(struct font_pool *pool, int file, int size_px,
                          uint32_t c)
{
    if (!pool->searched[file]) {
        pool->searched[file] = true;
        struct arena mem = {0};
        struct str name = str_from(other_files[file - FACE_COUNT]);
        struct str path = font_file_of_system(name, &mem);
        if (path.len > 0) {
            font_bytes_map(&pool->files[file], path);
        }
        arena_finish(&mem);
    }
    TTF_Font *font = font_pool_open(pool, file, size_px);
    return font && TTF_GlyphIsProvided32(font, c);
}

int font_pool_choose(struct font_pool *pool, int file, int size_px, uint32_t c)
{
    if (has_character(pool, file, size_px, c)) {
        return file;
    }
    for (int other = FACE_COUNT; other < FONT_FILES; other++) {
        if (has_character(pool, other, size_px, c)) {
            return other;
        }
    }
    return file;
}

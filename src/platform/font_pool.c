// SPDX-License-Identifier: MIT
// A file is mapped and opened once, and its font set to the size asked for:
// a second font of the same file would shape its first text from nothing,
// which takes HarfBuzz longer than all the rest. For a character that our faces
// lack fontconfig names a font; where there is no fontconfig, well-known fonts
// of the system are looked through. Neither is touched before such a character
// appears.
#include "platform/font_pool.h"

#include <assert.h>

#include <SDL_ttf.h>

#include "base/buf.h"
#include "platform/paths.h"

static const char *const face_files[] = {
    [FACE_LIGHT] = "Inter-Light.otf",
    [FACE_REGULAR] = "Inter-Regular.otf",
    [FACE_MEDIUM] = "Inter-Medium.otf",
    [FACE_SEMIBOLD] = "Inter-SemiBold.otf",
    [FACE_SERIF] = "GentiumBookPlus-Regular.ttf",
};
static_assert(sizeof(face_files) / sizeof(face_files[0]) == FACE_COUNT,
              "a file for each face");

// For characters that the faces lack, in this order, where installed.
static const char *const other_files[] = {
    "NotoSans-Regular.ttf",           "NotoSansHebrew-Regular.ttf",
    "NotoNaskhArabic-Regular.ttf",    "DejaVuSans.ttf",
    "NotoSansCJK-Regular.ttc",        "DroidSansFallbackFull.ttf",
    "NotoSansDevanagari-Regular.ttf", "NotoSansThai-Regular.ttf",
    "NotoSansSymbols2-Regular.ttf",   "NotoColorEmoji.ttf",
};

static_assert(sizeof(other_files) / sizeof(other_files[0]) == FONT_NAMED,
              "as many as the pool has places for");
enum {
    FIRST_FOUND = FACE_COUNT,
    FIRST_NAMED = FACE_COUNT + FONT_FOUND,
    NAMED_PICTURES = FONT_FILES - 1
};

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
    for (int i = 0; i < FONT_FILES; i++) {
        if (pool->open[i]) {
            TTF_CloseFont(pool->open[i]);
        }
        font_bytes_unmap(&pool->files[i]);
    }
    font_system_destroy(pool->system);
    arena_finish(&pool->paths);
    *pool = (struct font_pool){0};
}

int font_pool_file(const struct font_pool *pool, enum face face)
{
    static const int stand_ins[] = {FACE_REGULAR, FACE_LIGHT, FACE_MEDIUM,
                                    FACE_SEMIBOLD, FACE_SERIF};
    if (pool->files[face].at) {
        return (int)face;
    }
    if (face == FACE_SEMIBOLD && pool->files[FACE_MEDIUM].at) {
        return FACE_MEDIUM;
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
    struct font_bytes *bytes = &pool->files[file];
    if (!bytes->at) {
        return NULL;
    }
    SDL_RWops *from = SDL_RWFromConstMem(bytes->at, (int)bytes->len);
    TTF_Font *font =
        from ? TTF_OpenFontIndexRW(from, 1, size_px, pool->index[file]) : NULL;
    if (!font) {
        font_bytes_unmap(bytes); // no font: do not try again
        return NULL;
    }
    TTF_SetFontHinting(font, TTF_HINTING_LIGHT_SUBPIXEL);
    pool->size_px[file] = size_px;
    return font;
}

void *font_pool_open(struct font_pool *pool, int file, int size_px)
{
    if (!pool->open[file]) {
        pool->open[file] = open_file(pool, file, size_px);
    }
    TTF_Font *font = pool->open[file];
    if (font && pool->size_px[file] != size_px &&
        !font_pool_pictures(pool, file)) {
        pool->size_px[file] = TTF_SetFontSize(font, size_px) == 0 ? size_px : 0;
    }
    return font;
}

// A well-known font is looked for when its turn first comes.
static void search_named(struct font_pool *pool, int file)
{
    int named = file - FIRST_NAMED;
    if (named < 0 || named >= FONT_NAMED || pool->searched[file]) {
        return;
    }
    struct arena mem = {0};
    struct str name = str_from(other_files[named]);
    struct str path = font_file_of_system(name, &mem);
    if (path.len > 0) {
        font_bytes_map(&pool->files[file], path);
    }
    pool->searched[file] = true;
    arena_finish(&mem);
}

static bool has_character(struct font_pool *pool, int file, uint32_t c)
{
    enum { ANY_PX = 16 };
    search_named(pool, file);
    TTF_Font *font = pool->open[file];
    if (!font) {
        font = font_pool_open(pool, file, ANY_PX);
    }
    return font && TTF_GlyphIsProvided32(font, c);
}

static bool is_there(const struct font_pool *pool, const struct font_found *f)
{
    for (int i = 0; i < pool->found; i++) {
        if (str_equal(pool->found_path[i], f->path) &&
            pool->index[FIRST_FOUND + i] == f->index) {
            return true;
        }
    }
    return false;
}

// A further file, named by fontconfig; FONT_FILES when there is none.
static int find_file(struct font_pool *pool, uint32_t c, enum font_kind kind)
{
    struct font_found f;
    if (!pool->asked) {
        pool->asked = true;
        pool->system = font_system_create();
    }
    if (!pool->system || pool->found == FONT_FOUND ||
        !font_system_find(pool->system, c, kind, &pool->paths, &f) ||
        is_there(pool, &f)) {
        return FONT_FILES;
    }
    int file = FIRST_FOUND + pool->found;
    pool->found_path[pool->found++] = f.path;
    pool->index[file] = f.index;
    pool->searched[file] = true;
    font_bytes_map(&pool->files[file], f.path);
    return has_character(pool, file, c) ? file : FONT_FILES;
}

bool font_pool_pictures(const struct font_pool *pool, int file)
{
    return file == NAMED_PICTURES || (file > 0 && file == pool->pictures);
}

// Whether there are pictures, and of this character, too.
static bool has_picture(struct font_pool *pool, uint32_t c)
{
    const uint32_t smile = 0x1f642;
    if (pool->pictures == 0) {
        int file = find_file(pool, smile, FONT_PICTURES);
        if (file == FONT_FILES && has_character(pool, NAMED_PICTURES, smile)) {
            file = NAMED_PICTURES;
        }
        pool->pictures = file;
    }
    return pool->pictures < FONT_FILES &&
           has_character(pool, pool->pictures, c);
}

static bool was_missed(const struct font_pool *pool, uint32_t c)
{
    for (size_t i = 0; i < FONT_MISSED && i < pool->missed_count; i++) {
        if (pool->missed[i] == c) {
            return true;
        }
    }
    return false;
}

// FONT_FILES when none has it.
static int file_with(struct font_pool *pool, int file, uint32_t c)
{
    if (has_character(pool, file, c)) {
        return file;
    }
    for (int i = 0; i < pool->found; i++) {
        if (!font_pool_pictures(pool, FIRST_FOUND + i) &&
            has_character(pool, FIRST_FOUND + i, c)) {
            return FIRST_FOUND + i;
        }
    }
    if (was_missed(pool, c)) {
        return FONT_FILES;
    }
    int other = find_file(pool, c, FONT_PLAIN);
    if (other == FONT_FILES) {
        other = FIRST_NAMED;
        while (other < NAMED_PICTURES && !has_character(pool, other, c)) {
            other++;
        }
    }
    if (other == NAMED_PICTURES) {
        other = has_picture(pool, c) ? pool->pictures : FONT_FILES;
    }
    if (other == FONT_FILES) {
        pool->missed[pool->missed_count++ % FONT_MISSED] = c;
    }
    return other;
}

static int file_for(struct font_pool *pool, int file, uint32_t c, bool emoji)
{
    return emoji && has_picture(pool, c) ? pool->pictures
                                         : file_with(pool, file, c);
}

int font_pool_choose(struct font_pool *pool, int file, uint32_t c, bool emoji)
{
    int found = file_for(pool, file, c, emoji);
    return found < FONT_FILES ? found : file;
}

bool font_pool_has(struct font_pool *pool, int file, uint32_t c)
{
    return file_with(pool, file, c) < FONT_FILES;
}

struct str font_pool_name(struct font_pool *pool, int file, uint32_t c,
                          bool emoji)
{
    int found = file_for(pool, file, c, emoji);
    if (found == FONT_FILES) {
        return STR_NONE;
    }
    if (found < FACE_COUNT) {
        return str_from(face_files[found]);
    }
    if (found >= FIRST_NAMED) {
        return str_from(other_files[found - FIRST_NAMED]);
    }
    return str_behind(pool->found_path[found - FIRST_FOUND], '/');
}

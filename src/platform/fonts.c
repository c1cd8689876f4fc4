// SPDX-License-Identifier: MIT
// A text becomes runs (font_runs.c); SDL_ttf, which shapes with HarfBuzz,
// rasterises each (font_set.c); their coverage is put together into one mask,
// cut to its ink (font_piece.c), and kept under its face, size and bytes
// (labels.c). Widths are kept apart: lines are broken by measuring many texts
// that are never drawn. So are the places of parts, for cursors.
#include "platform/fonts.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include <SDL_ttf.h>

#include "base/utf8.h"
#include "platform/font_runs.h"
#include "platform/font_set.h"
#include "platform/paths.h"
#include "platform/task.h"

enum {
    LARGEST_PX = 2000,
    LABEL_BYTES = 4 * 1024 * 1024, // of coverage to keep
    WIDTH_SLOTS = 1024,            // measured texts to remember
    PARTS_SLOTS = 128              // and places in them
};

struct width_slot {
    uint64_t hash; // of the label's key; two texts never share 64 bits
    float px;
};

struct parts_slot {
    uint64_t hash; // of the label's key and both bytes
    size_t count;
    struct ruler_part parts[RULER_PARTS]; // in pixels
};

struct fonts {
    struct font_pool pool;
    struct labels labels;
    struct width_slot widths[WIDTH_SLOTS];
    struct parts_slot parts[PARTS_SLOTS];
    float stage_px;
    bool started; // SDL_ttf is
    struct arena mem;
    struct str folder, why;
    struct task *opening; // has the pool and all below labels until it is over
};

static void open_faces(struct fonts *f)
{
    f->started = TTF_Init() == 0;
    if (f->started) {
        font_pool_find(&f->pool, f->folder, &f->mem, &f->why);
    } else {
        f->why =
            arena_printf(&f->mem, "no text can be shown: %s", TTF_GetError());
    }
}

static void warm(void *self);

static struct fonts *make(struct str assets_folder)
{
    struct fonts *f = calloc(1, sizeof(*f));
    if (!f) {
        arena_fail();
    }
    f->why = STR("");
    f->stage_px = 1080;
    f->folder = path_join(&f->mem, assets_folder, STR("fonts"));
    return f;
}

struct fonts *fonts_create(struct str assets_folder, struct arena *mem,
                           struct str *why)
{
    struct fonts *f = make(assets_folder);
    open_faces(f);
    *why = arena_copy(mem, f->why);
    return f;
}

struct fonts *fonts_begin(struct str assets_folder)
{
    struct fonts *f = make(assets_folder);
    f->opening = task_start(warm, f);
    return f;
}

// Whoever needs them first waits for them.
static struct font_pool *pool_of(struct fonts *f)
{
    if (f->opening) {
        task_finish(f->opening);
        f->opening = NULL;
    }
    return &f->pool;
}

struct str fonts_missing(struct fonts *f)
{
    pool_of(f);
    return f->why;
}

void fonts_destroy(struct fonts *f)
{
    if (!f) {
        return;
    }
    font_pool_finish(pool_of(f));
    labels_finish(&f->labels);
    if (f->started) {
        TTF_Quit();
    }
    arena_finish(&f->mem);
    free(f);
}

bool fonts_usable(struct fonts *f)
{
    return f && pool_of(f)->files[font_pool_file(&f->pool, FACE_REGULAR)].at;
}

bool fonts_show(struct fonts *f, struct str text)
{
    if (!f) {
        return true;
    }
    int file = font_pool_file(pool_of(f), FACE_REGULAR);
    for (size_t at = 0; f->started && at < text.len;) {
        uint32_t c = utf8_next(text, &at);
        if (c > ' ' && (c < 0x2000 || c > 0x206f) &&
            !font_pool_has(&f->pool, file, c)) {
            return false;
        }
    }
    return f->started;
}

struct str fonts_file(struct fonts *f, uint32_t letter)
{
    struct font_pool *pool = pool_of(f);
    return f->started ? font_pool_name(pool, font_pool_file(pool, FACE_REGULAR),
                                       letter, font_is_emoji(letter))
                      : STR_NONE;
}

void fonts_fit(struct fonts *f, float stage_px)
{
    f->stage_px = stage_px;
}

int font_px(float size, float stage_px)
{
    float px = roundf(size * stage_px);
    return px > LARGEST_PX ? LARGEST_PX : px >= 1 ? (int)px : 1;
}

static struct setting setting_of(struct font_pool *pool, struct label_key key)
{
    return (struct setting){.pool = pool,
                            .file = font_pool_file(pool, key.face),
                            .size_px = key.size_px,
                            .rimmed = key.rimmed};
}

// How wide a text is, in pixels.
static int measure(struct font_pool *pool, struct label_key key)
{
    struct arena mem = {0};
    struct setting set = setting_of(pool, key);
    setting_put(&set, key, &mem);
    arena_finish(&mem);
    return set.advance;
}

const struct label *fonts_label(struct fonts *f, struct label_key key)
{
    const struct label *known = labels_find(&f->labels, key);
    if (known) {
        return known;
    }
    struct arena mem = {0};
    struct setting set = setting_of(pool_of(f), key);
    set.draw = true;
    if (f->started) {
        setting_put(&set, key, &mem);
    }
    struct label made = pieces_join(set.pieces, set.count);
    made.advance = (float)set.advance;
    known = labels_keep(&f->labels, key, made);
    pieces_free(set.pieces, set.count);
    arena_finish(&mem);
    return known;
}

void fonts_tick(struct fonts *f)
{
    labels_tick(&f->labels, LABEL_BYTES);
}

static float ruler_width(void *context, enum face face, float size,
                         struct str text)
{
    struct fonts *f = context;
    struct label_key key = {
        .face = face, .size_px = font_px(size, f->stage_px), .text = text};
    uint64_t hash = label_hash(key);
    struct width_slot *slot = &f->widths[hash % WIDTH_SLOTS];
    if (slot->hash != hash) {
        struct font_pool *pool = pool_of(f);
        int px = f->started ? measure(pool, key) : 0;
        *slot = (struct width_slot){hash, (float)px};
    }
    return slot->px / f->stage_px;
}

static uint64_t parts_hash(struct label_key key, const size_t ends[2])
{
    const uint64_t prime = UINT64_C(0x100000001b3);
    return ((label_hash(key) ^ ends[0]) * prime ^ ends[1]) * prime;
}

static size_t ruler_parts_of(void *context, const struct ruler_line *line,
                             const size_t ends[2],
                             struct ruler_part out[RULER_PARTS])
{
    struct fonts *f = context;
    struct label_key key = {.face = line->face,
                            .size_px = font_px(line->size, f->stage_px),
                            .text = line->text};
    uint64_t hash = parts_hash(key, ends);
    struct parts_slot *slot = &f->parts[hash % PARTS_SLOTS];
    if (slot->hash != hash) {
        struct setting set = setting_of(pool_of(f), key);
        *slot = (struct parts_slot){.hash = hash};
        slot->count =
            f->started ? setting_parts(&set, key.text, ends, slot->parts) : 0;
    }
    for (size_t i = 0; i < slot->count; i++) {
        out[i] = slot->parts[i];
        out[i].left /= f->stage_px;
        out[i].right /= f->stage_px;
    }
    return slot->count;
}

// Opens what nearly every page is set in.
static void warm(void *self)
{
    enum { ANY_PX = 26 };
    static const enum face faces[] = {FACE_REGULAR, FACE_SERIF};
    struct fonts *f = self;
    open_faces(f);
    for (size_t i = 0; f->started && i < sizeof(faces) / sizeof(faces[0]);
         i++) {
        measure(&f->pool, (struct label_key){.face = faces[i],
                                             .size_px = ANY_PX,
                                             .text = STR("a")});
    }
}

struct ruler fonts_ruler(struct fonts *f)
{
    return (struct ruler){
        .width = ruler_width, .parts = ruler_parts_of, .fonts = f};
}

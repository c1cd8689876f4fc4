// SPDX-License-Identifier: MIT
// A text becomes runs (font_runs.c); SDL_ttf, which shapes with HarfBuzz,
// rasterises each; their coverage is put together into one mask, cut to its
// ink, and kept under its face, size and bytes (labels.c). Widths are kept
// apart: lines are broken by measuring many texts that are never drawn.
#include "platform/fonts.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include <SDL_ttf.h>

#include "base/buf.h"
#include "base/utf8.h"
#include "platform/canvas.h"
#include "platform/font_picture.h"
#include "platform/font_piece.h"
#include "platform/font_pool.h"
#include "platform/font_runs.h"
#include "platform/paths.h"

enum {
    LARGEST_PX = 2000,
    LABEL_BYTES = 4 * 1024 * 1024, // of coverage to keep
    WIDTH_SLOTS = 1024             // measured texts to remember
};

struct width_slot {
    uint64_t hash; // of the label's key; two texts never share 64 bits
    float px;
};

struct fonts {
    struct font_pool pool;
    struct labels labels;
    struct width_slot widths[WIDTH_SLOTS];
    float stage_px;
    bool started; // SDL_ttf is
};

// A text that is being put together.
struct setting {
    struct fonts *fonts;
    int file, size_px;
    bool draw;   // else only measured
    bool rimmed; // as in the key
    struct piece *pieces;
    size_t count;
    int advance;
};

struct fonts *fonts_create(struct str assets_folder, struct arena *mem,
                           struct str *why)
{
    struct fonts *f = calloc(1, sizeof(*f));
    if (!f) {
        arena_fail();
    }
    *why = STR("");
    f->stage_px = 1080;
    f->started = TTF_Init() == 0;
    if (f->started) {
        struct str folder = path_join(mem, assets_folder, STR("fonts"));
        font_pool_find(&f->pool, folder, mem, why);
    } else {
        *why = arena_printf(mem, "no text can be shown: %s", TTF_GetError());
    }
    return f;
}

void fonts_destroy(struct fonts *f)
{
    if (!f) {
        return;
    }
    labels_finish(&f->labels);
    font_pool_finish(&f->pool);
    if (f->started) {
        TTF_Quit();
    }
    free(f);
}

bool fonts_usable(const struct fonts *f)
{
    return f && f->pool.files[font_pool_file(&f->pool, FACE_REGULAR)].at;
}

bool fonts_show(struct fonts *f, struct str text)
{
    if (!f) {
        return true;
    }
    int file = font_pool_file(&f->pool, FACE_REGULAR);
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
    return f->started ? font_pool_name(&f->pool,
                                       font_pool_file(&f->pool, FACE_REGULAR),
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

static bool row_has_ink(const SDL_Surface *s, int y)
{
    const uint32_t *row =
        (const void *)((const char *)s->pixels + y * s->pitch);
    int x = 0;
    while (x < s->w && row[x] >> 24 == 0) {
        x++;
    }
    return x < s->w;
}

// How far the tallest letter alone reaches above the font's ascent.
static int above_ascent(TTF_Font *font, struct str text)
{
    int highest = 0;
    for (size_t at = 0; at < text.len;) {
        int top = 0;
        TTF_GlyphMetrics32(font, utf8_next(text, &at), NULL, NULL, NULL, &top,
                           NULL);
        highest = top > highest ? top : highest;
    }
    int above = highest - TTF_FontAscent(font);
    return above > 0 ? above : 0;
}

// SDL_ttf moves the baseline down by as much as the text reaches above the
// font's ascent, and adds what it reaches below the descent: both together are
// how much higher the ink is than the font.
static int moved_down(const SDL_Surface *ink, TTF_Font *font, struct str text)
{
    int more = ink->h - TTF_FontHeight(font);
    if (more <= 0 || !row_has_ink(ink, 0)) {
        return 0;
    }
    if (!row_has_ink(ink, ink->h - 1)) {
        return more;
    }
    int above = above_ascent(font, text);
    return above < more ? above : more;
}

static void add_piece(struct setting *set, struct piece p)
{
    piece_measure(&p);
    set->pieces[set->count++] = p;
}

// Emoji, in the one size that their font has.
static void add_picture(struct setting *set, SDL_Surface *ink, TTF_Font *font,
                        int x)
{
    enum { RIMS = 20 }; // an em
    float scale = picture_scale(set->size_px, TTF_FontHeight(font));
    int ascent = TTF_FontAscent(font);
    struct piece p = {.ink = picture_fit(ink, scale, ascent),
                      .x = x,
                      .baseline = (int)lroundf((float)ascent * scale),
                      .coloured = true};
    if (set->rimmed) {
        int reach = 1 + set->size_px / RIMS;
        add_piece(set, (struct piece){.ink = picture_rim(p.ink, reach),
                                      .x = x - reach,
                                      .baseline = p.baseline + reach});
    }
    add_piece(set, p);
}

// Sets one run at the end of what is there; cell, when not 0, is how wide it
// is to stand, with the run in the middle.
static void set_run(struct setting *set, const struct font_run *run, int cell)
{
    TTF_Font *font = font_pool_open(&set->fonts->pool, run->font, set->size_px);
    if (!font) {
        return;
    }
    struct buf text = {0};
    buf_put(&text, run->text);
    const char *chars = buf_cstr(&text);
    TTF_SetFontDirection(font, run->right_to_left ? TTF_DIRECTION_RTL
                                                  : TTF_DIRECTION_LTR);
    TTF_SetFontScriptName(font, run->script);
    size_t at = 0;
    int before = 0, width = 0;
    // A first letter that reaches back before its origin widens the surface.
    if (TTF_GlyphMetrics32(font, utf8_next(run->text, &at), &before, NULL, NULL,
                           NULL, NULL) != 0 ||
        before > 0 || run->right_to_left) {
        before = 0;
    }
    const SDL_Color white = {255, 255, 255, 255};
    SDL_Surface *ink =
        set->draw ? TTF_RenderUTF8_Blended(font, chars, white) : NULL;
    bool picture = font_pool_pictures(&set->fonts->pool, run->font);
    width = ink ? ink->w : 0; // as it would be measured, shaped once
    if (ink || TTF_SizeUTF8(font, chars, &width, NULL) == 0) {
        before = width + before < 0 ? 0 : before; // a mark without width
        width += before;
        if (picture) {
            width =
                (int)lroundf((float)width *
                             picture_scale(set->size_px, TTF_FontHeight(font)));
        }
        int indent = cell > 0 ? (cell - width) / 2 : 0;
        int x = set->advance + indent + before;
        if (ink && picture) {
            add_picture(set, ink, font, x);
        } else if (ink) {
            int down = TTF_FontAscent(font) + moved_down(ink, font, run->text);
            add_piece(set,
                      (struct piece){.ink = ink, .x = x, .baseline = down});
        }
        set->advance += cell > 0 ? cell : width;
    }
    buf_finish(&text);
}

static int choose_font(void *context, uint32_t c, int before, bool emoji)
{
    const struct setting *set = context;
    struct font_pool *pool = &set->fonts->pool;
    if (c == ' ' && before > 0 && !font_pool_pictures(pool, before)) {
        return before;
    }
    return font_pool_choose(pool, set->file, c, emoji);
}

// How wide a digit's cell is: as the widest digit.
static int digit_cell(struct setting *set)
{
    TTF_Font *font = font_pool_open(&set->fonts->pool, set->file, set->size_px);
    int widest = 0;
    for (uint32_t c = '0'; font && c <= '9'; c++) {
        int advance = 0;
        TTF_GlyphMetrics32(font, c, NULL, NULL, NULL, NULL, &advance);
        widest = advance > widest ? advance : widest;
    }
    return widest;
}

// Sets the whole text. The pieces live in mem, their ink until pieces_free.
static void set_text(struct setting *set, struct label_key key,
                     struct arena *mem)
{
    struct buf clean = {0};
    font_clean(&clean, key.text);
    struct str text = arena_copy(mem, buf_view(&clean));
    buf_finish(&clean);
    if (!key.tabular) {
        struct font_chooser chooser = {choose_font, set};
        struct font_runs runs = font_split(text, chooser, mem);
        set->pieces = ARENA_ARRAY(mem, struct piece, 2 * runs.count + 1);
        for (size_t i = 0; i < runs.count; i++) {
            set_run(set, &runs.items[i], 0);
        }
        return;
    }
    int cell = digit_cell(set);
    set->pieces = ARENA_ARRAY(mem, struct piece, 2 * utf8_length(text) + 1);
    for (size_t at = 0; at < text.len;) {
        size_t from = at;
        uint32_t c = utf8_next(text, &at);
        struct font_run one = {str_sub(text, from, at),
                               choose_font(set, c, set->file, false), false,
                               "Latn"};
        set_run(set, &one, c >= '0' && c <= '9' ? cell : 0);
    }
}

const struct label *fonts_label(struct fonts *f, struct label_key key)
{
    const struct label *known = labels_find(&f->labels, key);
    if (known) {
        return known;
    }
    struct arena mem = {0};
    struct setting set = {.fonts = f,
                          .file = font_pool_file(&f->pool, key.face),
                          .size_px = key.size_px,
                          .draw = true,
                          .rimmed = key.rimmed};
    if (f->started) {
        set_text(&set, key, &mem);
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
        struct arena mem = {0};
        struct setting set = {.fonts = f,
                              .file = font_pool_file(&f->pool, face),
                              .size_px = key.size_px};
        if (f->started) {
            set_text(&set, key, &mem);
        }
        *slot = (struct width_slot){hash, (float)set.advance};
        arena_finish(&mem);
    }
    return slot->px / f->stage_px;
}

void fonts_warm(struct fonts *f)
{
    static const enum face faces[] = {FACE_REGULAR, FACE_SERIF};
    for (size_t i = 0; i < sizeof(faces) / sizeof(faces[0]); i++) {
        ruler_width(f, faces[i], 0.024f, STR("a"));
    }
}

struct ruler fonts_ruler(struct fonts *f)
{
    return (struct ruler){.width = ruler_width, .fonts = f};
}

// SPDX-License-Identifier: MIT
#include "platform/font_set.h"

#include <math.h>

#include <SDL_ttf.h>

#include "base/buf.h"
#include "base/utf8.h"
#include "platform/font_picture.h"
#include "platform/font_runs.h"

static bool row_has_ink(const SDL_Surface *s, int y)
{
    const uint32_t *row = ink_row(s, y);
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
    TTF_Font *font = font_pool_open(set->pool, run->font, set->size_px);
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
    bool picture = font_pool_pictures(set->pool, run->font);
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
    if (c == ' ' && before > 0 && !font_pool_pictures(set->pool, before)) {
        return before;
    }
    return font_pool_choose(set->pool, set->file, c, emoji);
}

// How wide a digit's cell is: as the widest digit.
static int digit_cell(struct setting *set)
{
    TTF_Font *font = font_pool_open(set->pool, set->file, set->size_px);
    int widest = 0;
    for (uint32_t c = '0'; font && c <= '9'; c++) {
        int advance = 0;
        TTF_GlyphMetrics32(font, c, NULL, NULL, NULL, NULL, &advance);
        widest = advance > widest ? advance : widest;
    }
    return widest;
}

static struct str cleaned(struct str text, struct arena *mem)
{
    struct buf clean = {0};
    font_clean(&clean, text);
    struct str copy = arena_copy(mem, buf_view(&clean));
    buf_finish(&clean);
    return copy;
}

static struct font_runs runs_of(struct setting *set, struct str clean,
                                struct arena *mem)
{
    struct font_chooser chooser = {choose_font, set};
    return font_split(clean, chooser, mem);
}

void setting_put(struct setting *set, struct label_key key, struct arena *mem)
{
    struct str text = cleaned(key.text, mem);
    if (!key.tabular) {
        struct font_runs runs = runs_of(set, text, mem);
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

// How wide a run is up to byte at of it, set by itself.
static int width_to(const struct setting *set, struct font_run run, size_t at)
{
    struct setting alone = {
        .pool = set->pool, .file = set->file, .size_px = set->size_px};
    run.text = str_sub(run.text, 0, at);
    if (at > 0) {
        set_run(&alone, &run, 0);
    }
    return alone.advance;
}

// The part of a run, which stands from left on and is so wide, that bytes from
// up to end of it take.
static struct ruler_part part_of(const struct setting *set,
                                 const struct font_run *run,
                                 const size_t bytes[2], const int ends[2])
{
    int first = width_to(set, *run, bytes[0]);
    int last = bytes[1] < run->text.len ? width_to(set, *run, bytes[1])
                                        : ends[1] - ends[0];
    bool back = run->right_to_left;
    return (struct ruler_part){
        .left = (float)(back ? ends[1] - last : ends[0] + first),
        .right = (float)(back ? ends[1] - first : ends[0] + last),
        .right_to_left = back};
}

// Joins a part to the one before where they touch and run alike.
static size_t put_part(struct ruler_part *parts, size_t count,
                       struct ruler_part p)
{
    struct ruler_part *last = count > 0 ? &parts[count - 1] : NULL;
    if (last && last->right_to_left == p.right_to_left &&
        last->right > p.left - 0.5f) {
        last->right = p.right;
    } else if (count < RULER_PARTS) {
        parts[count++] = p;
    }
    return count;
}

size_t setting_parts(struct setting *set, struct str text, const size_t ends[2],
                     struct ruler_part out[RULER_PARTS])
{
    struct arena mem = {0};
    size_t from = cleaned(str_sub(text, 0, ends[0]), &mem).len;
    size_t to = cleaned(str_sub(text, 0, ends[1]), &mem).len;
    struct str clean = cleaned(text, &mem);
    struct font_runs runs = runs_of(set, clean, &mem);
    size_t count = 0;
    for (size_t i = 0; i < runs.count; i++) {
        const struct font_run *run = &runs.items[i];
        size_t first = (size_t)(run->text.at - clean.at);
        size_t end = first + run->text.len;
        int left = set->advance;
        set_run(set, run, 0);
        if (from < to && from < end && to > first) {
            size_t bytes[] = {from > first ? from - first : 0,
                              to < end ? to - first : run->text.len};
            count =
                put_part(out, count,
                         part_of(set, run, bytes, (int[]){left, set->advance}));
        }
    }
    arena_finish(&mem);
    return count;
}

// SPDX-License-Identifier: MIT
// How words are set: cut, made smaller or broken where they are wider than
// their room.
#include "screens/widgets.h"

#include "base/breaks.h"
#include "base/grapheme.h"

void words_draw(struct scene *sc, struct words w, float x, float y,
                struct str text)
{
    scene_text(sc,
               (struct shape){.role = w.role,
                              .alpha = w.alpha > 0 ? w.alpha : 1,
                              .x = x,
                              .y = y,
                              .face = w.face,
                              .align = w.align,
                              .size = w.size,
                              .sized = w.sized,
                              .flows = w.flows},
               text);
}

static float width_of(const struct ruler *ruler, struct words w,
                      struct str text)
{
    return text.len > 0 ? ruler->width(ruler->fonts, w.face, w.size, text) : 0;
}

// The most of text, at least a cluster, that fits in room.
static size_t fitting(const struct ruler *ruler, struct words w, float room,
                      struct str text)
{
    size_t low = grapheme_next(text, 0);
    size_t high = text.len;
    while (high > low) {
        size_t middle = (low + high + 1) / 2;
        struct str part = str_sub(text, 0, grapheme_floor(text, middle));
        if (width_of(ruler, w, part) <= room) {
            low = middle;
        } else {
            high = middle - 1;
        }
    }
    return grapheme_floor(text, low);
}

void words_fitted(const struct page *pg, struct words w, struct area at,
                  struct str text)
{
    w.size = ruler_size(pg->ruler, w.size);
    if (width_of(pg->ruler, w, text) <= at.w) {
        words_draw(pg->sc, w, at.x, at.y, text);
        return;
    }
    struct phrase cut = {0};
    struct str mark = STR("\u2026");
    struct str most = str_sub(text, 0, PHRASE_BYTES - mark.len);
    size_t len =
        fitting(pg->ruler, w, at.w - width_of(pg->ruler, w, mark), most);
    phrase_put(&cut, str_trim(str_sub(text, 0, len)));
    phrase_put(&cut, mark);
    words_draw(pg->sc, w, at.x, at.y, phrase_view(&cut));
}

bool words_against(const struct ruler *ruler, struct str line)
{
    const struct tongue *t = ruler->tongue;
    return tongue_turns(t, line) != tongue_turns(t, STR_NONE);
}

void words_own(const struct page *pg, struct words w, struct area at,
               struct str text)
{
    bool against = words_against(pg->ruler, text);
    w.align = against ? ALIGN_RIGHT : ALIGN_LEFT;
    at.x += against ? at.w : 0;
    words_fitted(pg, w, at, text);
}

void words_whole(const struct page *pg, struct words w, struct area at,
                 struct str text)
{
    w.size = ruler_size(pg->ruler, w.size);
    float wide = width_of(pg->ruler, w, text);
    w.size *= wide > at.w ? at.w / wide : 1;
    // Letters have whole pixels, so that a little may still be too much; large
    // ones are set anew.
    bool whole = pg->ruler->px > 0 && !(pg->ruler->growth > 0);
    for (int px = 0; px < 2 && whole; px++) {
        float over = width_of(pg->ruler, w, text) - at.w;
        w.size -= over > 0 ? 1 / pg->ruler->px : 0;
    }
    words_draw(pg->sc, w, at.x, at.y, text);
}

static size_t behind_blanks(struct str s, size_t at)
{
    while (at < s.len && s.at[at] == ' ') {
        at++;
    }
    return at;
}

struct str words_line(const struct ruler *ruler, struct words w, float room,
                      struct str *rest)
{
    *rest = str_trim(*rest);
    struct str text = str_sub(*rest, 0, str_find(*rest, '\n', 0));
    struct str line = {rest->at, 0};
    for (size_t at = 0; at < text.len;) {
        size_t end = breaks_next(text, at, text.len);
        struct str longer = str_sub(text, 0, end);
        if (width_of(ruler, w, longer) > room) {
            if (line.len == 0) { // a word that is longer than the room
                line.len = fitting(ruler, w, room, longer);
            }
            break;
        }
        line = longer;
        at = behind_blanks(text, end);
    }
    size_t next = behind_blanks(*rest, line.len);
    next += next < rest->len && rest->at[next] == '\n';
    *rest = str_sub(*rest, next, rest->len);
    return line;
}

struct words words_written(const struct ruler *ruler, struct words w)
{
    w.size *= ruler_growth(ruler);
    w.sized = true;
    return w;
}

struct str words_tail(const struct ruler *ruler, struct words w, float room,
                      struct str text, float *wide)
{
    *wide = width_of(ruler, w, text);
    while (*wide > room && text.len > 0) {
        text = str_sub(text, grapheme_next(text, 0), text.len);
        *wide = width_of(ruler, w, text);
    }
    return text;
}

// A word that would stand alone in the last line takes one more with it.
static void accompany(struct str *line, struct str *rest)
{
    enum { WORDS_LEAST = 4 }; // of a line that may lose one
    size_t words = 1, last = 0;
    for (size_t i = 0; i < line->len; i++) {
        words += line->at[i] == ' ';
        last = line->at[i] == ' ' ? i : last;
    }
    struct str word = str_trim(*rest);
    bool alone = word.len > 0 && str_find(word, ' ', 0) == word.len &&
                 str_find(word, '\n', 0) == word.len;
    bool goes_on = alone && line->at[line->len] == ' ';
    if (goes_on && words >= WORDS_LEAST) {
        size_t all = (size_t)(word.at - line->at) + word.len;
        struct str whole = {line->at, all};
        *rest = str_sub(whole, last + 1, all);
        *line = str_trim(str_sub(*line, 0, last));
    }
}

float words_paragraph(const struct page *pg, struct words w, struct area at,
                      float leading, size_t most, struct str text)
{
    float y = at.y, meant = w.size;
    w.size = ruler_size(pg->ruler, meant);
    leading =
        w.size > meant && leading < 1.2f * w.size ? 1.2f * w.size : leading;
    for (size_t i = 0; i < most && str_trim(text).len > 0; i++) {
        if (i + 1 == most) {
            words_fitted(pg, w, (struct area){at.x, y, at.w, 0},
                         str_trim(text));
            return y + leading;
        }
        struct str line = words_line(pg->ruler, w, at.w, &text);
        accompany(&line, &text);
        words_draw(pg->sc, w, at.x, y, line);
        w.flows = true;
        y += leading;
    }
    return y;
}

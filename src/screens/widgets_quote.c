// SPDX-License-Identifier: MIT
// A person's own words in quotation marks, which close also where they are cut.
#include "screens/widgets.h"

#include "base/grapheme.h"

enum { QUOTE_BYTES = 1024 }; // more than lines of a panel have

// A pattern's words before and behind its place.
static void find_marks(const struct tongue *t, struct phrase *whole,
                       struct str marks[2])
{
    struct str place = STR("\n");
    phrase_fill(whole, say(t, STR("\u201c{1}\u201d|quote")), &place, 1);
    struct str all = phrase_view(whole);
    size_t at = str_find(all, '\n', 0);
    marks[0] = str_sub(all, 0, at);
    marks[1] = str_sub(all, at + 1, all.len);
}

static float width_of(const struct ruler *ruler, struct words w,
                      struct str text)
{
    return ruler->width(ruler->fonts, w.face, w.size, text);
}

// The last line there is room for: all that is left, or some words of it.
static void draw_last(const struct page *pg, struct words w, struct area at,
                      struct str rest, struct str closing)
{
    struct phrase line = {0}, mark = {0};
    struct str all = rest;
    struct str first = words_line(pg->ruler, w, at.w, &rest);
    if (rest.len == 0 && str_ends(all, closing)) {
        words_draw(pg->sc, w, at.x, at.y, first);
        return;
    }
    phrase_put(&mark, STR("\u2026"));
    phrase_put(&mark, closing);
    float room = at.w - width_of(pg->ruler, w, phrase_view(&mark));
    size_t most = grapheme_floor(all, PHRASE_BYTES - mark.len);
    rest = str_sub(all, 0, most);
    phrase_put(&line, words_line(pg->ruler, w, room, &rest));
    phrase_put(&line, phrase_view(&mark));
    words_draw(pg->sc, w, at.x, at.y, phrase_view(&line));
}

float words_quoted(const struct page *pg, struct words w, struct area at,
                   float leading, size_t most, struct str text)
{
    char quoted[QUOTE_BYTES];
    struct phrase pattern = {0};
    struct str marks[2], whole = {quoted, 0};
    find_marks(pg->ruler->tongue, &pattern, marks);
    size_t room = sizeof(quoted) - marks[0].len - marks[1].len;
    bool fits = text.len <= room;
    const struct str parts[] = {
        marks[0],
        str_sub(text, 0, fits ? text.len : grapheme_floor(text, room)),
        fits ? marks[1] : STR_NONE};
    for (size_t i = 0; i < sizeof(parts) / sizeof(parts[0]); i++) {
        for (size_t k = 0; k < parts[i].len; k++) {
            quoted[whole.len++] = parts[i].at[k];
        }
    }
    w.size = ruler_size(pg->ruler, w.size);
    leading = leading < 1.2f * w.size ? 1.2f * w.size : leading;
    for (size_t i = 0; i < most && str_trim(whole).len > 0; i++) {
        if (i + 1 == most) {
            draw_last(pg, w, at, whole, marks[1]);
        } else {
            words_draw(pg->sc, w, at.x, at.y,
                       words_line(pg->ruler, w, at.w, &whole));
        }
        at.y += leading;
    }
    return at.y;
}

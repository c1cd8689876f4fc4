// SPDX-License-Identifier: MIT
#include "screens/notice.h"

#include "frame/phrase.h"

static const float left = 0.111f, wide = 1.5f;
enum { SHOWN = 5 };

void notice_finish(struct notice *n)
{
    arena_finish(&n->mem);
}

void notice_open(struct notice *n, struct str path, const struct diag *items,
                 size_t count)
{
    arena_finish(&n->mem);
    *n = (struct notice){.count = count};
    n->path = arena_copy(&n->mem, path);
    struct diag *copies = ARENA_ARRAY(&n->mem, struct diag, count);
    for (size_t i = 0; i < count; i++) {
        copies[i] = items[i];
        copies[i].message = arena_copy(&n->mem, items[i].message);
        copies[i].hint = arena_copy(&n->mem, items[i].hint);
        copies[i].source = arena_copy(&n->mem, items[i].source);
    }
    n->items = copies;
}

void notice_entitle(struct notice *n, struct str title)
{
    n->title = title;
}

enum wish notice_input(struct notice *n, const struct input *in)
{
    size_t last = n->count > SHOWN ? n->count - SHOWN : 0;
    if (in->kind == INPUT_WHEEL) {
        n->first = in->y > 0 ? n->first - (n->first > 0)
                             : n->first + (n->first < last);
    }
    if (in->kind != INPUT_KEY) {
        return WISH_NOTHING;
    }
    switch ((int)in->key) {
    case KEY_ESCAPE:
    case KEY_ENTER:
        return WISH_BACK;
    case KEY_UP:
        n->first -= n->first > 0;
        break;
    case KEY_DOWN:
        n->first += n->first < last;
        break;
    }
    return WISH_NOTHING;
}

static float draw_mistake(const struct page *pg, const struct diag *d, float y)
{
    struct phrase place = {0}, line = {0}, column = {0};
    phrase_number(&line, d->line);
    phrase_number(&column, d->column);
    const struct str args[] = {phrase_view(&line), phrase_view(&column)};
    phrase_fill(&place, say(pg->ruler->tongue, STR("Line {1}, column {2}")),
                args, 2);
    words_draw(
        pg->sc,
        (struct words){.face = FACE_REGULAR, .role = ROLE_WARM, .size = 0.02f},
        left, y, phrase_view(&place));
    struct area at = {left + 0.25f, y, wide - 0.25f, 0};
    at.y = words_paragraph(
        pg,
        (struct words){.face = FACE_REGULAR, .role = ROLE_INK, .size = 0.024f},
        at, 0.033f, 2, d->message);
    struct words quiet = {
        .face = FACE_REGULAR, .role = ROLE_INK2, .size = 0.02f};
    if (d->hint.len > 0) {
        at.y = words_paragraph(pg, quiet, at, 0.03f, 2, d->hint);
    }
    quiet.role = ROLE_INK3;
    words_fitted(pg, quiet, at, str_trim(d->source));
    return at.y + 0.05f;
}

void notice_draw(const struct notice *n, const struct page *pg)
{
    page_ground(pg->sc);
    words_draw(
        pg->sc,
        (struct words){.face = FACE_SERIF, .role = ROLE_INK, .size = 0.054f},
        left, 0.165f,
        say(pg->ruler->tongue, n->title.len > 0 ? n->title
                               : n->count > 0
                                   ? STR("This session cannot be played yet")
                                   : STR("This session could not be opened")));
    struct area at = {left, 0.215f, wide, 0};
    words_fitted(
        pg,
        (struct words){.face = FACE_REGULAR, .role = ROLE_INK2, .size = 0.022f},
        at, n->path);
    float y = 0.3f;
    for (size_t i = n->first; i < n->count && y < 0.76f; i++) {
        y = draw_mistake(pg, &n->items[i], y);
    }
    hint_draw_left(pg->sc,
                   say(pg->ruler->tongue,
                       n->count > SHOWN
                           ? STR("\u2191 \u2193 more \u00b7 Esc goes back")
                           : STR("Esc goes back")));
}

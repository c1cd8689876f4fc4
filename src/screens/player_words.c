// SPDX-License-Identifier: MIT
// The words of the player: what is done now, with its count and arrow, and the
// line of guidance.
#include "frame/caption.h"
#include "screens/player_look.h"

float player_type(const struct player_canvas *c, float size)
{
    return ruler_size(c->ruler, size * c->scale);
}

float player_edge_type(const struct player_canvas *c, float size)
{
    float zoom = c->ruler->zoom > 1 ? c->ruler->zoom : 1;
    float least = c->ruler->least * zoom;
    return size * c->scale > least ? size * c->scale : least;
}

struct shape look_text(enum face face, enum role role, float size)
{
    return (struct shape){.face = face, .role = role, .size = size, .alpha = 1};
}

void look_put(const struct player_look *l, struct shape s, struct str text)
{
    if (s.alpha > 0.002f) {
        scene_text(l->c.sc, s, text);
    }
}

void look_put_whole(const struct player_look *l, struct shape s,
                    struct str text, float room)
{
    float width = l->c.ruler->width(l->c.ruler->fonts, s.face, s.size, text);
    s.size *= width > room ? room / width : 1;
    look_put(l, s, text);
}

// Where what stands around a word comes near to it or crosses it, the ground
// is laid behind the word.
static void put_word(const struct player_look *l, struct shape word,
                     struct str text)
{
    const float most = 0.85f;
    float reach = 0.065f * l->c.scale;
    float half =
        l->c.ruler->width(l->c.ruler->fonts, word.face, word.size, text) / 2;
    float near = (half + reach - l->place.within) / (0.7f * reach);
    if (l->place.within > 0 && near > 0) {
        word.r = reach;
        word.a = near >= 1 ? most : most * near;
    }
    look_put(l, word, text);
}

void look_draw_word(const struct player_look *l)
{
    struct caption caption;
    struct caption_style style = {
        l->c.ruler->tongue,
        {l->p->options.names[0], l->p->options.names[1]},
        l->settled};
    caption_at(&caption, l->p->tl, &l->m, &style);
    float shown = l->shown;
    struct shape word =
        look_text(FACE_LIGHT, ROLE_INK, player_type(&l->c, l->place.word_size));
    if (l->place.own_time) { // below the time, which is the larger
        word.face = FACE_REGULAR;
        word.role = ROLE_INK2;
    }
    word.align = l->place.word_align;
    word.x = l->place.word_x;
    word.y = l->place.word_y;
    word.alpha = caption.other_alpha * shown;
    put_word(l, word, phrase_view(&caption.other));
    word.alpha = caption.alpha * shown;
    put_word(l, word, phrase_view(&caption.word));

    struct shape small =
        look_text(FACE_REGULAR, ROLE_INK2, player_type(&l->c, 0.024f));
    small.align = l->place.word_align;
    small.x = word.x;
    small.y = l->place.ways_y;
    small.alpha = shown;
    look_put(l, small, phrase_view(&caption.ways));
    if (l->p->options.hud != HUD_FULL) {
        return;
    }
    small.y = l->place.count_y;
    small.size = player_type(&l->c, 0.03f);
    small.tabular = true;
    if (!l->place.own_time) {
        look_put(l, small, phrase_view(&caption.count));
    }
    small.y = l->place.arrow_y;
    small.size = l->place.arrow_size;
    small.role = small.size > 0.03f ? ROLE_INK : ROLE_INK2;
    small.x += small.align == ALIGN_LEFT ? small.size / 2 : 0;
    if (l->place.arrow_beside) {
        const struct ruler *ruler = l->c.ruler;
        small.x -= ruler->width(ruler->fonts, word.face, word.size,
                                phrase_view(&caption.word)) /
                       2 +
                   0.035f;
        small.y = word.y - 0.3f * word.size;
    }
    if (shown > 0.002f) {
        arrow_draw(l->c.sc, caption.arrow, &small);
    }
}

static bool holds_all(struct str text, const struct str *lines, size_t count)
{
    struct str all = str_trim(text);
    return count > 0 &&
           lines[count - 1].at + lines[count - 1].len == all.at + all.len;
}

// Beside a pacer lines are shorter, when two of them hold the text.
static size_t break_line(const struct player_look *l, struct str text,
                         struct str *lines)
{
    enum { BESIDE_UNITS = 36, LARGE_UNITS = 38 };
    bool large = l->c.scale > 1.1f;
    size_t most = large ? 3 : 2;
    if (l->place.line_align == ALIGN_RIGHT) {
        size_t count = guidance_break(text, BESIDE_UNITS, lines, most);
        if (holds_all(text, lines, count)) {
            return count;
        }
    }
    return guidance_break(text, large ? LARGE_UNITS : GUIDANCE_UNITS, lines,
                          most);
}

// Two lines at most, three in large text; never wider than the stage.
void look_draw_line(const struct player_look *l, struct str text, float alpha)
{
    struct str lines[GUIDANCE_LINES];
    size_t count = break_line(l, text, lines);
    struct shape s =
        look_text(FACE_SERIF, ROLE_INK, player_type(&l->c, 0.044f));
    float widest = 0;
    for (size_t i = 0; i < count; i++) {
        float width =
            l->c.ruler->width(l->c.ruler->fonts, s.face, s.size, lines[i]);
        widest = width > widest ? width : widest;
    }
    if (widest > l->place.line_room) {
        s.size *= l->place.line_room / widest;
    }
    s.alpha = alpha * l->shown;
    s.align = l->place.line_align;
    s.x = l->place.line_x;
    s.y = l->place.line_y;
    if (s.y > 0.7f) { // below the pacer: about the same middle, over the bar
        float last = s.y + (count == 1 ? 0.0372f : s.size * 1.25f);
        const float hint = 0.0185f; // fits below
        float lowest = 0.945f - 0.045f * player_type(&l->c, hint) / hint;
        last = last < lowest ? last : lowest;
        s.y = last - (float)(count - 1) * s.size * 1.25f;
    }
    for (size_t i = 0; i < count; i++) {
        look_put(l, s, lines[i]);
        s.y += s.size * 1.25f;
    }
}

void look_draw_mistake(const struct player *p, const struct player_canvas *c)
{
    struct player_canvas own = {c->sc, c->ruler, 1}; // a script's, not theirs
    struct shape s = {.role = ROLE_INK2,
                      .alpha = 1,
                      .x = STAGE_WIDTH / 2,
                      .y = 0.035f,
                      .size = player_edge_type(&own, 0.0185f),
                      .face = FACE_REGULAR,
                      .align = ALIGN_CENTRE};
    scene_text(c->sc, s, phrase_view(&p->mistake));
    s.role = ROLE_INK3;
    s.y += s.size + 0.0095f;
    scene_text(c->sc, s, phrase_view(&p->cure));
}

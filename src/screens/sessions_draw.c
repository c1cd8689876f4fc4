// SPDX-License-Identifier: MIT
#include "screens/sessions_inside.h"

#include <math.h>

static void ring(struct scene *sc, float x, float y, float r)
{
    scene_add(sc, (struct shape){.kind = SHAPE_RING,
                                 .role = ROLE_INK2,
                                 .alpha = 1,
                                 .x = x,
                                 .y = y,
                                 .r = r,
                                 .width = 0.0026f});
}

static void disc(struct scene *sc, float x, float y, float r)
{
    scene_add(sc, (struct shape){.kind = SHAPE_DISC,
                                 .role = ROLE_INK2,
                                 .alpha = 1,
                                 .x = x,
                                 .y = y,
                                 .r = r});
}

static void stroke(struct scene *sc, const float ends[4])
{
    line_draw(sc, ROLE_INK2, 0.0026f, ends);
}

// A hill and a valley, as the breath runs.
static void wave(struct scene *sc, float x, float y)
{
    enum { STEPS = 12 };
    const float step = 0.048f / STEPS;
    float turn = 6.2831853f / STEPS;
    for (int i = 0; i < STEPS; i++) {
        float at = x - 0.024f + step * (float)i;
        stroke(sc, (float[]){at, y - 0.011f * sinf(turn * (float)i), at + step,
                             y - 0.011f * sinf(turn * (float)(i + 1))});
    }
}

// The silhouette of what the session shows while it plays.
static void draw_pacer(struct scene *sc, float x, float y, enum pacer pacer)
{
    switch (pacer) {
    case PACER_ORB:
        ring(sc, x, y, 0.021f);
        break;
    case PACER_WAVE:
        wave(sc, x, y);
        break;
    case PACER_BOX:
        box_line(sc, (struct area){x - 0.018f, y - 0.018f, 0.036f, 0.036f},
                 0.006f, ROLE_INK2, 0.0026f);
        break;
    case PACER_PETALS:
        for (int i = -1; i <= 1; i++) {
            ring(sc, x + 0.011f * (float)i, y - (i == 0 ? 0.006f : -0.004f),
                 0.012f);
        }
        break;
    case PACER_BAR:
        stroke(sc, (float[]){x, y - 0.02f, x, y + 0.02f});
        disc(sc, x, y + 0.004f, 0.0065f);
        break;
    case PACER_RING:
        ring(sc, x, y, 0.021f);
        disc(sc, x + 0.021f, y, 0.0055f);
        break;
    case PACER_BODY:
        disc(sc, x, y - 0.015f, 0.0065f);
        stroke(sc, (float[]){x, y - 0.006f, x, y + 0.008f});
        stroke(sc, (float[]){x - 0.012f, y - 0.001f, x + 0.012f, y - 0.001f});
        stroke(sc, (float[]){x, y + 0.008f, x - 0.008f, y + 0.021f});
        stroke(sc, (float[]){x, y + 0.008f, x + 0.008f, y + 0.021f});
        break;
    case PACER_NONE:
    case PACER_COUNT:
        disc(sc, x, y, 0.0035f);
        break;
    }
}

static void put_part(struct phrase *line, struct str part)
{
    if (part.len > 0) {
        phrase_put(line, STR(" \u00b7 "));
        phrase_put(line, part);
    }
}

static void put_class(struct phrase *out, const struct tongue *t,
                      unsigned classes)
{
    static const struct {
        unsigned bit;
        const char *word;
    } words[] = {{CLASS_FAST, WORD("fast breathing")},
                 {CLASS_HOLDS, WORD("with holds")},
                 {CLASS_ACTIVATING, WORD("activating")}};
    for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
        if (classes & words[i].bit) {
            put_part(out, say(t, str_from(words[i].word)));
        }
    }
    if (classes == CLASS_GENTLE) {
        put_part(out, say(t, STR("gentle")));
    }
}

// A favourite has its mark in ink; the focused card shows where one is made.
static void draw_star(const struct page *pg, struct area a, bool favourite)
{
    words_draw(pg->sc,
               (struct words){.face = FACE_MEDIUM,
                              .role = favourite ? ROLE_BREATH : ROLE_INK3,
                              .align = ALIGN_CENTRE,
                              .size = favourite ? 0.05f : 0.03f},
               a.x + a.w / 2, a.y + 0.075f, STR("*"));
}

static float wide_of(const struct page *pg, struct words w,
                     const struct phrase *line)
{
    const struct ruler *ruler = pg->ruler;
    return ruler->width(ruler->fonts, w.face, ruler_size(ruler, w.size),
                        phrase_view(line));
}

// What it is, in letters of one size: where there is no room for the seconds
// of a breath, without them. A small window has two lines where that is not
// enough, and so have large words; whether it takes both.
static bool put_about(const struct practice *p, const struct page *pg,
                      struct words w, float room, struct phrase *line)
{
    const float two_lines = 1.7f; // how strong it is comes first
    if (p->mistake_count > 0) {
        phrase_put(line, say(pg->ruler->tongue,
                             STR("has a mistake \u00b7 Enter shows it")));
        return false;
    }
    practice_minutes(p, pg->ruler->tongue, line);
    put_class(line, pg->ruler->tongue, p->classes);
    struct phrase all = *line, less = *line;
    put_part(&all, p->manner);
    put_part(&less, p->pace);
    float wide = wide_of(pg, w, &all);
    bool large = pg->ruler->growth > 0;
    bool small = pg->ruler->least > 0.017f && wide_of(pg, w, &less) > room;
    if (wide > room && (large || small)) {
        *line = small && wide >= two_lines * room ? *line : all;
        return true;
    }
    *line = wide > room ? less : all;
    return false;
}

static void draw_card(const struct practice *p, struct area a, bool focused,
                      const struct page *pg)
{
    card_draw(pg->sc, a, focused);
    draw_pacer(pg->sc, a.x + 0.055f, a.y + a.h / 2, p->pacer);
    struct words name = {.face = focused ? FACE_MEDIUM : FACE_REGULAR,
                         .role = ROLE_INK,
                         .size = 0.031f};
    struct words w = {.face = FACE_REGULAR, .role = ROLE_INK2, .size = 0.022f};
    struct area at = {a.x + 0.108f, 0, a.w - 0.19f, 0};
    struct phrase line = {0};
    bool two = put_about(p, pg, w, at.w, &line);
    at.y = a.y + (two ? 0.04f : 0.0525f);
    words_fitted(pg, name, at, p->title.len > 0 ? p->title : p->name);
    at.y = a.y + (two ? 0.073f : 0.088f);
    if (p->mistake_count > 0) {
        care_sign(pg->sc, at.x + 0.009f, at.y - 0.008f, 0.0095f);
        at.x += 0.028f;
    }
    if (two) {
        words_paragraph(pg, w, at, 0.028f, 2, phrase_view(&line));
    } else {
        words_whole(pg, w, at, phrase_view(&line));
    }
}

// "18 of 51"; on a dose day, how many are put away.
static void draw_place(const struct sessions *s, const struct page *pg)
{
    struct words w = {.face = FACE_REGULAR,
                      .role = ROLE_INK3,
                      .align = ALIGN_RIGHT,
                      .size = 0.0185f};
    const struct tongue *t = pg->ruler->tongue;
    struct phrase place = {0}, at = {0}, all = {0};
    phrase_number(&at, (int64_t)(s->count > 0 ? s->focus + 1 : 0));
    phrase_number(&all, (int64_t)s->count);
    const struct str of[] = {phrase_view(&at), phrase_view(&all)};
    phrase_fill(&place, say(t, STR("{1} of {2}")), of, 2);
    words_draw(pg->sc, w, 0.816f, 0.103f, phrase_view(&place));
    bool hidden = s->kind == DAY_KIND_COUNT;
    if (s->away > 0) {
        struct phrase away = {0}, count = {0};
        phrase_number(&count, (int64_t)s->away);
        const struct str args[] = {phrase_view(&count)};
        phrase_fill(&away,
                    say(t, hidden
                               ? STR("Put away, since it may be a dose day: "
                                     "{1} with fast breathing \u00b7 Tab shows "
                                     "them")
                               : STR("Put away on a dose day: {1} with fast "
                                     "breathing \u00b7 Tab shows them")),
                    args, 1);
        words_draw(pg->sc, w, 1.667f, 0.135f, phrase_view(&away));
    } else if (s->unfolded) {
        words_draw(pg->sc, w, 1.667f, 0.135f,
                   say(t, hidden
                              ? STR("It may be a dose day, with fast "
                                    "breathing shown \u00b7 Tab puts it away")
                              : STR("A dose day, with fast breathing shown "
                                    "\u00b7 Tab puts it away")));
    }
}

static void draw_setup(const struct sessions *s, const struct page *pg)
{
    struct area a = sessions_setup();
    const struct tongue *t = pg->ruler->tongue;
    button_draw(pg->sc, a, say(t, STR("Set up")), BUTTON_QUIET, false);
    words_draw(pg->sc,
               (struct words){
                   .face = FACE_REGULAR, .role = ROLE_INK3, .size = 0.0185f},
               a.x + 0.215f, 0.838f,
               sessions_fold(s) ? STR("+") : say(t, STR("Tab")));
}

// Says why some are not here, and how they come back.
static void draw_left(const struct sessions *s, const struct page *pg)
{
    const struct tongue *t = pg->ruler->tongue;
    struct words w = {.face = FACE_REGULAR,
                      .role = ROLE_INK2,
                      .align = ALIGN_RIGHT,
                      .size = 0.0195f};
    struct phrase line = {0}, number = {0};
    phrase_number(&number, (int64_t)s->left);
    struct str args[] = {phrase_view(&number), say(t, s->reason)};
    phrase_fill(
        &line,
        say(t, s->anyway
                   ? STR("{1} do not suit: {2}. Shift+Tab: leave them out")
                   : STR("{1} left out because of: {2}. Shift+Tab: show "
                         "anyway")),
        args, 2);
    words_draw(pg->sc, w, 1.667f, 0.09f, phrase_view(&line));
}

void sessions_draw(const struct sessions *s, const struct facts *f,
                   const struct page *pg)
{
    page_ground(pg->sc);
    words_draw(
        pg->sc,
        (struct words){.face = FACE_SERIF, .role = ROLE_INK, .size = 0.054f},
        0.111f, 0.103f, say(pg->ruler->tongue, STR("Sessions")));
    sessions_filters_draw(s, pg);
    draw_place(s, pg);
    if (s->left > 0) {
        draw_left(s, pg);
    }
    if (s->count == 0) {
        words_draw(pg->sc,
                   (struct words){
                       .face = FACE_REGULAR, .role = ROLE_INK2, .size = 0.024f},
                   0.111f, 0.27f,
                   say(pg->ruler->tongue, STR("No session was found.")));
    } else {
        const struct practice *p = &f->practices[sessions_chosen(s)];
        sessions_panel_draw(p, pg);
        if (p->mistake_count == 0) {
            draw_setup(s, pg);
        }
    }
    for (size_t i = 0; i < SESSIONS_SHOWN && s->first + i < s->count; i++) {
        const struct practice *p = &f->practices[s->listed[s->first + i]];
        bool focused = s->first + i == s->focus && s->zone == ZONE_LIST;
        bool favourite = sessions_favourite(f, p->name);
        draw_card(p, sessions_card(i), focused, pg);
        if (focused || favourite) {
            draw_star(pg, sessions_star(i), favourite);
        }
    }
    menu_draw(pg, MENU_SESSIONS, s->zone == ZONE_MENU ? s->item : MENU_NONE);
}

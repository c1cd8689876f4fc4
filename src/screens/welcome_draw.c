// SPDX-License-Identifier: MIT
#include "screens/settings.h"
#include "screens/welcome_inside.h"

static const float left = 0.111f;

static void draw_choices(const struct welcome *w, const struct facts *f,
                         const struct page *pg)
{
    struct str words[WELCOME_CHOICES_MOST];
    size_t count = welcome_choices(w->page, words);
    size_t chosen = welcome_chosen(w, f->settings);
    for (size_t i = 0; i < count; i++) {
        struct area a = welcome_choice(i);
        struct phrase word = {0};
        phrase_put(&word, say(pg->ruler->tongue, words[i]));
        phrase_capital(&word);
        card_draw(pg->sc, a, i == chosen);
        words_draw(
            pg->sc,
            (struct words){.face = i == chosen ? FACE_MEDIUM : FACE_REGULAR,
                           .role = i == chosen ? ROLE_INK : ROLE_INK2,
                           .align = ALIGN_CENTRE,
                           .size = 0.031f},
            a.x + a.w / 2, a.y + 0.061f, phrase_view(&word));
    }
}

// Two large signs and what lies between them.
static void draw_volume(const struct facts *f, const struct page *pg)
{
    static const char *const signs[] = {"\u2212", "+"};
    struct words w = {.face = FACE_MEDIUM,
                      .role = ROLE_INK,
                      .align = ALIGN_CENTRE,
                      .size = 0.044f};
    for (size_t i = 0; i < 2; i++) {
        struct area a = welcome_choice(i);
        card_draw(pg->sc, a, false);
        words_draw(pg->sc, w, a.x + a.w / 2, a.y + 0.065f, str_from(signs[i]));
    }
    struct phrase line = {0};
    phrase_fill(&line, say(pg->ruler->tongue, STR("{1} dB")),
                &f->settings->text[SETTING_VOLUME], 1);
    w.role = ROLE_INK2;
    w.face = FACE_REGULAR;
    w.size = 0.031f;
    words_draw(pg->sc, w, welcome_choice(2).x + 0.1f, 0.58f,
               phrase_view(&line));
}

static void draw_care(const struct page *pg)
{
    struct area at = {left + 0.045f, 0.27f, 1.35f, 0};
    struct words w = {.face = FACE_SERIF, .role = ROLE_INK, .size = 0.034f};
    for (size_t i = 0; i < WELCOME_CARE_LINES; i++) {
        care_sign(pg->sc, left + 0.013f, at.y - 0.011f, 0.012f);
        at.y = words_paragraph(pg, w, at, 0.045f, 3,
                               say(pg->ruler->tongue, welcome_care_line(i))) +
               0.022f;
    }
}

// By its own name: whoever reads it sees that they can.
static void draw_language(const struct facts *f, const struct page *pg)
{
    struct area a = welcome_language();
    struct str spoken =
        f->tongue && f->tongue->name.len > 0 ? f->tongue->name : STR("en");
    struct words w = {.face = FACE_REGULAR,
                      .role = ROLE_INK2,
                      .align = ALIGN_RIGHT,
                      .size = 0.026f};
    words_draw(pg->sc, w, a.x + a.w, a.y + 0.031f,
               settings_language_name(spoken));
    w.role = ROLE_INK3;
    w.size = 0.0185f;
    words_draw(pg->sc, w, a.x + a.w, a.y + 0.064f,
               say(pg->ruler->tongue, STR("Up and down: the language")));
}

// Which of the pages this is.
static void draw_dots(const struct welcome *w, const struct page *pg)
{
    for (int i = 0; i < WELCOME_PAGE_COUNT; i++) {
        bool here = i == (int)w->page;
        scene_add(pg->sc, (struct shape){.kind = SHAPE_DISC,
                                         .role = here ? ROLE_BREATH : ROLE_LINE,
                                         .alpha = 1,
                                         .x = left + 0.008f + 0.03f * (float)i,
                                         .y = 0.735f,
                                         .r = here ? 0.0065f : 0.0045f});
    }
}

void welcome_draw(const struct welcome *w, const struct facts *f,
                  const struct page *pg)
{
    const struct tongue *t = pg->ruler->tongue;
    page_ground(pg->sc);
    words_draw(
        pg->sc,
        (struct words){.face = FACE_SERIF, .role = ROLE_INK, .size = 0.072f},
        left, 0.185f, say(t, welcome_title(w->page)));
    if (w->page == WELCOME_CARE) {
        draw_care(pg);
    } else {
        words_paragraph(pg,
                        (struct words){.face = FACE_SERIF,
                                       .role = ROLE_INK2,
                                       .size = 0.038f},
                        (struct area){left, 0.3f, 1.2f, 0}, 0.055f, 3,
                        say(t, welcome_text(w->page)));
    }
    if (w->page == WELCOME_SOUND) {
        draw_volume(f, pg);
    } else {
        draw_choices(w, f, pg);
    }
    if (w->page == WELCOME_LIGHT) {
        draw_language(f, pg);
    }
    draw_dots(w, pg);
    button_draw(pg->sc, welcome_next(),
                w->page == WELCOME_CARE ? say(t, STR("I have read it"))
                                        : say(t, STR("Go on")),
                BUTTON_MAIN, true);
    hint_draw_left(
        pg->sc, w->page == WELCOME_CARE
                    ? say(t, STR("Enter goes on \u00b7 Esc leaves this for "
                                 "later"))
                    : say(t, STR("Left and right choose \u00b7 Enter goes on "
                                 "\u00b7 Esc leaves this for later")));
}

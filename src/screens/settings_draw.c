// SPDX-License-Identifier: MIT
#include "screens/settings_inside.h"

static const float left = 0.111f, panel = 1.0f, panel_wide = 0.67f;
static const struct words hint = {
    .face = FACE_REGULAR, .role = ROLE_INK3, .size = 0.0185f};

static void draw_tabs(const struct settings_screen *c, const struct page *pg)
{
    for (int g = 0; g < GROUP_COUNT; g++) {
        struct area a = settings_screen_tab(pg->ruler, (enum settings_group)g);
        bool up = g == (int)c->group;
        float y = a.y + 0.032f;
        words_draw(
            pg->sc,
            (struct words){.face = FACE_REGULAR,
                           .role = up ? ROLE_INK : ROLE_INK2,
                           .size = ruler_size(pg->ruler, settings_tab_size)},
            a.x, y,
            say(pg->ruler->tongue,
                settings_group_word((enum settings_group)g)));
        if (up) {
            line_draw(pg->sc, ROLE_BREATH, 0.0025f,
                      (float[]){a.x, y + 0.0115f, a.x + a.w, y + 0.0115f});
        }
        if (up && c->focus == 0) {
            box_line(pg->sc, area_inset(a, -0.016f, 0), 0.016f, ROLE_BREATH,
                     0.0028f);
        }
    }
}

// The end of a text that is being edited, with its cursor.
static void draw_edited(const struct settings_screen *c, const struct page *pg,
                        struct area a)
{
    struct words w = words_written(
        pg->ruler,
        (struct words){.face = FACE_REGULAR, .role = ROLE_INK, .size = 0.024f});
    float wide = 0;
    struct str text =
        words_tail(pg->ruler, w, 0.42f, buf_view(&c->text), &wide);
    float x = a.x + a.w - 0.025f - wide;
    words_draw(pg->sc, w, x, a.y + 0.0285f, text);
    line_draw(pg->sc, ROLE_BREATH, 0.0025f,
              (float[]){x + wide + 0.004f, a.y + 0.009f, x + wide + 0.004f,
                        a.y + 0.034f});
}

static void draw_row(const struct settings_screen *c, const struct facts *f,
                     const struct page *pg, size_t place, enum setting s)
{
    const struct tongue *t = pg->ruler->tongue;
    struct area a = settings_screen_row(place);
    float y = a.y + (page_is_small(pg) ? 0.042f : 0.0285f); // alone in its row
    bool focused = c->focus == place + 1;
    if (focused) {
        box_fill(pg->sc, a, 0.016f, ROLE_SURFACE, 1);
        box_line(pg->sc, a, 0.016f, ROLE_BREATH, 0.0028f);
    }
    struct words w = {.face = focused ? FACE_MEDIUM : FACE_REGULAR,
                      .role = ROLE_INK,
                      .size = ruler_size(pg->ruler, 0.024f)};
    words_fitted(pg, w, (struct area){left, y, 0.36f, 0},
                 say(t, str_from(setting_row_of(s)->label)));
    if (focused && c->editing) {
        draw_edited(c, pg, (struct area){a.x, y - 0.0285f, a.w, a.h});
    } else {
        struct phrase value = {0};
        setting_row_value(s, f->settings, t, &value);
        w.face = FACE_REGULAR;
        w.align = ALIGN_RIGHT;
        w.role = focused ? ROLE_INK : ROLE_INK2;
        words_fitted(pg, w, (struct area){a.x + a.w - 0.025f, y, 0.42f, 0},
                     phrase_view(&value));
    }
    if (!page_is_small(pg)) {
        words_fitted(pg, hint,
                     (struct area){left, a.y + 0.0535f, a.w - 0.04f, 0},
                     say(t, str_from(setting_rule(s)->about)));
    }
}

// What can be done with the focused row, in one sentence.
static struct str how(const struct settings_screen *c)
{
    enum setting s = settings_screen_focused(c);
    if (s == SETTING_COUNT) {
        return STR(WORD("Left and right go to another group."));
    }
    if (c->refused) {
        return STR(
            WORD("This cannot be taken. Write it as the line above says, or "
                 "leave with Esc."));
    }
    if (c->editing) {
        return STR(WORD("Enter takes it, Esc leaves it as it was."));
    }
    switch (setting_rule(s)->kind) {
    case SETTING_WORD:
    case SETTING_NAME:
        return STR(WORD("Left and right, or Enter, change it."));
    case SETTING_WHOLE:
        return STR(WORD("Left is less, right is more."));
    case SETTING_TIME:
        return STR(WORD("Left is earlier, right is later; Enter writes it."));
    case SETTING_TEXT:
    case SETTING_KIND_COUNT:
        break;
    }
    return STR(WORD("Enter writes it."));
}

// What was chosen and is in no file. Gives where the next stands.
static float draw_unsaved(const struct facts *f, const struct page *pg, float y)
{
    struct phrase line = {0};
    if (f->settings_unsaved.len == 0) {
        return y;
    }
    care_sign(pg->sc, panel + 0.013f, y - 0.009f, 0.013f);
    phrase_fill(&line,
                say(pg->ruler->tongue, STR("It holds until you leave, but "
                                           "could not be saved: {1}.")),
                &f->settings_unsaved, 1);
    struct words w = {.face = FACE_REGULAR, .role = ROLE_INK, .size = 0.022f};
    return words_paragraph(
               pg, w, (struct area){panel + 0.045f, y, panel_wide - 0.045f, 0},
               0.032f, 3, phrase_view(&line)) +
           0.03f;
}

static void draw_mistakes(const struct facts *f, const struct page *pg, float y)
{
    const struct tongue *t = pg->ruler->tongue;
    const struct diags *notes = f->settings_notes;
    if (!notes || notes->count == 0) {
        return;
    }
    care_sign(pg->sc, panel + 0.013f, y - 0.009f, 0.013f);
    struct words w = {.face = FACE_MEDIUM, .role = ROLE_CARE, .size = 0.024f};
    words_draw(pg->sc, w, panel + 0.045f, y,
               say(t, STR("Mistakes in the file")));
    y += 0.045f;
    for (size_t i = 0; i < notes->count && y < 0.78f; i++) {
        const struct diag *d = &notes->items[i];
        struct phrase number = {0}, line = {0};
        phrase_number(&number, d->line);
        const struct str args[] = {phrase_view(&number), d->message, d->hint};
        phrase_fill(&line,
                    say(t, d->hint.len > 0 ? STR("Line {1}: {2}; {3}.")
                                           : STR("Line {1}: {2}.")),
                    args, 3);
        w = (struct words){
            .face = FACE_REGULAR, .role = ROLE_INK, .size = 0.022f};
        y = words_paragraph(
                pg, w, (struct area){panel + 0.045f, y, panel_wide - 0.045f, 0},
                0.032f, 3, phrase_view(&line)) +
            0.012f;
    }
}

static void draw_panel(const struct settings_screen *c, const struct facts *f,
                       const struct page *pg)
{
    const struct tongue *t = pg->ruler->tongue;
    struct words w = {.face = FACE_SERIF, .role = ROLE_INK, .size = 0.034f};
    struct area at = {panel, 0.262f, panel_wide, 0};
    at.y = words_paragraph(pg, w, at, 0.046f, 3, say(t, how(c)));
    enum setting s = settings_screen_focused(c);
    if (page_is_small(pg) && s != SETTING_COUNT) {
        w = (struct words){
            .face = FACE_REGULAR, .role = ROLE_INK2, .size = 0.024f};
        at.y = words_paragraph(pg, w, at, 0.036f, 4,
                               say(t, str_from(setting_rule(s)->about)));
    }
    draw_mistakes(f, pg, draw_unsaved(f, pg, at.y + 0.05f));
    at.y = page_is_small(pg) ? 0.79f : 0.83f;
    at.y = words_paragraph(pg, hint, at, 0.027f, 2,
                           say(t, STR("All of it stands in a plain file, which "
                                      "you may edit at any time:")));
    words_fitted(pg, hint, at, f->settings_path);
}

void settings_screen_draw(const struct settings_screen *c,
                          const struct facts *f, const struct page *pg)
{
    enum setting rows[SETTINGS_ROWS];
    size_t count = settings_screen_rows(c->group, rows);
    page_ground(pg->sc);
    words_draw(
        pg->sc,
        (struct words){.face = FACE_SERIF, .role = ROLE_INK, .size = 0.054f},
        left, 0.135f, say(pg->ruler->tongue, STR("Settings")));
    draw_tabs(c, pg);
    for (size_t i = 0; i < count; i++) {
        draw_row(c, f, pg, i, rows[i]);
    }
    draw_panel(c, f, pg);
    menu_draw(pg, MENU_SETTINGS,
              c->focus > count ? (int)(c->focus - count - 1) : MENU_NONE);
}

// SPDX-License-Identifier: MIT
#include "screens/sessions_inside.h"
#include "screens/setup_inside.h"

static const float left = 0.111f;

// The label on the left, the value on the right.
static void draw_pair(const struct page *pg, struct area a, struct str label,
                      struct str value, bool focused)
{
    struct words w = {.face = focused ? FACE_MEDIUM : FACE_REGULAR,
                      .role = ROLE_INK,
                      .size = ruler_size(pg->ruler, 0.024f)};
    const float room = 0.36f;
    words_fitted(pg, w, (struct area){left, a.y + 0.036f, room - 0.02f, 0},
                 label);
    w.face = FACE_REGULAR;
    w.role = focused ? ROLE_INK : ROLE_INK2;
    w.align = ALIGN_RIGHT;
    words_fitted(pg, w, (struct area){a.x + a.w - 0.02f, a.y + 0.036f, room, 0},
                 value);
}

// Where a value lies between its least and its most.
static void draw_slider(const struct page *pg, struct area a,
                        const struct let *let, int64_t value)
{
    float from = left, to = a.x + a.w - 0.02f, y = a.y + 0.0475f;
    float range = (float)(let->max - let->min);
    float u = range > 0 ? (float)(value - let->min) / range : 0;
    line_draw(pg->sc, ROLE_LINE, 0.0025f, (float[]){from, y, to, y});
    scene_add(pg->sc, (struct shape){.kind = SHAPE_DISC,
                                     .role = ROLE_BREATH,
                                     .alpha = 1,
                                     .x = from + (to - from) * u,
                                     .y = y,
                                     .r = 0.0055f});
}

static void draw_moods(const struct setup *s, const struct page *pg,
                       struct area a)
{
    for (int mood = MOOD_LEAST; mood <= MOOD_MOST; mood++) {
        mood_draw(pg->sc, a.x + 0.36f + 0.052f * (float)(mood - MOOD_LEAST),
                  a.y + 0.028f, 0.52f, mood,
                  mood == s->mood ? ROLE_BREATH : ROLE_INK3);
    }
}

// The end of a line of words, with its cursor while it is being written.
static void draw_line(const struct buf *line, const struct page *pg,
                      struct area a, bool focused)
{
    const float from = a.x, room = a.w - 0.03f;
    struct words w = words_written(
        pg->ruler,
        (struct words){.face = FACE_SERIF, .role = ROLE_INK, .size = 0.026f});
    float wide = 0;
    struct str text = words_tail(pg->ruler, w, room, buf_view(line), &wide);
    words_draw(pg->sc, w, from, a.y + 0.036f, text);
    line_draw(pg->sc, ROLE_LINE, 0.0018f,
              (float[]){from, a.y + 0.046f, from + room, a.y + 0.046f});
    if (focused) {
        line_draw(pg->sc, ROLE_BREATH, 0.0025f,
                  (float[]){from + wide + 0.004f, a.y + 0.014f,
                            from + wide + 0.004f, a.y + 0.041f});
    }
}

static void draw_row(const struct setup *s, const struct facts *f,
                     const struct page *pg, size_t i)
{
    const struct tongue *t = pg->ruler->tongue;
    struct area a = setup_place(i);
    bool focused = s->focus == i;
    if (focused) {
        box_fill(pg->sc, a, 0.016f, ROLE_SURFACE, 1);
        box_line(pg->sc, a, 0.016f, ROLE_BREATH, 0.0028f);
    }
    enum setup_row row = setup_row_of(s, f, i);
    struct phrase value = {0};
    if (row == SETUP_ROW_COUNT) {
        const struct let *let = &setup_session(s, f)->lets[i];
        setup_let_value(let, s->all[i].value, t, &value);
        draw_pair(pg, a, say(t, let->label.len > 0 ? let->label : let->name),
                  phrase_view(&value), focused);
        draw_slider(pg, a, let, s->all[i].value);
        return;
    }
    size_t most = 0;
    const struct buf *line = setup_words(s, row, &most);
    if (!line) {
        setup_value(s, f, row, t, &value);
    }
    draw_pair(pg, a, say(t, setup_label(s, f, row)), phrase_view(&value),
              focused);
    if (row == SETUP_MOOD) {
        draw_moods(s, pg, a);
    } else if (line) {
        float label = setup_is_shared(s, f) ? 0.3f : 0.17f;
        draw_line(line, pg, (struct area){a.x + label, a.y, a.w - label, a.h},
                  focused);
    }
}

static void draw_length(const struct setup *s, const struct page *pg)
{
    struct phrase minutes = {0}, line = {0};
    phrase_clock(&minutes, (s->length_ms + 500) / 1000);
    struct str arg = phrase_view(&minutes);
    phrase_fill(&line,
                say(pg->ruler->tongue,
                    s->fits ? STR("{1} in all")
                            : STR("This does not fit together: choose less.")),
                &arg, 1);
    words_draw(pg->sc,
               (struct words){.face = FACE_REGULAR,
                              .role = s->fits ? ROLE_INK2 : ROLE_CARE,
                              .size = 0.026f},
               left, 0.19f, phrase_view(&line));
}

void setup_draw(const struct setup *s, const struct facts *f,
                const struct page *pg)
{
    const struct tongue *t = pg->ruler->tongue;
    page_ground(pg->sc);
    words_draw(
        pg->sc,
        (struct words){.face = FACE_SERIF, .role = ROLE_INK, .size = 0.054f},
        left, 0.135f, say(t, STR("Your way")));
    draw_length(s, pg);
    size_t count = setup_rows(s, f);
    for (size_t i = 0; i < count; i++) {
        draw_row(s, f, pg, i);
    }
    sessions_panel_draw(&f->practices[s->index], pg);
    hint_draw_left(pg->sc, say(t, STR("Left and right change it \u00b7 Enter "
                                      "begins \u00b7 Esc goes back")));
}

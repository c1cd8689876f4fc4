// SPDX-License-Identifier: MIT
#include "screens/cautions.h"

#include "core/caution.h"

enum { ROWS = 9 }; // of a column

static const float left = 0.111f;

void cautions_page_finish(struct cautions_page *c)
{
    buf_finish(&c->wanted);
}

static struct area row_area(size_t i)
{
    return (struct area){left - 0.02f + 0.76f * (float)(i / ROWS),
                         0.265f + 0.0565f * (float)(i % ROWS), 0.74f, 0.054f};
}

static void toggle(struct cautions_page *c, const struct facts *f,
                   struct requests *ask)
{
    buf_clear(&c->wanted);
    cautions_toggle(f->settings->text[SETTING_CAUTIONS], (enum caution)c->focus,
                    &c->wanted);
    request_add(ask, (struct request){.kind = REQUEST_SETTING,
                                      .value = SETTING_CAUTIONS,
                                      .text = buf_view(&c->wanted)});
}

static void pointer(struct cautions_page *c, const struct facts *f,
                    const struct input *in, struct requests *ask)
{
    for (size_t i = 0; i < CAUTION_COUNT; i++) {
        if (area_has(row_area(i), in->x, in->y)) {
            c->focus = i;
            toggle(c, f, ask);
        }
    }
}

enum wish cautions_page_input(struct cautions_page *c, const struct facts *f,
                              const struct input *in, struct requests *ask)
{
    if (in->kind == INPUT_POINTER_DOWN) {
        pointer(c, f, in, ask);
    }
    if (in->kind != INPUT_KEY) {
        return WISH_NOTHING;
    }
    switch ((int)in->key) {
    case KEY_ESCAPE:
    case KEY_F1: // Care is what this lies over
        return WISH_BACK;
    case KEY_ENTER:
    case KEY_SPACE:
        toggle(c, f, ask);
        break;
    case KEY_UP:
        c->focus -= c->focus > 0;
        break;
    case KEY_DOWN:
        c->focus += c->focus + 1 < CAUTION_COUNT;
        break;
    case KEY_LEFT:
        c->focus -= c->focus >= ROWS ? ROWS : 0;
        break;
    case KEY_RIGHT:
        c->focus += c->focus + ROWS < CAUTION_COUNT ? ROWS : 0;
        break;
    case KEY_TAB:
        c->focus = (c->focus + (in->mods & MOD_SHIFT ? CAUTION_COUNT - 1 : 1)) %
                   CAUTION_COUNT;
        break;
    }
    return WISH_NOTHING;
}

static void draw_row(const struct cautions_page *c, size_t i, bool ticked,
                     const struct page *pg)
{
    struct area a = row_area(i);
    bool focused = i == c->focus;
    if (focused) {
        box_line(pg->sc, a, 0.016f, ROLE_BREATH, 0.0028f);
    }
    struct area box = {a.x + 0.02f, a.y + 0.014f, 0.026f, 0.026f};
    float x = box.x, y = box.y;
    box_line(pg->sc, box, 0.006f, ticked ? ROLE_BREATH : ROLE_INK3, 0.002f);
    if (ticked) {
        line_draw(pg->sc, ROLE_BREATH, 0.0034f,
                  (float[]){x + 0.006f, y + 0.013f, x + 0.011f, y + 0.019f});
        line_draw(pg->sc, ROLE_BREATH, 0.0034f,
                  (float[]){x + 0.011f, y + 0.019f, x + 0.021f, y + 0.006f});
    }
    struct words w = {.face = ticked ? FACE_MEDIUM : FACE_REGULAR,
                      .role = ticked || focused ? ROLE_INK : ROLE_INK2,
                      .size = 0.026f};
    struct phrase word = {0};
    phrase_put(&word, say(pg->ruler->tongue, caution_word((enum caution)i)));
    phrase_capital(&word);
    words_fitted(pg, w,
                 (struct area){a.x + 0.064f, a.y + 0.036f, a.w - 0.08f, 0},
                 phrase_view(&word));
}

static void put_left_out(const struct facts *f, const struct tongue *t,
                         struct phrase *out)
{
    struct phrase some = {0}, all = {0};
    struct str own = f->settings->text[SETTING_CAUTIONS];
    int64_t count = 0;
    for (size_t i = 0; i < f->practice_count; i++) {
        count += caution_against(&f->practices[i], own).len > 0;
    }
    phrase_number(&some, count);
    phrase_number(&all, (int64_t)f->practice_count);
    const struct str args[] = {phrase_view(&some), phrase_view(&all)};
    phrase_fill(out, say(t, STR("Sessions that are left out: {1} of {2}.")),
                args, 2);
}

static void draw_foot(const struct facts *f, const struct page *pg)
{
    const struct tongue *t = pg->ruler->tongue;
    struct words w = {.face = FACE_REGULAR, .role = ROLE_INK2, .size = 0.024f};
    struct phrase line = {0};
    put_left_out(f, t, &line);
    words_draw(pg->sc, w, left, 0.835f, phrase_view(&line));
    struct phrase others = {0};
    struct str own = f->settings->text[SETTING_CAUTIONS];
    for (struct str o; (o = cautions_other(&own)).len > 0;) {
        phrase_put(&others, others.len > 0 ? STR(", ") : STR_NONE);
        phrase_put(&others, o);
    }
    if (others.len > 0) {
        line = (struct phrase){0};
        struct str args[] = {phrase_view(&others)};
        phrase_fill(&line, say(t, STR("In your own words: {1}")), args, 1);
        words_fitted(pg, w, (struct area){0.87f, 0.835f, 0.79f, 0},
                     phrase_view(&line));
    }
    w.role = ROLE_INK3;
    w.size = 0.0195f;
    words_fitted(pg, w, (struct area){left, 0.877f, 1.55f, 0},
                 say(t, STR("This is no diagnosis and replaces no advice. When "
                            "you are not sure, ask a doctor before you "
                            "practise.")));
    hint_draw_left(pg->sc,
                   say(t, STR("Arrow keys move \u00b7 Space ticks \u00b7 "
                              "Esc goes back")));
}

void cautions_page_draw(const struct cautions_page *c, const struct facts *f,
                        const struct page *pg)
{
    const struct tongue *t = pg->ruler->tongue;
    unsigned own = cautions_named(f->settings->text[SETTING_CAUTIONS]);
    page_ground(pg->sc);
    care_sign(pg->sc, left + 0.018f, 0.147f, 0.018f);
    words_draw(
        pg->sc,
        (struct words){.face = FACE_SERIF, .role = ROLE_INK, .size = 0.054f},
        left + 0.055f, 0.165f, say(t, STR("Your own cautions")));
    words_fitted(
        pg,
        (struct words){.face = FACE_SERIF, .role = ROLE_INK2, .size = 0.031f},
        (struct area){left, 0.228f, 1.55f, 0},
        say(t, STR("Tick what is true for you. What does not suit it is left "
                   "out of the lists. It stays on this computer.")));
    for (size_t i = 0; i < CAUTION_COUNT; i++) {
        draw_row(c, i, own & 1u << i, pg);
    }
    draw_foot(f, pg);
}

void cautions_page_aloud(const struct cautions_page *c, const struct facts *f,
                         const struct tongue *tongue, struct phrase *out)
{
    unsigned own = cautions_named(f->settings->text[SETTING_CAUTIONS]);
    bool ticked = own & 1u << c->focus;
    const struct str args[] = {
        say(tongue, caution_word((enum caution)c->focus)),
        say(tongue, ticked ? STR("ticked") : STR("not ticked"))};
    phrase_fill(out, say(tongue, STR("{1}: {2}.")), args, 2);
}

// SPDX-License-Identifier: MIT
// Contacts of all pages stand one after the other, the person's own country
// first, each page under its heading.
#include "screens/care.h"

#include "core/caution.h"
#include "frame/phrase.h"

static const float left = 0.111f, middle = 0.86f;

static const struct area ground_area = {0.111f, 0.757f, 0.62f, 0.094f};
static const struct area cautions_area = {0.111f, 0.862f, 0.62f, 0.048f};
static const struct area more_area = {0.905f, 0.9f, 0.72f, 0.05f};

#define CARE_WORDS(literal)                                                    \
    {                                                                          \
        WORD(literal), sizeof(literal) - 1                                     \
    }

// Without a list that is known, the local emergency number stands first.
static const struct care_contact fallback[] = {
    {CARE_WORDS("Emergency services"),
     CARE_WORDS("your local emergency number"),
     CARE_WORDS("Danger to life, chest pain, trouble breathing, panic that "
                "will not ease")},
};

#undef CARE_WORDS

struct listed {
    const struct care_page *page; // NULL for the fallback
    const struct care_contact *contact;
};

static size_t contact_count(const struct facts *f)
{
    size_t count = 0;
    for (size_t i = 0; i < f->care_count; i++) {
        count += f->care[i].count;
    }
    return count > 0 ? count : 1;
}

static struct listed contact_at(const struct facts *f, size_t index)
{
    for (size_t i = 0; i < f->care_count; i++) {
        if (index < f->care[i].count) {
            return (struct listed){&f->care[i], &f->care[i].contacts[index]};
        }
        index -= f->care[i].count;
    }
    return (struct listed){NULL, fallback};
}

void care_open(struct care *c)
{
    c->first = 0;
    c->cautions = false;
}

// So that none is cut off at the foot.
static size_t contacts_shown(const struct page *pg)
{
    return page_is_small(pg) ? 3 : 5;
}

static void scroll(struct care *c, const struct facts *f, const struct page *pg,
                   int way)
{
    size_t count = contact_count(f), shown = contacts_shown(pg);
    size_t last = count > shown ? count - shown : 0;
    if (way < 0) {
        c->first -= c->first > 0;
    } else if (c->first < last) {
        c->first++;
    }
}

static enum wish pointer(struct care *c, const struct facts *f,
                         const struct page *pg, const struct input *in)
{
    if (area_has(ground_area, in->x, in->y)) {
        return WISH_GROUND;
    }
    if (area_has(cautions_area, in->x, in->y)) {
        return WISH_CAUTIONS;
    }
    if (area_has(more_area, in->x, in->y)) {
        size_t was = c->first;
        scroll(c, f, pg, 1);
        c->first = c->first == was ? 0 : c->first; // round to the first
    }
    return WISH_NOTHING;
}

enum wish care_input(struct care *c, const struct facts *f,
                     const struct page *pg, const struct input *in)
{
    if (in->kind == INPUT_POINTER_DOWN) {
        return pointer(c, f, pg, in);
    }
    if (in->kind == INPUT_WHEEL) {
        scroll(c, f, pg, in->y > 0 ? -1 : 1);
    }
    if (in->kind != INPUT_KEY) {
        return WISH_NOTHING;
    }
    switch ((int)in->key) {
    case KEY_ESCAPE:
    case KEY_F1:
        return WISH_BACK;
    case KEY_ENTER:
    case KEY_SPACE:
        return c->cautions ? WISH_CAUTIONS : WISH_GROUND;
    case KEY_CHAR:
        return in->letter == 'c' ? WISH_CAUTIONS : WISH_NOTHING;
    case KEY_TAB:
    case KEY_LEFT:
    case KEY_RIGHT:
        c->cautions = !c->cautions;
        break;
    case KEY_UP:
    case KEY_DOWN:
        scroll(c, f, pg, in->key == KEY_UP ? -1 : 1);
        break;
    }
    return WISH_NOTHING;
}

static void heading(const struct page *pg, float x, float y, struct str text)
{
    const float room = 0.62f;
    care_sign(pg->sc, x + 0.015f, y - 0.011f, 0.015f);
    words_whole(
        pg,
        (struct words){.face = FACE_MEDIUM, .role = ROLE_CARE, .size = 0.031f},
        (struct area){x + 0.045f, y, room, 0}, say(pg->ruler->tongue, text));
}

static void draw_stop(const struct page *pg)
{
    heading(pg, left, 0.26f, STR(WORD("Stop if")));
    float y = 0.315f;
    for (int i = 0; i < CARE_STOPS; i++) {
        struct words w = {.face = FACE_SERIF, .role = ROLE_INK, .size = 0.034f};
        words_whole(pg, w, (struct area){left + 0.045f, y, 0.68f, 0},
                    say(pg->ruler->tongue, care_stop(i)));
        y += 0.049f;
    }
    words_paragraph(
        pg,
        (struct words){.face = FACE_REGULAR, .role = ROLE_INK2, .size = 0.024f},
        (struct area){left + 0.045f, y + 0.012f, 0.6f, 0}, 0.036f, 3,
        say(pg->ruler->tongue, care_stopped()));
}

// The person's own cautions, and the way to their page.
static void draw_cautions(const struct care *c, const struct facts *f,
                          const struct page *pg)
{
    const struct tongue *t = pg->ruler->tongue;
    struct str own = f->settings->text[SETTING_CAUTIONS];
    struct phrase line = {0};
    struct phrase words = {0};
    for (int i = 0; i < CAUTION_COUNT; i++) {
        if (cautions_named(own) & 1u << i) {
            phrase_put(&words, words.len > 0 ? STR(", ") : STR_NONE);
            phrase_put(&words, say(t, caution_word((enum caution)i)));
        }
    }
    const struct str args[] = {phrase_view(&words)};
    phrase_fill(&line,
                words.len > 0 ? say(t, STR("C \u00b7 Your own cautions: {1}"))
                              : say(t, STR("C \u00b7 Your own cautions")),
                args, 1);
    box_line(pg->sc, cautions_area, 0.02f,
             c->cautions ? ROLE_BREATH : ROLE_LINE,
             c->cautions ? 0.0028f : 0.0015f);
    words_fitted(
        pg,
        (struct words){.face = FACE_REGULAR, .role = ROLE_INK2, .size = 0.022f},
        (struct area){cautions_area.x + 0.033f, cautions_area.y + 0.032f,
                      cautions_area.w - 0.06f, 0},
        phrase_view(&line));
}

static void draw_ground(const struct care *c, const struct page *pg)
{
    heading(pg, left, 0.732f, STR(WORD("Ground now")));
    box_line(pg->sc, ground_area, 0.026f, c->cautions ? ROLE_LINE : ROLE_BREATH,
             c->cautions ? 0.0015f : 0.0028f);
    const struct tongue *t = pg->ruler->tongue;
    struct area at = {ground_area.x + 0.033f, ground_area.y + 0.042f,
                      ground_area.w - 0.05f, 0};
    words_whole(
        pg,
        (struct words){.face = FACE_MEDIUM, .role = ROLE_INK, .size = 0.026f},
        at, say(t, STR("Feet, breath, five things to see")));
    at.y = ground_area.y + 0.075f;
    words_whole(
        pg,
        (struct words){.face = FACE_REGULAR, .role = ROLE_INK2, .size = 0.02f},
        at, say(t, STR("Enter \u00b7 ninety seconds")));
}

// Gives the baseline of the next one.
static float draw_contact(const struct page *pg, struct listed it, float y)
{
    const struct tongue *t = pg->ruler->tongue;
    struct area at = {middle + 0.045f, y, 0.77f, 0};
    words_fitted(
        pg,
        (struct words){.face = FACE_REGULAR, .role = ROLE_INK2, .size = 0.022f},
        at, say(t, it.contact->name));
    at.y += 0.041f;
    words_fitted(
        pg,
        (struct words){.face = FACE_MEDIUM, .role = ROLE_INK, .size = 0.042f},
        at, say(t, it.contact->number));
    bool small = page_is_small(pg);
    at.y += small ? 0.036f : 0.025f;
    y = words_paragraph(pg,
                        (struct words){.face = FACE_REGULAR,
                                       .role = ROLE_INK3,
                                       .size = 0.0185f},
                        at, 0.022f, small ? 3 : 2, say(t, it.contact->when));
    return y + 0.025f;
}

static void draw_calls(const struct care *c, const struct facts *f,
                       const struct page *pg)
{
    const struct tongue *t = pg->ruler->tongue;
    heading(pg, middle, 0.26f, STR(WORD("Talk to someone")));
    size_t count = contact_count(f);
    const struct care_page *page = contact_at(f, c->first).page;
    float y = 0.308f;
    size_t end = c->first + contacts_shown(pg);
    for (size_t i = c->first; i < count && i < end && y < 0.8f; i++) {
        y = draw_contact(pg, contact_at(f, i), y);
    }
    struct phrase foot = {0};
    if (page) {
        const struct str args[] = {say(t, page->country), page->checked};
        phrase_fill(&foot,
                    page->checked.len > 0
                        ? say(t, STR("{1} \u00b7 checked on {2}"))
                    : page->own ? STR("{1}")
                                : say(t, STR("{1} \u00b7 not checked")),
                    args, 2);
    }
    if (count > contacts_shown(pg)) {
        phrase_put(&foot, STR(" \u00b7 "));
        phrase_put(&foot, say(t, STR("\u2191 \u2193 more")));
    }
    words_draw(pg->sc,
               (struct words){
                   .face = FACE_REGULAR, .role = ROLE_INK3, .size = 0.0185f},
               middle + 0.045f, 0.929f, phrase_view(&foot));
}

void care_draw(const struct care *c, const struct facts *f,
               const struct page *pg)
{
    page_ground(pg->sc);
    words_draw(
        pg->sc,
        (struct words){.face = FACE_SERIF, .role = ROLE_INK, .size = 0.054f},
        left, 0.165f, say(pg->ruler->tongue, STR("Care")));
    draw_stop(pg);
    draw_ground(c, pg);
    draw_cautions(c, f, pg);
    draw_calls(c, f, pg);
    words_draw(pg->sc,
               (struct words){
                   .face = FACE_REGULAR, .role = ROLE_INK3, .size = 0.0185f},
               left, 0.945f,
               say(pg->ruler->tongue, STR("Esc goes back to where you were")));
}

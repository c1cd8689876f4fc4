// SPDX-License-Identifier: MIT
#include "screens/reflection_look.h"

#include <assert.h>

#include "core/tags.h"
#include "frame/phrase.h"

static const char *const prompts[][2] = {
    [DAY_NONE] = {WORD("What did you notice in the body?"),
                  WORD("One small thing to carry on with?")},
    [DAY_DOSE] = {WORD("What did you notice in the body?"),
                  WORD("What would you like to remember of today?")},
    [DAY_TRANSITION] = {WORD("What did you notice in the body?"),
                        WORD("One small thing to carry into today?")},
    [DAY_NORMAL] = {WORD("What is here now?"),
                    WORD("One small thing to carry on with?")},
    [DAY_BREAK] = {WORD("What did you notice in the body?"),
                   WORD("What do you lean on in these days off?")},
};
static_assert(sizeof(prompts) / sizeof(prompts[0]) == DAY_KIND_COUNT,
              "prompts for each kind of day");

static void draw_moods(const struct reflection_look *l)
{
    bool focused = look_focused(l, FOCUS_MOODS, 0);
    struct scene *sc = l->pg.sc;
    for (int mood = MOOD_LEAST; mood <= MOOD_MOST; mood++) {
        struct area a = mood_area(&l->places, mood);
        bool chosen = mood == l->r->mood;
        if (chosen) {
            box_fill(sc, a, 0.026f, ROLE_SURFACE, 1);
            box_line(sc, a, 0.026f, ROLE_WARM, 0.0025f);
        }
        float middle = a.x + a.w / 2;
        bool small = l->places.compact;
        mood_draw(sc, middle, a.y + a.h * (small ? 0.33f : 0.36f),
                  small ? 0.82f : 1, mood, chosen ? ROLE_WARM : ROLE_INK2);
        struct words w = {.face = chosen ? FACE_MEDIUM : FACE_REGULAR,
                          .role = chosen ? ROLE_INK : ROLE_INK2,
                          .align = ALIGN_CENTRE,
                          .size = 0.022f};
        words_draw(sc, w, middle, a.y + a.h - (small ? 0.017f : 0.029f),
                   say(l->r->ruler->tongue, mood_word(mood)));
    }
    if (focused) {
        box_line(sc, area_inset(l->places.moods, -0.01f, -0.008f), 0.03f,
                 ROLE_BREATH, 0.0028f);
    }
}

static void draw_scale(const struct reflection_look *l, struct area a, size_t i)
{
    struct scene *sc = l->pg.sc;
    const struct reflection *r = l->r;
    enum row_kind kind = r->rows[i].kind;
    size_t cells = scale_cells(kind);
    for (size_t c = 0; c < cells; c++) {
        struct area cell = scale_cell(a, kind, c);
        bool chosen = scale_has(r, i, c);
        if (chosen) {
            box_fill(sc, area_inset(cell, 0.002f, 0.006f), 0.014f, ROLE_SURFACE,
                     1);
            box_line(sc, area_inset(cell, 0.002f, 0.006f), 0.014f, ROLE_WARM,
                     0.0025f);
        }
        if (kind == ROW_HOURS && c != 1) { // less and more
            box_line(sc, area_inset(cell, 0.012f, 0.006f), 0.014f, ROLE_LINE,
                     0.0015f);
        }
        struct phrase word = {0};
        scale_word(r, i, c, &word);
        struct words w = {.face = chosen ? FACE_MEDIUM : FACE_REGULAR,
                          .role = chosen ? ROLE_INK : ROLE_INK2,
                          .align = ALIGN_CENTRE,
                          .size = 0.022f};
        words_draw(sc, w, cell.x + cell.w / 2, cell.y + cell.h / 2 + 0.008f,
                   phrase_view(&word));
    }
    if (look_focused(l, FOCUS_RATING, i)) {
        struct area first = scale_cell(a, kind, 0);
        struct area ring = {first.x, a.y, (float)cells * first.w, a.h};
        box_line(sc, area_inset(ring, -0.004f, 0.001f), 0.018f, ROLE_BREATH,
                 0.0028f);
    }
}

static void draw_answer(const struct reflection_look *l, struct area a,
                        size_t i)
{
    struct area box = answer_area(a);
    bool focused = look_focused(l, FOCUS_ANSWER, i);
    box_fill(l->pg.sc, box, 0.016f, ROLE_SURFACE, 0.9f);
    box_line(l->pg.sc, box, 0.016f, focused ? ROLE_BREATH : ROLE_LINE,
             focused ? 0.0028f : 0.0015f);
    const struct editor *e = &l->r->answers[i];
    if (focused) {
        editor_draw(e, l->pg.sc, true);
        return;
    }
    struct str text = editor_text(e);
    struct words w = {
        .face = e->type.face, .role = ROLE_INK, .size = e->type.size};
    struct area at = {e->box.x, e->box.y + 0.026f, e->box.w, 0};
    words_fitted(&l->pg, w, at, str_sub(text, 0, str_find(text, '\n', 0)));
}

static struct str row_text(const struct reflection *r, size_t i)
{
    const struct tongue *t = r->ruler->tongue;
    switch (r->rows[i].kind) {
    case ROW_HOURS:
        return say(t, STR("Hours of sleep"));
    case ROW_QUALITY:
        return say(t, STR("How well did you sleep?"));
    case ROW_GUESS:
        return say(t, STR("What do you think today was?"));
    case ROW_WHO:
        return say(t, STR("Your name"));
    case ROW_EFFECTS:
        return say(t, STR("Side effects, one a line"));
    case ROW_RATING:
    case ROW_ANSWER:
        break;
    }
    return say(t, r->rows[i].text);
}

static void draw_questions(const struct reflection_look *l)
{
    const struct reflection *r = l->r;
    size_t count = r->rating_count + r->answer_count;
    for (size_t i = l->places.first; i < l->places.end; i++) {
        struct area a = question_area(r, &l->places, i);
        struct str text = row_text(r, i);
        struct words w = {
            .face = FACE_REGULAR, .role = ROLE_INK2, .size = 0.02f};
        bool scale = i < r->rating_count;
        struct area at = {a.x, a.y, reflection_label(a.w) - 0.02f, 0};
        at.y += scale ? 0.034f : 0.0375f; // as what stands beside it
        struct str rest = text;
        words_line(r->ruler, w, at.w, &rest);
        if (rest.len > 0) { // two lines
            at.y -= 0.011f;
        }
        words_paragraph(&l->pg, w, at, 0.023f, 2, text);
        if (scale) {
            draw_scale(l, a, i);
        } else {
            draw_answer(l, a, i - r->rating_count);
        }
    }
    if (l->places.end - l->places.first < count) {
        struct phrase more = {0}, first = {0}, last = {0}, all = {0};
        phrase_number(&first, (int64_t)(l->places.first + 1));
        phrase_number(&last, (int64_t)l->places.end);
        phrase_number(&all, (int64_t)count);
        const struct str args[] = {phrase_view(&first), phrase_view(&last),
                                   phrase_view(&all)};
        phrase_fill(&more, say(r->ruler->tongue, STR("{1}\u2013{2} of {3}")),
                    args, 3);
        struct words w = {
            .face = FACE_REGULAR, .role = ROLE_INK3, .size = 0.0185f};
        struct area list = l->places.list;
        bool column = r->side != SIDE_WHOLE;
        w.align = column ? ALIGN_RIGHT : ALIGN_LEFT;
        words_draw(l->pg.sc, w, list.x + list.w + (column ? 0 : 0.02f),
                   column ? list.y - 0.003f : list.y + 0.032f,
                   phrase_view(&more));
    }
}

// The tags that the text says, on one line under it.
static void draw_tags(const struct reflection_look *l)
{
    const struct reflection *r = l->r;
    struct area a = l->places.text;
    struct str tag = STR_NONE;
    struct phrase all = {0};
    for (size_t at = 0; tags_next(editor_text(&r->text), &at, &tag) &&
                        all.len < PHRASE_BYTES;) {
        phrase_put(&all, all.len > 0 ? STR(" \u00b7 ") : STR(""));
        phrase_put(&all, tag);
    }
    if (all.len == 0) {
        return;
    }
    const struct str args[] = {phrase_view(&all)};
    struct phrase line = {0};
    phrase_fill(&line, say(r->ruler->tongue, STR("Tags: {1}")), args, 1);
    struct words w = {.face = FACE_REGULAR, .role = ROLE_INK3, .size = 0.0185f};
    words_fitted(&l->pg, w,
                 (struct area){a.x + 0.012f, a.y + a.h + 0.0235f, 0.68f, 0},
                 phrase_view(&line));
}

static void draw_text(const struct reflection_look *l)
{
    const struct reflection *r = l->r;
    struct area a = l->places.text;
    bool focused = look_focused(l, FOCUS_TEXT, 0);
    box_fill(l->pg.sc, a, 0.026f, ROLE_SURFACE, 0.8f);
    box_line(l->pg.sc, a, 0.026f, focused ? ROLE_BREATH : ROLE_LINE,
             focused ? 0.0028f : 0.0015f);
    editor_draw(&r->text, l->pg.sc, focused);
    if (r->text.text.len > 0) {
        return;
    }
    struct words w = {.face = FACE_REGULAR, .role = ROLE_INK3, .size = 0.0195f};
    bool hidden = r->about.hidden;
    const char *const *pair = prompts[hidden ? DAY_NONE : r->about.key.kind];
    const struct tongue *t = r->ruler->tongue;
    struct phrase both = {0};
    phrase_put(&both, say(t, str_from(pair[0])));
    phrase_put(&both, STR("    "));
    phrase_put(&both, say(t, str_from(pair[1])));
    float y = a.y + a.h - (l->places.compact ? 0.022f : 0.0335f);
    struct area at = {r->text.box.x, y, r->text.box.w, 0};
    words_whole(&l->pg, w, at, phrase_view(&both));
}

static struct str note_of(const struct reflection *r)
{
    const struct tongue *t = r->ruler->tongue;
    if (r->state == REFLECTION_ASKING) {
        return say(
            t, r->undrafted
                   ? STR("Leave without keeping? No draft can be saved: your "
                         "words would be gone.")
                   : STR("Leave without keeping? Your words stay as a draft."));
    }
    if (r->state == REFLECTION_KEEPING) {
        return say(t, r->waits
                          ? STR("Another program is writing to the journal. "
                                "Waiting for it \u2026")
                          : STR("Keeping \u2026"));
    }
    bool full = r->text.full;
    for (size_t i = 0; i < r->answer_count; i++) {
        full = full || r->answers[i].full;
    }
    if (full) {
        return say(t,
                   STR("That did not fit and was left out: the page is full."));
    }
    if (r->note.len > 0) {
        return buf_view(&r->note);
    }
    return say(t, r->about.amends
                      ? STR("What you wrote before stays in the journal, too.")
                      : STR("Stays on this computer"));
}

static void draw_foot(const struct reflection_look *l)
{
    const struct reflection *r = l->r;
    const struct tongue *t = r->ruler->tongue;
    struct page pg = l->pg;
    bool failed = r->undrafted || (r->failed && r->state == REFLECTION_WRITING);
    struct area text = l->places.text;
    float room = l->places.skip.x - text.x - 0.02f;
    struct area at = {text.x, 0.873f, room < 0.68f ? room : 0.68f, 0};
    struct words w = {.face = FACE_REGULAR, .role = ROLE_INK2, .size = 0.022f};
    if (failed) {
        care_sign(pg.sc, at.x + 0.014f, at.y - 0.027f, 0.013f);
        at.x += 0.042f;
        at.w -= 0.042f;
        at.y -= 0.021f;
        w.size = 0.0195f;
        w.role = ROLE_INK;
    }
    words_paragraph(&pg, w, at, 0.026f, 3, note_of(r));
    button_draw(pg.sc, l->places.skip, say(t, STR("Skip")), BUTTON_QUIET,
                look_focused(l, FOCUS_SKIP, 0));
    button_draw(pg.sc, l->places.keep, say(t, STR("Keep")),
                l->resting ? BUTTON_QUIET : BUTTON_MAIN,
                look_focused(l, FOCUS_KEEP, 0));
}

static void draw_hint(const struct reflection *r, struct scene *sc)
{
    const struct tongue *t = r->ruler->tongue;
    hint_draw(
        sc,
        say(t,
            r->state == REFLECTION_ASKING
                ? STR("Esc leaves \u00b7 any other key goes on writing")
            : r->about.shared
                ? STR("1\u20135 mood \u00b7 Ctrl+Tab turns the page \u00b7 "
                      "Ctrl+Enter keeps \u00b7 Esc skips \u00b7 F1 care")
                : STR("1\u20135 mood \u00b7 Ctrl+Enter keeps \u00b7 Esc skips "
                      "\u00b7 F1 care")));
}

// All of a page but what stands behind it.
static void draw_page(const struct reflection_look *l)
{
    reflection_draw_head(l);
    if (l->r->state >= REFLECTION_KEPT) {
        return; // over, while the other one still writes
    }
    draw_moods(l);
    draw_questions(l);
    draw_text(l);
    draw_tags(l);
    draw_foot(l);
}

void reflection_draw(const struct reflection *r, struct scene *sc)
{
    struct reflection_look l = {.r = r, .pg = {sc, r->ruler}};
    reflection_places(r, &l.places);
    if (l.places.compact) {
        page_ground(sc);
    } else {
        page_light(sc, STAGE_WIDTH / 2, 0.1f, 1.25f);
        page_orb(sc, STAGE_WIDTH / 2, -0.13f, 0.2495f, 0.75f);
    }
    draw_page(&l);
    draw_hint(r, sc);
}

void reflection_draw_both(const struct reflection *const pages[2], int writes,
                          struct scene *sc)
{
    page_ground(sc);
    for (int i = 0; i < 2; i++) {
        const struct reflection *r = pages[i];
        struct reflection_look l = {
            .r = r, .pg = {sc, r->ruler}, .resting = i != writes};
        reflection_places(r, &l.places);
        box_line(sc, area_inset(reflection_area(r->side), -0.02f, 0), 0.03f,
                 l.resting ? ROLE_LINE : ROLE_BREATH,
                 l.resting ? 0.0015f : 0.0035f);
        draw_page(&l);
    }
    draw_hint(pages[writes], sc);
}

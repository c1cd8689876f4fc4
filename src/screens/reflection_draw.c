// SPDX-License-Identifier: MIT
#include "screens/reflection_inside.h"

#include <assert.h>

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

struct look {
    const struct reflection *r;
    struct page pg;
    struct reflection_places places;
};

// "5 minutes", "1 second"
static void put_length(struct phrase *p, const struct tongue *t, int64_t ms)
{
    int64_t seconds = (ms + 500) / 1000;
    int64_t n = seconds < 60 ? seconds : (seconds + 30) / 60;
    struct phrase number = {0};
    phrase_number(&number, n);
    struct str arg = phrase_view(&number);
    struct str pattern =
        seconds < 60 ? say(t, n == 1 ? STR("{1} second") : STR("{1} seconds"))
                     : say(t, n == 1 ? STR("{1} minute") : STR("{1} minutes"));
    phrase_fill(p, pattern, &arg, 1);
}

// "Thursday, day 2 of 3 (transition)"
static void put_day(struct phrase *p, const struct tongue *t,
                    const struct reflected *about)
{
    const struct day_key *k = &about->key;
    struct phrase round = {0}, days = {0};
    phrase_number(&round, k->round);
    phrase_number(&days, k->round_days);
    const struct str args[] = {say(t, weekday_name(day_weekday(about->day))),
                               phrase_view(&round), phrase_view(&days),
                               say(t, day_kind_word(k->kind))};
    bool rounds = k->round_days > 1 && !k->paused;
    bool kind = k->kind != DAY_NONE;
    phrase_fill(p,
                rounds && kind ? say(t, STR("{1}, day {2} of {3} ({4})"))
                : rounds       ? say(t, STR("{1}, day {2} of {3}"))
                : kind         ? say(t, STR("{1} ({4})"))
                               : STR("{1}"),
                args, 4);
}

static void draw_head(const struct look *l)
{
    const struct reflection *r = l->r;
    struct words title = {.face = FACE_SERIF,
                          .role = ROLE_INK,
                          .align = ALIGN_CENTRE,
                          .size = l->places.compact ? 0.046f : 0.054f};
    const struct tongue *t = l->pg.ruler->tongue;
    words_draw(l->pg.sc, title, STAGE_WIDTH / 2, l->places.title_y,
               say(t, STR("How is it, now?")));
    struct phrase rest = {0}, done = {0}, planned = {0};
    put_length(&done, t, r->done.done_ms);
    put_length(&planned, t, r->done.planned_ms);
    const struct str lengths[] = {phrase_view(&done), phrase_view(&planned)};
    bool early = r->done.ended_early && r->done.done_ms < r->done.planned_ms;
    phrase_put(&rest, STR(" \u00b7 "));
    phrase_fill(&rest, early ? say(t, STR("{1} of {2}")) : STR("{1}"), lengths,
                2);
    phrase_put(&rest, STR(" \u00b7 "));
    put_day(&rest, t, &r->about);
    struct phrase sub = {0};
    size_t room = PHRASE_BYTES - rest.len;
    phrase_put(&sub, str_sub(say(t, r->about.session->title), 0, room));
    phrase_put(&sub, phrase_view(&rest));
    struct words w = {.face = FACE_REGULAR,
                      .role = ROLE_INK2,
                      .align = ALIGN_CENTRE,
                      .size = 0.024f};
    words_draw(l->pg.sc, w, STAGE_WIDTH / 2, l->places.sub_y,
               phrase_view(&sub));
}

static void draw_moods(const struct look *l)
{
    bool focused = l->r->focus == 0;
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
        words_draw(sc, w, middle, a.y + a.h - (small ? 0.017f : 0.027f),
                   say(l->pg.ruler->tongue, mood_word(mood)));
    }
    if (focused) {
        box_line(sc, area_inset(l->places.moods, -0.01f, -0.008f), 0.03f,
                 ROLE_BREATH, 0.0028f);
    }
}

static void draw_rating(const struct look *l, struct area a, size_t i)
{
    struct scene *sc = l->pg.sc;
    for (int value = 0; value <= 10; value++) {
        struct area cell = rating_area(a, value);
        bool chosen = l->r->ratings[i] == value;
        if (chosen) {
            box_fill(sc, area_inset(cell, 0.002f, 0.006f), 0.014f, ROLE_SURFACE,
                     1);
            box_line(sc, area_inset(cell, 0.002f, 0.006f), 0.014f, ROLE_WARM,
                     0.0025f);
        }
        struct phrase number = {0};
        phrase_number(&number, value);
        struct words w = {.face = chosen ? FACE_MEDIUM : FACE_REGULAR,
                          .role = chosen ? ROLE_INK : ROLE_INK2,
                          .align = ALIGN_CENTRE,
                          .size = 0.022f};
        words_draw(sc, w, cell.x + cell.w / 2, cell.y + cell.h / 2 + 0.008f,
                   phrase_view(&number));
    }
    if (l->r->focus == 1 + i) {
        struct area first = rating_area(a, 0);
        struct area ring = {first.x, a.y, 11 * first.w, a.h};
        box_line(sc, area_inset(ring, -0.004f, 0.001f), 0.018f, ROLE_BREATH,
                 0.0028f);
    }
}

static void draw_answer(const struct look *l, struct area a, size_t i)
{
    struct area box = answer_area(a);
    bool focused = l->r->focus == 1 + l->r->rating_count + i;
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

static void draw_questions(const struct look *l)
{
    const struct reflection *r = l->r;
    size_t count = r->rating_count + r->answer_count;
    for (size_t i = l->places.first; i < l->places.end; i++) {
        struct area a = question_area(r, &l->places, i);
        struct str text = r->about.session->questions[i].text;
        struct words w = {
            .face = FACE_REGULAR, .role = ROLE_INK2, .size = 0.02f};
        struct area at = {a.x, a.y + 0.034f, 0.4f, 0};
        struct str rest = text;
        words_line(r->ruler, w, at.w, &rest);
        if (rest.len > 0) { // two lines
            at.y -= 0.011f;
        }
        words_paragraph(&l->pg, w, at, 0.023f, 2, text);
        if (i < r->rating_count) {
            draw_rating(l, a, i);
        } else {
            draw_answer(l, a, i - r->rating_count);
        }
    }
    if (l->places.end - l->places.first < count) {
        struct phrase more = {0}, from = {0}, to = {0}, all = {0};
        phrase_number(&from, (int64_t)(l->places.first + 1));
        phrase_number(&to, (int64_t)l->places.end);
        phrase_number(&all, (int64_t)count);
        const struct str args[] = {phrase_view(&from), phrase_view(&to),
                                   phrase_view(&all)};
        phrase_fill(&more, say(l->pg.ruler->tongue, STR("{1}\u2013{2} of {3}")),
                    args, 3);
        struct words w = {
            .face = FACE_REGULAR, .role = ROLE_INK3, .size = 0.0185f};
        words_draw(l->pg.sc, w, l->places.list.x + l->places.list.w + 0.02f,
                   l->places.list.y + 0.032f, phrase_view(&more));
    }
}

static void draw_text(const struct look *l)
{
    const struct reflection *r = l->r;
    struct area a = l->places.text;
    bool focused = r->focus == focus_at(r, FOCUS_TEXT, 0);
    box_fill(l->pg.sc, a, 0.026f, ROLE_SURFACE, 1);
    box_line(l->pg.sc, a, 0.026f, focused ? ROLE_BREATH : ROLE_LINE,
             focused ? 0.0028f : 0.0015f);
    editor_draw(&r->text, l->pg.sc, focused);
    if (r->text.text.len > 0) {
        return;
    }
    struct words w = {.face = FACE_REGULAR, .role = ROLE_INK3, .size = 0.0195f};
    const char *const *pair = prompts[r->about.key.kind];
    struct phrase both = {0};
    phrase_put(&both, say(l->pg.ruler->tongue, str_from(pair[0])));
    phrase_put(&both, STR("    "));
    phrase_put(&both, say(l->pg.ruler->tongue, str_from(pair[1])));
    float y = a.y + a.h - (l->places.compact ? 0.022f : 0.0335f);
    struct area at = {r->text.box.x, y, r->text.box.w, 0};
    words_fitted(&l->pg, w, at, phrase_view(&both));
}

static struct str note_of(const struct reflection *r)
{
    const struct tongue *t = r->ruler->tongue;
    if (r->state == REFLECTION_ASKING) {
        return say(t,
                   STR("Leave without keeping? Your words stay as a draft."));
    }
    if (r->state == REFLECTION_KEEPING) {
        return say(t, STR("Keeping \u2026"));
    }
    bool full = r->text.full;
    for (size_t i = 0; i < r->answer_count; i++) {
        full = full || r->answers[i].full;
    }
    if (full) {
        return say(t,
                   STR("That did not fit and was left out: the page is full."));
    }
    return r->note.len > 0 ? buf_view(&r->note)
                           : say(t, STR("Stays on this computer"));
}

static void draw_foot(const struct look *l)
{
    const struct reflection *r = l->r;
    struct page pg = l->pg;
    const struct tongue *t = pg.ruler->tongue;
    bool failed = r->failed && r->state == REFLECTION_WRITING;
    struct area at = {l->places.text.x, 0.873f, 0.68f, 0};
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
                r->focus == focus_at(r, FOCUS_SKIP, 0));
    button_draw(pg.sc, l->places.keep, say(t, STR("Keep")), BUTTON_MAIN,
                r->focus == focus_at(r, FOCUS_KEEP, 0));
    hint_draw(
        pg.sc,
        say(t,
            r->state == REFLECTION_ASKING
                ? STR("Esc leaves \u00b7 any other key goes on writing")
                : STR("1\u20135 mood \u00b7 Ctrl+Enter keeps \u00b7 Esc skips "
                      "\u00b7 F1 care")));
}

void reflection_draw(const struct reflection *r, struct scene *sc)
{
    struct look l = {.r = r, .pg = {sc, r->ruler}};
    reflection_places(r, &l.places);
    page_ground(sc);
    if (!l.places.compact) {
        page_orb(sc, STAGE_WIDTH / 2, -0.088f, 0.208f);
    }
    draw_head(&l);
    draw_moods(&l);
    draw_questions(&l);
    draw_text(&l);
    draw_foot(&l);
}

// SPDX-License-Identifier: MIT
// The pages of a plan: a question, what is chosen, and how to go on.
#include "screens/plan_inside.h"

static const float left = 0.111f, wide = 1.05f; // of a row, and of a field
static const struct words plain = {
    .face = FACE_REGULAR, .role = ROLE_INK2, .size = 0.026f};
static const struct words chosen = {
    .face = FACE_MEDIUM, .role = ROLE_INK, .size = 0.026f};
static const struct words fine = {
    .face = FACE_REGULAR, .role = ROLE_INK3, .size = 0.0205f};

static const char *const questions[PAGE_COUNT] = {
    [PAGE_SCREENING] = WORD("Before a plan"),
    [PAGE_RHYTHM] = WORD("Which rhythm have you agreed on?"),
    [PAGE_START] = WORD("On which day does it start?"),
    [PAGE_WEEKS] = WORD("How many weeks on, and how many off?"),
    [PAGE_DAY] = WORD("When does your day begin?"),
    [PAGE_LIST] = WORD("What goes with a day? One thing a line."),
    [PAGE_KEEP] = WORD("This is your plan"),
};

static void draw_title(const struct plan_screen *s, const struct page *pg)
{
    const struct tongue *t = pg->ruler->tongue;
    struct str title =
        questions[s->page]
            ? str_from(questions[s->page])
            : support_question((enum support_field)(s->page - PAGE_INTENTION));
    words_fitted(
        pg,
        (struct words){.face = FACE_SERIF, .role = ROLE_INK, .size = 0.054f},
        (struct area){left, 0.165f, 1.55f, 0}, say(t, title));
}

static void draw_screening(const struct page *pg)
{
    static const char *const lines[] = {
        WORD("This calendar records a plan that you have agreed on with a "
             "professional. It never suggests one."),
        WORD("It is not for you with bipolar disorder, schizophrenia or "
             "psychosis, your own or in your close family; a severe "
             "personality disorder without stable treatment; or severe "
             "anxiety without support."),
        WORD("Not in pregnancy or while breastfeeding, with severe liver or "
             "kidney disease, with high blood pressure that is not "
             "controlled, or with active substance abuse."),
        WORD("Not with MAO inhibitors, tramadol, lithium and some other "
             "psychiatric medicines: ask whoever prescribes them."),
        WORD("Not for work with trauma in an active psychosis or severe "
             "dissociation, in a home or situation that is not safe, without "
             "therapeutic support, or within six months of the event."),
        WORD("Seek help at once, from the emergency services, for thoughts of "
             "suicide with intent or a plan, panic that will not ease, "
             "confusion, chest pain or trouble breathing. F1 shows whom to "
             "call."),
    };
    struct words w = plain;
    w.role = ROLE_INK;
    float y = 0.235f;
    for (size_t i = 0; i < sizeof(lines) / sizeof(lines[0]); i++) {
        y = words_paragraph(pg, w, (struct area){left, y, 1.5f, 0}, 0.038f, 3,
                            say(pg->ruler->tongue, str_from(lines[i]))) +
            0.02f;
    }
}

// Less and more, for a pointer.
static void draw_steps(const struct plan_screen *s, const struct facts *f,
                       const struct page *pg)
{
    for (int i = 0; i < plan_steps(s, f) * 2; i++) {
        struct area a = plan_step_area(s, f, i / 2, i % 2);
        struct words w = plain;
        w.align = ALIGN_CENTRE;
        box_line(pg->sc, a, 0.016f, ROLE_LINE, 0.0018f);
        words_draw(pg->sc, w, a.x + a.w / 2, a.y + 0.037f,
                   i % 2 ? STR("+") : STR("\u2212"));
    }
}

static void draw_weekdays(const struct plan_screen *s, const struct facts *f,
                          const struct page *pg)
{
    for (size_t i = 0; i < 7; i++) {
        struct area a = plan_weekday_area(f, i);
        if (s->weekdays[i]) {
            box_fill(pg->sc, a, 0.015f, ROLE_BREATH, 0.2f);
        }
        box_line(pg->sc, a, 0.015f, i == s->weekday ? ROLE_BREATH : ROLE_LINE,
                 i == s->weekday ? 0.0028f : 0.0015f);
        struct words w = fine;
        w.align = ALIGN_CENTRE;
        w.role = s->weekdays[i] ? ROLE_INK : ROLE_INK2;
        words_draw(pg->sc, w, a.x + a.w / 2, a.y + 0.035f,
                   say(pg->ruler->tongue, weekday_name((int)i)));
    }
}

static struct str rhythm_title(const struct facts *f, size_t i)
{
    if (i < f->protocol_count) {
        return f->protocols[i].title;
    }
    return i - f->protocol_count == OWN_EVERY
               ? STR(WORD("A cycle of my own"))
               : STR(WORD("No rhythm: only note what happens"));
}

static void draw_rhythm(const struct plan_screen *s, const struct facts *f,
                        const struct page *pg)
{
    const struct tongue *t = pg->ruler->tongue;
    const size_t first = plan_rhythm_first(s, f), shown = plan_rhythms(f);
    float y = 0.25f;
    for (size_t i = 0; i < shown; i++) {
        bool here = first + i == s->rhythm;
        if (here) {
            card_draw(pg->sc, plan_rhythm_area(i), true);
        }
        words_draw(pg->sc, here ? chosen : plain, left, y,
                   say(t, rhythm_title(f, first + i)));
        y += 0.06f;
    }
    if (first > 0) {
        words_draw(pg->sc, fine, left + wide, 0.25f, STR("\u2191"));
    }
    if (first + shown < f->protocol_count + OWN_COUNT) {
        words_draw(pg->sc, fine, left + wide, y - 0.06f, STR("\u2193"));
    }
    y += 0.012f;
    if (s->rhythm < f->protocol_count) {
        words_paragraph(pg, fine, (struct area){left, y, 1.18f, 0}, 0.032f, 2,
                        say(t, f->protocols[s->rhythm].about));
    } else if (s->rhythm == f->protocol_count + OWN_EVERY) {
        struct phrase every = {0}, days = {0};
        phrase_number(&days, s->every);
        const struct str args[] = {phrase_view(&days)};
        phrase_fill(&every, say(t, STR("A dose day every {1} days")), args, 1);
        words_draw(pg->sc, chosen, left, y, phrase_view(&every));
    }
    if (plan_rhythm_has_weekdays(s, f)) {
        draw_weekdays(s, f, pg);
    }
}

static void draw_start(const struct plan_screen *s, const struct page *pg)
{
    const struct tongue *t = pg->ruler->tongue;
    struct phrase date = {0}, away = {0}, count = {0};
    int days = s->plan.start.number - s->today.number;
    date_put(&date, t, s->plan.start);
    phrase_capital(&date);
    struct words w = chosen;
    w.size = 0.044f;
    words_draw(pg->sc, w, left, 0.3455f, phrase_view(&date));
    phrase_number(&count, days < 0 ? -days : days);
    const struct str args[] = {phrase_view(&count)};
    phrase_fill(&away,
                say(t, days == 0  ? STR("Today")
                       : days < 0 ? STR("Days ago: {1}")
                                  : STR("Days from now: {1}")),
                args, 1);
    words_draw(pg->sc, plain, left, 0.4055f, phrase_view(&away));
}

static void draw_row(const struct plan_screen *s, const struct page *pg,
                     int row, struct str text)
{
    float y = 0.34f + 0.09f * (float)row;
    if (s->row == row) {
        card_draw(pg->sc,
                  (struct area){left - 0.025f, y - 0.044f, wide, 0.066f}, true);
    }
    words_fitted(pg, s->row == row ? chosen : plain,
                 (struct area){left, y, wide - 0.05f, 0}, text);
}

static void draw_weeks(const struct plan_screen *s, const struct page *pg)
{
    const struct tongue *t = pg->ruler->tongue;
    struct phrase on = {0}, off = {0}, on_count = {0}, off_count = {0};
    phrase_number(&on_count, s->weeks_on);
    phrase_number(&off_count, s->weeks_off);
    struct str args[] = {phrase_view(&on_count)};
    phrase_fill(
        &on,
        say(t, s->weeks_on > 0 ? STR("Weeks on: {1}") : STR("Without an end")),
        args, 1);
    args[0] = phrase_view(&off_count);
    phrase_fill(&off, say(t, STR("Weeks off: {1}")), args, 1);
    draw_row(s, pg, 0, phrase_view(&on));
    draw_row(s, pg, 1, phrase_view(&off));
}

static void draw_day(const struct plan_screen *s, const struct page *pg)
{
    const struct tongue *t = pg->ruler->tongue;
    struct phrase clock = {0}, begins = {0}, phase = {0};
    phrase_clock(&clock, s->plan.day_start_min);
    struct str args[] = {phrase_view(&clock)};
    phrase_fill(&begins, say(t, STR("The day begins at {1}")), args, 1);
    args[0] = s->phase > 0 ? say(t, plan_phase(s)) : say(t, STR("not named"));
    phrase_fill(&phase, say(t, STR("Phase of the longer arc: {1}")), args, 1);
    draw_row(s, pg, 0, phrase_view(&begins));
    draw_row(s, pg, 1, phrase_view(&phase));
    words_paragraph(pg, fine, (struct area){left, 0.55f, 1.18f, 0}, 0.032f, 3,
                    say(t, STR("What you do after midnight and before this "
                               "hour still belongs to the day before.")));
}

static void draw_text(const struct plan_screen *s, const struct page *pg)
{
    const struct tongue *t = pg->ruler->tongue;
    struct area box = {left - 0.03f, 0.31f, wide + 0.06f, 0.49f};
    words_paragraph(
        pg, fine, (struct area){left, 0.235f, 1.18f, 0}, 0.032f, 2,
        s->page == PAGE_LIST
            ? say(t, STR("For example a vitamin, or a walk. You tick it off "
                         "by day. It may stay empty."))
            : say(t, STR("This stays on this computer, in support.txt, where "
                         "you can read and change it. It may stay empty.")));
    box_fill(pg->sc, box, 0.026f, ROLE_SURFACE, 1);
    box_line(pg->sc, box, 0.026f, ROLE_LINE, 0.0015f);
    editor_draw(plan_field(s), pg->sc, true);
}

static void draw_keep(const struct plan_screen *s, const struct facts *f,
                      const struct page *pg)
{
    const struct tongue *t = pg->ruler->tongue;
    struct phrase starts = {0}, date = {0}, days = {0}, rest = {0};
    date_put(&date, t, s->plan.start);
    struct str args[] = {phrase_view(&date), STR_NONE};
    phrase_fill(&starts, say(t, STR("It starts on {1}.")), args, 1);
    struct words name = chosen;
    name.size = 0.031f;
    words_draw(pg->sc, name, left, 0.27f, say(t, rhythm_title(f, s->rhythm)));
    words_draw(pg->sc, plain, left, 0.34f, phrase_view(&starts));
    phrase_number(&days, s->weeks_on);
    struct phrase off = {0};
    phrase_number(&off, s->weeks_off);
    args[0] = phrase_view(&days);
    args[1] = phrase_view(&off);
    bool logs = s->rhythm == f->protocol_count + OWN_LOG;
    phrase_fill(&rest,
                logs ? say(t, STR("It only notes what happens."))
                : s->weeks_on > 0
                    ? say(t, STR("Weeks on: {1}. Weeks off: {2}."))
                    : say(t, STR("It goes on without an end.")),
                args, 2);
    words_draw(pg->sc, plain, left, 0.395f, phrase_view(&rest));
    words_paragraph(
        pg, fine, (struct area){left, 0.48f, 1.18f, 0}, 0.034f, 4,
        say(t, STR("A plan that has begun is never rewritten: a change is a "
                   "new plan from a later day. You can end it at any time "
                   "with X in the Calendar, in one step.")));
    if (!logs && (s->weeks_on == 0 || s->weeks_on > 8 || s->weeks_off == 0)) {
        words_paragraph(
            pg, plain, (struct area){left, 0.64f, 1.18f, 0}, 0.038f, 3,
            say(t, STR("This plan goes on for more than 8 weeks without a "
                       "break. The usual advice is six to eight weeks, and "
                       "then a rest.")));
    }
}

static struct str hint_of(enum plan_page page)
{
    switch (page) {
    case PAGE_SCREENING:
        return STR(WORD("Enter: I have read this \u00b7 Esc goes back"));
    case PAGE_RHYTHM:
        return STR(WORD("\u2191 \u2193 choose \u00b7 \u2190 \u2192 and "
                        "Space change \u00b7 Enter goes on \u00b7 Esc "
                        "goes back"));
    case PAGE_START:
        return STR(WORD("\u2190 \u2192 a day \u00b7 \u2191 \u2193 a week "
                        "\u00b7 PgUp / PgDn four weeks \u00b7 Enter goes "
                        "on \u00b7 Esc goes back"));
    case PAGE_WEEKS:
    case PAGE_DAY:
        return STR(WORD("\u2191 \u2193 choose \u00b7 \u2190 \u2192 change "
                        "\u00b7 Enter goes on \u00b7 Esc goes back"));
    case PAGE_KEEP:
        return STR(WORD("Enter keeps the plan \u00b7 Esc goes back"));
    case PAGE_LIST:
    case PAGE_INTENTION:
    case PAGE_TRUSTED:
    case PAGE_PROVIDER:
    case PAGE_LINES:
    case PAGE_STOP:
    case PAGE_COUNT:
        break;
    }
    return STR(WORD("Ctrl+Enter or Tab goes on \u00b7 Esc goes back"));
}

static void draw_hint(const struct plan_screen *s, const struct page *pg)
{
    hint_draw_left(pg->sc, say(pg->ruler->tongue, hint_of(s->page)));
}

void plan_screen_draw(const struct plan_screen *s, const struct facts *f,
                      const struct page *pg)
{
    page_ground(pg->sc);
    draw_title(s, pg);
    switch (s->page) {
    case PAGE_SCREENING:
        draw_screening(pg);
        break;
    case PAGE_RHYTHM:
        draw_rhythm(s, f, pg);
        break;
    case PAGE_START:
        draw_start(s, pg);
        break;
    case PAGE_WEEKS:
        draw_weeks(s, pg);
        break;
    case PAGE_DAY:
        draw_day(s, pg);
        break;
    case PAGE_LIST:
    case PAGE_INTENTION:
    case PAGE_TRUSTED:
    case PAGE_PROVIDER:
    case PAGE_LINES:
    case PAGE_STOP:
        draw_text(s, pg);
        break;
    case PAGE_KEEP:
        draw_keep(s, f, pg);
        break;
    case PAGE_COUNT:
        break;
    }
    draw_steps(s, f, pg);
    draw_hint(s, pg);
}

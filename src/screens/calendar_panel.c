// SPDX-License-Identifier: MIT
// The chosen day's story: which day it is and why, what was practised and
// written. Opened, the legend gives way to all of it: marks with the person's
// own words, the list ticked off, and what can be noted.
#include "base/grapheme.h"
#include "screens/calendar_inside.h"

static const float left = 1.193f, top = 0.1648f, high = 0.757f;
static const float inner = 1.2375f;
enum { ENTRIES_SHOWN = 2, QUOTE_LINES = 4, MARKS_SHOWN = 4 };

static const struct words plain = {
    .face = FACE_REGULAR, .role = ROLE_INK2, .size = 0.0234f};
static const struct words small_words = {
    .face = FACE_REGULAR, .role = ROLE_INK3, .size = 0.0185f};

float calendar_panel_wide(const struct ruler *ruler)
{
    return ruler_on_end(ruler) ? 0.85f : 0.511f;
}

// Of its words.
static float room_of(const struct page *pg)
{
    return calendar_panel_wide(pg->ruler) - 0.0885f;
}

// From a line to the next one.
static float line_of(const struct page *pg, struct words w, float leading)
{
    float most = 1.2f * ruler_size(pg->ruler, w.size);
    return leading > most ? leading : most;
}

static struct str kind_name(const struct day_key *k)
{
    static const char *const names[] = {
        [DAY_NONE] = WORD("No day of a plan"),
        [DAY_DOSE] = WORD("Dose day"),
        [DAY_TRANSITION] = WORD("Transition day"),
        [DAY_NORMAL] = WORD("Normal day"),
        [DAY_BREAK] = WORD("A day of rest"),
    };
    return str_from(names[k->kind]);
}

// "Normal day · day 3 of 3"
static void put_kind(struct phrase *p, const struct tongue *t,
                     const struct day_key *k)
{
    enum { ROUND_SHOWN_DAYS = 31 };
    struct phrase round = {0}, days = {0};
    struct str kind = say(t, kind_name(k));
    phrase_number(&round, k->round);
    phrase_number(&days, k->round_days);
    const struct str args[] = {kind, phrase_view(&round), phrase_view(&days)};
    bool counts =
        k->round_days > 1 && k->round_days <= ROUND_SHOWN_DAYS && !k->paused;
    phrase_fill(p,
                counts ? say(t, STR("{1} \u00b7 day {2} of {3}")) : STR("{1}"),
                args, 3);
}

// "Spring · week 2 of 6 · baseline"
static void put_plan(struct phrase *p, const struct tongue *t,
                     const struct plan *plan, const struct day_key *k)
{
    struct phrase week = {0}, weeks = {0};
    phrase_number(&week, k->week);
    phrase_number(&weeks, k->weeks);
    const struct str args[] = {phrase_view(&week), phrase_view(&weeks)};
    if (plan->label.len > 0) {
        phrase_put(p, tongue_way(t));
        phrase_put(p, grapheme_head(plan->label, 60));
        phrase_put(p, STR(" \u00b7 "));
    }
    if (!k->resting) {
        phrase_fill(
            p, say(t, k->weeks > 0 ? STR("week {1} of {2}") : STR("week {1}")),
            args, 2);
    } else {
        phrase_put(p, say(t, STR("the break")));
    }
    if (plan->phase.len > 0) {
        phrase_put(p, STR(" \u00b7 "));
        phrase_put(p, say(t, grapheme_head(plan->phase, 40)));
    }
}

static float draw_day_head(const struct calendar_screen *c,
                           const struct calendar *calendar,
                           const struct page *pg)
{
    const struct tongue *t = pg->ruler->tongue;
    struct day_key k = calendar_key(calendar, c->day);
    const struct plan *plan = calendar_plan(calendar, c->day);
    struct phrase title = {0}, kind = {0}, of = {0};
    struct phrase number = {0};
    phrase_number(&number, day_date(c->day).day);
    const struct str names[] = {say(t, weekday_name(day_weekday(c->day))),
                                phrase_view(&number)};
    phrase_fill(&title, say(t, STR("{1} {2}|weekday")), names, 2);
    phrase_capital(&title);
    struct area at = {inner, 0.238f, room_of(pg), 0};
    words_fitted(
        pg,
        (struct words){.face = FACE_SERIF, .role = ROLE_INK, .size = 0.0423f},
        at, phrase_view(&title));
    if (c->day.number >= c->hidden.number) {
        at = (struct area){inner, 0.2905f, room_of(pg), 0};
        return words_paragraph(
            pg, plain, at, 0.03f, 3,
            say(t, STR("What kind of day this is stays hidden until you have "
                       "kept something today.")));
    }
    day_kind_draw(pg->sc, inner + 0.0085f, 0.2825f, k.kind,
                  k.basis == BASIS_PLANNED);
    put_kind(&kind, t, &k);
    at = (struct area){inner + 0.031f, 0.2905f, room_of(pg) - 0.031f, 0};
    words_whole(pg, plain, at, phrase_view(&kind));
    at.y += line_of(pg, small_words, 0.027f);
    if (plan) {
        put_plan(&of, t, plan, &k);
        words_fitted(pg, small_words, at, phrase_view(&of));
        at.y += line_of(pg, small_words, 0.025f);
    }
    const struct str why[] = {phrase_view(&c->reason)};
    struct phrase because = {0};
    phrase_fill(&because, say(t, STR("Why: {1}.")), why, 1);
    return words_paragraph(pg, small_words, at, 0.024f, 2,
                           phrase_view(&because));
}

static struct str title_of(const struct facts *f, struct str name)
{
    for (size_t i = 0; i < f->practice_count; i++) {
        if (str_equal(f->practices[i].name, name)) {
            return f->practices[i].title;
        }
    }
    return name;
}

// Who did the same on that day: a session for two names both.
static struct str partner_of(const struct facts *f, const struct entry *e)
{
    for (size_t i = 0; i < f->entry_count; i++) {
        const struct entry *o = &f->entries[i];
        if (o->day_date.number == e->day_date.number &&
            str_equal(o->session, e->session) && !str_equal(o->who, e->who)) {
            return o->who.len > 0 ? o->who : say(f->tongue, STR("you"));
        }
    }
    return STR_NONE;
}

// "Long tide, 12 min", "Breathing together, 5 min, with Anna"
static void put_session(struct phrase *p, const struct tongue *t,
                        const struct facts *f, const struct entry *e)
{
    struct phrase minutes = {0};
    struct str title = title_of(f, e->session);
    struct str other = partner_of(f, e);
    phrase_number(&minutes, e->done_s > 0 ? (e->done_s + 30) / 60 : 0);
    const struct str args[] = {grapheme_head(title, 60), phrase_view(&minutes),
                               grapheme_head(other, 40)};
    phrase_fill(p,
                other.len > 0 ? say(t, STR("{1}, {2} min, with {3}"))
                              : say(t, STR("{1}, {2} min")),
                args, 3);
}

static float draw_entry(const struct page *pg, const struct facts *f,
                        const struct entry *e, float y, size_t lines)
{
    const struct tongue *t = pg->ruler->tongue;
    int mood = e->mood_after > 0 ? e->mood_after : e->mood_before;
    if (mood > 0) {
        mood_draw(pg->sc, inner + 0.0135f, y - 0.008f, 0.52f, mood,
                  ROLE_BREATH);
        struct words w = plain;
        w.role = ROLE_INK;
        words_draw(pg->sc, w, inner + 0.042f, y, say(t, mood_word(mood)));
        y += 0.044f;
    }
    if (e->session.len > 0) {
        struct phrase p = {0};
        put_session(&p, t, f, e);
        line_draw(
            pg->sc, ROLE_RING, 0.005f,
            (float[]){inner + 0.003f, y - 0.008f, inner + 0.06f, y - 0.008f});
        words_fitted(pg, plain,
                     (struct area){inner + 0.083f, y, room_of(pg) - 0.083f, 0},
                     phrase_view(&p));
        y += 0.048f;
    }
    struct str text = e->text.len > 0       ? e->text
                      : e->answer_count > 0 ? e->answers[0].text
                                            : STR_NONE;
    if (text.len > 0) {
        y = words_quoted(pg,
                         (struct words){.face = FACE_SERIF,
                                        .role = ROLE_INK,
                                        .size = 0.0285f},
                         (struct area){inner, y + 0.006f, room_of(pg), 0},
                         0.0403f, lines, text);
    }
    return y;
}

// The last entries of the day, as many as there is room for.
static float draw_entries(const struct calendar_screen *c,
                          const struct facts *f, const struct page *pg, float y,
                          size_t most)
{
    struct str name = calendar_screen_person(c, f).name;
    size_t shown = 0;
    for (size_t i = f->entry_count; i > 0 && shown < most; i--) {
        const struct entry *e = &f->entries[i - 1];
        if (e->day_date.number == c->day.number && str_equal(e->who, name) &&
            y < 0.6f) {
            y = draw_entry(pg, f, e, y, most > 1 ? 2 : QUOTE_LINES);
            shown++;
        }
    }
    return y;
}

static void draw_legend(const struct page *pg)
{
    static const char *const names[] = {
        WORD("Dose day"), WORD("Transition day"), WORD("Normal day"),
        WORD("Minutes practised"), WORD("Journal entry")};
    static const enum day_kind kinds[] = {DAY_DOSE, DAY_TRANSITION, DAY_NORMAL};
    const struct tongue *t = pg->ruler->tongue;
    line_draw(pg->sc, ROLE_LINE, 0.0013f,
              (float[]){inner, 0.67f, inner + room_of(pg), 0.67f});
    for (int i = 0; i < 5; i++) {
        float y = 0.7085f + 0.0425f * (float)i;
        if (i < 3) {
            day_kind_sized(pg->sc, (struct point){inner + 0.0085f, y}, 0.009f,
                           kinds[i], false);
        } else if (i == 3) {
            line_draw(pg->sc, ROLE_RING, 0.005f,
                      (float[]){inner + 0.002f, y, inner + 0.018f, y});
        } else {
            for (int k = 0; k < 3; k++) {
                float at = y + 0.0085f * (float)(k - 1);
                line_draw(pg->sc, ROLE_INK2, 0.0023f,
                          (float[]){inner, at,
                                    inner + (k < 2 ? 0.018f : 0.0125f), at});
            }
        }
        struct words w = plain;
        w.size = 0.0215f;
        words_draw(pg->sc, w, inner + 0.037f, y + 0.007f,
                   say(t, str_from(names[i])));
        bool small = page_is_small(pg); // then the suns stand for themselves
        float suns = inner + room_of(pg) - (small ? 0.02f : 0.1285f);
        mood_draw(pg->sc, suns, y, 0.4f, i + 1, ROLE_BREATH);
        words_draw(pg->sc, w, suns + 0.026f, y + 0.007f,
                   small ? STR_NONE : say(t, mood_word(i + 1)));
    }
}

static float draw_marks(const struct calendar_screen *c,
                        const struct calendar *calendar, const struct page *pg,
                        float y)
{
    static const char *const names[MARK_WHAT_COUNT] = {
        [MARK_NONE] = "",
        [MARK_TAKEN] = WORD("Taken"),
        [MARK_SKIPPED] = WORD("Skipped"),
        [MARK_EXTRA] = WORD("Extra"),
        [MARK_VOID] = WORD("Taken back"),
        [MARK_PAUSE] = WORD("Paused from here"),
        [MARK_RESUME] = WORD("Resumed"),
        [MARK_STOP] = WORD("The plan ended"),
    };
    const struct mark *marks = NULL;
    size_t count = calendar_marks(calendar, c->day, &marks);
    size_t from = count > MARKS_SHOWN ? count - MARKS_SHOWN : 0;
    for (size_t i = from; i < count; i++) {
        const struct mark *m = &marks[i];
        struct phrase p = {0};
        phrase_put(&p, say(pg->ruler->tongue, str_from(names[m->what])));
        phrase_put(&p, m->amount.len > 0 ? STR(", ") : STR(""));
        phrase_put(&p, grapheme_head(m->amount, 40));
        phrase_put(&p, m->note.len > 0 ? STR(": ") : STR(""));
        phrase_put(&p, m->note);
        words_fitted(pg, plain, (struct area){inner, y, room_of(pg), 0},
                     phrase_view(&p));
        y += 0.034f;
    }
    return y;
}

// By the month: above the panel, or over the grid where that lies below.
struct area calendar_leaf_area(const struct ruler *ruler, bool on)
{
    struct area a = {1.193f, 0.083f, 0.064f, 0.052f};
    if (ruler_on_end(ruler)) {
        a = (struct area){1.013f, 0.012f, 0.064f, 0.052f};
    }
    a.x += on ? 0.072f : 0;
    return a;
}

struct area calendar_person_area(const struct ruler *ruler)
{
    return ruler_on_end(ruler) ? (struct area){0.655f, 0.012f, 0.344f, 0.052f}
                               : (struct area){1.36f, 0.083f, 0.344f, 0.052f};
}

void calendar_panel_draw(const struct calendar_screen *c, const struct facts *f,
                         const struct page *pg)
{
    const struct calendar *calendar = calendar_screen_person(c, f).calendar;
    struct str words = str_trim(buf_view(&c->words));
    struct area panel = {left, top, calendar_panel_wide(pg->ruler), high};
    box_fill(pg->sc, panel, 0.026f, ROLE_SURFACE, 1);
    box_line(pg->sc, panel, 0.026f, ROLE_LINE, 0.0013f);
    float y = draw_day_head(c, calendar, pg) + 0.024f;
    if (words.len > 0) {
        struct words w = plain;
        w.role = ROLE_INK;
        y = words_paragraph(pg, w, (struct area){inner, y, room_of(pg), 0},
                            0.032f, 7, words) +
            0.012f;
    }
    if (c->opened) {
        y = draw_marks(c, calendar, pg, y) + 0.012f;
        if (words.len == 0) {
            draw_entries(c, f, pg, y, ENTRIES_SHOWN);
        }
        calendar_acts_draw(c, f, pg);
    } else {
        if (words.len == 0) {
            draw_entries(c, f, pg, y, 1);
        }
        draw_legend(pg);
    }
}

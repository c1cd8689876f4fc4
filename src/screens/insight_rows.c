// SPDX-License-Identifier: MIT
// A row a group: a ring where the middle mood before lies, a disc where it lies
// after, the way between; then the same in figures.
#include "screens/insight_inside.h"

enum { ROWS_SHOWN = 7 };

// Where the moods lie, and how rows follow. On end the figures stand below the
// names, else on the right.
struct scale {
    float x, w, foot, step;
    bool below;
};

static struct scale scale_of(const struct page *pg)
{
    float step = pg->ruler->growth > 0 ? 0.08f : 0.071f;
    return ruler_on_end(pg->ruler)
               ? (struct scale){0.61f, 0.44f, 0.84f, step, true}
               : (struct scale){0.5f, 0.5f, 0.75f, 0.052f, false};
}

static const struct words small = {
    .face = FACE_REGULAR, .role = ROLE_INK2, .size = 0.021f};

static struct str name_of(const struct page *pg, const struct facts *f,
                          const struct insight_group *g, enum insight_by by)
{
    static const char *const kinds[DAY_KIND_COUNT] = {
        [DAY_NONE] = WORD("Days without a plan"),
        [DAY_DOSE] = WORD("Dose days"),
        [DAY_TRANSITION] = WORD("Transition days"),
        [DAY_NORMAL] = WORD("Normal days"),
        [DAY_BREAK] = WORD("Break days"),
    };
    enum day_kind kind = DAY_NONE;
    if (by == INSIGHT_DAY) {
        day_kind_from_word(g->name, &kind);
        return say(pg->ruler->tongue, str_from(kinds[kind]));
    }
    return str_equal(g->name, STR("check-in"))
               ? say(pg->ruler->tongue, STR("Check-in"))
               : facts_title(f, g->name);
}

static void draw_scale(const struct page *pg)
{
    const struct scale s = scale_of(pg);
    struct words w = small;
    w.size = 0.0185f;
    w.role = ROLE_INK3;
    float y = insight_chart.y + (page_is_small(pg) ? -0.007f : 0.01f);
    words_paragraph(
        pg, w,
        (struct area){insight_chart.x, y, s.x - insight_chart.x - 0.05f, 0},
        0.022f, 2, say(pg->ruler->tongue, STR("Line: before. Circle: after.")));
    for (int mood = MOOD_LEAST; mood <= MOOD_MOST; mood++) {
        float x = s.x + s.w * insight_mood(4 * mood);
        mood_draw(pg->sc, x, insight_chart.y + 0.005f, 0.45f, mood, ROLE_INK2);
        line_draw(pg->sc, ROLE_LINE, 0.0015f,
                  (float[]){x, insight_chart.y + 0.03f, x, s.foot});
    }
}

static void draw_moods(const struct page *pg, const struct scale *s,
                       const struct insight_group *g, float y)
{
    float before = s->x + s->w * insight_mood(g->before.median);
    float after = s->x + s->w * insight_mood(g->after.median);
    if (g->before.n > 0 && g->after.n > 0) {
        line_draw(pg->sc, ROLE_RING, 0.003f, (float[]){before, y, after, y});
    }
    if (g->before.n > 0) {
        // Upright, so that both are seen where they fall together.
        line_draw(pg->sc, ROLE_INK2, 0.003f,
                  (float[]){before, y - 0.014f, before, y + 0.014f});
    }
    if (g->after.n > 0) {
        insight_point(pg, after, y, g->after.n < INSIGHT_FEW);
    }
}

static void put_figure(const struct page *pg, const struct insight_group *g,
                       struct area at)
{
    struct phrase figure = {0}, n = {0}, change = {0};
    if (g->change.n > 0) {
        insight_spread(pg, &g->change, true, &change);
    }
    struct str args[] = {insight_number(&n, (int64_t)g->n),
                         phrase_view(&change)};
    phrase_fill(&figure,
                say(pg->ruler->tongue,
                    g->change.n == 0 ? STR("n {1}")
                    : g->change.n < INSIGHT_FEW
                        ? STR("n {1} \u00b7 change {2}, too few to tell")
                        : STR("n {1} \u00b7 change {2}")),
                args, 2);
    if (pg->ruler->growth > 0) {
        words_paragraph(pg, small, at, 0.025f, 2, phrase_view(&figure));
    } else {
        words_whole(pg, small, at, phrase_view(&figure));
    }
}

// Gives the baseline of the next.
static float draw_row(const struct page *pg, const struct facts *f,
                      const struct insight_group *g, enum insight_by by,
                      float y)
{
    struct scale s = scale_of(pg);
    struct words w = small;
    w.role = ROLE_INK;
    float x = insight_chart.x;
    if (by == INSIGHT_DAY) {
        enum day_kind kind = DAY_NONE;
        day_kind_from_word(g->name, &kind);
        day_kind_draw(pg->sc, x + 0.012f, y - 0.007f, kind, false);
        x += 0.04f;
    }
    float wide = s.x - x - 0.05f;
    words_fitted(pg, w, (struct area){x, y, wide, 0}, name_of(pg, f, g, by));
    draw_moods(pg, &s, g, y - 0.007f);
    put_figure(pg, g,
               s.below ? (struct area){x, y + 0.029f, wide, 0}
                       : (struct area){insight_side - 0.05f, y,
                                       insight_side_wide + 0.1f, 0});
    return y + s.step;
}

static void draw_guesses(const struct page *pg, const struct insight *in)
{
    struct phrase line = {0}, right = {0}, all = {0};
    struct str args[] = {insight_number(&right, (int64_t)in->guesses_right),
                         insight_number(&all, (int64_t)in->guesses)};
    phrase_fill(&line,
                say(pg->ruler->tongue,
                    STR("Your guess was the kind of day {1} times of {2}.")),
                args, 2);
    words_draw(pg->sc, small, insight_chart.x,
               insight_chart.y + insight_chart.h, phrase_view(&line));
}

void insight_rows(const struct page *pg, const struct facts *f,
                  enum insight_by by)
{
    const struct insight_groups *groups = &f->insight->by[by];
    float y = insight_chart.y + 0.066f;
    draw_scale(pg);
    for (size_t i = 0; i < groups->count && i < ROWS_SHOWN; i++) {
        y = draw_row(pg, f, &groups->items[i], by, y);
    }
    if (by == INSIGHT_DAY && f->insight->guesses >= INSIGHT_GUESSES_ENOUGH) {
        draw_guesses(pg, f->insight);
    }
    if (groups->count > ROWS_SHOWN) {
        struct phrase line = {0}, n = {0};
        struct str args[] = {
            insight_number(&n, (int64_t)(groups->count - ROWS_SHOWN))};
        phrase_fill(&line, say(pg->ruler->tongue, STR("{1} more")), args, 1);
        words_draw(pg->sc, small, insight_chart.x, y, phrase_view(&line));
    }
}

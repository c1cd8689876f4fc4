// SPDX-License-Identifier: MIT
// Shape before colour: medians are discs, few entries open rings, the middle
// half a bar. What is drawn stands beside it in figures.
#include "screens/insight_inside.h"

#include <math.h>

static const struct words small = {
    .face = FACE_REGULAR, .role = ROLE_INK2, .size = 0.021f};
static const struct words tiny = {
    .face = FACE_REGULAR, .role = ROLE_INK3, .size = 0.0185f};

float insight_mood(int quarters)
{
    return (float)(quarters - 4) / (4 * (ENTRY_MOOD_MOST - 1));
}

struct str insight_number(struct phrase *room, int64_t n)
{
    phrase_number(room, n);
    return phrase_view(room);
}

// A line of words and its figure on the right; gives the next baseline.
static float insight_line(const struct page *pg, float y, struct str words,
                          struct str figure)
{
    struct words w = small;
    w.size = ruler_size(pg->ruler, w.size);
    float wide = pg->ruler->width(pg->ruler->fonts, w.face, w.size, figure);
    words_fitted(
        pg, w,
        (struct area){insight_side, y, insight_side_wide - wide - 0.02f, 0},
        words);
    w.role = ROLE_INK;
    w.align = ALIGN_RIGHT;
    words_draw(pg->sc, w, insight_side + insight_side_wide, y, figure);
    return y + 0.04f;
}

void insight_spread(const struct page *pg, const struct spread *s, bool signs,
                    struct phrase *out)
{
    char room[3][QUARTERS_ROOM];
    struct str args[] = {quarters_text(s->median, signs, room[0]),
                         quarters_text(s->q1, signs, room[1]),
                         quarters_text(s->q3, signs, room[2])};
    if (s->n == 0) {
        phrase_put(out, STR("-"));
    } else if (s->n < INSIGHT_FEW) {
        phrase_put(out, args[0]);
    } else {
        phrase_fill(out, say(pg->ruler->tongue, STR("{1} ({2} to {3})")), args,
                    3);
    }
}

void insight_point(const struct page *pg, float x, float y, bool few)
{
    scene_add(pg->sc, (struct shape){.kind = few ? SHAPE_RING : SHAPE_DISC,
                                     .role = ROLE_BREATH,
                                     .alpha = 1,
                                     .x = x,
                                     .y = y,
                                     .r = 0.009f,
                                     .width = few ? 0.003f : 0});
}

// How far what is drawn stands higher, for larger notes below it.
static float lift(const struct page *pg)
{
    return page_is_small(pg) ? 0.03f : 0;
}

static void put_day(const struct page *pg, struct words w, struct point at,
                    struct day d)
{
    struct date date = day_date(d);
    struct phrase p = {0}, number = {0};
    struct str args[] = {insight_number(&number, date.day),
                         say(pg->ruler->tongue, month_name(date.month))};
    phrase_fill(&p, say(pg->ruler->tongue, STR("{1} {2}")), args, 2);
    words_draw(pg->sc, w, at.x, at.y, phrase_view(&p));
}

static float day_y(const struct page *pg)
{
    return 0.79f - 0.9f * lift(pg);
}

static void draw_ratings(const struct insight *in, const struct page *pg,
                         float y)
{
    const float foot = ruler_on_end(pg->ruler) ? 0.69f : 0.76f;
    for (size_t i = 0; i < in->rating_count && y < foot; i++) {
        struct phrase p = {0}, n = {0}, line = {0}, name = {0};
        insight_spread(pg, &in->ratings[i].spread, false, &p);
        phrase_number(&n, (int64_t)in->ratings[i].spread.n);
        const struct str args[] = {phrase_view(&p), phrase_view(&n)};
        phrase_fill(&line, say(pg->ruler->tongue, STR("{1} \u00b7 n {2}")),
                    args, 2);
        phrase_put(&name, in->ratings[i].name);
        phrase_capital(&name);
        y = insight_line(pg, y, phrase_view(&name), phrase_view(&line));
    }
}

static void draw_time(const struct insight *in, const struct page *pg)
{
    const struct tongue *t = pg->ruler->tongue;
    const float x0 = 0.18f, x1 = insight_chart.x + insight_chart.w;
    const float y0 = 0.745f - lift(pg), high = 0.4f - lift(pg);
    size_t with_mood = 0;
    for (int mood = MOOD_LEAST; mood <= MOOD_MOST; mood++) {
        float y = y0 - high * insight_mood(4 * mood);
        mood_draw(pg->sc, 0.135f, y, 0.5f, mood, ROLE_INK2);
        line_draw(pg->sc, ROLE_LINE, 0.0015f, (float[]){x0, y, x1, y});
    }
    float wide = (x1 - x0) / (float)in->span_count;
    for (int i = 0; i < in->span_count; i++) {
        const struct spread *s = &in->spans[i].mood;
        float x = x0 + wide * ((float)i + 0.5f);
        with_mood += s->n;
        if (s->n == 0) {
            continue;
        }
        float low = y0 - high * insight_mood(s->q1);
        float top = y0 - high * insight_mood(s->q3);
        if (s->q1 < s->q3) {
            line_draw(pg->sc, ROLE_RING, 0.004f, (float[]){x, low, x, top});
        }
        insight_point(pg, x, y0 - high * insight_mood(s->median),
                      s->n < INSIGHT_FEW);
    }
    struct words w = tiny;
    put_day(pg, w, (struct point){x0, day_y(pg)}, in->spans[0].first);
    w.align = ALIGN_RIGHT;
    struct day today = {in->spans[in->span_count - 1].first.number +
                        in->span_days - 1};
    put_day(pg, w, (struct point){x1, day_y(pg)}, today);
    struct phrase n = {0};
    float y = insight_line(pg, 0.35f, say(t, STR("Entries with a mood")),
                           insight_number(&n, (int64_t)with_mood));
    n = (struct phrase){0};
    y = insight_line(pg, y, say(t, STR("Days that a mark stands for")),
                     insight_number(&n, in->span_days));
    draw_ratings(in, pg, y + 0.03f);
}

// n entries, as a ring that grows with them up to the one of `most`;
// same: the mood did not change.
static void draw_pair(const struct page *pg, struct point at, int n, int most,
                      bool same)
{
    struct shape s = {.kind = SHAPE_DISC,
                      .role = ROLE_LINE,
                      .alpha = 1,
                      .x = at.x,
                      .y = at.y,
                      .r = 0.002f};
    if (n > 0) {
        struct words w = {.face = FACE_MEDIUM,
                          .role = ROLE_INK,
                          .align = ALIGN_CENTRE,
                          .size = 0.022f};
        struct phrase p = {0};
        s.kind = SHAPE_RING;
        s.role = same ? ROLE_RING : ROLE_BREATH;
        s.r = 0.018f + 0.022f * sqrtf((float)n / (float)most);
        s.width = same ? 0.002f : 0.0035f;
        words_draw(pg->sc, w, at.x, at.y + 0.008f, insight_number(&p, n));
    }
    scene_add(pg->sc, s);
}

static void draw_pairs(const struct insight *in, const struct page *pg)
{
    const float x0 = 0.34f, cell = 0.086f, y0 = 0.71f - lift(pg);
    int most = 1;
    for (int i = 0; i < MOOD_MOST * MOOD_MOST; i++) {
        int n = in->pairs[i / MOOD_MOST][i % MOOD_MOST];
        most = n > most ? n : most;
    }
    for (int b = 0; b < MOOD_MOST; b++) {
        float x = x0 + cell * (float)b;
        mood_draw(pg->sc, x, y0 + 0.075f, 0.45f, b + 1, ROLE_INK2);
        mood_draw(pg->sc, x0 - 0.09f, y0 - cell * (float)b, 0.45f, b + 1,
                  ROLE_INK2);
        for (int a = 0; a < MOOD_MOST; a++) {
            struct point at = {x, y0 - cell * (float)a};
            draw_pair(pg, at, in->pairs[b][a], most, a == b);
        }
    }
    struct words w = tiny;
    words_draw(pg->sc, w, 0.111f, y0 - 2 * cell,
               say(pg->ruler->tongue, STR("After")));
    words_draw(pg->sc, w, x0 + 5 * cell, y0 + 0.081f,
               say(pg->ruler->tongue, STR("Before")));
}

static void draw_change(const struct insight *in, const struct page *pg)
{
    static const char *const words[] = {WORD("Higher afterwards"),
                                        WORD("The same"), WORD("Lower")};
    int moved[3] = {0};
    float y = 0.35f;
    insight_moved(in, &moved[0], &moved[1], &moved[2]);
    draw_pairs(in, pg);
    for (int i = 0; i < 3; i++) {
        struct phrase n = {0};
        y = insight_line(pg, y, say(pg->ruler->tongue, str_from(words[i])),
                         insight_number(&n, moved[i]));
    }
}

static void draw_weeks(const struct insight *in, const struct page *pg)
{
    const struct tongue *t = pg->ruler->tongue;
    bool small_page = page_is_small(pg);
    // Where figures are large they stand below what they tell.
    bool below = pg->ruler->growth > 0;
    const float x0 = small_page ? 0.275f : 0.29f, y0 = 0.335f;
    const float high = below ? 0.066f : 0.055f;
    const float dates = day_y(pg) + 7 * (high - 0.055f);
    const float wide = small_page ? 0.07f : 0.066f;
    const float disc = small_page ? 0.009f : 0.013f; // of an hour
    int days = 0;
    int64_t all_s = 0;
    for (int i = 0; i < 7; i++) {
        words_draw(pg->sc, tiny, 0.111f, y0 + high * (float)i + 0.007f,
                   say(t, weekday_name(i)));
    }
    for (int i = 0; i < INSIGHT_WEEK_DAYS; i++) {
        int64_t s = in->week_s[i];
        if (s <= 0) {
            continue; // an empty day is plain paper
        }
        days++;
        all_s += s;
        float x = x0 + wide * (float)(i / 7), y = y0 + high * (float)(i % 7);
        float hours = s < 3600 ? (float)s / 3600 : 1;
        struct phrase p = {0};
        struct words w = {
            .face = FACE_REGULAR, .role = ROLE_INK, .size = 0.0185f};
        w.size = ruler_size(pg->ruler, w.size);
        scene_add(pg->sc, (struct shape){.kind = SHAPE_DISC,
                                         .role = ROLE_BREATH,
                                         .alpha = 1,
                                         .x = x - 0.012f,
                                         .y = y,
                                         .r = 0.004f + disc * sqrtf(hours)});
        w.align = below ? ALIGN_CENTRE : ALIGN_LEFT;
        words_draw(pg->sc, w, below ? x - 0.012f : x + disc - 0.005f,
                   y + (below ? 0.034f : 0.007f),
                   insight_number(&p, s < 60 ? 1 : (s + 30) / 60));
    }
    put_day(pg, tiny, (struct point){x0 - 0.03f, dates}, in->week_first);
    struct words w = tiny;
    w.align = ALIGN_RIGHT;
    put_day(pg, w, (struct point){x0 + wide * INSIGHT_WEEKS - 0.02f, dates},
            (struct day){in->week_first.number + INSIGHT_WEEK_DAYS - 7});
    struct phrase n = {0}, m = {0};
    float y = insight_line(pg, 0.35f, say(t, STR("Days with practice")),
                           insight_number(&n, days));
    insight_line(pg, y, say(t, STR("Minutes in twelve weeks")),
                 insight_number(&m, (all_s + 30) / 60));
}

static void draw_notes(const struct insight_screen *v, const struct page *pg)
{
    const struct tongue *t = pg->ruler->tongue;
    struct str line =
        v->view == INSIGHT_VIEW_WEEKS
            ? say(t, STR("Numbers are minutes. An empty day is just a day."))
            : say(t, insight_few());
    bool small_page = page_is_small(pg), on_end = ruler_on_end(pg->ruler);
    const float leading = 0.024f;
    struct area at = {insight_chart.x, small_page ? 0.812f : 0.837f, 1.556f, 0};
    if (on_end) { // below what stands on the right, which goes under the rest
        at = (struct area){insight_side, 0.73f, insight_side_wide, 0};
    }
    float y = words_paragraph(pg, tiny, at, leading, on_end ? 3 : 1, line);
    if (v->view != INSIGHT_VIEW_WEEKS) {
        at.y = small_page || on_end ? y : at.y + 0.026f;
        words_paragraph(pg, tiny, at, leading, on_end ? 6 : 2,
                        say(t, insight_expectancy()));
    }
}

static void draw_tabs(const struct insight_screen *v, const struct page *pg)
{
    struct insight_tabs tabs = insight_tabs(pg->ruler);
    for (int i = 0; i < INSIGHT_VIEW_COUNT; i++) {
        bool up = i == (int)v->view;
        struct area a = tabs.at[i];
        struct words w = {.face = FACE_REGULAR,
                          .role = up ? ROLE_INK : ROLE_INK2,
                          .size = tabs.size};
        words_draw(pg->sc, w, a.x, a.y + 0.036f,
                   say(pg->ruler->tongue, insight_name((enum insight_view)i)));
        if (up && v->focus == MENU_NONE) {
            box_line(pg->sc, area_inset(a, -0.016f, 0), 0.016f, ROLE_BREATH,
                     0.0028f);
        } else if (up) {
            line_draw(pg->sc, ROLE_BREATH, 0.0025f,
                      (float[]){a.x, a.y + 0.05f, a.x + a.w, a.y + 0.05f});
        }
    }
}

void insight_screen_draw(const struct insight_screen *v, const struct facts *f,
                         const struct page *pg)
{
    page_ground(pg->sc);
    words_draw(
        pg->sc,
        (struct words){.face = FACE_SERIF, .role = ROLE_INK, .size = 0.054f},
        insight_chart.x, 0.135f, say(pg->ruler->tongue, STR("Insight")));
    draw_tabs(v, pg);
    menu_draw(pg, MENU_INSIGHT, v->focus);
    if (!f->insight || f->insight->n == 0) {
        words_paragraph(
            pg,
            (struct words){
                .face = FACE_SERIF, .role = ROLE_INK2, .size = 0.036f},
            (struct area){insight_chart.x, 0.45f, 1.1f, 0}, 0.052f, 3,
            say(pg->ruler->tongue,
                STR("Nothing is written yet, and nothing has to be. Once a few "
                    "reflections are kept, what they have in common stands "
                    "here.")));
        return;
    }
    switch (v->view) {
    case INSIGHT_VIEW_TIME:
        draw_time(f->insight, pg);
        break;
    case INSIGHT_VIEW_CHANGE:
        draw_change(f->insight, pg);
        break;
    case INSIGHT_VIEW_PRACTICE:
    case INSIGHT_VIEW_KIND:
        insight_rows(pg, f,
                     v->view == INSIGHT_VIEW_KIND ? INSIGHT_DAY
                                                  : INSIGHT_PRACTICE);
        break;
    case INSIGHT_VIEW_WEEKS:
        draw_weeks(f->insight, pg);
        break;
    case INSIGHT_VIEW_COUNT:
        break;
    }
    draw_notes(v, pg);
}

// SPDX-License-Identifier: MIT
// The month. Each day stands in a cell: its number, its kind (filled: logged,
// outlined: planned), the mood, three lines where words were written, and a
// bar of minutes.
#include "base/grapheme.h"
#include "screens/calendar_inside.h"

static const float left = 0.074f, top = 0.2088f;
static const float across = 0.1519f, down = 0.1185f; // from cell to cell
static const float wide = 0.1426f, high = 0.1093f;
static const float bar_most = 0.109f, kind_r = 0.0097f;
static const float future = 0.42f, to_come = 0.6f; // a cell, what is in it
enum { BAR_FULL_S = 20 * 60 };                     // minutes that fill the bar

struct area calendar_cell(const struct calendar_screen *c, struct day d)
{
    int column = day_weekday(d);
    int row = (d.number - c->first.number + day_weekday(c->first)) / 7;
    return (struct area){left + across * (float)column, top + down * (float)row,
                         wide, high};
}

// "3 h 04 min", "12 min"
static void put_time(struct phrase *p, const struct tongue *t, int64_t seconds)
{
    struct phrase hours = {0}, minutes = {0};
    int64_t whole = (seconds + 30) / 60;
    phrase_number(&hours, whole / 60);
    if (whole >= 60 && whole % 60 < 10) {
        phrase_put(&minutes, STR("0"));
    }
    phrase_number(&minutes, whole % 60);
    const struct str args[] = {phrase_view(&minutes), phrase_view(&hours)};
    phrase_fill(p, say(t, whole < 60 ? STR("{1} min") : STR("{2} h {1} min")),
                args, 2);
}

static void put_count(struct phrase *p, int count, struct str one,
                      struct str many)
{
    struct phrase number = {0};
    phrase_number(&number, count);
    struct str arg = phrase_view(&number);
    phrase_fill(p, count == 1 ? one : many, &arg, 1);
}

static void draw_summary(const struct calendar_screen *c, const struct page *pg)
{
    int practised = 0, entries = 0;
    int64_t done_s = 0;
    for (int i = 0; i < c->days; i++) {
        practised += c->sums[i].done_s > 0;
        entries += c->sums[i].entries;
        done_s += c->sums[i].done_s;
    }
    const struct tongue *t = pg->ruler->tongue;
    struct phrase time = {0}, all = {0};
    put_time(&time, t, done_s);
    put_count(&all, practised, say(t, STR("1 day practised")),
              say(t, STR("{1} days practised")));
    phrase_put(&all, STR("  \u00b7  "));
    phrase_put(&all, phrase_view(&time));
    phrase_put(&all, STR("  \u00b7  "));
    put_count(&all, entries, say(t, STR("1 entry")),
              say(t, STR("{1} entries")));
    words_draw(pg->sc,
               (struct words){.face = FACE_REGULAR,
                              .role = ROLE_INK2,
                              .align = ALIGN_RIGHT,
                              .size = 0.0225f},
               1.149f, 0.1026f, phrase_view(&all));
}

static void draw_head(const struct calendar_screen *c, const struct facts *f,
                      const struct page *pg)
{
    const struct tongue *t = pg->ruler->tongue;
    struct date date = day_date(c->first);
    struct phrase word = {0};
    phrase_put(&word, say(t, month_name(date.month)));
    phrase_capital(&word);
    struct str month = phrase_view(&word);
    struct words w = {.face = FACE_SERIF, .role = ROLE_INK, .size = 0.0542f};
    words_draw(pg->sc, w, left, 0.113f, month);
    float reach = pg->ruler->width(pg->ruler->fonts, w.face, w.size, month);
    float x = left + 0.042f + reach * ruler_growth(pg->ruler);
    struct phrase year = {0};
    phrase_number(&year, date.year);
    struct str name = calendar_screen_person(c, f).name;
    if (name.len > 0) {
        phrase_put(&year, STR("  \u00b7  "));
        phrase_put(&year, grapheme_head(name, 40));
    }
    w = (struct words){.face = FACE_REGULAR, .role = ROLE_INK2, .size = 0.026f};
    words_fitted(pg, w, (struct area){x, 0.108f, 0.62f - x, 0},
                 phrase_view(&year));
    draw_summary(c, pg);
    w.size = 0.0198f;
    for (int i = 0; i < 7; i++) {
        words_draw(pg->sc, w, left + across * (float)i + 0.0165f, 0.183f,
                   say(t, weekday_short(i)));
    }
}

// Three lines: words were written.
static void draw_written(struct scene *sc, float x, float y)
{
    static const float widths[] = {0.018f, 0.018f, 0.0125f};
    for (int i = 0; i < 3; i++) {
        float at = y + 0.0085f * (float)(i - 1);
        line_draw(sc, ROLE_INK2, 0.0023f, (float[]){x, at, x + widths[i], at});
    }
}

static void draw_minutes(struct scene *sc, struct area a, int64_t done_s)
{
    float part =
        (float)(done_s < BAR_FULL_S ? done_s : BAR_FULL_S) / (float)BAR_FULL_S;
    float end = a.x + 0.019f + (bar_most - 0.005f) * part;
    line_draw(sc, ROLE_RING, 0.005f,
              (float[]){a.x + 0.019f, a.y + 0.097f, end, a.y + 0.097f});
}

// A day of rest, not an empty one: its own calm ground, and a slow line.
static void draw_rest(struct scene *sc, struct area a)
{
    enum { POINTS = 9 };
    static const float rise[POINTS] = {0,     0.6f, 1,     0.6f, 0,
                                       -0.6f, -1,   -0.6f, 0};
    struct point points[POINTS];
    box_fill(sc, a, 0.0167f, ROLE_BREATH, 0.1f);
    for (int i = 0; i < POINTS; i++) {
        points[i].x = a.x + 0.0165f + bar_most * (float)i / (POINTS - 1);
        points[i].y = a.y + 0.068f - 0.006f * rise[i];
    }
    scene_path(
        sc,
        (struct shape){.role = ROLE_BREATH, .alpha = 0.5f, .width = 0.0022f},
        points, POINTS);
}

// What was planned and did not happen: the plan's ring, crossed out.
static void draw_unmet(struct scene *sc, float x, float y)
{
    day_kind_sized(sc, (struct point){x, y}, kind_r, DAY_DOSE, true);
    line_draw(sc, ROLE_WARM, 0.0022f,
              (float[]){x - 0.012f, y + 0.012f, x + 0.012f, y - 0.012f});
}

static void draw_kind(const struct calendar *calendar, struct day d,
                      const struct day_key *k, const struct page *pg,
                      struct area a)
{
    float x = a.x + 0.1165f, y = a.y + 0.0259f;
    const struct mark *fact = calendar_fact(calendar, d);
    bool skipped = fact && fact->what == MARK_SKIPPED;
    if (skipped && calendar_planned(calendar, d) == DAY_DOSE) {
        draw_unmet(pg->sc, x, y);
    } else {
        day_kind_sized(pg->sc, (struct point){x, y}, kind_r, k->kind,
                       k->basis == BASIS_PLANNED);
    }
}

static void draw_day(const struct calendar_screen *c, const struct facts *f,
                     const struct page *pg, struct day d)
{
    const struct calendar *calendar = calendar_screen_person(c, f).calendar;
    const struct day_sum *sum = &c->sums[d.number - c->first.number];
    struct day_key k = calendar_key(calendar, d);
    struct area a = calendar_cell(c, d);
    bool chosen = d.number == c->day.number;
    bool today = d.number == c->today.number;
    bool ahead = d.number > c->today.number;
    size_t from = pg->sc->count;
    box_fill(pg->sc, a, 0.0167f, ROLE_SURFACE, 1);
    bool hidden = d.number >= c->hidden.number;
    if (k.kind == DAY_BREAK && !hidden) {
        draw_rest(pg->sc, a);
    }
    box_line(pg->sc, a, 0.0167f, ROLE_LINE, 0.0013f);
    size_t inside = pg->sc->count;
    if (!hidden) {
        draw_kind(calendar, d, &k, pg, a);
    }
    if (sum->mood > 0) {
        mood_draw(pg->sc, a.x + 0.0708f, a.y + 0.0655f, 0.52f, sum->mood,
                  ROLE_BREATH);
    }
    if (sum->written) {
        draw_written(pg->sc, a.x + 0.1105f, a.y + 0.068f);
    }
    if (sum->done_s > 0) {
        draw_minutes(pg->sc, a, sum->done_s);
    }
    for (size_t i = from; ahead && i < pg->sc->count; i++) {
        pg->sc->shapes[i].alpha *= i < inside ? future : to_come;
    }
    struct phrase number = {0};
    phrase_number(&number, day_date(d).day);
    words_draw(pg->sc,
               (struct words){.face = today ? FACE_SEMIBOLD : FACE_REGULAR,
                              .role = ROLE_INK,
                              .size = 0.0235f},
               a.x + 0.0165f, a.y + 0.033f, phrase_view(&number));
    if (today) {
        box_line(pg->sc, a, 0.0167f, ROLE_BREATH, 0.0037f);
    }
    if (chosen && !today) {
        box_line(pg->sc, a, 0.0167f, ROLE_INK2, 0.0022f);
    } else if (chosen) {
        box_line(pg->sc, area_inset(a, -0.005f, -0.005f), 0.0217f, ROLE_INK2,
                 0.0015f);
    }
}

// Leafing and the other person, for a pointer.
static void draw_leaves(const struct facts *f, const struct page *pg)
{
    struct words w = {.face = FACE_REGULAR,
                      .role = ROLE_INK2,
                      .align = ALIGN_CENTRE,
                      .size = 0.026f};
    for (int on = 0; on < 2; on++) {
        struct area a = calendar_leaf_area(pg->ruler, on);
        box_line(pg->sc, a, 0.016f, ROLE_LINE, 0.0015f);
        words_draw(pg->sc, w, a.x + a.w / 2, a.y + a.h / 2 + 0.009f,
                   on ? STR("\u203a") : STR("\u2039"));
    }
    if (f->person_count > 1) {
        struct area a = calendar_person_area(pg->ruler);
        box_line(pg->sc, a, 0.016f, ROLE_LINE, 0.0015f);
        w.size = 0.0195f;
        words_draw(pg->sc, w, a.x + a.w / 2, a.y + a.h / 2 + 0.007f,
                   say(pg->ruler->tongue, STR("The other person")));
    }
}

void calendar_screen_draw(const struct calendar_screen *c,
                          const struct facts *f, const struct page *pg)
{
    const struct tongue *t = pg->ruler->tongue;
    page_light(pg->sc, 0.71f, 0.27f, 1.4f);
    draw_head(c, f, pg);
    for (int i = 0; i < c->days; i++) {
        draw_day(c, f, pg, (struct day){c->first.number + i});
    }
    calendar_panel_draw(c, f, pg);
    draw_leaves(f, pg);
    struct str hint =
        f->person_count > 1
            ? say(t, STR("Arrow keys move \u00b7 Enter opens \u00b7 PgUp / "
                         "PgDn month \u00b7 T taken \u00b7 S skipped \u00b7 M "
                         "moved here \u00b7 U undo \u00b7 Tab other person"))
            : say(t, STR("Arrow keys move \u00b7 Enter opens \u00b7 PgUp / "
                         "PgDn month \u00b7 T taken \u00b7 S skipped \u00b7 M "
                         "moved here \u00b7 U undo"));
    struct words w = {.face = FACE_REGULAR, .role = ROLE_INK3, .size = 0.0185f};
    words_paragraph(
        pg, w,
        (struct area){left, page_is_small(pg) ? 0.948f : 0.953f, 1.5f, 0},
        0.0222f, 2, hint);
}

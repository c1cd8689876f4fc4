// SPDX-License-Identifier: MIT
// What can be noted on an opened day: the list that goes with it, to be ticked
// off, and below it a button for each act.
#include "screens/calendar_inside.h"

enum { ITEMS_SHOWN = 9 };
static const float inner = 1.2375f;
static const struct words small_words = {
    .face = FACE_REGULAR, .role = ROLE_INK3, .size = 0.0185f};

static const float acts_x = 1.2135f, acts_foot = 0.9f;
static const float act_high = 0.046f, act_gap = 0.006f;

// Words of less than their size need wider buttons.
static int act_columns(const struct ruler *ruler)
{
    return ruler->least > 0.02f ? 2 : ruler->least > 0.0165f ? 3 : 4;
}

// From row to row.
static float acts_down(const struct ruler *ruler)
{
    return act_columns(ruler) < 4 ? 0.052f : 0.056f;
}

// Where the acts begin.
static float acts_top(const struct ruler *ruler)
{
    int last_row = (ACT_COUNT - 1) / act_columns(ruler);
    return acts_foot - act_high - acts_down(ruler) * (float)last_row;
}

struct area calendar_act_area(const struct ruler *ruler, enum calendar_act act)
{
    int columns = act_columns(ruler);
    float wide = (calendar_panel_wide(ruler) - 0.037f) / (float)columns;
    float row = (float)((int)act / columns);
    return (struct area){acts_x + wide * (float)((int)act % columns),
                         acts_top(ruler) + acts_down(ruler) * row,
                         wide - act_gap, act_high};
}

struct area calendar_item_area(const struct calendar_screen *c,
                               const struct facts *f, const struct ruler *ruler,
                               size_t i)
{
    const struct str *items = NULL;
    size_t count = calendar_items(c, f, &items);
    count = count < ITEMS_SHOWN ? count : ITEMS_SHOWN;
    if (i >= count) {
        return (struct area){0, 0, 0, 0};
    }
    bool single = act_columns(ruler) < 3 && count < 4;
    size_t columns = single ? 1 : 2;
    float row = (float)((count + columns - 1) / columns - i / columns);
    float wide = calendar_panel_wide(ruler) - 0.0886f;
    return (struct area){inner - 0.01f + wide / 2 * (float)(i % columns),
                         acts_top(ruler) - 0.009f - 0.046f * row,
                         (single ? wide : wide / 2) - 0.0062f, 0.046f};
}

static void draw_items(const struct calendar_screen *c, const struct facts *f,
                       const struct page *pg)
{
    const struct str *items = NULL;
    size_t count = calendar_items(c, f, &items);
    struct person_facts person = calendar_screen_person(c, f);
    for (size_t i = 0; i < count && i < ITEMS_SHOWN; i++) {
        struct area a = calendar_item_area(c, f, pg->ruler, i);
        float x = a.x + 0.01f, y = a.y + 0.029f;
        if (c->act == ACT_COUNT + 1 + (int)i) {
            box_line(pg->sc, a, 0.014f, ROLE_BREATH, 0.0022f);
        }
        struct area box = {x, y - 0.0165f, 0.019f, 0.019f};
        box_line(pg->sc, box, 0.004f, ROLE_INK3, 0.0016f);
        if (ticks_done(&person.ticks, c->day, items[i])) {
            line_draw(
                pg->sc, ROLE_BREATH, 0.003f,
                (float[]){x + 0.004f, y - 0.007f, x + 0.008f, y - 0.002f});
            line_draw(
                pg->sc, ROLE_BREATH, 0.003f,
                (float[]){x + 0.008f, y - 0.002f, x + 0.0165f, y - 0.0145f});
        }
        struct phrase p = {0};
        phrase_number(&p, (int64_t)i + 1);
        phrase_put(&p, STR("  "));
        phrase_put(&p, items[i]);
        words_fitted(pg, small_words,
                     (struct area){x + 0.028f, y, a.w - 0.03f, 0},
                     phrase_view(&p));
    }
}

static void draw_acts(const struct calendar_screen *c,
                      const struct calendar *calendar, const struct page *pg)
{
    struct day since = {0};
    bool paused = calendar_paused(calendar, c->day, &since);
    for (int i = 0; i < ACT_COUNT; i++) {
        struct area a = calendar_act_area(pg->ruler, (enum calendar_act)i);
        bool focused = c->act == i + 1;
        box_line(pg->sc, a, a.h / 2, focused ? ROLE_BREATH : ROLE_LINE,
                 focused ? 0.0028f : 0.0015f);
        struct words w = small_words;
        w.align = ALIGN_CENTRE;
        w.role = ROLE_INK2;
        w.size = 0.0165f;
        words_whole(pg, w,
                    (struct area){a.x + a.w / 2, a.y + a.h / 2 + 0.006f,
                                  a.w - 0.012f, 0},
                    say(pg->ruler->tongue,
                        calendar_act_word((enum calendar_act)i, paused)));
    }
}

void calendar_acts_draw(const struct calendar_screen *c, const struct facts *f,
                        const struct page *pg)
{
    draw_items(c, f, pg);
    draw_acts(c, calendar_screen_person(c, f).calendar, pg);
}

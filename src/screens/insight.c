// SPDX-License-Identifier: MIT
#include "screens/insight.h"

#include <assert.h>

#include "screens/insight_inside.h"

static const char *const view_names[] = {
    [INSIGHT_VIEW_TIME] = WORD("Over time"),
    [INSIGHT_VIEW_CHANGE] = WORD("Before and after"),
    [INSIGHT_VIEW_PRACTICE] = WORD("By practice"),
    [INSIGHT_VIEW_KIND] = WORD("By kind of day"),
    [INSIGHT_VIEW_WEEKS] = WORD("Weeks"),
};
static_assert(sizeof(view_names) / sizeof(view_names[0]) == INSIGHT_VIEW_COUNT,
              "a name for each view");

struct str insight_name(enum insight_view view)
{
    return str_from(view_names[view]);
}

struct str insight_few(void)
{
    return STR(WORD("Open circles stand for fewer than five entries: too few "
                    "to tell anything from."));
}

void insight_screen_open(struct insight_screen *v)
{
    v->focus = MENU_NONE;
}

static float tab_width(const struct ruler *ruler, float size, int view)
{
    return ruler->width(
        ruler->fonts, FACE_REGULAR, size,
        say(ruler->tongue, insight_name((enum insight_view)view)));
}

struct insight_tabs insight_tabs(const struct ruler *ruler)
{
    const float usual = 0.05f, closest = 0.03f;
    const int gaps = INSIGHT_VIEW_COUNT - 1;
    struct insight_tabs tabs = {.size = ruler_size(ruler, 0.024f)};
    float room = ruler_on_end(ruler) ? 0.96f : 1.55f;
    float words = 0;
    for (int i = 0; i < INSIGHT_VIEW_COUNT; i++) {
        words += tab_width(ruler, tabs.size, i);
    }
    float gap = (room - words) / (float)gaps;
    bool two_rows = ruler->growth > 0 && gap < closest;
    if (gap < closest && !two_rows) {
        tabs.size *= (room - closest * (float)gaps) / words;
    }
    gap = gap < closest ? closest : gap < usual ? gap : usual;
    const float left = 0.111f, row = 0.056f;
    float x = left, y = two_rows ? 0.18f : 0.19f;
    for (int i = 0; i < INSIGHT_VIEW_COUNT; i++) {
        float wide = tab_width(ruler, tabs.size, i);
        if (x + wide > left + room && two_rows) {
            x = left;
            y += row;
        }
        tabs.at[i] = (struct area){x, y, wide, two_rows ? row : 0.058f};
        x += wide + gap;
    }
    return tabs;
}

static enum wish pointer(struct insight_screen *v, const struct page *pg,
                         const struct input *in)
{
    struct insight_tabs tabs = insight_tabs(pg->ruler);
    for (int i = 0; i < INSIGHT_VIEW_COUNT; i++) {
        if (area_has(area_inset(tabs.at[i], -0.015f, 0), in->x, in->y)) {
            v->view = (enum insight_view)i;
            v->focus = MENU_NONE;
        }
    }
    return menu_wish(menu_at(pg->ruler, MENU_INSIGHT, in));
}

// Along the views, or along the menu while it has the focus.
static void step(struct insight_screen *v, int by)
{
    int to = v->focus == MENU_NONE ? (int)v->view + by : v->focus + by;
    int most = v->focus == MENU_NONE ? INSIGHT_VIEW_COUNT - 1 : MENU_COUNT - 1;
    to = to < 0 ? 0 : to > most ? most : to;
    if (v->focus == MENU_NONE) {
        v->view = (enum insight_view)to;
    } else {
        v->focus = to;
    }
}

enum wish insight_screen_input(struct insight_screen *v, const struct page *pg,
                               const struct input *in)
{
    if (in->kind == INPUT_POINTER_DOWN) {
        return pointer(v, pg, in);
    }
    if (in->kind != INPUT_KEY) {
        return WISH_NOTHING;
    }
    switch ((int)in->key) {
    case KEY_ESCAPE:
        return WISH_BACK;
    case KEY_LEFT:
    case KEY_RIGHT:
        step(v, in->key == KEY_LEFT ? -1 : 1);
        break;
    case KEY_TAB:
        v->focus = v->focus == MENU_NONE ? MENU_INSIGHT : MENU_NONE;
        break;
    case KEY_DOWN:
        v->focus = v->focus == MENU_NONE ? MENU_INSIGHT : v->focus;
        break;
    case KEY_UP:
        v->focus = MENU_NONE;
        break;
    case KEY_ENTER:
    case KEY_SPACE:
        return menu_wish(v->focus);
    }
    return WISH_NOTHING;
}

void insight_screen_aloud(const struct insight_screen *v, const struct facts *f,
                          const struct tongue *t, struct phrase *out)
{
    struct phrase entries = {0};
    phrase_number(&entries, f->insight ? (int64_t)f->insight->n : 0);
    struct str name = v->focus == MENU_NONE ? insight_name(v->view)
                                            : menu_word((enum menu)v->focus);
    struct str args[] = {say(t, STR("Insight")), say(t, name),
                         phrase_view(&entries)};
    phrase_fill(out, say(t, STR("{1}. {2}. Entries: {3}.")), args, 3);
}

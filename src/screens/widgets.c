// SPDX-License-Identifier: MIT
#include "screens/widgets.h"

#include <assert.h>

static const float margin = 0.111f;

bool page_is_small(const struct page *pg)
{
    return pg->ruler->least > 0.021f;
}

void page_ground(struct scene *sc)
{
    scene_add(sc, (struct shape){.kind = SHAPE_GROUND, .alpha = 1});
}

void page_light(struct scene *sc, float x, float y, float r)
{
    scene_add(sc,
              (struct shape){
                  .kind = SHAPE_GROUND, .alpha = 1, .x = x, .y = y, .r = r});
}

void page_orb(struct scene *sc, float x, float y, float r, float alpha)
{
    scene_add(sc, (struct shape){.kind = SHAPE_ORB,
                                 .role = ROLE_BREATH,
                                 .alpha = alpha,
                                 .x = x,
                                 .y = y,
                                 .r = r,
                                 .a = 1});
}

void page_veil(struct scene *sc, float alpha)
{
    struct area window = {sc->left, sc->top, sc->right - sc->left,
                          sc->bottom - sc->top};
    box_fill(sc, window, 0, ROLE_EDGE, alpha);
}

void box_fill(struct scene *sc, struct area a, float r, enum role role,
              float alpha)
{
    scene_add(sc, (struct shape){.kind = SHAPE_BOX,
                                 .role = role,
                                 .alpha = alpha,
                                 .x = a.x,
                                 .y = a.y,
                                 .w = a.w,
                                 .h = a.h,
                                 .r = r});
}

void box_line(struct scene *sc, struct area a, float r, enum role role,
              float width)
{
    scene_add(sc, (struct shape){.kind = SHAPE_BOX,
                                 .role = role,
                                 .alpha = 1,
                                 .x = a.x,
                                 .y = a.y,
                                 .w = a.w,
                                 .h = a.h,
                                 .r = r,
                                 .width = width});
}

void line_draw(struct scene *sc, enum role role, float width,
               const float ends[4])
{
    scene_add(sc, (struct shape){.kind = SHAPE_LINE,
                                 .role = role,
                                 .alpha = 1,
                                 .x = ends[0],
                                 .y = ends[1],
                                 .w = ends[2],
                                 .h = ends[3],
                                 .width = width});
}

void card_draw(struct scene *sc, struct area a, bool focused)
{
    if (focused) {
        box_fill(sc, a, 0.026f, ROLE_SURFACE, 1);
    }
    box_line(sc, a, 0.026f, focused ? ROLE_BREATH : ROLE_LINE,
             focused ? 0.0028f : 0.0012f);
}

void button_draw(struct scene *sc, struct area a, struct str word,
                 enum button_look look, bool focused)
{
    float r = a.h / 2;
    if (focused) {
        box_line(sc, area_inset(a, -0.006f, -0.006f), r + 0.006f, ROLE_BREATH,
                 0.0028f);
    }
    if (look == BUTTON_MAIN) {
        box_fill(sc, a, r, ROLE_BREATH, 1);
    } else {
        box_line(sc, a, r, ROLE_LINE, 0.0018f);
    }
    struct words w = {.face =
                          look == BUTTON_MAIN ? FACE_SEMIBOLD : FACE_REGULAR,
                      .role = look == BUTTON_MAIN ? ROLE_CENTRE : ROLE_INK2,
                      .align = ALIGN_CENTRE,
                      .size = 0.024f};
    words_draw(sc, w, a.x + a.w / 2, a.y + a.h / 2 + 0.0085f, word);
}

static const struct menu_item {
    const char *word;
    enum wish wish;
} menu_items[] = {
    [MENU_TODAY] = {WORD("Today"), WISH_TODAY},
    [MENU_SESSIONS] = {WORD("Sessions"), WISH_SESSIONS},
    [MENU_CALENDAR] = {WORD("Calendar"), WISH_CALENDAR},
    [MENU_JOURNAL] = {WORD("Journal"), WISH_JOURNAL},
    [MENU_INSIGHT] = {WORD("Insight"), WISH_INSIGHT},
    [MENU_CARE] = {WORD("Care"), WISH_CARE},
    [MENU_SETTINGS] = {WORD("Settings"), WISH_SETTINGS},
};
static_assert(sizeof(menu_items) / sizeof(menu_items[0]) == MENU_COUNT,
              "a word and a wish for each");

struct str menu_word(enum menu item)
{
    return str_from(menu_items[item].word);
}

enum wish menu_wish(int item)
{
    return item == MENU_NONE ? WISH_NOTHING : menu_items[item].wish;
}

static const float menu_y = 0.929f;

// How the menu is set: closer, and then smaller, where its words are long.
struct menu_setting {
    struct words type;
    float gap;
};

static float menu_width(const struct ruler *ruler, struct words w,
                        enum menu item)
{
    return ruler->width(ruler->fonts, w.face, w.size,
                        say(ruler->tongue, menu_word(item)));
}

// It stands in the same places everywhere; but where letters are larger than
// meant, it needs the room that Today alone has the week in.
static struct menu_setting menu_setting(const struct ruler *ruler, enum menu up)
{
    const float closest = 0.022f, meant = 0.024f;
    struct menu_setting set = {
        .type = {.face = FACE_REGULAR, .size = ruler_size(ruler, meant)},
        .gap = 0.045f};
    float room = up == MENU_TODAY || set.type.size <= meant ? 0.875f : 1.2f;
    float words = 0;
    for (int i = 0; i < MENU_COUNT; i++) {
        words += menu_width(ruler, set.type, (enum menu)i);
    }
    float gap = (room - words) / (MENU_COUNT - 1);
    if (gap < closest) {
        set.type.size *= (room - closest * (MENU_COUNT - 1)) / words;
    }
    set.gap = gap < closest ? closest : gap < set.gap ? gap : set.gap;
    return set;
}

static struct area menu_area(const struct ruler *ruler, enum menu up, int item)
{
    struct menu_setting set = menu_setting(ruler, up);
    struct area a = {margin, menu_y - 0.034f, 0, 0.058f};
    for (int i = 0;; i++) {
        a.w = menu_width(ruler, set.type, (enum menu)i);
        if (i == item) {
            return a;
        }
        a.x += a.w + set.gap;
    }
}

void menu_draw(const struct page *pg, enum menu up, int focused)
{
    struct menu_setting set = menu_setting(pg->ruler, up);
    for (int i = 0; i < MENU_COUNT; i++) {
        struct words w = set.type;
        struct area a = menu_area(pg->ruler, up, i);
        w.role = i == (int)up || i == focused ? ROLE_INK : ROLE_INK2;
        words_draw(pg->sc, w, a.x, menu_y,
                   say(pg->ruler->tongue, menu_word((enum menu)i)));
        if (i == (int)up) {
            const float half = 0.0014f;
            float y = menu_y + 0.0136f;
            line_draw(pg->sc, ROLE_BREATH, 2 * half,
                      (float[]){a.x + half, y, a.x + a.w - half, y});
        }
        if (i == focused) {
            float beside = set.gap < 0.032f ? set.gap / 2 : 0.016f;
            box_line(pg->sc, area_inset(a, -beside, 0), 0.016f, ROLE_BREATH,
                     0.0028f);
        }
    }
}

int menu_at(const struct ruler *ruler, enum menu up, const struct input *in)
{
    for (int i = 0; i < MENU_COUNT; i++) {
        if (area_has(area_inset(menu_area(ruler, up, i), -0.02f, 0), in->x,
                     in->y)) {
            return i;
        }
    }
    return MENU_NONE;
}

void hint_draw(struct scene *sc, struct str text)
{
    struct words w = {.face = FACE_REGULAR,
                      .role = ROLE_INK3,
                      .align = ALIGN_CENTRE,
                      .size = 0.0185f};
    words_draw(sc, w, STAGE_WIDTH / 2, 0.952f, text);
}

void hint_draw_left(struct scene *sc, struct str text)
{
    struct words w = {.face = FACE_REGULAR, .role = ROLE_INK3, .size = 0.0185f};
    words_draw(sc, w, margin, 0.941f, text);
}

void date_put(struct phrase *out, const struct tongue *t, struct day d)
{
    struct date date = day_date(d);
    struct phrase day = {0}, year = {0};
    phrase_number(&day, date.day);
    phrase_number(&year, date.year);
    const struct str args[] = {
        say(t, weekday_name(day_weekday(d))), phrase_view(&day),
        say(t, month_name(date.month)), phrase_view(&year)};
    phrase_fill(out, say(t, STR("{1} {2} {3} {4}")), args, 4);
}

void length_put(struct phrase *out, const struct tongue *t, int64_t seconds)
{
    struct phrase number = {0};
    int64_t minutes = seconds < 60 ? 0 : (seconds + 30) / 60;
    phrase_number(&number, minutes > 0 ? minutes : seconds);
    struct str arg = phrase_view(&number);
    phrase_fill(out, say(t, minutes > 0 ? STR("{1} min") : STR("{1} s")), &arg,
                1);
}

void practice_minutes(const struct practice *p, const struct tongue *t,
                      struct phrase *out)
{
    length_put(out, t, p->length_ms / 1000);
}

void practice_line(const struct practice *p, const struct tongue *t,
                   struct phrase *out)
{
    practice_minutes(p, t, out);
    if (p->manner.len > 0) {
        phrase_put(out, STR(" \u00b7 "));
        phrase_put(out, p->manner);
    }
}

size_t list_move(size_t focus, size_t count, size_t shown, enum key key)
{
    size_t last = count > 0 ? count - 1 : 0;
    size_t page = shown - 1;
    switch ((int)key) {
    case KEY_UP:
        return focus > 0 ? focus - 1 : 0;
    case KEY_DOWN:
        return focus < last ? focus + 1 : last;
    case KEY_PAGE_UP:
        return focus > page ? focus - page : 0;
    case KEY_PAGE_DOWN:
        return focus + page < last ? focus + page : last;
    case KEY_HOME:
        return 0;
    case KEY_END:
        return last;
    }
    return focus;
}

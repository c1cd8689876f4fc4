// SPDX-License-Identifier: MIT
#include "screens/sessions.h"

#include <assert.h>

#include "base/utf8.h"
#include "screens/sessions_inside.h"

struct area sessions_card(size_t place)
{
    return (struct area){0.111f, 0.222f + 0.1345f * (float)place, 0.705f,
                         0.1165f};
}

struct area sessions_star(size_t place)
{
    struct area a = sessions_card(place);
    return (struct area){a.x + a.w - 0.075f, a.y, 0.075f, a.h};
}

struct area sessions_begin(void)
{
    return (struct area){0.87f, 0.8f, 0.19f, 0.0623f};
}

struct area sessions_setup(void)
{
    return (struct area){1.175f, 0.8f, 0.19f, 0.0623f};
}

// What is left out, and why.
static struct area sessions_left(void)
{
    return (struct area){0.87f, 0.06f, 0.8f, 0.044f};
}

void sessions_finish(struct sessions *s)
{
    arena_finish(&s->mem);
    buf_finish(&s->wanted);
}

void sessions_focus(struct sessions *s, size_t place)
{
    s->focus = place;
    sessions_show(s);
}

size_t sessions_chosen(const struct sessions *s)
{
    assert(s->focus < s->count);
    return s->listed[s->focus];
}

static enum wish press(const struct sessions *s, const struct facts *f)
{
    if (s->count == 0) {
        return WISH_NOTHING;
    }
    bool wrong = f->practices[sessions_chosen(s)].mistake_count > 0;
    return wrong ? WISH_NOTICE : WISH_BEGIN;
}

static enum wish set_up(const struct sessions *s, const struct facts *f)
{
    enum wish wish = press(s, f);
    return wish == WISH_BEGIN ? WISH_SETUP : wish;
}

static uint32_t lower(struct str text)
{
    size_t at = 0;
    uint32_t c = text.len > 0 ? utf8_next(text, &at) : 0;
    return c >= 'A' && c <= 'Z' ? c + 32 : c;
}

// To the next title that begins with the letter.
static void find(struct sessions *s, const struct facts *f, uint32_t letter)
{
    for (size_t by = 1; by <= s->count; by++) {
        size_t i = (s->focus + by) % s->count;
        if (lower(f->practices[s->listed[i]].title) == letter) {
            s->focus = i;
            s->zone = ZONE_LIST;
            return;
        }
    }
}

// What the person's own cautions leave out comes back, or goes again.
static void show_anyway(struct sessions *s, const struct facts *f)
{
    s->anyway = !s->anyway;
    sessions_filter_set(s, f, EFFECT_NONE);
}

// Up from the first card are the two lines of words, and above them, or below
// the last card, the menu.
static void move_across(struct sessions *s, enum key key)
{
    size_t last = s->count > 0 ? s->count - 1 : 0;
    bool up = key == KEY_UP;
    if (s->zone == ZONE_LIST && up && s->focus > 0) {
        s->focus--;
    } else if (s->zone == ZONE_LIST && !up && s->focus < last) {
        s->focus++;
    } else if (up) {
        s->zone = s->zone == ZONE_MENU ? ZONE_LIST
                                       : (enum sessions_zone)(s->zone + 1);
    } else if (s->zone != ZONE_MENU) {
        s->zone = s->zone == ZONE_LIST ? ZONE_MENU
                                       : (enum sessions_zone)(s->zone - 1);
    }
}

static void move(struct sessions *s, enum key key)
{
    if (key == KEY_UP || key == KEY_DOWN) {
        move_across(s, key);
        return;
    }
    s->zone = ZONE_LIST;
    s->focus = list_move(s->focus, s->count, SESSIONS_SHOWN, key);
}

static void move_along(struct sessions *s, const struct facts *f, int way)
{
    if (s->zone == ZONE_MENU) {
        s->item = (s->item + way + MENU_COUNT) % MENU_COUNT;
    } else if (s->zone == ZONE_WHICH) {
        sessions_which_move(s, f, way);
    } else {
        sessions_filter_move(s, f, way);
    }
}

// What Enter does where the keys are.
static enum wish enter(struct sessions *s, const struct facts *f)
{
    enum sessions_zone zone = s->zone;
    if (zone == ZONE_LIST) {
        return press(s, f);
    }
    s->zone = ZONE_LIST;
    return zone == ZONE_MENU ? menu_wish(s->item) : WISH_NOTHING;
}

static void wheel(struct sessions *s, bool up)
{
    size_t last = s->count > 0 ? s->count - 1 : 0;
    s->zone = ZONE_LIST;
    s->focus = up ? s->focus - (s->focus > 0) : s->focus + (s->focus < last);
}

static enum wish pointer(struct sessions *s, const struct facts *f,
                         const struct page *pg, const struct input *in,
                         struct requests *ask)
{
    for (size_t i = 0; i < SESSIONS_SHOWN; i++) {
        if (s->first + i < s->count &&
            area_has(sessions_card(i), in->x, in->y)) {
            bool again = s->focus == s->first + i;
            s->zone = ZONE_LIST;
            s->focus = s->first + i;
            if (again && area_has(sessions_star(i), in->x, in->y)) {
                sessions_favour(s, f, ask);
                return WISH_NOTHING;
            }
            return again ? press(s, f) : WISH_NOTHING;
        }
    }
    if (sessions_filters_press(s, f, pg->ruler, in)) {
        return WISH_NOTHING;
    }
    if (s->left > 0 && area_has(sessions_left(), in->x, in->y)) {
        show_anyway(s, f);
        return WISH_NOTHING;
    }
    if (area_has(sessions_begin(), in->x, in->y)) {
        return press(s, f);
    }
    if (area_has(sessions_setup(), in->x, in->y)) {
        return set_up(s, f);
    }
    return menu_wish(menu_at(pg->ruler, MENU_SESSIONS, in));
}

static enum wish key_input(struct sessions *s, const struct facts *f,
                           const struct input *in, struct requests *ask)
{
    if (in->key == KEY_ESCAPE) {
        return WISH_BACK;
    }
    if (in->key == KEY_ENTER || in->key == KEY_SPACE) {
        return enter(s, f);
    }
    if (in->key == KEY_TAB && (in->mods & MOD_SHIFT) && s->left > 0) {
        show_anyway(s, f);
        return WISH_NOTHING;
    }
    bool plus = in->key == KEY_CHAR && in->letter == '+';
    if (plus || (in->key == KEY_TAB && !sessions_fold(s))) {
        return set_up(s, f);
    }
    if (in->key == KEY_CHAR && in->letter == '*') {
        sessions_favour(s, f, ask);
    } else if (in->key == KEY_CHAR) {
        find(s, f, in->letter);
    } else if (in->key == KEY_TAB) {
        s->unfolded = !s->unfolded;
        sessions_filter_set(s, f, s->filter);
    } else if (in->key == KEY_LEFT || in->key == KEY_RIGHT) {
        move_along(s, f, in->key == KEY_LEFT ? -1 : 1);
    } else {
        move(s, in->key);
    }
    return WISH_NOTHING;
}

enum wish sessions_input(struct sessions *s, const struct facts *f,
                         const struct page *pg, const struct input *in,
                         struct requests *ask)
{
    enum wish wish = WISH_NOTHING;
    if (in->kind == INPUT_POINTER_DOWN) {
        wish = pointer(s, f, pg, in, ask);
    } else if (in->kind == INPUT_WHEEL) {
        wheel(s, in->y > 0);
    } else if (in->kind == INPUT_KEY) {
        wish = key_input(s, f, in, ask);
    }
    sessions_show(s);
    return wish;
}

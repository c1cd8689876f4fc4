// SPDX-License-Identifier: MIT
#include "screens/today.h"

#include "screens/today_inside.h"

static int mood_of(const struct entry *e)
{
    int mood = e->mood_after > 0 ? e->mood_after : e->mood_before;
    return mood > 0 ? mood : 0;
}

void today_facts(struct today *t, const struct facts *f)
{
    *t = (struct today){.day = calendar_day(f->calendar, &f->now),
                        .kept = t->kept,
                        .put_off = t->put_off};
    t->key = calendar_key(f->calendar, t->day);
    t->hidden = facts_hide(f, t->day);
    struct buf words = {0};
    day_key_sentence(&t->key, f->tongue, &words);
    phrase_put(&t->key_words, t->hidden ? STR_NONE : buf_view(&words));
    buf_finish(&words);
    for (size_t i = 0; i < f->entry_count; i++) {
        const struct entry *e = &f->entries[i];
        int back = t->day.number - e->day_date.number;
        if (e->who.len > 0) {
            continue; // another person's
        }
        if (e->session.len > 0) {
            t->last = e;
        }
        if (back >= 0 && back < WEEK_DAYS && mood_of(e) > 0) {
            t->moods[WEEK_DAYS - 1 - back] = mood_of(e);
        }
    }
    for (int i = 0; i < WEEK_DAYS; i++) {
        struct day d = {t->day.number - (WEEK_DAYS - 1) + i};
        t->week[i] = calendar_key(f->calendar, d);
    }
    t->count = practice_offer(f->practices, f->practice_count,
                              t->last ? t->last->session : STR_NONE, t->day,
                              today_kind(t), t->offered);
    if (t->put_off < f->left_count) {
        t->left = &f->left[t->put_off];
    }
}

enum day_kind today_kind(const struct today *t)
{
    bool secret = t->hidden && t->key.kind != DAY_NONE;
    return secret ? DAY_KIND_COUNT : t->key.kind;
}

size_t today_checkin_focus(const struct today *t)
{
    return t->count + MENU_COUNT;
}

size_t today_answer_focus(const struct today *t, size_t i)
{
    return today_checkin_focus(t) + 1 + i;
}

size_t today_chosen(const struct today *t)
{
    return t->offered[t->card];
}

static void focus_set(struct today *t, size_t focus)
{
    t->focus = focus;
    if (focus < t->count) {
        t->card = focus;
    }
}

static enum wish press(struct today *t)
{
    size_t checkin = today_checkin_focus(t);
    if (t->focus < t->count) {
        return WISH_BEGIN;
    }
    if (t->focus >= checkin) {
        size_t go_on = today_answer_focus(t, ANSWER_GO_ON);
        return t->focus == checkin ? WISH_CHECKIN
               : t->focus == go_on ? WISH_RESUME
                                   : WISH_LATER;
    }
    int item = (int)(t->focus - t->count);
    if (item == MENU_TODAY && t->count > 0) {
        focus_set(t, t->card);
    }
    return menu_wish(item);
}

static size_t above(const struct today *t)
{
    size_t go_on = today_answer_focus(t, ANSWER_GO_ON);
    bool bottom = t->focus >= t->count && t->focus < go_on;
    if (bottom && t->count > 0) {
        return t->count - 1;
    }
    if (t->focus > 0 && t->focus < t->count) {
        return t->focus - 1;
    }
    return t->left && t->focus < go_on ? go_on : t->focus;
}

static void move(struct today *t, enum key key)
{
    size_t menu = t->count;
    size_t checkin = today_checkin_focus(t);
    size_t go_on = today_answer_focus(t, ANSWER_GO_ON);
    bool more = (t->focus >= menu && t->focus < checkin) || t->focus == go_on;
    bool less = t->focus > menu && t->focus != go_on;
    switch ((int)key) {
    case KEY_UP:
        focus_set(t, above(t));
        break;
    case KEY_DOWN:
        focus_set(t, t->focus >= go_on  ? 0
                     : t->focus >= menu ? t->focus
                                        : t->focus + 1);
        break;
    case KEY_LEFT: // along the menu and the check-in, or the answers
        focus_set(t, t->focus - less);
        break;
    case KEY_RIGHT:
        focus_set(t, t->focus + more);
        break;
    }
}

// What stands under Begin: how to choose more than that.
struct area today_setup(void)
{
    return (struct area){1.187f, 0.502f, 0.2f, 0.05f};
}

struct area today_checkin(void)
{
    return (struct area){1.187f, 0.722f, 0.2f, 0.048f};
}

struct area today_answer(size_t i)
{
    return (struct area){0.111f + 0.19f * (float)i, 0.358f, 0.175f, 0.05f};
}

struct area today_card(size_t i)
{
    return (struct area){0.1111f, 0.4444f + 0.1352f * (float)i, 0.7037f,
                         0.1167f};
}

struct area today_orb(void)
{
    return (struct area){1.287f, 0.4347f, 0.2076f, 0.2076f};
}

static enum wish pointer(struct today *t, const struct page *pg,
                         const struct input *in)
{
    for (size_t i = 0; i < t->count; i++) {
        if (area_has(today_card(i), in->x, in->y)) {
            bool again = t->focus == i;
            focus_set(t, i);
            return again ? WISH_BEGIN : WISH_NOTHING;
        }
    }
    if (t->count > 0 && area_has(today_setup(), in->x, in->y)) {
        return WISH_SETUP;
    }
    if (area_has(today_checkin(), in->x, in->y)) {
        return WISH_CHECKIN;
    }
    for (size_t i = 0; t->left && i < ANSWER_COUNT; i++) {
        if (area_has(today_answer(i), in->x, in->y)) {
            return i == ANSWER_GO_ON ? WISH_RESUME : WISH_LATER;
        }
    }
    struct area orb = today_orb();
    float dx = in->x - orb.x;
    float dy = in->y - orb.y;
    if (dx * dx + dy * dy < orb.w * orb.w && t->count > 0) {
        return WISH_BEGIN;
    }
    return menu_wish(menu_at(pg->ruler, MENU_TODAY, in));
}

// From the cards to the check-in, the answers, and the menu.
static void move_on(struct today *t, int way)
{
    size_t checkin = today_checkin_focus(t);
    size_t between = 1 + (t->left ? ANSWER_COUNT : 0);
    size_t all = t->count + between + MENU_COUNT;
    size_t place = t->focus < t->count  ? t->focus
                   : t->focus < checkin ? t->focus + between
                                        : t->focus - checkin + t->count;
    place = (place + (way > 0 ? 1 : all - 1)) % all;
    focus_set(t, place < t->count             ? place
                 : place < t->count + between ? place - t->count + checkin
                                              : place - between);
}

enum wish today_input(struct today *t, const struct page *pg,
                      const struct input *in)
{
    if (in->kind == INPUT_POINTER_DOWN) {
        return pointer(t, pg, in);
    }
    if (in->kind != INPUT_KEY) {
        return WISH_NOTHING;
    }
    if (in->key == KEY_ESCAPE) {
        return WISH_BACK;
    }
    if (in->key == KEY_CHAR && in->mods == 0 && in->letter == 'c') {
        return WISH_CHECKIN;
    }
    if (in->key == KEY_RIGHT && t->focus < t->count) {
        return WISH_SETUP;
    }
    if (in->key == KEY_ENTER || in->key == KEY_SPACE) {
        return press(t);
    }
    if (in->key == KEY_TAB) {
        move_on(t, in->mods & MOD_SHIFT ? -1 : 1);
    } else {
        move(t, in->key);
    }
    return WISH_NOTHING;
}

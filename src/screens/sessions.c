// SPDX-License-Identifier: MIT
#include "screens/sessions.h"

#include "base/utf8.h"
#include "screens/sessions_inside.h"

struct area sessions_card(size_t place)
{
    return (struct area){0.111f, 0.222f + 0.1345f * (float)place, 0.705f,
                         0.1165f};
}

struct area sessions_begin(void)
{
    return (struct area){0.87f, 0.8f, 0.19f, 0.0623f};
}

static void show(struct sessions *s, size_t count)
{
    if (s->focus >= count) {
        s->focus = count > 0 ? count - 1 : 0;
    }
    if (s->focus < s->first) {
        s->first = s->focus;
    } else if (s->focus >= s->first + SESSIONS_SHOWN) {
        s->first = s->focus - SESSIONS_SHOWN + 1;
    }
    size_t last = count > SESSIONS_SHOWN ? count - SESSIONS_SHOWN : 0;
    s->first = s->first > last ? last : s->first;
}

void sessions_facts(struct sessions *s, const struct facts *f)
{
    show(s, f->practice_count);
}

static enum wish press(const struct sessions *s, const struct facts *f)
{
    if (s->focus >= f->practice_count) {
        return WISH_NOTHING;
    }
    bool wrong = f->practices[s->focus].mistake_count > 0;
    return wrong ? WISH_NOTICE : WISH_BEGIN;
}

static uint32_t lower(struct str text)
{
    size_t at = 0;
    uint32_t c = text.len > 0 ? utf8_next(text, &at) : 0;
    return c >= 'A' && c <= 'Z' ? c + 32 : c;
}

// To the next title that begins with the letter.
static void find(struct sessions *s, const struct facts *f, struct str letter)
{
    for (size_t by = 1; by <= f->practice_count; by++) {
        size_t i = (s->focus + by) % f->practice_count;
        if (lower(f->practices[i].title) == lower(letter)) {
            s->focus = i;
            return;
        }
    }
}

static void move(struct sessions *s, size_t count, enum key key)
{
    size_t last = count > 0 ? count - 1 : 0;
    size_t page = SESSIONS_SHOWN - 1;
    switch ((int)key) {
    case KEY_UP:
        s->focus -= s->focus > 0;
        break;
    case KEY_DOWN:
        s->focus += s->focus < last;
        break;
    case KEY_PAGE_UP:
        s->focus = s->focus > page ? s->focus - page : 0;
        break;
    case KEY_PAGE_DOWN:
        s->focus = s->focus + page < last ? s->focus + page : last;
        break;
    case KEY_HOME:
        s->focus = 0;
        break;
    case KEY_END:
        s->focus = last;
        break;
    }
}

static enum wish pointer(struct sessions *s, const struct facts *f,
                         const struct page *pg, const struct input *in)
{
    for (size_t i = 0; i < SESSIONS_SHOWN; i++) {
        size_t index = s->first + i;
        if (index < f->practice_count &&
            area_has(sessions_card(i), in->x, in->y)) {
            bool again = s->focus == index;
            s->focus = index;
            return again ? press(s, f) : WISH_NOTHING;
        }
    }
    if (area_has(sessions_begin(), in->x, in->y)) {
        return press(s, f);
    }
    int item = menu_at(pg->ruler, in->x, in->y);
    return item == MENU_TODAY  ? WISH_BACK
           : item == MENU_CARE ? WISH_CARE
                               : WISH_NOTHING;
}

enum wish sessions_input(struct sessions *s, const struct facts *f,
                         const struct page *pg, const struct input *in)
{
    enum wish wish = WISH_NOTHING;
    if (in->kind == INPUT_POINTER_DOWN) {
        wish = pointer(s, f, pg, in);
    } else if (in->kind == INPUT_WHEEL) {
        move(s, f->practice_count, in->y > 0 ? KEY_UP : KEY_DOWN);
    } else if (in->kind == INPUT_TEXT && f->practice_count > 0) {
        find(s, f, in->text);
    } else if (in->kind == INPUT_KEY) {
        if (in->key == KEY_ESCAPE) {
            wish = WISH_BACK;
        } else if (in->key == KEY_ENTER || in->key == KEY_SPACE) {
            wish = press(s, f);
        } else {
            move(s, f->practice_count, in->key);
        }
    }
    show(s, f->practice_count);
    return wish;
}

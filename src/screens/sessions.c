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
    return (struct area){1.14f, 0.8f, 0.19f, 0.0623f};
}

struct area sessions_left(void)
{
    return (struct area){0.87f, 0.06f, 0.8f, 0.044f};
}

struct str sessions_filter_word(enum effect e)
{
    static const char *const words[] = {
        [EFFECT_NONE] = WORD("All"),
        [EFFECT_CALM] = WORD("Calm"),
        [EFFECT_FOCUS] = WORD("Focus"),
        [EFFECT_ENERGY] = WORD("Energy"),
        [EFFECT_SLEEP] = WORD("Sleep"),
        [EFFECT_GROUND] = WORD("Ground"),
        [EFFECT_RELEASE] = WORD("Release"),
        [EFFECT_CONNECT] = WORD("Connect"),
        [EFFECT_INSIGHT] = WORD("Insight|effect"),
    };
    static_assert(sizeof(words) / sizeof(words[0]) == EFFECT_COUNT, "effects");
    return str_from(words[e]);
}

static bool offered(const struct sessions *s, int effect)
{
    return effect == EFFECT_NONE || s->in[effect] > 0;
}

struct area sessions_filter(const struct sessions *s, const struct ruler *ruler,
                            enum effect e)
{
    struct area a = {0.111f, 0.157f, 0, 0.044f};
    for (int i = 0; i < EFFECT_COUNT; i++) {
        struct str word =
            say(ruler->tongue, sessions_filter_word((enum effect)i));
        a.w = offered(s, i)
                  ? ruler->width(ruler->fonts, FACE_REGULAR, 0.0195f, word)
                  : 0;
        if (i == (int)e) {
            return a;
        }
        a.x += a.w > 0 ? a.w + 0.0225f : 0;
    }
    return a;
}

void sessions_finish(struct sessions *s)
{
    arena_finish(&s->mem);
    buf_finish(&s->wanted);
}

static void show(struct sessions *s)
{
    if (s->focus >= s->count) {
        s->focus = s->count > 0 ? s->count - 1 : 0;
    }
    if (s->focus < s->first) {
        s->first = s->focus;
    } else if (s->focus >= s->first + SESSIONS_SHOWN) {
        s->first = s->focus - SESSIONS_SHOWN + 1;
    }
    size_t last = s->count > SESSIONS_SHOWN ? s->count - SESSIONS_SHOWN : 0;
    s->first = s->first > last ? last : s->first;
}

void sessions_focus(struct sessions *s, size_t place)
{
    s->focus = place;
    show(s);
}

// Favourites, then those whose days fit, then the others, each by title.
static bool stands_before(const struct sessions *s, const struct facts *f,
                          size_t one, size_t other)
{
    const struct practice *a = &f->practices[one];
    const struct practice *b = &f->practices[other];
    bool dear = sessions_favourite(f, a->name);
    if (dear != sessions_favourite(f, b->name)) {
        return dear;
    }
    bool fits = practice_suits(a, s->kind);
    return fits != practice_suits(b, s->kind)
               ? fits
               : str_compare(a->title, b->title) < 0;
}

// Puts index where it belongs among those listed.
static void list_add(struct sessions *s, const struct facts *f, size_t index)
{
    size_t at = s->count++;
    while (at > 0 && stands_before(s, f, index, s->listed[at - 1])) {
        s->listed[at] = s->listed[at - 1];
        at--;
    }
    s->listed[at] = index;
}

static void list(struct sessions *s, const struct facts *f)
{
    s->count = s->away = s->left = 0;
    for (int i = 0; i < EFFECT_COUNT; i++) {
        s->in[i] = 0;
    }
    for (size_t i = 0; i < f->practice_count; i++) {
        const struct practice *p = &f->practices[i];
        if (s->kind == DAY_DOSE && (p->classes & CLASS_FAST) && !s->unfolded) {
            s->away++;
            continue;
        }
        if (p->left_out.len > 0) {
            s->reason = s->left++ == 0 ? p->left_out : s->reason;
            if (!s->anyway) {
                continue;
            }
        }
        s->in[p->effect]++;
        if (s->filter == EFFECT_NONE || s->filter == p->effect) {
            list_add(s, f, i);
        }
    }
    show(s);
}

void sessions_facts(struct sessions *s, const struct facts *f,
                    enum day_kind kind)
{
    arena_finish(&s->mem);
    s->listed = ARENA_ARRAY(&s->mem, size_t, f->practice_count);
    s->unfolded &= s->kind == kind;
    s->kind = kind;
    list(s, f);
    if (!offered(s, (int)s->filter)) {
        s->filter = EFFECT_NONE;
        list(s, f);
    }
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
            return;
        }
    }
}

static void filter_set(struct sessions *s, const struct facts *f,
                       enum effect filter)
{
    s->filter = filter;
    s->focus = s->first = 0;
    list(s, f);
}

static void filter_move(struct sessions *s, const struct facts *f, int way)
{
    int e = (int)s->filter;
    do {
        e = (e + way + EFFECT_COUNT) % EFFECT_COUNT;
    } while (!offered(s, e));
    filter_set(s, f, (enum effect)e);
}

// What the person's own cautions leave out comes back, or goes again.
static void show_anyway(struct sessions *s, const struct facts *f)
{
    s->anyway = !s->anyway;
    filter_set(s, f, EFFECT_NONE);
}

static void move(struct sessions *s, enum key key)
{
    size_t last = s->count > 0 ? s->count - 1 : 0;
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
                         const struct page *pg, const struct input *in,
                         struct requests *ask)
{
    for (size_t i = 0; i < SESSIONS_SHOWN; i++) {
        if (s->first + i < s->count &&
            area_has(sessions_card(i), in->x, in->y)) {
            bool again = s->focus == s->first + i;
            s->focus = s->first + i;
            if (again && area_has(sessions_star(i), in->x, in->y)) {
                sessions_favour(s, f, ask);
                return WISH_NOTHING;
            }
            return again ? press(s, f) : WISH_NOTHING;
        }
    }
    for (int e = 0; e < EFFECT_COUNT; e++) {
        struct area a = sessions_filter(s, pg->ruler, (enum effect)e);
        if (a.w > 0 && area_has(area_inset(a, -0.012f, 0), in->x, in->y)) {
            filter_set(s, f, (enum effect)e);
            return WISH_NOTHING;
        }
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
    return menu_wish(menu_at(pg->ruler, in->x, in->y));
}

static enum wish key_input(struct sessions *s, const struct facts *f,
                           const struct input *in, struct requests *ask)
{
    if (in->key == KEY_ESCAPE) {
        return WISH_BACK;
    }
    if (in->key == KEY_ENTER || in->key == KEY_SPACE) {
        return press(s, f);
    }
    if (in->key == KEY_TAB && (in->mods & MOD_SHIFT) && s->left > 0) {
        show_anyway(s, f);
        return WISH_NOTHING;
    }
    bool plus = in->key == KEY_CHAR && in->letter == '+';
    if (plus || (in->key == KEY_TAB && s->kind != DAY_DOSE)) {
        return set_up(s, f);
    }
    if (in->key == KEY_CHAR && in->letter == '*') {
        sessions_favour(s, f, ask);
    } else if (in->key == KEY_CHAR) {
        find(s, f, in->letter);
    } else if (in->key == KEY_TAB) { // on a dose day
        s->unfolded = !s->unfolded;
        filter_set(s, f, s->filter);
    } else if (in->key == KEY_LEFT || in->key == KEY_RIGHT) {
        filter_move(s, f, in->key == KEY_LEFT ? -1 : 1);
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
        move(s, in->y > 0 ? KEY_UP : KEY_DOWN);
    } else if (in->kind == INPUT_KEY) {
        wish = key_input(s, f, in, ask);
    }
    show(s);
    return wish;
}

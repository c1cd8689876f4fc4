// SPDX-License-Identifier: MIT
// Keys and pointer. Tab goes round: list, search, entry, menu; an arrow to the
// right leads from the list into the entry, where the arrows up and down scroll
// and those to the sides walk along what can be done with it.
#include "screens/journal_inside.h"

static void zone_set(struct journal_screen *j, enum journal_zone zone,
                     struct requests *ask)
{
    bool writes = zone == JOURNAL_SEARCH;
    if (writes != (j->zone == JOURNAL_SEARCH)) {
        struct area a = editor_caret(&j->words);
        request_add(ask, (struct request){.kind = REQUEST_TYPING,
                                          .value = writes,
                                          .x = a.x,
                                          .y = a.y,
                                          .w = a.w,
                                          .h = a.h});
    }
    j->zone = zone;
    j->menu = zone == JOURNAL_MENU ? (int)MENU_JOURNAL : MENU_NONE;
    j->act = JOURNAL_BACK;
}

static void next_zone(struct journal_screen *j, bool back, struct requests *ask)
{
    enum { ZONES = JOURNAL_MENU + 1 };
    int zone = (int)j->zone;
    do {
        zone = (zone + (back ? ZONES - 1 : 1)) % ZONES;
    } while (zone == JOURNAL_ENTRY && !j->reading.item);
    zone_set(j, (enum journal_zone)zone, ask);
}

static void move(struct journal_screen *j, enum key key)
{
    j->focus = list_move(j->focus, j->search.count, JOURNAL_SHOWN, key);
}

static void scroll(struct journal_screen *j, enum key key)
{
    enum { WHOLE = 1 << 20 };
    size_t rows = journal_reading_rows(&j->reading, j->reading.top);
    int page = rows > 2 ? (int)rows - 1 : 1;
    int lines = key == KEY_UP          ? -1
                : key == KEY_DOWN      ? 1
                : key == KEY_PAGE_UP   ? -page
                : key == KEY_PAGE_DOWN ? page
                : key == KEY_HOME      ? -WHOLE
                : key == KEY_END       ? WHOLE
                                       : 0;
    journal_reading_scroll(&j->reading, j->ruler, lines);
}

static void choose(struct journal_screen *j)
{
    const struct journal_item *item = journal_screen_focused(j);
    bool *chosen = &j->chosen[item - j->of->index.items];
    *chosen = !*chosen;
    j->chosen_count += *chosen ? 1 : (size_t)-1;
}

// What can be done with the entry that has the focus.
static enum wish act(struct journal_screen *j, const struct facts *f,
                     enum journal_act which, struct requests *ask)
{
    const struct journal_item *item = journal_screen_focused(j);
    if (!item) {
        return WISH_NOTHING;
    }
    buf_clear(&j->said);
    switch (which) {
    case JOURNAL_BACK:
        zone_set(j, j->zone == JOURNAL_ENTRY ? JOURNAL_LIST : JOURNAL_ENTRY,
                 ask);
        break;
    case JOURNAL_CHANGE:
        return WISH_AMEND;
    case JOURNAL_CHOOSE:
        choose(j);
        break;
    case JOURNAL_EXPORT:
        journal_ask(j, f, JOURNAL_ASKS_FORM);
        break;
    case JOURNAL_DELETE:
        journal_ask(j, f,
                    item->elsewhere > 0 ? JOURNAL_SAYS_ELSEWHERE
                                        : JOURNAL_ASKS_DELETE);
        break;
    case JOURNAL_ACTS:
        break;
    }
    return WISH_NOTHING;
}

static enum wish letter(struct journal_screen *j, const struct facts *f,
                        const struct input *in, struct requests *ask)
{
    static const struct {
        uint32_t letter;
        enum journal_act act;
    } letters[] = {
        {'e', JOURNAL_CHANGE}, {'x', JOURNAL_EXPORT}, {'d', JOURNAL_DELETE}};
    bool find =
        in->letter == '/' || (in->letter == 'f' && (in->mods & MOD_CTRL) != 0);
    if (find) {
        zone_set(j, JOURNAL_SEARCH, ask);
    } else if (in->letter == 'n' && j->of->note_count > 0) {
        return WISH_NOTICE;
    }
    for (size_t i = 0; i < sizeof(letters) / sizeof(letters[0]); i++) {
        if (in->letter == letters[i].letter && in->mods == 0) {
            return act(j, f, letters[i].act, ask);
        }
    }
    return WISH_NOTHING;
}

static void sideways(struct journal_screen *j, const struct facts *f, int by,
                     struct requests *ask)
{
    if (j->zone == JOURNAL_MENU) {
        int to = j->menu + by;
        j->menu = to < 0 ? 0 : to >= MENU_COUNT ? MENU_COUNT - 1 : to;
    } else if (j->zone == JOURNAL_ENTRY && j->act + by >= 0) {
        j->act += j->act + by < JOURNAL_ACTS ? by : 0;
    } else if (j->zone == JOURNAL_ENTRY || by > 0) {
        act(j, f, JOURNAL_BACK, ask);
    }
}

static enum wish escape(struct journal_screen *j, const struct facts *f,
                        struct requests *ask)
{
    if (j->zone == JOURNAL_ENTRY || j->zone == JOURNAL_MENU) {
        zone_set(j, JOURNAL_LIST, ask);
    } else if (editor_text(&j->words).len > 0) {
        editor_clear(&j->words);
        zone_set(j, JOURNAL_LIST, ask);
        journal_look_for(j, f);
    } else if (j->zone == JOURNAL_SEARCH) {
        zone_set(j, JOURNAL_LIST, ask);
    } else {
        return WISH_BACK;
    }
    return WISH_NOTHING;
}

static enum wish enter(struct journal_screen *j, const struct facts *f,
                       struct requests *ask)
{
    if (j->zone == JOURNAL_MENU) {
        return menu_wish(j->menu);
    }
    return act(j, f,
               j->zone == JOURNAL_ENTRY ? (enum journal_act)j->act
                                        : JOURNAL_BACK,
               ask);
}

static enum wish key(struct journal_screen *j, const struct facts *f,
                     const struct input *in, struct requests *ask)
{
    switch ((int)in->key) {
    case KEY_ESCAPE:
        return escape(j, f, ask);
    case KEY_TAB:
        next_zone(j, (in->mods & MOD_SHIFT) != 0, ask);
        break;
    case KEY_LEFT:
    case KEY_RIGHT:
        sideways(j, f, in->key == KEY_LEFT ? -1 : 1, ask);
        break;
    case KEY_ENTER:
        return enter(j, f, ask);
    case KEY_SPACE:
        act(j, f, JOURNAL_CHOOSE, ask);
        break;
    case KEY_DELETE:
        act(j, f, JOURNAL_DELETE, ask);
        break;
    case KEY_CHAR:
        return letter(j, f, in, ask);
    default:
        if (j->zone == JOURNAL_ENTRY) {
            scroll(j, in->key);
        } else {
            j->zone = JOURNAL_LIST;
            j->menu = MENU_NONE;
            move(j, in->key);
        }
    }
    return WISH_NOTHING;
}

// What is typed goes into the words; what leads on leads to the list.
static bool search_input(struct journal_screen *j, const struct facts *f,
                         const struct input *in, struct requests *ask)
{
    struct input one = *in;
    unsigned versions = j->words.versions;
    bool leaves =
        in->kind == INPUT_KEY &&
        (in->key == KEY_ESCAPE || in->key == KEY_TAB || in->key == KEY_ENTER ||
         in->key == KEY_UP || in->key == KEY_DOWN || in->key == KEY_PAGE_UP ||
         in->key == KEY_PAGE_DOWN);
    if (leaves) {
        bool on = in->key != KEY_ESCAPE && in->key != KEY_TAB;
        if (on) {
            zone_set(j, JOURNAL_LIST, ask);
        }
        return on;
    }
    if (in->kind == INPUT_PASTE || in->kind == INPUT_TEXT) {
        one.text = str_sub(in->text, 0, str_find(in->text, '\n', 0));
    }
    bool used = editor_input(&j->words, &one, ask);
    if (j->words.versions != versions) {
        journal_look_for(j, f);
    }
    return used;
}

static enum wish pointer(struct journal_screen *j, const struct facts *f,
                         const struct input *in, struct requests *ask)
{
    for (size_t i = 0; i < JOURNAL_SHOWN; i++) {
        if (j->first + i < j->search.count &&
            area_has(journal_row(i), in->x, in->y)) {
            bool again = j->focus == j->first + i && in->clicks > 1;
            j->focus = j->first + i;
            zone_set(j, again ? JOURNAL_ENTRY : JOURNAL_LIST, ask);
            return WISH_NOTHING;
        }
    }
    for (int i = 0; i < JOURNAL_ACTS && j->reading.item; i++) {
        if (area_has(journal_button(i), in->x, in->y)) {
            return act(j, f, (enum journal_act)i, ask);
        }
    }
    if (area_has(journal_field(), in->x, in->y)) {
        zone_set(j, JOURNAL_SEARCH, ask);
    } else if (area_has(journal_right, in->x, in->y) && j->reading.item) {
        zone_set(j, JOURNAL_ENTRY, ask);
    } else if (j->of->note_count > 0 &&
               area_has(journal_places(), in->x, in->y)) {
        return WISH_NOTICE;
    }
    return menu_wish(menu_at(j->ruler, MENU_JOURNAL, in));
}

static void wheel(struct journal_screen *j, float notches)
{
    enum { LINES = 3 };
    bool up = notches > 0;
    if (j->zone == JOURNAL_ENTRY) {
        journal_reading_scroll(&j->reading, j->ruler, up ? -LINES : LINES);
    } else {
        move(j, up ? KEY_UP : KEY_DOWN);
    }
}

enum wish journal_screen_input(struct journal_screen *j, const struct facts *f,
                               const struct input *in, struct requests *ask)
{
    enum wish wish = WISH_NOTHING;
    if (j->question != JOURNAL_ASKS_NOTHING) {
        journal_answer(j, f, in, ask);
        return WISH_NOTHING;
    }
    if (!j->of) { // not yet read: there is only the way out
        bool out = in->kind == INPUT_KEY && in->key == KEY_ESCAPE;
        bool press = in->kind == INPUT_POINTER_DOWN;
        return out     ? WISH_BACK
               : press ? menu_wish(menu_at(j->ruler, MENU_JOURNAL, in))
                       : WISH_NOTHING;
    }
    if (j->zone == JOURNAL_SEARCH && search_input(j, f, in, ask)) {
        if (in->kind == INPUT_KEY && in->key != KEY_ENTER &&
            j->zone == JOURNAL_LIST) {
            move(j, in->key);
        }
    } else if (in->kind == INPUT_POINTER_DOWN) {
        wish = pointer(j, f, in, ask);
    } else if (in->kind == INPUT_WHEEL) {
        wheel(j, in->y);
    } else if (in->kind == INPUT_KEY) {
        wish = key(j, f, in, ask);
    }
    journal_follow(j, f);
    if (wish != WISH_NOTHING && j->zone == JOURNAL_SEARCH) {
        zone_set(j, JOURNAL_LIST, ask); // no screen below is typed into
    }
    return wish;
}

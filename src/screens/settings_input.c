// SPDX-License-Identifier: MIT
// Arrows move and change, Enter goes on to the next word of a setting or opens
// its text, Esc leaves the text, then the screen.
#include "base/grapheme.h"
#include "screens/settings_inside.h"

static void ask_change(enum setting s, struct str value, struct requests *ask)
{
    request_add(ask, (struct request){.kind = REQUEST_SETTING,
                                      .value = (int)s,
                                      .text = value});
}

static void typing(struct settings_screen *c, bool on, struct requests *ask)
{
    c->editing = on;
    c->refused = false;
    request_add(ask,
                (struct request){.kind = REQUEST_TYPING, .value = on ? 1 : 0});
}

static void edit(struct settings_screen *c, const struct facts *f,
                 enum setting s, struct requests *ask)
{
    buf_clear(&c->text);
    buf_put(&c->text, f->settings->text[s]);
    typing(c, true, ask);
}

// One word or one step on, or back; a text stays.
static void change(struct settings_screen *c, const struct facts *f,
                   enum setting s, int way, struct requests *ask)
{
    const struct setting_rule *rule = setting_rule(s);
    int number = f->settings->number[s];
    if (rule->kind == SETTING_WORD || rule->kind == SETTING_NAME) {
        int count = setting_words(s);
        int next = number < 0 ? 0 : (number + way + count) % count;
        ask_change(s, str_from(rule->words[next]), ask);
    } else if (rule->kind == SETTING_WHOLE) {
        int next = number + way * setting_row_of(s)->step;
        next = next < rule->least  ? rule->least
               : next > rule->most ? rule->most
                                   : next;
        c->asked = (struct phrase){0};
        phrase_number(&c->asked, next);
        ask_change(s, phrase_view(&c->asked), ask);
    } else if (rule->kind == SETTING_TIME) {
        enum { DAY_MIN = 24 * 60, STEP_MIN = 30 };
        int next = (number + way * STEP_MIN + DAY_MIN) % DAY_MIN;
        const char digits[] = {
            (char)('0' + next / 600), (char)('0' + next / 60 % 10), ':',
            (char)('0' + next % 60 / 10), (char)('0' + next % 10)};
        c->asked = (struct phrase){0};
        phrase_put(&c->asked, (struct str){digits, sizeof(digits)});
        ask_change(s, phrase_view(&c->asked), ask);
    }
}

static void press_row(struct settings_screen *c, const struct facts *f,
                      enum setting s, struct requests *ask)
{
    enum setting_kind kind = setting_rule(s)->kind;
    if (kind == SETTING_TEXT || kind == SETTING_TIME) {
        edit(c, f, s, ask);
    } else {
        change(c, f, s, 1, ask);
    }
}

// While a text is edited. It is taken as a whole, so that no half of it holds.
static void edit_input(struct settings_screen *c, const struct input *in,
                       struct requests *ask)
{
    enum setting s = settings_screen_focused(c);
    struct str text = buf_view(&c->text);
    if (in->kind == INPUT_TEXT || in->kind == INPUT_PASTE) {
        buf_put(&c->text, in->text);
        c->refused = false;
    } else if (in->kind != INPUT_KEY) {
        return;
    } else if (in->key == KEY_ESCAPE) {
        typing(c, false, ask);
    } else if (in->key == KEY_BACKSPACE && text.len > 0) {
        c->text.len = grapheme_before(text, text.len);
        c->refused = false;
    } else if (in->key == KEY_CHAR && in->letter == 'v' &&
               (in->mods & MOD_CTRL)) {
        request_add(ask, (struct request){.kind = REQUEST_PASTE});
    } else if (in->key == KEY_ENTER && !setting_takes(s, text, NULL)) {
        c->refused = true;
    } else if (in->key == KEY_ENTER) {
        ask_change(s, text, ask);
        typing(c, false, ask);
    }
}

static void group_move(struct settings_screen *c, int way)
{
    int count = GROUP_COUNT;
    c->group = (enum settings_group)(((int)c->group + way + count) % count);
}

// Whether the key leads to another group, or to another row: the settings',
// from 1, then the words of the menu, from `menu`.
static bool key_moves(struct settings_screen *c, const struct input *in,
                      size_t menu)
{
    size_t all = menu + MENU_COUNT;
    if (in->key == KEY_TAB) {
        c->focus = (c->focus + (in->mods & MOD_SHIFT ? all - 1 : 1)) % all;
    } else if (in->key == KEY_UP) {
        c->focus = c->focus > menu ? menu - 1 : c->focus - (c->focus > 0);
    } else if (in->key == KEY_DOWN) {
        c->focus += c->focus < menu;
    } else if (in->key == KEY_PAGE_UP || in->key == KEY_PAGE_DOWN) {
        group_move(c, in->key == KEY_PAGE_UP ? -1 : 1);
        c->focus = 1;
    } else if (in->key == KEY_HOME || in->key == KEY_END) {
        c->focus = in->key == KEY_HOME ? 1 : menu - 1;
    } else {
        return false;
    }
    return true;
}

static enum wish key_input(struct settings_screen *c, const struct facts *f,
                           const struct input *in, struct requests *ask)
{
    enum setting rows[SETTINGS_ROWS];
    size_t menu = settings_screen_rows(c->group, rows) + 1;
    enum setting s = settings_screen_focused(c);
    int way = in->key == KEY_LEFT ? -1 : 1;
    bool sideways = in->key == KEY_LEFT || in->key == KEY_RIGHT;
    bool press = in->key == KEY_ENTER || in->key == KEY_SPACE;
    if (in->key == KEY_ESCAPE) {
        return WISH_BACK;
    }
    if (key_moves(c, in, menu)) {
        return WISH_NOTHING;
    }
    if (c->focus == 0 && sideways) {
        group_move(c, way);
    } else if (c->focus == 0 && press) {
        c->focus = 1;
    } else if (s != SETTING_COUNT && sideways) {
        change(c, f, s, way, ask);
    } else if (s != SETTING_COUNT && press) {
        press_row(c, f, s, ask);
    } else if (c->focus >= menu && sideways) {
        size_t next = c->focus + (way > 0 ? 1 : (size_t)-1);
        c->focus = next < menu                ? menu
                   : next < menu + MENU_COUNT ? next
                                              : menu + MENU_COUNT - 1;
    } else if (c->focus >= menu && press) {
        return menu_wish((int)(c->focus - menu));
    }
    return WISH_NOTHING;
}

static enum wish pointer(struct settings_screen *c, const struct facts *f,
                         const struct page *pg, const struct input *in,
                         struct requests *ask)
{
    enum setting rows[SETTINGS_ROWS];
    size_t count = settings_screen_rows(c->group, rows);
    for (int g = 0; g < GROUP_COUNT; g++) {
        struct area a = settings_screen_tab(pg->ruler, (enum settings_group)g);
        if (area_has(area_inset(a, -0.02f, 0), in->x, in->y)) {
            c->group = (enum settings_group)g;
            c->focus = 1;
            return WISH_NOTHING;
        }
    }
    for (size_t i = 0; i < count; i++) {
        struct area a = settings_screen_row(i);
        if (area_has(a, in->x, in->y)) {
            bool again = c->focus == i + 1;
            c->focus = i + 1;
            // The left of a number's value is less, the right more.
            bool less = in->x < a.x + a.w * 0.78f && in->x > a.x + a.w * 0.6f;
            if (again && setting_rule(rows[i])->kind == SETTING_WHOLE) {
                change(c, f, rows[i], less ? -1 : 1, ask);
            } else if (again) {
                press_row(c, f, rows[i], ask);
            }
            return WISH_NOTHING;
        }
    }
    return menu_wish(menu_at(pg->ruler, MENU_SETTINGS, in));
}

enum wish settings_screen_input(struct settings_screen *c,
                                const struct facts *f, const struct page *pg,
                                const struct input *in, struct requests *ask)
{
    bool down = in->kind == INPUT_POINTER_DOWN;
    if (c->editing && !down) {
        edit_input(c, in, ask);
        return WISH_NOTHING;
    }
    if (c->editing) { // a click elsewhere leaves the text as it was
        typing(c, false, ask);
    }
    if (down) {
        return pointer(c, f, pg, in, ask);
    }
    return in->kind == INPUT_KEY ? key_input(c, f, in, ask) : WISH_NOTHING;
}

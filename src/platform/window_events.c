// SPDX-License-Identifier: MIT
// Keys go by what is printed on them (the keycode), so that "m" is where the
// person's layout has it. Two signs that many layouts keep on a shifted key,
// "+" and "?", are read from the key below them.
#include "platform/window_events.h"

#include <SDL.h>

static const struct {
    SDL_Keycode sym;
    enum key key;
} named_keys[] = {
    {SDLK_RETURN, KEY_ENTER},
    {SDLK_KP_ENTER, KEY_ENTER},
    {SDLK_RETURN2, KEY_ENTER},
    {SDLK_ESCAPE, KEY_ESCAPE},
    {SDLK_AC_BACK, KEY_ESCAPE},
    {SDLK_SPACE, KEY_SPACE},
    {SDLK_KP_SPACE, KEY_SPACE},
    {SDLK_TAB, KEY_TAB},
    {SDLK_BACKSPACE, KEY_BACKSPACE},
    {SDLK_DELETE, KEY_DELETE},
    {SDLK_LEFT, KEY_LEFT},
    {SDLK_RIGHT, KEY_RIGHT},
    {SDLK_UP, KEY_UP},
    {SDLK_DOWN, KEY_DOWN},
    {SDLK_HOME, KEY_HOME},
    {SDLK_END, KEY_END},
    {SDLK_PAGEUP, KEY_PAGE_UP},
    {SDLK_PAGEDOWN, KEY_PAGE_DOWN},
    {SDLK_F1, KEY_F1},
    {SDLK_F2, KEY_F2},
};

static const struct {
    SDL_Keycode sym;
    bool shifted;
    uint32_t letter;
} other_letters[] = {
    {SDLK_KP_PLUS, false, '+'},
    {SDLK_KP_PLUS, true, '+'},
    {SDLK_KP_MINUS, false, '-'},
    {SDLK_KP_MINUS, true, '-'},
    {SDLK_KP_MULTIPLY, false, '*'},
    {SDLK_KP_DIVIDE, false, '/'},
    {SDLK_EQUALS, true, '+'},
    {SDLK_8, true, '*'},
    {SDLK_PLUS, true, '*'}, // German, Nordic
    {SDLK_SLASH, true, '?'},
    {0xdf, true, '?'}, // sharp s, on German keyboards
};

static unsigned mods_of(unsigned state)
{
    unsigned mods = 0;
    mods |= (state & KMOD_SHIFT) ? (unsigned)MOD_SHIFT : 0;
    mods |= (state & KMOD_CTRL) ? (unsigned)MOD_CTRL : 0;
    mods |= (state & KMOD_ALT) ? (unsigned)MOD_ALT : 0;
    return mods;
}

static uint32_t letter_of(SDL_Keycode sym, unsigned mods)
{
    bool shifted = (mods & MOD_SHIFT) != 0;
    for (size_t i = 0; i < SDL_arraysize(other_letters); i++) {
        if (other_letters[i].sym == sym &&
            other_letters[i].shifted == shifted) {
            return other_letters[i].letter;
        }
    }
    if (sym >= SDLK_KP_1 && sym <= SDLK_KP_9) {
        return '1' + (uint32_t)(sym - SDLK_KP_1);
    }
    if (sym == SDLK_KP_0) {
        return '0';
    }
    bool printing = sym > ' ' && (sym & SDLK_SCANCODE_MASK) == 0;
    return printing ? (uint32_t)sym : 0;
}

static bool key_down(const struct event_reader *r, const SDL_KeyboardEvent *e,
                     struct input *in)
{
    if (r->composing) {
        return false; // the input method's, until it commits or gives up
    }
    unsigned mods = mods_of(e->keysym.mod);
    *in = (struct input){
        .kind = INPUT_KEY, .mods = mods, .repeat = e->repeat != 0};
    for (size_t i = 0; i < SDL_arraysize(named_keys); i++) {
        if (named_keys[i].sym == e->keysym.sym) {
            in->key = named_keys[i].key;
        }
    }
    if (in->key == KEY_NONE) {
        in->letter = letter_of(e->keysym.sym, mods);
        in->key = in->letter ? KEY_CHAR : KEY_NONE;
    }
    bool printing = in->key == KEY_CHAR || in->key == KEY_SPACE;
    bool command = (mods & MOD_CTRL) && !(mods & MOD_ALT);
    if (r->typing && printing && !command) {
        return false; // comes as text
    }
    return in->key != KEY_NONE;
}

static bool text_input(struct event_reader *r, enum input_kind kind,
                       const char *text, int mark, struct input *in)
{
    buf_clear(&r->text);
    buf_put(&r->text, str_from(text));
    r->composing = kind == INPUT_COMPOSE && r->text.len > 0;
    *in = (struct input){.kind = kind, .mark = mark};
    in->text = buf_view(&r->text);
    return r->typing && (kind == INPUT_COMPOSE || in->text.len > 0);
}

static void place(const struct event_reader *r, int x, int y, struct input *in)
{
    const struct stage *st = &r->stage;
    in->x = ((float)x * r->scale_x - st->x_px) / st->px;
    in->y = ((float)y * r->scale_y - st->y_px) / st->px;
}

static bool pointer(const struct event_reader *r, const SDL_Event *e,
                    struct input *in)
{
    *in = (struct input){.mods = mods_of((unsigned)SDL_GetModState())};
    if (e->type == SDL_MOUSEMOTION) {
        in->kind = INPUT_POINTER_MOVE;
        place(r, e->motion.x, e->motion.y, in);
        return true;
    }
    if (e->button.button != SDL_BUTTON_LEFT) {
        return false;
    }
    in->kind =
        e->type == SDL_MOUSEBUTTONDOWN ? INPUT_POINTER_DOWN : INPUT_POINTER_UP;
    in->clicks = e->button.clicks;
    place(r, e->button.x, e->button.y, in);
    return true;
}

// SDL tells of a finger once more as of a mouse: one of the two counts.
static bool is_for_us(const struct event_reader *r, const SDL_Event *e)
{
    Uint32 which =
        e->type == SDL_MOUSEMOTION ? e->motion.which : e->button.which;
    return r->at_once || which != SDL_TOUCH_MOUSEID;
}

static bool finger(struct event_reader *r, const SDL_TouchFingerEvent *e,
                   struct input *in)
{
    const struct stage *st = &r->stage;
    float at[] = {st->left + e->x * (st->right - st->left),
                  st->top + e->y * (st->bottom - st->top)};
    enum touch_step step = e->type == SDL_FINGERDOWN     ? TOUCH_DOWN
                           : e->type == SDL_FINGERMOTION ? TOUCH_MOVES
                                                         : TOUCH_UP;
    return !r->at_once && touch_take(&r->touch, step, e->fingerId, at, in);
}

// In whole notches, which SDL gathers from the parts that a touchpad tells:
// each of those would be a step through a list, a month of the calendar.
static bool wheel(const SDL_MouseWheelEvent *e, struct input *in)
{
    *in = (struct input){.kind = INPUT_WHEEL, .y = (float)e->y};
    if (e->direction == SDL_MOUSEWHEEL_FLIPPED) {
        in->y = -in->y;
    }
    return in->y < 0 || in->y > 0;
}

bool event_translate(struct event_reader *r, const SDL_Event *e,
                     struct input *in)
{
    *in = (struct input){0};
    switch (e->type) {
    case SDL_QUIT:
        in->kind = INPUT_CLOSE;
        return true;
    case SDL_WINDOWEVENT:
        in->kind = INPUT_CLOSE;
        return e->window.event == SDL_WINDOWEVENT_CLOSE;
    case SDL_KEYDOWN:
        return key_down(r, &e->key, in);
    case SDL_TEXTINPUT:
        return text_input(r, INPUT_TEXT, e->text.text, 0, in);
    case SDL_TEXTEDITING:
        return text_input(r, INPUT_COMPOSE, e->edit.text, e->edit.start, in);
    case SDL_TEXTEDITING_EXT: {
        bool used =
            text_input(r, INPUT_COMPOSE, e->editExt.text, e->editExt.start, in);
        SDL_free(e->editExt.text); // ours to free, as SDL documents
        return used;
    }
    case SDL_MOUSEMOTION:
    case SDL_MOUSEBUTTONDOWN:
    case SDL_MOUSEBUTTONUP:
        return is_for_us(r, e) && pointer(r, e, in);
    case SDL_FINGERDOWN:
    case SDL_FINGERMOTION:
    case SDL_FINGERUP:
        return finger(r, &e->tfinger, in);
    case SDL_MOUSEWHEEL:
        return wheel(&e->wheel, in);
    }
    return false;
}

bool event_rest(struct event_reader *r, struct input *in)
{
    return touch_rest(&r->touch, in);
}

void event_reader_finish(struct event_reader *r)
{
    buf_finish(&r->text);
}

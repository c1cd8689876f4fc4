// SPDX-License-Identifier: MIT
// Letters, and what is pasted, always go into words: into the field that has
// the focus, else into the text. Digits choose the mood while the text is
// empty, or with Ctrl; on a rating they rate. Text is awaited throughout, so
// Space comes as text too: on a button it presses.
#include "screens/reflection_inside.h"

static bool is_button(struct focus f)
{
    return f.kind >= FOCUS_KEEP;
}

struct editor *focus_editor(struct reflection *r)
{
    struct focus f = focus_of(r, r->focus);
    if (f.kind == FOCUS_ANSWER) {
        return &r->answers[f.index];
    }
    return f.kind == FOCUS_TEXT ? &r->text : NULL;
}

static void focus_set(struct reflection *r, size_t focus)
{
    struct editor *e = focus_editor(r);
    if (e && focus != r->focus) {
        editor_settle(e);
        e->dragging = false;
    }
    r->focus = focus;
    r->ten = false;
    r->typed_len = 0;
}

void reflection_enter(struct reflection *r, enum reflection_turn turn)
{
    if (turn == TURN_ON || turn == TURN_BACK) {
        focus_set(r,
                  focus_at(r, turn == TURN_ON ? FOCUS_MOODS : FOCUS_SKIP, 0));
    }
}

// Past the last field lies the first of the page beside this one.
static void focus_move(struct reflection *r, int way)
{
    size_t count = focus_count(r);
    size_t next = (r->focus + (way > 0 ? 1 : count - 1)) % count;
    if (r->side != SIDE_WHOLE && focus_of(r, next).kind == FOCUS_OTHER) {
        r->turns = way > 0 ? TURN_ON : TURN_BACK;
        reflection_enter(r, r->turns);
    } else {
        focus_set(r, next);
    }
}

static void mood_set(struct reflection *r, int mood)
{
    if (mood >= MOOD_LEAST && mood <= MOOD_MOST && mood != r->mood) {
        r->mood = mood;
        r->changes++;
    }
}

static int digit_of(struct str text)
{
    bool digit = text.len == 1 && text.at[0] >= '0' && text.at[0] <= '9';
    return digit ? text.at[0] - '0' : -1;
}

static void press(struct reflection *r, struct requests *ask)
{
    enum focus_kind kind = focus_of(r, r->focus).kind;
    if (kind == FOCUS_OTHER) {
        r->turns = TURN_OVER;
    } else if (kind == FOCUS_KEEP) {
        reflection_keep(r, ask);
    } else {
        reflection_skip(r, ask);
    }
}

// Text that is no word: a mood, a rating, or a pressed button. The second
// press of Skip is not left to Space, which may just be held down.
static bool text_chooses(struct reflection *r, struct str text,
                         struct requests *ask)
{
    struct focus f = focus_of(r, r->focus);
    int digit = digit_of(text);
    if (f.kind == FOCUS_RATING && scale_type(r, f.index, text)) {
        return true;
    }
    if (f.kind != FOCUS_ANSWER && r->text.text.len == 0 &&
        digit >= MOOD_LEAST && digit <= MOOD_MOST) {
        mood_set(r, digit);
        return true;
    }
    if (focus_editor(r) || str_trim(text).len > 0) {
        return false;
    }
    if (is_button(f) && r->state == REFLECTION_WRITING) {
        press(r, ask);
    }
    return true;
}

static void write_words(struct reflection *r, const struct input *in,
                        struct requests *ask)
{
    if (in->kind == INPUT_TEXT && text_chooses(r, in->text, ask)) {
        return;
    }
    if (!focus_editor(r)) {
        focus_set(r, focus_at(r, FOCUS_TEXT, 0));
    }
    editor_input(focus_editor(r), in, ask);
}

// Arrows along a row of choices that has from (none: below 0) chosen.
static int along(int from, int way, int middle)
{
    return from < 0 ? middle : from + way;
}

static bool key_choice(struct reflection *r, enum key key)
{
    struct focus f = focus_of(r, r->focus);
    int way = key == KEY_LEFT ? -1 : key == KEY_RIGHT ? 1 : 0;
    bool clear = key == KEY_BACKSPACE || key == KEY_DELETE;
    if (f.kind == FOCUS_MOODS && way != 0) {
        mood_set(r, along(r->mood > 0 ? r->mood : -1, way, 3));
        return true;
    }
    if (f.kind == FOCUS_RATING && clear) {
        return scale_erase(r, f.index);
    }
    if (f.kind == FOCUS_RATING && way != 0) {
        scale_step(r, f.index, way);
        return true;
    }
    if ((f.kind == FOCUS_KEEP || f.kind == FOCUS_SKIP) && way != 0) {
        focus_set(r, focus_at(r, way > 0 ? FOCUS_KEEP : FOCUS_SKIP, 0));
        return true;
    }
    return false;
}

// Keys of all that is no field of words.
static void key_plain(struct reflection *r, const struct input *in,
                      struct requests *ask)
{
    struct focus f = focus_of(r, r->focus);
    if (is_button(f) && in->key == KEY_ENTER) {
        press(r, ask);
    } else if (in->key == KEY_DOWN || in->key == KEY_ENTER) {
        focus_move(r, 1);
    } else if (in->key == KEY_UP) {
        focus_move(r, -1);
    } else {
        key_choice(r, in->key);
    }
}

static void key_input(struct reflection *r, const struct input *in,
                      struct requests *ask)
{
    struct editor *e = focus_editor(r);
    bool keeps = in->key == KEY_ENTER && (in->mods & MOD_CTRL);
    if (in->repeat && in->key == KEY_ENTER && (keeps || !e)) {
        return; // held down
    }
    if (keeps) {
        reflection_keep(r, ask);
    } else if (in->key == KEY_TAB && (in->mods & MOD_CTRL)) {
        r->turns = r->about.shared ? TURN_OVER : TURN_NONE;
    } else if (in->key == KEY_TAB) {
        focus_move(r, in->mods & MOD_SHIFT ? -1 : 1);
    } else if (in->key == KEY_CHAR && (in->mods & MOD_CTRL) &&
               in->letter >= '1' && in->letter <= '5') {
        mood_set(r, (int)(in->letter - '0'));
    } else if (e) {
        editor_input(e, in, ask);
    } else if (in->key == KEY_CHAR && (in->mods & MOD_CTRL) &&
               in->letter == 'v') {
        request_add(ask, (struct request){.kind = REQUEST_PASTE});
    } else {
        key_plain(r, in, ask);
    }
}

static bool pointer_question(struct reflection *r, const struct input *in,
                             const struct reflection_places *places,
                             struct requests *ask)
{
    for (size_t i = places->first; i < places->end; i++) {
        struct area a = question_area(r, places, i);
        if (!area_has(a, in->x, in->y)) {
            continue;
        }
        focus_set(r, 1 + i);
        if (i >= r->rating_count) {
            editor_input(&r->answers[i - r->rating_count], in, ask);
            return true;
        }
        enum row_kind kind = r->rows[i].kind;
        for (size_t cell = 0; cell < scale_cells(kind); cell++) {
            if (area_has(scale_cell(a, kind, cell), in->x, in->y)) {
                scale_press(r, i, cell);
            }
        }
        return true;
    }
    return false;
}

static void pointer_down(struct reflection *r, const struct input *in,
                         struct requests *ask)
{
    struct reflection_places places;
    reflection_places(r, &places);
    for (int mood = MOOD_LEAST; mood <= MOOD_MOST; mood++) {
        if (area_has(mood_area(&places, mood), in->x, in->y)) {
            mood_set(r, mood);
            return;
        }
    }
    if (pointer_question(r, in, &places, ask)) {
        return;
    }
    if (area_has(places.text, in->x, in->y)) {
        focus_set(r, focus_at(r, FOCUS_TEXT, 0));
        editor_input(&r->text, in, ask);
    } else if (area_has(places.keep, in->x, in->y)) {
        reflection_keep(r, ask);
    } else if (area_has(places.skip, in->x, in->y)) {
        reflection_skip(r, ask);
    } else if (r->side == SIDE_WHOLE && r->about.shared &&
               area_has(places.other, in->x, in->y)) {
        r->turns = TURN_OVER;
    }
}

// Through the words that have the focus, else through the questions.
static void wheel(struct reflection *r, const struct input *in,
                  struct requests *ask)
{
    struct reflection_places places;
    reflection_places(r, &places);
    if (focus_editor(r)) {
        editor_input(focus_editor(r), in, ask);
    } else if (in->y > 0) {
        r->first -= r->first > 0;
    } else if (places.end < r->rating_count + r->answer_count) {
        r->first++;
    }
}

static void dispatch(struct reflection *r, const struct input *in,
                     struct requests *ask)
{
    switch (in->kind) {
    case INPUT_KEY:
        key_input(r, in, ask);
        break;
    case INPUT_TEXT:
    case INPUT_COMPOSE:
    case INPUT_PASTE:
        write_words(r, in, ask);
        break;
    case INPUT_POINTER_DOWN:
        pointer_down(r, in, ask);
        break;
    case INPUT_POINTER_MOVE:
    case INPUT_POINTER_UP:
        if (focus_editor(r)) {
            editor_input(focus_editor(r), in, ask);
        }
        break;
    case INPUT_WHEEL:
        wheel(r, in, ask);
        break;
    case INPUT_NONE:
    case INPUT_STALLED:
    case INPUT_UNPLUGGED:
    case INPUT_CLOSE:
        break;
    }
}

// Tells the window where the caret is, for the input method's own window.
static void tell_caret(struct reflection *r, struct requests *ask)
{
    const struct editor *e = focus_editor(r);
    struct area at = editor_caret(e ? e : &r->text);
    bool same = at.x == r->typing.x && at.y == r->typing.y;
    if (!same) {
        r->typing = at;
        request_add(ask, (struct request){.kind = REQUEST_TYPING,
                                          .value = 1,
                                          .x = at.x,
                                          .y = at.y,
                                          .w = at.w,
                                          .h = at.h});
    }
}

bool reflection_write(struct reflection *r, const struct input *in,
                      struct instant at, struct requests *ask)
{
    unsigned before = reflection_changes(r);
    bool used = editor_input(&r->text, in, ask);
    reflection_changed(r, before, at);
    tell_caret(r, ask);
    return used;
}

// Whether in is a deed that takes back the first Escape.
static bool acts(struct reflection *r, const struct input *in)
{
    switch (in->kind) {
    case INPUT_KEY:
        return in->key != KEY_NONE;
    case INPUT_TEXT: // not the blank that comes with a pressed Space
        return focus_editor(r) || str_trim(in->text).len > 0;
    case INPUT_POINTER_DOWN:
    case INPUT_COMPOSE:
    case INPUT_PASTE:
        return true;
    case INPUT_NONE:
    case INPUT_POINTER_MOVE:
    case INPUT_POINTER_UP:
    case INPUT_WHEEL:
    case INPUT_STALLED:
    case INPUT_UNPLUGGED:
    case INPUT_CLOSE:
        break;
    }
    return false;
}

void reflection_input(struct reflection *r, const struct input *in,
                      struct instant at, struct requests *ask)
{
    bool escape = in->kind == INPUT_KEY && in->key == KEY_ESCAPE;
    if (r->state > REFLECTION_ASKING) {
        return;
    }
    unsigned before = reflection_changes(r);
    if (escape) {
        reflection_skip(r, ask);
    } else {
        bool skip_again = r->state == REFLECTION_ASKING;
        dispatch(r, in, ask);
        if (skip_again && acts(r, in) && r->state == REFLECTION_ASKING) {
            r->state = REFLECTION_WRITING;
        }
    }
    reflection_changed(r, before, at);
    reflection_layout(r);
    tell_caret(r, ask);
}

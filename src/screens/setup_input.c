// SPDX-License-Identifier: MIT
#include "base/grapheme.h"
#include "screens/sessions_inside.h"
#include "screens/setup_inside.h"

static void focus_set(struct setup *s, const struct facts *f, size_t focus,
                      struct requests *ask)
{
    bool was = setup_types(s, f);
    s->focus = focus;
    bool is = setup_types(s, f);
    if (is != was) {
        request_add(ask, (struct request){.kind = REQUEST_TYPING, .value = is});
    }
}

// To the next whole step, never past what the script allows.
static void change_let(struct setup *s, const struct facts *f, int way)
{
    const struct let *let = &setup_session(s, f)->lets[s->focus];
    int64_t step = setup_step(let);
    int64_t now = s->all[s->focus].value;
    int64_t next = way > 0 ? (now / step + 1) * step
                           : (now + step - 1) / step * step - step;
    next = next < let->min ? let->min : next > let->max ? let->max : next;
    s->all[s->focus].value = next;
    setup_measure(s, f);
}

static void change_cue(const struct facts *f, int way, struct requests *ask)
{
    int count = setting_words(SETTING_CUE);
    int next = (f->settings->number[SETTING_CUE] + way + count) % count;
    request_add(ask, (struct request){.kind = REQUEST_CUE, .value = next});
}

static void change(struct setup *s, const struct facts *f, int way,
                   struct requests *ask)
{
    switch (setup_row_of(s, f, s->focus)) {
    case SETUP_ROW_COUNT:
        change_let(s, f, way);
        break;
    case SETUP_BED:
        s->bed = (s->bed + way + SETUP_BEDS) % SETUP_BEDS;
        break;
    case SETUP_CUE:
        change_cue(f, way, ask);
        break;
    case SETUP_MOOD:
        s->mood = (s->mood + way + MOOD_MOST + 1) % (MOOD_MOST + 1);
        break;
    case SETUP_WHO:
        s->swapped = !s->swapped;
        break;
    case SETUP_INTENTION:
    case SETUP_OWN_NAME:
    case SETUP_PARTNER:
        break;
    }
}

// Names are asked once: what was written is remembered.
static void remember_names(const struct setup *s, const struct facts *f,
                           struct requests *ask)
{
    static const enum setting settings[] = {SETTING_OWN_NAME, SETTING_PARTNER};
    for (int i = 0; setup_is_shared(s, f) && i < 2; i++) {
        struct str name = str_trim(buf_view(&s->names[i]));
        if (!str_equal(name, f->settings->text[settings[i]])) {
            request_add(ask, (struct request){.kind = REQUEST_SETTING,
                                              .value = (int)settings[i],
                                              .text = name});
        }
    }
}

static void begin(struct setup *s, const struct facts *f, struct requests *ask)
{
    if (s->fits) {
        focus_set(s, f, 0, ask);
        remember_names(s, f, ask);
        setup_remember(s, f, ask);
        request_add(ask, (struct request){.kind = REQUEST_OPEN,
                                          .value = (int)s->index,
                                          .text = setup_bed_word(s->bed),
                                          .choices = &s->choices});
    }
}

// A line of words, while it has the focus.
static void write(struct buf *line, size_t most, const struct input *in,
                  struct requests *ask)
{
    struct str text = buf_view(line);
    if (in->kind == INPUT_TEXT || in->kind == INPUT_PASTE) {
        struct str more = str_sub(in->text, 0, str_find(in->text, '\n', 0));
        if (text.len + more.len <= most) {
            buf_put(line, more);
        }
    } else if (in->kind == INPUT_KEY && in->key == KEY_BACKSPACE &&
               text.len > 0) {
        line->len = grapheme_before(text, text.len);
    } else if (in->kind == INPUT_KEY && in->key == KEY_CHAR &&
               in->letter == 'v' && (in->mods & MOD_CTRL)) {
        request_add(ask, (struct request){.kind = REQUEST_PASTE});
    }
}

static enum wish key_input(struct setup *s, const struct facts *f,
                           const struct input *in, struct requests *ask)
{
    size_t count = setup_rows(s, f);
    if (in->key == KEY_ESCAPE) {
        focus_set(s, f, 0, ask);
        return WISH_BACK;
    } else if (in->key == KEY_ENTER) {
        begin(s, f, ask);
    } else if (in->key == KEY_UP) {
        focus_set(s, f, s->focus - (s->focus > 0), ask);
    } else if (in->key == KEY_DOWN) {
        focus_set(s, f, s->focus + (s->focus + 1 < count), ask);
    } else if (in->key == KEY_TAB) {
        size_t by = in->mods & MOD_SHIFT ? count - 1 : 1;
        focus_set(s, f, (s->focus + by) % count, ask);
    } else if (in->key == KEY_LEFT || in->key == KEY_RIGHT) {
        change(s, f, in->key == KEY_LEFT ? -1 : 1, ask);
    } else if (in->key == KEY_CHAR && in->letter >= '1' && in->letter <= '5') {
        s->mood = (int)in->letter - '0';
    }
    return WISH_NOTHING;
}

static void pointer(struct setup *s, const struct facts *f,
                    const struct input *in, struct requests *ask)
{
    size_t count = setup_rows(s, f);
    for (size_t i = 0; i < count; i++) {
        struct area a = setup_place(i);
        if (area_has(a, in->x, in->y)) {
            bool again = s->focus == i;
            focus_set(s, f, i, ask);
            bool less = in->x > a.x + a.w * 0.5f && in->x < a.x + a.w * 0.75f;
            if (again) {
                change(s, f, less ? -1 : 1, ask);
            }
            return;
        }
    }
    if (area_has(sessions_begin(), in->x, in->y)) {
        begin(s, f, ask);
    }
}

enum wish setup_input(struct setup *s, const struct facts *f,
                      const struct input *in, struct requests *ask)
{
    if (in->kind == INPUT_POINTER_DOWN) {
        pointer(s, f, in, ask);
        return WISH_NOTHING;
    }
    size_t most = 0;
    enum setup_row row = setup_row_of(s, f, s->focus);
    if (setup_words(s, row, &most)) {
        struct buf *line = row == SETUP_INTENTION
                               ? &s->intention
                               : &s->names[row - SETUP_OWN_NAME];
        write(line, most, in, ask);
    }
    return in->kind == INPUT_KEY ? key_input(s, f, in, ask) : WISH_NOTHING;
}

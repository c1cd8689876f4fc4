// SPDX-License-Identifier: MIT
// What was chosen for a session is remembered in the settings, in words that a
// person can change: "box length=150s rounds=4, coherent length=600s". The last
// one chosen stands first; of many the oldest go.
#include "frame/phrase.h"
#include "screens/setup_inside.h"

enum { REMEMBERED = 24 };

// A name that could not be told from the words about it is not remembered.
static bool is_plain(struct str name)
{
    for (size_t i = 0; i < name.len; i++) {
        unsigned char c = (unsigned char)name.at[i];
        if (c <= ' ' || c == ',' || c == '=') {
            return false;
        }
    }
    return name.len > 0;
}

static struct str next_item(struct str *rest)
{
    return str_trim(str_cut(rest, ','));
}

// "length=10m", when the session still has that let and that value.
static void recall_choice(struct setup *s, const struct session *session,
                          struct str word)
{
    struct choice choice = {0};
    struct str why = STR_NONE;
    if (!choice_parse(session, word, &s->mem, &choice, &why)) {
        return;
    }
    for (size_t i = 0; i < session->let_count; i++) {
        if (str_equal(s->all[i].name, choice.name)) {
            s->all[i].value = choice.value;
        }
    }
}

void setup_recall(struct setup *s, const struct facts *f)
{
    const struct session *session = setup_session(s, f);
    struct str rest = f->settings->text[SETTING_CHOSEN];
    while (rest.len > 0) {
        struct str item = next_item(&rest);
        bool same = str_equal(str_cut(&item, ' '), s->name);
        while (same && item.len > 0) {
            recall_choice(s, session, str_cut(&item, ' '));
        }
    }
}

static void put_choices(struct setup *s, const struct session *session)
{
    for (size_t i = 0; i < session->let_count; i++) {
        const struct let *let = &session->lets[i];
        struct phrase value = {0};
        if (s->all[i].value == let->value) {
            continue;
        }
        phrase_seconds(&value, s->all[i].value);
        buf_put(&s->chosen, s->chosen.len > 0 ? STR_NONE : s->name);
        buf_printf(&s->chosen, " %.*s=%.*s%s", STR_ARG(let->name),
                   STR_ARG(phrase_view(&value)),
                   let->unit == LET_DURATION ? "s" : "");
    }
}

void setup_remember(struct setup *s, const struct facts *f,
                    struct requests *ask)
{
    struct str was = f->settings->text[SETTING_CHOSEN], rest = was;
    buf_clear(&s->chosen);
    if (!is_plain(s->name)) {
        return;
    }
    put_choices(s, setup_session(s, f));
    size_t count = s->chosen.len > 0;
    while (rest.len > 0 && count < REMEMBERED) {
        struct str item = next_item(&rest), words = item;
        if (item.len == 0 || str_equal(str_cut(&words, ' '), s->name)) {
            continue;
        }
        buf_put(&s->chosen, s->chosen.len > 0 ? STR(", ") : STR_NONE);
        buf_put(&s->chosen, item);
        count++;
    }
    if (!str_equal(buf_view(&s->chosen), was)) {
        request_add(ask, (struct request){.kind = REQUEST_SETTING,
                                          .value = SETTING_CHOSEN,
                                          .text = buf_view(&s->chosen)});
    }
}

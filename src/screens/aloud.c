// SPDX-License-Identifier: MIT
#include "screens/aloud.h"

#include "screens/sessions_inside.h"
#include "screens/today_inside.h"

// "Today. Long tide, 12 min. 1 of 3."
static void put_place(struct phrase *out, const struct tongue *tongue,
                      const struct str what[2], size_t place, size_t count)
{
    struct phrase nth = {0}, all = {0};
    phrase_number(&nth, (int64_t)place + 1);
    phrase_number(&all, (int64_t)count);
    const struct str args[] = {what[0], what[1], phrase_view(&nth),
                               phrase_view(&all)};
    phrase_fill(out, say(tongue, STR("{1}. {2}. {3} of {4}.")), args, 4);
}

static void put_practice(struct phrase *out, const struct tongue *tongue,
                         const struct practice *p)
{
    struct phrase minutes = {0};
    practice_minutes(p, tongue, &minutes);
    const struct str args[] = {p->title.len > 0 ? p->title : p->name,
                               phrase_view(&minutes)};
    if (p->mistake_count > 0) {
        phrase_fill(out, say(tongue, STR("{1}, which has mistakes")), args, 1);
    } else {
        phrase_fill(out, say(tongue, STR("{1}, {2}")), args, 2);
    }
}

void today_aloud(const struct today *t, const struct facts *f,
                 const struct tongue *tongue, struct phrase *out)
{
    struct str title = say(tongue, STR("Today"));
    if (t->focus < t->count) {
        struct phrase card = {0};
        put_practice(&card, tongue, &f->practices[t->offered[t->focus]]);
        put_place(out, tongue, (struct str[2]){title, phrase_view(&card)},
                  t->focus, t->count);
    } else if (t->focus == today_checkin_focus(t)) {
        const struct str args[] = {title, say(tongue, STR("Check in"))};
        phrase_fill(out, say(tongue, STR("{1}. {2}.")), args, 2);
    } else if (t->focus > today_checkin_focus(t)) {
        size_t answer = t->focus - today_answer_focus(t, 0);
        struct phrase offer = {0};
        today_put_offer(t, f, &offer);
        const struct str args[] = {phrase_view(&offer),
                                   say(tongue, today_answer_word(t, answer))};
        phrase_fill(out, say(tongue, STR("{1} {2}.")), args, 2);
    } else {
        size_t item = t->focus - t->count;
        struct str word = say(tongue, menu_word((enum menu)item));
        put_place(out, tongue, (struct str[2]){title, word}, item, MENU_COUNT);
    }
}

void sessions_aloud(const struct sessions *s, const struct facts *f,
                    const struct tongue *tongue, struct phrase *out)
{
    struct str title = say(tongue, STR("Sessions"));
    if (s->filter != EFFECT_NONE) {
        title = say(tongue, sessions_filter_word(s->filter));
    }
    if (s->which != SESSIONS_ALL && s->filter == EFFECT_NONE) {
        title = say(tongue, sessions_which_word(s->which));
    }
    if (s->zone == ZONE_MENU) {
        phrase_put(out, say(tongue, menu_word((enum menu)s->item)));
        return;
    }
    if (s->count == 0) {
        phrase_fill(out, say(tongue, STR("{1}. None.")), &title, 1);
        return;
    }
    struct phrase card = {0};
    put_practice(&card, tongue, &f->practices[sessions_chosen(s)]);
    put_place(out, tongue, (struct str[2]){title, phrase_view(&card)}, s->focus,
              s->count);
}

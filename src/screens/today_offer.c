// SPDX-License-Identifier: MIT
// What an earlier run left behind, offered in one sentence.
#include "base/grapheme.h"
#include "screens/today_inside.h"

bool today_has_words(const struct entry *e)
{
    return e->text.len > 0 || e->answer_count > 0 || e->rating_count > 0 ||
           e->mood_after > 0 || e->session.len == 0;
}

struct str today_answer_word(const struct today *t, size_t i)
{
    bool words = today_has_words(t->left);
    return i == ANSWER_GO_ON
               ? (words ? STR(WORD("Go on")) : STR(WORD("Write")))
               : (words ? STR(WORD("Later")) : STR(WORD("Leave it")));
}

// "21:40", "Thursday, 21:40", "5 March, 21:40"
static void put_when(const struct today *t, const struct tongue *tongue,
                     struct phrase *p)
{
    struct day then = t->left->day_date;
    day_parse(str_sub(t->left->at, 0, STR("2026-03-05").len), &then);
    struct str clock = str_sub(t->left->at, STR("2026-03-05 ").len,
                               STR("2026-03-05 21:40").len);
    struct date date = day_date(then);
    struct phrase number = {0};
    int back = t->day.number - then.number;
    phrase_number(&number, date.day);
    const struct str args[] = {
        clock, say(tongue, weekday_name(day_weekday(then))),
        phrase_view(&number), say(tongue, month_name(date.month))};
    phrase_fill(p,
                back <= 0          ? STR("{1}")
                : back < WEEK_DAYS ? say(tongue, STR("{2}, {1}"))
                                   : say(tongue, STR("{3} {4}, {1}")),
                args, 4);
}

void today_put_offer(const struct today *t, const struct facts *f,
                     struct phrase *p)
{
    enum { TITLE_ROOM = 48 };
    const struct tongue *tongue = f->tongue;
    const struct entry *e = t->left;
    struct phrase when = {0}, length = {0};
    put_when(t, tongue, &when);
    length_put(&length, tongue, e->done_s > 0 ? e->done_s : 0);
    struct str title = facts_title(f, e->session);
    const struct str args[] = {
        title.len <= TITLE_ROOM ? title : grapheme_head(e->session, TITLE_ROOM),
        phrase_view(&when), phrase_view(&length)};
    phrase_fill(
        p,
        say(tongue,
            today_has_words(e) ? STR("You began to write ({2}). Go on writing?")
            : e->ended_early
                ? STR("{1} ({2}) was cut off after {3}. Write about it?")
                : STR("{1} ({2}) is not written about yet. Write about it?")),
        args, 3);
}

// SPDX-License-Identifier: MIT
// What is asked before a file is written or an entry leaves the journal. The
// answer that is lit first changes nothing.
#include "screens/journal_inside.h"

#include <assert.h>

enum { ANSWERS_MOST = 3 };

static const struct asking {
    const char *title, *words;
    const char *answers[ANSWERS_MOST]; // the first is lit first
} questions[] = {
    [JOURNAL_ASKS_NOTHING] = {NULL, NULL, {NULL}},
    [JOURNAL_ASKS_FORM] = {WORD("Write them to a file"),
                           WORD("Entries: {1}. The file goes into the folder "
                                "exports beside your journal. Whoever opens "
                                "it can read it."),
                           {WORD("As text"), WORD("As a table"),
                            WORD("Not now")}},
    [JOURNAL_ASKS_DELETE] = {WORD("Delete this entry?"),
                             WORD("{2}, {3}. It leaves the journal together "
                                  "with its changes. The file as it is now "
                                  "stays beside it as journal.rec.bak, until "
                                  "another entry is deleted."),
                             {WORD("Keep it"), WORD("Delete"), NULL}},
    [JOURNAL_ASKS_AGAIN] = {WORD("Really delete it?"),
                            WORD("The program cannot bring it back. Only "
                                 "journal.rec.bak will still have it, and "
                                 "copies that you made yourself."),
                            {WORD("Keep it"), WORD("Yes, delete"), NULL}},
    [JOURNAL_SAYS_ELSEWHERE] = {WORD("It cannot be deleted from here"),
                                WORD("This entry, or a change of it, stands "
                                     "in {4}, which another device writes. "
                                     "Delete it there."),
                                {WORD("Good"), NULL, NULL}},
};
static_assert(sizeof(questions) / sizeof(questions[0]) == JOURNAL_QUESTIONS,
              "words for each");

static int answer_count(const struct journal_screen *j)
{
    int count = 0;
    while (count < ANSWERS_MOST && questions[j->question].answers[count]) {
        count++;
    }
    return count;
}

static struct area panel_of(const struct ruler *ruler)
{
    const float more = 1.5f * ruler_size(ruler, 0.024f) - 0.036f; // a line
    return (struct area){0.33f, 0.29f - 2 * more, 1.117f, 0.4f + 4 * more};
}

struct area journal_question_area(const struct journal_screen *j)
{
    bool asks = j->question != JOURNAL_ASKS_NOTHING;
    return asks ? panel_of(j->ruler) : (struct area){0};
}

static struct area answer_area(const struct ruler *ruler, int i)
{
    struct area panel = panel_of(ruler);
    return (struct area){panel.x + 0.06f + 0.33f * (float)i,
                         panel.y + panel.h - 0.115f, 0.3f, 0.062f};
}

void journal_ask(struct journal_screen *j, const struct facts *f,
                 enum journal_question q)
{
    const struct tongue *t = j->ruler->tongue;
    const struct journal_item *item = journal_screen_focused(j);
    struct phrase count = {0}, date = {0};
    j->question = q;
    j->answer = 0;
    buf_clear(&j->asked);
    if (q != JOURNAL_ASKS_NOTHING) {
        phrase_number(&count,
                      (int64_t)(j->chosen_count > 0 ? j->chosen_count : 1));
        date_put(&date, t, item->first->day);
        phrase_capital(&date);
        const struct str args[] = {phrase_view(&count), phrase_view(&date),
                                   journal_session(f, t, &j->reading.latest),
                                   j->of->sources[item->elsewhere]};
        tongue_fill(&j->asked, say(t, str_from(questions[q].words)), args, 4);
    }
}

static void take(struct journal_screen *j, const struct facts *f, int answer,
                 struct requests *ask)
{
    enum journal_question q = j->question;
    const struct journal_item *item = journal_screen_focused(j);
    journal_ask(j, f, JOURNAL_ASKS_NOTHING);
    if (q == JOURNAL_ASKS_FORM && answer < 2) {
        request_add(ask,
                    (struct request){.kind = REQUEST_EXPORT, .value = answer});
    } else if (q == JOURNAL_ASKS_DELETE && answer == 1) {
        journal_ask(j, f, JOURNAL_ASKS_AGAIN);
    } else if (q == JOURNAL_ASKS_AGAIN && answer == 1 && item) {
        request_add(ask, (struct request){.kind = REQUEST_ERASE,
                                          .text = item->first->id});
    }
}

void journal_answer(struct journal_screen *j, const struct facts *f,
                    const struct input *in, struct requests *ask)
{
    int count = answer_count(j);
    if (in->kind == INPUT_POINTER_DOWN) {
        for (int i = 0; i < count; i++) {
            if (area_has(answer_area(j->ruler, i), in->x, in->y)) {
                take(j, f, i, ask);
                return;
            }
        }
    }
    if (in->kind != INPUT_KEY) {
        return;
    }
    switch ((int)in->key) {
    case KEY_ESCAPE:
        journal_ask(j, f, JOURNAL_ASKS_NOTHING);
        break;
    case KEY_LEFT:
    case KEY_UP:
        j->answer -= j->answer > 0;
        break;
    case KEY_RIGHT:
    case KEY_DOWN:
        j->answer += j->answer + 1 < count;
        break;
    case KEY_TAB:
        j->answer = j->answer + 1 < count ? j->answer + 1 : 0;
        break;
    case KEY_ENTER:
    case KEY_SPACE:
        take(j, f, j->answer, ask);
        break;
    }
}

void journal_question_aloud(const struct journal_screen *j, struct phrase *out)
{
    const struct tongue *t = j->ruler->tongue;
    const struct asking *q = &questions[j->question];
    const struct str args[] = {say(t, str_from(q->title)),
                               say(t, str_from(q->answers[j->answer]))};
    phrase_fill(out, say(t, STR("{1} {2}")), args, 2);
}

void journal_question_draw(const struct journal_screen *j,
                           const struct page *pg)
{
    const struct tongue *t = pg->ruler->tongue;
    const struct asking *q = &questions[j->question];
    struct area panel = panel_of(pg->ruler);
    page_veil(pg->sc, 0.55f);
    box_fill(pg->sc, panel, 0.026f, ROLE_SURFACE, 1);
    box_line(pg->sc, panel, 0.026f, ROLE_LINE, 0.0018f);
    struct area at = {panel.x + 0.06f, panel.y + 0.085f, panel.w - 0.12f, 0};
    words_draw(
        pg->sc,
        (struct words){.face = FACE_SERIF, .role = ROLE_INK, .size = 0.042f},
        at.x, at.y, say(t, str_from(q->title)));
    at.y += 0.058f;
    words_paragraph(
        pg,
        (struct words){.face = FACE_REGULAR, .role = ROLE_INK2, .size = 0.024f},
        at, 0.036f, 4, buf_view(&j->asked));
    for (int i = 0; i < answer_count(j); i++) {
        button_draw(pg->sc, answer_area(pg->ruler, i),
                    say(t, str_from(q->answers[i])), BUTTON_QUIET,
                    i == j->answer);
    }
}

// SPDX-License-Identifier: MIT
#include "cli/ask.h"

#include "base/number.h"

// Far more than an entry holds: input that never ends is cut here, and what
// came before it goes into a draft.
enum { TEXT_MOST = 4 << 20, TRIES_MOST = 20 };

// The line typed; false when there is none any more.
static bool read_line(struct asker *a, struct str *out)
{
    struct buf line = {0};
    bool prompted = !a->over;
    enum terminal_read got =
        a->over ? TERMINAL_READ_END : terminal_line(a->terminal, &line);
    if (got == TERMINAL_READ_LINE) {
        *out = arena_copy(a->mem, buf_view(&line));
    }
    a->over = got != TERMINAL_READ_LINE;
    a->interrupted = a->interrupted || got == TERMINAL_READ_INTERRUPTED;
    a->unsaved = a->unsaved || (got == TERMINAL_READ_LINE && out->len > 0);
    if (a->over && prompted) {
        fputc('\n', a->cli->out); // nobody ends the line of the question
    }
    buf_finish(&line);
    return !a->over;
}

// Before a wait: what was answered so far is safe. Words that come from a pipe
// at once need no draft.
static void save_draft(struct asker *a, struct entry *e)
{
    struct str why = STR_NONE;
    if (!a->keeper || !a->unsaved || a->over || terminal_ready(a->terminal)) {
        return;
    }
    a->unsaved = false;
    if (!keeper_draft(a->keeper, e, &why)) {
        a->keeper = NULL;
        cli_fail(a->cli, EXIT_FAULT, "no draft could be saved: %.*s",
                 STR_ARG(why));
    }
}

static void put_question(struct asker *a, struct str question, const char *how)
{
    if (!a->over) {
        fprintf(a->cli->out, "%.*s%s ", STR_ARG(question), how);
        fflush(a->cli->out);
    }
}

// Who types ends the question's line; what comes through a pipe does not.
static bool read_answer(struct asker *a, struct str *out)
{
    bool read = read_line(a, out);
    if (read && !a->terminal->by_hand) {
        fputc('\n', a->cli->out);
    }
    return read;
}

int ask_number(struct asker *a, struct str question, int least, int most)
{
    struct str how = arena_printf(a->mem, " (%d-%d, or nothing)", least, most);
    struct str line = STR_NONE;
    int64_t value = -1;
    put_question(a, question, how.at);
    for (int tries = 0; tries < TRIES_MOST && read_answer(a, &line); tries++) {
        line = str_trim(line);
        if (line.len == 0 || number_whole(line, least, most, &value)) {
            return (int)value;
        }
        fprintf(a->cli->out, "Please %d to %d, or nothing: ", least, most);
        fflush(a->cli->out);
    }
    return -1;
}

// Lines up to one with a single "." or the end of the input.
static void ask_text(struct asker *a, struct entry *e)
{
    struct buf text = {0};
    struct str line = STR_NONE;
    if (!a->over) {
        fputs("Anything to write down? A line with a single . ends it.\n",
              a->cli->out);
        fflush(a->cli->out);
    }
    save_draft(a, e);
    bool first = true;
    while (read_line(a, &line) && !str_equal(line, STR("."))) {
        buf_put(&text, first ? STR("") : STR("\n"));
        buf_put(&text, line);
        first = false;
        e->text = buf_view(&text);
        save_draft(a, e);
        a->over = a->over || text.len > TEXT_MOST;
    }
    e->text = arena_copy(a->mem, buf_view(&text));
    buf_finish(&text);
}

void ask_reflection(struct asker *a, const struct session *s, struct entry *e)
{
    struct rating *ratings =
        ARENA_ARRAY(a->mem, struct rating, s->question_count);
    struct answer *answers =
        ARENA_ARRAY(a->mem, struct answer, s->question_count);
    e->ratings = ratings;
    e->answers = answers;
    fputc('\n', a->cli->out);
    e->mood_after = ask_number(a,
                               STR("How is it, now? 1 heavy, 2 low, 3 even, "
                                   "4 light, 5 bright"),
                               1, 5);
    for (size_t i = 0; i < s->question_count; i++) {
        const struct question *q = &s->questions[i];
        save_draft(a, e);
        if (q->name.len > 0) {
            int value = ask_number(a, q->text, 0, 10);
            if (value >= 0) {
                ratings[e->rating_count++] = (struct rating){q->name, value};
            }
            continue;
        }
        struct str line = STR_NONE;
        put_question(a, q->text, "");
        if (read_answer(a, &line) && str_trim(line).len > 0) {
            answers[e->answer_count++] = (struct answer){q->text, line};
        }
    }
    ask_text(a, e);
}

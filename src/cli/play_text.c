// SPDX-License-Identifier: MIT
// Walks the rows of the timeline in order, waiting for each moment on the
// monotonic clock, or, when fast, on none at all. Waits are absolute from one
// anchor, so nothing drifts; a tap moves the anchor.
#include "cli/play_text.h"

#include <unistd.h>

#include "app/running.h"
#include "cli/ask.h"
#include "cli/journal.h"
#include "frame/caption.h"
#include "frame/played.h"
#include "platform/clock.h"
#include "platform/terminal.h"

#define MOOD_BEFORE                                                            \
    STR("How is it, before? 1 heavy, 2 low, 3 even, 4 light, 5 bright")

enum { MOST_HOLDS = 256, STALL_MS = 1000 };

struct walk {
    struct cli *cli;
    const struct timeline *tl;
    struct terminal *terminal;
    bool fast;
    int64_t session_ms; // how far it is played
    size_t next;        // the first event not told yet
    int64_t anchor_ns;  // when session time was 0
    struct played played;
    int holds[MOST_HOLDS]; // seconds
    size_t hold_count;
    bool ended_early;

    // Of the snapshot of what was done so far.
    const struct play_wish *wish;
    struct keeper *keeper; // NULL: none is made
    struct running running;
    int mood_before;
    int64_t snapped_ns;
};

static void fill(struct entry *e, const struct walk *w);

// What would be kept if all ended now, at session time now_ms in a row.
static void snapshot(struct walk *w, int64_t now_ms)
{
    struct played before = w->played;
    struct entry e;
    if (!w->keeper || w->fast) {
        return;
    }
    w->snapped_ns = clock_now_ns();
    played_add(&w->played, w->session_ms, now_ms);
    fill(&e, w);
    e.ended_early = true;
    running_save(&w->running, w->keeper, &e);
    w->played = before;
}

static void print_at(struct walk *w, int64_t at_ms)
{
    int64_t s = at_ms / 1000;
    fprintf(w->cli->out, "%3lld:%02d  ", (long long)(s / 60), (int)(s % 60));
}

// "Breathe in, left nostril, 4 s. Softly." One line a phase.
static void print_row(struct walk *w, size_t index)
{
    const struct row *row = &w->tl->rows[index];
    struct moment at = {.t_ms = row->start_ms, .row = index};
    struct caption caption;
    caption_at(&caption, w->tl, &at, &(struct caption_style){.settled = true});
    struct phrase line = caption.word;
    if (caption.ways.len > 0) {
        phrase_put(&line, line.len > 0 ? STR(", ") : STR(""));
        phrase_put(&line, phrase_view(&caption.ways));
    }
    if (!row->until_tap) {
        phrase_put(&line, line.len > 0 ? STR(", ") : STR(""));
        phrase_seconds(&line, row->end_ms - row->start_ms);
        phrase_put(&line, STR(" s"));
    }
    print_at(w, row->start_ms);
    fprintf(w->cli->out, "%.*s", STR_ARG(phrase_view(&line)));
    if (row->text.len > 0) {
        bool asks = line.len > 0 && line.at[line.len - 1] == '?';
        fprintf(w->cli->out, "%s%.*s",
                line.len == 0 ? ""
                : asks        ? " "
                              : ". ",
                STR_ARG(row->text));
    }
    fputs(row->until_tap ? " (Enter goes on)\n" : "\n", w->cli->out);
    fflush(w->cli->out);
}

static void print_event(struct walk *w, const struct event *event)
{
    if (event->kind == EVENT_SAY) {
        print_at(w, event->at_ms);
        fprintf(w->cli->out, "%.*s\n", STR_ARG(event->text));
    } else if (event->kind == EVENT_BELL) {
        print_at(w, event->at_ms);
        fputs("(bell)\n", w->cli->out);
    }
    fflush(w->cli->out);
}

// Waits until session time until_ms. TERMINAL_TIME at once when fast. A program
// that was stopped goes on where it stood: lines never come in a burst.
static enum terminal_wake wait_until(struct walk *w, int64_t until_ms,
                                     bool taps)
{
    if (w->fast) {
        return TERMINAL_TIME;
    }
    int64_t due_ns = w->anchor_ns + until_ms * NS_PER_MS;
    enum terminal_wake wake = TERMINAL_TIME;
    while (w->keeper && wake == TERMINAL_TIME) {
        int64_t save_ns = w->snapped_ns + PLAYED_SNAPSHOT_MS * NS_PER_MS;
        if (save_ns >= due_ns) {
            break;
        }
        wake = terminal_wait(w->terminal, save_ns, taps);
        snapshot(w, (clock_now_ns() - w->anchor_ns) / NS_PER_MS);
    }
    if (wake == TERMINAL_TIME) {
        wake = terminal_wait(w->terminal, due_ns, taps);
    }
    int64_t late_ns = clock_now_ns() - due_ns;
    if (wake == TERMINAL_TIME && late_ns > STALL_MS * NS_PER_MS) {
        w->anchor_ns += late_ns;
    }
    return wake;
}

// Session time is until_ms from now on.
static void jump_to(struct walk *w, int64_t until_ms)
{
    w->session_ms = until_ms;
    w->anchor_ns = clock_now_ns() - until_ms * NS_PER_MS;
}

// Tells the events up to until_ms at their moments and waits for it. Events of
// until_ms itself with an order past the row's are left to what follows.
static enum terminal_wake tell_until(struct walk *w, int64_t until_ms,
                                     bool taps)
{
    for (;;) {
        bool event = w->next < w->tl->event_count &&
                     w->tl->events[w->next].at_ms < until_ms;
        int64_t at_ms = event ? w->tl->events[w->next].at_ms : until_ms;
        enum terminal_wake wake = wait_until(w, at_ms, taps);
        if (wake != TERMINAL_TIME || !event) {
            return wake;
        }
        print_event(w, &w->tl->events[w->next++]);
    }
}

// Events that the script plays before a row, or after the last one.
static void tell_before(struct walk *w, size_t order)
{
    const struct event *events = w->tl->events;
    while (w->next < w->tl->event_count && events[w->next].order < order &&
           events[w->next].at_ms <= w->session_ms) {
        print_event(w, &events[w->next++]);
    }
}

// One row from where the session stands; false when Ctrl-C ended it.
static bool walk_row(struct walk *w, size_t index)
{
    const struct row *row = &w->tl->rows[index];
    bool gate = row_waits(row);
    int64_t from_ms = w->session_ms;
    enum terminal_wake wake = TERMINAL_LINE; // fast: the tap comes at once
    print_row(w, index);
    if (gate && !w->fast) {
        wake = terminal_wait(w->terminal, -1, true);
    } else if (!row->until_tap || !w->fast) {
        wake = tell_until(w, row->end_ms, row->until_tap);
    }
    int64_t reached_ms = row->end_ms;
    if (wake != TERMINAL_TIME) {
        int64_t now_ms = (clock_now_ns() - w->anchor_ns) / NS_PER_MS;
        reached_ms = w->fast || gate ? from_ms : now_ms;
        reached_ms = reached_ms < row->end_ms ? reached_ms : row->end_ms;
    }
    played_add(&w->played, from_ms, reached_ms);
    if (wake == TERMINAL_INTERRUPTED) {
        return false;
    }
    if (row->until_tap && row->verb == VERB_RETAIN &&
        w->hold_count < MOST_HOLDS) {
        w->holds[w->hold_count++] = (int)((reached_ms - from_ms + 500) / 1000);
    }
    if (row->until_tap) {
        jump_to(w, row->end_ms);
        while (w->next < w->tl->event_count &&
               w->tl->events[w->next].at_ms < row->end_ms) {
            w->next++; // what the tap went past
        }
    }
    w->session_ms = row->end_ms;
    return true;
}

static void walk_all(struct walk *w, int64_t from_ms)
{
    const struct timeline *tl = w->tl;
    jump_to(w, from_ms);
    while (w->next < tl->event_count && tl->events[w->next].at_ms < from_ms) {
        w->next++;
    }
    for (size_t i = 0; i < tl->row_count; i++) {
        const struct row *row = &tl->rows[i];
        if (row->start_ms < from_ms && row->end_ms <= from_ms) {
            continue;
        }
        tell_before(w, row->order);
        if (i == 0 || row->step != tl->rows[i - 1].step) {
            snapshot(w, w->session_ms);
        }
        if (!walk_row(w, i)) {
            w->ended_early = true;
            fputs("\nEnded early. What was done is kept.\n", w->cli->out);
            return;
        }
    }
    tell_before(w, SIZE_MAX);
}

static void print_head(struct cli *cli, const struct session *s)
{
    fprintf(cli->out, "%.*s\n", STR_ARG(s->title));
    if (s->about.len > 0) {
        fprintf(cli->out, "%.*s\n", STR_ARG(s->about));
    }
    for (size_t i = 0; i < s->caution_count; i++) {
        fprintf(cli->out, "Care: %.*s\n", STR_ARG(s->cautions[i]));
    }
    fputs("Enter taps, Ctrl-C ends early and keeps what was done.\n\n",
          cli->out);
    fflush(cli->out);
}

static void fill(struct entry *e, const struct walk *w)
{
    entry_init(e);
    e->session = w->wish->script.name;
    e->mood_before = w->mood_before;
    e->planned_s = (w->tl->length_ms + 500) / 1000;
    e->done_s = (played_ms(&w->played) + 500) / 1000;
    e->breaths = played_breaths(&w->played, w->tl);
    e->ended_early = w->ended_early;
    e->hold_s = w->holds;
    e->hold_count = w->hold_count;
}

// The session, then the questions, then the journal.
static int play_and_keep(struct asker *asker, struct walk *walk,
                         const struct play_wish *wish)
{
    struct cli *cli = asker->cli;
    struct entry e;
    int mood_before = ask_number(asker, MOOD_BEFORE, 1, 5);
    fputc('\n', cli->out);
    int status = EXIT_DONE;
    if (!asker->interrupted) {
        struct keeper keeper = {0};
        cli_keeper(cli, &keeper);
        walk->keeper = asker->keeper = &keeper;
        walk->mood_before = mood_before;
        walk_all(walk, wish->from_ms);
        fill(&e, walk);
        ask_reflection(asker, &wish->script.session, &e);
        status = cli_keep(cli, &keeper, &e);
        running_over(&walk->running); // the words are kept, or a draft
        running_finish(&walk->running);
        walk->keeper = asker->keeper = NULL;
        keeper_finish(&keeper);
    }
    return status;
}

int play_text(struct cli *cli, const struct play_wish *wish)
{
    struct terminal terminal;
    terminal_init(&terminal, STDIN_FILENO);
    struct asker asker = {.cli = cli, .terminal = &terminal, .mem = &cli->mem};
    struct walk walk = {.cli = cli,
                        .tl = &wish->script.timeline,
                        .terminal = &terminal,
                        .wish = wish,
                        .fast = wish->fast};
    print_head(cli, &wish->script.session);
    int status = EXIT_DONE;
    if (wish->no_journal) {
        walk_all(&walk, wish->from_ms);
    } else {
        status = play_and_keep(&asker, &walk, wish);
    }
    terminal_finish(&terminal);
    return status;
}

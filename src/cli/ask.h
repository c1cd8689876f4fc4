// SPDX-License-Identifier: MIT
// The questions of a reflection in a terminal, one line each. Nothing typed
// and the end of the input both mean "no answer"; Ctrl-C ends the asking, and
// what was answered so far is kept. While it waits for a person, what they have
// answered lies in a draft.
#pragma once

#include "app/keeper.h"
#include "base/arena.h"
#include "cli/cli.h"
#include "core/journal.h"
#include "core/session.h"
#include "platform/terminal.h"

struct asker {
    struct cli *cli;
    struct keeper *keeper; // saves drafts of what was answered; may be NULL
    struct terminal *terminal;
    struct arena *mem; // answers live here
    bool over;         // Ctrl-C or the end of the input: ask no more
    bool interrupted;  // it was Ctrl-C
    bool unsaved;      // something was answered since the last draft
};

// A whole number from least to most; -1 for no answer. Asks again when the
// line is something else, up to twenty times.
int ask_number(struct asker *a, struct str question, int least, int most);
// Mood after, ratings, questions and free text, in this order, into e.
void ask_reflection(struct asker *a, const struct session *s, struct entry *e);

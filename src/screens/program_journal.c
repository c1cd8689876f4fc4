// SPDX-License-Identifier: MIT
// The Journal within the program, and what app asks of it.
#include "screens/program_inside.h"

void program_go_journal(struct program *p, enum wish wish, struct instant at,
                        struct requests *ask)
{
    if (wish == WISH_AMEND) {
        program_amend(p, &p->journal.reading.latest, at, ask);
        return;
    }
    journal_screen_open(&p->journal, p->facts, at.now_ms, ask);
    program_go(p, SCREEN_JOURNAL, at);
}

void program_journal_gone(struct program *p)
{
    journal_screen_facts(&p->journal, p->facts);
}

void program_journal_said(struct program *p, struct str words)
{
    journal_screen_say(&p->journal, words);
}

struct journal_chosen program_chosen(const struct program *p, struct arena *mem)
{
    return journal_screen_chosen(&p->journal, mem);
}

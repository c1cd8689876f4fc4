// SPDX-License-Identifier: MIT
// What an earlier run left behind, to be offered: drafts of which all can be
// read, the newest first. Each is taken up again, or let go, by its number.
#pragma once

#include "app/keeper.h"

// Zeroed is valid and empty.
struct leftovers {
    struct arena mem;
    struct entry *entries;
    struct unfinished *drafts; // of each entry; views into the keeper
    size_t count;
    // What another program's lock kept out.
    bool late;            // there is some
    bool taken_in;        // by the task, once that is over
    struct task *joining; // NULL: not now
    struct ledger ledger; // the task's while it runs, with its memory
    struct arena task_mem;
};

void leftovers_init(struct leftovers *left, const struct unfinished_list *from);
// Drafts with their End, and siblings, wait for another program since the
// keeper of these options began.
void leftovers_await(struct leftovers *left, const struct keeper_options *o);
// Now and then: takes those into the journal, beside the loop, once the other
// program has let go of it.
void leftovers_join(struct leftovers *left);
void leftovers_finish(struct leftovers *left); // waits for no other program
// Those whose draft is gone are offered no more.
void leftovers_look(struct leftovers *left);
// Number i is offered no more: its words are taken up, or gone. As
// keeper_resume.
bool leftovers_resume(struct leftovers *left, size_t i, struct keeper *k,
                      struct entry *e);
void leftovers_let_go(struct leftovers *left, size_t i, struct keeper *k);

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
    // What is taken in late.
    struct ledger ledger;
    struct arena late;
    struct task *joining; // NULL: nothing was
};

void leftovers_init(struct leftovers *left, const struct unfinished_list *from);
// Drafts with their End, and siblings, that waited for another program when the
// keeper of these options began: they go into the journal beside the loop.
void leftovers_join(struct leftovers *left, const struct keeper_options *o);
void leftovers_finish(struct leftovers *left); // waits for that
// Those whose draft is gone are offered no more.
void leftovers_look(struct leftovers *left);
// Number i is offered no more: its words are taken up, or gone. As
// keeper_resume.
bool leftovers_resume(struct leftovers *left, size_t i, struct keeper *k,
                      struct entry *e);
void leftovers_let_go(struct leftovers *left, size_t i, struct keeper *k);

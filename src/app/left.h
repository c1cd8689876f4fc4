// SPDX-License-Identifier: MIT
// What an earlier run left behind, to be offered: drafts that can be read, the
// newest first. Each is taken up again, or let go, by its number.
#pragma once

#include "app/keep.h"

// Zeroed is valid and empty.
struct left {
    struct arena mem;
    struct entry *entries;
    struct unfinished *drafts; // of each entry; views into the keeper
    size_t count;
};

void left_init(struct left *left, const struct unfinished_list *from);
void left_finish(struct left *left);
// Number i is offered no more: its words are taken up, or gone. As
// keeper_resume.
bool left_resume(struct left *left, size_t i, struct keeper *k,
                 struct entry *e);
void left_let_go(struct left *left, size_t i, struct keeper *k);

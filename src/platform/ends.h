// SPDX-License-Identifier: MIT
// The signals that end a program: Ctrl-C and Ctrl-\, a terminal that closes, a
// system that shuts down.
#pragma once

#include <signal.h>

enum { ENDS = 4 };
struct ends {
    struct sigaction before[ENDS];
};

// From now on they are told to note instead, but for those that who started the
// program has had ignored, as nohup does.
void ends_take(struct ends *e, void (*note)(int number));
void ends_give_back(const struct ends *e);

// how: SIG_BLOCK or SIG_UNBLOCK.
void ends_block(int how);
// What is blocked now, without them.
sigset_t ends_open(void);

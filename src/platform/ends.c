// SPDX-License-Identifier: MIT
#include "platform/ends.h"

#include <stddef.h>

static const int ends[ENDS] = {SIGINT, SIGTERM, SIGHUP, SIGQUIT};

void ends_take(struct ends *e, void (*note)(int number))
{
    struct sigaction taken = {.sa_handler = note};
    sigemptyset(&taken.sa_mask);
    for (int i = 0; i < ENDS; i++) {
        sigaction(ends[i], NULL, &e->before[i]);
        if (e->before[i].sa_handler != SIG_IGN) {
            sigaction(ends[i], &taken, NULL);
        }
    }
}

void ends_give_back(const struct ends *e)
{
    for (int i = 0; i < ENDS; i++) {
        sigaction(ends[i], &e->before[i], NULL);
    }
}

void ends_block(int how)
{
    sigset_t set;
    sigemptyset(&set);
    for (int i = 0; i < ENDS; i++) {
        sigaddset(&set, ends[i]);
    }
    sigprocmask(how, &set, NULL);
}

sigset_t ends_open(void)
{
    sigset_t mask;
    sigemptyset(&mask);
    sigprocmask(SIG_SETMASK, NULL, &mask);
    for (int i = 0; i < ENDS; i++) {
        sigdelset(&mask, ends[i]);
    }
    return mask;
}

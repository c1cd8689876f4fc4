// SPDX-License-Identifier: MIT
#include "platform/task.h"

#include <stdlib.h>

#include <SDL.h>

#include "base/arena.h"

struct task {
    void (*run)(void *context);
    void *context;
    SDL_Thread *thread;
    SDL_atomic_t over;
};

static int do_it(void *self)
{
    struct task *e = self;
    e->run(e->context);
    SDL_AtomicSet(&e->over, 1); // a barrier: what it made is there
    return 0;
}

struct task *task_start(void (*run)(void *context), void *context)
{
    struct task *e = calloc(1, sizeof(*e));
    if (!e) {
        arena_fail();
    }
    e->run = run;
    e->context = context;
    e->thread = SDL_CreateThread(do_it, "task", e);
    if (!e->thread) {
        do_it(e);
    }
    return e;
}

bool task_over(struct task *e)
{
    return SDL_AtomicGet(&e->over) != 0;
}

void task_finish(struct task *e)
{
    if (e) {
        SDL_WaitThread(e->thread, NULL);
        free(e);
    }
}

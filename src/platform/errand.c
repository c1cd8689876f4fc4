// SPDX-License-Identifier: MIT
#include "platform/errand.h"

#include <stdlib.h>

#include <SDL.h>

#include "base/arena.h"

struct errand {
    void (*run)(void *context);
    void *context;
    SDL_Thread *thread;
    SDL_atomic_t over;
};

static int do_it(void *self)
{
    struct errand *e = self;
    e->run(e->context);
    SDL_AtomicSet(&e->over, 1); // a barrier: what it made is there
    return 0;
}

struct errand *errand_start(void (*run)(void *context), void *context)
{
    struct errand *e = calloc(1, sizeof(*e));
    if (!e) {
        arena_fail();
    }
    e->run = run;
    e->context = context;
    e->thread = SDL_CreateThread(do_it, "errand", e);
    if (!e->thread) {
        do_it(e);
    }
    return e;
}

bool errand_over(struct errand *e)
{
    return SDL_AtomicGet(&e->over) != 0;
}

void errand_finish(struct errand *e)
{
    if (e) {
        SDL_WaitThread(e->thread, NULL);
        free(e);
    }
}

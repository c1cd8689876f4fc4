// SPDX-License-Identifier: MIT
// A new thread may be put on the processor that its maker runs on, though
// another is idle, and then waits there until the maker does: 1.5 ms where both
// had half a picture to make. So it begins elsewhere, and goes where it likes
// from then on. POSIX has no words for that. And where elsewhere is busy, who
// waits for the work does not wait for the thread, but does it.
#define _GNU_SOURCE
#include "platform/task.h"

#include <errno.h>
#include <pthread.h>
#include <sched.h>
#include <semaphore.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdlib.h>

#include "base/arena.h"

struct task {
    void (*run)(void *context);
    void *context;
    cpu_set_t allowed; // processors
    atomic_bool taken; // by who does it: the thread or its maker
    atomic_bool over;
    sem_t done;         // once
    atomic_int holders; // the last one frees it
};

static void do_it(struct task *e)
{
    if (!atomic_exchange(&e->taken, true)) {
        e->run(e->context);
        atomic_store(&e->over, true); // a barrier: what it made is there
        sem_post(&e->done);
    }
}

static void let_go(struct task *e)
{
    if (atomic_fetch_sub(&e->holders, 1) == 1) {
        sem_destroy(&e->done);
        free(e);
    }
}

static void *do_beside(void *self)
{
    struct task *e = self;
    sched_setaffinity(0, sizeof(e->allowed), &e->allowed);
    do_it(e);
    let_go(e);
    return NULL;
}

// Elsewhere than its maker, and deaf to signals, which are for the loop.
static bool start_beside(struct task *e)
{
    pthread_t thread;
    pthread_attr_t how;
    sigset_t all;
    if (pthread_attr_init(&how) != 0) {
        return false;
    }
    sigfillset(&all);
    pthread_attr_setsigmask_np(&how, &all);
    pthread_attr_setdetachstate(&how, PTHREAD_CREATE_DETACHED);
    int here = sched_getcpu();
    if (here >= 0 &&
        sched_getaffinity(0, sizeof(e->allowed), &e->allowed) == 0) {
        cpu_set_t elsewhere = e->allowed;
        CPU_CLR((size_t)here, &elsewhere);
        if (CPU_COUNT(&elsewhere) > 0) {
            pthread_attr_setaffinity_np(&how, sizeof(elsewhere), &elsewhere);
        }
    }
    bool well = pthread_create(&thread, &how, do_beside, e) == 0;
    pthread_attr_destroy(&how);
    return well;
}

struct task *task_start(void (*run)(void *context), void *context)
{
    struct task *e = calloc(1, sizeof(*e));
    if (!e || sem_init(&e->done, 0, 0) != 0) {
        arena_fail();
    }
    e->run = run;
    e->context = context;
    atomic_init(&e->holders, 2);
    if (!start_beside(e)) {
        do_it(e);
        let_go(e); // for the thread
    }
    return e;
}

bool task_over(struct task *e)
{
    return atomic_load(&e->over);
}

void task_finish(struct task *e)
{
    if (!e) {
        return;
    }
    do_it(e);
    while (sem_wait(&e->done) != 0 && errno == EINTR) {
    }
    let_go(e);
}

// SPDX-License-Identifier: MIT
// What is done beside the loop: it is done, once, by a thread that hears no
// signals and may run wherever the program may; it begins while its maker goes
// on, on another processor where there is one; and who waits for it does it
// where the thread has not begun.
#define _GNU_SOURCE
#include "unit.h"

#include <pthread.h>
#include <sched.h>
#include <signal.h>
#include <stdatomic.h>

#include "platform/clock.h"
#include "platform/task.h"

struct seen {
    atomic_int runs, processor;
    cpu_set_t allowed;
    sigset_t deaf_to;
};

static void look(void *context)
{
    struct seen *s = context;
    atomic_store(&s->processor, sched_getcpu());
    sched_getaffinity(0, sizeof(s->allowed), &s->allowed);
    pthread_sigmask(SIG_SETMASK, NULL, &s->deaf_to);
    atomic_fetch_add(&s->runs, 1);
}

static void test_done_once(void **state)
{
    (void)state;
    struct seen s = {0};
    cpu_set_t ours;
    assert_int_equal(sched_getaffinity(0, sizeof(ours), &ours), 0);
    struct task *task = task_start(look, &s);
    int64_t until_ns = clock_now_ns() + 20 * NS_PER_S;
    while (!task_over(task) && clock_now_ns() < until_ns) {
        clock_sleep_until(clock_now_ns() + NS_PER_MS);
    }
    assert_true(task_over(task));
    assert_int_equal(atomic_load(&s.runs), 1);
    task_finish(task);
    task_finish(NULL);
    assert_true(CPU_EQUAL(&ours, &s.allowed));
    assert_true(sigismember(&s.deaf_to, SIGTERM) == 1 &&
                sigismember(&s.deaf_to, SIGINT) == 1);
    cpu_set_t after; // the maker may still run where it could
    assert_int_equal(sched_getaffinity(0, sizeof(after), &after), 0);
    assert_true(CPU_EQUAL(&ours, &after));
}

// A maker that never sleeps keeps its processor for milliseconds. Where a
// thread begins is asked for; where it is moved to afterwards is not ours.
static void test_begins_elsewhere(void **state)
{
    (void)state;
    enum { TRIES = 40 };
    cpu_set_t ours;
    int elsewhere = 0;
    if (sched_getaffinity(0, sizeof(ours), &ours) != 0 ||
        CPU_COUNT(&ours) < 2) {
        print_message("one processor: nowhere else to begin\n");
        skip();
    }
    for (int i = 0; i < TRIES; i++) {
        struct seen s = {0};
        clock_sleep_until(clock_now_ns() + 3 * NS_PER_MS);
        int here = sched_getcpu();
        struct task *task = task_start(look, &s);
        while (!task_over(task)) {
        }
        elsewhere += atomic_load(&s.processor) != here;
        task_finish(task);
    }
    assert_true(elsewhere >= TRIES * 3 / 4);
}

static void note_thread(void *context)
{
    *(pthread_t *)context = pthread_self();
}

// With one processor for both, the thread waits for its maker.
static void test_done_by_who_waits(void **state)
{
    (void)state;
    enum { TRIES = 40 };
    cpu_set_t ours, here;
    int done_here = 0;
    assert_int_equal(sched_getaffinity(0, sizeof(ours), &ours), 0);
    CPU_ZERO(&here);
    CPU_SET((size_t)sched_getcpu(), &here);
    assert_int_equal(sched_setaffinity(0, sizeof(here), &here), 0);
    for (int i = 0; i < TRIES; i++) {
        pthread_t by;
        struct task *task = task_start(note_thread, &by);
        task_finish(task);
        done_here += pthread_equal(by, pthread_self()) != 0;
    }
    assert_int_equal(sched_setaffinity(0, sizeof(ours), &ours), 0);
    assert_true(done_here >= TRIES / 4);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_done_once),
        cmocka_unit_test(test_begins_elsewhere),
        cmocka_unit_test(test_done_by_who_waits),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

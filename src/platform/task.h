// SPDX-License-Identifier: MIT
// A piece of work that is done beside the loop, in a thread of its own, for
// what takes longer than a frame may. It shares nothing with the loop until it
// is over.
#pragma once

#include <stdbool.h>

struct task; // on the heap

// Where no thread is to be had the work is done before this returns.
struct task *task_start(void (*run)(void *context), void *context);
bool task_over(struct task *e);
// Waits until it is over; does it here where its thread has not begun yet.
// Accepts NULL.
void task_finish(struct task *e);

// SPDX-License-Identifier: MIT
// A piece of work that is done beside the loop, in a thread of its own, for
// what takes longer than a frame may. It shares nothing with the loop until it
// is over.
#pragma once

#include <stdbool.h>

struct errand; // on the heap

// Where no thread is to be had the work is done before this returns.
struct errand *errand_start(void (*run)(void *context), void *context);
bool errand_over(struct errand *e);
// Waits until it is over. Accepts NULL.
void errand_finish(struct errand *e);

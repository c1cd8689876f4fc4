// SPDX-License-Identifier: MIT
#include "failing_memory.h"

#include <stddef.h>

static int fail_at, calls;
static bool *told;

void *__real_malloc(size_t size);
void *__real_calloc(size_t count, size_t size);
void *__real_realloc(void *at, size_t size);
void *__wrap_malloc(size_t size);
void *__wrap_calloc(size_t count, size_t size);
void *__wrap_realloc(void *at, size_t size);

void memory_fail(int n, bool *met)
{
    fail_at = n;
    calls = 0;
    told = met;
}

static bool fails(void)
{
    bool now = fail_at > 0 && ++calls == fail_at;
    if (now) {
        *told = true;
    }
    return now;
}

void *__wrap_malloc(size_t size)
{
    return fails() ? NULL : __real_malloc(size);
}

void *__wrap_calloc(size_t count, size_t size)
{
    return fails() ? NULL : __real_calloc(count, size);
}

void *__wrap_realloc(void *at, size_t size)
{
    return fails() ? NULL : __real_realloc(at, size);
}

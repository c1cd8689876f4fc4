// SPDX-License-Identifier: MIT
// How many bytes the program holds; linked with --wrap of malloc, calloc,
// realloc and free.
#pragma once

#include <malloc.h>
#include <stddef.h>
#include <stdint.h>

static int64_t held_bytes;
void *__real_malloc(size_t size);
void *__real_calloc(size_t count, size_t size);
void *__real_realloc(void *at, size_t size);
void __real_free(void *at);
void *__wrap_malloc(size_t size);
void *__wrap_calloc(size_t count, size_t size);
void *__wrap_realloc(void *at, size_t size);
void __wrap_free(void *at);

static void *held(void *at)
{
    held_bytes += (int64_t)malloc_usable_size(at);
    return at;
}

void *__wrap_malloc(size_t size)
{
    return held(__real_malloc(size));
}

void *__wrap_calloc(size_t count, size_t size)
{
    return held(__real_calloc(count, size));
}

void *__wrap_realloc(void *at, size_t size)
{
    held_bytes -= (int64_t)malloc_usable_size(at);
    return held(__real_realloc(at, size));
}

void __wrap_free(void *at)
{
    held_bytes -= (int64_t)malloc_usable_size(at);
    __real_free(at);
}

// SPDX-License-Identifier: MIT
// A list of blocks that grow with use: a small arena stays small, and a large
// one asks the system a logarithmic number of times.
#include "base/arena.h"

#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { FIRST_BLOCK = 4096, LARGEST_BLOCK = 4 * 1024 * 1024, ALIGNMENT = 16 };

struct arena_block {
    struct arena_block *before;
    size_t size, used;
    _Alignas(ALIGNMENT) unsigned char bytes[];
};

void arena_fail(void)
{
    fputs("breathmark: out of memory; close other programs and start it "
          "again: what it saved is safe\n",
          stderr);
    // What was said before stays said. Nothing is torn down: that may want
    // memory, and other threads still run.
    fflush(stdout);
    _Exit(EXIT_FAILURE);
}

static struct arena_block *block_create(struct arena *mem, size_t need)
{
    size_t size = mem->last ? mem->last->size * 2 : FIRST_BLOCK;
    size = size > LARGEST_BLOCK ? LARGEST_BLOCK : size;
    size = size < need ? need : size;
    // Zeroed by the system, which for a large block costs nothing.
    struct arena_block *block = calloc(1, sizeof(*block) + size);
    if (block) {
        block->before = mem->last;
        block->size = size;
        mem->last = block;
    }
    return block;
}

void *arena_try(struct arena *mem, size_t bytes)
{
    if (bytes > SIZE_MAX / 2) {
        return NULL;
    }
    size_t need = (bytes + ALIGNMENT - 1) & ~(size_t)(ALIGNMENT - 1);
    struct arena_block *block = mem->last;
    if (!block || block->size - block->used < need) {
        block = block_create(mem, need);
    }
    if (!block) {
        return NULL;
    }
    void *at = block->bytes + block->used;
    block->used += need;
    mem->used += need;
    return at;
}

void *arena_alloc(struct arena *mem, size_t count, size_t size)
{
    bool fits = size == 0 || count <= (SIZE_MAX / 2) / size;
    void *at = fits ? arena_try(mem, count * size) : NULL;
    if (!at) {
        arena_fail();
    }
    return at;
}

void *arena_grow(struct arena *mem, void *items, size_t count, size_t *cap,
                 size_t size)
{
    enum { AT_FIRST = 16 };
    if (count < *cap) {
        return items;
    }
    *cap = *cap > 0 ? 2 * *cap : AT_FIRST;
    void *more = arena_alloc(mem, *cap, size);
    if (count > 0) {
        memcpy(more, items, count * size);
    }
    return more;
}

struct str arena_copy(struct arena *mem, struct str s)
{
    char *at = arena_alloc(mem, s.len + 1, 1);
    if (s.len > 0) {
        memcpy(at, s.at, s.len);
    }
    return (struct str){at, s.len};
}

struct str arena_printf(struct arena *mem, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    va_list again;
    va_copy(again, args);
    int len = vsnprintf(NULL, 0, format, args);
    va_end(args);
    if (len < 0) {
        va_end(again);
        return STR_NONE;
    }
    char *at = arena_alloc(mem, (size_t)len + 1, 1);
    vsnprintf(at, (size_t)len + 1, format, again);
    va_end(again);
    return (struct str){at, (size_t)len};
}

void arena_finish(struct arena *mem)
{
    for (struct arena_block *block = mem->last; block;) {
        struct arena_block *before = block->before;
        free(block);
        block = before;
    }
    *mem = (struct arena){0};
}

// SPDX-License-Identifier: MIT
// Memory by lifetime: everything allocated from an arena dies with it. Not
// thread-safe; nothing in a frame of the render loop may allocate.
#pragma once

#include <stddef.h>

#include "base/str.h"

struct arena_block;

// Zeroed is a valid, empty arena.
struct arena {
    struct arena_block *last;
    size_t used; // bytes handed out so far, for limits and tests
};

// Zeroed memory of size bytes, aligned for any type. Never NULL: running out
// of memory ends the program with one line (see arena_fail).
void *arena_alloc(struct arena *mem, size_t count, size_t size);
// The same for what a file asks for, whose size nobody vouches for: NULL when
// there is not as much.
void *arena_try(struct arena *mem, size_t bytes);
#define ARENA_NEW(mem, type) ((type *)arena_alloc((mem), 1, sizeof(type)))
#define ARENA_ARRAY(mem, type, count)                                          \
    ((type *)arena_alloc((mem), (count), sizeof(type)))

// Room for one more behind count items of that size: the items as they are
// while cap has it, else a copy of them with twice the room, which *cap then
// says. For lists that grow; ARENA_GROW is the same for a list's own members.
void *arena_grow(struct arena *mem, void *items, size_t count, size_t *cap,
                 size_t size);
#define ARENA_GROW(mem, items, count, cap)                                     \
    ((items) = arena_grow((mem), (items), (count), &(cap), sizeof(*(items))))

// A copy of s that lives as long as mem, with a zero byte after it.
struct str arena_copy(struct arena *mem, struct str s);
// As printf, into the arena; zero-terminated like arena_copy.
#if defined(__GNUC__)
__attribute__((format(printf, 2, 3)))
#endif
struct str
arena_printf(struct arena *mem, const char *format, ...);

// Frees everything; mem is empty and usable again. Accepts a zeroed arena.
void arena_finish(struct arena *mem);

// The one place that ends the program when memory runs out: says so on
// standard error and exits with status 1, at once. Buf and arena share it.
_Noreturn void arena_fail(void);

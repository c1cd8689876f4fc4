// SPDX-License-Identifier: MIT
// Views into text that someone else owns. Not a string builder: see buf.h.
#pragma once

#include <stdbool.h>
#include <stddef.h>

// A view of len bytes at at; owns nothing, not zero-terminated.
struct str {
    const char *at;
    size_t len;
};

#define STR(literal) ((struct str){(literal), sizeof(literal) - 1})
#define STR_NONE ((struct str){0})
// For printf's "%.*s".
#define STR_ARG(s) (int)(s).len, (s).at

struct str str_from(const char *cstr); // NULL gives the empty view
bool str_equal(struct str a, struct str b);
int str_compare(struct str a, struct str b); // bytewise; <0, 0, >0
bool str_starts(struct str s, struct str prefix);
bool str_ends(struct str s, struct str suffix);
struct str str_sub(struct str s, size_t from, size_t to); // clamped to s
struct str str_trim(struct str s);                        // blanks and tabs
// Index of the first c at or after from; s.len when there is none.
size_t str_find(struct str s, char c, size_t from);
// What stands behind the last c: the name in a path. All of s without a c.
struct str str_behind(struct str s, char c);
bool str_has(struct str s, struct str part); // anywhere; every s has ""
// Cuts the text before the first c off *s and returns it; *s continues after
// the c. Returns all of *s, and leaves it empty, when there is no c.
struct str str_cut(struct str *s, char c);
// How many letters are put in, left out, changed or swapped with their
// neighbour (optimal string alignment), up to max; max + 1 when more are.
// For "did you mean": words of at most 64 bytes, longer ones are far apart.
size_t str_distance(struct str a, struct str b, size_t max);

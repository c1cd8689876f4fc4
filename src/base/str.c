// SPDX-License-Identifier: MIT
#include "base/str.h"

#include <string.h>

struct str str_from(const char *cstr)
{
    return cstr ? (struct str){cstr, strlen(cstr)} : STR_NONE;
}

bool str_equal(struct str a, struct str b)
{
    return a.len == b.len && (a.len == 0 || memcmp(a.at, b.at, a.len) == 0);
}

int str_compare(struct str a, struct str b)
{
    size_t len = a.len < b.len ? a.len : b.len;
    int order = len ? memcmp(a.at, b.at, len) : 0;
    if (order != 0) {
        return order;
    }
    return (a.len > b.len) - (a.len < b.len);
}

bool str_starts(struct str s, struct str prefix)
{
    return s.len >= prefix.len && str_equal(str_sub(s, 0, prefix.len), prefix);
}

bool str_ends(struct str s, struct str suffix)
{
    return s.len >= suffix.len &&
           str_equal(str_sub(s, s.len - suffix.len, s.len), suffix);
}

struct str str_sub(struct str s, size_t from, size_t to)
{
    to = to > s.len ? s.len : to;
    from = from > to ? to : from;
    return s.at ? (struct str){s.at + from, to - from} : STR_NONE;
}

static bool is_blank(char c)
{
    return c == ' ' || c == '\t';
}

struct str str_trim(struct str s)
{
    while (s.len > 0 && is_blank(s.at[0])) {
        s = str_sub(s, 1, s.len);
    }
    while (s.len > 0 && is_blank(s.at[s.len - 1])) {
        s.len--;
    }
    return s;
}

size_t str_find(struct str s, char c, size_t from)
{
    if (from >= s.len) {
        return s.len;
    }
    const char *hit = memchr(s.at + from, c, s.len - from);
    return hit ? (size_t)(hit - s.at) : s.len;
}

struct str str_behind(struct str s, char c)
{
    size_t from = s.len;
    while (from > 0 && s.at[from - 1] != c) {
        from--;
    }
    return str_sub(s, from, s.len);
}

bool str_has(struct str s, struct str part)
{
    for (size_t at = 0; at + part.len <= s.len; at++) {
        if (str_equal(str_sub(s, at, at + part.len), part)) {
            return true;
        }
    }
    return false;
}

struct str str_cut(struct str *s, char c)
{
    size_t at = str_find(*s, c, 0);
    struct str head = str_sub(*s, 0, at);
    *s = str_sub(*s, at < s->len ? at + 1 : at, s->len);
    return head;
}

size_t str_distance(struct str a, struct str b, size_t max)
{
    enum { LONGEST = 64 };
    if (a.len > LONGEST || b.len > LONGEST) {
        return max + 1;
    }
    // Three rows of the table: the one being filled and the two before it.
    size_t rows[3][LONGEST + 1] = {0};
    for (size_t j = 0; j <= b.len; j++) {
        rows[0][j] = j;
    }
    for (size_t i = 1; i <= a.len; i++) {
        size_t *now = rows[i % 3];
        const size_t *before = rows[(i - 1) % 3];
        const size_t *twice = rows[(i + 1) % 3];
        now[0] = i;
        for (size_t j = 1; j <= b.len; j++) {
            size_t best = before[j - 1] + (a.at[i - 1] != b.at[j - 1]);
            best = before[j] + 1 < best ? before[j] + 1 : best;
            best = now[j - 1] + 1 < best ? now[j - 1] + 1 : best;
            bool swapped = i > 1 && j > 1 && a.at[i - 1] == b.at[j - 2] &&
                           a.at[i - 2] == b.at[j - 1];
            if (swapped && twice[j - 2] + 1 < best) {
                best = twice[j - 2] + 1;
            }
            now[j] = best;
        }
    }
    size_t distance = rows[a.len % 3][b.len];
    return distance > max ? max + 1 : distance;
}

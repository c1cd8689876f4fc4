// SPDX-License-Identifier: MIT
// English sentences are the keys, so that the code reads as what is shown and
// a missing translation still speaks.
#include "base/tongue.h"

#include <stdlib.h>

#include "base/utf8.h"

enum { PLACES = 10 };

static bool is_place(struct str s, size_t at)
{
    return at + 2 < s.len && s.at[at] == '{' && s.at[at + 1] >= '1' &&
           s.at[at + 1] <= '9' && s.at[at + 2] == '}';
}

struct str tongue_piece(struct str *pattern, size_t *place)
{
    struct str all = *pattern;
    size_t at = 0;
    while (at < all.len && !is_place(all, at)) {
        at++;
    }
    bool found = at < all.len;
    *place = found ? (size_t)(all.at[at + 1] - '0') : 0;
    *pattern = str_sub(all, found ? at + 3 : at, all.len);
    return str_sub(all, 0, at);
}

void tongue_fill(struct buf *out, struct str pattern, const struct str *args,
                 size_t count)
{
    while (pattern.len > 0) {
        size_t place = 0;
        buf_put(out, tongue_piece(&pattern, &place));
        if (place > 0 && place <= count) {
            buf_put(out, args[place - 1]);
        }
    }
}

// How often each place stands in a pattern.
static void count_places(struct str pattern, int counts[PLACES])
{
    while (pattern.len > 0) {
        size_t place = 0;
        tongue_piece(&pattern, &place);
        counts[place]++;
    }
}

static bool same_places(struct str a, struct str b)
{
    int of_a[PLACES] = {0}, of_b[PLACES] = {0};
    count_places(a, of_a);
    count_places(b, of_b);
    for (int i = 1; i < PLACES; i++) {
        if ((of_a[i] > 0) != (of_b[i] > 0)) {
            return false;
        }
    }
    return true;
}

static struct str unescape(struct str s, struct arena *mem)
{
    if (str_find(s, '\\', 0) == s.len) {
        return s;
    }
    char *at = ARENA_ARRAY(mem, char, s.len);
    size_t len = 0;
    for (size_t i = 0; i < s.len; i++) {
        bool escaped = s.at[i] == '\\' && i + 1 < s.len;
        i += escaped;
        at[len++] = escaped && s.at[i] == 'n' ? '\n' : s.at[i];
    }
    return (struct str){at, len};
}

static bool is_right_to_left(uint32_t c)
{
    return (c >= 0x0590 && c <= 0x08ff) || (c >= 0xfb1d && c <= 0xfdff) ||
           (c >= 0xfe70 && c <= 0xfefe) || (c >= 0x10800 && c <= 0x10fff) ||
           (c >= 0x1e800 && c <= 0x1efff) || c == 0x200f;
}

bool tongue_runs_back(struct str text)
{
    bool found = false;
    for (size_t at = 0; at < text.len && !found;) {
        found = is_right_to_left(utf8_next(text, &at));
    }
    return found;
}

// What begins with a name of a key or a place and goes on in letters that run
// right to left is to run so as a whole: a mark that is not seen says it.
static struct str run_right(struct str s, struct arena *mem)
{
    return tongue_runs_back(s) && (s.at[0] & 0x80) == 0
               ? arena_printf(mem, "\xe2\x80\x8f%.*s", STR_ARG(s))
               : s;
}

static void mistake(struct diags *notes, int line, struct str source,
                    struct str message)
{
    if (notes) {
        diags_add(notes, (struct diag){.line = line,
                                       .column = 1,
                                       .width = 1,
                                       .message = message,
                                       .source = source});
    }
}

struct reading {
    struct arena *mem;
    bool right_to_left;
    struct diags *notes;
    struct tongue_pair *pairs;
    size_t count;
    struct str english; // waits for its translation when not empty
};

static void read_line(struct reading *r, int number, struct str line)
{
    struct str text = str_trim(line);
    if (text.len == 0 || line.at[0] == '#') {
        return;
    }
    bool indented = line.at[0] == ' ' || line.at[0] == '\t';
    struct str words = unescape(text, r->mem);
    if (!indented) {
        if (r->english.len > 0) {
            mistake(r->notes, number, line,
                    STR("the sentence before has no translation"));
        }
        r->english = words;
    } else if (r->english.len == 0) {
        mistake(r->notes, number, line,
                STR("no English sentence stands before this translation"));
    } else {
        if (same_places(r->english, words)) {
            r->pairs[r->count++] = (struct tongue_pair){
                r->english,
                r->right_to_left ? run_right(words, r->mem) : words};
        } else {
            mistake(r->notes, number, line,
                    STR("not the same places {1}, {2} as in English"));
        }
        r->english = STR_NONE;
    }
}

static int by_english(const void *a, const void *b)
{
    const struct tongue_pair *of_a = a;
    const struct tongue_pair *of_b = b;
    return str_compare(of_a->english, of_b->english);
}

struct str tongue_way(const struct tongue *t)
{
    return t && t->right_to_left ? STR("\xe2\x80\x8f") : STR_NONE;
}

// Digits, signs and marks have no way of their own.
static bool is_letter(uint32_t c)
{
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
           (c >= 0xc0 && c < 0x300 && c != 0xd7 && c != 0xf7) ||
           (c >= 0x370 && c < 0x2000) || c == 0x200e || c >= 0x3005;
}

bool tongue_turns(const struct tongue *t, struct str line)
{
    for (size_t at = 0; at < line.len;) {
        uint32_t c = utf8_next(line, &at);
        if (is_right_to_left(c)) {
            return true;
        }
        if (is_letter(c)) {
            return false;
        }
    }
    return t && t->right_to_left;
}

static bool runs_right_to_left(struct str name)
{
    static const struct str names[] = {
        {"ar", 2}, {"fa", 2}, {"he", 2}, {"ur", 2}};
    for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
        if (str_equal(name, names[i])) {
            return true;
        }
    }
    return false;
}

void tongue_read(struct tongue *out, struct str name, struct str text,
                 struct arena *mem, struct diags *notes)
{
    size_t lines = 1;
    for (size_t at = 0; at < text.len; at++) {
        lines += text.at[at] == '\n';
    }
    struct reading r = {
        .mem = mem, .notes = notes, .right_to_left = runs_right_to_left(name)};
    r.pairs = ARENA_ARRAY(mem, struct tongue_pair, lines);
    if (str_starts(text, STR("\xef\xbb\xbf"))) {
        text = str_sub(text, 3, text.len);
    }
    for (int number = 1; text.len > 0; number++) {
        struct str line = str_cut(&text, '\n');
        line.len -= str_ends(line, STR("\r"));
        read_line(&r, number, line);
    }
    qsort(r.pairs, r.count, sizeof(*r.pairs), by_english);
    for (size_t i = 1; i < r.count; i++) {
        if (str_equal(r.pairs[i - 1].english, r.pairs[i].english)) {
            mistake(notes, 1, r.pairs[i].english,
                    STR("a sentence stands twice"));
        }
    }
    *out = (struct tongue){.name = name,
                           .right_to_left = r.right_to_left,
                           .pairs = r.pairs,
                           .count = r.count};
}

// Without what only tells two meanings apart: a bar and small letters.
static struct str shown(struct str english)
{
    size_t at = english.len;
    while (at > 0 && english.at[at - 1] >= 'a' && english.at[at - 1] <= 'z') {
        at--;
    }
    bool told = at > 1 && at < english.len && english.at[at - 1] == '|';
    return told ? str_sub(english, 0, at - 1) : english;
}

struct str say(const struct tongue *t, struct str english)
{
    size_t from = 0, to = t ? t->count : 0;
    while (from < to) {
        size_t middle = from + (to - from) / 2;
        int order = str_compare(t->pairs[middle].english, english);
        if (order == 0) {
            return t->pairs[middle].other;
        }
        if (order < 0) {
            from = middle + 1;
        } else {
            to = middle;
        }
    }
    return shown(english);
}

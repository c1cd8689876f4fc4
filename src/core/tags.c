// SPDX-License-Identifier: MIT
#include "core/tags.h"

#include <string.h>

#include "base/utf8.h"

// Blocks of signs that are no part of a word; all else from U+00A0 on is.
static const uint32_t signs[][2] = {
    {0xa0, 0xa9},     {0xab, 0xb4},     {0xb6, 0xb9},     {0xbb, 0xbf},
    {0xd7, 0xd7},     {0xf7, 0xf7},     {0x37e, 0x37e},   {0x387, 0x387},
    {0x589, 0x58a},   {0x5be, 0x5be},   {0x5c0, 0x5c0},   {0x5c3, 0x5c3},
    {0x5f3, 0x5f4},   {0x609, 0x60d},   {0x61b, 0x61f},   {0x66a, 0x66d},
    {0x6d4, 0x6d4},   {0x964, 0x965},   {0xe4f, 0xe4f},   {0x104a, 0x104f},
    {0x2000, 0x200b}, {0x200e, 0x206f}, {0x20a0, 0x20cf}, {0x2190, 0x23ff},
    {0x3000, 0x3004}, {0x3008, 0x3020}, {0x3030, 0x3030}, {0x30fb, 0x30fb},
    {0xfe10, 0xfe1f}, {0xfe30, 0xfe6f}, {0xff01, 0xff0f}, {0xff1a, 0xff20},
    {0xff3b, 0xff40}, {0xff5b, 0xff65}, {0xfff0, 0xffff},
};

static bool is_digit(uint32_t c)
{
    return c >= '0' && c <= '9';
}

static bool is_word(uint32_t c)
{
    if (c < 0xa0) {
        return is_digit(c) || (c >= 'a' && c <= 'z') ||
               (c >= 'A' && c <= 'Z') || c == '_';
    }
    for (size_t i = 0; i < sizeof(signs) / sizeof(signs[0]); i++) {
        if (c >= signs[i][0] && c <= signs[i][1]) {
            return false;
        }
    }
    return c != UTF8_INVALID;
}

// Where the word that begins at at ends; a hyphen joins. said: it is more than
// a number.
static size_t word_end(struct str text, size_t at, bool *said)
{
    size_t start = at, end = at;
    *said = false;
    while (at < text.len) {
        uint32_t c = utf8_next(text, &at);
        if (is_word(c)) {
            *said = *said || !is_digit(c);
            end = at;
        } else if (c != '-' || end == start || end + 1 != at) {
            break;
        }
    }
    return end;
}

bool tags_next(struct str text, size_t *at, struct str *tag)
{
    for (;;) {
        size_t sign = str_find(text, '#', *at);
        if (sign >= text.len) {
            *at = text.len;
            return false;
        }
        size_t before = sign > 0 ? utf8_before(text, sign) : 0;
        uint32_t c = sign > 0 ? utf8_next(text, &before) : ' ';
        bool said = false;
        *at = word_end(text, sign + 1, &said);
        *at = *at > sign ? *at : sign + 1;
        if (said && c != '#' && !is_word(c)) {
            *tag = str_sub(text, sign + 1, *at);
            return true;
        }
    }
}

static bool has(const struct str *items, size_t count, struct str tag)
{
    for (size_t i = 0; i < count; i++) {
        if (str_equal(items[i], tag)) {
            return true;
        }
    }
    return false;
}

static bool says(struct str text, struct str wanted)
{
    struct str tag = STR_NONE;
    for (size_t at = 0; tags_next(text, &at, &tag);) {
        if (str_equal(tag, wanted)) {
            return true;
        }
    }
    return false;
}

struct tags tags_of(struct str text, struct str was, const struct tags *had,
                    struct arena *mem)
{
    enum { TAGS_MOST = 256 }; // an entry holds a few thousand fields
    size_t most = had->count;
    struct str tag = STR_NONE;
    for (size_t at = 0;
         tags_next(text, &at, &tag) && most < had->count + TAGS_MOST;) {
        most++;
    }
    struct str *items = ARENA_ARRAY(mem, struct str, most);
    size_t count = 0;
    for (size_t i = 0; i < had->count; i++) {
        if (!says(was, had->items[i])) {
            items[count++] = had->items[i];
        }
    }
    for (size_t at = 0; tags_next(text, &at, &tag) && count < most;) {
        if (!has(items, count, tag)) {
            items[count++] = tag;
        }
    }
    return (struct tags){items, count};
}

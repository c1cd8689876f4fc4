// SPDX-License-Identifier: MIT
#include "frame/phrase.h"

#include <string.h>

#include "base/number.h"
#include "base/utf8.h"

void phrase_put(struct phrase *p, struct str s)
{
    size_t room = PHRASE_BYTES - p->len;
    if (s.len > room) {
        size_t whole = 0;
        for (size_t at = 0; at <= room; utf8_next(s, &at)) {
            whole = at;
        }
        s.len = whole;
    }
    if (s.len > 0) {
        memcpy(p->at + p->len, s.at, s.len);
        p->len += s.len;
    }
}

// Of Latin, Greek and Cyrillic as far as languages of the screens begin words
// with them; of others there is none, or it is left as it is.
static uint32_t capital_of(uint32_t c)
{
    static const struct {
        uint32_t first, last, down;
    } small[] = {{'a', 'z', 32},     {0xe0, 0xf6, 32},   {0xf8, 0xfe, 32},
                 {0x3b1, 0x3c9, 32}, {0x430, 0x44f, 32}, {0x450, 0x45f, 80}};
    for (size_t i = 0; i < sizeof(small) / sizeof(small[0]); i++) {
        if (c >= small[i].first && c <= small[i].last) {
            return c - small[i].down;
        }
    }
    return c;
}

void phrase_capital(struct phrase *p)
{
    size_t at = 0;
    uint32_t c = p->len > 0 ? utf8_next(phrase_view(p), &at) : UTF8_INVALID;
    uint32_t capital = c == UTF8_INVALID ? c : capital_of(c);
    if (capital != c && at == 1) {
        p->at[0] = (char)capital;
    } else if (capital != c) { // as many bytes as before: two
        p->at[0] = (char)(0xc0 | capital >> 6);
        p->at[1] = (char)(0x80 | (capital & 0x3f));
    }
}

void phrase_number(struct phrase *p, int64_t n)
{
    char room[NUMBER_ROOM];
    phrase_put(p, number_text(n, room));
}

static void put_two(struct phrase *p, int64_t n)
{
    if (n < 10) {
        phrase_put(p, STR("0"));
    }
    phrase_number(p, n);
}

void phrase_clock(struct phrase *p, int64_t seconds)
{
    if (seconds >= 3600) {
        phrase_number(p, seconds / 3600);
        phrase_put(p, STR(":"));
        put_two(p, seconds / 60 % 60);
    } else {
        phrase_number(p, seconds / 60);
    }
    phrase_put(p, STR(":"));
    put_two(p, seconds % 60);
}

void phrase_seconds(struct phrase *p, int64_t ms)
{
    int64_t tenths = (ms + 50) / 100;
    phrase_number(p, tenths / 10);
    if (tenths % 10 != 0) {
        phrase_put(p, STR("."));
        phrase_number(p, tenths % 10);
    }
}

void phrase_fill(struct phrase *p, struct str pattern, const struct str *args,
                 size_t count)
{
    while (pattern.len > 0) {
        size_t place = 0;
        phrase_put(p, tongue_piece(&pattern, &place));
        if (place > 0 && place <= count) {
            phrase_put(p, args[place - 1]);
        }
    }
}

struct str phrase_view(const struct phrase *p)
{
    return (struct str){p->at, p->len};
}

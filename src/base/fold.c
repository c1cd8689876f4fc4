// SPDX-License-Identifier: MIT
// The tables hold, code point by code point, the letter that is left without
// its accent (Unicode's canonical and compatible decompositions, and the
// usual one for the few that have none: æ, ø, ł, ß); '.' where it stays.
#include "base/fold.h"

#include <assert.h>
#include <string.h>

#include "base/utf8.h"

enum { LATIN = 0xc0, LATIN_END = 0x250, MORE = 0x1e00, MORE_END = 0x1f00 };
static const char latin[] =
    "aaaaaaaceeeeiiiidnooooo.ouuuuytsaaaaaaaceeeeiiiidnooooo.ouuuuyty"
    "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkklllllll"
    "lllnnnnnn.nnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs"
    "..................f.............oo.............uu..............."
    "....dddlllnnnaaiioouuuuuuuuuu.aaaa....ggkkoooo..jdddgg..nnaa...."
    "aaaaeeeeiiiioooorrrruuuusstt..hh......aaeeooooooooyy............"
    "................";
static const char more[] =
    "aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmm"
    "mmmmnnnnnnnnoooooooopppprrrrrrrrssssssssssttttttttuuuuuuuuuuvvvv"
    "wwwwwwwwwwxxxxyyzzzzzzhtwyas..s.aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeee"
    "eeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy......";
static_assert(sizeof(latin) == LATIN_END - LATIN + 1, "a letter for each");
static_assert(sizeof(more) == MORE_END - MORE + 1, "a letter for each");

// Greek and Cyrillic letters whose place follows no rule.
static const struct {
    uint16_t from, to;
} single[] = {
    {0x386, 0x3b1}, {0x388, 0x3b5}, {0x389, 0x3b7}, {0x38a, 0x3b9},
    {0x38c, 0x3bf}, {0x38e, 0x3c5}, {0x38f, 0x3c9}, {0x390, 0x3b9},
    {0x3aa, 0x3b9}, {0x3ab, 0x3c5}, {0x3ac, 0x3b1}, {0x3ad, 0x3b5},
    {0x3ae, 0x3b7}, {0x3af, 0x3b9}, {0x3b0, 0x3c5}, {0x3c2, 0x3c3},
    {0x3ca, 0x3b9}, {0x3cb, 0x3c5}, {0x3cc, 0x3bf}, {0x3cd, 0x3c5},
    {0x3ce, 0x3c9}, {0x401, 0x435}, {0x407, 0x456}, {0x40e, 0x443},
    {0x419, 0x438}, {0x439, 0x438}, {0x451, 0x435}, {0x457, 0x456},
    {0x45e, 0x443},
};

static uint32_t fold_other(uint32_t c)
{
    for (size_t i = 0; i < sizeof(single) / sizeof(single[0]); i++) {
        if (single[i].from == c) {
            return single[i].to;
        }
    }
    if ((c >= 0x391 && c <= 0x3a9) || (c >= 0x410 && c <= 0x42f)) {
        return c + 32;
    }
    if (c >= 0x400 && c <= 0x40f) {
        return c + 80;
    }
    bool pairs = (c >= 0x460 && c <= 0x481) || (c >= 0x48a && c <= 0x4bf) ||
                 (c >= 0x4d0 && c <= 0x52f);
    return pairs ? c | 1 : c;
}

static uint32_t fold_letter(uint32_t c)
{
    char letter = '.';
    if (c >= LATIN && c < LATIN_END) {
        letter = latin[c - LATIN];
    } else if (c >= MORE && c < MORE_END) {
        letter = more[c - MORE];
    } else if (c >= 0x370 && c < 0x530) {
        return fold_other(c);
    }
    return letter == '.' ? c : (uint32_t)letter;
}

static bool is_accent(uint32_t c)
{
    return c >= 0x300 && c <= 0x36f;
}

static char fold_ascii(char c)
{
    if (c >= 'A' && c <= 'Z') {
        return (char)(c + ('a' - 'A'));
    }
    return c < ' ' ? ' ' : c;
}

// What is ASCII from at on, which most of most texts is; gives its end.
static size_t put_ascii(struct buf *out, struct str text, size_t at)
{
    size_t len = 0;
    buf_reserve(out, text.len - at);
    char *to = out->at + out->len;
    while (at + len < text.len && (unsigned char)text.at[at + len] < 0x80) {
        to[len] = fold_ascii(text.at[at + len]);
        len++;
    }
    out->len += len;
    return at + len;
}

void fold_put(struct buf *out, struct str text)
{
    for (size_t at = 0; at < text.len;) {
        at = put_ascii(out, text, at);
        if (at == text.len) {
            break;
        }
        uint32_t letter = utf8_next(text, &at);
        if (letter == UTF8_INVALID) {
            buf_put_char(out, ' ');
        } else if (!is_accent(letter)) {
            utf8_put(out, fold_letter(letter));
        }
    }
}

// How rarely a byte stands in a text, roughly: letters of English by their
// frequency; digits and what is not ASCII are rarer still.
static size_t rarity(char c)
{
    static const char common[] = " etaoinshrdlucmfwypvbgkqjxz";
    const char *at = memchr(common, c, sizeof(common) - 1);
    return at ? (size_t)(at - common) : sizeof(common);
}

size_t fold_find(struct str text, struct str part)
{
    size_t rare = 0;
    if (part.len == 0 || part.len > text.len) {
        return part.len == 0 ? 0 : text.len;
    }
    for (size_t i = 1; i < part.len; i++) {
        if (rarity(part.at[i]) > rarity(part.at[rare])) {
            rare = i;
        }
    }
    size_t last = text.len - part.len;
    for (size_t at = 0; at <= last; at++) {
        const char *hit =
            memchr(text.at + at + rare, part.at[rare], last - at + 1);
        if (!hit) {
            break;
        }
        at = (size_t)(hit - text.at) - rare;
        if (memcmp(text.at + at, part.at, part.len) == 0) {
            return at;
        }
    }
    return text.len;
}

// A character as fold_put would write it, in at most 4 bytes; how many.
static size_t fold_one(uint32_t c, char out[4])
{
    if (c == UTF8_INVALID) {
        out[0] = ' ';
        return 1;
    }
    if (is_accent(c)) {
        return 0;
    }
    uint32_t letter = c < 0x80 ? (uint32_t)fold_ascii((char)c) : fold_letter(c);
    size_t len = letter < 0x80      ? 1
                 : letter < 0x800   ? 2
                 : letter < 0x10000 ? 3
                                    : 4;
    static const unsigned char heads[] = {0, 0, 0xc0, 0xe0, 0xf0};
    for (size_t i = len; i > 1; i--) {
        out[i - 1] = (char)(0x80 | (letter & 0x3f));
        letter >>= 6;
    }
    out[0] = (char)(heads[len] | letter);
    return len;
}

// Whether part stands at *at, which then points behind it.
static bool stands_at(struct str text, struct str part, size_t *at)
{
    size_t next = *at;
    for (size_t done = 0; done < part.len;) {
        char one[4];
        if (next >= text.len) {
            return false;
        }
        size_t len = fold_one(utf8_next(text, &next), one);
        if (len > part.len - done || memcmp(one, part.at + done, len) != 0) {
            return false;
        }
        done += len;
    }
    *at = next;
    return true;
}

bool fold_spot(struct str text, struct str part, size_t *from, size_t *to)
{
    for (size_t at = 0; at < text.len && part.len > 0;) {
        *from = *to = at;
        if (stands_at(text, part, to)) {
            return true;
        }
        utf8_next(text, &at);
    }
    return false;
}

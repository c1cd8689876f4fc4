// SPDX-License-Identifier: MIT
// Signs that close and open: the classes CL, CP, EX, IS, NS, CJ and OP of
// LineBreak.txt, as far as people write them beside the scripts named here.
#include "base/breaks.h"

#include <stdbool.h>
#include <stdint.h>

#include "base/grapheme.h"
#include "base/utf8.h"

struct range {
    uint32_t first, last;
};

// A line may end on both sides of these.
static const struct range apart[] = {
    {0x2e80, 0xa4cf}, {0xf900, 0xfaff},   {0xfe30, 0xfe4f},
    {0xff00, 0xffef}, {0x1f300, 0x1faff}, {0x20000, 0x3ffff},
};

static const struct range closing[] = {
    {'!', '!'},       {'%', '%'},       {')', ')'},       {',', ','},
    {'.', '.'},       {':', ';'},       {'?', '?'},       {']', ']'},
    {'}', '}'},       {0xbb, 0xbb},     {0x2019, 0x2019}, {0x201d, 0x201d},
    {0x2025, 0x2026}, {0x203c, 0x203c}, {0x2047, 0x2049}, {0x3000, 0x3003},
    {0x3005, 0x3005}, {0x3009, 0x3009}, {0x300b, 0x300b}, {0x300d, 0x300d},
    {0x300f, 0x300f}, {0x3011, 0x3011}, {0x3015, 0x3015}, {0x3017, 0x3017},
    {0x3019, 0x3019}, {0x301b, 0x301c}, {0x301e, 0x301f}, {0x303b, 0x303b},
    {0x3041, 0x3041}, {0x3043, 0x3043}, {0x3045, 0x3045}, {0x3047, 0x3047},
    {0x3049, 0x3049}, {0x3063, 0x3063}, {0x3083, 0x3083}, {0x3085, 0x3085},
    {0x3087, 0x3087}, {0x308e, 0x308e}, {0x3095, 0x3096}, {0x309b, 0x309e},
    {0x30a0, 0x30a1}, {0x30a3, 0x30a3}, {0x30a5, 0x30a5}, {0x30a7, 0x30a7},
    {0x30a9, 0x30a9}, {0x30c3, 0x30c3}, {0x30e3, 0x30e3}, {0x30e5, 0x30e5},
    {0x30e7, 0x30e7}, {0x30ee, 0x30ee}, {0x30f5, 0x30f6}, {0x30fb, 0x30fe},
    {0x31f0, 0x31ff}, {0xff01, 0xff01}, {0xff05, 0xff05}, {0xff09, 0xff09},
    {0xff0c, 0xff0c}, {0xff0e, 0xff0e}, {0xff1a, 0xff1b}, {0xff1f, 0xff1f},
    {0xff3d, 0xff3d}, {0xff5d, 0xff5d}, {0xff60, 0xff61}, {0xff63, 0xff65},
};

static const struct range opening[] = {
    {'(', '('},       {'[', '['},       {'{', '{'},       {0xab, 0xab},
    {0x2018, 0x2018}, {0x201a, 0x201a}, {0x201c, 0x201c}, {0x201e, 0x201e},
    {0x3008, 0x3008}, {0x300a, 0x300a}, {0x300c, 0x300c}, {0x300e, 0x300e},
    {0x3010, 0x3010}, {0x3014, 0x3014}, {0x3016, 0x3016}, {0x3018, 0x3018},
    {0x301a, 0x301a}, {0x301d, 0x301d}, {0xff08, 0xff08}, {0xff3b, 0xff3b},
    {0xff5b, 0xff5b}, {0xff5f, 0xff5f}, {0xff62, 0xff62},
};

#define WITHIN(table, c) within(table, sizeof(table) / sizeof((table)[0]), c)

static bool within(const struct range *ranges, size_t count, uint32_t c)
{
    size_t i = 0;
    while (i < count && c > ranges[i].last) {
        i++;
    }
    return i < count && c >= ranges[i].first;
}

static bool thai_or_lao(uint32_t c)
{
    return (c >= 0x0e01 && c <= 0x0e4f) || (c >= 0x0e81 && c <= 0x0edf);
}

// Lao lies as Thai does, a table of 128 further on.
static bool syllable_between(uint32_t before, uint32_t after)
{
    uint32_t last = before & 0x7f, first = after & 0x7f;
    bool leads = first >= 0x40 && first <= 0x44;
    bool ends = last == 0x30 || last == 0x33 || last == 0x46; // a, am, again
    bool goes_on = first == 0x2f || first == 0x30 || first == 0x32 ||
                   first == 0x45 || first == 0x46;
    return thai_or_lao(before) && thai_or_lao(after) && (leads || ends) &&
           !goes_on;
}

static bool is_letter(uint32_t c)
{
    return (c | 32) - 'a' < 26 || (c >= 0xc0 && c < 0x2000);
}

// The characters around the place; earlier is that before before.
static bool may_end(uint32_t earlier, uint32_t before, uint32_t after)
{
    if (WITHIN(closing, after) || WITHIN(opening, before)) {
        return false;
    }
    bool hyphen = before == '-' && is_letter(earlier) && is_letter(after);
    return hyphen || WITHIN(apart, before) || WITHIN(apart, after) ||
           syllable_between(before, after);
}

static uint32_t at_of(struct str s, size_t at)
{
    return utf8_next(s, &at);
}

size_t breaks_next(struct str s, size_t at, size_t most)
{
    size_t limit = at + most;
    uint32_t earlier = 0, before = 0;
    while (at < s.len && at < limit) {
        size_t next = grapheme_next(s, at);
        earlier = before;
        // A mark does not change what its letter is; Thai's am is none.
        before = at_of(s, at);
        uint32_t last = at_of(s, utf8_before(s, next));
        before = last == 0x0e33 || last == 0x0eb3 ? last : before;
        at = next;
        uint32_t after = at < s.len ? at_of(s, at) : 0;
        if (after == ' ' || after == '\t' || after == '\n' ||
            may_end(earlier, before, after)) {
            break;
        }
    }
    return at;
}

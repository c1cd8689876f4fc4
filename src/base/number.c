// SPDX-License-Identifier: MIT
#include "base/number.h"

#define LARGEST INT64_C(1000000000000)

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

bool number_whole(struct str s, int64_t min, int64_t max, int64_t *out)
{
    bool negative = s.len > 0 && s.at[0] == '-';
    if (negative) {
        s = str_sub(s, 1, s.len);
    }
    int64_t value = 0;
    for (size_t i = 0; i < s.len; i++) {
        int digit = s.at[i] - '0';
        if (!is_digit(s.at[i]) || value > (INT64_MAX - digit) / 10) {
            return false;
        }
        value = value * 10 + digit;
    }
    value = negative ? -value : value;
    if (s.len == 0 || value < min || value > max) {
        return false;
    }
    *out = value;
    return true;
}

// Reads the decimal at the start of *s into units of 1/scale (a power of ten);
// false when there is none or it is too large. *finer: digits were left over
// that are not zero. *s continues behind it.
static bool decimal_cut(struct str *s, int64_t scale, int64_t *out, bool *finer)
{
    size_t i = 0;
    int64_t value = 0;
    while (i < s->len && is_digit(s->at[i])) {
        value = value * 10 + (s->at[i++] - '0');
        if (value > LARGEST) {
            return false;
        }
    }
    if (i == 0) {
        return false;
    }
    value *= scale;
    *finer = false;
    if (i < s->len && s->at[i] == '.') {
        size_t first = ++i;
        for (; i < s->len && is_digit(s->at[i]); i++) {
            scale /= 10;
            *finer = *finer || (scale == 0 && s->at[i] != '0');
            value += scale * (s->at[i] - '0');
        }
        if (i == first) {
            return false;
        }
    }
    *out = value;
    *s = str_sub(*s, i, s->len);
    return true;
}

bool number_thousandths(struct str s, int64_t *out)
{
    int64_t value = 0;
    bool finer = false;
    if (!decimal_cut(&s, 1000, &value, &finer) || finer || s.len > 0 ||
        value > LARGEST) {
        return false;
    }
    *out = value;
    return true;
}

enum duration_fault number_duration(struct str s, int64_t *out_ms)
{
    static const struct {
        char unit;
        int64_t ms;
    } units[] = {{'h', 3600000}, {'m', 60000}, {'s', 1000}};
    size_t next_unit = 0;
    int64_t total = 0;
    bool too_fine = false;
    if (s.len == 0) {
        return DURATION_MALFORMED;
    }
    while (s.len > 0) {
        int64_t micro = 0; // millionths of the unit
        bool finer = false;
        if (!decimal_cut(&s, 1000000, &micro, &finer)) {
            return DURATION_MALFORMED;
        }
        if (s.len == 0) {
            return next_unit == 0 ? DURATION_BARE : DURATION_MALFORMED;
        }
        while (next_unit < 3 && units[next_unit].unit != s.at[0]) {
            next_unit++;
        }
        if (next_unit == 3) {
            return DURATION_MALFORMED;
        }
        if (micro / 1000000 > LARGEST / units[next_unit].ms) {
            return DURATION_TOO_LONG;
        }
        int64_t whole = micro / 1000000 * units[next_unit].ms;
        int64_t part = micro % 1000000 * units[next_unit].ms;
        too_fine = too_fine || finer || part % 1000000 != 0;
        total += whole + part / 1000000;
        s = str_sub(s, 1, s.len);
        next_unit++;
    }
    if (total > LARGEST) {
        return DURATION_TOO_LONG;
    }
    if (too_fine || total % 100 != 0) {
        return DURATION_TOO_FINE;
    }
    *out_ms = total;
    return DURATION_OK;
}

struct str number_text(int64_t n, char room[NUMBER_ROOM])
{
    size_t at = NUMBER_ROOM;
    uint64_t rest = n < 0 ? 0 - (uint64_t)n : (uint64_t)n;
    do {
        room[--at] = (char)('0' + rest % 10);
        rest /= 10;
    } while (rest > 0);
    if (n < 0) {
        room[--at] = '-';
    }
    return (struct str){room + at, NUMBER_ROOM - at};
}

// SPDX-License-Identifier: MIT
// Day numbers by the era arithmetic of Howard Hinnant's "chrono-Compatible
// Low-Level Date Algorithms": exact over the whole range, no tables.
#include "core/day.h"

enum { EPOCH_SHIFT = 719468, ERA_DAYS = 146097 }; // 0000-03-01, 400 years

struct day day_from_date(struct date d)
{
    int year = d.month <= 2 ? d.year - 1 : d.year;
    int era = (year >= 0 ? year : year - 399) / 400;
    int of_era = year - era * 400;
    int of_year =
        (153 * (d.month + (d.month > 2 ? -3 : 9)) + 2) / 5 + d.day - 1;
    int day = of_era * 365 + of_era / 4 - of_era / 100 + of_year;
    return (struct day){era * ERA_DAYS + day - EPOCH_SHIFT};
}

struct date day_date(struct day d)
{
    int z = d.number + EPOCH_SHIFT;
    int era = (z >= 0 ? z : z - (ERA_DAYS - 1)) / ERA_DAYS;
    int day = z - era * ERA_DAYS;
    int year = (day - day / 1460 + day / 36524 - day / (ERA_DAYS - 1)) / 365;
    int of_year = day - (365 * year + year / 4 - year / 100);
    int month = (5 * of_year + 2) / 153;
    struct date out = {.day = of_year - (153 * month + 2) / 5 + 1,
                       .month = month < 10 ? month + 3 : month - 9};
    out.year = year + era * 400 + (out.month <= 2);
    return out;
}

int day_weekday(struct day d)
{
    int w = (d.number + 3) % 7; // 1970-01-01 was a Thursday
    return w < 0 ? w + 7 : w;
}

int month_length(int year, int month)
{
    struct date first = {year, month, 1};
    struct date next = {month == 12 ? year + 1 : year,
                        month == 12 ? 1 : month + 1, 1};
    return day_from_date(next).number - day_from_date(first).number;
}

// Cuts exactly count digits, at most eight, off *s.
static bool digits_cut(struct str *s, size_t count, int max, int *out)
{
    int value = 0;
    for (size_t i = 0; i < count; i++) {
        if (i == s->len || s->at[i] < '0' || s->at[i] > '9') {
            return false;
        }
        value = value * 10 + (s->at[i] - '0');
    }
    if (value > max) {
        return false;
    }
    *s = str_sub(*s, count, s->len);
    *out = value;
    return true;
}

static bool char_cut(struct str *s, char c)
{
    if (s->len == 0 || s->at[0] != c) {
        return false;
    }
    *s = str_sub(*s, 1, s->len);
    return true;
}

static int two_digits(const char *at)
{
    return (at[0] - '0') * 10 + (at[1] - '0');
}

// In one go and without branches, since a long journal is opened by its dates.
static bool date_cut(struct str *s, struct day *out)
{
    static const char form[] = "0000-00-00";
    static const unsigned char above[] = {9, 9, 9, 9, 0, 9, 9, 0, 9, 9};
    enum { LENGTH = sizeof(above) };
    if (s->len < LENGTH) {
        return false;
    }
    bool well = true;
    for (size_t i = 0; i < LENGTH; i++) {
        well &= (unsigned char)(s->at[i] - form[i]) <= above[i];
    }
    if (!well) {
        return false;
    }
    struct date d = {.year = two_digits(s->at) * 100 + two_digits(s->at + 2),
                     .month = two_digits(s->at + 5),
                     .day = two_digits(s->at + 8)};
    *s = str_sub(*s, LENGTH, s->len);
    well = d.year > 0 && d.month > 0 && d.month <= 12 && d.day > 0 &&
           (d.day <= 28 || d.day <= month_length(d.year, d.month));
    if (well) {
        *out = day_from_date(d);
    }
    return well;
}

bool day_parse(struct str s, struct day *out)
{
    struct day d = {0};
    if (!date_cut(&s, &d) || s.len > 0) {
        return false;
    }
    *out = d;
    return true;
}

// "+0200", "+02:00" or "Z".
static bool offset_read(struct str s, int32_t *out_min)
{
    if (str_equal(s, STR("Z"))) {
        *out_min = 0;
        return true;
    }
    int sign = s.len > 0 && s.at[0] == '-' ? -1 : 1;
    int hours = 0, minutes = 0;
    if (!char_cut(&s, '+') && !char_cut(&s, '-')) {
        return false;
    }
    if (!digits_cut(&s, 2, 14, &hours)) {
        return false;
    }
    char_cut(&s, ':');
    if (!digits_cut(&s, 2, 59, &minutes) || s.len > 0) {
        return false;
    }
    *out_min = sign * (hours * 60 + minutes);
    return true;
}

bool wall_parse(struct str s, struct wall *out, bool *has_offset)
{
    struct wall w = {0};
    int hour = 0, minute = 0, second = 0;
    if (!date_cut(&s, &w.day) || (!char_cut(&s, 'T') && !char_cut(&s, ' ')) ||
        !digits_cut(&s, 2, 23, &hour) || !char_cut(&s, ':') ||
        !digits_cut(&s, 2, 59, &minute)) {
        return false;
    }
    if (char_cut(&s, ':') && !digits_cut(&s, 2, 59, &second)) {
        return false;
    }
    s = str_trim(s);
    *has_offset = s.len > 0;
    if (*has_offset && !offset_read(s, &w.offset_min)) {
        return false;
    }
    w.second = hour * 3600 + minute * 60 + second;
    *out = w;
    return true;
}

void day_print(struct day d, struct buf *out)
{
    struct date date = day_date(d);
    buf_printf(out, "%04d-%02d-%02d", date.year, date.month, date.day);
}

void wall_print(const struct wall *w, struct buf *out)
{
    int offset = w->offset_min < 0 ? -w->offset_min : w->offset_min;
    day_print(w->day, out);
    buf_printf(out, " %02d:%02d:%02d %c%02d%02d", w->second / 3600,
               w->second / 60 % 60, w->second % 60,
               w->offset_min < 0 ? '-' : '+', offset / 60, offset % 60);
}

struct str wall_text(const struct wall *w, struct arena *mem)
{
    struct buf text = {0};
    wall_print(w, &text);
    struct str kept = arena_copy(mem, buf_view(&text));
    buf_finish(&text);
    return kept;
}

int64_t wall_utc(const struct wall *w)
{
    return (int64_t)w->day.number * 86400 + w->second -
           (int64_t)w->offset_min * 60;
}

struct str wall_id(const struct wall *w, uint32_t random, struct arena *mem)
{
    const int64_t last = INT64_C(253402300799); // of the year 9999
    int64_t utc = wall_utc(w);
    utc = utc < last ? utc : last; // an Id has four digits for it
    int64_t number = utc / 86400 - (utc % 86400 < 0);
    struct date d = day_date((struct day){(int32_t)number});
    int second = (int)(utc - number * 86400);
    return arena_printf(mem, "%04d%02d%02dT%02d%02d%02dZ-%08lx", d.year,
                        d.month, d.day, second / 3600, second / 60 % 60,
                        second % 60, (unsigned long)random);
}

// The value of the lower case hexadecimal digits that a text begins with, of
// eight at the most.
static uint32_t hex_value(struct str s)
{
    uint32_t value = 0;
    for (size_t i = 0; i < s.len && i < 8; i++) {
        char c = s.at[i];
        bool digit = c >= '0' && c <= '9';
        if (!digit && (c < 'a' || c > 'f')) {
            break;
        }
        value = value << 4 | (uint32_t)(digit ? c - '0' : c - 'a' + 10);
    }
    return value;
}

struct str wall_id_behind(const struct wall *w, uint32_t random,
                          struct str file, struct arena *mem)
{
    enum { STEP_MOST = 1 << 20 }; // room for thousands in a second
    struct str id = wall_id(w, random, mem);
    struct str moment = str_sub(id, 0, STR("20260301T070211Z-").len);
    uint32_t last = 0;
    while (file.len > 0) {
        struct str line = str_cut(&file, '\n');
        struct str value = str_sub(line, STR("Id: ").len, line.len);
        if (str_starts(line, STR("Id: ")) && str_starts(value, moment)) {
            last = hex_value(str_sub(value, moment.len, value.len));
        }
    }
    if (random > last || last > UINT32_MAX - STEP_MOST) {
        return id;
    }
    return wall_id(w, last + 1 + random % STEP_MOST, mem);
}

bool wall_id_valid(struct str id)
{
    static const char shape[] = "dddddddd"
                                "T"
                                "dddddd"
                                "Z-"
                                "xxxxxxxx";
    if (id.len != sizeof(shape) - 1) {
        return false;
    }
    for (size_t i = 0; i < id.len; i++) {
        char c = id.at[i];
        bool digit = c >= '0' && c <= '9';
        bool hex = digit || (c >= 'a' && c <= 'f');
        bool well = shape[i] == 'd'   ? digit
                    : shape[i] == 'x' ? hex
                                      : c == shape[i];
        if (!well) {
            return false;
        }
    }
    return true;
}

// SPDX-License-Identifier: MIT
#include "core/plan.h"

#include <assert.h>

#include "base/number.h"
#include "base/tongue.h"

static const char *const kind_words[] = {
    [DAY_NONE] = WORD("none"),
    [DAY_DOSE] = WORD("dose"),
    [DAY_TRANSITION] = WORD("transition"),
    [DAY_NORMAL] = WORD("normal"),
    [DAY_BREAK] = WORD("break"),
};
static_assert(sizeof(kind_words) / sizeof(kind_words[0]) == DAY_KIND_COUNT,
              "a word for every kind of day");

static const char *const mark_words[] = {
    [MARK_NONE] = "",           [MARK_TAKEN] = "taken",
    [MARK_SKIPPED] = "skipped", [MARK_EXTRA] = "extra",
    [MARK_VOID] = "void",       [MARK_PAUSE] = "pause",
    [MARK_RESUME] = "resume",   [MARK_STOP] = "stop",
};
static_assert(sizeof(mark_words) / sizeof(mark_words[0]) == MARK_WHAT_COUNT,
              "a word for every mark");

static const char *const shift_words[] = {
    [SHIFT_FIXED] = "fixed",
    [SHIFT_FROM_DOSE] = "from_dose",
};
static_assert(sizeof(shift_words) / sizeof(shift_words[0]) == SHIFT_COUNT,
              "a word for every shift");

static const char *const weekday_words[7] = {"mon", "tue", "wed", "thu",
                                             "fri", "sat", "sun"};

void plan_init(struct plan *p)
{
    *p = (struct plan){.day_start_min = PLAN_DAY_START_MIN};
}

struct str plan_name(const struct plan *p)
{
    return p->label.len > 0 ? p->label : p->id;
}

// The index of word in words from first on; -1 when it is none of them.
static int word_index(struct str word, const char *const *words, int first,
                      int count)
{
    for (int i = first; i < count; i++) {
        if (str_equal(word, str_from(words[i]))) {
            return i;
        }
    }
    return -1;
}

struct str day_kind_word(enum day_kind k)
{
    assert(k < DAY_KIND_COUNT);
    return str_from(kind_words[k]);
}

bool day_kind_from_word(struct str word, enum day_kind *out)
{
    int index = word_index(word, kind_words, 0, DAY_KIND_COUNT);
    if (index >= 0) {
        *out = (enum day_kind)index;
    }
    return index >= 0;
}

struct str mark_word(enum mark_what w)
{
    assert(w < MARK_WHAT_COUNT);
    return str_from(mark_words[w]);
}

bool mark_from_word(struct str word, enum mark_what *out)
{
    int index = word_index(word, mark_words, MARK_TAKEN, MARK_WHAT_COUNT);
    if (index >= 0) {
        *out = (enum mark_what)index;
    }
    return index >= 0;
}

struct str shift_word(enum plan_shift s)
{
    assert(s < SHIFT_COUNT);
    return str_from(shift_words[s]);
}

bool shift_from_word(struct str word, enum plan_shift *out)
{
    int index = word_index(word, shift_words, 0, SHIFT_COUNT);
    if (index >= 0) {
        *out = (enum plan_shift)index;
    }
    return index >= 0;
}

static struct str weekday_word(int weekday)
{
    assert(weekday >= 0 && weekday < 7);
    return str_from(weekday_words[weekday]);
}

bool day_start_parse(struct str s, int *out_min)
{
    int64_t hour = 0, minute = 0;
    bool well = s.len == 5 && s.at[2] == ':' &&
                number_whole(str_sub(s, 0, 2), 0, 23, &hour) &&
                number_whole(str_sub(s, 3, 5), 0, 59, &minute);
    if (well) {
        *out_min = (int)(hour * 60 + minute);
    }
    return well;
}

static bool is_gap(char c)
{
    return c == ' ' || c == '\t' || c == '\n';
}

// The next word off *s; false when there is none left.
static bool word_cut(struct str *s, struct str *word)
{
    size_t from = 0;
    while (from < s->len && is_gap(s->at[from])) {
        from++;
    }
    size_t to = from;
    while (to < s->len && !is_gap(s->at[to])) {
        to++;
    }
    *word = str_sub(*s, from, to);
    *s = str_sub(*s, to, s->len);
    return word->len > 0;
}

bool plan_pattern_parse(struct str s, struct arena *mem, struct plan *out,
                        struct str *fault)
{
    struct str word = STR_NONE, rest = s;
    int count = 0;
    while (word_cut(&rest, &word)) {
        count++;
    }
    rest = s;
    word_cut(&rest, &word);
    *fault = word;
    if (count == 0) {
        return false;
    }
    bool weekdays = str_equal(word, STR("weekdays"));
    if (count == 1 && (weekdays || str_equal(word, STR("none")))) {
        out->rule = weekdays ? RULE_WEEKDAYS : RULE_NONE;
        return true;
    }
    enum day_kind *kinds = ARENA_ARRAY(mem, enum day_kind, (size_t)count);
    rest = s;
    for (int i = 0; i < count; i++) {
        word_cut(&rest, &word);
        if (!day_kind_from_word(word, &kinds[i]) || kinds[i] == DAY_NONE) {
            *fault = word;
            return false;
        }
    }
    out->rule = RULE_PATTERN;
    out->pattern = kinds;
    out->length = count;
    return true;
}

bool plan_weekdays_parse(struct str s, struct plan *out, struct str *fault)
{
    bool days[7] = {false};
    struct str word = STR_NONE;
    int count = 0;
    while (word_cut(&s, &word)) {
        int index = word_index(word, weekday_words, 0, 7);
        if (index < 0) {
            *fault = word;
            return false;
        }
        days[index] = true;
        count++;
    }
    *fault = STR_NONE;
    for (int i = 0; i < 7 && count > 0; i++) {
        out->weekdays[i] = days[i];
    }
    return count > 0;
}

void plan_pattern_print(const struct plan *p, struct buf *out)
{
    switch (p->rule) {
    case RULE_WEEKDAYS:
        buf_put(out, STR("weekdays"));
        return;
    case RULE_NONE:
    case RULE_COUNT:
        buf_put(out, STR("none"));
        return;
    case RULE_PATTERN:
        break;
    }
    for (int i = 0; i < p->length; i++) {
        buf_put(out, i > 0 ? STR(" ") : STR(""));
        buf_put(out, day_kind_word(p->pattern[i]));
    }
}

void plan_weekdays_print(const struct plan *p, struct buf *out)
{
    bool first = true;
    for (int i = 0; i < 7; i++) {
        if (p->weekdays[i]) {
            buf_put(out, first ? STR("") : STR(" "));
            buf_put(out, weekday_word(i));
            first = false;
        }
    }
}

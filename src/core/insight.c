// SPDX-License-Identifier: MIT
// Moods and ratings are small whole numbers, so a group counts how often each
// came; order statistics are read off the counts, and nothing is sorted but
// the groups themselves.
#include "core/insight.h"

#include <stdlib.h>

#include "base/buf.h"
#include "base/set.h"
#include "base/tongue.h"

enum { TALLY_LEAST = -ENTRY_RATING_MOST, TALLY_VALUES = 21 };

struct tally {
    size_t n;
    size_t of[TALLY_VALUES]; // from TALLY_LEAST on
};

static void tally_add(struct tally *t, int value)
{
    t->n++;
    t->of[value - TALLY_LEAST]++;
}

// The value at a place of all values in order.
static int tally_at(const struct tally *t, size_t place)
{
    int at = 0;
    for (size_t seen = t->of[0]; seen <= place && at < TALLY_VALUES - 1;) {
        seen += t->of[++at];
    }
    return TALLY_LEAST + at;
}

// k quarters of the way through the values, in quarters of one.
static int tally_quarter(const struct tally *t, size_t k)
{
    size_t place = (t->n - 1) * k / 4, rest = (t->n - 1) * k % 4;
    int low = tally_at(t, place);
    int high = rest > 0 ? tally_at(t, place + 1) : low;
    return 4 * low + (int)rest * (high - low);
}

static struct spread tally_spread(const struct tally *t)
{
    struct spread s = {.n = t->n};
    if (t->n > 0) {
        s.q1 = tally_quarter(t, 1);
        s.median = tally_quarter(t, 2);
        s.q3 = tally_quarter(t, 3);
    }
    return s;
}

// Whether each entry is the last word on what it says.
static bool *last_words(const struct places *list, struct arena *mem)
{
    size_t *root = ARENA_ARRAY(mem, size_t, list->count + 1);
    size_t *last = ARENA_ARRAY(mem, size_t, list->count + 1);
    for (size_t i = 0; i < list->count; i++) {
        root[i] = last[i] = i;
    }
    for (size_t i = 0; i < list->count; i++) {
        struct str id = list->items[i].amends;
        size_t of = id.len > 0 ? places_find(list, id) : i;
        if (of != i && of < list->count) {
            root[i] = root[of];
            last[root[i]] = i;
        }
    }
    bool *counts = ARENA_ARRAY(mem, bool, list->count + 1);
    for (size_t i = 0; i < list->count; i++) {
        counts[last[root[i]]] = true;
    }
    return counts;
}

// What is counted by name. Names live in mem, and all else with the set's.
struct gathered {
    struct arena *mem;
    struct set names;
    struct group {
        size_t n;
        struct tally before, after, change;
        int64_t seconds;
    } * groups;
    size_t cap;
};

static struct group *group_of(struct gathered *g, struct str name)
{
    struct set_item *there = set_find(&g->names, name);
    if (there) {
        return &g->groups[there->number];
    }
    set_add(&g->names, arena_copy(g->mem, name));
    if (g->names.count > g->cap) {
        size_t cap = g->cap * 2 + 8;
        struct group *more = ARENA_ARRAY(g->names.mem, struct group, cap);
        for (size_t i = 0; i < g->cap; i++) {
            more[i] = g->groups[i];
        }
        g->groups = more;
        g->cap = cap;
    }
    return &g->groups[g->names.count - 1];
}

static struct str name_of(const struct entry *e, enum insight_by by,
                          struct buf *month)
{
    switch (by) {
    case INSIGHT_DAY:
        return day_kind_word(e->kind);
    case INSIGHT_PRACTICE:
        return e->session.len > 0 ? e->session : STR("check-in");
    case INSIGHT_MONTH:
    case INSIGHT_BY_COUNT:
        break;
    }
    buf_clear(month);
    day_print(e->day_date, month);
    return str_sub(buf_view(month), 0, STR("2026-03").len);
}

static void add_to_group(struct group *g, const struct entry *e)
{
    g->n++;
    g->seconds += e->done_s > 0 ? e->done_s : 0;
    if (e->mood_before > 0) {
        tally_add(&g->before, e->mood_before);
    }
    if (e->mood_after > 0) {
        tally_add(&g->after, e->mood_after);
    }
    if (e->mood_before > 0 && e->mood_after > 0) {
        tally_add(&g->change, e->mood_after - e->mood_before);
    }
}

static int by_kind(const void *a, const void *b)
{
    const struct insight_group *x = a, *y = b;
    enum day_kind kinds[2] = {DAY_NONE, DAY_NONE};
    day_kind_from_word(x->name, &kinds[0]);
    day_kind_from_word(y->name, &kinds[1]);
    // Days without a kind come last.
    int places[2];
    for (int i = 0; i < 2; i++) {
        places[i] = kinds[i] == DAY_NONE ? DAY_KIND_COUNT : (int)kinds[i];
    }
    return places[0] - places[1];
}

static int by_number(const void *a, const void *b)
{
    const struct insight_group *x = a, *y = b;
    if (x->n != y->n) {
        return x->n < y->n ? 1 : -1;
    }
    return str_compare(x->name, y->name);
}

static int by_name(const void *a, const void *b)
{
    const struct insight_group *x = a, *y = b;
    return str_compare(x->name, y->name);
}

static struct insight_groups make_groups(const struct gathered *g,
                                         enum insight_by by, struct arena *mem)
{
    static int (*const orders[])(const void *, const void *) = {
        [INSIGHT_DAY] = by_kind,
        [INSIGHT_PRACTICE] = by_number,
        [INSIGHT_MONTH] = by_name};
    size_t made = g->names.count;
    struct insight_group *items =
        ARENA_ARRAY(mem, struct insight_group, made + 1);
    for (size_t i = 0; i < g->names.cap; i++) {
        const struct set_item *it = &g->names.items[i];
        if (it->text.at) {
            const struct group *from = &g->groups[it->number];
            items[it->number] =
                (struct insight_group){.name = it->text,
                                       .n = from->n,
                                       .before = tally_spread(&from->before),
                                       .after = tally_spread(&from->after),
                                       .change = tally_spread(&from->change),
                                       .seconds = from->seconds};
        }
    }
    qsort(items, made, sizeof(*items), orders[by]);
    return (struct insight_groups){items, made};
}

static int by_given(const void *a, const void *b)
{
    const struct insight_rating *x = a, *y = b;
    if (x->spread.n != y->spread.n) {
        return x->spread.n < y->spread.n ? 1 : -1;
    }
    return str_compare(x->name, y->name);
}

static void add_ratings(struct gathered *g, const struct entry *e)
{
    for (size_t k = 0; k < e->rating_count; k++) {
        const struct rating *r = &e->ratings[k];
        if (r->value >= 0 && r->value <= ENTRY_RATING_MOST) {
            tally_add(&group_of(g, r->name)->after, r->value);
        }
    }
}

static void make_ratings(struct insight *out, const struct gathered *g,
                         struct arena *mem)
{
    struct insight_rating *items =
        ARENA_ARRAY(mem, struct insight_rating, g->names.count + 1);
    for (size_t i = 0; i < g->names.cap; i++) {
        const struct set_item *it = &g->names.items[i];
        if (it->text.at) {
            items[it->number] = (struct insight_rating){
                it->text, tally_spread(&g->groups[it->number].after)};
        }
    }
    qsort(items, g->names.count, sizeof(*items), by_given);
    out->ratings = items;
    out->rating_count = g->names.count;
}

static int mood_of(const struct entry *e)
{
    return e->mood_after > 0 ? e->mood_after : e->mood_before;
}

struct mood {
    int32_t day;
    int value;
};

// One day a span while they suffice, else whole weeks.
static void make_spans(struct insight *out, const struct mood *from,
                       size_t count, struct day today)
{
    struct tally moods[INSIGHT_SPANS] = {0};
    int32_t first = today.number;
    for (size_t i = 0; i < count; i++) {
        first = from[i].day < first ? from[i].day : first;
    }
    int days = today.number - first + 1;
    int weeks = (days + INSIGHT_SPANS * 7 - 1) / (INSIGHT_SPANS * 7);
    out->span_days = days <= INSIGHT_SPANS ? 1 : 7 * weeks;
    out->span_count = (days + out->span_days - 1) / out->span_days;
    for (size_t i = 0; i < count; i++) {
        int back = today.number - from[i].day;
        if (back >= 0) {
            tally_add(&moods[out->span_count - 1 - back / out->span_days],
                      from[i].value);
        }
    }
    for (int i = 0; i < out->span_count; i++) {
        int32_t back = (int32_t)((out->span_count - i) * out->span_days - 1);
        out->spans[i] = (struct insight_span){{today.number - back},
                                              tally_spread(&moods[i])};
    }
}

static void count_guess(struct insight *out, const struct entry *e)
{
    for (size_t i = 0; i < e->other_count; i++) {
        enum day_kind guess = DAY_NONE;
        struct str word = str_trim(e->others[i].value);
        if (e->kind == DAY_NONE ||
            !str_equal(e->others[i].name, STR(INSIGHT_GUESS))) {
            continue;
        }
        if (str_equal(word, STR(INSIGHT_GUESS_NOT))) {
            out->guesses++;
            out->guesses_right += e->kind != DAY_DOSE;
        } else if (day_kind_from_word(word, &guess)) {
            out->guesses++;
            out->guesses_right += guess == e->kind;
        }
    }
}

// All that is gathered while the entries pass by.
struct gathering {
    struct insight *out;
    struct day today;
    struct gathered by[INSIGHT_BY_COUNT], ratings;
    struct mood *moods;
    size_t mood_count;
    struct buf month;
};

static void take_entry(struct gathering *g, const struct entry *e)
{
    struct insight *out = g->out;
    out->n++;
    if (e->mood_before > 0 && e->mood_after > 0) {
        out->pairs[e->mood_before - 1][e->mood_after - 1]++;
    }
    if (mood_of(e) > 0) {
        g->moods[g->mood_count++] =
            (struct mood){e->day_date.number, mood_of(e)};
    }
    int32_t place = e->day_date.number - out->week_first.number;
    if (place >= 0 && e->day_date.number <= g->today.number && e->done_s > 0) {
        out->week_s[place] += e->done_s;
    }
    count_guess(out, e);
    add_ratings(&g->ratings, e);
    for (int by = 0; by < INSIGHT_BY_COUNT; by++) {
        struct str name = name_of(e, (enum insight_by)by, &g->month);
        add_to_group(group_of(&g->by[by], name), e);
    }
}

void insight_make(struct insight *out, const struct places *list,
                  struct day today, struct arena *mem)
{
    struct arena own = {0};
    struct gathered none = {.mem = mem, .names = {.mem = &own}};
    struct gathering g = {.out = out,
                          .today = today,
                          .by = {none, none, none},
                          .ratings = none,
                          .moods =
                              ARENA_ARRAY(&own, struct mood, list->count + 1)};
    struct entry_reader r = {.list = list};
    struct entry e;
    const bool *counts = last_words(list, &own);
    *out = (struct insight){.week_first.number = today.number -
                                                 day_weekday(today) -
                                                 7 * (INSIGHT_WEEKS - 1)};
    while (entry_next(&r, &e)) {
        if (counts[r.next - 1] && e.who.len == 0) {
            take_entry(&g, &e);
        }
    }
    for (int by = 0; by < INSIGHT_BY_COUNT; by++) {
        out->by[by] = make_groups(&g.by[by], (enum insight_by)by, mem);
    }
    make_ratings(out, &g.ratings, mem);
    make_spans(out, g.moods, g.mood_count, today);
    buf_finish(&g.month);
    entry_reader_finish(&r);
    arena_finish(&own);
}

void insight_moved(const struct insight *in, int *up, int *same, int *down)
{
    *up = *same = *down = 0;
    for (int b = 0; b < ENTRY_MOOD_MOST; b++) {
        for (int a = 0; a < ENTRY_MOOD_MOST; a++) {
            *(a > b ? up : a < b ? down : same) += in->pairs[b][a];
        }
    }
}

struct str quarters_text(int quarters, bool signs, char room[QUARTERS_ROOM])
{
    static const char *const rests[] = {"", ".25", ".5", ".75"};
    int whole = quarters < 0 ? -quarters : quarters;
    size_t len = 0;
    if (quarters < 0 || (signs && quarters > 0)) {
        room[len++] = quarters < 0 ? '-' : '+';
    }
    if (whole >= 40) {
        room[len++] = (char)('0' + whole / 40 % 10);
    }
    room[len++] = (char)('0' + whole / 4 % 10);
    for (const char *rest = rests[whole % 4]; *rest; rest++) {
        room[len++] = *rest;
    }
    return (struct str){room, len};
}

struct str insight_expectancy(void)
{
    return STR(
        WORD("What we expect colours what we feel: in a study where people "
             "did not know which day was which, placebo did as well "
             "(Szigeti and others 2021, eLife 10:e62878)."));
}

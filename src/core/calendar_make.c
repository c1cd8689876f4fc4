// SPDX-License-Identifier: MIT
// Builds the calendar's tables: everything is sorted by day once, the last
// word of each day is picked out, and pauses become runs of days with a
// running total. After that every question is a few binary searches.
#include "core/calendar_state.h"

#include <stdlib.h>

// A plan or mark by its place in the file, so that qsort keeps the order.
struct slot {
    int32_t day;
    size_t index;
};

static int compare_slots(const void *left, const void *right)
{
    const struct slot *a = left;
    const struct slot *b = right;
    int by_day = (a->day > b->day) - (a->day < b->day);
    return by_day != 0 ? by_day : (a->index > b->index) - (a->index < b->index);
}

static void sort_plans(struct calendar *c, const struct log *log,
                       struct arena *mem)
{
    size_t count = log->plan_count;
    struct slot *slots = ARENA_ARRAY(mem, struct slot, count + 1);
    struct plan *plans = ARENA_ARRAY(mem, struct plan, count + 1);
    int32_t *days = ARENA_ARRAY(mem, int32_t, count + 1);
    for (size_t i = 0; i < count; i++) {
        slots[i] = (struct slot){log->plans[i].start.number, i};
    }
    qsort(slots, count, sizeof(*slots), compare_slots);
    size_t kept = 0;
    for (size_t i = 0; i < count; i++) {
        if (i + 1 == count || slots[i + 1].day != slots[i].day) {
            days[kept] = slots[i].day;
            plans[kept++] = log->plans[slots[i].index];
        }
    }
    c->plans = plans;
    c->plan_days = (struct days){days, kept};
}

static void sort_marks(struct calendar *c, const struct log *log,
                       struct arena *mem)
{
    size_t count = log->mark_count;
    struct slot *slots = ARENA_ARRAY(mem, struct slot, count + 1);
    struct mark *marks = ARENA_ARRAY(mem, struct mark, count + 1);
    int32_t *days = ARENA_ARRAY(mem, int32_t, count + 1);
    for (size_t i = 0; i < count; i++) {
        slots[i] = (struct slot){log->marks[i].day.number, i};
    }
    qsort(slots, count, sizeof(*slots), compare_slots);
    for (size_t i = 0; i < count; i++) {
        days[i] = slots[i].day;
        marks[i] = log->marks[slots[i].index];
    }
    c->marks = marks;
    c->mark_days = (struct days){days, count};
}

// The last mark of each day among those that belong.
static struct days pick_last(const struct calendar *c,
                             bool (*belongs)(enum mark_what what),
                             struct arena *mem, const struct mark *const **out)
{
    size_t most = c->mark_days.count;
    const struct mark **picked =
        ARENA_ARRAY(mem, const struct mark *, most + 1);
    int32_t *days = ARENA_ARRAY(mem, int32_t, most + 1);
    size_t count = 0;
    for (size_t i = 0; i < most; i++) {
        if (!belongs(c->marks[i].what)) {
            continue;
        }
        int32_t day = c->mark_days.at[i];
        bool again = count > 0 && days[count - 1] == day;
        size_t at = again ? count - 1 : count++;
        days[at] = day;
        picked[at] = &c->marks[i];
    }
    *out = picked;
    return (struct days){days, count};
}

static bool is_fact(enum mark_what what)
{
    return what == MARK_TAKEN || what == MARK_SKIPPED || what == MARK_EXTRA ||
           what == MARK_VOID;
}

static bool is_stop(enum mark_what what)
{
    return what == MARK_STOP;
}

static void collect_taken(struct calendar *c, struct arena *mem)
{
    int32_t *days = ARENA_ARRAY(mem, int32_t, c->fact_days.count + 1);
    size_t count = 0;
    for (size_t i = 0; i < c->fact_days.count; i++) {
        if (c->facts[i]->what == MARK_TAKEN) {
            days[count++] = c->fact_days.at[i];
        }
    }
    c->taken_days = (struct days){days, count};
}

// A pause runs from its day to the day before its resume; within one day the
// later word counts, so a pause resumed on its own day pauses nothing.
static void collect_pauses(struct calendar *c, struct arena *mem)
{
    size_t most = c->mark_days.count, count = 0;
    struct pause *pauses = ARENA_ARRAY(mem, struct pause, most + 1);
    int32_t *days = ARENA_ARRAY(mem, int32_t, most + 1);
    bool open = false;
    int32_t total = 0;
    for (size_t i = 0; i < most; i++) {
        enum mark_what what = c->marks[i].what;
        int32_t day = c->mark_days.at[i];
        if (what == MARK_PAUSE && !open) {
            days[count] = day;
            pauses[count++] = (struct pause){INT32_MAX, total};
            open = true;
        } else if (what == MARK_RESUME && open) {
            pauses[count - 1].days = day - days[count - 1];
            total += pauses[count - 1].days;
            open = false;
        }
    }
    c->pauses = pauses;
    c->pause_days = (struct days){days, count};
}

struct calendar *calendar_make(const struct log *log, struct arena *mem)
{
    struct calendar *c = ARENA_NEW(mem, struct calendar);
    c->day_start_min = PLAN_DAY_START_MIN;
    sort_plans(c, log, mem);
    sort_marks(c, log, mem);
    c->fact_days = pick_last(c, is_fact, mem, &c->facts);
    c->stop_days = pick_last(c, is_stop, mem, &c->stops);
    collect_taken(c, mem);
    collect_pauses(c, mem);
    return c;
}

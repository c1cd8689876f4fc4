// SPDX-License-Identifier: MIT
#include "core/calendar.h"

#include <string.h>

// What was read so far, in arrays that double in the arena.
struct gathering {
    struct arena *mem;
    struct plan *plans;
    struct mark *marks;
    size_t plan_count, plan_cap, mark_count, mark_cap;
};

static void *doubled(struct arena *mem, const void *items, size_t *cap,
                     size_t size)
{
    size_t before = *cap;
    *cap = before > 0 ? before * 2 : 16;
    void *more = arena_alloc(mem, *cap, size);
    if (before > 0) {
        memcpy(more, items, before * size);
    }
    return more;
}

static void add_plan(struct gathering *g, const struct plan *p)
{
    if (g->plan_count == g->plan_cap) {
        g->plans = doubled(g->mem, g->plans, &g->plan_cap, sizeof(*g->plans));
    }
    g->plans[g->plan_count++] = *p;
}

static void add_mark(struct gathering *g, const struct mark *m)
{
    if (g->mark_count == g->mark_cap) {
        g->marks = doubled(g->mem, g->marks, &g->mark_cap, sizeof(*g->marks));
    }
    g->marks[g->mark_count++] = *m;
}

struct calendar *calendar_read(struct str text, struct str person,
                               struct arena *mem, struct diags *notes)
{
    struct gathering g = {.mem = mem};
    struct rec_reader reader;
    struct rec r;
    rec_reader_init(&reader, text, mem, notes);
    while (rec_next(&reader, &r)) {
        struct plan plan;
        struct mark mark;
        switch (mark_read(&r, mem, notes, &plan, &mark)) {
        case RECORD_PLAN:
            if (str_equal(plan.person, person)) {
                add_plan(&g, &plan);
            }
            break;
        case RECORD_MARK:
            if (str_equal(mark.person, person)) {
                add_mark(&g, &mark);
            }
            break;
        case RECORD_FAULTY:
            break;
        }
    }
    struct log log = {g.plans, g.plan_count, g.marks, g.mark_count};
    return calendar_make(&log, mem);
}

static bool is_named(const struct str *names, size_t count, struct str name)
{
    for (size_t i = 0; i < count; i++) {
        if (str_equal(names[i], name)) {
            return true;
        }
    }
    return false;
}

struct persons calendar_persons(struct str text, struct arena *mem)
{
    struct rec_reader reader;
    struct rec r;
    struct str *names = NULL;
    size_t count = 0, cap = 0;
    rec_reader_init(&reader, text, mem, NULL);
    while (rec_next(&reader, &r)) {
        struct str name = str_trim(rec_get(&r, STR("Person")));
        if (name.len == 0 || is_named(names, count, name)) {
            continue;
        }
        if (count == cap) {
            names = doubled(mem, names, &cap, sizeof(*names));
        }
        names[count++] = name;
    }
    return (struct persons){names, count};
}

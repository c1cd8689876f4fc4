// SPDX-License-Identifier: MIT
#include "frame/played.h"

#include <string.h>

static void drop(struct played *p, size_t at)
{
    p->count--;
    memmove(p->spans + at, p->spans + at + 1,
            (p->count - at) * sizeof(p->spans[0]));
}

static void join_nearest(struct played *p)
{
    size_t best = 0;
    for (size_t i = 1; i + 1 < p->count; i++) {
        if (p->spans[i + 1].from_ms - p->spans[i].to_ms <
            p->spans[best + 1].from_ms - p->spans[best].to_ms) {
            best = i;
        }
    }
    p->spans[best].to_ms = p->spans[best + 1].to_ms;
    drop(p, best + 1);
}

void played_add(struct played *p, int64_t from_ms, int64_t to_ms)
{
    if (from_ms >= to_ms) {
        return;
    }
    size_t at = 0;
    while (at < p->count && p->spans[at].to_ms < from_ms) {
        at++;
    }
    if (at == p->count || p->spans[at].from_ms > to_ms) {
        memmove(p->spans + at + 1, p->spans + at,
                (p->count - at) * sizeof(p->spans[0]));
        p->spans[at] = (struct played_span){from_ms, to_ms};
        p->count++;
        if (p->count > PLAYED_SPANS) {
            join_nearest(p);
        }
        return;
    }
    struct played_span *s = &p->spans[at];
    s->from_ms = from_ms < s->from_ms ? from_ms : s->from_ms;
    s->to_ms = to_ms > s->to_ms ? to_ms : s->to_ms;
    while (at + 1 < p->count && p->spans[at + 1].from_ms <= s->to_ms) {
        if (p->spans[at + 1].to_ms > s->to_ms) {
            s->to_ms = p->spans[at + 1].to_ms;
        }
        drop(p, at + 1);
    }
}

int64_t played_ms(const struct played *p)
{
    int64_t sum = 0;
    for (size_t i = 0; i < p->count; i++) {
        sum += p->spans[i].to_ms - p->spans[i].from_ms;
    }
    return sum;
}

bool played_all(const struct played *p, int64_t from_ms, int64_t to_ms)
{
    for (size_t i = 0; i < p->count; i++) {
        if (p->spans[i].from_ms <= from_ms && p->spans[i].to_ms >= to_ms) {
            return true;
        }
    }
    return false;
}

int played_breaths(const struct played *p, const struct timeline *tl)
{
    int count = 0;
    for (size_t i = 0; i < tl->row_count;) {
        const struct row *first = &tl->rows[i];
        size_t end = i + 1;
        while (end < tl->row_count && tl->rows[end].step == first->step &&
               tl->rows[end].breath == first->breath) {
            end++;
        }
        count += first->breath > 0 &&
                 played_all(p, first->start_ms, tl->rows[end - 1].end_ms);
        i = end;
    }
    return count;
}

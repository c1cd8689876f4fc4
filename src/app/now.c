// SPDX-License-Identifier: MIT
#include "app/now.h"

#include "platform/clock.h"

static struct wall system_wall(struct arena *mem)
{
    struct clock_wall c = clock_wall_now(mem);
    return (struct wall){
        .day = day_from_date((struct date){c.year, c.month, c.day}),
        .second = c.hour * 3600 + c.minute * 60 + c.second,
        .offset_min = c.offset_min,
        .zone = c.zone};
}

static int offset_of(const struct wall *w)
{
    struct date d = day_date(w->day);
    return clock_offset_at((struct clock_wall){.year = d.year,
                                               .month = d.month,
                                               .day = d.day,
                                               .hour = w->second / 3600,
                                               .minute = w->second / 60 % 60,
                                               .second = w->second % 60});
}

void now_init(struct now *n, const struct wall *given, bool has_offset,
              struct arena *mem)
{
    *n = (struct now){.start_ns = clock_now_ns(), .given = given != NULL};
    n->start = system_wall(mem);
    if (given) {
        struct str zone = n->start.zone;
        n->start = *given;
        if (!has_offset) {
            n->start.offset_min = offset_of(given);
            n->start.zone = zone;
        }
    }
}

struct wall now_wall(const struct now *n, struct arena *mem)
{
    if (!n->given) {
        return system_wall(mem);
    }
    struct wall w = n->start;
    int64_t passed = (clock_now_ns() - n->start_ns) / NS_PER_S;
    int64_t second = w.second + passed;
    w.day.number += (int32_t)(second / 86400);
    w.second = (int32_t)(second % 86400);
    return w;
}

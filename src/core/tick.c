// SPDX-License-Identifier: MIT
#include "core/tick.h"

#include "base/rec.h"

static const char header[] =
    "# Breathmark's personal list, ticked off by day. Format: recutils "
    "\"rec\", only ever added to.\n"
    "%rec: Tick\n"
    "%doc: An item of the plan done on a day, or taken back. The last one of "
    "a day and item counts.\n"
    "%type: Id regexp /^[0-9]{8}T[0-9]{6}Z-[0-9a-f]{8}$/\n"
    "%type: At,Day_date date\n"
    "%type: Ticked bool\n"
    "%type: End regexp /^[0-9a-f]{8}$/\n"
    "%mandatory: Id At Day_date Item Ticked End\n"
    "\n";

struct str ticks_header(void)
{
    return STR(header);
}

static bool tick_read(const struct rec *r, struct tick *out)
{
    *out = (struct tick){.id = rec_get(r, STR("Id")),
                         .at = rec_get(r, STR("At")),
                         .item = str_trim(rec_get(r, STR("Item"))),
                         .person = str_trim(rec_get(r, STR("Person")))};
    struct str ticked = str_trim(rec_get(r, STR("Ticked")));
    out->done = str_equal(ticked, STR("yes"));
    bool said = out->done || str_equal(ticked, STR("no"));
    return said && out->item.len > 0 &&
           day_parse(str_trim(rec_get(r, STR("Day_date"))), &out->day);
}

struct ticks ticks_read(struct str text, struct str person, struct arena *mem)
{
    struct rec_reader reader;
    struct rec record;
    size_t most = 0, count = 0;
    rec_reader_init(&reader, text, mem, NULL);
    while (rec_next(&reader, &record)) {
        most++;
    }
    struct tick *items = ARENA_ARRAY(mem, struct tick, most + 1);
    rec_reader_init(&reader, text, mem, NULL);
    while (count < most && rec_next(&reader, &record)) {
        struct tick *t = &items[count];
        count += tick_read(&record, t) && str_equal(t->person, person);
    }
    return (struct ticks){items, count};
}

bool ticks_done(const struct ticks *t, struct day d, struct str item)
{
    for (size_t i = t->count; i > 0; i--) {
        const struct tick *it = &t->items[i - 1];
        if (it->day.number == d.number && str_equal(it->item, item)) {
            return it->done;
        }
    }
    return false;
}

void tick_format(const struct tick *t, struct buf *out)
{
    size_t from = out->len;
    struct buf day = {0};
    day_print(t->day, &day);
    rec_put(out, STR("Id"), t->id);
    rec_put(out, STR("At"), t->at);
    rec_put(out, STR("Day_date"), buf_view(&day));
    rec_put(out, STR("Item"), t->item);
    rec_put(out, STR("Ticked"), t->done ? STR("yes") : STR("no"));
    if (t->person.len > 0) {
        rec_put(out, STR("Person"), t->person);
    }
    rec_put_end(out, from);
    buf_finish(&day);
}

// SPDX-License-Identifier: MIT
#include "app/calendar_file.h"

#include <errno.h>

#include "app/preferences.h"
#include "platform/clock.h"

struct ledger calendar_ledger(const struct paths *p, struct arena *mem)
{
    return ledger_at(p, STR("calendar.rec"), calendar_header(), STR("What"),
                     mem);
}

bool calendar_file_open(struct calendar_file *out,
                        const struct calendar_file_options *wish,
                        struct arena *mem, struct str *why)
{
    *out = (struct calendar_file){.ledger = calendar_ledger(wish->paths, mem),
                                  .now = now_wall(wish->now, mem),
                                  .notes = {.mem = mem}};
    out->ledger.say = wish->say;
    out->ledger.self = wish->self;
    ledger_recover(&out->ledger, mem, NULL);
    bool well = ledger_read(&out->ledger, mem, &out->text, why);
    out->calendar = calendar_read(out->text, wish->person, mem, &out->notes);
    struct preferences chosen;
    preferences_init(&chosen, wish->paths->settings);
    calendar_day_start(out->calendar,
                       chosen.settings.number[SETTING_DAY_START]);
    preferences_finish(&chosen);
    out->today = calendar_day(out->calendar, &out->now);
    return well;
}

static struct kept keep(const struct calendar_file *f, struct str id,
                        struct buf *record, struct arena *mem)
{
    struct draft draft = {.id = id};
    // As a draft that no start takes in it would lie there for ever: unlike an
    // entry, nobody would be offered it.
    bool fits = rec_reads_back(buf_view(record));
    struct kept kept =
        fits ? ledger_keep(&f->ledger, &draft, buf_view(record), mem)
             : (struct kept){.why = disk_reason(E2BIG, mem)};
    buf_finish(record);
    return kept;
}

struct kept calendar_file_keep_mark(const struct calendar_file *f,
                                    struct mark *m, struct arena *mem)
{
    struct buf record = {0};
    m->id = wall_id_behind(&f->now, clock_random(), f->text, mem);
    m->at = wall_text(&f->now, mem);
    mark_format(m, &record);
    return keep(f, m->id, &record, mem);
}

struct kept calendar_file_keep_plan(const struct calendar_file *f,
                                    struct plan *p, struct arena *mem)
{
    struct buf record = {0};
    p->id = wall_id_behind(&f->now, clock_random(), f->text, mem);
    p->at = wall_text(&f->now, mem);
    plan_format(p, &record);
    return keep(f, p->id, &record, mem);
}

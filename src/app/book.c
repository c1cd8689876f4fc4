// SPDX-License-Identifier: MIT
#include "app/book.h"

#include "app/preferences.h"
#include "platform/clock.h"

struct ledger book_ledger(const struct paths *p, struct arena *mem)
{
    return ledger_at(p, STR("calendar.rec"), calendar_header(), STR("What"),
                     mem);
}

bool book_open(struct book *out, const struct book_wish *wish,
               struct arena *mem, struct str *why)
{
    *out = (struct book){.ledger = book_ledger(wish->paths, mem),
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

static struct str at_text(const struct wall *now, struct arena *mem)
{
    struct buf text = {0};
    wall_print(now, &text);
    struct str at = arena_copy(mem, buf_view(&text));
    buf_finish(&text);
    return at;
}

static struct kept keep(const struct book *b, struct str id, struct buf *record,
                        struct arena *mem)
{
    struct draft draft = {.id = id};
    struct kept kept = ledger_keep(&b->ledger, &draft, buf_view(record), mem);
    buf_finish(record);
    return kept;
}

struct kept book_keep_mark(const struct book *b, struct mark *m,
                           struct arena *mem)
{
    struct buf record = {0};
    m->id = wall_id(&b->now, clock_random(), mem);
    m->at = at_text(&b->now, mem);
    mark_format(m, &record);
    return keep(b, m->id, &record, mem);
}

struct kept book_keep_plan(const struct book *b, struct plan *p,
                           struct arena *mem)
{
    struct buf record = {0};
    p->id = wall_id(&b->now, clock_random(), mem);
    p->at = at_text(&b->now, mem);
    plan_format(p, &record);
    return keep(b, p->id, &record, mem);
}

// SPDX-License-Identifier: MIT
#include "app/keeper.h"

#include "app/calendar_file.h"
#include "app/running.h"
#include "base/buf.h"
#include "platform/clock.h"
#include "platform/scribe.h"

void keeper_init(struct keeper *k, const struct keeper_options *options,
                 struct unfinished_list *out)
{
    *k = (struct keeper){.options = *options};
    k->ledger = journal_ledger(options->paths, &k->mem);
    k->ledger.say = options->say;
    k->ledger.self = options->self;
    k->ledger.holds = options->beside;
    running_recover(options->paths, &k->ledger);
    struct ledger at_start = k->ledger;
    at_start.hurries = options->beside;
    k->late = !ledger_recover(&at_start, &k->mem, out);
}

static void let_go(struct keeper *k)
{
    scribe_settle(k->scribe);
    if (k->open) {
        draft_finish(&k->ledger, &k->draft);
    }
    k->draft = (struct draft){0};
    k->open = k->stamped = k->keeping = k->drafted = false;
}

static struct scribe *scribe_of(struct keeper *k)
{
    if (!k->scribe) {
        k->scribe = scribe_create(&k->ledger, false);
    }
    return k->scribe;
}

void keeper_finish(struct keeper *k)
{
    let_go(k);
    scribe_destroy(k->scribe);
    arena_finish(&k->mem);
    *k = (struct keeper){0};
}

static void keeper_begin(struct keeper *k)
{
    let_go(k);
    k->began = now_wall(k->options.now, &k->mem);
    k->random = clock_random();
    k->open = true;
}

// The day's key, worked out once for an entry and never again.
static void make_stamp(struct keeper *k, struct str who)
{
    struct arena mem = {0};
    struct calendar_file_options wish = {
        .paths = k->options.paths,
        .now = k->options.now,
        .person = who.len > 0 ? who : k->options.person,
        .say = k->options.say,
        .self = k->options.self};
    struct calendar_file file;
    struct str why = STR_NONE;
    calendar_file_open(&file, &wish, &mem,
                       &why); // unreadable: an empty calendar
    struct day day = calendar_day(file.calendar, &k->began);
    struct day_key key = calendar_key(file.calendar, day);
    entry_init(&k->stamp);
    entry_stamp(&k->stamp, &k->began, k->random, day, &key, &k->mem);
    k->stamp.who = arena_copy(&k->mem, who);
    k->stamped = true;
    scribe_settle(k->scribe);
    k->draft.id = k->stamp.id;
    arena_finish(&mem);
}

void keeper_stamp(struct keeper *k, struct entry *e)
{
    if (!k->open) {
        keeper_begin(k);
    }
    if (!k->stamped || !str_equal(k->stamp.who, e->who)) {
        make_stamp(k, e->who);
    }
    e->id = k->stamp.id;
    e->at = k->stamp.at;
    e->zone = k->stamp.zone;
    e->day_date = k->stamp.day_date;
    e->kind = k->stamp.kind;
    e->basis = k->stamp.basis;
    e->plan = k->stamp.plan;
    e->cycle = k->stamp.cycle;
    e->week = k->stamp.week;
    e->day = k->stamp.day;
    e->amends = k->stamp.amends;
}

// The stamp outlives e.
static void copy_stamp(struct keeper *k, const struct entry *e)
{
    k->stamp = *e;
    k->stamp.id = arena_copy(&k->mem, e->id);
    k->stamp.amends = arena_copy(&k->mem, e->amends);
    k->stamp.plan = arena_copy(&k->mem, e->plan);
    k->stamp.who = arena_copy(&k->mem, e->who);
}

void keeper_correct(struct keeper *k, const struct entry *e)
{
    keeper_begin(k);
    copy_stamp(k, e);
    entry_amend(&k->stamp, &k->began, k->random, &k->mem);
    k->draft.id = k->stamp.id;
    k->stamped = true;
}

bool keeper_resume(struct keeper *k, const struct unfinished *draft,
                   struct entry *e)
{
    struct rec_reader r = {0};
    struct rec rec = {0};
    let_go(k);
    rec_reader_init(&r, arena_copy(&k->mem, draft->text), &k->mem, NULL);
    if (!rec_next(&r, &rec) || !entry_read(&rec, &k->mem, e) ||
        !draft_resume(&k->ledger, draft, &k->draft)) {
        return false;
    }
    k->stamp = *e;
    k->open = k->stamped = true;
    return true;
}

static bool save_now(struct keeper *k, struct str record, struct str *why)
{
    struct arena mem = {0};
    const char *path = k->draft.path.at;
    bool well = draft_save(&k->ledger, &k->draft, record, &mem, why);
    if (k->draft.path.at != path) {
        k->draft.path = arena_copy(&k->mem, k->draft.path);
    }
    *why = well ? *why : arena_copy(&k->mem, *why);
    arena_finish(&mem);
    return well;
}

static bool save_beside(struct keeper *k, struct str record, struct str *why)
{
    bool well = !keeper_draft_failed(k, &k->mem, why);
    scribe_put(scribe_of(k), &k->draft, record);
    k->drafted = true;
    return well;
}

bool keeper_draft(struct keeper *k, struct entry *e, struct str *why)
{
    struct buf record = {0};
    keeper_settle(k);
    keeper_stamp(k, e);
    // Without its End a draft is offered, not kept, by the next start.
    entry_format_open(e, &record);
    bool well = k->options.beside ? save_beside(k, buf_view(&record), why)
                                  : save_now(k, buf_view(&record), why);
    buf_finish(&record);
    return well;
}

bool keeper_draft_failed(struct keeper *k, struct arena *mem, struct str *why)
{
    return k->drafted && scribe_failed(k->scribe, mem, why);
}

struct kept keeper_keep(struct keeper *k, struct entry *e)
{
    struct arena mem = {0};
    struct buf record = {0};
    keeper_stamp(k, e);
    scribe_settle(k->scribe); // what it saves is older than this
    entry_format(e, &record);
    struct kept kept =
        ledger_keep(&k->ledger, &k->draft, buf_view(&record), &mem);
    kept.draft = arena_copy(&k->mem, kept.draft);
    kept.why = arena_copy(&k->mem, kept.why);
    k->draft.path = arena_copy(&k->mem, k->draft.path);
    if (kept.done) {
        let_go(k);
    }
    buf_finish(&record);
    arena_finish(&mem);
    return kept;
}

void keeper_keep_beside(struct keeper *k, struct entry *e)
{
    struct buf record = {0};
    keeper_settle(k);
    keeper_stamp(k, e);
    entry_format(e, &record);
    k->keeping = k->drafted = true;
    scribe_keep(scribe_of(k), &k->draft, buf_view(&record));
    buf_finish(&record);
}

bool keeper_waits(const struct keeper *k)
{
    return k->keeping && scribe_waits(k->scribe);
}

bool keeper_kept(struct keeper *k, struct kept *out)
{
    bool over = k->keeping && scribe_kept(k->scribe, &k->mem, out);
    if (over) {
        k->keeping = false;
        scribe_settle(k->scribe);
    }
    if (over && out->done) {
        let_go(k);
    }
    return over;
}

void keeper_settle(struct keeper *k)
{
    if (k->keeping) {
        scribe_settle(k->scribe);
    }
}

void keeper_rest(struct keeper *k)
{
    scribe_settle(k->scribe);
}

void keeper_discard(struct keeper *k)
{
    scribe_settle(k->scribe);
    if (k->open) {
        draft_remove(&k->ledger, &k->draft);
    }
    let_go(k);
}

void keeper_forget(struct keeper *k)
{
    let_go(k);
    k->open = false;
}

struct str kept_words(const struct kept *kept, const char *what,
                      struct arena *mem)
{
    return kept->draft.len == 0
               ? arena_printf(mem, "not saved to the %s, nor as a draft: %.*s",
                              what, STR_ARG(kept->why))
               : arena_printf(mem,
                              "not saved to the %s; kept as a draft at %.*s "
                              "(%.*s)",
                              what, STR_ARG(kept->draft), STR_ARG(kept->why));
}

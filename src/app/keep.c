// SPDX-License-Identifier: MIT
#include "app/keep.h"

#include "app/book.h"
#include "base/buf.h"
#include "platform/clock.h"

struct ledger journal_ledger(const struct paths *p, struct arena *mem)
{
    return ledger_at(p, STR("journal.rec"), journal_header(), STR("Day_kind"),
                     mem);
}

void keeper_init(struct keeper *k, const struct keeper_options *options,
                 struct unfinished_list *out)
{
    *k = (struct keeper){.options = *options};
    k->ledger = journal_ledger(options->paths, &k->mem);
    k->ledger.say = options->say;
    k->ledger.self = options->self;
    ledger_recover(&k->ledger, &k->mem, out);
}

void keeper_finish(struct keeper *k)
{
    if (k->open) {
        draft_finish(&k->ledger, &k->draft);
    }
    arena_finish(&k->mem);
    *k = (struct keeper){0};
}

void keeper_begin(struct keeper *k)
{
    if (k->open) {
        draft_finish(&k->ledger, &k->draft);
    }
    k->draft = (struct draft){0};
    k->began = now_wall(k->options.now, &k->mem);
    k->random = clock_random();
    k->open = true;
}

// The record, sealed or not, with Id, At and the day's key.
static void format(struct keeper *k, struct entry *e, struct arena *mem,
                   struct buf *out)
{
    struct book_wish wish = {.paths = k->options.paths,
                             .now = k->options.now,
                             .person = k->options.person,
                             .say = k->options.say,
                             .self = k->options.self};
    struct book book;
    struct str why = STR_NONE;
    book_open(&book, &wish, mem, &why); // unreadable: an empty calendar
    struct day day = calendar_day(book.calendar, &k->began);
    struct day_key key = calendar_key(book.calendar, day);
    entry_stamp(e, &k->began, k->random, day, &key, mem);
    entry_format(e, out);
    k->draft.id = arena_copy(&k->mem, e->id);
}

bool keeper_draft(struct keeper *k, struct entry *e, struct str *why)
{
    struct arena mem = {0};
    struct buf record = {0};
    if (!k->open) {
        keeper_begin(k);
    }
    format(k, e, &mem, &record);
    // Without its End a draft is offered, not kept, by the next start.
    struct str text = buf_view(&record);
    size_t end = text.len > 0 ? text.len - 1 : 0; // the last line's start
    while (end > 0 && text.at[end - 1] != '\n') {
        end--;
    }
    text.len = end;
    bool well = draft_save(&k->ledger, &k->draft, text, &mem, why);
    if (!well) {
        *why = arena_copy(&k->mem, *why);
    }
    buf_finish(&record);
    arena_finish(&mem);
    return well;
}

struct kept keeper_keep(struct keeper *k, struct entry *e)
{
    struct arena mem = {0};
    struct buf record = {0};
    if (!k->open) {
        keeper_begin(k);
    }
    format(k, e, &mem, &record);
    struct kept kept =
        ledger_keep(&k->ledger, &k->draft, buf_view(&record), &mem);
    kept.draft = arena_copy(&k->mem, kept.draft);
    kept.why = arena_copy(&k->mem, kept.why);
    e->id = arena_copy(&k->mem, e->id);
    k->open = !kept.done;
    buf_finish(&record);
    arena_finish(&mem);
    return kept;
}

void keeper_discard(struct keeper *k)
{
    if (k->open) {
        draft_remove(&k->ledger, &k->draft);
    }
    k->open = false;
}

// SPDX-License-Identifier: MIT
#include "app/diary.h"

#include "app/running.h"

struct ledger journal_ledger(const struct paths *p, struct arena *mem)
{
    return ledger_at(p, STR("journal.rec"), journal_header(), STR("Day_kind"),
                     mem);
}

static void read_entries(struct diary *d, struct arena *mem)
{
    struct str *texts = ARENA_ARRAY(mem, struct str, d->source_count);
    struct diags *notes = ARENA_ARRAY(mem, struct diags, d->source_count);
    for (size_t i = 0; i < d->source_count; i++) {
        texts[i] = d->sources[i].text;
        notes[i].mem = mem;
    }
    d->entries = journal_read(texts, d->source_count, mem, notes);
    for (size_t i = 0; i < d->source_count; i++) {
        d->sources[i].notes = notes[i];
    }
}

bool diary_open(struct diary *out, const struct diary_wish *wish,
                bool texts_only, struct arena *mem, struct str *why)
{
    *out = (struct diary){.ledger = journal_ledger(wish->paths, mem)};
    out->ledger.say = wish->say;
    out->ledger.self = wish->self;
    running_recover(wish->paths, &out->ledger);
    ledger_recover(&out->ledger, mem, &out->unfinished);
    struct str text = STR_NONE;
    bool well = ledger_read(&out->ledger, mem, &text, why);
    const struct ledger_text *devices = NULL;
    size_t count = ledger_read_devices(&out->ledger, mem, &devices);
    out->sources = ARENA_ARRAY(mem, struct diary_source, count + 1);
    out->sources[0] =
        (struct diary_source){.name = STR("journal.rec"), .text = text};
    for (size_t i = 0; i < count; i++) {
        out->sources[i + 1] = (struct diary_source){.name = devices[i].name,
                                                    .text = devices[i].text};
    }
    out->source_count = count + 1;
    if (!texts_only) {
        read_entries(out, mem);
    }
    return well;
}

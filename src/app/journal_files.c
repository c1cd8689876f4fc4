// SPDX-License-Identifier: MIT
#include "app/journal_files.h"

#include "app/running.h"

struct ledger journal_ledger(const struct paths *p, struct arena *mem)
{
    return ledger_at(p, STR("journal.rec"), journal_header(), STR("Day_kind"),
                     mem);
}

static void find_places(struct journal_files *f, struct arena *mem)
{
    struct str *texts = ARENA_ARRAY(mem, struct str, f->source_count);
    struct diags *notes = ARENA_ARRAY(mem, struct diags, f->source_count);
    for (size_t i = 0; i < f->source_count; i++) {
        texts[i] = f->sources[i].text;
        notes[i].mem = mem;
    }
    f->places = journal_scan(texts, f->source_count, mem, notes);
    for (size_t i = 0; i < f->source_count; i++) {
        f->sources[i].notes = notes[i];
    }
}

static bool read_texts(struct journal_files *f, struct arena *mem,
                       struct str *why)
{
    struct str text = STR_NONE;
    bool well = ledger_read(&f->ledger, mem, &text, why);
    const struct ledger_text *devices = NULL;
    size_t count = ledger_read_devices(&f->ledger, mem, &devices);
    f->sources = ARENA_ARRAY(mem, struct journal_source, count + 1);
    f->sources[0] =
        (struct journal_source){.name = STR("journal.rec"), .text = text};
    for (size_t i = 0; i < count; i++) {
        f->sources[i + 1] = (struct journal_source){.name = devices[i].name,
                                                    .text = devices[i].text};
    }
    f->source_count = count + 1;
    return well;
}

bool journal_files_open(struct journal_files *out,
                        const struct journal_files_options *wish,
                        bool texts_only, struct arena *mem, struct str *why)
{
    *out = (struct journal_files){.ledger = journal_ledger(wish->paths, mem)};
    out->ledger.say = wish->say;
    out->ledger.self = wish->self;
    running_recover(wish->paths, &out->ledger);
    ledger_recover(&out->ledger, mem, &out->unfinished);
    bool well = read_texts(out, mem, why);
    if (!texts_only) {
        find_places(out, mem);
    }
    return well;
}

bool journal_files_read(struct journal_files *out, const struct paths *paths,
                        struct arena *mem, struct str *why)
{
    *out = (struct journal_files){.ledger = journal_ledger(paths, mem)};
    bool well = read_texts(out, mem, why);
    find_places(out, mem);
    return well;
}

// SPDX-License-Identifier: MIT
#include "app/journal_acts.h"

#include "app/journal_files.h"
#include "base/set.h"
#include "core/entry_text.h"
#include "core/erase.h"
#include "platform/file.h"

static void put_chosen(const struct journal_chosen *chosen,
                       enum journal_form form, struct buf *out)
{
    if (form == JOURNAL_AS_TABLE) {
        entry_put_head(ENTRY_COMMAS, out);
    }
    struct arena mem = {0};
    struct rec_reader r = {.mem = &mem};
    for (size_t i = 0; i < chosen->count; i++) {
        struct entry e;
        rec_forget(&r);
        place_read(chosen->places, chosen->items[i]->latest, &r, &e);
        if (form == JOURNAL_AS_TABLE) {
            entry_put_row(&e, ENTRY_COMMAS, out);
        } else {
            buf_put(out, i > 0 ? STR("\n----\n\n") : STR(""));
            entry_put_text(&e, out);
        }
    }
    arena_finish(&mem);
}

// A name that no file there has yet.
static struct str new_path(struct str folder, const struct now *now,
                           enum journal_form form, struct arena *mem)
{
    struct wall wall = now_wall(now, mem);
    struct date d = day_date(wall.day);
    struct str ending = form == JOURNAL_AS_TABLE ? STR("csv") : STR("txt");
    struct str stem =
        arena_printf(mem, "journal-%04d%02d%02d-%02d%02d", d.year, d.month,
                     d.day, wall.second / 3600, wall.second / 60 % 60);
    struct str name =
        arena_printf(mem, "%.*s.%.*s", STR_ARG(stem), STR_ARG(ending));
    struct str path = path_join(mem, folder, name);
    for (int i = 2; file_exists(path); i++) {
        name = arena_printf(mem, "%.*s-%d.%.*s", STR_ARG(stem), i,
                            STR_ARG(ending));
        path = path_join(mem, folder, name);
    }
    return path;
}

void journal_export_chosen(const struct journal_desk *desk,
                           const struct journal_chosen *chosen,
                           enum journal_form form, struct buf *words)
{
    struct arena mem = {0};
    struct buf text = {0};
    struct str why = STR_NONE;
    struct str folder = path_join(&mem, desk->paths->data, STR("exports"));
    struct str path = new_path(folder, desk->now, form, &mem);
    put_chosen(chosen, form, &text);
    bool well = folder_make(folder, &mem, &why) &&
                file_replace(path, buf_view(&text), &mem, &why);
    const struct str args[] = {path, why};
    tongue_fill(words,
                say(desk->tongue, well ? STR("Written to {1}")
                                       : STR("Not written to {1}: {2}.")),
                args, 2);
    buf_finish(&text);
    arena_finish(&mem);
}

struct erasing {
    struct str id;
    struct set gone;
    bool there;
};

static bool without(void *self, struct str before, struct buf *after)
{
    struct erasing *e = self;
    e->there = journal_erase(before, e->id, after, &e->gone);
    return e->there;
}

// A draft of what was deleted, or of a correction of it, would bring it back.
static bool is_of_gone(const void *self, const struct rec *r)
{
    const struct set *gone = self;
    return set_find(gone, rec_get(r, STR("Id"))) ||
           set_find(gone, rec_get(r, STR("Amends")));
}

void journal_erase_entry(const struct journal_desk *desk, struct str id,
                         struct buf *words)
{
    struct arena mem = {0};
    struct str why = STR_NONE;
    struct erasing erasing = {.id = id, .gone = {.mem = &mem}};
    struct ledger ledger = journal_ledger(desk->paths, &mem);
    struct rewrite how = {.make = without, .self = &erasing, .backup = true};
    bool well = ledger_rewrite(&ledger, &how, &mem, &why);
    if (well) {
        ledger_drop_drafts(&ledger, is_of_gone, &erasing.gone);
    }
    tongue_fill(
        words,
        say(desk->tongue,
            !well ? STR("Not deleted: {1}. Nothing has changed.")
            : !erasing.there
                ? STR("It was no longer in the journal.")
                : STR("Deleted. The file as it was is journal.rec.bak.")),
        &why, 1);
    arena_finish(&mem);
}

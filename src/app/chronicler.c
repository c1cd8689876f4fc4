// SPDX-License-Identifier: MIT
#include "app/chronicler.h"

#include <stdlib.h>

#include "app/journal_files.h"
#include "core/entry_text.h"
#include "core/erase.h"
#include "platform/errand.h"
#include "platform/file.h"

// One reading, in memory of its own: made by the errand alone, then read by
// the loop alone.
struct chronicled {
    struct arena mem;
    struct paths paths;
    struct chronicle_titles titles;
    struct journal_facts facts;
    struct file_mark mark;     // of journal.rec, before it was read
    struct chronicled *before; // until the screens have this one
};

static struct chronicled *begin(const struct paths *paths,
                                const struct facts *f)
{
    struct chronicled *s = calloc(1, sizeof(*s));
    if (!s) {
        arena_fail();
    }
    s->paths = *paths; // their texts outlive the program's windows
    struct chronicle_title *titles =
        ARENA_ARRAY(&s->mem, struct chronicle_title, f->practice_count + 1);
    for (size_t i = 0; i < f->practice_count; i++) {
        titles[i].name = arena_copy(&s->mem, f->practices[i].name);
        titles[i].title = arena_copy(&s->mem, f->practices[i].title);
    }
    s->titles = (struct chronicle_titles){titles, f->practice_count};
    s->facts.path = path_join(&s->mem, paths->data, STR("journal.rec"));
    s->mark = file_mark_of(s->facts.path);
    return s;
}

// Errors of all files as one list; those of other devices name their file.
static void gather_notes(struct chronicled *s, const struct diags *notes,
                         size_t count)
{
    struct diags all = {.mem = &s->mem};
    for (size_t i = 0; i < count; i++) {
        for (size_t k = 0; k < notes[i].count; k++) {
            struct diag d = notes[i].items[k];
            if (d.severity != SEVERITY_ERROR) {
                continue;
            }
            if (i > 0) {
                d.message = arena_printf(&s->mem, "%.*s: %.*s",
                                         STR_ARG(s->facts.sources[i]),
                                         STR_ARG(d.message));
            }
            if (d.hint.len == 0) {
                d.hint = STR("it is still in the file; any editor opens it, "
                             "and breathmark journal check names it");
            }
            diags_add(&all, d);
        }
    }
    s->facts.notes = all.items;
    s->facts.note_count = all.count;
}

static void read_all(void *context)
{
    struct chronicled *s = context;
    struct ledger ledger = journal_ledger(&s->paths, &s->mem);
    const struct ledger_text *devices = NULL;
    size_t count = 1 + ledger_read_devices(&ledger, &s->mem, &devices);
    struct str *texts = ARENA_ARRAY(&s->mem, struct str, count);
    struct str *names = ARENA_ARRAY(&s->mem, struct str, count);
    struct diags *notes = ARENA_ARRAY(&s->mem, struct diags, count);
    ledger_read(&ledger, &s->mem, &texts[0], &s->facts.why);
    names[0] = STR("journal.rec");
    for (size_t i = 1; i < count; i++) {
        texts[i] = devices[i - 1].text;
        names[i] = devices[i - 1].name;
    }
    for (size_t i = 0; i < count; i++) {
        notes[i].mem = &s->mem;
    }
    struct entries entries = journal_read(texts, count, &s->mem, notes);
    s->facts.sources = names;
    s->facts.source_count = count;
    gather_notes(s, notes, count);
    chronicle_make(&s->facts.chronicle, &entries, s->titles, &s->mem);
}

static void destroy(struct chronicled *s)
{
    if (s) {
        chronicle_finish(&s->facts.chronicle);
        arena_finish(&s->mem);
        free(s);
    }
}

void chronicler_read(struct chronicler *s, const struct paths *paths,
                     const struct facts *f)
{
    if (s->errand) {
        s->again = true;
        return;
    }
    s->coming = begin(paths, f);
    s->errand = errand_start(read_all, s->coming);
}

bool chronicler_reads(const struct chronicler *s)
{
    return s->errand != NULL;
}

bool chronicler_changed(const struct chronicler *s)
{
    return s->now &&
           !file_mark_same(s->now->mark, file_mark_of(s->now->facts.path));
}

static void take(struct chronicler *s)
{
    s->coming->before = s->now;
    s->now = s->coming;
    s->coming = NULL;
}

bool chronicler_came(struct chronicler *s)
{
    if (!s->errand || !errand_over(s->errand)) {
        return false;
    }
    errand_finish(s->errand);
    s->errand = NULL;
    take(s);
    return true;
}

void chronicler_reread(struct chronicler *s, const struct paths *paths,
                       const struct facts *f)
{
    errand_finish(s->errand);
    s->errand = NULL;
    destroy(s->coming);
    s->coming = begin(paths, f);
    read_all(s->coming);
    take(s);
}

void chronicler_settle(struct chronicler *s)
{
    if (s->now) {
        destroy(s->now->before);
        s->now->before = NULL;
    }
}

const struct journal_facts *chronicler_facts(const struct chronicler *s)
{
    return s->now ? &s->now->facts : NULL;
}

void chronicler_finish(struct chronicler *s)
{
    errand_finish(s->errand);
    destroy(s->coming);
    chronicler_settle(s);
    destroy(s->now);
    *s = (struct chronicler){0};
}

static void put_chosen(const struct journal_chosen *chosen,
                       enum journal_form form, struct buf *out)
{
    buf_put(out, form == JOURNAL_AS_TABLE ? entry_row_head() : STR(""));
    for (size_t i = 0; i < chosen->count; i++) {
        const struct entry *e = chosen->items[i]->latest;
        if (form == JOURNAL_AS_TABLE) {
            entry_put_row(e, out);
        } else {
            buf_put(out, i > 0 ? STR("\n----\n\n") : STR(""));
            entry_put_text(e, out);
        }
    }
}

// A name that no file there has yet.
static struct str new_path(struct str folder, const struct now *now,
                           enum journal_form form, struct arena *mem)
{
    enum { MOST = 1000 };
    struct wall wall = now_wall(now, mem);
    struct date d = day_date(wall.day);
    struct str ending = form == JOURNAL_AS_TABLE ? STR("csv") : STR("txt");
    struct str stem =
        arena_printf(mem, "journal-%04d%02d%02d-%02d%02d", d.year, d.month,
                     d.day, wall.second / 3600, wall.second / 60 % 60);
    struct str path = STR_NONE;
    for (int i = 1; i == 1 || (i < MOST && file_exists(path)); i++) {
        struct str name =
            i == 1
                ? arena_printf(mem, "%.*s.%.*s", STR_ARG(stem), STR_ARG(ending))
                : arena_printf(mem, "%.*s-%d.%.*s", STR_ARG(stem), i,
                               STR_ARG(ending));
        path = path_join(mem, folder, name);
    }
    return path;
}

void chronicler_export(const struct chronicler_desk *desk,
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
    bool there;
};

static bool without(void *self, struct str before, struct buf *after)
{
    struct erasing *e = self;
    e->there = journal_erase(before, e->id, after);
    return e->there;
}

void chronicler_erase(const struct chronicler_desk *desk, struct str id,
                      struct buf *words)
{
    struct arena mem = {0};
    struct str why = STR_NONE;
    struct erasing erasing = {.id = id};
    struct ledger ledger = journal_ledger(desk->paths, &mem);
    struct rewrite how = {.make = without, .self = &erasing, .backup = true};
    bool well = ledger_rewrite(&ledger, &how, &mem, &why);
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

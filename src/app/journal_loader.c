// SPDX-License-Identifier: MIT
#include "app/journal_loader.h"

#include <stdlib.h>

#include "app/journal_files.h"
#include "platform/file.h"
#include "platform/task.h"

// One reading, in memory of its own: made by the task alone, then read by
// the loop alone.
struct loaded_journal {
    struct arena mem;
    struct paths paths;
    struct session_titles titles;
    struct journal_facts facts;
    struct file_mark mark;         // of journal.rec, before it was read
    struct loaded_journal *before; // until the screens have this one
};

static struct loaded_journal *begin(const struct paths *paths,
                                    const struct facts *f)
{
    struct loaded_journal *s = calloc(1, sizeof(*s));
    if (!s) {
        arena_fail();
    }
    s->paths = *paths; // their texts outlive the program's windows
    struct session_title *titles =
        ARENA_ARRAY(&s->mem, struct session_title, f->practice_count + 1);
    for (size_t i = 0; i < f->practice_count; i++) {
        titles[i].name = arena_copy(&s->mem, f->practices[i].name);
        titles[i].title = arena_copy(&s->mem, f->practices[i].title);
    }
    s->titles = (struct session_titles){titles, f->practice_count};
    s->facts.path = path_join(&s->mem, paths->data, STR("journal.rec"));
    s->mark = file_mark_of(s->facts.path);
    return s;
}

// Errors of all files as one list; those of other devices name their file.
static void gather_notes(struct loaded_journal *s,
                         const struct journal_files *files)
{
    struct diags all = {.mem = &s->mem};
    for (size_t i = 0; i < files->source_count; i++) {
        const struct journal_source *source = &files->sources[i];
        for (size_t k = 0; k < source->notes.count; k++) {
            struct diag d = source->notes.items[k];
            if (d.severity != SEVERITY_ERROR) {
                continue;
            }
            if (i > 0) {
                d.message =
                    arena_printf(&s->mem, "%.*s: %.*s", STR_ARG(source->name),
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
    struct loaded_journal *s = context;
    struct journal_files files;
    journal_files_read(&files, &s->paths, &s->mem, &s->facts.why);
    struct str *names = ARENA_ARRAY(&s->mem, struct str, files.source_count);
    for (size_t i = 0; i < files.source_count; i++) {
        names[i] = files.sources[i].name;
    }
    s->facts.sources = names;
    s->facts.source_count = files.source_count;
    gather_notes(s, &files);
    journal_index_make(&s->facts.index, &files.places, s->titles, &s->mem);
}

static void destroy(struct loaded_journal *s)
{
    if (s) {
        journal_index_finish(&s->facts.index);
        arena_finish(&s->mem);
        free(s);
    }
}

void journal_loader_read(struct journal_loader *s, const struct paths *paths,
                         const struct facts *f)
{
    if (s->task) {
        s->again = true;
        return;
    }
    s->coming = begin(paths, f);
    s->task = task_start(read_all, s->coming);
}

bool journal_loader_reads(const struct journal_loader *s)
{
    return s->task != NULL;
}

bool journal_loader_changed(const struct journal_loader *s)
{
    return s->now &&
           !file_mark_same(s->now->mark, file_mark_of(s->now->facts.path));
}

static void take(struct journal_loader *s)
{
    s->coming->before = s->now;
    s->now = s->coming;
    s->coming = NULL;
}

bool journal_loader_came(struct journal_loader *s)
{
    if (!s->task || !task_over(s->task)) {
        return false;
    }
    task_finish(s->task);
    s->task = NULL;
    take(s);
    return true;
}

void journal_loader_reread(struct journal_loader *s, const struct paths *paths,
                           const struct facts *f)
{
    task_finish(s->task);
    s->task = NULL;
    destroy(s->coming);
    s->coming = begin(paths, f);
    read_all(s->coming);
    take(s);
}

void journal_loader_release(struct journal_loader *s)
{
    if (s->now) {
        destroy(s->now->before);
        s->now->before = NULL;
    }
}

const struct journal_facts *journal_loader_facts(const struct journal_loader *s)
{
    return s->now ? &s->now->facts : NULL;
}

void journal_loader_finish(struct journal_loader *s)
{
    task_finish(s->task);
    destroy(s->coming);
    journal_loader_release(s);
    destroy(s->now);
    *s = (struct journal_loader){0};
}

// SPDX-License-Identifier: MIT
// journal merge and check.
#include "cli/journal.h"
#include "platform/file.h"

struct merging {
    struct str into;
    struct str *texts; // the first is for what is merged into
    size_t count;
    size_t before, after; // entries
};

static size_t count_entries(struct str text)
{
    struct arena mem = {0};
    struct rec_reader r = {0};
    struct rec rec = {0};
    size_t count = 0;
    rec_reader_init(&r, text, &mem, NULL);
    r.unchecked = true;
    r.skim = (const struct str[]){STR("Id"), STR_NONE};
    while (rec_next(&r, &rec)) {
        rec_forget(&r);
        count++;
    }
    arena_finish(&mem);
    return count;
}

static bool make_union(void *self, struct str before, struct buf *after)
{
    struct merging *m = self;
    m->texts[0] = before;
    journal_merge(m->texts, m->count, after);
    m->before = count_entries(before);
    m->after = count_entries(buf_view(after));
    return !str_equal(before, buf_view(after));
}

// The ledger to merge into: the journal, or a file by its path, that then has
// no head and no drafts of its own (it may be a calendar).
static struct ledger merge_ledger(struct cli *cli, struct str into)
{
    struct ledger l = journal_ledger(&cli->paths, &cli->mem);
    l.say = cli_say;
    l.self = cli;
    if (into.len > 0) {
        l.path = arena_copy(&cli->mem, into);
        l.head = STR("");
        l.drafts[0] = STR_NONE;
    }
    return l;
}

static int merge(struct cli *cli, struct merging *m)
{
    struct ledger l = merge_ledger(cli, m->into);
    struct rewrite how = {
        .make = make_union, .self = m, .backup = m->into.len == 0};
    struct str why = STR_NONE;
    if (m->into.len == 0) {
        ledger_recover(&l, &cli->mem, NULL);
    }
    if (!ledger_rewrite(&l, &how, &cli->mem, &why)) {
        return cli_fail(cli, EXIT_FAULT, "%.*s is as it was: %.*s",
                        STR_ARG(l.path), STR_ARG(why));
    }
    if (m->into.len == 0) {
        fprintf(cli->out, "%zu %s, %zu of them new\n", m->after,
                m->after == 1 ? "entry" : "entries", m->after - m->before);
    }
    return EXIT_DONE;
}

int journal_merge_run(struct arguments *args)
{
    struct cli *cli = args->cli;
    struct merging m = {
        .texts = ARENA_ARRAY(&cli->mem, struct str, (size_t)args->count + 1),
        .count = 1};
    struct str word = STR_NONE, why = STR_NONE;
    bool option = false;
    while (arguments_next(args, &word, &option)) {
        if (option && !str_equal(word, STR("--into"))) {
            return cli_unknown(args, "journal merge", word);
        }
        if (option) {
            if (!arguments_value(args, word, &m.into)) {
                return EXIT_USAGE;
            }
            if (m.into.len == 0) {
                return cli_fail(cli, EXIT_USAGE,
                                "journal merge: --into needs a file");
            }
        } else if (!file_read_any(word, 0, &cli->mem, &m.texts[m.count++],
                                  &why)) {
            return cli_fail(cli, EXIT_USAGE, "%.*s: %.*s", STR_ARG(word),
                            STR_ARG(why));
        }
    }
    if (m.count == 1) {
        return cli_fail(cli, EXIT_USAGE,
                        "journal merge: which file? give its path");
    }
    return merge(cli, &m);
}

static void say_of(struct cli *cli, const struct journal_source *s,
                   const struct diags *found)
{
    for (size_t i = 0; i < found->count; i++) {
        const struct diag *d = &found->items[i];
        fprintf(cli->err, "%.*s:%d: %s: %.*s\n", STR_ARG(s->name), d->line,
                d->severity == SEVERITY_ERROR ? "error" : "note",
                STR_ARG(d->message));
    }
    size_t entries = count_entries(s->text);
    fprintf(cli->out, "%.*s: %zu %s, %zu %s, %zu %s\n", STR_ARG(s->name),
            entries, entries == 1 ? "entry" : "entries", found->errors,
            found->errors == 1 ? "fault" : "faults", found->warnings,
            found->warnings == 1 ? "note" : "notes");
}

int journal_check_run(struct arguments *args)
{
    struct cli *cli = args->cli;
    struct journal_files journal;
    if (arguments_read(args, "journal check", NO_OPTIONS, NULL) != EXIT_DONE) {
        return EXIT_USAGE;
    }
    int status = journal_open(cli, &journal, true);
    // Of a journal that cannot be read there is nothing to count.
    size_t from = status == EXIT_DONE ? 0 : 1;
    for (size_t i = from; i < journal.source_count; i++) {
        struct diags found = {.mem = &cli->mem};
        journal_check(journal.sources[i].text, &cli->mem, &found);
        say_of(cli, &journal.sources[i], &found);
        status = found.errors > 0 ? EXIT_FAULT : status;
    }
    return status;
}

// SPDX-License-Identifier: MIT
// journal SUBCOMMAND; and what its subcommands share.
#include "cli/journal.h"

#include <unistd.h>

enum { NOTES_SHOWN = 16 };

static void say_notes(struct cli *cli, const struct journal_source *s)
{
    for (size_t i = 0; i < s->notes.count && i < NOTES_SHOWN; i++) {
        const struct diag *d = &s->notes.items[i];
        cli_fail(cli, EXIT_DONE, "%.*s:%d: %.*s", STR_ARG(s->name), d->line,
                 STR_ARG(d->message));
    }
    if (s->notes.count > NOTES_SHOWN) {
        cli_fail(cli, EXIT_DONE, "%.*s: and more; see breathmark journal check",
                 STR_ARG(s->name));
    }
}

int journal_open(struct cli *cli, struct journal_files *out, bool texts_only)
{
    struct journal_files_options wish = {
        .paths = &cli->paths, .say = cli_say, .self = cli};
    struct str why = STR_NONE;
    bool well = journal_files_open(out, &wish, texts_only, &cli->mem, &why);
    for (size_t i = 0; i < out->source_count; i++) {
        say_notes(cli, &out->sources[i]);
    }
    for (size_t i = 0; i < out->unfinished.count; i++) {
        cli_fail(cli, EXIT_DONE, "unfinished words lie in the draft %.*s",
                 STR_ARG(out->unfinished.items[i].path));
    }
    return well ? EXIT_DONE
                : cli_fail(cli, EXIT_FAULT, "%.*s: %.*s",
                           STR_ARG(out->ledger.path), STR_ARG(why));
}

struct entry journal_entry(struct cli *cli, const struct journal_files *files,
                           size_t number)
{
    struct rec_reader r = {.mem = &cli->mem};
    struct entry e;
    entry_init(&e);
    place_read(&files->places, &files->places.items[number], &r, &e);
    return e;
}

int journal_named(struct arguments *args, const char *command,
                  struct journal_files *out, size_t *number)
{
    struct str id = STR_NONE;
    if (arguments_read(args, command, NO_OPTIONS, &id) != EXIT_DONE) {
        return EXIT_USAGE;
    }
    if (id.len == 0) {
        cli_fail(args->cli, EXIT_USAGE,
                 "%s: which entry? give its Id, as journal list shows it",
                 command);
        return EXIT_USAGE;
    }
    if (journal_open(args->cli, out, false) != EXIT_DONE) {
        return EXIT_FAULT;
    }
    *number = places_find(&out->places, id);
    return *number < out->places.count
               ? EXIT_DONE
               : cli_fail(args->cli, EXIT_FAULT,
                          "no entry has the Id %.*s; see breathmark journal "
                          "list",
                          STR_ARG(id));
}

bool journal_input(struct cli *cli, struct str *text)
{
    struct buf all = {0};
    if (isatty(fileno(cli->in))) {
        fputs("Write; a line with Ctrl-D ends it.\n", cli->err);
    }
    while (all.len < JOURNAL_INPUT_MOST) {
        enum { PIECE = 65536 };
        buf_reserve(&all, PIECE);
        size_t got = fread(all.at + all.len, 1, PIECE, cli->in);
        all.len += got;
        if (got == 0) {
            break;
        }
    }
    if (all.len >= JOURNAL_INPUT_MOST) {
        cli_fail(cli, EXIT_DONE,
                 "only the first 4 MiB were read, and an entry holds 1 MiB: "
                 "split the text");
    }
    if (all.len > 0 && all.at[all.len - 1] == '\n') {
        all.len--;
    }
    if (all.len > 0 && all.at[all.len - 1] == '\r') {
        all.len--;
    }
    *text = arena_copy(&cli->mem, buf_view(&all));
    buf_finish(&all);
    if (ferror(cli->in)) {
        cli_fail(cli, EXIT_FAULT, "the text could not be read");
        return false;
    }
    return true;
}

void cli_keeper(struct cli *cli, struct keeper *out)
{
    struct keeper_options options = {
        .paths = &cli->paths, .now = &cli->now, .say = cli_say, .self = cli};
    keeper_init(out, &options, NULL);
}

int cli_keep(struct cli *cli, struct keeper *k, struct entry *e)
{
    struct kept kept = keeper_keep(k, e);
    if (kept.done) {
        fprintf(cli->out, "Kept in %.*s as %.*s.\n", STR_ARG(k->ledger.path),
                STR_ARG(e->id));
    }
    return cli_kept(cli, "journal", &kept);
}

static int keep(struct cli *cli, struct entry *e, bool amend)
{
    struct keeper keeper = {0};
    cli_keeper(cli, &keeper);
    struct kept kept =
        amend ? keeper_amend(&keeper, e) : keeper_keep(&keeper, e);
    if (kept.done) {
        fprintf(cli->out, "%.*s\n", STR_ARG(e->id));
    }
    int status = cli_kept(cli, "journal", &kept);
    keeper_finish(&keeper);
    return status;
}

int journal_keep(struct cli *cli, struct entry *e)
{
    return keep(cli, e, false);
}

static int journal_amend_run(struct arguments *args)
{
    struct journal_files journal;
    size_t first = 0;
    int status = journal_named(args, "journal amend", &journal, &first);
    if (status != EXIT_DONE) {
        return status;
    }
    const struct places *places = &journal.places;
    struct entry e =
        journal_entry(args->cli, &journal, places_latest(places, first));
    // Corrections of an entry name it, not each other.
    e.amends = places->items[first].id;
    return journal_input(args->cli, &e.text) ? keep(args->cli, &e, true)
                                             : EXIT_FAULT;
}

static const struct command subcommands[] = {
    {"add", journal_add_run},       {"list", journal_list_run},
    {"show", journal_show_run},     {"amend", journal_amend_run},
    {"check", journal_check_run},   {"merge", journal_merge_run},
    {"export", journal_export_run},
};

int cli_journal(struct arguments *args)
{
    return cli_subcommand(args, "journal", "list", COMMANDS(subcommands));
}

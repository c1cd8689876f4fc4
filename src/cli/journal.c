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

// A line that a person types; all of what comes from elsewhere.
static void read_piece(FILE *in, bool typed, struct buf *all)
{
    int c = '\0';
    while (all->len < JOURNAL_INPUT_MOST && (c = getc(in)) != EOF) {
        buf_put_char(all, (char)c);
        if (typed && c == '\n') {
            return;
        }
    }
}

// What is typed lies in a draft, line by line: a terminal that closes takes the
// program with it.
static void read_all(struct cli *cli, struct keeper *keeper, struct entry *e,
                     struct buf *all)
{
    bool typed = isatty(fileno(cli->in)) == 1, drafts = typed;
    struct str why = STR_NONE;
    if (typed) {
        fputs("Write; a line with Ctrl-D ends it.\n", cli->err);
    }
    while (all->len < JOURNAL_INPUT_MOST && !feof(cli->in) &&
           !ferror(cli->in)) {
        read_piece(cli->in, typed, all);
        e->text = buf_view(all);
        if (drafts && !feof(cli->in) && !keeper_draft(keeper, e, &why)) {
            cli_fail(cli, EXIT_DONE, "no draft could be saved: %.*s",
                     STR_ARG(why));
            drafts = false;
        }
    }
}

static bool read_text(struct cli *cli, struct keeper *keeper, struct entry *e)
{
    struct buf all = {0};
    read_all(cli, keeper, e, &all);
    if (all.len >= JOURNAL_INPUT_MOST) {
        cli_fail(cli, EXIT_DONE,
                 "only the first 4 MiB were read, and an entry holds 1 MiB: "
                 "split the text");
    }
    struct str text = buf_view(&all);
    text.len -= str_ends(text, STR("\n"));
    text.len -= str_ends(text, STR("\r"));
    e->text = arena_copy(&cli->mem, text);
    buf_finish(&all);
    if (ferror(cli->in)) {
        cli_fail(cli, EXIT_FAULT, "the text could not be read");
        return false;
    }
    return true;
}

int journal_write(struct cli *cli, struct entry *e, bool amend)
{
    struct keeper keeper = {0};
    int status = EXIT_FAULT;
    cli_keeper(cli, &keeper);
    if (amend) {
        keeper_correct(&keeper, e);
    }
    if (read_text(cli, &keeper, e)) {
        struct kept kept = keeper_keep(&keeper, e);
        if (kept.done) {
            fprintf(cli->out, "%.*s\n", STR_ARG(e->id));
        }
        status = cli_kept(cli, "journal", &kept);
    }
    keeper_finish(&keeper);
    return status;
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
    return journal_write(args->cli, &e, true);
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

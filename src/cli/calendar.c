// SPDX-License-Identifier: MIT
#include "cli/calendar.h"

#include "platform/file.h"

int calendar_reopen(struct cli *cli, struct str person,
                    struct calendar_file *out)
{
    struct calendar_file_options wish = {.paths = &cli->paths,
                                         .now = &cli->now,
                                         .person = str_trim(person),
                                         .say = cli_say,
                                         .self = cli};
    struct str why = STR_NONE;
    return calendar_file_open(out, &wish, &cli->mem, &why)
               ? EXIT_DONE
               : cli_fail(cli, EXIT_FAULT, "%.*s: %.*s",
                          STR_ARG(out->ledger.path), STR_ARG(why));
}

int calendar_open(struct cli *cli, struct str person, struct calendar_file *out)
{
    int status = calendar_reopen(cli, person, out);
    size_t faults = out->notes.errors;
    if (status == EXIT_DONE && faults > 0) {
        cli_fail(cli, EXIT_DONE,
                 "calendar.rec: %zu %s not understood; see breathmark "
                 "calendar check",
                 faults, faults == 1 ? "line was" : "lines were");
    }
    return status;
}

bool calendar_date(struct cli *cli, struct str text, struct day *out)
{
    bool well = day_parse(text, out);
    if (!well) {
        cli_fail(cli, EXIT_USAGE,
                 "\"%.*s\" is not a date; write it like 2026-03-01",
                 STR_ARG(text));
    }
    return well;
}

static void put_note(struct buf *out, const struct diag *d)
{
    buf_printf(
        out, "calendar.rec:%d: %s%.*s", d->line,
        d->severity == SEVERITY_ERROR ? "" : "note: ", STR_ARG(d->message));
    if (d->hint.len > 0) {
        buf_printf(out, "; %.*s", STR_ARG(d->hint));
    }
    buf_put_char(out, '\n');
}

static int calendar_check_run(struct arguments *args)
{
    struct cli *cli = args->cli;
    struct str text = STR_NONE, why = STR_NONE;
    if (arguments_read(args, "calendar check", NO_OPTIONS, NULL) != EXIT_DONE) {
        return EXIT_USAGE;
    }
    struct ledger ledger = calendar_ledger(&cli->paths, &cli->mem);
    ledger.say = cli_say;
    ledger.self = cli;
    ledger_recover(&ledger, &cli->mem, NULL);
    if (!file_exists(ledger.path)) {
        fputs("calendar.rec: there is none yet\n", cli->out);
        return EXIT_DONE;
    }
    if (!ledger_read(&ledger, &cli->mem, &text, &why)) {
        return cli_fail(cli, EXIT_FAULT, "%.*s: %.*s", STR_ARG(ledger.path),
                        STR_ARG(why));
    }
    struct diags notes = {.mem = &cli->mem};
    struct buf out = {0};
    calendar_check(text, &cli->mem, &notes);
    for (size_t i = 0; i < notes.count; i++) {
        put_note(&out, &notes.items[i]);
    }
    if (notes.count == 0) {
        buf_put(&out, STR("calendar.rec: nothing is wrong\n"));
    }
    cli_print(cli, &out);
    return notes.errors > 0 ? EXIT_FAULT : EXIT_DONE;
}

static const struct command subcommands[] = {
    {"show", calendar_show_run},       {"key", calendar_key_run},
    {"presets", calendar_presets_run}, {"check", calendar_check_run},
    {"plan", calendar_plan_run},       {"log", calendar_log_run},
    {"tick", calendar_tick_run},       {"export", calendar_export_run},
    {"import", calendar_import_run},
};

int cli_calendar(struct arguments *args)
{
    return cli_subcommand(args, "calendar", "show", COMMANDS(subcommands));
}

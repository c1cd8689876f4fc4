// SPDX-License-Identifier: MIT
// journal export: comma-separated values with every field of every entry,
// plain text to read and print, or a sheet of some weeks (journal_sheet.h).
#include "cli/calendar.h"
#include "cli/journal.h"
#include "cli/journal_sheet.h"

struct export
{
    struct arguments *args;
    bool csv, text, sheet, from_given, to_given;
    struct str notes; // of the sheet: a tag
    struct str path;  // of the sheet as a PDF
    struct day from, to;
};

static bool is_wanted(const struct export *x, const struct entry *e)
{
    return (!x->from_given || e->day_date.number >= x->from.number) &&
           (!x->to_given || e->day_date.number <= x->to.number);
}

static void print_all(const struct export *x, const struct places *list)
{
    struct buf out = {0};
    bool first = true, goes_on = true;
    struct entry_reader r = {.list = list};
    struct entry e;
    if (x->csv) {
        entry_put_head(ENTRY_COMMAS, &out);
    }
    while (goes_on && entry_next(&r, &e)) {
        if (!is_wanted(x, &e)) {
            continue;
        }
        if (x->csv) {
            entry_put_row(&e, ENTRY_COMMAS, &out);
        } else {
            buf_put(&out, first ? STR("") : STR("\n----\n\n"));
            entry_put_text(&e, &out);
        }
        first = false;
        goes_on = cli_print_piece(x->args->cli, &out);
    }
    cli_print(x->args->cli, &out);
    entry_reader_finish(&r);
}

static int print_sheet(const struct export *x, const struct places *list)
{
    struct sheet_order order = {
        .wish = {.from = x->from,
                 .to = x->to,
                 .notes = x->notes.len > 0 ? x->notes : STR("share")},
        .from_given = x->from_given,
        .to_given = x->to_given,
        .path = x->path};
    return journal_sheet(x->args->cli, &order, list);
}

static int read_options(struct arguments *args, struct export *x)
{
    struct str from = STR_NONE, to = STR_NONE;
    const struct option known[] = {
        {"--csv", .flag = &x->csv},     {"--text", .flag = &x->text},
        {"--sheet", .flag = &x->sheet}, {"--notes", .value = &x->notes},
        {"-o", .value = &x->path},      {"--from", .value = &from},
        {"--to", .value = &to},
    };
    int status = arguments_read(args, "journal export", OPTIONS(known), NULL);
    x->from_given = from.at != NULL;
    x->to_given = to.at != NULL;
    if (status == EXIT_DONE &&
        ((x->from_given && !calendar_date(args->cli, from, &x->from)) ||
         (x->to_given && !calendar_date(args->cli, to, &x->to)))) {
        status = EXIT_USAGE;
    }
    return status;
}

// Whether what was given goes together.
static int check_options(const struct export *x)
{
    struct cli *cli = x->args->cli;
    if (x->csv + x->text + x->sheet != 1) {
        return cli_fail(cli, EXIT_USAGE,
                        "journal export: say how, --csv, --text or --sheet");
    }
    if (x->notes.len + x->path.len > 0 && !x->sheet) {
        return cli_fail(cli, EXIT_USAGE, "journal export: %s goes with --sheet",
                        x->notes.len > 0 ? "--notes" : "-o");
    }
    if (x->path.len > 0 && !str_ends(x->path, STR(".pdf"))) {
        return cli_fail(cli, EXIT_USAGE,
                        "journal export: -o writes a PDF; give it a name that "
                        "ends with .pdf");
    }
    if (x->from_given && x->to_given && x->from.number > x->to.number) {
        return cli_fail(cli, EXIT_USAGE,
                        "journal export: --from lies after --to");
    }
    return EXIT_DONE;
}

int journal_export_run(struct arguments *args)
{
    struct export x = {.args = args};
    struct journal_files journal;
    int status = read_options(args, &x);
    if (status == EXIT_DONE) {
        status = check_options(&x);
    }
    if (status != EXIT_DONE) {
        return status;
    }
    status = journal_open(args->cli, &journal, false);
    if (x.sheet) {
        int printed = print_sheet(&x, &journal.places);
        return status == EXIT_DONE ? printed : status;
    }
    print_all(&x, &journal.places);
    return status;
}

// SPDX-License-Identifier: MIT
// journal export: comma-separated values with every field of every entry,
// plain text to read and print, or a sheet of some weeks (journal_sheet.h).
#include "cli/calendar.h"
#include "cli/journal.h"
#include "cli/journal_sheet.h"

struct export
{
    struct words *w;
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
    bool first = true;
    struct entry_reader r = {.list = list};
    struct entry e;
    if (x->csv) {
        entry_put_head(ENTRY_COMMAS, &out);
    }
    while (entry_next(&r, &e)) {
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
        calendar_print_piece(x->w->cli, &out);
    }
    calendar_print(x->w->cli, &out);
    entry_reader_finish(&r);
}

static int print_sheet(const struct export *x, const struct entries *list)
{
    struct sheet_order order = {
        .wish = {.from = x->from,
                 .to = x->to,
                 .notes = x->notes.len > 0 ? x->notes : STR("share")},
        .from_given = x->from_given,
        .to_given = x->to_given,
        .path = x->path};
    return journal_sheet(x->w->cli, &order, list);
}

static int take_date(struct export *x, struct str option, bool *given,
                     struct day *day)
{
    struct str value = STR_NONE;
    *given = true;
    return words_value(x->w, option, &value) &&
                   calendar_date(x->w->cli, value, day)
               ? EXIT_DONE
               : EXIT_USAGE;
}

static bool *form_of(struct export *x, struct str option)
{
    return str_equal(option, STR("--csv"))     ? &x->csv
           : str_equal(option, STR("--text"))  ? &x->text
           : str_equal(option, STR("--sheet")) ? &x->sheet
                                               : NULL;
}

static int take_option(struct export *x, struct str option)
{
    if (str_equal(option, STR("--from"))) {
        return take_date(x, option, &x->from_given, &x->from);
    }
    if (str_equal(option, STR("--to"))) {
        return take_date(x, option, &x->to_given, &x->to);
    }
    bool notes = str_equal(option, STR("--notes"));
    if (notes || str_equal(option, STR("-o"))) {
        struct str *value = notes ? &x->notes : &x->path;
        return words_value(x->w, option, value) ? EXIT_DONE : EXIT_USAGE;
    }
    bool *form = form_of(x, option);
    if (!form) {
        return cli_unknown(x->w, "journal export", option);
    }
    *form = true;
    return words_flag(x->w, option) ? EXIT_DONE : EXIT_USAGE;
}

int journal_export_run(struct words *w)
{
    struct export x = {.w = w};
    struct journal_files journal;
    struct str word = STR_NONE;
    bool option = false;
    int status = EXIT_DONE;
    while (status == EXIT_DONE && words_next(w, &word, &option)) {
        status = option ? take_option(&x, word)
                        : cli_unknown(w, "journal export", word);
    }
    if (status == EXIT_DONE && x.csv + x.text + x.sheet != 1) {
        status = cli_fail(w->cli, EXIT_USAGE,
                          "journal export: say how, --csv, --text or --sheet");
    }
    if (status == EXIT_DONE && x.notes.len + x.path.len > 0 && !x.sheet) {
        status =
            cli_fail(w->cli, EXIT_USAGE, "journal export: %s goes with --sheet",
                     x.notes.len > 0 ? "--notes" : "-o");
    }
    if (status == EXIT_DONE && x.path.len > 0 &&
        !str_ends(x.path, STR(".pdf"))) {
        status = cli_fail(w->cli, EXIT_USAGE,
                          "journal export: -o writes a PDF; give it a name "
                          "that ends with .pdf");
    }
    if (status == EXIT_DONE && x.from_given && x.to_given &&
        x.from.number > x.to.number) {
        status = cli_fail(w->cli, EXIT_USAGE,
                          "journal export: --from lies after --to");
    }
    if (status != EXIT_DONE) {
        return status;
    }
    status = journal_open(w->cli, &journal, false);
    if (x.sheet) {
        struct entries all = entries_read(&journal.places, &w->cli->mem);
        int printed = print_sheet(&x, &all);
        return status == EXIT_DONE ? printed : status;
    }
    print_all(&x, &journal.places);
    return status;
}

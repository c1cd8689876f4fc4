// SPDX-License-Identifier: MIT
// journal list and show. A list has every entry as it was written, corrections
// too; for people it says which is which.
#include "cli/journal.h"

// "2026-03-01 08:02  dose  box, 5 min 40 s  mood 2 > 4", then the Id and the
// text's first line.
static void put_entry(struct buf *out, const struct entry *e, bool corrected)
{
    rec_clean_line(out, str_sub(e->at, 0, 16));
    if (e->kind != DAY_NONE) {
        buf_printf(out, "  %.*s", STR_ARG(day_kind_word(e->kind)));
    }
    if (e->who.len > 0) {
        buf_put(out, STR("  "));
        entry_put_first_line(out, e->who);
    }
    buf_put(out, STR("  "));
    entry_put_first_line(out,
                         e->session.len > 0 ? e->session : STR("check-in"));
    if (e->done_s >= 0) {
        buf_put(out, STR(", "));
        entry_put_length(out, e->done_s);
    }
    if (e->mood_before >= 0 || e->mood_after >= 0) {
        buf_put(out, STR("  mood"));
    }
    if (e->mood_before >= 0) {
        buf_printf(out, " %d", e->mood_before);
    }
    if (e->mood_after >= 0) {
        buf_printf(out, "%s %d", e->mood_before >= 0 ? " >" : "",
                   e->mood_after);
    }
    buf_put(out, e->amends.len > 0 ? STR("  correction") : STR(""));
    buf_put(out, corrected ? STR("  corrected later") : STR(""));
    buf_put(out, STR("\n  "));
    entry_put_first_line(out, e->id);
    if (e->text.len > 0) {
        buf_put(out, STR("  "));
        entry_put_first_line(out, e->text);
    }
    buf_put_char(out, '\n');
}

static void print_list(struct cli *cli, const struct places *list, bool tsv)
{
    struct buf out = {0};
    bool goes_on = true;
    bool *corrected = places_corrected(list, &cli->mem);
    struct entry_reader r = {.list = list};
    struct entry e;
    if (tsv) {
        entry_put_head(ENTRY_TABS, &out);
    }
    while (goes_on && entry_next(&r, &e)) {
        if (tsv) {
            entry_put_row(&e, ENTRY_TABS, &out);
        } else {
            put_entry(&out, &e, corrected[r.next - 1]);
        }
        goes_on = cli_print_piece(cli, &out);
    }
    cli_print(cli, &out);
    entry_reader_finish(&r);
}

int journal_list_run(struct arguments *args)
{
    struct journal_files journal;
    bool tsv = false;
    const struct option known[] = {{"--tsv", .flag = &tsv}};
    if (arguments_read(args, "journal list", OPTIONS(known), NULL) !=
        EXIT_DONE) {
        return EXIT_USAGE;
    }
    int status = journal_open(args->cli, &journal, false);
    if (status == EXIT_DONE && journal.places.count == 0 && !tsv) {
        fputs("Nothing is written yet.\n", args->cli->out);
    }
    print_list(args->cli, &journal.places, tsv);
    return status;
}

int journal_show_run(struct arguments *args)
{
    struct journal_files journal;
    size_t first = 0;
    int status = journal_named(args, "journal show", &journal, &first);
    if (status != EXIT_DONE) {
        return status;
    }
    size_t latest = places_latest(&journal.places, first);
    struct buf out = {0};
    struct entry e = journal_entry(args->cli, &journal, first);
    entry_put_text(&e, &out);
    if (latest != first) {
        e = journal_entry(args->cli, &journal, latest);
        buf_printf(&out, "\nCorrected as %.*s:\n\n", STR_ARG(e.id));
        entry_put_text(&e, &out);
    }
    cli_print(args->cli, &out);
    return EXIT_DONE;
}

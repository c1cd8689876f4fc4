// SPDX-License-Identifier: MIT
// journal list and show. A list has every entry as it was written, corrections
// too; for people it says which is which.
#include "cli/calendar.h"
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

static void print_list(struct cli *cli, const struct entries *list, bool tsv)
{
    struct buf out = {0};
    bool *corrected = entries_corrected(list, &cli->mem);
    if (tsv) {
        entry_put_head(ENTRY_TABS, &out);
    }
    for (size_t i = 0; i < list->count; i++) {
        if (tsv) {
            entry_put_row(&list->items[i], ENTRY_TABS, &out);
        } else {
            put_entry(&out, &list->items[i], corrected[i]);
        }
        calendar_print_piece(cli, &out);
    }
    calendar_print(cli, &out);
}

int journal_list_run(struct words *w)
{
    struct journal_files journal;
    struct str word = STR_NONE;
    bool option = false, tsv = false;
    while (words_next(w, &word, &option)) {
        if (!option || !str_equal(word, STR("--tsv"))) {
            return cli_unknown(w, "journal list", word);
        }
        if (!words_flag(w, word)) {
            return EXIT_USAGE;
        }
        tsv = true;
    }
    int status = journal_open(w->cli, &journal, false);
    if (status == EXIT_DONE && journal.entries.count == 0 && !tsv) {
        fputs("Nothing is written yet.\n", w->cli->out);
    }
    print_list(w->cli, &journal.entries, tsv);
    return status;
}

int journal_show_run(struct words *w)
{
    struct journal_files journal;
    struct str id = STR_NONE;
    int status = journal_id(w, "journal show", &id);
    if (status == EXIT_DONE) {
        status = journal_open(w->cli, &journal, false);
    }
    if (status != EXIT_DONE) {
        return status;
    }
    const struct entry *e = entries_find(&journal.entries, id);
    if (!e) {
        return cli_fail(w->cli, EXIT_FAULT, "no entry has the Id %.*s",
                        STR_ARG(id));
    }
    struct buf out = {0};
    entry_put_text(e, &out);
    const struct entry *latest = entries_latest(&journal.entries, e);
    if (latest != e) {
        buf_printf(&out, "\nCorrected as %.*s:\n\n", STR_ARG(latest->id));
        entry_put_text(latest, &out);
    }
    calendar_print(w->cli, &out);
    return EXIT_DONE;
}

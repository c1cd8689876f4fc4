// SPDX-License-Identifier: MIT
// journal list and show. A list has every entry as it was written, corrections
// too; for people it says which is which.
#include "cli/calendar.h"
#include "cli/journal.h"

void journal_put_line(struct buf *out, struct str text)
{
    rec_clean_line(out, str_sub(text, 0, str_find(text, '\n', 0)));
}

static void put_cell(struct buf *out, struct str text)
{
    if (text.len == 0) {
        buf_put_char(out, '-');
    }
    journal_put_line(out, text);
    buf_put_char(out, '\t');
}

static void put_number(struct buf *out, int64_t number, int64_t missing)
{
    if (number == missing) {
        buf_put(out, STR("-\t"));
    } else {
        buf_printf(out, "%lld\t", (long long)number);
    }
}

static void put_row(struct buf *out, const struct entry *e)
{
    put_cell(out, e->id);
    put_cell(out, e->at);
    day_print(e->day_date, out);
    buf_put_char(out, '\t');
    put_cell(out, day_kind_word(e->kind));
    put_cell(out, day_basis_word(e->basis));
    put_number(out, e->cycle, 0);
    put_number(out, e->week, 0);
    put_number(out, e->day, 0);
    put_cell(out, e->session);
    put_number(out, e->planned_s, -1);
    put_number(out, e->done_s, -1);
    put_number(out, e->mood_before, -1);
    put_number(out, e->mood_after, -1);
    put_cell(out, e->text);
    out->at[out->len - 1] = '\n';
}

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
        journal_put_line(out, e->who);
    }
    buf_put(out, STR("  "));
    journal_put_line(out, e->session.len > 0 ? e->session : STR("check-in"));
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
    journal_put_line(out, e->id);
    if (e->text.len > 0) {
        buf_put(out, STR("  "));
        journal_put_line(out, e->text);
    }
    buf_put_char(out, '\n');
}

static void print_list(struct cli *cli, const struct entries *list, bool tsv)
{
    struct buf out = {0};
    bool *corrected = entries_corrected(list, &cli->mem);
    if (tsv) {
        buf_put(&out, STR("id\tat\tday_date\tkind\tbasis\tcycle\tweek\tday\t"
                          "session\tplanned_s\tdone_s\tmood_before\t"
                          "mood_after\ttext\n"));
    }
    for (size_t i = 0; i < list->count; i++) {
        if (tsv) {
            put_row(&out, &list->items[i]);
        } else {
            put_entry(&out, &list->items[i], corrected[i]);
        }
        if (out.len > 1 << 16) {
            fwrite(out.at, 1, out.len, cli->out);
            buf_clear(&out);
        }
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

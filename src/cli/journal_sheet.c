// SPDX-License-Identifier: MIT
// The sheet as plain text, in columns.
#include "cli/journal_sheet.h"

#include "base/utf8.h"
#include "cli/calendar.h"
#include "cli/journal.h"

static void put_strip(const struct sheet *s, struct buf *out)
{
    buf_put(out, STR("Days       Mo  Tu  We  Th  Fr  Sa  Su\n"));
    for (size_t w = 0; w < s->week_count; w++) {
        sheet_week_name(s, w, out);
        buf_put(out, STR("   "));
        for (size_t i = 0; i < SHEET_WEEK; i++) {
            const struct sheet_day *d = &s->days[w * SHEET_WEEK + i];
            if (d->inside) {
                buf_printf(out, "  %c%c", sheet_letter(d->kind),
                           d->written ? '*' : ' ');
            } else {
                buf_put(out, STR("    "));
            }
        }
        cli_end_line(out);
    }
    buf_printf(out, "\n%.*s\n", STR_ARG(sheet_legend()));
}

// A cell in its column: cut, or filled with blanks on the right or, a number,
// on the left.
static void put_column(struct buf *out, struct str text, int room)
{
    bool number = room < 0;
    size_t wide = (size_t)(number ? -room : room), at = 0, used = 0;
    while (at < text.len && used < wide) {
        utf8_next(text, &at);
        used++;
    }
    for (size_t i = used; number && i < wide; i++) {
        buf_put_char(out, ' ');
    }
    buf_put(out, str_sub(text, 0, at));
    for (size_t i = used; !number && i < wide; i++) {
        buf_put_char(out, ' ');
    }
}

static void put_entries(const struct sheet *s, struct buf *out)
{
    static const int rooms[SHEET_CELLS] = {11, 12, 28, -5, -6, -6};
    struct buf cell = {0};
    buf_put(out, STR("\nDay        Kind        Practice             "
                     "         min  before after\n"));
    for (size_t i = 0; i < s->count; i++) {
        for (size_t c = 0; c < SHEET_CELLS; c++) {
            buf_clear(&cell);
            sheet_cell(&s->entries[i], c, &cell);
            put_column(out, buf_view(&cell), rooms[c]);
        }
        buf_put_char(out, '\n');
    }
    buf_finish(&cell);
    sheet_total(s, out);
    buf_put_char(out, '\n');
}

static void put_notes(const struct sheet *s, struct buf *out)
{
    buf_put(out, s->note_count > 0 ? STR("\nNotes\n") : STR(""));
    for (size_t i = 0; i < s->note_count; i++) {
        const struct entry *e = s->notes[i];
        buf_put_char(out, '\n');
        date_sentence(e->day_date, NULL, out);
        buf_put_char(out, '\n');
        for (struct str rest = e->text; rest.len > 0;) {
            struct str line = str_cut(&rest, '\n');
            rec_clean_line(out, line);
            buf_put_char(out, '\n');
        }
    }
}

static void print(struct cli *cli, const struct sheet *s)
{
    struct buf out = {0};
    sheet_title(s, &out);
    buf_put(&out, STR("\n\n"));
    put_strip(s, &out);
    put_entries(s, &out);
    put_notes(s, &out);
    cli_print(cli, &out);
}

int journal_sheet(struct cli *cli, const struct sheet_order *order,
                  const struct places *list)
{
    struct calendar_file file;
    struct sheet sheet;
    int status = calendar_open(cli, STR_NONE, &file);
    struct sheet_wish wish = order->wish;
    if (!order->to_given) {
        wish.to = file.today;
    }
    if (!order->from_given) {
        wish.from.number = wish.to.number - (SHEET_DAYS - 1);
    }
    if (wish.from.number > wish.to.number) {
        return cli_fail(cli, EXIT_USAGE,
                        "journal export --sheet: --from lies after today; "
                        "give --to as well");
    }
    if (wish.to.number - wish.from.number >= SHEET_DAYS_MOST) {
        return cli_fail(cli, EXIT_USAGE,
                        "journal export --sheet: at most a year on a sheet; "
                        "give --from and --to");
    }
    sheet_make(&sheet, &wish, list, file.calendar, &cli->mem);
    if (order->path.len == 0) {
        print(cli, &sheet);
        return status;
    }
    int written = journal_paper(cli, &sheet, order->path, &file.now);
    return status == EXIT_DONE ? written : status;
}

// SPDX-License-Identifier: MIT
#include "cli/calendar.h"

// "A" or "A..B", both included.
static bool read_range(struct cli *cli, struct str text, struct day *first,
                       struct day *last)
{
    size_t at = 0;
    while (at < text.len &&
           !str_starts(str_sub(text, at, text.len), STR(".."))) {
        at++;
    }
    if (!calendar_date(cli, str_sub(text, 0, at), first)) {
        return false;
    }
    *last = *first;
    if (at < text.len &&
        !calendar_date(cli, str_sub(text, at + 2, text.len), last)) {
        return false;
    }
    if (last->number < first->number) {
        cli_fail(cli, EXIT_USAGE, "%.*s ends before it begins", STR_ARG(text));
        return false;
    }
    return true;
}

static void put_count(struct buf *out, int count)
{
    buf_put_char(out, '\t');
    if (count > 0) {
        buf_printf(out, "%d", count);
    } else {
        buf_put_char(out, '-');
    }
}

static void put_row(struct buf *out, struct day d, const struct day_key *k)
{
    day_print(d, out);
    buf_put_char(out, '\t');
    buf_put(out, day_kind_word(k->kind));
    buf_put_char(out, '\t');
    buf_put(out, day_basis_word(k->basis));
    buf_put_char(out, '\t');
    if (k->plan.len > 0) {
        rec_clean_line(out, k->plan);
    } else {
        buf_put_char(out, '-');
    }
    put_count(out, k->cycle);
    put_count(out, k->week);
    put_count(out, k->day);
    buf_put_char(out, '\n');
}

static void put_day(struct buf *out, const struct calendar *c, struct day d,
                    bool tsv)
{
    if (tsv) {
        struct day_key k = calendar_key(c, d);
        put_row(out, d, &k);
        return;
    }
    struct buf why = {0};
    calendar_why(c, d, &why);
    rec_clean_line(out, buf_view(&why));
    buf_put_char(out, '\n');
    buf_finish(&why);
}

int calendar_key_run(struct arguments *args)
{
    struct cli *cli = args->cli;
    struct str person = STR_NONE, range = STR_NONE;
    bool tsv = false;
    const struct option known[] = {
        {"--person", .value = &person},
        {"--tsv", .flag = &tsv},
    };
    struct day first = {0}, last = {0};
    int status = arguments_read(args, "calendar key", OPTIONS(known), &range);
    if (status != EXIT_DONE) {
        return status;
    }
    if (range.len > 0 && !read_range(cli, range, &first, &last)) {
        return EXIT_USAGE;
    }
    struct calendar_file file;
    status = calendar_open(cli, person, &file);
    if (status != EXIT_DONE) {
        return status;
    }
    if (range.len == 0) {
        first = last = file.today;
    }
    struct buf out = {0};
    if (tsv) {
        buf_put(&out, STR("date\tkind\tbasis\tplan\tcycle\tweek\tday\n"));
    }
    bool goes_on = true;
    for (struct day d = first; goes_on && d.number <= last.number; d.number++) {
        put_day(&out, file.calendar, d, tsv);
        goes_on = cli_print_piece(cli, &out);
    }
    cli_print(cli, &out);
    return EXIT_DONE;
}

// SPDX-License-Identifier: MIT
#include "cli/calendar.h"

struct wish {
    struct str person, range;
    bool tsv;
};

static int read_words(struct words *w, struct wish *out)
{
    struct str word = STR_NONE;
    bool option = false;
    while (words_next(w, &word, &option)) {
        if (option && str_equal(word, STR("--tsv"))) {
            if (!words_flag(w, word)) {
                return EXIT_USAGE;
            }
            out->tsv = true;
        } else if (option && str_equal(word, STR("--person"))) {
            if (!words_value(w, word, &out->person)) {
                return EXIT_USAGE;
            }
        } else if (option || out->range.len > 0) {
            return cli_unknown(w, "calendar key", word);
        } else {
            out->range = word;
        }
    }
    return EXIT_DONE;
}

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

int calendar_key_run(struct words *w)
{
    enum { PRINTED_AT_ONCE = 64 << 10 };
    struct cli *cli = w->cli;
    struct wish wish = {0};
    struct day first = {0}, last = {0};
    int status = read_words(w, &wish);
    if (status != EXIT_DONE) {
        return status;
    }
    if (wish.range.len > 0 && !read_range(cli, wish.range, &first, &last)) {
        return EXIT_USAGE;
    }
    struct calendar_file file;
    status = calendar_open(cli, wish.person, &file);
    if (status != EXIT_DONE) {
        return status;
    }
    if (wish.range.len == 0) {
        first = last = file.today;
    }
    struct buf out = {0};
    if (wish.tsv) {
        buf_put(&out, STR("date\tkind\tbasis\tplan\tcycle\tweek\tday\n"));
    }
    for (struct day d = first; d.number <= last.number; d.number++) {
        put_day(&out, file.calendar, d, wish.tsv);
        if (out.len > PRINTED_AT_ONCE) {
            calendar_print(cli, &out);
        }
    }
    calendar_print(cli, &out);
    return EXIT_DONE;
}

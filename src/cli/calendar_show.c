// SPDX-License-Identifier: MIT
// A month as text. A letter names the kind of a day; brackets say that it is
// only planned, so that nothing hangs on colour or on the case of a letter.
#include "cli/calendar.h"

#include "base/number.h"
#include "core/protocol.h"

struct month {
    int year, month;
    struct day first;
    int days;
};

static struct month month_of(int year, int month)
{
    return (struct month){year, month,
                          day_from_date((struct date){year, month, 1}),
                          month_length(year, month)};
}

// "2026-03"; false, with a line on standard error, for anything else.
static bool read_month(struct cli *cli, struct str text, struct month *out)
{
    int64_t year = 0, month = 0;
    bool well = text.len == 7 && text.at[4] == '-' &&
                number_whole(str_sub(text, 0, 4), 1, 9999, &year) &&
                number_whole(str_sub(text, 5, 7), 1, 12, &month);
    if (well) {
        *out = month_of((int)year, (int)month);
    } else {
        cli_fail(cli, EXIT_USAGE,
                 "\"%.*s\" is not a month; write it like 2026-03",
                 STR_ARG(text));
    }
    return well;
}

static void put_cell(struct buf *out, const struct calendar_file *file,
                     struct day d)
{
    static const char letters[DAY_KIND_COUNT] = {
        [DAY_NONE] = ' ',   [DAY_DOSE] = 'D',  [DAY_TRANSITION] = 'T',
        [DAY_NORMAL] = 'N', [DAY_BREAK] = 'B',
    };
    struct day_key k = calendar_key(file->calendar, d);
    bool planned = k.basis == BASIS_PLANNED;
    buf_printf(out, "%c%2d %c%c%c", d.number == file->today.number ? '>' : ' ',
               day_date(d).day, planned ? '(' : ' ', letters[k.kind],
               planned ? ')' : ' ');
}

static void put_grid(struct buf *out, const struct calendar_file *file,
                     const struct month *m)
{
    for (int weekday = 0; weekday < 7; weekday++) {
        struct str name = weekday_name(weekday);
        buf_printf(out, " %.3s    ", name.at);
    }
    cli_end_line(out);
    int skip = day_weekday(m->first);
    buf_printf(out, "%*s", skip * 8, "");
    for (int i = 0; i < m->days; i++) {
        struct day d = {m->first.number + i};
        put_cell(out, file, d);
        bool last = i + 1 == m->days || day_weekday(d) == 6;
        if (last) {
            cli_end_line(out);
        } else {
            buf_put(out, STR("  "));
        }
    }
    buf_put(out, STR("\n D dose  T transition  N normal  B break   (D) "
                     "planned, not logged   > today\n"));
}

static void put_plan(struct buf *out, const struct plan *p)
{
    buf_put(out, STR("\nFrom "));
    date_sentence(p->start, NULL, out);
    buf_put(out, STR(": "));
    if (p->label.len > 0) {
        rec_clean_line(out, p->label);
        buf_put(out, STR(", "));
    }
    plan_describe(p, out);
    buf_put_char(out, '\n');
    if (p->phase.len > 0) {
        buf_put(out, STR("Phase: "));
        rec_clean_line(out, p->phase);
        buf_put_char(out, '\n');
    }
    for (size_t i = 0; i < p->item_count; i++) {
        buf_put(out, i == 0 ? STR("With it: ") : STR(", "));
        rec_clean_line(out, p->items[i]);
    }
    if (p->item_count > 0) {
        buf_put_char(out, '\n');
    }
}

static void put_plans(struct buf *out, const struct calendar_file *file,
                      const struct month *m)
{
    const struct plan *p = calendar_plan(file->calendar, m->first);
    if (p) {
        put_plan(out, p);
    }
    struct day d = m->first;
    while ((p = calendar_next_plan(file->calendar, d)) != NULL &&
           p->start.number < m->first.number + m->days) {
        put_plan(out, p);
        d = p->start;
    }
}

// The days' stories: every mark, in the order in which it was made.
static void put_marks(struct buf *out, const struct calendar_file *file,
                      const struct month *m)
{
    bool first = true;
    for (int i = 0; i < m->days; i++) {
        const struct mark *marks = NULL;
        struct day d = {m->first.number + i};
        size_t count = calendar_marks(file->calendar, d, &marks);
        for (size_t k = 0; k < count; k++) {
            buf_put(out, first ? STR("\n") : STR(""));
            first = false;
            struct str what = mark_word(marks[k].what);
            buf_printf(out, "%3d  %.*s", i + 1, STR_ARG(what));
            if (marks[k].amount.len > 0) {
                buf_put(out, STR(", "));
                rec_clean_line(out, marks[k].amount);
            }
            if (marks[k].note.len > 0) {
                buf_put(out, STR(": "));
                rec_clean_line(out, marks[k].note);
            }
            buf_put_char(out, '\n');
        }
    }
}

int calendar_show_run(struct arguments *args)
{
    struct cli *cli = args->cli;
    struct str month = STR_NONE, person = STR_NONE;
    const struct option known[] = {{"--person", .value = &person}};
    struct month m = {0};
    struct calendar_file file;
    int status = arguments_read(args, "calendar show", OPTIONS(known), &month);
    if (status == EXIT_DONE && month.len > 0 && !read_month(cli, month, &m)) {
        status = EXIT_USAGE;
    }
    if (status == EXIT_DONE) {
        status = calendar_open(cli, person, &file);
    }
    if (status != EXIT_DONE) {
        return status;
    }
    if (month.len == 0) {
        struct date today = day_date(file.today);
        m = month_of(today.year, today.month);
    }
    struct buf out = {0};
    struct str name = month_name(m.month);
    buf_printf(&out, " %.*s %d\n\n", STR_ARG(name), m.year);
    put_grid(&out, &file, &m);
    put_plans(&out, &file, &m);
    put_marks(&out, &file, &m);
    cli_print(cli, &out);
    return EXIT_DONE;
}

// SPDX-License-Identifier: MIT
#include "cli/calendar.h"

#include "core/calendar_care.h"

enum { DATES_MOST = 366 };

// The days of a log; one for each --date, in their order.
struct dates {
    struct day days[DATES_MOST];
    size_t count;
};

static int read_date(struct arguments *args, struct dates *dates)
{
    struct str text = STR_NONE;
    if (!arguments_value(args, STR("--date"), &text)) {
        return EXIT_USAGE;
    }
    if (dates->count == DATES_MOST) {
        return cli_fail(args->cli, EXIT_USAGE, "calendar log: at most %d dates",
                        DATES_MOST);
    }
    return calendar_date(args->cli, text, &dates->days[dates->count++])
               ? EXIT_DONE
               : EXIT_USAGE;
}

static int read_words(struct arguments *args, struct mark *m,
                      struct dates *dates)
{
    const struct option known[] = {
        {"--amount", .value = &m->amount},
        {"--note", .value = &m->note},
        {"--person", .value = &m->person},
    };
    struct str word = STR_NONE;
    bool option = false;
    while (arguments_next(args, &word, &option)) {
        enum taken taken =
            option ? arguments_take(args, word, OPTIONS(known)) : TAKEN_NOT;
        if (taken == TAKEN_WRONG) {
            return EXIT_USAGE;
        }
        if (taken == TAKEN_WELL) {
            continue;
        }
        if (option && str_equal(word, STR("--date"))) {
            if (read_date(args, dates) != EXIT_DONE) {
                return EXIT_USAGE;
            }
        } else if (option || m->what != MARK_NONE) {
            return cli_unknown(args, "calendar log", word);
        } else if (!mark_from_word(word, &m->what)) {
            return cli_fail(args->cli, EXIT_USAGE,
                            "calendar log: \"%.*s\" is none of taken, skipped, "
                            "extra, pause, resume, stop, void",
                            STR_ARG(word));
        }
    }
    if (m->what == MARK_NONE) {
        return cli_fail(args->cli, EXIT_USAGE,
                        "calendar log: say what to log: taken, skipped, extra, "
                        "pause, resume, stop or void");
    }
    return EXIT_DONE;
}

// What was noted, in a sentence without its date.
static const char *const noted[MARK_WHAT_COUNT] = {
    [MARK_NONE] = "",
    [MARK_TAKEN] = "Noted: a dose taken on ",
    [MARK_SKIPPED] = "Noted: the dose skipped on ",
    [MARK_EXTRA] = "Noted: an extra dose on ",
    [MARK_VOID] = "Taken back: what was logged on ",
    [MARK_PAUSE] = "Noted: paused, until you resume, from ",
    [MARK_RESUME] = "Noted: resumed on ",
    [MARK_STOP] = "Noted: the plan stopped on ",
};

static void answer(const struct calendar_file *file, const struct mark *m,
                   struct buf *out)
{
    struct day_key k = calendar_key(file->calendar, m->day);
    buf_put(out, str_from(noted[m->what]));
    date_sentence(m->day, NULL, out);
    if (k.day > 0) {
        buf_put(out, STR(" ("));
        day_key_sentence(&k, NULL, out);
        buf_put_char(out, ')');
    }
    buf_put(out, STR(".\n"));
    if (m->day.number > file->today.number) {
        buf_put(out, STR("That day has not come yet; it is noted all the "
                         "same.\n"));
    }
    calendar_care(file->calendar, m, NULL, out);
}

static int keep(struct cli *cli, struct calendar_file *file, struct mark *m)
{
    struct kept kept = calendar_file_keep_mark(file, m, &cli->mem);
    int status = cli_kept(cli, "calendar", &kept);
    if (status == EXIT_DONE) {
        status = calendar_reopen(cli, m->person, file);
    }
    if (status == EXIT_DONE) {
        struct buf out = {0};
        answer(file, m, &out);
        cli_print(cli, &out);
    }
    return status;
}

int calendar_log_run(struct arguments *args)
{
    struct cli *cli = args->cli;
    struct mark m = {0};
    struct dates dates = {0};
    int status = read_words(args, &m, &dates);
    if (status != EXIT_DONE) {
        return status;
    }
    struct calendar_file file;
    m.person = str_trim(m.person);
    m.amount = str_trim(m.amount);
    calendar_open(cli, m.person, &file); // unreadable: then a draft is kept
    if (dates.count == 0) {
        dates.days[dates.count++] = file.today;
    }
    for (size_t i = 0; i < dates.count && status == EXIT_DONE; i++) {
        m.day = dates.days[i];
        status = keep(cli, &file, &m);
    }
    return status;
}

// SPDX-License-Identifier: MIT
#include "cli/calendar.h"

#include <stdlib.h>

#include "core/calendar_ics.h"
#include "platform/file.h"
#include "platform/ical.h"

enum { ICS_MOST = 16 << 20, DAYS_A_LINE = 6, ANSWER_MOST = 64 };

struct wish {
    struct str file, person, label;
    bool yes;
};

// Reads FILE and the options; import has some of its own.
static int read_words(struct arguments *args, const char *command, bool import,
                      struct wish *out)
{
    const struct option known[] = {
        {"--person", .value = &out->person},
        {"--label", .value = &out->label},
        {"--yes", .flag = &out->yes},
    };
    struct options options = {known, import ? 3 : 1};
    if (arguments_read(args, command, options, &out->file) != EXIT_DONE) {
        return EXIT_USAGE;
    }
    out->person = str_trim(out->person);
    out->label = str_trim(out->label);
    return out->file.len > 0
               ? EXIT_DONE
               : cli_fail(args->cli, EXIT_USAGE,
                          "%s: which file? give its path", command);
}

int calendar_export_run(struct arguments *args)
{
    struct cli *cli = args->cli;
    struct wish wish = {0};
    struct calendar_file file;
    int status = read_words(args, "calendar export", false, &wish);
    if (status == EXIT_DONE) {
        status = calendar_open(cli, wish.person, &file);
    }
    if (status != EXIT_DONE) {
        return status;
    }
    struct buf text = {0};
    struct str why = STR_NONE;
    size_t events = calendar_ics(file.calendar, file.today, &file.now, &text);
    if (events == 0) {
        status = cli_fail(cli, EXIT_FAULT,
                          "no dose days lie ahead in the plan; nothing was "
                          "exported");
    } else if (!file_replace(wish.file, buf_view(&text), &cli->mem, &why)) {
        status = cli_fail(cli, EXIT_FAULT, "%.*s: %.*s", STR_ARG(wish.file),
                          STR_ARG(why));
    } else {
        fprintf(cli->out, "%zu %s in %.*s\n", events,
                events == 1 ? "day" : "days", STR_ARG(wish.file));
    }
    buf_finish(&text);
    return status;
}

static struct day *civil_days(const struct ical_days *days, struct arena *mem)
{
    struct day *out = ARENA_ARRAY(mem, struct day, days->count + 1);
    for (size_t i = 0; i < days->count; i++) {
        struct ical_date d = days->items[i];
        out[i] = day_from_date((struct date){d.year, d.month, d.day});
    }
    return out;
}

static void put_days(struct buf *out, const struct ical_days *found,
                     const struct day *days)
{
    for (size_t i = 0; i < found->count; i++) {
        day_print(days[i], out);
        bool last = i + 1 == found->count || (i + 1) % DAYS_A_LINE == 0;
        buf_put_char(out, last ? '\n' : ' ');
    }
    if (found->timed > 0) {
        buf_printf(out, "%zu %s a time of day and %s left out.\n", found->timed,
                   found->timed == 1 ? "event has" : "events have",
                   found->timed == 1 ? "is" : "are");
    }
    if (found->shortened) {
        buf_put(out, STR("A rule without end is taken for 24 months.\n"));
    }
    buf_printf(out,
               "%zu %s, the days between as normal; after "
               "the last one the calendar only logs.\n",
               found->count,
               found->count == 1 ? "day as a dose day" : "days as dose days");
}

// Asks on the terminal or whatever stands behind it; only y or yes is yes.
static bool agrees(struct cli *cli)
{
    char line[ANSWER_MOST] = {0};
    fputs("Keep this as a plan? [y/N] ", cli->out);
    fflush(cli->out);
    if (!fgets(line, sizeof(line), cli->in)) {
        fputc('\n', cli->out);
        return false;
    }
    struct str answer = str_from(line);
    answer.len -= str_ends(answer, STR("\n"));
    answer = str_trim(answer);
    return str_equal(answer, STR("y")) || str_equal(answer, STR("yes"));
}

static int keep_plans(struct cli *cli, const struct wish *wish,
                      struct str title, struct plan plans[2])
{
    struct calendar_file file;
    int status = calendar_open(cli, wish->person, &file);
    for (size_t i = 0; i < 2 && status == EXIT_DONE; i++) {
        plans[i].person = wish->person;
        plans[i].label = wish->label;
        plans[i].discreet = title;
        struct kept kept = calendar_file_keep_plan(&file, &plans[i], &cli->mem);
        status = cli_kept(cli, "calendar", &kept);
    }
    if (status == EXIT_DONE) {
        fputs("Kept.\n", cli->out);
    }
    return status;
}

int calendar_import_run(struct arguments *args)
{
    struct cli *cli = args->cli;
    struct wish wish = {0};
    struct str why = STR_NONE;
    struct ical_file file = {.modules = cli->paths.modules};
    struct ical_days found;
    struct plan plans[2];
    int status = read_words(args, "calendar import", true, &wish);
    if (status != EXIT_DONE) {
        return status;
    }
    struct wall now = now_wall(&cli->now, &cli->mem);
    struct date today = day_date(now.day);
    file.today = (struct ical_date){today.year, today.month, today.day};
    if (!file_read_any(wish.file, ICS_MOST, &cli->mem, &file.text, &why) ||
        !ical_read(&file, &cli->mem, &found, &why)) {
        return cli_fail(cli, EXIT_USAGE, "%.*s: %.*s", STR_ARG(wish.file),
                        STR_ARG(why));
    }
    if (found.count == 0) {
        return cli_fail(cli, EXIT_FAULT, "%.*s: there is no all-day event%s",
                        STR_ARG(wish.file),
                        found.timed > 0 ? "; those with a time of day are "
                                          "left out"
                                        : "");
    }
    struct day *days = civil_days(&found, &cli->mem);
    if (!plan_from_days(days, found.count, &cli->mem, plans)) {
        return cli_fail(cli, EXIT_FAULT,
                        "%.*s: its days span more than ten years",
                        STR_ARG(wish.file));
    }
    struct buf out = {0};
    put_days(&out, &found, days);
    cli_print(cli, &out);
    if (!wish.yes && !agrees(cli)) {
        fputs("Nothing was changed.\n", cli->out);
        return EXIT_DONE;
    }
    return keep_plans(cli, &wish, found.name, plans);
}

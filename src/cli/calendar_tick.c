// SPDX-License-Identifier: MIT
// The personal list of a day: shown, or one of it ticked off or taken back.
#include "cli/calendar.h"

#include "app/marking.h"
#include "platform/disk.h"

struct wish {
    struct str item, person, date;
    bool off;
};

static int read_words(struct arguments *args, struct wish *out)
{
    const struct option known[] = {
        {"--person", .value = &out->person},
        {"--date", .value = &out->date},
        {"--off", .flag = &out->off},
    };
    int status =
        arguments_read(args, "calendar tick", OPTIONS(known), &out->item);
    out->item = str_trim(out->item);
    return status;
}

static bool is_listed(const struct plan *p, struct str item)
{
    for (size_t i = 0; p && i < p->item_count; i++) {
        if (str_equal(p->items[i], item)) {
            return true;
        }
    }
    return false;
}

static int keep(struct cli *cli, const struct wish *wish, struct day day)
{
    struct calendar_file_options file = {.paths = &cli->paths,
                                         .now = &cli->now,
                                         .person = str_trim(wish->person),
                                         .say = cli_say,
                                         .self = cli};
    struct tick t = {.day = day, .done = !wish->off, .item = wish->item};
    struct buf words = {0};
    int status = EXIT_DONE;
    if (!marking_tick(&file, &t, &words)) {
        struct str line = str_trim(buf_view(&words));
        line.len -= str_ends(line, STR("\n"));
        status = cli_fail(cli, EXIT_FAULT, "%.*s", STR_ARG(line));
    }
    buf_finish(&words);
    return status;
}

static void show(struct cli *cli, const struct plan *p, struct day day,
                 struct str person)
{
    struct str text = STR_NONE;
    struct str path = path_join(&cli->mem, cli->paths.data, STR(TICKS_FILE));
    int error = disk_read_file(disk_system(), path.at, &cli->mem, &text);
    if (error != 0) {
        struct str why = disk_reason(error, &cli->mem);
        cli_fail(cli, EXIT_DONE, "%.*s: %.*s", STR_ARG(path), STR_ARG(why));
    }
    struct ticks ticks = ticks_read(text, str_trim(person), &cli->mem);
    struct buf out = {0};
    date_sentence(day, NULL, &out);
    buf_put(&out, p && p->item_count > 0 ? STR("\n")
                                         : STR(": the plan has no list\n"));
    for (size_t i = 0; p && i < p->item_count; i++) {
        bool done = ticks_done(&ticks, day, p->items[i]);
        buf_put(&out, done ? STR("  [x] ") : STR("  [ ] "));
        rec_clean_line(&out, p->items[i]);
        buf_put_char(&out, '\n');
    }
    cli_print(cli, &out);
}

int calendar_tick_run(struct arguments *args)
{
    struct cli *cli = args->cli;
    struct wish wish = {0};
    struct day day = {0};
    struct calendar_file file;
    int status = read_words(args, &wish);
    if (status == EXIT_DONE && wish.date.at &&
        !calendar_date(cli, wish.date, &day)) {
        status = EXIT_USAGE;
    }
    if (status == EXIT_DONE) {
        status = calendar_open(cli, wish.person, &file);
    }
    if (status != EXIT_DONE) {
        return status;
    }
    day = wish.date.at ? day : file.today;
    const struct plan *p = calendar_plan(file.calendar, day);
    if (wish.item.len > 0 && !is_listed(p, wish.item)) {
        return cli_fail(cli, EXIT_USAGE,
                        "calendar tick: \"%.*s\" is not on the list of that "
                        "day; see breathmark calendar tick",
                        STR_ARG(wish.item));
    }
    if (wish.item.len > 0) {
        status = keep(cli, &wish, day);
    }
    if (status == EXIT_DONE) {
        show(cli, p, day, wish.person);
    }
    return status;
}

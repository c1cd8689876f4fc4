// SPDX-License-Identifier: MIT
// Reads the options that stand everywhere, before or after the command, and
// hands the other words to the command.
#include "cli/cli.h"

#include <stdlib.h>

#include "base/buf.h"
#include "cli/calendar.h"
#include "cli/journal.h"
#include "platform/disk.h"
#include "platform/terminal.h"

// The last of the page.
static void put_last(FILE *out)
{
    fputs("  insight [--by day|practice|month] [-o OUT.png] [--tsv]\n"
          "               what the entries of the journal have in common\n"
          "  care         when to stop, your own plan, whom to call\n"
          "  doctor [--tsv]\n"
          "               what this computer offers, what is wrong, its cure\n"
          "\n"
          "  --data DIR   keep everything in this folder\n"
          "  --now TIME   take this for the present: 2026-11-21T21:40\n"
          "  --help       this page\n"
          "  --version    the version\n",
          out);
}

static int cli_help(struct arguments *args)
{
    fputs("breathmark: guided breathwork, somatic sessions, a plain journal\n"
          "\n"
          "  [--window[=WxH]] [--mute]\n"
          "               Today\n"
          "  play SESSION [--set NAME=VALUE]... [--window[=WxH]] [--from D]\n"
          "       [--mute] [--seed N] [--no-journal] [--text [--fast]]\n"
          "               a session at once; --text in the terminal\n"
          "  list [--kind K] [--day KIND] [--tsv]\n"
          "               the sessions there are\n"
          "  check [--format=gcc] FILE...\n"
          "               every mistake of a session script, with its place\n"
          "  timeline FILE [--set NAME=VALUE]... [--seed N]\n"
          "               what a session script comes to, as a table\n"
          "  frame FILE --at D -o OUT.png [--size WxH] [--palette NAME]\n"
          "        [--pacer P] [--hud none|minimal|full] [--reduced-motion]\n"
          "        [--text-size normal|large|largest]\n"
          "        [--set NAME=VALUE]... [--seed N]\n"
          "               a picture of what the player shows at a moment\n"
          "  export FILE -o OUT.ogg|OUT.wav [--set NAME=VALUE]... [--seed N]\n"
          "        [--cue breath|noise|tone|bells|off] [--bed NAME|off]\n"
          "        [--no-bells] [--quality 0..10]\n"
          "               a whole session as a sound file\n"
          "  voices [--sheet SESSION]\n"
          "               what can speak its lines; the sheet of lines to "
          "record\n"
          "  journal add [--session NAME] [--done D] [--mood-before 1..5]\n"
          "        [--mood-after 1..5] [--rate NAME=N]... [--sleep-hours H]\n"
          "        [--sleep-quality 1..5] [--effect T]... [--intention T]\n"
          "        [--who NAME] [--tag T]... < TEXT\n"
          "               keep an entry; prints its Id\n"
          "  journal list [--tsv] | show ID | amend ID < TEXT | check |\n"
          "          merge [--into OURS] FILE... |\n"
          "          export --csv|--text|--sheet [--notes TAG] [-o OUT.pdf]\n"
          "          [--from DATE] [--to DATE]\n"
          "               read, correct, check, merge and carry the journal\n"
          "  calendar show [YYYY-MM] | key [DATE[..DATE]] [--tsv] | presets | "
          "check\n"
          "               a month; why a day is what it is\n"
          "  calendar plan --preset NAME | --pattern \"dose transition "
          "normal\" |\n"
          "        --weekdays \"mon thu\"  --start DATE [--cycle-days N]\n"
          "        [--break-days N] [--shift fixed|from_dose] [--day-start "
          "HH:MM]\n"
          "        [--label T] [--phase T] [--discreet T] [--item T]...\n"
          "               keeps a plan of your own; later plans replace "
          "earlier ones\n"
          "  calendar log taken|skipped|extra|pause|resume|stop|void\n"
          "        [--date DATE]... [--amount T] [--note T]\n"
          "               notes what was; the last word on a day counts\n"
          "  calendar tick [ITEM] [--off] [--date DATE]\n"
          "               your own list of a day, ticked off\n"
          "  calendar export FILE.ics | import FILE.ics [--label T] [--yes]\n"
          "               the days to and from other calendars\n"
          "               each with [--person NAME]\n",
          args->cli->out);
    put_last(args->cli->out);
    return EXIT_DONE;
}

struct usage cli_usage(struct cli *cli)
{
    char *page = NULL;
    size_t len = 0;
    struct cli other = *cli;
    other.out = open_memstream(&page, &len);
    if (!other.out) {
        return (struct usage){0};
    }
    cli_help(&(struct arguments){.cli = &other});
    fclose(other.out);
    struct str copy = arena_copy(&cli->mem, (struct str){page, len});
    free(page);
    return usage_read(copy, &cli->mem);
}

static int cli_version(struct arguments *args)
{
    fprintf(args->cli->out, "breathmark %s\n", BREATHMARK_VERSION);
    return EXIT_DONE;
}

static const struct command commands[] = {
    {"--help", cli_help},     {"--version", cli_version},
    {"check", cli_check},     {"timeline", cli_timeline},
    {"list", cli_list},       {"calendar", cli_calendar},
    {"frame", cli_frame},     {"export", cli_export},
    {"journal", cli_journal}, {"play", cli_play},
    {"voices", cli_voices},   {"complete", cli_complete},
    {"doctor", cli_doctor},   {"insight", cli_insight},
    {"care", cli_care},
};

// The values of the options that stand everywhere.
struct globals {
    struct str data;
    struct wall now;
    bool now_given, now_has_offset;
};

static int take_value(struct cli *cli, struct str name, struct str value,
                      struct globals *out)
{
    if (str_equal(name, STR("--data"))) {
        out->data = value;
        return value.len > 0
                   ? EXIT_DONE
                   : cli_fail(cli, EXIT_USAGE, "--data needs a folder");
    }
    out->now_given = true;
    return wall_parse(value, &out->now, &out->now_has_offset)
               ? EXIT_DONE
               : cli_fail(cli, EXIT_USAGE,
                          "--now %.*s is not a moment; write it like "
                          "2026-11-21T21:40",
                          STR_ARG(value));
}

// Takes --data and --now out of the words, wherever they stand before "--".
static int take_globals(struct arguments *all, struct arguments *kept,
                        struct globals *out)
{
    int status = EXIT_DONE;
    while (all->next < all->count && status == EXIT_DONE) {
        char *raw = all->at[all->next++];
        struct str word = str_from(raw), value = word;
        struct str name = str_cut(&value, '=');
        all->ended = all->ended || str_equal(word, STR("--"));
        if (all->ended || (!str_equal(name, STR("--data")) &&
                           !str_equal(name, STR("--now")))) {
            kept->at[kept->count++] = raw;
            continue;
        }
        all->has_value = name.len < word.len;
        all->value = value;
        status = arguments_value(all, name, &value)
                     ? take_value(all->cli, name, value, out)
                     : EXIT_USAGE;
    }
    return status;
}

// Whether an option stands anywhere before "--".
static bool asks_for(const struct arguments *args, struct str option)
{
    for (int i = args->next; i < args->count; i++) {
        struct str word = str_from(args->at[i]);
        if (str_equal(word, STR("--"))) {
            return false;
        }
        if (str_equal(word, option)) {
            return true;
        }
    }
    return false;
}

int cli_subcommand(struct arguments *args, const char *command,
                   const char *usual, struct commands list)
{
    struct str word = str_from(usual);
    bool option = false;
    arguments_bring(args, str_from(command), list);
    if (args->next < args->count && !arguments_next(args, &word, &option)) {
        return EXIT_USAGE;
    }
    const struct command *found = option ? NULL : command_named(list, word);
    if (found) {
        return found->run(args);
    }
    struct buf names = {0};
    for (size_t i = 0; i < list.count; i++) {
        buf_printf(&names, "%s%s", i > 0 ? ", " : "", list.items[i].name);
    }
    int status = cli_fail(args->cli, EXIT_USAGE, "%s: \"%.*s\" is none of %.*s",
                          command, STR_ARG(word), STR_ARG(buf_view(&names)));
    buf_finish(&names);
    return status;
}

static int run_command(struct arguments *args)
{
    if (asks_for(args, STR("--help"))) {
        return cli_help(args);
    }
    if (asks_for(args, STR("--version"))) {
        return cli_version(args);
    }
    if (args->count == 0) {
        return cli_open(args);
    }
    arguments_bring(args, STR_NONE, COMMANDS(commands));
    struct str name = str_from(args->at[args->next]);
    const struct command *found = command_named(COMMANDS(commands), name);
    if (found) {
        args->next++;
        return found->run(args);
    }
    if (str_starts(name, STR("--"))) {
        return cli_open(args);
    }
    struct str near = cli_near(args->cli, STR(""), name);
    return cli_fail(args->cli, EXIT_USAGE,
                    "\"%.*s\" is no command; %.*ssee breathmark --help",
                    STR_ARG(name), STR_ARG(near));
}

int cli_main(int argc, char **argv)
{
    struct cli cli = {.in = stdin, .out = stdout, .err = stderr};
    size_t most = (size_t)(argc > 0 ? argc : 1);
    struct arguments all = {.cli = &cli, .count = argc - 1, .at = argv + 1};
    struct arguments kept = {.cli = &cli,
                             .at = ARENA_ARRAY(&cli.mem, char *, most)};
    struct globals globals = {0};
    disk_begin();
    int status = take_globals(&all, &kept, &globals);
    if (status == EXIT_DONE) {
        cli.paths = paths_find(globals.data, &cli.mem);
        now_init(&cli.now, globals.now_given ? &globals.now : NULL,
                 globals.now_has_offset, &cli.mem);
        status = run_command(&kept);
    }
    bool written = fflush(cli.out) == 0 && !ferror(cli.out);
    if (!written && status == EXIT_DONE) {
        status =
            terminal_is_left(fileno(cli.out))
                ? EXIT_FAULT // "list | head": who reads has read enough
                : cli_fail(&cli, EXIT_FAULT, "the output could not be written");
    }
    arena_finish(&cli.mem);
    return status;
}

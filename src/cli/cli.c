// SPDX-License-Identifier: MIT
// Reads the options that stand everywhere, before or after the command, and
// hands the other words to the command.
#include "cli/cli.h"

#include <stdlib.h>

struct command {
    const char *name;
    int (*run)(struct words *w);
};

static int cli_help(struct words *w)
{
    fputs("breathmark: guided breathwork, somatic sessions, a plain journal\n"
          "\n"
          "  --help       this page\n"
          "  --version    the version\n",
          w->cli->out);
    return EXIT_DONE;
}

static int cli_version(struct words *w)
{
    fprintf(w->cli->out, "breathmark %s\n", BREATHMARK_VERSION);
    return EXIT_DONE;
}

static const struct command commands[] = {
    {"--help", cli_help},
    {"--version", cli_version},
};

// Takes --data and --now out of the words, wherever they stand before "--".
static int take_global_options(struct cli *cli, struct words *all, char **kept,
                               int *kept_count)
{
    while (all->next < all->count) {
        char *raw = all->at[all->next];
        struct str word = str_from(raw);
        struct str name = word;
        struct str value = name;
        name = str_cut(&value, '=');
        bool data = str_equal(name, STR("--data"));
        bool now = str_equal(name, STR("--now"));
        if (str_equal(word, STR("--"))) {
            all->ended = true;
        }
        if (all->ended || (!data && !now)) {
            kept[(*kept_count)++] = raw;
            all->next++;
            continue;
        }
        all->next++;
        all->has_value = name.len < word.len;
        all->value = value;
        if (!words_value(all, name, &value)) {
            return EXIT_USAGE;
        }
        if (data) {
            cli->data = value;
            if (value.len == 0) {
                return cli_fail(cli, EXIT_USAGE, "--data needs a folder");
            }
        } else if (!wall_parse(value, &cli->now, &cli->now_has_offset)) {
            return cli_fail(cli, EXIT_USAGE,
                            "--now %.*s is not a moment; write it like "
                            "2026-11-21T21:40",
                            STR_ARG(value));
        } else {
            cli->now_given = true;
        }
    }
    return EXIT_DONE;
}

int cli_main(int argc, char **argv)
{
    struct cli cli = {.in = stdin, .out = stdout, .err = stderr};
    struct words all = {.cli = &cli, .count = argc - 1, .at = argv + 1};
    char **kept = ARENA_ARRAY(&cli.mem, char *, (size_t)(argc > 0 ? argc : 1));
    int kept_count = 0;
    int status = take_global_options(&cli, &all, kept, &kept_count);
    if (status == EXIT_DONE) {
        struct str name = kept_count > 0 ? str_from(kept[0]) : STR("--help");
        struct words w = {.cli = &cli,
                          .count = kept_count > 0 ? kept_count - 1 : 0,
                          .at = kept + 1};
        status = -1;
        for (size_t i = 0; i < sizeof(commands) / sizeof(commands[0]); i++) {
            if (str_equal(name, str_from(commands[i].name))) {
                status = commands[i].run(&w);
                break;
            }
        }
        if (status < 0) {
            status = cli_fail(&cli, EXIT_USAGE,
                              "\"%.*s\" is no command; see breathmark --help",
                              STR_ARG(name));
        }
    }
    if (fflush(cli.out) != 0 && status == EXIT_DONE) {
        status = cli_fail(&cli, EXIT_FAULT, "the output could not be written");
    }
    arena_finish(&cli.mem);
    return status;
}

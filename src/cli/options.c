// SPDX-License-Identifier: MIT
#include "cli/cli.h"

#include <stdarg.h>

bool words_next(struct words *w, struct str *word, bool *is_option)
{
    w->has_value = false;
    if (w->next >= w->count) {
        return false;
    }
    struct str s = str_from(w->at[w->next++]);
    if (!w->ended && str_equal(s, STR("--"))) {
        w->ended = true;
        return words_next(w, word, is_option);
    }
    bool dashed = s.len > 1 && s.at[0] == '-';
    *is_option = !w->ended && dashed;
    if (*is_option && str_starts(s, STR("--"))) {
        struct str rest = s;
        struct str name = str_cut(&rest, '=');
        if (name.len < s.len) {
            w->has_value = true;
            w->value = rest;
            s = name;
        }
    }
    *word = s;
    return true;
}

bool words_value(struct words *w, struct str option, struct str *value)
{
    if (w->has_value) {
        *value = w->value;
        return true;
    }
    if (w->next >= w->count) {
        cli_fail(w->cli, EXIT_USAGE, "%.*s needs a value", STR_ARG(option));
        return false;
    }
    *value = str_from(w->at[w->next++]);
    return true;
}

bool words_flag(struct words *w, struct str option)
{
    if (w->has_value) {
        cli_fail(w->cli, EXIT_USAGE, "%.*s takes no value", STR_ARG(option));
    }
    return !w->has_value;
}

int cli_fail(struct cli *cli, int status, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    fputs("breathmark: ", cli->err);
    vfprintf(cli->err, format, args);
    fputc('\n', cli->err);
    va_end(args);
    return status;
}

void cli_say(void *cli, struct str line)
{
    cli_fail(cli, EXIT_DONE, "%.*s", STR_ARG(line));
}

int cli_unknown(struct words *w, const char *command, struct str word)
{
    return cli_fail(w->cli, EXIT_USAGE,
                    "%s%s\"%.*s\" is not understood here; see breathmark "
                    "--help",
                    command ? command : "", command ? ": " : "", STR_ARG(word));
}

int cli_kept(struct cli *cli, const char *what, const struct kept *kept)
{
    if (kept->done) {
        return EXIT_DONE;
    }
    if (kept->draft.len == 0) {
        return cli_fail(cli, EXIT_FAULT,
                        "not saved to the %s, and no draft could be written "
                        "either: %.*s",
                        what, STR_ARG(kept->why));
    }
    return cli_fail(cli, EXIT_FAULT,
                    "not saved to the %s; kept as a draft at %.*s (%.*s)", what,
                    STR_ARG(kept->draft), STR_ARG(kept->why));
}

// SPDX-License-Identifier: MIT
// Options may stand before the command, with their values. Which option takes
// one is what --help says.
#include "cli/cli.h"

#include <string.h>

const struct command *command_named(struct commands list, struct str name)
{
    for (size_t i = 0; i < list.count; i++) {
        if (str_equal(name, str_from(list.items[i].name))) {
            return list.items + i;
        }
    }
    return NULL;
}

// Whether nothing but options of the command, with their values, stands before
// the word at `at`. Others pass, without a value, when guessing.
static bool leads_to(const struct arguments *args, int at, struct str command,
                     bool guessing)
{
    struct usage usage = cli_usage(args->cli);
    int i = args->next;
    while (i < at) {
        struct str word = str_from(args->at[i]);
        int taken = usage_words(usage, command, word);
        if (taken == 0 && !(guessing && str_starts(word, STR("-")))) {
            return false;
        }
        i += taken > 0 ? taken : 1;
    }
    return i == at;
}

static bool bring(struct arguments *args, struct str above,
                  struct commands list, bool guessing)
{
    for (int i = args->next; i < args->count; i++) {
        char *raw = args->at[i];
        struct str name = str_from(raw);
        if (str_equal(name, STR("--"))) {
            return false;
        }
        struct str whole =
            above.len == 0
                ? name
                : arena_printf(&args->cli->mem, "%.*s %s", STR_ARG(above), raw);
        if (command_named(list, name) && leads_to(args, i, whole, guessing)) {
            char **first = &args->at[args->next];
            memmove(first + 1, first, (size_t)(i - args->next) * sizeof *first);
            *first = raw;
            return true;
        }
    }
    return false;
}

void arguments_bring(struct arguments *args, struct str above,
                     struct commands list)
{
    bool option = args->next < args->count && args->at[args->next][0] == '-';
    if (option && !bring(args, above, list, false)) {
        bring(args, above, list, true);
    }
}

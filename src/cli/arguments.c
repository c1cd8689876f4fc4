// SPDX-License-Identifier: MIT
#include "cli/cli.h"

bool arguments_next(struct arguments *args, struct str *word, bool *is_option)
{
    args->has_value = false;
    if (args->next >= args->count) {
        return false;
    }
    struct str s = str_from(args->at[args->next++]);
    if (!args->ended && str_equal(s, STR("--"))) {
        args->ended = true;
        return arguments_next(args, word, is_option);
    }
    bool dashed = s.len > 1 && s.at[0] == '-';
    *is_option = !args->ended && dashed;
    if (*is_option && str_starts(s, STR("--"))) {
        struct str rest = s;
        struct str name = str_cut(&rest, '=');
        if (name.len < s.len) {
            args->has_value = true;
            args->value = rest;
            s = name;
        }
    }
    *word = s;
    return true;
}

bool arguments_value(struct arguments *args, struct str option,
                     struct str *value)
{
    if (args->has_value) {
        *value = args->value;
        return true;
    }
    if (args->next >= args->count) {
        cli_fail(args->cli, EXIT_USAGE, "%.*s needs a value", STR_ARG(option));
        return false;
    }
    *value = str_from(args->at[args->next++]);
    return true;
}

bool arguments_flag(struct arguments *args, struct str option)
{
    if (args->has_value) {
        cli_fail(args->cli, EXIT_USAGE, "%.*s takes no value", STR_ARG(option));
    }
    return !args->has_value;
}

enum taken arguments_take(struct arguments *args, struct str option,
                          struct options known)
{
    for (size_t i = 0; i < known.count; i++) {
        const struct option *o = &known.items[i];
        if (!str_equal(option, str_from(o->name))) {
            continue;
        }
        if (o->flag) {
            *o->flag = true;
        }
        bool well = o->flag ? arguments_flag(args, option)
                            : arguments_value(args, option, o->value);
        return well ? TAKEN_WELL : TAKEN_WRONG;
    }
    return TAKEN_NOT;
}

int arguments_read(struct arguments *args, const char *command,
                   struct options known, struct str *plain)
{
    struct str word = STR_NONE;
    bool is_option = false;
    while (arguments_next(args, &word, &is_option)) {
        enum taken taken =
            is_option ? arguments_take(args, word, known) : TAKEN_NOT;
        if (taken == TAKEN_WRONG) {
            return EXIT_USAGE;
        }
        if (taken == TAKEN_NOT && (is_option || !plain || plain->len > 0)) {
            return cli_unknown(args, command, word);
        }
        if (taken == TAKEN_NOT) {
            *plain = word;
        }
    }
    return EXIT_DONE;
}

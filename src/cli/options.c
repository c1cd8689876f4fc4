// SPDX-License-Identifier: MIT
#include "cli/cli.h"

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

enum taken words_take(struct words *w, struct str option, struct options known)
{
    for (size_t i = 0; i < known.count; i++) {
        const struct option *o = &known.items[i];
        if (!str_equal(option, str_from(o->name))) {
            continue;
        }
        if (o->flag) {
            *o->flag = true;
        }
        bool well =
            o->flag ? words_flag(w, option) : words_value(w, option, o->value);
        return well ? TAKEN_WELL : TAKEN_WRONG;
    }
    return TAKEN_NOT;
}

int words_read(struct words *w, const char *command, struct options known,
               struct str *plain)
{
    struct str word = STR_NONE;
    bool is_option = false;
    while (words_next(w, &word, &is_option)) {
        enum taken taken = is_option ? words_take(w, word, known) : TAKEN_NOT;
        if (taken == TAKEN_WRONG) {
            return EXIT_USAGE;
        }
        if (taken == TAKEN_NOT && (is_option || !plain || plain->len > 0)) {
            return cli_unknown(w, command, word);
        }
        if (taken == TAKEN_NOT) {
            *plain = word;
        }
    }
    return EXIT_DONE;
}

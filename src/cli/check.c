// SPDX-License-Identifier: MIT
// check FILE…: every mistake of every file. timeline FILE: what a script
// comes to, as a table.
#include "cli/choose.h"
#include "cli/cli.h"

// Prints what is wrong with one file; false when it cannot be read.
static bool check_file(struct cli *cli, struct str path, bool brief,
                       size_t *errors)
{
    struct arena mem = {0};
    struct script s = {0};
    struct str why = STR_NONE;
    enum script_status status = script_read(&s, path, &mem, &why);
    if (status == SCRIPT_UNREADABLE) {
        cli_fail(cli, EXIT_USAGE, "%.*s: %.*s", STR_ARG(path), STR_ARG(why));
    } else {
        script_compile(&s, NULL, &mem);
        choose_mistakes(cli, &s, brief);
        *errors += s.diags.errors;
    }
    arena_finish(&mem);
    return status != SCRIPT_UNREADABLE;
}

static bool read_format(struct arguments *args, bool *brief)
{
    struct str format = STR_NONE;
    if (!arguments_value(args, STR("--format"), &format)) {
        return false;
    }
    *brief = str_equal(format, STR("gcc"));
    if (!*brief) {
        cli_fail(args->cli, EXIT_USAGE,
                 "check: the format \"%.*s\" is not known; there is gcc",
                 STR_ARG(format));
    }
    return *brief;
}

int cli_check(struct arguments *args)
{
    struct str *files =
        ARENA_ARRAY(&args->cli->mem, struct str, (size_t)args->count + 1);
    size_t count = 0;
    bool brief = false, is_option = false;
    struct str word = STR_NONE;
    while (arguments_next(args, &word, &is_option)) {
        if (!is_option) {
            files[count++] = word;
        } else if (!str_equal(word, STR("--format"))) {
            return cli_unknown(args, "check", word);
        } else if (!read_format(args, &brief)) {
            return EXIT_USAGE;
        }
    }
    if (count == 0) {
        return cli_fail(args->cli, EXIT_USAGE,
                        "check: which file? give its path");
    }
    bool readable = true;
    size_t errors = 0;
    for (size_t i = 0; i < count; i++) {
        readable = check_file(args->cli, files[i], brief, &errors) && readable;
    }
    if (!brief) {
        choose_count(args->cli, errors);
    }
    return !readable ? EXIT_USAGE : errors > 0 ? EXIT_FAULT : EXIT_DONE;
}

int cli_timeline(struct arguments *args)
{
    struct chooser chooser = {0};
    struct str file = STR_NONE, word = STR_NONE;
    bool is_option = false;
    while (arguments_next(args, &word, &is_option)) {
        enum taken taken =
            is_option ? choose_option(args, word, &chooser) : TAKEN_NOT;
        if (taken == TAKEN_WRONG) {
            return EXIT_USAGE;
        }
        if (taken == TAKEN_NOT && (is_option || file.len > 0)) {
            return cli_unknown(args, "timeline", word);
        }
        if (taken == TAKEN_NOT) {
            file = word;
        }
    }
    if (file.len == 0) {
        return cli_fail(args->cli, EXIT_USAGE,
                        "timeline: which file? give its path");
    }
    struct script s = {0};
    int status = choose_file(args->cli, file, &chooser, &s);
    if (status == EXIT_DONE) {
        struct buf out = {0};
        timeline_print(&s.timeline, &out);
        cli_print(args->cli, &out);
    }
    return status;
}

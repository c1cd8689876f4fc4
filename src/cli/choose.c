// SPDX-License-Identifier: MIT
#include "cli/choose.h"

#include "base/buf.h"
#include "base/number.h"

enum taken choose_option(struct arguments *args, struct str option,
                         struct chooser *c)
{
    struct str value = STR_NONE;
    bool set = str_equal(option, STR("--set"));
    if (!set && !str_equal(option, STR("--seed"))) {
        return TAKEN_NOT;
    }
    if (!arguments_value(args, option, &value)) {
        return TAKEN_WRONG;
    }
    if (set) {
        if (c->count == CHOOSE_SETS) {
            cli_fail(args->cli, EXIT_USAGE, "more than %d --set", CHOOSE_SETS);
            return TAKEN_WRONG;
        }
        c->sets[c->count++] = value;
        return TAKEN_WELL;
    }
    int64_t seed = 0;
    if (!number_whole(value, 0, INT64_MAX, &seed)) {
        cli_fail(args->cli, EXIT_USAGE, "--seed %.*s: write a whole number",
                 STR_ARG(value));
        return TAKEN_WRONG;
    }
    c->seed = (uint64_t)seed;
    c->seeded = true;
    return TAKEN_WELL;
}

bool choose_duration(struct arguments *args, struct str option, int64_t *out_ms)
{
    struct str value = STR_NONE;
    if (!arguments_value(args, option, &value)) {
        return false;
    }
    if (number_duration(value, out_ms) != DURATION_OK) {
        cli_fail(args->cli, EXIT_USAGE,
                 "%.*s %.*s is not a duration; write it like 45s or 1m30s",
                 STR_ARG(option), STR_ARG(value));
        return false;
    }
    return true;
}

bool choose_size(struct str s, int least, int most, int *width, int *height)
{
    int64_t wide = 0, high = 0;
    struct str first = str_cut(&s, 'x');
    bool well = number_whole(first, least, most, &wide) &&
                number_whole(s, least, most, &high);
    if (well) {
        *width = (int)wide;
        *height = (int)high;
    }
    return well;
}

void choose_count(struct cli *cli, size_t errors)
{
    if (errors > 0) {
        fprintf(cli->err, "%zu error%s\n", errors, errors == 1 ? "" : "s");
    }
}

void choose_mistakes(struct cli *cli, const struct script *s, bool brief)
{
    struct buf out = {0};
    diags_print(&s->diags, s->path, brief, &out);
    fputs(buf_cstr(&out), cli->err);
    buf_finish(&out);
}

static void print_mistakes(struct cli *cli, const struct script *s)
{
    choose_mistakes(cli, s, false);
    choose_count(cli, s->diags.errors);
}

static int compile(struct cli *cli, const struct chooser *c, struct script *s)
{
    struct choice *items = ARENA_ARRAY(&cli->mem, struct choice, c->count + 1);
    struct str why = STR_NONE;
    for (size_t i = 0; i < c->count; i++) {
        if (!choice_parse(&s->session, c->sets[i], &cli->mem, &items[i],
                          &why)) {
            return cli_fail(cli, EXIT_USAGE, "--set %.*s: %.*s",
                            STR_ARG(c->sets[i]), STR_ARG(why));
        }
    }
    enum script_status status = script_compile(s, NULL, &cli->mem);
    if (status == SCRIPT_WELL && (c->count > 0 || c->seeded)) {
        struct choices choices = {items, c->count, c->seeded ? c->seed : 1};
        status = script_compile(s, &choices, &cli->mem);
    }
    print_mistakes(cli, s);
    return status == SCRIPT_WELL ? EXIT_DONE : EXIT_FAULT;
}

int choose_script(struct cli *cli, struct str wanted, const struct chooser *c,
                  struct script *out)
{
    struct str path = STR_NONE;
    if (!script_find(&cli->paths, wanted, &cli->mem, &path)) {
        return cli_fail(cli, EXIT_USAGE,
                        "there is no session \"%.*s\"; see breathmark list",
                        STR_ARG(wanted));
    }
    struct str spoken = str_equal(path, wanted)
                            ? path
                            : script_in_language(path, c->language, &cli->mem);
    int status = choose_file(cli, spoken, c, out);
    out->name = script_name(path);
    return status;
}

int choose_file(struct cli *cli, struct str path, const struct chooser *c,
                struct script *out)
{
    struct str why = STR_NONE;
    switch (script_read(out, path, &cli->mem, &why)) {
    case SCRIPT_UNREADABLE:
        return cli_fail(cli, EXIT_USAGE, "%.*s: %.*s", STR_ARG(path),
                        STR_ARG(why));
    case SCRIPT_FAULTY:
        print_mistakes(cli, out);
        return EXIT_FAULT;
    case SCRIPT_WELL:
        break;
    }
    return compile(cli, c, out);
}

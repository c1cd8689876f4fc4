// SPDX-License-Identifier: MIT
// The sessions there are, for people or as a table.
#include "app/script.h"
#include "cli/cli.h"
#include "core/words.h"

struct wish {
    bool tsv;
    const struct word *kind, *days; // of the language; NULL: any
};

// The word of a table that an option gives; false, with a line on standard
// error, for another.
static bool read_word(struct cli *cli, const char *option,
                      enum word_table table, struct str value,
                      const struct word **out)
{
    *out = word_find(table, value);
    if (!*out) {
        struct str all = word_list(table, &cli->mem);
        cli_fail(cli, EXIT_USAGE, "%s %.*s: write %.*s", option, STR_ARG(value),
                 STR_ARG(all));
    }
    return *out != NULL;
}

static int read_wish(struct arguments *args, struct wish *wish)
{
    struct str kind = STR_NONE, day = STR_NONE;
    const struct option known[] = {
        {"--tsv", .flag = &wish->tsv},
        {"--kind", .value = &kind},
        {"--day", .value = &day},
    };
    if (arguments_read(args, "list", OPTIONS(known), NULL) != EXIT_DONE ||
        (kind.at &&
         !read_word(args->cli, "--kind", WORDS_KINDS, kind, &wish->kind)) ||
        (day.at &&
         !read_word(args->cli, "--day", WORDS_DAYS, day, &wish->days))) {
        return EXIT_USAGE;
    }
    return EXIT_DONE;
}

static void put_classes(const struct session *s, struct buf *out)
{
    static const enum session_class classes[] = {CLASS_HOLDS, CLASS_FAST,
                                                 CLASS_ACTIVATING};
    bool any = false;
    for (size_t i = 0; i < sizeof(classes) / sizeof(classes[0]); i++) {
        if (s->classes & classes[i]) {
            buf_put(out, any ? STR(", ") : STR(""));
            buf_put(out, word_of(WORDS_CLASSES, (int)classes[i]));
            any = true;
        }
    }
    buf_put(out, any ? STR("") : word_of(WORDS_CLASSES, CLASS_GENTLE));
}

static void print_script(const struct script *s, bool tsv, struct buf *out)
{
    const struct session *of = &s->session;
    long long minutes = (s->timeline.length_ms + 30000) / 60000;
    struct str effect = of->effect ? session_effect_word(of->effect) : STR("-");
    if (tsv) {
        buf_printf(out, "%.*s\t%.*s\t%.*s\t", STR_ARG(s->name),
                   STR_ARG(of->title), STR_ARG(session_kind_word(of->kind)));
        put_classes(of, out);
        buf_printf(out, "\t%.*s\t%lld\t%c\t%.*s\n", STR_ARG(effect),
                   (long long)(s->timeline.length_ms + 500) / 1000,
                   of->evidence ? of->evidence : '-', STR_ARG(s->path));
        return;
    }
    buf_printf(out, "%-24.*s %3lld min  %-11.*s %.*s", STR_ARG(s->name),
               minutes < 1 ? 1 : minutes, STR_ARG(session_kind_word(of->kind)),
               STR_ARG(of->title));
    if (of->classes != CLASS_GENTLE) {
        buf_put(out, STR(" ("));
        put_classes(of, out);
        buf_put(out, STR(")"));
    }
    buf_put_char(out, '\n');
}

int cli_list(struct arguments *args)
{
    struct cli *cli = args->cli;
    struct wish wish = {0};
    int status = read_wish(args, &wish);
    if (status != EXIT_DONE) {
        return status;
    }
    struct buf out = {0};
    if (wish.tsv) {
        buf_put(&out, STR("name\ttitle\tkind\tclass\teffect\tseconds\t"
                          "evidence\tpath\n"));
    }
    struct script_places all = script_places(&cli->paths, &cli->mem);
    for (size_t i = 0; i < all.count; i++) {
        struct script s;
        struct str why = STR_NONE;
        enum script_status read =
            script_read(&s, all.items[i].path, &cli->mem, &why);
        if (read == SCRIPT_WELL) {
            read = script_compile(&s, NULL, &cli->mem);
        }
        if (read != SCRIPT_WELL) {
            const char *cure = read == SCRIPT_FAULTY
                                   ? "has mistakes; see breathmark check"
                                   : why.at;
            status = cli_fail(cli, EXIT_FAULT, "%.*s: %s",
                              STR_ARG(all.items[i].path), cure);
            continue;
        }
        bool fits =
            (!wish.kind || (int)s.session.kind == wish.kind->value) &&
            (!wish.days || (s.session.days & (unsigned)wish.days->value));
        if (fits) {
            print_script(&s, wish.tsv, &out);
        }
    }
    cli_print(cli, &out);
    return status;
}

// SPDX-License-Identifier: MIT
// The sessions there are, for people or as a table.
#include "app/script.h"
#include "cli/cli.h"

struct wish {
    bool tsv, kind_given, day_given;
    enum session_kind kind;
    unsigned day; // bits of enum day_bits
};

static bool read_kind(struct str word, enum session_kind *out)
{
    for (int k = 0; k < KIND_COUNT; k++) {
        if (str_equal(word, session_kind_word((enum session_kind)k))) {
            *out = (enum session_kind)k;
            return true;
        }
    }
    return false;
}

static bool read_day(struct str word, unsigned *out)
{
    static const struct {
        const char *word;
        unsigned bit;
    } days[] = {{"dose", SUITS_DOSE},
                {"transition", SUITS_TRANSITION},
                {"normal", SUITS_NORMAL},
                {"break", SUITS_BREAK}};
    for (size_t i = 0; i < sizeof(days) / sizeof(days[0]); i++) {
        if (str_equal(word, str_from(days[i].word))) {
            *out = days[i].bit;
            return true;
        }
    }
    return false;
}

static int read_wish(struct words *w, struct wish *wish)
{
    struct str word, value;
    bool is_option;
    while (words_next(w, &word, &is_option)) {
        if (is_option && str_equal(word, STR("--tsv"))) {
            wish->tsv = true;
            if (!words_flag(w, word)) {
                return EXIT_USAGE;
            }
        } else if (is_option && str_equal(word, STR("--kind"))) {
            wish->kind_given = true;
            if (!words_value(w, word, &value)) {
                return EXIT_USAGE;
            }
            if (!read_kind(value, &wish->kind)) {
                return cli_fail(w->cli, EXIT_USAGE,
                                "--kind %.*s: write breathwork, meditation, "
                                "somatic, partner or reflection",
                                STR_ARG(value));
            }
        } else if (is_option && str_equal(word, STR("--day"))) {
            wish->day_given = true;
            if (!words_value(w, word, &value)) {
                return EXIT_USAGE;
            }
            if (!read_day(value, &wish->day)) {
                return cli_fail(w->cli, EXIT_USAGE,
                                "--day %.*s: write dose, transition, normal "
                                "or break",
                                STR_ARG(value));
            }
        } else {
            return cli_unknown(w, "list", word);
        }
    }
    return EXIT_DONE;
}

static void put_classes(const struct session *s, struct buf *out)
{
    static const struct {
        unsigned bit;
        const char *word;
    } classes[] = {{CLASS_HOLDS, "holds"},
                   {CLASS_FAST, "fast"},
                   {CLASS_ACTIVATING, "activating"}};
    bool any = false;
    for (size_t i = 0; i < sizeof(classes) / sizeof(classes[0]); i++) {
        if (s->classes & classes[i].bit) {
            buf_printf(out, "%s%s", any ? ", " : "", classes[i].word);
            any = true;
        }
    }
    buf_put(out, any ? STR("") : STR("gentle"));
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

int cli_list(struct words *w)
{
    struct cli *cli = w->cli;
    struct wish wish = {0};
    int status = read_wish(w, &wish);
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
        bool fits = (!wish.kind_given || s.session.kind == wish.kind) &&
                    (!wish.day_given || (s.session.days & wish.day));
        if (fits) {
            print_script(&s, wish.tsv, &out);
        }
    }
    fwrite(out.at, 1, out.len, cli->out);
    buf_finish(&out);
    return status;
}

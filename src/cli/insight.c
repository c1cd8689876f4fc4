// SPDX-License-Identifier: MIT
// What the journal's entries have in common: for people, as a table, or as the
// picture that the screen shows.
#include "app/insight_picture.h"
#include "cli/calendar.h"
#include "cli/journal.h"

struct asked {
    enum insight_by by;
    struct str path; // of the PNG; empty: text
    bool tsv;
};

static int read_by(struct cli *cli, struct str word, enum insight_by *out)
{
    static const char *const words[] = {[INSIGHT_DAY] = "day",
                                        [INSIGHT_PRACTICE] = "practice",
                                        [INSIGHT_MONTH] = "month"};
    for (int by = 0; by < INSIGHT_BY_COUNT; by++) {
        if (str_equal(word, str_from(words[by]))) {
            *out = (enum insight_by)by;
            return EXIT_DONE;
        }
    }
    return cli_fail(cli, EXIT_USAGE, "--by %.*s: write day, practice or month",
                    STR_ARG(word));
}

static int read_asked(struct arguments *args, struct asked *asked)
{
    struct str by = STR("day");
    const struct option known[] = {
        {"--by", .value = &by},
        {"-o", .value = &asked->path},
        {"--tsv", .flag = &asked->tsv},
    };
    int status = arguments_read(args, "insight", OPTIONS(known), NULL);
    return status == EXIT_DONE ? read_by(args->cli, by, &asked->by) : status;
}

static void put_quarters(struct buf *out, const struct spread *s, int quarters)
{
    char room[QUARTERS_ROOM];
    buf_put(out, s->n > 0 ? quarters_text(quarters, false, room) : STR("-"));
    buf_put_char(out, '\t');
}

static void put_rows(const struct insight_groups *groups, struct buf *out)
{
    buf_put(out, STR("group\tn\tbefore_median\tafter_median\tchange_median\t"
                     "change_q1\tchange_q3\tminutes\tchange_n\n"));
    for (size_t i = 0; i < groups->count; i++) {
        const struct insight_group *g = &groups->items[i];
        entry_put_first_line(out, g->name);
        buf_printf(out, "\t%zu\t", g->n);
        put_quarters(out, &g->before, g->before.median);
        put_quarters(out, &g->after, g->after.median);
        put_quarters(out, &g->change, g->change.median);
        put_quarters(out, &g->change, g->change.q1);
        put_quarters(out, &g->change, g->change.q3);
        buf_printf(out, "%lld\t%zu\n", (long long)((g->seconds + 30) / 60),
                   g->change.n);
    }
}

static void put_spread(struct buf *out, const char *word,
                       const struct spread *s, bool signs)
{
    char room[3][QUARTERS_ROOM];
    if (s->n == 0) {
        return;
    }
    buf_printf(out, ", %s %.*s", word,
               STR_ARG(quarters_text(s->median, signs, room[0])));
    if (signs && s->n >= INSIGHT_FEW) {
        buf_printf(out, " (half of them from %.*s to %.*s)",
                   STR_ARG(quarters_text(s->q1, signs, room[1])),
                   STR_ARG(quarters_text(s->q3, signs, room[2])));
    }
}

// "dose: 6 entries, before 2, after 4, change +1.5 (half of them from +1 to
// +2), 60 min"
static void put_people(const struct insight *in,
                       const struct insight_groups *groups, struct buf *out)
{
    for (size_t i = 0; i < groups->count; i++) {
        const struct insight_group *g = &groups->items[i];
        entry_put_first_line(out, g->name);
        buf_printf(out, ": %zu %s", g->n, g->n == 1 ? "entry" : "entries");
        put_spread(out, "before", &g->before, false);
        put_spread(out, "after", &g->after, false);
        put_spread(out, "change", &g->change, true);
        if (g->seconds > 0) {
            buf_printf(out, ", %lld min", (long long)((g->seconds + 30) / 60));
        }
        buf_put(out,
                g->n < INSIGHT_FEW ? STR("; too few to tell\n") : STR("\n"));
    }
    if (in->n == 0) {
        buf_put(out, STR("Nothing is written yet.\n"));
        return;
    }
    buf_printf(out,
               "\nMoods are 1 (heavy) to 5 (bright); each figure is the middle "
               "one of its group.\n%.*s\n",
               STR_ARG(insight_expectancy()));
}

static int draw(struct cli *cli, const struct asked *asked)
{
    struct buf said = {0};
    bool well =
        insight_picture_write(&(struct insight_picture){&cli->paths, &cli->now,
                                                        asked->path, asked->by},
                              &cli->mem, &said);
    cli_say_lines(cli, &said);
    return well ? EXIT_DONE : EXIT_FAULT;
}

int cli_insight(struct arguments *args)
{
    struct cli *cli = args->cli;
    struct asked asked = {0};
    struct journal_files journal;
    struct calendar_file file;
    int status = read_asked(args, &asked);
    if (status == EXIT_DONE) {
        status = journal_open(cli, &journal, false);
    }
    if (status != EXIT_DONE) {
        return status;
    }
    if (asked.path.len > 0) {
        status = draw(cli, &asked);
    }
    if (status == EXIT_DONE && (asked.path.len == 0 || asked.tsv)) {
        struct buf out = {0};
        struct insight *in = ARENA_NEW(&cli->mem, struct insight);
        status = calendar_open(cli, STR_NONE, &file);
        insight_make(in, &journal.places, file.today, &cli->mem);
        if (asked.tsv) {
            put_rows(&in->by[asked.by], &out);
        } else {
            put_people(in, &in->by[asked.by], &out);
        }
        cli_print(cli, &out);
    }
    return status;
}

// SPDX-License-Identifier: MIT
// A plan from words. The rule of the days comes from exactly one of --preset,
// --pattern and --weekdays; the other options say more of it, in any order.
#include "cli/calendar.h"

#include "app/protocols.h"
#include "base/number.h"
#include "core/calendar_care.h"

enum { ITEMS_MOST = 64 };

// The words as they were given; at is NULL where there was none.
struct wish {
    struct str preset, pattern, weekdays, start, cycle_days, break_days, shift,
        day_start, label, discreet, phase, person;
    struct str items[ITEMS_MOST];
    size_t item_count;
};

static int read_item(struct arguments *args, struct wish *out)
{
    struct str item = STR_NONE;
    if (!arguments_value(args, STR("--item"), &item)) {
        return EXIT_USAGE;
    }
    if (out->item_count == ITEMS_MOST) {
        return cli_fail(args->cli, EXIT_USAGE,
                        "calendar plan: at most %d items", ITEMS_MOST);
    }
    out->items[out->item_count++] = str_trim(item);
    return EXIT_DONE;
}

static int read_words(struct arguments *args, struct wish *out)
{
    const struct option known[] = {
        {"--preset", .value = &out->preset},
        {"--pattern", .value = &out->pattern},
        {"--weekdays", .value = &out->weekdays},
        {"--start", .value = &out->start},
        {"--cycle-days", .value = &out->cycle_days},
        {"--break-days", .value = &out->break_days},
        {"--shift", .value = &out->shift},
        {"--day-start", .value = &out->day_start},
        {"--label", .value = &out->label},
        {"--discreet", .value = &out->discreet},
        {"--phase", .value = &out->phase},
        {"--person", .value = &out->person},
    };
    struct str word = STR_NONE;
    bool option = false;
    while (arguments_next(args, &word, &option)) {
        if (option && str_equal(word, STR("--item"))) {
            if (read_item(args, out) != EXIT_DONE) {
                return EXIT_USAGE;
            }
            continue;
        }
        enum taken taken =
            option ? arguments_take(args, word, OPTIONS(known)) : TAKEN_NOT;
        if (taken != TAKEN_WELL) {
            return taken == TAKEN_NOT ? cli_unknown(args, "calendar plan", word)
                                      : EXIT_USAGE;
        }
    }
    return EXIT_DONE;
}

static struct protocols find_protocols(struct cli *cli)
{
    struct diags notes = {.mem = &cli->mem};
    struct protocols found = protocols_find(&cli->paths, &cli->mem, &notes);
    for (size_t i = 0; i < notes.count; i++) {
        cli_fail(cli, EXIT_DONE, "%.*s", STR_ARG(notes.items[i].message));
    }
    return found;
}

static int apply_preset(struct cli *cli, struct str name, struct plan *p)
{
    struct protocols all = find_protocols(cli);
    for (size_t i = 0; i < all.count; i++) {
        if (str_equal(all.items[i].name, name)) {
            *p = all.items[i].plan;
            return EXIT_DONE;
        }
    }
    return cli_fail(
        cli, EXIT_USAGE,
        "calendar plan: \"%.*s\" is no preset; see breathmark calendar presets",
        STR_ARG(name));
}

static int apply_weekdays(struct cli *cli, struct str text, struct plan *p)
{
    struct str fault = STR_NONE;
    struct plan given = {0};
    if (!plan_weekdays_parse(text, &given, &fault)) {
        return cli_fail(cli, EXIT_USAGE,
                        "calendar plan: --weekdays: \"%.*s\" is no weekday; "
                        "write them like "
                        "\"mon thu\"",
                        STR_ARG(fault));
    }
    p->rule = RULE_WEEKDAYS;
    for (int i = 0; i < 7; i++) {
        p->weekdays[i] = given.weekdays[i];
    }
    return EXIT_DONE;
}

static int apply_pattern(struct cli *cli, const struct wish *wish,
                         struct plan *p)
{
    struct str fault = STR_NONE;
    if (!plan_pattern_parse(wish->pattern, &cli->mem, p, &fault)) {
        return cli_fail(
            cli, EXIT_USAGE,
            "calendar plan: --pattern: \"%.*s\" is no kind of day; write them "
            "like \"dose transition normal\"",
            STR_ARG(fault));
    }
    if ((p->rule == RULE_WEEKDAYS) != (wish->weekdays.at != NULL)) {
        return cli_fail(
            cli, EXIT_USAGE,
            p->rule == RULE_WEEKDAYS
                ? "calendar plan: the pattern weekdays needs --weekdays"
                : "calendar plan: a plan follows a pattern or weekdays, not "
                  "both");
    }
    return EXIT_DONE;
}

static int apply_rule(struct cli *cli, const struct wish *wish, struct plan *p)
{
    int status = EXIT_DONE;
    if (wish->preset.at && wish->pattern.at) {
        return cli_fail(cli, EXIT_USAGE,
                        "calendar plan: give --preset or --pattern, not both");
    }
    if (wish->preset.at) {
        status = apply_preset(cli, wish->preset, p);
        if (status == EXIT_DONE && wish->weekdays.at &&
            p->rule != RULE_WEEKDAYS) {
            status = cli_fail(
                cli, EXIT_USAGE,
                "calendar plan: the preset %.*s has no weekdays to change",
                STR_ARG(wish->preset));
        }
    } else if (wish->pattern.at) {
        status = apply_pattern(cli, wish, p);
    } else if (!wish->weekdays.at) {
        status = cli_fail(cli, EXIT_USAGE,
                          "calendar plan: say which days: --preset, --pattern "
                          "or --weekdays");
    }
    if (status == EXIT_DONE && wish->weekdays.at) {
        status = apply_weekdays(cli, wish->weekdays, p);
    }
    return status;
}

static int apply_days(struct cli *cli, const char *option, struct str text,
                      int *out)
{
    int64_t days = 0;
    if (text.at && !number_whole(text, 0, PLAN_DAYS_MAX, &days)) {
        return cli_fail(
            cli, EXIT_USAGE,
            "calendar plan: %s: \"%.*s\" is not a number of days from 0 to %d",
            option, STR_ARG(text), PLAN_DAYS_MAX);
    }
    if (text.at) {
        *out = (int)days;
    }
    return EXIT_DONE;
}

static int apply_numbers(struct cli *cli, const struct wish *wish,
                         struct plan *p)
{
    if (apply_days(cli, "--cycle-days", wish->cycle_days, &p->cycle_days) !=
            EXIT_DONE ||
        apply_days(cli, "--break-days", wish->break_days, &p->break_days) !=
            EXIT_DONE) {
        return EXIT_USAGE;
    }
    if (wish->shift.at && !shift_from_word(wish->shift, &p->shift)) {
        return cli_fail(
            cli, EXIT_USAGE,
            "calendar plan: --shift: \"%.*s\" is neither fixed nor from_dose",
            STR_ARG(wish->shift));
    }
    if (wish->day_start.at &&
        !day_start_parse(wish->day_start, &p->day_start_min)) {
        return cli_fail(
            cli, EXIT_USAGE,
            "calendar plan: --day-start: \"%.*s\" is no time of day; write it "
            "like 04:00",
            STR_ARG(wish->day_start));
    }
    if (!wish->start.at) {
        return cli_fail(cli, EXIT_USAGE,
                        "calendar plan: say when it begins: --start DATE");
    }
    return calendar_date(cli, wish->start, &p->start) ? EXIT_DONE : EXIT_USAGE;
}

static int dose_days(const struct plan *p)
{
    int count = 0;
    for (int i = 0; i < p->length; i++) {
        count += p->pattern[i] == DAY_DOSE;
    }
    return count;
}

static void answer(const struct calendar_file *file, const struct plan *p,
                   struct buf *out)
{
    struct day since = {0};
    buf_put(out, STR("Kept: "));
    if (p->label.len > 0) {
        rec_clean_line(out, p->label);
        buf_put(out, STR(", "));
    }
    plan_describe(p, out);
    buf_put(out, STR(".\nIt begins on "));
    date_sentence(p->start, NULL, out);
    buf_printf(out, "; a day begins at %02d:%02d.\n", p->day_start_min / 60,
               p->day_start_min % 60);
    if (p->shift == SHIFT_FROM_DOSE && dose_days(p) > 1) {
        buf_put(out, STR("Counted from the last dose, the pattern begins anew "
                         "at every dose taken; with several dose days in it "
                         "this may not be what you mean. Shift fixed keeps "
                         "the days as they stand.\n"));
    }
    plan_care(p, NULL, out);
    if (calendar_paused(file->calendar, p->start, &since)) {
        buf_put(out, STR("The calendar is paused since "));
        date_sentence(since, NULL, out);
        buf_put(out, STR("; the plan stands still until you resume.\n"));
    }
}

int calendar_plan_run(struct arguments *args)
{
    struct cli *cli = args->cli;
    struct wish wish = {0};
    struct plan p;
    plan_init(&p);
    int status = read_words(args, &wish);
    if (status == EXIT_DONE) {
        status = apply_rule(cli, &wish, &p);
    }
    if (status == EXIT_DONE) {
        status = apply_numbers(cli, &wish, &p);
    }
    if (status != EXIT_DONE) {
        return status;
    }
    p.label = str_trim(wish.label);
    p.discreet = str_trim(wish.discreet);
    p.phase = str_trim(wish.phase);
    p.person = str_trim(wish.person);
    p.items = wish.items;
    p.item_count = wish.item_count;
    struct calendar_file file;
    calendar_open(cli, p.person, &file); // unreadable: then a draft is kept
    struct kept kept = calendar_file_keep_plan(&file, &p, &cli->mem);
    status = cli_kept(cli, "calendar", &kept);
    if (status == EXIT_DONE) {
        struct buf out = {0};
        answer(&file, &p, &out);
        cli_print(cli, &out);
    }
    return status;
}

static void put_preset(struct buf *out, const struct protocol *p)
{
    buf_put(out, p->name);
    buf_put_char(out, '\n');
    const struct str lines[] = {p->title, p->about};
    for (size_t i = 0; i < 2; i++) {
        buf_put(out, STR("    "));
        rec_clean_line(out, lines[i]);
        buf_put_char(out, '\n');
    }
    buf_put(out, STR("    Days: "));
    plan_describe(&p->plan, out);
    buf_put(out, STR("\n    Source: "));
    rec_clean_line(out, p->source);
    buf_put(out, STR("\n\n"));
}

static void put_preset_row(struct buf *out, const struct protocol *p)
{
    buf_printf(out, "%.*s\t", STR_ARG(p->name));
    plan_pattern_print(&p->plan, out);
    buf_put_char(out, '\t');
    if (p->plan.rule == RULE_WEEKDAYS) {
        plan_weekdays_print(&p->plan, out);
    } else {
        buf_put_char(out, '-');
    }
    buf_printf(out, "\t%d\t%d\n", p->plan.cycle_days, p->plan.break_days);
}

int calendar_presets_run(struct arguments *args)
{
    bool tsv = false;
    const struct option known[] = {{"--tsv", .flag = &tsv}};
    if (arguments_read(args, "calendar presets", OPTIONS(known), NULL) !=
        EXIT_DONE) {
        return EXIT_USAGE;
    }
    struct buf out = {0};
    struct protocols all = find_protocols(args->cli);
    if (tsv) {
        buf_put(&out, STR("name\tpattern\tweekdays\tcycle_days\tbreak_days\n"));
    }
    for (size_t i = 0; i < all.count; i++) {
        if (tsv) {
            put_preset_row(&out, &all.items[i]);
        } else {
            put_preset(&out, &all.items[i]);
        }
    }
    if (!tsv) {
        buf_put(&out, STR("A preset fills in a plan that you can read and "
                          "change. It holds days, never an amount.\n"));
    }
    cli_print(args->cli, &out);
    return EXIT_DONE;
}

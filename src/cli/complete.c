// SPDX-License-Identifier: MIT
// "breathmark complete -- WORD…" prints what the last word could become, one a
// line, for the completions of shells (package/completions). "@files" and
// "@folders" stand for names that the shell knows itself. Nothing of what a
// person wrote is printed but the names of their sessions.
#include "app/protocols.h"
#include "app/script.h"
#include "cli/cli.h"
#include "cli/usage.h"
#include "core/settings.h"
#include "core/words.h"

// What stands on the line before the word to be completed.
struct line {
    struct cli *cli;
    struct usage usage;
    struct str partial; // the word to be completed
    struct str before;  // the one before it
    struct str command, sub;
    struct str script; // the first plain word after the command
};

static void offer(const struct line *l, struct str word)
{
    if (word.len > 0 && str_starts(word, l->partial)) {
        fprintf(l->cli->out, "%.*s\n", STR_ARG(word));
    }
}

// A word for the shell itself, whatever the partial is.
static void tell(const struct line *l, const char *word)
{
    fprintf(l->cli->out, "%s\n", word);
}

static void offer_sessions(const struct line *l)
{
    struct script_places all = script_places(&l->cli->paths, &l->cli->mem);
    for (size_t i = 0; i < all.count; i++) {
        offer(l, all.items[i].name);
    }
    tell(l, "@files");
}

// "length=": what the script on the line lets a person choose.
static void offer_lets(const struct line *l)
{
    struct arena *mem = &l->cli->mem;
    struct str path = STR_NONE, why = STR_NONE;
    struct script s;
    if (!script_find(&l->cli->paths, l->script, mem, &path) ||
        script_read(&s, path, mem, &why) == SCRIPT_UNREADABLE) {
        return;
    }
    for (size_t i = 0; i < s.session.let_count; i++) {
        struct str name = s.session.lets[i].name;
        offer(l, arena_printf(mem, "%.*s=", STR_ARG(name)));
    }
}

static void offer_table(const struct line *l, enum word_table table)
{
    struct str list = word_list(table, &l->cli->mem);
    while (list.len > 0) { // "calm, focus or sleep"
        struct str word = str_cut(&list, ' ');
        size_t comma = str_find(word, ',', 0);
        word = str_sub(word, 0, comma);
        if (!str_equal(word, STR("or"))) {
            offer(l, word);
        }
    }
}

static void offer_palettes(const struct line *l)
{
    const struct setting_rule *rule = setting_rule(SETTING_PALETTE);
    for (int i = 0; i < setting_words(SETTING_PALETTE); i++) {
        offer(l, str_from(rule->words[i]));
    }
}

static void offer_presets(const struct line *l)
{
    struct diags notes = {.mem = &l->cli->mem};
    struct protocols all = protocols_find(&l->cli->paths, &l->cli->mem, &notes);
    for (size_t i = 0; i < all.count; i++) {
        offer(l, all.items[i].name);
    }
}

static void offer_weekdays(const struct line *l)
{
    struct str days = STR("mon tue wed thu fri sat sun");
    while (days.len > 0) {
        offer(l, str_cut(&days, ' '));
    }
}

static void offer_day_kinds(const struct line *l)
{
    struct str days = STR("dose transition normal break");
    while (days.len > 0) {
        offer(l, str_cut(&days, ' '));
    }
}

static void offer_kinds(const struct line *l)
{
    offer_table(l, WORDS_KINDS);
}

static void offer_pacers(const struct line *l)
{
    offer_table(l, WORDS_PACERS);
}

static void offer_beds(const struct line *l)
{
    offer_table(l, WORDS_BEDS);
    offer(l, STR("off"));
}

// Options whose words the page does not spell out.
static const struct {
    const char *option;
    void (*words)(const struct line *l);
} sources[] = {
    {"--set", offer_lets},          {"--session", offer_sessions},
    {"--kind", offer_kinds},        {"--day", offer_day_kinds},
    {"--pattern", offer_day_kinds}, {"--palette", offer_palettes},
    {"--pacer", offer_pacers},      {"--bed", offer_beds},
    {"--preset", offer_presets},    {"--weekdays", offer_weekdays},
};

static bool is_lower(struct str s)
{
    return s.len > 0 && s.at[0] >= 'a' && s.at[0] <= 'z';
}

// By the page's word for a value: "SESSION", "FILE...", "none|minimal|full".
static void offer_value(const struct line *l, struct str value)
{
    if (str_starts(value, STR("SESSION"))) {
        offer_sessions(l);
    } else if (str_starts(value, STR("DIR"))) {
        tell(l, "@folders");
    } else if (str_starts(value, STR("FILE")) ||
               str_starts(value, STR("OUT")) ||
               str_starts(value, STR("OURS"))) {
        tell(l, "@files");
    }
    while (value.len > 0) {
        struct str one = str_cut(&value, '|');
        if (is_lower(one)) {
            offer(l, one);
        }
    }
}

// The item of an option that waits for its value in the next word.
static const struct usage_item *waiting(const struct line *l, struct str option)
{
    for (size_t i = 0; i < l->usage.count; i++) {
        const struct usage_item *it = &l->usage.items[i];
        bool here = it->command.len == 0 || str_equal(it->command, l->command);
        if (here && str_equal(it->option, option) && it->value.len > 0 &&
            it->value.at[0] != '=') {
            return it;
        }
    }
    return NULL;
}

static void offer_option_value(const struct line *l,
                               const struct usage_item *item)
{
    for (size_t i = 0; i < sizeof(sources) / sizeof(sources[0]); i++) {
        if (str_equal(item->option, str_from(sources[i].option))) {
            sources[i].words(l);
            return;
        }
    }
    offer_value(l, item->value);
}

// Whether the page says that a command's file may be a session's name: where
// what it lets one choose can be set.
static bool plays_scripts(const struct line *l)
{
    return waiting(l, STR("--set")) != NULL;
}

// A subcommand is due: the command has some, and none was given.
static bool wants_sub(const struct line *l)
{
    bool has = false;
    for (size_t i = 0; i < l->usage.count; i++) {
        const struct usage_item *it = &l->usage.items[i];
        has = has || (str_equal(it->command, l->command) && it->sub.len > 0);
    }
    return has && l->sub.len == 0;
}

// Whether what the page lists there may stand on this line.
static bool fits(const struct line *l, const struct usage_item *it)
{
    if (it->alone && l->command.len > 0) {
        return false;
    }
    return it->command.len == 0 ||
           (str_equal(it->command, l->command) &&
            (it->sub.len == 0 || str_equal(it->sub, l->sub)));
}

static void offer_item(const struct line *l, const struct usage_item *it)
{
    if (it->option.len > 0) {
        return;
    }
    if (it->value.len > 0) {
        if (fits(l, it)) {
            offer_value(l, plays_scripts(l) ? STR("SESSION") : it->value);
        }
    } else if (l->command.len == 0 && it->sub.len == 0) {
        offer(l, it->command);
    } else if (str_equal(it->command, l->command) && wants_sub(l)) {
        offer(l, it->sub);
    }
}

static void offer_words(const struct line *l)
{
    bool options = l->partial.len > 0 && l->partial.at[0] == '-';
    for (size_t i = 0; i < l->usage.count; i++) {
        const struct usage_item *it = &l->usage.items[i];
        if (!options) {
            offer_item(l, it);
        } else if (fits(l, it)) {
            offer(l, it->option);
        }
    }
}

static void read_words_before(struct line *l, const struct arguments *args)
{
    for (int i = args->next; i < args->count - 1; i++) {
        struct str word = str_from(args->at[i]);
        const struct usage_item *option = waiting(l, word);
        if (option && i + 1 < args->count - 1) {
            i++;
            if (str_equal(word, STR("--data"))) {
                l->cli->paths = paths_find(str_from(args->at[i]), &l->cli->mem);
            }
        } else if (word.len > 0 && word.at[0] == '-') {
            continue;
        } else if (l->command.len == 0) {
            l->command = word;
        } else if (l->sub.len == 0) {
            l->sub = l->script = word;
        }
    }
    l->partial = str_from(args->at[args->count - 1]);
    l->before = args->count - 1 > args->next
                    ? str_from(args->at[args->count - 2])
                    : STR_NONE;
}

int cli_complete(struct arguments *args)
{
    if (args->next < args->count &&
        str_equal(str_from(args->at[args->next]), STR("--"))) {
        args->next++;
    }
    if (args->next >= args->count) {
        return cli_fail(args->cli, EXIT_USAGE,
                        "complete needs the words of a line, the last of them "
                        "the one to complete");
    }
    struct line l = {.cli = args->cli, .usage = cli_usage(args->cli)};
    read_words_before(&l, args);
    const struct usage_item *option = waiting(&l, l.before);
    if (option) {
        offer_option_value(&l, option);
    } else {
        offer_words(&l);
    }
    return EXIT_DONE;
}

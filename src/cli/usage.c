// SPDX-License-Identifier: MIT
#include "cli/usage.h"

#include "core/words.h"

enum { FAR = 12 }; // blanks before an explanation

struct reader {
    struct arena *mem;
    struct usage_item *items;
    size_t count, cap;
    struct str command, sub;
    bool sub_due; // the next plain word is a subcommand
    bool alone;
};

// A command or subcommand that stands in several lines is put once.
static bool is_known(const struct reader *r, const struct usage_item *item)
{
    bool known = false;
    for (size_t i = 0; i < r->count; i++) {
        const struct usage_item *it = &r->items[i];
        known = known ||
                (str_equal(it->command, item->command) &&
                 str_equal(it->sub, item->sub) &&
                 str_equal(it->option, item->option) &&
                 str_equal(it->value, item->value) && it->alone == item->alone);
    }
    return known;
}

static void put(struct reader *r, struct usage_item item)
{
    item.alone = r->alone;
    if (is_known(r, &item)) {
        return;
    }
    ARENA_GROW(r->mem, r->items, r->count, r->cap);
    r->items[r->count++] = item;
}

static bool is_small(char c)
{
    return c >= 'a' && c <= 'z';
}

// "-" alone among letters is part of a word: "mood-before".
static bool is_plain_word(struct str s)
{
    for (size_t i = 0; i < s.len; i++) {
        if (!is_small(s.at[i]) && (s.at[i] != '-' || i == 0)) {
            return false;
        }
    }
    return s.len > 0;
}

// The next token: what stands between blanks and brackets, a quoted text
// whole. A "|" between blanks is a token of its own.
static struct str next_token(struct str *line)
{
    size_t at = 0;
    while (at < line->len && (line->at[at] == ' ' || line->at[at] == '[' ||
                              line->at[at] == ']')) {
        at++;
    }
    size_t from = at;
    bool quoted = false;
    while (at < line->len) {
        char c = line->at[at];
        quoted = quoted != (c == '"');
        if (!quoted && (c == ' ' || c == ']' || c == '[')) {
            break;
        }
        at++;
    }
    struct str token = str_sub(*line, from, at);
    *line = str_sub(*line, at, line->len);
    return token;
}

static bool is_option(struct str token)
{
    return token.len > 1 && token.at[0] == '-';
}

// What follows an option in the same brackets, up to the next option.
static struct str option_value(struct str *line)
{
    if (line->len > 1 && line->at[0] == '[' && line->at[1] == '=') {
        return next_token(line); // --window[=WxH]
    }
    struct str rest = *line;
    if (rest.len < 2 || rest.at[0] != ' ' || rest.at[1] == '[' ||
        rest.at[1] == ' ') {
        return STR_NONE;
    }
    struct str value = next_token(&rest);
    if (is_option(value) || str_equal(value, STR("|")) || value.len == 0) {
        return STR_NONE;
    }
    *line = rest;
    return value;
}

// "--csv|--text" are two options.
static void put_options(struct reader *r, struct str token, struct str value)
{
    while (token.len > 0) {
        struct str one = str_cut(&token, '|');
        bool many = token.len > 0;
        put(r, (struct usage_item){.command = r->command,
                                   .sub = r->sub,
                                   .option = one,
                                   .value = many ? STR_NONE : value});
    }
}

static void read_line(struct reader *r, struct str line)
{
    while (line.len > 0) {
        struct str token = next_token(&line);
        if (token.len == 0 || str_equal(token, STR("<")) ||
            str_equal(token, STR("..."))) {
            continue;
        }
        if (str_equal(token, STR("|"))) {
            r->sub_due = r->sub.len > 0;
        } else if (is_option(token)) {
            r->sub_due = false;
            put_options(r, token, option_value(&line));
        } else if (r->sub_due && is_plain_word(token)) {
            r->sub = token;
            r->sub_due = false;
            put(r, (struct usage_item){.command = r->command, .sub = token});
        } else {
            r->sub_due = false;
            put(r, (struct usage_item){
                       .command = r->command, .sub = r->sub, .value = token});
        }
    }
}

// Options of an explanation: only those in brackets, for the whole command.
static void read_explanation(struct reader *r, struct str line)
{
    r->sub = STR_NONE;
    for (size_t at = str_find(line, '[', 0); at < line.len;
         at = str_find(line, '[', at + 1)) {
        struct str rest = str_sub(line, at, line.len);
        struct str token = next_token(&rest);
        if (is_option(token)) {
            put_options(r, token, option_value(&rest));
        }
    }
}

static size_t blanks_before(struct str line)
{
    size_t n = 0;
    while (n < line.len && line.at[n] == ' ') {
        n++;
    }
    return n;
}

struct usage usage_read(struct str page, struct arena *mem)
{
    struct reader r = {.mem = mem};
    bool inside = false; // a command's lines, not the page's title
    while (page.len > 0) {
        struct str line = str_cut(&page, '\n');
        size_t in = blanks_before(line);
        if (in == 0 || in == line.len) {
            inside = false;
            continue;
        }
        if (in == 2) {
            inside = true;
            r.sub = r.command = STR_NONE;
            r.sub_due = false;
            line = str_sub(line, 2, line.len);
            r.alone = line.at[0] == '[';
            if (is_small(line.at[0])) {
                struct str command = next_token(&line);
                r.command = command;
                r.sub_due = true;
                put(&r, (struct usage_item){.command = command});
            } else if (line.at[0] == '-') {
                // "--help       this page": its explanation is beside it.
                struct str option = next_token(&line);
                put_options(&r, option, option_value(&line));
                continue;
            }
        }
        if (inside && in < FAR) {
            read_line(&r, line);
        } else if (inside) {
            read_explanation(&r, line);
        }
    }
    return (struct usage){r.items, r.count};
}

// Whether an item's option may stand with "journal add".
static bool stands_with(const struct usage_item *it, struct str command)
{
    struct str sub = command;
    struct str name = str_cut(&sub, ' ');
    return it->command.len == 0
               ? !it->alone || name.len == 0
               : str_equal(it->command, name) &&
                     (it->sub.len == 0 || str_equal(it->sub, sub));
}

struct str usage_nearest(struct usage usage, struct str command,
                         struct str word)
{
    struct str nearest = STR_NONE;
    bool option = is_option(word);
    size_t least = word_slack(word) + 1;
    for (size_t i = 0; i < usage.count; i++) {
        const struct usage_item *it = &usage.items[i];
        bool fits = option ? stands_with(it, command)
                           : command.len == 0 && it->option.len == 0;
        struct str rest = option ? it->option : it->command;
        struct str name = str_cut(&rest, '='); // --format=gcc
        size_t distance =
            fits && name.len > 2 ? str_distance(word, name, least) : least;
        if (distance < least) {
            least = distance;
            nearest = name;
        }
    }
    return nearest;
}

int usage_words(struct usage usage, struct str command, struct str word)
{
    struct str value = word, sub = command;
    struct str name = str_cut(&value, '='), own = str_cut(&sub, ' ');
    int words = 0;
    for (size_t i = 0; i < usage.count; i++) {
        const struct usage_item *it = &usage.items[i];
        struct str joined = it->option; // --format=gcc
        bool same =
            str_equal(str_cut(&joined, '='), name) &&
            str_equal(it->command, own) &&
            (sub.len == 0 || it->sub.len == 0 || str_equal(it->sub, sub));
        bool valued =
            joined.len > 0 || (it->value.len > 0 && it->value.at[0] != '=');
        int taken = valued && name.len == word.len ? 2 : 1;
        words = same && taken > words ? taken : words;
    }
    return words;
}

// SPDX-License-Identifier: MIT
// journal add: an entry from options and standard input. Every value is looked
// at before anything is read or written.
#include "cli/journal.h"

#include "base/number.h"
#include "core/words.h"

enum { DONE_MOST_MS = 24 * 60 * 60 * 1000 }; // as long as a session may be

struct add {
    struct arguments *args;
    struct entry e;
    struct rating *ratings;
    struct str *effects, *tags;
};

// What an option's value is: a line of text, or a number of this range.
enum value {
    VALUE_TEXT = 0,
    VALUE_NUMBER,
    VALUE_LENGTH,
    VALUE_HOURS,
    VALUE_RATE,
    VALUE_EFFECT,
    VALUE_TAG,
};

static const struct {
    const char *name;
    enum value value;
    size_t at; // in struct entry
} options[] = {
    {"--session", VALUE_TEXT, offsetof(struct entry, session)},
    {"--done", VALUE_LENGTH, 0},
    {"--mood-before", VALUE_NUMBER, offsetof(struct entry, mood_before)},
    {"--mood-after", VALUE_NUMBER, offsetof(struct entry, mood_after)},
    {"--rate", VALUE_RATE, 0},
    {"--sleep-hours", VALUE_HOURS, 0},
    {"--sleep-quality", VALUE_NUMBER, offsetof(struct entry, sleep_quality)},
    {"--effect", VALUE_EFFECT, 0},
    {"--intention", VALUE_TEXT, offsetof(struct entry, intention)},
    {"--who", VALUE_TEXT, offsetof(struct entry, who)},
    {"--tag", VALUE_TAG, 0},
};

static int wrong(struct add *a, struct str option, struct str value,
                 const char *cure)
{
    return cli_fail(a->args->cli, EXIT_USAGE, "journal add: %.*s %.*s: %s",
                    STR_ARG(option), STR_ARG(str_sub(value, 0, 60)), cure);
}

static int take_text(struct add *a, struct str option, struct str value,
                     struct str *out)
{
    value = str_trim(value);
    if (value.len == 0) {
        return wrong(a, option, value, "write some words");
    }
    if (str_find(value, '\n', 0) < value.len) {
        return wrong(a, option, str_sub(value, 0, str_find(value, '\n', 0)),
                     "write it on one line");
    }
    *out = value;
    return EXIT_DONE;
}

static int take_rate(struct add *a, struct str option, struct str value)
{
    size_t cut = value.len;
    int64_t number = 0;
    while (cut > 0 && value.at[cut - 1] != '=') {
        cut--;
    }
    struct str name = str_trim(str_sub(value, 0, cut > 0 ? cut - 1 : 0));
    if (cut == 0 || name.len == 0) {
        return wrong(a, option, value, "write it like steadiness=7");
    }
    if (!word_is_name(name, false)) {
        return wrong(a, option, str_sub(value, 0, str_find(value, '\n', 0)),
                     "a name is small letters, digits and _, a letter first, "
                     "like steadiness=7");
    }
    if (!number_whole(str_sub(value, cut, value.len), 0, ENTRY_RATING_MOST,
                      &number)) {
        return wrong(a, option, value, "the number is 0 to 10");
    }
    a->ratings[a->e.rating_count++] = (struct rating){name, (int)number};
    return EXIT_DONE;
}

static int take_length(struct add *a, struct str option, struct str value)
{
    int64_t ms = 0;
    if (number_duration(value, &ms) != DURATION_OK || ms > DONE_MOST_MS) {
        return wrong(a, option, value,
                     "write a time like 10m or 1m30s, 24h at the most");
    }
    a->e.done_s = (ms + 500) / 1000;
    return EXIT_DONE;
}

static int take_hours(struct add *a, struct str option, struct str value)
{
    int64_t thousandths = 0;
    if (!number_thousandths(value, &thousandths) || thousandths % 100 != 0 ||
        thousandths / 100 > ENTRY_SLEEP_MOST) {
        return wrong(a, option, value, "write hours like 7.5, 24 at the most");
    }
    a->e.sleep_tenths = (int)(thousandths / 100);
    return EXIT_DONE;
}

static int take_number(struct add *a, struct str option, struct str value,
                       int *out)
{
    int64_t number = 0;
    if (!number_whole(value, 1, ENTRY_MOOD_MOST, &number)) {
        return wrong(a, option, value, "the number is 1 to 5");
    }
    *out = (int)number;
    return EXIT_DONE;
}

static int take_option(struct add *a, size_t i, struct str value)
{
    struct str option = str_from(options[i].name);
    unsigned char *member = (unsigned char *)&a->e + options[i].at;
    switch (options[i].value) {
    case VALUE_TEXT:
        return take_text(a, option, value, (struct str *)(void *)member);
    case VALUE_NUMBER:
        return take_number(a, option, value, (int *)(void *)member);
    case VALUE_LENGTH:
        return take_length(a, option, value);
    case VALUE_HOURS:
        return take_hours(a, option, value);
    case VALUE_RATE:
        return take_rate(a, option, value);
    case VALUE_EFFECT:
        return take_text(a, option, value, &a->effects[a->e.effect_count++]);
    case VALUE_TAG:
        return take_text(a, option, value, &a->tags[a->e.tag_count++]);
    }
    return EXIT_USAGE;
}

static int take_word(struct add *a, struct str word, bool is_option)
{
    struct str value = STR_NONE;
    for (size_t i = 0; is_option && i < sizeof(options) / sizeof(options[0]);
         i++) {
        if (str_equal(word, str_from(options[i].name))) {
            return arguments_value(a->args, word, &value)
                       ? take_option(a, i, value)
                       : EXIT_USAGE;
        }
    }
    return cli_unknown(a->args, "journal add", word);
}

int journal_add_run(struct arguments *args)
{
    size_t most = (size_t)args->count + 1;
    struct add a = {.args = args,
                    .ratings =
                        ARENA_ARRAY(&args->cli->mem, struct rating, most),
                    .effects = ARENA_ARRAY(&args->cli->mem, struct str, most),
                    .tags = ARENA_ARRAY(&args->cli->mem, struct str, most)};
    struct str word = STR_NONE;
    bool is_option = false;
    entry_init(&a.e);
    while (arguments_next(args, &word, &is_option)) {
        int status = take_word(&a, word, is_option);
        if (status != EXIT_DONE) {
            return status;
        }
    }
    a.e.ratings = a.ratings;
    a.e.effects = a.effects;
    a.e.tags = a.tags;
    return journal_write(args->cli, &a.e, false);
}

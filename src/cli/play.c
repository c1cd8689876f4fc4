// SPDX-License-Identifier: MIT
#include "cli/play.h"

#include "app/app.h"
#include "app/language.h"
#include "app/preferences.h"
#include "cli/choose.h"
#include "cli/play_text.h"

enum { LEAST_PX = 16, MOST_PX = 16384 }; // of a window

static enum taken take_window(struct arguments *args, struct play_wish *wish)
{
    wish->windowed = true;
    if (args->has_value && !choose_size(args->value, LEAST_PX, MOST_PX,
                                        &wish->width, &wish->height)) {
        cli_fail(args->cli, EXIT_USAGE,
                 "--window=%.*s: write a size like 1280x720",
                 STR_ARG(args->value));
        return TAKEN_WRONG;
    }
    return TAKEN_WELL;
}

static enum taken take_option(struct arguments *args, struct str option,
                              struct play_wish *wish, struct chooser *c)
{
    const struct option known[] = {
        {"--mute", .flag = &wish->mute},
        {"--no-journal", .flag = &wish->no_journal},
        {"--text", .flag = &wish->text},
        {"--fast", .flag = &wish->fast},
    };
    if (str_equal(option, STR("--window"))) {
        return take_window(args, wish);
    }
    if (str_equal(option, STR("--from"))) {
        return choose_duration(args, option, &wish->from_ms) ? TAKEN_WELL
                                                             : TAKEN_WRONG;
    }
    enum taken taken = choose_option(args, option, c);
    return taken == TAKEN_NOT ? arguments_take(args, option, OPTIONS(known))
                              : taken;
}

// Where there is no display it goes on as text.
static int play_window(struct cli *cli, const struct play_wish *wish)
{
    struct app_options options = {.paths = &cli->paths,
                                  .now = &cli->now,
                                  .play = &wish->script,
                                  .from_ms = wish->from_ms,
                                  .seed = wish->seed,
                                  .windowed = wish->windowed,
                                  .width = wish->width,
                                  .height = wish->height,
                                  .mute = wish->mute,
                                  .no_journal = wish->no_journal,
                                  .say = cli_say,
                                  .self = cli};
    switch (app_run(&options)) {
    case APP_NO_DISPLAY:
        return play_text(cli, wish);
    case APP_NOT_KEPT:
        return EXIT_FAULT;
    case APP_WELL:
        break;
    }
    return EXIT_DONE;
}

int cli_open(struct arguments *args)
{
    struct app_options options = {.paths = &args->cli->paths,
                                  .now = &args->cli->now,
                                  .say = cli_say,
                                  .self = args->cli};
    struct play_wish wish = {0};
    struct str word;
    bool is_option;
    while (arguments_next(args, &word, &is_option)) {
        enum taken taken = TAKEN_NOT;
        if (is_option && str_equal(word, STR("--window"))) {
            taken = take_window(args, &wish);
        } else if (is_option && str_equal(word, STR("--mute"))) {
            options.mute = true;
            taken = arguments_flag(args, word) ? TAKEN_WELL : TAKEN_WRONG;
        }
        if (taken != TAKEN_WELL) {
            return taken == TAKEN_NOT ? cli_unknown(args, NULL, word)
                                      : EXIT_USAGE;
        }
    }
    options.windowed = wish.windowed;
    options.width = wish.width;
    options.height = wish.height;
    return app_run(&options) == APP_WELL ? EXIT_DONE : EXIT_FAULT;
}

static struct str language_of_screens(struct cli *cli)
{
    struct preferences own = {0};
    struct str path = STR_NONE;
    preferences_init(&own, cli->paths.settings);
    struct tongue t =
        language_find(&cli->paths, own.settings.text[SETTING_LANGUAGE],
                      &cli->mem, NULL, &path);
    preferences_finish(&own);
    return t.name;
}

int cli_play(struct arguments *args)
{
    struct cli *cli = args->cli;
    struct play_wish wish = {0};
    struct chooser chooser = {0};
    struct str word, wanted = STR_NONE;
    bool is_option;
    while (arguments_next(args, &word, &is_option)) {
        enum taken taken =
            is_option ? take_option(args, word, &wish, &chooser) : TAKEN_NOT;
        if (taken == TAKEN_WRONG) {
            return EXIT_USAGE;
        }
        if (taken == TAKEN_NOT && (is_option || wanted.len > 0)) {
            return cli_unknown(args, "play", word);
        }
        if (taken == TAKEN_NOT) {
            wanted = word;
        }
    }
    if (wanted.len == 0) {
        return cli_fail(cli, EXIT_USAGE,
                        "play what? e.g. breathmark play box; see breathmark "
                        "list");
    }
    if (wish.fast && !wish.text) {
        return cli_fail(cli, EXIT_USAGE, "--fast goes with --text");
    }
    wish.seed = chooser.seed;
    if (!wish.text) {
        chooser.language = language_of_screens(cli);
    }
    int status = choose_script(cli, wanted, &chooser, &wish.script);
    if (status != EXIT_DONE) {
        return status;
    }
    if (wish.from_ms >= wish.script.timeline.length_ms && wish.from_ms > 0) {
        return cli_fail(cli, EXIT_USAGE,
                        "--from is past the end of this session");
    }
    return wish.text ? play_text(cli, &wish) : play_window(cli, &wish);
}

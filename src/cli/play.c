// SPDX-License-Identifier: MIT
#include "cli/play.h"

#include "app/app.h"
#include "app/language.h"
#include "app/preferences.h"
#include "base/number.h"
#include "cli/choose.h"
#include "cli/play_text.h"

// "1280x720".
static bool read_size(struct str s, int *width, int *height)
{
    int64_t w = 0, h = 0;
    struct str rest = s;
    struct str first = str_cut(&rest, 'x');
    if (!number_whole(first, 16, 16384, &w) ||
        !number_whole(rest, 16, 16384, &h)) {
        return false;
    }
    *width = (int)w;
    *height = (int)h;
    return true;
}

static enum taken take_window(struct words *w, struct play_wish *wish)
{
    wish->windowed = true;
    if (w->has_value && !read_size(w->value, &wish->width, &wish->height)) {
        cli_fail(w->cli, EXIT_USAGE,
                 "--window=%.*s: write a size like 1280x720",
                 STR_ARG(w->value));
        return TAKEN_WRONG;
    }
    return TAKEN_WELL;
}

static enum taken take_flag(struct words *w, struct str option,
                            struct play_wish *wish)
{
    const struct {
        const char *word;
        bool *flag;
    } flags[] = {{"--mute", &wish->mute},
                 {"--no-journal", &wish->no_journal},
                 {"--text", &wish->text},
                 {"--fast", &wish->fast}};
    for (size_t i = 0; i < sizeof(flags) / sizeof(flags[0]); i++) {
        if (str_equal(option, str_from(flags[i].word))) {
            *flags[i].flag = true;
            return words_flag(w, option) ? TAKEN_WELL : TAKEN_WRONG;
        }
    }
    return TAKEN_NOT;
}

static enum taken take_option(struct words *w, struct str option,
                              struct play_wish *wish, struct chooser *c)
{
    enum taken taken = choose_option(w, option, c);
    if (taken == TAKEN_NOT && str_equal(option, STR("--window"))) {
        taken = take_window(w, wish);
    }
    if (taken == TAKEN_NOT && str_equal(option, STR("--from"))) {
        bool well = choose_duration(w, option, &wish->from_ms);
        taken = well ? TAKEN_WELL : TAKEN_WRONG;
    }
    if (taken == TAKEN_NOT) {
        taken = take_flag(w, option, wish);
    }
    return taken;
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

int cli_open(struct words *w)
{
    struct app_options options = {.paths = &w->cli->paths,
                                  .now = &w->cli->now,
                                  .say = cli_say,
                                  .self = w->cli};
    struct play_wish wish = {0};
    struct str word;
    bool is_option;
    while (words_next(w, &word, &is_option)) {
        enum taken taken = TAKEN_NOT;
        if (is_option && str_equal(word, STR("--window"))) {
            taken = take_window(w, &wish);
        } else if (is_option && str_equal(word, STR("--mute"))) {
            options.mute = true;
            taken = words_flag(w, word) ? TAKEN_WELL : TAKEN_WRONG;
        }
        if (taken != TAKEN_WELL) {
            return taken == TAKEN_NOT ? cli_unknown(w, NULL, word) : EXIT_USAGE;
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

int cli_play(struct words *w)
{
    struct cli *cli = w->cli;
    struct play_wish wish = {0};
    struct chooser chooser = {0};
    struct str word, wanted = STR_NONE;
    bool is_option;
    while (words_next(w, &word, &is_option)) {
        enum taken taken =
            is_option ? take_option(w, word, &wish, &chooser) : TAKEN_NOT;
        if (taken == TAKEN_WRONG) {
            return EXIT_USAGE;
        }
        if (taken == TAKEN_NOT && (is_option || wanted.len > 0)) {
            return cli_unknown(w, "play", word);
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

// SPDX-License-Identifier: MIT
// A whole session as a sound file.
#include <signal.h>
#include <unistd.h>

#include "app/levels.h"
#include "app/preferences.h"
#include "base/buf.h"
#include "base/number.h"
#include "cli/choose.h"
#include "frame/synth_bed.h"
#include "platform/ends.h"
#include "platform/export.h"
#include "platform/supply.h"

enum { QUALITY_MILLI = 4000 };

struct words_of_export {
    struct chooser chosen;
    struct str script;
    struct recording recording;
    bool cue_given, no_bells;
    enum cue_mode cue;
    struct str bed;
};

static bool read_cue(struct arguments *args, struct str option,
                     enum cue_mode *out)
{
    struct str value = STR_NONE;
    if (!arguments_value(args, option, &value)) {
        return false;
    }
    if (!cue_mode_from(value, out)) {
        cli_fail(args->cli, EXIT_USAGE,
                 "--cue %.*s: write one of breath, noise, tone, bells, off",
                 STR_ARG(value));
        return false;
    }
    return true;
}

// A bed of ours, a recording of the person's, or none.
static bool read_bed(struct arguments *args, struct str option, struct str *out)
{
    struct cli *cli = args->cli;
    enum bed_kind kind;
    if (!arguments_value(args, option, out)) {
        return false;
    }
    struct str folder = path_join(&cli->mem, cli->paths.data, STR("sounds"));
    struct shelf shelf = {.own = folder};
    struct want want = {.kind = WANT_BED, .name = *out};
    struct str path;
    bool there = str_equal(*out, STR("off")) || bed_from(*out, &kind) ||
                 (out->len > 0 && shelf_find(&shelf, &want, &path));
    shelf_finish(&shelf);
    if (there) {
        return true;
    }
    cli_fail(cli, EXIT_USAGE,
             "--bed %.*s: write ocean, rain, wind, brown, drone, off, or a "
             "name whose bed-NAME.ogg lies in %.*s",
             STR_ARG(*out), STR_ARG(folder));
    return false;
}

static bool read_quality(struct arguments *args, struct str option, float *out)
{
    struct str value = STR_NONE;
    int64_t milli = 0;
    if (!arguments_value(args, option, &value)) {
        return false;
    }
    if (!number_thousandths(value, &milli) || milli > 10000) {
        cli_fail(args->cli, EXIT_USAGE, "--quality %.*s: write 0 to 10",
                 STR_ARG(value));
        return false;
    }
    *out = (float)milli / 1000;
    return true;
}

static bool read_option(struct arguments *args, struct str word,
                        struct words_of_export *e)
{
    if (str_equal(word, STR("-o"))) {
        return arguments_value(args, word, &e->recording.path);
    }
    if (str_equal(word, STR("--cue"))) {
        e->cue_given = true;
        return read_cue(args, word, &e->cue);
    }
    if (str_equal(word, STR("--bed"))) {
        return read_bed(args, word, &e->bed);
    }
    if (str_equal(word, STR("--quality"))) {
        return read_quality(args, word, &e->recording.quality);
    }
    if (str_equal(word, STR("--no-bells"))) {
        e->no_bells = true;
        return arguments_flag(args, word);
    }
    enum taken taken = choose_option(args, word, &e->chosen);
    if (taken == TAKEN_NOT) {
        cli_unknown(args, "export", word);
    }
    return taken == TAKEN_WELL;
}

static int read_words(struct arguments *args, struct words_of_export *e)
{
    struct str word;
    bool is_option;
    while (arguments_next(args, &word, &is_option)) {
        if (is_option && !read_option(args, word, e)) {
            return EXIT_USAGE;
        }
        if (!is_option && e->script.len > 0) {
            return cli_unknown(args, "export", word);
        }
        e->script = is_option ? e->script : word;
    }
    if (e->script.len == 0 || e->recording.path.len == 0) {
        return cli_fail(args->cli, EXIT_USAGE,
                        "export needs a session and -o OUT.ogg or OUT.wav");
    }
    if (!recorder_format(e->recording.path, &e->recording.format)) {
        return cli_fail(args->cli, EXIT_USAGE,
                        "-o %.*s: the name must end in .ogg or .wav",
                        STR_ARG(e->recording.path));
    }
    return EXIT_DONE;
}

static volatile sig_atomic_t interrupted;

static void on_interrupt(int signal_number)
{
    (void)signal_number;
    interrupted = 1;
}

struct shown {
    FILE *terminal; // NULL: none
    int percent;
};

static bool show(void *self, int64_t done, int64_t all)
{
    struct shown *s = self;
    int percent = all > 0 ? (int)(100 * done / all) : 100;
    if (s->terminal != NULL && percent != s->percent) {
        fprintf(s->terminal, "\r%3d %%", percent);
        fflush(s->terminal);
        s->percent = percent;
    }
    return interrupted == 0;
}

static bool write_file(struct cli *cli, const struct export_job *job,
                       struct shown *shown, struct buf *lines, struct str *why)
{
    struct ends ends;
    interrupted = 0;
    ends_take(&ends, on_interrupt);
    bool well = export_write(job, &cli->mem, lines, why);
    ends_give_back(&ends);
    if (shown->percent >= 0) {
        fputs("\r     \r", shown->terminal);
    }
    return well;
}

// As the player would play it: with the person's cue, volumes and voice.
static struct score_options score_of(const struct words_of_export *e,
                                     const struct script *script,
                                     const struct settings *settings)
{
    struct levels levels = levels_of(settings, &script->session);
    levels.cue = e->cue_given ? e->cue : levels.cue;
    struct score_options o =
        score_options_of(&script->session, levels, e->chosen.seed);
    o.bed = e->bed;
    o.no_bells = e->no_bells;
    return o;
}

static int render(struct cli *cli, struct words_of_export *e,
                  const struct script *script, const struct settings *settings)
{
    struct score_options o = score_of(e, script, settings);
    struct score *score = score_create(&script->timeline, &o, &cli->mem);
    struct shelf shelf = {
        .own = path_join(&cli->mem, cli->paths.data, STR("sounds")),
        .shipped = path_join(&cli->mem, cli->paths.assets, STR("sounds"))};
    struct narrator_setup voice = {
        .packs = path_join(&cli->mem, cli->paths.data, STR("voices")),
        .pack = settings->text[SETTING_VOICE_PACK],
        .modules = cli->paths.modules,
        .lang = script->session.lang};
    struct supply supply;
    struct buf lines = {0};
    supply_begin(&supply, score, &shelf, &voice, &lines);
    cli_say_lines(cli, &lines);
    e->recording.title = script->session.title;
    e->recording.artist = script->session.author.len > 0
                              ? script->session.author
                              : STR("Breathmark");
    e->recording.seed = o.seed;
    bool terminal = isatty(fileno(cli->err)) == 1;
    struct shown shown = {terminal ? cli->err : NULL, -1};
    struct export_job job = {&supply, o.levels.voice, e->recording, show,
                             &shown};
    struct str why = STR_NONE;
    bool well = write_file(cli, &job, &shown, &lines, &why);
    cli_say_lines(cli, &lines);
    supply_finish(&supply);
    shelf_finish(&shelf);
    return well ? EXIT_DONE
                : cli_fail(cli, EXIT_FAULT, "%.*s: %.*s",
                           STR_ARG(e->recording.path), STR_ARG(why));
}

int cli_export(struct arguments *args)
{
    struct words_of_export e = {.recording.quality =
                                    (float)QUALITY_MILLI / 1000};
    int status = read_words(args, &e);
    if (status != EXIT_DONE) {
        return status;
    }
    struct script script;
    status = choose_script(args->cli, e.script, &e.chosen, &script);
    if (status != EXIT_DONE) {
        return status;
    }
    int64_t longest_ms = export_longest_ms(e.recording.format);
    if (script.timeline.length_ms > longest_ms) {
        return cli_fail(args->cli, EXIT_FAULT,
                        "%.*s: a WAV file holds %d hours at most; write .ogg",
                        STR_ARG(e.recording.path), (int)(longest_ms / 3600000));
    }
    struct preferences preferences = {0};
    preferences_init(&preferences, args->cli->paths.settings);
    status = render(args->cli, &e, &script, &preferences.settings);
    preferences_finish(&preferences);
    return status;
}

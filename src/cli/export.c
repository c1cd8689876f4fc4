// SPDX-License-Identifier: MIT
// A whole session as a sound file.
#include <signal.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/number.h"
#include "cli/choose.h"
#include "frame/synth_bed.h"
#include "platform/export.h"
#include "platform/file.h"
#include "platform/struck.h"

enum { QUALITY_MILLI = 4000 };

struct words_of_export {
    struct chooser chosen;
    struct str script;
    struct recording recording;
    struct score_options score;
};

static bool read_cue(struct words *w, struct str option, enum cue_mode *out)
{
    struct str value = STR_NONE;
    if (!words_value(w, option, &value)) {
        return false;
    }
    if (!cue_mode_from(value, out)) {
        cli_fail(w->cli, EXIT_USAGE,
                 "--cue %.*s: write one of breath, noise, tone, bells, off",
                 STR_ARG(value));
        return false;
    }
    return true;
}

// A bed of ours, a recording of the person's, or none.
static bool read_bed(struct words *w, struct str option, struct str *out)
{
    struct cli *cli = w->cli;
    enum bed_kind kind;
    if (!words_value(w, option, out)) {
        return false;
    }
    struct str folder = path_join(&cli->mem, cli->paths.data, STR("sounds"));
    struct str file = arena_printf(&cli->mem, "%.*s.ogg", STR_ARG(*out));
    if (str_equal(*out, STR("off")) || bed_from(*out, &kind) ||
        (out->len > 0 && file_exists(path_join(&cli->mem, folder, file)))) {
        return true;
    }
    cli_fail(cli, EXIT_USAGE,
             "--bed %.*s: write ocean, rain, wind, brown, drone, off, or a "
             "name whose .ogg lies in %.*s",
             STR_ARG(*out), STR_ARG(folder));
    return false;
}

static bool read_quality(struct words *w, struct str option, float *out)
{
    struct str value = STR_NONE;
    int64_t milli = 0;
    if (!words_value(w, option, &value)) {
        return false;
    }
    if (!number_thousandths(value, &milli) || milli > 10000) {
        cli_fail(w->cli, EXIT_USAGE, "--quality %.*s: write 0 to 10",
                 STR_ARG(value));
        return false;
    }
    *out = (float)milli / 1000;
    return true;
}

static bool read_option(struct words *w, struct str word,
                        struct words_of_export *e)
{
    if (str_equal(word, STR("-o"))) {
        return words_value(w, word, &e->recording.path);
    }
    if (str_equal(word, STR("--cue"))) {
        return read_cue(w, word, &e->score.levels.cue);
    }
    if (str_equal(word, STR("--bed"))) {
        return read_bed(w, word, &e->score.bed);
    }
    if (str_equal(word, STR("--quality"))) {
        return read_quality(w, word, &e->recording.quality);
    }
    if (str_equal(word, STR("--no-bells"))) {
        e->score.no_bells = true;
        return words_flag(w, word);
    }
    enum taken taken = choose_option(w, word, &e->chosen);
    if (taken == TAKEN_NOT) {
        cli_unknown(w, "export", word);
    }
    return taken == TAKEN_WELL;
}

static int read_words(struct words *w, struct words_of_export *e)
{
    struct str word;
    bool is_option;
    while (words_next(w, &word, &is_option)) {
        if (is_option && !read_option(w, word, e)) {
            return EXIT_USAGE;
        }
        if (!is_option && e->script.len > 0) {
            return cli_unknown(w, "export", word);
        }
        e->script = is_option ? e->script : word;
    }
    if (e->script.len == 0 || e->recording.path.len == 0) {
        return cli_fail(w->cli, EXIT_USAGE,
                        "export needs a session and -o OUT.ogg or OUT.wav");
    }
    if (!recorder_format(e->recording.path, &e->recording.format)) {
        return cli_fail(w->cli, EXIT_USAGE,
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
                       struct shown *shown, struct str *why)
{
    struct sigaction taken = {.sa_handler = on_interrupt};
    struct sigaction before;
    sigemptyset(&taken.sa_mask);
    interrupted = 0;
    sigaction(SIGINT, &taken, &before);
    bool well = export_write(job, &cli->mem, why);
    sigaction(SIGINT, &before, NULL);
    if (shown->percent >= 0) {
        fputs("\r     \r", shown->terminal);
    }
    return well;
}

static int render(struct cli *cli, struct words_of_export *e,
                  const struct script *script)
{
    struct score *score = score_create(&script->timeline, &e->score, &cli->mem);
    struct shelf shelf = {
        .own = path_join(&cli->mem, cli->paths.data, STR("sounds")),
        .shipped = path_join(&cli->mem, cli->paths.assets, STR("sounds"))};
    struct buf lines = {0};
    shelf_give(&shelf, score, &lines);
    struct str rest = buf_view(&lines);
    while (rest.len > 0) {
        cli_say(cli, str_cut(&rest, '\n'));
    }
    e->recording.title = script->session.title;
    e->recording.artist = script->session.author.len > 0
                              ? script->session.author
                              : STR("Breathmark");
    e->recording.seed = e->score.seed;
    bool terminal = isatty(fileno(cli->err)) == 1;
    struct shown shown = {terminal ? cli->err : NULL, -1};
    struct export_job job = {score, e->recording, show, &shown};
    struct str why = STR_NONE;
    bool well = write_file(cli, &job, &shown, &why);
    buf_finish(&lines);
    shelf_finish(&shelf);
    return well ? EXIT_DONE
                : cli_fail(cli, EXIT_FAULT, "%.*s: %.*s",
                           STR_ARG(e->recording.path), STR_ARG(why));
}

int cli_export(struct words *w)
{
    struct words_of_export e = {.recording.quality =
                                    (float)QUALITY_MILLI / 1000};
    int status = read_words(w, &e);
    if (status != EXIT_DONE) {
        return status;
    }
    struct script script;
    status = choose_script(w->cli, e.script, &e.chosen, &script);
    if (status != EXIT_DONE) {
        return status;
    }
    e.score.seed = e.chosen.seed != 0 ? e.chosen.seed : 1;
    int64_t longest_ms = export_longest_ms(e.recording.format);
    if (script.timeline.length_ms > longest_ms) {
        return cli_fail(w->cli, EXIT_FAULT,
                        "%.*s: a WAV file holds %d hours at most; write .ogg",
                        STR_ARG(e.recording.path), (int)(longest_ms / 3600000));
    }
    return render(w->cli, &e, &script);
}

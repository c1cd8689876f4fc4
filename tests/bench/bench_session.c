// SPDX-License-Identifier: MIT
// The program itself: what a minute of a session costs against a loop that
// does nothing but fill a screen of memory sixty times a second, the memory of
// a session, and how fast a session is written to a sound file. What a display
// server does with the pixels is not counted: it is not ours.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "bench/bench.h"
#include "bench/child.h"
#include "platform/clock.h"

enum {
    SCREEN = 1920 * 1080 * 4,
    FPS = 60,
    ROUNDS = 3,
    LOOP_S = 5,
    WARM_S = 6,
    TAKE_S = 10 // a breath of the script below, whose parts cost differently
};
#define NS_PER_S INT64_C(1000000000)
#define PSS_GOAL 24.0 // MiB

static const char breathing[] = "title: Breathing\nkind: breathwork\n"
                                "class: gentle\nbed: ocean\n"
                                "breathe 4-6 for 10m\n";
static const char sitting[] = "title: Sitting\nkind: meditation\n"
                              "class: gentle\nbed: ocean\nsit 10m\n";

static double process_cpu_s(void)
{
    struct timespec now = {0};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

// CPU-seconds a minute of the paced loop.
static double paced_memset(void)
{
    // Volatile where it is read, so that no compiler leaves the filling out.
    char *screen = calloc(SCREEN, 1);
    volatile char seen = 0;
    int64_t due_ns = clock_now_ns();
    double from = process_cpu_s();
    for (int i = 0; screen && i < LOOP_S * FPS; i++) {
        memset(screen, i, SCREEN);
        seen = (char)(seen + screen[i * 997]);
        due_ns += NS_PER_S / FPS;
        clock_sleep_until(due_ns);
    }
    double used = process_cpu_s() - from;
    free(screen);
    return used * 60 / LOOP_S;
}

static void sleep_s(int seconds)
{
    clock_sleep_until(clock_now_ns() + seconds * NS_PER_S);
}

static void write_text(const char *path, const char *text)
{
    FILE *f = fopen(path, "w");
    if (f) {
        fputs(text, f);
        fclose(f);
    }
}

struct cost {
    double cpu_s; // a minute
    double pss_mib;
};

static struct cost play(const char *path)
{
    const char *const words[] = {BREATHMARK_PROGRAM,   "play",   path,
                                 "--window=1920x1080", "--seed", "1",
                                 "--no-journal",       NULL};
    pid_t child = child_start((struct child){words, -1, true});
    sleep_s(WARM_S); // the fade from black, the decoding of sounds
    double from = child_cpu_s(child);
    sleep_s(TAKE_S);
    struct cost c = {(child_cpu_s(child) - from) * 60 / TAKE_S,
                     child_pss_mib(child)};
    child_stop(child);
    return c;
}

// The session and the loop in turn: a machine that is busier for a while, or
// whose memory is, makes both dearer.
static void bench_play(const char *name, const char *path, int rounds)
{
    double cpu_s[ROUNDS], pss_mib[ROUNDS], loop_s[ROUNDS], quotient[ROUNDS];
    for (int i = 0; i < rounds; i++) {
        loop_s[i] = paced_memset();
        struct cost c = play(path);
        cpu_s[i] = c.cpu_s;
        pss_mib[i] = c.pss_mib;
        quotient[i] = c.cpu_s / loop_s[i];
    }
    char row[64];
    double mib = bench_median(pss_mib, rounds);
    bench_row("paced_memset_cpu", bench_median(loop_s, rounds), "s/min", 1);
    snprintf(row, sizeof(row), "session_%s_cpu", name);
    bench_row(row, bench_median(cpu_s, rounds), "s/min",
              bench_median(quotient, rounds));
    snprintf(row, sizeof(row), "session_%s_pss", name);
    bench_row(row, mib, "MiB", mib / PSS_GOAL);
}

// Times an export; the ratio is to the time that the session plays.
static void bench_export(const char *name, const char *folder, bool silent)
{
    char path[512];
    snprintf(path, sizeof(path), "%s/out.wav", folder);
    const char *const all[] = {BREATHMARK_PROGRAM,
                               "export",
                               BREATHMARK_TREE "/sessions/box.session",
                               "-o",
                               path,
                               silent ? "--cue" : NULL,
                               "off",
                               "--bed",
                               "off",
                               "--no-bells",
                               NULL};
    int64_t from_ns = clock_now_ns();
    bool well = child_ended_well(child_start((struct child){all, -1, true}));
    double took_s = (double)(clock_now_ns() - from_ns) / 1e9;
    struct stat st = {0};
    if (well && stat(path, &st) == 0) {
        double plays_s = (double)st.st_size / (48000 * 4);
        bench_row(name, took_s, "s", plays_s / took_s);
    }
    unlink(path);
}

void bench_session(void)
{
    char folder[] = "/tmp/breathmark-bench-XXXXXX";
    char path[512];
    if (!mkdtemp(folder)) {
        return;
    }
    setenv("BREATHMARK_DATA", folder, 1);
    // Without a display SDL looks for inputs a thousand times a second, which
    // is not ours either.
    setenv("SDL_VIDEODRIVER", getenv("DISPLAY") ? "x11" : "dummy", 1);
    setenv("SDL_AUDIODRIVER", "dummy", 1);
    // On a busy machine the trial of drawing may choose the card, and then
    // another thing is measured.
    snprintf(path, sizeof(path), "%s/settings", folder);
    write_text(path, "drawing: memory\n");
    snprintf(path, sizeof(path), "%s/one.session", folder);
    write_text(path, breathing);
    bench_play("breathing", path, ROUNDS);
    write_text(path, sitting);
    bench_play("sitting", path, 1);
    bench_export("export_wav_synthesised", folder, false);
    bench_export("export_wav_silent", folder, true);
    unlink(path);
    snprintf(path, sizeof(path), "%s/settings", folder);
    unlink(path);
    rmdir(folder);
}

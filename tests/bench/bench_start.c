// SPDX-License-Identifier: MIT
// From exec to a painted window: the program as it opens Today, against bare
// SDL with a window of the same kind (bare.c), linked with SDL alone and with
// all that the program is linked with. And how late a frame's deadline is met.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "bench/bench.h"
#include "bench/child.h"
#include "platform/clock.h"
#include "platform/window.h"

enum { STARTS = 11, FRAMES = 240 };

// Milliseconds from the start of a program to its first frame; negative when
// there was none. What tells of that frame is loaded into each alike.
static double start_child(const char *program)
{
    const char *const words[] = {program, NULL};
    int ends[2];
    if (pipe(ends) != 0) {
        return -1;
    }
    setenv("LD_PRELOAD", BREATHMARK_PAINTED, 1);
    int64_t from_ns = clock_now_ns();
    pid_t child = child_start((struct child){words, ends[1], true});
    unsetenv("LD_PRELOAD");
    close(ends[1]);
    char byte;
    bool painted = read(ends[0], &byte, 1) == 1;
    double took = (double)(clock_now_ns() - from_ns) / 1e6;
    close(ends[0]);
    child_ended_well(child);
    return painted ? took : -1;
}

static void bench_first_frame(const char *name)
{
    double bare[STARTS], linked[STARTS], ours[STARTS], whole[STARTS];
    double to_linked[STARTS], to_ours[STARTS], to_whole[STARTS];
    char row[64];
    for (int i = 0; i < STARTS; i++) {
        bare[i] = start_child(BREATHMARK_BARE);
        linked[i] = start_child(BREATHMARK_LINKED);
        ours[i] = start_child(BREATHMARK_PROGRAM);
        setenv("BREATHMARK_FRAME", "2", 1); // with what is offered, and a menu
        whole[i] = start_child(BREATHMARK_PROGRAM);
        unsetenv("BREATHMARK_FRAME");
        to_linked[i] = linked[i] / bare[i];
        to_ours[i] = ours[i] / bare[i];
        to_whole[i] = whole[i] / bare[i];
        if (bare[i] < 0 || linked[i] < 0 || ours[i] < 0 || whole[i] < 0) {
            return; // no such display
        }
    }
    snprintf(row, sizeof(row), "%s_bare", name);
    bench_row(row, bench_median(bare, STARTS), "ms", 1);
    snprintf(row, sizeof(row), "%s_linked", name);
    bench_row(row, bench_median(linked, STARTS), "ms",
              bench_median(to_linked, STARTS));
    bench_row(name, bench_median(ours, STARTS), "ms",
              bench_median(to_ours, STARTS));
    snprintf(row, sizeof(row), "%s_whole", name);
    bench_row(row, bench_median(whole, STARTS), "ms",
              bench_median(to_whole, STARTS));
}

static void bench_deadlines(void)
{
    struct arena mem = {0};
    struct str why = STR_NONE;
    struct window *w = window_create(
        (struct window_options){.title = STR("bench"), .windowed = true}, &mem,
        &why);
    if (!w) {
        return;
    }
    static double late[FRAMES];
    int64_t first_ns = clock_now_ns();
    for (int i = 0; i < FRAMES; i++) {
        int64_t until_ns = first_ns + (i + 1) * INT64_C(1000000000) / 60;
        window_wait(w, until_ns);
        late[i] = (double)(clock_now_ns() - until_ns) / 1e6;
    }
    double drift = late[FRAMES - 1] - late[0];
    bench_row("deadline_late_p50", bench_median(late, FRAMES), "ms", 0);
    bench_row("deadline_late_p99", late[FRAMES * 99 / 100], "ms", 0);
    bench_row("deadline_drift", drift, "ms", 0);
    window_destroy(w);
    arena_finish(&mem);
}

void bench_start(void)
{
    char folder[] = "/tmp/breathmark-bench-XXXXXX";
    char settings[sizeof(folder) + sizeof("/settings")] = "";
    if (mkdtemp(folder)) {
        setenv("BREATHMARK_DATA", folder, 1);
        // Without one the first run's pages come before Today.
        snprintf(settings, sizeof(settings), "%s/settings", folder);
        FILE *f = fopen(settings, "w");
        if (f) {
            fclose(f);
        }
    }
    setenv("SDL_AUDIODRIVER", "dummy", 1);
    if (getenv("DISPLAY")) {
        setenv("SDL_VIDEODRIVER", "x11", 1);
        bench_first_frame("first_frame_x11");
    }
    setenv("SDL_VIDEODRIVER", "dummy", 1);
    bench_first_frame("first_frame_dummy");
    bench_deadlines();
    unlink(settings);
    rmdir(folder);
}

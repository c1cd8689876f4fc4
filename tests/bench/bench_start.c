// SPDX-License-Identifier: MIT
// From exec to a painted window, in children: ours, with fonts and the
// player's scene, against bare SDL with a window of the same kind. And how
// late a frame's deadline is met.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#define SDL_MAIN_HANDLED
#include <SDL.h>

#include "bench/bench.h"
#include "bench/scenes.h"
#include "platform/clock.h"
#include "platform/window.h"

enum { PAINTED_FD = 3, STARTS = 11, FRAMES = 240 };

static void say_painted(void)
{
    if (write(PAINTED_FD, "p", 1) != 1) {
        exit(1);
    }
}

int bench_child_bare(void)
{
    SDL_SetMainReady();
    SDL_SetHint(SDL_HINT_FRAMEBUFFER_ACCELERATION, "0");
    if (SDL_Init(SDL_INIT_VIDEO) != 0) {
        return 1;
    }
    SDL_Window *window =
        SDL_CreateWindow("bare", SDL_WINDOWPOS_CENTERED, SDL_WINDOWPOS_CENTERED,
                         1280, 720, SDL_WINDOW_FULLSCREEN_DESKTOP);
    SDL_Surface *surface = window ? SDL_GetWindowSurface(window) : NULL;
    if (!surface) {
        return 1;
    }
    memset(surface->pixels, 7, (size_t)surface->pitch * (size_t)surface->h);
    SDL_UpdateWindowSurface(window);
    say_painted();
    SDL_Quit();
    return 0;
}

int bench_child_ours(const char *assets)
{
    struct arena mem = {0};
    struct str why = STR_NONE;
    struct fonts *fonts = fonts_create(str_from(assets), &mem, &why);
    struct window *w = window_create(
        (struct window_options){.title = STR("bench")}, &mem, &why);
    if (!w) {
        return 1;
    }
    struct painter *p = painter_create(fonts);
    struct scene *sc = ARENA_NEW(&mem, struct scene);
    scene_orb(sc, window_stage(w), 0.5f);
    bool well = window_draw(w, p, sc, theme_of(PALETTE_NIGHT));
    say_painted();
    painter_destroy(p);
    window_destroy(w);
    fonts_destroy(fonts);
    arena_finish(&mem);
    return well ? 0 : 1;
}

// Milliseconds from the start of a child to its first frame; negative when it
// failed.
static double start_child(const char *what, const char *assets)
{
    int ends[2];
    if (pipe(ends) != 0) {
        return -1;
    }
    int64_t from_ns = clock_now_ns();
    pid_t child = fork();
    if (child == 0) {
        dup2(ends[1], PAINTED_FD);
        execl("/proc/self/exe", "breathmark-bench", what, assets, (char *)NULL);
        _exit(127);
    }
    close(ends[1]);
    char byte;
    bool painted = read(ends[0], &byte, 1) == 1;
    double took = (double)(clock_now_ns() - from_ns) / 1e6;
    close(ends[0]);
    int status = 0;
    waitpid(child, &status, 0);
    return painted ? took : -1;
}

static void bench_first_frame(const char *name, const char *assets)
{
    double bare[STARTS], ours[STARTS], quotient[STARTS];
    for (int i = 0; i < STARTS; i++) {
        bare[i] = start_child("--bare", assets);
        ours[i] = start_child("--ours", assets);
        quotient[i] = ours[i] / bare[i];
        if (bare[i] < 0 || ours[i] < 0) {
            return; // no such display
        }
    }
    printf("%s_bare %.3f ms 1.00\n", name, bench_median(bare, STARTS));
    bench_row(name, bench_median(ours, STARTS), "ms",
              bench_median(quotient, STARTS));
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

void bench_start(const char *assets)
{
    if (getenv("DISPLAY")) {
        setenv("SDL_VIDEODRIVER", "x11", 1);
        bench_first_frame("first_frame_x11", assets);
    }
    setenv("SDL_VIDEODRIVER", "dummy", 1);
    bench_first_frame("first_frame_dummy", assets);
    bench_deadlines();
}

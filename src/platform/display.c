// SPDX-License-Identifier: MIT
#include "platform/display.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

#include <SDL.h>

#include "platform/clock.h"
#include "platform/x11.h"

enum { WARM_UP = 3, TIMED = 9, WIDTH = 960, HEIGHT = 540 };

// What a picture needs, in huge pages where the system has them: a picture has
// thousands of small ones, each of which costs a fault at its first touch, and
// is written to faster in a few. Whole ones are asked for, so up to 2 MiB more.
static void *picture_alloc(size_t size)
{
    enum { HUGE_PAGE = 2 * 1024 * 1024 };
    if (size < HUGE_PAGE || size > SIZE_MAX - HUGE_PAGE) {
        return malloc(size);
    }
    size_t whole = (size + HUGE_PAGE - 1) / HUGE_PAGE * HUGE_PAGE;
    void *at = aligned_alloc(HUGE_PAGE, whole);
    if (at) {
        madvise(at, whole, MADV_HUGEPAGE); // a wish: it may be refused
    }
    return at;
}

// Where SDL keeps the window's picture in memory of its own, as without a
// display; X11 and Wayland share theirs with the server.
static void use_picture_alloc(void)
{
    SDL_malloc_func plain;
    SDL_calloc_func cleared;
    SDL_realloc_func resized;
    SDL_free_func freed;
    SDL_GetMemoryFunctions(&plain, &cleared, &resized, &freed);
    SDL_SetMemoryFunctions(picture_alloc, cleared, resized, freed);
}

static bool is_unseen(const char *driver)
{
    return strcmp(driver, "offscreen") == 0 || strcmp(driver, "dummy") == 0;
}

bool display_start(void)
{
    const char *asked = getenv("SDL_VIDEODRIVER");
    const char *runtime = getenv("XDG_RUNTIME_DIR");
    bool free_choice = !asked || !*asked;
    use_picture_alloc();
    if (!runtime || runtime[0] != '/') {
        // Wayland cannot be there, and its library would say so in a line of
        // its own. What SDL_VIDEODRIVER asks for goes before this.
        SDL_SetHint(SDL_HINT_VIDEODRIVER, "x11,kmsdrm");
    }
    x11_outlive_errors();
    bool well = SDL_InitSubSystem(SDL_INIT_VIDEO) == 0;
    if (well && free_choice && is_unseen(SDL_GetCurrentVideoDriver())) {
        SDL_QuitSubSystem(SDL_INIT_VIDEO);
        well = false;
    }
    if (well) {
        x11_outlive_errors();
    }
    if (!well && free_choice) {
        SDL_SetError("neither X11 nor Wayland is there");
    }
    return well;
}

bool display_probe(struct display_facts *out, struct arena *mem,
                   struct str *why)
{
    SDL_DisplayMode mode = {0};
    float dpi = 0;
    *out = (struct display_facts){0};
    if (!display_start()) {
        *why = arena_printf(mem, "no display: %s", SDL_GetError());
        return false;
    }
    bool well = SDL_GetDesktopDisplayMode(0, &mode) == 0;
    if (well) {
        out->driver = arena_copy(mem, str_from(SDL_GetCurrentVideoDriver()));
        out->count = SDL_GetNumVideoDisplays();
        out->width = mode.w;
        out->height = mode.h;
        out->refresh_hz = mode.refresh_rate;
        if (SDL_GetDisplayDPI(0, &dpi, NULL, NULL) == 0) {
            out->inches_to_96 = (double)dpi / 96;
        }
    } else {
        *why = arena_printf(mem, "no display: %s", SDL_GetError());
    }
    SDL_QuitSubSystem(SDL_INIT_VIDEO);
    return well;
}

static int by_length(const void *a, const void *b)
{
    const int64_t *x = a, *y = b;
    return (*x > *y) - (*x < *y);
}

double display_time(enum window_drive drive, struct arena *mem, struct str *why)
{
    struct window_options options = {.title = STR("Breathmark"),
                                     .windowed = true,
                                     .width = WIDTH,
                                     .height = HEIGHT,
                                     .drive = drive};
    struct window *w = window_create(options, mem, why);
    if (!w) {
        return -1;
    }
    struct painter *painter = painter_create(NULL);
    struct scene *scene = ARENA_NEW(mem, struct scene);
    struct stage stage = window_stage(w);
    int64_t spent_ns[TIMED] = {0};
    bool well = true;
    for (int i = 0; well && i < WARM_UP + TIMED; i++) {
        struct input in;
        while (window_next_input(w, &in)) {
        }
        scene_begin(scene, stage.left, stage.top, stage.right, stage.bottom);
        scene_add(scene, (struct shape){.kind = SHAPE_GROUND, .alpha = 1});
        painter_forget(painter);
        int64_t before_ns = clock_now_ns();
        well = window_draw(w, painter, scene, theme_of(PALETTE_NIGHT));
        if (i >= WARM_UP) {
            spent_ns[i - WARM_UP] = clock_now_ns() - before_ns;
        }
    }
    if (!well) {
        *why = arena_copy(mem, str_from(window_fault(w)));
    }
    painter_destroy(painter);
    window_destroy(w);
    qsort(spent_ns, TIMED, sizeof(spent_ns[0]), by_length);
    return well ? (double)spent_ns[TIMED / 2] / 1e6 : -1;
}

// SPDX-License-Identifier: MIT
// The trial of the graphics card: eight frames as plain memory, and when they
// are slow eight through the card; the faster stays, and where the card's
// window does not open, it goes on as before. SDL's calls are stood in for by
// ones that take as long as the test says.
#include "unit.h"

#include <stdlib.h>

#define SDL_MAIN_HANDLED
#include <SDL.h>

#include "platform/window.h"

static struct {
    Uint32 plain_ms, card_ms; // that handing over a frame takes
    int opened;               // windows, the failing ones included
    int failing;              // which of them does not open; 0: none
} machine;

int __real_SDL_UpdateWindowSurfaceRects(SDL_Window *w, const SDL_Rect *rects,
                                        int count);
int __wrap_SDL_UpdateWindowSurfaceRects(SDL_Window *w, const SDL_Rect *rects,
                                        int count);
SDL_Window *__real_SDL_CreateWindow(const char *title, int x, int y, int width,
                                    int height, Uint32 flags);
SDL_Window *__wrap_SDL_CreateWindow(const char *title, int x, int y, int width,
                                    int height, Uint32 flags);

static bool through_card(void)
{
    const char *hint = SDL_GetHint(SDL_HINT_FRAMEBUFFER_ACCELERATION);
    return hint && hint[0] == '1';
}

int __wrap_SDL_UpdateWindowSurfaceRects(SDL_Window *w, const SDL_Rect *rects,
                                        int count)
{
    SDL_Delay(through_card() ? machine.card_ms : machine.plain_ms);
    return __real_SDL_UpdateWindowSurfaceRects(w, rects, count);
}

SDL_Window *__wrap_SDL_CreateWindow(const char *title, int x, int y, int width,
                                    int height, Uint32 flags)
{
    if (++machine.opened == machine.failing) {
        SDL_SetError("no such thing");
        return NULL;
    }
    return __real_SDL_CreateWindow(title, x, y, width, height, flags);
}

// Draws frames until the trial is surely over; returns how many windows that
// took.
static int try_machine(enum window_drive drive)
{
    struct arena mem = {0};
    struct str why = STR_NONE;
    machine.opened = 0;
    struct window *w =
        window_create((struct window_options){.title = STR("trial"),
                                              .windowed = true,
                                              .width = 64,
                                              .height = 36,
                                              .drive = drive},
                      &mem, &why);
    assert_non_null(w);
    struct painter *p = painter_create(NULL);
    struct scene *sc = calloc(1, sizeof(*sc));
    for (int i = 0; i < 20; i++) {
        struct stage st = window_stage(w);
        scene_begin(sc, st.left, st.top, st.right, st.bottom);
        scene_add(sc, (struct shape){.kind = SHAPE_GROUND});
        scene_add(sc, (struct shape){.kind = SHAPE_BOX,
                                     .alpha = 1,
                                     .role = ROLE_INK,
                                     .x = (float)i / 20,
                                     .w = 0.5f,
                                     .h = 0.5f});
        assert_true(window_draw(w, p, sc, theme_of(PALETTE_NIGHT)));
        assert_string_equal(window_fault(w), "");
    }
    free(sc);
    painter_destroy(p);
    int opened = machine.opened;
    window_destroy(w);
    arena_finish(&mem);
    return opened;
}

static void fast_memory_is_kept_untried(void **state)
{
    (void)state;
    machine.plain_ms = machine.card_ms = 0;
    assert_int_equal(try_machine(DRIVE_AUTO), 1);
    assert_false(through_card());
}

static void a_faster_card_is_taken(void **state)
{
    (void)state;
    machine.plain_ms = 40;
    machine.card_ms = 0;
    assert_int_equal(try_machine(DRIVE_AUTO), 2);
    assert_true(through_card());
}

static void a_slower_card_is_given_up(void **state)
{
    (void)state;
    machine.plain_ms = 40;
    machine.card_ms = 90;
    assert_int_equal(try_machine(DRIVE_AUTO), 3);
    assert_false(through_card());
}

static void a_card_that_does_not_open_changes_nothing(void **state)
{
    (void)state;
    machine.plain_ms = 40;
    machine.card_ms = 0;
    machine.failing = 2;
    // window_fault keeps the line of the failed try: not a fault of drawing.
    struct arena mem = {0};
    struct str why = STR_NONE;
    machine.opened = 0;
    struct window *w = window_create(
        (struct window_options){
            .title = STR("trial"), .windowed = true, .width = 64, .height = 36},
        &mem, &why);
    assert_non_null(w);
    struct painter *p = painter_create(NULL);
    struct scene *sc = calloc(1, sizeof(*sc));
    for (int i = 0; i < 10; i++) {
        struct stage st = window_stage(w);
        scene_begin(sc, st.left, st.top, st.right, st.bottom);
        scene_add(sc, (struct shape){.kind = SHAPE_GROUND});
        assert_true(window_draw(w, p, sc, theme_of(PALETTE_NIGHT)));
    }
    assert_int_equal(machine.opened, 3);
    assert_false(through_card());
    machine.failing = 0;
    free(sc);
    painter_destroy(p);
    window_destroy(w);
    arena_finish(&mem);
}

static void what_is_forced_is_not_tried(void **state)
{
    (void)state;
    machine.plain_ms = 40;
    machine.card_ms = 0;
    assert_int_equal(try_machine(DRIVE_PLAIN), 1);
    assert_false(through_card());
    machine.plain_ms = 0;
    machine.card_ms = 40;
    assert_int_equal(try_machine(DRIVE_CARD), 1);
    assert_true(through_card());
}

int main(void)
{
    setenv("SDL_VIDEODRIVER", "dummy", 1);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(fast_memory_is_kept_untried),
        cmocka_unit_test(a_faster_card_is_taken),
        cmocka_unit_test(a_slower_card_is_given_up),
        cmocka_unit_test(a_card_that_does_not_open_changes_nothing),
        cmocka_unit_test(what_is_forced_is_not_tried),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

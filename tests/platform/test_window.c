// SPDX-License-Identifier: MIT
// The window without a screen (SDL's dummy driver): what SDL reports becomes
// inputs, deadlines are met, sizes from one pixel up are drawn, and a missing
// display is said in one line.
#include "unit.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define SDL_MAIN_HANDLED
#include <SDL.h>

#include "platform/clock.h"
#include "platform/window.h"

static struct window *open_window(int width, int height)
{
    struct arena mem = {0};
    struct str why = STR_NONE;
    struct window_options options = {.title = STR("test"),
                                     .windowed = true,
                                     .width = width,
                                     .height = height};
    struct window *w = window_create(options, &mem, &why);
    assert_non_null(w);
    struct input in;
    while (window_next_input(w, &in)) {
    }
    arena_finish(&mem);
    return w;
}

static void push_key(SDL_Keycode sym, Uint16 mod)
{
    SDL_Event e = {.key = {.type = SDL_KEYDOWN, .state = SDL_PRESSED}};
    e.key.keysym.sym = sym;
    e.key.keysym.mod = mod;
    assert_int_equal(SDL_PushEvent(&e), 1);
}

static void push_text(Uint32 type, const char *text)
{
    SDL_Event e = {.type = type};
    if (type == SDL_TEXTINPUT) {
        SDL_strlcpy(e.text.text, text, sizeof(e.text.text));
    } else {
        SDL_strlcpy(e.edit.text, text, sizeof(e.edit.text));
        e.edit.start = 1;
    }
    assert_int_equal(SDL_PushEvent(&e), 1);
}

static struct input next(struct window *w)
{
    struct input in = {0};
    if (!window_next_input(w, &in)) {
        in.kind = INPUT_NONE;
    }
    return in;
}

static void expect_key(struct window *w, enum key key, uint32_t letter,
                       unsigned mods)
{
    struct input in = next(w);
    assert_int_equal(in.kind, INPUT_KEY);
    assert_int_equal(in.key, key);
    assert_int_equal(in.letter, letter);
    assert_int_equal(in.mods, mods);
}

static void test_keys(void **state)
{
    (void)state;
    struct window *w = open_window(320, 180);
    static const struct {
        SDL_Keycode sym;
        Uint16 mod;
        enum key key;
        uint32_t letter;
        unsigned mods;
    } rows[] = {
        {SDLK_g, 0, KEY_CHAR, 'g', 0},
        {SDLK_g, KMOD_LSHIFT, KEY_CHAR, 'g', MOD_SHIFT},
        {SDLK_s, KMOD_RCTRL, KEY_CHAR, 's', MOD_CTRL},
        {0xe9, 0, KEY_CHAR, 0xe9, 0},
        {SDLK_SPACE, 0, KEY_SPACE, 0, 0},
        {SDLK_RETURN, KMOD_LCTRL, KEY_ENTER, 0, MOD_CTRL},
        {SDLK_KP_ENTER, 0, KEY_ENTER, 0, 0},
        {SDLK_ESCAPE, 0, KEY_ESCAPE, 0, 0},
        {SDLK_F1, 0, KEY_F1, 0, 0},
        {SDLK_PAGEDOWN, 0, KEY_PAGE_DOWN, 0, 0},
        {SDLK_LEFT, KMOD_LALT, KEY_LEFT, 0, MOD_ALT},
        {SDLK_EQUALS, KMOD_LSHIFT, KEY_CHAR, '+', MOD_SHIFT},
        {SDLK_PLUS, 0, KEY_CHAR, '+', 0},
        {SDLK_KP_PLUS, 0, KEY_CHAR, '+', 0},
        {SDLK_MINUS, 0, KEY_CHAR, '-', 0},
        {SDLK_SLASH, KMOD_RSHIFT, KEY_CHAR, '?', MOD_SHIFT},
        {SDLK_QUESTION, KMOD_RSHIFT, KEY_CHAR, '?', MOD_SHIFT},
        {SDLK_KP_7, 0, KEY_CHAR, '7', 0},
        {SDLK_KP_0, 0, KEY_CHAR, '0', 0},
    };
    for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
        push_key(rows[i].sym, rows[i].mod);
        expect_key(w, rows[i].key, rows[i].letter, rows[i].mods);
    }
    // Keys that mean nothing here are passed over, also before others.
    push_key(SDLK_LSHIFT, KMOD_LSHIFT);
    push_key(SDLK_F7, 0);
    push_key(SDLK_UP, 0);
    expect_key(w, KEY_UP, 0, 0);
    assert_int_equal(next(w).kind, INPUT_NONE);
    window_destroy(w);
}

static void test_typing(void **state)
{
    (void)state;
    struct window *w = open_window(320, 180);
    push_text(SDL_TEXTINPUT, "x"); // not asked for
    assert_int_equal(next(w).kind, INPUT_NONE);
    window_text_input(w, true);
    window_text_place(w, 0.1f, 0.2f, 0.3f, 0.05f);
    push_key(SDLK_a, 0);
    push_key(SDLK_SPACE, 0);
    push_text(SDL_TEXTINPUT, "\xc3\xa4 ");
    struct input in = next(w);
    assert_int_equal(in.kind, INPUT_TEXT);
    assert_str(in.text, "\xc3\xa4 ");
    push_key(SDLK_BACKSPACE, 0);
    expect_key(w, KEY_BACKSPACE, 0, 0);
    push_key(SDLK_v, KMOD_LCTRL);
    expect_key(w, KEY_CHAR, 'v', MOD_CTRL);
    // While an input method holds text, the editing keys are its own.
    push_text(SDL_TEXTEDITING, "\xe3\x81\x84");
    in = next(w);
    assert_int_equal(in.kind, INPUT_COMPOSE);
    assert_str(in.text, "\xe3\x81\x84");
    assert_int_equal(in.mark, 1);
    push_key(SDLK_RETURN, 0);
    assert_int_equal(next(w).kind, INPUT_NONE);
    push_text(SDL_TEXTEDITING, "");
    in = next(w);
    assert_int_equal(in.kind, INPUT_COMPOSE);
    assert_int_equal(in.text.len, 0);
    push_key(SDLK_RETURN, 0);
    expect_key(w, KEY_ENTER, 0, 0);
    window_text_input(w, false);
    push_key(SDLK_a, 0);
    expect_key(w, KEY_CHAR, 'a', 0);
    window_destroy(w);
}

static void test_pointer(void **state)
{
    (void)state;
    struct window *w = open_window(400, 180); // stage: 320 x 180, from 40 on
    SDL_Event e = {.button = {.type = SDL_MOUSEBUTTONDOWN,
                              .button = SDL_BUTTON_LEFT,
                              .clicks = 2,
                              .x = 40,
                              .y = 90}};
    SDL_PushEvent(&e);
    struct input in = next(w);
    assert_int_equal(in.kind, INPUT_POINTER_DOWN);
    assert_int_equal(in.clicks, 2);
    assert_true(fabsf(in.x) < 0.001f && fabsf(in.y - 0.5f) < 0.001f);
    e = (SDL_Event){.motion = {.type = SDL_MOUSEMOTION, .x = 399, .y = 180}};
    SDL_PushEvent(&e);
    in = next(w);
    assert_int_equal(in.kind, INPUT_POINTER_MOVE);
    assert_true(in.x > 1.97f && in.x < 2.0f && fabsf(in.y - 1) < 0.001f);
    e = (SDL_Event){
        .button = {.type = SDL_MOUSEBUTTONDOWN, .button = SDL_BUTTON_RIGHT}};
    SDL_PushEvent(&e);
    assert_int_equal(next(w).kind, INPUT_NONE);
    // A touchpad's wheel turns by parts of a notch, which count as one in the
    // end.
    e = (SDL_Event){.wheel = {.type = SDL_MOUSEWHEEL, .preciseY = 0.4f}};
    SDL_PushEvent(&e);
    assert_int_equal(next(w).kind, INPUT_NONE);
    e.wheel.y = 1;
    SDL_PushEvent(&e);
    in = next(w);
    assert_int_equal(in.kind, INPUT_WHEEL);
    assert_true(in.y > 0.9f && in.y < 1.1f);
    e = (SDL_Event){.type = SDL_QUIT};
    SDL_PushEvent(&e);
    assert_int_equal(next(w).kind, INPUT_CLOSE);
    window_destroy(w);
}

static void test_waiting(void **state)
{
    (void)state;
    struct window *w = open_window(320, 180);
    static const int64_t lengths_ms[] = {0, 1, 5, 16, 40};
    for (size_t i = 0; i < 5; i++) {
        int64_t until_ns = clock_now_ns() + lengths_ms[i] * 1000000;
        window_wait(w, until_ns);
        int64_t late_ns = clock_now_ns() - until_ns;
        assert_true(late_ns >= 0);
        assert_true(late_ns < 500 * INT64_C(1000000)); // a busy machine, too
    }
    // An input ends a wait of any length, and is there afterwards.
    push_key(SDLK_g, 0);
    int64_t from_ns = clock_now_ns();
    window_wait(w, INT64_MAX);
    assert_true(clock_now_ns() - from_ns < 2000 * INT64_C(1000000));
    expect_key(w, KEY_CHAR, 'g', 0);
    window_destroy(w);
}

static void fill_scene(struct scene *sc, struct stage st)
{
    scene_begin(sc, st.left, st.top, st.right, st.bottom);
    scene_add(sc, (struct shape){.kind = SHAPE_GROUND});
    scene_add(sc, (struct shape){.kind = SHAPE_BOX,
                                 .role = ROLE_CARE,
                                 .alpha = 1,
                                 .x = -300,
                                 .y = -300,
                                 .w = 700,
                                 .h = 700});
}

// SDL's own window: ids count on with each that was opened.
static SDL_Window *only_window(void)
{
    enum { OPENED = 1000 };
    SDL_Window *found = NULL;
    for (Uint32 id = 1; !found && id < OPENED; id++) {
        found = SDL_GetWindowFromID(id);
    }
    assert_non_null(found);
    return found;
}

static uint32_t pixel_of(SDL_Window *sdl, int x, int y)
{
    SDL_Surface *s = SDL_GetWindowSurface(sdl);
    assert_non_null(s);
    return ((const uint32_t *)s->pixels)[y * s->pitch / 4 + x] & 0xffffff;
}

static void check_size(int width, int height)
{
    struct window *w = open_window(width, height);
    struct painter *p = painter_create(NULL);
    struct scene *sc = calloc(1, sizeof(*sc));
    const struct theme *th = theme_of(PALETTE_NIGHT);
    fill_scene(sc, window_stage(w));
    assert_true(window_draw(w, p, sc, th));
    assert_string_equal(window_fault(w), "");
    SDL_Window *sdl = only_window();
    assert_int_equal(pixel_of(sdl, 0, 0), th->colour[ROLE_CARE]);
    assert_int_equal(pixel_of(sdl, width - 1, height - 1),
                     th->colour[ROLE_CARE]);
    // Another size: all of it is drawn, without being told.
    SDL_SetWindowSize(sdl, width + 7, height + 3);
    struct input in;
    while (window_next_input(w, &in)) {
    }
    float px = stage_fit(width + 7, height + 3).px;
    assert_true(fabsf(window_stage(w).px - px) < 0.001f);
    fill_scene(sc, window_stage(w));
    assert_true(window_draw(w, p, sc, th));
    assert_int_equal(pixel_of(sdl, width + 6, height + 2),
                     th->colour[ROLE_CARE]);
    free(sc);
    painter_destroy(p);
    window_destroy(w);
}

// Whether the system was asked for huge pages at an address.
static bool asks_for_huge_pages(const void *at)
{
    FILE *f = fopen("/proc/self/smaps", "r");
    char line[512];
    bool here = false, asks = false;
    assert_non_null(f);
    while (!asks && fgets(line, sizeof(line), f)) {
        char *end = NULL;
        uintptr_t from = strtoull(line, &end, 16);
        if (*end == '-') {
            uintptr_t to = strtoull(end + 1, NULL, 16);
            here = from <= (uintptr_t)at && (uintptr_t)at < to;
        }
        asks = here && strncmp(line, "VmFlags:", 8) == 0 && strstr(line, " hg");
    }
    fclose(f);
    return asks;
}

static void test_huge_pages(void **state)
{
    (void)state;
    if (access("/sys/kernel/mm/transparent_hugepage", F_OK) != 0) {
        print_message("this system has no huge pages\n");
        skip();
    }
    struct window *w = open_window(1024, 768);
    SDL_Surface *picture = SDL_GetWindowSurface(only_window());
    assert_true(asks_for_huge_pages(picture->pixels));
    window_destroy(w);
}

static void test_sizes(void **state)
{
    (void)state;
    check_size(1, 1);
    check_size(320, 180);
    check_size(7, 900);
    check_size(5120, 1440);
}

static void test_desk(void **state)
{
    (void)state;
    struct window *w = open_window(320, 180);
    assert_true(window_copy(w, STR("kept \xc3\xa4")));
    assert_str(window_paste(w), "kept \xc3\xa4");
    assert_true(window_copy(w, STR("")));
    assert_int_equal(window_paste(w).len, 0);
    window_cursor(w, false);
    assert_int_equal(SDL_ShowCursor(SDL_QUERY), SDL_DISABLE);
    window_cursor(w, true);
    window_keep_awake(w, true);
    assert_int_equal(SDL_IsScreenSaverEnabled(), SDL_FALSE);
    window_keep_awake(w, false);
    assert_int_equal(SDL_IsScreenSaverEnabled(), SDL_TRUE);
    window_title(w, STR("Player"));
    assert_false(window_is_fullscreen(w));
    window_fullscreen(w, true);
    assert_true(window_is_fullscreen(w));
    window_destroy(w);
    window_destroy(NULL);
}

static void test_no_display(void **state)
{
    (void)state;
    struct arena mem = {0};
    struct str why = STR_NONE;
    assert_int_equal(setenv("SDL_VIDEODRIVER", "x11", 1), 0);
    assert_int_equal(setenv("DISPLAY", ":4711", 1), 0);
    struct window *w = window_create(
        (struct window_options){.title = STR("none")}, &mem, &why);
    assert_null(w);
    assert_true(why.len > 0);
    assert_int_equal(str_find(why, '\n', 0), why.len);
    assert_int_equal(setenv("SDL_VIDEODRIVER", "dummy", 1), 0);
    arena_finish(&mem);
}

int main(void)
{
    setenv("SDL_VIDEODRIVER", "dummy", 1);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_keys),       cmocka_unit_test(test_typing),
        cmocka_unit_test(test_pointer),    cmocka_unit_test(test_waiting),
        cmocka_unit_test(test_sizes),      cmocka_unit_test(test_desk),
        cmocka_unit_test(test_no_display), cmocka_unit_test(test_huge_pages),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

// SPDX-License-Identifier: MIT
// Writing in a page that holds 200 KB, with the real fonts: from a key to the
// picture's scene, the worst of keys in words, lines and pieces at its start,
// middle and end. The ratio is to what a key may cost, 8 ms.
#include "bench/bench.h"
#include "prose.h"

#include "base/arena.h"
#include "base/buf.h"
#include "platform/fonts.h"
#include "screens/reflection.h"

enum { LARGE = 200 * 1024 };
static const double allowed_ms = 8;

struct writing {
    struct reflection page;
    struct scene scene;
    double worst_ms;
};

static void press(struct writing *w, struct input in)
{
    struct requests ask = {0};
    int64_t from_ns = bench_cpu_ns();
    reflection_input(&w->page, &in, (struct instant){0}, &ask);
    scene_begin(&w->scene, 0, 0, STAGE_WIDTH, 1);
    reflection_draw(&w->page, &w->scene);
    double ms = (double)(bench_cpu_ns() - from_ns) / 1e6;
    w->worst_ms = ms > w->worst_ms ? ms : w->worst_ms;
}

static void press_key(struct writing *w, enum key key, unsigned mods)
{
    press(w, (struct input){.kind = INPUT_KEY, .key = key, .mods = mods});
}

static void press_letter(struct writing *w, uint32_t letter)
{
    press(w, (struct input){.kind = INPUT_KEY,
                            .key = KEY_CHAR,
                            .letter = letter,
                            .mods = MOD_CTRL});
}

static void write_here(struct writing *w)
{
    static const char words[] = "a slow #word or two, ";
    for (size_t i = 0; i < sizeof(words) - 1; i++) {
        press(w, (struct input){.kind = INPUT_TEXT, .text = {words + i, 1}});
    }
    press_key(w, KEY_ENTER, 0);
    press_key(w, KEY_BACKSPACE, 0);
    press_key(w, KEY_BACKSPACE, MOD_CTRL);
    press_key(w, KEY_UP, MOD_SHIFT);
    press_letter(w, 'z');
    press_letter(w, 'y');
}

static void measure(struct writing *w, const char *name, size_t words)
{
    struct buf text = {0};
    prose_put(&text, LARGE, words);
    reflection_open(
        &w->page,
        &(struct reflected){.name = STR("box"), .title = STR("Box breathing")});
    press(w, (struct input){.kind = INPUT_PASTE, .text = buf_view(&text)});
    w->worst_ms = 0;
    write_here(w);
    press_key(w, KEY_HOME, MOD_CTRL);
    write_here(w);
    for (int i = 0; i < 60; i++) {
        press_key(w, KEY_PAGE_DOWN, 0);
    }
    write_here(w);
    bench_row(name, w->worst_ms, "ms", w->worst_ms / allowed_ms);
    buf_finish(&text);
}

void bench_writing(void)
{
    struct arena mem = {0};
    struct str why = STR_NONE;
    struct fonts *fonts =
        fonts_create(STR(BREATHMARK_TREE "/assets"), &mem, &why);
    fonts_fit(fonts, 1080);
    struct ruler ruler = fonts_ruler(fonts);
    struct writing *w = ARENA_NEW(&mem, struct writing);
    reflection_init(&w->page, &ruler);
    measure(w, "writing_key_paragraphs", 60);
    measure(w, "writing_key_one_line", 0);
    reflection_finish(&w->page);
    fonts_destroy(fonts);
    arena_finish(&mem);
}

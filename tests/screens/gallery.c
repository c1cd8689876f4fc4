// SPDX-License-Identifier: MIT
// gallery OUT WIDTHxHEIGHT PALETTE [LANGUAGE [TEXT_SIZE [VIEW]]]: every screen
// in its states as PNG files OUT/NN.png, in the order of views.h, painted by
// the program's own painter. "-" is the default of each.
#include "unit.h"

#include <stdlib.h>

#include "platform/paint.h"
#include "platform/png.h"
#include "views.h"

static struct evening v; // large: a scene is in it

static void draw(const struct view *view, struct canvas to,
                 const struct theme *th, struct str path)
{
    struct stage stage = stage_fit(to.width, to.height);
    struct arena mem = {0};
    struct str why = STR_NONE;
    scene_begin(&v.scene, stage.left, stage.top, stage.right, stage.bottom);
    program_draw(&v.program, &v.scene, evening_instant(&v));
    struct painter *painter = painter_create(views_fonts);
    painter_draw(painter, &v.scene, th, to);
    painter_destroy(painter);
    if (!png_write(path, to, &mem, &why)) {
        fail_msg("%s: %.*s", view->name, STR_ARG(why));
    }
    arena_finish(&mem);
}

static enum palette palette_of(const char *word)
{
    int p = 0;
    while (p < PALETTE_COUNT &&
           !str_equal(palette_word((enum palette)p), str_from(word))) {
        p++;
    }
    assert_true(p < PALETTE_COUNT);
    return (enum palette)p;
}

static int count;
static char **words;

static void draw_them(void **state)
{
    (void)state;
    struct arena mem = {0};
    struct buf path = {0};
    struct canvas to = {0};
    assert_int_equal(sscanf(words[2], "%dx%d", &to.width, &to.height), 2);
    const char *language = count > 4 && words[4][0] != '-' ? words[4] : NULL;
    int size = count > 5 && words[5][0] != '-' ? atoi(words[5]) : 0;
    to.pitch = to.width;
    to.pixels =
        ARENA_ARRAY(&mem, uint32_t, (size_t)to.width * (size_t)to.height);
    views_open_fonts();
    fonts_fit(views_fonts, stage_fit(to.width, to.height).px);
    views_speak(language, &mem);
    for (size_t i = 0; i < VIEWS; i++) {
        if (count > 6 && !strstr(views[i].name, words[6])) {
            continue;
        }
        views_go(&v, &views[i], size);
        views_zoom(&v, stage_fit(to.width, to.height));
        buf_clear(&path);
        buf_printf(&path, "%s/%02zu.png", words[1], i);
        draw(&views[i], to, theme_of(palette_of(words[3])), buf_view(&path));
        views_end(&v);
    }
    views_close_fonts();
    buf_finish(&path);
    arena_finish(&mem);
}

int main(int given, char **from)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(draw_them)};
    count = given;
    words = from;
    if (count < 4) {
        fputs("gallery OUT WIDTHxHEIGHT PALETTE [LANGUAGE [SIZE [VIEW]]]\n",
              stderr);
        return 2;
    }
    return cmocka_run_group_tests(tests, NULL, NULL);
}

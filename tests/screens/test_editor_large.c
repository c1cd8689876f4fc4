// SPDX-License-Identifier: MIT
// A text of 200 KB: what a key measures anew is a few lines, wherever it falls,
// and a scene what shows. Counted, not timed, so that it holds on any machine.
#include "prose.h"
#include "unit.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/utf8.h"
#include "screens/editor.h"

enum { LARGE = 200 * 1024, KEY_MOST = 4000, SCENE_MOST = 200 };

static size_t measured;

static float counted_width(void *fonts, enum face face, float size,
                           struct str text)
{
    (void)fonts;
    (void)face;
    measured++;
    return 0.5f * size * (float)utf8_length(text);
}

static const struct ruler counted_ruler = {.width = counted_width};

static void press(struct editor *e, struct input in, struct scene *sc)
{
    struct requests ask = {0};
    measured = 0;
    assert_true(editor_input(e, &in, &ask));
    assert_true(measured < KEY_MOST);
    measured = 0;
    scene_begin(sc, 0, 0, STAGE_WIDTH, 1);
    editor_draw(e, sc, true);
    assert_true(measured < SCENE_MOST);
}

static void write_here(struct editor *e, struct scene *sc)
{
    static const char words[] = "a slow word or two, ";
    for (size_t i = 0; i < sizeof(words) - 1; i++) {
        press(e, (struct input){.kind = INPUT_TEXT, .text = {words + i, 1}},
              sc);
    }
    press(e, (struct input){.kind = INPUT_KEY, .key = KEY_ENTER}, sc);
    press(e, (struct input){.kind = INPUT_KEY, .key = KEY_BACKSPACE}, sc);
    press(e,
          (struct input){.kind = INPUT_KEY, .key = KEY_UP, .mods = MOD_SHIFT},
          sc);
    press(e,
          (struct input){.kind = INPUT_KEY,
                         .key = KEY_CHAR,
                         .letter = 'z',
                         .mods = MOD_CTRL},
          sc);
}

static void a_key_costs_a_few_lines(void **state)
{
    (void)state;
    static const size_t words[] = {60, 0};
    struct arena mem = {0};
    struct scene *sc = ARENA_NEW(&mem, struct scene);
    for (size_t i = 0; i < 2; i++) {
        struct buf text = {0};
        struct editor e;
        prose_put(&text, LARGE, words[i]);
        editor_init(&e, &counted_ruler, 2 * LARGE);
        editor_place(&e, (struct area){0.4f, 0.3f, 0.9f, 0.3f},
                     (struct editor_type){FACE_SERIF, 0.03f, 0.045f});
        editor_fill(&e, buf_view(&text));
        write_here(&e, sc);
        press(&e,
              (struct input){
                  .kind = INPUT_KEY, .key = KEY_HOME, .mods = MOD_CTRL},
              sc);
        write_here(&e, sc);
        for (int page = 0; page < 100; page++) {
            press(&e, (struct input){.kind = INPUT_KEY, .key = KEY_PAGE_DOWN},
                  sc);
        }
        write_here(&e, sc);
        editor_finish(&e);
        buf_finish(&text);
    }
    arena_finish(&mem);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_key_costs_a_few_lines),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

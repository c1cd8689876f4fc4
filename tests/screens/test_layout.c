// SPDX-License-Identifier: MIT
// Every screen in every state, language and size of words, in windows of
// several shapes, is laid out well: see laid.h.
#include "laid.h"
#include "screens/enlarge.h"

// What a person may have: the first is what all else is laid out for.
static const struct {
    int width, height;
} windows[] = {
    {1920, 1080}, {800, 600},   {3440, 1440}, {1080, 1920},
    {1366, 768},  {1024, 1280}, {3840, 2160}, {1024, 768},
};
enum { WINDOWS = sizeof(windows) / sizeof(windows[0]) };

static void look_at(const struct view *view, int size, int count)
{
    told_size = size;
    views_go(&v, view, size);
    for (int i = 0; i < count; i++) {
        laid_look(view, windows[i].width, windows[i].height, NULL);
    }
    views_end(&v);
}

static void look_at_all(const char *language, int count)
{
    struct arena mem = {0};
    views_open_fonts();
    faults = 0;
    told_language = language ? language : "en";
    bool shown = views_speak(language, &mem);
    for (int size = 0; shown && size < 3; size++) {
        for (size_t i = 0; i < VIEWS; i++) {
            look_at(&views[i], size, count);
        }
    }
    evening_tongue = (struct tongue){0};
    views_close_fonts();
    arena_finish(&mem);
    if (!shown) {
        print_message("no font that is installed has letters of \"%s\"\n",
                      told_language);
        skip();
    }
    assert_int_equal(faults, 0);
}

#define IN(language, count)                                                    \
    static void in_##language(void **state)                                    \
    {                                                                          \
        (void)state;                                                           \
        look_at_all(#language, count);                                         \
    }
IN(de, WINDOWS)
IN(fr, 1)
IN(es, 1)
IN(pt, 1)
IN(ar, WINDOWS)
#undef IN

static void in_english(void **state)
{
    (void)state;
    look_at_all(NULL, WINDOWS);
}

static float size_of(struct str text)
{
    const struct shape *s = v.scene.shapes;
    while (s->kind != SHAPE_TEXT ||
           !str_equal(scene_text_of(&v.scene, s), text)) {
        s++;
        assert_true(s < v.scene.shapes + v.scene.count);
    }
    return s->size;
}

// In a small window the player's hints are as large as can be read, and its
// large words no larger than they are meant.
static void large_words_stay_in_a_small_window(void **state)
{
    (void)state;
    views_open_fonts();
    faults = 0;
    told_language = "en";
    for (size_t i = 0; i < VIEWS; i++) {
        if (str_equal(str_from(views[i].name), STR("player, paused"))) {
            views_go(&v, &views[i], 0);
            laid_look(&views[i], 800, 450, NULL);
            float word = size_of(STR("Paused"));
            float keys =
                size_of(STR("Space goes on \xc2\xb7 Esc ends \xc2\xb7 ? "
                            "keys"));
            assert_true(word > 0.0539f && word < 0.0541f);
            assert_true(keys > 0.031f && keys < 0.032f);
            views_end(&v);
        }
    }
    assert_int_equal(faults, 0);
    views_close_fonts();
}

// The middle one, in a stronger face, has no room beside it: no row grows
// alone.
static void the_focused_row_grows_with_the_others(void **state)
{
    (void)state;
    views_open_fonts();
    struct page pg = {&v.scene, &evening_ruler};
    struct reflow none = {.scale = 1};
    for (int hemmed = 0; hemmed < 2; hemmed++) {
        scene_begin(&v.scene, 0, 0, STAGE_WIDTH, 1);
        for (int i = 0; i < 3; i++) {
            struct words w = {.face = i == 1 ? FACE_MEDIUM : FACE_REGULAR,
                              .size = 0.03f};
            words_draw(&v.scene, w, 0.2f, 0.3f + 0.2f * (float)i, STR("Light"));
        }
        float close = hemmed ? 0.3f : 1;
        words_draw(&v.scene, (struct words){.face = FACE_SERIF, .size = 0.02f},
                   close, 0.5f, STR("beside"));
        evening_ruler.least = 0.039f;
        page_enlarge(&pg, 0, &none);
        const struct shape *s = v.scene.shapes;
        assert_true(hemmed ? s[1].size < 0.035f : s[1].size > 0.038f);
        assert_true(s[0].size >= s[1].size && s[0].size <= s[1].size);
        assert_true(s[2].size >= s[1].size && s[2].size <= s[1].size);
    }
    views_close_fonts();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_focused_row_grows_with_the_others),
        cmocka_unit_test(large_words_stay_in_a_small_window),
        cmocka_unit_test(in_english),
        cmocka_unit_test(in_de),
        cmocka_unit_test(in_fr),
        cmocka_unit_test(in_es),
        cmocka_unit_test(in_pt),
        cmocka_unit_test(in_ar),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

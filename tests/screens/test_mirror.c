// SPDX-License-Identifier: MIT
// Pages in a language that runs from right to left.
#include "unit.h"

#include "evening.h"

static struct evening v; // large: a scene is in it

// The first card lies on the other side, and the arrows go the other way.
static void a_language_from_right_to_left_turns_the_page(void **state)
{
    (void)state;
    static const struct tongue arabic = {.right_to_left = true};
    struct ruler ruler = fixed_ruler;
    ruler.tongue = &arabic;
    evening_start(&v, false, "", 21 * 3600);
    v.program.options.ruler = &ruler;
    evening_click(&v, STAGE_WIDTH - 0.2f, 0.63f);
    assert_int_equal(v.program.today.focus, 1);
    evening_click(&v, 0.2f, 0.5f); // the orb's side: no card lies here
    assert_int_equal(v.program.today.focus, 1);
    evening_draw(&v);
    bool right = false;
    for (size_t i = 0; i < v.scene.count; i++) {
        const struct shape *s = &v.scene.shapes[i];
        bool title = s->kind == SHAPE_TEXT && s->size > 0.07f;
        right |= title && s->align == ALIGN_RIGHT && s->x > 1.6f;
    }
    assert_true(right);
    evening_finish(&v);
}

static const struct shape *text_shape(const char *words)
{
    evening_draw(&v);
    for (size_t i = 0; i < v.scene.count; i++) {
        const struct shape *s = &v.scene.shapes[i];
        if (s->kind == SHAPE_TEXT &&
            str_equal(str_trim(scene_text_of(&v.scene, s)), str_from(words))) {
            return s;
        }
    }
    fail_msg("\"%s\" does not stand there", words);
    return NULL; // never reached
}

static float caret_x(void)
{
    evening_draw(&v);
    for (size_t i = v.scene.count; i-- > 0;) {
        const struct shape *s = &v.scene.shapes[i];
        if (s->kind == SHAPE_LINE && s->role == ROLE_BREATH) {
            return s->x;
        }
    }
    fail_msg("no caret");
    return 0; // never reached
}

// The page is turned; each line that is written runs as its own letters do, and
// its cursor, the arrows and the pointer with it.
static void what_is_written_turns_by_its_letters(void **state)
{
    (void)state;
    static const struct tongue arabic = {.right_to_left = true};
    struct ruler ruler = fixed_ruler;
    ruler.tongue = &arabic;
    for (int turned = 0; turned < 2; turned++) {
        evening_start(&v, false, "", 21 * 3600);
        v.program.reflection.ruler = turned ? &ruler : &fixed_ruler;
        v.program.reflection.text.ruler = v.program.reflection.ruler;
        v.program.options.ruler = v.program.reflection.ruler;
        evening_open(&v, TIDE);
        evening_to(&v, v.now_ms + 4000);
        evening_key(&v, KEY_ESCAPE, 0);
        evening_key(&v, KEY_ESCAPE, 0);
        evening_to(&v, v.now_ms + 2000);
        assert_int_equal(v.program.screen, SCREEN_REFLECTION);
        bool left = text_shape("Keep")->x < STAGE_WIDTH / 2;
        assert_int_equal(left, turned);
        evening_text(&v, STR("warm"));
        const struct shape *line = text_shape("warm");
        float begin = line->x;
        assert_int_equal(line->align, ALIGN_LEFT);
        assert_true(begin < 0.5f && caret_x() > begin);
        evening_key(&v, KEY_LEFT, 0); // as it looks, before the m
        float before_m = caret_x();
        evening_click(&v, begin + 0.001f, line->y - 0.01f);
        assert_true(caret_x() < before_m && caret_x() - begin < 0.01f);
        evening_key(&v, KEY_END, 0);
        evening_text(&v, STR("\n\xd7\xa9\xd7\x9c\xd7\x95"));
        line = text_shape("\xd7\xa9\xd7\x9c\xd7\x95");
        assert_int_equal(line->align, ALIGN_RIGHT);
        float end = line->x;
        float last = caret_x();
        assert_true(end > 1.2f && last < end);
        evening_key(&v, KEY_RIGHT, 0);
        assert_true(caret_x() > last);
        evening_click(&v, end - 0.001f, line->y - 0.01f);
        assert_true(end - caret_x() < 0.01f);
        evening_finish(&v);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_written_turns_by_its_letters),
        cmocka_unit_test(a_language_from_right_to_left_turns_the_page),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

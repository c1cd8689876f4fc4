// SPDX-License-Identifier: MIT
// Lines in which letters of both directions stand, by real fonts: where each
// part is, where the cursor stands and lands, what is chosen, and the line
// under what a search found, on pages of either direction.
#include "unit.h"

#include <math.h>

#include "journal_case.h"
#include "platform/fonts.h"

#define PEACE "\u05e9\u05dc\u05d5\u05dd" // shalom
#define NEAR 0.0002f

static struct fonts *fonts;
static struct ruler ruler;
static struct scene scene;

static int open_fonts(void **state)
{
    (void)state;
    struct arena own = {0};
    struct str why = STR_NONE;
    fonts = fonts_create(STR(BREATHMARK_TREE "/assets"), &own, &why);
    ruler = fonts_ruler(fonts);
    arena_finish(&own);
    return 0;
}

static int close_fonts(void **state)
{
    (void)state;
    fonts_destroy(fonts);
    return 0;
}

static void need_hebrew(void)
{
    if (!fonts_show(fonts, STR(PEACE))) {
        print_message("no font here has Hebrew: fonts-dejavu-core\n");
        skip();
    }
}

static size_t parts_of(const char *text, size_t from, size_t to,
                       struct ruler_part out[RULER_PARTS])
{
    const struct ruler_line line = {FACE_SERIF, 0.04f, str_from(text)};
    return ruler_parts(&ruler, &line, (size_t[]){from, to}, out);
}

static float width_of(const char *text)
{
    return ruler.width(ruler.fonts, FACE_SERIF, 0.04f, str_from(text));
}

static void a_part_stands_where_it_is_drawn(void **state)
{
    (void)state;
    need_hebrew();
    struct ruler_part p[RULER_PARTS], q[RULER_PARTS];
    const char *line = "sea " PEACE " and on";
    const float before = width_of("sea "), word = width_of(PEACE);
    assert_int_equal(parts_of(line, 4, 12, p), 1);
    assert_true(p[0].right_to_left && fabsf(p[0].left - before) < NEAR);
    assert_true(fabsf(p[0].right - before - word) < NEAR);
    // Its first letter stands at its right, its last one at its left.
    parts_of(line, 4, 6, q);
    assert_true(fabsf(q[0].right - p[0].right) < NEAR && q[0].left > before);
    parts_of(line, 10, 12, q);
    assert_true(fabsf(q[0].left - p[0].left) < NEAR);
    // From within one direction to within the other: two places.
    assert_int_equal(parts_of(line, 2, 6, p), 2);
    assert_true(p[0].right < p[1].left && !p[0].right_to_left);
    // All of a line is one from end to end; none of it is nothing.
    assert_int_equal(parts_of("all of it", 0, 9, p), 1);
    assert_true(fabsf(p[0].right - width_of("all of it")) < NEAR);
    assert_int_equal(parts_of(line, 3, 3, p), 0);
    // A number in a line that runs from the right; what is not shown.
    assert_int_equal(parts_of(PEACE " 12", 9, 11, p), 1);
    assert_true(!p[0].right_to_left && p[0].left < NEAR);
    assert_int_equal(parts_of("\x01"
                              "ab\x02",
                              1, 3, p),
                     1);
    assert_true(p[0].left < NEAR);
    assert_true(fabsf(p[0].right - width_of("ab")) < NEAR);
}

static struct editor editor;

static void open_editor(const char *text)
{
    editor_init(&editor, &ruler, 4096);
    editor_place(&editor, (struct area){0.2f, 0.2f, 1, 0.5f},
                 (struct editor_type){FACE_SERIF, 0.04f, 0.06f});
    editor_fill(&editor, str_from(text));
}

static void press(enum key key, unsigned mods, int times)
{
    struct requests none = {0};
    struct input in = {.kind = INPUT_KEY, .key = key, .mods = mods};
    for (int i = 0; i < times; i++) {
        editor_input(&editor, &in, &none);
    }
}

static void point(float x)
{
    struct requests none = {0};
    struct input in = {.kind = INPUT_POINTER_DOWN, .x = x, .y = 0.23f};
    editor_input(&editor, &in, &none);
    in.kind = INPUT_POINTER_UP;
    editor_input(&editor, &in, &none);
}

// Going through a line by its letters: the pointer finds the place of each.
static void check_each_place(const char *text, enum key forward)
{
    open_editor(text);
    press(KEY_HOME, 0, 1);
    for (size_t passed = 0; passed < 99; passed++) {
        size_t at = editor.cursor;
        float x = editor_caret(&editor).x;
        assert_true(x > 0.2f - NEAR && x < 1.2f + NEAR);
        point(x);
        // Two boundaries may stand at one place: it is that or the other.
        assert_true(fabsf(editor_caret(&editor).x - x) < NEAR);
        press(KEY_HOME, 0, 1);
        press(forward, 0, (int)passed + 1);
        if (editor.cursor == at) {
            break;
        }
    }
    assert_int_equal(editor.cursor, editor.text.len);
    editor_finish(&editor);
}

static void the_cursor_stands_beside_its_letter(void **state)
{
    (void)state;
    need_hebrew();
    open_editor("sea " PEACE);
    // Behind the last letter, which is the one at the left of its word.
    float after = editor_caret(&editor).x;
    assert_true(fabsf(after - 0.2f - width_of("sea ")) < NEAR);
    press(KEY_LEFT, 0, 1);
    assert_true(editor_caret(&editor).x > after + 0.005f);
    editor_finish(&editor);
    open_editor(PEACE " sea");
    float behind = 1.2f - width_of(PEACE " ");
    assert_true(fabsf(editor_caret(&editor).x - behind) < NEAR);
    editor_finish(&editor);
    open_editor("");
    assert_true(fabsf(editor_caret(&editor).x - 0.2f) < NEAR);
    editor_finish(&editor);
    check_each_place("sea " PEACE " 12, and on", KEY_RIGHT);
    check_each_place(PEACE ", sea 12 " PEACE, KEY_LEFT);
    check_each_place("only\tone way", KEY_RIGHT);
    check_each_place("\t" PEACE "\tsea", KEY_LEFT);
}

static size_t boxes_of(struct area out[8])
{
    size_t count = 0;
    scene_begin(&scene, 0, 0, STAGE_WIDTH, 1);
    editor_draw(&editor, &scene, true);
    for (size_t i = 0; i < scene.count; i++) {
        const struct shape *s = &scene.shapes[i];
        if (s->kind == SHAPE_BOX && count < 8) {
            out[count++] = (struct area){s->x, s->y, s->w, s->h};
        }
    }
    return count;
}

static void what_is_chosen_is_behind_its_letters(void **state)
{
    (void)state;
    need_hebrew();
    struct area boxes[8];
    open_editor("sea " PEACE "\nend");
    press(KEY_HOME, MOD_CTRL, 1);
    press(KEY_RIGHT, 0, 4);
    press(KEY_RIGHT, MOD_SHIFT, 4);
    assert_int_equal(boxes_of(boxes), 1);
    assert_true(fabsf(boxes[0].x - 0.2f - width_of("sea ")) < NEAR);
    assert_true(fabsf(boxes[0].w - width_of(PEACE)) < NEAR);
    press(KEY_HOME, MOD_CTRL, 1);
    press(KEY_RIGHT, 0, 2);
    press(KEY_RIGHT, MOD_SHIFT, 3);
    assert_int_equal(boxes_of(boxes), 2);
    // With the newline, and the next line.
    press(KEY_HOME, MOD_CTRL, 1);
    press(KEY_END, MOD_CTRL | MOD_SHIFT, 1);
    assert_int_equal(boxes_of(boxes), 3);
    assert_true(fabsf(boxes[1].w - width_of(PEACE) - 0.012f) < NEAR);
    editor_finish(&editor);
    // In a line of one way the newline belongs to the same box.
    open_editor("sea\nend");
    press(KEY_HOME, MOD_CTRL | MOD_SHIFT, 1);
    assert_int_equal(boxes_of(boxes), 2);
    assert_true(fabsf(boxes[0].w - width_of("sea") - 0.012f) < NEAR);
    editor_finish(&editor);
}

// The text of an entry as it is read, not in the list.
static const struct shape *text_of(const char *words)
{
    const struct shape *largest = NULL;
    for (size_t i = 0; i < v.scene.count; i++) {
        const struct shape *s = &v.scene.shapes[i];
        if (s->kind == SHAPE_TEXT &&
            str_equal(scene_text_of(&v.scene, s), str_from(words)) &&
            (!largest || s->size > largest->size)) {
            largest = s;
        }
    }
    assert_non_null(largest);
    return largest;
}

static bool line_lies(float left, float right, float below)
{
    bool found = false;
    for (size_t i = 0; i < v.scene.count; i++) {
        const struct shape *s = &v.scene.shapes[i];
        found |= s->kind == SHAPE_LINE && s->role == ROLE_BREATH &&
                 fabsf(fminf(s->x, s->w) - left) < NEAR &&
                 fabsf(fmaxf(s->x, s->w) - right) < NEAR && s->y > below &&
                 s->y < below + 0.02f;
    }
    return found;
}

// The line under PEACE lies where that is drawn.
static void check_found(const char *words, size_t at, bool right)
{
    struct buf text = {0};
    buf_printf(&text,
               "Id: 20261105T203000Z-00000002\nAt: 2026-11-05 21:30:00 +0100\n"
               "Day_date: 2026-11-05\nDay_kind: none\nText: %s\n\n",
               words);
    start(buf_cstr(&text), "");
    evening_type(&v, "/");
    evening_text(&v, STR(PEACE));
    evening_to(&v, v.now_ms + 1000);
    evening_draw(&v);
    const struct shape *s = text_of(words);
    assert_int_equal(s->align, right ? ALIGN_RIGHT : ALIGN_LEFT);
    const struct ruler_line line = {s->face, s->size, str_from(words)};
    struct ruler_part part[RULER_PARTS];
    assert_int_equal(ruler_parts(&ruler, &line, (size_t[]){at, at + 8}, part),
                     1);
    float left = s->x;
    left -= right ? ruler.width(ruler.fonts, s->face, s->size, line.text) : 0;
    assert_true(line_lies(left + part[0].left, left + part[0].right, s->y));
    buf_finish(&text);
    end();
}

static void what_is_found_has_its_line(void **state)
{
    (void)state;
    need_hebrew();
    for (int turned = 0; turned < 2; turned++) {
        evening_tongue.right_to_left = turned == 1;
        evening_ruler = ruler;
        evening_ruler.tongue = &evening_tongue;
        check_found("sea " PEACE " and on", 4, false);
        check_found(PEACE ", sea 12", 0, true);
        check_found("\u05e9\u05dc sea " PEACE, 9, true);
    }
}

// Each side of the list is that of the words.
static void a_preview_stands_at_its_side(void **state)
{
    (void)state;
    evening_tongue.right_to_left = false;
    start("Id: 20261105T203000Z-00000002\nAt: 2026-11-05 21:30:00 +0100\n"
          "Day_date: 2026-11-05\nDay_kind: none\nText: " PEACE "\n\n"
          "Id: 20261105T203000Z-00000003\nAt: 2026-11-05 21:31:00 +0100\n"
          "Day_date: 2026-11-05\nDay_kind: none\nText: sea\n\n",
          "");
    int sides = 0;
    for (size_t i = 0; i < v.scene.count; i++) {
        const struct shape *s = &v.scene.shapes[i];
        struct str text = scene_text_of(&v.scene, s);
        sides += s->x < 0.7f && s->align == ALIGN_RIGHT && s->x > 0.5f &&
                 str_equal(text, STR(PEACE));
        sides += s->x < 0.2f && s->align == ALIGN_LEFT &&
                 str_equal(text, STR("sea"));
    }
    assert_int_equal(sides, 2);
    end();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_part_stands_where_it_is_drawn),
        cmocka_unit_test(the_cursor_stands_beside_its_letter),
        cmocka_unit_test(what_is_chosen_is_behind_its_letters),
        cmocka_unit_test(what_is_found_has_its_line),
        cmocka_unit_test(a_preview_stands_at_its_side),
    };
    return cmocka_run_group_tests(tests, open_fonts, close_fonts);
}

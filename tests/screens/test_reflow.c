// SPDX-License-Identifier: MIT
// In a window that is higher than the stage, each text is pressed where it is
// shown: the same comes of it as in one of the stage's own shape. And the page
// is larger there, and within the window (what its texts do: test_layout).
#include "unit.h"

#include <math.h>

#include "views.h"

static struct evening v; // large: a scene is in it

enum { TEXTS_MOST = 256 };
static const float on_end = 1.08f; // above and below the stage, at 9:16

struct probe {
    const struct view *view;
    struct buf out; // what came of the last press
};

// What the screen shows, as it is laid out, and has asked for when its i-th
// shape was pressed where it stands in a window that reaches so far.
static void press(struct probe *p, size_t i, float reach)
{
    views_go(&v, p->view, 0);
    evening_ruler.reach = reach;
    evening_draw(&v);
    struct shape s = v.scene.shapes[i];
    float wide = evening_ruler.width(evening_ruler.fonts, s.face, s.size,
                                     scene_text_of(&v.scene, &s));
    float x = s.align == ALIGN_LEFT    ? s.x + wide / 2
              : s.align == ALIGN_RIGHT ? s.x - wide / 2
                                       : s.x;
    buf_clear(&v.log);
    evening_click(&v, x, s.y - 0.33f * s.size);
    evening_ruler.reach = 0;
    evening_to(&v, v.now_ms + 600);
    way_print(&v, &p->out);
    buf_put(&p->out, buf_view(&v.log));
    views_end(&v);
}

static size_t texts_of(const struct view *view, size_t *out)
{
    size_t count = 0;
    views_go(&v, view, 0);
    evening_draw(&v);
    for (size_t i = 0; i < v.scene.count && count < TEXTS_MOST; i++) {
        const struct shape *s = &v.scene.shapes[i];
        if (s->kind == SHAPE_TEXT && s->text_len > 0 && !s->sized) {
            out[count++] = i;
        }
    }
    views_end(&v);
    return count;
}

static int check_view(const struct view *view)
{
    static size_t texts[TEXTS_MOST];
    struct probe p = {.view = view};
    struct buf want = {0};
    size_t count = texts_of(view, texts);
    int faults = 0;
    for (size_t i = 0; i < count; i++) {
        press(&p, texts[i], 0);
        buf_clear(&want);
        buf_put(&want, buf_view(&p.out));
        press(&p, texts[i], on_end);
        if (!str_equal(buf_view(&want), buf_view(&p.out))) {
            print_error("%s: shape %zu is pressed elsewhere\n", view->name,
                        texts[i]);
            faults++;
        }
    }
    buf_finish(&want);
    buf_finish(&p.out);
    return faults;
}

static void check_all(const char *language, size_t count,
                      const char *const chosen[])
{
    struct arena mem = {0};
    int faults = 0;
    views_open_fonts();
    if (views_speak(language, &mem)) {
        for (size_t i = 0; i < VIEWS * count; i++) {
            if (strcmp(views[i / count].name, chosen[i % count]) == 0) {
                faults += check_view(&views[i / count]);
            }
        }
    }
    evening_tongue = (struct tongue){0};
    views_close_fonts();
    arena_finish(&mem);
    assert_int_equal(faults, 0);
}

static void pressed_where_it_is_shown(void **state)
{
    static const char *const chosen[] = {"today",
                                         "sessions",
                                         "setup",
                                         "player, paused",
                                         "reflection",
                                         "calendar",
                                         "journal",
                                         "cautions",
                                         "settings",
                                         "plan, start",
                                         "journal, a question",
                                         "insight, change",
                                         "first run, light"};
    (void)state;
    check_all(NULL, sizeof(chosen) / sizeof(chosen[0]), chosen);
}

static void pressed_where_it_is_mirrored(void **state)
{
    static const char *const chosen[] = {"today", "check-in"};
    (void)state;
    check_all("ar", 2, chosen);
}

static void every_place_comes_back(void **state)
{
    (void)state;
    static const struct leaf leaf = {.foot = {0.1f, 0.9f, 1, 0.1f},
                                     .head = {0, 0, STAGE_WIDTH, 0.1f},
                                     .side = {0.9f, 0.1f, 0.8f, 0.8f},
                                     .main = {0.1f, 0.1f, 0.8f, 0.8f}};
    struct reflow f = reflow_make(&leaf, -on_end, 1 + on_end);
    assert_int_equal(f.count, 4);
    assert_true(f.scale > 1.7f);
    for (int i = 0; i < f.count; i++) {
        const struct area *a = &f.pieces[i].from;
        struct point p = {a->x + 0.3f * a->w, a->y + 0.6f * a->h};
        struct point shown = reflow_shown(&f, p);
        struct point back = reflow_back(&f, shown);
        assert_true(shown.x > 0 && shown.x < STAGE_WIDTH);
        assert_true(shown.y > -on_end && shown.y < 1 + on_end);
        assert_true(fabsf(back.x - p.x) + fabsf(back.y - p.y) < 0.001f);
    }
}

static void the_foot_begins_below_the_column(void **state)
{
    (void)state;
    static const struct leaf leaf = {.foot = {0.09f, 0.9f, 0.9f, 0.1f},
                                     .main = {0.06f, 0, 1, 0.9f}};
    struct reflow f = reflow_make(&leaf, -on_end, 1 + on_end);
    const float margin = 0.111f; // where the words of both begin
    float column = reflow_shown(&f, (struct point){margin, 0.5f}).x;
    float foot = reflow_shown(&f, (struct point){margin, 0.95f}).x;
    assert_true(column > 0.05f && fabsf(column - foot) < 0.001f);
}

static void a_narrow_side_takes_what_is_left(void **state)
{
    (void)state;
    static const struct leaf leaf = {.side = {1.2f, 0.1f, 0.5f, 0.7f},
                                     .main = {0.1f, 0, 1.1f, 0.9f}};
    struct reflow f = reflow_make(&leaf, -on_end, 1 + on_end);
    float side = reflow_scale(&f, (struct point){1.4f, 0.5f});
    assert_true(side > 1.2f * f.scale && side < 1.26f * f.scale);
    struct point end = reflow_shown(&f, (struct point){1.699f, 0.799f});
    assert_true(end.x < STAGE_WIDTH && end.y < 1 + on_end);
}

// What is asked lies in the middle of the window, over the page, and has the
// pointer for itself.
static void a_sheet_lies_over_the_page(void **state)
{
    (void)state;
    static const struct leaf leaf = {.sheet = {0.3f, 0.3f, 1.1f, 0.4f},
                                     .side = {0.9f, 0.1f, 0.8f, 0.8f},
                                     .main = {0.1f, 0.1f, 0.8f, 0.8f}};
    struct reflow f = reflow_make(&leaf, -on_end, 1 + on_end);
    scene_begin(&v.scene, 0, -on_end, STAGE_WIDTH, 1 + on_end);
    page_light(&v.scene, 1.05f, 0.55f, 1.2f);
    box_fill(&v.scene, (struct area){1, 0.5f, 0.1f, 0.1f}, 0, ROLE_INK, 1);
    box_fill(&v.scene, leaf.sheet, 0, ROLE_SURFACE, 1);
    box_fill(&v.scene, (struct area){1, 0.5f, 0.1f, 0.1f}, 0, ROLE_INK, 1);
    reflow_scene(&f, &v.scene, 0);
    const struct shape *s = v.scene.shapes;
    assert_true(s[1].y > 1); // with its column, below the other one
    assert_true(fabsf(s[0].x - s[1].x - s[1].w / 2) < 0.001f); // its light
    assert_true(fabsf(s[0].y - s[1].y - s[1].h / 2) < 0.001f);
    assert_true(fabsf(s[2].x + s[2].w / 2 - STAGE_WIDTH / 2) < 0.001f);
    assert_true(fabsf(s[2].y + s[2].h / 2 - 0.5f) < 0.001f);
    assert_true(s[2].w > 1.6f && s[2].x > 0);
    assert_true(s[3].y > s[2].y && s[3].y < s[2].y + s[2].h);
    struct point back = reflow_back(&f, (struct point){s[3].x, s[3].y});
    assert_true(fabsf(back.x - 1) + fabsf(back.y - 0.5f) < 0.001f);
    back = reflow_back(&f, (struct point){s[1].x, s[1].y});
    assert_true(back.y > leaf.sheet.y + leaf.sheet.h - 0.01f);
}

static void a_window_of_the_stages_shape_has_none(void **state)
{
    (void)state;
    static const struct leaf leaf = {.main = {0.1f, 0, 1.6f, 1}};
    struct reflow f = reflow_make(&leaf, 0, 1);
    assert_int_equal(f.count, 0);
    assert_true(f.scale <= 1 && f.scale >= 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_place_comes_back),
        cmocka_unit_test(the_foot_begins_below_the_column),
        cmocka_unit_test(a_narrow_side_takes_what_is_left),
        cmocka_unit_test(a_sheet_lies_over_the_page),
        cmocka_unit_test(a_window_of_the_stages_shape_has_none),
        cmocka_unit_test(pressed_where_it_is_shown),
        cmocka_unit_test(pressed_where_it_is_mirrored),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

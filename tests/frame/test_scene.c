// SPDX-License-Identifier: MIT
// A scene turned about the middle of the stage: every shape stands where it
// would in a mirror, letters and turns stay as they are.
#include "scene_print.h"
#include "unit.h"

#include "frame/scene.h"

static struct scene sc;

static void print(struct buf *out)
{
    buf_clear(out);
    scene_print(&sc, out);
}

static void twice_turned_is_as_before(void **state)
{
    (void)state;
    scene_begin(&sc, -0.1f, 0, STAGE_WIDTH + 0.1f, 1);
    scene_add(&sc, (struct shape){.kind = SHAPE_BOX, .x = 0.25f, .w = 0.5f});
    scene_add(&sc, (struct shape){
                       .kind = SHAPE_ARC, .x = 0.5f, .a = 0.125f, .b = 0.25f});
    scene_add(&sc, (struct shape){.kind = SHAPE_LINE, .x = 0.25f, .w = 0.5f});
    scene_text(&sc, (struct shape){.x = 0.25f, .align = ALIGN_LEFT}, STR("a"));
    const struct point points[] = {{0.25f, 0}, {0.5f, 1}};
    scene_path(&sc, (struct shape){.x = 0.25f, .w = 0.5f, .b = 1}, points, 2);
    struct buf before = {0}, after = {0};
    print(&before);
    scene_mirror(&sc, 0, STAGE_WIDTH / 2);
    const struct shape *s = sc.shapes;
    assert_float_equal(s[0].x, STAGE_WIDTH - 0.75f, 1e-6);
    assert_float_equal(s[1].a, 0.75f, 1e-6);
    assert_float_equal(s[1].b, 0.875f, 1e-6);
    assert_float_equal(s[2].w, STAGE_WIDTH - 0.5f, 1e-6);
    assert_int_equal(s[3].align, ALIGN_RIGHT);
    assert_float_equal(sc.points[0].x, STAGE_WIDTH - 0.25f, 1e-6);
    scene_mirror(&sc, 0, STAGE_WIDTH / 2);
    print(&after);
    assert_true(str_equal(buf_view(&before), buf_view(&after)));
    buf_finish(&before);
    buf_finish(&after);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(twice_turned_is_as_before),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

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

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_language_from_right_to_left_turns_the_page),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

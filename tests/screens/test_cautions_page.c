// SPDX-License-Identifier: MIT
// The page where a person ticks their own cautions: what is written into the
// settings, what it looks like, and that it leads back to where one was.
#include "unit.h"

#include "ways.h"

static struct evening v; // large: a scene is in it

static void assert_own(const char *text)
{
    assert_str(v.settings.text[SETTING_CAUTIONS], text);
}

static void ticks_by_keys(void **state)
{
    (void)state;
    way_to(&v, SCREEN_CAUTIONS);
    way_walk(&v, "Down Space Right Enter", way_key);
    assert_own("heart disease, blood thinners");
    way_walk(&v, "Left Space", way_key);
    assert_own("blood thinners");
    way_walk(&v, "Tab Tab Tab Tab Space Shift+Tab Shift+Tab Space", way_key);
    assert_own("blood thinners, epilepsy or seizures, blood pressure");
    way_walk(&v,
             "Down Down Space Right Right Right Down Down Down Down Down "
             "Down Down Down Down Enter",
             way_key); // the last is reached, and not passed
    assert_own("blood thinners, blood pressure, painful joints");
    evening_finish(&v);
}

static void ticks_by_pointer(void **state)
{
    (void)state;
    way_to(&v, SCREEN_CAUTIONS);
    way_click(&v, STR("Glaucoma"));
    way_click(&v, STR("Bipolar"));
    assert_own("glaucoma or a detached retina, bipolar disorder");
    way_click(&v, STR("Glaucoma"));
    assert_own("bipolar disorder");
    evening_finish(&v);
}

// In the middle of a session, whose lists may change meanwhile.
static void leads_back_to_where_one_was(void **state)
{
    (void)state;
    way_to(&v, SCREEN_PLAYER);
    way_walk(&v, "F1 c Space", way_key);
    assert_int_equal(v.program.screen, SCREEN_CAUTIONS);
    way_walk(&v, "Esc", way_key);
    assert_int_equal(v.program.screen, SCREEN_CARE);
    way_walk(&v, "Tab Enter", way_key); // without the letter
    assert_int_equal(v.program.screen, SCREEN_CAUTIONS);
    way_walk(&v, "F1 F1", way_key); // Care, and out of it
    assert_int_equal(v.program.screen, SCREEN_PLAYER);
    assert_true(v.program.player.paused);
    // By the ground too, which leads to Care in the end.
    way_walk(&v, "F1 c g wait:95000 Esc", way_key);
    assert_int_equal(v.program.screen, SCREEN_PLAYER);
    evening_finish(&v);
}

static void print(struct buf *out, const char *name)
{
    evening_draw(&v);
    buf_printf(out, "== %s\n", name);
    scene_print(&v.scene, out);
}

static void looks_as_it_did(void **state)
{
    (void)state;
    struct buf out = {0};
    way_to(&v, SCREEN_CAUTIONS);
    print(&out, "none");
    v.settings.text[SETTING_CAUTIONS] = STR("pregnancy, loud noise");
    way_walk(&v, "Right", way_key);
    print(&out, "one ticked, and one in the person's own words");
    evening_key(&v, KEY_ESCAPE, 0);
    evening_to(&v, v.now_ms + 1000);
    print(&out, "Care names it");
    evening_finish(&v);
    golden_check("cautions.scene", &out);
    buf_finish(&out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(ticks_by_keys),
        cmocka_unit_test(ticks_by_pointer),
        cmocka_unit_test(leads_back_to_where_one_was),
        cmocka_unit_test(looks_as_it_did),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

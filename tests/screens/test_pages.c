// SPDX-License-Identifier: MIT
// After a session for two: a page for each, an entry of its own for each.
#include "unit.h"

#include "base/utf8.h"
#include "evening.h"
#include "screens/reflection_inside.h"

static struct evening v; // large: a scene is in it

// In a window that has room for one page alone, or for two.
static void practise_together(const char *partner, bool narrow)
{
    evening_ruler.narrow = narrow;
    evening_start(&v, false, "", 21 * 3600);
    v.settings.text[SETTING_PARTNER] = str_from(partner);
    v.sessions[TIDE].kind = KIND_PARTNER;
    evening_open(&v, TIDE);
    evening_to(&v, 26000);
    assert_int_equal(v.program.screen, SCREEN_REFLECTION);
    buf_clear(&v.log);
}

static struct str who_of(int page)
{
    return program_entry(&v.program, page, &v.mem).who;
}

static void each_writes_an_entry_of_its_own(void **state)
{
    (void)state;
    practise_together("", false);
    evening_type(&v, "4mine");
    evening_key(&v, KEY_ENTER, MOD_CTRL);
    assert_int_equal(v.program.page, 1);
    assert_int_equal(v.program.screen, SCREEN_REFLECTION);
    evening_type(&v, "2yours");
    evening_key(&v, KEY_TAB, MOD_SHIFT); // the name is asked
    evening_type(&v, " Ana ");
    evening_key(&v, KEY_ENTER, MOD_CTRL);
    assert_int_equal(v.program.screen, SCREEN_TODAY);
    assert_str(buf_view(&v.kept), "keep long-tide 20/20 s mood 4 \"mine\"\n"
                                  "keep long-tide 20/20 s mood 2 \"yours\"\n");
    assert_str(who_of(0), "");
    assert_str(who_of(1), "Ana");
    assert_str(v.settings.text[SETTING_PARTNER], "Ana"); // and never again
    assert_true(v.program.today.kept);
    evening_finish(&v);
    practise_together("Ana", false);
    assert_int_equal(v.program.partner.answer_count, 0);
    assert_str(who_of(1), "Ana");
    evening_finish(&v);
}

// A name that is long is cut, but not through a letter.
static void what_a_page_is_called_ends_with_a_letter(void **state)
{
    (void)state;
    practise_together("Aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\u00e9mile",
                      true);
    evening_key(&v, KEY_TAB, MOD_CTRL);
    evening_draw(&v);
    assert_true(evening_shows(&v, "aaaa, how is it"));
    for (size_t i = 0; i < v.scene.count; i++) {
        struct str text = scene_text_of(&v.scene, &v.scene.shapes[i]);
        assert_int_equal(utf8_invalid(text), text.len);
    }
    evening_finish(&v);
}

static void one_turns_to_the_other_page_and_back(void **state)
{
    (void)state;
    practise_together("Ana", true);
    evening_type(&v, "one");
    evening_key(&v, KEY_TAB, MOD_CTRL);
    evening_type(&v, "two");
    evening_to(&v, v.now_ms + 3000); // drafts of both
    assert_non_null(strstr(buf_cstr(&v.log), " draft 0 0\n"));
    assert_non_null(strstr(buf_cstr(&v.log), " draft 1 0\n"));
    struct reflection_places p;
    reflection_places(&v.program.partner, &p);
    evening_click(&v, p.other.x + 0.02f, p.other.y + 0.02f);
    evening_type(&v, " more");
    buf_clear(&v.kept);
    evening_key(&v, KEY_ENTER, MOD_CTRL);
    evening_key(&v, KEY_ENTER, MOD_CTRL);
    assert_str(buf_view(&v.kept),
               "keep long-tide 20/20 s mood -1 \"one more\"\n"
               "keep long-tide 20/20 s mood -1 \"two\"\n");
    evening_finish(&v);
}

static void either_page_may_be_left(void **state)
{
    (void)state;
    practise_together("Ana", false);
    evening_key(&v, KEY_ESCAPE, 0); // mine
    assert_int_equal(v.program.page, 1);
    evening_type(&v, "only hers");
    evening_key(&v, KEY_TAB, MOD_CTRL); // there is no other any more
    assert_int_equal(v.program.page, 1);
    evening_key(&v, KEY_ENTER, MOD_CTRL);
    assert_int_equal(v.program.screen, SCREEN_TODAY);
    evening_finish(&v);
    practise_together("Ana", false);
    evening_type(&v, "only mine");
    evening_key(&v, KEY_ENTER, MOD_CTRL);
    evening_key(&v, KEY_ESCAPE, 0);
    assert_int_equal(v.program.screen, SCREEN_TODAY);
    assert_true(v.program.today.kept);
    evening_finish(&v);
}

static void all_of_it_goes_by_the_focus_alone(void **state)
{
    (void)state;
    practise_together("Ana", true);
    struct reflection *r = &v.program.reflection;
    for (size_t i = 0; focus_of(r, r->focus).kind != FOCUS_OTHER; i++) {
        assert_true(i < 6);
        evening_key(&v, KEY_TAB, 0);
    }
    evening_key(&v, KEY_SPACE, 0);
    assert_int_equal(v.program.page, 1);
    evening_finish(&v);
}

// Past the last field of one page is the first of the page beside it, and back.
static void side_by_side_the_focus_goes_through_both(void **state)
{
    (void)state;
    practise_together("Ana", false);
    for (int i = 0; i < 3; i++) { // from the text: Keep, Skip, on
        assert_int_equal(v.program.page, 0);
        evening_key(&v, KEY_TAB, 0);
    }
    assert_int_equal(v.program.page, 1);
    assert_int_equal(v.program.partner.focus, 0);
    evening_key(&v, KEY_TAB, MOD_SHIFT);
    assert_int_equal(v.program.page, 0);
    const struct reflection *r = &v.program.reflection;
    assert_int_equal(focus_of(r, r->focus).kind, FOCUS_SKIP);
    evening_finish(&v);
}

static void a_press_takes_the_page_that_it_is_on(void **state)
{
    (void)state;
    practise_together("Ana", false);
    struct reflection_places p;
    reflection_places(&v.program.partner, &p);
    struct area mood = mood_area(&p, 5);
    evening_click(&v, mood.x + 0.01f, mood.y + 0.01f);
    assert_int_equal(v.program.page, 1);
    assert_int_equal(v.program.partner.mood, 5);
    assert_int_equal(v.program.reflection.mood, 0);
    evening_click(&v, p.keep.x + 0.01f, p.keep.y + 0.01f);
    assert_int_equal(v.program.page, 0); // hers is kept and stands there so
    assert_true(evening_shows(&v, "This page is kept."));
    evening_click(&v, p.text.x + 0.01f, p.text.y + 0.01f);
    assert_int_equal(v.program.page, 0);
    evening_key(&v, KEY_ESCAPE, 0);
    assert_int_equal(v.program.screen, SCREEN_TODAY);
    evening_finish(&v);
}

// A window that is made smaller shows the page that has the keys.
static void one_page_is_left_where_there_is_no_room(void **state)
{
    (void)state;
    practise_together("Ana", false);
    evening_key(&v, KEY_TAB, MOD_CTRL);
    evening_draw(&v);
    assert_true(evening_shows(&v, "The first page"));
    evening_ruler.narrow = true;
    program_remeasure(&v.program);
    evening_draw(&v);
    assert_false(evening_shows(&v, "The first page"));
    assert_true(evening_shows(&v, "Ana, how is it, now?"));
    evening_finish(&v);
}

static void both_write_in_a_step_of_writing(void **state)
{
    (void)state;
    evening_ruler.narrow = false;
    evening_start(&v, false, "", 21 * 3600);
    v.settings.text[SETTING_PARTNER] = STR("Ana");
    v.sessions[PAGES].kind = KIND_PARTNER;
    evening_open(&v, PAGES);
    evening_to(&v, 1500);
    evening_type(&v, "one");
    evening_key(&v, KEY_TAB, 0);
    evening_type(&v, "two");
    struct area left = reflection_area(SIDE_LEFT);
    evening_click(&v, left.x + 0.1f, 0.5f);
    evening_type(&v, "!");
    evening_to(&v, 6000);
    assert_non_null(strstr(buf_cstr(&v.log), " draft 0 0\n"));
    assert_non_null(strstr(buf_cstr(&v.log), " draft 1 0\n"));
    evening_to(&v, 48000);
    assert_int_equal(v.program.screen, SCREEN_REFLECTION);
    buf_clear(&v.kept);
    evening_key(&v, KEY_ENTER, MOD_CTRL);
    evening_key(&v, KEY_ENTER, MOD_CTRL);
    assert_str(buf_view(&v.kept), "keep pages 40/40 s mood -1 \"one!\"\n"
                                  "keep pages 40/40 s mood -1 \"two\"\n");
    evening_finish(&v);
}

static void a_page_without_a_name_is_never_ones_own(void **state)
{
    (void)state;
    practise_together("", false);
    evening_key(&v, KEY_TAB, MOD_CTRL);
    evening_type(&v, "whose");
    evening_key(&v, KEY_ENTER, MOD_CTRL);
    assert_str(who_of(1), "Partner");
    assert_str(v.settings.text[SETTING_PARTNER], "");
    assert_int_equal(v.program.page, 0);
    evening_finish(&v);
}

static void words_of_both_stay_when_the_window_goes(void **state)
{
    (void)state;
    practise_together("Ana", false);
    evening_type(&v, "one");
    evening_key(&v, KEY_TAB, MOD_CTRL);
    evening_type(&v, "two");
    buf_clear(&v.kept);
    evening_input(&v, (struct input){.kind = INPUT_CLOSE});
    assert_str(buf_view(&v.kept), "draft long-tide 20/20 s mood -1 \"one\"\n"
                                  "draft long-tide 20/20 s mood -1 \"two\"\n");
    evening_finish(&v);
}

static void the_pages_look_as_they_did(void **state)
{
    (void)state;
    struct buf out = {0};
    for (int narrow = 0; narrow < 2; narrow++) {
        practise_together("", narrow != 0);
        evening_to(&v, v.now_ms + 1000);
        evening_draw(&v);
        scene_print(&v.scene, &out);
        evening_key(&v, KEY_TAB, MOD_CTRL);
        evening_draw(&v);
        scene_print(&v.scene, &out);
        evening_finish(&v);
    }
    golden_check("pages.scene", &out);
    buf_finish(&out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_writes_an_entry_of_its_own),
        cmocka_unit_test(what_a_page_is_called_ends_with_a_letter),
        cmocka_unit_test(one_turns_to_the_other_page_and_back),
        cmocka_unit_test(either_page_may_be_left),
        cmocka_unit_test(all_of_it_goes_by_the_focus_alone),
        cmocka_unit_test(side_by_side_the_focus_goes_through_both),
        cmocka_unit_test(a_press_takes_the_page_that_it_is_on),
        cmocka_unit_test(one_page_is_left_where_there_is_no_room),
        cmocka_unit_test(both_write_in_a_step_of_writing),
        cmocka_unit_test(a_page_without_a_name_is_never_ones_own),
        cmocka_unit_test(words_of_both_stay_when_the_window_goes),
        cmocka_unit_test(the_pages_look_as_they_did),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

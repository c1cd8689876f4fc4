// SPDX-License-Identifier: MIT
#include "unit.h"

#include "base/utf8.h"
#include "frame/caption.h"
#include "frame/guidance.h"
#include "frame/sections.h"
#include "rows.h"

static const int64_t box_ms[4] = {4000, 4000, 4000, 4000};

static void a_line_stays_for_its_time_and_until_the_next(void **state)
{
    (void)state;
    static struct made m;
    made_step(&m, VERB_SETTLE, 1, 20000, "Sit tall.");
    made_breaths(&m, 2, 10, box_ms);
    made_say(&m, 21000, "Soft.");
    made_say(&m, 22000, "Softer."); // before the least time of "Soft."
    struct arena mem = {0};
    struct guidance g;
    guidance_build(&g, &m.tl, &mem);
    assert_int_equal(g.count, 3);
    assert_int_equal(g.items[0].show_ms, 0);
    assert_int_equal(g.items[0].end_ms, 21000);
    assert_int_equal(g.items[2].show_ms, 21000 + 3200 + 60 * 5);
    assert_true(guidance_at(&g, 0, false).alpha < 0.01f);
    assert_float_equal(guidance_at(&g, 350, false).alpha, 0.5, 1e-4);
    assert_float_equal(guidance_at(&g, 0, true).alpha, 1, 1e-4);
    assert_float_equal(guidance_at(&g, 20750, false).alpha, 0.5, 1e-4);
    assert_str(guidance_at(&g, 20999, false).text, "Sit tall.");
    assert_str(guidance_at(&g, 21000, false).text, "Soft.");
    assert_str(guidance_at(&g, 150000, false).text, "Softer.");
    arena_finish(&mem);
}

static void what_waits_too_long_is_left_out(void **state)
{
    (void)state;
    static struct made m;
    made_step(&m, VERB_SIT, 1, 600000, "");
    for (int i = 0; i < 300; i++) {
        made_say(&m, 1000 * i, i % 2 ? "One of very many words." : "More.");
    }
    struct arena mem = {0};
    struct guidance g;
    guidance_build(&g, &m.tl, &mem);
    assert_true(g.count < 100);
    assert_true(g.items[g.count - 1].show_ms < 299000 + 20000);
    for (size_t i = 0; i + 1 < g.count; i++) {
        int64_t least = 3200 + 60 * (int64_t)utf8_length(g.items[i].text);
        assert_true(g.items[i + 1].show_ms - g.items[i].show_ms >= least);
        assert_int_equal(g.items[i].end_ms, g.items[i + 1].show_ms);
    }
    arena_finish(&mem);
}

static void a_text_at_a_tap_goes_with_it(void **state)
{
    (void)state;
    static struct made m;
    made_step(&m, VERB_WAIT, 1, 0, "Tap when you are ready.")->until_tap = true;
    made_step(&m, VERB_RETAIN, 2, 30000, "As long as is easy.")->until_tap =
        true;
    made_step(&m, VERB_SIT, 3, 30000, "");
    made_step(&m, VERB_WAIT, 4, 4000,
              "A text of two parts, of which the second one has no time to be "
              "read: whoever waits here waits four seconds at the most, and "
              "then it goes on by itself.")
        ->until_tap = true;
    made_step(&m, VERB_SIT, 5, 30000, "On.");
    struct arena mem = {0};
    struct guidance g;
    guidance_build(&g, &m.tl, &mem);
    assert_str(guidance_at(&g, 100, true).text, "As long as is easy.");
    assert_str(guidance_at(&g, 29999, true).text, "As long as is easy.");
    assert_int_equal(guidance_at(&g, 30000, true).text.len, 0);
    assert_int_equal(guidance_at(&g, 63999, true).text.at[0], 'A');
    assert_str(guidance_at(&g, 64000, true).text, "On.");
    assert_int_equal(g.count, 3);
    arena_finish(&mem);
}

static const char long_text[] =
    "Notice the weight of the body on the ground, the places where it is "
    "held, and the places where it could be held a little less. "
    "\xe6\x81\xaf\xe3\x82\x92\xe5\x90\xb8\xe3\x81\xa3\xe3\x81\xa6 Wait. "
    "Donaudampfschifffahrtselektrizitaetenhauptbetriebswerkbauunter"
    "beamtengesellschaft is one word.";

// Every part stands in two lines of 52, and no word is lost on the way.
static void a_long_text_comes_in_parts_of_two_lines(void **state)
{
    (void)state;
    static struct made m;
    made_step(&m, VERB_SIT, 1, 600000, long_text);
    struct arena mem = {0};
    struct guidance g;
    guidance_build(&g, &m.tl, &mem);
    assert_true(g.count > 1);
    size_t letters = 0;
    for (size_t i = 0; i < g.count; i++) {
        struct str lines[4];
        size_t count = guidance_break(g.items[i].text, 52, lines, 4);
        assert_in_range(count, 1, 2);
        for (size_t k = 0; k < count; k++) {
            assert_true(utf8_length(lines[k]) <= 53); // a mark may hang over
            for (size_t at = 0; at < lines[k].len; at++) {
                letters += lines[k].at[at] != ' ';
            }
        }
    }
    for (const char *c = long_text; *c; c++) {
        letters -= *c != ' ';
    }
    assert_int_equal(letters, 0);
    arena_finish(&mem);
}

static void two_lines_part_after_a_sentence_or_are_even(void **state)
{
    (void)state;
    struct str lines[2];
    size_t count = guidance_break(
        STR("Follow the light along the shore. The rest can wait now."), 52,
        lines, 2);
    assert_int_equal(count, 2);
    assert_str(lines[0], "Follow the light along the shore.");
    assert_str(lines[1], "The rest can wait now.");
    count = guidance_break(
        STR("Follow the light along the shore, and let the rest be."), 52,
        lines, 2);
    assert_int_equal(count, 2);
    assert_str(lines[0], "Follow the light along the");
    assert_str(lines[1], "shore, and let the rest be.");
}

static void captions_name_what_is_done(void **state)
{
    (void)state;
    static struct made m;
    made_breaths(&m, 1, 2, box_ms);
    made_step(&m, VERB_SCAN, 2, 10000, "")->place = STR("left foot");
    made_step(&m, VERB_TURN, 3, 10000, "")->place = STR("A");
    struct caption c;
    struct caption_style moving = {0};
    struct moment now = {.t_ms = 2700, .row = 0};
    caption_at(&c, &m.tl, &now, &moving);
    assert_str(phrase_view(&c.word), "Breathe in");
    assert_str(phrase_view(&c.count), "3");
    assert_int_equal(c.arrow, ARROW_UP);
    assert_float_equal(c.alpha, 1, 1e-4);
    now = (struct moment){.t_ms = 3999, .row = 0};
    caption_at(&c, &m.tl, &now, &moving);
    assert_str(phrase_view(&c.other), "Hold");
    assert_float_equal(c.other_alpha, 79.0 / 220, 1e-4);
    now = (struct moment){.t_ms = 4000, .row = 1};
    caption_at(&c, &m.tl, &now, &moving);
    assert_str(phrase_view(&c.word), "Hold");
    assert_float_equal(c.alpha, 80.0 / 220, 1e-4);
    assert_int_equal(c.arrow, ARROW_BAR_HIGH);
    struct phrase place = caption_word(&m.rows[8], &moving);
    assert_str(phrase_view(&place), "Left foot");
    place = caption_word(&m.rows[9], &moving);
    assert_str(phrase_view(&place), "A\xe2\x80\x99s turn");
    moving.names[0] = STR("Ana");
    moving.names[1] = STR("Ben");
    place = caption_word(&m.rows[9], &moving);
    assert_str(phrase_view(&place), "Ana\xe2\x80\x99s turn");
    m.rows[9].place = STR("B");
    place = caption_word(&m.rows[9], &moving);
    assert_str(phrase_view(&place), "Ben\xe2\x80\x99s turn");
    place = caption_pattern(&m.tl, 5, NULL);
    assert_str(phrase_view(&place), "4 – 4 – 4 – 4");
}

static void the_bar_has_a_section_for_a_step_or_a_round(void **state)
{
    (void)state;
    static struct made m;
    struct arena mem = {0};
    struct sections s;
    made_step(&m, VERB_SETTLE, 1, 20000, "");
    made_breaths(&m, 2, 4, box_ms);
    made_step(&m, VERB_WAIT, 3, 0, "")->until_tap = true;
    made_step(&m, VERB_SIT, 4, 10000, "");
    sections_build(&s, &m.tl, &mem);
    assert_int_equal(s.count, 3);
    for (int round = 0; round < 4; round++) {
        made_breaths(&m, 6, 4, box_ms);
        made_step(&m, VERB_RETAIN, 7, 5000, "");
        made_step(&m, VERB_REST, 8, 5000, "");
    }
    made_step(&m, VERB_SIT, 10, 10000, "");
    sections_build(&s, &m.tl, &mem);
    assert_int_equal(s.count, 3 + 4 + 1);
    assert_int_equal(s.items[4].end_ms - s.items[4].start_ms, 74000);
    for (int i = 0; i < 100; i++) {
        made_step(&m, VERB_SQUEEZE, 11 + i, 5000 + i, "");
    }
    sections_build(&s, &m.tl, &mem);
    assert_int_equal(s.count, SECTIONS_MOST);
    assert_int_equal(s.items[0].start_ms, 0);
    assert_int_equal(s.items[s.count - 1].end_ms, m.tl.length_ms);
    for (size_t i = 1; i < s.count; i++) {
        assert_int_equal(s.items[i].start_ms, s.items[i - 1].end_ms);
    }
    arena_finish(&mem);
}

// No finer than the lines of icons (sound and look: 0.0024 of the height).
static void a_small_arrow_can_be_seen(void **state)
{
    (void)state;
    static struct scene sc;
    const struct shape at = {.size = 0.021f, .x = 1, .y = 0.5f, .alpha = 1};
    for (int arrow = ARROW_UP; arrow < ARROW_COUNT; arrow++) {
        scene_begin(&sc, 0, 0, STAGE_WIDTH, 1);
        arrow_draw(&sc, (enum arrow)arrow, &at);
        assert_true(sc.count > 0);
        for (size_t i = 0; i < sc.count; i++) {
            assert_true(sc.shapes[i].width >= 0.0024f);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_line_stays_for_its_time_and_until_the_next),
        cmocka_unit_test(what_waits_too_long_is_left_out),
        cmocka_unit_test(a_text_at_a_tap_goes_with_it),
        cmocka_unit_test(a_long_text_comes_in_parts_of_two_lines),
        cmocka_unit_test(two_lines_part_after_a_sentence_or_are_even),
        cmocka_unit_test(captions_name_what_is_done),
        cmocka_unit_test(the_bar_has_a_section_for_a_step_or_a_round),
        cmocka_unit_test(a_small_arrow_can_be_seen),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

// SPDX-License-Identifier: MIT
// What is said when: the lines of the screen at the screen's moments, whole,
// and the words of the first two breaths where no line is.
#include "unit.h"

#include <string.h>

#include "frame/by_hand.h"
#include "frame/guidance.h"
#include "frame/spoken.h"

static struct spoken_list spoken_of(struct by_hand *h, const char *lang,
                                    struct arena *mem)
{
    struct spoken_list list;
    spoken_build(&list, &h->tl, str_from(lang), mem);
    return list;
}

static void assert_said(const struct spoken *s, int64_t at_ms, const char *text)
{
    assert_int_equal(s->at_ms, at_ms);
    assert_str(s->text, text);
}

static void only_two_breaths_are_told_in_words(void **state)
{
    (void)state;
    struct arena mem = {0};
    struct by_hand *h = ARENA_NEW(&mem, struct by_hand);
    by_hand_breathe(h, 5, 4000, 4000, 6000, 4000);
    struct spoken_list l = spoken_of(h, "", &mem);
    assert_int_equal(l.count, 8);
    assert_said(&l.items[0], 0, "in");
    assert_said(&l.items[1], 4000 - SPOKEN_EARLY_MS, "hold");
    assert_said(&l.items[2], 8000 - SPOKEN_EARLY_MS, "out");
    assert_said(&l.items[3], 14000 - SPOKEN_EARLY_MS, "hold");
    assert_said(&l.items[4], 18000 - SPOKEN_EARLY_MS, "in");
    assert_true(l.items[7].word);
    assert_int_equal(spoken_of(h, "de", &mem).count, 0);
    assert_int_equal(spoken_of(h, "en-GB", &mem).count, 8);
    arena_finish(&mem);
}

static void a_round_that_comes_again_is_not_told_again(void **state)
{
    (void)state;
    struct arena mem = {0};
    struct by_hand *h = ARENA_NEW(&mem, struct by_hand);
    by_hand_breathe(h, 3, 4000, 0, 6000, 0);
    size_t first = h->tl.row_count;
    by_hand_row(h, VERB_REST, PHASE_NONE, 60000)->line = 7;
    by_hand_breathe(h, 3, 4000, 0, 6000, 0);
    for (size_t i = 0; i < h->tl.row_count; i++) {
        h->rows[i].line = i == first ? 7 : 6;
        h->rows[i].step = i < first ? 1 : i == first ? 2 : 3;
    }
    assert_int_equal(spoken_of(h, "", &mem).count, 4);
    for (size_t i = first + 1; i < h->tl.row_count; i++) {
        h->rows[i].line = 8; // another step of the script
    }
    assert_int_equal(spoken_of(h, "", &mem).count, 8);
    arena_finish(&mem);
}

static void fast_phases_have_no_words(void **state)
{
    (void)state;
    struct arena mem = {0};
    struct by_hand *h = ARENA_NEW(&mem, struct by_hand);
    by_hand_breathe(h, 5, 1100, 0, 1200, 0);
    struct spoken_list l = spoken_of(h, "", &mem);
    assert_int_equal(l.count, 2);
    assert_str(l.items[0].text, "out");
    arena_finish(&mem);
}

static void lines_are_the_screens_and_whole(void **state)
{
    (void)state;
    static const char longer[] =
        "This is a line that is far too long for the two lines that the "
        "screen has, so that it comes there in more than one part, while a "
        "voice says all of it at once.";
    struct arena mem = {0};
    struct by_hand *h = ARENA_NEW(&mem, struct by_hand);
    struct row *sit = by_hand_row(h, VERB_SIT, PHASE_NONE, 60000);
    sit->text = STR("Sit tall.");
    sit->step_end_ms = 60000;
    by_hand_event(h, 1000, EVENT_SAY, "")->text = STR("Let go.");
    by_hand_event(h, 30000, EVENT_SAY, "")->text = str_from(longer);
    struct guidance g;
    guidance_build(&g, &h->tl, &mem);
    assert_true(g.count > 3);
    struct spoken_list l = spoken_of(h, "fr", &mem);
    assert_int_equal(l.count, 3);
    assert_said(&l.items[0], 0, "Sit tall.");
    // The second waits on the screen, and so does the voice.
    assert_true(g.items[1].show_ms > 3000);
    assert_said(&l.items[1], g.items[1].show_ms, "Let go.");
    assert_said(&l.items[2], 30000, longer);
    arena_finish(&mem);
}

static void words_give_way_to_lines(void **state)
{
    (void)state;
    struct arena mem = {0};
    struct by_hand *h = ARENA_NEW(&mem, struct by_hand);
    by_hand_breathe(h, 2, 4000, 0, 6000, 0);
    by_hand_event(h, 10300, EVENT_SAY, "")->text = STR("Slowly, and softly.");
    struct spoken_list l = spoken_of(h, "", &mem);
    assert_int_equal(l.count, 4);
    assert_said(&l.items[1], 4000 - SPOKEN_EARLY_MS, "out");
    assert_said(&l.items[2], 10300, "Slowly, and softly."); // in place of "in"
    assert_said(&l.items[3], 14000 - SPOKEN_EARLY_MS, "out");
    arena_finish(&mem);
}

static void what_waits_for_a_tap_is_said(void **state)
{
    (void)state;
    struct arena mem = {0};
    struct by_hand *h = ARENA_NEW(&mem, struct by_hand);
    by_hand_row(h, VERB_SIT, PHASE_NONE, 20000);
    struct row *row = by_hand_row(h, VERB_WAIT, PHASE_NONE, 0);
    row->until_tap = true;
    row->text = STR("Tap when you are ready.");
    by_hand_row(h, VERB_SIT, PHASE_NONE, 20000);
    struct spoken_list l = spoken_of(h, "", &mem);
    assert_int_equal(l.count, 1);
    assert_said(&l.items[0], 20000, "Tap when you are ready.");
    assert_int_equal(l.items[0].order, row->order);
    arena_finish(&mem);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(only_two_breaths_are_told_in_words),
        cmocka_unit_test(a_round_that_comes_again_is_not_told_again),
        cmocka_unit_test(fast_phases_have_no_words),
        cmocka_unit_test(lines_are_the_screens_and_whole),
        cmocka_unit_test(words_give_way_to_lines),
        cmocka_unit_test(what_waits_for_a_tap_is_said),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

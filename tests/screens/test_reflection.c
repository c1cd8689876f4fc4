// SPDX-License-Identifier: MIT
// The Reflection by hand: what each key and click does, and what the entry
// says afterwards.
#include "unit.h"

#include "evening.h"
#include "screens/reflection_inside.h"

static struct evening v; // large: a scene is in it
static struct reflection *const r = &v.program.reflection;

// Plays a session to the Reflection.
static void reflect_on(size_t session)
{
    evening_start(&v, true, "", 21 * 3600);
    evening_open(&v, session);
    if (session == BOX) {
        evening_key(&v, KEY_ENTER, 0); // past the cautions
    }
    evening_to(&v, 1000 + v.timelines[session].length_ms + 5000);
    assert_int_equal(v.program.screen, SCREEN_REFLECTION);
}

static void keep(const char *want)
{
    evening_key(&v, KEY_ENTER, MOD_CTRL);
    assert_str(buf_view(&v.kept), want);
    evening_finish(&v);
}

static void digits_choose_the_mood_while_the_text_is_empty(void **state)
{
    (void)state;
    reflect_on(TIDE);
    evening_type(&v, "2");
    assert_int_equal(r->mood, 2);
    evening_type(&v, "5");
    assert_int_equal(r->mood, 5);
    evening_type(&v, "7 breaths, 3 sighs");
    assert_int_equal(r->mood, 5);
    assert_str(editor_text(&r->text), "7 breaths, 3 sighs");
    evening_input(&v, (struct input){.kind = INPUT_KEY,
                                     .key = KEY_CHAR,
                                     .letter = '1',
                                     .mods = MOD_CTRL});
    assert_int_equal(r->mood, 1);
    keep("keep long-tide 20/20 s mood 1 \"7 breaths, 3 sighs\"\n");
}

static void enter_is_a_new_line_and_only_ctrl_keeps(void **state)
{
    (void)state;
    reflect_on(TIDE);
    evening_draw(&v);
    // As drawn: a little more air on the right than on the left.
    assert_true(r->text.box.w > 0.9105f && r->text.box.w < 0.9115f);
    evening_type(&v, "a\n\nb");
    assert_int_equal(r->state, REFLECTION_WRITING);
    evening_key(&v, KEY_ENTER, MOD_SHIFT);
    assert_int_equal(v.kept.len, 0);
    keep("keep long-tide 20/20 s mood -1 \"a\n\nb\n\"\n");
}

static void tab_goes_through_all_fields_and_back(void **state)
{
    (void)state;
    reflect_on(BOX);
    static const enum focus_kind order[] = {FOCUS_TEXT,   FOCUS_KEEP,
                                            FOCUS_SKIP,   FOCUS_MOODS,
                                            FOCUS_RATING, FOCUS_ANSWER};
    for (size_t i = 0; i < 13; i++) {
        assert_int_equal(focus_of(r, r->focus).kind, order[i % 6]);
        evening_key(&v, KEY_TAB, 0);
    }
    for (size_t i = 14; i > 0; i--) {
        evening_key(&v, KEY_TAB, MOD_SHIFT);
        assert_int_equal(focus_of(r, r->focus).kind, order[(i - 2 + 6) % 6]);
    }
    evening_finish(&v);
}

static void all_is_reached_by_the_keyboard_alone(void **state)
{
    (void)state;
    reflect_on(BOX);
    evening_key(&v, KEY_TAB, MOD_SHIFT);
    evening_type(&v, "3 warm fingers"); // an answer takes its digits
    evening_key(&v, KEY_TAB, MOD_SHIFT);
    evening_type(&v, "10");
    assert_int_equal(r->ratings[0], 10);
    evening_key(&v, KEY_LEFT, 0);
    assert_int_equal(r->ratings[0], 9);
    evening_key(&v, KEY_BACKSPACE, 0);
    assert_int_equal(r->ratings[0], -1);
    evening_type(&v, "7");
    evening_key(&v, KEY_UP, 0);
    evening_key(&v, KEY_RIGHT, 0); // the moods: from none to the middle
    evening_key(&v, KEY_RIGHT, 0);
    assert_int_equal(r->mood, 4);
    evening_type(&v, "soft"); // letters are words wherever one stands
    assert_int_equal(focus_of(r, r->focus).kind, FOCUS_TEXT);
    evening_key(&v, KEY_TAB, 0);
    evening_key(&v, KEY_ENTER, 0);
    assert_str(buf_view(&v.kept),
               "keep box 36/36 s mood 4 steadiness=7 [3 warm fingers] "
               "\"soft\"\n");
    evening_finish(&v);
}

static void ratings_stay_within_their_range(void **state)
{
    (void)state;
    reflect_on(BOX);
    r->focus = focus_at(r, FOCUS_RATING, 0);
    for (int i = 0; i < 20; i++) {
        evening_key(&v, KEY_RIGHT, 0);
    }
    assert_int_equal(r->ratings[0], 10);
    for (int i = 0; i < 20; i++) {
        evening_key(&v, KEY_LEFT, 0);
    }
    assert_int_equal(r->ratings[0], 0);
    evening_type(&v, "20");
    assert_int_equal(r->ratings[0], 0);
    keep("keep box 36/36 s mood -1 steadiness=0 \"\"\n");
}

static void the_pointer_reaches_everything(void **state)
{
    (void)state;
    reflect_on(BOX);
    struct reflection_places p;
    reflection_places(r, &p);
    struct area mood = mood_area(&p, 5);
    evening_click(&v, mood.x + 0.05f, mood.y + 0.05f);
    assert_int_equal(r->mood, 5);
    struct area eight = scale_cell(question_area(r, &p, 0), ROW_RATING, 8);
    evening_click(&v, eight.x + 0.02f, eight.y + 0.02f);
    assert_int_equal(r->ratings[0], 8);
    evening_click(&v, eight.x + 0.02f, eight.y + 0.02f);
    assert_int_equal(r->ratings[0], -1);
    struct area answer = answer_area(question_area(r, &p, 1));
    evening_click(&v, answer.x + 0.1f, answer.y + 0.02f);
    evening_type(&v, "warm");
    reflection_places(r, &p);
    evening_click(&v, p.text.x + 0.2f, p.text.y + 0.04f);
    evening_type(&v, "soft");
    evening_click(&v, p.keep.x + 0.05f, p.keep.y + 0.03f);
    assert_str(buf_view(&v.kept), "keep box 36/36 s mood 5 [warm] \"soft\"\n");
    evening_finish(&v);
}

static void skip_asks_once_for_words_only(void **state)
{
    (void)state;
    reflect_on(TIDE);
    evening_type(&v, "4");
    evening_key(&v, KEY_ESCAPE, 0); // a mood alone is no words
    assert_true(str_ends(buf_view(&v.log), STR("quit 0 0\n")));
    assert_true(v.kept.len == 0);
    evening_finish(&v);

    reflect_on(TIDE);
    evening_type(&v, "word");
    evening_key(&v, KEY_TAB, 0);
    evening_key(&v, KEY_TAB, 0);
    evening_key(&v, KEY_SPACE, 0); // Skip
    assert_int_equal(r->state, REFLECTION_ASKING);
    evening_key(&v, KEY_SPACE, 0); // maybe held down
    assert_int_equal(r->state, REFLECTION_ASKING);
    evening_key(&v, KEY_ENTER, 0);
    assert_int_equal(r->state, REFLECTION_SKIPPED);
    assert_str(buf_view(&v.kept), "draft long-tide 20/20 s mood -1 \"word\"\n");
    evening_finish(&v);
}

static void what_is_composed_is_not_yet_said(void **state)
{
    (void)state;
    reflect_on(TIDE);
    evening_type(&v, "ab");
    evening_input(&v, (struct input){
                          .kind = INPUT_COMPOSE, .text = STR("ko"), .mark = 2});
    evening_to(&v, v.now_ms + 3000);
    assert_int_equal(v.kept.len, 0); // no draft of half a word
    evening_entry(&v, "now");
    assert_str(buf_view(&v.kept), "now long-tide 20/20 s mood -1 \"ab\"\n");
    buf_clear(&v.kept);
    keep("keep long-tide 20/20 s mood -1 \"ab\"\n");
}

// Whatever the number of questions, all of them can be seen and none stands
// over another or over the text.
static void any_number_of_questions_fits(void **state)
{
    (void)state;
    for (size_t count = 0; count <= 40; count += count < 8 ? 1 : 8) {
        evening_start(&v, true, "", 21 * 3600);
        struct question questions[40];
        for (size_t i = 0; i < count; i++) {
            bool rating = i < count / 3;
            questions[i] = (struct question){rating ? STR("name") : STR_NONE,
                                             STR("What did you notice?")};
        }
        v.sessions[TIDE].questions = questions;
        v.sessions[TIDE].question_count = count;
        evening_open(&v, TIDE);
        evening_to(&v, 26000);
        for (size_t step = 0; step < count + 4; step++) {
            evening_key(&v, KEY_TAB, MOD_SHIFT);
            if (focus_editor(r)) {
                evening_type(&v, "words that go on, over and over and over");
            }
            struct reflection_places p;
            reflection_places(r, &p);
            struct focus f = focus_of(r, r->focus);
            bool question = f.kind == FOCUS_RATING || f.kind == FOCUS_ANSWER;
            assert_true(!question ||
                        (r->focus - 1 >= p.first && r->focus - 1 < p.end));
            assert_true(p.text.h > 0.12f);
            assert_true(p.text.y >= p.moods.y + p.moods.h);
            assert_true(p.list.y + p.list.h <= p.text.y + 1e-4f);
            assert_true(p.text.y + p.text.h < p.keep.y);
            assert_true(count > 6 || p.end - p.first == count || question);
        }
        evening_finish(&v);
    }
}

// An entry with one field of each kind, one of them unknown to us.
static void take_up(const char *record, struct entry *e)
{
    struct rec_reader reader = {0};
    struct rec rec = {0};
    rec_reader_init(&reader, str_from(record), &v.mem, NULL);
    assert_true(rec_next(&reader, &rec));
    assert_true(entry_read(&rec, &v.mem, e));
}

static const char entry_of_box[] =
    "Id: 20261119T204000Z-5a10c001\nAt: 2026-11-19 21:40:00 +0100\n"
    "Day_date: 2026-11-19\nDay_kind: transition\nDay_basis: planned\n"
    "Session: box\nPlanned_s: 36\nDone_s: 30\nEnded: early\nBreaths: 2\n"
    "Hold_s: 4\nIntention: slow\nMood_before: 2\nMood_after: 3\n"
    "Rate: steadiness 7\nRate: warmth 2\n"
    "Answer: An older question?\n+ an older answer\n"
    "Answer: What did you notice in your body?\n+ hands\n"
    "Tag: evening\nOwn: kept\nText: First line.\n+ Second.\n";

static void an_entry_is_amended_and_keeps_what_is_not_shown(void **state)
{
    (void)state;
    struct requests ask = {0};
    struct entry e;
    evening_start(&v, false, "", 21 * 3600);
    take_up(entry_of_box, &e);
    program_amend(&v.program, &e, evening_instant(&v), &ask);
    memset((void *)&e, 0xee, sizeof(e)); // it was copied
    evening_perform(&v, &ask);
    assert_true(v.typing);
    assert_int_equal(r->mood, 3);
    assert_int_equal(r->rating_count, 2);
    assert_int_equal(r->answer_count, 2);
    assert_str(editor_text(&r->text), "First line.\nSecond.");
    evening_input(&v, (struct input){.kind = INPUT_KEY,
                                     .key = KEY_CHAR,
                                     .letter = 'z',
                                     .mods = MOD_CTRL}); // nothing to undo
    evening_type(&v, " Third.");
    evening_key(&v, KEY_ENTER, MOD_CTRL);
    assert_int_equal(v.program.screen, SCREEN_TODAY);
    assert_str(buf_view(&v.kept),
               "keep box 30/36 s early mood 3 steadiness=7 warmth=2 [hands] "
               "[an older answer] \"First line.\nSecond. Third.\"\n");
    struct arena mem = {0};
    struct entry kept = program_entry(&v.program, 0, &mem);
    struct buf text = {0};
    entry_format_open(&kept, &text);
    const char *const held[] = {"Hold_s: 4\n",       "Breaths: 2\n",
                                "Intention: slow\n", "Mood_before: 2\n",
                                "Tag: evening\n",    "Own: kept\n"};
    for (size_t i = 0; i < sizeof(held) / sizeof(held[0]); i++) {
        buf_put_char(&text, '\0');
        assert_non_null(strstr(text.at, held[i]));
        text.len--;
    }
    buf_finish(&text);
    arena_finish(&mem);
    evening_finish(&v);
}

static void an_entry_that_stays_as_it_was_is_left_without_a_word(void **state)
{
    (void)state;
    struct requests ask = {0};
    struct entry e;
    evening_start(&v, false, "", 21 * 3600);
    take_up(entry_of_box, &e);
    program_amend(&v.program, &e, evening_instant(&v), &ask);
    evening_perform(&v, &ask);
    assert_ptr_equal(program_amended(&v.program), r->about.from);
    evening_key(&v, KEY_ESCAPE, 0);
    assert_int_equal(v.program.screen, SCREEN_TODAY);
    assert_int_equal(v.kept.len, 0);
    ask.count = 0;
    program_amend(&v.program, &e, evening_instant(&v), &ask);
    evening_perform(&v, &ask);
    evening_type(&v, "x");
    evening_key(&v, KEY_ESCAPE, 0);
    assert_int_equal(r->state, REFLECTION_ASKING);
    evening_finish(&v);
}

static void an_amended_text_may_be_larger_than_a_new_one(void **state)
{
    (void)state;
    enum { LARGE = REFLECTION_TEXT_MOST + 4096 };
    struct requests ask = {0};
    struct entry e;
    evening_start(&v, false, "", 21 * 3600);
    take_up(entry_of_box, &e);
    char *large = ARENA_ARRAY(&v.mem, char, LARGE);
    for (size_t i = 0; i < LARGE; i++) {
        large[i] = i % 60 == 59 ? '\n' : 'a';
    }
    e.text = (struct str){large, LARGE};
    program_amend(&v.program, &e, evening_instant(&v), &ask);
    assert_int_equal(editor_text(&r->text).len, LARGE);
    evening_finish(&v);
}

// Until the disk takes it again the page says that it is nowhere else, and each
// second it is tried anew.
static void where_no_draft_can_be_the_page_says_so(void **state)
{
    (void)state;
    const struct str why = STR("the disk is full"), none = STR_NONE;
    evening_start(&v, true, "", 21 * 3600);
    evening_open(&v, TIDE);
    evening_to(&v, 26000);
    program_undrafted(&v.program, 0, none);
    assert_int_equal(v.program.reflection.note.len, 0);
    evening_type(&v, "soft");
    evening_to(&v, v.now_ms + 2200);
    for (int tries = 0; tries < 2; tries++) {
        program_undrafted(&v.program, 0, why);
        assert_str(buf_view(&v.program.reflection.note),
                   "No draft can be saved: your words stand on this screen "
                   "alone (the disk is full)");
        buf_clear(&v.kept);
        evening_to(&v, v.now_ms + 20);
        assert_str(buf_view(&v.kept),
                   "draft long-tide 20/20 s mood -1 \"soft\"\n");
    }
    evening_key(&v, KEY_ESCAPE, 0);
    evening_draw(&v);
    assert_true(evening_shows(&v, "No draft can be saved"));
    evening_type(&v, "er");
    program_undrafted(&v.program, 0, none);
    assert_int_equal(v.program.reflection.note.len, 0);
    // What is kept nowhere is not called a draft, whatever else is told then.
    program_keep_failed(&v.program, none, why);
    program_undrafted(&v.program, 0, why);
    assert_str(buf_view(&v.program.reflection.note),
               "Not saved to the journal, nor as a draft: your words stand on "
               "this screen alone (the disk is full)");
    evening_input(&v, (struct input){.kind = INPUT_CLOSE});
    assert_true(str_ends(buf_view(&v.kept), STR("\"softer\"\n")));
    evening_finish(&v);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(digits_choose_the_mood_while_the_text_is_empty),
        cmocka_unit_test(enter_is_a_new_line_and_only_ctrl_keeps),
        cmocka_unit_test(tab_goes_through_all_fields_and_back),
        cmocka_unit_test(all_is_reached_by_the_keyboard_alone),
        cmocka_unit_test(ratings_stay_within_their_range),
        cmocka_unit_test(the_pointer_reaches_everything),
        cmocka_unit_test(skip_asks_once_for_words_only),
        cmocka_unit_test(what_is_composed_is_not_yet_said),
        cmocka_unit_test(any_number_of_questions_fits),
        cmocka_unit_test(an_entry_is_amended_and_keeps_what_is_not_shown),
        cmocka_unit_test(an_entry_that_stays_as_it_was_is_left_without_a_word),
        cmocka_unit_test(an_amended_text_may_be_larger_than_a_new_one),
        cmocka_unit_test(where_no_draft_can_be_the_page_says_so),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

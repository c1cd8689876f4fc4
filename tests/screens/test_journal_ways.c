// SPDX-License-Identifier: MIT
// The ways through the Journal: by words that are looked for, by keys, by the
// pointer, by a switch, and down a long text.
#include "unit.h"

#include "journal_case.h"
#include "screens/journal_inside.h"

static void searches_as_one_types(void **state)
{
    (void)state;
    start(journal, other);
    evening_type(&v, "/d"); // is no key of the list now
    assert_true(v.typing);
    assert_false(shows("Delete this"));
    evening_type(&v, "ry mouth");
    assert_true(shows("1 of 1 found in 4"));
    assert_true(shows("Slept 7.5 hours, 4 of 5."));
    for (int i = 0; i < 9; i++) {
        evening_key(&v, KEY_BACKSPACE, 0);
    }
    assert_true(shows("1 of 4"));
    evening_input(
        &v, (struct input){.kind = INPUT_PASTE, .text = STR("JAW\nof others")});
    assert_true(shows("1 of 1 found in 4"));
    evening_key(&v, KEY_ENTER, 0);
    assert_false(v.typing);
    assert_int_equal(v.program.journal.zone, JOURNAL_LIST);
    evening_key(&v, KEY_ENTER, 0);
    assert_int_equal(v.program.journal.zone, JOURNAL_ENTRY);
    evening_key(&v, KEY_ESCAPE, 0); // to the list,
    assert_true(shows("found in 4"));
    evening_key(&v, KEY_ESCAPE, 0); // all of it,
    assert_true(shows("1 of 4"));
    assert_int_equal(v.program.screen, SCREEN_JOURNAL);
    evening_key(&v, KEY_ESCAPE, 0); // and out
    assert_int_equal(v.program.screen, SCREEN_TODAY);
    end();
}

// The list shows where it stands, and a line is drawn under it in the entry.
static void what_was_found_is_shown(void **state)
{
    (void)state;
    static const char with_lines[] =
        "Id: 20261105T203000Z-00000002\nDay_date: 2026-11-05\n"
        "Day_kind: none\nText: The first line.\n+ A second one, of which the "
        "end is what is looked for: \xc3\x89lan.\n\n";
    start(with_lines, "");
    evening_type(&v, "/elan");
    size_t named = 0, marked = 0;
    for (size_t i = 0; i < v.scene.count; i++) {
        const struct shape *s = &v.scene.shapes[i];
        bool left = s->x < 0.7f;
        if (s->kind == SHAPE_LINE && !left && s->y > 0.2f && s->y < 0.78f) {
            marked++;
            // Four letters.
            assert_true(s->w - s->x > 0.06f && s->w - s->x < 0.07f);
        }
        named += s->kind == SHAPE_TEXT && left && s->y > 0.25f &&
                 str_ends(scene_text_of(&v.scene, s), STR("\xc3\x89lan."));
    }
    assert_int_equal(named, 1);
    assert_int_equal(marked, 1);
    end();
}

static void the_focus_stays_on_its_entry(void **state)
{
    (void)state;
    start(journal, "");
    evening_key(&v, KEY_DOWN, 0);
    assert_true(shows("2 of 3"));
    read_journal(journal, other); // one more, at the top
    give();
    evening_draw(&v);
    assert_true(shows("3 of 4"));
    assert_true(shows("Changed on Saturday 7 November 2026."));
    assert_true(shows("08:12"));
    end();
}

// The lines as they are read, without blanks; how many of them there are.
static size_t read_lines(struct buf *out)
{
    const struct buf *lines = &v.program.journal.reading.lines;
    size_t count = lines->len / sizeof(struct journal_line);
    for (size_t i = 0; i < count; i++) {
        const void *at = lines->at + i * sizeof(struct journal_line);
        const struct journal_line *line = at;
        for (size_t k = 0; k < line->text.len; k++) {
            if (line->text.at[k] != ' ') {
                buf_put_char(out, line->text.at[k]);
            }
        }
    }
    return count;
}

// Nothing of a text gets lost where it is wrapped piece by piece, and a line
// holds as much as fits.
static void wrapping_loses_nothing(void **state)
{
    (void)state;
    enum { BYTES = 30000 };
    struct buf text = {0}, want = {0}, got = {0};
    uint32_t seed = 5;
    buf_put(&text, STR("Id: 20261103T071200Z-00000001\nDay_date: 2026-11-03\n"
                       "Day_kind: none\nText: "));
    while (want.len < BYTES) {
        seed = seed * 1664525u + 1013904223u;
        size_t long_word = seed >> 29 == 0 ? 900 : 1 + (seed >> 24) % 12;
        for (size_t i = 0; i < long_word; i++) {
            buf_put_char(&text, (char)('a' + i % 26));
            buf_put_char(&want, (char)('a' + i % 26));
        }
        buf_put(&text, (seed >> 16) % 7 == 0 ? STR("\n+ ") : STR(" "));
    }
    buf_put(&text, STR("\n\n"));
    buf_put_char(&text, '\0');
    start(text.at, "");
    while (journal_screen_busy(&v.program.journal)) {
        evening_to(&v, v.now_ms + 20);
    }
    size_t count = read_lines(&got);
    assert_true(str_ends(buf_view(&got), buf_view(&want)));
    assert_true(count < BYTES / 30);
    buf_finish(&text);
    buf_finish(&want);
    buf_finish(&got);
    end();
}

static void a_long_text_is_read_to_its_end(void **state)
{
    (void)state;
    struct buf text = {0};
    buf_put(&text, STR("Id: 20261103T071200Z-00000001\nDay_date: 2026-11-03\n"
                       "Day_kind: none\nText: Begin\n"));
    for (int i = 0; i < 9000; i++) {
        buf_put(&text, i % 9 == 8 ? STR("+ \n") : STR("+ word word word\n"));
    }
    buf_put(&text, STR("+ "));
    for (int i = 0; i < 20000; i++) {
        buf_put(&text, STR("x"));
    }
    buf_put(&text, STR("\n+ the last line\n\n"));
    buf_put_char(&text, '\0');
    start(text.at, "");
    assert_true(shows("Begin"));
    evening_key(&v, KEY_ENTER, 0);
    for (int i = 0; i < 400 && journal_screen_busy(&v.program.journal); i++) {
        evening_to(&v, v.now_ms + 20);
    }
    assert_false(journal_screen_busy(&v.program.journal));
    evening_key(&v, KEY_END, 0);
    assert_true(shows("the last line"));
    evening_key(&v, KEY_HOME, 0);
    assert_true(shows("Begin"));
    size_t pages = 0;
    while (!shows("the last line") && pages < 2000) {
        evening_key(&v, KEY_PAGE_DOWN, 0);
        pages++;
    }
    assert_true(pages > 100 && pages < 2000);
    evening_key(&v, KEY_UP, 0);
    evening_input(&v, (struct input){.kind = INPUT_WHEEL, .y = 1});
    assert_false(shows("the last line"));
    buf_finish(&text);
    end();
}

static bool is_said(const char *words)
{
    struct phrase p = {0};
    journal_screen_aloud(&v.program.journal, &v.facts, &p);
    struct str text = phrase_view(&p);
    if (!str_equal(text, str_from(words))) {
        print_error("said: %.*s\n", STR_ARG(text));
    }
    return str_equal(text, str_from(words));
}

static void what_has_the_keys_is_spoken(void **state)
{
    (void)state;
    start(journal, "");
    assert_true(is_said("Journal, 1 of 3. Thursday 5 November 2026, "
                        "A check-in. "));
    evening_key(&v, KEY_ENTER, 0);
    evening_key(&v, KEY_RIGHT, 0);
    assert_true(is_said("Journal, 1 of 3. Thursday 5 November 2026, "
                        "A check-in. Change"));
    evening_type(&v, "d");
    assert_true(is_said("Delete this entry? Keep it"));
    evening_key(&v, KEY_RIGHT, 0);
    assert_true(is_said("Delete this entry? Delete"));
    evening_key(&v, KEY_ESCAPE, 0);
    evening_type(&v, "/quiet");
    assert_true(is_said("Journal, 1 of 1. Thursday 5 November 2026, "
                        "A check-in. quiet"));
    evening_type(&v, "q");
    assert_true(is_said("Journal. No entry."));
    end();
}

static void the_pointer_does_all(void **state)
{
    (void)state;
    start(journal, other);
    evening_click(&v, 0.3f, 0.34f); // the second row
    assert_true(shows("2 of 4"));
    evening_input(&v, (struct input){.kind = INPUT_POINTER_DOWN,
                                     .x = 0.3f,
                                     .y = 0.34f,
                                     .clicks = 2});
    assert_int_equal(v.program.journal.zone, JOURNAL_ENTRY);
    evening_click(&v, 1.15f, 0.82f); // Choose
    assert_int_equal(v.program.journal.chosen_count, 1);
    evening_click(&v, 1.6f, 0.82f); // Delete
    assert_true(shows("Delete this entry?"));
    evening_click(&v, 0.5f, 0.6f); // Keep it
    assert_false(shows("Delete this entry?"));
    evening_click(&v, 0.3f, 0.19f);
    assert_true(v.typing);
    evening_click(&v, 0.12f, 0.92f); // Today
    assert_int_equal(v.program.screen, SCREEN_TODAY);
    assert_false(v.typing);
    end();
}

static void one_switch_comes_everywhere(void **state)
{
    (void)state;
    start(journal, other);
    evening_key(&v, KEY_ENTER, 0);
    for (int i = 0; i < 9; i++) {
        evening_key(&v, KEY_RIGHT, 0);
    }
    evening_key(&v, KEY_ENTER, 0); // the last act: Delete
    assert_true(shows("It cannot be deleted from here"));
    evening_key(&v, KEY_ENTER, 0);
    for (int i = 0; i < 4; i++) {
        evening_key(&v, KEY_LEFT, 0);
    }
    evening_key(&v, KEY_ENTER, 0); // To the list
    assert_int_equal(v.program.journal.zone, JOURNAL_LIST);
    evening_key(&v, KEY_TAB, 0);
    assert_int_equal(v.program.journal.zone, JOURNAL_SEARCH);
    evening_key(&v, KEY_F1, 0);
    assert_int_equal(v.program.screen, SCREEN_CARE);
    evening_key(&v, KEY_ESCAPE, 0);
    assert_int_equal(v.program.screen, SCREEN_JOURNAL);
    evening_key(&v, KEY_TAB, 0);
    evening_key(&v, KEY_TAB, 0);
    assert_int_equal(v.program.journal.zone, JOURNAL_MENU);
    evening_key(&v, KEY_RIGHT, 0);
    evening_key(&v, KEY_ENTER, 0);
    assert_int_equal(v.program.screen, SCREEN_INSIGHT);
    end();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(searches_as_one_types),
        cmocka_unit_test(what_was_found_is_shown),
        cmocka_unit_test(the_focus_stays_on_its_entry),
        cmocka_unit_test(wrapping_loses_nothing),
        cmocka_unit_test(a_long_text_is_read_to_its_end),
        cmocka_unit_test(what_has_the_keys_is_spoken),
        cmocka_unit_test(the_pointer_does_all),
        cmocka_unit_test(one_switch_comes_everywhere),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

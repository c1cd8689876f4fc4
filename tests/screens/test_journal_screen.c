// SPDX-License-Identifier: MIT
// The Journal by inputs: what it shows in each of its states, what it asks for
// and, above all, what is not asked for by one key alone.
#include "unit.h"

#include "counted.h"
#include "journal_case.h"

static void print(struct buf *out, const char *name)
{
    v.now_ms += 1000; // fades are over
    int before = allocations;
    evening_draw(&v);
    assert_int_equal(allocations, before);
    buf_printf(out, "== %s\n", name);
    scene_print(&v.scene, out);
}

static void it_looks_as_it_did(void **state)
{
    (void)state;
    struct buf out = {0};
    static const struct diag note = {.line = 12,
                                     .message = {"a line of nothing", 17}};
    start(journal, other);
    print(&out, "the newest, from another device");
    evening_key(&v, KEY_DOWN, 0);
    evening_key(&v, KEY_DOWN, 0);
    evening_key(&v, KEY_SPACE, 0);
    evening_key(&v, KEY_ENTER, 0);
    print(&out, "a changed one, chosen, being read");
    evening_type(&v, "x");
    print(&out, "in which form");
    evening_key(&v, KEY_ESCAPE, 0);
    evening_type(&v, "d");
    print(&out, "whether to delete");
    evening_key(&v, KEY_RIGHT, 0);
    evening_key(&v, KEY_ENTER, 0);
    print(&out, "whether really");
    evening_key(&v, KEY_ENTER, 0);
    evening_type(&v, "/elan");
    print(&out, "looking for words");
    evening_type(&v, "x");
    print(&out, "which are not there");
    evening_key(&v, KEY_ESCAPE, 0);
    facts->notes = &note;
    facts->note_count = 1;
    evening_key(&v, KEY_TAB, MOD_SHIFT);
    print(&out, "with a mistake in the file, on the menu");
    evening_key(&v, KEY_ESCAPE, 0);
    evening_type(&v, "n");
    print(&out, "the mistake");
    end();
    start("", "");
    print(&out, "empty");
    facts->why = STR("permission denied");
    print(&out, "not to be read");
    end();
    golden_check("journal.scene", &out);
    buf_finish(&out);
}

// Its own words stand at the right; the program's line with such a name in it
// does not turn.
static void reads_what_runs_from_the_right(void **state)
{
    (void)state;
    int lines = 0;
    start("Id: 20261105T203000Z-00000002\nAt: 2026-11-05 21:30:00 +0100\n"
          "Day_date: 2026-11-05\nDay_kind: none\n"
          "Session: \u05e9\u05e7\u05d8\nDone_s: 300\n"
          "Text: \u05d4\u05d9\u05d5\u05dd 12\n\n",
          "");
    evening_key(&v, KEY_ENTER, 0);
    evening_draw(&v);
    for (size_t i = 0; i < v.scene.count; i++) {
        const struct shape *s = &v.scene.shapes[i];
        struct str text = scene_text_of(&v.scene, s);
        bool own =
            str_equal(text, STR("\u05d4\u05d9\u05d5\u05dd 12")) && s->x > 1.6f;
        bool ours = str_starts(text, STR("\u200e21:30")) && s->x < 0.8f;
        lines += (own && s->align == ALIGN_RIGHT) ||
                 (ours && s->align == ALIGN_LEFT);
    }
    assert_int_equal(lines, 2);
    end();
}

static void says_when_reading_takes_long(void **state)
{
    (void)state;
    open_screen();
    assert_true(program_due(&v.program, evening_instant(&v)) == 0); // fades
    v.now_ms += 60;
    assert_false(shows("Reading"));
    v.now_ms += 1000;
    evening_draw(&v);
    assert_true(shows("Reading your journal"));
    evening_key(&v, KEY_DOWN, 0); // harmless
    evening_type(&v, "xd/ ");
    read_journal(journal, "");
    give();
    evening_draw(&v);
    assert_false(shows("Reading your journal"));
    assert_true(shows("1 of 3"));
    end();
    open_screen();
    evening_key(&v, KEY_ESCAPE, 0);
    assert_int_equal(v.program.screen, SCREEN_TODAY);
    end();
}

static bool was_asked(const char *what)
{
    struct str log = buf_view(&v.log);
    while (log.len > 0) {
        struct str line = str_cut(&log, '\n');
        line = str_sub(line, str_find(line, ' ', 0) + 1, line.len);
        if (str_starts(line, str_from(what))) {
            return true;
        }
    }
    return false;
}

static void deletes_only_after_two_answers(void **state)
{
    (void)state;
    start(journal, "");
    static const enum key keys[] = {
        KEY_DELETE, KEY_ENTER,  KEY_SPACE, KEY_ENTER, KEY_DELETE,
        KEY_ESCAPE, KEY_DELETE, KEY_TAB,   KEY_ENTER, KEY_ENTER,
        KEY_DELETE, KEY_RIGHT,  KEY_ENTER, KEY_ESCAPE};
    for (size_t i = 0; i < sizeof(keys) / sizeof(keys[0]); i++) {
        evening_key(&v, keys[i], 0);
        assert_false(was_asked("erase"));
    }
    evening_type(&v, "d");
    evening_key(&v, KEY_RIGHT, 0);
    evening_key(&v, KEY_ENTER, 0);
    assert_true(shows("Really delete it?"));
    evening_key(&v, KEY_RIGHT, 0);
    assert_false(was_asked("erase"));
    evening_key(&v, KEY_ENTER, 0);
    assert_true(was_asked("erase 0 0 20261105T203000Z-00000002"));
    program_journal_said(&v.program, STR("Deleted."));
    evening_draw(&v);
    assert_true(shows("Deleted."));
    end();
}

// A synchroniser changes the file while the question stands.
static void a_question_is_about_its_entry_alone(void **state)
{
    (void)state;
    start(journal, "");
    evening_type(&v, "d");
    read_journal(journal, other); // another stands first now
    give();
    evening_key(&v, KEY_RIGHT, 0);
    evening_key(&v, KEY_ENTER, 0);
    evening_key(&v, KEY_RIGHT, 0);
    evening_key(&v, KEY_ENTER, 0);
    assert_true(was_asked("erase 0 0 20261105T203000Z-00000002"));
    evening_type(&v, "d");
    read_journal("", other); // it is gone
    give();
    evening_draw(&v);
    assert_false(shows("Delete this entry?"));
    end();
}

static void what_another_device_wrote_stays(void **state)
{
    (void)state;
    start(journal, other);
    evening_type(&v, "d");
    assert_true(shows("journal.phone.rec, which another"));
    evening_key(&v, KEY_RIGHT, 0);
    evening_key(&v, KEY_ENTER, 0);
    evening_key(&v, KEY_ENTER, 0);
    assert_false(was_asked("erase"));
    end();
}

static struct str chosen_words(const struct journal_chosen *c, size_t i)
{
    return journal_text_at(c->places, c->items[i]->latest, &mem);
}

static void exports_what_is_chosen(void **state)
{
    (void)state;
    start(journal, other);
    evening_type(&v, "x");
    assert_true(shows("Entries: 1."));
    evening_key(&v, KEY_ENTER, 0);
    assert_true(was_asked("export 0"));
    struct journal_chosen c = program_chosen(&v.program, &mem);
    assert_int_equal(c.count, 1);
    assert_str(chosen_words(&c, 0), "On the phone.");
    evening_key(&v, KEY_END, 0);
    evening_key(&v, KEY_SPACE, 0);
    evening_key(&v, KEY_UP, 0);
    evening_key(&v, KEY_SPACE, 0);
    evening_key(&v, KEY_UP, 0);
    evening_key(&v, KEY_SPACE, 0);
    evening_key(&v, KEY_SPACE, 0); // and not
    read_journal(journal, other);  // the same chosen ones after a new reading
    give();
    evening_type(&v, "x");
    assert_true(shows("Entries: 2."));
    evening_key(&v, KEY_RIGHT, 0);
    evening_key(&v, KEY_ENTER, 0);
    assert_true(was_asked("export 1"));
    c = program_chosen(&v.program, &mem);
    assert_int_equal(c.count, 2);
    assert_str(chosen_words(&c, 0), "The jaw let go, and the neck.");
    assert_str(chosen_words(&c, 1), "Last year.");
    end();
}

static void a_change_opens_the_page_and_comes_back(void **state)
{
    (void)state;
    start(journal, "");
    evening_key(&v, KEY_DOWN, 0);
    evening_type(&v, "e");
    assert_int_equal(v.program.screen, SCREEN_REFLECTION);
    assert_str(program_amended(&v.program)->id, "20261107T203000Z-00000003");
    evening_type(&v, " And the back.");
    evening_key(&v, KEY_ENTER, MOD_CTRL);
    struct str kept = buf_view(&v.kept);
    assert_true(str_ends(kept, STR("The jaw let go, and the neck. And the "
                                   "back.\"\n")));
    assert_int_equal(v.program.screen, SCREEN_JOURNAL);
    assert_false(v.typing);
    end();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(it_looks_as_it_did),
        cmocka_unit_test(reads_what_runs_from_the_right),
        cmocka_unit_test(says_when_reading_takes_long),
        cmocka_unit_test(deletes_only_after_two_answers),
        cmocka_unit_test(a_question_is_about_its_entry_alone),
        cmocka_unit_test(what_another_device_wrote_stays),
        cmocka_unit_test(exports_what_is_chosen),
        cmocka_unit_test(a_change_opens_the_page_and_comes_back),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

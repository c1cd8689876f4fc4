// SPDX-License-Identifier: MIT
// A journal to look through: corrections stand for what they correct, nothing
// is lost, and searching by pieces finds what a plain search finds.
#include "unit.h"

#include <stdio.h>

#include "../journal_whole.h"
#include "core/journal_search.h"

static struct arena mem;

static struct entry entry(const char *id, const char *amends, const char *text)
{
    struct entry e;
    entry_init(&e);
    e.id = str_from(id);
    e.amends = str_from(amends);
    e.text = str_from(text);
    e.day_date.number = 20778;
    return e;
}

static const struct session_titles no_titles = {0};

static struct str latest_text(const struct journal_index *s, size_t i)
{
    return journal_text_at(&s->places, s->items[i].latest, &mem);
}

static void corrections_stand_for_what_they_correct(void **state)
{
    (void)state;
    struct entry items[] = {
        entry("20260301T070211Z-00000001", "", "first"),
        entry("20260302T070211Z-00000002", "", "second"),
        entry("20260303T070211Z-00000003", "20260301T070211Z-00000001", "one"),
        entry("20260304T070211Z-00000004", "20260303T070211Z-00000003", "uno"),
        entry("20260305T070211Z-00000005", "20260101T000000Z-00000000", "lost"),
    };
    items[3].source = 2;
    struct places list = journal_written(items, 5, &mem);
    struct journal_index s = {0};
    journal_index_make(&s, &list, no_titles, &mem);
    assert_int_equal(s.count, 3);
    assert_str(latest_text(&s, 0), "lost");
    assert_str(latest_text(&s, 1), "second");
    assert_int_equal(s.items[1].changes, 0);
    assert_int_equal(s.items[1].elsewhere, 0);
    assert_str(s.items[2].first->id, items[0].id.at);
    assert_str(latest_text(&s, 2), "uno");
    assert_int_equal(s.items[2].changes, 2);
    assert_int_equal(s.items[2].elsewhere, 2);
    journal_index_finish(&s);
    arena_finish(&mem);
}

static void no_entry_is_lost_to_a_wrong_clock(void **state)
{
    (void)state;
    struct entry items[] = {
        entry("20260301T070211Z-00000001", "20260303T070211Z-00000003", "new"),
        entry("20260302T070211Z-00000002", "20260302T070211Z-00000002", "me"),
        entry("20260303T070211Z-00000003", "", "old"),
        entry("20260304T070211Z-00000004", "20260305T070211Z-00000005", "a"),
        entry("20260305T070211Z-00000005", "20260304T070211Z-00000004", "b"),
    };
    struct places list = journal_written(items, 5, &mem);
    struct journal_index s = {0};
    journal_index_make(&s, &list, no_titles, &mem);
    int changes = 0;
    for (size_t i = 0; i < s.count; i++) {
        changes += 1 + s.items[i].changes;
    }
    assert_int_equal(changes, 5); // each is somewhere
    assert_str(latest_text(&s, s.count - 1), "me");
    journal_index_finish(&s);
    arena_finish(&mem);
}

static bool finds(const struct journal_index *s, const char *words)
{
    struct search search;
    search_init(&search, s, &mem);
    search_for(&search, str_from(words));
    while (search_step(&search, 1)) {
    }
    return search.count > 0;
}

static void all_that_a_person_remembers_is_found(void **state)
{
    (void)state;
    static const struct rating rating = {{"steadiness", 10}, 7};
    static const struct answer answer = {{"What was new?", 13},
                                         {"Warm H\xc3\xa4nde", 11}};
    static const struct str tags[] = {{"morning", 7}},
                            effects[] = {{"tired", 5}};
    static const struct session_title title = {{"box", 3},
                                               {"Box breathing", 13}};
    struct entry e = entry("20260301T070211Z-00000001", "", "The jaw\nlet go.");
    e.session = STR("box");
    e.kind = DAY_TRANSITION;
    e.ratings = &rating;
    e.rating_count = 1;
    e.answers = &answer;
    e.tags = tags;
    e.effects = effects;
    e.answer_count = e.tag_count = e.effect_count = 1;
    e.who = STR("Anna");
    e.intention = STR("to rest");
    struct places list = journal_written(&e, 1, &mem);
    struct journal_index s = {0};
    journal_index_make(&s, &list, (struct session_titles){&title, 1}, &mem);
    static const char *const words[] = {
        "",      "2026-11-21", "saturday 21 nov", "TRANSITION", "breathing",
        "#morn", "hande",      "what was",        "jaw let",    "go jaw",
        "anna",  "to rest",    "tired",           "box",        " go "};
    for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
        assert_true(finds(&s, words[i]));
    }
    assert_false(finds(&s, "jaw knee"));
    assert_false(finds(&s, "check-in"));
    assert_false(finds(&s, "steadinessx"));
    journal_index_finish(&s);
    arena_finish(&mem);
}

static uint32_t dice(uint32_t *seed, uint32_t most)
{
    *seed = *seed * 1664525u + 1013904223u;
    return (*seed >> 12) % most;
}

// What is found, however the words came to be and the work was cut up, is what
// looking at each entry by itself finds.
static void pieces_find_what_the_whole_finds(void **state)
{
    (void)state;
    enum { ENTRIES = 300, ROUNDS = 3000 };
    static struct entry items[ENTRIES];
    static char ids[ENTRIES][32], texts[ENTRIES][16];
    uint32_t seed = 7;
    for (int i = 0; i < ENTRIES; i++) {
        snprintf(ids[i], sizeof(ids[i]), "20260301T%06dZ-00000001", i);
        for (size_t k = 0; k < 8; k++) {
            texts[i][k] = "aEi "[dice(&seed, 4)];
        }
        items[i] = entry(ids[i], "", texts[i]);
    }
    struct places list = journal_written(items, ENTRIES, &mem);
    struct journal_index s = {0};
    struct search search;
    struct buf words = {0};
    journal_index_make(&s, &list, no_titles, &mem);
    search_init(&search, &s, &mem);
    for (int round = 0; round < ROUNDS; round++) {
        if (dice(&seed, 3) > 0) {
            buf_put_char(&words, "aei A"[dice(&seed, 5)]);
        } else {
            words.len -= words.len > 0;
        }
        words.len = words.len > 6 ? 0 : words.len;
        search_for(&search, buf_view(&words));
        search_step(&search, dice(&seed, 30000));
        if (dice(&seed, 3) > 0) {
            continue; // the next letter comes before it is done
        }
        while (search_step(&search, 1 + dice(&seed, 5000))) {
        }
        size_t at = 0;
        for (uint32_t i = 0; i < s.count; i++) {
            struct search one;
            struct journal_index alone = {
                .items = &s.items[i], .count = 1, .folded = s.folded};
            search_init(&one, &alone, &mem);
            search_for(&one, buf_view(&words));
            search_step(&one, 1);
            if (one.count > 0) {
                assert_true(at < search.count);
                assert_int_equal(search.found[at++], i);
            }
        }
        assert_int_equal(at, search.count);
    }
    buf_finish(&words);
    journal_index_finish(&s);
    arena_finish(&mem);
}

// What the screen lays a light behind: the bytes of the line itself, though
// words are found whatever their accents and capitals.
static void the_place_of_a_word_is_that_in_its_line(void **state)
{
    (void)state;
    struct search s;
    size_t from = 0, to = 0;
    search_init(&s, NULL, &mem);
    search_for(&s, STR("anger  WARM"));
    assert_true(search_spot(&s, STR("my hands were warm"), &from, &to));
    assert_int_equal(from, 14);
    assert_int_equal(to, 18);
    assert_true(
        search_spot(&s, STR("\xc3\x84nger, warm and gone"), &from, &to));
    assert_int_equal(from, 0);
    assert_int_equal(to, 6);
    assert_false(search_spot(&s, STR("cold hands"), &from, &to));
    search_for(&s, STR(""));
    assert_false(search_spot(&s, STR("cold hands"), &from, &to));
    arena_finish(&mem);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(corrections_stand_for_what_they_correct),
        cmocka_unit_test(no_entry_is_lost_to_a_wrong_clock),
        cmocka_unit_test(all_that_a_person_remembers_is_found),
        cmocka_unit_test(pieces_find_what_the_whole_finds),
        cmocka_unit_test(the_place_of_a_word_is_that_in_its_line),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

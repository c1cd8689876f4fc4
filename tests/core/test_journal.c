// SPDX-License-Identifier: MIT
// An entry as a value: to rec text and back, the list of a journal, the union
// of two, and what check says.
#include "unit.h"

#include <stdio.h>
#include <string.h>
#include <time.h>

#include "core/journal.h"

static struct entry full_entry(void)
{
    static const struct rating ratings[] = {{{"steadiness of mind", 18}, 7}};
    static const struct answer answers[] = {
        {{"What did you notice?", 20}, {"Warm hands.\nQuiet.", 18}}};
    static const struct str effects[] = {{"dry mouth", 9}, {"tired", 5}};
    static const struct str tags[] = {{"morning", 7}};
    static const int holds[] = {74, 80};
    struct entry e;
    entry_init(&e);
    e.session = STR("box");
    e.planned_s = 340;
    e.done_s = 300;
    e.ended_early = true;
    e.breaths = 19;
    e.hold_s = holds;
    e.hold_count = 2;
    e.intention = STR("to be here");
    e.mood_before = 2;
    e.mood_after = 4;
    e.sleep_tenths = 70;
    e.sleep_quality = 3;
    e.ratings = ratings;
    e.rating_count = 1;
    e.effects = effects;
    e.effect_count = 2;
    e.answers = answers;
    e.answer_count = 1;
    e.tags = tags;
    e.tag_count = 1;
    e.who = STR("Anna");
    e.device = STR("laptop");
    e.text = STR("First day.\n\n# not a comment");
    return e;
}

static const char full_text[] = "Id: 20260301T070211Z-1f3a9c02\n"
                                "At: 2026-03-01 08:02:11 +0100\n"
                                "Zone: Europe/Berlin\n"
                                "Day_date: 2026-02-28\n"
                                "Day_kind: dose\n"
                                "Day_basis: logged\n"
                                "Plan: Spring\n"
                                "Cycle: 1\n"
                                "Week: 2\n"
                                "Day: 9\n"
                                "Who: Anna\n"
                                "Device: laptop\n"
                                "Session: box\n"
                                "Planned_s: 340\n"
                                "Done_s: 300\n"
                                "Ended: early\n"
                                "Breaths: 19\n"
                                "Hold_s: 74\n"
                                "Hold_s: 80\n"
                                "Intention: to be here\n"
                                "Mood_before: 2\n"
                                "Mood_after: 4\n"
                                "Sleep_h: 7.0\n"
                                "Sleep_quality: 3\n"
                                "Rate: steadiness of mind 7\n"
                                "Effect: dry mouth\n"
                                "Effect: tired\n"
                                "Answer: What did you notice?\n"
                                "+ Warm hands.\n"
                                "+ Quiet.\n"
                                "Tag: morning\n"
                                "Text: First day.\n"
                                "+ \n"
                                "+ # not a comment\n";

static struct wall wall_at(const char *text)
{
    struct wall w = {0};
    bool offset = false;
    assert_true(wall_parse(str_from(text), &w, &offset));
    return w;
}

static void an_entry_is_written_in_order_and_read_back(void **state)
{
    (void)state;
    struct arena mem = {0};
    struct entry e = full_entry();
    struct wall now = wall_at("2026-03-01T08:02:11+01:00");
    now.zone = STR("Europe/Berlin");
    struct day day = {0};
    assert_true(day_parse(STR("2026-02-28"), &day));
    struct day_key key = {.kind = DAY_DOSE,
                          .basis = BASIS_LOGGED,
                          .plan = STR("Spring"),
                          .cycle = 1,
                          .week = 2,
                          .day = 9};
    entry_stamp(&e, &now, 0x1f3a9c02, day, &key, &mem);
    struct buf out = {0}, again = {0};
    entry_format_open(&e, &out);
    assert_str(buf_view(&out), full_text);
    buf_clear(&out);
    entry_format(&e, &out);
    struct rec_reader r = {0};
    struct rec rec = {0};
    struct entry back;
    rec_reader_init(&r, buf_view(&out), &mem, NULL);
    assert_true(rec_next(&r, &rec));
    assert_true(entry_read(&rec, &mem, &back));
    assert_int_equal(back.seal, REC_SEALED);
    assert_int_equal(back.other_count, 0);
    assert_str(back.ratings[0].name, "steadiness of mind");
    assert_str(back.answers[0].text, "Warm hands.\nQuiet.");
    entry_format(&back, &again);
    assert_true(str_equal(buf_view(&out), buf_view(&again)));
    // The correction keeps the day as it was.
    struct wall later = wall_at("2026-05-01T09:00+02:00");
    entry_amend(&back, &later, 1, &mem);
    assert_str(back.id, "20260501T070000Z-00000001");
    assert_str(back.amends, "20260301T070211Z-1f3a9c02");
    assert_int_equal(back.day_date.number, day.number);
    assert_int_equal(back.kind, DAY_DOSE);
    buf_finish(&out);
    buf_finish(&again);
    arena_finish(&mem);
}

// A clock that is set back, or two corrections in a second: the one that was
// written last is the one that counts, after a merge too.
static void a_correction_is_later_than_what_it_corrects(void **state)
{
    (void)state;
    struct arena mem = {0};
    struct entry e;
    entry_init(&e);
    e.id = STR("20260301T235959Z-1f3a9c02");
    struct wall now = wall_at("2026-02-01T09:00+02:00");
    entry_amend(&e, &now, 0xffffffff, &mem);
    assert_str(e.id, "20260302T000000Z-ffffffff");
    assert_str(e.at, "2026-02-01 09:00:00 +0200"); // as the clock said
    now = wall_at("2026-03-02T00:00:00+00:00");
    entry_amend(&e, &now, 1, &mem);
    assert_str(e.id, "20260302T000001Z-00000001");
    assert_str(e.amends, "20260301T235959Z-1f3a9c02");
    e.id = STR("by hand");
    e.amends = STR_NONE;
    entry_amend(&e, &now, 2, &mem);
    assert_str(e.id, "20260302T000000Z-00000002");
    assert_str(e.amends, "by hand");
    arena_finish(&mem);
}

static void ids_are_utc_across_midnight(void **state)
{
    (void)state;
    struct arena mem = {0};
    struct wall w = wall_at("2026-01-01T00:30+14:00");
    assert_str(wall_id(&w, 0xabcdef01, &mem), "20251231T103000Z-abcdef01");
    w = wall_at("1969-12-31T23:59:59-00:00");
    assert_str(wall_id(&w, 0, &mem), "19691231T235959Z-00000000");
    w = wall_at("9999-12-31T23:59:59-12:00"); // an Id has no fifth digit
    assert_str(wall_id(&w, 0, &mem), "99991231T235959Z-00000000");
    arena_finish(&mem);
}

static void odd_values_are_kept_as_they_are(void **state)
{
    (void)state;
    struct arena mem = {0};
    struct rec_reader r = {0};
    struct rec rec = {0};
    struct entry e;
    rec_reader_init(&r,
                    STR("Id: x\nAt: 2026-03-01 08:00:00 +0100\nMood_after: 9\n"
                        "Mood_before: 3\nMood_before: 4\nWeather: rain\n"
                        "Rate: 11\nRate: calm 11\nSleep_h: 7.25\nCycle: 0\n"),
                    &mem, NULL);
    assert_true(rec_next(&r, &rec));
    assert_true(entry_read(&rec, &mem, &e)); // the day is that of At
    struct day day = {0};
    assert_true(day_parse(STR("2026-03-01"), &day));
    assert_int_equal(e.day_date.number, day.number);
    assert_int_equal(e.mood_after, -1);
    assert_int_equal(e.mood_before, 3);
    assert_int_equal(e.sleep_tenths, 73);
    assert_int_equal(e.other_count, 6);
    assert_str(e.others[2].name, "Weather");
    rec_reader_init(&r, STR("Id: x\nText: no day at all\n"), &mem, NULL);
    assert_true(rec_next(&r, &rec));
    assert_false(entry_read(&rec, &mem, &e));
    arena_finish(&mem);
}

static void put(struct buf *out, const char *id, const char *text, bool sealed)
{
    size_t from = out->len;
    rec_put(out, STR("Id"), str_from(id));
    rec_put(out, STR("At"), STR("2026-03-01 08:02:11 +0100"));
    rec_put(out, STR("Day_date"), STR("2026-03-01"));
    rec_put(out, STR("Day_kind"), STR("none"));
    rec_put(out, STR("Text"), str_from(text));
    if (sealed) {
        rec_put_end(out, from);
    } else {
        buf_put(out, STR("End: 00000000\n"));
    }
}

#define ID(n) "20260301T07021" n "Z-1f3a9c02"

static void a_list_is_ordered_and_each_id_counts_once(void **state)
{
    (void)state;
    struct arena mem = {0};
    struct buf a = {0}, b = {0};
    put(&a, ID("3"), "three", true);
    buf_put_char(&a, '\n');
    put(&a, ID("1"), "edited", false);
    put(&b, ID("1"), "sealed", true);
    buf_put_char(&b, '\n');
    put(&b, ID("3"), "other three", true);
    buf_put(&b, STR("\nId: nothing\n"));
    struct str texts[] = {buf_view(&a), buf_view(&b)};
    struct diags notes[2] = {{.mem = &mem}, {.mem = &mem}};
    struct entries list = journal_read(texts, 2, &mem, notes);
    assert_int_equal(list.count, 2);
    assert_str(list.items[0].text, "sealed");
    assert_str(list.items[1].text, "three");
    assert_int_equal(notes[0].count, 0);
    assert_int_equal(notes[1].count, 1);
    assert_ptr_equal(entries_find(&list, STR(ID("3"))), &list.items[1]);
    assert_null(entries_find(&list, STR(ID("2"))));
    list.items[1].amends = list.items[0].id;
    bool *corrected = entries_corrected(&list, &mem);
    assert_true(corrected[0]);
    assert_false(corrected[1]);
    assert_ptr_equal(entries_latest(&list, &list.items[0]), &list.items[1]);
    assert_ptr_equal(entries_latest(&list, &list.items[1]), &list.items[1]);
    // By a clock that was wrong it may stand before what it corrects.
    list.items[1].amends = STR_NONE;
    list.items[0].amends = list.items[1].id;
    assert_ptr_equal(entries_latest(&list, &list.items[1]), &list.items[0]);
    buf_finish(&a);
    buf_finish(&b);
    arena_finish(&mem);
}

static void a_merge_is_the_union_by_id(void **state)
{
    (void)state;
    struct buf a = {0}, b = {0}, out = {0}, want = {0}, again = {0};
    buf_put(&a, STR("# Head.\n%rec: Entry\n\n# on one\n"));
    put(&a, ID("1"), "one", true);
    buf_put_char(&a, '\n');
    put(&a, ID("3"), "ours, edited", false);
    buf_put_char(&a, '\n');
    put(&a, ID("4"), "ours, edited", false);
    buf_put(&a, STR("\n# last\n"));
    buf_put(&b, STR("# Other head.\n%rec: Entry\n\n# on one too\n\n"));
    put(&b, ID("1"), "one", true);
    buf_put(&b, STR("\n# on two\n\n"));
    put(&b, ID("2"), "two", true);
    put(&b, ID("3"), "theirs", true);
    buf_put_char(&b, '\n');
    put(&b, ID("4"), "theirs, edited", false);
    buf_put(&want, STR("# Head.\n%rec: Entry\n\n# on one\n# on one too\n"));
    put(&want, ID("1"), "one", true);
    buf_put(&want, STR("\n# on two\n\n"));
    put(&want, ID("2"), "two", true);
    buf_put_char(&want, '\n');
    put(&want, ID("3"), "theirs", true);
    buf_put_char(&want, '\n');
    put(&want, ID("4"), "ours, edited", false);
    buf_put(&want, STR("\n# last\n"));
    journal_merge(buf_view(&a), buf_view(&b), &out);
    assert_str(buf_view(&out), buf_cstr(&want));
    journal_merge(buf_view(&out), buf_view(&b), &again); // nothing is new
    assert_str(buf_view(&again), buf_cstr(&want));
    buf_clear(&again);
    journal_merge(STR(""), buf_view(&out), &again);
    assert_str(buf_view(&again), buf_cstr(&want));
    buf_clear(&again);
    // Marks that git left at a conflict are gone, the entries are not.
    struct buf marked = {0};
    buf_put(&marked, STR("# Head.\n%rec: Entry\n\n<<<<<<< HEAD\n"));
    put(&marked, ID("1"), "one", true);
    buf_put(&marked, STR("=======\n"));
    put(&marked, ID("2"), "edited", false);
    buf_put(&marked, STR(">>>>>>> other\n"));
    journal_merge(buf_view(&marked), STR(""), &again);
    buf_clear(&want);
    buf_put(&want, STR("# Head.\n%rec: Entry\n\n"));
    put(&want, ID("1"), "one", true);
    buf_put_char(&want, '\n');
    put(&want, ID("2"), "edited", false);
    assert_str(buf_view(&again), buf_cstr(&want));
    buf_finish(&a);
    buf_finish(&b);
    buf_finish(&out);
    buf_finish(&want);
    buf_finish(&again);
    buf_finish(&marked);
}

// Slips of the hand by the hundred thousand: each line once, and in a moment.
static void long_leads_are_joined_without_delay(void **state)
{
    (void)state;
    enum { LINES = 60000 };
    struct buf a = {0}, b = {0}, out = {0};
    for (int i = 0; i < LINES; i++) {
        buf_printf(&a, "# ours or both %d\r\n", i);
        buf_printf(&b, "# ours or both %d\n# theirs %d\n", i, i);
    }
    put(&a, ID("1"), "one", true);
    put(&b, ID("1"), "one", true);
    clock_t before = clock();
    journal_merge(buf_view(&a), buf_view(&b), &out);
    assert_true(clock() - before < 10 * CLOCKS_PER_SEC);
    size_t lines = 0;
    for (struct str text = buf_view(&out); text.len > 0;) {
        lines += str_starts(str_cut(&text, '\n'), STR("#"));
    }
    assert_int_equal(lines, 2 * LINES);
    buf_finish(&a);
    buf_finish(&b);
    buf_finish(&out);
}

static void assert_said(const struct diags *found, int line, bool error,
                        const char *words)
{
    for (size_t i = 0; i < found->count; i++) {
        const struct diag *d = &found->items[i];
        char message[256];
        snprintf(message, sizeof(message), "%.*s", STR_ARG(d->message));
        if (d->line == line && (d->severity == SEVERITY_ERROR) == error &&
            strstr(message, words)) {
            return;
        }
    }
    fail_msg("line %d: no \"%s\"", line, words);
}

static void check_names_each_trap_with_its_line(void **state)
{
    (void)state;
    struct arena mem = {0};
    struct diags found = {.mem = &mem};
    struct buf t = {0};
    put(&t, ID("1"), "one", true);
    buf_put_char(&t, '\n');
    put(&t, ID("2"), "edited", false); // line 8
    buf_put_char(&t, '\n');
    journal_check(buf_view(&t), &mem, &found);
    assert_int_equal(found.errors, 0); // edited by hand is legal
    assert_int_equal(found.warnings, 1);
    assert_said(&found, 8, false, "edited by hand");
    put(&t, ID("1"), "again", true); // line 15
    buf_put(&t, STR("\nId: y\nMood_after: 9\nText: torn"));
    found = (struct diags){.mem = &mem};
    journal_check(buf_view(&t), &mem, &found);
    assert_said(&found, 15, true, "stands twice, first at line 1");
    assert_said(&found, 22, true, "no End");
    assert_said(&found, 22, true, "no day");
    assert_said(&found, 22, false, "form");
    buf_finish(&t);
    arena_finish(&mem);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_entry_is_written_in_order_and_read_back),
        cmocka_unit_test(a_correction_is_later_than_what_it_corrects),
        cmocka_unit_test(ids_are_utc_across_midnight),
        cmocka_unit_test(odd_values_are_kept_as_they_are),
        cmocka_unit_test(a_list_is_ordered_and_each_id_counts_once),
        cmocka_unit_test(a_merge_is_the_union_by_id),
        cmocka_unit_test(long_leads_are_joined_without_delay),
        cmocka_unit_test(check_names_each_trap_with_its_line),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

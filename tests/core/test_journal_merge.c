// SPDX-License-Identifier: MIT
// The entries of several files as one, as a list and as a file; and what check
// says of one.
#include "unit.h"

#include <stdio.h>
#include <string.h>
#include <time.h>

#include "journal_whole.h"

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
    struct entries list = journal_whole(texts, 2, &mem, notes);
    assert_int_equal(list.count, 2);
    assert_str(list.items[0].text, "sealed");
    assert_str(list.items[1].text, "three");
    assert_int_equal(notes[0].count, 0);
    assert_int_equal(notes[1].count, 1);
    struct places places = journal_scan(texts, 2, &mem, NULL);
    places.items[1].amends = places.items[0].id;
    assert_int_equal(places_find(&places, STR(ID("3"))), 1);
    assert_int_equal(places_find(&places, STR(ID("2"))), 2); // not there
    bool *corrected = places_corrected(&places, &mem);
    assert_true(corrected[0]);
    assert_false(corrected[1]);
    assert_int_equal(places_latest(&places, 0), 1);
    assert_int_equal(places_latest(&places, 1), 1);
    // By a clock that was wrong it may stand before what it corrects.
    places.items[1].amends = STR_NONE;
    places.items[0].amends = places.items[1].id;
    assert_int_equal(places_latest(&places, 1), 0);
    buf_finish(&a);
    buf_finish(&b);
    arena_finish(&mem);
}

static void merge_two(struct str ours, struct str theirs, struct buf *out)
{
    journal_merge((struct str[]){ours, theirs}, 2, out);
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
    merge_two(buf_view(&a), buf_view(&b), &out);
    assert_str(buf_view(&out), buf_cstr(&want));
    merge_two(buf_view(&out), buf_view(&b), &again); // nothing is new
    assert_str(buf_view(&again), buf_cstr(&want));
    buf_clear(&again);
    merge_two(STR(""), buf_view(&out), &again);
    assert_str(buf_view(&again), buf_cstr(&want));
    buf_clear(&again);
    // Marks that git left at a conflict are gone, the entries are not.
    struct buf marked = {0};
    buf_put(&marked, STR("# Head.\n%rec: Entry\n\n<<<<<<< HEAD\n"));
    put(&marked, ID("1"), "one", true);
    buf_put(&marked, STR("=======\n"));
    put(&marked, ID("2"), "edited", false);
    buf_put(&marked, STR(">>>>>>> other\n"));
    merge_two(buf_view(&marked), STR(""), &again);
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

// Of three devices, in one go: a comment that two of them have stands once.
// What is no entry does not become one, whatever stands around it.
static void a_slip_behind_blank_lines_stays_one(void **state)
{
    (void)state;
    struct buf out = {0};
    merge_two(STR("\r\n\n\rId: a\n\r\n\nId: b\n\n\rId: c"), STR(""), &out);
    assert_str(buf_view(&out), "\rId: a\n\nId: b\n\n\rId: c\n");
    buf_finish(&out);
}

static void a_merge_takes_in_all_at_once(void **state)
{
    (void)state;
    struct buf texts[3] = {{0}}, out = {0}, want = {0};
    put(&texts[0], ID("2"), "edited", false);
    buf_put(&texts[1], STR("\xef\xbb\xbf"));
    put(&texts[1], ID("3"), "three", true);
    buf_put(&texts[1], STR("\n# on two\n"));
    put(&texts[1], ID("2"), "edited too", false);
    put(&texts[2], ID("1"), "one", true);
    buf_put(&texts[2], STR("\n# on two\n"));
    put(&texts[2], ID("2"), "two", true);
    put(&want, ID("1"), "one", true);
    buf_put(&want, STR("\n# on two\n"));
    put(&want, ID("2"), "two", true);
    buf_put_char(&want, '\n');
    put(&want, ID("3"), "three", true);
    struct str all[3];
    for (int i = 0; i < 3; i++) {
        all[i] = buf_view(&texts[i]);
    }
    journal_merge(all, 3, &out);
    assert_str(buf_view(&out), buf_cstr(&want));
    for (int i = 0; i < 3; i++) {
        buf_finish(&texts[i]);
    }
    buf_finish(&out);
    buf_finish(&want);
}

// Slips of the hand by the hundred thousand: each line once, and in a moment.
// A lead is told from the descriptor by a blank line, also of an editor that
// ends its lines as Windows does.
static void a_lead_stays_with_its_entry(void **state)
{
    (void)state;
    struct buf merged = {0};
    struct str texts[] = {STR("%rec: Entry\r\n%doc: x\r\n\r\n# of March\r\n"
                              "Id: " ID("3") "\r\nText: three\r\n"),
                          STR("Id: " ID("1") "\nText: one\n")};
    journal_merge(texts, 2, &merged);
    assert_str(buf_view(&merged),
               "%rec: Entry\n%doc: x\n"
               "\nId: " ID("1") "\nText: one\n"
                                "\n# of March\nId: " ID("3") "\nText: three\n");
    buf_finish(&merged);
}

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
    merge_two(buf_view(&a), buf_view(&b), &out);
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
        cmocka_unit_test(a_list_is_ordered_and_each_id_counts_once),
        cmocka_unit_test(a_merge_is_the_union_by_id),
        cmocka_unit_test(a_slip_behind_blank_lines_stays_one),
        cmocka_unit_test(a_merge_takes_in_all_at_once),
        cmocka_unit_test(a_lead_stays_with_its_entry),
        cmocka_unit_test(long_leads_are_joined_without_delay),
        cmocka_unit_test(check_names_each_trap_with_its_line),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

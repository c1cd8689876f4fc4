// SPDX-License-Identifier: MIT
// An entry as a value: to rec text and back.
#include "unit.h"

#include "practised_entry.h"

static struct entry full_entry(void)
{
    static const struct rating ratings[] = {{{"steadiness of mind", 18}, 7}};
    static const struct answer answers[] = {
        {{"What did you notice?", 20}, {"Warm hands.\nQuiet.", 18}}};
    struct entry e = practised_entry();
    e.ratings = ratings;
    e.rating_count = 1;
    e.answers = answers;
    e.answer_count = 1;
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
                                "Hold_s: 120\n"
                                "Intention: to be here\n"
                                "Mood_before: 2\n"
                                "Mood_after: 4\n"
                                "Sleep_h: 7.5\n"
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

static void ids_of_one_second_follow_each_other(void **state)
{
    (void)state;
    struct arena mem = {0};
    struct wall w = wall_at("2026-03-01T07:02:11+00:00");
    struct str file = STR("Id: 20260301T070210Z-ffffffff\n"
                          "Id: 20260301T070211Z-80000000\nNote: x\n\n"
                          "Note: Id: 20260301T070211Z-90000000\n"
                          "Id: 20260301T070212Z-f0000000");
    assert_str(wall_id_behind(&w, 0x80000001, file, &mem),
               "20260301T070211Z-80000001");
    assert_str(wall_id_behind(&w, 0x80000000, file, &mem),
               "20260301T070211Z-80000001");
    assert_str(wall_id_behind(&w, 7, file, &mem), "20260301T070211Z-80000008");
    assert_str(wall_id_behind(&w, 0x7fffffff, file, &mem),
               "20260301T070211Z-80100000");
    assert_str(wall_id_behind(&w, 7, STR(""), &mem),
               "20260301T070211Z-00000007");
    // No room is left behind it.
    assert_str(
        wall_id_behind(&w, 7, STR("Id: 20260301T070211Z-fffffff0"), &mem),
        "20260301T070211Z-00000007");
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

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_entry_is_written_in_order_and_read_back),
        cmocka_unit_test(a_correction_is_later_than_what_it_corrects),
        cmocka_unit_test(ids_are_utc_across_midnight),
        cmocka_unit_test(ids_of_one_second_follow_each_other),
        cmocka_unit_test(odd_values_are_kept_as_they_are),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

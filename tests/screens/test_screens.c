// SPDX-License-Identifier: MIT
// What each screen shows in each of its states, as printed scenes; that one
// gives way to the next softly; that a frame allocates nothing.
#include "unit.h"

#include "counted.h"
#include "evening.h"

static struct evening v; // large: a scene is in it

static const char plan[] =
    "%rec: Mark\n\n"
    "Id: 20261030T190000Z-0b1c2d3e\nAt: 2026-10-30 20:00:00 +0100\n"
    "What: plan\nStart: 2026-11-01\nLabel: Autumn\n"
    "Pattern: dose transition normal\nCycle_days: 42\nBreak_days: 14\n\n"
    "Id: 20261116T062000Z-5a10c001\nAt: 2026-11-16 07:20:00 +0100\n"
    "What: taken\nDay_date: 2026-11-16\n";

enum { MORNING = 7 * 3600, EVENING = 21 * 3600 };

// Prints the screen as it stands once all fades are over.
static void print(struct buf *out, const char *name)
{
    v.now_ms += 1000;
    int before = allocations;
    evening_draw(&v);
    assert_int_equal(allocations, before);
    buf_printf(out, "== %s\n", name);
    scene_print(&v.scene, out);
}

static void put_entries(void)
{
    static const int moods[] = {5, 3, 4, 4, 0, 3, 0};
    for (int32_t i = 0; i < 7; i++) {
        if (moods[i] > 0) {
            struct entry *e = &v.entries[v.facts.entry_count++];
            *e = (struct entry){.session = STR("box"),
                                .mood_before = 1,
                                .mood_after = moods[i],
                                .done_s = 300};
            e->day_date.number = v.facts.now.day.number - 6 + i;
        }
    }
    program_facts(&v.program, &v.facts);
}

static void open_menu(enum menu item)
{
    float x = 0;
    while (menu_at(&fixed_ruler, MENU_TODAY,
                   &(struct input){.x = x, .y = 0.92f}) != (int)item) {
        x += 0.01f;
        assert_true(x < STAGE_WIDTH);
    }
    evening_click(&v, x + 0.01f, 0.92f);
}

static void today_looks_as_it_did(void **state)
{
    (void)state;
    struct buf out = {0};
    evening_start(&v, false, plan, EVENING);
    put_entries();
    print(&out, "a normal day, in the evening");
    evening_key(&v, KEY_DOWN, 0);
    print(&out, "the second card");
    for (int i = 0; i < 5; i++) {
        evening_key(&v, KEY_TAB, 0);
    }
    print(&out, "a word of the menu");
    evening_finish(&v);
    evening_start(&v, false, "", MORNING);
    v.facts.practice_count = 0;
    program_facts(&v.program, &v.facts);
    print(&out, "nothing there yet");
    evening_finish(&v);
    golden_check("today.scene", &out);
    buf_finish(&out);
}

static size_t lines_in(struct str text, struct str whole)
{
    size_t count = 0;
    while (text.len > 0) {
        struct str line = str_cut(&text, '\n'), other = STR_NONE;
        do {
            assert_true(whole.len > 0); // else a line is not there, or moved
            other = str_cut(&whole, '\n');
        } while (!str_equal(line, other));
        count++;
    }
    return count;
}

// Before the scripts are read Today shows its light and the day, and nothing
// that it shows is elsewhere, or otherwise, when they have been.
static void what_today_shows_first_stays(void **state)
{
    (void)state;
    struct buf light = {0}, first = {0}, whole = {0};
    evening_start(&v, false, plan, EVENING);
    put_entries();
    v.now_ms += 1000;
    size_t practices = v.facts.practice_count;
    v.facts.practice_count = 0;
    v.facts.partly = true;
    program_facts(&v.program, &v.facts);
    v.scene.count = 0;
    program_draw_light(&v.program, &v.scene);
    scene_print(&v.scene, &light);
    evening_draw(&v);
    scene_print(&v.scene, &first);
    v.facts.practice_count = practices;
    v.facts.partly = false;
    program_facts(&v.program, &v.facts);
    evening_draw(&v);
    scene_print(&v.scene, &whole);
    assert_true(lines_in(buf_view(&light), buf_view(&first)) >= 3);
    assert_true(lines_in(buf_view(&first), buf_view(&whole)) > 4);
    buf_put_char(&first, '\0');
    assert_non_null(strstr(first.at, "Good evening."));
    assert_null(strstr(first.at, "\"Calendar\""));
    assert_null(strstr(first.at, "Begin"));
    evening_finish(&v);
    buf_finish(&light);
    buf_finish(&first);
    buf_finish(&whole);
}

static void sessions_look_as_they_did(void **state)
{
    (void)state;
    struct buf out = {0};
    evening_start(&v, false, plan, EVENING);
    evening_mistake(&v.practices[PAGES]);
    program_facts(&v.program, &v.facts);
    v.program.screen = SCREEN_SESSIONS;
    print(&out, "the first");
    evening_type(&v, "f");
    print(&out, "fast breathing, with cautions");
    evening_key(&v, KEY_END, 0);
    print(&out, "one with a mistake");
    evening_key(&v, KEY_ENTER, 0);
    print(&out, "the mistake");
    evening_finish(&v);
    golden_check("sessions.scene", &out);
    buf_finish(&out);
}

static void reflection_looks_as_it_did(void **state)
{
    (void)state;
    struct buf out = {0};
    evening_start(&v, true, plan, EVENING);
    evening_open(&v, TIDE);
    evening_to(&v, 26000);
    print(&out, "empty");
    evening_type(&v, "4The shoulders let go.\nWant to write to her");
    evening_key(&v, KEY_LEFT, MOD_SHIFT | MOD_CTRL);
    print(&out, "written, a word selected");
    evening_key(&v, KEY_ESCAPE, 0);
    print(&out, "asking");
    v.keeping_fails = true;
    evening_key(&v, KEY_ENTER, MOD_CTRL);
    print(&out, "not kept");
    evening_finish(&v);
    evening_start(&v, true, plan, EVENING);
    evening_open(&v, BOX);
    evening_key(&v, KEY_ENTER, 0);
    evening_to(&v, 11000);
    evening_key(&v, KEY_ESCAPE, 0);
    evening_to(&v, 16000);
    evening_key(&v, KEY_TAB, MOD_SHIFT);
    evening_type(&v, "Warm hands, and a jaw that let go at last");
    print(&out, "ended early, with questions");
    evening_key(&v, KEY_TAB, MOD_SHIFT);
    evening_type(&v, "7");
    print(&out, "rated");
    evening_finish(&v);
    golden_check("reflection.scene", &out);
    buf_finish(&out);
}

static void care_and_ground_look_as_they_did(void **state)
{
    (void)state;
    struct buf out = {0};
    evening_start(&v, false, plan, EVENING);
    evening_key(&v, KEY_F1, 0);
    print(&out, "care");
    v.facts.care_count = 0;
    print(&out, "care without a list");
    evening_key(&v, KEY_ENTER, 0);
    print(&out, "ground: feet");
    v.now_ms += GROUND_MS - 15000;
    print(&out, "ground: five things");
    evening_finish(&v);
    golden_check("care.scene", &out);
    buf_finish(&out);
}

static void settings_look_as_they_did(void **state)
{
    (void)state;
    struct buf out = {0};
    evening_start(&v, false, plan, EVENING);
    struct diags notes = {.mem = &v.mem};
    v.facts.settings_path = STR("/home/k/.config/breathmark/settings");
    v.facts.settings_notes = &notes;
    open_menu(MENU_SETTINGS);
    assert_int_equal(v.program.screen, SCREEN_SETTINGS);
    evening_key(&v, KEY_RIGHT, 0);
    print(&out, "light, in dusk");
    evening_key(&v, KEY_PAGE_DOWN, 0);
    evening_key(&v, KEY_PAGE_DOWN, 0);
    evening_key(&v, KEY_DOWN, 0);
    evening_key(&v, KEY_LEFT, 0);
    diags_add(&notes, (struct diag){.line = 7,
                                    .message = STR("\"4x\" is no number"),
                                    .hint = STR("write a whole number")});
    print(&out, "sound, a decibel less, and a mistake in the file");
    evening_key(&v, KEY_UP, 0);
    evening_key(&v, KEY_UP, 0);
    evening_key(&v, KEY_LEFT, 0);
    evening_key(&v, KEY_LEFT, 0);
    evening_key(&v, KEY_LEFT, 0);
    evening_key(&v, KEY_LEFT, 0);
    print(&out, "yourself, from the line of groups");
    for (int i = 0; i < 4; i++) {
        evening_key(&v, KEY_DOWN, 0);
    }
    evening_key(&v, KEY_ENTER, 0);
    evening_type(&v, "Kim");
    print(&out, "a name, being written");
    evening_finish(&v);
    golden_check("settings.scene", &out);
    buf_finish(&out);
}

static void insight_looks_as_it_did(void **state)
{
    (void)state;
    static const char *const views[INSIGHT_VIEW_COUNT] = {
        "over time", "before and after", "by practice", "by kind of day",
        "weeks"};
    struct buf out = {0};
    evening_start(&v, false, plan, EVENING);
    open_menu(MENU_INSIGHT);
    assert_int_equal(v.program.screen, SCREEN_INSIGHT);
    print(&out, "nothing is written");
    evening_key(&v, KEY_ESCAPE, 0);
    assert_int_equal(v.program.screen, SCREEN_TODAY);
    put_entries();
    for (size_t i = 0; i < v.facts.entry_count; i++) {
        v.entries[i].kind = i < 3 ? DAY_DOSE : DAY_NORMAL;
        v.entries[i].session = i == 0 ? STR_NONE : v.entries[i].session;
    }
    open_menu(MENU_INSIGHT);
    for (int i = 0; i < INSIGHT_VIEW_COUNT; i++) {
        assert_int_equal(v.program.insight.view, i);
        print(&out, views[i]);
        evening_key(&v, KEY_RIGHT, 0);
    }
    assert_int_equal(v.program.insight.view, INSIGHT_VIEW_WEEKS);
    v.insight.guesses = INSIGHT_GUESSES_ENOUGH;
    evening_key(&v, KEY_LEFT, 0);
    print(&out, "guesses, and the menu");
    evening_key(&v, KEY_DOWN, 0);
    v.program.insight.focus = MENU_SESSIONS + 1;
    evening_key(&v, KEY_LEFT, 0);
    evening_key(&v, KEY_ENTER, 0);
    assert_int_equal(v.program.screen, SCREEN_SESSIONS);
    evening_finish(&v);
    golden_check("insight.scene", &out);
    buf_finish(&out);
}

static void a_writing_step_looks_as_it_did(void **state)
{
    (void)state;
    struct buf out = {0};
    evening_start(&v, true, plan, EVENING);
    evening_open(&v, PAGES);
    evening_to(&v, 6000);
    evening_type(&v, "Mostly the sea");
    print(&out, "writing");
    evening_finish(&v);
    golden_check("writing.scene", &out);
    buf_finish(&out);
}

static float alpha_of(enum shape_kind kind)
{
    evening_draw(&v);
    for (size_t i = 0; i < v.scene.count; i++) {
        if (v.scene.shapes[i].kind == kind) {
            return v.scene.shapes[i].alpha;
        }
    }
    return -1;
}

static void one_screen_gives_way_to_the_next(void **state)
{
    (void)state;
    evening_start(&v, false, plan, EVENING);
    assert_true(alpha_of(SHAPE_ORB) > 0.99f);
    evening_click(&v, 0.24f, 0.92f);
    assert_int_equal(v.program.screen, SCREEN_SESSIONS);
    float last = 1;
    for (int i = 0; i < 45; i++) {         // the orb of Today goes
        float alpha = alpha_of(SHAPE_ORB); // below 0: it is no more
        assert_true(alpha <= last && last - (alpha < 0 ? 0 : alpha) < 0.2f);
        assert_true(alpha_of(SHAPE_GROUND) > 0.99f);
        last = alpha;
        v.now_ms += 10;
    }
    assert_true(last < 0);
    assert_true(alpha_of(SHAPE_TEXT) > 0.9f);
    v.now_ms += 10;
    assert_int_equal(program_due(&v.program, evening_instant(&v)), INT64_MAX);
    evening_key(&v, KEY_F1, 0); // Care is there at once
    assert_true(alpha_of(SHAPE_TEXT) > 0.99f);
    evening_finish(&v);
}

static void what_is_due_is_told(void **state)
{
    (void)state;
    evening_start(&v, true, plan, EVENING);
    evening_open(&v, TIDE);
    assert_int_equal(program_due(&v.program, evening_instant(&v)), 0);
    evening_to(&v, 27000);
    assert_int_equal(program_due(&v.program, evening_instant(&v)), INT64_MAX);
    int64_t typed_ms = v.now_ms;
    evening_type(&v, "a");
    int64_t due_ms = program_due(&v.program, evening_instant(&v));
    assert_int_equal(v.now_ms + due_ms, typed_ms + DRAFT_IDLE_MS);
    evening_to(&v, v.now_ms + due_ms);
    assert_true(v.kept.len > 0);
    assert_int_equal(program_due(&v.program, evening_instant(&v)), INT64_MAX);
    evening_finish(&v);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(today_looks_as_it_did),
        cmocka_unit_test(what_today_shows_first_stays),
        cmocka_unit_test(sessions_look_as_they_did),
        cmocka_unit_test(reflection_looks_as_it_did),
        cmocka_unit_test(care_and_ground_look_as_they_did),
        cmocka_unit_test(settings_look_as_they_did),
        cmocka_unit_test(insight_looks_as_it_did),
        cmocka_unit_test(a_writing_step_looks_as_it_did),
        cmocka_unit_test(one_screen_gives_way_to_the_next),
        cmocka_unit_test(what_is_due_is_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

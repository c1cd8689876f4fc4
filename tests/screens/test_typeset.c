// SPDX-License-Identifier: MIT
// How pages are set, beyond that all of it fits (test_layout): what belongs
// together has one size, one thing has the focus, hints are made alike.
#include "unit.h"

#include "fixed_ruler.h"
#include "views.h"

static struct evening v; // large: a scene is in it

static void see(const char *name)
{
    for (size_t i = 0; i < VIEWS; i++) {
        if (strcmp(views[i].name, name) == 0) {
            views_go(&v, &views[i], 0);
            views_zoom(&v, stage_fit(1920, 1080));
            evening_draw(&v);
            return;
        }
    }
    fail_msg("there is no view \"%s\"", name);
}

static bool is_text(const struct shape *s)
{
    return s->kind == SHAPE_TEXT && scene_text_of(&v.scene, s).len > 0;
}

static const struct shape *find(const char *text)
{
    for (size_t i = 0; i < v.scene.count; i++) {
        const struct shape *s = &v.scene.shapes[i];
        if (is_text(s) &&
            str_equal(scene_text_of(&v.scene, s), str_from(text))) {
            return s;
        }
    }
    fail_msg("nowhere is \"%s\"", text);
    return NULL;
}

static bool near(float a, float b)
{
    return a - b < 0.0001f && b - a < 0.0001f;
}

static void a_list_has_one_size(void **state)
{
    (void)state;
    views_open_fonts();
    see("sessions");
    int lines = 0;
    for (size_t i = 0; i < v.scene.count; i++) {
        const struct shape *s = &v.scene.shapes[i];
        if (is_text(s) && near(s->x, 0.219f) && s->role == ROLE_INK2) {
            assert_true(near(s->size, 0.022f));
            lines++;
        }
    }
    assert_int_equal(lines, 5);
    find("36 s \u00b7 with holds \u00b7 slow breath");
    views_zoom(&v, stage_fit(1366, 768));
    evening_draw(&v);
    find("36 s \u00b7 with holds \u00b7 slow breath"); // in one line there, too
    views_end(&v);
    see("plan, rhythm");
    assert_true(near(find("Fadiman")->size, find("Nightcap")->size));
    views_end(&v);
    see("plan, weeks");
    assert_true(near(find("Weeks on: 6")->size, find("Weeks off: 2")->size));
    views_end(&v);
    views_close_fonts();
}

static int rings(void)
{
    int count = 0;
    for (size_t i = 0; i < v.scene.count; i++) {
        const struct shape *s = &v.scene.shapes[i];
        count += s->kind == SHAPE_BOX && s->role == ROLE_BREATH &&
                 near(s->width, 0.0028f);
    }
    return count;
}

// What is asked lies over a veil, and has the focus alone.
static void one_thing_has_the_focus(void **state)
{
    (void)state;
    static const char *const alone[] = {
        "journal, an entry", "journal, a question", "first run, sound"};
    views_open_fonts();
    for (size_t i = 0; i < sizeof(alone) / sizeof(alone[0]); i++) {
        see(alone[i]);
        assert_int_equal(rings(), 1);
        int veils = 0;
        for (size_t k = 0; k < v.scene.count; k++) {
            const struct shape *s = &v.scene.shapes[k];
            veils += s->kind == SHAPE_BOX && s->role == ROLE_EDGE &&
                     near(s->w, STAGE_WIDTH) && near(s->h, 1);
        }
        assert_int_equal(veils, i == 1);
        views_end(&v);
    }
    views_close_fonts();
}

// What the pause offers to press goes while the page of keys closes by a press.
static void nothing_is_offered_below_the_keys(void **state)
{
    (void)state;
    views_open_fonts();
    see("player, paused");
    assert_true(evening_shows(&v, "Ground me"));
    way_key(&v, STR("?"));
    evening_to(&v, v.now_ms + 700);
    evening_draw(&v);
    assert_true(evening_shows(&v, "these keys"));
    assert_false(evening_shows(&v, "Ground me"));
    views_end(&v);
    views_close_fonts();
}

// A question and what is written beside it.
static void a_question_stands_level_with_its_answer(void **state)
{
    (void)state;
    const float capitals = 0.73f; // of an em
    views_open_fonts();
    see("reflection, more");
    const struct shape *label = find("What did you notice in your body?");
    const struct shape *box = label;
    while (box->kind != SHAPE_BOX) {
        box++;
    }
    float middle = label->y - capitals * label->size / 2;
    float beside = box->y + box->h / 2;
    assert_true(middle - beside < 0.002f && beside - middle < 0.002f);
    views_end(&v);
    views_close_fonts();
}

// Of keys: one blank on both sides of the dot, and none that does nothing.
static void hints_are_made_alike(void **state)
{
    (void)state;
    views_open_fonts();
    for (size_t i = 0; i < VIEWS; i++) {
        see(views[i].name);
        for (size_t k = 0; k < v.scene.count; k++) {
            const struct shape *s = &v.scene.shapes[k];
            struct str text = scene_text_of(&v.scene, s);
            if (is_text(s) && str_has(text, STR("Esc "))) {
                assert_false(str_has(text, STR("  ")));
            }
        }
        views_end(&v);
    }
    see("first run, care");
    assert_false(evening_shows(&v, "Left and right"));
    views_end(&v);
    views_close_fonts();
}

static void names_begin_with_a_capital(void **state)
{
    (void)state;
    static const char *const said[][2] = {
        {"night", "Night"},
        {"\u00e9t\u00e9", "\u00c9t\u00e9"},
        {"\u03c6\u03c9\u03c2", "\u03a6\u03c9\u03c2"},
        {"\u043d\u043e\u0447\u044c", "\u041d\u043e\u0447\u044c"},
        {"\u0451\u0436", "\u0401\u0436"},
        {"Dusk", "Dusk"},
        {"4-7", "4-7"},
        {"\u0644\u064a\u0644", "\u0644\u064a\u0644"},
        {"", ""}};
    for (size_t i = 0; i < sizeof(said) / sizeof(said[0]); i++) {
        struct phrase p = {0};
        phrase_put(&p, str_from(said[i][0]));
        phrase_capital(&p);
        assert_str(phrase_view(&p), said[i][1]);
    }
    views_open_fonts();
    see("first run, light");
    find("Night");
    views_end(&v);
    see("cautions");
    find("Pregnancy");
    views_end(&v);
    see("journal, an entry");
    find("Steadiness: 7 of 10");
    find("Sat 14 November \u00b7 Coherent breathing");
    views_end(&v);
    views_close_fonts();
}

// Of days and months, where their language writes them small in a sentence.
static void dates_begin_with_a_capital(void **state)
{
    (void)state;
    struct arena mem = {0};
    views_open_fonts();
    assert_true(views_speak("fr", &mem));
    see("today");
    assert_true(evening_shows(&v, "Samedi 21 novembre"));
    views_end(&v);
    see("calendar");
    find("Novembre");
    find("Samedi 21");
    views_end(&v);
    see("journal, a question");
    find("Jeudi 19 novembre 2026");
    assert_true(evening_shows(&v, "Mer 18 novembre"));
    assert_true(evening_shows(&v, "Jeudi 19 novembre 2026, "));
    views_end(&v);
    see("plan, start");
    find("Samedi 21 novembre 2026");
    views_end(&v);
    see("plan, to keep"); // within a sentence
    assert_true(evening_shows(&v, " samedi 21 novembre 2026"));
    views_end(&v);
    evening_tongue = (struct tongue){0};
    views_close_fonts();
    arena_finish(&mem);
}

// Where a list has no second line, its first stands in the middle.
static void a_line_alone_stands_in_the_middle(void **state)
{
    (void)state;
    views_open_fonts();
    see("journal");
    const struct shape *one = find("Thu 19 November \u00b7 Box breathing");
    const struct shape *two = find("Wed 18 November \u00b7 Long tide");
    float step = two->y - one->y;
    const struct shape *next =
        find("Tue 17 November \u00b7 Coherent breathing");
    assert_true(step < next->y - two->y - 0.01f);
    views_end(&v);
    views_close_fonts();
}

static size_t lines_of(const char *text, size_t most, struct str *last)
{
    struct page pg = {&v.scene, &fixed_ruler};
    scene_begin(&v.scene, 0, 0, STAGE_WIDTH, 1);
    words_paragraph(&pg, (struct words){.face = FACE_REGULAR, .size = 0.1f},
                    (struct area){0, 0.1f, 1.5f, 0}, 0.1f, most,
                    str_from(text));
    *last = scene_text_of(&v.scene, &v.scene.shapes[v.scene.count - 1]);
    return v.scene.count;
}

// 30 letters a line.
static void no_word_stands_alone(void **state)
{
    (void)state;
    struct str last = STR_NONE;
    assert_int_equal(lines_of("Five in, five and a half out. Slow.", 3, &last),
                     2);
    assert_str(last, "out. Slow.");
    assert_int_equal(lines_of("A line that is as long as that\nEnd.", 3, &last),
                     2);
    assert_str(last, "End.");
    assert_int_equal(
        lines_of("Respirer doucement, ensuite le repos.", 3, &last), 2);
    assert_str(last, "le repos.");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_list_has_one_size),
        cmocka_unit_test(one_thing_has_the_focus),
        cmocka_unit_test(nothing_is_offered_below_the_keys),
        cmocka_unit_test(a_question_stands_level_with_its_answer),
        cmocka_unit_test(hints_are_made_alike),
        cmocka_unit_test(names_begin_with_a_capital),
        cmocka_unit_test(dates_begin_with_a_capital),
        cmocka_unit_test(a_line_alone_stands_in_the_middle),
        cmocka_unit_test(no_word_stands_alone),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

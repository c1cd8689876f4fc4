// SPDX-License-Identifier: MIT
// Large words, and with them a page that is larger than the window: it begins
// at its beginning, what has the focus is seen, and a wheel or Ctrl with an
// arrow moves it. Each text is pressed where it is shown.
#include "unit.h"

#include <math.h>

#include "views.h"

static struct evening v; // large: a scene is in it

static bool on_end;

static void draw(void)
{
    struct stage stage = stage_fit(on_end ? 1080 : 1920, on_end ? 1920 : 1080);
    views_zoom(&v, stage);
    scene_begin(&v.scene, stage.left, stage.top, stage.right, stage.bottom);
    program_draw(&v.program, &v.scene, evening_instant(&v));
}

static void give(struct input in)
{
    struct requests ask = {0};
    program_input(&v.program, &in, evening_instant(&v), &ask);
    evening_perform(&v, &ask);
    v.now_ms += 1000; // past the fade from screen to screen
    draw();
}

static void press_key(enum key key, unsigned mods)
{
    give((struct input){.kind = INPUT_KEY, .key = key, .mods = mods});
}

static void wheel(float notches)
{
    give((struct input){.kind = INPUT_WHEEL, .y = notches});
}

static void go(const char *name, int size)
{
    for (size_t i = 0; i < VIEWS; i++) {
        if (strcmp(views[i].name, name) == 0) {
            views_go(&v, &views[i], size);
            v.now_ms += 1000;
            draw();
            return;
        }
    }
    fail_msg("there is no view \"%s\"", name);
}

// The first text with these words; NULL: it is not seen.
static const struct shape *find(const char *words)
{
    for (size_t i = 0; i < v.scene.count; i++) {
        const struct shape *s = &v.scene.shapes[i];
        if (s->kind == SHAPE_TEXT &&
            str_equal(scene_text_of(&v.scene, s), str_from(words))) {
            return s;
        }
    }
    return NULL;
}

static bool seen(const char *words)
{
    return find(words) != NULL;
}

static void the_page_follows_the_focus(void **state)
{
    (void)state;
    go("settings", 2);
    assert_true(seen("Words") && seen("Colours") && !seen("Drawing"));
    press_key(KEY_END, 0);
    assert_true(seen("Drawing") && !seen("Words"));
    press_key(KEY_HOME, 0);
    assert_true(seen("Colours"));
    views_end(&v);
}

static void a_wheel_and_ctrl_move_it(void **state)
{
    (void)state;
    go("today", 2);
    assert_true(seen("Good evening.") && !seen("Begin") && seen("Sessions"));
    wheel(-5);
    assert_true(!seen("Good evening.") && seen("Sessions"));
    wheel(5);
    assert_true(seen("Good evening."));
    press_key(KEY_DOWN, MOD_CTRL);
    press_key(KEY_DOWN, MOD_CTRL);
    press_key(KEY_DOWN, MOD_CTRL);
    assert_true(seen("Begin"));
    press_key(KEY_UP, MOD_CTRL);
    press_key(KEY_UP, MOD_CTRL);
    press_key(KEY_UP, MOD_CTRL);
    assert_true(seen("Good evening."));
    views_end(&v);
}

// Care has two things to choose, on one row, and much to read.
static void an_arrow_that_nothing_comes_of_moves_it(void **state)
{
    (void)state;
    go("care", 2);
    assert_true(seen("Care") && !seen("Talk to someone"));
    for (int i = 0; i < 3; i++) {
        press_key(KEY_DOWN, 0);
    }
    assert_true(!seen("Care") && seen("Talk to someone"));
    views_end(&v);
}

static void it_begins_where_it_is_read_first(void **state)
{
    (void)state;
    go("first run, care", 2);
    assert_true(seen("Care"));
    press_key(KEY_ESCAPE, 0);
    views_end(&v);
    go("reflection", 2);
    assert_true(seen("How is it, now?") && seen("The hands are warm."));
    views_end(&v);
}

static void at_the_usual_size_nothing_moves(void **state)
{
    (void)state;
    go("today", 0);
    wheel(-5);
    press_key(KEY_DOWN, MOD_CTRL);
    assert_true(seen("Good evening.") && seen("Begin"));
    views_end(&v);
}

static void press(const char *words)
{
    const struct shape *s = find(words);
    assert_non_null(s);
    float wide = evening_ruler.width(evening_ruler.fonts, s->face, s->size,
                                     str_from(words));
    float x = s->align == ALIGN_LEFT    ? s->x + wide / 2
              : s->align == ALIGN_RIGHT ? s->x - wide / 2
                                        : s->x;
    struct input in = {.kind = INPUT_POINTER_DOWN,
                       .x = x,
                       .y = s->y - 0.33f * s->size,
                       .clicks = 1};
    give(in);
    in.kind = INPUT_POINTER_UP;
    give(in);
}

static void press_all(void)
{
    static const struct {
        const char *from, *words;
        enum screen to;
    } presses[] = {
        {"today", "Insight", SCREEN_INSIGHT},
        {"today", "Settings", SCREEN_SETTINGS},
        {"today", "Check in \xc2\xb7 C", SCREEN_REFLECTION},
        {"sessions", "Calendar", SCREEN_CALENDAR},
        {"sessions", "Set up", SCREEN_SETUP},
        {"journal", "Change", SCREEN_REFLECTION},
        {"care", "Feet, breath, five things to see", SCREEN_GROUND},
        {"calendar", "Back", SCREEN_TODAY},
        {"first run, motion", "Skip", SCREEN_TODAY},
    };
    for (size_t i = 0; i < sizeof(presses) / sizeof(presses[0]); i++) {
        for (int size = 1; size < 3; size++) {
            go(presses[i].from, size);
            wheel(v.program.view.scrolled > 0 ? 40 : 0);
            for (int n = 0; n < 40 && !seen(presses[i].words); n++) {
                wheel(v.program.view.scrolled < v.program.view.more ? -1 : 0);
            }
            press(presses[i].words);
            if (v.program.screen != presses[i].to) {
                fail_msg("%s, size %d: \"%s\" leads to %s", presses[i].from,
                         size, presses[i].words, way_names[v.program.screen]);
            }
            views_end(&v);
        }
    }
}

// In a window on end rows of words are broken, too.
static void pressed_where_it_is_shown(void **state)
{
    (void)state;
    press_all();
    on_end = true;
    press_all();
    on_end = false;
}

static bool holds_words(const struct shape *box)
{
    for (size_t i = 0; i < v.scene.count; i++) {
        const struct shape *s = &v.scene.shapes[i];
        if (s->kind == SHAPE_TEXT && s->x > box->x && s->x < box->x + box->w &&
            s->y > box->y && s->y < box->y + box->h) {
            return true;
        }
    }
    return false;
}

// A card that the end of the page would cut is not there, or it has its words.
static void no_card_is_cut_empty(void **state)
{
    (void)state;
    const float ring = 0.05f, panel = 0.32f, near = 0.002f;
    for (size_t i = 0; i < VIEWS; i++) {
        for (int size = 1; size < 3; size++) {
            go(views[i].name, size);
            const struct reflow *f = &v.program.view.reflow;
            bool cards = v.program.screen == SCREEN_TODAY ||
                         v.program.screen == SCREEN_SESSIONS;
            for (size_t k = 0; k < v.scene.count && f->grows && cards; k++) {
                const struct shape *s = &v.scene.shapes[k];
                bool card = s->kind == SHAPE_BOX && s->width > 0 &&
                            s->h > ring && s->h < panel;
                if (card && fabsf(s->y + s->h - f->lower) < near &&
                    !holds_words(s)) {
                    fail_msg("%s, size %d: an empty card at its end",
                             views[i].name, size);
                }
            }
            views_end(&v);
        }
    }
}

// Of five words in a row, all are seen or none, however far the page is.
static void a_row_is_seen_whole(void **state)
{
    static const char *const moods[] = {"Heavy", "Low", "Even", "Light",
                                        "Bright"};
    (void)state;
    int whole = 0, none = 0;
    go("reflection", 2);
    for (int step = 0; step < 12; step++) {
        int count = 0;
        for (size_t i = 0; i < sizeof(moods) / sizeof(moods[0]); i++) {
            count += seen(moods[i]);
        }
        assert_true(count == 0 || count == 5);
        whole += count == 5;
        none += count == 0;
        wheel(-0.25f);
    }
    assert_true(whole > 0 && none > 0);
    views_end(&v);
}

static int open_fonts(void **state)
{
    (void)state;
    views_open_fonts();
    return 0;
}

static int close_fonts(void **state)
{
    (void)state;
    views_close_fonts();
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_page_follows_the_focus),
        cmocka_unit_test(a_wheel_and_ctrl_move_it),
        cmocka_unit_test(an_arrow_that_nothing_comes_of_moves_it),
        cmocka_unit_test(it_begins_where_it_is_read_first),
        cmocka_unit_test(at_the_usual_size_nothing_moves),
        cmocka_unit_test(pressed_where_it_is_shown),
        cmocka_unit_test(no_card_is_cut_empty),
        cmocka_unit_test(a_row_is_seen_whole),
    };
    return cmocka_run_group_tests(tests, open_fonts, close_fonts);
}

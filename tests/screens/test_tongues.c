// SPDX-License-Identifier: MIT
// The shipped languages on the screens: every screen is walked to, and nothing
// that stands there is English which the language has words for; an evening in
// German and in Arabic looks as it did; the language changes while it plays.
#include "unit.h"

#include <string.h>

#include "ways.h"

static struct evening v; // large: a scene is in it
static struct arena words;

static void speak(const char *language)
{
    struct buf text = {0}, path = {0};
    struct diags notes = {.mem = &words};
    buf_printf(&path, "%s/assets/words/%s.txt", BREATHMARK_TREE, language);
    FILE *file = fopen(buf_cstr(&path), "rb");
    assert_non_null(file);
    for (size_t count = 1; count > 0; text.len += count) {
        buf_reserve(&text, 65536);
        count = fread(text.at + text.len, 1, 65536, file);
    }
    fclose(file);
    tongue_read(&evening_tongue, str_from(language),
                arena_copy(&words, buf_view(&text)), &words, &notes);
    for (size_t i = 0; i < notes.count; i++) {
        print_error("%s.txt: %.*s\n", language, STR_ARG(notes.items[i].source));
    }
    assert_int_equal(notes.errors, 0);
    buf_finish(&text);
    buf_finish(&path);
}

static void be_silent(void)
{
    evening_tongue = (struct tongue){0};
    arena_finish(&words);
}

// On a page that runs right to left the arrows lead the other way.
static void key(struct evening *e, struct str word)
{
    bool turned = evening_tongue.right_to_left;
    if (turned && str_equal(word, STR("Right"))) {
        word = STR("Left");
    } else if (turned && str_equal(word, STR("Left"))) {
        word = STR("Right");
    }
    way_key(e, word);
}

static void go(enum screen to)
{
    way_start(&v, to);
    way_walk(&v, ways_by_keys[to], key);
    assert_int_equal(v.program.screen, to);
}

static bool holds(struct str text, struct str part)
{
    for (size_t at = 0; at + part.len <= text.len; at++) {
        if (text.at[at] == part.at[0] &&
            memcmp(text.at + at, part.at, part.len) == 0) {
            return true;
        }
    }
    return false;
}

// A sentence of English that the language has words for, whole or, where it is
// long enough to be no chance, within what is drawn.
static bool is_english(struct str text, const struct tongue_pair *p)
{
    enum { NO_CHANCE = 12 };
    bool told = str_equal(text, p->english) ||
                (p->english.len >= NO_CHANCE && holds(text, p->english) &&
                 !holds(p->english, STR("{")));
    return told && !holds(p->other, p->english);
}

// "Pause" is a German word as well.
static bool is_word(struct str text)
{
    for (size_t k = 0; k < evening_tongue.count; k++) {
        if (str_equal(text, evening_tongue.pairs[k].other)) {
            return true;
        }
    }
    return false;
}

static void speaks_it(enum screen s)
{
    evening_draw(&v);
    for (size_t i = 0; i < v.scene.count; i++) {
        const struct shape *shape = &v.scene.shapes[i];
        if (shape->kind != SHAPE_TEXT) {
            continue;
        }
        struct str text = scene_text_of(&v.scene, shape);
        for (size_t k = 0; !is_word(text) && k < evening_tongue.count; k++) {
            if (is_english(text, &evening_tongue.pairs[k])) {
                fail_msg("%s says in English: %.*s", way_names[s],
                         STR_ARG(text));
            }
        }
    }
}

static void no_screen_says_in_english_what_it_has_words_for(void **state)
{
    (void)state;
    static const char *const languages[] = {"de", "ar"};
    for (size_t l = 0; l < sizeof(languages) / sizeof(languages[0]); l++) {
        speak(languages[l]);
        for (int s = 0; s < SCREEN_COUNT; s++) {
            go((enum screen)s);
            speaks_it((enum screen)s);
            way_key(&v, STR("Down"));
            way_key(&v, STR("Tab"));
            evening_to(&v, v.now_ms + 2000);
            speaks_it((enum screen)s);
            evening_finish(&v);
        }
        be_silent();
    }
}

static void print(struct buf *out, const char *language, const char *name)
{
    evening_draw(&v);
    buf_printf(out, "== %s: %s\n", language, name);
    scene_print(&v.scene, out);
}

// From Today: box breathing, cautions first; care in the middle; the Landing.
static void an_evening_looks_as_it_did(void **state)
{
    (void)state;
    static const char *const languages[] = {"de", "ar"};
    struct buf out = {0};
    for (size_t l = 0; l < 2; l++) {
        speak(languages[l]);
        way_start(&v, SCREEN_TODAY);
        evening_open(&v, BOX);
        evening_to(&v, v.now_ms + 2000);
        print(&out, languages[l], "cautions");
        evening_key(&v, KEY_ENTER, 0);
        evening_to(&v, v.now_ms + 7000);
        print(&out, languages[l], "breathing");
        evening_key(&v, KEY_F1, 0);
        evening_to(&v, v.now_ms + 2000);
        print(&out, languages[l], "care");
        evening_key(&v, KEY_ESCAPE, 0);
        evening_to(&v, v.now_ms + 2000);
        print(&out, languages[l], "paused");
        evening_key(&v, KEY_SPACE, 0);
        evening_to(&v, v.now_ms + 3000);
        evening_key(&v, KEY_ESCAPE, 0);
        evening_to(&v, v.now_ms + 2000);
        print(&out, languages[l], "landing");
        evening_finish(&v);
        be_silent();
    }
    golden_check("tongues.scene", &out);
    buf_finish(&out);
}

static bool shows(const char *text)
{
    evening_draw(&v);
    for (size_t i = 0; i < v.scene.count; i++) {
        const struct shape *shape = &v.scene.shapes[i];
        if (shape->kind == SHAPE_TEXT &&
            str_equal(scene_text_of(&v.scene, shape), str_from(text))) {
            return true;
        }
    }
    return false;
}

static void the_language_changes_while_it_plays(void **state)
{
    (void)state;
    way_start(&v, SCREEN_TODAY);
    evening_open(&v, TIDE);
    evening_to(&v, v.now_ms + 7000);
    assert_true(shows("Breathe out"));
    int64_t session_ms = program_session_ms(&v.program);
    speak("de");
    program_settings_changed(&v.program);
    assert_true(shows("Ausatmen"));
    assert_false(shows("Breathe out"));
    assert_int_equal(program_session_ms(&v.program), session_ms);
    speak("ar");
    program_settings_changed(&v.program);
    assert_true(shows("\xd8\xb2\xd9\x81\xd9\x8a\xd8\xb1"));
    evening_key(&v, KEY_F1, 0);
    assert_true(shows("\xd8\xa7\xd9\x84\xd9\x85\xd8\xb3\xd8\xa7"
                      "\xd8\xb9\xd8\xaf\xd8\xa9"));
    be_silent();
    assert_true(shows("Care"));
    evening_finish(&v);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_screen_says_in_english_what_it_has_words_for),
        cmocka_unit_test(an_evening_looks_as_it_did),
        cmocka_unit_test(the_language_changes_while_it_plays),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

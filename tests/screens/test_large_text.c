// SPDX-License-Identifier: MIT
// Who chooses large text cannot read small words: each word of every screen is
// larger by the whole factor, in each part of a page that is larger than the
// window. Two kinds of words are left out of this: a word of the player that
// has the room of its light alone (Breathe out, and its count), which is large
// already; and a single word that would be wider than the window.
#include "laid.h"

enum { WORDS_MOST = 65536 };
static char usual[WORDS_MOST];  // all that the view shows at size 0
static float sizes[WORDS_MOST]; // of each byte of it
static size_t usual_len;

static const struct {
    int width, height;
} windows[] = {{1920, 1080}, {1366, 768}, {1080, 1920}};
enum { WINDOWS = sizeof(windows) / sizeof(windows[0]) };

static void put_usual(struct str text, float size)
{
    assert_true(usual_len + text.len + 1 < WORDS_MOST);
    for (size_t i = 0; i <= text.len; i++) {
        usual[usual_len] = i < text.len ? text.at[i] : ' ';
        sizes[usual_len++] = size;
    }
}

static void remember(void)
{
    for (size_t i = 0; i < laid_count; i++) {
        put_usual(laid[i].text, v.scene.shapes[laid[i].shape].size);
    }
}

// The smallest of the words at size 0 that these may be; 0: they are none.
static float usual_size(struct str text)
{
    float least = 0;
    for (size_t at = 0; at + text.len <= usual_len; at++) {
        if (memcmp(usual + at, text.at, text.len) == 0 &&
            (least <= 0 || sizes[at] < least)) {
            least = sizes[at];
        }
    }
    return least;
}

static bool is_light(const struct shape *s)
{
    return s->face == FACE_LIGHT && s->align == ALIGN_CENTRE;
}

static void compare(void)
{
    // The player's grow from the size that they are meant in, which a window
    // on end may be too small for.
    float near = v.program.screen == SCREEN_PLAYER ? 0.95f : 0.975f;
    float factor = settings_text_scale(told_size);
    for (size_t i = 0; i < laid_count; i++) {
        const struct shape *s = &v.scene.shapes[laid[i].shape];
        float was = usual_size(laid[i].text);
        if (was > 0 && s->size < near * factor * was && !is_light(s)) {
            print_error("by %.2f: ", (double)(s->size / was));
            tell(&laid[i], "is too small beside the rest");
        }
    }
}

static void grows_in(const char *language, int width, int height)
{
    struct arena mem = {0};
    views_open_fonts();
    told_language = language ? language : "en";
    bool shown = views_speak(language, &mem);
    for (size_t i = 0; i < VIEWS && shown; i++) {
        usual_len = 0;
        for (int size = 0; size < 3; size++) {
            told_size = size;
            views_go(&v, &views[i], size);
            laid_look(&views[i], width, height, size == 0 ? remember : compare);
            views_end(&v);
        }
    }
    evening_tongue = (struct tongue){0};
    views_close_fonts();
    arena_finish(&mem);
}

static void every_word_grows(void **state)
{
    (void)state;
    faults = 0;
    for (int i = 0; i < WINDOWS; i++) {
        grows_in(NULL, windows[i].width, windows[i].height);
    }
    assert_int_equal(faults, 0);
}

static void long_words_grow(void **state)
{
    (void)state;
    faults = 0;
    grows_in("de", windows[0].width, windows[0].height);
    assert_int_equal(faults, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_word_grows),
        cmocka_unit_test(long_words_grow),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

// SPDX-License-Identifier: MIT
// Texts as masks: what is measured is what is drawn, digits stand in cells,
// lines that run right to left are set so, and no bytes and no missing folder
// bring it down.
#include "unit.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/utf8.h"
#include "platform/font_runs.h"
#include "platform/font_system.h"
#include "platform/fonts.h"
#include "platform/task.h"

static struct fonts *fonts;

static int open_fonts(void **state)
{
    (void)state;
    struct arena mem = {0};
    struct str why = STR_NONE;
    fonts = fonts_create(STR(BREATHMARK_TREE "/assets"), &mem, &why);
    assert_str(why, "");
    arena_finish(&mem);
    return 0;
}

static int close_fonts(void **state)
{
    (void)state;
    fonts_destroy(fonts);
    fonts_destroy(NULL);
    return 0;
}

static float width(const char *text, float size)
{
    struct ruler ruler = fonts_ruler(fonts);
    return ruler.width(ruler.fonts, FACE_SERIF, size, str_from(text));
}

static void test_width_grows_with_the_text(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "Let the belly soften, and fill like a tide coming in.",
        "\xce\x91\xcf\x83\xcf\x80\xce\xac \xce\xb6\xcf\x89\xce\xae",
        "\xd0\x92\xd0\xb4\xd0\xbe\xd1\x85 \xe2\x80\x94 1 2 3",
        "na\xc3\xafve \xe1\xba\xa4n",
    };
    for (size_t t = 0; t < sizeof(texts) / sizeof(texts[0]); t++) {
        struct str text = str_from(texts[t]);
        struct ruler ruler = fonts_ruler(fonts);
        for (int face = 0; face < FACE_COUNT; face++) {
            float before = 0;
            for (size_t at = 0; at < text.len;) {
                utf8_next(text, &at);
                float now = ruler.width(ruler.fonts, (enum face)face, 0.03f,
                                        str_sub(text, 0, at));
                assert_true(now > before);
                before = now;
            }
        }
    }
    struct ruler ruler = fonts_ruler(fonts);
    for (int f = FACE_LIGHT; f < FACE_SEMIBOLD; f++) { // the stronger the wider
        assert_true(ruler.width(fonts, (enum face)f, 0.1f, STR("on 21")) <
                    ruler.width(fonts, (enum face)(f + 1), 0.1f, STR("on 21")));
    }
    assert_true(width("tide ", 0.03f) > width("tide", 0.03f));
    assert_true(width("tide", 0.06f) > 1.9f * width("tide", 0.03f));
    assert_true(width("", 0.03f) <= 0);
}

static struct label_key key_of(enum face face, int size_px, struct str text)
{
    return (struct label_key){.face = face, .size_px = size_px, .text = text};
}

static void test_ruler_agrees_with_what_is_drawn(void **state)
{
    (void)state;
    static const float stages[] = {180, 540, 1080, 2160};
    for (size_t i = 0; i < 4; i++) {
        fonts_fit(fonts, stages[i]);
        struct label_key key = key_of(FACE_SERIF, font_px(0.044f, stages[i]),
                                      STR("just this breath"));
        const struct label *label = fonts_label(fonts, key);
        float said = width("just this breath", 0.044f) * stages[i];
        assert_true(fabsf(said - label->advance) < 0.01f);
        // The ink lies about where the width says, and above the baseline.
        int near = 1 + key.size_px / 6;
        assert_true(abs(label->left) <= near);
        assert_true(abs(label->left + label->width - (int)label->advance) <=
                    near);
        assert_true(label->top < 0 && label->top + label->height >= 0);
    }
    fonts_fit(fonts, 1080);
}

static const struct label *label_of(enum face face, bool tabular,
                                    struct str text)
{
    struct label_key key = key_of(face, 40, text);
    key.tabular = tabular;
    return fonts_label(fonts, key);
}

// Signs that hang below a letter leave it where it stands.
static void test_letters_stay_on_their_line(void **state)
{
    (void)state;
    struct str text = STR("\u1ea4\u0331\u0331\u0331\u0331");
    for (size_t len = text.len; len > 3; len -= 2) {
        int top = label_of(FACE_SERIF, false, str_sub(text, 0, len))->top;
        assert_int_equal(top, label_of(FACE_SERIF, false, STR("\u1ea4"))->top);
    }
}

static void test_digits_in_cells(void **state)
{
    (void)state;
    assert_true(label_of(FACE_LIGHT, false, STR("111"))->advance <
                label_of(FACE_LIGHT, false, STR("444"))->advance);
    static const char *const times[] = {"0:00", "1:11", "4:44", "9:58"};
    float first = label_of(FACE_LIGHT, true, STR("0:00"))->advance;
    for (size_t i = 0; i < 4; i++) {
        const struct label *l = label_of(FACE_LIGHT, true, str_from(times[i]));
        assert_true(fabsf(l->advance - first) < 0.01f);
    }
}

static long ink_of(const struct label *l)
{
    long sum = 0;
    for (int i = 0; i < l->width * l->height; i++) {
        sum += l->coverage[i];
    }
    return sum;
}

static void test_bytes_that_are_not_text(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "\xff",     "a\xc3",   "\xed\xa0\x80", "\xf8\x88\x80\x80\x80",
        "\x01\x02", "a\nb\tc", "\u200f",       "\U0001F600 \U0010FFFF"};
    for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
        for (int tabular = 0; tabular < 2; tabular++) {
            const struct label *l =
                label_of(FACE_REGULAR, tabular == 1, str_from(texts[i]));
            assert_non_null(l);
            assert_true(l->advance >= 0);
        }
    }
    // A byte that is not UTF-8 shows as the replacement character does.
    assert_true(ink_of(label_of(FACE_REGULAR, false, STR("\xff"))) > 0);
    assert_int_equal(
        ink_of(label_of(FACE_REGULAR, false, STR("\xff"))),
        ink_of(label_of(FACE_REGULAR, false, STR("\xef\xbf\xbd"))));
    assert_null(label_of(FACE_REGULAR, false, STR(""))->coverage);
    const struct label *blank = label_of(FACE_REGULAR, false, STR("  "));
    assert_null(blank->coverage);
    assert_true(blank->advance > 0);
    // A zero byte within is left out, and does not end the text.
    assert_true(label_of(FACE_REGULAR, false, STR("a\0b"))->advance >
                label_of(FACE_REGULAR, false, STR("a"))->advance);
}

static void test_cache(void **state)
{
    (void)state;
    const struct label *one = label_of(FACE_SERIF, false, STR("kept"));
    unsigned id = one->id;
    fonts_tick(fonts);
    assert_ptr_equal(label_of(FACE_SERIF, false, STR("kept")), one);
    // Many others push it out, at last; it is then made anew.
    for (int i = 0; i < 400; i++) {
        char text[32];
        snprintf(text, sizeof(text), "a long line, number %d", i);
        fonts_label(fonts, key_of(FACE_SERIF, 60, str_from(text)));
        fonts_tick(fonts);
    }
    one = label_of(FACE_SERIF, false, STR("kept"));
    assert_int_not_equal(one->id, id);
    assert_true(ink_of(one) > 0);
}

// Which font a character gets: 1 from U+0600 on, else 0.
static int two_fonts(void *context, uint32_t c, int before, bool emoji)
{
    (void)context, (void)before, (void)emoji;
    return c >= 0x600 ? 1 : 0;
}

static void check_runs(struct str text, const char *want)
{
    struct arena mem = {0};
    struct buf clean = {0}, got = {0};
    font_clean(&clean, text);
    struct font_runs runs = font_split(
        buf_view(&clean), (struct font_chooser){two_fonts, NULL}, &mem);
    for (size_t i = 0; i < runs.count; i++) {
        buf_printf(&got, "%c%d[%.*s]", runs.items[i].right_to_left ? '<' : '>',
                   runs.items[i].font, STR_ARG(runs.items[i].text));
    }
    assert_str(buf_view(&got), want);
    buf_finish(&got);
    buf_finish(&clean);
    arena_finish(&mem);
}

static void test_runs(void **state)
{
    (void)state;
    check_runs(STR("breathe"), ">0[breathe]");
    check_runs(STR(""), "");
    check_runs(STR("12:30"), ">0[12:30]");
    // Hebrew in an English line, English and a number in a Hebrew one.
    check_runs(STR("say \xd7\xa9\xd7\x9c\xd7\x95 now"),
               ">0[say ]<0[\xd7\xa9\xd7\x9c\xd7\x95]>0[ now]");
    check_runs(STR("\xd7\xa9\xd7\x9c tea 12 \xd7\x95"),
               "<0[ \xd7\x95]>0[tea 12]<0[\xd7\xa9\xd7\x9c ]");
    // Two fonts within Arabic letters read from right to left as well.
    check_runs(STR("\xd7\xa9\xd8\xa7"), "<1[\xd8\xa7]<0[\xd7\xa9]");
    // Marks stay with their letter; controls and broken bytes are cleaned.
    check_runs(STR("e\xcc\x81z\x07\n\xff"), ">0[e\xcc\x81z ]>1[\xef\xbf\xbd]");
}

static void test_scripts(void **state)
{
    (void)state;
    struct arena mem = {0};
    struct font_chooser chooser = {two_fonts, NULL};
    struct font_runs runs = font_split(
        STR("tea 2 \xd8\xb4\xd8\xa7\xd9\x8a \xd7\x95"), chooser, &mem);
    assert_string_equal(runs.items[0].script, "Latn");
    assert_string_equal(runs.items[1].script, "Hebr");
    assert_string_equal(runs.items[2].script, "Arab");
    assert_int_equal(runs.count, 3);
    arena_finish(&mem);
    // Letters that join are narrower than the same ones apart.
    const char *joined = "\xd9\x85\xd9\x85\xd9\x85\xd9\x85";
    const char *apart = "\xd9\x85 \xd9\x85 \xd9\x85 \xd9\x85";
    if (!fonts_show(fonts, str_from(joined))) {
        skip();
    }
    float blanks =
        width("\xd9\x85   \xd9\x85", 0.06f) - width("\xd9\x85\xd9\x85", 0.06f);
    assert_true(width(joined, 0.06f) < width(apart, 0.06f) - 1.05f * blanks);
}

static void test_letters_that_can_be_shown(void **state)
{
    (void)state;
    assert_true(fonts_show(fonts, STR("Gr\u00fc\u00df dich, 1 \u200f")));
    assert_true(fonts_show(fonts, STR("")));
    assert_false(fonts_show(fonts, STR("ab\xf3\xb0\x80\x80"))); // private use
}

// Lines in scripts that our faces lack, where a font for them is installed:
// each letter has one of its own, and none is the box of what is missing.
static void test_other_scripts(void **state)
{
    (void)state;
    static const char *const lines[] = {
        "\xd8\xaf\xd8\xb9 \xd8\xa7\xd9\x84\xd8\xa8\xd8\xb7\xd9\x86",
        "\xd7\xaa\xd7\x9f \xd7\x9c\xd7\x91\xd7\x98\xd7\x9f",
        "\xe0\xa4\xaa\xe0\xa5\x87\xe0\xa4\x9f",
        "\xe0\xb8\x9b\xe0\xb8\xa5\xe0\xb9\x88\xe0\xb8\xad\xe0\xb8\xa2",
        "\xe5\x90\xb8\xe3\x81\xa3\xe3\x81\xa6",
        "\xed\x95\x9c\xea\xb8\x80",
    };
    struct font_system *system = font_system_create();
    struct arena mem = {0};
    struct font_found found;
    int shown = 0;
    if (!system) {
        print_message("no fontconfig here\n");
        skip();
    }
    for (size_t i = 0; i < sizeof(lines) / sizeof(lines[0]); i++) {
        struct str line = str_from(lines[i]);
        size_t at = 0;
        uint32_t first = utf8_next(line, &at);
        if (!font_system_find(system, first, FONT_PLAIN, &mem, &found)) {
            print_message("no font that is installed has: %s\n", lines[i]);
            continue;
        }
        shown++;
        assert_true(str_starts(found.path, STR("/")));
        assert_true(fonts_show(fonts, line));
        long ink = ink_of(label_of(FACE_SERIF, false, line));
        assert_true(ink > 0);
        assert_int_not_equal(
            ink, ink_of(label_of(FACE_SERIF, false, STR("\xf3\xb0\x80\x80"))));
    }
    assert_false(font_system_find(system, 0xf0000, FONT_PLAIN, &mem, &found));
    font_system_destroy(system);
    arena_finish(&mem);
    if (shown == 0) {
        skip();
    }
}

static void test_opened_on_a_thread(void **state)
{
    (void)state;
    struct fonts *other = fonts_begin(STR(BREATHMARK_TREE "/assets"));
    struct ruler ours = fonts_ruler(fonts), theirs = fonts_ruler(other);
    for (int face = 0; face < FACE_COUNT; face++) {
        struct label_key key = key_of((enum face)face, 26, STR("a quiet sea"));
        const struct label *a = fonts_label(fonts, key);
        const struct label *b = fonts_label(other, key);
        assert_true(a->width > 0 && a->width == b->width &&
                    a->height == b->height && a->top == b->top);
        assert_memory_equal(a->coverage, b->coverage,
                            (size_t)a->width * (size_t)a->height);
        assert_true(fabsf(ours.width(ours.fonts, key.face, 0.1f, key.text) -
                          theirs.width(theirs.fonts, key.face, 0.1f,
                                       key.text)) < 1e-6f);
    }
    assert_int_equal(fonts_missing(other).len, 0);
    fonts_destroy(other);
    fonts_destroy(fonts_begin(STR(BREATHMARK_TREE "/assets"))); // at once
    other = fonts_begin(STR("/nowhere"));
    assert_true(fonts_usable(other) || fonts_missing(other).len > 0);
    fonts_destroy(other);
}

static void test_missing_folder(void **state)
{
    (void)state;
    struct arena mem = {0};
    struct str why = STR_NONE;
    struct fonts *other = fonts_create(STR("/nowhere"), &mem, &why);
    assert_non_null(other);
    const struct label *l =
        fonts_label(other, key_of(FACE_LIGHT, 20, STR("still here")));
    if (fonts_usable(other)) {
        // The system has them, or some of them.
        assert_true(ink_of(l) > 0);
    } else {
        // A face of another kind may stand in; that ours are gone is said.
        assert_true(why.len > 0);
        assert_true(!l->coverage || ink_of(l) > 0);
    }
    struct ruler ruler = fonts_ruler(other);
    assert_true(ruler.width(ruler.fonts, FACE_SERIF, 0.1f, STR("x")) >= 0);
    fonts_destroy(other);
    arena_finish(&mem);
}

static void test_files_that_are_no_fonts(void **state)
{
    (void)state;
    struct arena mem = {0};
    struct str why = STR_NONE;
    char folder[] = "/tmp/breathmark-fonts-XXXXXX";
    assert_non_null(mkdtemp(folder));
    struct str sub = arena_printf(&mem, "%s/fonts", folder);
    struct str file = arena_printf(&mem, "%s/Inter-Light.otf", sub.at);
    struct str made =
        arena_printf(&mem, "mkdir %s && echo no > %s", sub.at, file.at);
    assert_int_equal(system(made.at), 0);
    struct fonts *other = fonts_create(str_from(folder), &mem, &why);
    const struct label *l =
        fonts_label(other, key_of(FACE_LIGHT, 20, STR("no font")));
    assert_non_null(l);
    fonts_destroy(other);
    assert_true(unlink(file.at) == 0 && rmdir(sub.at) == 0);
    assert_int_equal(rmdir(folder), 0);
    arena_finish(&mem);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_width_grows_with_the_text),
        cmocka_unit_test(test_ruler_agrees_with_what_is_drawn),
        cmocka_unit_test(test_letters_stay_on_their_line),
        cmocka_unit_test(test_digits_in_cells),
        cmocka_unit_test(test_bytes_that_are_not_text),
        cmocka_unit_test(test_cache),
        cmocka_unit_test(test_scripts),
        cmocka_unit_test(test_letters_that_can_be_shown),
        cmocka_unit_test(test_runs),
        cmocka_unit_test(test_other_scripts),
        cmocka_unit_test(test_opened_on_a_thread),
        cmocka_unit_test(test_missing_folder),
        cmocka_unit_test(test_files_that_are_no_fonts),
    };
    return cmocka_run_group_tests(tests, open_fonts, close_fonts);
}

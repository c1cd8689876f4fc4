// SPDX-License-Identifier: MIT
// Emoji in a text: in their colours, at its size, one picture for what is one
// character; dimmed and faded as the words beside them are, and clear of a
// black ground. Where no font of pictures is installed that is said, and only
// the choice of fonts is tested.
#include "unit.h"

#include <math.h>

#include "platform/font_runs.h"
#include "platform/font_system.h"
#include "platform/picture.h"

#define WAVE "\U0001F30A"
#define HEART "\u2764"
#define AS_EMOJI "\uFE0F"
#define AS_LETTER "\uFE0E"

static struct fonts *fonts;

static int open_fonts(void **state)
{
    (void)state;
    struct arena mem = {0};
    struct str why = STR_NONE;
    fonts = fonts_create(STR(BREATHMARK_TREE "/assets"), &mem, &why);
    arena_finish(&mem);
    return 0;
}

static int close_fonts(void **state)
{
    (void)state;
    fonts_destroy(fonts);
    return 0;
}

static void need_pictures(void)
{
    struct arena mem = {0};
    struct font_found found;
    struct font_system *system = font_system_create();
    bool there = system &&
                 font_system_find(system, 0x1f30a, FONT_PICTURES, &mem, &found);
    font_system_destroy(system);
    arena_finish(&mem);
    if (!there) {
        print_message("no emoji in colour here: fonts-noto-color-emoji\n");
        skip();
    }
}

static const struct label *label_of(const char *text, int size_px, bool rimmed)
{
    return fonts_label(fonts, (struct label_key){.face = FACE_SERIF,
                                                 .size_px = size_px,
                                                 .text = str_from(text),
                                                 .rimmed = rimmed});
}

// Which thirds of the circle of hues pixels have that are clearly coloured.
static int hues_of(const uint32_t *pixels, size_t count)
{
    enum { CLEARLY = 60 };
    bool seen[3] = {false};
    for (size_t i = 0; i < count; i++) {
        int c[3] = {channel(pixels[i], 16), channel(pixels[i], 8),
                    channel(pixels[i], 0)};
        for (int k = 0; k < 3; k++) {
            seen[k] |= c[k] > c[(k + 1) % 3] + CLEARLY &&
                       c[k] > c[(k + 2) % 3] + CLEARLY;
        }
    }
    return seen[0] + seen[1] + seen[2];
}

static void test_in_their_colours(void **state)
{
    (void)state;
    need_pictures();
    const struct label *l = label_of("\U0001F308", 60, false); // a rainbow
    assert_non_null(l->colours);
    assert_true(hues_of(l->colours, (size_t)l->width * (size_t)l->height) > 1);
    assert_null(label_of("no emoji 123 #*", 60, false)->colours);
    // The words beside one have no colour of their own.
    const struct label *both = label_of("sea " WAVE, 60, false);
    int words = (int)label_of("sea ", 60, false)->advance - both->left;
    int coloured = 0;
    for (int i = 0; i < both->width * both->height; i++) {
        bool own = (both->colours[i] & LABEL_OWN) != 0;
        assert_true(!own || i % both->width >= words);
        coloured += own;
    }
    assert_true(coloured > 60 * 60 / 2);
}

// As large as the words, from the smallest to the largest of them, and as wide
// as the ruler says.
static void test_at_the_size_of_the_text(void **state)
{
    (void)state;
    need_pictures();
    static const int sizes[] = {9, 14, 27, 60, 109, 200, 500};
    for (size_t i = 0; i < sizeof(sizes) / sizeof(sizes[0]); i++) {
        const float em = (float)sizes[i];
        const struct label *l = label_of(WAVE, sizes[i], false);
        assert_true((float)l->height > 0.9f * em && l->width > l->height / 2);
        assert_true((float)l->height < 1.25f * em + 2);
        assert_true((float)-l->top < 1.05f * em + 2 && l->top < 0);
        assert_true(l->advance > em && l->advance < 1.35f * em + 1);
        fonts_fit(fonts, 1000);
        struct ruler ruler = fonts_ruler(fonts);
        float said =
            ruler.width(ruler.fonts, FACE_SERIF, em / 1000, STR(WAVE)) * 1000;
        assert_true(fabsf(said - l->advance) < 0.01f);
    }
    fonts_fit(fonts, 1080);
    // Its edges are soft, and no brighter than what is within.
    const struct label *black = label_of("\U0001F5A4", 24, false);
    int soft = 0;
    for (int i = 0; i < black->width * black->height; i++) {
        soft += black->coverage[i] > 0 && black->coverage[i] < 255;
        assert_true(channel(black->colours[i], 8) < 0xb0);
    }
    assert_true(soft > 24);
}

static void test_one_picture_for_one_character(void **state)
{
    (void)state;
    need_pictures();
    static const char *const sequences[] = {
        "\U0001F468\u200D\U0001F469\u200D\U0001F467\u200D\U0001F466", // family
        "\U0001F9D8\U0001F3FD\u200D\u2640" AS_EMOJI, // in lotus, a colour, she
        "\U0001F469\u200D\u2695" AS_EMOJI,           // a sign of our face in it
        "\U0001F1EE\U0001F1F1",                      // a flag
        "\U0001F3F4\U000E0067\U000E0062\U000E0073\U000E0063\U000E0074"
        "\U000E007F",
        "1" AS_EMOJI "\u20E3", // a key
        HEART AS_EMOJI,
        "\u26F9\U0001F3FD",
        "\u2728",
    };
    const float one = label_of(WAVE, 40, false)->advance;
    for (size_t i = 0; i < sizeof(sequences) / sizeof(sequences[0]); i++) {
        const struct label *l = label_of(sequences[i], 40, false);
        assert_non_null(l->colours);
        assert_true(fabsf(l->advance - one) < 1.5f);
        // In a line from right to left as well.
        struct buf line = {0};
        buf_printf(&line, "\u05E9%s\u05E9", sequences[i]);
        float wide = label_of("\u05E9", 40, false)->advance;
        float all = label_of(buf_cstr(&line), 40, false)->advance;
        assert_true(fabsf(all - 2 * wide - one) < 2.5f);
        buf_finish(&line);
    }
    // What is asked for as a letter is one; a digit is none by itself.
    assert_null(label_of("1", 40, false)->colours);
    assert_null(label_of("\u2605", 40, false)->colours);
    struct font_system *system = font_system_create();
    struct arena mem = {0};
    struct font_found found;
    if (font_system_find(system, 0x2764, FONT_PLAIN, &mem, &found)) {
        assert_null(label_of(HEART AS_LETTER, 40, false)->colours);
        assert_null(label_of(HEART, 40, false)->colours);
    }
    font_system_destroy(system);
    arena_finish(&mem);
    assert_true(fonts_show(fonts, STR("sea " WAVE)));
}

// The mean of a line of text with an emoji, drawn in a small picture.
static struct picture drawn(const char *text, const struct theme *theme,
                            float alpha)
{
    struct picture p = picture_create(160, 90);
    struct painter *painter = painter_create(fonts);
    struct scene *sc = calloc(1, sizeof(*sc));
    struct stage st = stage_fit(160, 90);
    scene_begin(sc, st.left, st.top, st.right, st.bottom);
    scene_add(sc, (struct shape){.kind = SHAPE_GROUND});
    struct shape s = {.role = ROLE_INK,
                      .alpha = alpha,
                      .x = 0.9f,
                      .y = 0.7f,
                      .align = ALIGN_CENTRE,
                      .size = 0.5f};
    scene_text(sc, s, str_from(text));
    painter_draw(painter, sc, theme, p.canvas);
    assert_true(picture_margin_clean(&p));
    free(sc);
    painter_destroy(painter);
    return p;
}

static long light_of(struct picture p)
{
    long sum = 0;
    for (int y = 0; y < p.canvas.height; y++) {
        for (int x = 0; x < p.canvas.width; x++) {
            sum += channel(picture_at(&p, x, y), 8);
        }
    }
    picture_destroy(&p);
    return sum;
}

static void test_dimmed_and_faded(void **state)
{
    (void)state;
    need_pictures();
    const struct theme *night = theme_of(PALETTE_NIGHT);
    const struct theme dim = theme_dimmed(night, 50);
    long ground = light_of(drawn("", night, 1));
    long ground_dim = light_of(drawn("", &dim, 1));
    long full = light_of(drawn("\U0001F30A", night, 1)) - ground;
    long faded = light_of(drawn("\U0001F30A", night, 0.5f)) - ground;
    long dimmed = light_of(drawn("\U0001F30A", &dim, 1)) - ground_dim;
    assert_true(full > 50000);
    assert_true(labs(2 * faded - full) < full / 20);
    assert_true(labs(2 * dimmed - full) < full / 20);
    // Dimmed twice is darker still, and half way between is half way.
    const struct theme twice = theme_dimmed(&dim, 50);
    const struct theme between = theme_mixed(night, &dim, 50);
    assert_int_equal(twice.taken, 75);
    assert_int_equal(between.taken, 25);
}

// A black heart on black ground.
static void test_clear_of_a_black_ground(void **state)
{
    (void)state;
    need_pictures();
    struct picture p = drawn("\U0001F5A4", theme_of(PALETTE_CONTRAST), 1);
    int white = 0, out_of = 0;
    for (int y = 0; y < 90; y++) {
        int first = 0;
        while (first < 160 && picture_at(&p, first, y) == 0) {
            first++;
        }
        if (first < 160) {
            out_of++;
            int lightest = 0;
            for (int x = first; x < first + 4; x++) {
                int light = channel(picture_at(&p, x, y), 8);
                lightest = light > lightest ? light : lightest;
            }
            white += lightest > 200;
        }
    }
    assert_true(out_of > 30 && white > out_of * 9 / 10);
    picture_destroy(&p);
    // Elsewhere nothing stands round it.
    const struct label *plain = label_of("\U0001F5A4", 40, false);
    for (int i = 0; i < plain->width * plain->height; i++) {
        assert_true(plain->coverage[i] == 0 || plain->colours[i] != 0);
    }
}

// 2 for pictures; our face has the digits and the signs, as Inter has.
static int with_pictures(void *context, uint32_t c, int before, bool emoji)
{
    (void)context;
    (void)before;
    return emoji ? 2 : c >= 0x590 && c < 0x600 ? 1 : 0;
}

static void check_runs(const char *text, const char *want)
{
    struct arena mem = {0};
    struct buf got = {0};
    struct font_runs runs = font_split(
        str_from(text), (struct font_chooser){with_pictures, NULL}, &mem);
    for (size_t i = 0; i < runs.count; i++) {
        buf_printf(&got, "%c%d[%.*s]", runs.items[i].right_to_left ? '<' : '>',
                   runs.items[i].font, STR_ARG(runs.items[i].text));
    }
    assert_str(buf_view(&got), want);
    buf_finish(&got);
    arena_finish(&mem);
}

static void test_which_font(void **state)
{
    (void)state;
    check_runs("a" WAVE "1", ">0[a]>2[" WAVE "]>0[1]");
    check_runs("1" AS_EMOJI "\u20E3"
               "1",
               ">2[1" AS_EMOJI "\u20E3]>0[1]");
    check_runs(HEART AS_LETTER HEART HEART AS_EMOJI,
               ">0[" HEART AS_LETTER HEART "]>2[" HEART AS_EMOJI "]");
    check_runs("\u2615\u2600\U0001F469\u200D\u2695",
               ">2[\u2615]>0[\u2600]>2[\U0001F469\u200D\u2695]");
    check_runs(WAVE AS_LETTER WAVE, ">0[" WAVE AS_LETTER "]>2[" WAVE "]");
    // It takes the direction of its line, and does not give it one.
    check_runs(WAVE " \u05E9\u05DC", "<1[\u05E9\u05DC]<0[ ]<2[" WAVE "]");
    check_runs("\u05E9 " WAVE, "<2[" WAVE "]<0[ ]<1[\u05E9]");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_which_font),
        cmocka_unit_test(test_in_their_colours),
        cmocka_unit_test(test_at_the_size_of_the_text),
        cmocka_unit_test(test_one_picture_for_one_character),
        cmocka_unit_test(test_dimmed_and_faded),
        cmocka_unit_test(test_clear_of_a_black_ground),
    };
    return cmocka_run_group_tests(tests, open_fonts, close_fonts);
}

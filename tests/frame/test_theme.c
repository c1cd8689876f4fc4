// SPDX-License-Identifier: MIT
// Every palette can be read: contrast by WCAG 2.1 on the worst of its grounds,
// at least 4.5 for whatever may be text, 12 for the ink, 3 for the ring.
// Dimming takes every colour down by the same share, and nothing else.
#include "unit.h"

#include <math.h>

#include "frame/theme_read.h"

static void test_contrast(void **state)
{
    (void)state;
    static const double least[ROLE_COUNT] = {
        [ROLE_INK] = 12,     [ROLE_INK2] = 4.5, [ROLE_INK3] = 4.5,
        [ROLE_BREATH] = 4.5, [ROLE_WARM] = 4.5, [ROLE_CARE] = 4.5,
        [ROLE_RING] = 3,
    };
    for (int p = 0; p < PALETTE_COUNT; p++) {
        const struct theme *th = theme_of((enum palette)p);
        for (int role = ROLE_INK; role < ROLE_COUNT; role++) {
            double got = theme_contrast(th, (enum role)role);
            if (got < least[role]) {
                print_error("palette %d role %d: %.2f, at least %.1f\n", p,
                            role, got, least[role]);
            }
            assert_true(got >= least[role]);
        }
        assert_true(theme_colours_contrast(th->colour[ROLE_CENTRE],
                                           th->colour[ROLE_EDGE]) <
                    1.5); // the ground stays calm
        bool dark = theme_colours_contrast(th->colour[ROLE_EDGE], 0) < 5;
        assert_int_equal(th->light, !dark);
        assert_true(palette_word((enum palette)p).len > 0);
    }
    // The example of WCAG 2.1's understanding documents, and the ends.
    assert_true(theme_colours_contrast(0xffffff, 0) > 20.99);
    assert_true(fabs(theme_colours_contrast(0x777777, 0xffffff) - 4.48) < 0.01);
    assert_true(fabs(theme_colours_contrast(0x0000ff, 0xffffff) - 8.59) < 0.01);
}

static void dimming_takes_every_colour_down(void **state)
{
    (void)state;
    for (int p = 0; p < PALETTE_COUNT; p++) {
        const struct theme *th = theme_of((enum palette)p);
        struct theme half = theme_dimmed(th, 50);
        for (int role = 0; role < ROLE_COUNT; role++) {
            for (int shift = 0; shift <= 16; shift += 8) {
                int whole = (int)(th->colour[role] >> shift & 0xff);
                int part = (int)(half.colour[role] >> shift & 0xff);
                assert_int_equal(part, (whole + 1) / 2);
            }
            assert_true(half.colour[role] <= 0xffffff);
        }
        assert_int_equal(half.light, th->light);
        assert_int_equal(half.glow, th->glow);
    }
}

static void dimming_keeps_its_bounds(void **state)
{
    (void)state;
    const struct theme *th = theme_of(PALETTE_CONTRAST);
    assert_int_equal(theme_dimmed(th, 100).colour[ROLE_INK], 0xffffff);
    assert_int_equal(theme_dimmed(th, 140).colour[ROLE_INK], 0xffffff);
    assert_int_equal(theme_dimmed(th, 35).colour[ROLE_INK], 0x595959);
    assert_int_equal(theme_dimmed(th, 0).colour[ROLE_INK], 0x595959);
}

// The built-in palette as a person would write it, with one line in place of
// another.
static struct str palette_text(struct arena *mem, const char *role,
                               const char *line)
{
    const struct theme *th = theme_of(PALETTE_DUSK);
    struct buf text = {0};
    buf_printf(&text, "# my own\r\n\n");
    for (int i = 0; i < ROLE_COUNT; i++) {
        struct str word = role_word((enum role)i);
        if (role && str_equal(word, str_from(role))) {
            buf_printf(&text, "%s\n", line);
        } else {
            buf_printf(&text, "%.*s:  %06X\n", STR_ARG(word),
                       (unsigned)th->colour[i]);
        }
    }
    struct str kept = arena_copy(mem, buf_view(&text));
    buf_finish(&text);
    return kept;
}

static void a_palette_of_ones_own_is_read(void **state)
{
    (void)state;
    struct arena mem = {0};
    struct diags notes = {.mem = &mem};
    struct theme th;
    assert_true(theme_read(&th, palette_text(&mem, NULL, NULL), &mem, &notes));
    assert_memory_equal(th.colour, theme_of(PALETTE_DUSK)->colour,
                        sizeof(th.colour));
    assert_false(th.light);
    assert_true(th.glow);
    assert_true(theme_read(&th,
                           palette_text(&mem, "line",
                                        "line: #4c3553\n"
                                        "glow: off"),
                           &mem, &notes));
    assert_false(th.glow);
    assert_int_equal(th.colour[ROLE_LINE], 0x4c3553);
    assert_int_equal(notes.count, 0);
    arena_finish(&mem);
}

static void a_palette_that_cannot_be_read_is_refused(void **state)
{
    (void)state;
    static const struct {
        const char *role, *line, *message;
        int at;
    } rows[] = {
        {"ink2", "ink2: 606060",
         "ink2 has a contrast of 2.29 to 1, and needs "
         "4.5",
         7},
        {"ring", "ring: 605060", "ring has a contrast of", 12},
        {"care", "care: ff9f9", "\"ff9f9\" is not a colour", 11},
        {"care", "care: ff9f9g", "\"ff9f9g\" is not a colour", 11},
        {"care", "", "care is missing", 0},
        {"line", "rim: 4c3553", "\"rim\" is not a part of a palette", 13},
        {"line", "ink: 4c3553", "ink stands twice", 13},
        {"line", "line: 4c3553\nglow: much", "glow is neither on nor off", 14},
    };
    for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
        struct arena mem = {0};
        struct diags notes = {.mem = &mem};
        struct theme th;
        struct str text = palette_text(&mem, rows[i].role, rows[i].line);
        assert_false(theme_read(&th, text, &mem, &notes));
        assert_true(notes.count >= 1);
        struct str said = notes.items[0].message;
        if (!str_starts(said, str_from(rows[i].message))) {
            print_error("%.*s\n", STR_ARG(said));
        }
        assert_true(str_starts(said, str_from(rows[i].message)));
        assert_int_equal(notes.items[0].line, rows[i].at);
        arena_finish(&mem);
    }
}

static void palettes_mix(void **state)
{
    (void)state;
    const struct theme *night = theme_of(PALETTE_NIGHT);
    const struct theme *paper = theme_of(PALETTE_PAPER);
    struct theme half = theme_mixed(night, paper, 50);
    assert_int_equal(half.colour[ROLE_EDGE], 0x7b7a77);
    assert_true(half.light);
    half = theme_mixed(night, paper, 0);
    assert_memory_equal(half.colour, night->colour, sizeof(half.colour));
    half = theme_mixed(night, paper, 100);
    assert_memory_equal(half.colour, paper->colour, sizeof(half.colour));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_contrast),
        cmocka_unit_test(dimming_takes_every_colour_down),
        cmocka_unit_test(dimming_keeps_its_bounds),
        cmocka_unit_test(a_palette_of_ones_own_is_read),
        cmocka_unit_test(a_palette_that_cannot_be_read_is_refused),
        cmocka_unit_test(palettes_mix),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

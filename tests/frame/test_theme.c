// SPDX-License-Identifier: MIT
// Every palette can be read: contrast by WCAG 2.1 on the worst of its grounds,
// at least 4.5 for whatever may be text, 12 for the ink, 3 for the ring. Dimming
// takes every colour down by the same share, and nothing else.
#include "unit.h"

#include <math.h>

#include "frame/theme.h"

static double linear(uint32_t colour, int shift)
{
    double part = (colour >> shift & 0xff) / 255.0;
    return part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4);
}

static double luminance(uint32_t colour)
{
    return 0.2126 * linear(colour, 16) + 0.7152 * linear(colour, 8) +
           0.0722 * linear(colour, 0);
}

static double contrast(uint32_t a, uint32_t b)
{
    double la = luminance(a), lb = luminance(b);
    return la > lb ? (la + 0.05) / (lb + 0.05) : (lb + 0.05) / (la + 0.05);
}

static double worst(const struct theme *th, enum role role)
{
    double least = 21;
    for (int ground = ROLE_EDGE; ground <= ROLE_SURFACE; ground++) {
        double now = contrast(th->colour[role], th->colour[ground]);
        least = now < least ? now : least;
    }
    return least;
}

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
            double got = worst(th, (enum role)role);
            if (got < least[role]) {
                print_error("palette %d role %d: %.2f, at least %.1f\n", p,
                            role, got, least[role]);
            }
            assert_true(got >= least[role]);
        }
        assert_true(contrast(th->colour[ROLE_CENTRE], th->colour[ROLE_EDGE]) <
                    1.5); // the ground stays calm
        bool dark = luminance(th->colour[ROLE_EDGE]) < 0.2;
        assert_int_equal(th->light, !dark);
        assert_true(palette_word((enum palette)p).len > 0);
    }
    assert_true(contrast(0xffffff, 0) > 20.99);
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

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_contrast),
        cmocka_unit_test(dimming_takes_every_colour_down),
        cmocka_unit_test(dimming_keeps_its_bounds),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

// SPDX-License-Identifier: MIT
// Dimming takes every colour down by the same share, and nothing else.
#include "unit.h"

#include "frame/theme.h"

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
        cmocka_unit_test(dimming_takes_every_colour_down),
        cmocka_unit_test(dimming_keeps_its_bounds),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

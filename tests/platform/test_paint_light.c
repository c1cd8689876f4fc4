// SPDX-License-Identifier: MIT
// Light without bands: the dither is right in the mean, the ground has no steps
// and lies where it is wanted, orb and glow follow their curves, light never
// wraps round, and without glow an orb is a ring.
#include "unit.h"

#include <math.h>

#include "platform/paint_tint.h"
#include "platform/picture.h"

enum { WIDTH = 960, HEIGHT = 540 };

struct easel {
    struct picture picture;
    struct scene *scene;
    struct painter *painter;
};

static struct easel easel_create(void)
{
    struct easel e = {picture_create(WIDTH, HEIGHT),
                      calloc(1, sizeof(struct scene)), painter_create(NULL)};
    struct stage st = stage_fit(WIDTH, HEIGHT);
    scene_begin(e.scene, st.left, st.top, st.right, st.bottom);
    scene_add(e.scene, (struct shape){.kind = SHAPE_GROUND});
    return e;
}

static void easel_destroy(struct easel *e)
{
    free(e->scene);
    painter_destroy(e->painter);
    picture_destroy(&e->picture);
}

static void easel_draw(struct easel *e, enum palette palette)
{
    painter_draw(e->painter, e->scene, theme_of(palette), e->picture.canvas);
}

// The mean of a channel over a square of side pixels.
static double mean(const struct picture *p, int x, int y, int side, int shift)
{
    double sum = 0;
    for (int i = 0; i < side * side; i++) {
        sum += channel(picture_at(p, x + i % side, y + i / side), shift);
    }
    return sum / (side * side);
}

static void test_tiles_are_right_in_the_mean(void **state)
{
    (void)state;
    static const uint32_t colours[] = {0x86d3c8, 0xf3b58c, 0xffffff,
                                       0x01ff80, 0x000000, 0x030201};
    struct tint *t = malloc(sizeof(*t));
    for (size_t i = 0; i < sizeof(colours) / sizeof(colours[0]); i++) {
        tint_make(t, colours[i]);
        for (int level = 0; level <= t->full; level++) {
            for (int shift = 0; shift <= 16; shift += 8) {
                double sum = 0;
                for (int k = 0; k < TILE * TILE; k++) {
                    sum += channel(t->rows[k / TILE][level][k % TILE], shift);
                }
                double want = t->full == 0 ? 0
                                           : (double)level / t->full *
                                                 channel(colours[i], shift);
                assert_true(fabs(sum / 16 - want) <= 1.0 / 32 + 1e-9);
            }
        }
    }
    free(t);
}

static void test_ground_has_no_bands(void **state)
{
    (void)state;
    enum { BLOCK = 16 };
    struct easel e = easel_create();
    for (int palette = 0; palette < PALETTE_CONTRAST; palette++) {
        const struct theme *th = theme_of((enum palette)palette);
        easel_draw(&e, (enum palette)palette);
        for (int shift = 0; shift <= 16; shift += 8) {
            double before = -1, middle = 0;
            for (int x = WIDTH / 2; x + BLOCK <= WIDTH; x += BLOCK) {
                double now = mean(&e.picture, x, HEIGHT / 2, BLOCK, shift);
                middle = before < 0 ? now : middle;
                // Smooth on average, though a pixel has whole steps alone.
                assert_true(before < 0 || fabs(now - before) < 0.9);
                assert_true(before < 0 || now <= before + 0.1);
                before = now;
            }
            double centre = channel(th->colour[ROLE_CENTRE], shift);
            double edge = channel(th->colour[ROLE_EDGE], shift);
            assert_true(fabs(middle - centre) < 1.0);
            assert_true(fabs(mean(&e.picture, 0, 0, BLOCK, shift) - edge) <
                        0.01);
        }
    }
    easel_destroy(&e);
}

// Where the scene wants its light, and as far as it wants it.
static void test_ground_lies_where_told(void **state)
{
    (void)state;
    enum { BLOCK = 16 };
    const double x = 0.6, y = 0.61, r = 1.35;
    struct easel e = easel_create();
    e.scene->shapes[0].x = (float)x;
    e.scene->shapes[0].y = (float)y;
    e.scene->shapes[0].r = (float)r;
    easel_draw(&e, PALETTE_DUSK);
    const struct theme *th = theme_of(PALETTE_DUSK);
    double centre = channel(th->colour[ROLE_CENTRE], 0);
    double edge = channel(th->colour[ROLE_EDGE], 0);
    for (int px = 0; px + BLOCK <= WIDTH; px += 2 * BLOCK) {
        for (int py = 0; py + BLOCK <= HEIGHT; py += 2 * BLOCK) {
            double dx = (px + 8 - x * HEIGHT) / (0.58 * r * WIDTH);
            double dy = (py + 8 - y * HEIGHT) / (0.72 * r * HEIGHT);
            double part = (1 - sqrt(dx * dx + dy * dy + 0.01)) / 0.9;
            double want = edge + (centre - edge) * fmax(part, 0);
            double got = mean(&e.picture, px, py, BLOCK, 0);
            assert_true(fabs(got - want) < 0.4);
        }
    }
    easel_destroy(&e);
}

// The orb's curves at a point, in radii from its centre, as parts of the
// breath's colour and of the highlight's.
static double orb_part(double x, double y, double *white)
{
    double q = hypot(x, y);
    *white = 0;
    if (q > 1) {
        double gone = (q - 1) / 1.6;
        return 0.29 * exp(-2.3 * (q - 1)) * (1 - gone * gone);
    }
    double d2 = (x + 0.25) * (x + 0.25) + (y + 0.68) * (y + 0.68);
    *white = 0.15 * exp(-4.5 * d2);
    double shade = 0.89 - 0.05 * x - 0.235 * y - 0.125 * y * y;
    return 0.055 + 0.745 * pow(q, 4) * shade;
}

// An orb of r pixels in the middle of the screen, at q radii.
static void check_orb_at(const struct easel *e, const struct easel *bare,
                         double r, double q, double angle)
{
    double x = q * cos(angle), y = q * sin(angle);
    int left = (int)(WIDTH / 2 + x * r) - 2,
        top = (int)(HEIGHT / 2 + y * r) - 2;
    if (top < 0 || top + 4 > HEIGHT) {
        return;
    }
    double white = 0;
    double part = orb_part((left + 2 - WIDTH / 2) / r,
                           (top + 2 - HEIGHT / 2) / r, &white);
    const struct theme *th = theme_of(PALETTE_NIGHT);
    for (int shift = 0; shift <= 16; shift += 8) {
        // Light is what a colour has more than the ground's middle.
        double middle = channel(th->colour[ROLE_CENTRE], shift);
        double breath = channel(th->colour[ROLE_BREATH], shift) - middle;
        double ink = channel(th->colour[ROLE_INK], shift) - middle;
        double want = mean(&bare->picture, left, top, 4, shift) +
                      part * breath + white * (breath + ink) / 2;
        double got = mean(&e->picture, left, top, 4, shift);
        if (fabs(got - want) > 1.4) {
            print_error("r %.1f q %.1f angle %.1f: %.2f, not %.2f\n", r, q,
                        angle, got, want);
        }
        assert_true(fabs(got - want) <= 1.4);
    }
}

// Also where a zone of its light follows its radius in strides.
static void test_orb_follows_its_formula(void **state)
{
    (void)state;
    struct easel e = easel_create(), bare = easel_create();
    easel_draw(&bare, PALETTE_NIGHT);
    size_t ground = e.scene->count;
    for (double r = 54; r < 190; r += 6.8) {
        e.scene->count = ground;
        scene_add(e.scene, (struct shape){.kind = SHAPE_ORB,
                                          .role = ROLE_BREATH,
                                          .alpha = 1,
                                          .x = STAGE_WIDTH / 2,
                                          .y = 0.5f,
                                          .r = (float)(r / HEIGHT),
                                          .a = 1});
        easel_draw(&e, PALETTE_NIGHT);
        for (int turn = 0; turn < 12; turn++) {
            for (double q = 0.1; q < 2.4; q += 0.1) {
                if (q < 0.95 || q > 1.05) { // but for the soft edge
                    check_orb_at(&e, &bare, r, q, turn * 0.5236);
                }
            }
        }
    }
    easel_destroy(&bare);
    easel_destroy(&e);
}

static void test_glow_follows_its_formula(void **state)
{
    (void)state;
    const double r = 0.4 * HEIGHT;
    struct easel e = easel_create(), bare = easel_create();
    easel_draw(&bare, PALETTE_NIGHT);
    scene_add(e.scene, (struct shape){.kind = SHAPE_GLOW,
                                      .role = ROLE_BREATH,
                                      .alpha = 0.5f,
                                      .x = STAGE_WIDTH / 2,
                                      .y = 0.5f,
                                      .r = 0.4f});
    easel_draw(&e, PALETTE_NIGHT);
    const struct theme *th = theme_of(PALETTE_NIGHT);
    double light = channel(th->colour[ROLE_BREATH], 8) -
                   channel(th->colour[ROLE_CENTRE], 8);
    for (double q = 0; q < 1.1; q += 0.05) {
        int left = WIDTH / 2 + (int)(q * r) - 2;
        double at = (left + 2 - WIDTH / 2) / r, u = fmax(1 - at * at, 0);
        double want = mean(&bare.picture, left, HEIGHT / 2 - 2, 4, 8) +
                      0.5 * light * u * u * (0.4 + 0.6 * pow(u, 8));
        double got = mean(&e.picture, left, HEIGHT / 2 - 2, 4, 8);
        assert_true(fabs(got - want) < 0.7);
    }
    easel_destroy(&bare);
    easel_destroy(&e);
}

static void test_light_does_not_wrap(void **state)
{
    (void)state;
    struct easel e = easel_create();
    scene_add(e.scene, (struct shape){.kind = SHAPE_DISC,
                                      .role = ROLE_INK,
                                      .alpha = 1,
                                      .x = 0.9f,
                                      .y = 0.5f,
                                      .r = 0.3f});
    for (int i = 0; i < 4; i++) {
        scene_add(e.scene, (struct shape){.kind = SHAPE_GLOW,
                                          .role = ROLE_WARM,
                                          .alpha = 1,
                                          .x = 0.9f,
                                          .y = 0.5f,
                                          .r = 0.5f});
        scene_add(e.scene, (struct shape){.kind = SHAPE_ORB,
                                          .role = ROLE_WARM,
                                          .alpha = 1,
                                          .x = 0.9f,
                                          .y = 0.5f,
                                          .r = 0.3f,
                                          .a = 2});
    }
    easel_draw(&e, PALETTE_NIGHT);
    const struct theme *night = theme_of(PALETTE_NIGHT);
    const struct theme *paper = theme_of(PALETTE_PAPER);
    for (int y = 150; y < 390; y += 7) {
        for (int shift = 0; shift <= 16; shift += 8) {
            assert_true(channel(picture_at(&e.picture, 486, y), shift) >=
                        channel(night->colour[ROLE_INK], shift));
        }
    }
    easel_draw(&e, PALETTE_PAPER);
    for (int y = 150; y < 390; y += 7) {
        for (int shift = 0; shift <= 16; shift += 8) {
            assert_true(channel(picture_at(&e.picture, 486, y), shift) <=
                        channel(paper->colour[ROLE_INK], shift));
        }
    }
    easel_destroy(&e);
}

// On paper light is the colour laid over the paper.
static void test_glow_on_paper(void **state)
{
    (void)state;
    struct easel e = easel_create();
    scene_add(e.scene, (struct shape){.kind = SHAPE_GLOW,
                                      .role = ROLE_BREATH,
                                      .alpha = 1,
                                      .x = STAGE_WIDTH / 2,
                                      .y = 0.5f,
                                      .r = 0.5f});
    easel_draw(&e, PALETTE_PAPER);
    const struct theme *th = theme_of(PALETTE_PAPER);
    for (int shift = 0; shift <= 16; shift += 8) {
        double paper = channel(th->colour[ROLE_CENTRE], shift);
        double want =
            paper + 0.8 * (channel(th->colour[ROLE_BREATH], shift) - paper);
        double got = mean(&e.picture, WIDTH / 2 - 4, HEIGHT / 2 - 4, 8, shift);
        assert_true(fabs(got - want) < 2);
    }
    easel_destroy(&e);
}

static void test_contrast_is_a_ring(void **state)
{
    (void)state;
    struct easel e = easel_create();
    scene_add(e.scene, (struct shape){.kind = SHAPE_ORB,
                                      .role = ROLE_BREATH,
                                      .alpha = 1,
                                      .x = STAGE_WIDTH / 2,
                                      .y = 0.5f,
                                      .r = 0.2f,
                                      .a = 1});
    scene_add(e.scene, (struct shape){.kind = SHAPE_GLOW,
                                      .role = ROLE_BREATH,
                                      .alpha = 1,
                                      .x = 0.2f,
                                      .y = 0.5f,
                                      .r = 0.2f});
    const struct point fill[] = {{1.4f, 0.1f}, {1.6f, 0.1f}, {1.5f, 0.3f}};
    scene_path(e.scene,
               (struct shape){.role = ROLE_BREATH, .alpha = 1, .a = 1, .b = 1},
               fill, 3);
    easel_draw(&e, PALETTE_CONTRAST);
    assert_int_equal(picture_at(&e.picture, 1.5 * HEIGHT, 0.15 * HEIGHT), 0);
    assert_int_equal(picture_at(&e.picture, WIDTH / 2, HEIGHT / 2), 0);
    assert_int_equal(picture_at(&e.picture, WIDTH / 2 + 108, HEIGHT / 2),
                     0xffffff);
    assert_int_equal(picture_at(&e.picture, WIDTH / 2 + 120, HEIGHT / 2), 0);
    assert_int_equal(picture_at(&e.picture, 108, HEIGHT / 2), 0);
    easel_destroy(&e);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_tiles_are_right_in_the_mean),
        cmocka_unit_test(test_ground_has_no_bands),
        cmocka_unit_test(test_ground_lies_where_told),
        cmocka_unit_test(test_orb_follows_its_formula),
        cmocka_unit_test(test_glow_follows_its_formula),
        cmocka_unit_test(test_light_does_not_wrap),
        cmocka_unit_test(test_glow_on_paper),
        cmocka_unit_test(test_contrast_is_a_ring),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

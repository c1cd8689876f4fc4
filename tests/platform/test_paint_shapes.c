// SPDX-License-Identifier: MIT
// Each shape of ink covers its area, as geometry has it, wherever it lies
// between the pixels; blends by its alpha in the mean; and ends where the
// canvas ends.
#include "unit.h"

#include <math.h>

#include "platform/picture.h"

enum { SIDE = 180 }; // pixels to a stage height

#define PI 3.14159265

static void one_shape(struct scene *sc, const struct picture *p, struct shape s)
{
    struct stage st = stage_fit(p->canvas.width, p->canvas.height);
    scene_begin(sc, st.left, st.top, st.right, st.bottom);
    scene_add(sc, (struct shape){.kind = SHAPE_GROUND});
    scene_add(sc, s);
}

// How many white pixels' worth of light is there, drawing on black.
static double light_of(const struct picture *p)
{
    double sum = 0;
    for (int y = 0; y < p->canvas.height; y++) {
        for (int x = 0; x < p->canvas.width; x++) {
            sum += channel(picture_at(p, x, y), 8) / 255.0;
        }
    }
    return sum;
}

static void draw_on_black(const struct scene *sc, const struct picture *p)
{
    struct painter *painter = painter_create(NULL);
    // Black and white, without the wider lines that go with them.
    struct theme plain = *theme_of(PALETTE_CONTRAST);
    plain.glow = true;
    painter_draw(painter, sc, &plain, p->canvas);
    painter_destroy(painter);
}

// Draws s at sixteen places within a pixel; its light must in the mean be
// area, in pixels, and nowhere be far from it.
static void check_area(struct shape s, double area)
{
    struct picture p = picture_create(SIDE * 16 / 9, SIDE);
    struct scene *sc = calloc(1, sizeof(*sc));
    double sum = 0;
    s.role = ROLE_INK;
    s.alpha = 1;
    for (int i = 0; i < 16; i++) {
        struct shape at = s;
        at.x += (float)(i % 4) * 0.25f / SIDE;
        at.y += (float)(i / 4) * 0.25f / SIDE;
        if (s.kind == SHAPE_LINE) {
            at.w += at.x - s.x;
            at.h += at.y - s.y;
        }
        one_shape(sc, &p, at);
        draw_on_black(sc, &p);
        double light = light_of(&p);
        sum += light;
        assert_true(fabs(light - area) <= 0.25 * area + 0.3);
    }
    if (fabs(sum / 16 - area) > 0.015 * area + 0.15) {
        print_error("kind %d: %.2f, not %.2f\n", (int)s.kind, sum / 16, area);
    }
    assert_true(fabs(sum / 16 - area) <= 0.015 * area + 0.15);
    free(sc);
    picture_destroy(&p);
}

static float px(double pixels)
{
    return (float)(pixels / SIDE);
}

static void test_discs(void **state)
{
    (void)state;
    static const double radii[] = {0.25, 0.5, 1, 1.5, 4, 10.5, 60};
    for (size_t i = 0; i < sizeof(radii) / sizeof(radii[0]); i++) {
        double r = radii[i];
        check_area(
            (struct shape){
                .kind = SHAPE_DISC, .x = px(150), .y = px(90), .r = px(r)},
            PI * r * r);
    }
}

static void test_rings_and_arcs(void **state)
{
    (void)state;
    static const double widths[] = {0.25, 1, 3, 10};
    for (size_t i = 0; i < sizeof(widths) / sizeof(widths[0]); i++) {
        double w = widths[i];
        struct shape ring = {.kind = SHAPE_RING,
                             .x = px(150),
                             .y = px(90),
                             .r = px(50),
                             .width = px(w)};
        check_area(ring, 2 * PI * 50 * w);
        struct shape arc = ring;
        arc.kind = SHAPE_ARC;
        arc.a = 0.1f;
        arc.b = 0.35f; // a quarter, and its round ends
        check_area(arc, 0.25 * 2 * PI * 50 * w + PI * w * w / 4);
        arc.b = 0.85f;
        check_area(arc, 0.75 * 2 * PI * 50 * w + PI * w * w / 4);
        arc.b = 1.1f;
        check_area(arc, 2 * PI * 50 * w);
    }
}

static void test_dots(void **state)
{
    (void)state;
    check_area((struct shape){.kind = SHAPE_DOTS,
                              .x = px(150),
                              .y = px(90),
                              .r = px(70),
                              .width = px(2),
                              .count = 30},
               30 * PI * 4);
}

static void test_lines(void **state)
{
    (void)state;
    static const double ends[][2] = {{120, 0}, {0, 80}, {90, 70},
                                     {100, 3}, {4, 70}, {-60, 60}};
    static const double widths[] = {0.5, 1, 2, 9};
    for (size_t i = 0; i < sizeof(ends) / sizeof(ends[0]); i++) {
        for (size_t k = 0; k < sizeof(widths) / sizeof(widths[0]); k++) {
            double w = widths[k], length = hypot(ends[i][0], ends[i][1]);
            check_area((struct shape){.kind = SHAPE_LINE,
                                      .x = px(100),
                                      .y = px(60),
                                      .w = px(100 + ends[i][0]),
                                      .h = px(60 + ends[i][1]),
                                      .width = px(w)},
                       length * w + PI * w * w / 4);
        }
    }
}

static void test_boxes(void **state)
{
    (void)state;
    struct shape box = {
        .kind = SHAPE_BOX, .x = px(80), .y = px(40), .w = px(120), .h = px(70)};
    check_area(box, 120 * 70);
    box.r = px(20);
    check_area(box, 120 * 70 - (4 - PI) * 400);
    box.width = px(2); // its stroke lies within
    check_area(box, 2 * (2 * (118 - 38 + 68 - 38) + 2 * PI * 19));
    // A hair, and a box with rounder corners than it is high.
    check_area((struct shape){.kind = SHAPE_BOX,
                              .x = px(80),
                              .y = px(40),
                              .w = px(120),
                              .h = px(0.5)},
               60);
    check_area((struct shape){.kind = SHAPE_BOX,
                              .x = px(80),
                              .y = px(40),
                              .w = px(120),
                              .h = px(4),
                              .r = px(50)},
               116 * 4 + PI * 4);
}

// Wherever they lie within a pixel.
static void test_hard_edges(void **state)
{
    (void)state;
    const struct shape shapes[] = {
        {.kind = SHAPE_BOX, .x = px(20), .y = px(20), .w = px(90), .h = px(40)},
        {.kind = SHAPE_LINE,
         .x = px(20),
         .y = px(20),
         .w = px(90),
         .h = px(20)},
        {.kind = SHAPE_LINE,
         .x = px(20),
         .y = px(20),
         .w = px(20),
         .h = px(90)},
    };
    struct picture p = picture_create(SIDE * 16 / 9, SIDE);
    struct scene *sc = calloc(1, sizeof(*sc));
    for (int i = 0; i < 48; i++) {
        struct shape s = shapes[i / 16];
        float off = (float)(i % 16) / 16 / SIDE;
        s.role = ROLE_INK;
        s.alpha = 1;
        s.width = px(1.25f + (float)(i % 3));
        s.x += off;
        s.y += off;
        s.w += s.kind == SHAPE_LINE ? off : 0;
        s.h += s.kind == SHAPE_LINE ? off : 0;
        one_shape(sc, &p, s);
        draw_on_black(sc, &p);
        for (int at = 10; at < 110; at++) { // across its middle, both ways
            int over = channel(picture_at(&p, 50, at), 8);
            int down = channel(picture_at(&p, at, 40), 8);
            assert_true(s.w <= s.x || over == 0 || over == 255);
            assert_true(s.h <= s.y || down == 0 || down == 255);
        }
    }
    free(sc);
    picture_destroy(&p);
}

static void check_path(struct shape s, const struct point *points, size_t count,
                       double area)
{
    struct picture p = picture_create(SIDE * 16 / 9, SIDE);
    struct scene *sc = calloc(1, sizeof(*sc));
    struct stage st = stage_fit(p.canvas.width, p.canvas.height);
    scene_begin(sc, st.left, st.top, st.right, st.bottom);
    scene_add(sc, (struct shape){.kind = SHAPE_GROUND});
    s.role = ROLE_INK;
    s.alpha = 1;
    scene_path(sc, s, points, count);
    draw_on_black(sc, &p);
    double light = light_of(&p);
    if (fabs(light - area) > 0.02 * area + 0.3) {
        print_error("path: %.2f, not %.2f\n", light, area);
    }
    assert_true(fabs(light - area) <= 0.02 * area + 0.3);
    free(sc);
    picture_destroy(&p);
}

static void test_paths(void **state)
{
    (void)state;
    const struct point triangle[] = {
        {px(100), px(30)}, {px(180), px(100)}, {px(60), px(150)}};
    double area = fabs(80.0 * 120 - 70.0 * -40) / 2;
    check_path((struct shape){0}, triangle, 3, area);
    // The same, faded from the top's alpha of 0.4 to none at the bottom: the
    // mean of the fade over the area.
    const struct point square[] = {{px(60), px(50)},
                                   {px(160), px(50)},
                                   {px(160), px(150)},
                                   {px(60), px(150)}};
    check_path((struct shape){.y = px(50), .h = px(150), .a = 0.4f, .b = 0},
               square, 4, 2000);
    check_path((struct shape){.x = px(60), .w = px(160), .a = 0.1f, .b = 0.5f},
               square, 4, 3000);
    // Across, and down to nothing.
    struct shape both = {.x = px(60),
                         .y = px(50),
                         .w = px(160),
                         .h = px(150),
                         .r = 1,
                         .a = 0.1f,
                         .b = 0.5f};
    check_path(both, square, 4, 1500);
    check_path((struct shape){.width = px(6), .closed = true}, square, 4,
               400 * 6 - 4 * 9 + 4 * PI * 9 / 4);
    check_path((struct shape){.width = px(6)}, square, 4,
               300 * 6 - 2 * 9 + 2 * PI * 9 / 4 + PI * 9);
    check_path((struct shape){.width = px(6)}, square, 1, PI * 9);
}

// Each few columns of a long fade are as bright as their place says, without
// stripes, up to the ends of a fill that begins and ends within a block.
static void test_fade_by_columns(void **state)
{
    (void)state;
    enum { HIGH = 720, PART = 4, FROM = 40, TO = 1240, TOP = 200, ROWS = 32 };
    struct picture p = picture_create(HIGH * 16 / 9, HIGH);
    struct scene *sc = calloc(1, sizeof(*sc));
    struct stage st = stage_fit(p.canvas.width, p.canvas.height);
    const float from = (float)FROM / HIGH, to = (float)TO / HIGH;
    const float top = (float)TOP / HIGH, bottom = (float)(TOP + ROWS) / HIGH;
    const struct point band[] = {
        {from, top}, {to, top}, {to, bottom}, {from, bottom}};
    scene_begin(sc, st.left, st.top, st.right, st.bottom);
    scene_add(sc, (struct shape){.kind = SHAPE_GROUND});
    scene_path(sc,
               (struct shape){.role = ROLE_INK,
                              .alpha = 1,
                              .x = from,
                              .w = to,
                              .a = 0.1f,
                              .b = 0.9f},
               band, 4);
    draw_on_black(sc, &p);
    for (int x = FROM; x < TO; x += PART) {
        double sum = 0;
        int end = x + PART < TO ? x + PART : TO;
        for (int i = x; i < end; i++) {
            for (int y = TOP; y < TOP + ROWS; y++) {
                sum += channel(picture_at(&p, i, y), 8);
            }
        }
        double middle = (x + end) / 2.0 - FROM;
        double want = 255 * (0.1 + 0.8 * middle / (TO - FROM));
        assert_true(fabs(sum / ((end - x) * ROWS) - want) < 0.6);
    }
    free(sc);
    picture_destroy(&p);
}

// The mean over some pixels is what alpha says, though each is a whole step.
static void test_alpha_in_the_mean(void **state)
{
    (void)state;
    struct picture p = picture_create(SIDE * 16 / 9, SIDE);
    struct scene *sc = calloc(1, sizeof(*sc));
    for (int step = 0; step <= 256; step += 7) {
        one_shape(sc, &p,
                  (struct shape){.kind = SHAPE_BOX,
                                 .role = ROLE_LINE,
                                 .alpha = (float)step / 256,
                                 .x = px(20),
                                 .y = px(20),
                                 .w = px(200),
                                 .h = px(100)});
        draw_on_black(sc, &p);
        double sum = 0;
        for (int y = 40; y < 80; y++) {
            for (int x = 40; x < 80; x++) {
                sum += channel(picture_at(&p, x, y), 0);
            }
        }
        double want = 0x80 * step / 256.0;
        assert_true(fabs(sum / 1600 - want) < 0.07);
    }
    free(sc);
    picture_destroy(&p);
}

static void test_outside_draws_nothing(void **state)
{
    (void)state;
    struct picture p = picture_create(160, 90);
    struct painter *painter = painter_create(NULL);
    struct scene *sc = calloc(1, sizeof(*sc));
    const struct theme *night = theme_of(PALETTE_NIGHT);
    one_shape(sc, &p, (struct shape){.kind = SHAPE_DISC});
    painter_draw(painter, sc, night, p.canvas);
    static const float far[] = {-1e30f, -5, 5, 1e30f};
    for (int kind = SHAPE_ORB; kind < SHAPE_TEXT; kind++) {
        for (int i = 0; i < 16; i++) {
            struct shape s = {.kind = (enum shape_kind)kind,
                              .role = ROLE_INK,
                              .alpha = 1,
                              .x = far[i % 4],
                              .y = far[i / 4],
                              .r = 0.2f,
                              .width = 0.01f,
                              .a = 1,
                              .b = 2,
                              .count = 9};
            s.w = kind == SHAPE_LINE ? s.x : 0.3f;
            s.h = kind == SHAPE_LINE ? s.y : 0.3f;
            one_shape(sc, &p, s);
            struct damage d = painter_draw(painter, sc, night, p.canvas);
            assert_int_equal(d.count, 0);
        }
    }
    assert_true(picture_margin_clean(&p));
    free(sc);
    painter_destroy(painter);
    picture_destroy(&p);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_discs),
        cmocka_unit_test(test_rings_and_arcs),
        cmocka_unit_test(test_dots),
        cmocka_unit_test(test_lines),
        cmocka_unit_test(test_boxes),
        cmocka_unit_test(test_hard_edges),
        cmocka_unit_test(test_paths),
        cmocka_unit_test(test_fade_by_columns),
        cmocka_unit_test(test_alpha_in_the_mean),
        cmocka_unit_test(test_outside_draws_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

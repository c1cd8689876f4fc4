// SPDX-License-Identifier: MIT
// The painter as a whole: whatever changes in a scene, drawing only what
// changed gives, pixel by pixel, what drawing everything gives; nothing is
// drawn outside of the canvas; a scene that shows the same costs nothing.
#include "unit.h"

#include "platform/picture.h"

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

// A list of shapes that changes from step to step.
struct story {
    uint32_t random;
    struct shape shapes[24];
    char texts[24][16];
    struct point points[24][8];
    int count;
};

static struct shape any_shape(struct story *st, int at)
{
    uint32_t *r = &st->random;
    struct shape s = {
        .kind = (enum shape_kind)(1 + random_below(r, SHAPE_KIND_COUNT - 1)),
        .role = (enum role)random_below(r, ROLE_COUNT),
        .alpha = random_below(r, 3) == 0 ? 1 : random_between(r, 0, 1),
        .x = random_between(r, -0.4f, 2.2f),
        .y = random_between(r, -0.4f, 1.4f),
        .w = random_between(r, 0, 1.2f),
        .h = random_between(r, 0, 0.8f),
        .r = random_between(r, 0, 0.3f),
        .width = random_below(r, 2) ? random_between(r, 0, 0.05f) : 0,
        .a = random_between(r, 0, 1),
        .b = random_between(r, 0, 2),
        .count = random_below(r, 12),
        .face = (enum face)random_below(r, FACE_COUNT),
        .align = (enum align)random_below(r, 3),
        .size = random_between(r, 0.02f, 0.2f),
        .tabular = random_below(r, 2) == 0,
        .closed = random_below(r, 2) == 0,
    };
    for (size_t i = 0; i + 1 < sizeof(st->texts[at]); i++) {
        st->texts[at][i] = (char)('0' + random_below(r, 70));
    }
    if (random_below(r, 4) == 0) { // a wave among the letters
        memcpy(st->texts[at] + 4, "\U0001F30A", 4);
    }
    for (int i = 0; i < 8; i++) {
        st->points[at][i] = (struct point){random_between(r, -0.3f, 2),
                                           random_between(r, -0.3f, 1.3f)};
    }
    return s;
}

// Adds, takes away, moves or leaves a shape.
static void step_story(struct story *st)
{
    uint32_t *r = &st->random;
    int at = random_below(r, st->count + 1);
    int what = random_below(r, 8);
    if (what == 0 && st->count < 20) {
        for (int i = st->count; i > at; i--) {
            st->shapes[i] = st->shapes[i - 1];
            memcpy(st->texts[i], st->texts[i - 1], sizeof(st->texts[i]));
            memcpy(st->points[i], st->points[i - 1], sizeof(st->points[i]));
        }
        st->shapes[at] = any_shape(st, at);
        st->count++;
    } else if (what == 1 && at < st->count) {
        for (int i = at; i + 1 < st->count; i++) {
            st->shapes[i] = st->shapes[i + 1];
            memcpy(st->texts[i], st->texts[i + 1], sizeof(st->texts[i]));
            memcpy(st->points[i], st->points[i + 1], sizeof(st->points[i]));
        }
        st->count--;
    } else if (at < st->count) {
        struct shape *s = &st->shapes[at];
        s->x += random_between(r, -0.05f, 0.05f);
        s->r += what == 2 ? random_between(r, -0.02f, 0.02f) : 0;
        s->a += what == 3 ? random_between(r, -0.1f, 0.1f) : 0;
        s->alpha = what == 4 ? random_between(r, 0, 1) : s->alpha;
        st->texts[at][3] = what == 5 ? 'x' : st->texts[at][3];
        st->points[at][2].y += what == 6 ? 0.03f : 0;
    }
}

static void tell_story(const struct story *st, struct scene *sc,
                       const struct picture *p)
{
    struct stage stage = stage_fit(p->canvas.width, p->canvas.height);
    scene_begin(sc, stage.left, stage.top, stage.right, stage.bottom);
    scene_add(sc, (struct shape){.kind = SHAPE_GROUND});
    for (int i = 0; i < st->count; i++) {
        struct shape s = st->shapes[i];
        if (s.kind == SHAPE_TEXT) {
            scene_text(sc, s, str_from(st->texts[i]));
        } else if (s.kind == SHAPE_PATH) {
            scene_path(sc, s, st->points[i], 8);
        } else {
            scene_add(sc, s);
        }
    }
}

static void check_story(int width, int height, enum palette palette,
                        uint32_t seed)
{
    enum { STEPS = 60 };
    struct story st = {.random = seed};
    struct picture part = picture_create(width, height);
    struct picture whole = picture_create(width, height);
    struct painter *painter = painter_create(fonts);
    struct painter *fresh = painter_create(fonts);
    struct scene *sc = calloc(1, sizeof(*sc));
    for (int i = 0; i < STEPS; i++) {
        tell_story(&st, sc, &part);
        painter_draw(painter, sc, theme_of(palette), part.canvas);
        painter_forget(fresh);
        painter_draw(fresh, sc, theme_of(palette), whole.canvas);
        if (!picture_same(&part, &whole)) {
            print_error("%dx%d palette %d seed %u step %d\n", width, height,
                        (int)palette, seed, i);
        }
        assert_true(picture_same(&part, &whole));
        for (int k = 0; k < 3; k++) {
            step_story(&st);
        }
    }
    assert_true(picture_margin_clean(&part));
    free(sc);
    painter_destroy(fresh);
    painter_destroy(painter);
    picture_destroy(&whole);
    picture_destroy(&part);
}

static void test_part_equals_whole(void **state)
{
    (void)state;
    for (uint32_t seed = 10; seed < 40; seed++) {
        check_story(40 + (int)(seed * 37 % 300), 20 + (int)(seed * 53 % 200),
                    (enum palette)(seed % PALETTE_COUNT), seed * 7919);
    }
    check_story(160, 90, PALETTE_NIGHT, 1);
    check_story(97, 61, PALETTE_DUSK, 2);
    check_story(250, 90, PALETTE_PAPER, 3);
    check_story(33, 120, PALETTE_CONTRAST, 4);
    check_story(333, 190, PALETTE_NIGHT, 5);
    check_story(640, 360, PALETTE_PAPER, 6);
    check_story(1, 1, PALETTE_NIGHT, 7);
    check_story(2000, 3, PALETTE_DUSK, 8);
    check_story(3, 1500, PALETTE_NIGHT, 9);
}

// A breath: only the orb changes, and all sizes of it come up.
static void check_breath(int width, int height, float least, float step)
{
    struct picture part = picture_create(width, height);
    struct picture whole = picture_create(width, height);
    struct painter *painter = painter_create(NULL);
    struct painter *fresh = painter_create(NULL);
    struct scene *sc = calloc(1, sizeof(*sc));
    for (int i = 0; i < 50; i++) {
        struct stage st = stage_fit(width, height);
        scene_begin(sc, st.left, st.top, st.right, st.bottom);
        scene_add(sc, (struct shape){.kind = SHAPE_GROUND});
        scene_add(sc, (struct shape){.kind = SHAPE_ORB,
                                     .role = ROLE_BREATH,
                                     .alpha = 1,
                                     .x = 0.9f,
                                     .y = 0.444f,
                                     .r = least + (float)(i % 20) * step,
                                     .a = i % 3 == 0 ? 0.95f : 1});
        painter_draw(painter, sc, theme_of(PALETTE_NIGHT), part.canvas);
        painter_forget(fresh);
        painter_draw(fresh, sc, theme_of(PALETTE_NIGHT), whole.canvas);
        assert_true(picture_same(&part, &whole));
    }
    free(sc);
    painter_destroy(fresh);
    painter_destroy(painter);
    picture_destroy(&whole);
    picture_destroy(&part);
}

// The glow of a large orb follows its radius in strides.
static void test_breath_in_parts(void **state)
{
    (void)state;
    check_breath(480, 270, 0.05f, 0.01f);
    check_breath(900, 506, 0.15f, 0.003f);
    check_breath(1280, 720, 0.2f, 0.0014f);
}

static void small_scene(struct scene *sc, const struct picture *p, float x)
{
    struct stage st = stage_fit(p->canvas.width, p->canvas.height);
    scene_begin(sc, st.left, st.top, st.right, st.bottom);
    scene_add(sc, (struct shape){.kind = SHAPE_GROUND});
    scene_add(sc, (struct shape){.kind = SHAPE_DISC,
                                 .role = ROLE_INK,
                                 .alpha = 1,
                                 .x = x,
                                 .y = 0.5f,
                                 .r = 0.1f});
    scene_text(
        sc,
        (struct shape){
            .role = ROLE_INK, .alpha = 1, .x = 0.1f, .y = 0.9f, .size = 0.1f},
        STR("as it was"));
}

// What a picture that was begun becomes.
struct begun {
    float x;              // of the disc, when it was begun
    enum palette palette; // then
    bool elsewhere;       // in another canvas then
    bool forgotten;       // since then
};

static void check_begun(const struct begun *c, int width, int height)
{
    struct picture a = picture_create(width, height);
    struct picture b = picture_create(width, height);
    struct picture other = picture_create(width, height);
    struct painter *begun = painter_create(fonts);
    struct painter *plain = painter_create(fonts);
    struct scene *sc = calloc(1, sizeof(*sc));
    small_scene(sc, &a, c->x);
    sc->count--; // no word yet
    painter_begin(begun, sc, theme_of(c->palette),
                  c->elsewhere ? other.canvas : a.canvas);
    if (c->forgotten) {
        painter_forget(begun);
    }
    small_scene(sc, &a, 0.3f);
    struct damage d =
        painter_draw(begun, sc, theme_of(PALETTE_NIGHT), a.canvas);
    painter_draw(plain, sc, theme_of(PALETTE_NIGHT), b.canvas);
    assert_true(picture_same(&a, &b) && picture_margin_clean(&a));
    assert_int_equal(d.count, 1); // none of it was handed on before
    assert_int_equal(box_area(d.boxes[0]), width * height);
    d = painter_draw(begun, sc, theme_of(PALETTE_NIGHT), a.canvas);
    assert_int_equal(d.count, 0);
    free(sc);
    painter_destroy(plain);
    painter_destroy(begun);
    picture_destroy(&other);
    picture_destroy(&b);
    picture_destroy(&a);
}

static void test_begun_beside_equals_drawn_at_once(void **state)
{
    (void)state;
    static const int sizes[][2] = {{320, 180}, {321, 180}, {8, 5}, {1024, 768}};
    static const struct begun cases[] = {
        {.x = 0.3f, .palette = PALETTE_NIGHT},
        {.x = 0.4f, .palette = PALETTE_NIGHT},
        {.x = 0.3f, .palette = PALETTE_PAPER},
        {.x = 0.3f, .palette = PALETTE_NIGHT, .elsewhere = true},
        {.x = 0.3f, .palette = PALETTE_NIGHT, .forgotten = true}};
    for (size_t i = 0; i < sizeof(sizes) / sizeof(sizes[0]); i++) {
        for (size_t k = 0; k < sizeof(cases) / sizeof(cases[0]); k++) {
            check_begun(&cases[k], sizes[i][0], sizes[i][1]);
        }
    }
}

static void test_begun_and_never_drawn(void **state)
{
    (void)state;
    struct picture p = picture_create(1024, 768);
    struct painter *painter = painter_create(NULL);
    struct scene *sc = calloc(1, sizeof(*sc));
    small_scene(sc, &p, 0.5f);
    sc->count--;
    painter_begin(painter, sc, theme_of(PALETTE_NIGHT), p.canvas);
    painter_destroy(painter); // waits: the pixels go next
    assert_true(picture_margin_clean(&p));
    free(sc);
    picture_destroy(&p);
}

static void test_same_scene_draws_nothing(void **state)
{
    (void)state;
    struct picture p = picture_create(320, 180);
    struct painter *painter = painter_create(fonts);
    struct scene *sc = calloc(1, sizeof(*sc));
    const struct theme *night = theme_of(PALETTE_NIGHT);
    small_scene(sc, &p, 0.5f);
    struct damage d = painter_draw(painter, sc, night, p.canvas);
    assert_int_equal(d.count, 1);
    assert_int_equal(box_area(d.boxes[0]), 320 * 180);
    d = painter_draw(painter, sc, night, p.canvas);
    assert_int_equal(d.count, 0);
    // By a thousandth of a pixel: not worth a redraw.
    small_scene(sc, &p, 0.500005f);
    d = painter_draw(painter, sc, night, p.canvas);
    assert_int_equal(d.count, 0);
    small_scene(sc, &p, 0.6f);
    d = painter_draw(painter, sc, night, p.canvas);
    assert_int_equal(d.count, 1);
    assert_in_range(box_area(d.boxes[0]), 36 * 36, 64 * 48);
    // Another palette, another place of the pixels, or a loss: everything.
    d = painter_draw(painter, sc, theme_of(PALETTE_PAPER), p.canvas);
    assert_int_equal(box_area(d.boxes[0]), 320 * 180);
    painter_forget(painter);
    d = painter_draw(painter, sc, theme_of(PALETTE_PAPER), p.canvas);
    assert_int_equal(box_area(d.boxes[0]), 320 * 180);
    struct canvas narrow = p.canvas;
    narrow.width = 300;
    d = painter_draw(painter, sc, theme_of(PALETTE_PAPER), narrow);
    assert_int_equal(box_area(d.boxes[0]), 300 * 180);
    free(sc);
    painter_destroy(painter);
    picture_destroy(&p);
}

static void test_empty_scene_and_canvas(void **state)
{
    (void)state;
    struct picture p = picture_create(40, 20);
    struct painter *painter = painter_create(NULL);
    struct scene *sc = calloc(1, sizeof(*sc));
    struct canvas none = p.canvas;
    none.width = 0;
    struct damage d = painter_draw(painter, sc, theme_of(PALETTE_NIGHT), none);
    assert_int_equal(d.count, 0);
    // Without a ground of its own a scene stands on the edge's colour.
    painter_draw(painter, sc, theme_of(PALETTE_NIGHT), p.canvas);
    assert_int_equal(picture_at(&p, 0, 0),
                     theme_of(PALETTE_NIGHT)->colour[ROLE_EDGE]);
    assert_int_equal(picture_at(&p, 39, 19),
                     theme_of(PALETTE_NIGHT)->colour[ROLE_EDGE]);
    assert_true(picture_margin_clean(&p));
    free(sc);
    painter_destroy(painter);
    painter_destroy(NULL);
    picture_destroy(&p);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_part_equals_whole),
        cmocka_unit_test(test_breath_in_parts),
        cmocka_unit_test(test_begun_beside_equals_drawn_at_once),
        cmocka_unit_test(test_begun_and_never_drawn),
        cmocka_unit_test(test_same_scene_draws_nothing),
        cmocka_unit_test(test_empty_scene_and_canvas),
    };
    return cmocka_run_group_tests(tests, open_fonts, close_fonts);
}

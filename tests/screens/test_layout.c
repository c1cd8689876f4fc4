// SPDX-License-Identifier: MIT
// Every screen in every state, language and size of words, in windows of
// several shapes, set by the real fonts: no text reaches out of the window or
// of the box that it stands in, no two lie over each other, no sentence of ours
// is cut off with an ellipsis, and no letter is too small to be read.
#include "unit.h"

#include "screens/enlarge.h"
#include "views.h"

static struct evening v; // large: a scene is in it

enum { TEXTS_MOST = 512 };
struct laid {
    struct area at;
    size_t shape;
    struct str text;
};
static struct laid laid[TEXTS_MOST];
static size_t laid_count, last_sheet;
static int faults;
static const char *told_view, *told_language;
static int told_size, told_width, told_height;
static float normal[VIEWS]; // the mean size of a view's words, at size 0
static const float least_growth[] = {1, 1.08f, 1.12f};

static void tell(const struct laid *l, const char *what)
{
    faults++;
    print_error("%s, %s, size %d, %dx%d: \"%.*s\" %s\n", told_view,
                told_language, told_size, told_width, told_height,
                STR_ARG(l->text), what);
}

// Where the letters of a text lie: capitals above the baseline, tails below.
static struct area box_of(const struct shape *s, struct str text)
{
    float wide =
        evening_ruler.width(evening_ruler.fonts, s->face, s->size, text);
    float left = s->align == ALIGN_LEFT    ? s->x
                 : s->align == ALIGN_RIGHT ? s->x - wide
                                           : s->x - wide / 2;
    return (struct area){left, s->y - 0.72f * s->size, wide, 0.92f * s->size};
}

static bool meet(struct area a, struct area b)
{
    const float near = 0.002f;
    return a.x + near < b.x + b.w && b.x + near < a.x + a.w &&
           a.y + near < b.y + b.h && b.y + near < a.y + a.h;
}

static bool within(struct area a, struct area b)
{
    const float near = 0.001f;
    return a.x >= b.x - near && a.x + a.w <= b.x + b.w + near &&
           a.y >= b.y - near && a.y + a.h <= b.y + b.h + near;
}

static struct area area_of(const struct shape *s)
{
    return (struct area){s->x, s->y, s->w, s->h};
}

// A sheet that is laid over what was drawn before it.
static void cover(const struct shape *s)
{
    size_t kept = 0;
    for (size_t i = 0; i < laid_count; i++) {
        if (s->alpha < 0.5f || !meet(laid[i].at, area_of(s))) {
            laid[kept++] = laid[i];
        }
    }
    laid_count = kept;
}

static void collect(void)
{
    laid_count = last_sheet = 0;
    for (size_t i = 0; i < v.scene.count; i++) {
        const struct shape *s = &v.scene.shapes[i];
        struct str text = str_trim(scene_text_of(&v.scene, s));
        bool sheet = s->kind == SHAPE_BOX && !(s->width > 0) && s->h > 0.3f &&
                     s->role != ROLE_LINE;
        if (sheet) {
            cover(s);
            last_sheet = i;
        } else if (s->kind == SHAPE_TEXT && s->alpha > 0.05f && text.len > 0) {
            assert_true(laid_count < TEXTS_MOST);
            laid[laid_count++] = (struct laid){box_of(s, text), i, text};
        }
    }
}

// The boxes that a text stands in the middle of, on its own sheet.
static void check_box(const struct laid *l)
{
    struct area at = l->at;
    size_t first = l->shape > last_sheet ? last_sheet : 0;
    for (size_t i = first; i < l->shape; i++) {
        const struct shape *s = &v.scene.shapes[i];
        bool holds = s->kind == SHAPE_BOX && s->h > 0.02f &&
                     area_has(area_of(s), at.x + at.w / 2, at.y + at.h / 2) &&
                     s->y <= at.y + at.h / 2;
        if (holds && !within(at, area_of(s))) {
            tell(l, "reaches out of its box");
        }
    }
}

static void check_view(bool cut_well)
{
    struct area window = {v.scene.left, v.scene.top,
                          v.scene.right - v.scene.left,
                          v.scene.bottom - v.scene.top};
    collect();
    for (size_t i = 0; i < laid_count; i++) {
        const struct laid *l = &laid[i];
        if (!within(l->at, window)) {
            tell(l, "reaches out of the window");
        }
        if (!cut_well && str_ends(l->text, STR("\u2026"))) {
            tell(l, "is cut off");
        }
        check_box(l);
        for (size_t k = 0; k < i; k++) {
            if (meet(l->at, laid[k].at)) {
                tell(l, "lies over the next");
                tell(&laid[k], "lies below it");
            }
        }
    }
}

// The mean size of what is read.
static float mean_size(void)
{
    float sum = 0;
    for (size_t i = 0; i < laid_count; i++) {
        sum += v.scene.shapes[laid[i].shape].size;
    }
    return sum / (float)laid_count;
}

// A person's own words may be cut in a list of entries.
static bool may_cut(const struct view *view)
{
    return view->screen == SCREEN_JOURNAL;
}

// What a person may have: the first is what all else is laid out for.
static const struct {
    int width, height;
} windows[] = {
    {1920, 1080}, {800, 600},   {3440, 1440}, {1080, 1920},
    {1366, 768},  {1024, 1280}, {3840, 2160}, {1024, 768},
};
enum { WINDOWS = sizeof(windows) / sizeof(windows[0]) };

// In no window of 800x600 and above, in no language. Letters are drawn in whole
// pixels.
static void check_sizes(float stage_px)
{
    const int least_px = 12;
    for (size_t i = 0; i < laid_count; i++) {
        int px = font_px(v.scene.shapes[laid[i].shape].size, stage_px);
        if (px < least_px) {
            print_error("%d pixels: ", px);
            tell(&laid[i], "is too small");
        }
    }
}

static void look_into(const struct view *view, int width, int height)
{
    struct stage stage = stage_fit(width, height);
    views_zoom(&v, stage);
    scene_begin(&v.scene, stage.left, stage.top, stage.right, stage.bottom);
    program_draw(&v.program, &v.scene, evening_instant(&v));
    assert_false(v.scene.overflow);
    told_width = width;
    told_height = height;
    check_view(may_cut(view));
    check_sizes(stage.px);
}

static void look_at(const struct view *view, int size, int count)
{
    told_view = view->name;
    told_size = size;
    views_go(&v, view, size);
    for (int i = 0; i < count; i++) {
        look_into(view, windows[i].width, windows[i].height);
        if (i == 0) {
            float *usual = &normal[view - views];
            *usual = size == 0 ? mean_size() : *usual;
            float grown = mean_size() / *usual;
            if (grown < least_growth[size]) {
                faults++;
                print_error("%s, %s, size %d: grown by %.2f alone\n", told_view,
                            told_language, size, (double)grown);
            }
        }
    }
    views_end(&v);
}

static void look_at_all(const char *language, int count)
{
    struct arena mem = {0};
    views_open_fonts();
    faults = 0;
    told_language = language ? language : "en";
    bool shown = views_speak(language, &mem);
    for (int size = 0; shown && size < 3; size++) {
        for (size_t i = 0; i < VIEWS; i++) {
            look_at(&views[i], size, count);
        }
    }
    evening_tongue = (struct tongue){0};
    views_close_fonts();
    arena_finish(&mem);
    if (!shown) {
        print_message("no font that is installed has letters of \"%s\"\n",
                      told_language);
        skip();
    }
    assert_int_equal(faults, 0);
}

#define IN(language, count)                                                    \
    static void in_##language(void **state)                                    \
    {                                                                          \
        (void)state;                                                           \
        look_at_all(#language, count);                                         \
    }
IN(de, WINDOWS)
IN(fr, 1)
IN(es, 1)
IN(pt, 1)
IN(ar, WINDOWS)
#undef IN

static void in_english(void **state)
{
    (void)state;
    look_at_all(NULL, WINDOWS);
}

static float size_of(struct str text)
{
    const struct shape *s = v.scene.shapes;
    while (s->kind != SHAPE_TEXT ||
           !str_equal(scene_text_of(&v.scene, s), text)) {
        s++;
        assert_true(s < v.scene.shapes + v.scene.count);
    }
    return s->size;
}

// In a small window the player's hints are as large as can be read, and its
// large words no larger than they are meant.
static void large_words_stay_in_a_small_window(void **state)
{
    (void)state;
    views_open_fonts();
    faults = 0;
    told_language = "en";
    for (size_t i = 0; i < VIEWS; i++) {
        if (str_equal(str_from(views[i].name), STR("player, paused"))) {
            told_view = views[i].name;
            views_go(&v, &views[i], 0);
            look_into(&views[i], 800, 450);
            float word = size_of(STR("Paused"));
            float keys =
                size_of(STR("Space goes on \xc2\xb7 Esc ends \xc2\xb7 ? "
                            "keys"));
            assert_true(word > 0.0539f && word < 0.0541f);
            assert_true(keys > 0.031f && keys < 0.032f);
            views_end(&v);
        }
    }
    assert_int_equal(faults, 0);
    views_close_fonts();
}

// The middle one, in a stronger face, has no room beside it: no row grows
// alone.
static void the_focused_row_grows_with_the_others(void **state)
{
    (void)state;
    views_open_fonts();
    struct page pg = {&v.scene, &evening_ruler};
    struct reflow none = {.scale = 1};
    for (int hemmed = 0; hemmed < 2; hemmed++) {
        scene_begin(&v.scene, 0, 0, STAGE_WIDTH, 1);
        for (int i = 0; i < 3; i++) {
            struct words w = {.face = i == 1 ? FACE_MEDIUM : FACE_REGULAR,
                              .size = 0.03f};
            words_draw(&v.scene, w, 0.2f, 0.3f + 0.2f * (float)i, STR("Light"));
        }
        float close = hemmed ? 0.3f : 1;
        words_draw(&v.scene, (struct words){.face = FACE_SERIF, .size = 0.02f},
                   close, 0.5f, STR("beside"));
        page_enlarge(&pg, 0, 1.3f, &none);
        const struct shape *s = v.scene.shapes;
        assert_true(hemmed ? s[1].size < 0.035f : s[1].size > 0.038f);
        assert_true(s[0].size >= s[1].size && s[0].size <= s[1].size);
        assert_true(s[2].size >= s[1].size && s[2].size <= s[1].size);
    }
    views_close_fonts();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_focused_row_grows_with_the_others),
        cmocka_unit_test(large_words_stay_in_a_small_window),
        cmocka_unit_test(in_english),
        cmocka_unit_test(in_de),
        cmocka_unit_test(in_fr),
        cmocka_unit_test(in_es),
        cmocka_unit_test(in_pt),
        cmocka_unit_test(in_ar),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

// SPDX-License-Identifier: MIT
// Whatever a pointer or a finger can press is at least .044 of the height high
// and wide: each text of each screen is pressed, and where that does something,
// the same must come of pressing around it.
#include "unit.h"

#include "views.h"

static struct evening v; // large: a scene is in it

enum { TEXTS_MOST = 256 };
static const float least = 0.044f, step = 0.0037f;

struct probe {
    const struct view *view;
    struct buf out; // what came of the last press
};

// What the screen shows and has asked for when x, y was pressed, as text; x <
// 0: nothing was.
static void press(struct probe *p, float x, float y)
{
    views_go(&v, p->view, 0);
    buf_clear(&v.log);
    if (x >= 0) {
        evening_click(&v, x, y);
    }
    evening_to(&v, v.now_ms + 600);
    way_print(&v, &p->out);
    buf_put(&p->out, buf_view(&v.log));
    views_end(&v);
}

static bool comes_of(struct probe *p, float x, float y, const struct buf *want)
{
    press(p, x, y);
    return str_equal(buf_view(&p->out), buf_view(want));
}

// How far the same comes of it, both ways along one axis.
static float reach(struct probe *p, const float at[2], bool down,
                   const struct buf *want)
{
    float whole = 0;
    for (float sign = -1; sign < 2; sign += 2) {
        float far = 0;
        while (far < least &&
               comes_of(p, at[0] + (down ? 0 : sign * (far + step)),
                        at[1] + (down ? sign * (far + step) : 0), want)) {
            far += step;
        }
        whole += far;
    }
    return whole;
}

static int check_text(struct probe *p, const float at[2], struct str text)
{
    struct buf nothing = {0}, want = {0};
    int faults = 0;
    press(p, -1, 0);
    buf_put(&nothing, buf_view(&p->out));
    press(p, at[0], at[1]);
    buf_put(&want, buf_view(&p->out));
    for (int down = 0; down < 2; down++) {
        if (str_equal(buf_view(&nothing), buf_view(&want))) {
            break;
        }
        float half = least / 2 - 0.0005f;
        float dx = down ? 0 : half, dy = down ? half : 0;
        if (comes_of(p, at[0] - dx, at[1] - dy, &want) &&
            comes_of(p, at[0] + dx, at[1] + dy, &want)) {
            continue;
        }
        float got = reach(p, at, down == 1, &want);
        if (got < least - step) {
            print_error("%s: \"%.*s\" is pressed within %.3f %s alone\n",
                        p->view->name, STR_ARG(text), (double)got,
                        down ? "down" : "across");
            faults++;
        }
    }
    buf_finish(&nothing);
    buf_finish(&want);
    return faults;
}

// Where something may be pressed anywhere, or each letter is a place.
static bool is_one_target(const struct view *view)
{
    return view->screen == SCREEN_PLAYER || view->screen == SCREEN_GROUND ||
           (view->with & VIEW_SWITCH) != 0;
}

static int check_view(const struct view *view)
{
    static float places[TEXTS_MOST][2];
    static struct str texts[TEXTS_MOST];
    struct arena mem = {0};
    struct probe p = {.view = view};
    size_t count = 0;
    int faults = 0;
    views_go(&v, view, 0);
    for (size_t i = 0; i < v.scene.count && count < TEXTS_MOST; i++) {
        const struct shape *s = &v.scene.shapes[i];
        struct str text = scene_text_of(&v.scene, s);
        if (s->kind != SHAPE_TEXT || text.len == 0 || s->sized) {
            continue;
        }
        float wide =
            evening_ruler.width(evening_ruler.fonts, s->face, s->size, text);
        places[count][0] = s->align == ALIGN_LEFT    ? s->x + wide / 2
                           : s->align == ALIGN_RIGHT ? s->x - wide / 2
                                                     : s->x;
        places[count][1] = s->y - 0.33f * s->size;
        texts[count++] = arena_copy(&mem, text);
    }
    views_end(&v);
    for (size_t i = 0; i < count; i++) {
        faults += check_text(&p, places[i], texts[i]);
    }
    buf_finish(&p.out);
    arena_finish(&mem);
    return faults;
}

static void what_is_pressed_is_large_enough(void **state)
{
    (void)state;
    int faults = 0;
    views_open_fonts();
    for (size_t i = 0; i < VIEWS; i++) {
        bool first = i == 0 || views[i].screen != views[i - 1].screen ||
                     views[i].screen == SCREEN_WELCOME;
        if (first && !is_one_target(&views[i])) {
            faults += check_view(&views[i]);
        }
    }
    views_close_fonts();
    assert_int_equal(faults, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_pressed_is_large_enough),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

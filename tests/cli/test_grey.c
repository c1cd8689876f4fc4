// SPDX-License-Identifier: MIT
// What a session asks for can be read without colour: the player is painted in
// the middle of each state, by each pacer in each palette, and of any two
// states that are not the same enough pixels differ by three to one in relative
// luminance, as WCAG 2.1 asks of graphics. The count is the same in all of a
// breath, so that it tells nothing; title and bar are left out.
#include "unit.h"

#include <math.h>
#include <stdlib.h>

#include "platform/fonts.h"
#include "platform/paint.h"
#include "screens/player.h"

enum { WIDTH = 1280, HEIGHT = 720, STATES_MOST = 4 };
// A stroke of the arrow is 12 x 1 of them.
enum { LEAST_PIXELS = 20 };

static const char breath[] = "title: Grey\nkind: breathwork\nclass: gentle\n"
                             "breathe 4-4-4-4 x 4\n";
static const char body[] = "title: Grey\nkind: somatic\nclass: gentle\n"
                           "squeeze left hand 8s\nrelease left hand 8s\n"
                           "squeeze face 8s\nscan 16s over face, left foot\n";
static const char pair[] = "title: Grey\nkind: partner\nclass: gentle\n"
                           "turn A 60s\nturn B 60s\nturn both 60s\n";

struct gallery {
    struct arena mem;
    struct session session;
    struct timeline tl;
    struct scene scene;
    struct fonts *fonts;
    struct ruler ruler;
    struct painter *painter;
    double linear[256];
    uint32_t pixels[WIDTH * HEIGHT];
    float light[STATES_MOST][WIDTH * HEIGHT];
    int least; // pixels that set two states of the last set apart
};

static int set_up(void **state)
{
    struct gallery *g = calloc(1, sizeof(*g));
    struct str why = STR_NONE;
    for (int i = 0; i < 256; i++) { // sRGB, as WCAG has it
        double c = i / 255.0;
        g->linear[i] = c <= 0.03928 ? c / 12.92 : pow((c + 0.055) / 1.055, 2.4);
    }
    g->fonts = fonts_create(STR(BREATHMARK_TREE "/assets"), &g->mem, &why);
    fonts_fit(g->fonts, stage_fit(WIDTH, HEIGHT).px);
    g->ruler = fonts_ruler(g->fonts);
    g->painter = painter_create(g->fonts);
    *state = g;
    return 0;
}

static int tear_down(void **state)
{
    struct gallery *g = *state;
    painter_destroy(g->painter);
    fonts_destroy(g->fonts);
    arena_finish(&g->mem);
    free(g);
    return 0;
}

static void paint(struct gallery *g, struct player_options o,
                  enum palette palette, float *light)
{
    struct stage stage = stage_fit(WIDTH, HEIGHT);
    struct player *player = ARENA_NEW(&g->mem, struct player);
    player_init(player, &g->session, &g->tl, &o, &g->mem);
    scene_begin(&g->scene, stage.left, stage.top, stage.right, stage.bottom);
    player_scene_at(player, &g->scene, &g->ruler);
    painter_forget(g->painter);
    painter_draw(g->painter, &g->scene, theme_of(palette),
                 (struct canvas){g->pixels, WIDTH, HEIGHT, WIDTH});
    for (int i = 0; i < WIDTH * HEIGHT; i++) {
        uint32_t pixel = g->pixels[i];
        light[i] = (float)(0.2126 * g->linear[pixel >> 16 & 255] +
                           0.7152 * g->linear[pixel >> 8 & 255] +
                           0.0722 * g->linear[pixel & 255]);
    }
}

static int apart(const float *a, const float *b)
{
    int count = 0;
    for (int i = HEIGHT / 9 * WIDTH; i < HEIGHT * 9 / 10 * WIDTH; i++) {
        float low = (a[i] < b[i] ? a[i] : b[i]) + 0.05f;
        float high = (a[i] < b[i] ? b[i] : a[i]) + 0.05f;
        count += high >= 3 * low;
    }
    return count;
}

// States of the script, by the moment of each.
static void check(struct gallery *g, const char *script, enum pacer pacer,
                  const int64_t *at_ms, int count)
{
    struct diags ds = {.mem = &g->mem};
    assert_true(session_parse(&g->session, str_from(script), &g->mem, &ds));
    assert_true(timeline_build(&g->tl, &g->session, NULL, &g->mem, &ds));
    for (int palette = 0; palette < PALETTE_COUNT; palette++) {
        int least = WIDTH * HEIGHT;
        for (int i = 0; i < count; i++) {
            struct player_options o = {
                .pacer_chosen = true, .pacer = pacer, .from_ms = at_ms[i]};
            paint(g, o, (enum palette)palette, g->light[i]);
            for (int k = 0; k < i; k++) {
                int pixels = apart(g->light[i], g->light[k]);
                least = pixels < least ? pixels : least;
            }
        }
        print_message("pacer %d, palette %d: %d pixels apart\n", (int)pacer,
                      palette, least);
        g->least = least < g->least ? least : g->least;
    }
}

static void in_hold_out_and_hold(void **state)
{
    static const int64_t at_ms[] = {18000, 22000, 26000, 30000};
    struct gallery *g = *state;
    g->least = WIDTH * HEIGHT;
    for (int k = 0; k < PACER_COUNT; k++) {
        check(g, breath, (enum pacer)k, at_ms, 4);
    }
    assert_true(g->least >= LEAST_PIXELS);
}

static void squeeze_release_and_places(void **state)
{
    static const int64_t works[] = {5000, 13000, 21000};
    static const int64_t places[] = {29000, 37000};
    struct gallery *g = *state;
    g->least = WIDTH * HEIGHT;
    check(g, body, PACER_BODY, works, 3);
    check(g, body, PACER_BODY, places, 2);
    assert_true(g->least >= 10 * LEAST_PIXELS);
}

static void whose_turn(void **state)
{
    static const int64_t at_ms[] = {30000, 90000, 150000};
    struct gallery *g = *state;
    g->least = WIDTH * HEIGHT;
    check(g, pair, PACER_ORB, at_ms, 3);
    check(g, pair, PACER_NONE, at_ms, 3);
    assert_true(g->least >= 10 * LEAST_PIXELS);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(in_hold_out_and_hold),
        cmocka_unit_test(squeeze_release_and_places),
        cmocka_unit_test(whose_turn),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}

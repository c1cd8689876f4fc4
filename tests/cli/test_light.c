// SPDX-License-Identifier: MIT
// Light that is safe to look at (WCAG 2.3.1): sixty seconds of the player are
// painted at sixty frames a second, from the fade out of black on, with the
// fastest breath that a script can ask for among them: each pacer in each
// palette, small, for the parts of the screen keep their shares. In no part of
// the screen as large as a third by a third may relative luminance go up and
// down by a tenth of its range within a second, nor may the whole change by
// more than a quarter of it in a second.
#include "unit.h"

#include <math.h>
#include <stdlib.h>

#include "platform/fonts.h"
#include "platform/paint.h"
#include "screens/player.h"

enum { WIDTH = 96, HEIGHT = 54, FPS = 60, FRAMES = 60 * FPS };
// Parts of 2 x 2 cells of a 6 x 6 grid, and the whole.
enum { GRID = 6, CELLS = GRID * GRID, PARTS = 25, WHOLE = PARTS };

static const char script[] = "title: Light\n"
                             "kind: breathwork\n"
                             "class: holds, fast\n"
                             "caution: Not for you.\n"
                             "settle 4s \"Sit tall.\"\n"
                             "breathe 0.5-0.5 x 20\n"
                             "breathe 2-2-2-2 x 2\n"
                             "retain full 3s\n"
                             "move 8s rising 3s fading 3s\n"
                             "scan 6s over left foot, face, whole\n"
                             "breathe 1-1 for 60s\n";

struct play {
    struct arena mem;
    struct session session;
    struct timeline tl;
    struct player player;
    struct scene scene;
    struct fonts *fonts;
    struct painter *painter;
    uint32_t pixels[WIDTH * HEIGHT];
    double linear[256];
    double parts[PARTS + 1][FRAMES];
};

static int set_up(void **state)
{
    struct play *p = calloc(1, sizeof(*p));
    struct diags ds = {.mem = &p->mem};
    struct str why = STR_NONE;
    for (int i = 0; i < 256; i++) { // sRGB, as WCAG has it
        double c = i / 255.0;
        p->linear[i] = c <= 0.03928 ? c / 12.92 : pow((c + 0.055) / 1.055, 2.4);
    }
    assert_true(session_parse(&p->session, str_from(script), &p->mem, &ds));
    assert_true(timeline_build(&p->tl, &p->session, NULL, &p->mem, &ds));
    p->session.classes = CLASS_GENTLE; // no page before it
    p->fonts = fonts_create(STR(BREATHMARK_TREE "/assets"), &p->mem, &why);
    p->painter = painter_create(p->fonts);
    *state = p;
    return 0;
}

static int tear_down(void **state)
{
    struct play *p = *state;
    painter_destroy(p->painter);
    fonts_destroy(p->fonts);
    arena_finish(&p->mem);
    free(p);
    return 0;
}

static void measure(struct play *p, int frame)
{
    double cells[CELLS] = {0};
    for (int y = 0; y < HEIGHT; y++) {
        for (int x = 0; x < WIDTH; x++) {
            uint32_t pixel = p->pixels[y * WIDTH + x];
            cells[y * GRID / HEIGHT * GRID + x * GRID / WIDTH] +=
                (0.2126 * p->linear[pixel >> 16 & 255] +
                 0.7152 * p->linear[pixel >> 8 & 255] +
                 0.0722 * p->linear[pixel & 255]) *
                CELLS / (WIDTH * HEIGHT);
        }
    }
    p->parts[WHOLE][frame] = 0;
    for (int c = 0; c < CELLS; c++) {
        p->parts[WHOLE][frame] += cells[c] / CELLS;
    }
    for (int i = 0; i < PARTS; i++) {
        const double *c = cells + i / 5 * GRID + i % 5;
        p->parts[i][frame] = (c[0] + c[1] + c[GRID] + c[GRID + 1]) / 4;
    }
}

// The furthest that light went up and came down again within the second that
// begins at frame; sign -1: down and up.
static double swing(const double *light, int frame, double sign)
{
    double before[FPS];
    double low = sign * light[frame];
    for (int i = 0; i < FPS; i++) {
        double here = sign * light[frame + i];
        low = here < low ? here : low;
        before[i] = here - low;
    }
    double worst = 0;
    for (int i = FPS - 1; i >= 0; i--) {
        double here = sign * light[frame + i];
        low = i == FPS - 1 || here < low ? here : low;
        double pair = here - low < before[i] ? here - low : before[i];
        worst = pair > worst ? pair : worst;
    }
    return worst;
}

static void check_light(struct play *p, const struct player_options *options,
                        enum palette palette)
{
    struct stage stage = stage_fit(WIDTH, HEIGHT);
    struct canvas canvas = {p->pixels, WIDTH, HEIGHT, WIDTH};
    struct ruler ruler = fonts_ruler(p->fonts);
    struct requests ask = {0};
    fonts_fit(p->fonts, stage.px);
    painter_forget(p->painter);
    player_init(&p->player, &p->session, &p->tl, options, &p->mem);
    player_start(&p->player, (struct instant){0, 0}, &ask);
    for (int frame = 0; frame < FRAMES; frame++) {
        int64_t ms = frame * 1000 / FPS;
        struct instant at = {ms, ms};
        ask.count = 0;
        player_tick(&p->player, at, &ask);
        scene_begin(&p->scene, stage.left, stage.top, stage.right,
                    stage.bottom);
        player_draw(&p->player, &p->scene, at, &ruler);
        painter_draw(p->painter, &p->scene, theme_of(palette), canvas);
        measure(p, frame);
    }
    double worst = 0, fastest = 0;
    for (int frame = 0; frame + FPS < FRAMES; frame += 5) {
        for (int i = 0; i < PARTS; i++) {
            double up = swing(p->parts[i], frame, 1);
            double down = swing(p->parts[i], frame, -1);
            worst = up > worst ? up : worst;
            worst = down > worst ? down : worst;
        }
        double change =
            fabs(p->parts[WHOLE][frame + FPS] - p->parts[WHOLE][frame]);
        fastest = change > fastest ? change : fastest;
    }
    print_message("pacer %d palette %d: swing %.4f, change a second %.4f\n",
                  (int)options->pacer, (int)palette, worst, fastest);
    assert_true(worst < 0.1);
    assert_true(fastest < 0.25);
}

static void no_part_of_the_screen_flashes(void **state)
{
    struct play *p = *state;
    for (int k = 0; k < PACER_COUNT; k++) {
        struct player_options o = {.pacer_chosen = true,
                                   .pacer = (enum pacer)k};
        for (int i = 0; i < PALETTE_COUNT; i++) {
            o.reduced_motion = false;
            check_light(p, &o, (enum palette)i);
        }
        o.reduced_motion = true;
        check_light(p, &o, k % 2 ? PALETTE_CONTRAST : PALETTE_PAPER);
    }
    check_light(p, &(struct player_options){0}, PALETTE_NIGHT); // the script's
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_part_of_the_screen_flashes),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}

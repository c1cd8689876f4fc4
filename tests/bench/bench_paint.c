// SPDX-License-Identifier: MIT
// Drawing at full HD, compared with a memset of the screen's bytes. That goes
// round buffers that no cache holds together, as a screen is found again after
// a frame's time of other work; memset_cached is the same bytes at once again.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "bench/bench.h"
#include "bench/scenes.h"
#include "core/lung.h"
#include "platform/paint.h"

enum { WIDTH = 1920, HEIGHT = 1080, FRAMES = 60, SCREENS = 12 };

struct drawing {
    struct painter *painter;
    struct scene *scene;
    const struct theme *theme;
    struct canvas canvas;
    int frame;
    bool whole, ground_only;
};

struct screens {
    unsigned char *bytes[SCREENS];
    size_t len;
    int next;
};

static void run_memset(void *context)
{
    struct screens *s = context;
    s->next = (s->next + 1) % SCREENS;
    memset(s->bytes[s->next], s->next, s->len);
}

static void run_memset_cached(void *context)
{
    struct screens *s = context;
    memset(s->bytes[0], 1, s->len);
}

static void run_ground(void *context)
{
    struct drawing *d = context;
    d->scene->count = 1;
    painter_forget(d->painter);
    painter_draw(d->painter, d->scene, d->theme, d->canvas);
}

// The next of FRAMES frames from empty lungs to full ones and back.
static void run_orb(void *context)
{
    struct drawing *d = context;
    float part = (float)(d->frame++ % FRAMES) / FRAMES;
    float level = part < 0.5f ? 2 * part : 2 - 2 * part;
    level = level * level * (3 - 2 * level);
    scene_orb(d->scene, stage_fit(WIDTH, HEIGHT), level);
    if (d->whole) {
        painter_forget(d->painter);
    }
    painter_draw(d->painter, d->scene, d->theme, d->canvas);
}

static void run_still(void *context)
{
    struct drawing *d = context;
    scene_orb(d->scene, stage_fit(WIDTH, HEIGHT), 0.5f);
    painter_draw(d->painter, d->scene, d->theme, d->canvas);
}

static void row(const char *name, struct work work, struct work unit)
{
    double ratio = 0;
    double ms = bench_compare(work, unit, 2 * FRAMES, &ratio);
    bench_row(name, ms, "ms", ratio);
}

void bench_paint(void)
{
    struct arena mem = {0};
    struct str why = STR_NONE;
    struct fonts *fonts =
        fonts_create(STR(BREATHMARK_TREE "/assets"), &mem, &why);
    struct drawing d = {
        .painter = painter_create(fonts),
        .scene = calloc(1, sizeof(*d.scene)),
        .theme = theme_of(PALETTE_NIGHT),
        .canvas = {calloc(WIDTH * HEIGHT, sizeof(uint32_t)), WIDTH, HEIGHT,
                   WIDTH},
    };
    struct screens screens = {.len = sizeof(uint32_t) * WIDTH * HEIGHT};
    for (int i = 0; i < SCREENS; i++) {
        screens.bytes[i] = calloc(screens.len, 1);
    }
    struct work unit = {run_memset, &screens};
    run_orb(&d);
    row("memset_1080p", unit, unit);
    row("memset_1080p_cached", (struct work){run_memset_cached, &screens},
        unit);
    row("gradient_1080p", (struct work){run_ground, &d}, unit);
    row("orb_frame_damage", (struct work){run_orb, &d}, unit);
    d.whole = true;
    row("orb_frame_whole", (struct work){run_orb, &d}, unit);
    row("orb_frame_same", (struct work){run_still, &d}, unit);
    for (int i = 0; i < SCREENS; i++) {
        free(screens.bytes[i]);
    }
    painter_destroy(d.painter);
    fonts_destroy(fonts);
    free(d.scene);
    free(d.canvas.pixels);
    arena_finish(&mem);
}

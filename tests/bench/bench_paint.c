// SPDX-License-Identifier: MIT
// Drawing at full HD and at 4K, compared with a memset of the screen's bytes.
// That goes round buffers that no cache holds together, as a screen is found
// again after a frame's time of other work; memset_cached is the same bytes at
// once again.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "bench/bench.h"
#include "bench/scenes.h"
#include "core/lung.h"
#include "platform/paint.h"

enum { FRAMES = 60, SCREENS = 12 };

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
    scene_orb(d->scene, stage_fit(d->canvas.width, d->canvas.height), level);
    if (d->whole) {
        painter_forget(d->painter);
    }
    painter_draw(d->painter, d->scene, d->theme, d->canvas);
}

static void run_still(void *context)
{
    struct drawing *d = context;
    scene_orb(d->scene, stage_fit(d->canvas.width, d->canvas.height), 0.5f);
    painter_draw(d->painter, d->scene, d->theme, d->canvas);
}

// A size of screen, and what its rows are called after.
struct bench_size {
    int width, height, frames;
    const char *suffix;
};

static void row(const char *name, const struct bench_size *size,
                struct work work, struct work unit)
{
    double ratio = 0;
    char full[64];
    double ms = bench_compare(work, unit, size->frames, &ratio);
    snprintf(full, sizeof(full), "%s%s", name, size->suffix);
    bench_row(full, ms, "ms", ratio);
}

static void bench_screen(const struct bench_size *size)
{
    struct arena mem = {0};
    struct str why = STR_NONE;
    size_t pixels = (size_t)size->width * (size_t)size->height;
    struct fonts *fonts =
        fonts_create(STR(BREATHMARK_TREE "/assets"), &mem, &why);
    struct drawing d = {
        .painter = painter_create(fonts),
        .scene = calloc(1, sizeof(*d.scene)),
        .theme = theme_of(PALETTE_NIGHT),
        .canvas = {calloc(pixels, sizeof(uint32_t)), size->width, size->height,
                   size->width},
    };
    struct screens screens = {.len = sizeof(uint32_t) * pixels};
    for (int i = 0; i < SCREENS; i++) {
        screens.bytes[i] = calloc(screens.len, 1);
    }
    struct work unit = {run_memset, &screens};
    run_orb(&d);
    row("memset", size, unit, unit);
    row("memset_cached", size, (struct work){run_memset_cached, &screens},
        unit);
    row("gradient", size, (struct work){run_ground, &d}, unit);
    row("orb_frame_damage", size, (struct work){run_orb, &d}, unit);
    d.whole = true;
    row("orb_frame_whole", size, (struct work){run_orb, &d}, unit);
    row("orb_frame_same", size, (struct work){run_still, &d}, unit);
    for (int i = 0; i < SCREENS; i++) {
        free(screens.bytes[i]);
    }
    painter_destroy(d.painter);
    fonts_destroy(fonts);
    free(d.scene);
    free(d.canvas.pixels);
    arena_finish(&mem);
}

void bench_paint(void)
{
    bench_screen(&(struct bench_size){1920, 1080, 2 * FRAMES, "_1080p"});
    bench_screen(&(struct bench_size){3840, 2160, FRAMES, "_2160p"});
}

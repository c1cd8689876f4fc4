// SPDX-License-Identifier: MIT
// What a frame of the player costs with each pacer: scene and painting, over
// ten seconds of a real session at 60 frames a second.
#include <stdio.h>
#include <stdlib.h>

#include "bench/bench.h"
#include "platform/file.h"
#include "platform/paint.h"
#include "screens/player.h"

enum { WIDTH = 1920, HEIGHT = 1080, SECONDS = 10, FPS = 60 };

static void time_pacer(const struct timeline *tl, const struct session *session,
                       enum pacer pacer, struct fonts *fonts)
{
    struct arena mem = {0};
    struct player *player = ARENA_NEW(&mem, struct player);
    struct scene *scene = ARENA_NEW(&mem, struct scene);
    struct canvas canvas = {ARENA_ARRAY(&mem, uint32_t, WIDTH * HEIGHT), WIDTH,
                            HEIGHT, WIDTH};
    struct painter *painter = painter_create(fonts);
    struct stage st = stage_fit(WIDTH, HEIGHT);
    struct ruler ruler = fonts_ruler(fonts);
    double scene_ms = 0, paint_ms = 0;
    for (int i = 0; i < SECONDS * FPS; i++) {
        struct player_options options = {.pacer_chosen = true,
                                         .pacer = pacer,
                                         .from_ms = 60000 + i * 1000 / FPS};
        int64_t from_ns = bench_cpu_ns();
        player_init(player, session, tl, &options, &mem);
        scene_begin(scene, st.left, st.top, st.right, st.bottom);
        player_scene_at(player, scene, &ruler);
        int64_t made_ns = bench_cpu_ns();
        painter_draw(painter, scene, theme_of(PALETTE_NIGHT), canvas);
        scene_ms += (double)(made_ns - from_ns) / 1e6;
        paint_ms += (double)(bench_cpu_ns() - made_ns) / 1e6;
    }
    char name[64];
    struct str word = session_pacer_word(pacer);
    snprintf(name, sizeof(name), "pacer_%.*s_scene", STR_ARG(word));
    bench_row(name, scene_ms / (SECONDS * FPS), "ms", 0);
    snprintf(name, sizeof(name), "pacer_%.*s_paint", STR_ARG(word));
    bench_row(name, paint_ms / (SECONDS * FPS), "ms", 0);
    painter_destroy(painter);
    arena_finish(&mem);
}

void bench_pacers(void)
{
    struct arena mem = {0};
    struct diags ds = {.mem = &mem};
    struct session session;
    struct timeline timeline;
    struct str why = STR_NONE, script = STR_NONE;
    const struct str path = STR(BREATHMARK_TREE "/sessions/coherent.session");
    if (!file_read(path, 0, &mem, &script, &why) ||
        !session_parse(&session, script, &mem, &ds) ||
        !timeline_build(&timeline, &session, NULL, &mem, &ds)) {
        printf("%.*s cannot be played\n", STR_ARG(path));
        arena_finish(&mem);
        return;
    }
    struct fonts *fonts =
        fonts_create(STR(BREATHMARK_TREE "/assets"), &mem, &why);
    fonts_fit(fonts, HEIGHT);
    for (int pacer = 0; pacer < PACER_COUNT; pacer++) {
        time_pacer(&timeline, &session, (enum pacer)pacer, fonts);
    }
    fonts_destroy(fonts);
    arena_finish(&mem);
}

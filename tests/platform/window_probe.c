// SPDX-License-Identifier: MIT
// usage: window_probe [card]
// Opens a window with a disc in its middle and prints what reaches it, until
// it is asked to close, "q" is pressed, or half a minute has gone. For
// window_x11.sh.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "platform/clock.h"
#include "platform/window.h"

static void draw(struct window *w, struct painter *p, struct scene *sc)
{
    struct stage st = window_stage(w);
    scene_begin(sc, st.left, st.top, st.right, st.bottom);
    scene_add(sc, (struct shape){.kind = SHAPE_GROUND});
    scene_add(sc, (struct shape){.kind = SHAPE_DISC,
                                 .role = ROLE_WARM,
                                 .alpha = 1,
                                 .x = STAGE_WIDTH / 2,
                                 .y = 0.5f,
                                 .r = 0.2f});
    if (!window_draw(w, p, sc, theme_of(PALETTE_NIGHT))) {
        printf("fault %s\n", window_fault(w));
    }
}

static void print_input(const struct input *in, struct stage st)
{
    switch (in->kind) {
    case INPUT_KEY:
        printf("key %d letter %u mods %u\n", (int)in->key, in->letter,
               in->mods);
        break;
    case INPUT_TEXT:
        printf("text %.*s\n", STR_ARG(in->text));
        break;
    case INPUT_POINTER_DOWN:
        printf("down %.2f %.2f\n", (double)in->x, (double)in->y);
        break;
    case INPUT_WHEEL:
        printf("wheel %.0f\n", (double)in->y);
        break;
    case INPUT_CLOSE:
        printf("close\n");
        break;
    case INPUT_POINTER_MOVE:
        printf("stage %.0f\n", (double)st.px);
        break;
    case INPUT_NONE:
    case INPUT_COMPOSE:
    case INPUT_POINTER_UP:
    case INPUT_PASTE:
    case INPUT_STALLED:
    case INPUT_UNPLUGGED:
        break;
    }
}

int main(int argc, char **argv)
{
    struct arena mem = {0};
    struct str why = STR_NONE;
    bool card = argc > 1 && strcmp(argv[1], "card") == 0;
    struct window *w = window_create(
        (struct window_options){.title = STR("Probe"),
                                .windowed = true,
                                .width = 640,
                                .height = 360,
                                .drive = card ? DRIVE_CARD : DRIVE_AUTO},
        &mem, &why);
    if (!w) {
        printf("%.*s\n", STR_ARG(why));
        return 1;
    }
    setvbuf(stdout, NULL, _IOLBF, 0);
    struct painter *p = painter_create(NULL);
    struct scene *sc = ARENA_NEW(&mem, struct scene);
    int64_t last_ns = clock_now_ns() + INT64_C(30000000000);
    bool done = false;
    for (int i = 0; !done && clock_now_ns() < last_ns; i++) {
        struct input in;
        while (window_next_input(w, &in)) {
            print_input(&in, window_stage(w));
            done |= in.kind == INPUT_CLOSE || in.letter == 'q';
            if (in.letter == 't') {
                window_text_input(w, true);
            }
        }
        draw(w, p, sc);
        if (i == 4) {
            printf("ready\n");
        }
        window_wait(w, i < 5 || done ? clock_now_ns() : last_ns);
    }
    painter_destroy(p);
    window_destroy(w);
    arena_finish(&mem);
    return 0;
}

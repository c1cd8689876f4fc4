// SPDX-License-Identifier: MIT
#include "screens/ground.h"

static const struct {
    int64_t at_ms;
    const char *line, *more;
} lines[] = {
    {0, WORD("Feel your feet on the floor."),
     WORD("Press them down a little.")},
    {GROUND_FEET_MS / 2, WORD("You are here."),
     WORD("Nothing else to do just now.")},
    {GROUND_FEET_MS, WORD("Let the breath come and go."),
     WORD("It knows its own way.")},
    {GROUND_FEET_MS + GROUND_BREATH_MS / 2, WORD("Let it go out, slowly."),
     WORD("And let it come back by itself.")},
    {GROUND_FEET_MS + GROUND_BREATH_MS, WORD("Look around you."),
     WORD("Name five things that you see.")},
};
enum { LINES = sizeof(lines) / sizeof(lines[0]), FADE_MS = 900, SEEN = 5 };

void ground_open(struct ground *g, int64_t now_ms)
{
    g->began_ms = now_ms;
}

bool ground_call_at(const struct input *in)
{
    static const struct area call = {STAGE_WIDTH / 2 - 0.25f, 0.92f, 0.5f,
                                     0.06f};
    return in->kind == INPUT_POINTER_DOWN && area_has(call, in->x, in->y);
}

bool ground_over(const struct ground *g, int64_t now_ms)
{
    return now_ms - g->began_ms >= GROUND_MS;
}

static float share(int64_t part_ms, int64_t whole_ms)
{
    float u = (float)part_ms / (float)whole_ms;
    return u < 0 ? 0 : u > 1 ? 1 : u;
}

static void draw_seen(struct scene *sc, int64_t gone_ms, float alpha)
{
    for (int i = 0; i < SEEN; i++) {
        int64_t from_ms = i * (GROUND_SEE_MS / SEEN);
        float u = share(gone_ms - from_ms, GROUND_SEE_MS / SEEN);
        float x = STAGE_WIDTH / 2 + ((float)i - 2) * 0.06f;
        struct shape s = {.kind = SHAPE_RING,
                          .role = ROLE_RING,
                          .alpha = alpha,
                          .x = x,
                          .y = 0.66f,
                          .r = 0.014f,
                          .width = 0.002f};
        scene_add(sc, s);
        s.kind = SHAPE_DISC;
        s.role = ROLE_WARM;
        s.r = 0.01f;
        s.alpha = alpha * u;
        if (u > 0.002f) {
            scene_add(sc, s);
        }
    }
}

void ground_screen_draw(const struct ground *g, const struct page *pg,
                        int64_t now_ms)
{
    const struct tongue *t = pg->ruler->tongue;
    struct scene *sc = pg->sc;
    int64_t gone_ms = now_ms - g->began_ms;
    size_t i = LINES - 1;
    while (i > 0 && gone_ms < lines[i].at_ms) {
        i--;
    }
    int64_t end_ms = i + 1 < LINES ? lines[i + 1].at_ms : GROUND_MS;
    float in = share(gone_ms - lines[i].at_ms, FADE_MS);
    float out = share(end_ms - gone_ms, FADE_MS);
    float alpha = in < out ? in : out;
    page_ground(sc);
    if (alpha > 0.002f) {
        struct words w = {.face = FACE_SERIF,
                          .role = ROLE_INK,
                          .align = ALIGN_CENTRE,
                          .size = 0.06f,
                          .alpha = alpha};
        words_draw(sc, w, STAGE_WIDTH / 2, 0.45f,
                   say(t, str_from(lines[i].line)));
        w.size = 0.04f;
        w.role = ROLE_INK2;
        words_draw(sc, w, STAGE_WIDTH / 2, 0.53f,
                   say(t, str_from(lines[i].more)));
        if (i + 1 == LINES) {
            draw_seen(sc, gone_ms - lines[i].at_ms, alpha);
        }
    }
    hint_draw(sc, say(t, STR("Enter: whom to call \u00b7 Esc goes back")));
}
